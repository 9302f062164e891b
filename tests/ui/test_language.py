"""The language switches while the window runs: nothing that is seen stays English."""

from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QTabBar, QWidget

from commandcenter.model.sentences import say
from commandcenter.ui.first_run import FirstRun, Source
from commandcenter.ui.header.bar import Standing
from commandcenter.ui.i18n.language import Language
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.theme.look import Look

from .world import World

NAMES = re.compile(
    r"Heidelberg|Day shift|Anna Berg|Jo Fisher|Smoke from the second floor, two people at the window"
    r"|(?:Mill Lane|Harbour Road|Station Street|Castle Hill|Old Market|River Walk|School Street|Bridge Street)( \d+)?"
    r"|Letter（信纸）|PDF|CSV|GPX|GeoJSON|ICS|Ctrl\+\S+|Alt\+\S+|Esc|Enter|Tab|Del|F\d+|MGRS|UTM|OpenStreetMap|OSM|commandcenter|English|\b[A-Z]{1,3}\d+(?:-\d+)?\b|\.osm\.pbf|\.osm|\.gz|\.bz2|\bI{1,3}V?\b|\bIV\b|\b[A-Z]\b"
    r"|\b(?:av|di|er|os|tr|af|rt|oos)\b|FFP2|(?:Old |West )?\w+ station|32U [A-Z]{2} \d+ \d+|\b[0-9a-f]{6}\b"
)
TYPED = re.compile(r"“[^”]*”")
ENGLISH = re.compile(r"[A-Za-z]{2,}")


def texts(root: QWidget) -> set[str]:
    """Return everything that is seen or read out in a window."""
    found: set[str] = set()
    for widget in [root, *root.findChildren(QWidget)]:
        if widget.objectName().startswith(("qt_", "Scroll")):
            continue  # Qt's own hidden helpers
        found |= {widget.toolTip(), widget.accessibleName()}
        if isinstance(widget, QLabel | QAbstractButton):
            found.add(widget.text())
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            found.add(widget.placeholderText())
        if isinstance(widget, QComboBox):
            found |= {widget.itemText(n) for n in range(widget.count())}
        if isinstance(widget, QTabBar):
            found |= {widget.tabText(n) for n in range(widget.count())}
    return found


def english(found: set[str]) -> set[str]:
    """Return the texts with English words in them; what one types as it is stands in “ ” or as a code of its own."""
    return {text for text in found if ENGLISH.search(NAMES.sub("", TYPED.sub("", text)))}


def test_every_text_of_the_window_follows(busy: World) -> None:
    window = busy.window
    assert window is not None
    window.queue.list.setCurrentIndex(window.queue.rows.index(0))
    busy.settle(0.3)
    assert len(english(texts(window))) > 40
    window.use_language("zh_CN")
    for tab in range(5):
        window.incident.show_tab(tab)
        busy.settle(0.1)
    window.overlay.show_over()
    left = english(texts(window)) - {usage for usage in texts(window.overlay) if usage.isascii()}
    assert left == set()
    window.use_language("en")
    busy.settle(0.1)
    assert window.queue.title() == "Incident queue"
    assert window.docks["queue"].windowTitle() == "Incident queue"


def test_what_models_paint_follows(busy: World) -> None:
    window = busy.window
    assert window is not None
    window.use_language("zh_CN")
    busy.settle(0.1)
    said = {str(window.log.rows.index(row, 0).data()) for row in range(window.log.rows.rowCount())}
    said |= {str(window.queue.rows.index(row, 0).data()) for row in range(window.queue.rows.rowCount())}
    said |= {str(window.board.rows.index(row, 0).data()) for row in range(window.board.rows.rowCount())}
    assert english({text.replace("Central depot", "") for text in said}) == set()


def test_recommendations_are_said_in_chinese(busy: World) -> None:
    window = busy.window
    assert window is not None
    window.use_language("zh_CN")
    window.seat.choose_incident(next(i.id for i in busy.desk.picture.incidents() if i.open and not i.units))
    rows = window.incident.recommend.rows
    busy.wait_for(lambda: rows.recommendation is not None)
    rows.fold(unfolded=True)
    said = {str(rows.index(row, 0).data()) for row in range(rows.rowCount())}
    assert len(said) > 5
    assert english({text.replace("Central depot", "") for text in said}) == set()


@pytest.mark.parametrize("source", list(Source))
def test_the_first_start_follows(qapp: QApplication, source: Source) -> None:
    look, language = Look(), Language()
    look.apply()
    first = FirstRun(look, language)
    first.cards[source].radio.click()
    first.show()
    language.use("zh_CN")
    qapp.processEvents()
    left = english(texts(first)) - {"English"}
    language.use("en")
    first.close()
    assert left == set()


def test_region_and_operation_follow(busy: World) -> None:
    window = busy.window
    assert window is not None
    window.header.put_standing(Standing(say("Training region"), say("Practice"), "Anna Berg", "Dispatcher"))
    window.use_language("zh_CN")
    busy.settle(0.1)
    assert (window.header.region.text(), window.header.operation.text()) == ("训练区域", "演练")
    assert window.windowTitle() == "commandcenter · 训练区域 · 演练"


def test_who_speaks_last_is_heard(qapp: QApplication) -> None:
    before, now = Language(), Language()
    before.use("zh")
    assert tr("Alarms") == "告警"
    now.use("en")
    assert tr("Alarms") == "Alarms"
