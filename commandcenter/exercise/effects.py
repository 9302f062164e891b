"""What each kind of inject does: through the desk's one door, or to a crew that nobody sees."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from math import cos, pi, radians, sin

from commandcenter.exercise.crews import Crew, Crews
from commandcenter.exercise.details import needed_whole, read_number, read_whole
from commandcenter.exercise.further import parts_of
from commandcenter.exercise.other_desk import OtherDesk
from commandcenter.exercise.places import find_place
from commandcenter.exercise.scenario import Inject, InjectKind
from commandcenter.exercise.stage import DeskStage
from commandcenter.exercise.warnings import read_warning
from commandcenter.model.commands import (
    AddNote,
    AddUnit,
    AssignUnit,
    ChangeIncident,
    CloseRoad,
    Command,
    DrawSketch,
    MoveStock,
    ReportIncident,
    SendMessage,
)
from commandcenter.model.drawings import SketchKind
from commandcenter.model.entries import EntryId
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.sentences import Sentence, say
from commandcenter.model.words import LonLat

NETWORK_MINUTES = 10.0
"""How long a loss lasts when the inject does not say."""


LONGEST_TEXT = 200
"""Characters of a warning's headline on the map."""
CORNERS = 16
"""Of the polygon that stands for a circle."""
METRES_PER_DEGREE = 111_195.0
"""Of latitude, on a sphere of 6,371 km."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What came of an inject."""

    incident: Id | None = None
    entries: tuple[EntryId, ...] = ()
    why_not: Sentence | None = None
    """Why it could not happen; the controller must step in then."""
    short: Sentence | None = None
    """Which of its further effects could not happen, and why."""

    @property
    def done(self) -> bool:
        """Return whether it happened."""
        return self.why_not is None


