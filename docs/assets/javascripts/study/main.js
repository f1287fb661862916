// The study page: three screens, one of which is shown, and the keys that work on them.

import { Backs } from "./backs.js"
import { CardView } from "./card.js"
import { begin, end, grade, isOver, resumed, result, shuffled, step } from "./deck.js"
import { toQuery } from "./filters.js"
import { ResultView } from "./result.js"
import { Say } from "./say.js"
import { scheduler } from "./schedule.js"
import { Setup } from "./setup.js"
import { Store } from "./store.js"
import { load, save } from "./transfer.js"

const SCREENS = ["setup", "card", "result"]
const LIBRARY = "../../vendor/ts-fsrs/ts-fsrs.mjs"
const STYLES = new URL("../../stylesheets/study.css", import.meta.url).href

const fetched = async (url) => {
  const response = await fetch(url)
  if (!response.ok) throw new Error(response.statusText)
  return response.json()
}

/** Load the style sheet of this page, which instant navigation takes out of other pages again. */
const styled = () =>
  new Promise((done) => {
    if (document.querySelector(`link[href="${STYLES}"]`)) return done()
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: STYLES })
    link.onload = link.onerror = () => done()
    document.head.append(link)
  })

/** Bring the page to life; return what ends it. `root` is the site's, `key` names the records. */
export const mount = async (page, root, key) => {
  const { lang } = document.documentElement
  const [{ cards }, library] = await Promise.all([
    fetched(new URL(`${lang}/study/cards.json`, root)), import(LIBRARY), styled(),
  ])
  const study = new Study(page, { cards, library, root, key, lang })
  return () => study.leave()
}

class Study {
  constructor(page, { cards, library, root, key, lang }) {
    this.page = page
    this.parts = Object.fromEntries([...page.querySelectorAll("[data-part]")].map((part) => [part.dataset.part, part]))
    this.key = key
    this.byId = new Map(cards.map((card) => [card.id, card]))
    this.say = new Say(JSON.parse(page.dataset.kbStudy), lang)
    this.store = new Store(() => localStorage, key, cards)
    this.schedule = scheduler(library)
    const backs = new Backs((id) => new URL(`${lang}/q/${encodeURIComponent(id)}/`, root))
    this.setup = new Setup(this.parts, { cards, store: this.store, say: this.say }, (found, filters) =>
      this.begin(found, filters)
    )
    this.card = new CardView(this.parts, { say: this.say, backs, facts: (card) => this.facts(card) })
    this.result = new ResultView(this.parts, { say: this.say, byId: this.byId, backs })
    this.backs = backs
    this.listen()
    page.hidden = false
    const round = resumed(this.remembered(), this.byId, location.search)
    if (round) this.go(round)
    else this.show("setup")
  }

  listen() {
    this.off = new AbortController()
    const { signal } = this.off
    this.page.addEventListener("click", (event) => this.clicked(event))
    this.page.addEventListener("keydown", (event) => this.pressed(event))
    this.parts.file.addEventListener("change", () => this.imported())
    addEventListener("storage", (event) => this.heard(event), { signal })
  }

  leave() {
    this.off.abort()
  }

  show(screen) {
    this.page.dataset.screen = screen
    for (const name of SCREENS) this.parts[name].hidden = name !== screen
    this.parts.status.textContent = ""
    if (screen === "setup") this.setup.show()
    this.warn()
  }

  warn() {
    const { kept, damaged } = this.store
    const says = [kept ? "" : "memory", damaged ? "damaged" : ""].filter(Boolean).map((name) => this.say.phrase(name))
    this.parts.notice.hidden = says.length === 0
    this.parts.notice.textContent = says.join(" ")
  }

  facts({ topic, level }) {
    const label = (name, value) => this.parts.setup.querySelector(`[name=${name}][value="${CSS.escape(value)}"] + *`)
    return [label("topic", topic), label("level", `${level}`)].map((element) => element.textContent).join(" · ")
  }

  begin(found, filters) {
    const ids = found.map(({ id }) => id)
    this.go(begin(filters.order === "random" ? shuffled(ids) : ids, toQuery(filters)))
  }

