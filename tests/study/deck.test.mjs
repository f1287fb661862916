import assert from "node:assert/strict"
import { test } from "node:test"
import * as deck from "../../docs/assets/javascripts/study/deck.js"
import { many, record, whole } from "./chance.mjs"

const ids = (n) => Array.from({ length: n }, (_, i) => `q${i}`)

test("a shuffled round holds every question once", () => {
  many((random) => {
    const all = ids(whole(random, 0, 40))
    const mixed = deck.shuffled(all, random)
    assert.deepEqual([...mixed].sort(), [...all].sort())
    assert.equal(new Set(deck.begin([...mixed, ...mixed]).ids).size, deck.begin([...mixed, ...mixed]).ids.length)
  })
})

test("every order is about as likely as any other", () => {
  const counts = new Map()
  many((random) => {
    const order = deck.shuffled(ids(3), random).join()
    counts.set(order, (counts.get(order) ?? 0) + 1)
  }, 6000)
  assert.equal(counts.size, 6)
  for (const n of counts.values()) assert.ok(Math.abs(n - 1000) < 150, `${n}`)
})

test("whatever the reader does, the place stays inside the round and nothing is asked twice", () => {
  many((random) => {
    let round = deck.begin(ids(whole(random, 1, 6)))
    for (let i = 0; i < 30; i++) {
      if (deck.isOver(round)) break
      if (random() < 0.5) round = deck.grade(round, whole(random, 1, 4), null)
      else round = deck.step(round, random() < 0.5 ? -1 : 1)
      assert.ok(round.at >= 0 && round.at <= round.ids.length)
    }
    const { total, answered, known, counts, repeat, left } = deck.result(round)
    assert.equal(total, round.ids.length)
    assert.equal(answered + left.length, total)
    assert.equal(counts.reduce((a, b) => a + b), answered)
    assert.equal(known + repeat.length, answered)
  })
})

test("a second grade takes the place of the first and keeps what was known before both", () => {
  const before = record()
  const once = deck.grade(deck.begin(["a", "b"]), 1, before)
  const twice = deck.grade(deck.step(once, -1), 4, record({ last: 999 }))
  assert.deepEqual(twice.grades, [4, 0])
  assert.equal(twice.before[0], before)
  assert.equal(twice.at, 1)
  assert.deepEqual(deck.begin(["a", "b"]).grades, [0, 0])
})

test("the result tells what to repeat and what was left", () => {
  let round = deck.begin(["a", "b", "c", "d", "e"])
  for (const grade of [1, 2, 3, 4]) round = deck.grade(round, grade, null)
  const found = deck.result(deck.end(round))
  assert.deepEqual(found, { total: 5, answered: 4, known: 2, counts: [1, 1, 1, 1], repeat: ["a", "b"], left: ["e"] })
})

test("a round goes on from what was kept of it, for the same choice and questions only", () => {
  const round = deck.grade(deck.begin(["a", "b"], "?only=due"), 2, record())
  const known = new Map([["a", 1], ["b", 1]])
  const text = JSON.stringify(round)
  assert.deepEqual(deck.resumed(text, known, "?only=due"), round)
  assert.equal(deck.resumed(text, known, ""), undefined)
  assert.equal(deck.resumed(text, new Map([["a", 1]]), "?only=due"), undefined)
  assert.equal(deck.resumed(JSON.stringify(deck.end(round)), known, "?only=due"), undefined)
  for (const other of [null, "", "{", "null", "7", "{}", '{"ids":["a"]}', '{"ids":["a","a"],"at":0,"grades":[0,0],"before":[0,0],"query":""}'])
    assert.equal(deck.resumed(other, known, ""), undefined, `${other}`)
})
