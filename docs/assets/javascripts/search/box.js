// Around Material's search box: input methods, "no result", and a browser that blocks the search.

{
  const search = /** @type {HTMLElement | null} */ (document.querySelector("[data-md-component=search]"))
  const input = /** @type {HTMLInputElement | null} */ (search?.querySelector("[data-md-component=search-query]"))
  const result = /** @type {HTMLElement | null} */ (search?.querySelector("[data-md-component=search-result]"))
  if (search && input && result) watch(search, input, result)

  /**
   * @param {HTMLElement} search
   * @param {HTMLInputElement} input
   * @param {HTMLElement} result
   */
  function watch(search, input, result) {
    const PATIENCE = 8000
    const meta = /** @type {HTMLElement} */ (result.firstElementChild)
    const list = /** @type {HTMLElement} */ (result.lastElementChild)
    const { kbNone = "", kbBlocked = "" } = meta.dataset
    let answered = ""
    let entered = false
    /** @type {number | undefined} */
    let waiting

    /** @param {string} text */
    const say = (text) => {
      if (meta.textContent !== text) meta.textContent = text
    }

    // Material reads the box when a key goes up: not when a syllable is finished, pasted or dictated.
    const changed = () => {
      input.dispatchEvent(new KeyboardEvent("keyup"))
      clearTimeout(waiting)
      if (input.value.trim()) waiting = setTimeout(() => input.value !== answered && say(kbBlocked), PATIENCE)
    }
    input.addEventListener("input", changed)
    input.addEventListener("compositionend", changed)

    new MutationObserver(() => {
      answered = input.value
      if (list.querySelector("[data-kb-failed]")) {
        list.replaceChildren()
        say(kbBlocked)
      } else if (list.querySelector("[data-kb-instead]")) say(kbNone)
      if (entered) enter()
    }).observe(result, { childList: true, subtree: true })

    const enter = () => {
      entered = false
      input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }))
    }

    // Enter ends a syllable, or comes before the results of what was typed last: neither may lead to
    // the first result of half a word. Nor may it lead to what is offered in place of results.
    addEventListener(
      "keydown",
      (event) => {
        if (event.target !== input || event.key !== "Enter") return
        const composing = event.isComposing || event.keyCode === 229
        const early = input.value !== answered && input.value.trim() !== ""
        if (!composing && !early && !list.querySelector("[data-kb-instead]")) return
        event.preventDefault()
        event.stopImmediatePropagation()
        entered = early && !composing
      },
      { capture: true }
    )
    input.addEventListener("input", () => (entered = false))

    // After a visit to a result the box keeps the focus, and Material would not notice that it is used again.
    const toggle = /** @type {HTMLInputElement} */ (document.getElementById("__search"))
    toggle.addEventListener("change", () => toggle.checked || input.blur())
    input.form?.addEventListener("submit", (event) => event.preventDefault())

    // Material hides the box where no worker can be made.
    if (search.hidden) {
      search.hidden = false
      say(kbBlocked)
      input.addEventListener("focus", () => (toggle.checked = true))
    }
  }
}
