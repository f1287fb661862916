// The page's own words with numbers in them, and days as a calendar calls them.

const DAY = 86_400_000

export class Say {
  /** @param {Record<string, string>} words `one|other` where the number matters */
  constructor(words, lang) {
    this.words = words
    this.relative = new Intl.RelativeTimeFormat(lang, { numeric: "auto" })
    this.weekday = new Intl.DateTimeFormat(lang, { weekday: "short" })
    this.date = new Intl.DateTimeFormat(lang, { weekday: "long", month: "long", day: "numeric" })
  }

  /** Return a phrase with values in the place of `{…}`. */
  phrase(name, values = {}) {
    const [one, other = one] = this.words[name].split("|")
    return (values.n === 1 ? one : other).replace(/\{(\w+)\}/g, (_, key) => values[key])
  }

  grade(number) {
    return this.words.grades[number - 1]
  }

  /** Say in how many days something will be: "in 3 days", "in 2 months". */
  pause(days) {
    if (days < 60) return this.relative.format(days, "day")
    return days < 365 ? this.relative.format(Math.round(days / 30.4), "month") : this.relative.format(1, "year")
  }

  /** Name the day some days after `now`: short as it is shown, long as it is read aloud. */
  day(now, later) {
    const date = new Date(now + later * DAY)
    return later === 0
      ? { short: this.phrase("today"), long: this.phrase("today") }
      : { short: this.weekday.format(date), long: this.date.format(date) }
  }
}
