import starlight from "@astrojs/starlight"
import { defineConfig } from "astro/config"

export default defineConfig({
  site: "https://bench.example",
  integrations: [
    starlight({
      title: "Notes",
      defaultLocale: "ko",
      locales: { ko: { label: "한국어", lang: "ko" }, en: { label: "English", lang: "en" } },
    }),
  ],
})
