"""Who should take over from whom, coverage as it is, and which free units would serve better elsewhere. Enter does it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem

from commandcenter.dispatch.coverage import Cover, MoveUp
from commandcenter.dispatch.jsonform import move_json, relief_json
from commandcenter.dispatch.relief import Relief
from commandcenter.model.commands import AcceptRecommendation, DeclineMove, OrderMove, ReleaseUnit
from commandcenter.model.sentences import say
from commandcenter.model.words import LonLat
from commandcenter.ui.frame.context import DeskContext
from commandcenter.ui.frame.parts import Translated, button, column, label, row
from commandcenter.ui.i18n.tr import spoken, tr
from commandcenter.ui.recommend.cover_words import People, coverage_words, lost_words
from commandcenter.ui.recommend.move_form import MoveForm
from commandcenter.ui.recommend.weighing import weigh
from commandcenter.ui.rows import ITEM_ROLE
from commandcenter.ui.type_names import capability_name

FIRST = "als"
"""The capability that is looked at first."""
SIZE = (620, 360)


class MovesWindow(Translated):
    """Asked for one capability at a time; a new question ends the one before."""

    def __init__(self, context: DeskContext) -> None:
        """Ask at once."""
        super().__init__()
        self._seat = context.seat
        self._task: asyncio.Task[None] | None = None
        self._census = context.services.census
        self._cover: Cover | None = None
        self._people: tuple[tuple[LonLat, ...], People] | None = None
        """About how many people live around each of these places."""
        self._found = self._given_up = False
        """Whether the last question was answered to the end; whether it ended without."""
        self.capability, self.list = QComboBox(), QListWidget()
        self.list.setWordWrap(True)
        self.standing = label("muted", wrap=True)
        self.form = MoveForm()
        self.again, self.cancel, self.decline, self.tell = button(), button(), button(), button("primary")
        codes = sorted(self._seat.desk.catalogue.capabilities)
        for code in codes:
            self.capability.addItem(capability_name(self._seat.desk.catalogue, code), code)
        self.capability.setCurrentIndex(codes.index(FIRST) if FIRST in codes else 0)
        self.resize(*SIZE)
        self._lay_out()
        self._connect(context)
        self.retranslate()
        self.ask()

    def _lay_out(self) -> None:
        layout = column(self, margin=12, gap=8)
        head = row()
        head.addWidget(self.capability, 1)
        head.addWidget(self.cancel)
        head.addWidget(self.again)
        layout.addLayout(head)
        layout.addWidget(self.standing)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.form)
        foot = row()
        foot.addWidget(self.decline)
        foot.addWidget(self.tell, 1)
        layout.addLayout(foot)

    def _connect(self, context: DeskContext) -> None:
        self.capability.currentIndexChanged.connect(lambda _n: self.ask())
        self.again.clicked.connect(self.ask)
        self.cancel.clicked.connect(self.give_up)
        self.tell.clicked.connect(self.do)
        self.decline.clicked.connect(self.do_not)
        self.tell.needs(context.seat, OrderMove)
        self.decline.needs(context.seat, DeclineMove)
        self.form.changed.connect(self._paint)
        self.list.itemActivated.connect(lambda _item: self.do())
        self.list.currentRowChanged.connect(lambda _n: self._choose())

    @property
    def looking(self) -> bool:
        """Return whether a search is under way."""
        return self._task is not None and not self._task.done()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nobody waits for the answer any more."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
        super().closeEvent(event)

    def retranslate(self) -> None:
        """Say every text."""
        self.capability.setAccessibleName(tr("Capability"))
        self.list.setAccessibleName(tr("Suggested moves"))
        self.again.setText(tr("Look again"))
        self.cancel.setText(tr("Cancel"))
        self.decline.setText(tr("Do not follow"))
        self.decline.setToolTip(tr("Keeps for review that this suggestion was not followed, and why"))
        for n in range(self.capability.count()):
            self.capability.setItemText(n, capability_name(self._seat.desk.catalogue, self.capability.itemData(n)))
        for n in range(self.list.count()):
            item = self.list.item(n)
            item.setText(spoken(item.data(ITEM_ROLE).reason))
        self._paint()

    def ask(self) -> None:
        """Work out coverage and moves anew."""
        if self._task is not None:
            self._task.cancel()
        self._cover, self._given_up = None, False
        self.list.clear()
        self._task = self._seat.run(self._answer(self.capability.currentData()))
        self._task.add_done_callback(self._ended)
        self._paint()

    def give_up(self) -> None:
        """Stop looking; what is known already stays."""
        if self._task is not None:
            self._task.cancel()

    def _ended(self, task: asyncio.Task[None]) -> None:
        """Say how it ended, answered or not; a closed window and an older question say nothing."""
        if task is self._task:
            self._task, self._given_up = None, task.cancelled() or not self._found
            self._paint()

    def do(self) -> None:
        """Order the chosen unit to the chosen station, or let it take over; both are in the log with what was suggested."""
        chosen = self._chosen()
        if isinstance(chosen, Relief):
            self._seat.run(self._hand_over(chosen))
        elif self.form.chosen is not None:
            self._seat.run(self._order(chosen))

    def do_not(self) -> None:
        """Keep that the chosen suggestion was not followed."""
        chosen = self._chosen()
        if isinstance(chosen, MoveUp):
            self._seat.run(self._decline(chosen))

    def look_at(self, capability: str) -> None:
        """Ask about another capability; of the one that is shown, anew."""
        at = self.capability.findData(capability)
        if at == self.capability.currentIndex():
            self.ask()
        elif at >= 0:
            self.capability.setCurrentIndex(at)

    def _choose(self) -> None:
        chosen = self._chosen()
        self.form.setEnabled(not isinstance(chosen, Relief))
        self.form.show_move(chosen if isinstance(chosen, MoveUp) else None)
        self._paint()

    def _chosen(self) -> MoveUp | Relief | None:
        item = self.list.currentItem()
        chosen: MoveUp | Relief | None = item.data(ITEM_ROLE) if item is not None else None
        return chosen

    async def _hand_over(self, relief: Relief) -> None:
        """Send the one, then free the other: nobody is ever without a unit."""
        said = say("{callsign} takes over incident {number} from {other}", callsign=relief.callsign, number=relief.number, other=relief.relieved)
        why = tr("{callsign} is nearer and takes over", callsign=relief.callsign)
        accept = AcceptRecommendation(relief.incident_id, ((relief.unit_id, relief.slot),), shown=relief_json(relief))
        accepted, _released = await self._seat.submit(accept, ReleaseUnit(relief.relieved_id, why), said=said)
        self._seat.run(weigh(self._seat, accepted.created[0], relief.incident_id, [relief.unit_id]))
        self.ask()

    async def _order(self, suggested: MoveUp | None) -> None:
        """Send the order; what was suggested, and the reason where it is otherwise, are kept with it."""
        chosen = self.form.chosen
        if chosen is None:
            return
        callsign, station = self.form.unit.currentText(), self.form.station.currentText()
        shown = move_json(suggested, self.capability.currentData()) if suggested is not None else {}
        text = tr("Move up to {station}", station=station)
        said = say("{callsign} was told to move up to {station}", callsign=callsign, station=station)
        await self._seat.submit(OrderMove(*chosen, text, shown, self.form.reason.text()), said=said)
        self._dealt_with()

    async def _decline(self, suggested: MoveUp) -> None:
        shown = move_json(suggested, self.capability.currentData())
        await self._seat.submit(DeclineMove(shown, self.form.reason.text()), said=say("Noted: the suggestion was not followed"))
        self._dealt_with()

    def _dealt_with(self) -> None:
        """Take the suggestion off the list; the others were reckoned with it."""
        self.form.reason.clear()
        self.ask()

    async def _answer(self, capability: str) -> None:
        self._found = False
        self._add(await self._seat.desk.advice.reliefs())
        self._cover = cover = await self._seat.desk.advice.coverage(capability)
        self.form.offer(((unit.unit.id, unit.unit.callsign) for unit in cover.units), self._seat.desk.picture.stations())
        self._paint()
        if self._census is not None and (self._people is None or self._people[0] != cover.places):
            self._people = cover.places, await asyncio.to_thread(self._census.around, cover.places)
            self._paint()
        self._add(await self._seat.desk.advice.move_ups(capability))
        self._found = True

    def _add(self, found: Sequence[MoveUp | Relief]) -> None:
        for one in found:
            item = QListWidgetItem(spoken(one.reason))
            item.setData(ITEM_ROLE, one)
            self.list.addItem(item)
        if self.list.currentRow() < 0 and self.list.count():
            self.list.setCurrentRow(0)

    def _paint(self) -> None:
        chosen = self._chosen()
        relief = isinstance(chosen, Relief)
        self.tell.setEnabled(relief or self.form.chosen is not None)
        self.tell.setText(tr("Let it take over") if relief else tr("Tell the unit to move up"))
        self.decline.setEnabled(isinstance(chosen, MoveUp))
        self.cancel.setEnabled(self.looking)
        self.standing.setText(self._words())

    def _words(self) -> str:
        """Return how much is covered, what the chosen unit is worth, and how far the search is."""
        given_up = tr("There is no answer: the search was given up. “Look again” asks anew.")
        if self._cover is None:
            return given_up if self._given_up else tr("Looking who reaches what in time …")
        if not self._cover.units and not self.list.count() and not self.looking:
            return tr("No unit with {capability} is free: nobody covers anything, and nobody can move.", capability=self.capability.currentText())
        said = [*coverage_words(self._cover, self._seat.desk.catalogue.policy.coverage.within_min, self._worth())]
        said += lost_words(self._cover, self.form.chosen[0] if self.form.chosen is not None else None, self._worth())
        if self.looking:
            said.append(tr("Looking for moves …"))
        elif self._given_up:
            said.append(given_up)
        elif not self.list.count():
            said.append(tr("No move is worth it."))
        return " ".join(said)

    def _worth(self) -> People | None:
        """Return how many people live around each place; `None` where the map does not tell."""
        known = self._people is not None and self._cover is not None and self._people[0] == self._cover.places
        return self._people[1] if self._people is not None and known and self._people[1].any() else None
