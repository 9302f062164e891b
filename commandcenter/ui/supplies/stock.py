"""Stock page: every batch of every depot; book in, issue, set a level, set up a depot."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QLineEdit

from commandcenter.dispatch.goods import read_item
from commandcenter.dispatch.now import iso_day
from commandcenter.model.commands import AddDepot, IssueStock, MoveStock, SetMinimum
from commandcenter.model.entries import Changes, Kind
from commandcenter.model.errors import Refused
from commandcenter.model.sentences import say
from commandcenter.model.words import LonLat
from commandcenter.picture.views import DepotView, StockView, UnitView
from commandcenter.resources.catalogue import Term
from commandcenter.ui.frame.context import DeskContext
from commandcenter.ui.frame.parts import button
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import mark, tr
from commandcenter.ui.notice import Level
from commandcenter.ui.supplies.names import choose, depot_name, fill
from commandcenter.ui.tables.hand import Hand
from commandcenter.ui.tables.model import Column
from commandcenter.ui.tables.page import Field, NumberEdit, Page
from commandcenter.ui.tables.view import Table
from commandcenter.ui.type_names import goods_unit, item_name


@dataclass(frozen=True, slots=True)
class Line:
    """One batch in one depot; a level without stock has an empty one."""

    depot: DepotView
    stock: StockView
    today: str

    @property
    def free(self) -> int:
        """Return what is free of the item in the whole depot."""
        return self.depot.free(self.stock.item, self.today)

    @property
    def level(self) -> int:
        """Return the minimum level."""
        return self.depot.minimums.get(self.stock.item, 0)

    @property
    def expired(self) -> bool:
        """Return whether the batch has expired."""
        return bool(self.stock.expires) and self.stock.expires < self.today


class StockPage(Page):
    """All stock, filtered as one types, with what changes it below."""

    def __init__(self, context: DeskContext) -> None:
        """Follow a seat's depots."""
        super().__init__()
        self._context, self._seat = context, context.seat
        self._hand = Hand(self._seat, self)
        self.filter = QLineEdit()
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(lambda _text: self.reload())
        self.table: Table[Line] = Table(
            self._seat.look, self._columns(), lambda line: (line.depot.id, line.stock.item, line.stock.batch, line.stock.expires)
        )
        self.table.chosen.connect(self._take_over)
        self.table.activated.connect(lambda _index: self._show_on_map())
        self.box.addWidget(self.filter)
        self.box.addWidget(self.table, 1)
        self.depot, self.item, self.quantity = QComboBox(), QLineEdit(), NumberEdit()
        self.batch, self.expires, self.reason = QLineEdit(), QLineEdit(), QLineEdit()
        self.fields = [Field(self.depot, 250), Field(self.item, 170), Field(self.quantity, 90), Field(self.batch, 90), Field(self.expires, 110)]
        self.why = Field(self.reason)
        self.book_in, self.issue, self.set_level, self.new_depot = button("primary"), button(), button(), button()
        self.line(*self.fields).addWidget(self.why, 1)
        self.name, self.carrier = QLineEdit(), QComboBox()
        self.named, self.carried = Field(self.name, 160), Field(self.carrier, 130)
        self.line(self.book_in, self.issue, self.set_level, 1, self.named, self.carried, self.new_depot)
        self.reason.returnPressed.connect(self.book_in.click)
        self.book_in.clicked.connect(lambda: self._hand.run(self._book_in()))
        self.issue.clicked.connect(lambda: self._hand.run(self._issue()))
        self.set_level.clicked.connect(lambda: self._hand.run(self._set_level()))
        self.new_depot.clicked.connect(self._new_depot)
        self.book_in.needs(context.seat, MoveStock)
        self.issue.needs(context.seat, IssueStock)
        self.set_level.needs(context.seat, SetMinimum)
        self.new_depot.needs(context.seat, AddDepot)
        self._seat.changed.connect(self._on_changes)
        self.retranslate()

    def _columns(self) -> list[Column[Line]]:
        seat = self._seat
        return [
            Column(mark("Depot"), lambda line: depot_name(seat, line.depot), wide=True),
            Column(mark("Item"), lambda line: item_name(seat.desk.catalogue, line.stock.item), wide=True),
            Column(mark("Batch"), lambda line: line.stock.batch),
            Column(mark("Expires"), self._expires, tone=lambda line: "danger" if line.expired else ""),
            Column(mark("In stock"), lambda line: formats.number(line.stock.quantity), number=True),
            Column(mark("Promised"), lambda line: formats.number(line.depot.reserved.get(line.stock.item, 0)), number=True),
            Column(mark("Free"), lambda line: formats.number(line.free), number=True, tone=lambda line: "danger" if line.free <= 0 else ""),
            Column(mark("Minimum"), self._level, number=True, tone=lambda line: "warn" if line.free < line.level else ""),
            Column(mark("Counted in"), lambda line: goods_unit(line.stock.unit)),
        ]

    @staticmethod
    def _expires(line: Line) -> str:
        return f"{line.stock.expires} {tr('expired')}" if line.expired else line.stock.expires

    @staticmethod
    def _level(line: Line) -> str:
        return (f"▼ {formats.number(line.level)}" if line.free < line.level else formats.number(line.level)) if line.level else ""

    def reload(self) -> None:
        """Read all stock."""
        depots, today, wanted = self._seat.desk.picture.depots(), iso_day(self._seat.now_ms()), self.filter.text().casefold().strip()
        known = self._seat.desk.catalogue.items
        lines = [Line(depot, stock, today) for depot in depots for stock in depot.stock]
        lines += [
            Line(depot, StockView(item, known[item].unit if item in known else "", "", "", 0), today)
            for depot in depots
            for item in depot.minimums
            if not any(stock.item == item for stock in depot.stock)
        ]
        self.table.show_rows(
            [
                line
                for line in lines
                if wanted
                in f"{depot_name(self._seat, line.depot)} {item_name(self._seat.desk.catalogue, line.stock.item)} {line.stock.item}".casefold()
            ]
        )
        fill(self.depot, ((depot_name(self._seat, depot), depot.id) for depot in depots))
        carried = {depot.unit for depot in depots}
        units = [u for u in self._seat.desk.picture.units() if u.kind in self._seat.desk.catalogue.carriers and u.id not in carried]
        fill(self.carrier, [(tr("on the map"), None), *((unit.callsign, unit.id) for unit in units)])

    def retranslate(self) -> None:
        """Say every text."""
        self.filter.setPlaceholderText(tr("Filter depots and items"))
        self.filter.setAccessibleName(tr("Filter depots and items"))
        self.table.name_it(tr("Stock"), tr("No depot has any stock"), tr("Set up a depot on the map, then book goods in below."), "package-variant")
        captions = (tr("Depot"), tr("Item or kit"), tr("Quantity"), tr("Batch"), tr("Expires"))
        for field, caption, example in zip(self.fields, captions, ("", tr("blanket"), "", "", "2028-03-31"), strict=True):
            field.say(caption, example)
        self.why.say(tr("Reason"))
        self.named.say(tr("New depot"), tr("name"))
        self.carried.say(tr("Where"))
        for made, text in (
            (self.book_in, tr("Book in")),
            (self.issue, tr("Issue")),
            (self.set_level, tr("Set as minimum")),
            (self.new_depot, tr("Set up")),
        ):
            made.setText(text)
        self.reload()

    async def _book_in(self) -> None:
        code, depot = read_item(self.item.text(), self._seat.desk.catalogue), self._chosen_depot()
        if code in self._seat.desk.catalogue.kits:
            raise Refused("A kit is booked in as what is in it.")
        unit, expires = self._seat.desk.catalogue.items[code].unit, self.expires.text().strip()
        command = MoveStock(depot.id, code, self.quantity.whole(), unit, self.batch.text().strip(), expires, self.reason.text().strip())
        await self._seat.submit(
            command, said=say("{quantity} × {item} booked into {depot}", quantity=self.quantity.whole(), item=self._term(code), depot=depot.name)
        )

    async def _issue(self) -> None:
        code, depot = read_item(self.item.text(), self._seat.desk.catalogue), self._chosen_depot()
        command = IssueStock(depot.id, code, self.quantity.whole(), self.reason.text().strip())
        await self._seat.submit(
            command, said=say("{quantity} × {item} issued from {depot}", quantity=self.quantity.whole(), item=self._term(code), depot=depot.name)
        )

    async def _set_level(self) -> None:
        code, depot = read_item(self.item.text(), self._seat.desk.catalogue), self._chosen_depot()
        if code in self._seat.desk.catalogue.kits:
            raise Refused("A level belongs to an item, not to a kit.")
        command = SetMinimum(depot.id, code, self.quantity.whole())
        await self._seat.submit(
            command, said=say("Minimum of {item} at {depot}: {level}", item=self._term(code), depot=depot.name, level=self.quantity.whole())
        )

    def _new_depot(self) -> None:
        """Set up a stock: on the unit that is chosen, else where the person clicks on the map."""
        unit = self._seat.desk.picture.unit(self.carrier.currentData()) if self.carrier.currentData() else None
        name = self.name.text().strip() or (unit.callsign if unit is not None else "")
        if unit is not None:
            self._hand.run(self._add_depot(name, unit.at, unit))
            return
        self._context.drawing.ask("point", lambda shape: self._hand.run(self._add_depot(name, shape[0])))
        self._seat.notice(Level.HINT, say("Click the place of the depot on the map."))

    async def _add_depot(self, name: str, at: LonLat, unit: UnitView | None = None) -> None:
        await self._seat.submit(AddDepot(name, at, unit_id=unit.id if unit is not None else None), said=say("Depot {name} added", name=name))

    def _chosen_depot(self) -> DepotView:
        depot = self._seat.desk.picture.depot(self.depot.currentData()) if self.depot.currentData() else None
        if depot is None:
            raise Refused("There is no depot.")
        return depot

    def _term(self, code: str) -> Term:
        catalogue = self._seat.desk.catalogue
        return catalogue.items.get(code) or catalogue.kits[code]

    def _take_over(self) -> None:
        """Put the chosen line into the fields."""
        line = self.table.current()
        if line is not None:
            choose(self.depot, line.depot.id)
            self.item.setText(line.stock.item)
            self.batch.setText(line.stock.batch)
            self.expires.setText(line.stock.expires)

    def _show_on_map(self) -> None:
        line = self.table.current()
        if line is not None:
            self._seat.place_shown.emit(line.depot.at.lon, line.depot.at.lat, 16)

    def _on_changes(self, changes: Changes) -> None:
        if any(changes.of(kind) for kind in (Kind.DEPOT, Kind.STOCK_MOVE, Kind.RESERVATION, Kind.PARTNER)):
            self.reload()
