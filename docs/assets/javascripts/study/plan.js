// How far somebody is: what is due when, and how much of a topic has been seen and learned.

export const AHEAD = 7
// FSRS calls stability the days after which nine of ten such questions are still known.
const LEARNED = 7

/** Return the moment when the day that holds `now` is over, or one some days later. */
export const endOfDay = (now, later = 0) => {
  const day = new Date(now)
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1 + later).getTime()
}

export const isDue = (record, now) => record !== undefined && record.due < endOfDay(now)
export const isLearned = (record) => record !== undefined && record.stability >= LEARNED

/** Return how many of `cards` are due today, overdue ones included, and on each of the next days. */
export const plan = (cards, records, now) => {
  const ends = Array.from({ length: AHEAD + 1 }, (_, later) => endOfDay(now, later))
  const counts = ends.map(() => 0)
  for (const { id } of cards) {
    const day = records.has(id) ? ends.findIndex((end) => records.get(id).due < end) : -1
    if (day >= 0) counts[day] += 1
  }
  return counts
}

export const progress = (cards, records, now) => {
  const found = { total: cards.length, seen: 0, learned: 0, due: 0 }
  for (const { id } of cards) {
    const record = records.get(id)
    if (!record) continue
    found.seen += 1
    found.learned += isLearned(record)
    found.due += isDue(record, now)
  }
  return found
}
