// What is remembered of a question: when it was answered last, how well, and when it should come back.
// Records stand in a Map by question id. Nothing here touches the browser.

export const FORMAT = "kb-study"
export const VERSION = 1
const LATEST = 8.64e15
const LIMITS = {
  due: [0, LATEST], last: [0, LATEST], stability: [0, 36_500], difficulty: [0, 10],
  days: [0, 36_500], reps: [1, 1e6], lapses: [0, 1e6], grade: [1, 4],
}
const LONGEST_NAME = 200

const isName = (value) => typeof value === "string" && value.length > 0 && value.length <= LONGEST_NAME
const within = (value, [least, most]) => Number.isFinite(value) && value >= least && value <= most
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value)

/** Return the fields of a record and no others, or nothing where one is missing or makes no sense. */
const record = (given) => {
  if (!isObject(given) || !Object.entries(LIMITS).every(([name, limits]) => within(given[name], limits))) return undefined
  const kept = Object.fromEntries(Object.keys(LIMITS).map((name) => [name, given[name]]))
  return isName(given.topic) ? { ...kept, topic: given.topic } : kept
}

/**
 * Read what `write` wrote. `problem` is "foreign" for any other text and "newer" for one of a later version;
 * `dropped` counts the records that make no sense.
 */
export const read = (text) => {
  const nothing = (problem) => ({ records: new Map(), dropped: 0, problem })
  let given
  try {
    given = JSON.parse(text)
  } catch {
    return nothing("foreign")
  }
  if (!isObject(given) || given.format !== FORMAT || !Number.isInteger(given.version)) return nothing("foreign")
  if (given.version > VERSION) return nothing("newer")
  if (!isObject(given.cards)) return nothing("foreign")
  const all = Object.entries(given.cards)
  const records = new Map(all.map(([id, one]) => [id, isName(id) && record(one)]).filter(([, one]) => one))
  return { records, dropped: all.length - records.size, problem: "" }
}

/** Write records as text, the same for the same records. */
export const write = (records, more = {}) => {
  const cards = Object.fromEntries([...records].sort(([a], [b]) => (a < b ? -1 : 1)))
  return JSON.stringify({ format: FORMAT, version: VERSION, ...more, cards })
}

// Two reviews at the same moment: any of them will do, as long as it is always the same one.
const newer = (a, b) => {
  if (!a || !b) return a ?? b
  if (a.last !== b.last) return a.last > b.last ? a : b
  return JSON.stringify(a) >= JSON.stringify(b) ? a : b
}

const put = (records, id, one) => records.set(id, newer(records.get(id), one))

/** Return the records of both, of each question the one of the later review. */
export const merge = (a, b) => {
  const merged = new Map(a)
  for (const [id, one] of b) put(merged, id, one)
  return merged
}

/** Return records under the ids that the questions have now; `former` maps an old id to the present one. */
export const renamed = (records, former) => {
  const found = new Map()
  for (const [id, one] of records) put(found, former.get(id) ?? id, one)
  return found
}

/** Return records that tell the topic their question is in now; `topics` maps ids to topics. */
export const placed = (records, topics) =>
  new Map([...records].map(([id, one]) => [id, topics.has(id) ? { ...one, topic: topics.get(id) } : one]))
