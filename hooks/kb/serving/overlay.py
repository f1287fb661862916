"""What is wrong with the files being edited, as HTML over the page."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kb.diagnostics import Code, Diagnostic
from kb.model import LANGS, Lang
from kb.serving.words import SERVING

_SHOWN = 50
_HTML_LANG = re.compile(rb'<html[^>]*\blang="([a-z]+)"')
_STYLE = """\
.kb-problems{position:fixed;inset:auto 0 0 0;z-index:1000;max-height:60vh;overflow:auto;padding:12px 20px;
box-sizing:border-box;border-top:4px solid #b3261e;background:#fff;color:#1f2328;
box-shadow:0 -4px 24px #0006;font:16px/1.5 "Pretendard Variable",system-ui,sans-serif}
.kb-problems summary{font-weight:700;cursor:pointer}
.kb-problems :focus-visible,.kb-problems:focus-visible{outline:3px solid #0b57d0;outline-offset:-3px}
.kb-problems p,.kb-problems ol{margin:8px 0}
.kb-problems ol{padding-inline-start:1.5em}
.kb-problems li{margin:6px 0;overflow-wrap:anywhere}
.kb-problems code{background:none;color:#8c1d18;font:600 14px/1.5 ui-monospace,monospace}
.kb-problems small{display:block;color:#4a5058;font-size:14px}
[data-md-color-scheme=slate] .kb-problems{border-color:#ff897d;background:#1b1f26;color:#e8eaed}
[data-md-color-scheme=slate] .kb-problems code{color:#ffb4ab}
[data-md-color-scheme=slate] .kb-problems small{color:#b8bec6}
"""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that keeps the site from being built: where it is, what it is, what to do."""

    place: str
    code: str
    message: str
    hint: str = ""

    @classmethod
    def of(cls, diagnostic: Diagnostic) -> Problem:
        """Return a diagnostic as the page shows it."""
        place = f"{diagnostic.path}:{diagnostic.line}"
        return cls(place, diagnostic.code.id, diagnostic.message, diagnostic.hint)


def errors_in(diagnostics: Iterable[Diagnostic]) -> tuple[Problem, ...]:
    """Return what of the diagnostics must be fixed; while a file is no YAML, only that: the rest follows."""
    errors = [d for d in diagnostics if d.code.severity == "error"]
    first = [d for d in errors if d.code is Code.BANK_SYNTAX]
    return tuple(map(Problem.of, first or errors))


def overlay(problems: Sequence[Problem], lang: Lang) -> str:
    """Return the element that lists what to fix. It needs no script, and nothing in it can run one."""
    words = SERVING[lang]
    title = words.title if len(problems) == 1 else words.titles.format(n=len(problems))
    listed = "".join(_item(problem) for problem in problems[:_SHOWN])
    more = f"<p>… +{len(problems) - _SHOWN}</p>" if len(problems) > _SHOWN else ""
    note = words.kept if any(problem.place for problem in problems) else words.unknown
    return (
        f'<section class="kb-problems" role="alert" lang="{lang}" tabindex="0"><style>{_STYLE}</style>'
        f"<details open><summary>{title}</summary><p>{note}</p>"
        f'<ol lang="en">{listed}</ol>{more}</details></section>'
    )


def _item(problem: Problem) -> str:
    place, code, message, hint = map(
        html.escape, (problem.place, problem.code, problem.message, problem.hint)
    )
    named = f"<code>{place}</code> " if place else ""
    return f"<li>{named}<b>{code}</b> {message}{f'<small>{hint}</small>' if hint else ''}</li>"


def over(page: bytes, path: str, problems: Sequence[Problem], *, found: bool) -> bytes:
    """Return a page with what to fix over it; where there is no page, one that says nothing else."""
    lang = language(page, path)
    shown = overlay(problems, lang)
    if not found and b"</body>" not in page:
        title = SERVING[lang].missing
        return (
            f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>'
            f'<meta name="viewport" content="width=device-width,initial-scale=1"></head>'
            f"<body><main><h1>{title}</h1></main>{shown}</body></html>"
        ).encode("utf-8", "replace")
    before, body, after = page.rpartition(b"</body>")
    return (
        before + shown.encode("utf-8", "replace") + body + after
        if body
        else page + shown.encode("utf-8", "replace")
    )


def language(page: bytes, path: str) -> Lang:
    """Return the language of an address, or of the page where the address names none."""
    said = next((part for part in path.split("/") if part in LANGS), "")
    if not said and (match := _HTML_LANG.search(page[:2000])):
        said = match[1].decode()
    return "en" if said == "en" else "ko"
