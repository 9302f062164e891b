"""With the graphics card or without: a start that the card brought down is followed by one that does not ask it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

AUTO, CARD, SOFTWARE = "auto", "card", "software"
CHOICES = (AUTO, CARD, SOFTWARE)


class GraphicsMark:
    """A mark in the home folder from the moment the card is asked until the map stands; it is found again where the card took the program with it."""

    def __init__(self, path: Path) -> None:
        """`path` is the mark's file."""
        self._path = path

    def software(self, choice: str) -> bool:
        """Return whether to draw without the card; `card` gives it another try from now on."""
        if choice == CARD:
            self.trust()
        return choice == SOFTWARE or (choice == AUTO and self._path.exists())

    def doubt(self) -> None:
        """Note that the card is being asked, or that it has failed."""
        with suppress(OSError):
            self._path.touch()

    def trust(self) -> None:
        """Note that it works."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)
