"""Shows a PDF page by page. Pages are only painted: nothing in the file is run, and none of its links leads anywhere."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColor, QImage, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QWidget

from commandcenter.model.errors import Refused
from commandcenter.ui.files.night import tinted
from commandcenter.ui.frame.parts import Translated, button, column, label, row
from commandcenter.ui.i18n.tr import tr

LARGEST_PX = 4_096
KEYS = {-1: ("PgUp", "Left"), 1: ("PgDown", "Right")}


class PdfView(Translated):
    """One page at a time, as large as fits. Qt thread."""

    def __init__(self, content: bytes, name: str) -> None:
        """Read it; raises `Refused` where it cannot be, and where it asks for a password."""
        super().__init__()
        self.pages = read_pdf(content, name)
        self.page = _Page(self.pages, name)
        self.place, self.turns = label("muted"), {step: button() for step in KEYS}
        layout, line = column(self, gap=6), row()
        layout.addWidget(self.page, 1)
        line.addStretch(1)
        for part in (self.turns[-1], self.place, self.turns[1]):
            line.addWidget(part)
        line.addStretch(1)
        layout.addLayout(line)
        for step, keys in KEYS.items():
            self.turns[step].clicked.connect(partial(self.turn, step))
            for key in keys:
                QShortcut(QKeySequence(key), self, partial(self.turn, step))
        self.retranslate()

    def retranslate(self) -> None:
        """Say every text."""
        self.turns[-1].setText(tr("Previous page"))
        self.turns[1].setText(tr("Next page"))
        self._show()

    def turn(self, step: int, _checked: bool = False) -> None:
        """Turn to a page before or behind; at the ends nothing happens."""
        self.page.number = min(max(self.page.number + step, 0), self.pages.pageCount() - 1)
        self._show()

    def shade(self, tint: QColor | None) -> None:
        """Show light letters on dark pages in this colour; `None`: as they are."""
        self.page.shade(tint)

    def _show(self) -> None:
        number, last = self.page.number, self.pages.pageCount() - 1
        self.place.setText(tr("Page {page} of {pages}", page=number + 1, pages=last + 1))
        self.turns[-1].setEnabled(number > 0)
        self.turns[1].setEnabled(number < last)
        self.page.update()


class _Page(QWidget):
    """The page that is shown."""

    def __init__(self, pages: QPdfDocument, name: str) -> None:
        super().__init__()
        self._pages, self.number = pages, 0
        self._tint: QColor | None = None
        self._painted: tuple[int, QSize, QImage] | None = None
        self.setMinimumSize(200, 150)
        self.setAccessibleName(name)

    def shade(self, tint: QColor | None) -> None:
        self._tint, self._painted = tint, None
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in the middle."""
        ratio = self.devicePixelRatioF()
        room = (self.size() * ratio).boundedTo(QSize(LARGEST_PX, LARGEST_PX))
        size = self._pages.pagePointSize(self.number).scaled(room, Qt.AspectRatioMode.KeepAspectRatio).toSize().expandedTo(QSize(1, 1))
        if self._painted is None or self._painted[:2] != (self.number, size):
            self._painted = (self.number, size, tinted(self._pages.render(self.number, size), self._tint, page=True))
        image = self._painted[2]
        image.setDevicePixelRatio(ratio)
        shown = image.deviceIndependentSize().toSize()
        left, top = (self.width() - shown.width()) // 2, (self.height() - shown.height()) // 2
        painter = QPainter(self)
        if self._tint is None:
            painter.fillRect(left, top, shown.width(), shown.height(), Qt.GlobalColor.white)
        painter.drawImage(left, top, image)
        painter.end()


def read_pdf(content: bytes, name: str) -> QPdfDocument:
    """Return a document that can be painted. Raises `Refused` for one that is damaged, has no page or asks for a password."""
    found = QPdfDocument()
    read = QBuffer(found)
    read.setData(QByteArray(content))
    read.open(QIODevice.OpenModeFlag.ReadOnly)
    found.load(read)
    if found.error() == QPdfDocument.Error.IncorrectPassword:
        raise Refused("{name} asks for a password; save it and open it in another program.", name=name)
    if found.status() != QPdfDocument.Status.Ready or not found.pageCount():
        raise Refused("{name} cannot be read as a PDF; it is damaged or cut off.", name=name)
    return found
