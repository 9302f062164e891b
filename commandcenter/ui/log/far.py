"""Rows of the log that the picture no longer holds: read from the log when they are looked at, and forgotten again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence

from commandcenter.model.ids import Id
from commandcenter.picture.views import LogLine
from commandcenter.ui.log.reading import lines_at
from commandcenter.ui.seat import Seat

HELD = 4_000
"""Lines kept here at most, those looked at last: a screen has a hundred."""
PAGE = 400
"""Rows read at one go."""


class FarLines:
    """The lines of one list by their row, counted from the oldest of the log. Qt thread."""

    def __init__(self, seat: Seat, came: Callable[[], object]) -> None:
        """Read through a seat's desk; `came`: rows that were asked for are there now."""
        self._seat, self._came = seat, came
        self._lines: OrderedDict[int, LogLine] = OrderedDict()
        self._wanted: list[int] = []
        self._lost: set[int] = set()
        """Positions at which the log holds nothing that can be read."""
        self._reading = False

    def forget(self) -> None:
        """Read everything anew: names or the language have changed."""
        self._lines.clear()
        self._lost.clear()

    def get(self, place: int) -> LogLine | None:
        """Return the line at a place, or ask for it with those around it and return `None`."""
        picture = self._seat.desk.picture
        positions = picture.line_positions(place, place + 1)
        if not positions:
            return None
        line = self._lines.get(positions[0]) or picture.line_at(positions[0])
        if line is not None:
            self._keep([line])
        elif positions[0] not in self._lost:
            self._ask(place)
        return line

    async def read(self, first: int, last: int) -> list[LogLine]:
        """Return the lines of the rows `first` to before `last`, oldest first. Raises `KnownError`."""
        return await self.read_at(self._seat.desk.picture.line_positions(first, last))

    async def read_at(self, positions: Sequence[int]) -> list[LogLine]:
        """Return the lines at positions of the log, in their order. Raises `KnownError`."""
        return await lines_at(self._seat.desk, positions)

    async def of_incident(self, incident: Id) -> list[LogLine]:
        """Return the older lines about an incident, oldest first. Raises `KnownError`."""
        lines = await self.read_at(self._seat.desk.picture.past_lines_of(incident))
        return sorted((line for line in lines if line.incident == incident), key=lambda line: line.stamp.hlc)

    def _ask(self, place: int) -> None:
        self._wanted.append(place)
        if not self._reading and self._seat.at_work:
            self._reading = True
            self._seat.run(self._read_wanted())

    async def _read_wanted(self) -> None:
        """Read what is in sight now, not what was on the way there."""
        try:
            while self._wanted:
                place = self._wanted[-1]
                self._wanted.clear()
                positions = self._seat.desk.picture.line_positions(max(0, place - PAGE // 2), place + PAGE // 2)
                lines = await self.read_at(positions)
                self._lost.update({*positions} - {line.position for line in lines})
                self._keep(lines)
                self._came()
        finally:
            self._reading = False

    def _keep(self, lines: Sequence[LogLine]) -> None:
        for line in lines:
            self._lines[line.position] = line
            self._lines.move_to_end(line.position)
        while len(self._lines) > HELD:
            self._lines.popitem(last=False)
