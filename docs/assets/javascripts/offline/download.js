// Files from the network, taken only if they are exactly those of the version: a host that has moved on,
// or a cache on the way that has not, can never mix two versions.

import { addressOf } from "./version.js"
import { files, key } from "./store.js"

/** @typedef {import("./version.js").Version} Version */

/** @param {ArrayBuffer} bytes */
export async function digestOf(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))
  return btoa(String.fromCharCode(...hash)).replace(/\+/g, "-").replace(/\//g, "_").slice(0, 16)
}

/**
 * Fetch an address until its bytes have the digest: what the browser has first, then what the host has.
 * Fails without a network; returns nothing where the host has something else.
 * @param {URL} url
 * @param {string} digest
 * @param {RequestInit} [options]
 */
export async function verified(url, digest, options = {}) {
  for (const cache of /** @type {RequestCache[]} */ (["force-cache", "no-cache"])) {
    const response = await fetch(url, { ...options, cache, credentials: "same-origin" })
    if (!response.ok) continue
    const bytes = await response.arrayBuffer()
    if ((await digestOf(bytes)) !== digest) continue
    const headers = new Headers(response.headers)
    for (const name of ["content-encoding", "content-length"]) headers.delete(name)
    return new Response(bytes, { headers })
  }
  return undefined
}

/**
 * Fetch a file of a version and keep it; what does not fit is shown all the same.
 * @param {Version} version
 * @param {string} path
 */
export async function download(version, path) {
  const digest = version.digests.get(path)
  const response = await verified(addressOf(path), digest)
  if (response) await (await files()).put(key(digest), response.clone()).catch(() => {})
  return response
}
