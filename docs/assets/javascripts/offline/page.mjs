// The page "Reading offline": what the service worker has kept, and orders to keep more or nothing.

const MOST = 50

/** Bring the page to life. `worker` is the browser's way to the service worker, `reader` what it needs to know. */
export const mount = async (page, worker, reader) => {
  const said = JSON.parse(page.dataset.kbOffline)
  const part = (name) => page.querySelector(`[data-part=${name}]`)
  const { lang } = reader
  const home = new URL("../../", location.href.split(/[?#]/)[0])
  const megabytes = (bytes) => `${(bytes / 1e6).toLocaleString(lang, { maximumFractionDigits: 1 })}${lang === "ko" ? "" : " "}MB`
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name])

  const order = async (type) => {
    const { active } = await worker.ready
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }) => show(data)
    active.postMessage({ ...reader, type }, [port2])
  }

  const show = ({ busy, pages, kept, missing, size, most, off, full }) => {
    const large = size > most
    const sentences = [
      off ? said.off : fill(said.kept, { n: pages.length, size: megabytes(kept) }),
      full && said.full,
      large && said.large,
      busy && missing && !full && said.getting,
      !busy && !large && (missing ? fill(said.more, { size: megabytes(missing) }) : size && said.whole),
    ]
    const text = sentences.filter(Boolean).join(" ")
    if (part("state").textContent !== text) part("state").textContent = text
    part("orders").hidden = false
    page.querySelector("[data-order=keep]").disabled = busy || large || (!off && size > 0 && !missing)
    page.querySelector("[data-order=remove]").disabled = busy || (off && !kept)
    listed = pages.slice(0, MOST)
    part("readable").hidden = !listed.length
    if (busy) watch()
  }

  // While files come, the numbers follow; the worker tells when all are there.
  let watching
  const look = () => page.isConnected && order("state")
  const watch = () => {
    clearTimeout(watching)
    watching = setTimeout(look, 1000)
  }
  worker.addEventListener("message", look)

  // Titles are read when the list is opened, from what is kept.
  let listed = []
  part("readable").addEventListener("toggle", async ({ target }) => {
    if (!target.open) return
    const items = await Promise.all(listed.map(async (path) => {
      const address = new URL(path.replace(/index\.html$/, ""), home)
      const html = await (await fetch(address)).text()
      const { title } = new DOMParser().parseFromString(html, "text/html")
      const link = Object.assign(document.createElement("a"), { href: address, textContent: title.replace(/ - [^-]*$/, "") })
      const item = document.createElement("li")
      item.append(link)
      return item
    }))
    target.querySelector("ul").replaceChildren(...items)
  })

  page.addEventListener("click", async ({ target }) => {
    const { order: type } = target.dataset
    if (!type || target.disabled) return
    if (type === "keep") navigator.storage?.persist?.()
    order(type)
  })

  order("state")
}

/** Tell a reader who wanted another page, and lead there when the network is back. */
export const wanted = (notice) => {
  const address = new URLSearchParams(location.search).get("wanted") ?? ""
  const url = new URL(address, location.origin)
  if (!address || url.origin !== location.origin) return
  notice.hidden = false
  notice.querySelector("a").href = url
  // A browser that says it is online may be so only a little later.
  const look = async () => {
    const there = navigator.onLine && (await fetch(url, { method: "HEAD" }).catch(() => undefined))
    if (!notice.isConnected) return
    if (there) location.replace(url)
    else setTimeout(look, 2000)
  }
  look()
}
