"""One page of the guide: its pictures are never wider than the window, and by night as dark and red as it is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QGuiApplication, QImage, QPalette, QResizeEvent, QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument, QTextTable
from PySide6.QtWidgets import QTextBrowser

from commandcenter.model.assets import guide_dir
from commandcenter.ui.files.night import night_tint, tinted
from commandcenter.ui.help.chapters import Chapter
from commandcenter.ui.theme.look import Look

MARGIN_PX = 32
LINE_H = 130
"""Percent of a line of the font: long reading needs air."""
GAP_PX, HEADING_GAP_PX, CELL_PX = 8, 22, 5
MIDDLE = 127
"""Between black and white."""
SETTLE_MS = 120
"""How long a window must keep its width before the pictures follow."""


class GuidePage(QTextBrowser):
    """Shows a chapter; links to other chapters are given to `anchorClicked`. Qt thread."""

    def __init__(self, look: Look) -> None:
        """Start empty."""
        super().__init__()
        self._look = look
        self._chapter: Chapter | None = None
        self._folder = guide_dir()
        self._width_px = 0
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._settled = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settled.timeout.connect(self._follow_width)
        look.changed.connect(self._draw)

    def show_chapter(self, chapter: Chapter, language: str) -> None:
        """Show a chapter from its beginning."""
        self._chapter, self._folder = chapter, guide_dir() / language
        self._draw()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return a picture that lies in the guide's folder, fitted to the width; nothing from anywhere else."""
        path = (self._folder / QUrl(name).path()).resolve()
        if kind != QTextDocument.ResourceType.ImageResource.value or not path.is_relative_to(guide_dir().resolve()):
            return None
        return self._fitted(path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pictures once the width has settled."""
        super().resizeEvent(event)
        self._settled.start()

    def _fitted(self, path: Path) -> QImage:
        picture, ratio = QImage(str(path)), self.devicePixelRatioF()
        wide = min(picture.width(), round((self.viewport().width() - 2 * MARGIN_PX) * ratio))
        if 0 < wide < picture.width():
            picture = picture.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
        picture = tinted(picture, night_tint(self._look), page=_is_light(picture))
        picture.setDevicePixelRatio(ratio)
        return picture

    def _follow_width(self) -> None:
        if self._width_px != self.viewport().width():
            at = self.verticalScrollBar().value()
            self._draw()
            self.verticalScrollBar().setValue(at)

    def _give_air(self) -> None:
        cursor = QTextCursor(self.document())
        block = self.document().begin()
        while block.isValid():
            cursor.setPosition(block.position())
            shape, level = block.blockFormat(), block.blockFormat().headingLevel()
            if not _in_table(cursor):
                shape.setTopMargin(HEADING_GAP_PX if level > 1 else 0)
                shape.setBottomMargin(GAP_PX)
            shape.setLineHeight(LINE_H, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            if not _has_picture(block):
                cursor.setBlockFormat(shape)
            block = block.next()
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                look = frame.format()
                look.setCellPadding(CELL_PX)
                look.setBorderBrush(self._look.colour("border_strong"))
                frame.setFormat(look)

    def _draw(self) -> None:
        if self._chapter is None:
            return
        self._width_px = self.viewport().width()
        palette = QGuiApplication.palette()
        palette.setColor(QPalette.ColorRole.Link, self._look.colour("accent"))
        palette.setColor(QPalette.ColorRole.Text, self._look.colour("text"))
        self.setPalette(palette)
        self.setMarkdown(self._chapter.text)
        self.document().setDocumentMargin(MARGIN_PX)
        self._give_air()
        self.moveCursor(self.textCursor().MoveOperation.Start)


def _is_light(picture: QImage) -> bool:
    """Return whether a picture is rather light: a window of the light theme."""
    return (
        picture.scaled(1, 1, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation).pixelColor(0, 0).lightness() > MIDDLE
    )


def _has_picture(block: QTextBlock) -> bool:
    """Return whether a block is a picture; a line height in percent would stretch it."""
    return "\ufffc" in block.text()


def _in_table(cursor: QTextCursor) -> bool:
    return isinstance(cursor.currentFrame(), QTextTable)
