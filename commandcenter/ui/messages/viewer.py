"""Shows one attachment in a window of its own: a picture that fits the window, a PDF page by page, or a text."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from commandcenter.model.ids import Id
from commandcenter.picture.messages import AttachmentView
from commandcenter.ui.files.kinds import IMAGES, PDF, TEXT, safe_name
from commandcenter.ui.files.night import night_tint, tinted
from commandcenter.ui.files.previews import read_image
from commandcenter.ui.frame.parts import Translated, button
from commandcenter.ui.frame.titles import name_window
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.messages.pdf import PdfView
from commandcenter.ui.theme.look import Look

VIEWED = IMAGES | {PDF, TEXT}
"""Media types that a window can show."""
TRUE_COLOURS = "T"
"""The key for a look at them by night."""
LARGEST_PX = 4_096
LONGEST_TEXT = 2_000_000


class PictureView(QWidget):
    """A picture, as large as fits."""

    def __init__(self, content: bytes, name: str) -> None:
        """Decode it; raises `Refused` where it cannot be."""
        super().__init__()
        self._true = self._image = read_image(content, name, LARGEST_PX)
        self.setMinimumSize(200, 150)
        self.setAccessibleName(name)

    def shade(self, tint: QColor | None) -> None:
        """Show it in shades of this colour; `None`: as it is."""
        self._image = tinted(self._true, tint)
        self.update()

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


class Viewer(Translated):
    """One attachment. By night pictures and pages are dark and red; a button and its key show their true colours.

    Signals:
        closed(object): this window is going.
    """

    closed = Signal(object)

    def __init__(self, look: Look, file: AttachmentView, content: bytes, operation: Id) -> None:
        """Show it, of an operation; raises `Refused` for a picture or a PDF that cannot be read."""
        super().__init__()
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = look
        self.true_colours = button()
        self.true_colours.setCheckable(True)
        self.true_colours.toggled.connect(self._shade)
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
        layout.addWidget(self.view, 1)
        layout.addWidget(self.true_colours, 0, Qt.AlignmentFlag.AlignRight)
        QShortcut(QKeySequence("Esc"), self, self.close)
        QShortcut(QKeySequence(TRUE_COLOURS), self, self.true_colours.click)
        look.changed.connect(self._shade)
        self.retranslate()
        self._shade()
        self.resize(900, 680)

    def retranslate(self) -> None:
        """Say every text."""
        self.true_colours.setText(tr("True colours ({key})", key=TRUE_COLOURS))

    def _shade(self) -> None:
        """By night and unless true colours are wanted, show what is here as dark as the rest."""
        tint = night_tint(self._look)
        if isinstance(self.view, PictureView | PdfView):
            self.true_colours.setVisible(tint is not None)
            self.view.shade(None if self.true_colours.isChecked() else tint)
        else:
            self.true_colours.hide()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that it goes."""
        super().closeEvent(event)
        self.closed.emit(self)
        self.deleteLater()
