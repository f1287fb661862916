{
  // The language link leads to the same page and the same heading. It stands in the header, which
  // instant navigation leaves in place, so it is aimed anew whenever it may be used.
  const base = new URL(JSON.parse(document.getElementById("__config").textContent).base, location)
  const aim = () => {
    const link = document.querySelector("[data-kb-switch]")
    if (!link || !location.pathname.startsWith(base.pathname)) return
    const rest = location.pathname.slice(base.pathname.length)
    const quiz = document.documentElement.dataset.kbReveal === "0" ? "?reveal=0" : ""
    const query = document.querySelector("[data-kb-study]") ? location.search : quiz
    link.href = new URL(`../${link.hreflang}/${rest}${query}${location.hash}`, base)
  }
  for (const event of ["pointerdown", "focusin", "click"]) document.addEventListener(event, aim, { capture: true })

  // "Not found" stands there in both languages; the address tells which one the reader wanted.
  const missing = document.querySelector("[data-kb-missing]")
  if (missing) {
    const wanted = location.pathname.match(/\/(ko|en)\//)
    const own = wanted && missing.querySelector(`[lang=${wanted[1]}]`)
    if (own) {
      document.documentElement.lang = wanted[1]
      for (const section of missing.children) section.hidden = section !== own
    }
  }

  // What is wider than the screen can be scrolled with the keyboard only if it can be focused.
  const wide = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.tabIndex = 0
      else target.removeAttribute("tabindex")
    }
  })

  const watch = (part, selector) => part.querySelectorAll(selector).forEach((element) => wide.observe(element))
  // What scripts put into a page later says so.
  document.addEventListener("kb:added", ({ target }) => watch(target, ".katex-display, .kb-table, pre > code"))

  const copyable = (code) => {
    const words = JSON.parse(document.getElementById("__config").textContent).translations
    const button = Object.assign(document.createElement("button"), { type: "button", className: "kb-copy" })
    button.textContent = words["clipboard.copy"]
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(code.textContent)
      button.textContent = words["clipboard.copied"]
      setTimeout(() => (button.textContent = words["clipboard.copy"]), 2000)
    })
    code.before(button)
  }

  document$.subscribe(() => {
    watch(document, ".katex-display, .kb-table, pre > code")
    if (navigator.clipboard) document.querySelectorAll("pre:not(:has(.kb-copy)) > code").forEach(copyable)
    if (document.querySelector(".kb-figure")) import("./figures.mjs")
    // On the way back the address changes before the page: a picture that loads then must not depend on it.
    for (const source of document.querySelectorAll("picture source")) source.srcset = new URL(source.srcset, location).href
  })

  // Pictures on other people's servers disappear; say so instead of showing a broken frame.
  const gone = { ko: "그림을 표시할 수 없습니다", en: "This picture cannot be shown" }
  const replace = (image) => {
    const note = document.createElement("span")
    note.className = "kb-missing"
    note.textContent = [gone[document.documentElement.lang], image.alt].filter(Boolean).join(": ")
    image.replaceWith(note)
  }
  document.addEventListener("error", ({ target }) => target.matches?.("img.kb-remote") && replace(target), { capture: true })
}
