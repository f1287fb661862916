// Random things that are the same every time, and records to try things with.

/** Return a source of numbers between 0 and 1 (Mulberry32). */
export const chance = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
}

export const whole = (random, least, most) => least + Math.floor(random() * (most - least + 1))

export const record = (more = {}) => ({
  due: 1000, last: 500, stability: 3, difficulty: 5, days: 3, reps: 1, lapses: 0, grade: 3, ...more,
})

/** Return records of a few questions, many of them reviewed at the same moments as others. */
export const records = (random, ids = ["a", "b", "c", "d", "__proto__", "질문"]) =>
  new Map(
    ids
      .filter(() => random() < 0.7)
      .map((id) => [id, record({ last: whole(random, 1, 3), due: whole(random, 1, 2), grade: whole(random, 1, 4) })])
  )

export const many = (test, seeds = 200) => {
  for (let seed = 0; seed < seeds; seed++) test(chance(seed))
}
