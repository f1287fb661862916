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
  const visited = async () => (await worker.ready).active.postMessage({ ...reader(), type: "visited" })

  const start = async () => {
    try {
      await worker.register(new URL("service-worker.js", root), { scope: root.pathname, updateViaCache: "none" })
      worker.addEventListener("controllerchange", visited) // a newer worker has a newer version to fetch
      document$.subscribe(() => idle(visited))
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
