"""What templates are told of a page beyond what MkDocs tells them."""

from __future__ import annotations

from dataclasses import dataclass

from kb.model import Lang
from kb.site.menu_html import NO_MENU, Menu
from kb.site.words import Words


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in one language. `url` leads there from the page; `full` is absolute where it can be."""

    lang: Lang
    name: str
    label: str
    url: str
    full: str
    current: bool


@dataclass(frozen=True, slots=True)
class PageView:
    """What our templates know of a page beyond MkDocs: its language and its translations.

    `base` leads from the page to its language's home, `default` is the full address for readers of neither
    language, `name` the page's title fit for attributes. `card` is the full address of the picture that
    stands for the page elsewhere, `data` its JSON-LD, `feed` the path of the language's feed; `menu` and
    `toc` are HTML.
    """

    lang: Lang
    words: Words
    base: str
    default: str
    alternates: tuple[Alternate, ...]
    name: str = ""
    card: str = ""
    data: str = ""
    feed: str = ""
    menu: Menu = NO_MENU
    toc: str = ""
