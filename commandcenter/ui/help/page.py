"""One page of the guide: its pictures are never wider than the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QGuiApplication, QImage, QPalette, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QTextBrowser

from commandcenter.model.assets import guide_dir
from commandcenter.ui.help.chapters import Chapter
from commandcenter.ui.theme.look import Look

MARGIN_PX = 48
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
        wide = min(picture.width(), round((self.viewport().width() - MARGIN_PX) * ratio))
        if 0 < wide < picture.width():
            picture = picture.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
        picture.setDevicePixelRatio(ratio)
        return picture

    def _follow_width(self) -> None:
        if self._width_px != self.viewport().width():
            at = self.verticalScrollBar().value()
            self._draw()
            self.verticalScrollBar().setValue(at)

    def _draw(self) -> None:
        if self._chapter is None:
            return
        self._width_px = self.viewport().width()
        palette = QGuiApplication.palette()
        palette.setColor(QPalette.ColorRole.Link, self._look.colour("accent"))
        palette.setColor(QPalette.ColorRole.Text, self._look.colour("text"))
        self.setPalette(palette)
        self.document().setDocumentMargin(MARGIN_PX / 2)
        self.setMarkdown(self._chapter.text)
        self.moveCursor(self.textCursor().MoveOperation.Start)
