"""The web assets that npm installs and the site serves itself: KaTeX's CSS and fonts, Pretendard, ts-fsrs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from kb.rendering.assets import Asset

FOLDER = "assets/vendor"
_KATEX = "katex/dist"
_PRETENDARD = "pretendard/dist/web/variable"
_SUBSETS = "woff2-dynamic-subset"
_FSRS = "ts-fsrs"


def vendor_assets(modules: Path) -> tuple[Asset, ...]:
    """Return what the site needs out of the folder `node_modules`.

    Raises FileNotFoundError where npm has not been run.
    """
    return (*_katex(modules / _KATEX), *_pretendard(modules / _PRETENDARD), *_fsrs(modules / _FSRS))


def _katex(folder: Path) -> Iterable[Asset]:
    css = (folder / "katex.min.css").read_text(encoding="utf-8")
    yield Asset(f"{FOLDER}/katex/katex.min.css", text=woff2_only(css))
    for font in sorted((folder / "fonts").glob("*.woff2")):
        yield Asset(f"{FOLDER}/katex/fonts/{font.name}", font)


def woff2_only(css: str) -> str:
    """Drop the older font formats from `@font-face` rules: every browser we support reads WOFF2."""
    return re.sub(r',\s*url\([^)]*\.(?:woff|ttf)\)\s*format\("[^"]*"\)', "", css)


def _pretendard(folder: Path) -> Iterable[Asset]:
    css = (folder / "pretendardvariable-dynamic-subset.css").read_text(encoding="utf-8")
    yield Asset(f"{FOLDER}/pretendard/pretendard.css", text=smaller(css))
    for font in sorted((folder / _SUBSETS).glob("*.woff2")):
        yield Asset(f"{FOLDER}/pretendard/{_SUBSETS}/{font.name}", font)


def _fsrs(folder: Path) -> Iterable[Asset]:
    """Return the scheduler of the study page with its licence, which its file leaves out."""
    licence = (folder / "LICENSE").read_text(encoding="utf-8").strip()
    code = (folder / "dist/index.mjs").read_text(encoding="utf-8")
    code = re.sub(r"^//# sourceMappingURL=.*\n?", "", code, flags=re.MULTILINE)
    yield Asset(f"{FOLDER}/ts-fsrs/ts-fsrs.mjs", text=f"/*! ts-fsrs\n\n{licence}\n*/\n{code}")


def smaller(css: str) -> str:
    """Take white space and numbering comments out of a stylesheet; its licence stays."""
    css = re.sub(r"/\* \[\d+\] \*/", "", css)
    head, licence, rules = css.rpartition("*/")
    return head + licence + re.sub(r"\s*([{}:;,])\s*", r"\1", rules).strip() + "\n"
