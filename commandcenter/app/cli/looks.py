"""Notes in the log that the person at the seat got personal data on the command line, as windows do for what is on the screen."""

from __future__ import annotations

import argparse
from collections.abc import Iterable

from commandcenter.app.cli.seat import at_the_seat
from commandcenter.app.file_sticks import PERSONAL, readable
from commandcenter.app.home import Home
from commandcenter.dispatch.desk import Desk
from commandcenter.dispatch.handlers.privacy import MOST_LOOKS
from commandcenter.model.commands import RecordAccess
from commandcenter.model.entries import Kind
from commandcenter.model.ids import Id
from commandcenter.picture.persons import Thing
from commandcenter.picture.picture import Picture


async def note_looks(desk: Desk, things: Iterable[Thing]) -> None:
    """Note a look at each of these things. Raises `Refused` where that is not theirs to do."""
    now_ms, wanted = desk.clock.wall_ms(), sorted(set(things))
    for start in range(0, len(wanted), MOST_LOOKS):
        await desk.submit(RecordAccess(tuple((kind, entity, now_ms, 1) for kind, entity in wanted[start : start + MOST_LOOKS])))


def note_taken_out(args: argparse.Namespace, region: str, archived: Picture) -> bool | None:
    """Note in the live log that the personal attachments of an archive are taken out.

    Returns `None` where none are personal, and `False` where the operation's log is not on this computer: an archive itself is never
    written. Raises `Refused` or `KnownError`.
    """
    taken: list[tuple[str, Id]] = [(str(Kind.ATTACHMENT), file.id) for file in readable(archived, PERSONAL)]
    if not taken:
        return None
    if Home.open(args.home).setting(f"operation:{region}") != archived.operation:
        return False
    there = argparse.Namespace(**{**vars(args), "region": region})
    at_the_seat(there, lambda identity: note_looks(identity.desk, taken))
    return True