class Effects:
    """Carries injects out. One thread."""

    def __init__(self, stage: DeskStage, crews: Crews, other: OtherDesk, language: str, incident_of: Callable[[str], Id | None]) -> None:
        """`language` is that of the texts; `incident_of` gives the incident that an inject opened."""
        self._other_desk = other
        self._stage = stage
        self._crews = crews
        self._language = language
        self._incident_of = incident_of
        self._opened: tuple[str, Id | None] = ("", None)
        """The inject that is happening, and the incident that it has just opened."""
        self._by_kind: Mapping[InjectKind, Callable[[Inject], Awaitable[Effect]]] = {
            InjectKind.CALL: self._report,
            InjectKind.PUBLIC_REPORT: self._report,
            InjectKind.SENSOR: self._report,
            InjectKind.WARNING: self._warning,
            InjectKind.INFORMATION: self._note,
            InjectKind.RADIO: self._radio,
            InjectKind.BREAKDOWN: self._breakdown,
            InjectKind.DELAY: lambda i: self._befall(i, lambda crew, _until: replace(crew, late_s=self._minutes(i, 3.0) * 60)),
            InjectKind.REFUSAL: lambda i: self._befall(i, lambda crew, _until: replace(crew, refuses=True)),
            InjectKind.SILENCE: lambda i: self._befall(i, lambda crew, until_ms: replace(crew, silent_until_ms=until_ms)),
            InjectKind.GPS_LOSS: lambda i: self._befall(i, lambda crew, until_ms: replace(crew, unseen_until_ms=until_ms)),
            InjectKind.NETWORK_LOSS: self._network,
            InjectKind.APART: self._apart,
            InjectKind.OTHER_DESK: self._other,
            InjectKind.CLOSURE: self._closure,
            InjectKind.PATIENT: self._patients,
            InjectKind.SHORTAGE: self._shortage,
            InjectKind.REINFORCEMENT: self._reinforcement,
        }

    async def carry_out(self, inject: Inject, rang_ms: int | None = None) -> Effect:
        """Do what an inject says, and then what else it brings; what it lacks, or the region or the desk will not have, is not done, and says why.

        `rang_ms`: when the call began to ring that is taken now.
        """
        try:
            first = await (self._by_kind[inject.kind](inject) if rang_ms is None else self._report(inject, rang_ms))
        except Refused as refused:
            return Effect(why_not=refused.sentence)
        further = await self.further(inject, first.incident)
        return Effect(first.incident, (*first.entries, *further.entries), short=further.short)

    async def further(self, inject: Inject, incident: Id | None) -> Effect:
        """Bring about the further effects of an inject that opened an incident, or none."""
        self._opened = (inject.number, incident)
        entries: list[EntryId] = []
        short = None
        for part in parts_of(inject):
            try:
                entries += (await self._by_kind[part.kind](part)).entries
            except Refused as refused:
                short = short or say("A further effect could not happen: {why}", why=refused.sentence)
        return Effect(incident, tuple(entries), short=short)

    async def _submit(self, command: Command) -> Effect:
        outcome = await self._stage.submit(command)
        entries = tuple(entry.id for entry in outcome.entries)
        return Effect(outcome.created[0] if isinstance(command, ReportIncident) else None, entries)

    def _said(self, inject: Inject) -> str:
        return inject.inject.get(self._language) or inject.synopsis.get(self._language) or inject.number

    def _told(self, inject: Inject) -> str:
        """Return what somebody says, and who, where it is not a unit that speaks for itself."""
        text = self._said(inject)
        if not inject.sender or inject.sender == inject.unit:
            return text
        return f"{inject.sender}：{text}" if self._language.startswith("zh") else f"{inject.sender}: {text}"

    def _minutes(self, inject: Inject, default: float) -> float:
        minutes = read_number(inject.details, "minutes")
        return default if minutes is None else minutes

    def _unit(self, inject: Inject) -> Id | None:
        return next((unit.id for unit in self._stage.units() if unit.callsign == inject.unit), None)

    def _crew_of(self, inject: Inject) -> Id:
        unit = self._unit(inject)
        if unit is None or self._crews.crew(unit) is None:
            raise Refused("There is no unit {callsign}.", callsign=inject.unit)
        return unit

    def _incident(self, inject: Inject) -> Id | None:
        number, opened = inject.details.get("incident", ""), self._opened
        return opened[1] if number and number == opened[0] and opened[1] is not None else self._incident_of(number)

    async def _report(self, inject: Inject, rang_ms: int | None = None) -> Effect:
        """Open an incident; of a call that rang, another call taker has answered it now."""
        answered_ms = None if rang_ms is None else self._stage.now_ms()
        return await self._submit(replace(self.reported(inject), rang_ms=rang_ms, answered_ms=answered_ms))

    def reported(self, inject: Inject) -> ReportIncident:
        """Return what a caller or a sensor tells. Raises `Refused` where the region has no such place."""
        place = find_place(inject.place, self._stage.desk.gazetteer)
        phone = inject.details.get("phone", "") if inject.kind is InjectKind.CALL else ""
        caller = inject.sender if inject.kind is InjectKind.CALL else ""
        return ReportIncident(
            inject.type, place.at, place.called(self._language), read_whole(inject.details, "priority"), self._said(inject), caller, phone
        )

    async def _note(self, inject: Inject) -> Effect:
        return await self._submit(AddNote(self._told(inject), self._incident(inject)))

    async def _warning(self, inject: Inject) -> Effect:
        """Say a warning, and draw where it holds until it expires."""
        warned = read_warning(inject.details)
        noted = await self._submit(AddNote(self._told(inject) + warned.words(self._language), self._incident(inject)))
        if not warned.area and warned.radius_m is None:
            return noted
        shape = warned.area or (find_place(inject.place, self._stage.desk.gazetteer).at,)
        until_ms = None if warned.minutes is None else self._stage.now_ms() + round(warned.minutes * 60_000)
        headline = (inject.synopsis.get(self._language) or self._said(inject)) + warned.words(self._language)
        drawn = await self._submit(
            DrawSketch(SketchKind.HAZARD, shape, headline[:LONGEST_TEXT], warned.hazard.value, None if warned.area else warned.radius_m, until_ms)
        )
        return Effect(None, (*noted.entries, *drawn.entries))

    async def _radio(self, inject: Inject) -> Effect:
        unit = self._unit(inject)
        return await self._submit(SendMessage(self._told(inject), self._incident(inject), unit, from_unit=unit is not None))

    async def _breakdown(self, inject: Inject) -> Effect:
        unit, minutes = self._crew_of(inject), self._minutes(inject, 0.0) or None
        if not await self._crews.break_down(unit, self._said(inject), minutes):
            raise Refused("{callsign} cannot break down now.", callsign=inject.unit)
        return Effect()

    async def _befall(self, inject: Inject, change: Callable[[Crew, int], Crew]) -> Effect:
        unit, until_ms = self._crew_of(inject), self._until_ms(inject)
        self._crews.disturb(unit, lambda crew: change(crew, until_ms))
        return Effect()

    def _until_ms(self, inject: Inject) -> int:
        return self._stage.now_ms() + round(self._minutes(inject, NETWORK_MINUTES) * 60_000)

    async def _network(self, inject: Inject) -> Effect:
        """Cut the data link to one unit, or to all: statuses and positions come when it is back."""
        until_ms = self._until_ms(inject)
        one = self._unit(inject)
        for unit_id in [one] if one is not None else [unit.id for unit in self._stage.units()]:
            self._crews.disturb(unit_id, lambda crew: replace(crew, silent_until_ms=until_ms, unseen_until_ms=until_ms))
        return await self._note(inject)

    async def _apart(self, inject: Inject) -> Effect:
        """Cut the line to the second desk."""
        self._other_desk.part(self._until_ms(inject))
        return await self._note(inject)

    async def _other(self, inject: Inject) -> Effect:
        """Let the second desk do something that arrives when the line is back."""
        if not self._other_desk.do(self._stage.now_ms(), self._deed(inject)):
            raise Refused("The desks are together: the other desk does nothing of its own.")
        return Effect()

    def _deed(self, inject: Inject) -> Command:
        unit, incident = self._unit(inject), self._incident(inject)
        match inject.details.get("do"):
            case "assign" if unit is not None and incident is not None:
                return AssignUnit(incident, unit, divert=True, reason=self._said(inject))
            case "priority" if incident is not None:
                return ChangeIncident(incident, {"priority": needed_whole(inject.details, "priority")})
            case "report":
                return self.reported(inject)
            case "note":
                return AddNote(self._said(inject), incident)
        raise Refused("What the other desk should do is not known here, or lacks its unit or incident.")

    async def _closure(self, inject: Inject) -> Effect:
        place = find_place(inject.place, self._stage.desk.gazetteer)
        minutes = self._minutes(inject, 0.0)
        until_ms = self._stage.now_ms() + round(minutes * 60_000) if minutes else None
        return await self._submit(
            CloseRoad(
                _around(place.at, read_number(inject.details, "radius") or 0.0), place.called(self._language), self._said(inject), None, until_ms
            )
        )

    async def _patients(self, inject: Inject) -> Effect:
        incident = self._incident(inject)
        if incident is None:
            raise Refused("The incident that this is about is not there.")
        count, level = needed_whole(inject.details, "count"), read_whole(inject.details, "alarm")
        self._crews.add_patients(incident, count)
        if level is not None:
            await self._stage.do(ChangeIncident(incident, {"alarm_level": level}))
        return await self._note(inject)

    async def _shortage(self, inject: Inject) -> Effect:
        depot = next((d for d in self._stage.desk.picture.depots() if d.name == inject.details.get("depot")), None)
        if depot is None:
            raise Refused("There is no such depot.")
        item, quantity = inject.details.get("item", ""), needed_whole(inject.details, "quantity")
        return await self._submit(MoveStock(depot.id, item, -quantity, reason=self._said(inject)))

    async def _reinforcement(self, inject: Inject) -> Effect:
        kind = self._stage.desk.catalogue.kinds.get(inject.details.get("kind", ""))
        if kind is None:
            raise Refused("There is no such kind of unit.")
        place = find_place(inject.place, self._stage.desk.gazetteer)
        return await self._submit(AddUnit(inject.unit, kind.code, kind.capabilities, kind.crew, None, place.at, kind.profile))


def _around(at: LonLat, radius_m: float) -> tuple[LonLat, ...]:
    """Return the shape of a closure: the point itself, or everything within a radius."""
    if radius_m <= 0:
        return (at,)
    north = radius_m / METRES_PER_DEGREE
    east = north / cos(radians(at.lat))
    ring = [LonLat(at.lon + east * cos(2 * pi * n / CORNERS), at.lat + north * sin(2 * pi * n / CORNERS)) for n in range(CORNERS)]
    return (*ring, ring[0])
