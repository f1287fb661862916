// The root page: go to the reader's language. Without this script both links are there to follow.
const wanted = (navigator.languages || [navigator.language]).map((tag) => tag.slice(0, 2).toLowerCase())
const found = wanted.find((tag) => tag === "ko" || tag === "en") || "en"
const file = location.protocol === "file:" ? "index.html" : "" // on a disk a folder has no page
location.replace(new URL(`${found}/${file}`, location.href.split(/[?#]/)[0]))
