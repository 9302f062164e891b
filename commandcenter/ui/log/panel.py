"""The command log's panel: filter as you type, jump to incident or unit."""

from __future__ import annotations

import asyncio
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from commandcenter.ui.frame.dock import Panel
from commandcenter.ui.frame.parts import EmptyList, column
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.log.delegate import LogDelegate
from commandcenter.ui.log.model import LogRows
from commandcenter.ui.log.words import line_words
from commandcenter.ui.rows import ITEM_ROLE, AnyIndex
from commandcenter.ui.seat import Seat


class LogList(EmptyList):
    """The rows; End leads to the first entry of the operation.

    Signals:
        first_wanted(): it must have a row.
    """

    first_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Make the row before going there."""
        if event.key() == Qt.Key.Key_End:
            self.first_wanted.emit()
        super().keyPressEvent(event)

    def rowsAboutToBeRemoved(self, parent: AnyIndex, start: int, end: int) -> None:
        """Where the row that is chosen goes, choose nothing and stand at the top: its neighbour would be scrolled to."""
        if start <= self.currentIndex().row() <= end:
            self.selectionModel().setCurrentIndex(self.model().index(0, 0), QItemSelectionModel.SelectionFlag.Clear)
        super().rowsAboutToBeRemoved(parent, start, end)


class LogPanel(Panel):
    """Everything that happened, newest first."""

    def __init__(self, seat: Seat) -> None:
        """Show the seat's log."""
        super().__init__(seat.look)
        self._seat = seat
        self.rows = LogRows(seat)
        self.list = LogList(seat.look)
        self.list.setModel(self.rows)
        self.list.setItemDelegate(LogDelegate(seat))
        self.filter = QLineEdit()
        self.filter.setFixedWidth(240)
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self.rows.show_only)
        self.save = QToolButton()
        self.save.setIconSize(QSize(15, 15))
        self.save.clicked.connect(self.export)
        self.tools = [self.filter, self.save]
        column(self).addWidget(self.list)
        self.list.first_wanted.connect(self.rows.show_first)
        self.list.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.list.activated.connect(self._jump)
        self.list.clicked.connect(self._jump)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.filter, context=Qt.ShortcutContext.WidgetShortcut)
        leave.activated.connect(self._leave_filter)
        self.filter.returnPressed.connect(self.list.setFocus)
        for signal in (self.rows.rowsInserted, self.rows.modelReset):
            signal.connect(self._count)
        self.rows.sought.connect(self._say_search)
        seat.look.changed.connect(self._paint)
        seat.acknowledged.connect(self.list.viewport().update)
        self.retranslate()

    def title(self) -> str:
        """Return the panel's name."""
        return tr("Command log")

    def focus_target(self) -> QWidget:
        """Return the filter."""
        return self.filter

    def retranslate(self) -> None:
        """Say every text."""
        self.filter.setPlaceholderText(tr("Filter the log"))
        self.filter.setAccessibleName(tr("Filter the log"))
        self.list.setAccessibleName(self.title())
        self.save.setToolTip(tr("Write the rows of the log that are shown into a CSV file"))
        self.save.setAccessibleName(self.save.toolTip())
        self._paint()
        self.rows.reload()
        self._say_search()

    def _paint(self) -> None:
        """Draw in the colours of the theme."""
        self.save.setIcon(self.look.icon("table-arrow-down", "text_faint"))
        self.list.viewport().update()

    def _say_search(self) -> None:
        """Say in the empty list whether it is still being searched."""
        if self.rows.searching:
            self.list.say_when_empty(tr("Searching …"), tr("Older entries are being looked through."), "text-search")
        else:
            self.list.say_when_empty(tr("Nothing here"), tr("No entry fits. Esc clears the filter."), "text-search")
        self._count()

    def _count(self) -> None:
        whole = self._seat.desk.picture.count()
        shown = self.rows.rowCount()
        said = tr("{shown} of {all}", shown=shown, all=whole) if self.filter.text() else str(whole)
        self.count_label.setText(tr("{shown}, searching …", shown=said) if self.filter.text() and self.rows.searching else said)

    def _scrolled(self, value: int) -> None:
        self.rows.follow(value == 0)

    def export(self) -> asyncio.Task[Any]:
        """Write every row that fits the filter into a CSV file, however far down it is."""
        return self._seat.run(self._export())

    async def _export(self) -> None:
        picture = self._seat.desk.picture
        table = [[tr("Time"), tr("Who"), tr("Incident"), tr("Entry")]]
        async for line in self.rows.everything():
            incident = picture.incident(line.incident) if line.incident else None
            number = incident.number if incident is not None else ""
            words = line_words(line, self._seat.desk.catalogue)
            table.append([formats.moment(line.wall_ms), line.actor_name, number, words])
        self._seat.table_wanted.emit(self.title(), table)

    def _leave_filter(self) -> None:
        self.filter.clear()
        self.list.setFocus()

    def _jump(self, index: QModelIndex) -> None:
        line = index.data(ITEM_ROLE)
        if line is None:
            return
        picture = self._seat.desk.picture
        incident = picture.incident(line.incident) if line.incident else None
        unit = picture.unit(line.unit) if line.unit else None
        if incident is not None:
            self._seat.choose_incident(incident.id)
            self._seat.place_shown.emit(incident.at.lon, incident.at.lat, 0)
        if unit is not None:
            self._seat.choose_unit(unit.id)
