// For pages opened from a disk: modules and workers do not load there, files cannot be read, and folders
// have no index page. The build puts MODULES, the texts of all modules, before it.

const { root, modules } = document.currentScript.dataset
const base = new URL(root, location)
const pathOf = (url) => decodeURIComponent(url.pathname.slice(base.pathname.length)).replace(/(^|\/)$/, "$1index.html")

const load = (source, page = document) => new Promise((done, failed) => {
  const script = page.createElement("script")
  Object.assign(script, { src: source, onload: done, onerror: () => failed(new TypeError(source)) })
  page.head.append(script)
})

// Modules become addresses of their own, those that they import first.
const addresses = new Map()
const resolve = (from, name) => pathOf(new URL(name, new URL(from, base)))
const addressOf = (path) => {
  if (!addresses.has(path)) {
    const code = MODULES[path]
      .replace(/(\b(?:from|import)\s*)(["'])(\.{1,2}\/[^"']+)\2/g, (_, before, quote, name) => `${before}${quote}${addressOf(resolve(path, name))}${quote}`)
      .replace(/\bimport\(/g, () => `kbImport(${JSON.stringify(path)}, `)
      .replaceAll("import.meta.url", () => JSON.stringify(new URL(path, base).href))
    addresses.set(path, URL.createObjectURL(new Blob([code], { type: "text/javascript" })))
  }
  return addresses.get(path)
}
self.kbImport = async (from, name) => import(addressOf(resolve(from, name)))
addEventListener("DOMContentLoaded", async () => {
  for (const path of modules.split(" ").filter(Boolean)) await import(addressOf(path))
})

// Files that scripts read stand beside themselves as scripts, which hand them over.
const texts = new Map()
self.kbDisk = (path, text) => texts.set(path, text)
self.fetch = async (address) => {
  const path = pathOf(new URL(address, location))
  if (!texts.has(path)) await load(new URL(`${path}.js`, base))
  return new Response(texts.get(path))
}

// A frame stands in for a worker. It shares the page's thread, and loads scripts as pages may.
self.Worker = class extends EventTarget {
  constructor(url) {
    super()
    const frame = document.createElement("iframe")
    frame.hidden = true
    document.body.append(frame)
    this.inside = frame.contentWindow
    const inside = (source) => load(source, this.inside.document)
    this.inside.importScripts = (...sources) => Promise.all(sources.map(inside))
    this.inside.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }))
    this.loaded = inside(url)
  }

  async postMessage(data) {
    await this.loaded
    this.inside.dispatchEvent(new this.inside.MessageEvent("message", { data }))
  }

  terminate() {
    this.inside.frameElement.remove()
  }
}

// Links that scripts make lead to folders.
addEventListener("click", ({ target }) => {
  const link = target.closest?.("a[href]")
  if (!link || !link.href.startsWith(base.href)) return
  const url = new URL(link.href)
  if (!url.pathname.endsWith("/")) return
  url.pathname += "index.html"
  link.href = url
}, { capture: true })
