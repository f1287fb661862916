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
  const observer = new MutationObserver(() => dress() && observer.disconnect())
  observer.observe(document.documentElement, { childList: true })
}
