"""How long parsing and rendering take, and how they grow: `python tests/bench/parse.py [FOLDER …]`.

Without folders the documents are made here, in five conventions. Times are CPU seconds of one
process without any cache; the peer is Python-Markdown (with MkDocs's usual extensions), which only
renders, over the same texts in the same run.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import markdown
from kb.dialects import parse
from kb.files.sources import Source, read_sources
from kb.rendering.render import draft

_BODY = """Because **gradients** vanish: `f'` is at most 0.25.

- one reason, with $x_{i}$
  - nested

| a | b |
|---|---|
| 1 | 2 |

```python
print("x")
```
"""
_MARKS: tuple[Callable[[int], str], ...] = (
    lambda n: f"## {n}. Why does network {n} learn?",
    lambda n: f"### #{n}\n#### Why does network {n} learn?",
    lambda n: f"## Why does network {n} learn?",
    lambda n: f"**Q{n}. Why does network {n} learn?**",
    lambda n: f"<details><summary>{n}. Why does network {n} learn?</summary>\n",
)


def made(size: int) -> list[Source]:
    """Make documents of about `size` bytes in all, one per convention."""
    sources = []
    for number, mark in enumerate(_MARKS):
        entry = len(mark(1)) + len(_BODY)
        count = max(3, size // len(_MARKS) // entry)
        closing = "\n</details>\n" if "<details>" in mark(1) else ""
        text = "\n\n".join(f"{mark(n)}\n\n{_BODY}{closing}" for n in range(1, count + 1))
        sources.append(Source(f"{number}.md", f"{number}.md", "made", "utf-8", tuple(text.split("\n"))))
    return sources


def ours(sources: list[Source]) -> tuple[float, float]:
    """Return the seconds that parsing and rendering take."""
    started = time.process_time()
    documents = [parse(source)[0] for source in sources]
    parsed = time.process_time()
    for document in documents:
        for entry in document.entries:
            draft(entry.body, document.lang)
    return parsed - started, time.process_time() - parsed


def peer(sources: list[Source]) -> float:
    """Return the seconds that Python-Markdown takes to render the documents as they are."""
    started = time.process_time()
    for source in sources:
        markdown.markdown("\n".join(source.lines), extensions=["tables", "fenced_code", "toc", "codehilite"])
    return time.process_time() - started


def main() -> None:
    """Print a row per size, and how the time per megabyte grows."""
    folders = [Path(name) for name in sys.argv[1:]]
    rows = [("given", list(read_sources(folders)))] if folders else []
    rows += [(f"{size / 1e6:.2f} MB", made(size)) for size in (310_000, 1_250_000, 5_000_000)]
    print("   documents     MB  parse s  render s  s per MB  ours / Python-Markdown")
    ours(made(50_000))  # imports and caches of regular expressions
    for name, sources in rows:
        size = sum(len("\n".join(source.lines).encode()) for source in sources) / 1e6
        parsing, rendering = ours(sources)
        ratio = (parsing + rendering) / peer(sources)
        each = (parsing + rendering) / size
        print(f"{name:>12} {size:6.2f} {parsing:8.2f} {rendering:9.2f} {each:9.2f} {ratio:23.2f}")


if __name__ == "__main__":
    main()
