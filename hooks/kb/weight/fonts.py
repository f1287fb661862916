"""Fonts cut down to what a site needs."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterable
from pathlib import Path

from fontTools import subset
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
from fontTools.ttLib.tables._g_l_y_f import Glyph

from kb.cache import Cache
from kb.versions import key, made_by

_KIND = "fonts"
_TABLES = ["BASE", "DSIG", "FFTM", "GDEF", "GPOS", "GSUB", "VORG", "vhea", "vmtx"]


def kept(font: Path, text: str, cache: Cache, units: int = 0) -> Path:
    """Return a file with a font cut down to the letters of `text`, as WOFF2; see `cut`."""
    name = key(made_by(__name__, libraries=("fonttools", "brotli")), font.read_bytes(), text, str(units))
    return cache.file(_KIND, name, ".woff2") or cache.write(_KIND, name, cut(font, text, units), ".woff2")


def cut(font: Path, text: str, units: int = 0) -> bytes:
    """Return a font with the letters of `text` alone, on a grid of `units` to the em, as WOFF2."""
    logging.getLogger("fontTools").setLevel(logging.ERROR)  # some fonts say that they were made in 1970
    options = subset.Options(
        hinting=False, name_IDs=[], notdef_outline=False, layout_features=[], drop_tables=_TABLES
    )
    with TTFont(font, recalcTimestamp=False) as opened:
        cutter = subset.Subsetter(options)
        cutter.populate(text=text)
        cutter.subset(opened)
        if units:
            scale_upem(opened, units)
        return _written(opened, "woff2")


def blank(font: Path, ranges: Iterable[range]) -> bytes:
    """Return a font whose letters are empty, but as high and as wide as the first of them in `font`."""
    letters = list(ranges)
    with TTFont(font) as model:
        first = model.getBestCmap()[letters[0].start]
        units, width = model["head"].unitsPerEm, model["hmtx"][first][0]
        up, down = model["hhea"].ascent, model["hhea"].descent
    made = FontBuilder(units)
    made.setupGlyphOrder([".notdef", "blank"])
    made.setupCharacterMap({letters[0].start: "blank"})
    every = CmapSubtable.newSubtable(13)
    every.platformID, every.platEncID, every.language = 3, 10, 0
    every.cmap = dict.fromkeys((letter for each in letters for letter in each), "blank")
    made.font["cmap"].tables.append(every)
    made.setupGlyf({".notdef": Glyph(), "blank": Glyph()})
    made.setupHorizontalMetrics({".notdef": (width, 0), "blank": (width, 0)})
    made.setupHorizontalHeader(ascent=up, descent=down)
    made.setupOS2(sTypoAscender=up, sTypoDescender=down, usWinAscent=up, usWinDescent=-down)
    made.setupNameTable({"familyName": "Blank", "styleName": "Regular"})
    made.setupPost(keepGlyphNames=False)
    made.font.recalcTimestamp = False
    made.font["head"].created = made.font["head"].modified = 0
    return _written(made.font, "woff")  # as WOFF2 browsers refuse a font without any outline


def _written(font: TTFont, flavor: str) -> bytes:
    font.flavor = flavor
    file = io.BytesIO()
    font.save(file)
    return file.getvalue()
