"""Depots: what is in stock, what is promised, what is free."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTableView, QWidget

from commandcenter.model.entries import Changes, Kind
from commandcenter.picture.views import DepotView
from commandcenter.ui.frame.dock import Panel
from commandcenter.ui.frame.parts import column
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import mark, tr
from commandcenter.ui.rows import ITEM_ROLE, NO_INDEX, AnyIndex
from commandcenter.ui.seat import Seat
from commandcenter.ui.type_names import item_name, local_name

COLUMNS = (mark("Depot"), mark("Item"), mark("In stock"), mark("Promised"), mark("Free"), mark("Unit"))
Line = tuple[DepotView, str, int, str]


class StockRows(QAbstractTableModel):
    """One row a depot and item."""

    def __init__(self, seat: Seat) -> None:
        """Read the picture once, then follow its changes."""
        super().__init__(seat)
        self._seat = seat
        self._wanted = ""
        self._lines: list[Line] = []
        self.reload()
        seat.changed.connect(self._on_changes)

    def show_only(self, text: str) -> None:
        """Show rows whose depot or item contains a text."""
        self._wanted = text.casefold().strip()
        self.reload()

    def reload(self) -> None:
        """Read all stock."""
        self.beginResetModel()
        self._lines = [line for depot in self._seat.desk.picture.depots() for line in _lines(depot) if self._fits(line)]
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = NO_INDEX) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: AnyIndex = NO_INDEX) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:  # noqa: ANN401 - Qt's own signature
        """Return a column's name."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(COLUMNS[section])
        return Qt.AlignmentFlag.AlignRight if role == Qt.ItemDataRole.TextAlignmentRole and section in (2, 3, 4) else None

    def data(self, index: AnyIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:  # noqa: ANN401 - Qt's own signature
        """Return a cell."""
        if not index.isValid():
            return None
        depot, item, quantity, unit = self._lines[index.row()]
        free = depot.free(item)
        if role == ITEM_ROLE:
            return depot
        if role == Qt.ItemDataRole.DisplayRole:
            numbers = [formats.number(n) for n in (quantity, depot.reserved.get(item, 0), free)]
            return [local_name(depot.name, depot.names), item_name(self._seat.desk.catalogue, item), *numbers, unit][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in (2, 3, 4):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 4 and free <= 0:
            return self._seat.look.colour("danger")
        return None

    def _fits(self, line: Line) -> bool:
        said = f"{line[0].name} {local_name(line[0].name, line[0].names)} {item_name(self._seat.desk.catalogue, line[1])}".casefold()
        return self._wanted in said

    def _on_changes(self, changes: Changes) -> None:
        if changes.of(Kind.DEPOT) or changes.of(Kind.STOCK_MOVE) or changes.of(Kind.RESERVATION):
            self.reload()


def _lines(depot: DepotView) -> list[Line]:
    units = {s.item: s.unit for s in depot.stock}
    return [(depot, item, sum(s.quantity for s in depot.stock if s.item == item), unit) for item, unit in units.items()]


class DepotsPanel(Panel):
    """Stock of all depots, filtered as one types."""

    def __init__(self, seat: Seat) -> None:
        """Show the seat's depots."""
        super().__init__(seat.look)
        self._seat = seat
        self.rows = StockRows(seat)
        self.table = QTableView()
        self.table.setModel(self.rows)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(seat.look.size("size_row"))
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.activated.connect(self._show)
        self.filter = QLineEdit()
        self.filter.setFixedWidth(200)
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self.rows.show_only)
        self.tools = [self.filter]
        column(self).addWidget(self.table)
        self.rows.modelReset.connect(self._count)
        self.retranslate()

    def title(self) -> str:
        """Return the panel's name."""
        return tr("Depots and stock")

    def focus_target(self) -> QWidget:
        """Return the filter."""
        return self.filter

    def retranslate(self) -> None:
        """Say every text."""
        self.filter.setPlaceholderText(tr("Filter depots and items"))
        self.filter.setAccessibleName(tr("Filter depots and items"))
        self.table.setAccessibleName(self.title())
        self.rows.reload()
        self.rows.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)

    def _count(self) -> None:
        self.count_label.setText(tr("{n} depots", n=len(self._seat.desk.picture.depots())))

    def _show(self, index: QModelIndex) -> None:
        depot = index.data(ITEM_ROLE)
        if depot is not None:
            self._seat.place_shown.emit(depot.at.lon, depot.at.lat, 16)
