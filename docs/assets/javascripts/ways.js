// The home page: buttons that open the search, with an example or empty, and a link to a random question.
{
  const search = (query) => {
    const input = document.querySelector("[data-md-component=search-query]")
    if (!input) return
    input.focus() // Material opens the search
    input.value = query
    input.dispatchEvent(new Event("input", { bubbles: true }))
  }

  // The link is aimed before the browser, or instant navigation, follows it; only the id in it changes.
  const place = /q\/([^/]+)(\/[^/]*)$/
  const aim = (link) => {
    const address = link.getAttribute("href")
    const others = link.dataset.kbRandom.split(" ").filter((id) => id !== address.match(place)?.[1])
    const chosen = others[Math.floor(Math.random() * others.length)]
    if (chosen) link.setAttribute("href", address.replace(place, `q/${chosen}$2`))
  }

  for (const event of ["pointerdown", "keydown"]) {
    document.addEventListener(
      event,
      ({ target }) => {
        const link = target.closest?.("[data-kb-random]")
        if (link) aim(link)
      },
      { capture: true }
    )
  }

  document.addEventListener("click", ({ target }) => {
    const button = target.closest?.("[data-kb-search]")
    if (button) search(button.dataset.kbSearch)
  })
}
