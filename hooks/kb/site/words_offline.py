"""The words of the page about reading without a network, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from kb.model import Lang


@dataclass(frozen=True, slots=True)
class OfflineWords:
    """What the page says; `said` is what its script says, where `{…}` are filled in."""

    title: str
    intro: str
    missing: str
    again: str
    keeping: str
    how: str
    none: str
    keep: str
    remove: str
    readable: str
    zip: str
    zip_intro: str
    zip_link: str
    said: Mapping[str, str]


_KO: Final = OfflineWords(
    title="오프라인으로 읽기",
    intro="한 번 방문한 뒤에는 인터넷에 연결되어 있지 않아도 글을 읽고 검색하고 학습할 수 있습니다.",
    missing="열려던 글은 아직 이 기기에 없습니다. 인터넷에 연결되면 다시 시도해 주세요.",
    again="다시 시도",
    keeping="이 브라우저에 보관하기",
    how="글을 읽는 동안 이 언어의 다른 글과 검색에 필요한 파일을 뒤에서 조금씩 받아 둡니다. "
    "그림은 읽은 글의 것만 받습니다. 데이터 절약 모드이거나 연결이 느리면 읽은 글만 받습니다. "
    "내용이 바뀌면 필요한 파일을 모두 받은 뒤에 한꺼번에 새것으로 바꿉니다.",
    none="지금은 이 브라우저에 보관할 수 없습니다.",
    keep="그림까지 모두 보관하기",
    remove="보관한 파일 지우기",
    readable="지금 읽을 수 있는 글",
    zip="파일로 받기",
    zip_intro="사이트 전체를 담은 ZIP 파일입니다. 압축을 풀고 index.html을 브라우저로 열면 "
    "인터넷 없이 검색과 학습까지 할 수 있습니다.",
    zip_link="ZIP 파일 내려받기",
    said=MappingProxyType(
        {
            "kept": "글 {n}개를 보관하고 있습니다({size}).",
            "more": "그림과 글꼴까지 모두 보관하려면 {size}가 더 필요합니다.",
            "whole": "이 언어의 글과 그림이 모두 이 기기에 있습니다.",
            "getting": "받고 있습니다. 이 페이지를 떠나도 됩니다.",
            "off": "아무것도 보관하지 않습니다.",
            "full": "저장 공간이 모자라 더 받지 못했습니다.",
            "large": "이 사이트는 통째로 보관하기에는 너무 큽니다. 읽은 글은 보관합니다.",
        }
    ),
)
_EN: Final = OfflineWords(
    title="Reading offline",
    intro="After a first visit you can read, search and study without a connection.",
    missing="The page you wanted is not on this device yet. Try again when you are connected.",
    again="Try again",
    keeping="Keeping it in this browser",
    how="While you read, the other pages in this language and what the search needs are fetched "
    "little by little. Figures are fetched for the pages you read. With data saving on, or on a slow "
    "connection, only the pages you read are kept. When something changes, all files needed are fetched "
    "first and then replace the old ones at once.",
    none="Nothing can be kept in this browser at the moment.",
    keep="Keep everything, figures included",
    remove="Remove what is kept",
    readable="What you can read now",
    zip="As a file",
    zip_intro="A ZIP file of the whole site. Unpack it and open index.html in a browser: search and study "
    "work without a connection.",
    zip_link="Download the ZIP file",
    said=MappingProxyType(
        {
            "kept": "{n} pages are kept ({size}).",
            "more": "To keep everything, figures and fonts included, {size} more are needed.",
            "whole": "All pages and figures in this language are on this device.",
            "getting": "Fetching. You may leave this page.",
            "off": "Nothing is kept.",
            "full": "There is not enough room to keep more.",
            "large": "This site is too large to be kept whole. The pages you read are kept.",
        }
    ),
)
OFFLINE: Final[Mapping[Lang, OfflineWords]] = MappingProxyType({"ko": _KO, "en": _EN})
