"""The clock and the staff's notes of an exercise; live operations have neither."""

from __future__ import annotations

from commandcenter.dispatch.now import Now
from commandcenter.dispatch.writing import put
from commandcenter.model.commands import SetExerciseClock, WriteStaffNote
from commandcenter.model.entries import Draft, EntryType, Kind, Section
from commandcenter.model.errors import Refused
from commandcenter.model.ids import is_exercise
from commandcenter.picture.picture import Picture

MOST_SPEED = 60.0
MOST_BYTES = 64_000


def set_exercise_clock(picture: Picture, command: SetExerciseClock, now: Now) -> list[Draft]:
    """Say what time it is in the exercise."""
    _check(picture)
    if not 0 <= command.speed <= MOST_SPEED:
        raise Refused("The speed must be from ×1 to ×{most}.", most=int(MOST_SPEED))
    clock = {"clock": [command.exercise_ms, command.wall_ms, float(command.speed)]}
    return [Draft(EntryType.EXERCISE_CLOCK_SET, put(Kind.EXERCISE, picture.operation, clock))]


def write_staff_note(picture: Picture, command: WriteStaffNote, now: Now) -> list[Draft]:
    """Keep a sealed note."""
    _check(picture)
    if not 0 < len(command.sealed) <= MOST_BYTES:
        raise Refused("A note of an exercise is too long.")
    return [Draft(EntryType.EXERCISE_NOTED, put(Kind.EXERCISE_NOTE, now.new_id(), {"sealed": command.sealed}, Section.STAFF))]


def _check(picture: Picture) -> None:
    if not is_exercise(picture.operation):
        raise Refused("This is no exercise.")
