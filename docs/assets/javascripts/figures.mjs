// Figures: slider, play button, explorer and enlarged view. The page holds every picture and link
// without this script; the elements below only add to what they find inside them.

const WORDS = {
  ko: {
    play: "재생", pause: "일시 정지", replay: "다시 재생", close: "닫기", enlarged: "크게 본 그림",
    explore: "직접 바꿔 보기", back: "처음 그림으로 돌아가기",
  },
  en: {
    play: "Play", pause: "Pause", replay: "Play again", close: "Close", enlarged: "Enlarged figure",
    explore: "Try it yourself", back: "Back to the picture",
  },
}
const NARROW = matchMedia("(max-width: 44.9em)")
const CALM = matchMedia("(prefers-reduced-motion: reduce)")

const langOf = (element) => (element.closest("[lang]")?.lang.startsWith("en") ? "en" : "ko")
const themeNow = () => (document.body.dataset.mdColorScheme === "slate" ? "dark" : "light")
const layoutNow = () => (NARROW.matches ? "narrow" : "wide")
const visible = (element) => element.getClientRects().length > 0
const shown = (root, selector) => [...root.querySelectorAll(selector)].find(visible)

const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children)
  return element
}

const button = (text, action) => {
  const element = make("button", { type: "button", class: "md-button" }, text)
  element.addEventListener("click", action)
  return element
}

// A list of frames becomes a slider.
class Steps extends HTMLElement {
  connectedCallback() {
    if (this.slider) return
    const list = this.querySelector(".kb-figure__steps")
    this.frames = [...list.children].map((item) => ({
      ...item.dataset, label: item.firstElementChild.textContent, base: item.firstElementChild.href,
    }))
    this.slider = make("input", { type: "range", min: 0, max: this.frames.length - 1, step: 1 })
    this.slider.value = this.dataset.start
    // What is not shown keeps the place for the longest, so that nothing below moves.
    const labels = this.frames.map(({ label }) => make("span", {}, label))
    this.output = make("span", { class: "kb-figure__value", "aria-hidden": "true" }, ...labels)
    this.caption = this.querySelector(".kb-figure__frame")
    this.caption.setAttribute("aria-live", "polite")
    const room = this.frames.map(({ caption }) => make("p", { "aria-hidden": "true" }, caption))
    const captions = make("div", { class: "kb-figure__captions" }, ...room)
    const label = make("label", {}, make("span", {}, this.dataset.control), this.slider)
    list.replaceWith(make("div", { class: "kb-figure__control" }, label, this.output), captions)
    captions.append(this.caption)
    this.slider.addEventListener("input", () => this.show())
    for (const event of ["pointerenter", "focusin"]) this.addEventListener(event, () => this.load(), { once: true })
    this.label()
  }

  address(name) {
    return new URL(name, this.frames[0].base).href
  }

  label() {
    const { label } = this.frames[this.slider.value]
    this.slider.setAttribute("aria-valuetext", label)
    for (const [index, one] of [...this.output.children].entries()) one.hidden = index !== Number(this.slider.value)
  }

  load() {
    const key = themeNow() + (NARROW.matches ? "Narrow" : "Wide")
    for (const frame of this.frames) new Image().src = this.address(frame[key])
  }

  show() {
    const frame = this.frames[this.slider.value]
    this.label()
    this.caption.textContent = frame.caption
    for (const theme of ["light", "dark"]) {
      const picture = this.querySelector(`picture.kb-figure__${theme}`)
      const [source, image] = picture.children
      source.srcset = this.address(frame[`${theme}Narrow`])
      image.src = this.address(frame[`${theme}Wide`])
      image.alt = frame.alt
      const link = this.closest("figure").querySelector(`.kb-figure__open.kb-figure__${theme}`)
      link.href = image.src
    }
  }
}

// The animated file takes the place of the still picture when the reader presses the button.
class Motion extends HTMLElement {
  connectedCallback() {
    if (this.button || CALM.matches) return
    this.words = WORDS[langOf(this)]
    this.button = button(this.words.play, () => this.toggle())
    this.append(make("div", { class: "kb-figure__control" }, this.button))
    this.reset = this.reset.bind(this)
    this.watch = new MutationObserver(this.reset)
    this.watch.observe(document.body, { attributeFilter: ["data-md-color-scheme"] })
    NARROW.addEventListener("change", this.reset)
  }

