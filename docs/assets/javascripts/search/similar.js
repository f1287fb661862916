// Words that are nearly the same: a bounded edit distance on keystrokes, and titles that look alike.

import { keystrokes } from "./hangul.js"

/** @typedef {import("./data.js").Spelling} Spelling */
/** @typedef {import("./data.js").Spellings} Spellings */

/**
 * Return how many slips a word of this many keystrokes may hold.
 * @param {string} key
 * @returns {number}
 */
export function tolerance(key) {
  // Two syllables of Hangul are near too many others: 부산 is not 분산.
  const hangul = /[ㄱ-ㅣ]/.test(key)
  if (key.length < (hangul ? 6 : 4)) return 0
  return key.length < (hangul ? 9 : 8) ? 1 : 2
}

/**
 * Return the distance of two words (a letter wrong, missing, added, or two swapped), or more than `most`.
 * With `open`, `b` may go on after `a` ends.
 * @param {string} a
 * @param {string} b
 * @param {number} most
 * @param {boolean} open
 * @returns {number}
 */
export function distance(a, b, most, open = false) {
  const width = Math.min(b.length, a.length + most)
  let before = new Array(width + 1).fill(0)
  let row = Array.from({ length: width + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    let least = i
    for (let j = 1; j <= width; j++) {
      let cost = Math.min(row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1), row[j] + 1, next[j - 1] + 1)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2] + 1)
      next.push(cost)
      if (cost < least) least = cost
    }
    if (least > most) return most + 1
    before = row
    row = next
  }
  if (open) return Math.min(...row)
  return width < b.length ? most + 1 : row[width]
}

/**
 * Return the spellings nearest to `key` within its tolerance, with their distance; none for exact ones.
 * Their first keys agree, or their first two are swapped, as in nearly all slips.
 * @param {Spellings} spellings
 * @param {string} key
 * @param {boolean} open
 * @param {number} most
 * @returns {{ spelling: Spelling, slips: number }[]}
 */
export function nearest(spellings, key, open, most = tolerance(key)) {
  let best = most
  /** @type {{ spelling: Spelling, slips: number }[]} */
  let found = []
  if (!best) return found
  for (const first of new Set([key[0], key[1]]))
    for (const spelling of spellings.get(first) ?? []) {
      const other = spelling.key
      if (!spelling.tokens.length || other.length < key.length - best || tolerance(other) === 0) continue
      if (!open && other.length > key.length + best) continue
      if (first !== key[0] && other[1] !== key[0]) continue
      const slips = distance(key, other, best, open)
      if (slips > best) continue
      if (slips < best) found = []
      best = slips
      found.push({ spelling, slips })
    }
  return found
}

/**
 * Return pairs of neighbouring keystrokes, to compare titles by.
 * @param {string} text
 * @returns {Set<string>}
 */
export function pairs(text) {
  const typed = keystrokes(text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " "))
  const found = new Set()
  for (let i = 1; i < typed.length; i++) found.add(typed.slice(i - 1, i + 1))
  return found
}

/**
 * Return how much of the smaller set is in the other, between 0 and 1.
 * @param {Set<string>} a
 * @param {Set<string>} b
 * @returns {number}
 */
export function alike(a, b) {
  let both = 0
  for (const pair of a) if (b.has(pair)) both++
  return (2 * both) / (a.size + b.size || 1)
}
