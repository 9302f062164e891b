"""Attention page: what is below its minimum, what expires, what runs out at the present rate."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter

from commandcenter.dispatch import logistics
from commandcenter.dispatch.forecast import Forecast
from commandcenter.dispatch.levels import Expiring, Shortage, expiring, shortages
from commandcenter.dispatch.now import iso_day
from commandcenter.model.entries import Changes, Kind
from commandcenter.ui.frame.parts import button, label
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import mark, tr
from commandcenter.ui.seat import Seat
from commandcenter.ui.supplies.names import depot_name
from commandcenter.ui.tables.hand import Hand
from commandcenter.ui.tables.model import Column
from commandcenter.ui.tables.page import Page
from commandcenter.ui.tables.view import Table
from commandcenter.ui.type_names import item_name

SOON_H = 6.0
"""What runs out sooner is red."""


class AttentionPage(Page):
    """Three lists, worst first.

    Signals:
        asked(str, str, int): goods are to be asked for: depot, item, quantity.
    """

    asked = Signal(str, str, int)

    def __init__(self, seat: Seat) -> None:
        """Follow a seat's depots."""
        super().__init__()
        self._seat = seat
        self._hand = Hand(seat, self)
        self._task: asyncio.Task[object] | None = None
        self.short: Table[Shortage] = Table(seat.look, self._short_columns(), lambda s: (s.depot, s.item))
        self.expiring: Table[Expiring] = Table(seat.look, self._expiring_columns(), lambda e: (e.depot, e.batch.item, e.batch.batch))
        self.running_out: Table[Forecast] = Table(seat.look, self._forecast_columns(), lambda f: (f.depot, f.item))
        self.short.activated.connect(lambda _index: self._ask())
        parts = QSplitter(Qt.Orientation.Vertical)
        for table in (self.short, self.running_out, self.expiring):
            parts.addWidget(table)
        parts.setSizes([170, 200, 170])
        self.box.addWidget(parts, 1)
        self.ask, self.look_again, self.method = button("primary"), button(), label("faint", wrap=True)
        self.ask.clicked.connect(self._ask)
        self.look_again.clicked.connect(self.think)
        self.line(self.ask, self.look_again).addWidget(self.method, 1)
        seat.changed.connect(self._on_changes)
        self.retranslate()

    def _place(self, depot: object) -> str:
        found = next((d for d in self._seat.desk.picture.depots() if d.id == depot), None)
        return depot_name(self._seat, found)

    def _item(self, code: str) -> str:
        return item_name(self._seat.desk.catalogue, code)

    def _short_columns(self) -> list[Column[Shortage]]:
        return [
            Column(mark("Below minimum at"), lambda s: self._place(s.depot), wide=True),
            Column(mark("Item"), lambda s: self._item(s.item), wide=True),
            Column(mark("Free"), lambda s: formats.number(s.free), number=True, tone=lambda s: "danger" if not s.free else "warn"),
            Column(mark("Minimum"), lambda s: formats.number(s.level), number=True),
            Column(mark("Lacking"), lambda s: formats.number(s.missing), number=True),
        ]

    def _expiring_columns(self) -> list[Column[Expiring]]:
        return [
            Column(mark("Expires at"), lambda e: self._place(e.depot), wide=True),
            Column(mark("Item"), lambda e: self._item(e.batch.item), wide=True),
            Column(mark("Batch"), lambda e: e.batch.batch),
            Column(mark("Quantity"), lambda e: formats.number(e.batch.quantity), number=True),
            Column(mark("Expires"), lambda e: e.batch.expires),
            Column(
                mark("Days left"),
                lambda e: tr("expired") if e.days_left < 0 else formats.number(e.days_left),
                number=True,
                tone=lambda e: "danger" if e.days_left < 0 else "warn",
            ),
        ]

    def _forecast_columns(self) -> list[Column[Forecast]]:
        return [
            Column(mark("Runs out at"), lambda f: self._place(f.depot), wide=True),
            Column(mark("Item"), lambda f: self._item(f.item), wide=True),
            Column(mark("Free"), lambda f: formats.number(f.free), number=True),
            Column(mark("Rate an hour"), self._rate, number=True),
            Column(mark("Empty in"), self._empty_in, number=True, tone=lambda f: "danger" if f.hours is not None and f.hours < SOON_H else ""),
            Column(mark("Between"), self._between, number=True),
            Column(mark("From movements"), lambda f: formats.number(f.rate.moves), number=True),
        ]

    @staticmethod
    def _rate(one: Forecast) -> str:
        return f"{formats.number(one.rate.per_hour, 1)} ({formats.number(one.rate.low, 1)}–{formats.number(one.rate.high, 1)})"

    @staticmethod
    def _empty_in(one: Forecast) -> str:
        return tr("{n} h", n=formats.number(one.hours, 1)) if one.hours is not None else tr("not at this rate")

    @staticmethod
    def _between(one: Forecast) -> str:
        soonest = formats.number(one.hours_soonest or 0.0, 1)
        latest = formats.number(one.hours_latest, 1) if one.hours_latest is not None else tr("never")
        return tr("{soonest} – {latest} h", soonest=soonest, latest=latest)

    def reload(self) -> None:
        """Show what is known at once, and work out the forecasts."""
        depots, today = self._seat.desk.picture.depots(), iso_day(self._seat.now_ms())
        self.short.show_rows(shortages(depots, today))
        self.expiring.show_rows(expiring(depots, today))
        self.think()

    def think(self) -> None:
        """Work out the forecasts, away from the window."""
        if self._task is not None:
            self._task.cancel()
        self._task = self._hand.run(self._think())

    async def _think(self) -> None:
        desk = self._seat.desk
        asked = logistics.question(desk.picture, desk.tracks.latest(), desk.roads, desk.catalogue, self._seat.now_ms())
        self.running_out.show_rows(await asyncio.to_thread(logistics.forecast, asked))

    def retranslate(self) -> None:
        """Say every text."""
        self.short.name_it(
            tr("Below minimum"), tr("Nothing is below its minimum"), tr("Minimum levels are set on the page Stock."), "check-circle-outline"
        )
        self.expiring.name_it(tr("Expiring"), tr("Nothing expires within 30 days"))
        self.running_out.name_it(
            tr("Running out"),
            tr("Nothing is used so that a rate can be told"),
            tr("Goods must have gone out at least four times within two days, ten minutes apart."),
        )
        self.ask.setText(tr("Ask for what is missing (Enter)"))
        self.look_again.setText(tr("Look again"))
        self.method.setText(tr("Rate: Theil-Sen slope of what went out within 48 h with Sen's 90 % interval."))
        self.reload()

    def _ask(self) -> None:
        shortage = self.short.current()
        if shortage is not None:
            self.asked.emit(shortage.depot, shortage.item, shortage.missing)

    def _on_changes(self, changes: Changes) -> None:
        if any(changes.of(kind) for kind in (Kind.DEPOT, Kind.STOCK_MOVE, Kind.RESERVATION, Kind.PARTNER)):
            self.reload()
