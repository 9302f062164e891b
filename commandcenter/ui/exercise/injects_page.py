"""The injects of a run: expected against actual, live; a controller lets them happen, leaves them out, changes and adds them."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHeaderView, QSplitter, QTableView

from commandcenter.exercise.acts import Act, Fire, Skip, TakeBack
from commandcenter.exercise.injects import Standing
from commandcenter.model.sentences import say
from commandcenter.ui.exercise.inject_sheet import InjectSheet
from commandcenter.ui.exercise.port import ExercisePort
from commandcenter.ui.exercise.rows import InjectRows
from commandcenter.ui.frame.parts import button
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.notice import Level
from commandcenter.ui.seat import Seat
from commandcenter.ui.tables.page import Page

SHEET_W = 460


class InjectsPage(Page):
    """Qt thread. F2 changes the chosen inject, Ctrl+N writes a new one, Ctrl+Z takes the last change back."""

    def __init__(self, seat: Seat, port: ExercisePort) -> None:
        """Show a run."""
        super().__init__()
        self._seat, self._port = seat, port
        self.rows, self.table = InjectRows(port, seat.look, self), QTableView()
        self.sheet = InjectSheet(seat, port)
        self.fire, self.skip, self.change, self.new, self.back = button(), button(), button(), button(), button()
        self._set_up_table()
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self.table)
        halves.addWidget(self.sheet)
        halves.setStretchFactor(0, 1)
        halves.setSizes([2 * SHEET_W, SHEET_W])
        self.sheet.hide()
        self.box.addWidget(halves, 1)
        self.line(self.fire, self.skip, self.change, self.new, 1, self.back)
        acts = ((self.fire, self.let_happen, ""), (self.skip, self.leave_out, ""), (self.change, self.edit, "F2"))
        for made, act, key in (*acts, (self.new, self.write_new, "Ctrl+N"), (self.back, self.take_back, "Ctrl+Z")):
            made.clicked.connect(act)
            made.setVisible(port.controls)
            made.setToolTip(key)
            if key and port.controls:
                QShortcut(QKeySequence(key), self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.sheet.closed.connect(self.table.setFocus)
        self.sheet.kept.connect(self.refresh)
        self.retranslate()

    def _set_up_table(self) -> None:
        self.table.setModel(self.rows)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.table.verticalHeader().hide()
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.setMinimumWidth(SHEET_W)
        head = self.table.horizontalHeader()
        for place, mode in enumerate((0, 0, 1, 1, 0, 0)):
            head.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch if mode else QHeaderView.ResizeMode.ResizeToContents)

    def retranslate(self) -> None:
        """Say every text."""
        self.fire.setText(tr("Let it happen now"))
        self.skip.setText(tr("Leave it out"))
        self.change.setText(tr("Change it …"))
        self.new.setText(tr("New inject …"))
        self.back.setText(tr("Take the last change back"))
        self.table.setAccessibleName(tr("Injects"))
        self.rows.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 5)
        self.refresh()

    def refresh(self) -> None:
        """Take in what has happened."""
        kept = self.chosen()
        self.rows.refresh()
        place = self.rows.row_of(kept) if kept is not None else -1
        if place >= 0 and place != self.table.currentIndex().row():
            self.table.selectRow(place)
        self.sheet.refresh()

    def chosen(self) -> str | None:
        """Return the number of the chosen inject."""
        index = self.table.currentIndex()
        return self.rows.number_at(index.row()) if index.isValid() and index.row() < self.rows.rowCount() else None

    def let_happen(self) -> None:
        """Let the chosen inject happen now."""
        number = self._needed()
        if number is not None:
            self._do(Fire(number))

    def leave_out(self) -> None:
        """Leave the chosen inject out."""
        number = self._needed()
        if number is not None:
            self._do(Skip(number))

    def take_back(self) -> None:
        """Take back the last change of any inject that has not happened."""
        self._do(TakeBack())

    def edit(self) -> None:
        """Open the chosen inject for changes."""
        number = self._needed()
        pair = next((pair for pair in self._port.injects() if pair[0].number == number), None)
        if pair is not None and pair[1].standing is not Standing.PLANNED:
            self._seat.notice(Level.REFUSED, say("Inject {number} has happened or was left out; only what is planned can be changed.", number=number))
        elif pair is not None:
            self.sheet.open(pair[0])

    def write_new(self) -> None:
        """Open an empty form for one more inject."""
        self.sheet.open(None)

    def _needed(self) -> str | None:
        number = self.chosen()
        if number is None:
            self._seat.notice(Level.HINT, say("Choose an inject first."))
        return number

    def _do(self, act: Act) -> None:
        self._seat.run(self._done(self._port.control(act)))

    async def _done(self, act: Coroutine[Any, Any, None]) -> None:
        await act
        self.refresh()
