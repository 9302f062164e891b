"""Personal data: who may see what, who looked, what is erased; and shares of stock for desks that are apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from commandcenter.model.commands.base import Command
from commandcenter.model.ids import Id, derived_id

PUBLIC = derived_id("audience", "public")
"""Everybody who is neither of the own organisation nor a partner."""


class Ground(StrEnum):
    """Why personal data is erased."""

    RETENTION = "retention"
    """It has been kept as long as it may be."""
    REQUEST = "request"
    """The person asked for it."""
    MISTAKE = "mistake"
    """It should never have been written."""


@dataclass(frozen=True, slots=True)
class ErasePersonalData(Command):
    """Erase what is held of some calls or incidents (with their calls) for good, on every device."""

    things: tuple[tuple[str, Id], ...]
    """(kind, id), e.g. `("call", …)`."""
    ground: Ground
    reason: str
    sections: tuple[str, ...] = ("pii",)


@dataclass(frozen=True, slots=True)
class RecordAccess(Command):
    """Write down who looked at personal data of which things; many looks in one entry."""

    looks: tuple[tuple[str, Id, int, int], ...]
    """(kind, id, first look in ms since the epoch, how often)."""


@dataclass(frozen=True, slots=True)
class SetSharing(Command):
    """Say which sections an organisation gets."""

    audience: Id
    """A partner, or `PUBLIC`."""
    sections: tuple[str, ...]
    devices: tuple[Id, ...] | None = None
    """Devices that are this partner's: a hub gives them these sections only. `None`: as before."""


@dataclass(frozen=True, slots=True)
class ShareStock(Command):
    """Divide what a depot has free of an item among desks; from then on each takes only from its own share, in step or apart."""

    depot_id: Id
    item: str
    shares: Mapping[Id, int] | None = None
    """Device → quantity; `None`: even parts among all desks that have written here."""
    cut: bool = False
    """Also take from desks that may have spent their share while they were apart; can end in a conflict."""


@dataclass(frozen=True, slots=True)
class CloseOperation(Command):
    """End the operation: nothing more is written to it, and it can be archived."""

    reason: str = ""
