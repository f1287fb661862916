// The index as it was built, made ready for questions. `hooks/kb/search/index.py` writes it.

import { initials, keystrokes } from "./hangul.js"
import { ascending, unpack } from "./packing.js"
import { lettersOf, stem } from "./words.js"

export const LANGS = ["ko", "en"]
const LEVELS = 4
const LEVEL_WEIGHT = [0.3, 0.55, 0.8, 1]
// A relation (why, difference) tells less than a subject; a word less than a concept.
const RELATION = 0.5
const WORD = 0.85
// A word that no question uses tells little; so does a spelling that is not the preferred one.
const UNASKED = 0.45
const VARIANT = 0.7
const LEAST_USUAL = 0.4
const ASKED = 0.6

/**
 * @typedef {{ key: string, tokens: number[], shown: string, usual: number }} Spelling
 *   A spelling: its keystrokes, what it means (nothing for words that say nothing), how it is written,
 *   and how usual it is to ask for it in this spelling.
 * @typedef {Map<string, Spelling[]>} Spellings spellings by their first keystroke
 * @typedef {{ page: number, weight: number }} Posting
 *   A page (twice its unit, and one more for English) and how much it is about a token.
 */

export class Data {
  /** @param {any} built what `index.py` wrote */
  constructor(built) {
    this.particles = new Set(built.particles.split(" "))
    this.verbal = new Set(built.verbal)
    this.nouns = new Set(built.nouns)
    /** @type {string[][]} every spelling of each concept */
    this.surfaces = built.concepts.map((/** @type {string} */ all) => all.split("|"))
    /** @type {[string, string][]} */
    this.conceptNames = built.concept_names
    this.conceptIds = built.concept_ids.split(" ")
    this.relations = Object.keys(built.relations)
    this.words = built.words.split(" ")
    this.firstWord = this.surfaces.length + this.relations.length
    this.units = built.units
    this.texts = built.texts
    this.sayings = built.sayings
    this.built = built
    this.postings = built.postings.split(" ")
    /** @type {Map<number, Posting[]>} */
    this.unpacked = new Map()
    /** @type {number[]} */
    this.weights = []
    this.readPhrases()
    this.readSpellings()
    this.wordNumber = new Map(this.words.map((/** @type {string} */ word, /** @type {number} */ i) => [word, this.firstWord + i]))
    /** @type {Map<number, number[]>} concepts whose names hold a concept */
    this.wider = new Map()
    /** @type {Map<string, number>} what the words of names mean one by one */
    this.compositions = new Map(
      built.compositions.split(" ").map((/** @type {string} */ packed) => {
        const numbers = unpack(packed)
        const whole = numbers.pop()
        return [numbers.join(), whole]
      })
    )
    for (const [part, whole] of built.parts) this.wider.set(part, [...(this.wider.get(part) ?? []), whole])
  }

  readPhrases() {
    /** @type {{ unit: number, tokens: number[] }[]} */
    this.phrases = []
    /** @type {Map<number, number[]>} the phrases that hold a token */
    this.asked = new Map()
    /** @type {Map<number, number>} how many units ask about a token */
    this.spread = new Map()
    this.units.phrases.forEach((/** @type {string} */ packed, /** @type {number} */ unit) => {
      const mine = new Set()
      for (const phrase of packed.split("|")) {
        const tokens = ascending(unpack(phrase))
        for (const token of tokens) {
          if (!this.asked.has(token)) this.asked.set(token, [])
          this.asked.get(token).push(this.phrases.length)
          mine.add(token)
        }
        this.phrases.push({ unit, tokens })
      }
      for (const token of mine) this.spread.set(token, (this.spread.get(token) ?? 0) + 1)
    })
    /** @type {Map<number, number>} the share of a token in the shortest phrase that holds it */
    this.alone = new Map()
    for (const { tokens } of this.phrases)
      for (const token of tokens) this.alone.set(token, Math.max(this.alone.get(token) ?? 0, ASKED + (1 - ASKED) / tokens.length))
    this.count = this.units.ids.length
    this.rarest = Math.log(1 + this.count)
  }

