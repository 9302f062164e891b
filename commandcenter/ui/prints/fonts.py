"""The fonts of papers."""

from __future__ import annotations

from PySide6.QtGui import QFont

from commandcenter.ui.i18n.quotes import TIGHT, set_quotes
from commandcenter.ui.theme.look import FAMILIES

PLAIN_DIGITS = ("locl", "calt", "pnum", "lnum", "ccmp")
"""Off: with them, Noto Sans CJK puts glyphs in the place of digits that Qt cannot lead back to text, and nobody could search the paper."""


def paper_font(points: float, *, bold: bool = False, language: str = "") -> QFont:
    """Return the font of papers in a language (empty: the window's): what is written can be searched in the PDF."""
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPointSizeF(points)
    font.setBold(bold)
    for feature in PLAIN_DIGITS:
        font.setFeature(QFont.Tag(feature), 0)
    return set_quotes(font, TIGHT, language)
