"""Carries out one line of the command line without a window: for scripts, and for what a script hands to an open desk."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from commandcenter.dispatch.desk import Desk
from commandcenter.dispatch.street_closure import find_street
from commandcenter.model.commands import CloseRoad
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.ports import Place
from commandcenter.model.sentences import ProperName, Sentence, say
from commandcenter.ui.command_line.known import Named, WindowWords
from commandcenter.ui.command_line.lines import understand
from commandcenter.ui.command_line.reading import Act, Reading
from commandcenter.ui.command_line.verbs import MAP_PAPER

PLACES = 8
NO_SCREEN = say("This line only does something in an open window; there is none. Open the desk with “commandcenter”, then give the line again.")


@dataclass(frozen=True, slots=True)
class LineDone:
    """What a line came to."""

    says: Sentence
    """What it does, in the words the command line shows before Enter, or what came of it."""
    entries: tuple[str, ...] = ()
    """Ids of the entries that were committed, hexadecimal."""
    created: tuple[Id, ...] = ()
    files: tuple[Path, ...] = ()
    """What was printed."""
    warns: Sentence | None = None
    """What speaks against it, though it was done."""
    tells: tuple[Sentence, ...] = ()
    """What a line that only shows something found, where no window shows it."""


def answer_of(done: LineDone) -> dict[str, Any]:
    """Return it as plain values, for a program to read."""
    files = [str(file) for file in done.files]
    tells = [str(line) for line in done.tells]
    created = {"entries": list(done.entries), "created": list(done.created)}
    return {"says": str(done.says), **created, "files": files, "warns": str(done.warns or ""), "tells": tells}


class Hands(Protocol):
    """What lines do that is neither a command nor only shown."""

    async def write_paper(self, paper: str, incident: Id | None) -> LineDone:
        """Print a paper; `incident`: about this one. Raises `Refused` and `KnownError`."""

    async def tell(self, reading: Reading) -> tuple[Sentence, ...]:
        """Answer in words what a line would show in a window; empty where only a window can. Raises `Refused` and `KnownError`."""

    async def take_back(self, *, dry: bool) -> LineDone:
        """Take back the last thing that who sits here did; with `dry` only say what that is. Raises `Refused` and `KnownError`."""


@dataclass(frozen=True, slots=True)
class OpenWindow:
    """A window that shows what lines ask for."""

    words: Callable[[], WindowWords]
    show: Callable[[Reading], object]


async def carry_out(
    desk: Desk, line: str, *, dry: bool = False, language: str = "en", window: OpenWindow | None = None, hands: Hands | None = None
) -> LineDone:
    """Understand a line and do it; with `dry` only say what it would do. Raises `Refused` and `KnownError`; then nothing was done.

    What a line only shows needs an open `window`, or `hands` that tell it; printing and taking back need `hands`. A line of several
    commands stops at the first that is refused; those before it stay.
    """

    async def find(text: str) -> tuple[Place, ...]:
        found = await asyncio.to_thread(desk.gazetteer.search, text, near=None, limit=PLACES)
        return tuple(found)

    reading = await understand(line, desk, find, language, window.words() if window is not None else _words_of(desk))
    if not reading.ready:
        raise Refused(reading.says.template, **reading.says.params)
    if reading.act is Act.STREET:
        reading = await _closing(desk, reading, language)
    if hands is not None and reading.act is Act.UNDO:
        return await hands.take_back(dry=dry)
    if hands is not None and reading.act is Act.PRINT and reading.detail != MAP_PAPER:
        return LineDone(reading.says) if dry else await hands.write_paper(reading.detail, reading.subject)
    if not reading.commands and window is None and hands is not None:
        tells = await hands.tell(reading)
        if tells:
            return LineDone(reading.says, tells=tells)
    if not reading.commands:
        return _shown(reading, window, dry=dry)
    if dry:
        return LineDone(reading.says, warns=reading.warns)
    done = [await desk.submit(command) for command in reading.commands]
    entries = tuple(entry.id.hex() for outcome in done for entry in outcome.entries)
    return LineDone(reading.says, entries, tuple(ident for outcome in done for ident in outcome.created), warns=reading.warns)


def _words_of(desk: Desk) -> WindowWords:
    """Return what a line may name without a window: the kinds of vehicles."""
    return WindowWords(profiles=[Named(name, (name, name.replace("_", " "))) for name in desk.roads.profiles])


async def _closing(desk: Desk, reading: Reading, language: str) -> Reading:
    """Return what closes a street, exactly the one that was named: nobody looks at it on a map first. Raises `Refused`."""
    found = await asyncio.to_thread(find_street, desk.gazetteer, reading.typed, None)
    said = say("Close {street}, {town}: {metres} m", street=ProperName(found.name, found.names), town=found.town, metres=round(found.length_m))
    name = found.names.get(language, found.name)
    return replace(reading, says=said, commands=tuple(CloseRoad(shape, name, reading.reason) for shape in found.shapes))


def _shown(reading: Reading, window: OpenWindow | None, *, dry: bool) -> LineDone:
    if window is None:
        raise Refused(NO_SCREEN.template) if reading.act != Act.GO else _place(reading.place)
    if not dry:
        window.show(reading)
    return LineDone(reading.says)


def _place(place: Place | None) -> Refused:
    if place is None:
        return Refused(NO_SCREEN.template)
    return Refused("{name} is at {lon}, {lat}; only the window can show it.", name=place.name, lon=f"{place.at.lon:.6f}", lat=f"{place.at.lat:.6f}")
