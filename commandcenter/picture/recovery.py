"""Acts by which whoever holds the recovery paper takes the rule of rights back from stolen keys, and which of them are in force.

Each carries a proof by the operation's recovery key for this very act: its device, its person, the ends up to which others are
believed and the devices that are shut out. So nobody can replay it, or change a word of it. Anybody can sign such an act with
another key. That costs readers next to nothing, because the founder's device announced the true key when the operation began.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from commandcenter.log.codec import encode
from commandcenter.log.recovery import answer, recovers
from commandcenter.log.signing import attests
from commandcenter.model.entries import Entry, EntryType
from commandcenter.model.ids import NO_AUTH, Id, id_bytes, is_founder
from commandcenter.model.rights import in_bounds
from commandcenter.picture.acts import fact
from commandcenter.picture.feeds import Ends, Feeds, ends_value, read_ends

RECOVERY = "recovery"
"""What the recovery key attests."""
MOST = 2**31
"""Bound of the numbers of recoveries."""
CLAIMS_AT_ONCE = 2
"""Newest claims of a device that are looked at when it asks to be let in."""


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


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of claims to have recovered rights."""

    recoveries: tuple[Recovery, ...]
    """Those whose proof is by the operation's recovery key."""
    waiting: bool
    """Keys are left that were not looked at, because so many would have had to be computed."""


@dataclass(frozen=True, slots=True)
class _Claim:
    """A whole act of recovery, by whatever key."""

    recovery: Recovery
    founder: Id
    key: bytes
    message: bytes
    proof: bytes


class _Tries:
    """Finds out which keys fit, of those that are not known computing so many only."""

    def __init__(self, operation: Id, left: int | None) -> None:
        self._operation, self._left = operation, left

    def fits(self, founder: Id, key: bytes) -> bool | None:
        known = answer(self._operation, founder, key)
        if known is not None or self._left == 0:
            return known
        if self._left is not None:
            self._left -= 1
        return recovers(self._operation, founder, key)


def judge_claims(operation: Id, acts: Iterable[Entry], tries: int | None = None) -> Judged:
    """Return which of these acts recover rights. Never raises.

    The key that the founder's device announced is tried first, in the order of the acts, which is that of arrival: where it fits, no
    other has to be computed. That order decides what it costs, never what counts. `tries`: so many keys may be computed, else all.
    """
    acts = tuple(acts)
    claims = [claim for act in acts if (claim := _claim(operation, act)) is not None]
    tried = _Tries(operation, tries)
    for founder, key in _announced(operation, acts) if claims else ():
        if tried.fits(founder, key) is not False:
            break
    found: list[Recovery] = []
    waiting = False
    for claim in claims:
        refused = answer(operation, claim.founder, claim.key) is False
        if refused or not attests(claim.key, RECOVERY, claim.message, claim.proof):
            continue  # without having computed anything
        fits = tried.fits(claim.founder, claim.key)
        waiting = waiting or fits is None
        if fits:
            found.append(claim.recovery)
    return Judged(tuple(found), waiting)


def announces(operation: Id, act: Entry) -> bool:
    """Return whether an act is an announcement of the recovery key by the device that the operation was founded on."""
    return act.type == EntryType.RECOVERY_ANNOUNCED and is_founder(operation, act.device)


def _announced(operation: Id, acts: Iterable[Entry]) -> Iterator[tuple[Id, bytes]]:
    for act in acts:
        key = fact(act, "public_key")
        if isinstance(key, bytes) and announces(operation, act):
            yield act.device, key


def _claim(operation: Id, act: Entry) -> _Claim | None:
    """Return what an act claims; `None` unless it is whole."""
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
    if len(devices) != len(listed) or act.device in devices:
        return None
    message = recovery_message(operation, number, act.device, act.actor, ends, devices)
    return _Claim(Recovery(act, number, ends, frozenset(devices)), Id(founder), key, message, proof)


def in_force(feeds: Feeds, recoveries: Iterable[Recovery]) -> tuple[Recovery, ...]:
    """Return those that count, the highest number first: each that all with a higher number knew, and believed."""
    force: list[Recovery] = []
    for one in sorted(recoveries, key=lambda one: (-one.number, one.entry.device, one.entry.id)):
        if all(one.number == higher.number or feeds.covers(higher.ends, one.entry) for higher in force):
            force.append(one)
    return tuple(force)


@dataclass(frozen=True, slots=True)
class RecoveryDoor:
    """By what a device that is refused all else is let in: it gives a recovery, signed on it, that has not come yet and is not outdated.

    Any thread; for whoever answers devices over a network.
    """

    operation: Id
    announced: tuple[Entry, ...]
    recoveries: tuple[Recovery, ...]
    """Those in force."""

    def opens(self, device: Id, acts: Iterable[Entry]) -> bool:
        """Return whether one of the claims that a device gives is its own and true. Computes three keys at most, of which two are the device's."""
        acts = tuple(acts)
        mine = sorted((act for act in acts if act.device == device), key=lambda act: act.seq)
        known = judge_claims(self.operation, [*self.announced, *acts], min(1, len(self.announced))).recoveries
        looked_at = judge_claims(self.operation, mine[-CLAIMS_AT_ONCE:], CLAIMS_AT_ONCE).recoveries
        least = max((one.number + (one.entry.device == device) for one in self.recoveries), default=0)
        return any(one.entry.device == device and one.number >= least for one in (*known, *looked_at))


def _is_id(text: str) -> bool:
    try:
        return len(id_bytes(Id(text))) > 0
    except ValueError:
        return False
