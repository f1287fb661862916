{
  // The buttons under a question: copy its link, share it, copy its answers as Markdown, copy a link that
  // keeps the answer back. They are in the page with their words; without scripts the style sheet hides them.
  const root = document.documentElement

  const address = (quiz) => {
    const canonical = document.querySelector("link[rel=canonical]")?.href
    const url = new URL(location.pathname, canonical || location.href)
    if (quiz) url.searchParams.set("reveal", "0")
    else url.hash = location.hash
    return url.href
  }

  const markdown = async ({ dataset }) => {
    const response = await fetch(new URL(dataset.source, location.href))
    if (!response.ok) throw new Error(response.statusText)
    return response.text()
  }

  const texts = { link: () => address(false), quiz: () => address(true), markdown }

  const act = async (button) => {
    const kind = button.dataset.kbShare
    const status = button.closest(".kb-share").querySelector("[role=status]")
    status.textContent = ""
    try {
      if (kind === "native") await navigator.share({ title: document.title, url: address(false) })
      else {
        await navigator.clipboard.writeText(await texts[kind](button))
        status.textContent = status.dataset.done
      }
    } catch (error) {
      if (error.name !== "AbortError") status.textContent = status.dataset.failed
    }
  }

  const reveal = () => {
    delete root.dataset.kbReveal
    const url = new URL(location)
    url.searchParams.delete("reveal")
    history.replaceState(history.state, "", url)
    const first = document.querySelector(".kb-share ~ :is(.kb-summary, h2)")
    if (!first) return
    first.tabIndex = -1
    first.focus()
  }

  document.addEventListener("click", ({ target }) => {
    const button = target.closest?.("[data-kb-share]")
    if (button) act(button)
    if (target.closest?.("[data-kb-reveal-answer]")) reveal()
  })

  document$.subscribe(() => {
    if (new URLSearchParams(location.search).get("reveal") === "0") root.dataset.kbReveal = "0"
    else delete root.dataset.kbReveal
  })
}
