"""What sync needs of the desk, and whom it tells."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from typing import Protocol

from commandcenter.log.intake import Ingested
from commandcenter.log.ledger import Ledger
from commandcenter.model.clock import Clock
from commandcenter.model.entries import Entry
from commandcenter.model.ids import Id
from commandcenter.sync.files.port import FilePort
from commandcenter.sync.positions import PositionBook
from commandcenter.sync.state import SyncState


def _nobody() -> None:
    """Nobody wants to know."""


@dataclass(frozen=True, slots=True)
class Port:
    """What the client needs of the desk, and whom it tells."""

    log: Ledger
    writer: Executor
    """The one thread that owns the log."""
    clock: Clock
    on_entries: Callable[[Sequence[tuple[int, Entry]]], None]
    """Others' entries, committed: fold them. Called in the writer thread."""
    on_status: Callable[[SyncState], None]
    """Called in the client's thread at every change."""
    on_completed: Callable[[], None] = _nobody
    """Sections that were withheld have come to entries that were here. Called in the writer thread, after `on_entries`."""
    on_receipts: Callable[[], None] = _nobody
    """Somebody has acknowledged more than before. Called in the client's thread."""
    positions: PositionBook | None = None
    """Where units are, told to others and heard from them; `None`: not spoken of."""
    refused: Callable[[Id], bool] = lambda _device: False
    """Whether a device was revoked: it is not let in. Called in the client's thread."""
    recovers: Callable[[Id, Sequence[Entry]], bool] = lambda _device, _claims: False
    """Whether one of these acts recovers rights on a device that was revoked: then it may give them. Any thread; takes a moment."""
    files: FilePort | None = None
    """Attachments that lie beside the log; `None`: none travel."""
    low: Callable[[], bool] = lambda: False
    """Whether the person wants little to travel at once. Called in the client's thread."""


class Company(Protocol):
    """What a keeper tells those beside it. Called in the loop's thread unless said otherwise."""

    def received(self, taken: Ingested, origin: object) -> None:
        """Entries came by this way; called in the writer thread."""

    def changed(self) -> None:
        """A status or what is known of the others has changed."""

    def admit(self, device: Id | None, origin: object) -> bool:
        """Return whether this way is wanted, now that its other end is known."""