  readSpellings() {
    /** @type {Map<string, { tokens: number[], shown: string, usual: number }>} */
    const found = new Map()
    const add = (/** @type {string} */ shown, /** @type {number[]} */ tokens, preferred = true) => {
      const letters = lettersOf(shown)
      const usual = this.usual(tokens) * (preferred ? 1 : VARIANT)
      if (preferred || found.get(letters)?.tokens[0] !== tokens[0]) found.set(letters, { tokens, shown, usual })
    }
    for (const word of this.built.frame.split(" ")) add(word, [])
    this.relations.forEach((name, i) => {
      for (const word of this.built.relations[name].split(" ")) add(word, [this.surfaces.length + i])
    })
    for (const [word, names] of Object.entries(this.built.compounds))
      add(word, /** @type {string[]} */ (names).map((name) => this.surfaces.length + this.relations.indexOf(name)))
    this.surfaces.forEach((all, i) => all.forEach((surface, place) => add(surface, [i], place < 2)))
    found.delete("")
    this.tokens = found
    /** @type {Map<string, number>} the longest spelling by its first letters */
    this.longest = new Map()
    /** @type {Spelling[]} */
    const spellings = []
    for (const [letters, spelling] of found) {
      const start = letters.slice(0, 2)
      this.longest.set(start, Math.max(this.longest.get(start) ?? 0, letters.length))
      spellings.push({ key: keystrokes(letters), ...spelling })
    }
    this.spellings = byFirstKey(spellings)
  }

  /**
   * Return how usual it is to ask for this: 1 where a phrase asks for nothing else.
   * @param {number[]} tokens
   */
  usual(tokens) {
    return Math.max(...tokens.map((token) => this.alone.get(token) ?? LEAST_USUAL), LEAST_USUAL)
  }

  /** Words of pages, by their keystrokes; made when first wanted. @returns {Spellings} */
  get wordSpellings() {
    this.keyedWords ??= byFirstKey(
      this.words.map((/** @type {string} */ word, /** @type {number} */ i) => ({
        key: keystrokes(word),
        tokens: [this.firstWord + i],
        shown: word,
        usual: this.usual([this.firstWord + i]),
      }))
    )
    return this.keyedWords
  }

  /** Korean spellings by their first consonants; made when first wanted. @returns {Spellings} */
  get initialSpellings() {
    this.keyedInitials ??= byFirstKey(
      [...this.tokens]
        .filter(([letters, { tokens }]) => tokens.some((t) => this.isConcept(t)) && /^[가-힣]{2,}$/.test(letters))
        .map(([letters, spelling]) => ({ key: initials(letters), ...spelling }))
    )
    return this.keyedInitials
  }

  /**
   * Return where a token is found on pages.
   * @param {number} token
   * @returns {Posting[]}
   */
  found(token) {
    let postings = this.unpacked.get(token)
    if (!postings) {
      let page = 0
      postings = unpack(this.postings[token] ?? "").map((number) => {
        page += Math.floor(number / LEVELS)
        return { page, weight: LEVEL_WEIGHT[number % LEVELS] }
      })
      this.unpacked.set(token, postings)
    }
    return postings
  }

  /**
   * Return how much a token tells: 1 where only one unit asks about it.
   * @param {number} token
   * @returns {number}
   */
  weight(token) {
    return (this.weights[token] ??= this.weigh(token))
  }

  /** @param {number} token */
  weigh(token) {
    const spread = this.spread.get(token) ?? Math.max(1, this.found(token).length / 2)
    const rare = Math.log(1 + this.count / spread) / this.rarest
    if (token >= this.firstWord) return WORD * rare * (this.spread.has(token) ? 1 : UNASKED)
    return token >= this.surfaces.length ? RELATION * rare : rare
  }

  /** @param {number} token */
  isConcept(token) {
    return token < this.surfaces.length
  }

  /** @param {number} token */
  isRelation(token) {
    return token >= this.surfaces.length && token < this.firstWord
  }

  /** @param {number} token */
  isWord(token) {
    return token >= this.firstWord
  }

  /** @param {string} word */
  stem(word) {
    return stem(word, this.particles)
  }
}

/**
 * @param {Spelling[]} spellings
 * @returns {Spellings}
 */
function byFirstKey(spellings) {
  /** @type {Spellings} */
  const found = new Map()
  for (const spelling of spellings) {
    const first = spelling.key[0]
    if (!found.has(first)) found.set(first, [])
    found.get(first).push(spelling)
  }
  return found
}

/**
 * Return the spellings that begin with `key`.
 * @param {Spellings} spellings
 * @param {string} key
 * @returns {Spelling[]}
 */
export function beginningWith(spellings, key) {
  return (spellings.get(key[0]) ?? []).filter((spelling) => spelling.key.startsWith(key))
}
