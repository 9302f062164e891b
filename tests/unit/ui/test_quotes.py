"""Quotation marks in the window and on paper: narrow in English, also where only a Chinese font is installed; wide in Chinese."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from commandcenter.ui.i18n.language import Language
from commandcenter.ui.prints.fonts import paper_font
from commandcenter.ui.theme.look import Look

MARKS = "“”‘’"


@pytest.fixture
def chinese(qapp: QApplication) -> str:
    if "Noto Sans CJK SC" not in QFontDatabase.families():
        pytest.skip("Noto Sans CJK SC is not installed")
    return "Noto Sans CJK SC"


@pytest.fixture
def language() -> Iterator[Language]:
    made = Language()
    yield made
    made.use("en")


@pytest.mark.parametrize("font", [lambda: Look().font("body"), lambda: paper_font(10)], ids=["window", "paper"])
def test_marks_are_narrow_in_english_and_whole_in_chinese(chinese: str, language: Language, font: Callable[[], QFont]) -> None:
    widths = {}
    for code in ("en", "zh_CN"):
        language.use(code)
        made = font()
        made.setFamilies([chinese])
        metrics = QFontMetricsF(made)
        widths[code] = {sign: metrics.horizontalAdvance(sign) / metrics.horizontalAdvance("中") for sign in MARKS + "，：（"}
    assert all(widths["en"][sign] < 0.55 for sign in MARKS)
    assert all(width > 0.95 for width in widths["zh_CN"].values())


def test_a_label_that_is_shown_follows_the_language(chinese: str, language: Language, qtbot: QtBot) -> None:
    look = Look()
    look._families = [chinese]
    language.use("en")
    look.apply()
    shown = QLabel("“it’s”")
    shown.show()
    narrow = shown.sizeHint().width()
    language.use("zh_CN")
    qtbot.waitUntil(lambda: shown.sizeHint().width() > narrow)
    assert shown.sizeHint().width() > 1.5 * narrow
    language.use("en")
    qtbot.waitUntil(lambda: shown.sizeHint().width() == narrow)
    assert shown.sizeHint().width() == narrow
