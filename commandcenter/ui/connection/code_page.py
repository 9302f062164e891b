"""Codes: the one that lets others in here, shown as a word and as a picture; and the one that lets this desk in elsewhere."""

from __future__ import annotations

import asyncio

import segno
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from commandcenter.model.errors import KnownError, Refused
from commandcenter.ui.connection.port import SyncPort
from commandcenter.ui.frame.parts import button, label, line
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.leaving import copy_code
from commandcenter.ui.notice import Level
from commandcenter.ui.seat import Seat
from commandcenter.ui.tables.page import Field, Page

QUIET = 4
"""Modules of white around a QR code (ISO/IEC 18004, 5.3.8)."""


class QrCode(QWidget):
    """A QR code, black on white in every theme so that every scanner reads it; empty until it is given a text."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._rows: tuple[bytearray, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(120)

    def put(self, text: str) -> None:
        """Show a text; an empty one shows nothing."""
        self._rows = tuple(bytearray(row) for row in segno.make(text, micro=False, error="m").matrix) if text else ()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the code as large as fits, its modules on whole pixels."""
        if not self._rows:
            return
        painter = QPainter(self)
        modules = len(self._rows) + 2 * QUIET
        side = max(1, min(self.width(), self.height()) // modules)
        left, top = (self.width() - side * modules) // 2, (self.height() - side * modules) // 2
        painter.fillRect(left, top, side * modules, side * modules, QColor("white"))
        for y, row in enumerate(self._rows):
            for x, dark in enumerate(row):
                if dark:
                    painter.fillRect(QRectF(left + (x + QUIET) * side, top + (y + QUIET) * side, side, side), QColor("black"))
        painter.end()


class CodePage(Page):
    """Both codes. The own one is hidden until it is asked for: who sees it can read the operation."""

    def __init__(self, seat: Seat, sync: SyncPort) -> None:
        """Show nothing secret yet."""
        super().__init__()
        self._seat, self._sync = seat, sync
        self.code, self.join = QLineEdit(), button("primary")
        self._field = Field(self.code)
        self.lead, self.warning = label("muted", wrap=True), label("warn", wrap=True)
        self.own, self.show_own, self.copy = label("strong", wrap=True), button(), button()
        self.own.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.picture = QrCode()
        self.box.addWidget(self.lead)
        self.box.addWidget(self._field)
        self.line(1, self.join)
        self.box.addWidget(line())
        self.box.addWidget(self.warning)
        self.line(self.show_own, self.copy, 1)
        self.box.addWidget(self.own)
        self.box.addWidget(self.picture, 100)
        self.box.addStretch(1)
        self.code.returnPressed.connect(self._join)
        self.join.clicked.connect(self._join)
        self.show_own.clicked.connect(lambda: self._show(not self.own.text()))
        self.copy.clicked.connect(lambda: copy_code(self._sync.code()))
        self._show(False)
        self.retranslate()

    def retranslate(self) -> None:
        """Say every text."""
        self.lead.setText(tr("Join a hub, or the operation of another desk, with the code that you were given or that a scanner types."))
        self._field.say(tr("Code"), tr("Type, paste or scan it here"))
        self.join.setText(tr("Join"))
        self.warning.setText(
            tr("Whoever has this desk's code can read the whole operation. Give it by hand or by voice, never on the stick that carries the log.")
        )
        self.show_own.setText(tr("Hide the code") if self.own.text() else tr("Show the code that lets another desk in"))
        self.copy.setText(tr("Copy"))
        self.picture.setAccessibleName(tr("The code as a QR picture"))

    def _show(self, wanted: bool) -> None:
        try:
            code = self._sync.code() if wanted else ""
        except KnownError as error:
            self._seat.notice(Level.FAILED, error.sentence)
            return
        self.own.setText(" ".join(code[start : start + 5] for start in range(0, len(code), 5)))
        self.picture.put(code)
        for part in (self.own, self.picture, self.copy):
            part.setVisible(wanted)
        self.retranslate()

    def _join(self) -> asyncio.Task[object]:
        return self._seat.run(self._carry_out())

    async def _carry_out(self) -> None:
        code = self.code.text().strip()
        if not code:
            raise Refused("Give the code first.")
        self.join.setEnabled(False)
        try:
            said = await self._sync.join(code)
        finally:
            self.join.setEnabled(True)
        self._seat.notice(Level.DONE, said)
        self.code.clear()
