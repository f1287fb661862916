"""Documents for the properties: any bytes, any text, and Markdown put together from fragments."""

from __future__ import annotations

from hypothesis import strategies as st
from kb.diagnostics import Diagnostic
from kb.dialects import parse
from kb.files.sources import Source, from_bytes
from kb.model import Document

# Lines that mean something in one dialect or another, alone or beside each other.
LINES = (
    "# Notes", "## 1. What is dropout?", "## 2) 드롭아웃은 왜 쓰나요?", "### Q3: Why batch norm?",
    "### #4", "### #4-1", "## # 5", "#### 과적합이란 무엇인가요?", "##붙은 제목", "## 배경", "### Pros",
    "- What is a kernel?", "  - Which one fits?", "1. Why normalise?", "1-1. 왜 그런가요?", "1-0. 정규화란?",
    "* [Why normalise?](#4)", "- [위로](#top)", "[⬆ back to top](#notes)", "**What is a tensor?**",
    "Q. 편향은 왜 필요한가요?", "A. 출력을 옮기려고요.", "**Q1)** What is bias?", "Answer:", "답변 ~~",
    "<details>", "</details>", "<summary>What is a GAN?</summary>", "<summary>답</summary>",
    "<details><summary>정답 보기</summary>", "<p>", "</p>", "<br>", "&nbsp;", "<h3>2. What is a loss?</h3>",
    "!!! question", '    === "Question"', '    === "Answer"', "        What is recall?", "        The share.",
    '??? question "What is precision?"', "#### References", "##### 참고 문헌", "Reference:", "참고 : https://a.example/1",
    "> - [a title](https://a.example/2)", "- [](https://a.example/3)", "[출처] <https://a.example/4>",
    "```", "```python", "# a comment", "~~~", "<!--", "-->", "---", "===", "***", "> a quote", "> > deeper",
    "| a | b |", "|---|---|", "Because gradients vanish.", "기울기가 사라지기 때문입니다.", "    indented",
    "<<<<<<< ours", "=======", ">>>>>>> theirs", "\t- a tab", "\u3000\u3000wide spaces", "\u200b",
    "![](a.png)", "title: x", "question: dropout", "verbatim: true", "lang: ko", "$$", "\\", "[", "](", "`",
    "①", "1️⃣ What is it?", "Tags: ml", "", "", "", " ", "\ufeff", "\x0b", "\x85",
)  # fmt: skip

lines = st.sampled_from(LINES)
fragments = st.one_of(
    lines,
    st.builds(lambda depth, line: " " * depth + line, st.integers(0, 9), lines),
    st.builds(lambda first, second: f"{first} {second}", lines, lines),
    st.text(max_size=20).map(lambda text: text.replace("\n", " ").replace("\r", " ")),
)
markdown = st.lists(fragments, max_size=40).map("\n".join)
front_matter = st.lists(
    st.sampled_from(
        ("question: dropout", "verbatim: true", "lang: en", "role: pitfall", "contributor: kim",
         "title: '# x'", "title: 드롭아웃?", "role: [", "lang: xx", "a: &a [*a]")
    ),
    max_size=4,
).map(lambda keys: "\n".join(["---", *keys, "---", ""]))  # fmt: skip
documents = st.one_of(markdown, st.builds(lambda head, text: head + text, front_matter, markdown))
any_bytes = st.one_of(
    st.binary(max_size=200),
    documents.map(lambda text: text.encode("utf-8", "replace")),
    documents.map(lambda text: text.encode("utf-16")),
    documents.map(lambda text: text.encode("cp949", "replace")),
    st.builds(
        lambda text, newline: text.replace("\n", newline).encode("utf-8", "replace"),
        documents,
        st.sampled_from(("\r\n", "\r")),
    ),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")),
)


def source_of(text: str | bytes, path: str = "kim/notes.md") -> Source:
    """Make a source of a text."""
    raw = text if isinstance(text, bytes) else text.encode("utf-8", "replace")
    return from_bytes(raw, path, shown=path, folder="answers")


def parsed(text: str | bytes, path: str = "kim/notes.md") -> tuple[Document, tuple[Diagnostic, ...]]:
    """Parse a text as a file called `path`."""
    return parse(source_of(text, path))
