"""By night nothing that is opened shines: pages and pictures are dark and red, until their true colours are wanted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPdfWriter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from commandcenter.model.ids import derived_id
from commandcenter.picture.messages import AttachmentView
from commandcenter.ui.files.kinds import IMAGES, PDF
from commandcenter.ui.files.night import night_tint, tinted
from commandcenter.ui.messages.viewer import Viewer
from commandcenter.ui.theme.look import Look

OPERATION = derived_id("night")


def a_file(media: str) -> AttachmentView:
    return AttachmentView(OPERATION, OPERATION, None, b"h" * 32, 10, OPERATION, 0, "", "plan", media, b"k" * 32, b"")


def a_page(folder: Path) -> bytes:
    writer = QPdfWriter(str(folder / "plan.pdf"))
    painter = QPainter(writer)
    painter.fillRect(0, 0, 2000, 2000, QColor("#000000"))
    painter.end()
    return (folder / "plan.pdf").read_bytes()


def a_photo() -> bytes:
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("#f0f8ff"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # the stub wants bytes, Qt wants text
    return bytes(buffer.data().data())


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    made = Look()
    yield made
    made.apply("dark")


def brightest(viewer: Viewer) -> tuple[int, int, int]:
    """Return the highest red, green and blue of what is shown."""
    image = viewer.view.grab().toImage()
    colours = [image.pixelColor(x, y) for x in range(0, image.width(), 5) for y in range(0, image.height(), 5)]
    return max(c.red() for c in colours), max(c.green() for c in colours), max(c.blue() for c in colours)


@pytest.mark.parametrize("media", [PDF, min(IMAGES)])
def test_by_night_it_is_dark_and_red_and_a_key_shows_the_true_colours(look: Look, tmp_path: Path, media: str) -> None:
    look.apply("light")
    viewer = Viewer(look, a_file(media), a_page(tmp_path) if media == PDF else a_photo(), OPERATION)
    viewer.show()
    assert min(brightest(viewer)) > 230 and not viewer.true_colours.isVisible()
    look.apply("night")
    red, green, blue = brightest(viewer)
    text = look.colour("text")
    assert red <= text.red() and green <= text.green() + 2 and blue <= text.blue() + 2, "no brighter than letters"
    assert viewer.true_colours.isVisible()
    viewer.activateWindow()
    assert QTest.qWaitForWindowActive(viewer)
    QTest.keyClick(viewer.view, Qt.Key.Key_T)
    assert viewer.true_colours.isChecked() and min(brightest(viewer)) > 200
    QTest.keyClick(viewer.view, Qt.Key.Key_T)
    assert brightest(viewer)[2] == blue
    look.apply("dark")
    assert not viewer.true_colours.isVisible() and min(brightest(viewer)) > 200
    viewer.close()


def test_a_page_is_turned_dark_and_a_picture_keeps_its_light_and_shade(look: Look) -> None:
    look.apply("night")
    image = QImage(2, 1, QImage.Format.Format_RGB32)
    image.setPixelColor(0, 0, QColor("white"))
    image.setPixelColor(1, 0, QColor("black"))
    tint = night_tint(look)
    assert tint is not None
    picture, page = tinted(image, tint), tinted(image, tint, page=True)
    assert picture.pixelColor(0, 0).red() > picture.pixelColor(1, 0).red() == 0
    assert page.pixelColor(1, 0).red() > page.pixelColor(0, 0).red() == 0
    look.apply("light")
    assert tinted(image, night_tint(look)) is image
