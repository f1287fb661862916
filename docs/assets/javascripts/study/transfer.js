// Progress as a file: out of this browser and into another one.

import { read, write } from "./records.js"

const LARGEST = 20_000_000

/** Hand the reader a file with all records. */
export const save = (store, say) => {
  const now = new Date()
  const text = write(store.records, { exported: now.toISOString() })
  const link = document.createElement("a")
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }))
  link.download = `study-${now.toISOString().slice(0, 10)}.json`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  return say.phrase("saved", { n: store.records.size })
}

/** Take in a file; return what to tell the reader. A file that is none of ours changes nothing. */
export const load = async (file, store, say) => {
  const text = file.size > LARGEST ? "" : await file.text().catch(() => "")
  const { records, dropped, problem } = read(text)
  if (problem) return say.phrase(problem)
  const n = store.add(records)
  const says = [say.phrase("loaded", { n })]
  if (dropped) says.push(say.phrase("dropped", { n: dropped }))
  return says.join(" ")
}
