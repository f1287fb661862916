// What the page "Reading offline" asks and orders.

import { change, forget, settings, storedDigests, versionNamed } from "./store.js"
import { busy, groupsOf, sync } from "./sync.js"

/** @param {ExtendableMessageEvent} event */
export async function respond({ data, ports: [port], source }) {
  const { type, lang } = data
  const { asked } = await settings()
  if (type === "keep") await change({ off: false, full: false, asked: [...new Set([...asked, lang])] })
  if (type === "remove") {
    await forget()
    await change({ off: true })
  }
  const ended = type === "keep" ? sync({ ...data, id: source.id }) : undefined
  port.postMessage(await state(lang))
  await ended
}

/** @param {string} lang */
async function state(lang) {
  const { current, target, asked, off, full } = await settings()
  const version = (await versionNamed(current)) ?? (await versionNamed(target))
  if (!version) return { busy, off, full, asked: asked.includes(lang), pages: [], kept: 0, missing: 0, size: 0, most: 0 }
  const here = new Set(await storedDigests())
  const all = Object.values(version.files).flat()
  const kept = all.filter(([, digest]) => here.has(digest))
  const whole = groupsOf(lang)
  const missing = whole.flatMap((group) => version.files[group] ?? []).filter(([, digest]) => !here.has(digest))
  const pages = version.paths(lang, "shell").filter((path) => path.startsWith(`${lang}/`) && path.endsWith("index.html"))
  return {
    busy,
    off,
    full,
    asked: asked.includes(lang),
    pages: pages.filter((path) => here.has(version.digests.get(path))),
    kept: kept.reduce((sum, [, , size]) => sum + size, 0),
    missing: missing.reduce((sum, [, , size]) => sum + size, 0),
    size: version.size(...whole),
    most: version.most,
  }
}
