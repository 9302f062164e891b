"""Understands a line against a desk, looking places up where it must. No Qt."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from functools import partial

from commandcenter.model.entries import EntryId, EntryType
from commandcenter.model.ids import Id
from commandcenter.model.ports import Place
from commandcenter.monitor.alarms import alarms
from commandcenter.picture.picture import Picture
from commandcenter.picture.views import CallView
from commandcenter.ui.command_line.grammar import read
from commandcenter.ui.command_line.known import Known, Lookups, TypeWords, WindowWords
from commandcenter.ui.command_line.reading import Reading
from commandcenter.ui.command_line.reasons import reasons_said
from commandcenter.ui.conflicts.settling import dispute_of
from commandcenter.ui.ports import DeskPort
from commandcenter.ui.report.same import same_incident

NO_WINDOW = WindowWords()
SLICE = 100
"""Rows of the log that are looked through at a time."""
Places = Mapping[str, tuple[Place, ...]]


def known_of(desk: DeskPort, places: Places, language: str, window: WindowWords = NO_WINDOW) -> Known:
    """Return what a line may name now; `window`: what it may name of an open window."""
    known = Known.of(
        desk.picture.units(),
        desk.picture.incidents(),
        [TypeWords(t.code, {"en": t.en, "zh": t.zh}, (t.apco,)) for t in desk.catalogue.types.values()],
        places,
        language,
        orders=desk.picture.duty.orders(),
        roll_calls=desk.picture.duty.roll_calls(),
        now_ms=desk.clock.wall_ms(),
        depots=desk.picture.depots(),
        facilities=desk.picture.facilities(),
        catalogue=desk.catalogue,
        groups=desk.picture.words.groups(),
    )
    closures = [closure for closure in desk.picture.closures() if not closure.reopened]
    return replace(known, window=window, closures=closures, timers=desk.picture.duty.timers(), lookups=_lookups(desk), reasons=reasons_said())


def _lookups(desk: DeskPort) -> Lookups:
    picture = desk.picture
    return Lookups(
        alarms=lambda: alarms(picture, desk.catalogue, desk.clock.wall_ms()),
        disputes=lambda: [dispute_of(desk, one, medical=False) for one in picture.conflicts()],
        transfers=picture.supplies.transfers,
        placements=picture.care.placements,
        callbacks=picture.callbacks,
        calls=picture.calls,
        call_of=partial(_newest_call, picture),
        merging_of=partial(_merging_of, picture),
        same=lambda report: same_incident(desk, report.type, report.at, report.text, desk.clock.wall_ms()),
    )


def _newest_call(picture: Picture, incident: Id) -> CallView | None:
    view = picture.incident(incident)
    calls = [call for call_id in (view.calls if view is not None else ()) if (call := picture.call(call_id)) is not None]
    return calls[-1] if calls else None


def _merging_of(picture: Picture, incident: Id) -> EntryId | None:
    """Return the newest entry that marked an incident as a duplicate, among the rows that are kept."""
    part = picture.lines(SLICE, incident=incident)
    while part:
        for line in part:
            if line.type == EntryType.INCIDENT_MERGED:
                return line.entry
        part = picture.lines(SLICE, part[-1].position, incident)
    return None


async def understand(
    line: str, desk: DeskPort, find: Callable[[str], Awaitable[tuple[Place, ...]]], language: str, window: WindowWords = NO_WINDOW
) -> Reading:
    """Return what a whole line means; `find` answers a text with places, best first."""
    places: dict[str, tuple[Place, ...]] = {}
    reading = read(line, known_of(desk, places, language, window))
    while reading.asks and reading.asks not in places:
        places[reading.asks] = await find(reading.asks)
        reading = read(line, known_of(desk, places, language, window))
    return reading
