"""Calls of an exercise ring at the desk as real ones do: F2 answers the one that rings longest, and what the caller tells stands on the form."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from commandcenter.model.commands import ReportIncident
from commandcenter.model.errors import Refused
from commandcenter.ui.exercise.port import ExercisePort
from commandcenter.ui.notice import Level
from commandcenter.ui.report.drafts import Draft
from commandcenter.ui.report.form import ReportForm
from commandcenter.ui.report.ringing import Ring
from commandcenter.ui.seat import Seat
from commandcenter.ui.type_names import type_name


class Callers(QObject):
    """Joins a run and the form on which calls are taken. Qt thread."""

    def __init__(self, seat: Seat, port: ExercisePort, form: ReportForm) -> None:
        """Let the calls of a run ring."""
        super().__init__(form)
        self._seat, self._port, self._form = seat, port, form
        self._here: dict[Ring, str] = {}
        """The calls that ring here, and the injects they come from."""
        seat.ticked.connect(self.refresh)
        seat.changed.connect(self.refresh)
        form.ringing.answered.connect(self._answered)

    def refresh(self, _what: object = None) -> None:
        """Begin to ring, and end what somebody else has taken."""
        now = {Ring(call.rang_ms, call.phone): call.number for call in self._port.ringing()}
        for ring in [ring for ring in self._here if ring not in now]:
            del self._here[ring]
            self._form.ringing.taken_elsewhere(ring)
        for ring, number in now.items():
            if ring not in self._here:
                self._here[ring] = number
                self._form.ringing.give_back(ring)

    def _answered(self, ring: Ring) -> None:
        number = self._here.pop(ring, None)
        if number is not None:
            QTimer.singleShot(0, self, lambda: self._seat.run(self._take(ring, number)))

    async def _take(self, ring: Ring, number: str) -> None:
        try:
            told = await self._port.answer(number)
        except Refused as refused:
            self._seat.notice(Level.REFUSED, refused.sentence)
            return
        self._form.show_draft(self._draft(told, ring))

    def _draft(self, told: ReportIncident, ring: Ring) -> Draft:
        """Return what the caller tells as it stands on the form; nothing is in the log before the player keeps it."""
        return Draft(
            began_ms=self._seat.now_ms(),
            type=told.type,
            type_text=type_name(self._seat.desk.catalogue, told.type),
            place_text=told.address,
            place_kind="address",
            lon=told.at.lon,
            lat=told.at.lat,
            priority=told.priority,
            text=told.text,
            caller=told.caller_name,
            phone=told.caller_phone,
            rang_ms=ring.rang_ms,
        )
