// Which version each open page belongs to, and the removal of what no page and no version needs any more.

import { files, key, keyed, notes, read, settings, storedDigests, versionNamed, write } from "./store.js"

const RECENT = 300_000

/** @type {Map<string, string>} */
const pages = new Map()

/**
 * @param {string} client
 * @param {string} version
 */
export async function belongs(client, version) {
  if (!client) return
  pages.set(client, version)
  await write(`client/${client}`, { version, time: Date.now() }).catch(() => {})
}

/**
 * Return the version of an open page; none for one that came from the network.
 * @param {string} client
 */
export async function versionOf(client) {
  if (!client) return undefined
  const name = pages.get(client) ?? (await read(`client/${client}`))?.version
  if (name) pages.set(client, name)
  return versionNamed(name)
}

/** Remove versions, and files of theirs, that neither open pages nor later visits need. */
export async function tidy() {
  const [{ current, target }, cache, open] = [
    await settings(), await notes(), await clients.matchAll({ type: "all", includeUncontrolled: true }),
  ]
  const alive = new Set(open.map(({ id }) => id))
  const names = (await cache.keys()).map(keyed)
  const needed = new Set([current, target])
  for (const name of names.filter((name) => name.startsWith("client/"))) {
    const { version, time } = (await read(name)) ?? {}
    // A page that is just being loaded is no client yet.
    if (alive.has(name.slice("client/".length)) || Date.now() - time < RECENT) needed.add(version)
    else await cache.delete(key(name))
  }
  const old = names.filter((name) => name.startsWith("version/") && !needed.has(name.slice("version/".length)))
  if (!old.length) return
  await Promise.all(old.map((name) => cache.delete(key(name))))
  const versions = await Promise.all([...needed].map(versionNamed))
  const digests = new Set(versions.flatMap((version) => (version ? [...version.digests.values()] : [])))
  const unneeded = (await storedDigests()).filter((digest) => !digests.has(digest))
  await Promise.all(unneeded.map(async (digest) => (await files()).delete(key(digest))))
}
