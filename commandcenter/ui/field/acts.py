"""What the person of a field window does for the unit: each act is one command, answered in the strip."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from commandcenter.model.commands import (
    AnswerAlarm,
    AnswerOrder,
    DeclareMayday,
    EndTask,
    GiveTask,
    NewFile,
    ReportSituation,
    SendMessage,
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
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.layers.trail_file import write_trails
from commandcenter.ui.notice import Level
from commandcenter.ui.ports import Services
from commandcenter.ui.seat import Seat


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
        self.seat.perform(AnswerOrder(Id(order), unit.id, state, reason if state == OrderState.REFUSED else ""), said=say("Answer sent"))
        if state == OrderState.REFUSED:
            self.words.line.clear()

    def say_words(self, words: str) -> None:
        """Send words to all on the incident."""
        unit = self.my_unit()
        if unit is not None:
            command = SendMessage(words, unit.incident, unit.id, files=self._attached, from_unit=True)
            self._attach(())
            self.seat.perform(command, said=say("Sent"))

    def ask_photo(self) -> None:
        """Ask for a photo or another file that goes with the next words."""
        kinds = tr("Photos and files (*.jpg *.jpeg *.png *.webp *.heic *.gpx *.geojson *.pdf *.txt);;All files (*)")
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

    def name_team(self, names: tuple[str, ...]) -> None:
        """Say who is in the crew."""
        unit = self.my_unit()
        if unit is not None:
            self.seat.perform(SetTeam(unit.id, names), said=say("The team has {n} names", n=len(names)))

    def give_task(self, member: str, text: str) -> None:
        """Give somebody of the crew something to do."""
        unit = self.my_unit()
        if unit is not None:
            self.seat.perform(GiveTask(unit.id, text, member), said=say("Task given"))

    def end_task(self, task: str, done: bool) -> None:
        """A task is done, or called off."""
        self.seat.perform(EndTask(Id(task), done), said=say("Task done") if done else say("Task called off"))

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
        path = QFileDialog.getSaveFileName(self.words.window(), tr("My track as GPX …"), "track.gpx", tr("Tracks (*.gpx)"))[0]
        if path:
            self.write_track(Path(path))

    def write_track(self, path: Path) -> None:
        """Write where the unit was in the last day into a GPX file."""
        unit = self.my_unit()
        if unit is not None:
            self.seat.run(self._write_track(unit, path))

    async def _write_track(self, unit: UnitView, path: Path) -> None:
        await write_trails(self.services.trails, {unit.id: unit.callsign}, self.seat.now_ms(), path)
        self.seat.notice(Level.DONE, say("Track written into {file}", file=str(path)))
