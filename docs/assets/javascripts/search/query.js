// What a query asks for: slots, each with the tokens it may mean and how surely.

import { beginningWith } from "./data.js"
import { keystrokes, typedInHangul, typedInLatin } from "./hangul.js"
import { Run, read } from "./reading.js"
import { nearest } from "./similar.js"
import { isHangul, isInitials } from "./words.js"

const MOST_COMPLETIONS = 40
const LONGEST_WINDOW = 4
// How sure we are of what is completed, corrected, found beside the word itself, or part of a longer name.
const COMPLETED = 0.9
const CORRECTED = 0.85
const BESIDE = 0.3
const WIDER = 0.4
const HALF_WORD = 0.75
// How much nearer to its end a completion is better.
const SHORTNESS = 0.3
// How much a word counts that nothing here knows.
const UNKNOWN = 0.9
const UNKNOWN_VERB = 0.45
const VERB = /(?:[요다까면서고지데니는은을게죠때]|해)$/
const ENOUGH = 0.5

/** @typedef {import("./data.js").Data} Data */
/** @typedef {import("./data.js").Spelling} Spelling */
/** @typedef {import("./reading.js").Piece} Piece */
/**
 * @typedef {object} Slot
 * @property {number} start
 * @property {number} end
 * @property {string} letters what was typed
 * @property {Map<number, number>} options the tokens it may mean, each with how surely
 * @property {number} weight how much it counts
 * @property {number} sure how surely it was understood at all, for choosing among readings
 * @property {string} completion a spelling that begins with what was typed, else empty
 */
/** @typedef {{ slots: Slot[], quality: number, text: string }} Understood */

/**
 * Understand a query: as it stands, typed on the other keyboard, with slips; in this order.
 * @param {Data} data
 * @param {string} raw
 * @returns {Understood}
 */
export function understand(data, raw) {
  const texts = [raw]
  const [hangul, latin] = [/[가-힣ㄱ-ㅎㅏ-ㅣ]/.test(raw), /[a-z]/i.test(raw)]
  if (latin && !hangul) texts.push(typedInHangul(raw))
  if (hangul && !latin) texts.push(typedInLatin(raw))
  for (const slips of [false, true])
    for (const text of texts) {
      const understood = parse(data, text, slips)
      if (understood.quality > ENOUGH && understood.slots.length) return understood
    }
  return parse(data, raw, true)
}

/**
 * @param {Data} data
 * @param {string} text
 * @param {boolean} slips
 * @returns {Understood}
 */
function parse(data, text, slips) {
  const run = new Run(text)
  const pieces = read(data, run)
  let slots = pieces.map((piece) => asSlot(data, piece))
  slots = composed(data, run, slots)
  slots = byInitials(data, run, slots)
  slots = completed(data, run, slots)
  if (slips) slots = composed(data, run, corrected(data, run, slots))
  slots = slots.map((slot) => (slot.sure ? slot : beginningOf(data, slot)))
  const length = slots.reduce((sum, slot) => sum + slot.end - slot.start, 0)
  const known = slots.reduce((sum, slot) => sum + slot.sure * (slot.end - slot.start), 0)
  const asking = slots.filter((slot) => slot.options.size || !slot.sure)
  for (const slot of asking) widen(data, slot)
  return { slots: asking, quality: length ? known / length : 0, text }
}

/**
 * @param {Data} data
 * @param {Piece} piece
 * @returns {Slot}
 */
function asSlot(data, { start, end, tokens, known, letters }) {
  const options = new Map(tokens.map((token) => [token, 1]))
  const sure = known ? 1 : tokens.length ? 0.8 : 0
  const weight = options.size ? weigh(data, options) : isHangul(letters) && VERB.test(letters) ? UNKNOWN_VERB : UNKNOWN
  return { start, end, letters, options, weight, sure, completion: "" }
}

/**
 * @param {Data} data
 * @param {Map<number, number>} options
 */
function weigh(data, options) {
  let most = 0
  for (const token of options.keys()) most = Math.max(most, data.weight(token))
  return options.size ? most : UNKNOWN
}

/**
 * Put words together that make a name in another spelling: batch 정규화, 손실 surface.
 * @param {Data} data
 * @param {Run} run
 * @param {Slot[]} slots
 */
