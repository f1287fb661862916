// The last screen: how it went, and what to look at again.

import { result } from "./deck.js"

export class ResultView {
  constructor(parts, { say, byId, backs }) {
    Object.assign(this, { parts, say, byId, backs })
  }

  show(round) {
    const { known, counts, repeat, list, left, result: section } = this.parts
    const found = result(round)
    const all = found.answered > 0 && found.known === found.answered && found.left.length === 0
    known.textContent = this.say.phrase(found.answered ? "result" : "nothing", found)
    counts.hidden = found.answered === 0
    counts.replaceChildren(...found.counts.map((n, i) => this.count(n, i + 1, found.answered)))
    list.replaceChildren(...found.repeat.map((id) => this.link(this.byId.get(id))))
    repeat.hidden = section.querySelector("[data-do=repeat]").hidden = found.repeat.length === 0
    section.querySelector("[data-do=rest]").hidden = found.left.length === 0
    left.textContent = all
      ? this.say.phrase("allKnown")
      : found.left.length ? this.say.phrase("left", { n: found.left.length }) : ""
  }

  count(n, grade, total) {
    const row = document.createElement("li")
    const [name, bar, number] = ["span", "i", "b"].map((tag) => document.createElement(tag))
    name.textContent = this.say.grade(grade)
    bar.style.setProperty("--share", total ? n / total : 0)
    number.textContent = n
    row.dataset.grade = grade
    row.append(name, bar, number)
    return row
  }

  link({ id, title, lang }) {
    const item = document.createElement("li")
    const link = document.createElement("a")
    link.href = this.backs.address(id).href
    link.textContent = title
    if (lang) link.lang = lang
    item.append(link)
    return item
  }
}
