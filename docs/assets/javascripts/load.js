// The scripts of a page, in their order. Material's own is seven times as large as all of ours. On a phone
// search alone needs it, so there it waits until somebody searches; nothing else on the page does.
{
  const { bundle, scripts, search } = document.currentScript.dataset
  const SMALL = matchMedia("(hover: none) and (max-width: 59.9375em)")

  const add = (source) => new Promise((done) => {
    const script = Object.assign(document.createElement("script"), { src: source, async: false, onload: done })
    document.body.append(script)
  })

  // Until then our scripts find what Material tells them of: the page that is shown.
  const waiting = []
  const wait = () => {
    self.document$ = {
      subscribe(show) {
        waiting.push(show)
        show(document)
      },
    }
  }

  // Material waits for the end of the page, also where that has long been reached.
  let ended = false
  document.addEventListener("DOMContentLoaded", () => (ended = true))

  let loading
  const load = () => {
    const started = add(bundle).then(() => ended && document$.next(document))
    loading = Promise.all([started, add(search)]).then(() => {
      for (const show of waiting) {
        let shown = false
        document$.subscribe((page) => (shown ? show(page) : (shown = true)))
      }
    })
    return loading
  }

  if (SMALL.matches) wait()
  else load()
  for (const source of JSON.parse(scripts)) add(source)

  const isSearch = (target) => target.matches?.("#__search, .md-search__input, .md-search__overlay")
  for (const event of ["change", "focusin"]) {
    document.addEventListener(event, ({ target }) => {
      if (loading || !isSearch(target)) return
      load().then(() => document.querySelector("#__search:checked ~ .md-header .md-search__input")?.focus())
    })
  }
  // A key may call the search as well; once the script is there, it gets to know of it.
  document.addEventListener("keydown", (event) => {
    if (loading || event.key.length > 1 || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.target.matches?.("input, textarea, select, [contenteditable]")) return
    load().then(() => event.target.dispatchEvent(new KeyboardEvent("keydown", event)))
  })
  SMALL.addEventListener("change", () => SMALL.matches || loading || load())
}
