"""Who stands where once it is found which entries about rights are in force, and what that makes of every other entry.

Grants form chains: each entry names the grant it was written under by hash, so whoever grants must have been granted first. A
device has to be enrolled by somebody so entitled. Revocations and recoveries cut: what is not before the ends that they name does
not count. Which are in force is found in `weighing`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from commandcenter.log.signing import attests, device_id
from commandcenter.model.entries import Entry, EntryId, EntryType, Kind
from commandcenter.model.ids import NO_AUTH, Id, id_bytes, id_from_bytes, is_founder
from commandcenter.model.rights import AUTHORITY, Role, in_bounds, may_write, role_of
from commandcenter.picture.acts import entity, fact, links
from commandcenter.picture.feeds import SHORT, Ends, Feeds, read_ends
from commandcenter.picture.recovery import Recovery, announces

_ALL_ROLES = frozenset(Role)
SUCCESSION = "succession"
"""What an old device's key attests for the device that goes on for it."""


class Reason(StrEnum):
    """Why an entry counts, or why not."""

    OPEN = "open"
    """Nobody had been granted anything."""
    BY_RIGHT = "by_right"
    RATIFIED = "ratified"
    VOIDED = "voided"
    NO_GRANT = "no_grant"
    GRANT_UNKNOWN = "grant_unknown"
    GRANT_REVOKED = "grant_revoked"
    ROLE_LACKS = "role_lacks"
    OUT_OF_BOUNDS = "out_of_bounds"
    NOT_ENROLLED = "not_enrolled"
    DEVICE_REVOKED = "device_revoked"
    NO_RECOVERY = "no_recovery"

    @property
    def counts(self) -> bool:
        """Return whether such an entry is part of the picture."""
        return self in _COUNTING


_COUNTING = frozenset({Reason.OPEN, Reason.BY_RIGHT, Reason.RATIFIED})
GROWING = frozenset({EntryType.ROLE_GRANTED, EntryType.DEVICE_ENROLLED, EntryType.DEVICE_SUCCEEDED})
"""Entries that can only make more entries count."""
REVOKING = frozenset({EntryType.GRANT_REVOKED, EntryType.DEVICE_REVOKED})
SETTLING = frozenset({EntryType.ENTRY_RATIFIED, EntryType.ENTRY_VOIDED})
_PROVEN = frozenset({EntryType.DEVICE_SUCCEEDED, EntryType.RECOVERY_ANNOUNCED, EntryType.RIGHTS_RECOVERED})
"""Entries that a key proves, and that need no right."""
LIMITING = REVOKING | {EntryType.RIGHTS_RECOVERED}
"""Entries that can make others fall, by the ends that they name."""
ABOUT_RIGHTS = GROWING | LIMITING | SETTLING | {EntryType.RIGHTS_BEGUN, EntryType.RECOVERY_ANNOUNCED}


@dataclass(frozen=True, slots=True)
class Grant:
    """A role given to a person."""

    entry: Entry
    actor: Id
    name: str
    role: Role

    @property
    def id(self) -> Id:
        """Return what entries under this grant name as their `auth`."""
        return grant_id(self.entry.id)


@dataclass(frozen=True, slots=True)
class Enrolment:
    """A device let in."""

    entry: Entry
    device: Id
    name: str
    roles: frozenset[Role]


def grant_id(entry: EntryId) -> Id:
    """Return the id of the grant that an entry gives."""
    return id_from_bytes(entry[:SHORT])


def succession_message(operation: Id, new_device: Id) -> bytes:
    """Return what the old key signs."""
    return id_bytes(operation) + id_bytes(new_device)


