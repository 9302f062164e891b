"""Carries out one line of the command line without a window: for scripts, and for what a script hands to an open desk."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from commandcenter.dispatch.desk import Desk
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.ports import Place
from commandcenter.model.sentences import Sentence
from commandcenter.ui.command_line.known import WindowWords
from commandcenter.ui.command_line.lines import NO_WINDOW, understand
from commandcenter.ui.command_line.reading import Act, Reading

PLACES = 8


@dataclass(frozen=True, slots=True)
class LineDone:
    """What a line came to."""

    says: Sentence
    """What it does, in the words the command line shows before Enter."""
    entries: tuple[str, ...] = ()
    """Ids of the entries that were committed, hexadecimal."""
    created: tuple[Id, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenWindow:
    """A window that shows what lines ask for."""

    words: Callable[[], WindowWords]
    show: Callable[[Reading], object]


async def carry_out(desk: Desk, line: str, *, dry: bool = False, language: str = "en", window: OpenWindow | None = None) -> LineDone:
    """Understand a line and do it; with `dry` only say what it would do. Raises `Refused` and `KnownError`; then nothing was done.

    What a line only shows needs an open `window`. A line of several commands stops at the first that is refused; those before it stay.
    """

    async def find(text: str) -> tuple[Place, ...]:
        found = await asyncio.to_thread(desk.gazetteer.search, text, near=None, limit=PLACES)
        return tuple(found)

    reading = await understand(line, desk, find, language, window.words() if window is not None else NO_WINDOW)
    if not reading.ready:
        raise Refused(reading.says.template, **reading.says.params)
    if not reading.commands and window is not None:
        if not dry:
            window.show(reading)
        return LineDone(reading.says)
    if not reading.commands:
        raise Refused("This line only does something in an open window; there is none.") if reading.act != Act.GO else _place(reading.place)
    if dry:
        return LineDone(reading.says)
    done = [await desk.submit(command) for command in reading.commands]
    entries = tuple(entry.id.hex() for outcome in done for entry in outcome.entries)
    return LineDone(reading.says, entries, tuple(ident for outcome in done for ident in outcome.created))


def _place(place: Place | None) -> Refused:
    if place is None:
        return Refused("This line only does something in an open window; there is none.")
    return Refused("{name} is at {lon}, {lat}; only the window can show it.", name=place.name, lon=f"{place.at.lon:.6f}", lat=f"{place.at.lat:.6f}")
