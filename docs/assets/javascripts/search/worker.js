// What Material takes for its search worker. It answers "set up" at once, and loads the search and the
// index with the first query. It is a classic script, so that it also runs in the frame that stands in
// for a worker where pages are opened from a disk (`file://`).

{
  const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3]
  const inFrame = typeof document !== "undefined"
  const here = inFrame ? /** @type {any} */ (document).querySelector("script[src]").src : self.location.href
  const overHttp = /^https?:/.test(here)

  /** What scripts of data hand over. @type {Record<string, any>} */
  const handed = {}
  let version = ""
  let lang = "ko"
  /** @type {Promise<any> | undefined} */
  let engine

  Object.assign(self, { kbSearch: (/** @type {string} */ name, /** @type {any} */ value) => (handed[name] = value) })

  /** @param {string} name */
  const address = (name) => `${new URL(name, here)}?v=${version}`

  /**
   * Load a script of data: as text where that can be, so that nothing waits for it.
   * @param {string} name
   */
  async function data(name) {
    if (!overHttp) {
      await importScripts(address(`${name}.js`))
      return handed[name]
    }
    const response = await fetch(address(`${name}.js`))
    if (!response.ok) throw new Error(`${response.status} ${response.url}`)
    const text = await response.text()
    return JSON.parse(text.slice(text.indexOf(",") + 1, text.lastIndexOf(")")))
  }

  /**
   * On a disk an address names a file, not a folder.
   * @param {string} location
   */
  const toFile = (location) => location.replace(/^([^#]*\/|)(?=#|$)/, "$1index.html")

  async function start() {
    const [index] = await Promise.all([data("index"), importScripts(address("engine.js"))])
    const { Engine } = /** @type {any} */ (self).kbSearchEngine
    return new Engine(index, (/** @type {number} */ shard) => data(`text-${shard}`))
  }

  /** @param {string} query */
  async function answer(query) {
    if (!query.trim()) return { items: [], suggest: [] }
    engine ??= start()
    try {
      return await (await engine).search(query, lang)
    } catch (error) {
      engine = undefined
      throw error
    }
  }

  let latest = 0
  addEventListener("message", async (event) => {
    const { type, data: content } = event.data
    if (type === SETUP) {
      ;[lang, version] = [content.config.lang[0], content.config.version ?? ""]
      postMessage({ type: READY })
    } else if (type === QUERY) {
      const mine = ++latest
      const result = await answer(content).catch((error) => {
        console.warn(error)
        return { items: [[{ location: "", title: "<span data-kb-failed></span>", text: "", score: 0, terms: {} }]], suggest: [] }
      })
      if (!overHttp) for (const item of result.items.flat()) item.location = toFile(item.location)
      if (mine === latest) postMessage({ type: RESULT, data: result })
    }
  })
}