  disconnectedCallback() {
    this.watch?.disconnect()
    NARROW.removeEventListener("change", this.reset)
  }

  async toggle() {
    const kind = `.kb-figure__moving.kb-figure__${themeNow()}.kb-figure__${layoutNow()}`
    const link = this.closest("figure").querySelector(kind)
    try {
      this.stage ||= await this.load(link)
    } catch {
      location.assign(link.href)
      return
    }
    const moving = this.stage.shadowRoot.getAnimations()
    const over = moving.every(({ playState }) => playState === "finished")
    const run = over || moving.some(({ playState }) => playState === "paused")
    for (const animation of moving) {
      if (over) animation.currentTime = 0
      if (run) animation.play()
      else animation.pause()
    }
    this.button.textContent = run ? this.words.pause : this.words.play
    if (over) this.ended(moving)
  }

  async load(link) {
    const response = await fetch(link.href)
    if (!response.ok) throw new Error(response.statusText)
    const svg = new DOMParser().parseFromString(await response.text(), "image/svg+xml").documentElement
    const image = shown(this, "picture img")
    svg.querySelector("title").remove()
    svg.setAttribute("aria-label", image.alt)
    svg.style.cssText = "display:block;width:100%;height:auto"
    const stage = make("div", { class: "kb-figure__stage" })
    stage.attachShadow({ mode: "open" }).append(svg)
    this.prepend(stage)
    this.setAttribute("data-playing", "")
    const moving = stage.shadowRoot.getAnimations()
    for (const animation of moving) animation.pause()
    this.ended(moving)
    return stage
  }

  async ended(moving) {
    const { stage } = this
    await Promise.allSettled(moving.map(({ finished }) => finished))
    if (this.stage && (!stage || stage === this.stage)) this.button.textContent = this.words.replay
  }

  reset() {
    this.stage?.remove()
    this.stage = null
    this.removeAttribute("data-playing")
    this.button.textContent = this.words.play
  }
}

// A picture that the reader may recompute; its module is loaded when asked for.
class Explorer extends HTMLElement {
  connectedCallback() {
    if (this.button) return
    this.words = WORDS[langOf(this)]
    this.button = button(this.words.explore, () => this.toggle())
    this.append(make("div", { class: "kb-figure__control" }, this.button))
  }

  async toggle() {
    if (!this.stage) {
      const { mount } = await import(`./explorers/${this.dataset.name}.mjs`)
      this.stage = make("div", { class: "kb-figure__explorer" })
      this.prepend(this.stage)
      mount(this.stage, JSON.parse(this.dataset.settings), langOf(this))
    }
    const open = this.toggleAttribute("data-playing")
    this.stage.hidden = !open
    this.button.textContent = open ? this.words.back : this.words.explore
  }
}

for (const [name, element] of [["kb-steps", Steps], ["kb-motion", Motion], ["kb-explorer", Explorer]]) {
  customElements.define(name, element)
}

// Enlarged view: the link to the picture alone, and the picture itself, open a dialog.
const enlarge = (figure) => {
  const link = shown(figure, ".kb-figure__open")
  const from = shown(figure, "picture img")
  const words = WORDS[langOf(figure)]
  const image = make("img", { src: link.href, alt: from?.alt ?? "" })
  const { width, height } = figure.querySelector("picture img").attributes // of the wide picture
  image.style.setProperty("--kb-ratio", width.value / height.value)
  const dialog = make("dialog", { class: "kb-lightbox", "aria-label": words.enlarged, lang: langOf(figure) })
  const close = button(words.close, () => dialog.close())
  dialog.append(close, make("div", { class: "kb-lightbox__room", tabindex: 0, role: "group", "aria-label": words.enlarged }, image))
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close())
  dialog.addEventListener("close", () => dialog.remove())
  document.body.append(dialog)
  link.focus({ preventScroll: true }) // it has the focus again when the dialog closes
  dialog.showModal()
  close.focus()
}

document.addEventListener("click", (event) => {
  const { target, button: pressed, ctrlKey, metaKey, shiftKey, altKey } = event
  if (pressed || ctrlKey || metaKey || shiftKey || altKey) return
  const figure = target.closest?.(".kb-figure__open, .kb-figure picture")?.closest("figure")
  if (!figure) return
  event.preventDefault()
  event.stopPropagation()
  enlarge(figure)
}, { capture: true })
