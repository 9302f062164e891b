"""Plan page: deliveries for all open incidents and requests, or transfers that fill up what is short, with the trips that bring them."""

from __future__ import annotations

import asyncio
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QSizePolicy, QSplitter

from commandcenter.dispatch import logistics
from commandcenter.dispatch.supply_flow import Delivery, Unmet
from commandcenter.dispatch.supply_promises import promises
from commandcenter.dispatch.trip_goal import Aim, Goal
from commandcenter.model.commands import AskTransfer
from commandcenter.model.errors import Refused
from commandcenter.model.progress import Progress
from commandcenter.model.sentences import Sentence, say
from commandcenter.ui.frame.parts import button, label
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import spoken, tr
from commandcenter.ui.import_progress import SignalProgress
from commandcenter.ui.prints.facts import Paper
from commandcenter.ui.prints.sheet import Sheet
from commandcenter.ui.seat import Seat
from commandcenter.ui.supplies.names import fill
from commandcenter.ui.supplies.plan_paper import plan_sheet
from commandcenter.ui.supplies.plan_rows import Drop, delivery_columns, trip_columns, unmet_columns
from commandcenter.ui.supplies.plan_words import AIMS, method, summary
from commandcenter.ui.tables.hand import Hand
from commandcenter.ui.tables.page import Field, Page
from commandcenter.ui.tables.view import Table

HOURS = (4, 8, 12, 24)
"""Within which vehicles may have to be back."""
USUAL_HOURS = 8
"""A shift."""
TABLES_PX = 320
"""The three tables together, at least."""


class Work(Protocol):
    """Makes a plan; any thread."""

    def __call__(self, asked: logistics.Question, progress: Progress, goal: Goal) -> logistics.Answer:
        """Return the plan. What `progress` raises ends the work."""


