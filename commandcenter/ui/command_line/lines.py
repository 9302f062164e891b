"""Understands a line against a desk, looking places up where it must. No Qt."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from commandcenter.model.ports import Place
from commandcenter.ui.command_line.grammar import read
from commandcenter.ui.command_line.known import Known, TypeWords, WindowWords
from commandcenter.ui.command_line.reading import Reading
from commandcenter.ui.ports import DeskPort

NO_WINDOW = WindowWords()
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
    return replace(known, window=window, closures=closures, timers=desk.picture.duty.timers())


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
