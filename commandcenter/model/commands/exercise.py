"""What only exercises need: their clock for all computers, and what controllers and evaluators write for each other."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.model.commands.base import Command


@dataclass(frozen=True, slots=True)
class SetExerciseClock(Command):
    """Tell every computer of an exercise what time it is there: at `wall_ms` it was `exercise_ms`, running `speed` times as fast (0: it stands)."""

    exercise_ms: int
    wall_ms: int
    speed: float


@dataclass(frozen=True, slots=True)
class WriteStaffNote(Command):
    """Keep what only controllers and evaluators may read: sealed for them, in a section of its own."""

    sealed: bytes
