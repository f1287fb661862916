// Hangul as it is typed: the keys of a syllable, its first consonant, and what the other keyboard shows.

const LEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
const VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
const TAILS = ["", ..."ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"]
const FIRST = 0xac00
const SYLLABLES = LEADS.length * VOWELS.length * TAILS.length

/** Letters that are typed with two keys. @type {Map<string, string>} */
const PAIRS = new Map(
  "ㅘㅗㅏ ㅙㅗㅐ ㅚㅗㅣ ㅝㅜㅓ ㅞㅜㅔ ㅟㅜㅣ ㅢㅡㅣ ㄳㄱㅅ ㄵㄴㅈ ㄶㄴㅎ ㄺㄹㄱ ㄻㄹㅁ ㄼㄹㅂ ㄽㄹㅅ ㄾㄹㅌ ㄿㄹㅍ ㅀㄹㅎ ㅄㅂㅅ"
    .split(" ")
    .map((word) => [word[0], word.slice(1)])
)
const JOINED = new Map([...PAIRS].map(([one, two]) => [two, one]))

/** The two-set keyboard: the Latin letter on each key. @type {Map<string, string>} */
const LATIN = new Map(
  [..."ㅂㅃㅈㅉㄷㄸㄱㄲㅅㅆㅛㅕㅑㅐㅒㅔㅖㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ"].map((letter, i) => [
    letter,
    "qQwWeErRtTyuioOpPasdfghjklzxcvbnm"[i],
  ])
)
const HANGUL = new Map([...LATIN].map(([letter, key]) => [key, letter]))

/**
 * Return the letters of `text` in the order of typing: 역저 is ㅇㅕㄱㅈㅓ, and so begins 역전파.
 * @param {string} text
 * @returns {string}
 */
export function keystrokes(text) {
  let typed = ""
  for (let i = 0; i < text.length; i++) {
    const place = text.charCodeAt(i) - FIRST
    typed += place >= 0 && place < SYLLABLES ? (KEYS[place] ??= keysOf(place)) : (PAIRS.get(text[i]) ?? text[i])
  }
  return typed
}

/** The keys of syllables met so far. @type {string[]} */
const KEYS = []

/** @param {number} place */
function keysOf(place) {
  const vowel = VOWELS[Math.floor(place / TAILS.length) % VOWELS.length]
  const tail = TAILS[place % TAILS.length]
  const lead = LEADS[Math.floor(place / (TAILS.length * VOWELS.length))]
  return lead + (PAIRS.get(vowel) ?? vowel) + (PAIRS.get(tail) ?? tail)
}

/**
 * Return the first consonants of `text`: 경사하강법 is ㄱㅅㅎㄱㅂ. Other characters stay.
 * @param {string} text
 * @returns {string}
 */
export function initials(text) {
  return Array.from(text, (character) => {
    const place = character.charCodeAt(0) - FIRST
    return place >= 0 && place < SYLLABLES ? LEADS[Math.floor(place / (TAILS.length * VOWELS.length))] : character
  }).join("")
}

/**
 * Return what the keys that typed Hangul would have typed on a Latin keyboard.
 * @param {string} text
 * @returns {string}
 */
export function typedInLatin(text) {
  return Array.from(keystrokes(text), (letter) => LATIN.get(letter) ?? letter).join("")
}

/**
 * Return what the keys that typed Latin letters would have typed on a Korean keyboard.
 * @param {string} text
 * @returns {string}
 */
export function typedInHangul(text) {
  return compose(Array.from(text, (key) => HANGUL.get(key) ?? HANGUL.get(key.toLowerCase()) ?? key))
}

/**
 * Compose letters into syllables, as an input method does.
 * @param {string[]} typed
 * @returns {string}
 */
function compose(typed) {
  let text = ""
  let [lead, vowel, tail] = ["", "", ""]
  const finish = () => {
    if (lead && vowel) {
      const place = (LEADS.indexOf(lead) * VOWELS.length + VOWELS.indexOf(vowel)) * TAILS.length
      text += String.fromCharCode(FIRST + place + TAILS.indexOf(tail))
    } else text += lead + vowel + tail
    ;[lead, vowel, tail] = ["", "", ""]
  }
  for (const letter of typed) {
    if (VOWELS.includes(letter)) {
      if (tail) {
        // The last consonant begins the next syllable after all.
        const [stays, moves] = PAIRS.has(tail) ? PAIRS.get(tail) : ["", tail]
        tail = stays
        finish()
        ;[lead, vowel] = [moves, letter]
      } else if (vowel && JOINED.has(vowel + letter)) vowel = JOINED.get(vowel + letter)
      else {
        if (vowel) finish()
        vowel = letter
      }
    } else if (LEADS.includes(letter)) {
      if (lead && vowel && !tail && TAILS.includes(letter)) tail = letter
      else if (tail && JOINED.has(tail + letter)) tail = JOINED.get(tail + letter)
      else {
        finish()
        lead = letter
      }
    } else {
      finish()
      text += letter
    }
  }
  finish()
  return text
}
