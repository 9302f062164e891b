"""What the person of a field window does for the unit: each act is one command, answered in the strip."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLineEdit

from commandcenter.model.commands import (
    AnswerAlarm,
    AnswerOrder,
    DeclareMayday,
    EndTask,
    GiveTask,
    NewFile,
    ReportSituation,
    SendMessage,
    ServeUnit,
    SetTeam,
    SetUnitStatus,
)
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.sentences import say
from commandcenter.model.words import OrderState, UnitStatus
from commandcenter.monitor.alarms import Alarm
from commandcenter.picture.views import UnitView
from commandcenter.ui.field.cards import WordsCard
from commandcenter.ui.field.situation import SituationCard
from commandcenter.ui.files.kinds import PATTERN
from commandcenter.ui.frame.written import commit, send
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.layers.trail_file import write_trails
from commandcenter.ui.leaving import ask_where
from commandcenter.ui.notice import Level
from commandcenter.ui.ports import Services
from commandcenter.ui.seat import Seat

LOG = logging.getLogger(__name__)


class FieldActs:
    """Acts of one unit; without a unit nothing is done. Qt thread, inside a running asyncio loop."""

    def __init__(self, seat: Seat, my_unit: Callable[[], UnitView | None], words: WordsCard, situation: SituationCard, services: Services) -> None:
        """Act through a seat; reasons stand in the line for words."""
        self.seat, self.my_unit, self.words, self.situation, self.services = seat, my_unit, words, situation, services
        self._attached: tuple[NewFile, ...] = ()

    def set_status(self, status: UnitStatus) -> None:
        """Report the unit's status."""
        unit = self.my_unit()
        if unit is not None:
            self.seat.perform(SetUnitStatus(unit.id, status), said=say("Status reported"))

    def answer(self, order: str, state: OrderState) -> None:
        """Answer an order; a refusal takes its reason from the line for words."""
        unit, reason = self.my_unit(), self.words.line.text()
        if unit is None:
            return
        if state == OrderState.REFUSED and not reason.strip():
            self.seat.notice(Level.REFUSED, say("Write why into the line below, then tap “Cannot” again."))
            self.words.line.setFocus()
            return
        if state == OrderState.REFUSED:
            commit(self.seat, self.words.line, AnswerOrder(Id(order), unit.id, state, reason), say("Answer sent"))
        else:
            self.seat.perform(AnswerOrder(Id(order), unit.id, state), said=say("Answer sent"))

    def say_words(self, words: str) -> None:
        """Send words and what is attached to all on the incident."""
        unit = self.my_unit()
        if unit is not None:
            self.seat.run(self._say(self._message(words, unit)))

    def say_line(self, words: str) -> None:
        """Send the words of the line, which keeps them until they are committed."""
        unit = self.my_unit()
        if unit is not None:
            send(self.seat, self.words.line, lambda: self._say(self._message(words, unit)))

    def _message(self, words: str, unit: UnitView) -> SendMessage:
        """Return a message with what is attached, which goes with no other one meanwhile."""
        files = self._attached
        self._attach(())
        return SendMessage(words, unit.incident, unit.id, files=files, from_unit=True)

    async def _say(self, command: SendMessage) -> None:
        """Send a message; what was attached to one that is not committed is attached again."""
        committed = False
        try:
            await self.seat.submit(command, said=say("Sent"))
            committed = True
        finally:
            if not committed and self.seat.at_work:
                self._attach((*command.files, *self._attached))

    def ask_photo(self) -> None:
        """Ask for a photo or another file that goes with the next words."""
        kinds = f"{tr('Photos, tracks, documents')} ({PATTERN});;*"
        path = QFileDialog.getOpenFileName(self.words.window(), tr("Photo or file …"), "", kinds)[0]
        if path:
            self.take_photo(Path(path))

    def take_photo(self, path: Path) -> None:
        """Have a file go with the next words; its bytes are kept as personal data."""
        self.seat.run(self._take_photo(path))

    async def _take_photo(self, path: Path) -> None:
        if self.services.files is None:
            raise Refused("This program keeps no attachments.")
        self._attach((*self._attached, await self.services.files.take(path, personal=True)))

    def _attach(self, files: tuple[NewFile, ...]) -> None:
        self._attached = files
        self.words.show_attached([file.name for file in files])

    def name_team(self, names: tuple[str, ...], line: QLineEdit | None = None) -> None:
        """Say who is in the crew; `line`: where a new name was written."""
        unit, said = self.my_unit(), say("The team has {n} names", n=len(names))
        if unit is not None and line is not None:
            commit(self.seat, line, SetTeam(unit.id, names), said)
        elif unit is not None:
            self.seat.perform(SetTeam(unit.id, names), said=said)

    def give_task(self, member: str, line: QLineEdit) -> None:
        """Give somebody of the crew to do what stands in a line."""
        unit = self.my_unit()
        if unit is not None:
            commit(self.seat, line, GiveTask(unit.id, line.text(), member), say("Task given"))

    def end_task(self, task: str, done: bool) -> None:
        """A task is done, or called off."""
        self.seat.perform(EndTask(Id(task), done), said=say("Task done") if done else say("Task called off"))

    def stand_with(self, chosen: str) -> None:
        """Have the others know that this device is with its unit, once a person chose that one here, now or before."""
        unit = self.my_unit()
        if unit is not None and unit.id == chosen:
            self.seat.run(self._serve(unit.id))

    async def _serve(self, unit: Id) -> None:
        """Write it down; not again where it stands there, nor by one who may only watch."""
        try:
            await self.seat.desk.submit(ServeUnit(unit))
        except Refused as refusal:
            LOG.info("not tied to a unit: %s", refusal)

    def report(self, make: Callable[[Id], ReportSituation]) -> None:
        """Send the quick report."""
        unit = self.my_unit()
        if unit is not None:
            self.seat.run(self._report(make(unit.id)))

    async def _report(self, command: ReportSituation) -> None:
        await self.seat.submit(command, said=say("Report sent"))
        self.situation.clear()

    def call_mayday(self) -> None:
        """Call for help; every desk is alarmed."""
        unit = self.my_unit()
        if unit is not None:
            self.seat.perform(DeclareMayday(unit.id, self.words.line.text()), said=say("MAYDAY sent"))

    def take_in_hand(self, alarm: Alarm | None) -> None:
        """Say that this laptop has an alarm in hand."""
        if alarm is not None:
            self.seat.perform(AnswerAlarm(alarm.id), said=say("In hand: {what}", what=alarm.text))

    def ask_track(self) -> None:
        """Ask for a file and write there where the unit was."""
        path = ask_where(self.words.window(), tr("My track as GPX …"), "track.gpx", tr("Tracks (*.gpx)"), self.seat)
        if path is not None:
            self.write_track(path)

    def write_track(self, path: Path) -> None:
        """Write where the unit was in the last day into a GPX file."""
        unit = self.my_unit()
        if unit is not None:
            self.seat.run(self._write_track(unit, path))

    async def _write_track(self, unit: UnitView, path: Path) -> None:
        await write_trails(self.services.trails, {unit.id: unit.callsign}, self.seat.now_ms(), path, self.seat.desk.picture.operation)
        self.seat.notice(Level.DONE, say("Track written into {file}", file=str(path)))
