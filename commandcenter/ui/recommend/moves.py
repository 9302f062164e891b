"""Who should take over from whom, coverage as it is, and which free units would serve better elsewhere. Enter does it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem

from commandcenter.dispatch.coverage import MoveUp
from commandcenter.dispatch.jsonform import relief_json
from commandcenter.dispatch.relief import Relief
from commandcenter.model.commands import AcceptRecommendation, ReleaseUnit, SendMessage
from commandcenter.model.sentences import say
from commandcenter.ui.frame.context import DeskContext
from commandcenter.ui.frame.parts import Translated, button, column, label, row
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import spoken, tr
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
        self._share: float | None = None
        self._found = self._given_up = False
        """Whether the last question was answered to the end; whether it ended without."""
        self._lost: dict[str, float] = {}
        self.capability, self.list = QComboBox(), QListWidget()
        self.list.setWordWrap(True)
        self.standing = label("muted", wrap=True)
        self.again, self.cancel, self.tell = button(), button(), button("primary")
        codes = sorted(self._seat.desk.catalogue.capabilities)
        for code in codes:
            self.capability.addItem(capability_name(self._seat.desk.catalogue, code), code)
        self.capability.setCurrentIndex(codes.index(FIRST) if FIRST in codes else 0)
        self.resize(*SIZE)
        layout = column(self, margin=12, gap=8)
        head = row()
        head.addWidget(self.capability, 1)
        head.addWidget(self.cancel)
        head.addWidget(self.again)
        layout.addLayout(head)
        layout.addWidget(self.standing)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.tell)
        self.capability.currentIndexChanged.connect(lambda _n: self.ask())
        self.again.clicked.connect(self.ask)
        self.cancel.clicked.connect(self.give_up)
        self.tell.clicked.connect(self.do)
        self.tell.needs(context.seat, SendMessage)
        self.list.itemActivated.connect(lambda _item: self.do())
        self.list.currentRowChanged.connect(lambda _n: self._paint_foot())
        self.retranslate()
        self.ask()

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
        self._share, self._given_up = None, False
        self.list.clear()
        self._paint_foot()
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
        """Tell the chosen unit to move up, or let it take over; both are in the log."""
        chosen = self._chosen()
        if isinstance(chosen, Relief):
            self._seat.run(self._hand_over(chosen))
        elif chosen is not None:
            said = say("{callsign} was told to move up to {station}", callsign=chosen.callsign, station=chosen.station)
            self._seat.perform(SendMessage(tr("Move up to {station}", station=chosen.station), unit_id=chosen.unit_id), said=said)

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

    async def _answer(self, capability: str) -> None:
        self._found = False
        self._add(await self._seat.desk.advice.reliefs())
        cover = await self._seat.desk.advice.coverage(capability)
        self._share = cover.share
        callsigns = {unit.unit.id: unit.unit.callsign for unit in cover.units}
        lost = sorted(cover.lost_without().items(), key=lambda pair: -pair[1])
        self._lost = {callsigns[unit]: share for unit, share in lost if share > 0}
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

    def _paint_foot(self) -> None:
        chosen = self._chosen()
        self.tell.setEnabled(chosen is not None)
        self.tell.setText(tr("Let it take over") if isinstance(chosen, Relief) else tr("Tell the unit to move up"))

    def _paint(self) -> None:
        self._paint_foot()
        self.cancel.setEnabled(self.looking)
        given_up = tr("There is no answer: the search was given up. “Look again” asks anew.")
        if self._share is None:
            self.standing.setText(given_up if self._given_up else tr("Looking who reaches what in time …"))
            return
        minutes = formats.number(self._seat.desk.catalogue.policy.coverage.within_min)
        said = tr("{percent} % of the region can be reached within {minutes} min.", percent=formats.number(self._share * 100), minutes=minutes)
        most = next(iter(self._lost.items()), None)
        if most is not None:
            said += " " + tr("Without {callsign} {percent} % less.", callsign=most[0], percent=formats.number(most[1] * 100, 1))
        if self.looking:
            said += " " + tr("Looking for moves …")
        elif self._given_up:
            said += " " + given_up
        elif not self.list.count():
            said += " " + tr("No move is worth it.")
        self.standing.setText(said)
