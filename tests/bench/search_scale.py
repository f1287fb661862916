"""The search of a made-up site of 1,000 pages: bytes, first result, time per query."""

from __future__ import annotations

import gzip
import json
import random
import re
import shutil
import statistics
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from kb.library import load
from kb.model import Phrases, Question, Text
from kb.search.files import FOLDER, search_files
from kb.search.pages import Found
from kb.search.stems import RuleStems
from playwright.sync_api import Browser

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = 1000
_RARE_WORDS = 12_000
_RARE = 0.06
_BORROWED = 0.4
_TYPED = (
    "역전파는",
    "활성화함수",
    "드롭아옷",
    "ㄱㅅㅎㄱㅂ",
    "durwjsvk",
    "배치 정규화 추론할 때 주의할 점",
    "overfiting",
    "why do we need nonlinear activations",
    "경사 하가",
    "relu 문제점",
    "학습하는데 로스가 갑자기 커졌어요",
    "gradient descnet axes",
    "몬테카를로",
)


def questions(known: Iterable[Question], copies: int) -> Iterable[Question]:
    """Copy the questions of the bank with another word in every phrase."""
    words = random.Random(1)
    for question in known:
        yield question
        for copy in range(1, copies):
            word = rare(words)

            def also(texts: tuple[str, ...], word: str = word) -> tuple[str, ...]:
                return tuple(f"{text} {word}" for text in texts)

            title = Text(f"{word} {question.title.ko}", f"{word} {question.title.en}")
            asked = Phrases(also(question.also_asked.ko), also(question.also_asked.en))
            yield replace(question, id=f"{question.id}-{copy}", title=title, also_asked=asked)


def rare(words: random.Random) -> str:
    """Make up a word, the commoner ones more often."""
    number = int(_RARE_WORDS * words.random() ** 2)
    return "".join(chr(0xAC00 + (number * prime) % 11172) for prime in (7919, 104_729))


def pages(found: list[Found], copies: int) -> Iterable[Found]:
    """Copy the pages: each has much of its original, sentences of others, and words of its own."""
    words = random.Random(2)
    sentences = {
        lang: [s for f in found if f.location.startswith(lang) for s in re.split(r"(?<=\.)\s", f.text)]
        for lang in ("ko", "en")
    }
    for item in found:
        yield item
        question = re.match(r"(ko|en)/q/([^/]+)/(.*)", item.location)
        for copy in range(1, copies if question else 0):
            assert question is not None
            lang, name, rest = question.groups()
            own = [
                words.choice(sentences[lang]) if words.random() < _BORROWED else sentence
                for sentence in re.split(r"(?<=\.)\s", item.text)
            ]
            text = re.sub(
                r"[가-힣]{2,}", lambda m: rare(words) if words.random() < _RARE else m[0], " ".join(own)
            )
            yield Found(f"{lang}/q/{name}-{copy}/{rest}", item.title, text)


def scale(browser: Browser, address: str, folder: Path) -> None:
    """Measure a site of 1,000 pages in Chromium."""
    library = load((DOCS / "answers",), DOCS / "questions", DOCS / "glossary.yml")
    docs = json.loads((folder / "whole/search_index.json").read_text(encoding="utf-8"))["docs"]
    found = [Found(doc["location"], doc["title"], doc["text"]) for doc in docs]
    count = len({f.location.partition("#")[0] for f in found})
    copies = 1 + -(-(PAGES - count) // (2 * len(library.kb.questions)))
    more = tuple(questions(library.kb.questions, copies))
    big = replace(library.kb, questions=more)
    copied = list(pages(found, copies))
    start = time.perf_counter()
    files = search_files(big, library.terms, copied, RuleStems(), DOCS / "assets/javascripts/search")
    built = time.perf_counter() - start
    shutil.rmtree(folder / "notes" / FOLDER)
    for file in files:
        target = folder / "notes" / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(file.text, encoding="utf-8")
    sizes = {f.path.rpartition("/")[2]: len(gzip.compress(f.text.encode(), 9)) for f in files}
    real = len({f.location.partition("#")[0] for f in copied})
    print(f"\n{real} pages: index made in {built:.1f} s")
    index, engine, worker = (sizes[f"{name}.js"] for name in ("index", "engine", "worker"))
    print(f"gzip -9: index {index} bytes, engine {engine}, loaded with every page {worker}")
    firsts = [_first_result(browser, address) for _ in range(5)]
    usual, every = statistics.median(firsts), sorted(map(round, firsts))
    print(f"first result {usual:.0f} ms after the first key (of {every})")
    _queries(browser, address)


def _first_result(browser: Browser, address: str) -> float:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}notes/ko/about/")
    page.wait_for_load_state("networkidle")
    page.get_by_role("textbox").click()
    page.evaluate(
        """window.first = new Promise((resolve) => {
          let pressed
          addEventListener("keydown", () => (pressed ??= performance.now()), true)
          new MutationObserver(() => {
            if (document.querySelector(".md-search-result__link")) resolve(performance.now() - pressed)
          }).observe(document.querySelector(".md-search-result"), { childList: true, subtree: true })
        })
        null"""
    )
    page.keyboard.press("a")
    took = float(page.evaluate("window.first"))
    context.close()
    return took


def _queries(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}bench.html")
    states = [text[: i + 1] for text in _TYPED for i in range(len(text)) if text[i] != " "]
    times = page.evaluate(
        """async (queries) => {
          const engines = await import("/search_engines.mjs")
          const search = await engines.ours("ko")
          await search("준비")
          return (await engines.askAll(search, queries)).map(([, time]) => time)
        }""",
        states * 2,
    )
    times.sort()
    print(
        f"{len(times)} queries, each as it is typed: median {statistics.median(times):.1f} ms, "
        f"p95 {times[int(0.95 * len(times))]:.1f} ms, most {times[-1]:.0f} ms"
    )
