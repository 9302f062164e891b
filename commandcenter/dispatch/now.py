"""What a handler may know besides the picture: time, who asks, fresh ids, the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from commandcenter.model.entries import Entry, Key, Value
from commandcenter.model.ids import Id, NewId
from commandcenter.resources.catalogue import Catalogue

_NO_DEVICE = Id("")


@dataclass(frozen=True, slots=True)
class History:
    """What the log knows of an entry that somebody wants to undo."""

    entry: Entry
    before: Mapping[Key, Value] = field(default_factory=dict)
    """The value that each of its registers had; a register that it wrote first is missing."""


@dataclass(frozen=True, slots=True)
class Now:
    """Injected, so that handlers stay pure."""

    wall_ms: int
    actor: Id
    new_id: NewId
    catalogue: Catalogue
    history: History | None = None
    """Read for `Undo` only."""
    device: Id = _NO_DEVICE
    """This workstation."""

    @property
    def today(self) -> str:
        """The date (UTC) in ISO form: what expires before it has expired."""
        return iso_day(self.wall_ms)


def iso_day(wall_ms: int) -> str:
    """Return the date (UTC) of a moment in ISO form."""
    return datetime.fromtimestamp(wall_ms / 1000, UTC).date().isoformat()