  /** Go where `round` is: to its question, or to its result. */
  go(round) {
    this.round = round
    this.remember()
    const over = isOver(round)
    this.show(over ? "result" : "card")
    if (over) {
      this.result.show(round)
      this.parts.known.focus()
      return
    }
    const id = round.ids[round.at]
    this.card.ask(this.byId.get(id), round.at + 1, round.ids.length, round.grades[round.at])
    if (round.at + 1 < round.ids.length) this.backs.load(round.ids[round.at + 1]).catch(() => {})
    scrollTo({ top: 0 })
    this.parts.question.focus({ preventScroll: true })
  }

  /** Return what would be remembered of the question at hand after each grade. */
  outcomes() {
    const { ids, at, grades, before } = this.round
    const { id, topic } = this.byId.get(ids[at])
    const now = this.store.get(id)
    const earlier = grades[at] ? before[at] : now
    return this.schedule.after(earlier ?? undefined, topic, Date.now(), now?.last)
  }

  reveal() {
    return this.card.reveal(this.outcomes().map(({ days }) => days))
  }

  grade(given) {
    if (!this.card.revealed) return
    const { ids, at } = this.round
    const outcome = this.outcomes()[given - 1]
    const before = this.store.get(ids[at])
    this.store.put(ids[at], outcome)
    this.go(grade(this.round, given, before))
    const values = { grade: this.say.grade(given), when: this.say.pause(outcome.days) }
    this.parts.status.textContent = this.say.phrase("graded", values)
  }

  clicked({ target }) {
    const button = target.closest("button")
    if (!button) return
    if (button.dataset.grade) this.grade(Number(button.dataset.grade))
    const act = {
      review: () => this.setup.review(),
      reveal: () => this.reveal(),
      back: () => this.go(step(this.round, -1)),
      next: () => this.go(step(this.round, 1)),
      end: () => this.go(end(this.round)),
      repeat: () => this.go(begin(result(this.round).repeat, this.round.query)),
      rest: () => this.go(begin(result(this.round).left, this.round.query)),
      more: () => this.again(),
      save: () => (this.parts.moved.textContent = save(this.store, this.say)),
      load: () => this.parts.file.click(),
    }[button.dataset.do]
    act?.()
  }

  // Keys work while the focus is on the card, and not where they mean something already.
  pressed(event) {
    const { key, target, ctrlKey, metaKey, altKey, shiftKey } = event
    const screen = this.page.dataset.screen
    if (screen !== "card" || ctrlKey || metaKey || altKey || shiftKey || event.isComposing) return
    if (target.closest("input, select, textarea, dialog, details") || scrolls(target, key)) return
    const act = {
      " ": !this.card.revealed && !target.closest("button, a") && (() => this.reveal()),
      ArrowLeft: () => this.go(step(this.round, -1)),
      ArrowRight: () => this.go(step(this.round, 1)),
    }[key] || (/^[1-4]$/.test(key) && (() => this.grade(Number(key))))
    if (!act) return
    event.preventDefault()
    act()
  }

  again() {
    this.round = undefined
    this.remember()
    this.show("setup")
    this.parts.setup.querySelector("[data-do=start]").focus()
  }

  async imported() {
    const { file, moved } = this.parts
    const [chosen] = file.files
    if (!chosen) return
    moved.textContent = await load(chosen, this.store, this.say)
    file.value = ""
    this.setup.show()
    this.warn()
  }

  /** Another tab has written. */
  heard({ key, newValue }) {
    if (key !== null && key !== this.key) return
    this.store.heard(key === null ? null : newValue)
    if (this.page.dataset.screen === "setup") this.setup.show()
  }

  // A round goes on after a visit to another page, in the other language as well.
  remember() {
    try {
      if (this.round) sessionStorage.setItem(`${this.key}.round`, JSON.stringify(this.round))
      else sessionStorage.removeItem(`${this.key}.round`)
    } catch {
      // then it does not
    }
  }

  remembered() {
    try {
      return sessionStorage.getItem(`${this.key}.round`)
    } catch {
      return null
    }
  }
}

const scrolls = ({ scrollWidth, clientWidth }, key) => key.startsWith("Arrow") && scrollWidth > clientWidth + 1
