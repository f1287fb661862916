import assert from "node:assert/strict"
import { test } from "node:test"
import * as library from "../../node_modules/ts-fsrs/dist/index.mjs"
import { read, write } from "../../docs/assets/javascripts/study/records.js"
import { scheduler } from "../../docs/assets/javascripts/study/schedule.js"
import { many, whole } from "./chance.mjs"

const DAY = 86_400_000
const NOW = Date.UTC(2026, 10, 21, 12)
const { after } = scheduler(library)

test("a better grade means a longer pause, always of whole days", () => {
  many((random) => {
    let record
    let now = NOW
    for (let i = 0; i < 12; i++) {
      const found = after(record, "losses", now)
      const days = found.map((one) => one.days)
      assert.ok(days.every((n) => Number.isInteger(n) && n >= 1 && n <= 367), `${days}`)
      assert.ok(days[0] <= days[1] && days[1] <= days[2] && days[2] <= days[3], `${days}`)
      record = found[whole(random, 0, 3)]
      now += whole(random, 0, 60 * 24) * 3_600_000
    }
  }, 50)
})

test("every record it makes can be stored and read again", () => {
  many((random) => {
    let record
    for (let i = 0; i < 12; i++) record = after(record, "losses", NOW + i * DAY)[whole(random, 0, 3)]
    const { records, dropped } = read(write(new Map([["a", record]])))
    assert.equal(dropped, 0)
    assert.deepEqual(records.get("a"), record)
  }, 50)
})

test("the first grades are those of FSRS", () => {
  assert.deepEqual(after(undefined, "t", NOW).map(({ days }) => days), [1, 2, 3, 8])
  assert.deepEqual(after(undefined, "t", NOW).map(({ grade }) => grade), [1, 2, 3, 4])
  const good = after(undefined, "t", NOW)[2]
  assert.equal(good.due, NOW + 3 * DAY)
  const [again, , later] = after(good, "t", good.due)
  assert.deepEqual([again.lapses, again.reps], [1, 2])
  assert.ok(later.days > 7 && later.stability > good.stability)
})

test("a review is always later than the one before, even where the clock went back", () => {
  const first = after(undefined, "t", NOW)[2]
  const [, , second] = after(first, "t", NOW - 10 * DAY)
  assert.ok(second.last > first.last)
  const [, , corrected] = after(undefined, "t", NOW, first.last)
  assert.ok(corrected.last > first.last)
  assert.equal(corrected.days, first.days)
})
