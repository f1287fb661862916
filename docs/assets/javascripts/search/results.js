// Results as Material's search box takes them: groups of a page and its sections, in HTML.

import { LANGS } from "./data.js"
import { alike, pairs } from "./similar.js"
import { Marker, escape } from "./teaser.js"

const WITH_TEXT = 10
const MOST_SECTIONS = 4
const MOST_TERMS = 8
const TITLE_IS_ENOUGH = 0.75
const SURE = 0.5

/** @typedef {import("./data.js").Data} Data */
/** @typedef {import("./query.js").Slot} Slot */
/** @typedef {import("./rank.js").Hit} Hit */
/** @typedef {[anchor: string, title: string, text: string]} Section */
/**
 * @typedef {object} Item
 * @property {string} location relative to the home of the reader's language
 * @property {string} title HTML
 * @property {string} text HTML
 * @property {number} score
 * @property {Record<string, boolean>} terms what to mark on the page, and what was not found
 * @property {string[]} [tags]
 */

/**
 * Return where a page is, seen from the home of the reader's language.
 * @param {string} url
 * @param {string} lang
 */
const from = (url, lang) => (url.startsWith(`${lang}/`) ? url.slice(lang.length + 1) : `../${url}`)

/**
 * Return one group for each hit.
 * @param {Data} data
 * @param {Hit[]} hits
 * @param {Slot[]} slots
 * @param {string} lang
 * @param {(unit: number, lang: string) => Promise<Section[]>} textOf
 * @returns {Promise<Item[][]>}
 */
export async function groups(data, hits, slots, lang, textOf) {
  const marker = new Marker(data, slots)
  return Promise.all(
    hits.map(async (hit, place) => {
      const other = LANGS.find((each) => each !== lang)
      const shown = hit.foreign ? other : lang
      const sections = place < WITH_TEXT ? await textOf(hit.unit, shown) : []
      return group(data, hit, slots, sections, marker, lang, shown)
    })
  )
}

/**
 * @param {Data} data
 * @param {Hit} hit
 * @param {Slot[]} slots
 * @param {Section[]} sections
 * @param {Marker} marker
 * @param {string} lang
 * @param {string} shown
 * @returns {Item[]}
 */
function group(data, hit, slots, sections, marker, lang, shown) {
  const [url, title] = data.units[shown][hit.unit]
  const location = from(url, lang)
  const score = hit.score * 100
  const counted = sections.map((section, i) => ({ section, i, count: marker.count(`${section[1]} ${section[2]}`) }))
  const best = counted.filter(({ count, section }) => count && section[0]).sort((a, b) => b.count - a.count || a.i - b.i)
  const opening = counted.find(({ section }) => !section[0] || section[2])?.section ?? ["", "", ""]
  const upFront = marker.count(`${title} ${opening[2]}`)
  const first = hit.near < TITLE_IS_ENOUGH && best.length && best[0].count > upFront ? best[0] : undefined
  const text = first ? "" : marker.teaser(marker.count(opening[2]) || !best.length ? opening[2] : best[0].section[2])
  const seen = `${title} ${sections.map(([, heading, body]) => `${heading} ${body}`).join(" ")}`
  const terms = termsOf(data, slots, marker, seen)
  const language = inLanguage(title, shown)
  /** @type {Item} */
  const page = {
    location,
    title: language === lang ? marker.mark(title) : `<span lang="${language}">${marker.mark(title)}</span>`,
    text,
    score: first ? score / 2 : score,
    terms,
  }
  if (shown !== lang) page.tags = [escape(data.sayings[lang].inOther)]
  const items = best.slice(0, MOST_SECTIONS).map(({ section: [anchor, heading, body] }, i) => ({
    location: `${location}#${anchor}`,
    title: marker.mark(heading),
    text: marker.teaser(body),
    score: first && !i ? score : score / 4,
    terms: i || !first ? markedOnly(terms) : terms,
  }))
  return first ? [items[0], page, ...items.slice(1)] : [page, ...items]
}

/**
 * @param {string} title
 * @param {string} otherwise
 */
const inLanguage = (title, otherwise) => (/[가-힣]/.test(title) ? "ko" : /[a-z]{3}/i.test(title) ? "en" : otherwise)

