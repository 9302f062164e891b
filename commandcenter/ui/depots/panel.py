"""Depots: what is in stock, what is promised, what is free, and what is short of its minimum."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QWidget

from commandcenter.dispatch.now import iso_day
from commandcenter.model.entries import Changes, Kind
from commandcenter.picture.views import DepotView
from commandcenter.ui.frame.dock import Panel
from commandcenter.ui.frame.parts import column, segment
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import mark, tr
from commandcenter.ui.seat import Seat
from commandcenter.ui.supplies.names import depot_name
from commandcenter.ui.tables.model import Column
from commandcenter.ui.tables.view import Table
from commandcenter.ui.type_names import goods_unit, item_name


@dataclass(frozen=True, slots=True)
class Line:
    """All of one item in one depot."""

    depot: DepotView
    item: str
    unit: str
    held: int
    free: int

    @property
    def level(self) -> int:
        """Return how much there should always be."""
        return self.depot.minimums.get(self.item, 0)


class DepotsPanel(Panel):
    """Stock of all depots, filtered as one types; the supplies window does the rest."""

    def __init__(self, seat: Seat) -> None:
        """Show the seat's depots."""
        super().__init__(seat.look)
        self._seat = seat
        self.table: Table[Line] = Table(seat.look, self._columns(), lambda line: (line.depot.id, line.item))
        self.table.activated.connect(lambda _index: self._show())
        self.filter = QLineEdit()
        self.filter.setFixedWidth(200)
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(lambda _text: self.reload())
        self.more = segment(checkable=False)
        self.more.clicked.connect(lambda: seat.window_wanted.emit("supplies"))
        self.tools = [self.filter, self.more]
        column(self).addWidget(self.table)
        seat.changed.connect(self._on_changes)
        self.retranslate()

    def _columns(self) -> list[Column[Line]]:
        seat = self._seat
        return [
            Column(mark("Depot"), lambda line: depot_name(seat, line.depot), wide=True),
            Column(mark("Item"), lambda line: item_name(seat.desk.catalogue, line.item), wide=True),
            Column(mark("In stock"), lambda line: formats.number(line.held), number=True),
            Column(mark("Promised"), lambda line: formats.number(line.depot.reserved.get(line.item, 0)), number=True),
            Column(mark("Free"), lambda line: formats.number(line.free), number=True, tone=lambda line: "danger" if line.free <= 0 else ""),
            Column(mark("Minimum"), _level, number=True, tone=lambda line: "warn" if line.free < line.level else ""),
            Column(mark("Counted in"), lambda line: goods_unit(line.unit)),
        ]

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
        self.more.setText(tr("Supplies …"))
        self.table.name_it(self.title(), tr("No depot has any stock"), tr("Supplies opens the window to set one up."), "package-variant")
        self.reload()

    def reload(self) -> None:
        """Read all stock."""
        depots, wanted = self._seat.desk.picture.depots(), self.filter.text().casefold().strip()
        self.table.show_rows([line for depot in depots for line in self._lines(depot) if wanted in self._said(line)])
        self.count_label.setText(tr("{n} depots", n=len(depots)))

    def _lines(self, depot: DepotView) -> list[Line]:
        today = iso_day(self._seat.now_ms())
        known = self._seat.desk.catalogue.items
        units = {item: known[item].unit if item in known else "" for item in depot.minimums} | {s.item: s.unit for s in depot.stock}
        return [Line(depot, item, unit, depot.held(item), depot.free(item, today)) for item, unit in units.items()]

    def _said(self, line: Line) -> str:
        return f"{line.depot.name} {depot_name(self._seat, line.depot)} {item_name(self._seat.desk.catalogue, line.item)}".casefold()

    def _show(self) -> None:
        line = self.table.current()
        if line is not None:
            self._seat.place_shown.emit(line.depot.at.lon, line.depot.at.lat, 16)

    def _on_changes(self, changes: Changes) -> None:
        if any(changes.of(kind) for kind in (Kind.DEPOT, Kind.STOCK_MOVE, Kind.RESERVATION, Kind.PARTNER)):
            self.reload()


def _level(line: Line) -> str:
    """Return the minimum, with a sign where it is not reached."""
    return ("▼ " if line.free < line.level else "") + formats.number(line.level) if line.level else ""
