"""The user guide opens where one is, in the language in force, and shows nothing but its own files."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from commandcenter.model.assets import guide_dir
from commandcenter.ui.command_line.verbs import USAGES
from commandcenter.ui.frame.windows import WINDOWS
from commandcenter.ui.help.window import GuideWindow

from .world import World

IMAGE = QTextDocument.ResourceType.ImageResource.value


def guide_of(world: World) -> GuideWindow | None:
    assert world.window is not None
    found = world.window.beside.open_windows.get("guide")
    return found if isinstance(found, GuideWindow) else None


def opened(world: World) -> GuideWindow:
    assert world.window is not None
    made = world.window.beside.open(next(kind for kind in WINDOWS if kind.name == "guide"))
    assert isinstance(made, GuideWindow)
    return made


def test_the_key_opens_the_chapter_about_the_panel_one_is_in(busy: World) -> None:
    window = busy.window
    assert window is not None
    QTest.keyClick(window, Qt.Key.Key_F8)
    busy.wait_for(window.closures.isVisible)
    window.closures.focus_target().setFocus()
    QTest.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    busy.wait_for(lambda: guide_of(busy) is not None)
    guide = guide_of(busy)
    assert guide is not None
    assert guide.chapter_name() == "06-map"
    assert guide.page.toPlainText().startswith("The map")


@pytest.mark.parametrize(("part", "chapter"), [("call", "03-call"), ("map", "06-map"), ("line", "16-grammar")])
def test_the_key_opens_the_chapter_about_the_part_of_the_desk_one_is_in(busy: World, part: str, chapter: str) -> None:
    window = busy.window
    assert window is not None
    window.new_incident()
    busy.wait_for(window.incident.report.isVisible)
    map_widget = window.centralWidget()
    assert map_widget is not None
    map_widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    line = window.command_bar.findChild(QLineEdit) or window.command_bar
    place = {"call": window.incident.report.findChild(QLineEdit), "map": map_widget, "line": line}[part]
    assert isinstance(place, QWidget)
    place.setFocus()
    busy.wait_for(place.hasFocus)
    QTest.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    busy.wait_for(lambda: (guide := guide_of(busy)) is not None and guide.chapter_name() == chapter)


def test_every_word_of_the_line_stands_on_a_page_that_f1_leads_to(busy: World) -> None:
    window = busy.window
    assert window is not None
    window.overlay.show_over()
    busy.wait_for(window.overlay.isVisible)
    every = next(part for part in window.overlay.findChildren(QPushButton) if part.text() == "Every word of the command line")
    QTest.mouseClick(every, Qt.MouseButton.LeftButton)
    busy.wait_for(lambda: (guide := guide_of(busy)) is not None and guide.chapter_name() == "16-grammar")
    assert not window.overlay.isVisible()
    guide = guide_of(busy)
    assert guide is not None
    page = guide.page.toPlainText()
    for usage in USAGES:
        assert usage.example in page
        assert all(word in page.split() for word in usage.words)
    window.use_language("zh_CN")
    busy.wait_for(lambda: "命令行" in guide.page.toPlainText().splitlines()[0])
    assert "待命" in guide.page.toPlainText()


def test_f1_in_a_window_explains_that_window(busy: World) -> None:
    assert busy.window is not None
    supplies = busy.window.beside.open(next(kind for kind in WINDOWS if kind.name == "supplies"))
    busy.wait_for(supplies.isActiveWindow)
    QTest.keyClick(supplies, Qt.Key.Key_F1)
    busy.wait_for(lambda: (guide := guide_of(busy)) is not None and guide.chapter_name() == "07-supplies")


def test_a_switch_of_language_keeps_the_chapter(busy: World) -> None:
    guide = opened(busy)
    guide.show_about("people")
    assert busy.window is not None
    busy.window.use_language("zh_CN")
    busy.wait_for(lambda: guide.page.toPlainText().startswith("人员"))
    assert guide.chapter_name() == "11-people"
    busy.window.use_language("en")
    busy.wait_for(lambda: guide.page.toPlainText().startswith("People"))


def test_the_search_leaves_only_chapters_with_the_words(busy: World) -> None:
    guide = opened(busy)
    everything = guide.list.count()
    guide.words.setText("calibration")
    assert 0 < guide.list.count() < everything
    assert "calibration" in guide.page.toPlainText().casefold()
    guide.words.setText("xyzzy")
    assert guide.list.count() == 0
    assert guide.nothing.isVisible()
    guide.words.clear()
    assert guide.list.count() == everything


def test_links_lead_to_chapters(busy: World) -> None:
    guide = opened(busy)
    guide.page.anchorClicked.emit(QUrl("14-own.md"))
    assert guide.chapter_name() == "14-own"


def test_pictures_fit_and_come_from_the_guide_only(busy: World, tmp_path: Path) -> None:
    guide = opened(busy)
    guide.resize(700, 600)
    busy.settle()
    name = next(path.name for path in sorted((guide_dir() / "pictures").glob("*-en.png")))
    picture = guide.page.loadResource(IMAGE, QUrl(f"../pictures/{name}"))
    assert isinstance(picture, QImage)
    assert 0 < picture.width() / picture.devicePixelRatioF() <= guide.page.viewport().width()
    outside = tmp_path / "outside.png"
    QImage(4, 4, QImage.Format.Format_RGB32).save(str(outside))
    assert guide.page.loadResource(IMAGE, QUrl(str(outside))) is None
    assert guide.page.loadResource(IMAGE, QUrl("https://example.org/a.png")) is None


@pytest.mark.parametrize("language", ["en", "zh"])
def test_by_night_pictures_are_as_dark_and_red_as_the_page(busy: World, language: str) -> None:
    assert busy.window is not None
    guide = opened(busy)
    busy.window.use_theme("night")
    text = busy.window.look.colour("text")
    for path in sorted((guide_dir() / "pictures").glob(f"*-{language}.png"))[:3]:
        picture = guide.page.loadResource(IMAGE, QUrl(f"../pictures/{path.name}"))
        assert isinstance(picture, QImage)
        colours = [picture.pixelColor(x, y) for x in range(0, picture.width(), 9) for y in range(0, picture.height(), 9)]
        assert max(c.blue() for c in colours) <= text.blue() and max(c.green() for c in colours) <= text.green()
        assert sum(c.lightness() for c in colours) / len(colours) < 80, path.name
    busy.window.use_theme("dark")
