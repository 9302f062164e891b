"""All timelines of one exercise: the first run and every branch of it. None is lost; one is played, the others stand still."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.exercise.course import Course, OpenLog
from commandcenter.exercise.rewind import branch
from commandcenter.model.errors import Refused


@dataclass(frozen=True, slots=True)
class Timeline:
    """One of them."""

    number: int
    """0 is the first run."""
    course: Course
    of: int | None = None
    """The timeline that it left."""
    from_ms: int | None = None
    """When it left it, exercise time."""


class Timelines:
    """In the thread of the runs' loop."""

    def __init__(self, first: Course, open_log: OpenLog) -> None:
        """Begin with a run; branches open their logs with `open_log`."""
        self.all = [Timeline(0, first)]
        self._open_log = open_log
        self._current = 0

    @property
    def current(self) -> Timeline:
        """Return the one that is played."""
        return self.all[self._current]

    async def go_back(self, moment_ms: int) -> Timeline:
        """Begin a new timeline at a past moment of the present one, which is kept. Raises `Refused`."""
        number = len(self.all)
        twin = await branch(self.current.course, moment_ms, self._open_log, number)
        self.all.append(Timeline(number, twin, self._current, moment_ms))
        self._current = number
        return self.current

    def choose(self, number: int) -> Timeline:
        """Go on with another timeline where it stands. Raises `Refused`."""
        if not 0 <= number < len(self.all):
            raise Refused("There is no timeline {number}.", number=number)
        self._current = number
        return self.current

    async def close(self) -> None:
        """End all runs; their logs belong to who opened them."""
        for one in self.all:
            await one.course.close()
