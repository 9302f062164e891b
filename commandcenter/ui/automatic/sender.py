"""Counts down at the desk that reported an incident whose policy sends by itself, and sends; stopped with one key."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Hashable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from commandcenter.dispatch.automatic import WhyNot, reported_by, waits_s, why_not
from commandcenter.dispatch.jsonform import kept_json
from commandcenter.dispatch.recommendation import Recommendation
from commandcenter.model.commands import AcceptRecommendation, ReportNotSent, StopSending
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.sentences import say
from commandcenter.picture.views import IncidentView
from commandcenter.ui.notice import Level
from commandcenter.ui.recommend.weighing import weigh
from commandcenter.ui.seat import Seat

FRESH_S = 60
"""What was reported longer ago when it is first seen is not counted down any more: this desk was not at work."""
GAP_S = 10
"""After such a pause, as after sleep, every countdown begins anew: nobody could have seen it."""


@dataclass(frozen=True, slots=True)
class Counting:
    """One countdown."""

    incident: Id
    number: str
    left_s: float
    mine: bool
    """Whether it is this desk that will send."""


class AutomaticSender(QObject):
    """The countdowns of one desk. Qt thread. What may be sent, and by whom, is told in `dispatch.automatic`.

    Signals:
        changed(): another countdown, or another second of one.
    """

    changed = Signal()

    def __init__(self, seat: Seat, attended: Callable[[], bool]) -> None:
        """Look each second. `attended`: whether somebody can see the screen."""
        super().__init__(seat)
        self._seat, self._attended = seat, attended
        self.counting: tuple[Counting, ...] = ()
        """The next first."""
        self._begun: dict[Id, tuple[Hashable, float]] = {}
        self._busy: set[Id] = set()
        self._looked = (seat.desk.clock.wall_ms() / 1000, seat.desk.clock.monotonic_s())
        seat.ticked.connect(self._tick)

    def stop(self) -> None:
        """Leave to a person what the chosen incident counts down, else the next of all."""
        one = self.shown
        if one is None:
            self._seat.notice(Level.HINT, say("Nothing is about to be sent by itself"))
        else:
            self._seat.perform(StopSending(one.incident), said=say("{number} is not sent to by itself any more: send by hand", number=one.number))

    @property
    def shown(self) -> Counting | None:
        """Return the countdown of the chosen incident, else the next of all; `None` where there is none."""
        return next((one for one in self.counting if one.incident == self._seat.incident), next(iter(self.counting), None))

    def look(self) -> None:
        """Begin, go on with and end the countdowns."""
        self._forget_after_a_pause()
        found = self._find() if self._may() else []
        known = {one.incident for one in found}
        self._begun = {incident: begun for incident, begun in self._begun.items() if incident in known}
        for one in found:
            if one.mine and one.left_s <= 0 and one.incident not in self._busy:
                self._busy.add(one.incident)
                self._seat.run(self._send(one.incident))
        before, self.counting = self.counting, tuple(sorted(found, key=lambda one: (one.left_s, one.number)))
        if before != self.counting:
            self.changed.emit()

    def _tick(self, _now_ms: object) -> None:
        self.look()

    def _may(self) -> bool:
        named = self._seat.desk.catalogue.policy.automatic.after_s
        return bool(named) and self._seat.at_work and self._seat.lacks(AcceptRecommendation) is None

    def _forget_after_a_pause(self) -> None:
        clock = self._seat.desk.clock
        now = (clock.wall_ms() / 1000, clock.monotonic_s())
        if any(abs(here - then) > GAP_S for here, then in zip(now, self._looked, strict=True)):
            self._begun.clear()
        self._looked = now

    def _find(self) -> list[Counting]:
        desk, found = self._seat.desk, []
        named, now_s, now_ms = desk.catalogue.policy.automatic.after_s, desk.clock.monotonic_s(), desk.clock.wall_ms()
        for incident in desk.picture.incidents():
            after_s = waits_s(desk.picture, incident, desk.catalogue) if incident.type in named else None
            if after_s is None:
                continue
            mine, key = reported_by(desk.picture, incident.id) == desk.device, _key(incident)
            begun = self._begun.get(incident.id)
            if begun is None and abs(now_ms - incident.reported_ms) > 1000 * FRESH_S:
                self._too_late(incident.id, mine)
                continue
            if begun is None and mine:
                self._seat.notice(
                    Level.HINT, say("{number} will be sent to by itself in {n} s; Ctrl+. stops that", number=incident.number, n=after_s)
                )
            if begun is None or begun[0] != key:
                begun = self._begun[incident.id] = key, now_s
            found.append(Counting(incident.id, incident.number, max(0.0, after_s - (now_s - begun[1])), mine))
        return found

    def _too_late(self, incident: Id, mine: bool) -> None:
        if mine and incident not in self._busy:
            self._busy.add(incident)
            self._seat.run(self._report(incident, WhyNot.LATE))

    async def _send(self, incident_id: Id) -> None:
        why: WhyNot | None = None
        try:
            why = await self._try(incident_id)
        except Refused:
            why = WhyNot.REFUSED
        finally:
            self._busy.discard(incident_id)
            self._begun.pop(incident_id, None)
        if why is not None:
            await self._report(incident_id, why)

    async def _try(self, incident_id: Id) -> WhyNot | None:
        """Send; return what spoke against it, `None` where it was sent or is not to be sent any more."""
        desk, begun = self._seat.desk, desk_view(self._seat, incident_id)
        if begun is None:
            return None
        if not self._attended():
            return WhyNot.UNATTENDED
        if any(incident_id in (pair.older.id, pair.newer.id) for pair in await desk.advice.duplicates()):
            return WhyNot.DUPLICATE
        found = await desk.recommend(incident_id)
        against = why_not(found, begun, desk.catalogue)
        if against is not None:
            return against
        shown = await asyncio.to_thread(kept_json, found)
        now = desk_view(self._seat, incident_id)
        if now is None or _key(now) != _key(begun):
            return None  # somebody has it in hand, or has changed it: then the countdown begins anew
        await self._accept(now, found, AcceptRecommendation(now.id, _units(found), _goods(found), shown, by_policy=True))
        return None

    async def _accept(self, incident: IncidentView, found: Recommendation, command: AcceptRecommendation) -> None:
        names = ", ".join(unit.callsign for unit in found.units)
        (done,) = await self._seat.submit(command, said=say("Sent to {number} by policy: {units}", number=incident.number, units=names))
        self._seat.run(weigh(self._seat, done.created[0], incident.id, [unit.unit_id for unit in found.units]))

    async def _report(self, incident_id: Id, why: WhyNot) -> None:
        """Write down why it was not sent, unless a person has taken it over meanwhile."""
        try:
            if desk_view(self._seat, incident_id) is not None:
                await self._seat.desk.submit(ReportNotSent(incident_id, why))
        finally:
            self._busy.discard(incident_id)


def desk_view(seat: Seat, incident_id: Id) -> IncidentView | None:
    """Return an incident that is still to be sent to by itself; `None` where it is not any more."""
    desk = seat.desk
    incident = desk.picture.incident(incident_id)
    return incident if incident is not None and waits_s(desk.picture, incident, desk.catalogue) is not None else None


def _key(incident: IncidentView) -> Hashable:
    """Return what somebody may change of an incident so that its countdown begins anew."""
    return incident.type, incident.at, incident.priority, incident.grade, incident.alarm_level


def _units(found: Recommendation) -> tuple[tuple[Id, str], ...]:
    return tuple((unit.unit_id, unit.slot) for unit in found.units)


def _goods(found: Recommendation) -> tuple[tuple[Id, str, int], ...]:
    return tuple((source.depot_id, source.item, source.quantity) for source in found.supplies)
