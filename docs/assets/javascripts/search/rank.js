// Which units answer a query best: how near its phrases are, and what its pages are about.

import { LANGS } from "./data.js"

/** @typedef {import("./data.js").Data} Data */
/** @typedef {import("./query.js").Slot} Slot */
/**
 * @typedef {object} Hit
 * @property {number} unit
 * @property {number} score
 * @property {number} near how near its best phrase is, between 0 and 1
 * @property {boolean} foreign whether only the other language's page has it
 */

const NEAR = 0.62
const BODY = 0.22
const COVERED = 0.16
const LEAST_COVERED = 0.5
// A unit whose phrases are near enough may leave more of a long query uncovered.
const LEAST_WITH_PHRASE = 0.36
const CLEARLY = 0.42
// What no phrase is near must be said on a page more than in passing.
const HARDLY = 0.35
const LEAST_WITHOUT_PHRASE = 0.6
const LEAST_OF_ONE = 0.27
const LEAST_OF_SEVERAL = 0.36
const LEAST_OF_BEST = 0.3
const MOST = 30
const FOREIGN = 0.9

/**
 * Return the best units, the best first.
 * @param {Data} data
 * @param {Slot[]} slots
 * @param {string} lang the reader's language
 * @returns {Hit[]}
 */
export function rank(data, slots, lang) {
  const total = slots.reduce((sum, slot) => sum + slot.weight, 0)
  if (!total) return []
  const near = new Float64Array(data.phrases.length)
  const body = [new Float64Array(data.count), new Float64Array(data.count)]
  const covered = new Float64Array(data.count)
  for (const slot of slots) addSlot(data, slot, total, near, body, covered)
  const best = new Float64Array(data.count)
  data.phrases.forEach(({ unit }, i) => {
    if (near[i]) best[unit] = Math.max(best[unit], near[i] / Math.sqrt(total * phraseWeight(data, i)))
  })
  const own = LANGS.indexOf(lang)
  /** @type {Hit[]} */
  const hits = []
  for (let unit = 0; unit < data.count; unit++) {
    if (covered[unit] < (best[unit] < CLEARLY ? LEAST_COVERED : LEAST_WITH_PHRASE)) continue
    if (best[unit] < HARDLY) {
      const said = Math.max(body[0][unit], body[1][unit])
      if (covered[unit] < LEAST_WITHOUT_PHRASE || said < (slots.length > 1 ? LEAST_OF_SEVERAL : LEAST_OF_ONE)) continue
    }
    const foreign = isForeign(data, unit, own, best[unit], body)
    // A page about many things, as lists are, is not worth a change of language.
    if (foreign && data.units.kinds[unit] !== "question" && data.units[lang][unit]) continue
    const score =
      (NEAR * best[unit] + BODY * Math.max(body[0][unit], body[1][unit]) + COVERED * covered[unit]) *
      (data.units.priors[unit] / 100) *
      (foreign ? FOREIGN : 1)
    hits.push({ unit, score, near: best[unit], foreign })
  }
  hits.sort((a, b) => b.score - a.score || a.unit - b.unit)
  return hits.filter(({ score }) => score >= LEAST_OF_BEST * hits[0].score).slice(0, MOST)
}

/**
 * Add what one slot contributes to every phrase and page.
 * @param {Data} data
 * @param {Slot} slot
 * @param {number} total
 * @param {Float64Array} near
 * @param {Float64Array[]} body
 * @param {Float64Array} covered
 */
function addSlot(data, slot, total, near, body, covered) {
  /** @type {Map<number, number>} */
  const asked = new Map()
  /** @type {Map<number, number>} */
  const pages = new Map()
  const units = new Set()
  for (const [token, sure] of slot.options) {
    for (const phrase of data.asked.get(token) ?? []) {
      asked.set(phrase, Math.max(asked.get(phrase) ?? 0, sure * Math.min(slot.weight, data.weight(token))))
      units.add(data.phrases[phrase].unit)
    }
    for (const { page, weight } of data.found(token)) {
      pages.set(page, Math.max(pages.get(page) ?? 0, sure * weight))
      units.add(page >> 1)
    }
  }
  const share = slot.weight / total
  for (const [phrase, weight] of asked) near[phrase] += weight
  for (const [page, weight] of pages) body[page & 1][page >> 1] += weight * share
  for (const unit of units) covered[unit] += share
}

/** @type {WeakMap<Data, Float64Array>} */
const weights = new WeakMap()

/**
 * @param {Data} data
 * @param {number} phrase
 */
function phraseWeight(data, phrase) {
  let known = weights.get(data)
  if (!known) {
    known = Float64Array.from(data.phrases, ({ tokens }) => tokens.reduce((sum, token) => sum + data.weight(token), 0))
    weights.set(data, known)
  }
  return known[phrase] || 1
}

/**
 * Tell whether a unit should be shown in the other language: it has no page in the reader's, or only
 * the other language's text has what was asked for.
 * @param {Data} data
 * @param {number} unit
 * @param {number} own
 * @param {number} near
 * @param {Float64Array[]} body
 */
function isForeign(data, unit, own, near, body) {
  if (!data.units[LANGS[own]][unit]) return true
  if (!data.units[LANGS[1 - own]][unit]) return false
  return near === 0 && body[own][unit] === 0 && body[1 - own][unit] > 0
}
