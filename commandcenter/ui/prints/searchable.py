"""Puts right what Qt says the glyphs of a PDF mean, so that Chinese can be searched and copied.

In CJK fonts a radical (火 as U+2F55, 页 as U+2EDA) and the ideograph that people write (U+706B, U+9875) share one glyph, and Qt names
the lower code: a search for 火灾 would find nothing. The tables stand uncompressed in the file and every code is as long as another, so
nothing else moves.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from unicodedata import normalize

from PySide6.QtGui import QFont, QFontDatabase, QRawFont

RADICALS = range(0x2E80, 0x2FE0)
"""CJK Radicals Supplement and Kangxi Radicals."""
IDEOGRAPHS = range(0x4E00, 0xA000)
"""CJK Unified Ideographs."""
_TABLE = re.compile(rb"\nbegincmap\n.*?\nendcmap\n", re.DOTALL)
_LISTS = re.compile(rb"\[[^\]]*\]")
"""What glyphs mean; numbers of glyphs stand outside."""
_CODE = re.compile(rb"<(2[EF][0-9A-F]{2})>")


def searchable(pdf: bytes, font: QFont) -> bytes:
    """Return a PDF of Qt's whose radicals are named as the ideographs that a font writes with the same glyphs."""
    meant = ideographs(QRawFont.fromFont(font, QFontDatabase.WritingSystem.SimplifiedChinese))

    def name(code: re.Match[bytes]) -> bytes:
        radical = int(code[1], 16)
        return b"<%04X>" % meant.get(radical, radical)

    return _TABLE.sub(lambda table: _LISTS.sub(lambda codes: _CODE.sub(name, codes[0]), table[0]), pdf)


def ideographs(font: QRawFont) -> Mapping[int, int]:
    """Return radical → ideograph: by the font's glyphs, else as Unicode's compatibility decomposition says (NFKC)."""
    radicals, glyphs = (tuple(font.glyphIndexesForString("".join(map(chr, codes)))) for codes in (RADICALS, IDEOGRAPHS))
    return _ideographs(radicals, glyphs)


@cache
def _ideographs(radicals: Sequence[int], glyphs: Sequence[int]) -> Mapping[int, int]:
    written = {glyph: code for code, glyph in zip(IDEOGRAPHS, glyphs, strict=False) if glyph}
    by_unicode = {code: ord(normalize("NFKC", chr(code))) for code in RADICALS}
    return by_unicode | {code: written[glyph] for code, glyph in zip(RADICALS, radicals, strict=False) if glyph in written}
