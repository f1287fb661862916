"""The words of the interface, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kb.model import Lang
from kb.site.phrases import Words
from kb.site.words_en import EN
from kb.site.words_ko import KO

__all__ = ["WORDS", "Words", "other"]

WORDS: Mapping[Lang, Words] = MappingProxyType({"ko": KO, "en": EN})


def other(lang: Lang) -> Lang:
    """Return the other language."""
    return "en" if lang == "ko" else "ko"
