"""The recommendation for the incident being worked on."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from commandcenter.dispatch.changes import what_changed
from commandcenter.dispatch.recommendation import Recommendation, RecommendedUnit, Rejection
from commandcenter.model.commands import AcceptRecommendation
from commandcenter.model.entries import Changes, Kind
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.sentences import Sentence, say
from commandcenter.ui.frame.parts import EmptyList, Translated, button, column, label, row
from commandcenter.ui.i18n.tr import spoken, tr
from commandcenter.ui.notice import Level
from commandcenter.ui.recommend.delegate import RecommendDelegate
from commandcenter.ui.recommend.ground import Ground, ground_now
from commandcenter.ui.recommend.rows import RecommendRows, RowKind
from commandcenter.ui.recommend.weighing import weigh
from commandcenter.ui.rows import ITEM_ROLE
from commandcenter.ui.seat import Seat
from commandcenter.ui.type_names import plan_name

SETTLE_MS = 300
"""Changes that come together cause one new question."""
REST_S = 0.04
"""So long an incident is chosen before its question is asked: who walks down the queue sees each step painted first, and asks for none of them."""
AFFECTS = (Kind.UNIT, Kind.CLOSURE, Kind.DEPOT, Kind.STATION, Kind.RESERVATION, Kind.STOCK_MOVE, Kind.POLICY)
"""Changes of these may change the answer; policies are the catalogue and the roads' speeds."""
LOOK_EVERY_MS = 5000
"""Units on the move cause a new question at most so often."""


