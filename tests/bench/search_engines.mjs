// Search engines as one function each: a query in, addresses of results out, the best first.

/** A worker that speaks Material's four messages. */
async function worker(address, setup) {
  const it = new Worker(address)
  const answer = (type) =>
    new Promise((resolve) => {
      const hear = ({ data }) => {
        if (data.type !== type) return
        it.removeEventListener("message", hear)
        resolve(data.data)
      }
      it.addEventListener("message", hear)
    })
  const ready = answer(1)
  it.postMessage({ type: 0, data: setup })
  await ready
  return (query) => {
    const result = answer(3)
    it.postMessage({ type: 2, data: query })
    return result
  }
}

const json = async (address) => (await fetch(address)).json()
const pages = (places) => [...new Set(places.map((place) => place.split("#")[0]))]

export async function ours(lang) {
  const stub = await json(`/notes/${lang}/search/search_index.json`)
  const ask = await worker("/notes/assets/search/worker.js", { ...stub, options: { suggest: true } })
  return async (query) => {
    const { items, none } = await ask(query)
    const places = items.map((group) => new URL(group[0].location, `${location.origin}/notes/${lang}/`).pathname)
    return none ? [] : pages(places)
  }
}

export async function material() {
  const { config, docs } = await json("/whole/search_index.json")
  const [address] = await json("/whole/worker.json")
  const ask = await worker(address, { config, docs, options: { suggest: true } })
  return async (query) => pages((await ask(query)).items.map((group) => group[0].location))
}

export async function pagefind(lang) {
  document.documentElement.lang = lang
  const engine = await import(`/notes/pagefind/pagefind.js?${lang}`)
  await engine.init()
  return async (query) => {
    const { results } = await engine.search(query)
    return Promise.all(results.slice(0, 10).map(async (result) => (await result.data()).url))
  }
}

export async function minisearch() {
  const { default: MiniSearch } = await import("/peers/minisearch/dist/es/index.js")
  const { docs } = await json("/whole/search_index.json")
  // As VitePress sets it up: sections, with the titles above them.
  const engine = new MiniSearch({ fields: ["title", "titles", "text"], storeFields: ["id"] })
  const titles = Object.fromEntries(docs.map(({ location, title }) => [location, title]))
  const plain = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent
  engine.addAll(
    docs.map(({ location, title, text }) => ({
      id: location,
      title,
      titles: location.includes("#") ? [titles[location.split("#")[0]]] : [],
      text: plain(text),
    }))
  )
  const options = { fuzzy: 0.2, prefix: true, boost: { title: 4, text: 2, titles: 1 } }
  return async (query) => pages(engine.search(query, options).map(({ id }) => id))
}

/** What an input method shows while Korean text is being typed. */
export async function states(text) {
  const { typedInHangul, typedInLatin } = await import("/src/hangul.js")
  const keys = typedInLatin(text)
  return Array.from(keys, (_, i) => typedInHangul(keys.slice(0, i + 1)))
}

/** Ask everything, one after the other; milliseconds with every answer. */
export async function askAll(search, queries) {
  const answers = []
  for (const query of queries) {
    const start = performance.now()
    const found = await search(query)
    answers.push([found, performance.now() - start])
  }
  return answers
}
