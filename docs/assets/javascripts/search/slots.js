// A part of a query and what it may mean.

import { keystrokes } from "./hangul.js"
import { isHangul } from "./words.js"

const MOST_COMPLETIONS = 40
// How much nearer to its end a completion is better.
const SHORTNESS = 0.3
// How much a word counts that nothing here knows; verbs of a question in one's own words count less.
const UNKNOWN = 0.9
const UNKNOWN_VERB = 0.45
const VERB = /(?:[요다까면서고지데니는은을게죠때]|해)$/

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

/**
 * @param {Data} data
 * @param {Piece} piece
 * @returns {Slot}
 */
export function asSlot(data, { start, end, tokens, known, letters }) {
  const options = new Map(tokens.map((token) => [token, 1]))
  const sure = known ? 1 : tokens.length ? 0.8 : 0
  const weight = options.size ? weigh(data, options) : isHangul(letters) && VERB.test(letters) ? UNKNOWN_VERB : UNKNOWN
  return { start, end, letters, options, weight, sure, completion: "" }
}

/**
 * @param {Data} data
 * @param {Map<number, number>} options
 */
export function weigh(data, options) {
  let most = 0
  for (const token of options.keys()) most = Math.max(most, data.weight(token))
  return options.size ? most : UNKNOWN
}

/**
 * Return a slot for spellings that could be meant.
 * @param {Data} data
 * @param {{ start: number, end: number, letters: string }} place
 * @param {Spelling[]} spellings
 * @param {number} sure
 * @returns {Slot}
 */
export function meaning(data, { start, end, letters }, spellings, sure) {
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