class RecommendList(EmptyList):
    """Rows that can be ticked with Space.

    Signals:
        accepted(): Enter.
    """

    accepted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks, Enter accepts all that is ticked."""
        rows = self.model()
        if event.key() == Qt.Key.Key_Space and isinstance(rows, RecommendRows) and self.currentIndex().isValid():
            rows.toggle(self.currentIndex().row())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accepted.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the reasons anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class RecommendPanel(Translated):
    """Who should go.

    Signals:
        route_wanted(str): show the way of this unit to the incident; empty: none.
        sent(): a recommendation was accepted.
    """

    route_wanted = Signal(str)
    sent = Signal()

    def __init__(self, seat: Seat) -> None:
        """Follow the seat's incident."""
        super().__init__()
        self._seat = seat
        self._task: asyncio.Task[None] | None = None
        self._notes: tuple[Sentence, ...] = ()
        self._ground = Ground(frozenset(), {})
        self._looked_ms = 0
        self.rows = RecommendRows(seat, self)
        self.list = RecommendList(seat.look)
        self.list.setUniformItemSizes(False)
        self.list.setLayoutMode(RecommendList.LayoutMode.Batched)  # thousands of rejections are measured bit by bit
        self.list.setModel(self.rows)
        self.list.setItemDelegate(RecommendDelegate(seat, self.rows, self.list.viewport()))
        self.list.accepted.connect(self.accept)
        self.list.clicked.connect(lambda index: self.rows.toggle(index.row()))
        self.list.entered.connect(self._hover)
        self.list.selectionModel().currentChanged.connect(lambda current, _old: self._hover(current))
        self.plan = label("faint")
        self.changed_card, self.changed_text = QFrame(), label("muted", wrap=True)
        self.changed_card.setProperty("role", "card")
        column(self.changed_card, margin=8).addWidget(self.changed_text)
        self.reason, self.accept_button, self.count = QLineEdit(), button("primary"), label("faint")
        self.reason.returnPressed.connect(self.accept)
        self.reason.textChanged.connect(self._paint_foot)
        self.accept_button.clicked.connect(self.accept)
        self.accept_button.needs(seat, AcceptRecommendation)
        self._lay_out()
        self._timer = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._timer.timeout.connect(lambda: self.ask(keep_choice=True))
        self.rows.choice_changed.connect(self._paint_foot)
        seat.incident_chosen.connect(lambda _id: self.ask())
        seat.changed.connect(self._on_changes)
        seat.ticked.connect(self._tick)
        seat.look.changed.connect(self.list.viewport().update)
        self.retranslate()

    def _lay_out(self) -> None:
        layout = column(self)
        top, foot = QWidget(), QWidget()
        above = QVBoxLayout(top)
        above.setContentsMargins(12, 6, 12, 6)
        above.addWidget(self.plan)
        above.addWidget(self.changed_card)
        below = column(foot, margin=10, gap=6)
        below.addWidget(self.reason)
        line = row()
        line.addWidget(self.count, 1)
        line.addWidget(self.accept_button)
        below.addLayout(line)
        for part in (top, foot):
            part.setProperty("role", "clear")
        layout.addWidget(top)
        layout.addWidget(self.list, 1)
        layout.addWidget(foot)

    def retranslate(self) -> None:
        """Say every text."""
        self.list.setAccessibleName(tr("Recommended units"))
        self.reason.setPlaceholderText(tr("Why another choice? The reason is logged."))
        self.reason.setAccessibleName(tr("Reason for another choice"))
        if self._seat.incident:
            self.list.say_when_empty(
                tr("Nobody to recommend"), tr("The incident has ended or its plan asks for nothing more."), "account-search-outline"
            )
        else:
            self.list.say_when_empty(tr("No incident chosen"), tr("Choose one in the queue, or press F2 for a new one."), "account-search-outline")
        self._paint_head()
        self._paint_foot()
        self.list.scheduleDelayedItemsLayout()  # reasons are longer or shorter in another language

    @property
    def looking(self) -> bool:
        """Return whether a search is under way."""
        return self._task is not None and not self._task.done()

    def ask(self, *, keep_choice: bool = False) -> None:
        """Ask the desk anew for the chosen incident."""
        if self._task is not None:
            self._task.cancel()
        incident = self._seat.desk.picture.incident(self._seat.incident) if self._seat.incident else None
        if incident is None or not incident.open:
            self._task = None
            self._notes = ()
            self.rows.show(None)
            self.retranslate()
            return
        if not keep_choice:
            self._notes = ()
            self.reason.clear()
            self.rows.show(None)
            self.list.say_when_empty(tr("Looking for the nearest units …"), "", "timer-sand")
        self._task = self._seat.run(self._answer(incident.id, keep_choice))

    async def _answer(self, incident: Id, keep_choice: bool) -> None:
        if not keep_choice:
            await asyncio.sleep(REST_S)
        ground, self._looked_ms = ground_now(self._seat), self._seat.now_ms()
        found = await self._seat.desk.recommend(incident)
        if incident == self._seat.incident:
            self._ground = ground
            self._show(found, keep_choice)
            await self._weigh(incident, found)

    async def _weigh(self, incident: Id, found: Recommendation) -> None:
        """Look what the worst single closure would do to each way; the rows are there already."""
        for unit in found.units:
            worst = await self._seat.desk.advice.fragility(incident, unit.unit_id)
            if worst is not None and self.rows.recommendation is found:
                self.rows.weigh(unit.unit_id, worst)
        self.list.scheduleDelayedItemsLayout()

    def _show(self, found: Recommendation, keep_choice: bool) -> None:
        before = self.rows.recommendation
        if keep_choice and before is not None and before.incident_id == found.incident_id:
            self._notes = what_changed(before, found, self._seat.desk.catalogue) or self._notes
        current = self.list.currentIndex().row()
        self.rows.show(found, keep_choice=keep_choice)
        if self.rows.rowCount():
            first = next((n for n in range(self.rows.rowCount()) if self.rows.row(n).kind == RowKind.UNIT), 0)
            self.list.setCurrentIndex(self.rows.index(min(current, self.rows.rowCount() - 1) if keep_choice and current >= 0 else first))
        self.retranslate()

    def accept(self) -> None:
        """Send everything that is ticked; an override needs a reason first."""
        if not self.rows.units() and not self.rows.supplies():
            self._seat.notice(Level.HINT, say("Looking for the nearest units …") if self.rows.recommendation is None else say("Nothing is ticked"))
            return
        if self.rows.overridden and not self.reason.text().strip():
            self._paint_foot()
            self.reason.setFocus()
            self._seat.notice(Level.HINT, say("You chose otherwise than recommended: say why, then Enter"))
            return
        self._seat.run(self._send())

    async def _send(self) -> None:
        incident = self._seat.desk.picture.incident(self._seat.incident) if self._seat.incident else None
        if incident is None:
            raise Refused("No incident is chosen")
        await self._look_again(incident.id)
        units, goods, shown, weighed = self.rows.units(), self.rows.supplies(), self.rows.shown(), self.rows.weighed()
        reason = self.reason.text().strip() if self.rows.overridden else ""
        command = AcceptRecommendation(incident.id, units, goods, await asyncio.to_thread(shown), reason)
        names = ", ".join(self._callsign(unit) for unit, _slot in units)
        (done,) = await self._seat.submit(command, said=say("Sent to {number}: {units}", number=incident.number, units=names))
        self._seat.run(weigh(self._seat, done.created[0], incident.id, [unit for unit, _slot in units if unit not in weighed]))
        self.reason.clear()
        self.rows.show(self.rows.recommendation)
        self._notes = ()
        self.sent.emit()

    async def _look_again(self, incident: Id) -> None:
        """Ask anew before an older answer is sent as it stands; refuses where somebody else would be recommended now.

        Whom a person chose goes whatever the engine says; the desk refuses who is not free any more.
        """
        before = self.rows.recommendation
        if before is None or self.rows.overridden or not (self._timer.isActive() or self._outdated(before)):
            return
        ground, found = ground_now(self._seat), await self._seat.desk.recommend(incident)
        shown = self.rows.recommendation
        if shown is None or incident != self._seat.incident or _advised(found) != _advised(before):
            if shown is before:
                self._ground = ground
                self._show(found, keep_choice=True)
            raise Refused("The recommendation has changed meanwhile: look at it, then Enter.")

    def _outdated(self, found: Recommendation) -> bool:
        return self._ground.begun_or_ended(self._seat) or self._ground.moved(self._seat, found)

    def _tick(self, now_ms: int) -> None:
        """A closure may have begun or ended by its time, and units drive."""
        found = self.rows.recommendation
        if found is None or self.looking or self._timer.isActive():
            return
        if self._ground.begun_or_ended(self._seat) or (abs(now_ms - self._looked_ms) >= LOOK_EVERY_MS and self._ground.moved(self._seat, found)):
            self._timer.start()

    def _callsign(self, unit: Id) -> str:
        view = self._seat.desk.picture.unit(unit)
        return view.callsign if view else "?"

    def _on_changes(self, changes: Changes) -> None:
        mine = self._seat.incident is not None and self._seat.incident in changes.of(Kind.INCIDENT)
        if self._seat.incident and (mine or any(changes.of(kind) for kind in AFFECTS)):
            self._timer.start()

    def _hover(self, index: QModelIndex) -> None:
        found = index.data(ITEM_ROLE) if index.isValid() else None
        content = found.content if found is not None else None
        self.route_wanted.emit(content.unit_id if isinstance(content, RecommendedUnit | Rejection) else "")

    def _paint_head(self) -> None:
        found = self.rows.recommendation
        self.plan.setText(self._plan_words(found) if found else "")
        self.plan.setVisible(found is not None)
        notes = dict.fromkeys(spoken(note) for note in (*self._notes, *(found.notes if found else ())))  # a closure is noted by both
        self.changed_text.setText("\n".join(notes))
        self.changed_card.setVisible(bool(notes))

    def _plan_words(self, found: Recommendation) -> str:
        """Return the plan's name and version, and how long the search took."""
        plan, _, version = found.plan.partition(" ")
        name = plan_name(self._seat.desk.catalogue, plan)
        said = tr("Plan: {plan} · version {version} · found in {n} ms", plan=name, version=version[:6] or "–", n=round(found.took_ms))
        said += " · " + tr("level {n}", n=found.alarm_level) if found.alarm_level > 1 else ""
        return f"{said} · {spoken(found.rule)}" if found.rule is not None else said

    def _paint_foot(self) -> None:
        units = len(self.rows.units())
        overridden = self.rows.overridden
        self.reason.setVisible(overridden)
        self.count.setText(tr("{n} ticked · Space ticks, Enter sends", n=units))
        self.accept_button.setText(tr("Send the chosen") if overridden else tr("Accept all"))
        self.accept_button.setEnabled(bool(units or self.rows.supplies()) and not (overridden and not self.reason.text().strip()))


def _advised(found: Recommendation) -> tuple[frozenset[object], frozenset[object]]:
    """Return who and what an answer would send."""
    units = frozenset((unit.unit_id, unit.slot, unit.divert_from) for unit in found.units)
    return units, frozenset((source.depot_id, source.item, source.quantity) for source in found.supplies)
