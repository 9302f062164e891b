"""Acts by which whoever holds the recovery paper takes the rule of rights back from stolen keys, and which of them are in force.

Each carries a proof by the operation's recovery key for this very act: its device, its person, the ends up to which others are
believed and the devices that are shut out. So nobody can replay it, or change a word of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from commandcenter.log.codec import encode
from commandcenter.log.recovery import recovers
from commandcenter.log.signing import attests
from commandcenter.model.entries import Entry, EntryType
from commandcenter.model.ids import NO_AUTH, Id, id_bytes
from commandcenter.model.rights import in_bounds
from commandcenter.picture.acts import fact
from commandcenter.picture.feeds import Ends, Feeds, ends_value, read_ends

RECOVERY = "recovery"
"""What the recovery key attests."""
MOST = 2**31
"""Bound of the numbers of recoveries."""


@dataclass(frozen=True, slots=True)
class Recovery:
    """A recovery whose proof fits."""

    entry: Entry
    number: int
    ends: Ends
    """Where each feed ended as far as it is believed."""
    out: frozenset[Id]
    """Devices that are shut out."""


def recovery_message(operation: Id, number: int, device: Id, actor: Id, ends: Ends, out: Iterable[Id]) -> bytes:
    """Return what the recovery key signs."""
    return encode([id_bytes(operation), number, device, actor, ends_value(ends), sorted(out)])


def recovery_of(operation: Id, act: Entry) -> Recovery | None:
    """Return what an act recovers; `None` unless it is whole, and its proof is by the operation's recovery key. Never raises."""
    if act.type != EntryType.RIGHTS_RECOVERED or act.auth != NO_AUTH or not in_bounds(act):
        return None
    number, out, ends = fact(act, "number"), fact(act, "out"), read_ends(fact(act, "ends"))
    if type(number) is not int or not 0 < number < MOST or ends_value(ends) != fact(act, "ends"):
        return None
    match [fact(act, "founder"), fact(act, "public_key"), fact(act, "proof"), out]:
        case [str() as founder, bytes() as key, bytes() as proof, list() as listed] if _is_id(founder):
            devices = [Id(device) for device in listed if isinstance(device, str)]
        case _:
            return None
    if len(devices) != len(listed) or act.device in devices or not recovers(operation, Id(founder), key):
        return None
    message = recovery_message(operation, number, act.device, act.actor, ends, devices)
    return Recovery(act, number, ends, frozenset(devices)) if attests(key, RECOVERY, message, proof) else None


def recoveries_in_force(operation: Id, feeds: Feeds, acts: Iterable[Entry]) -> tuple[Recovery, ...]:
    """Return the recoveries that count, the highest number first: each that all with a higher number knew, and believed."""
    found = [one for act in acts if (one := recovery_of(operation, act)) is not None]
    force: list[Recovery] = []
    for one in sorted(found, key=lambda one: (-one.number, one.entry.device, one.entry.id)):
        if all(one.number == higher.number or feeds.covers(higher.ends, one.entry) for higher in force):
            force.append(one)
    return tuple(force)


def _is_id(text: str) -> bool:
    try:
        return len(id_bytes(Id(text))) > 0
    except ValueError:
        return False
