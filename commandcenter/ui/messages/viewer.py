"""Shows one attachment in a window of its own: a picture that fits the window, a PDF page by page, or a text."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from commandcenter.model.ids import Id
from commandcenter.picture.messages import AttachmentView
from commandcenter.ui.files.kinds import IMAGES, PDF, TEXT, safe_name
from commandcenter.ui.files.previews import read_image
from commandcenter.ui.frame.titles import name_window
from commandcenter.ui.messages.pdf import PdfView
from commandcenter.ui.theme.look import Look

VIEWED = IMAGES | {PDF, TEXT}
"""Media types that a window can show."""
LARGEST_PX = 4_096
LONGEST_TEXT = 2_000_000


class PictureView(QWidget):
    """A picture, as large as fits."""

    def __init__(self, content: bytes, name: str) -> None:
        """Decode it; raises `Refused` where it cannot be."""
        super().__init__()
        self._image = read_image(content, name, LARGEST_PX)
        self.setMinimumSize(200, 150)
        self.setAccessibleName(name)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in the middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        if size.width() > self._image.width():
            size = self._image.size()
        left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
        painter.drawImage(self.rect().adjusted(left, top, left - self.width() + size.width(), top - self.height() + size.height()), self._image)
        painter.end()


class Viewer(QWidget):
    """One attachment.

    Signals:
        closed(object): this window is going.
    """

    closed = Signal(object)

    def __init__(self, look: Look, file: AttachmentView, content: bytes, operation: Id) -> None:
        """Show it, of an operation; raises `Refused` for a picture or a PDF that cannot be read."""
        super().__init__()
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        name = safe_name(file.name, file.media)
        name_window(self, name, operation)
        layout = QVBoxLayout(self)
        self.view: QWidget
        if file.media in IMAGES:
            self.view = PictureView(content, name)
        elif file.media == PDF:
            self.view = PdfView(content, name)
        else:
            text = QPlainTextEdit()
            text.setReadOnly(True)
            text.setFont(look.font("body"))
            text.setPlainText(content.decode("utf-8-sig", errors="replace")[:LONGEST_TEXT])
            text.setAccessibleName(name)
            self.view = text
        layout.addWidget(self.view)
        QShortcut(QKeySequence("Esc"), self, self.close)
        self.resize(900, 680)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that it goes."""
        super().closeEvent(event)
        self.closed.emit(self)
        self.deleteLater()
