{
  // How far the reader is, on pages that list topics and questions; and the study page, whose scripts are
  // loaded there only. The records are those of study/store.js.
  const script = document.currentScript.src
  const root = new URL("../../", script)
  const key = `${root.pathname}kb.study`
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
  const LEARNED = 7 // days, as in study/plan.js

  const stored = () => {
    try {
      const all = Object.entries(JSON.parse(localStorage.getItem(key))?.cards ?? {})
      return all.filter(([, record]) => Number.isFinite(record?.due))
    } catch {
      return []
    }
  }

  const show = () => {
    const words = WORDS[document.documentElement.lang]
    const places = document.querySelectorAll("[data-kb-progress]")
    const items = document.querySelectorAll("[data-kb-question]")
    const records = words && places.length + items.length ? stored() : []
    if (!records.length) return
    const tomorrow = new Date().setHours(24, 0, 0, 0)
    const topics = new Map()
    const states = new Map()
    for (const [id, { topic, stability, due }] of records) {
      const found = topics.get(topic) ?? { seen: 0, learned: 0, due: 0 }
      topics.set(topic, found)
      const state = due < tomorrow ? "due" : stability >= LEARNED ? "learned" : "seen"
      states.set(id, state)
      found.seen += 1
      found.learned += stability >= LEARNED
      found.due += due < tomorrow
    }
    for (const place of places) {
      const found = topics.get(place.dataset.kbProgress)
      place.hidden = !found
      if (found) place.textContent = words.topic(found)
    }
    for (const item of items) {
      const state = states.get(item.dataset.kbQuestion)
      if (!state || item.querySelector(":scope > * > .kb-mark")) continue
      const mark = document.createElement("span")
      mark.className = `kb-mark kb-mark--${state}`
      mark.textContent = words[state]
      const place = item.querySelector(":scope > .kb-state") ?? item.querySelector(":scope > a")
      place?.append(" ", mark)
    }
  }

  let leave = () => {}
  const study = async (page) => {
    try {
      const { mount } = await import(new URL("study/main.js", script))
      leave = await mount(page, root, key)
    } catch (error) {
      console.info(error)
      const trouble = document.querySelector("[data-kb-study-trouble]")
      if (trouble) trouble.hidden = false
    }
  }

  document$.subscribe(() => {
    leave()
    leave = () => {}
    show()
    const page = document.querySelector("[data-kb-study]")
    if (page) study(page)
  })
}
