// The first screen: what is due, what to ask about, how far the reader is in each topic.

import { chosen, fromQuery, toQuery } from "./filters.js"
import { plan, progress } from "./plan.js"

export class Setup {
  /**
   * @param {{ [part: string]: HTMLElement }} parts
   * @param {{ cards: object[], store: import("./store.js").Store, say: import("./say.js").Say }} given
   * @param {(ids: object[], filters: object) => void} begin
   */
  constructor(parts, given, begin) {
    Object.assign(this, given)
    this.parts = parts
    this.form = parts.setup
    this.topics = [...this.form.querySelectorAll("[name=topic]")].map(({ value }) => value)
    this.fill(fromQuery(location.search, this.topics))
    this.form.addEventListener("change", () => this.changed())
    this.form.addEventListener("submit", (event) => {
      event.preventDefault()
      this.start()
    })
    this.begin = begin
  }

  start() {
    this.changed()
    const found = this.found(this.filters)
    if (found.length) this.begin(found, this.filters)
  }

  review() {
    this.fill({ topics: [], levels: [], only: "due", order: "random" })
    this.start()
  }

  fill({ topics, levels, only, order }) {
    const wanted = { topic: topics, level: levels.map(String), only: [only], order: [order] }
    for (const input of this.form.querySelectorAll("input")) input.checked = wanted[input.name].includes(input.value)
  }

  get filters() {
    const values = new URLSearchParams(new FormData(this.form))
    return fromQuery(values, this.topics)
  }

  found(filters) {
    return chosen(this.cards, filters, this.store.records, Date.now())
  }

  /** Put the choice into the address, and say how many questions that makes. */
  changed() {
    history.replaceState(history.state, "", `${location.pathname}${toQuery(this.filters)}`)
    this.count()
  }

  count() {
    const n = this.found(this.filters).length
    this.parts.count.textContent = n ? this.say.phrase("count", { n }) : this.say.phrase("none")
    this.form.querySelector("[data-do=start]").disabled = n === 0
  }

  show() {
    const now = Date.now()
    const { records } = this.store
    this.days(plan(this.cards, records, now), now)
    for (const input of this.form.querySelectorAll("[name=topic]"))
      this.topic(input.parentElement, progress(this.cards.filter(({ topic }) => topic === input.value), records, now))
    this.count()
  }

  days(counts, now) {
    this.parts.plan.hidden = counts.every((n) => n === 0)
    const most = Math.max(...counts, 1)
    const rows = counts.map((n, later) => {
      const { short, long } = this.say.day(now, later)
      const row = document.createElement("li")
      const [name, bar, count] = ["span", "i", "b"].map((tag) => document.createElement(tag))
      name.append(aloud(long), silent(short))
      count.textContent = this.say.phrase("planned", { n })
      bar.style.setProperty("--share", n / most)
      row.append(name, bar, count)
      return row
    })
    this.parts.days.replaceChildren(...rows)
    this.form.querySelector("[data-do=review]").hidden = counts[0] === 0
  }

  topic(label, { total, seen, learned, due }) {
    const says = [this.say.phrase(seen ? "topic" : "topicNew", { total, seen, learned, n: total })]
    if (due) says.push(this.say.phrase("topicDue", { n: due }))
    label.querySelector("small").textContent = says.join(" · ")
    const [all, known] = label.querySelectorAll(".kb-study__meter span")
    all.style.setProperty("--share", seen / total)
    known.style.setProperty("--share", learned / total)
  }
}

const part = (name, value, text) => {
  const element = document.createElement("span")
  element.setAttribute(name, value)
  element.textContent = text
  return element
}
const silent = (text) => part("aria-hidden", "true", text)
const aloud = (text) => part("class", "kb-study__aloud", text)
