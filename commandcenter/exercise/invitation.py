"""How a computer gets into an exercise: one code for players, another for controllers and evaluators, each typed or scanned."""

from __future__ import annotations

import base64
import binascii
import hashlib
from dataclasses import dataclass

from commandcenter.exercise.staff import KEY_BYTES, seal, unseal
from commandcenter.log.codec import MalformedError, decode, encode
from commandcenter.model.entries import Entry, EntryType, Kind
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import Id, id_bytes, id_from_bytes, is_exercise
from commandcenter.model.rights import STAFF, Role

_MARK = "CCEX"
_LONGEST = 600
_CHECK_BYTES = 4
PLAYER = Role.DISPATCHER
"""What a player is in an exercise: whoever has only the players' code."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """What a code says."""

    operation: Id
    key: bytes
    """The exercise's own operation key: LAN and sticks are closed to whoever lacks it."""
    region: str
    staff_key: bytes = b""
    """Opens the staff's notes; empty in a player's code."""

    @property
    def for_staff(self) -> bool:
        """Return whether it lets controllers and evaluators in."""
        return bool(self.staff_key)


def write_invitation(one: Invitation) -> str:
    """Return the code."""
    raw = encode([id_bytes(one.operation), one.key, one.region, one.staff_key])
    return _MARK + base64.b32encode(raw + _check(raw)).decode().rstrip("=")


def _check(raw: bytes) -> bytes:
    """Return what betrays a letter that was typed wrongly."""
    return hashlib.sha256(raw).digest()[:_CHECK_BYTES]


def read_invitation(code: str) -> Invitation:
    """Read a code. Raises `KnownError` for anything else, a live operation's code too."""
    letters = "".join(code[:_LONGEST].upper().split())
    body = letters.removeprefix(_MARK)
    try:
        raw = base64.b32decode(body + "=" * (-len(body) % 8)) if letters.startswith(_MARK) else b""
        said, check = raw[:-_CHECK_BYTES], raw[-_CHECK_BYTES:]
        told = decode(said) if check == _check(said) else None
    except (MalformedError, binascii.Error, ValueError):
        told = None
    match told:
        case [bytes() as operation, bytes() as key, str() as region, bytes() as staff] if len(operation) == 16 and len(key) == KEY_BYTES:
            found = Invitation(id_from_bytes(operation), key, region, staff)
            if is_exercise(found.operation) and len(staff) in (0, KEY_BYTES):
                return found
    raise KnownError("This is no code of an exercise.")


def read_invitation_for(code: str, role: Role) -> Invitation:
    """Read what somebody was given for a role. Raises `KnownError` where it is none, or a player's and the role is the staff's."""
    invitation = read_invitation(code)
    if role in STAFF and not invitation.for_staff:
        raise KnownError("This code is for players; evaluators and controllers get another one.")
    return invitation


def hello(one: Invitation, device: Id, operator: Id, name: str, role: Role) -> bytes:
    """Return what a computer says when it comes: sealed with the key of its code, so that nobody passes for staff."""
    return seal(one.staff_key or one.key, "hello", device=device, operator=operator, name=name, role=role.value)


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who may be let in."""

    device: Id
    operator: Id
    name: str
    role: Role


def guest_of(entry: Entry, one: Invitation) -> Guest | None:
    """Return who an entry lets in, as the staff's copy of the invitation can tell; `None` where it says nothing of the sort."""
    if entry.type != EntryType.EXERCISE_NOTED:
        return None
    sealed = next((w.value for w in entry.writes if w.key.kind == Kind.EXERCISE_NOTE), None)
    if not isinstance(sealed, bytes):
        return None
    for key, roles in ((one.staff_key, STAFF - {Role.SUPERVISOR}), (one.key, {PLAYER})):
        told = unseal(key, sealed) if key else None
        if told is None or told.get("kind") != "hello" or told.get("device") != entry.device:
            continue
        role = next((role for role in roles if role.value == told.get("role")), None)
        operator, name = told.get("operator"), told.get("name")
        if role is not None and isinstance(operator, str) and isinstance(name, str) and operator == entry.actor and name.strip():
            return Guest(entry.device, entry.actor, name.strip()[:80], role)
    return None