class PlanPage(Page):
    """What should go from where to where, what is missing, and who drives."""

    def __init__(self, seat: Seat) -> None:
        """Plan for a seat's picture."""
        super().__init__()
        self._seat = seat
        self._hand = Hand(seat, self)
        self.answer: logistics.Answer | None = None
        self._promised = False
        """Whether the plan that is shown is promised already; it stays, with its trips, until there is another."""
        self._asked_ms = 0
        """When the plan was asked for: its times count from there."""
        self._says: Sentence = say("Work out a plan first.")
        self._work: SignalProgress | None = None
        """How the plan that is being worked out gets on."""
        self._task: asyncio.Task[object] | None = None
        self.deliver, self.fill_up, self.accept, self.give_up, self.paper = button("primary"), button(), button(), button(), button()
        self.aim, self.within, self.says, self.method = QComboBox(), QComboBox(), label(wrap=True), label("faint", wrap=True)
        self.aim_field, self.within_field = Field(self.aim, 170), Field(self.within, 130)
        self.give_up.hide()
        top = self.line(self.deliver, self.fill_up, self.aim_field, self.within_field, self.give_up, 1, self.paper, self.accept)
        top.setSpacing(8)
        self.box.addWidget(self.says)
        self.unmet: Table[Unmet] = Table(seat.look, unmet_columns(seat), lambda u: (u.site, u.item))
        self.deliveries: Table[Delivery] = Table(seat.look, delivery_columns(seat), lambda d: (d.depot, d.site, d.item))
        self.trips: Table[Drop] = Table(seat.look, trip_columns(seat, self._moment), lambda d: (d.trip.unit, d.trip.number, d.place))
        parts = QSplitter(Qt.Orientation.Vertical)
        for table in (self.deliveries, self.unmet, self.trips):
            parts.addWidget(table)
        parts.setSizes([230, 120, 200])
        parts.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)  # the tables give way before the window scrolls
        parts.setMinimumHeight(TABLES_PX)
        self.box.addWidget(parts, 1)
        self.box.addWidget(self.method)
        self._join()
        self.retranslate()

    def _join(self) -> None:
        self.deliver.clicked.connect(lambda: self.think(replenish=False))
        self.fill_up.clicked.connect(lambda: self.think(replenish=True))
        self.accept.clicked.connect(lambda: self._hand.run(self._accept()))
        self.give_up.clicked.connect(self.stop)
        self.paper.clicked.connect(self.print_plan)
        self.aim.currentIndexChanged.connect(self._offer)
        self.accept.needs(self._seat, AskTransfer)

    @property
    def goal(self) -> Goal:
        """Return the goal that is chosen for the next plan."""
        aim = Aim(self.aim.currentData())
        return Goal(aim, self.within.currentData() if aim is Aim.DRIVING else 0)

    def _moment(self, seconds: float) -> str:
        return formats.clock(self._asked_ms + round(seconds * 1000), seconds=False)

    def think(self, *, replenish: bool) -> asyncio.Task[object]:
        """Work out a plan, away from the window, in place of one that is being worked out."""
        self.stop()
        self._work = SignalProgress()
        self._work.reported.connect(self._show_progress)
        self.destroyed.connect(self._work.cancel)
        self._task = self._hand.run(self._think(self._work, logistics.replenish if replenish else logistics.deliver))
        return self._task

    def stop(self) -> None:
        """Give up the plan that is being worked out, at once; an older one stays.

        A solver that cannot be interrupted goes on in its thread until its own limit, and what it finds is dropped.
        """
        if self._work is None or self._task is None:
            return
        self._work.cancel()
        self._task.cancel()
        self._ended()
        self._say(say("The plan was given up."))

    async def _think(self, mine: SignalProgress, work: Work) -> None:
        desk = self._seat.desk
        asked = logistics.question(desk.picture, desk.tracks.latest(), desk.roads, desk.catalogue, self._seat.now_ms())
        self._say(say("Working out the plan …"))
        self.give_up.show()
        running = asyncio.ensure_future(asyncio.to_thread(work, asked, mine, self.goal))
        try:
            await asyncio.wait({running})
        finally:
            running.cancel()
        self._ended()
        self.answer, self._asked_ms, self._promised = running.result(), asked.now_ms, False
        self._show()

    def _ended(self) -> None:
        self._work = self._task = None
        self.give_up.hide()

    def _show_progress(self, stage: str, share: float, _running_s: float) -> None:
        if self._work is not None and self.sender() is self._work:
            self._say(say("Working out the plan: {stage}, {percent} %", stage=Sentence(stage), percent=round(share * 100)))

    def _show(self) -> None:
        answer = self.answer
        self._offer()
        if answer is None:
            return
        self.deliveries.show_rows(answer.flow.deliveries)
        self.unmet.show_rows(answer.unmet)
        self.trips.show_rows([Drop(trip, n) for trip in answer.trips.trips for n in range(1, len(trip.stops) + 1)])
        self._say(
            say("The plan is promised; send the goods on the page Transfers. Its trips stay here until the next plan.")
            if self._promised
            else summary(answer)
        )

    def _offer(self) -> None:
        """Allow only what can follow."""
        whole = self.answer is not None and bool(self.answer.flow.deliveries)
        self.accept.setEnabled(whole and not self._promised)
        self.paper.setEnabled(whole)
        self.within_field.setVisible(self.aim.currentData() == Aim.DRIVING)
        shown = self.answer
        self.method.setText(method(shown.flow if shown else None, shown.trips.goal.aim if shown else Aim(self.aim.currentData() or Aim.SOONEST)))

    async def _accept(self) -> None:
        """Promise all goods of the plan: one transfer for each depot and place; what was asked for is answered."""
        if self.answer is None or self._promised or not self.answer.flow.deliveries:
            raise Refused("There is no plan to accept.")
        commands = promises(self.answer, self._seat.desk.picture, spoken(say("The plan brings it from elsewhere, or in part.")))
        made = len({(d.depot, d.site) for d in self.answer.flow.deliveries})
        await self._seat.submit(*commands, said=say("{n} transfers promised", n=made))
        self._promised = True
        self._show()

    def print_plan(self) -> None:
        """Write the plan as PDF: what each vehicle loads and unloads where, and the plan's goal."""
        if self.answer is not None:
            self._seat.paper_wanted.emit(self._sheet)

    def _sheet(self, made: Paper) -> Sheet:
        if self.answer is None:
            raise Refused("There is no plan to print.")
        tables = {tr("Deliveries"): self.deliveries.rows.texts(), tr("Unmet"): self.unmet.rows.texts()}
        return plan_sheet(made, self._seat, self.answer, self._asked_ms, tables)

    def retranslate(self) -> None:
        """Say every text."""
        first = self.aim.count() == 0
        fill(self.aim, [(tr(words), aim) for aim, words in AIMS.items()])
        fill(self.within, [*((tr("{n} h", n=formats.number(hours)), hours) for hours in HOURS), (tr("no limit"), 0)])
        if first:
            self.within.setCurrentIndex(HOURS.index(USUAL_HOURS))
        self.aim_field.say(tr("Goal"))
        self.within_field.say(tr("Back within"))
        self.deliver.setText(tr("Plan for all incidents"))
        self.fill_up.setText(tr("Fill up the depots"))
        self.accept.setText(tr("Promise all of it"))
        self.paper.setText(tr("Print"))
        self.give_up.setText(tr("Cancel"))
        self.deliveries.name_it(tr("Deliveries"), tr("No deliveries"), tr("What response plans and depots ask for and nobody has promised yet."))
        self.unmet.name_it(tr("Unmet"), tr("Nothing is unmet"))
        self.trips.name_it(tr("Trips"), tr("No trips"))
        self._say(self._says)
        self._show()

    def _say(self, sentence: Sentence) -> None:
        self._says = sentence
        self.says.setText(spoken(sentence))
