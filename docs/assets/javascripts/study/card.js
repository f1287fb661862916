// One question: asked, then answered, then graded.

const ROLES = { summary: "kb-summary", answer: "kb-study__full", pitfall: "kb-pitfalls" }

export class CardView {
  /**
   * @param {{ [part: string]: HTMLElement }} parts
   * @param {{ say: import("./say.js").Say, backs: import("./backs.js").Backs, facts: (card: object) => string }} given
   */
  constructor(parts, given) {
    Object.assign(this, given)
    this.parts = parts
    this.grades = [...parts.grades.querySelectorAll("button")]
    this.revealButton = parts.card.querySelector("[data-do=reveal]")
    this.card = undefined
  }

  get revealed() {
    return !this.parts.answer.hidden
  }

  /** Ask a question; `given` is the grade it has had in this round, 0 for none. */
  ask(card, n, total, given) {
    const { question, place, facts, bar, page, card: section, answer } = this.parts
    this.card = card
    place.textContent = this.say.phrase("place", { n, total })
    facts.textContent = this.facts(card)
    bar.style.setProperty("--share", n / total)
    question.textContent = card.title.replace(/\)(?=[가-힣])/g, ")\u2060") // no line ends before a particle
    question.toggleAttribute("lang", Boolean(card.lang))
    if (card.lang) question.lang = card.lang
    page.href = this.backs.address(card.id).href
    section.querySelector("[data-do=back]").disabled = n === 1
    for (const button of this.grades) button.setAttribute("aria-pressed", String(Number(button.dataset.grade) === given))
    answer.replaceChildren()
    this.tell("think")
    this.open(false)
    this.backs.load(card.id).catch(() => {}) // it is told when it is wanted
  }

  /** Show the answer; return whether there is one to grade. */
  async reveal(pauses) {
    const { card } = this
    const { answer, status } = this.parts
    if (this.revealed || this.busy === card) return
    this.busy = card
    const late = setTimeout(() => this.tell("loading"), 400)
    try {
      const found = await this.backs.get(card.id)
      if (this.card !== card) return
      answer.replaceChildren(...this.sections(found))
      this.tell("think")
    } catch {
      if (this.card === card) this.tell("lost")
      return
    } finally {
      clearTimeout(late)
      this.busy = undefined
    }
    this.grades.forEach((button, i) => (button.querySelector("small").textContent = this.say.pause(pauses[i])))
    this.open(true)
    answer.dispatchEvent(new CustomEvent("kb:added", { bubbles: true }))
    status.textContent = this.say.phrase("shown")
    answer.focus({ preventScroll: true })
  }

  /** Say below the question how it stands with its answer. */
  tell(name) {
    const { hint } = this.parts
    const text = this.say.phrase(name)
    if (hint.textContent !== text) hint.textContent = text // else it would be read aloud again
    hint.classList.toggle("kb-notice", name === "lost")
  }

  open(shown) {
    const { answer, grades, hint } = this.parts
    answer.hidden = grades.hidden = !shown
    hint.hidden = this.revealButton.hidden = shown
  }

  /** Put what a page answers into sections; who wrote an answer is told where several have. */
  sections(found) {
    const several = found.filter(({ role }) => role === "answer").length > 1
    return found.map(({ role, by, element }) => {
      const section = document.createElement("div")
      section.className = ROLES[role]
      if (role === "answer" && several) {
        const name = document.createElement("p")
        name.className = "kb-study__by"
        name.textContent = this.say.phrase("by", { who: by })
        section.append(name)
      }
      section.append(element)
      return section
    })
  }
}
