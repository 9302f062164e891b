"""Many reports at once: what to do first, what may be one, and one plan for all of them. Every step has a key."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget
from shiboken6 import isValid

from commandcenter.dispatch.jsonform import kept_json
from commandcenter.dispatch.recommendation import Recommendation
from commandcenter.model.commands import AcceptRecommendation, KeepApart, MergeIncident
from commandcenter.model.entries import Changes, Kind
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.sentences import say
from commandcenter.ui.frame.context import DeskContext
from commandcenter.ui.frame.parts import Translated, button, column, label, row
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import spoken, tr
from commandcenter.ui.notice import Level, Notice
from commandcenter.ui.queue.surge_rows import COLUMNS, PLACE, PROPOSED, SAME, WAITING, Line, SurgeRows
from commandcenter.ui.recommend.weighing import weigh

SETTLE_MS = 400
"""Changes that come together cause one new look."""
PLANNED = 50
"""Incidents in one plan: the first in the order of work."""
WIDE = {0: 110, 2: 76, PLACE: 200, WAITING: 80, SAME: 150}
SIZE = (1180, 640)
ABOUT_LINES = 3
"""Room for what is said of the chosen incident, kept so that nothing moves."""


class SurgeTable(QTableView):
    """Rows with keys of their own.

    Signals:
        pressed_key(int, bool): one of the window's keys, and whether Shift was held.
    """

    pressed_key = Signal(int, bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass the window's keys on; the others move about."""
        if event.key() in KEYS and event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
            self.pressed_key.emit(event.key(), event.modifiers() == Qt.KeyboardModifier.ShiftModifier)
        else:
            super().keyPressEvent(event)


