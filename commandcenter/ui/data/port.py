"""What the window about data needs from outside."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from commandcenter.model.ids import Id
from commandcenter.model.progress import Progress
from commandcenter.model.sentences import Sentence


class PartnerPort(Protocol):
    """Sticks that only certain computers can read. Qt thread."""

    @property
    def address(self) -> str:
        """Of this computer; no secret."""

    @property
    def guest(self) -> bool:
        """Whether this computer is a partner's: it writes back all that it has."""

    async def write(self, path: Path, audience: Id | None, address: str, progress: Progress, *, files: bool) -> Sentence:
        """Write what a partner may see (all that is here without one), for an address and the partner's own computers; return what is in it.

        Raises `Refused`, `KnownError` or `Cancelled`; then there is no such file.
        """
