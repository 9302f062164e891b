"""Understands a line against a desk, looking places up where it must. No Qt."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from commandcenter.model.ports import Place
from commandcenter.ui.command_line.grammar import read
from commandcenter.ui.command_line.known import Known, TypeWords
from commandcenter.ui.command_line.reading import Reading
from commandcenter.ui.ports import DeskPort

Places = Mapping[str, tuple[Place, ...]]


def known_of(desk: DeskPort, places: Places, language: str) -> Known:
    """Return what a line may name now."""
    return Known.of(
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


async def understand(line: str, desk: DeskPort, find: Callable[[str], Awaitable[tuple[Place, ...]]], language: str) -> Reading:
    """Return what a whole line means; `find` answers a text with places, best first."""
    places: dict[str, tuple[Place, ...]] = {}
    reading = read(line, known_of(desk, places, language))
    while reading.asks and reading.asks not in places:
        places[reading.asks] = await find(reading.asks)
        reading = read(line, known_of(desk, places, language))
    return reading