KEYS = (Qt.Key.Key_M, Qt.Key.Key_N, Qt.Key.Key_P, Qt.Key.Key_S, Qt.Key.Key_G, Qt.Key.Key_D, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SurgeWindow(Translated):
    """The work of a surge on one screen."""

    def __init__(self, context: DeskContext) -> None:
        """Show what waits now."""
        super().__init__()
        self._seat = seat = context.seat
        self._looking: asyncio.Task[None] | None = None
        self._planning: asyncio.Task[None] | None = None
        self._sending: asyncio.Task[None] | None = None
        self._enough = False
        """Nobody else is to be sent of those who are left."""
        self._left = False
        """Closed; what is being sent goes on all the same."""
        self.rows = SurgeRows(seat)
        self.rows.setParent(self)
        self.table = SurgeTable()
        self.table.setModel(self.rows)
        self.standing, self.said, self.help = label("title"), label("muted", wrap=True), label("faint", wrap=True)
        self.about = label(wrap=True)
        self.plan_button, self.send_button, self.merge_button = button("primary"), button(), button()
        self._lay_out()
        self._timer = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._timer.timeout.connect(self.look_again)
        self.table.pressed_key.connect(self._on_key)
        self.plan_button.clicked.connect(self._plan_or_stop)
        self.send_button.clicked.connect(self._send_or_stop)
        self.merge_button.clicked.connect(self.merge)
        self.send_button.needs(seat, AcceptRecommendation)
        self.merge_button.needs(seat, MergeIncident)
        self.table.doubleClicked.connect(lambda _index: self.open())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._paint_foot())
        seat.changed.connect(self._on_changes)
        seat.noticed.connect(self._say)
        seat.ticked.connect(self._tick)
        self.retranslate()
        self.look_again()

    def _lay_out(self) -> None:
        self.resize(*SIZE)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(self._seat.look.size("size_row"))
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for n in range(len(COLUMNS)):
            self.table.setColumnWidth(n, WIDE.get(n, 90 if n != PLACE - 1 else 160))
        header.setSectionResizeMode(PROPOSED, QHeaderView.ResizeMode.Stretch)
        layout = column(self, margin=12, gap=8)
        layout.addWidget(self.standing)
        layout.addWidget(self.table, 1)
        foot = QWidget()
        below = row(foot)
        below.addWidget(self.help, 1)
        for one in (self.merge_button, self.send_button, self.plan_button):
            below.addWidget(one)
        self.about.setFixedHeight(ABOUT_LINES * self.about.fontMetrics().lineSpacing())
        self.about.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.about)
        layout.addWidget(self.said)
        layout.addWidget(foot)

    def retranslate(self) -> None:
        """Say every text."""
        self.table.setAccessibleName(tr("Waiting incidents"))
        self.help.setText(
            tr("Enter opens · M merges · N not the same · P plans together · S sends one, Shift+S all · G by area · D only possible duplicates")
        )
        self.merge_button.setText(tr("Merge"))
        self.rows.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        self._paint_head()
        self._paint_foot()

    def look_again(self) -> None:
        """Read what waits, and ask which may be one."""
        current = self._current()
        self._fill(current.id if current is not None else None, self.table.currentIndex().row())
        if self._looking is None or self._looking.done():
            self._looking = self._seat.run(self._find_same())

    @property
    def planning(self) -> bool:
        """Return whether a plan is being made."""
        return self._planning is not None and not self._planning.done()

    @property
    def looked(self) -> bool:
        """Return whether it is known which of those shown may be one."""
        return self._looking is not None and self._looking.done()

    @property
    def sending(self) -> bool:
        """Return whether units are being sent."""
        return self._sending is not None and not self._sending.done()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nobody waits for an answer any more."""
        self._left = True
        self._timer.stop()
        for task in (self._looking, self._planning):
            if task is not None:
                task.cancel()
        super().closeEvent(event)

    def plan(self) -> None:
        """Ask for one plan for the first in the order of work."""
        if not self.planning:
            self._planning = self._seat.run(self._plan())
            self._planning.add_done_callback(self._planned)
            self._seat.notice(Level.HINT, say("Working out the plan …"))
            self._paint_foot()

    def _planned(self, task: asyncio.Task[None]) -> None:
        """Offer to plan again; who stopped it is told so."""
        if not self._left and isValid(self):
            if task.cancelled():
                self._seat.notice(Level.HINT, say("The plan was given up."))
            self._paint_foot()

    def _plan_or_stop(self) -> None:
        """Plan; give up the plan that is being made."""
        if self._planning is not None and self.planning:
            self._planning.cancel()
        else:
            self.plan()

    def _send_or_stop(self) -> None:
        """Send everybody who is proposed; while that goes on, send nobody else."""
        if self.sending:
            self._enough = True
        else:
            self.send_all()

    def send(self) -> None:
        """Send who is proposed for the chosen incident."""
        incident = self._current()
        found = self.rows.proposed(incident.id) if incident is not None else None
        if found is None or not found.units:
            self._seat.notice(Level.HINT, say("Nobody is proposed for it; P makes a plan"))
        else:
            self._begin_sending([found])

    def send_all(self) -> None:
        """Send everybody who is proposed, incident by incident in the order of work."""
        plan = list(self.rows.plan())
        if not plan:
            self._seat.notice(Level.HINT, say("Nobody is proposed for it; P makes a plan"))
        else:
            self._begin_sending(plan)

    def merge(self) -> None:
        """Merge the chosen incident into the one it may be the same as."""
        incident = self._current()
        pair = self.rows.pair(incident.id) if incident is not None else None
        if pair is None:
            self._seat.notice(Level.HINT, say("It is not like any other incident"))
        else:
            said = say("Incident {number} merged into {other}", number=pair.newer.number, other=pair.older.number)
            self._seat.perform(MergeIncident(pair.newer.id, pair.older.id), said=said)

    def keep_apart(self) -> None:
        """Write down that the chosen pair is not one: no desk is offered it again, until that is taken back."""
        incident = self._current()
        pair = self.rows.pair(incident.id) if incident is not None else None
        if pair is None:
            self._seat.notice(Level.HINT, say("It is not like any other incident"))
        else:
            said = say("{number} and {other} are not the same", number=pair.newer.number, other=pair.older.number)
            self._seat.perform(KeepApart(pair.newer.id, pair.older.id), said=said)

    def open(self) -> None:
        """Work on the chosen incident at the desk."""
        incident = self._current()
        if incident is not None:
            self._seat.choose_incident(incident.id)
            self._seat.place_shown.emit(incident.at.lon, incident.at.lat, 16)

    def _on_key(self, key: int, shift: bool) -> None:
        acts: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_M: self.merge,
            Qt.Key.Key_N: self.keep_apart,
            Qt.Key.Key_P: self.plan,
            Qt.Key.Key_S: self.send_all if shift else self.send,
            Qt.Key.Key_G: lambda: self._switch("grouped"),
            Qt.Key.Key_D: lambda: self._switch("only_same"),
        }
        acts.get(Qt.Key(key), self.open)()

    def _switch(self, name: str) -> None:
        setattr(self.rows, name, not getattr(self.rows, name))
        current = self._current()
        self._fill(current.id if current is not None else None, 0)

    def _fill(self, chosen: Id | None, near: int) -> None:
        """Show what waits; the chosen incident stays chosen, or what stands in its place now."""
        self.rows.reload()
        self.table.clearSpans()
        for head in self.rows.heads():
            self.table.setSpan(head, 0, 1, len(COLUMNS))
        at = self.rows.row_of(chosen)
        lines = [n for n in range(self.rows.rowCount()) if isinstance(self.rows.line(n), Line)]
        if at < 0 and lines:
            at = min(lines, key=lambda n: (abs(n - near), n))
        if at >= 0:
            self.table.setCurrentIndex(self.rows.index(at, 0))
        self._paint_head()
        self._paint_foot()

    async def _find_same(self) -> None:
        pairs = await self._seat.desk.advice.duplicates()
        current = self._current()
        self.rows.show_same(pairs)
        if self.rows.only_same:
            self._fill(current.id if current is not None else None, 0)
        self._paint_foot()

    async def _plan(self) -> None:
        order = [incident.id for incident in self.rows.waiting.order[:PLANNED]]
        answers = await self._seat.desk.advice.recommend_all(order)
        self.rows.show_proposed({found.incident_id: found for found in answers if found.incident_id is not None})
        sent = sum(len(found.units) for found in answers)
        said = say("{units} units proposed for {incidents} of {n} incidents", units=sent, incidents=len(self.rows.plan()), n=len(order))
        self._seat.notice(Level.HINT, said)
        self._paint_foot()

    def _begin_sending(self, plan: list[Recommendation]) -> None:
        if not self.sending:
            self._enough = False
            self._sending = self._seat.run(self._send(plan))
            self._say_sent(0, len(plan))
            self._paint_foot()

    def _say_sent(self, done: int, planned: int) -> None:
        if not self._left:
            self.send_button.setText(tr("Stop: {n} of {all} sent …", n=done, all=planned))

    async def _send(self, plan: list[Recommendation]) -> None:
        """Send one after the other, and look anew at the end; who cannot go any more is said, and the others go all the same.

        Who says that it is enough keeps those who are left as proposals.
        """
        for done, found in enumerate(plan, start=1):
            await self._send_one(found)
            self._say_sent(done, len(plan))
            if self._enough:
                self._seat.notice(Level.HINT, say("Stopped: sent to {n} of {all} incidents", n=done, all=len(plan)))
                break
        self._sending = None
        if not self._left:
            self.look_again()

    async def _send_one(self, found: Recommendation) -> None:
        incident = self._seat.desk.picture.incident(found.incident_id) if found.incident_id is not None else None
        if incident is None:
            return
        units = tuple((u.unit_id, u.slot) for u in found.units)
        goods = tuple((s.depot_id, s.item, s.quantity) for s in found.supplies)
        said = say("Sent to {number}: {units}", number=incident.number, units=", ".join(u.callsign for u in found.units))
        try:
            shown = await asyncio.to_thread(kept_json, found)
            (done,) = await self._seat.submit(AcceptRecommendation(incident.id, units, goods, shown), said=said)
        except Refused as refused:
            self._seat.notice(Level.REFUSED, refused.sentence)
        else:
            self._seat.run(weigh(self._seat, done.created[0], incident.id, [unit for unit, _slot in units]))

    def _current(self) -> Any:  # noqa: ANN401 - an incident or nothing
        index = self.table.currentIndex()
        line = self.rows.line(index.row()) if index.isValid() else None
        return line.incident if isinstance(line, Line) else None

    def _on_changes(self, changes: Changes) -> None:
        if changes.of(Kind.INCIDENT) and not self._timer.isActive() and not self.sending:
            self._timer.start()

    def _say(self, notice: Notice) -> None:
        self.said.setText(spoken(notice.text))

    def _tick(self, _now_ms: object) -> None:
        self.rows.tick()
        self._paint_head()

    def _paint_head(self) -> None:
        waiting = self.rows.waiting
        oldest_ms = min((i.answered_ms for i in waiting.order), default=self._seat.now_ms())
        age = formats.age((self._seat.now_ms() - oldest_ms) / 1000)
        self.standing.setText(
            tr("{n} untouched · the oldest for {age}", n=formats.number(waiting.count), age=age) if waiting.count else tr("Nothing waits")
        )

    def _paint_foot(self) -> None:
        incident = self._current()
        plan = self.rows.plan()
        self.merge_button.setEnabled(incident is not None and self.rows.pair(incident.id) is not None)
        self.about.setText(self.rows.about(incident.id) if incident is not None else "")
        self.send_button.setEnabled(bool(plan) or self.sending)
        if not self.sending:
            self.send_button.setText(tr("Send all {n}", n=len(plan)) if plan else tr("Send all"))
        self.plan_button.setEnabled(bool(self.rows.waiting.order) or self.planning)
        self.plan_button.setText(tr("Cancel") if self.planning else tr("Plan together"))
