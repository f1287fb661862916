// Loaded before the page is drawn, in place of what Material writes into every page: a policy may then
// forbid scripts in pages. Material's own script uses these names; what is stored is kept by site.
var __md_scope = new URL("../../", document.currentScript.src)
var __md_hash = (text) => [...text].reduce((hash, letter) => (hash << 5) - hash + letter.charCodeAt(0), 0)
var __md_get = (key, storage = localStorage, scope = __md_scope) => JSON.parse(storage.getItem(`${scope.pathname}.${key}`))
var __md_set = (key, value, storage = localStorage, scope = __md_scope) => {
  try {
    storage.setItem(`${scope.pathname}.${key}`, JSON.stringify(value))
  } catch {
    // The reader allows no storage, or it is full.
  }
}

// A link with ?reveal=0 asks the question and keeps the answer back, from the start.
if (new URLSearchParams(location.search).get("reveal") === "0") document.documentElement.dataset.kbReveal = "0"

// What the style sheet must know before the page is drawn.
{
  const { classList } = document.documentElement
  classList.replace("no-js", "js")
  if (!navigator.share) classList.add("kb-no-share")
  if (!navigator.clipboard) classList.add("kb-no-clipboard")

  // A device without Korean letters draws the same box for each of them: it gets ours.
  const drawn = (letter) => {
    const drawing = Object.assign(document.createElement("canvas"), { width: 16, height: 16 }).getContext("2d", { willReadFrequently: true })
    drawing.fillText(letter, 2, 12)
    return drawing.getImageData(0, 0, 16, 16).data.join()
  }
  if (drawn("가") === drawn("쀍")) classList.add("kb-letters")

  // Fonts that a style sheet holds take a moment to open. The page waits for them, that nothing moves then.
  const held = [...document.fonts].filter(({ display, family }) => display === "block" && (classList.contains("kb-letters") || !family.includes("KB")))
  const opened = () => classList.remove("kb-opening")
  if (held.length) {
    classList.add("kb-opening")
    Promise.all(held.map((font) => font.load())).then(opened, opened)
  }
}

// The colours chosen before, else those of the reader's screen, as soon as there is a body to carry them.
{
  const chosen = () => {
    try {
      return __md_get("__palette")?.color
    } catch {
      return undefined
    }
  }
  const dress = () => {
    if (!document.body) return false
    const dark = matchMedia("(prefers-color-scheme: dark)").matches
    for (const [key, value] of Object.entries(chosen() ?? (dark ? { scheme: "slate" } : {}))) {
      document.body.setAttribute(`data-md-color-${key}`, value)
    }
    return true
  }

  // The switch: the style sheet shows the one of its two labels that leads to the other colours.
  const choices = () => [...document.querySelectorAll("[name=__palette]")]
  document.addEventListener("DOMContentLoaded", () => {
    for (const choice of choices()) choice.checked = choice.dataset.mdColorScheme === document.body.dataset.mdColorScheme
  })
  document.addEventListener("change", ({ target }) => {
    if (target.name !== "__palette") return
    const { mdColorScheme: scheme, mdColorPrimary: primary, mdColorAccent: accent, mdColorMedia: media } = target.dataset
    __md_set("__palette", { index: choices().indexOf(target), color: { media, scheme, primary, accent } })
    dress()
  })

  const observer = new MutationObserver(() => dress() && observer.disconnect())
  observer.observe(document.documentElement, { childList: true })
}
