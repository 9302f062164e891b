"""What is heard of a receiver while it is tried out, and the reason where it gives no position. Pure."""

from __future__ import annotations

from commandcenter.geo.positioning import gpsd, nmea
from commandcenter.geo.positioning.fix import Fix
from commandcenter.geo.positioning.source import ReceiverKind
from commandcenter.model.errors import KnownError


class Trial:
    """Counts what a receiver says."""

    def __init__(self, kind: ReceiverKind) -> None:
        """Nothing was heard yet."""
        self._kind = kind
        self._said = self._understood = 0
        self.reached = False
        """Whether there is a connection."""

    def hear(self, line: str) -> Fix | None:
        """Take a line in; return the position it carries. Raises `KnownError` where no position will ever come."""
        by_gpsd = self._kind == ReceiverKind.GPSD
        if by_gpsd and gpsd.has_no_receiver(line):
            raise KnownError("gpsd runs, but it has no receiver: is one plugged in?")
        self._said += 1
        self._understood += gpsd.is_report(line) if by_gpsd else nmea.is_sentence(line)
        return gpsd.read_report(line) if by_gpsd else nmea.read_sentence(line)

    def why_nothing(self) -> KnownError:
        """Return why there is no position when the time is over."""
        if not self.reached:
            return KnownError("No receiver: nothing answers at this address.")
        if self._understood:
            return KnownError("The receiver answers, but has no position yet: does it see the sky? The first one may take minutes.")
        if self._said and self._kind == ReceiverKind.SERIAL:
            return KnownError("Something speaks on this line, but no receiver: is the speed right?")
        if self._said:
            return KnownError("Something answers there, but no receiver.")
        return KnownError("There is a connection, but the receiver says nothing: is it switched on, is the line the right one?")
