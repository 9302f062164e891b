"""The operator's seat: what all panels share. Commands go out through it, changes and choices come in."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from commandcenter.model.commands import Command
from commandcenter.model.disk import outside_fault
from commandcenter.model.entries import Changes, Entry, EntryId, Kind
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.sentences import Sentence, say
from commandcenter.ui.compensation import compensation
from commandcenter.ui.connection.port import Receipts
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.notice import Level, Notice
from commandcenter.ui.ports import DeskPort, Done
from commandcenter.ui.theme.look import Look

LOG = logging.getLogger(__name__)
UNDO_DEPTH = 50
_ABOUT_RIGHTS = (Kind.GRANT, Kind.DEVICE, Kind.OPERATION)


class Seat(QObject):
    """Joins desk and panels. Lives on the Qt thread.

    Signals:
        changed(Changes): the picture changed.
        rights_changed(): who sits here may do other things than before, or another person sits here.
        incident_chosen(str): this incident is the one being worked on; empty: none.
        unit_chosen(str): this unit is looked at.
        looked(str, str): personal data of this kind and id is on the screen.
        pointed(str, str): the pointer is over this kind and id, on the map or in a panel; two empty texts: nothing.
        place_shown(float, float, int): fly the map to lon, lat at a zoom.
        sector_marked(str): mark this sector of a search on the map; empty: none.
        noticed(Notice): say this in the message strip.
        ticked(int): one second went by; wall time in ms.
        failed(object): our own fault; the exception.
        window_wanted(str): open the window beside the desk with this name.
        map_paper_wanted(): print the map as it is shown.
        paper_wanted(object): print what this function makes of a `Paper`.
        table_wanted(str, object): write this table (rows of texts, heads first) as a CSV file with this name.
    """

    changed = Signal(object)
    rights_changed = Signal()
    incident_chosen = Signal(str)
    unit_chosen = Signal(str)
    looked = Signal(str, str)
    pointed = Signal(str, str)
    place_shown = Signal(float, float, int)
    sector_marked = Signal(str)
    noticed = Signal(object)
    ticked = Signal(object)
    failed = Signal(object)
    acknowledged = Signal()
    window_wanted = Signal(str)
    paper_wanted = Signal(object)
    map_paper_wanted = Signal()
    table_wanted = Signal(str, object)

    def __init__(self, desk: DeskPort, look: Look, actor: Id) -> None:
        """Take the seat of `actor` at a desk."""
        super().__init__()
        self.desk = desk
        self.look = look
        self.actor = actor
        self.incident: Id | None = None
        self.unit: Id | None = None
        self.pointed_at: tuple[str, str] = ("", "")
        self.receipts: Callable[[EntryId], Receipts | None] = lambda _entry: None
        """Where an entry is; set where the desk is joined with others."""
        self._undoable: list[tuple[Entry, ...]] = []
        self._tasks: set[asyncio.Task[Any]] = set()
        self._closed = False
        self._unsubscribe = desk.subscribe(self._on_changes)
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(lambda: self.ticked.emit(self.now_ms()))
        self._timer.start()

    def close(self) -> None:
        """Stop listening and end what is still running; what is begun later ends at once."""
        self._closed = True
        self._timer.stop()
        self._unsubscribe()
        for task in self._tasks:
            task.cancel()

    def go_with(self, window: QObject) -> None:
        """Be gone with the window: what listens to the seat would keep the window, and all it shows, for as long as the program runs."""
        window.destroyed.connect(self.deleteLater)

    @property
    def at_work(self) -> bool:
        """Return whether the seat has not been left."""
        return not self._closed

    def take_over(self, actor: Id) -> None:
        """Another person sits here now: what the one before did is not theirs to undo."""
        self.actor = actor
        self._undoable.clear()
        self.rights_changed.emit()

    def lacks(self, command: type[Command]) -> Sentence | None:
        """Return why who sits here may not give such a command; `None` when nothing speaks against it."""
        return self.desk.lacks(command)

    def roles(self) -> frozenset[str]:
        """Return the roles of who sits here: those given, or before any are given out the one they signed in with."""
        rights = self.desk.picture.rights
        if rights.begun:
            return frozenset(role.value for role in rights.roles_of(self.actor))
        return frozenset({self.desk.picture.operator_role(self.actor).casefold()} - {""})

    def now_ms(self) -> int:
        """Return the desk's wall time."""
        return self.desk.clock.wall_ms()

    def choose_incident(self, incident: Id | None) -> None:
        """Make an incident the one being worked on."""
        if incident != self.incident:
            self.incident = incident
            self.incident_chosen.emit(incident or "")

    def choose_unit(self, unit: Id | None) -> None:
        """Look at a unit."""
        self.unit = unit
        self.unit_chosen.emit(unit or "")

    def point(self, kind: str, ident: str) -> None:
        """Point at a thing wherever it is shown; two empty texts point at nothing."""
        if (kind, ident) != self.pointed_at:
            self.pointed_at = (kind, ident)
            self.pointed.emit(kind, ident)

    def notice(self, level: Level, text: Sentence, *, undoable: bool = False, file: Path | None = None) -> None:
        """Say something in the message strip; a `file` that was written is offered to be opened."""
        self.noticed.emit(Notice(level, text, undoable, file))

    def says(self, error: BaseException) -> bool:
        """Say in the strip what a rule or the world outside refused; return `False` and say nothing where the fault is ours."""
        fault = outside_fault(error)
        if fault is None:
            return False
        if isinstance(fault, Refused):
            self.notice(Level.REFUSED, fault.sentence)
        else:
            LOG.warning("known error: %s", fault)
            self.notice(Level.FAILED, fault.sentence)
        return True

    def run(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Run work beside the window; refusals and known errors go to the strip, bugs to the crash report."""
        task = asyncio.get_running_loop().create_task(self._funnel(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        if self._closed:
            task.cancel()
        task.add_done_callback(lambda _task: work.close())  # one that was cancelled before its first step was never begun
        return task

    def perform(self, *commands: Command, said: Sentence | None = None) -> asyncio.Task[Any]:
        """Submit commands in order; `said` goes to the strip once all are committed."""
        return self.run(self.submit(*commands, said=said))

    async def submit(self, *commands: Command, said: Sentence | None = None) -> list[Done]:
        """Submit commands in order and wait. Raises what the desk raises; what was committed before stays."""
        done: list[Done] = []
        try:
            for command in commands:
                outcome = await self.desk.submit(command)
                done.append(outcome)
        finally:
            entries = tuple(e for d in done for e in d.entries)
            if entries:
                self._undoable = [*self._undoable, entries][-UNDO_DEPTH:]
        if said is not None:
            self.notice(Level.DONE, said, undoable=True)
        return done

    def undo(self) -> asyncio.Task[Any]:
        """Compensate the operator's last action of this session."""
        return self.run(self.take_back())

    async def take_back(self) -> Sentence:
        """Compensate the operator's last action of this session, say so in the strip and return that. Raises `Refused` and `KnownError`."""
        if not self._undoable:
            raise Refused("There is nothing to undo")
        entries = self._undoable.pop()
        for entry in reversed(entries):
            command = compensation(entry, self.desk.picture, tr("Withdrawn: {text}"))
            if command is not None:
                await self.desk.submit(command)
        said = say("Undone; both entries stay in the log")
        self.notice(Level.DONE, said)
        return said

    def _on_changes(self, changes: Changes) -> None:
        self.changed.emit(changes)
        if any(changes.of(kind) for kind in _ABOUT_RIGHTS):
            self.rights_changed.emit()

    async def _funnel(self, work: Coroutine[Any, Any, Any]) -> Any:  # noqa: ANN401 - the result of any work
        try:
            return await work
        except asyncio.CancelledError:
            raise
        except Exception as error:
            if not self.says(error):
                LOG.exception("a fault of ours")
                self.failed.emit(error)
        return None
