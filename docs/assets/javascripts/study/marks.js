// How far the reader is, on pages that list topics and questions. These pages know nothing of the cards: a
// record itself tells the topic of its question.

import { isDue, isLearned, progress } from "./plan.js"
import { read } from "./records.js"

const WORDS = {
  ko: {
    topic: ({ seen, learned, due }) => `${seen}개 봄 · ${learned}개 익힘${due ? ` · 오늘 복습 ${due}개` : ""}`,
    seen: "봄", learned: "익힘", due: "오늘 복습",
  },
  en: {
    topic: ({ seen, learned, due }) => `${seen} seen · ${learned} learned${due ? ` · ${due} due` : ""}`,
    seen: "Seen", learned: "Learned", due: "Due",
  },
}

/** Fill the places for progress; `text` is what is stored. */
export const show = (text) => {
  const words = WORDS[document.documentElement.lang]
  const { records } = read(text)
  const now = Date.now()
  for (const place of document.querySelectorAll("[data-kb-progress]")) {
    const mine = [...records].filter(([, { topic }]) => topic === place.dataset.kbProgress).map(([id]) => ({ id }))
    place.hidden = mine.length === 0
    place.textContent = mine.length ? words.topic(progress(mine, records, now)) : ""
  }
  for (const item of document.querySelectorAll("[data-kb-question]")) mark(item, records.get(item.dataset.kbQuestion), words, now)
}

const mark = (item, record, words, now) => {
  if (!record || item.querySelector(":scope > * > .kb-mark")) return
  const state = isDue(record, now) ? "due" : isLearned(record) ? "learned" : "seen"
  const found = document.createElement("span")
  found.className = "kb-mark"
  found.textContent = words[state]
  const place = item.querySelector(":scope > .kb-state") ?? item.querySelector(":scope > a")
  place?.append(" ", found)
}
