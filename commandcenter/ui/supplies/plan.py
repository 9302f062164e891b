"""Plan page: deliveries for all open incidents, or transfers that fill up what is short, with the trips that bring them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter

from commandcenter.dispatch import logistics
from commandcenter.dispatch.rounds import MOST_DROPS
from commandcenter.dispatch.supply_flow import Delivery, Unmet
from commandcenter.dispatch.trip_schedule import Stop, Trip
from commandcenter.dispatch.trips import TripPlan
from commandcenter.model.commands import AskTransfer
from commandcenter.model.errors import Cancelled, Refused
from commandcenter.model.ids import Id
from commandcenter.model.progress import Progress
from commandcenter.model.sentences import Sentence, say
from commandcenter.ui.frame.parts import button, label
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import mark, spoken, tr
from commandcenter.ui.import_progress import SignalProgress
from commandcenter.ui.logistics_words import goods_words
from commandcenter.ui.seat import Seat
from commandcenter.ui.supplies.names import depot_name, target_name
from commandcenter.ui.tables.hand import Hand
from commandcenter.ui.tables.model import Column
from commandcenter.ui.tables.page import Page
from commandcenter.ui.tables.view import Table
from commandcenter.ui.type_names import item_name


@dataclass(frozen=True, slots=True)
class Drop:
    """One stop of a trip as a row."""

    trip: Trip
    place: int
    """1 is the first."""

    @property
    def stop(self) -> Stop:
        """Return the stop."""
        return self.trip.stops[self.place - 1]


class PlanPage(Page):
    """What should go from where to where, what is missing, and who drives."""

    def __init__(self, seat: Seat) -> None:
        """Plan for a seat's picture."""
        super().__init__()
        self._seat = seat
        self._hand = Hand(seat, self)
        self.answer: logistics.Answer | None = None
        self._asked_ms = 0
        """When the plan was asked for: its times count from there."""
        self._says: Sentence = say("Work out a plan first.")
        self._work: SignalProgress | None = None
        """How the plan that is being worked out gets on."""
        self.deliver, self.fill_up, self.accept, self.give_up = button("primary"), button(), button(), button()
        self.give_up.hide()
        self.says = label("muted", wrap=True)
        self.deliver.clicked.connect(lambda: self.think(replenish=False))
        self.fill_up.clicked.connect(lambda: self.think(replenish=True))
        self.accept.clicked.connect(lambda: self._hand.run(self._accept()))
        self.give_up.clicked.connect(self.stop)
        self.accept.needs(seat, AskTransfer)
        top = self.line(self.deliver, self.fill_up, self.give_up)
        top.addWidget(self.says, 1)
        top.addWidget(self.accept)
        self.unmet: Table[Unmet] = Table(seat.look, self._unmet_columns(), lambda u: (u.site, u.item))
        self.deliveries: Table[Delivery] = Table(seat.look, self._delivery_columns(), lambda d: (d.depot, d.site, d.item))
        self.trips: Table[Drop] = Table(seat.look, self._trip_columns(), lambda d: (d.trip.unit, d.trip.number, d.place))
        parts = QSplitter(Qt.Orientation.Vertical)
        for table in (self.deliveries, self.unmet, self.trips):
            parts.addWidget(table)
        parts.setSizes([260, 110, 200])
        self.box.addWidget(parts, 1)
        self.method = label("faint", wrap=True)
        self.box.addWidget(self.method)
        self.retranslate()

    def _delivery_columns(self) -> list[Column[Delivery]]:
        seat = self._seat
        return [
            Column(mark("Destination"), lambda d: target_name(seat, d.site), wide=True),
            Column(mark("Source"), lambda d: depot_name(seat, seat.desk.picture.depot(d.depot)), wide=True),
            Column(mark("Item"), lambda d: item_name(seat.desk.catalogue, d.item), wide=True),
            Column(mark("Quantity"), lambda d: formats.number(d.quantity), number=True),
            Column(mark("Road"), lambda d: formats.distance(d.distance_m), number=True),
            Column(mark("Drive"), lambda d: formats.eta(d.eta_s), number=True),
            Column(mark("Batches"), lambda d: ", ".join(f"{batch} {count}" for batch, count in d.batches if batch)),
        ]

    def _unmet_columns(self) -> list[Column[Unmet]]:
        seat = self._seat
        return [
            Column(mark("Unmet at"), lambda u: target_name(seat, u.site), wide=True),
            Column(mark("Item"), lambda u: item_name(seat.desk.catalogue, u.item), wide=True),
            Column(mark("Lacking"), lambda u: formats.number(u.missing), number=True, tone=lambda _u: "danger"),
            Column(mark("Why"), lambda u: spoken(u.reason), wide=True),
        ]

    def _trip_columns(self) -> list[Column[Drop]]:
        seat = self._seat

        def moment(seconds: float) -> str:
            return formats.clock(self._asked_ms + round(seconds * 1000), seconds=False)

        return [
            Column(mark("Vehicle"), lambda d: d.trip.callsign),
            Column(mark("Trip"), lambda d: formats.number(d.trip.number), number=True),
            Column(mark("Source"), lambda d: depot_name(seat, seat.desk.picture.depot(d.trip.depot))),
            Column(mark("Load weight"), lambda d: tr("{n} kg", n=formats.number(d.trip.load.weight_kg)), number=True),
            Column(mark("Leaves"), lambda d: moment(d.trip.leaves_s), number=True),
            Column(mark("At stop"), lambda d: f"{d.place}/{len(d.trip.stops)}", number=True),
            Column(mark("Destination"), lambda d: target_name(seat, d.stop.site)),
            Column(mark("Unloads"), lambda d: goods_words(seat.desk.catalogue, d.stop.goods), wide=True),
            Column(mark("Arrives"), lambda d: moment(d.stop.arrives_s), number=True),
        ]

    def think(self, *, replenish: bool) -> asyncio.Task[object]:
        """Work out a plan, away from the window, in place of one that is being worked out."""
        self.stop()
        self._work = SignalProgress()
        self._work.reported.connect(self._show_progress)
        self.destroyed.connect(self._work.cancel)
        return self._hand.run(self._think(self._work, logistics.replenish if replenish else logistics.deliver))

    def stop(self) -> None:
        """Give up the plan that is being worked out; an older one stays."""
        if self._work is not None:
            self._work.cancel()

    async def _think(self, mine: SignalProgress, work: Callable[[logistics.Question, Progress], logistics.Answer]) -> None:
        desk = self._seat.desk
        asked = logistics.question(desk.picture, desk.tracks.latest(), desk.roads, desk.catalogue, self._seat.now_ms())
        self._say(say("Working out the plan …"))
        self.give_up.show()
        answer = None
        try:
            answer = await asyncio.to_thread(work, asked, mine)
        except Cancelled:
            if mine is self._work:
                self._say(say("The plan was given up."))
        finally:
            shown = self._ended(mine)
        if shown and answer is not None:
            self.answer, self._asked_ms = answer, asked.now_ms
            self._show()

    def _ended(self, mine: SignalProgress) -> bool:
        """Return whether the work that has ended is the one that is shown; it is under way no more."""
        shown = mine is self._work
        if shown:
            self._work = None
            self.give_up.hide()
        return shown

    def _show_progress(self, stage: str, share: float, _running_s: float) -> None:
        if self._work is not None and self.sender() is self._work:
            self._say(say("Working out the plan: {stage}, {percent} %", stage=Sentence(stage), percent=round(share * 100)))

    def _show(self) -> None:
        answer = self.answer
        if answer is None:
            return
        self.deliveries.show_rows(answer.flow.deliveries)
        self.unmet.show_rows(answer.unmet)
        self.trips.show_rows([Drop(trip, n) for trip in answer.trips.trips for n in range(1, len(trip.stops) + 1)])
        self.accept.setEnabled(bool(answer.flow.deliveries))
        trips = answer.trips
        if not answer.flow.deliveries and not answer.flow.unmet:
            self._say(say("Nothing is needed that is not promised already."))
        elif not trips.trips:
            self._say(say("{n} deliveries; no supply vehicle is free to bring them.", n=len(answer.flow.deliveries)))
        else:
            self._say(
                say(
                    "Trips: {n}, at least {least} are needed; loads are there after {mean} min on average, the last after {last} min. {proof}",
                    n=len(trips.trips),
                    least=trips.least_trips,
                    mean=round(trips.mean_s / 60),
                    last=round(trips.last_s / 60),
                    proof=_proof(trips),
                )
            )

    async def _accept(self) -> None:
        """Promise all goods of the plan: one transfer for each depot and place."""
        if self.answer is None or not self.answer.flow.deliveries:
            raise Refused("There is no plan to accept.")
        goods: dict[tuple[Id, Id], dict[str, int]] = {}
        for one in self.answer.flow.deliveries:
            goods.setdefault((one.depot, one.site), {})[one.item] = one.quantity
        picture = self._seat.desk.picture
        commands = []
        for (depot, site), wanted in goods.items():
            incident = picture.incident(site)
            commands.append(AskTransfer(depot, wanted, None if incident else site, site if incident else None, agreed=True))
        await self._seat.submit(*commands, said=say("{n} transfers promised", n=len(commands)))
        self.answer = None
        for table in (self.deliveries, self.unmet, self.trips):
            table.show_rows([])
        self.accept.setEnabled(False)
        self._say(say("The plan is promised; send the goods on the page Transfers."))

    def retranslate(self) -> None:
        """Say every text."""
        self.deliver.setText(tr("Plan for all incidents"))
        self.fill_up.setText(tr("Fill up the depots"))
        self.accept.setText(tr("Promise all of it"))
        self.give_up.setText(tr("Cancel"))
        self.deliveries.name_it(tr("Deliveries"), tr("No deliveries"), tr("What the response plans ask for and nobody has promised yet."))
        self.unmet.name_it(tr("Unmet"), tr("Nothing is unmet"))
        self.trips.name_it(tr("Trips"), tr("No trips"))
        self.method.setText(
            tr("Deliveries: minimum-cost flow for each item, urgent places first, proven optimal.")
            + " "
            + tr("Trips serve several places; urgent loads first, then the least sum of arrivals. Up to {n} loads exactly.", n=MOST_DROPS)
        )
        self.accept.setEnabled(self.answer is not None and bool(self.answer.flow.deliveries))
        self._say(self._says)
        self._show()

    def _say(self, sentence: Sentence) -> None:
        self._says = sentence
        self.says.setText(spoken(sentence))


def _proof(trips: TripPlan) -> Sentence:
    if trips.proven:
        return say("Proven: no plan has these loads there earlier.")
    return say(
        "No plan has them there before {bound} min on average, the last before {last} min.",
        bound=round(trips.mean_bound_s / 60),
        last=round(trips.bound_s / 60),
    )
