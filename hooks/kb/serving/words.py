"""What the live server says on a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kb.model import Lang


@dataclass(frozen=True, slots=True)
class ServingWords:
    """The words of one language. `title` and `titles` are for one problem and for several (`{n}`)."""

    title: str
    titles: str
    kept: str
    unknown: str
    missing: str


SERVING: Mapping[Lang, ServingWords] = MappingProxyType({
    "ko": ServingWords(
        title="고칠 곳이 한 곳 있습니다",
        titles="고칠 곳이 {n}곳 있습니다",
        kept="오류가 없던 마지막 상태를 보여 드립니다. 고치고 저장하면 이 알림은 사라집니다.",
        unknown="사이트를 만들지 못했습니다. 자세한 내용은 터미널에 있습니다.",
        missing="이 페이지를 아직 만들지 못했습니다",
    ),
    "en": ServingWords(
        title="There is one thing to fix",
        titles="There are {n} things to fix",
        kept="You see the last state without errors. Fix the file and save it, and this note goes away.",
        unknown="The site could not be built. The terminal says more.",
        missing="This page could not be built yet",
    ),
})  # fmt: skip
