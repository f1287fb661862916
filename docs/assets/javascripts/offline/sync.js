// Brings what is kept up to the version of this script, one file after another, in the background. What was
// fetched stays, so that an interrupted run is taken up again where it ended.

import { addressOf, pathOf, Version } from "./version.js"
import { change, files, forget, key, read, settings, stored, storedDigests, versionNamed, write } from "./store.js"
import { verified } from "./download.js"
import { belongs, tidy, versionOf } from "./keep.js"

const DAY = 86_400_000
const CARRIED = 500
const FIGURES = /assets\/figures\/[^"'\s)&]+?\.svg/g

/** @typedef {{ id: string, url: string, loaded: string, lang: string, layout: string, saving: boolean }} Reader */

/** @type {Promise<void>} */
let last = Promise.resolve()
/** How many runs are to be ended. */
export let busy = 0

/**
 * Keep what a reader of a page needs later; one run at a time.
 * @param {Reader} reader
 */
export function sync(reader) {
  busy += 1
  last = last.then(() => run(reader)).catch(giveUp).catch(() => {}).finally(ended)
  return last
}

/** Tell the page "Reading offline", where it is open, and pages that have changed since they were opened. */
async function ended() {
  busy -= 1
  const current = await versionNamed((await settings()).current)
  for (const client of await clients.matchAll()) {
    const [version, path] = [await versionOf(client.id), pathOf(new URL(client.url))]
    const newer = version && current?.has(path) && current.digests.get(path) !== version.digests.get(path)
    client.postMessage({ type: newer ? "newer" : "kept" })
  }
}

/** @param {any} error */
async function giveUp(error) {
  // Without a network there is nothing to do now. Without room, pages come from the network alone.
  if (error.name !== "QuotaExceededError") return
  const { current, asked } = await settings()
  if (current !== VERSION) await forget()
  await change({ full: true, target: VERSION, asked })
}

/** @param {Reader} reader */
async function run(reader) {
  const { off, current, target, full } = await settings()
  if (off || (full && target === VERSION && current !== VERSION)) return
  const version = await newest()
  if (!version) return
  await tidy()
  if (current !== VERSION && !(await complete(version, await versionNamed(current)))) return
  await join(reader, version)
  if ((await settings()).full) return
  await keepPage(version, pathOf(new URL(reader.url)), reader.layout)
  await keepAll(version, await wanted(version, reader))
}

/** Return the version of this script, once its manifest is here. */
async function newest() {
  const { target } = await settings()
  if (target !== VERSION) await change({ target: VERSION, since: Date.now(), full: false })
  const here = await versionNamed(VERSION)
  if (here) return here
  const response = await verified(new URL(MANIFEST, addressOf("")), VERSION)
  if (response) await write(`version/${VERSION}`, await response.json())
  else await self.registration.update() // there is a newer script to this
  return versionNamed(VERSION)
}

/**
 * Fetch what every page needs, and of the former version's files those that were here: then pages may be
 * served from the new version, and from it alone.
 * @param {Version} version
 * @param {Version | undefined} former
 */
async function complete(version, former) {
  for (const path of version.paths("shell"))
    if (!(await keep(version, path))) {
      // A host that changes files on their way must not leave a reader with an old version for ever.
      if (former && Date.now() - (await settings()).since > DAY) await change({ current: "" })
      return false
    }
  if (former) {
    const here = new Map((await storedDigests()).map((digest, place) => [digest, place]))
    const carried = [...former.digests].filter(([path, digest]) => here.has(digest) && version.has(path))
    carried.sort(([, a], [, b]) => here.get(b) - here.get(a))
    await keepAll(version, carried.slice(0, CARRIED).map(([path]) => path))
  }
  await change({ current: VERSION })
  return true
}

/**
 * Make a page that was loaded before this worker ran one of its own, if it is of this version.
 * @param {Reader} reader
 * @param {Version} version
 */
async function join({ id, loaded }, version) {
  if (await versionOf(id)) return
  const url = new URL(loaded)
  const digest = version.digests.get(pathOf(url))
  if (!digest || !(await verified(url, digest, { cache: "force-cache" }))) return
  await belongs(id, VERSION)
  await clients.claim()
}

/**
 * @param {Version} version
 * @param {Reader} reader
 */
async function wanted(version, { lang, saving }) {
  const { asked } = await settings()
  const whole = asked.flatMap((each) => groupsOf(each))
  const unasked = saving ? [] : version.unasked.filter((group) => !["ko", "en"].includes(group) || group === lang)
  return version.paths(...new Set([...unasked, ...whole]))
}

/** @param {string} lang */
export const groupsOf = (lang) => ["shell", "math", "search", "images", "fonts", lang, `figures-${lang}-wide`, `figures-${lang}-narrow`]

/**
 * Keep a page and its figures, in both colors, as drawn for screens of this width.
 * @param {Version} version
 * @param {string} path
 * @param {string} layout
 */
async function keepPage(version, path, layout) {
  if (!version.has(path) || !(await keep(version, path))) return
  const html = await (await stored(version, path)).text()
  const figures = new Set(html.match(FIGURES) ?? [])
  await keepAll(version, [...figures].filter((figure) => figure.includes(`.${layout}.`) && version.has(figure)))
}

/**
 * @param {Version} version
 * @param {string[]} paths
 */
async function keepAll(version, paths) {
  for (const path of paths) await keep(version, path)
}

/**
 * See to it that a file is here; tell whether it is. Fails without a network, and without room.
 * @param {Version} version
 * @param {string} path
 */
async function keep(version, path) {
  if (await stored(version, path)) return true
  const digest = version.digests.get(path)
  const response = await verified(addressOf(path), digest, { priority: "low" })
  if (response) await (await files()).put(key(digest), response)
  return Boolean(response)
}
