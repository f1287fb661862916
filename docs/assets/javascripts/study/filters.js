// Which questions to ask and in what order; in the address, so that a set can be passed on.

import { isDue } from "./plan.js"

export const ONLY = ["all", "unseen", "due"]
export const ORDERS = ["random", "listed"]
const LEVELS = [1, 2, 3]

const among = (value, allowed) => (allowed.includes(value) ? value : allowed[0])
// By hand, several values are easier to write with commas.
const listed = (query, name) => query.getAll(name).flatMap((value) => [value, ...value.split(",")])

/** Read filters from the query of an address; what nobody knows is left out. No topic means every topic. */
export const fromQuery = (search, topics) => {
  const query = new URLSearchParams(search)
  return {
    topics: topics.filter((topic) => listed(query, "topic").includes(topic)),
    levels: LEVELS.filter((level) => listed(query, "level").includes(`${level}`)),
    only: among(query.get("only"), ONLY),
    order: among(query.get("order"), ORDERS),
  }
}

/** Write filters as the query of an address, empty for the usual ones. */
export const toQuery = ({ topics, levels, only, order }) => {
  const query = new URLSearchParams([...topics.map((topic) => ["topic", topic]), ...levels.map((level) => ["level", level])])
  if (only !== ONLY[0]) query.set("only", only)
  if (order !== ORDERS[0]) query.set("order", order)
  const text = query.toString()
  return text && `?${text}`
}

/** Return the cards that filters ask for, in the order in which they are listed. */
export const chosen = (cards, { topics, levels, only }, records, now) =>
  cards.filter(({ id, topic, level }) => {
    if (topics.length && !topics.includes(topic)) return false
    if (levels.length && !levels.includes(level)) return false
    if (only === "unseen") return !records.has(id)
    return only === "all" || isDue(records.get(id), now)
  })
