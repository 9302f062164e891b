"""Shares of stock: what each desk may still take while it is apart; dividing anew."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QCheckBox

from commandcenter.model.commands import ShareStock
from commandcenter.model.entries import Changes, Kind
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.sentences import say
from commandcenter.picture.views import DepotView
from commandcenter.ui.frame.parts import button, label
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import mark, tr
from commandcenter.ui.seat import Seat
from commandcenter.ui.tables.model import Column
from commandcenter.ui.tables.page import Page
from commandcenter.ui.tables.view import Table
from commandcenter.ui.type_names import item_name, local_name


@dataclass(frozen=True, slots=True)
class Stock:
    """One item of one depot."""

    depot: DepotView
    item: str
    left: tuple[tuple[str, int], ...]
    """(desk, what is left to it); empty where it is not divided."""


class SharesPage(Page):
    """One row a depot and item."""

    def __init__(self, seat: Seat) -> None:
        """Follow a seat's depots."""
        super().__init__()
        self._seat = seat
        columns: list[Column[Stock]] = [
            Column(mark("Depot"), lambda s: local_name(s.depot.name, s.depot.names), wide=True),
            Column(mark("Item"), lambda s: item_name(seat.desk.catalogue, s.item), wide=True),
            Column(mark("Free"), lambda s: formats.number(s.depot.free(s.item)), number=True),
            Column(mark("Left to each desk"), _left_words, wide=True, tone=lambda s: "danger" if any(n < 0 for _, n in s.left) else ""),
        ]
        self.table: Table[Stock] = Table(seat.look, columns, lambda stock: (stock.depot.id, stock.item))
        self.table.chosen.connect(self._choose)
        self.hint, self.cut, self.divide = label("muted", wrap=True), QCheckBox(), button("primary")
        self.box.addWidget(self.table, 1)
        self.box.addWidget(self.hint)
        self.line(self.cut, 1, self.divide)
        self.divide.clicked.connect(lambda: seat.run(self._divide()))
        self.divide.needs(seat, ShareStock)
        seat.changed.connect(self._on_changes)
        self.retranslate()

    def reload(self) -> None:
        """Read all stock."""
        picture = self._seat.desk.picture
        names = {device.id: device.name for device in picture.rights.devices()}
        self.table.show_rows(
            [
                Stock(depot, item, tuple((names.get(device) or device[:8], left) for device, left in picture.shares(depot.id, item).items()))
                for depot in picture.depots()
                for item in sorted({line.item for line in depot.stock})
            ]
        )

    def retranslate(self) -> None:
        """Say every text."""
        self.table.name_it(tr("Shares of stock"), tr("There is no stock"))
        self.hint.setText(tr("Divided stock is safe while desks are apart: each takes only from its own share, so nothing is promised twice."))
        self.cut.setText(tr("Also cut the share of desks that are lost"))
        self.divide.setText(tr("Divide evenly among all desks"))
        self.reload()
        self._choose()

    def _choose(self) -> None:
        self.divide.setEnabled(self.table.current() is not None)

    async def _divide(self) -> None:
        stock = self.table.current()
        if stock is None:
            raise Refused("No item is chosen.")
        command = ShareStock(Id(stock.depot.id), stock.item, cut=self.cut.isChecked())
        await self._seat.submit(command, said=say("{item} divided", item=item_name(self._seat.desk.catalogue, stock.item)))
        self.cut.setChecked(False)

    def _on_changes(self, changes: Changes) -> None:
        if changes.of(Kind.DEPOT) or changes.of(Kind.STOCK_MOVE) or changes.of(Kind.RESERVATION):
            self.reload()


def _left_words(stock: Stock) -> str:
    return ", ".join(f"{desk}: {formats.number(left)}" for desk, left in stock.left) or tr("not divided")
