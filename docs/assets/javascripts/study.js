{
  // Loads what studying needs where it is needed: the study page's scripts there, and marks of progress on
  // other pages for a reader who has any. Everybody else loads nothing more.
  const script = document.currentScript.src
  const root = new URL("../../", script)
  const key = `${root.pathname}kb.study`
  const module = (name) => import(new URL(`study/${name}.js`, script))

  const records = () => {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  }

  const study = async (page) => {
    try {
      const { mount } = await module("main")
      if (page.isConnected) leave = await mount(page, root, key)
      if (!page.isConnected) leave()
    } catch (error) {
      console.info(error)
      page.parentElement?.querySelector("[data-kb-study-trouble]")?.removeAttribute("hidden")
    }
  }

  let leave = () => {}
  document$.subscribe(async () => {
    leave()
    leave = () => {}
    const page = document.querySelector("[data-kb-study]")
    if (page) return study(page)
    const text = document.querySelector("[data-kb-progress], [data-kb-question]") && records()
    if (text) (await module("marks")).show(text)
  })
}
