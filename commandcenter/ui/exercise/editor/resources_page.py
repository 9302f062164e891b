"""The units, stations, depots and stock of a scenario: tables to be typed into; a place is typed or pointed at on the map."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QListWidget, QStyledItemDelegate, QStyleOptionViewItem, QTableWidget, QTableWidgetItem, QWidget

from commandcenter.exercise.draft import Draft
from commandcenter.exercise.own_resources import COLUMNS, DEPOTS, FIRST_ROW, STATIONS, STOCK, UNITS, Cells, Tables
from commandcenter.model.errors import KnownError, Refused
from commandcenter.model.words import FacilityKind, LonLat
from commandcenter.resources.csv_import import FILES
from commandcenter.resources.csv_tables import ImportIssue
from commandcenter.ui.exercise.editor.port import EditorPort
from commandcenter.ui.exercise.editor.words import RESOURCE_COLUMN_WORDS, RESOURCE_WORDS, issue_words
from commandcenter.ui.frame.parts import button, label
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.notice import Level
from commandcenter.ui.seat import Seat
from commandcenter.ui.tables.page import Page

STATION_KINDS = (FacilityKind.FIRE_STATION, FacilityKind.AMBULANCE_STATION, FacilityKind.POLICE_STATION)
FAULTS_H, NAME_W, KIND_W, PLACE_W = 110, 190, 150, 110
Index = QModelIndex | QPersistentModelIndex


class _Offered(QStyledItemDelegate):
    """Edits a cell, with what may stand there on offer."""

    def __init__(self, offers: Callable[[int], Sequence[str]], parent: QWidget) -> None:
        super().__init__(parent)
        self._offers = offers

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a field, with a list where there are offers."""
        offers = self._offers(index.column())
        if not offers:
            return super().createEditor(parent, option, index)
        box = QComboBox(parent)
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.addItems(list(offers))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Put the cell's text into the field."""
        if isinstance(editor, QComboBox):
            editor.setEditText(str(index.data() or ""))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Take the text over, also what is not on offer."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText().strip())
        else:
            super().setModelData(editor, model, index)


