// Answers to what pages ask for: a page and all that belongs to it come from one version.

import { pathOf, scope } from "./version.js"
import { download } from "./download.js"
import { belongs, versionOf } from "./keep.js"
import { known, settings, stored, versionNamed } from "./store.js"

/** @typedef {import("./version.js").Version} Version */

/** @param {FetchEvent} event */
export function answer(event) {
  const { request } = event
  const url = new URL(request.url)
  const ours = request.method === "GET" && url.origin === scope.origin && url.pathname.startsWith(scope.pathname)
  if (!ours || request.headers.has("range") || (known && !known.current)) return
  event.respondWith(request.mode === "navigate" ? page(event, url) : part(event, url))
}

/**
 * @param {FetchEvent} event
 * @param {URL} url
 */
async function page(event, url) {
  const version = await versionNamed((await settings()).current)
  if (!version) return fetch(event.request)
  const path = pathOf(url)
  if (version.has(`${path}/index.html`)) return Response.redirect(`${url.pathname}/${url.search}`)
  try {
    const found = version.has(path) && ((await stored(version, path)) ?? (await download(version, path)))
    if (!found) return await fetch(event.request)
    event.waitUntil(belongs(event.resultingClientId, version.name))
    return found
  } catch {
    return notHere(version, url)
  }
}

/**
 * Lead to the page that tells what can be read.
 * @param {Version} version
 * @param {URL} url
 */
function notHere(version, url) {
  const lang = url.pathname.slice(scope.pathname.length).match(/^(ko|en)\//)?.[1] ?? "en"
  if (!version.has(`${lang}/offline/index.html`)) return Response.error()
  const there = new URL(`${lang}/offline/`, scope)
  there.searchParams.set("wanted", url.pathname + url.search)
  return Response.redirect(there)
}

/**
 * @param {FetchEvent} event
 * @param {URL} url
 */
async function part(event, url) {
  const { request, clientId, resultingClientId } = event
  const version = (await versionOf(clientId)) ?? (await sameSearch(url))
  if (!version) return fetch(request)
  if (request.destination === "worker") event.waitUntil(belongs(resultingClientId, version.name))
  const path = pathOf(url)
  if (!version.has(path)) return fetch(request)
  try {
    // Where the host has moved on, a failure makes Material load the next page whole.
    return (await stored(version, path)) ?? (await download(version, path)) ?? Response.error()
  } catch {
    for (const other of version.alike(path)) {
      const found = await stored(version, other)
      if (found) return found
    }
    return Response.error()
  }
}

/**
 * The search of a page that was there before this worker names the version of the search itself.
 * @param {URL} url
 */
async function sameSearch(url) {
  const version = await versionNamed((await settings()).current)
  return version?.search && version.search === url.searchParams.get("v") ? version : undefined
}