/**
 * @param {Record<string, boolean>} terms
 */
const markedOnly = (terms) => Object.fromEntries(Object.entries(terms).filter(([, found]) => found))

/**
 * @param {Data} data
 * @param {Slot[]} slots
 * @param {Marker} marker
 * @param {string} seen
 * @returns {Record<string, boolean>}
 */
function termsOf(data, slots, marker, seen) {
  const mentioned = marker.mentions(seen).slice(0, MOST_TERMS)
  const missing = slots.length > 1 ? slots.filter(({ options }) => !options.size).map(({ letters }) => letters) : []
  return { ...Object.fromEntries(mentioned.map((term) => [term, true])), ...Object.fromEntries(missing.map((m) => [m, false])) }
}

/**
 * Return the entry of the glossary for a query that is one concept no question asks about, else nothing.
 * @param {Data} data
 * @param {Slot[]} slots
 * @param {Hit[]} hits
 * @param {string} lang
 * @param {(unit: number, lang: string) => Promise<Section[]>} textOf
 * @returns {Promise<Item[] | undefined>}
 */
export async function glossaryEntry(data, slots, hits, lang, textOf) {
  const unit = data.units.kinds.indexOf("glossary")
  const concepts = slots.map(({ options }) => [...options].find(([token, sure]) => sure > SURE && data.isConcept(token))?.[0])
  const found = concepts.find((concept) => concept !== undefined)
  if (unit < 0 || found === undefined || data.spread.has(found) || !slots.every(({ options }) => options.size) || !data.units[lang][unit] || slots.length > 2) return undefined
  if (slots.length === 2 && !slots.some(({ options }) => [...options.keys()].every((t) => !data.isConcept(t) && !data.isWord(t))))
    return undefined
  const id = data.conceptIds[found]
  const section = (await textOf(unit, lang)).find(([anchor]) => anchor === id)
  const [url, title] = data.units[lang][unit]
  const names = [...new Set(lang === "ko" ? data.conceptNames[found] : [...data.conceptNames[found]].reverse())]
  const marker = new Marker(data, slots)
  const item = { score: (hits[0]?.score ?? 1) * 101, terms: {} }
  return [
    { ...item, location: `${from(url, lang)}#${id}`, title: marker.mark(names.join(" · ")), text: escape(section?.[2] ?? "") },
    { ...item, score: 0, location: from(url, lang), title: escape(title), text: "" },
  ]
}

/** @type {WeakMap<Data, { unit: number, found: Set<string> }[]>} */
const pairsOfTitles = new WeakMap()

/**
 * Return the pairs of keystrokes in the title of each question, in both languages.
 * @param {Data} data
 */
function titlePairs(data) {
  let known = pairsOfTitles.get(data)
  if (!known) {
    known = LANGS.flatMap((lang) =>
      data.units.kinds.flatMap((/** @type {string} */ kind, /** @type {number} */ unit) =>
        kind === "question" && data.units[lang][unit] ? [{ unit, found: pairs(data.units[lang][unit][1]) }] : []
      )
    )
    pairsOfTitles.set(data, known)
  }
  return known
}

/**
 * Return what to offer instead of results: the question with the most similar title, and the list of
 * questions that nobody has answered yet.
 * @param {Data} data
 * @param {string} query
 * @param {string} lang
 * @returns {Item[][]}
 */
export function instead(data, query, lang) {
  const say = data.sayings[lang]
  const asked = pairs(query)
  let [nearest, most] = [-1, 0]
  for (const { unit, found } of titlePairs(data)) {
    const likeness = alike(asked, found)
    if (likeness > most) [nearest, most] = [unit, likeness]
  }
  const mark = '<span data-kb-instead hidden></span>'
  const offers = [{ location: "unanswered/", title: mark + escape(say.unanswered), text: escape(say.ask), score: 0, terms: {} }]
  const [url, title] = (nearest >= 0 && (data.units[lang][nearest] ?? data.units.ko[nearest])) || []
  if (url) offers.unshift({ location: from(url, lang), title: mark + escape(title), text: escape(say.nearest), score: 0, terms: {} })
  return offers.map((offer) => [offer])
}
