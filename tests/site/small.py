"""A small knowledge base on disk, and the site that MkDocs makes of it in this process."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.bench.generate import write_docs

ROOT = Path(__file__).parents[2]
SITE_URL = "https://site.example/notes/"

BANK = """\
topic:
  id: activations
  order: 1
  title: {ko: 활성화 함수, en: Activation functions}
  description: {ko: 비선형 함수를 다룹니다., en: Non-linear functions.}
questions:
  - id: relu
    title: {ko: "ReLU란 무엇인가요?", en: "What is ReLU?"}
    difficulty: 1
    also_asked: {ko: [렐루, ReLU의 뜻, 정류 선형 유닛], en: [ReLU, rectifier, rectified linear unit]}
    related: [softmax, momentum]
  - id: dead-relu
    title: {ko: "죽은 ReLU란 <무엇>이고 왜 *생기나요*?", en: "What is a <dead> ReLU & *why*?"}
    parent: relu
    difficulty: 2
    also_asked: {ko: [렐루가 죽는 문제, ReLU의 단점, 죽은 렐루], en: [dying relu, dead units, relu flaw]}
    related: [relu, softmax]
  - id: softmax
    title: {ko: 소프트맥스를 설명해 주세요., en: Explain the softmax.}
    difficulty: 3
    also_asked: {ko: [소프트맥스, softmax, 소맥], en: [softmax function, soft maximum, softargmax]}
    related: [relu, momentum]
"""
SECOND = """\
topic:
  id: optimization
  order: 2
  title: {ko: 최적화, en: Optimization}
  description: {ko: 학습 방법을 다룹니다., en: How training works.}
questions:
  - id: momentum
    title: {ko: 모멘텀을 설명해 주세요., en: Explain momentum.}
    difficulty: 2
    also_asked: {ko: [모멘텀, 관성, momentum], en: [momentum method, heavy ball, velocity]}
    related: [relu, softmax]
"""
FILES = {
    "questions/activations.yml": BANK,
    "questions/optimization.yml": SECOND,
    "glossary.yml": "[]\n",
    "answers/ko/relu.md": """\
---
question: relu
contributor: editors
---

# ReLU란 무엇인가요?

양수는 그대로, 음수는 0으로 만드는 함수입니다.

## 까닭

편집부의 설명입니다. [소프트맥스](softmax.md)도 보세요.

## 참고 문헌

- [나눔 (2010), 정류 유닛](https://paper.example/relu)
""",
    "answers/en/relu.md": """\
---
question: relu
contributor: editors
---

# What is ReLU?

A function that keeps positive numbers and turns negative ones into zero.

## Why

The editors explain.

## References

- [Nair (2010), Rectified units](https://paper.example/relu)
""",
    "answers/kim/relu.md": """\
---
question: relu
lang: ko
---

# ReLU란?

김의 설명입니다.

## 까닭

같은 이름의 소제목입니다.
""",
    "answers/ko/softmax.md": """\
---
question: softmax
contributor: editors
---

# 소프트맥스를 설명해 주세요.

점수를 확률로 바꿉니다.
""",
    "answers/cheatsheet/ko.md": """\
---
question: relu
role: summary
lang: ko
---

# ReLU란 무엇인가요?

음수를 자르는 함수입니다.
""",
    "answers/pitfalls/ko.md": """\
---
question: relu
role: pitfall
lang: ko
---

# ReLU란 무엇인가요?

ReLU가 선형이라는 말은 틀렸습니다.
""",
    "answers/lee/extra.md": """\
---
lang: en
topic: optimization
---

# How many parameters does a zebra classifier need?

Twelve.
""",
    "pages/ko/about.md": "# 소개 { #about }\n\n## 보태기 { #contribute }\n\n글을 보내 주세요.\n",
    "pages/en/about.md": "# About { #about }\n\n## Contribute { #contribute }\n\nSend text.\n",
}


@dataclass(frozen=True)
class Built:
    """A built site: its folder, the folder it was made from, and the messages of the build."""

    folder: Path
    project: Path
    log: str

    def text(self, path: str) -> str:
        """Return a file of the site; a path that ends with a slash is a page."""
        file = self.folder / path
        return (file / "index.html" if path.endswith("/") or not path else file).read_text(encoding="utf-8")

    def page(self, path: str) -> BeautifulSoup:
        """Return a page, parsed."""
        return BeautifulSoup(self.text(path), "html.parser")


def write(project: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = project / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def make_project(folder: Path) -> Path:
    """Write a project with the real settings, theme and assets and the small knowledge base."""
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for path in ("hooks/main.py", "hooks/overrides"):
        settings = settings.replace(path, (ROOT / path).as_posix(), 1)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    shutil.copytree(ROOT / "docs" / "assets", folder / "docs" / "assets")
    write(folder, FILES)
    return folder


def make_collection(folder: Path, count: int) -> Path:
    """Write a project with made-up questions and answers in all conventions."""
    project = make_project(folder)
    for part in ("answers", "questions"):
        for file in (project / "docs" / part).rglob("*.*"):
            file.unlink()
    write_docs(project / "docs", count)
    return project


def build_site(project: Path, **settings: Any) -> Built:
    """Build the project strictly and return the site; raises what MkDocs raises."""
    lines: list[str] = []
    handler = logging.Handler(logging.INFO)
    handler.emit = lambda record: lines.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("mkdocs")
    level = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    chosen: dict[str, Any] = {
        "site_url": SITE_URL,
        "repo_url": "https://code.example/me/notes",
        "strict": True,
    } | settings
    try:
        config = load_config(str(project / "mkdocs.yml"), site_dir=str(project / "site"), **chosen)
        build(config)
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)
        (project / "log.txt").write_text("\n".join(lines), encoding="utf-8")
    return Built(project / "site", project, "\n".join(lines))
