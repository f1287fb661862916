// Loaded before the page is drawn: a link with ?reveal=0 asks the question and keeps the answer back.
if (new URLSearchParams(location.search).get("reveal") === "0") document.documentElement.dataset.kbReveal = "0"
