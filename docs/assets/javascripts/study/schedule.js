// When a question comes back: FSRS counts in days, as nobody studies one question twice within minutes here.
// A year is about the longest pause: interviews are rarely further away.

const YEAR = 365

/** Return the scheduler; `library` is ts-fsrs. */
export const scheduler = (library) => {
  const fsrs = library.fsrs({ enable_short_term: false, enable_fuzz: false, maximum_interval: YEAR })

  const cardOf = (record, now) => {
    if (!record) return library.createEmptyCard(new Date(now))
    const { due, last, stability, difficulty, days, reps, lapses } = record
    return {
      stability, difficulty, reps, lapses, due: new Date(due), last_review: new Date(last),
      elapsed_days: 0, scheduled_days: days, learning_steps: 0, state: library.State.Review,
    }
  }

  const recordOf = ({ due, stability, difficulty, scheduled_days, reps, lapses }, last, grade, topic) => ({
    due: due.getTime(), last, stability, difficulty, days: scheduled_days, reps, lapses, grade, topic,
  })

  /** Return what will be remembered of a question after each grade. `last` must become later each time. */
  const after = (record, topic, now, last = record?.last ?? 0) => {
    const moment = Math.max(now, last + 1)
    const found = fsrs.repeat(cardOf(record, moment), new Date(moment))
    return [1, 2, 3, 4].map((grade) => recordOf(found[grade].card, moment, grade, topic))
  }

  return { after }
}
