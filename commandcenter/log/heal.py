"""Heals a damaged log: a new file of the good bytes that are left in the old one and of those that others have.

Every entry goes through the ordinary intake, so nothing comes in that is not as its author signed it. The old file is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from commandcenter.log.ledger import Ledger
from commandcenter.log.salvage import Salvaged, salvage
from commandcenter.log.signed import SignedEntry
from commandcenter.log.signing import DeviceKey
from commandcenter.log.store import SqliteLog
from commandcenter.model.clock import Clock
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import Id
from commandcenter.model.progress import NoProgress, Progress

Delivery = tuple[Sequence[SignedEntry], Mapping[Id, bytes]]
"""Entries, each feed in order, and keys of devices whose introduction may be withheld."""
Source = Callable[[], Iterable[Delivery]]
"""Gives all that somebody else has; asked more than once."""
_BESIDE = ("", "-wal", "-shm", ".reserve")


@dataclass(frozen=True, slots=True)
class Healed:
    """What healing came to."""

    entries: int
    """In the healed log."""
    salvaged: int
    """Read from the damaged file."""
    unreadable: int
    fetched: int
    """That the damaged file did not give and the source had."""
    completed: int
    """Entries that got a section back."""
    refused: int
    """Bytes of either side that are not as their author signed them; kept as evidence in the new log."""
    missing: tuple[tuple[Id, int], ...]
    """(device, seq) of entries that are waiting for one before them that nobody here has; ask another peer."""
    kept: Path
    """The damaged file, under its new name."""


@dataclass(slots=True)
class _Tally:
    stored: int = 0
    completed: int = 0
    refused: int = 0
    missing: tuple[tuple[Id, int], ...] = ()


def heal(
    path: Path, *, database_key: bytes, device: DeviceKey, operation: Id, source: Source, clock: Clock, progress: Progress | None = None
) -> Healed:
    """Heal the log at `path`, which must be closed. Raises `KnownError` or `Cancelled`; then the old file is as it was."""
    new = path.with_name("healing.db")
    _remove(new)
    watch = progress or NoProgress()
    found = Salvaged()
    done = False
    try:
        with closing(SqliteLog(new, device=device, database_key=database_key, operation=operation, clock=clock)) as log:
            own = _take(log, ((batch, {}) for batch in salvage(path, database_key, found)), "salvage", watch)
            theirs = _take(log, source(), "heal", watch)
            waiting = own.missing
            if own.missing:
                waiting = _take(log, ((batch, {}) for batch in salvage(path, database_key, Salvaged())), "salvage", watch).missing
            if theirs.missing:
                waiting += _take(log, source(), "heal", watch).missing
            here = {device: tips[-1].seq for device, tips in log.leaves().items()}
            missing = tuple(sorted({(device, seq) for device, seq in waiting if seq > here.get(device, 0)}))
            entries, refused = log.count(), len(log.quarantined())
        if entries == 0:
            raise KnownError("Neither the damaged log nor the source has a single good entry; nothing was changed.")
        done = True
    finally:
        if not done:
            _remove(new)
    kept = _swap(path, new, clock.wall_ms())
    return Healed(entries, found.read, found.unreadable, theirs.stored, theirs.completed, refused, missing, kept)


def _take(log: Ledger, deliveries: Iterable[Delivery], stage: str, watch: Progress) -> _Tally:
    tally = _Tally()
    waiting: set[tuple[Id, int]] = set()
    for batch, keys in deliveries:
        taken = log.ingest(batch, sender=stage, keys=keys)
        tally.stored += len(taken.entries)
        tally.completed += len(taken.completed)
        tally.refused += taken.quarantined
        waiting.update(taken.gaps)
        watch.report(stage, log.count(), 0)
    tally.missing = tuple(sorted(waiting))
    return tally


def _swap(path: Path, new: Path, wall_ms: int) -> Path:
    kept = path.with_name(f"{path.stem}-damaged-{wall_ms}{path.suffix}")
    try:
        for end in _BESIDE:
            old = path.with_name(path.name + end)
            if old.exists():
                old.replace(kept.with_name(kept.name + end))
        new.replace(path)
    except OSError as error:
        raise KnownError("The healed log cannot take the place of {file}: {why}.", file=path.name, why=error.strerror or str(error)) from error
    _remove(new)
    return kept


def _remove(path: Path) -> None:
    for end in _BESIDE:
        path.with_name(path.name + end).unlink(missing_ok=True)
