// One version of the site: which files it consists of, and which bytes each of them has.

const FIGURE = /^(assets\/figures\/.+\.(?:ko|en))\.(light|dark)\.(narrow|wide)\./

export const scope = new URL(self.registration.scope)

/**
 * Return the path of a file in the site: a folder's address shows its index.
 * @param {URL} url
 */
export function pathOf(url) {
  const path = decodeURIComponent(url.pathname.slice(scope.pathname.length))
  return path === "" || path.endsWith("/") ? `${path}index.html` : path
}

/**
 * Return the address under which readers ask for a file.
 * @param {string} path
 */
export const addressOf = (path) => new URL(path.replace(/(^|\/)index\.html$/, "$1").split("/").map(encodeURIComponent).join("/"), scope)

export class Version {
  /**
   * @param {string} name the digest of the manifest
   * @param {{ search: string, most: number, unasked: string[], files: Record<string, [path: string, digest: string, size: number][]> }} manifest
   */
  constructor(name, { search, most, unasked, files }) {
    this.name = name
    this.search = search
    this.most = most
    this.unasked = unasked
    this.files = files
    this.digests = new Map(Object.values(files).flat().map(([path, digest]) => [path, digest]))
  }

  /** @param {string} path */
  has(path) {
    return this.digests.has(path)
  }

  /**
   * Return the paths of the files of some groups.
   * @param {string[]} groups
   */
  paths(...groups) {
    return groups.flatMap((group) => this.files[group] ?? []).map(([path]) => path)
  }

  /** @param {string[]} groups */
  size(...groups) {
    return groups.flatMap((group) => this.files[group] ?? []).reduce((sum, [, , size]) => sum + size, 0)
  }

  /**
   * Return the same figure as drawn for other screens, the same colors first.
   * @param {string} path
   */
  alike(path) {
    const [, stem, theme] = path.match(FIGURE) ?? []
    if (!stem) return []
    const found = [...this.digests.keys()].filter((other) => other !== path && other.startsWith(`${stem}.`) && !other.includes(".moving."))
    return found.sort((a, b) => Number(b.includes(`.${theme}.`)) - Number(a.includes(`.${theme}.`)))
  }
}
