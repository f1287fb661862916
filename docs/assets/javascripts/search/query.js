// What a query asks for: slots, each with the tokens it may mean and how surely.

import { beginningWith } from "./data.js"
import { keystrokes, typedInHangul, typedInLatin } from "./hangul.js"
import { Run, read } from "./reading.js"
import { beginningOf, corrected } from "./slips.js"
import { asSlot, meaning } from "./slots.js"
import { isInitials } from "./words.js"

const LONGEST_WINDOW = 4
// How sure we are of what is completed, found beside the word itself, or part of a longer name.
const COMPLETED = 0.9
const BESIDE = 0.3
const WIDER = 0.4
const HALF_WORD = 0.75
const ENOUGH = 0.5

/** @typedef {import("./data.js").Data} Data */
/** @typedef {import("./slots.js").Slot} Slot */
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
 * Let a concept stand for those whose names hold it: 엔트로피 for 교차 엔트로피.
 * @param {Data} data
 * @param {Slot} slot
 */
function widen(data, slot) {
  for (const [token, weight] of [...slot.options])
    for (const wide of data.wider.get(token) ?? [])
      if (!slot.options.has(wide)) slot.options.set(wide, WIDER * weight)
}
