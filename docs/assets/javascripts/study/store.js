// Keeps records in localStorage, for both languages together. What another tab writes in between is
// merged, never overwritten; where nothing can be kept, it goes on in memory and says so.

import { merge, placed, read, renamed, write } from "./records.js"

export class Store {
  /**
   * @param {() => Storage} open returns the browser's storage, or throws where it is forbidden
   * @param {string} key where in it the records are
   * @param {{ id: string, topic: string, aliases?: string[] }[]} cards
   */
  constructor(open, key, cards) {
    this.open = open
    this.key = key
    this.former = new Map(cards.flatMap(({ id, aliases = [] }) => aliases.map((alias) => [alias, id])))
    for (const { id } of cards) this.former.delete(id)
    this.topics = new Map(cards.map(({ id, topic }) => [id, topic]))
    this.kept = true // whether what is remembered outlives the page
    this.damaged = false
    this.records = new Map()
    this.written = "" // what was stored last, as far as we know
    this.save()
  }

  /** Return what is remembered of a question. */
  get(id) {
    return this.records.get(id)
  }

  /** Remember one more review. */
  put(id, record) {
    this.take(new Map([[id, record]]))
    this.save()
  }

  /** Take in records from elsewhere; of each question the later review stays. Return how many are new. */
  add(records) {
    const before = this.records
    this.take(records)
    this.save()
    return [...this.records].filter(([id, { last }]) => before.get(id)?.last !== last).length
  }

  /** Take in what another tab has written; `text` is null where somebody has cleared everything. */
  heard(text) {
    if (text === null) this.records = new Map()
    else this.take(read(text).records)
  }

  take(records) {
    this.records = merge(this.records, placed(renamed(records, this.former), this.topics))
  }

  save() {
    try {
      const storage = this.open()
      const text = storage.getItem(this.key)
      if (text !== null && text !== this.written) this.recover(storage, text)
      const mine = write(this.records)
      if (this.records.size && mine !== text) storage.setItem(this.key, mine)
      this.written = mine
      this.kept = true
    } catch {
      this.kept = false
    }
  }

  /** Take in what is stored. What cannot be read is set aside, not lost: someone may still repair it. */
  recover(storage, text) {
    const { records, dropped, problem } = read(text)
    if (problem === "newer") throw new Error("written by a later version of this page")
    if (problem || dropped) {
      this.damaged = true
      storage.setItem(`${this.key}.damaged`, text)
      if (problem) storage.removeItem(this.key)
    }
    this.take(records)
  }
}
