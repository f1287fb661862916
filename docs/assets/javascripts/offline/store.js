// What is on this device: files by their digest, so that versions share what they have in common, and
// notes: manifests, settings, and which version each open page belongs to.

import { Version, scope } from "./version.js"

/** @param {string} part */
const open = (part) => caches.open(`kb-offline ${scope.pathname} ${part}`)
export const files = () => open("files")
export const notes = () => open("notes")

/** @param {string} part */
export const key = (part) => new URL(`kb-offline/${part}`, scope).href
/** @param {Request} request */
export const keyed = (request) => request.url.slice(key("").length)

/** @param {string} part */
export const read = async (part) => (await (await notes()).match(key(part)))?.json()
/**
 * @param {string} part
 * @param {any} value
 */
export const write = async (part, value) => (await notes()).put(key(part), new Response(JSON.stringify(value)))

/**
 * `current` is the version that pages are served from, complete enough to be read; `since` when a newer one
 * was first seen; `asked` the languages that the reader wants whole; `off` after the reader removed all.
 * @typedef {{ current: string, since: number, target: string, asked: string[], off: boolean, full: boolean }} Settings
 */
/** @type {Promise<Settings> | undefined} */
let reading
/** What is known without waiting. @type {Settings | undefined} */
export let known

export function settings() {
  reading ??= read("settings").then((found) => (known = { current: "", since: 0, target: "", asked: [], off: false, full: false, ...found }))
  return reading
}

/** @param {Partial<Settings>} changes */
export async function change(changes) {
  Object.assign(await settings(), changes)
  await write("settings", await settings())
}

/** @type {Map<string, Version>} */
const versions = new Map()

/**
 * Return a version whose manifest is here.
 * @param {string} name
 */
export async function versionNamed(name) {
  if (!name) return undefined
  const manifest = versions.has(name) ? undefined : await read(`version/${name}`)
  if (manifest) versions.set(name, new Version(name, manifest))
  return versions.get(name)
}

/**
 * Return a file of a version, if it is here.
 * @param {Version} version
 * @param {string} path
 */
export const stored = async (version, path) => (await files()).match(key(version.digests.get(path)))

/** Return the digests of all files that are here, the newest last. */
export const storedDigests = async () => (await (await files()).keys()).map(keyed)

/** Remove everything. */
export async function forget() {
  for (const cache of [await files(), await notes()]) await Promise.all((await cache.keys()).map((request) => cache.delete(request)))
  versions.clear()
  reading = undefined
  known = undefined
}
