"""Coverage as it is, and which free units would serve better elsewhere. Enter tells a unit to move up."""

from __future__ import annotations

import asyncio

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem

from commandcenter.dispatch.coverage import MoveUp
from commandcenter.model.commands import SendMessage
from commandcenter.model.sentences import say
from commandcenter.ui.frame.context import DeskContext
from commandcenter.ui.frame.parts import Translated, button, column, label, row
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import spoken, tr
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
        self.tell.clicked.connect(self.move_up)
        self.tell.needs(context.seat, SendMessage)
        self.list.itemActivated.connect(lambda _item: self.move_up())
        self.list.currentRowChanged.connect(lambda n: self.tell.setEnabled(n >= 0))
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
        self.tell.setText(tr("Tell the unit to move up"))
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
        self.tell.setEnabled(False)
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

    def move_up(self) -> None:
        """Tell the chosen unit; the message is in the log."""
        item = self.list.currentItem()
        move: MoveUp | None = item.data(ITEM_ROLE) if item is not None else None
        if move is not None:
            said = say("{callsign} was told to move up to {station}", callsign=move.callsign, station=move.station)
            self._seat.perform(SendMessage(tr("Move up to {station}", station=move.station), unit_id=move.unit_id), said=said)

    async def _answer(self, capability: str) -> None:
        self._found = False
        cover = await self._seat.desk.advice.coverage(capability)
        self._share = cover.share
        callsigns = {unit.unit.id: unit.unit.callsign for unit in cover.units}
        lost = sorted(cover.lost_without().items(), key=lambda pair: -pair[1])
        self._lost = {callsigns[unit]: share for unit, share in lost if share > 0}
        self._paint()
        moves = await self._seat.desk.advice.move_ups(capability)
        self._found = True
        for move in moves:
            item = QListWidgetItem(spoken(move.reason))
            item.setData(ITEM_ROLE, move)
            self.list.addItem(item)
        if moves:
            self.list.setCurrentRow(0)

    def _paint(self) -> None:
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