class Standing:
    """Grants and enrolments in force, and the cuts that end them. Filled by `stand`, read by `judge`."""

    def __init__(self, operation: Id, feeds: Feeds) -> None:
        """Start with nothing but the founder's device."""
        self._operation = operation
        self._feeds = feeds
        self.recoveries: tuple[Recovery, ...] = ()
        """Those in force, the highest number first."""
        self.waiting = False
        """Recoveries are left that were not looked at yet."""
        self._beginning: Entry | None = None
        self._before: tuple[Ends, ...] = ()
        """Where the feeds ended when the rule of rights began."""
        self.grants: dict[Id, Grant] = {}
        self.enrolments: dict[Id, Enrolment] = {}
        """Each device's first enrolment in order of ids."""
        self._roles: defaultdict[Id, set[Role]] = defaultdict(set)
        self._known_roles: dict[Id, frozenset[Role]] = {}
        self._known_founders: dict[Id, bool] = {}
        self.succeeds: defaultdict[Id, set[Id]] = defaultdict(set)
        """New device → those it goes on for."""
        self.grant_cuts: defaultdict[Id, list[Entry]] = defaultdict(list)
        self.device_cuts: defaultdict[Id, list[Entry]] = defaultdict(list)
        self._ends: dict[EntryId, Ends] = {}
        self.unsure: tuple[Ends, ...] = ()
        """Ends on which it depends besides which beginning counts."""
        self.ratified: set[bytes] = set()
        self.voided: set[bytes] = set()

    @property
    def begun(self) -> bool:
        """Return whether the rule of rights has begun: by the founder, or by whoever recovered it."""
        return self._beginning is not None or bool(self.recoveries)

    def root(self, actor: Id, device: Id) -> int | None:
        """Return the rank of a person at a device who needs no grant; `None` for one who does.

        Who recovered rights, on the device where it was done, has the number of the recovery; who began them on the founder's device, 0.
        """
        for one in self.recoveries:
            if one.entry.actor == actor and one.entry.device in self.family(device):
                return one.number
        return 0 if self._beginning is not None and actor == self._beginning.actor and self.of_founder(device) else None

    def is_root(self, actor: Id, device: Id) -> bool:
        """Return whether a person at a device needs no grant."""
        return self.root(actor, device) is not None

    def began(self, actor: Id) -> bool:
        """Return whether it was this person who began the rule of rights, or recovered it and is not shut out since."""
        if any(one.entry.actor == actor and one.entry.device not in self.device_cuts for one in self.recoveries):
            return True
        return self._beginning is not None and actor == self._beginning.actor

    def judge(self, entry: Entry) -> Reason:
        """Return why an entry counts or does not."""
        if not self.begun and entry.type not in _PROVEN:
            return Reason.OPEN if entry.type not in ABOUT_RIGHTS else Reason.NO_GRANT
        reason = self.by_right(entry)
        if entry.type in ABOUT_RIGHTS:
            return Reason.VOIDED if not reason.counts and entry.id in self.voided else reason
        if entry.id in self.voided:
            return Reason.VOIDED
        return Reason.RATIFIED if not reason.counts and entry.id in self.ratified else reason

    def by_right(self, entry: Entry) -> Reason:
        """Return whether the author had the right, before any person judged the act."""
        if entry.type in _PROVEN:
            return self._by_proof(entry)
        if self._cut(self.device_cuts.get(entry.device, ()), entry):
            return Reason.DEVICE_REVOKED
        if entry.auth == NO_AUTH:
            return self._without_grant(entry)
        return self._under_grant(entry)

    def _by_proof(self, entry: Entry) -> Reason:
        if entry.type == EntryType.RIGHTS_RECOVERED:
            return Reason.BY_RIGHT if any(entry.id == one.entry.id for one in self.recoveries) else Reason.NO_RECOVERY
        if entry.type == EntryType.RECOVERY_ANNOUNCED:
            return Reason.BY_RIGHT if announces(self._operation, entry) and in_bounds(entry) else Reason.NO_GRANT
        return Reason.BY_RIGHT if entry.device in self.succeeds and in_bounds(entry) else Reason.NO_GRANT

    def _without_grant(self, entry: Entry) -> Reason:
        if self.root(entry.actor, entry.device) is not None:
            return Reason.BY_RIGHT if _root_bounds(entry) else Reason.OUT_OF_BOUNDS
        if not _touches_rights(entry) and any(self._feeds.covers(ends, entry) for ends in self._before):
            return Reason.OPEN
        return Reason.NO_GRANT

    def _under_grant(self, entry: Entry) -> Reason:
        grant = self.grants.get(entry.auth)
        if grant is None:
            return Reason.GRANT_UNKNOWN
        if grant.actor != entry.actor:
            return Reason.NO_GRANT
        if self._cut(self.grant_cuts.get(entry.auth, ()), entry):
            return Reason.GRANT_REVOKED
        if not may_write(grant.role, entry.type):
            return Reason.ROLE_LACKS
        if not in_bounds(entry):
            return Reason.OUT_OF_BOUNDS
        return Reason.BY_RIGHT if self.admits(entry.device, grant.role) else Reason.NOT_ENROLLED

    def admits(self, device: Id, role: Role) -> bool:
        """Return whether people of a role may write on a device."""
        return role in self._admitted(device)

    def _admitted(self, device: Id) -> frozenset[Role]:
        """Return the roles for a device; worked out once until somebody is let in."""
        roles = self._known_roles.get(device)
        if roles is None:
            family = self.family(device)
            masters = self.of_founder(device) or any(one.entry.device in family for one in self.recoveries)
            let_in = [_ALL_ROLES if masters else frozenset(), *(self._roles.get(one, frozenset()) for one in family)]
            roles = self._known_roles[device] = frozenset().union(*let_in)
        return roles

    def of_founder(self, device: Id) -> bool:
        """Return whether a device is the one the operation was founded on, or goes on for it."""
        found = self._known_founders.get(device)
        if found is None:
            found = self._known_founders[device] = any(is_founder(self._operation, one) for one in self.family(device))
        return found

    def family(self, device: Id) -> tuple[Id, ...]:
        """Return a device and all that it goes on for; most go on for none."""
        found = [device]
        for one in found:
            found += sorted(self.succeeds.get(one, set()).difference(found))
        return tuple(found)

    def roles_on(self, device: Id) -> frozenset[Role]:
        """Return whose work may be done on a device."""
        return self._admitted(device)

    def _cut(self, revocations: Iterable[Entry], entry: Entry) -> bool:
        return any(not self._feeds.covers(self._ends_of(revocation), entry) for revocation in revocations)

    def _ends_of(self, revocation: Entry) -> Ends:
        ends = self._ends.get(revocation.id)
        if ends is None:
            ends = self._ends[revocation.id] = read_ends(fact(revocation, "ends"))
        return ends

    def recover(self, recoveries: tuple[Recovery, ...]) -> None:
        """Take these as in force. Where nothing else began the rule of rights, the highest do; what they shut out is cut at their ends."""
        self.recoveries = recoveries
        self._before = tuple(one.ends for one in recoveries if one.number == recoveries[0].number)
        for one in recoveries:
            for device in sorted(one.out):
                if not any(own.entry.device == device and own.number >= one.number for own in recoveries):
                    self.device_cuts[device].append(one.entry)

    def begin(self, act: Entry) -> None:
        """Take this act as the one by which the founder has begun the rule of rights."""
        self._beginning, self._before = act, (read_ends(fact(act, "ends")),)

    def roots(self, act: Entry) -> bool:
        """Return whether an act is of the founder's device, or one that goes on for it, and no revocation in force cuts it."""
        return self.of_founder(act.device) and not self._cut(self.device_cuts.get(act.device, ()), act)

    def admit(self, act: Entry) -> bool:
        """Take a grant, an enrolment or a succession as in force; return whether it is one that can be read."""
        self._known_roles.clear()
        self._known_founders.clear()
        if act.type == EntryType.ROLE_GRANTED:
            role, actor = role_of(fact(act, "role")), fact(act, "actor")
            if role is None or not isinstance(actor, str):
                return False
            self.grants[grant_id(act.id)] = Grant(act, Id(actor), str(fact(act, "name") or ""), role)
        elif act.type == EntryType.DEVICE_ENROLLED:
            device = entity(act, Kind.DEVICE)
            if device is None:
                return False
            self._enrol(act, device)
        else:
            return self._succeed(act)
        return True

    def _enrol(self, act: Entry, device: Id) -> None:
        names = fact(act, "roles")
        roles = frozenset(role for name in names if (role := role_of(name)) is not None) if isinstance(names, list) else frozenset()
        self._roles[device] |= roles
        old = self.enrolments.get(device)
        if old is None or act.id < old.entry.id:
            self.enrolments[device] = Enrolment(act, device, str(fact(act, "name") or ""), roles)

    def _succeed(self, act: Entry) -> bool:
        found = links(act)
        if not found or device_id(found[0][0]) != fact(act, "old"):
            return False
        line = [*(device_id(key) for key, _ in found), act.device]
        for (old, new), (key, proof) in zip(pairwise(line), found, strict=True):
            if self._cut(self.device_cuts.get(old, ()), act) or not attests(key, SUCCESSION, succession_message(self._operation, new), proof):
                return False
        for old, new in pairwise(line):
            self.succeeds[new].add(old)
        return True

    def cut(self, revocation: Entry) -> None:
        """Take a revocation as in force. It does not shut out a device on which rights were recovered by somebody who knew of it."""
        if revocation.type == EntryType.DEVICE_REVOKED:
            device = entity(revocation, Kind.DEVICE)
            known = (one for one in self.recoveries if self._feeds.covers(one.ends, revocation))
            if device is not None and not any(one.entry.device == device for one in known):
                self.device_cuts[device].append(revocation)
        else:
            grant = fact(revocation, "grant")
            if isinstance(grant, str) and grant != NO_AUTH:
                self.grant_cuts[Id(grant)].append(revocation)

    def limits(self) -> frozenset[EntryId]:
        """Return what can make entries fall: the beginning of rights, recoveries, and the revocations in force."""
        cuts = [*self.grant_cuts.values(), *self.device_cuts.values()]
        begun = [self._beginning.id] if self._beginning is not None else []
        return frozenset([*begun, *(one.entry.id for one in self.recoveries), *(cut.id for found in cuts for cut in found)])

    def awaited(self) -> set[bytes]:
        """Return the short ids of entries that have not come and on which it depends what the limits cover."""
        cuts = [*self.grant_cuts.values(), *self.device_cuts.values()]
        recovered = (one.ends for one in self.recoveries)
        ends = [*self._before, *recovered, *(self._ends_of(cut) for found in cuts for cut in found), *self.unsure]
        return set().union(*map(self._feeds.missing, ends))

    def settle(self, verdict: Entry) -> None:
        """Take a ratification or its opposite as in force."""
        target = fact(verdict, "entry")
        if isinstance(target, bytes):
            (self.ratified if verdict.type == EntryType.ENTRY_RATIFIED else self.voided).add(target)


def _touches_rights(entry: Entry) -> bool:
    return any(write.key.kind in AUTHORITY for write in entry.writes)


def _root_bounds(entry: Entry) -> bool:
    """The founder may do everything, but nothing in disguise."""
    return in_bounds(entry) or not _touches_rights(entry)
