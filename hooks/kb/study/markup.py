"""The small parts of the study page: buttons, choices, groups of them."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from kb.model import Lang, Topic
from kb.site.words import other
from kb.study.words import STUDY


def action(name: str, label: str, *, key: str = "", shown: str = "", primary: bool = False) -> str:
    """Write a button that does `name`; `key` is the key that does the same, `shown` how it says so."""
    css = "md-button md-button--primary" if primary else "md-button"
    shortcut = f' aria-keyshortcuts="{key}"' if key else ""
    hint = f" {key_hint(shown)}" if shown else ""
    return f'<button type="button" class="{css}" data-do="{name}"{shortcut}>{escape(label)}{hint}</button>'


def key_hint(key: str) -> str:
    """Write the name of a key for those who see it; others are told by `aria-keyshortcuts`."""
    return f'<kbd aria-hidden="true">{escape(key)}</kbd>'


def choice(kind: str, name: str, value: str, label: str) -> str:
    """Write something to tick (`checkbox`) or to pick one of (`radio`)."""
    box = f'<input type="{kind}" name="{name}" value="{escape(value)}">'
    return f'<label class="kb-study__pill">{box}<span>{escape(label)}</span></label>'


def topic_choice(topic: Topic, lang: Lang) -> str:
    """Write a topic to tick, with room for how far the reader is."""
    box = f'<input type="checkbox" name="topic" value="{escape(topic.id)}">'
    language = "" if topic.title.only(lang) else f' lang="{other(lang)}"'
    name = f"<b{language}>{escape(topic.title.get(lang))}</b>"
    bar = '<span class="kb-study__meter" aria-hidden="true"><span></span><span></span></span>'
    return f'<label class="kb-study__topic">{box}{name}<small></small>{bar}</label>'


def group(legend: str, inner: Iterable[str], *, hint: str = "", css: str = "") -> str:
    """Write choices that belong together under their name."""
    note = f'<p class="kb-study__hint">{escape(hint)}</p>' if hint else ""
    return (
        f'<fieldset class="{css or "kb-study__pills"}"><legend>{escape(legend)}</legend>{note}'
        f"<div>{''.join(inner)}</div></fieldset>"
    )


def grade_buttons(lang: Lang) -> str:
    """Write the four grades, each with the key that gives it and room for when the question comes back."""
    words = STUDY[lang]
    buttons = "".join(
        f'<button type="button" data-grade="{i}" aria-keyshortcuts="{i}">'
        f"<b>{escape(name)}</b><small></small>{key_hint(str(i))}</button>"
        for i, name in enumerate(words.grades, 1)
    )
    name = f'role="group" aria-label="{escape(words.grade)}"'
    return f'<div class="kb-study__grades" {name} data-part="grades" hidden>{buttons}</div>'