class ResourcesPage(Page):
    """Qt thread. A cell is taken over when it is left.

    Signals:
        edited(Draft): the draft with the change.
        chosen(): another row or table is the current one.
        place_wanted(): the person wants to point at the place on the map.
    """

    edited = Signal(object)
    chosen = Signal()
    place_wanted = Signal()

    def __init__(self, seat: Seat, port: EditorPort) -> None:
        """Start with no draft."""
        super().__init__()
        self._seat, self._port = seat, port
        self._shown: tuple[str, tuple[Cells, ...]] | None = None
        """The file and the rows that stand in the table."""
        self.draft: Draft | None = None
        self._issues: tuple[ImportIssue, ...] = ()
        self.choice, self.hint = QComboBox(), label("muted", wrap=True)
        self.table, self.faults = QTableWidget(), QListWidget()
        self.begin, self.add, self.copy, self.remove, self.point = button(), button(), button(), button(), button()
        for name in COLUMNS:
            self.choice.addItem("", name)
        self.table.setTabKeyNavigation(False)
        self.table.setItemDelegate(_Offered(self._offers, self.table))
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.faults.setMaximumHeight(FAULTS_H)
        self.faults.setWordWrap(True)
        self.line(self.choice, 1, self.begin)
        self.box.addWidget(self.hint)
        self.box.addWidget(self.table, 1)
        self.line(self.add, self.copy, self.point, 1, self.remove)
        self.box.addWidget(self.faults)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.choice.currentIndexChanged.connect(self._fill)
        self.table.itemChanged.connect(self._typed)
        self.table.currentCellChanged.connect(self._moved)
        for made, act in ((self.add, self.add_row), (self.copy, self.copy_row), (self.remove, self.remove_row)):
            made.clicked.connect(act)
        self.begin.clicked.connect(self._begin)
        self.point.clicked.connect(self.place_wanted)
        QShortcut(QKeySequence("Insert"), self, self.add_row, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.faults.itemClicked.connect(lambda item: self._go_to(self.faults.row(item)))
        self.faults.itemActivated.connect(lambda item: self._go_to(self.faults.row(item)))

    def retranslate(self) -> None:
        """Say every text."""
        self.choice.setAccessibleName(tr("Table"))
        self.table.setAccessibleName(tr("Units, stations, depots and stock"))
        self.faults.setAccessibleName(tr("What is wrong"))
        for made, text in (
            (self.begin, tr("Begin with the region's own")),
            (self.add, tr("Add a row")),
            (self.copy, tr("Copy it")),
            (self.point, tr("Point at it on the map")),
            (self.remove, tr("Remove it")),
        ):
            made.setText(text)
        self.add.setToolTip("Insert")
        self.point.setToolTip("Ctrl+M")
        self.hint.setText(
            tr("Units and stations listed here take the place of the region's, depots and stock that of its depots; else they are the region's.")
        )
        self._shown = None
        self._fill()
        self._show_faults()

    @property
    def file(self) -> str:
        """Return the file of the table that is shown."""
        return str(self.choice.currentData())

    @property
    def row(self) -> int:
        """Return the current row; -1 where there is none."""
        return self.table.currentRow()

    def rows(self) -> tuple[Cells, ...]:
        """Return the rows of the table that is shown."""
        return self.draft.tables.get(self.file, ()) if self.draft is not None else ()

    def show_draft(self, draft: Draft) -> None:
        """Show a draft; the current cell stays current."""
        self.draft = draft
        self._fill()

    def show_issues(self, issues: Sequence[ImportIssue]) -> None:
        """Show what is wrong with resources."""
        self._issues = tuple(issue for issue in issues if issue.file in FILES)
        self._show_faults()

    def go_to(self, file: str, row: int, column: str) -> None:
        """Show a cell; of a file that is not written here nothing can be shown."""
        if file in COLUMNS:
            self.choice.setCurrentIndex(self.choice.findData(file))
            place = COLUMNS[file].index(column) if column in COLUMNS[file] else 0
            self.table.setCurrentCell(row - FIRST_ROW, place)
            self.table.setFocus()

    def add_row(self) -> None:
        """Add an empty row after the current one."""
        self._insert(dict.fromkeys(COLUMNS[self.file], ""))

    def copy_row(self) -> None:
        """Put the current row in a second time, its name to be written."""
        if 0 <= self.row < len(self.rows()):
            self._insert({**self.rows()[self.row], COLUMNS[self.file][0]: ""})

    def remove_row(self) -> None:
        """Take the current row out."""
        if 0 <= self.row < len(self.rows()):
            self._put((*self.rows()[: self.row], *self.rows()[self.row + 1 :]))

    def put_place(self, file: str, row: int, at: LonLat) -> None:
        """Write a place into a row; a unit that stands there by itself has no station."""
        if self.draft is None or not 0 <= row < len(self.draft.tables.get(file, ())):
            return
        rows = list(self.draft.tables[file])
        station = {"station": ""} if file == UNITS else {}
        rows[row] = {**rows[row], **station, "lat": f"{at.lat:.6f}", "lon": f"{at.lon:.6f}"}
        self.take(file, tuple(rows))

    def take(self, file: str, rows: tuple[Cells, ...]) -> None:
        """Go on with other rows of a file."""
        self.take_all({file: rows})

    def take_all(self, tables: Tables) -> None:
        """Go on with other rows of some files; one step, so it can be taken back."""
        if self.draft is not None:
            self.edited.emit(replace(self.draft, tables={**self.draft.tables, **tables}))

    def _begin(self) -> None:
        if self.draft is not None:
            self._seat.run(self._begin_with_region(self.draft))

    async def _begin_with_region(self, draft: Draft) -> None:
        try:
            tables = await asyncio.to_thread(self._port.region_tables, draft.head.region)
        except (KnownError, Refused) as error:
            self._seat.notice(Level.REFUSED, error.sentence)
            return
        if self.draft is draft:
            self.take_all(tables)

    def _insert(self, cells: Mapping[str, str]) -> None:
        place = self.row + 1 if self.row >= 0 else len(self.rows())
        self._put((*self.rows()[:place], dict(cells), *self.rows()[place:]))
        self.table.setCurrentCell(place, 0)
        self.table.setFocus()

    def _put(self, rows: tuple[Cells, ...]) -> None:
        self.take(self.file, rows)

    def _typed(self, item: QTableWidgetItem) -> None:
        rows = list(self.rows())
        if item.row() < len(rows):
            rows[item.row()] = {**rows[item.row()], COLUMNS[self.file][item.column()]: item.text().strip()}
            self._shown = self.file, tuple(rows)  # it stands there already
            self._put(tuple(rows))

    def _moved(self, row: int, _column: int, before: int, _column_before: int) -> None:
        self._offer()
        if row != before:
            self.chosen.emit()

    def _fill(self, _place: int = 0) -> None:
        """Show the rows of the chosen file."""
        for place, words in enumerate(RESOURCE_WORDS.values()):
            self.choice.setItemText(place, tr("{what} ({n})", what=tr(words), n=len(self._rows_of(str(self.choice.itemData(place))))))
        if self._shown != (self.file, self.rows()):
            self._shown = self.file, self.rows()
            self._show_rows(*self._shown)
        self._offer()
        if self.isVisible():
            self.chosen.emit()

    def _show_rows(self, file: str, rows: tuple[Cells, ...]) -> None:
        columns = COLUMNS[file]
        at = self.table.currentRow(), self.table.currentColumn()
        self.table.blockSignals(True)
        self.table.setColumnCount(len(columns))
        self.table.setHorizontalHeaderLabels([tr(RESOURCE_COLUMN_WORDS[column]) for column in columns])
        self.table.setRowCount(len(rows))
        self.table.setVerticalHeaderLabels([str(number) for number in range(FIRST_ROW, FIRST_ROW + len(rows))])
        for place, cells in enumerate(rows):
            for n, column in enumerate(columns):
                self.table.setItem(place, n, QTableWidgetItem(cells.get(column, "")))
        for n, column in enumerate(columns):
            self.table.setColumnWidth(
                n, NAME_W if column in ("name", "station", "depot") else PLACE_W if column in ("lat", "lon", "crew") else KIND_W
            )
        if rows:
            self.table.setCurrentCell(min(max(at[0], 0), len(rows) - 1), max(at[1], 0))
        self.table.blockSignals(False)

    def _rows_of(self, file: str) -> tuple[Cells, ...]:
        return self.draft.tables.get(file, ()) if self.draft is not None else ()

    def _offer(self) -> None:
        """Enable what can be done."""
        there = 0 <= self.row < len(self.rows())
        for made in (self.copy, self.remove):
            made.setEnabled(there)
        self.point.setEnabled(there and "lat" in COLUMNS[self.file])
        self.add.setEnabled(self.draft is not None)
        self.begin.setEnabled(self.draft is not None and not any(self.draft.tables.values()))

    def _offers(self, column: int) -> Sequence[str]:
        """Return what may stand in a column of the table that is shown."""
        offers: Mapping[tuple[str, str], Callable[[], Sequence[str]]] = {
            (UNITS, "kind"): lambda: list(self._seat.desk.catalogue.kinds),
            (STATIONS, "kind"): lambda: [kind.value for kind in STATION_KINDS],
            (UNITS, "station"): lambda: ["", *(cells["name"] for cells in self._rows_of(STATIONS))],
            (DEPOTS, "carried_by"): lambda: ["", *(cells["callsign"] for cells in self._rows_of(UNITS))],
            (STOCK, "depot"): lambda: [cells["name"] for cells in self._rows_of(DEPOTS)],
            (STOCK, "item"): lambda: list(self._seat.desk.catalogue.items),
        }
        return offers.get((self.file, COLUMNS[self.file][column]), lambda: ())()

    def _show_faults(self) -> None:
        self.faults.clear()
        for issue in self._issues:
            self.faults.addItem(issue_words(issue))
        self.faults.setVisible(bool(self._issues))

    def _go_to(self, number: int) -> None:
        issue = self._issues[number]
        self.go_to(issue.file, issue.row, issue.column)
