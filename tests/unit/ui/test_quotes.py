"""Quotation marks in the window and on paper: narrow in English, also where only a Chinese font is installed; wide in Chinese."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF
from PySide6.QtWidgets import QApplication

from commandcenter.ui.i18n.language import Language
from commandcenter.ui.i18n.quotes import CHINESE, PROPORTIONAL, TIGHT, set_quotes
from commandcenter.ui.prints import fonts
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


@pytest.mark.parametrize("feature", [PROPORTIONAL, TIGHT], ids=["window", "paper"])
def test_marks_of_a_chinese_font_are_narrow_in_english_and_whole_in_chinese(chinese: str, language: Language, feature: QFont.Tag) -> None:
    widths = {}
    for code in ("en", "zh_CN"):
        language.use(code)
        metrics = QFontMetricsF(set_quotes(QFont([chinese]), feature))
        widths[code] = {sign: metrics.horizontalAdvance(sign) / metrics.horizontalAdvance("中") for sign in MARKS + "，：（"}
    assert all(widths["en"][sign] < 0.55 for sign in MARKS)
    assert all(width > 0.95 for width in widths["zh_CN"].values())


def test_a_latin_font_and_the_chinese_behind_it_stay_as_they_are(chinese: str, language: Language) -> None:
    latin = next(name for name in QFontDatabase.families() if name not in CHINESE and "CJK" not in name)
    language.use("en")
    made = set_quotes(QFont([latin, chinese]))
    assert made.featureValue(PROPORTIONAL) == made.featureValue(TIGHT) == 0


def test_a_paper_has_the_marks_of_its_own_language(chinese: str, language: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "FAMILIES", (chinese,))
    language.use("zh_CN")
    assert paper_font(10).featureValue(TIGHT) == 0 and paper_font(10, language="en").featureValue(TIGHT) == 1
    language.use("en")
    assert paper_font(10).featureValue(TIGHT) == 1 and paper_font(10, language="zh").featureValue(TIGHT) == 0
    assert paper_font(10).featureValue(PROPORTIONAL) == 0


def test_a_font_of_the_look_has_the_marks_of_the_language_in_force_and_is_its_callers_own(chinese: str, language: Language) -> None:
    look = Look()
    look._families = [chinese]
    language.use("en")
    mine = look.font("small", bold=True)
    assert mine.featureValue(PROPORTIONAL) == 1
    mine.setPixelSize(3 * mine.pixelSize())
    assert look.font("small", bold=True).pixelSize() == look.tokens.sizes["font_small"]
    assert look.font("small", bold=True).weight() > look.font("small").weight()
    language.use("zh_CN")
    assert look.font("small", bold=True).featureValue(PROPORTIONAL) == 0
    language.use("en")
    assert look.font("small", bold=True).featureValue(PROPORTIONAL) == 1


FOLLOWING = """
import sys
from PySide6.QtCore import QDeadlineTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from commandcenter.ui.i18n.language import Language
from commandcenter.ui.theme.look import Look

def wait_for(so):
    late = QDeadlineTimer(60_000)
    while not so():
        assert not late.hasExpired(), shown.sizeHint()
        QTest.qWait(20)

app, language, look = QApplication([]), Language(), Look()
look._families = [sys.argv[1]]
language.use("en")
look.apply()
shown = QLabel("\u201cit\u2019s\u201d")
shown.show()
narrow = shown.sizeHint().width()
language.use("zh_CN")
wait_for(lambda: shown.sizeHint().width() > 1.5 * narrow)
language.use("en")
wait_for(lambda: shown.sizeHint().width() == narrow)
"""


def test_a_label_that_is_shown_follows_the_language(chinese: str) -> None:
    """In a process of its own: Qt tells no widget of a font any more once a loop of the application has ended."""
    done = subprocess.run([sys.executable, "-c", FOLLOWING, chinese], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
