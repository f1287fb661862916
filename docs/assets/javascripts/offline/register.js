{
  // Once a page stands there, tell the service worker of it: it keeps the site for reading without a network.
  const worker = location.protocol.startsWith("http") ? navigator.serviceWorker : undefined
  const script = document.currentScript.src
  const root = new URL("../../../", script)
  const loaded = location.href.split("#")[0]
  const idle = (action) => (self.requestIdleCallback ?? setTimeout)(action)

  const reader = () => {
    const { saveData = false, effectiveType = "" } = navigator.connection ?? {}
    return {
      url: location.href.split("#")[0],
      loaded,
      lang: document.documentElement.lang,
      layout: matchMedia("(max-width: 44.9em)").matches ? "narrow" : "wide",
      saving: saveData || effectiveType.includes("2g"),
    }
  }

  // A newer worker takes over when a page that stands still tells it to, and nothing may wake the older one
  // meanwhile: Chromium would let the newer one wait after all, and lose the page that is asked for next.
  const visited = async () => {
    const { active, installing, waiting } = await worker.ready
    if (waiting) waiting.postMessage({ type: "take over" })
    else if (installing) installing.addEventListener("statechange", () => idle(visited), { once: true })
    else active.postMessage({ ...reader(), type: "visited" })
  }

  // A page that has changed since it was kept says so; it is the reader who has it loaded anew.
  const WORDS = { ko: "이 글이 새로 바뀌었습니다. 새로 고침", en: "This page has changed. Reload" }
  const heard = ({ data }) => {
    if (data.type !== "newer" || document.querySelector(".kb-newer")) return
    const button = document.createElement("button")
    button.type = "button"
    button.textContent = WORDS[document.documentElement.lang] ?? WORDS.en
    button.addEventListener("click", () => location.reload())
    const note = document.createElement("div")
    note.className = "kb-newer"
    note.setAttribute("role", "status")
    document.body.append(note)
    note.append(button)
  }

  const start = async () => {
    try {
      const url = new URL("service-worker.js", root)
      const registration = await worker.register(url, { scope: root.pathname, updateViaCache: "none" })
      worker.addEventListener("message", heard)
      worker.addEventListener("controllerchange", visited) // a newer worker has a newer version to fetch
      if (worker.controller) await registration.update().catch(() => {}) // without a network there is no newer one
      document$.subscribe(() => {
        document.querySelector(".kb-newer")?.remove()
        idle(visited)
      })
    } catch {
      // Where a browser forbids it, the site is read from the network alone.
    }
  }

  if (worker) {
    const soon = () => setTimeout(() => idle(start), 1000)
    if (document.readyState === "complete") soon()
    else addEventListener("load", soon)
    document$.subscribe(async () => {
      const page = document.querySelector("[data-kb-offline]")
      if (!page) return
      const { mount, wanted } = await import(new URL("page.mjs", script))
      wanted(document.querySelector("[data-kb-wanted]"))
      mount(page, worker, reader())
    })
  }
}
