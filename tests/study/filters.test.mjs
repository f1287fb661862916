import assert from "node:assert/strict"
import { test } from "node:test"
import { ONLY, ORDERS, chosen, fromQuery, toQuery } from "../../docs/assets/javascripts/study/filters.js"
import { AHEAD, endOfDay, isLearned, plan, progress } from "../../docs/assets/javascripts/study/plan.js"
import { many, record, whole } from "./chance.mjs"

const TOPICS = ["optimization", "losses", "기타 주제", "a&b=c,d"]
const some = (random, all) => all.filter(() => random() < 0.5)
const NOW = new Date(2026, 10, 21, 13, 0).getTime()
const cards = [
  { id: "new", topic: "losses", level: 1 },
  { id: "due", topic: "losses", level: 2 },
  { id: "later", topic: "optimization", level: 3 },
]
const kept = new Map([
  ["due", record({ due: NOW - 5 * 86_400_000, stability: 2 })],
  ["later", record({ due: NOW + 3 * 86_400_000, stability: 9 })],
  ["gone", record({ due: 0 })],
])
const names = (query) => chosen(cards, fromQuery(query, TOPICS), kept, NOW).map(({ id }) => id)

test("filters come back from the address they were put into", () => {
  many((random) => {
    const filters = {
      topics: some(random, TOPICS), levels: some(random, [1, 2, 3]),
      only: ONLY[whole(random, 0, 2)], order: ORDERS[whole(random, 0, 1)],
    }
    assert.deepEqual(fromQuery(toQuery(filters), TOPICS), filters)
    assert.equal(new URL(toQuery(filters), "https://a.example/").search, toQuery(filters))
  })
})

test("an address without filters asks about everything, and what nobody knows is left out", () => {
  const usual = { topics: [], levels: [], only: "all", order: "random" }
  assert.deepEqual(fromQuery("", TOPICS), usual)
  assert.deepEqual(fromQuery("?topic=nope&level=9&only=x&order=&more=1", TOPICS), usual)
  assert.equal(toQuery(usual), "")
  for (const query of ["?topic=losses&topic=optimization", "?topic=losses,optimization"])
    assert.deepEqual(fromQuery(query, TOPICS).topics, ["optimization", "losses"])
})

test("topic, difficulty and state choose together", () => {
  assert.deepEqual(names(""), ["new", "due", "later"])
  assert.deepEqual(names("?topic=losses"), ["new", "due"])
  assert.deepEqual(names("?topic=losses&level=2,3"), ["due"])
  assert.deepEqual(names("?only=unseen"), ["new"])
  assert.deepEqual(names("?only=due"), ["due"])
  assert.deepEqual(names("?only=due&topic=optimization"), [])
})

test("the plan counts what is overdue today and every other day once", () => {
  assert.deepEqual(plan(cards, kept, NOW), [1, 0, 0, 1, 0, 0, 0, 0])
  many((random) => {
    const all = Array.from({ length: 20 }, (_, i) => ({ id: `q${i}` }))
    const due = () => NOW + whole(random, -10, AHEAD * 24) * 3_600_000
    const found = plan(all, new Map(all.map(({ id }) => [id, record({ due: due() })])), NOW)
    assert.equal(found.reduce((a, b) => a + b), 20)
  })
})

test("a day ends at midnight, also where clocks change", () => {
  for (let day = 0; day < 400; day++) {
    const end = new Date(endOfDay(NOW, day))
    assert.deepEqual([end.getHours(), end.getMinutes(), end.getMilliseconds()], [0, 0, 0])
  }
})

test("progress counts what exists", () => {
  assert.deepEqual(progress(cards, kept, NOW), { total: 3, seen: 2, learned: 1, due: 1 })
  assert.deepEqual(progress([], kept, NOW), { total: 0, seen: 0, learned: 0, due: 0 })
  assert.equal(isLearned(undefined), false)
})
