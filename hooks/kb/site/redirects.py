"""Pages at the former addresses of questions: a link that was shared once leads on for ever."""

from __future__ import annotations

import html
from collections.abc import Iterable

from kb.model import LANGS, Lang, Question
from kb.rendering.assets import Asset
from kb.site.lists import title_of
from kb.site.words import WORDS

_PAGE = """\
<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<link rel="canonical" href="{canonical}">
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="refresh" content="0; url={target}">
</head>
<body><p>{moved} <a href="{target}">{title}</a></p></body>
</html>
"""


def redirects(questions: Iterable[Question], site_url: str) -> tuple[Asset, ...]:
    """Return a page for each former id of a question, in both languages, that leads to the present one."""
    found = [(alias, question) for question in questions for alias in question.aliases]
    return tuple(_redirect(alias, question, lang, site_url) for alias, question in found for lang in LANGS)


def _redirect(alias: str, question: Question, lang: Lang, site_url: str) -> Asset:
    target = f"../{question.id}/"
    text = _PAGE.format(
        lang=lang,
        title=html.escape(title_of(question, lang)[0]),
        canonical=f"{site_url}{lang}/q/{question.id}/" if site_url else target,
        target=target,
        moved=WORDS[lang].moved,
    )
    return Asset(f"{lang}/q/{alias}/index.html", text=text)
