// The backs of the cards. The answers of a question are on its page already, finished; a card takes them from
// there when it is its turn, so that a set of ten thousand questions costs nothing but its titles.

const KEPT = 12
const ADDRESSES = { href: "a[href]", src: "img[src]", srcset: "source[srcset]" }

/** Make addresses lead to the same places from elsewhere; what is on the card itself stays a place in it. */
const rebase = (part, page) => {
  for (const [name, selector] of Object.entries(ADDRESSES)) {
    for (const element of part.querySelectorAll(selector)) {
      const written = element.getAttribute(name)
      const here = written.startsWith("#") && part.querySelector(`#${CSS.escape(written.slice(1))}`)
      if (!here) element.setAttribute(name, new URL(written, page).href)
    }
  }
}

/** Return what a page answers its question with: `[{ role, by, element }]`, in the page's order. */
export const passages = (html, id, page) => {
  const found = new DOMParser().parseFromString(html, "text/html")
  return [...found.querySelectorAll(`[data-kb-of="${CSS.escape(id)}"]`)].map((part) => {
    for (const link of part.querySelectorAll(".headerlink")) link.remove()
    rebase(part, page)
    return { role: part.dataset.kbRole, by: part.dataset.kbBy, element: document.importNode(part, true) }
  })
}

export class Backs {
  /** @param {(id: string) => URL} address where the page of a question is */
  constructor(address) {
    this.address = address
    this.texts = new Map()
  }

  /** Fetch a page, or have it at hand for later. */
  load(id) {
    if (!this.texts.has(id)) {
      const text = fetch(this.address(id)).then((response) => {
        if (!response.ok) throw new Error(response.statusText)
        return response.text()
      })
      text.catch(() => this.texts.delete(id)) // next time may go better
      this.texts.set(id, text)
      if (this.texts.size > KEPT) this.texts.delete(this.texts.keys().next().value)
    }
    return this.texts.get(id)
  }

  async get(id) {
    const found = passages(await this.load(id), id, this.address(id))
    if (!found.length) throw new Error("no answer")
    return found
  }
}
