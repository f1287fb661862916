// Text to words, in the same way as `hooks/kb/search/reading.py` and `stems.py`.

const HANGUL_LETTERS = "ㄱ-ㅎㅏ-ㅣ"
const CHUNK = new RegExp(
  `[가-힣${HANGUL_LETTERS}]+|[a-z][a-z0-9+#]*|[0-9]+%?|(?:(?![a-z가-힣${HANGUL_LETTERS}])\\p{L})+`,
  "gu"
)
const OTHERS = /[^\u3130-\u318f]+/g
const LONGEST_PARTICLE = 6

/**
 * Fold what does not change a text: how Hangul is stored, width, case. Letters of Hangul that stand
 * alone stay what a keyboard shows.
 * @param {string} text
 * @returns {string}
 */
export function fold(text) {
  return text
    .normalize("NFC")
    .replace(OTHERS, (part) => part.normalize("NFKC"))
    .replace(/[\u00ad\u200b-\u200f\u2060-\u2064\ufe0e\ufe0f\ufeff]/g, "")
    .toLowerCase()
}

/**
 * Return the words of folded text, without what stands between them.
 * @param {string} text
 * @returns {string[]}
 */
export function chunks(text) {
  return text.match(CHUNK) ?? []
}

/**
 * Return the letters of a spelling; most are plain, and there are thousands.
 * @param {string} text
 * @returns {string}
 */
export function lettersOf(text) {
  return /^[A-Za-z가-힣 -]+$/.test(text) ? text.replace(/[ -]/g, "").toLowerCase() : chunks(fold(text)).join("")
}

/** @param {string} text */
export const isHangul = (text) => /^[가-힣ㄱ-ㅎㅏ-ㅣ]/.test(text)

/** @param {string} text */
export const isInitials = (text) => /^[ㄱ-ㅎ]+$/.test(text)

/**
 * Drop a Korean particle or an English ending; a bare particle leaves nothing.
 * @param {string} word
 * @param {Set<string>} particles
 * @returns {string}
 */
export function stem(word, particles) {
  if (particles.has(word)) return ""
  if (!/^[가-힣]/.test(word)) return english(word)
  for (let size = Math.min(LONGEST_PARTICLE, word.length - 2); size > 0; size--)
    if (particles.has(word.slice(-size))) return word.slice(0, -size)
  return word
}

/**
 * @param {string} word
 * @returns {string}
 */
function english(word) {
  if (word.length < 4 || !/^[a-z0-9+#%]+$/.test(word)) return word
  if (word.endsWith("ies")) return word.slice(0, -3) + "y"
  if (word.endsWith("s") && !/(?:ss|us|is)$/.test(word)) word = word.slice(0, -1)
  for (const ending of ["ing", "ed", "ly"]) {
    if (!word.endsWith(ending)) continue
    const start = word.slice(0, -ending.length)
    if (start.length > 2 && /[aeiouy]/.test(start)) return /([^lsz])\1$/.test(start) ? start.slice(0, -1) : start
  }
  return word.length > 4 && word.endsWith("e") ? word.slice(0, -1) : word
}
