"""Quotation marks as wide as the language in force wants them, whichever fonts are installed."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from commandcenter.ui.i18n import formats

CHINESE = ("Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei UI", "PingFang SC")
PROPORTIONAL, TIGHT = QFont.Tag("pwid"), QFont.Tag("palt")
"""OpenType. Without a Latin font, “, ” and ’ come from a Chinese one, as wide as an ideograph, also in the midst of “it’s”.

The first takes Latin marks in their place, which a PDF cannot lead back to the signs that were written; the second only takes the room away.
"""


def set_quotes(font: QFont, feature: QFont.Tag = PROPORTIONAL, language: str = "") -> QFont:
    """Return a font whose marks are narrow in English, and wide in Chinese as they should be; one that begins with a Latin family has them anyway.

    `language`: `en` or `zh`; empty: the window's. What is off is switched off in so many words: else a font takes it from the one it goes back to.
    Any thread that has the font.
    """
    chinese = (language or formats.locale_code()).startswith("zh")
    wanted = not chinese and _first(font) in CHINESE
    for one in (PROPORTIONAL, TIGHT):
        font.setFeature(one, int(one == feature and wanted))
    return font


def follow_language() -> None:
    """Give the application's font the marks of the language in force. Qt main thread; without an application nothing happens."""
    if isinstance(QApplication.instance(), QApplication):
        QApplication.setFont(set_quotes(QApplication.font()))


def _first(font: QFont) -> str:
    """Return the family that letters are drawn from."""
    return next((name for name in font.families() if QFontDatabase.hasFamily(name)), "")
