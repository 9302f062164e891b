"""The injects of a run: expected against actual, live; a controller lets them happen, leaves them out, changes and adds them."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHeaderView, QSplitter, QTableView

from commandcenter.exercise.acts import Act, Fire, Skip, TakeBack
from commandcenter.exercise.injects import Standing
from commandcenter.model.sentences import say
from commandcenter.ui.exercise.inject_sheet import InjectSheet
from commandcenter.ui.exercise.port import ExercisePort
from commandcenter.ui.exercise.rows import InjectRows
from commandcenter.ui.frame.parts import button, label
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.notice import Level
from commandcenter.ui.seat import Seat
from commandcenter.ui.tables.page import Page
from commandcenter.ui.type_names import language

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
        self.whose, self.about = QComboBox(), label("muted", wrap=True)
        self.whose.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self._set_up_table()
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self.table)
        halves.addWidget(self.sheet)
        halves.setStretchFactor(0, 1)
        halves.setSizes([2 * SHEET_W, SHEET_W])
        self.sheet.hide()
        self.line(self.whose, 1)
        self.box.addWidget(halves, 1)
        self.box.addWidget(self.about)
        self.line(self.fire, self.skip, self.change, self.new, 1, self.back)
        acts = ((self.fire, self.let_happen, ""), (self.skip, self.leave_out, ""), (self.change, self.edit, "F2"))
        for made, act, key in (*acts, (self.new, self.write_new, "Ctrl+N"), (self.back, self.take_back, "Ctrl+Z")):
            made.clicked.connect(act)
            made.setVisible(port.controls)
            made.setToolTip(key)
            if key and port.controls:
                QShortcut(QKeySequence(key), self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.whose.activated.connect(self._choose_whose)
        self.table.selectionModel().currentRowChanged.connect(self._say_about)
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
        self.whose.setAccessibleName(tr("Whose injects are shown"))
        self.rows.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 5)
        self.refresh()

    def refresh(self) -> None:
        """Take in what has happened."""
        self._offer_controllers()
        kept = self.chosen()
        self.rows.refresh()
        place = self.rows.row_of(kept) if kept is not None else -1
        if place >= 0 and place != self.table.currentIndex().row():
            self.table.selectRow(place)
        self.sheet.refresh()
        self._say_about()

    def _offer_controllers(self) -> None:
        """Offer the responsible controllers that the injects name; with none there is nothing to choose."""
        names = sorted({inject.controller for inject, _ in self._port.injects()} - {""})
        offered = [(tr("Injects of all controllers"), None), *((tr("Injects of {name}", name=name), name) for name in names)]
        if offered != [(self.whose.itemText(place), self.whose.itemData(place)) for place in range(self.whose.count())]:
            kept = self.whose.currentData()
            self.whose.clear()
            for words, name in offered:
                self.whose.addItem(words, name)
            self.whose.setCurrentIndex(max(self.whose.findData(kept), 0) if kept is not None else 0)
            self._choose_whose()
        self.whose.setVisible(bool(names))

    def _choose_whose(self, _place: int = 0) -> None:
        self.rows.show_only(self.whose.currentData())

    def _say_about(self, *_where: object) -> None:
        """Say of the chosen inject who is responsible, for whom it is, and what evaluators shall look at."""
        number = self.chosen()
        inject = next((inject for inject, _ in self._port.injects() if inject.number == number), None)
        self.about.setVisible(inject is not None)
        if inject is None:
            return
        way = " → ".join(part for part in (inject.sender, inject.to) if part)
        people = (
            (way, "{name}"),
            (inject.controller, tr("Responsible: {name}")),
            (inject.player, tr("For: {name}")),
        )
        lines = [" · ".join(words.replace("{name}", name) for name, words in people if name)]
        lines += [text for text in (inject.inject.get(language()),) if text]
        lines += [tr("Evaluators look at: {note}", note=inject.note)] if inject.note else []
        self.about.setText("\n".join(line for line in lines if line))

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
