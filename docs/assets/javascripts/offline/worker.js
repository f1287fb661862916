// The service worker: its events. The build puts VERSION and MANIFEST before it.

import { answer } from "./answer.js"
import { sync } from "./sync.js"
import { respond } from "./control.js"

addEventListener("fetch", answer)
addEventListener("message", (event) => {
  const { type, ...reader } = event.data
  if (type === "visited") event.waitUntil(sync({ ...reader, id: event.source.id }))
  else if (type === "take over") event.waitUntil(self.skipWaiting())
  else event.waitUntil(respond(event))
})
