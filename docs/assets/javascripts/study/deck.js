// One round of questions as plain data: the ids, where the reader is, the grade of each one answered.
// At the place after the last question stands the result.

export const GRADES = [1, 2, 3, 4] // again, hard, good, easy
const KNOWN = 3

/** Return `items` in random order, each once. */
export const shuffled = (items, random = Math.random) => {
  const mixed = [...items]
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[mixed[i], mixed[j]] = [mixed[j], mixed[i]]
  }
  return mixed
}

/** Begin a round. `before` holds what was remembered of a question before this round graded it. */
export const begin = (ids, query = "") => {
  const all = [...new Set(ids)]
  return { ids: all, at: 0, grades: all.map(() => 0), before: all.map(() => null), query }
}

export const isOver = ({ ids, at }) => at >= ids.length

/** Go some questions forward or back, no further than the first one and the result. */
export const step = (round, by) => ({ ...round, at: Math.min(Math.max(round.at + by, 0), round.ids.length) })

export const end = (round) => ({ ...round, at: round.ids.length })

/** Grade the question at hand and go on. A second grade takes the place of the first: `before` stays. */
export const grade = (round, given, before) => {
  const at = round.at
  const first = round.grades[at] === 0
  return step({
    ...round,
    grades: round.grades.with(at, given),
    before: first ? round.before.with(at, before ?? null) : round.before,
  }, 1)
}

/** Return how often each grade was given, what should be repeated and what was not answered. */
export const result = ({ ids, grades }) => ({
  total: ids.length,
  answered: grades.filter(Boolean).length,
  known: grades.filter((given) => given >= KNOWN).length,
  counts: GRADES.map((one) => grades.filter((given) => given === one).length),
  repeat: ids.filter((_, i) => grades[i] > 0 && grades[i] < KNOWN),
  left: ids.filter((_, i) => grades[i] === 0),
})

/** Return the round that `text` holds if it can go on with these questions, else nothing. */
export const resumed = (text, known, query) => {
  try {
    const { ids, at, grades, before, query: asked } = JSON.parse(text)
    const sound =
      asked === query && Number.isInteger(at) && at >= 0 && at < ids.length &&
      ids.every((id) => known.has(id)) && new Set(ids).size === ids.length &&
      grades.length === ids.length && before.length === ids.length &&
      grades.every((given) => given === 0 || GRADES.includes(given))
    return sound ? { ids, at, grades, before, query } : undefined
  } catch {
    return undefined
  }
}