function composed(data, run, slots) {
  for (let from = 0; from < slots.length; from++)
    for (let to = Math.min(slots.length, from + LONGEST_WINDOW); to > from + 1; to--) {
      const parts = slots.slice(from, to)
      const whole = data.compositions.get(parts.map(({ options }) => (options.size === 1 ? [...options.keys()][0] : -1)).join())
      if (whole === undefined) continue
      const [{ start }, { end }] = [parts[0], parts[parts.length - 1]]
      const piece = { start, end, tokens: [whole], known: true, letters: run.letters.slice(start, end) }
      return composed(data, run, [...slots.slice(0, from), asSlot(data, piece), ...slots.slice(to)])
    }
  return slots
}

/**
 * Return a slot for spellings that could be meant.
 * @param {Data} data
 * @param {{ start: number, end: number, letters: string }} place
 * @param {Spelling[]} spellings
 * @param {number} sure
 * @returns {Slot}
 */
function meaning(data, { start, end, letters }, spellings, sure) {
  const typed = keystrokes(letters).length
  const ranked = spellings
    .map((spelling) => ({
      spelling,
      weight: sure * spelling.usual * Math.min(1, typed / spelling.key.length) ** SHORTNESS,
    }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_COMPLETIONS)
  /** @type {Map<number, number>} */
  const options = new Map()
  for (const { spelling, weight } of ranked)
    for (const token of spelling.tokens) options.set(token, Math.max(options.get(token) ?? 0, weight))
  const completion = ranked.find(({ spelling }) => spelling.tokens.length)?.spelling.shown ?? ""
  return { start, end, letters, options, weight: weigh(data, options), sure, completion }
}

/**
 * Read runs of consonants as the first consonants of a spelling.
 * @param {Data} data
 * @param {Run} run
 * @param {Slot[]} slots
 */
function byInitials(data, run, slots) {
  const whole = isInitials(run.letters)
  const places = whole ? [{ start: 0, end: run.letters.length, letters: run.letters }] : slots
  return places.map((place) => {
    if (!isInitials(place.letters)) return /** @type {Slot} */ (place)
    const key = keystrokes(place.letters)
    const all = beginningWith(data.initialSpellings, key)
    const exact = all.filter((spelling) => spelling.key === key)
    const slot = meaning(data, place, exact.length ? exact : all, exact.length ? 1 : COMPLETED)
    if (!all.length) slot.sure = 0
    // A lone consonant after other words is the beginning of a word.
    if (!whole && key.length === 1) Object.assign(slot, { weight: 0.1, sure: 1 })
    return slot
  })
}

/**
 * Complete what is still being typed: the longest tail of the query that begins a spelling.
 * @param {Data} data
 * @param {Run} run
 * @param {Slot[]} slots
 */
function completed(data, run, slots) {
  const tail = slots.at(-1)
  if (!run.unfinished || !tail || isInitials(tail.letters) || (!run.open && tail.sure)) return slots
  for (let i = 0; i < slots.length; i++) {
    const rest = slots.slice(i)
    const place = { start: rest[0].start, end: tail.end, letters: run.letters.slice(rest[0].start, tail.end) }
    const key = keystrokes(place.letters)
    const longer = beginningWith(data.spellings, key).filter((spelling) => spelling.key.length > key.length)
    if (!longer.length) continue
    const slot = meaning(data, place, longer, COMPLETED)
    if (rest.every(({ sure }) => sure === 1) && (rest[0] === tail ? tail.options.size : tail.letters.length > 1)) {
      if (rest.length > 1) continue
      for (const [token, weight] of slot.options)
        if (!rest[0].options.has(token) && data.isConcept(token) && rest[0].options.size)
          rest[0].options.set(token, BESIDE * weight)
      rest[0].completion = slot.completion
      return slots
    }
    // The beginning of a word that says nothing says nothing.
    if (!slot.options.size) return [...slots.slice(0, i), { ...slot, sure: 1 }]
    for (const { options } of rest)
      for (const [token, weight] of options) slot.options.set(token, Math.max(slot.options.get(token) ?? 0, weight * 0.6))
    if (i) slot.weight *= Math.min(1, key.length / 6)
    return [...slots.slice(0, i), slot]
  }
  if (!tail.sure) {
    const key = keystrokes(tail.letters)
    const words = beginningWith(data.wordSpellings, key)
    if (words.length) return [...slots.slice(0, -1), meaning(data, tail, words, COMPLETED * HALF_WORD)]
    if (slots.length > 1 && key.length < 5) tail.weight *= 0.3
  }
  return slots
}

/**
 * Correct slips: the widest stretch round an unknown word that is nearly a spelling.
 * @param {Data} data
 * @param {Run} run
 * @param {Slot[]} slots
 */
function corrected(data, run, slots) {
  for (let at = 0; at < slots.length; at++) {
    if (slots[at].sure) continue
    const better = correction(data, run, slots, at)
    if (better) {
      slots = [...slots.slice(0, better.from), better.slot, ...slots.slice(better.to)]
      at = better.from
    }
  }
  return slots
}

/**
 * @param {Data} data
 * @param {Run} run
 * @param {Slot[]} slots
 * @param {number} at
 */
function correction(data, run, slots, at) {
  const windows = []
  for (let from = Math.max(0, at - LONGEST_WINDOW + 1); from <= at; from++)
    for (let to = at + 1; to <= Math.min(slots.length, from + LONGEST_WINDOW); to++) windows.push({ from, to })
  windows.sort((a, b) => b.to - b.from - (a.to - a.from))
  for (const { from, to } of windows) {
    const place = { start: slots[from].start, end: slots[to - 1].end, letters: "" }
    const letters = run.letters.slice(place.start, place.end)
    const open = run.open && place.end === run.letters.length
    const single = to - from === 1
    for (const candidate of single ? [...new Set([letters, data.stem(letters)])] : [letters]) {
      const key = keystrokes(candidate)
      let found = nearest(data.spellings, key, false)
      if (!found.length && open && key.length > 5) found = nearest(data.spellings, key, true, 1)
      if (!found.length && single) found = nearest(data.wordSpellings, key, false, key.length > 6 ? 1 : 0)
      if (!found.length) continue
      const slot = meaning(data, { ...place, letters: candidate }, found.map(({ spelling }) => spelling), CORRECTED)
      return { from, to, slot }
    }
  }
  return undefined
}

/**
 * Understand a word by how it begins: a word of the pages, or a spelling with an unknown ending.
 * @param {Data} data
 * @param {Slot} slot
 * @returns {Slot}
 */
function beginningOf(data, slot) {
  if (!isHangul(slot.letters)) return slot
  const verb = verbOf(data, slot.letters)
  if (verb) return { ...slot, options: new Map(verb.map((token) => [token, 1])), weight: data.weight(verb[0]), sure: 0.8 }
  for (let size = slot.letters.length - 1; size > 1; size--) {
    const start = slot.letters.slice(0, size)
    const number = data.wordNumber.get(start)
    const tokens = data.tokens.get(start)?.tokens ?? (number === undefined ? [] : [number])
    if (!tokens.length) continue
    const options = new Map(tokens.map((token) => [token, HALF_WORD]))
    return { ...slot, options, weight: weigh(data, options), sure: size / slot.letters.length / 2 }
  }
  return slot
}

/** A vowel of two, as contractions of verbs hide it: 커졌 is 커지었. @param {string} word */
const uncontracted = (word) => keystrokes(word).replaceAll("ㅕ", "ㅣㅓ").replaceAll("ㅗㅐ", "ㅗㅣㅓ")

/**
 * Return the relation whose verb a word is a form of, if any.
 * @param {Data} data
 * @param {string} word
 * @returns {number[] | undefined}
 */
function verbOf(data, word) {
  const typed = uncontracted(word)
  let best
  for (const { key, tokens } of data.spellings.get(typed[0]) ?? [])
    if (key.length > 3 && tokens.length && data.isRelation(tokens[0]) && typed.startsWith(uncontracted(key)))
      if (!best || key.length > best.key.length) best = { key, tokens }
  return best?.tokens
}

/**
 * Let a concept stand for those whose names hold it: 엔트로피 for 교차 엔트로피.
 * @param {Data} data
 * @param {Slot} slot
 */
function widen(data, slot) {
  for (const [token, weight] of [...slot.options])
    for (const wide of data.wider.get(token) ?? [])
      if (!slot.options.has(wide)) slot.options.set(wide, WIDER * weight)
}
