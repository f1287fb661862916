"""Fonts cut down to some letters, and fonts without a picture for any."""

from __future__ import annotations

import io
import logging
from pathlib import Path

from fontTools import subset
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
from fontTools.ttLib.tables._g_l_y_f import Glyph

_TABLES = ("BASE", "DSIG", "FFTM", "GDEF", "GPOS", "GSUB", "VORG", "vhea", "vmtx")


def cut(font: Path, text: str, units: int = 0) -> bytes:
    """Return a font with the letters of `text` alone, on a grid of `units` to the em, as WOFF2."""
    logging.getLogger("fontTools").setLevel(logging.ERROR)  # some fonts say that they were made in 1970
    options = subset.Options(hinting=False, name_IDs=[], notdef_outline=False, layout_features=[])
    with TTFont(font, recalcTimestamp=False) as opened:
        for table in _TABLES:  # before fontTools reads them
            if table in opened:
                del opened[table]
        cutter = subset.Subsetter(options)
        cutter.populate(text=text)
        cutter.subset(opened)
        if units:
            scale_upem(opened, units)
        return _written(opened, "woff2")


def blank(font: Path, letters: range) -> bytes:
    """Return a font whose letters are empty, but as high and as wide as the first of them in `font`."""
    with TTFont(font) as model:
        first = model.getBestCmap()[letters.start]
        units, width = model["head"].unitsPerEm, model["hmtx"][first][0]
        up, down = model["hhea"].ascent, model["hhea"].descent
    made = FontBuilder(units)
    made.setupGlyphOrder([".notdef", "blank"])
    made.setupCharacterMap({letters.start: "blank"})
    every = CmapSubtable.newSubtable(13)
    every.platformID, every.platEncID, every.language = 3, 10, 0
    every.cmap = dict.fromkeys(letters, "blank")
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
