"""What the map page expects of whoever draws its tiles."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol


class TileAddress(NamedTuple):
    """One tile of the slippy map, already checked: style and language known, zoom in range, x and y on the grid."""

    style: str
    """A theme's name: light, dark or night."""
    lang: str
    """en or zh: which names the labels prefer."""
    z: int
    x: int
    y: int
    scale: int = 2
    """Pixels per point: 2 makes a 512-px picture of a 256-point tile, for screens with more than one pixel a point."""


class TileSource(Protocol):
    """Draws tiles in threads of its own."""

    @property
    def attribution(self) -> str:
        """Whose data it is; plain text shown in the corner of the map."""

    @property
    def max_zoom(self) -> int:
        """Highest zoom it draws; the page enlarges tiles beyond."""

    def request(self, address: TileAddress, done: Callable[[bytes | None], None]) -> Callable[[], None]:
        """Ask for one tile as PNG and return at once, with a function that withdraws the request.

        `done` is called at most once, in any thread, with the picture or with `None` when it cannot be had.
        """
