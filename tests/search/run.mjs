// Runs the search in Node: {folder, calls: [[name, …arguments]…]} in, a list of results out, both as JSON.
import { readFileSync } from "node:fs"
import { Data } from "../../docs/assets/javascripts/search/data.js"
import { Engine } from "../../docs/assets/javascripts/search/engine.js"
import { keystrokes, initials, typedInHangul, typedInLatin } from "../../docs/assets/javascripts/search/hangul.js"
import { unpack } from "../../docs/assets/javascripts/search/packing.js"
import { understand } from "../../docs/assets/javascripts/search/query.js"
import { Run, read } from "../../docs/assets/javascripts/search/reading.js"
import { distance } from "../../docs/assets/javascripts/search/similar.js"
import { stem } from "../../docs/assets/javascripts/search/words.js"

const { folder, calls } = JSON.parse(readFileSync(0, "utf8"))
const load = (name) => {
  const text = readFileSync(`${folder}/${name}.js`, "utf8")
  return JSON.parse(text.slice(text.indexOf(",") + 1, text.lastIndexOf(")")))
}
const index = folder ? load("index") : undefined
const engine = index && new Engine(index, async (shard) => load(`text-${shard}`))

/** Name tokens as `reading.py` does. @param {Data} data */
const named = (data) => (token) =>
  data.isConcept(token)
    ? `c:${data.conceptIds[token]}`
    : data.isWord(token)
      ? `w:${data.words[token - data.firstWord]}`
      : `r:${data.relations[token - data.surfaces.length]}`

const able = {
  keystrokes,
  initials,
  typedInHangul,
  typedInLatin,
  unpack,
  distance,
  stem: (word) => stem(word, engine.data.particles),
  // A space at the end: nothing is still being typed.
  read: (text) => read(engine.data, new Run(`${text} `)).flatMap(({ tokens }) => tokens.map(named(engine.data))),
  understand: (text) => {
    const { slots, ...rest } = understand(engine.data, text)
    const name = named(engine.data)
    return { ...rest, slots: slots.map(({ letters, options }) => [letters, [...options].map(([t, w]) => [name(t), w])]) }
  },
  search: (text, lang) => engine.search(text, lang),
}
const results = []
for (const [name, ...given] of calls) results.push(await able[name](...given))
console.log(JSON.stringify(results))
