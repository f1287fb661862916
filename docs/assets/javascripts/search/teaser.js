// The place in a text that a query is about, marked, and the words to mark on the page itself.

const LENGTH = 150
const BEFORE = 40
const MOST_OPTIONS = 6

/** @typedef {import("./data.js").Data} Data */
/** @typedef {import("./query.js").Slot} Slot */

/** @param {string} text */
export const escape = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)

/** @param {string} text */
const literally = (text) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")

/** Finds what slots mean in texts. */
export class Marker {
  /**
   * @param {Data} data
   * @param {Slot[]} slots
   */
  constructor(data, slots) {
    const sources = slots.map((slot) => patterns(data, slot)).filter((found) => found.length)
    this.each = sources.map((found) => new RegExp(found.join("|"), "iu"))
    const all = sources.flat().sort((a, b) => b.length - a.length)
    this.any = all.length ? new RegExp(all.join("|"), "giu") : null
  }

  /**
   * Return how many of the slots a text mentions.
   * @param {string} text
   */
  count(text) {
    return this.each.filter((pattern) => pattern.test(text)).length
  }

  /**
   * Return every mention as it is written, once.
   * @param {string} text
   * @returns {string[]}
   */
  mentions(text) {
    const found = this.any ? (text.match(this.any) ?? []) : []
    return [...new Set(found.map((mention) => mention.toLowerCase()))]
  }

  /**
   * Return HTML of a text with the mentions marked.
   * @param {string} text
   */
  mark(text) {
    if (!this.any) return escape(text)
    let [html, at] = ["", 0]
    for (const { 0: mention, index } of text.matchAll(this.any)) {
      html += `${escape(text.slice(at, index))}<mark data-md-highlight>${escape(mention)}</mark>`
      at = index + mention.length
    }
    return html + escape(text.slice(at))
  }

  /**
   * Return HTML of the part of a text with the most mentions.
   * @param {string} text
   */
  teaser(text) {
    const places = this.any ? Array.from(text.matchAll(this.any), ({ index }) => index).slice(0, 60) : []
    let [start, most] = [0, 0]
    places.forEach((place, i) => {
      let count = 0
      while (i + count < places.length && places[i + count] < place + LENGTH - BEFORE) count++
      if (count > most) [start, most] = [place, count]
    })
    start = start > BEFORE ? text.indexOf(" ", start - BEFORE) + 1 || start - BEFORE : 0
    let end = Math.min(text.length, start + LENGTH)
    if (end < text.length) end = Math.max(text.lastIndexOf(" ", end), start + LENGTH / 2)
    return `${start ? "…" : ""}${this.mark(text.slice(start, end))}${end < text.length ? "…" : ""}`
  }
}

/**
 * Return patterns for everything a slot may mean, the likeliest meanings only.
 * @param {Data} data
 * @param {Slot} slot
 * @returns {string[]}
 */
function patterns(data, slot) {
  const likely = [...slot.options].filter(([token]) => data.isConcept(token) || data.isWord(token))
  likely.sort(([, a], [, b]) => b - a)
  const least = 0.6 * (likely[0]?.[1] ?? 0)
  return likely
    .slice(0, MOST_OPTIONS)
    .filter(([, sure]) => sure >= least)
    .flatMap(([token]) => (data.isConcept(token) ? data.surfaces[token].map(spelling) : [word(data.words[token - data.firstWord])]))
}

/**
 * @param {string} surface
 * @returns {string}
 */
function spelling(surface) {
  const loose = surface.split(/[\s-]+/).map(literally).join("[\\s-]*")
  return /[a-z]$/i.test(surface) ? `(?<![a-z])${loose}(?:e?s)?(?![a-z])` : loose
}

/** @param {string} stem */
const word = (stem) => (/^[a-z]/.test(stem) ? `(?<![a-z])${literally(stem)}[a-z]*` : literally(stem))
