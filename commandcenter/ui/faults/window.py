"""The window of fault reports: what the program noted about its own faults, to read and to hand on by hand."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QKeySequence, QShortcut
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit, QSplitter

from commandcenter.model.errors import KnownError
from commandcenter.model.sentences import say
from commandcenter.ui.faults.port import FaultsPort
from commandcenter.ui.frame.parts import Translated, button, column, label, row
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.leaving import copy_text
from commandcenter.ui.notice import Level
from commandcenter.ui.rows import ITEM_ROLE
from commandcenter.ui.seat import Seat
from commandcenter.ui.tables.page import NoticeLine

MOMENT = "fault-%Y%m%dT%H%M%S%f"


class FaultsWindow(Translated):
    """The reports by time and the text of the chosen one. Ctrl+C in the list copies the whole report, Del throws it away."""

    def __init__(self, seat: Seat, faults: FaultsPort | None) -> None:
        """Read the reports of this computer."""
        super().__init__()
        self.setProperty("role", "window")
        self._seat, self._faults = seat, faults
        self.about, self.nothing = label("muted", wrap=True), label("muted", wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.boxes, self.list, self.text = QSplitter(), QListWidget(), QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.copy_button, self.remove_button = button("primary"), button()
        self.copy_button.clicked.connect(self.copy)
        self.remove_button.clicked.connect(self.remove)
        self.list.currentRowChanged.connect(self._show)
        QShortcut(QKeySequence.StandardKey.Copy, self.list, self.copy)
        QShortcut(QKeySequence.StandardKey.Delete, self.list, self.remove)
        QShortcut(QKeySequence("Esc"), self, self.close)
        self._lay_out()
        self.reload()
        self.retranslate()
        self.list.setFocus()

    def _lay_out(self) -> None:
        layout = column(self, margin=12, gap=8)
        layout.addWidget(self.about)
        layout.addWidget(self.nothing, 1)
        self.boxes.addWidget(self.list)
        self.boxes.addWidget(self.text)
        self.boxes.setSizes([220, 620])
        layout.addWidget(self.boxes, 1)
        line = row()
        line.addStretch(1)
        line.addWidget(self.remove_button)
        line.addWidget(self.copy_button)
        layout.addLayout(line)
        layout.addWidget(NoticeLine(self._seat))

    def retranslate(self) -> None:
        """Say every text."""
        self.nothing.setText(
            tr(
                "The program has noted no fault of its own on this computer. Should it ever, the report stands here: to read, "
                "to copy and hand on, or to throw away. It is sent nowhere."
            )
        )
        if self._faults is not None:
            self.about.setText(
                tr(
                    "What the program noted about its own faults, on this computer only: no names, no numbers, no places, nothing people wrote. "
                    "They are sent nowhere; copy one to hand it on. Folder: {folder}",
                    folder=self._faults.folder,
                )
            )
        self.list.setAccessibleName(tr("Fault reports"))
        self.text.setAccessibleName(tr("The report"))
        self.copy_button.setText(tr("Copy the report"))
        self.remove_button.setText(tr("Throw it away"))
        for place in range(self.list.count()):
            self.list.item(place).setText(_moment_words(self.list.item(place).data(ITEM_ROLE)))

    def reload(self) -> None:
        """Read the folder anew; the newest report is chosen."""
        self.list.clear()
        for path in self._faults.reports() if self._faults is not None else ():
            item = QListWidgetItem(_moment_words(path))
            item.setData(ITEM_ROLE, path)
            self.list.addItem(item)
        some = bool(self.list.count())
        self.nothing.setHidden(some)
        for part in (self.about, self.boxes, self.copy_button, self.remove_button):
            part.setVisible(some)
        self.list.setCurrentRow(0 if some else -1)
        self._show(self.list.currentRow())

    def copy(self) -> None:
        """Put the report into the clipboard."""
        if self.text.toPlainText():
            copy_text(self.text.toPlainText(), self._seat.desk.picture.operation)
            self._seat.notice(Level.DONE, say("The report is in the clipboard"))

    def remove(self) -> None:
        """Throw the chosen report away."""
        item = self.list.currentItem()
        if item is not None and self._faults is not None:
            try:
                self._faults.remove(item.data(ITEM_ROLE))
            except OSError as error:
                self._seat.notice(Level.FAILED, say("The report cannot be removed: {why}", why=error.strerror or str(error)))
                return
            self.reload()

    def _show(self, place: int) -> None:
        item = self.list.item(place) if place >= 0 else None
        try:
            self.text.setPlainText("" if item is None else _read(item.data(ITEM_ROLE)))
        except KnownError as error:
            self.text.clear()
            self._seat.notice(Level.FAILED, error.sentence)
        for part in (self.copy_button, self.remove_button):
            part.setEnabled(item is not None)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise KnownError("The report cannot be read: {why}", why=error.strerror or str(error)) from error


def _moment_words(path: Path) -> str:
    try:
        at = datetime.strptime(path.stem, MOMENT).replace(tzinfo=UTC)
    except ValueError:
        return path.stem
    return formats.moment(round(at.timestamp() * 1000))
