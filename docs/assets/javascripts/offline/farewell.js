// In place of the service worker while someone writes (`mkdocs serve`): a former one must not show old pages.

addEventListener("install", () => self.skipWaiting())
addEventListener("activate", (event) => event.waitUntil(leave()))

async function leave() {
  const { pathname } = new URL(self.registration.scope)
  const ours = (await caches.keys()).filter((name) => name.startsWith(`kb-offline ${pathname} `))
  await Promise.all(ours.map((name) => caches.delete(name)))
  await self.registration.unregister()
  for (const client of await clients.matchAll({ type: "window" })) client.navigate(client.url).catch(() => {})
}
