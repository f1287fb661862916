// Words that are not known as they stand: slips of the keyboard, and forms of verbs.

import { keystrokes } from "./hangul.js"
import { nearest } from "./similar.js"
import { meaning, weigh } from "./slots.js"
import { isHangul } from "./words.js"

const LONGEST_STRETCH = 4
const CORRECTED = 0.85
const HALF_KNOWN = 0.75

/** @typedef {import("./data.js").Data} Data */
/** @typedef {import("./reading.js").Run} Run */
/** @typedef {import("./slots.js").Slot} Slot */

/**
 * Correct slips: the widest stretch round an unknown word that is nearly a spelling.
 * @param {Data} data
 * @param {Run} run
 * @param {Slot[]} slots
 */
export function corrected(data, run, slots) {
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
  for (let from = Math.max(0, at - LONGEST_STRETCH + 1); from <= at; from++)
    for (let to = at + 1; to <= Math.min(slots.length, from + LONGEST_STRETCH); to++) windows.push({ from, to })
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
export function beginningOf(data, slot) {
  if (!isHangul(slot.letters)) return slot
  const verb = verbOf(data, slot.letters)
  if (verb) return { ...slot, options: new Map(verb.map((token) => [token, 1])), weight: data.weight(verb[0]), sure: 0.8 }
  for (let size = slot.letters.length - 1; size > 1; size--) {
    const start = slot.letters.slice(0, size)
    const number = data.wordNumber.get(start)
    const tokens = data.tokens.get(start)?.tokens ?? (number === undefined ? [] : [number])
    if (!tokens.length) continue
    const options = new Map(tokens.map((token) => [token, HALF_KNOWN]))
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
