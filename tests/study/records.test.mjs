import assert from "node:assert/strict"
import { test } from "node:test"
import { merge, placed, read, renamed, write } from "../../docs/assets/javascripts/study/records.js"
import { many, record, records } from "./chance.mjs"

const same = (a, b) => assert.equal(write(a), write(b))

test("what was written can be read", () => {
  many((random) => {
    const some = placed(records(random), new Map([["a", "optimization"]]))
    const back = read(write(some, { exported: "2026-11-21" }))
    same(back.records, some)
    assert.deepEqual([back.dropped, back.problem], [0, ""])
  })
})

test("merging is the same in any order, and a second time changes nothing", () => {
  many((random) => {
    const [a, b, c] = [records(random), records(random), records(random)]
    same(merge(a, b), merge(b, a))
    same(merge(merge(a, b), c), merge(a, merge(b, c)))
    same(merge(merge(a, b), b), merge(a, b))
    same(merge(a, a), a)
  })
})

test("merging keeps the later review of each question and loses none", () => {
  many((random) => {
    const [a, b] = [records(random), records(random)]
    const both = merge(a, b)
    assert.deepEqual(new Set(both.keys()), new Set([...a.keys(), ...b.keys()]))
    for (const [id, { last }] of both) assert.equal(last, Math.max(a.get(id)?.last ?? 0, b.get(id)?.last ?? 0))
  })
})

test("a record moves to the id that its question has now; the later review wins there too", () => {
  const former = new Map([["old", "new"], ["older", "new"]])
  const found = renamed(new Map([["old", record({ last: 3 })], ["older", record({ last: 9 })], ["other", record()]]), former)
  assert.deepEqual([...found.keys()].sort(), ["new", "other"])
  assert.equal(found.get("new").last, 9)
  same(renamed(found, former), found)
  assert.equal(renamed(new Map([["old", record({ last: 1 })], ["new", record({ last: 2 })]]), former).get("new").last, 2)
})

test("a record tells the topic of its question", () => {
  const found = placed(new Map([["a", record({ topic: "x" })], ["b", record({ topic: "x" })]]), new Map([["a", "y"]]))
  assert.deepEqual([found.get("a").topic, found.get("b").topic], ["y", "x"])
})

test("any other text is foreign, and no text makes it fail", () => {
  const others = ["", "null", "[]", "7", "{", '"x"', "{}", '{"format":"kb-study"}', '{"format":"kb-study","version":1}',
    '{"format":"kb-study","version":"1","cards":{}}', '{"format":"kb-study","version":1,"cards":[]}',
    '{"format":"anki","version":1,"cards":{}}', "\0\uffff"]
  for (const text of others) assert.deepEqual([read(text).problem, read(text).records.size], ["foreign", 0], text)
  assert.equal(read('{"format":"kb-study","version":2,"cards":{}}').problem, "newer")
})

test("records that make no sense are left out and counted, the others stay", () => {
  const broken = [null, 7, "x", [], {}, record({ last: null }), record({ due: "1" }), record({ stability: -1 }),
    record({ grade: 5 }), record({ reps: 0 }), record({ due: 1e300 }), record({ difficulty: NaN })]
  const cards = Object.fromEntries([...broken.map((one, i) => [`bad-${i}`, one]), ["good", record({ more: "x" })]])
  const found = read(JSON.stringify({ format: "kb-study", version: 1, cards }))
  assert.equal(found.dropped, broken.length)
  assert.deepEqual([...found.records], [["good", record()]])
})
