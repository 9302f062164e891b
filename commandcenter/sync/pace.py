"""How much a line carries, learned from what goes over it anyway."""

from __future__ import annotations

SLOW_BYTES_PER_S = 8_000
"""A photo of 2 MB takes longer than four minutes."""
_TELLING_BYTES, _TELLING_S = 8_000, 3.0
"""An exchange says something when it was so large or took so long; of others the way there and back is most."""
_ENOUGH_S = 6.0
_MEMORY_S = 120.0


class Pace:
    """A running sum that forgets. One thread."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._bytes = self._seconds = 0.0

    def note(self, size: int, took_s: float) -> None:
        """Take an exchange of so many bytes into account."""
        if size < _TELLING_BYTES and took_s < _TELLING_S:
            return
        kept = max(0.0, 1.0 - took_s / _MEMORY_S)
        self._bytes, self._seconds = self._bytes * kept + size, self._seconds * kept + took_s

    @property
    def slow(self) -> int | None:
        """Return how many bytes go per second where that is little; `None` on a good line, or while too little is known."""
        enough = self._seconds >= _ENOUGH_S and self._bytes < SLOW_BYTES_PER_S * self._seconds
        return max(1, round(self._bytes / self._seconds)) if enough else None
