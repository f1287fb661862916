import assert from "node:assert/strict"
import { test } from "node:test"
import { read, write } from "../../docs/assets/javascripts/study/records.js"
import { Store } from "../../docs/assets/javascripts/study/store.js"
import { many, record, records } from "./chance.mjs"

const KEY = "/notes/kb.study"
const CARDS = [{ id: "a", topic: "losses" }, { id: "b", topic: "optimization", aliases: ["old-b", "a"] }]

class Shelf {
  items = new Map()
  full = false
  getItem(key) {
    return this.items.get(key) ?? null
  }
  setItem(key, value) {
    if (this.full) throw new Error("QuotaExceededError")
    this.items.set(key, value)
  }
  removeItem(key) {
    this.items.delete(key)
  }
}
const open = (shelf, cards = CARDS) => new Store(() => shelf, KEY, cards)
const ids = (store) => [...store.records.keys()].sort()

test("what is put in is there the next time, with its topic", () => {
  const shelf = new Shelf()
  open(shelf).put("a", record())
  assert.deepEqual(open(shelf).get("a"), record({ topic: "losses" }))
  assert.deepEqual([...shelf.items.keys()], [KEY])
})

test("nothing is written for a reader who has done nothing", () => {
  const shelf = new Shelf()
  open(shelf)
  assert.equal(shelf.items.size, 0)
})

test("a renamed question keeps its record, stored under the new id; an id in use is no former one", () => {
  const shelf = new Shelf()
  shelf.setItem(KEY, write(new Map([["old-b", record({ last: 7 })], ["a", record({ last: 3 })]])))
  const store = open(shelf)
  assert.deepEqual(ids(store), ["a", "b"])
  assert.equal(store.get("b").last, 7)
  assert.deepEqual([...read(shelf.getItem(KEY)).records.keys()].sort(), ["a", "b"])
})

test("two tabs that write in turns lose nothing, whether or not they hear of each other", () => {
  many((random) => {
    const shelf = new Shelf()
    const [one, two] = [open(shelf), open(shelf)]
    for (let last = 1; last < 20; last++) {
      const [writer, reader] = random() < 0.5 ? [one, two] : [two, one]
      writer.put(random() < 0.5 ? "a" : "b", record({ last }))
      if (random() < 0.3) reader.heard(shelf.getItem(KEY))
    }
    one.save()
    two.save()
    assert.equal(write(one.records), write(two.records))
    assert.equal(Math.max(...[...one.records.values()].map(({ last }) => last)), 19)
  })
})

test("what was cleared in another tab does not come back", () => {
  const shelf = new Shelf()
  const store = open(shelf)
  store.put("a", record())
  shelf.items.clear()
  store.heard(null)
  store.put("b", record())
  assert.deepEqual(ids(open(shelf)), ["b"])
})

test("damaged records are set aside, and what can be read stays", () => {
  const shelf = new Shelf()
  const text = write(new Map([["a", record()], ["b", record({ reps: -1 })]]))
  shelf.setItem(KEY, text)
  const store = open(shelf)
  assert.deepEqual([ids(store), store.damaged, store.kept], [["a"], true, true])
  assert.equal(shelf.getItem(`${KEY}.damaged`), text)
  assert.equal(open(shelf).damaged, false)
  for (const broken of ["{", "null", '{"format":"x"}']) {
    const other = new Shelf()
    other.setItem(KEY, broken)
    const begun = open(other)
    begun.put("a", record())
    assert.ok(begun.damaged)
    assert.equal(other.getItem(`${KEY}.damaged`), broken)
    assert.deepEqual(ids(open(other)), ["a"])
  }
})

test("what a later version wrote is left as it is", () => {
  const shelf = new Shelf()
  const text = '{"format":"kb-study","version":2,"cards":{"a":{}}}'
  shelf.setItem(KEY, text)
  const store = open(shelf)
  store.put("a", record())
  assert.equal(shelf.getItem(KEY), text)
  assert.equal(store.kept, false)
  assert.deepEqual(ids(store), ["a"])
})

test("where nothing can be kept it goes on in memory, and writes as soon as it can", () => {
  const forbidden = new Store(() => {
    throw new Error("SecurityError")
  }, KEY, CARDS)
  forbidden.put("a", record())
  assert.deepEqual([ids(forbidden), forbidden.kept], [["a"], false])
  const shelf = new Shelf()
  const store = open(shelf)
  shelf.full = true
  store.put("a", record())
  assert.equal(store.kept, false)
  shelf.full = false
  store.put("b", record())
  assert.deepEqual([ids(open(shelf)), store.kept], [["a", "b"], true])
})

test("taking in a file keeps the later reviews and counts what is new", () => {
  many((random) => {
    const [here, there] = [records(random), records(random)]
    const shelf = new Shelf()
    shelf.setItem(KEY, write(here))
    const store = open(shelf, [])
    const expected = [...there].filter(([id, { last }]) => last > (here.get(id)?.last ?? 0)).length
    assert.equal(store.add(there), expected)
    assert.equal(store.add(there), 0)
  })
})
