"""The `---` block at the head of an answer file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import get_args

import yaml

from kb.blocks import front_matter_length
from kb.diagnostics import Code, Diagnostic
from kb.files.sources import Source
from kb.files.yaml_lines import QuickLoader
from kb.model import LANGS, ROLES, Lang, Original, Role

_OURS = ("question", "lang", "role", "contributor", "topic", "title", "translated", "verbatim", "license")
# What all readers of YAML read in the same way.
_PLAIN = re.compile(r"(?:[a-z_]+: \w[\w .,/@+-]*\n?)+")
_TRANSLATED = re.compile(r"(?P<lang>ko|en)@(?P<digest>[0-9a-f]{12})")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What an answer file says of itself; None where it says nothing. `verbatim` tells that its text is to
    be taken as it stands."""

    question: str | None = None
    lang: Lang | None = None
    role: Role | None = None
    contributor: str | None = None
    topic: str | None = None
    title: str | None = None
    translated: Original | None = None
    verbatim: bool = False
    license: str | None = None


def read_front_matter(source: Source) -> tuple[FrontMatter, tuple[Diagnostic, ...]]:
    """Read the front matter; other programs' keys (`layout`, `tags` …) are left alone."""
    length = front_matter_length(source.lines)
    if not length:
        return FrontMatter(), ()
    try:
        data = _loaded("\n".join(source.lines[1 : length - 1]))
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        line = _line_of(error)
        hint = "quote values that hold a colon or begin with a bracket"
        return FrontMatter(), (
            Diagnostic(Code.FRONT_MATTER, source.shown, line, "front matter is not valid YAML", hint),
        )
    if not isinstance(data, Mapping):
        return FrontMatter(), ()
    values = {str(key): _text(value) for key, value in data.items()}
    diagnostics = (*_misspelt(source, values), *_bad_choices(source, values))
    lang, role = values.get("lang"), values.get("role")
    return (
        FrontMatter(
            question=values.get("question"),
            lang=next((known for known in LANGS if known == lang), None),
            role=next((known for known in ROLES if known == role), None),
            contributor=values.get("contributor") or values.get("author"),
            topic=values.get("topic"),
            title=values.get("title"),
            translated=_translated(values.get("translated")),
            verbatim=values.get("verbatim") == "True",
            license=values.get("license"),
        ),
        diagnostics,
    )


def _loaded(text: str) -> object:
    return yaml.load(text, QuickLoader if _PLAIN.fullmatch(text) else yaml.SafeLoader)


def _translated(value: str | None) -> Original | None:
    match = _TRANSLATED.fullmatch(value or "")
    return Original("ko" if match["lang"] == "ko" else "en", match["digest"]) if match else None


def _text(value: object) -> str | None:
    text = str(value).strip() if isinstance(value, str | int | float) else ""
    return text or None


def _line_of(error: Exception) -> int:
    mark = getattr(error, "problem_mark", None)
    return mark.line + 2 if mark is not None else 1


def _key_line(source: Source, key: str) -> int:
    return next((n for n, text in enumerate(source.lines, 1) if text.startswith(f"{key}:")), 1)


def _misspelt(source: Source, values: Mapping[str, str | None]) -> list[Diagnostic]:
    """Report keys that look like ours; only a file that uses one of ours is read so closely."""
    if not any(key in values for key in ("question", "role", "contributor")):
        return []
    found = []
    for key in values:
        near = [] if key in _OURS else get_close_matches(key, _OURS, n=1, cutoff=0.75)
        if near:
            found.append(
                Diagnostic(
                    Code.UNKNOWN_VALUE, source.shown, _key_line(source, key),
                    f'unknown key "{key}"', f'did you mean "{near[0]}"?',
                )
            )  # fmt: skip
    return found


def _bad_choices(source: Source, values: Mapping[str, str | None]) -> list[Diagnostic]:
    found = []
    for key, allowed in (("lang", get_args(Lang)), ("role", get_args(Role))):
        value = values.get(key)
        # `lang` is also Jekyll's and others': en-US, ko_KR say enough.
        if value is None or value in allowed or (key == "lang" and value[:2].lower() in allowed):
            continue
        found.append(
            Diagnostic(
                Code.UNKNOWN_VALUE, source.shown, _key_line(source, key),
                f'unknown {key} "{value}"', f"write one of: {', '.join(allowed)}",
            )
        )  # fmt: skip
    stamp = values.get("translated")
    if stamp is not None and not _translated(stamp):
        found.append(
            Diagnostic(
                Code.UNKNOWN_VALUE, source.shown, _key_line(source, "translated"),
                f'unknown original "{stamp}"', "write the language and the digest, as in ko@0123456789ab",
            )
        )  # fmt: skip
    return found
