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
        self._lost: dict[str, float] = {}
        self.capability, self.list = QComboBox(), QListWidget()
        self.standing = label("muted", wrap=True)
        self.again, self.tell = button(), button("primary")
        codes = sorted(self._seat.desk.catalogue.capabilities)
        for code in codes:
            self.capability.addItem(capability_name(self._seat.desk.catalogue, code), code)
        self.capability.setCurrentIndex(codes.index(FIRST) if FIRST in codes else 0)
        self.resize(*SIZE)
        layout = column(self, margin=12, gap=8)
        head = row()
        head.addWidget(self.capability, 1)
        head.addWidget(self.again)
        layout.addLayout(head)
        layout.addWidget(self.standing)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.tell)
        self.capability.currentIndexChanged.connect(lambda _n: self.ask())
        self.again.clicked.connect(self.ask)
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
        if self._task is not None:
            self._task.cancel()
        super().closeEvent(event)

    def retranslate(self) -> None:
        """Say every text."""
        self.capability.setAccessibleName(tr("Capability"))
        self.list.setAccessibleName(tr("Suggested moves"))
        self.again.setText(tr("Look again"))
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
        self._share = None
        self.list.clear()
        self.tell.setEnabled(False)
        self._task = self._seat.run(self._answer(self.capability.currentData()))
        self._paint()

    def move_up(self) -> None:
        """Tell the chosen unit; the message is in the log."""
        item = self.list.currentItem()
        move: MoveUp | None = item.data(ITEM_ROLE) if item is not None else None
        if move is not None:
            said = say("{callsign} was told to move up to {station}", callsign=move.callsign, station=move.station)
            self._seat.perform(SendMessage(tr("Move up to {station}", station=move.station), unit_id=move.unit_id), said=said)

    async def _answer(self, capability: str) -> None:
        cover = await self._seat.desk.advice.coverage(capability)
        moves = await self._seat.desk.advice.move_ups(capability)
        self._share = cover.share
        callsigns = {unit.unit.id: unit.unit.callsign for unit in cover.units}
        lost = sorted(cover.lost_without().items(), key=lambda pair: -pair[1])
        self._lost = {callsigns[unit]: share for unit, share in lost if share > 0}
        for move in moves:
            item = QListWidgetItem(spoken(move.reason))
            item.setData(ITEM_ROLE, move)
            self.list.addItem(item)
        if moves:
            self.list.setCurrentRow(0)
        self._task = None
        self._paint()

    def _paint(self) -> None:
        if self._share is None:
            self.standing.setText(tr("Looking …"))
            return
        minutes = formats.number(self._seat.desk.catalogue.policy.coverage.within_min)
        said = tr("{percent} % of the region can be reached within {minutes} min.", percent=formats.number(self._share * 100), minutes=minutes)
        most = next(iter(self._lost.items()), None)
        if most is not None:
            said += " " + tr("Without {callsign} {percent} % less.", callsign=most[0], percent=formats.number(most[1] * 100, 1))
        if not self.list.count():
            said += " " + tr("No move is worth it.")
        self.standing.setText(said)
