// The whole search: a query in, Material's results out.

import { Data } from "./data.js"
import { understand } from "./query.js"
import { rank } from "./rank.js"
import { glossaryEntry, groups, instead } from "./results.js"

/** @typedef {import("./results.js").Item} Item */
/** @typedef {import("./results.js").Section} Section */
/** @typedef {{ items: Item[][], suggest: string[], none?: boolean }} Result */

export class Engine {
  /**
   * @param {any} built the index
   * @param {(shard: number) => Promise<Record<string, Section[]>>} load
   */
  constructor(built, load) {
    this.data = new Data(built)
    this.load = load
    /** @type {Map<number, Promise<Record<string, Section[]>>>} */
    this.shards = new Map()
  }

  /**
   * Answer a query for a reader of `lang`.
   * @param {string} query
   * @param {string} lang
   * @returns {Promise<Result>}
   */
  async search(query, lang) {
    if (!query.trim()) return { items: [], suggest: [] }
    const { slots } = understand(this.data, query)
    const hits = rank(this.data, slots, lang)
    const textOf = (/** @type {number} */ unit, /** @type {string} */ each) => this.textOf(unit, each)
    const items = await groups(this.data, hits, slots, lang, textOf)
    const asked = hits.some(({ near }) => near > 0.5)
    const entry = asked ? undefined : await glossaryEntry(this.data, slots, hits, lang, textOf)
    if (entry) items.unshift(entry)
    const completion = slots.at(-1)?.completion
    const suggest = completion ? [completion.split(" ").at(-1)] : []
    return items.length ? { items, suggest } : { items: instead(this.data, query, lang), suggest, none: true }
  }

  /**
   * Return the sections of a unit's page; none where they cannot be had.
   * @param {number} unit
   * @param {string} lang
   * @returns {Promise<Section[]>}
   */
  async textOf(unit, lang) {
    const shard = this.data.texts[lang][unit]
    if (!this.shards.has(shard)) this.shards.set(shard, this.load(shard).catch(() => ({})))
    return (await this.shards.get(shard))[`${lang}${unit}`] ?? []
  }
}
