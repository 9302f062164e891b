"""What the field window needs of the receiver; `app.receiver` is the real one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from commandcenter.geo.positioning.fix import Fix
from commandcenter.geo.positioning.source import Source

TRIED_S = 20
"""So long a receiver is tried for a first position; one that has just been switched on may need longer, and the reason says so."""


@dataclass(frozen=True, slots=True)
class SerialLine:
    """A serial line of this computer."""

    device: str
    name: str
    """What the system calls it."""


class ReceiverPort(Protocol):
    """The receiver of this computer. In the loop of the window."""

    @property
    def source(self) -> Source | None:
        """What is followed; `None`: nothing."""

    def use(self, source: Source | None) -> None:
        """Follow this one from now on, at the next start too. Raises `KnownError` when that cannot be kept."""

    async def lines(self) -> tuple[SerialLine, ...]:
        """Return the serial lines of this computer."""

    async def test(self, source: Source) -> Fix:
        """Return the first position that a receiver gives. Raises `KnownError` with the reason why there is none."""
