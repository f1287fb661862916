// Reading a query: known spellings, longest first, as `hooks/kb/search/reading.py` reads texts.

import { keystrokes } from "./hangul.js"
import { chunks, fold, isHangul } from "./words.js"

const PLURALS = ["s", "es"]
const LONG = 3

/** @typedef {import("./data.js").Data} Data */
/**
 * @typedef {{ start: number, end: number, tokens: number[], known: boolean, letters: string }} Piece
 *   A part of a query; `known` means that the glossary or the list of relations has it.
 */

/**
 * The letters of a query without gaps, where its words begin, where the word of each letter ends,
 * whether the last word may still be being typed, and whether more words may follow.
 */
export class Run {
  /** @param {string} text */
  constructor(text) {
    const words = chunks(fold(text))
    this.letters = words.join("")
    /** @type {number[]} */
    this.starts = []
    /** @type {number[]} */
    this.ends = []
    for (const word of words) {
      const start = this.ends.length
      this.starts.push(start)
      for (let i = 0; i < word.length; i++) this.ends.push(start + word.length)
    }
    this.open = !/[\s?!.,]$/.test(text)
    this.unfinished = !/[?!.,]\s*$/.test(text)
  }
}

/**
 * Read a run of letters.
 * @param {Data} data
 * @param {Run} run
 * @returns {Piece[]}
 */
export function read(data, run) {
  /** @type {Piece[]} */
  const pieces = []
  for (let at = 0; at < run.letters.length; ) {
    const piece = next(data, run, at)
    pieces.push(piece)
    at = piece.end
  }
  return pieces
}

/**
 * @param {Data} data
 * @param {Run} run
 * @param {number} at
 * @returns {Piece}
 */
function next(data, run, at) {
  const { letters, ends } = run
  const bound = Math.max(data.longest.get(letters.slice(at, at + 2)) ?? 0, data.longest.get(letters[at]) ?? 0)
  for (let end = Math.min(letters.length, at + bound); end > at; end--) {
    const known = data.tokens.get(letters.slice(at, end))
    if (known && mayEnd(data, run, at, end)) {
      const rest = letters.slice(end, ends[end - 1])
      const after = isEnding(data, rest, last(run, end)) || PLURALS.includes(rest) ? end + rest.length : end
      return { start: at, end: after, tokens: known.tokens, known: true, letters: letters.slice(at, end) }
    }
  }
  const word = letters.slice(at, ends[at])
  const number = data.wordNumber.get(data.stem(word))
  const tokens = number === undefined ? [] : [number]
  return { start: at, end: ends[at], tokens, known: data.particles.has(word), letters: word }
}

/**
 * @param {Run} run
 * @param {number} end
 */
const last = (run, end) => run.open && run.ends[end - 1] === run.letters.length

/**
 * @param {Data} data
 * @param {Run} run
 * @param {number} at
 * @param {number} end
 */
function mayEnd(data, run, at, end) {
  const stop = run.ends[end - 1]
  if (end === stop) return true
  const rest = run.letters.slice(end, stop)
  if (!isHangul(rest)) return PLURALS.includes(rest) && end - at > 1
  if (end - at === 1)
    return data.nouns.has(run.letters[at]) && (data.particles.has(rest) || (last(run, end) && beginsParticle(data, rest)))
  if (end - at >= LONG || isEnding(data, rest, last(run, end)) || knownPrefix(data, rest)) return true
  return data.tokens.get(run.letters.slice(at, end)).tokens.some((token) => data.isRelation(token))
}

/**
 * @param {Data} data
 * @param {string} rest
 */
function knownPrefix(data, rest) {
  for (let size = rest.length; size > 1; size--) if (data.tokens.has(rest.slice(0, size))) return true
  return false
}

/**
 * Tell whether `rest` is a particle or makes a verb, or, while it is being typed, begins to be one.
 * @param {Data} data
 * @param {string} rest
 * @param {boolean} open
 */
function isEnding(data, rest, open) {
  if (!rest) return false
  if (data.particles.has(rest) || data.verbal.has(rest[0])) return true
  return open && rest.length < 3 && beginsParticle(data, rest)
}

/**
 * @param {Data} data
 * @param {string} rest
 */
function beginsParticle(data, rest) {
  const typed = keystrokes(rest)
  for (const particle of data.particles) if (keystrokes(particle).startsWith(typed)) return true
  return false
}
