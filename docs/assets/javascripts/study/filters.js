// Which questions to ask and in what order; in the address, so that a set can be passed on.

import { isDue } from "./plan.js"

export const ONLY = ["all", "unseen", "due"]
export const ORDERS = ["random", "listed"]
const LEVELS = [1, 2, 3]

const among = (value, allowed) => (allowed.includes(value) ? value : allowed[0])
const listed = (query, name) => query.getAll(name).flatMap((value) => value.split(","))

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
  const lists = { topic: topics.map(encodeURIComponent).join(), level: levels.join() }
  const words = { only: only === ONLY[0] ? "" : only, order: order === ORDERS[0] ? "" : order }
  const parts = Object.entries({ ...lists, ...words }).filter(([, value]) => value)
  return parts.length ? `?${parts.map(([name, value]) => `${name}=${value}`).join("&")}` : ""
}

/** Return the cards that filters ask for, in the order in which they are listed. */
export const chosen = (cards, { topics, levels, only }, records, now) =>
  cards.filter(({ id, topic, level }) => {
    if (topics.length && !topics.includes(topic)) return false
    if (levels.length && !levels.includes(level)) return false
    if (only === "unseen") return !records.has(id)
    return only === "all" || isDue(records.get(id), now)
  })
