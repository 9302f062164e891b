"""Who may act: rights given and taken, devices enrolled and revoked, acts without right judged by a person."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.model.commands.base import Command
from commandcenter.model.entries import EntryId
from commandcenter.model.ids import Id


@dataclass(frozen=True, slots=True)
class GrantRole(Command):
    """Give a person a role. The first one ever given is the founder's doing, and begins the rule of rights in an operation."""

    operator_id: Id
    name: str
    role: str
    """A `model.rights.Role`."""


@dataclass(frozen=True, slots=True)
class RevokeGrant(Command):
    """Take a role back. What was done under it and is known here stays; what turns up later is not counted until ratified."""

    grant_id: Id
    reason: str = ""


@dataclass(frozen=True, slots=True)
class EnrolDevice(Command):
    """Let a device write in this operation, for people of these roles."""

    device_id: Id
    name: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RevokeDevice(Command):
    """A laptop is lost: what it wrote and is known here stays; what turns up later is not counted until ratified."""

    device_id: Id
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SucceedDevice(Command):
    """This device goes on for one whose data was restored from a backup; `proof` is signed by the old device's key.

    Where data were restored again before this was said, `through` names the keys between, oldest first, each with its proof for
    the next: the old device then proves the first of them, and the last proves this device.
    """

    old_id: Id
    public_key: bytes
    proof: bytes
    through: tuple[tuple[bytes, bytes], ...] = ()


@dataclass(frozen=True, slots=True)
class AnnounceRecovery(Command):
    """The device that the operation was begun on says which key its recovery code stands for: then no other has to be tried."""

    public_key: bytes


@dataclass(frozen=True, slots=True)
class RecoverRights(Command):
    """Whoever holds the recovery paper takes the rule of rights back from stolen keys, on any device that has the operation."""

    code: str
    """As printed on the paper; it is never written anywhere."""
    out: tuple[Id, ...]
    """Devices that are shut out."""
    believed: tuple[tuple[Id, EntryId], ...] = ()
    """(device that is shut out, its last entry that is believed, an empty id: none); else all of it that is known here."""


@dataclass(frozen=True, slots=True)
class RatifyEntry(Command):
    """Let an act count although its author had no right to it when it was judged."""

    entry_id: EntryId
    reason: str = ""


@dataclass(frozen=True, slots=True)
class VoidEntry(Command):
    """Settle that an act without right shall not count."""

    entry_id: EntryId
    reason: str = ""
