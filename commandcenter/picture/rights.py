"""Which entries count: the order-free fold of grants and revocations, in front of the fold of everything else.

An entry without right stays in the log and is not folded. When a grant comes late, what waited for it is released. When a
revocation comes late, what was folded and should not have been makes the picture `stale`: it is then folded anew from the log.
To learn whether a recovery's key fits takes a tenth of a second, so recoveries whose key is not known wait until `stale` is asked:
by then the key that the founder's device announced has come too, as a rule.
One thread. Needs every entry of the operation, the `op` section with it; needs no picture.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from commandcenter.model.commands import AnnounceRecovery, Command, RecoverRights, SucceedDevice
from commandcenter.model.entries import Entry, EntryId, EntryType
from commandcenter.model.errors import Refused
from commandcenter.model.ids import NO_AUTH, Id, is_founder
from commandcenter.model.rights import RIGHT_OF, ROLE_SAID, Role, lacking
from commandcenter.model.sentences import Sentence, say
from commandcenter.picture.acts import fact
from commandcenter.picture.feeds import SHORT, Feeds
from commandcenter.picture.recovery import RecoveryDoor, announces, judge_claims
from commandcenter.picture.standing import ABOUT_RIGHTS, GROWING, LIMITING, Grant, Reason, Standing, grant_id
from commandcenter.picture.weighing import stand

WHY = {
    Reason.OPEN: say("nobody had been granted anything yet"),
    Reason.BY_RIGHT: say("the author had the right"),
    Reason.RATIFIED: say("ratified"),
    Reason.VOIDED: say("voided"),
    Reason.NO_GRANT: say("its author has no grant"),
    Reason.GRANT_UNKNOWN: say("the grant it names is not in force or has not come yet"),
    Reason.GRANT_REVOKED: say("the grant was revoked, and this was not known then"),
    Reason.ROLE_LACKS: say("the author's role may not do this"),
    Reason.OUT_OF_BOUNDS: say("it touches what such an entry may not touch"),
    Reason.NOT_ENROLLED: say("the device is not enrolled for this role"),
    Reason.DEVICE_REVOKED: say("the device was revoked, and this was not known then"),
    Reason.NO_RECOVERY: say("its recovery code does not fit, or a later recovery did not know of it"),
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one entry."""

    reason: Reason

    @property
    def counts(self) -> bool:
        """Return whether it is part of the picture."""
        return self.reason.counts

    @property
    def sentence(self) -> Sentence:
        """Say it to a person."""
        return WHY[self.reason]


@dataclass(frozen=True, slots=True)
class GrantView:
    """A role given to a person."""

    id: Id
    operator: Id
    name: str
    role: Role
    by: Id
    wall_ms: int
    revoked: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class DeviceView:
    """A device that wrote here or was let in."""

    id: Id
    name: str
    roles: frozenset[Role]
    """Whose work may be done on it."""
    founder: bool
    revoked: bool
    reason: str
    goes_on_for: Id | None
    written: int
    """How many entries of it are here."""


@dataclass(frozen=True, slots=True)
class RecoveryView:
    """The recovery paper was used."""

    entry: EntryId
    number: int
    by: Id
    device: Id
    wall_ms: int
    out: frozenset[Id]
    """Devices that were shut out."""


class Rights:
    """The rights of one operation."""

    def __init__(self, operation: Id) -> None:
        """Start with an operation in which nobody was granted anything."""
        self._operation = operation
        self.feeds = Feeds()
        self._standing = Standing(operation, self.feeds)
        self._acts: dict[EntryId, Entry] = {}
        self._force: frozenset[EntryId] = frozenset()
        self._held: dict[EntryId, Entry] = {}
        self._last: dict[tuple[Id, Id, Id], Entry] = {}
        """(device, actor, auth) → the last of its entries that was counted."""
        self._watched: dict[EntryId, Entry] = {}
        """Entries that count for reasons of their own: about rights, or ratified."""
        self._announced: list[Entry] = []
        """By which the founder's device announced the recovery key, in the order of arrival."""
        self._claims: dict[EntryId, Entry] = {}
        """Recoveries of which is not known yet whether their key fits."""
        self._revoked = False
        """Any revocation is here, in force or not, or any recovery by the true key."""
        self._awaited: set[bytes] = set()
        """Short ids of entries that have not come and decide what the limits cover."""
        self._again = self._stale = False

    @property
    def begun(self) -> bool:
        """Return whether rights hold in this operation; before the first grant everybody may do everything."""
        return self._standing.begun

    def apply(self, entry: Entry) -> tuple[Entry, ...]:
        """Take in an entry (each once); return what is to be folded now: it, others that waited for it, or nothing."""
        if not self._again:
            self.feeds.add(entry)
            came = bool(self._awaited) and entry.id[:SHORT] in self._awaited
            about = self._matters(entry)
            if came or about:
                return self._take(entry, came, about)
        return (entry,) if self._count(entry) else ()

    @property
    def stale(self) -> bool:
        """Return whether all is to be folded anew, because something does not count any more, or recovered rights were found just now.

        To be asked after each batch of entries. May take a tenth of a second, once, and that for each key in an operation that announced none.
        """
        if self._claims and self.founder() is not None:
            self._judge_claims()
        return self._stale

    def judge(self, entry: Entry) -> Verdict:
        """Return whether an entry counts, as far as is known here. For one that is not here yet: as if it came next."""
        return Verdict(self._standing.judge(entry))

    def _count(self, entry: Entry) -> bool:
        standing = self._standing
        if standing.begun or entry.type in ABOUT_RIGHTS:
            reason = standing.judge(entry)
            if not reason.counts:
                self._held[entry.id] = entry
                return False
            if reason is Reason.RATIFIED or entry.type in ABOUT_RIGHTS:
                self._watched[entry.id] = entry
                return True
        place = (entry.device, entry.actor, entry.auth)
        last = self._last.get(place)
        if last is None or last.seq <= entry.seq:
            self._last[place] = entry
        return True

    def _matters(self, entry: Entry) -> bool:
        """Return whether an entry is to be weighed with the others about rights."""
        if entry.type == EntryType.RECOVERY_ANNOUNCED:
            self._announced += [entry] if announces(self._operation, entry) else []
            return False
        return self._recovers(entry) if entry.type == EntryType.RIGHTS_RECOVERED else entry.type in ABOUT_RIGHTS

    def _take(self, entry: Entry, awaited: bool, about: bool) -> tuple[Entry, ...]:
        """Take in an entry about rights, or one that a limit names; what it changes is found at once."""
        self._held[entry.id] = entry
        if about:
            self._acts[entry.id] = entry
            self._revoked = self._revoked or entry.type in LIMITING
        if awaited or not self._plain(entry):
            self._stand_anew()
        return self._release()

    def _release(self) -> tuple[Entry, ...]:
        released = tuple(entry for entry in self._held.values() if self._standing.judge(entry).counts)
        for entry in released:
            del self._held[entry.id]
            self._count(entry)
        return released

    def _recovers(self, act: Entry) -> bool:
        """Return whether a recovery is by the true key, as far as is known or was announced; where it is not, the act waits."""
        judged = judge_claims(self._operation, [*self._announced, act], 1 if self._announced else 0)
        if judged.waiting:
            self._claims[act.id] = act
        return bool(judged.recoveries)

    def _judge_claims(self) -> None:
        """Find out about all recoveries that wait. Those by other keys are never looked at again."""
        waiting, self._claims = self._claims, {}
        found = judge_claims(self._operation, [*self._announced, *waiting.values()]).recoveries
        self._acts.update((one.entry.id, one.entry) for one in found)
        if found:
            self._revoked = self._stale = True
            self._stand_anew()

    def _plain(self, act: Entry) -> bool:
        """Take in an act that is plainly in force, or plainly not, without weighing all others; return whether it was one."""
        if not self._standing.begun or act.type not in GROWING or act.type == EntryType.DEVICE_SUCCEEDED:
            return False
        if not self._standing.by_right(act).counts:
            return not self._revoked
        if len(self._force) < len(self._acts) - 1:
            return False  # others wait, perhaps for this one
        if self._standing.admit(act):
            self._force |= {act.id}
        return True

    def _stand_anew(self) -> None:
        before = self._standing
        self._standing, self._force = stand(self._operation, self.feeds, self._acts.values())
        self._awaited = self._standing.awaited()
        self._stale = self._stale or self._fallen(before)

    def _fallen(self, before: Standing) -> bool:
        """Return whether something that was counted may not count now: of each author, on each feed, the last is looked at."""
        standing = self._standing
        if any(not standing.judge(entry).counts for entry in (*self._last.values(), *self._watched.values())):
            return True
        if any(EntryId(target) not in self._held and self.feeds.has(target) for target in standing.voided - before.voided):
            return True
        return before.limits() != standing.limits() and any(self.feeds.forked(device) for device, _, _ in self._last)

    def again(self) -> Rights:
        """Return rights that know from the start what these came to know, for folding the same entries anew; then call `go_on`."""
        new = Rights(self._operation)
        new.feeds, new._standing, new._acts, new._force = self.feeds, self._standing, self._acts, self._force
        new._announced, new._claims = self._announced, self._claims
        new._revoked, new._awaited, new._again = self._revoked, self._awaited, True
        return new

    def go_on(self) -> None:
        """All entries have been folded anew; what comes next is new."""
        self._again = False

    def authority(self, device: Id, actor: Id, command: type[Command]) -> Id:
        """Return the grant under which a person may give a command on a device (`NO_AUTH`: the founder, or nobody needs one).

        Raises `Refused` with the right that is lacking.
        """
        standing = self._standing
        if not standing.begun or command in (SucceedDevice, AnnounceRecovery, RecoverRights):
            return NO_AUTH
        if device in standing.device_cuts:
            raise Refused("This device was revoked; have it enrolled anew.")
        if standing.is_root(actor, device):
            return NO_AUTH
        right = RIGHT_OF.get(command)
        mine = [grant for grant in self._grants_of(actor) if grant.id not in standing.grant_cuts]
        able = [grant for grant in mine if (grant.role in right.roles if right else grant.role is Role.SUPERVISOR)]
        fit = next((grant for grant in able if standing.admits(device, grant.role)), None)
        if fit is not None:
            return fit.id
        if able:
            raise Refused("This device is not enrolled for the role {role}.", role=ROLE_SAID[able[0].role])
        if mine:
            raise lacking(mine[0].role, command)
        raise Refused("You have been granted no role in this operation yet. A supervisor can do that under “People and devices”.")

    def role_under(self, auth: Id) -> Role | None:
        """Return the role that a grant gives; `None` for the founder's own rights and for a grant that is not in force."""
        grant = self._standing.grants.get(auth)
        return None if grant is None else grant.role

    def _grants_of(self, actor: Id) -> list[Grant]:
        found = [grant for grant in self._standing.grants.values() if grant.actor == actor]
        return sorted(found, key=lambda grant: (list(Role).index(grant.role), grant.id))

    def roles_of(self, actor: Id) -> tuple[Role, ...]:
        """Return the roles that a person has now, the one with most rights first; the founder is a supervisor."""
        cuts = self._standing.grant_cuts
        granted = [grant.role for grant in self._grants_of(actor) if grant.id not in cuts]
        return tuple(dict.fromkeys([*([Role.SUPERVISOR] if self._standing.began(actor) else []), *granted]))

    def name_of(self, actor: Id) -> str:
        """Return the name that a person was granted a role under; empty when none was."""
        return next((grant.name for grant in self._grants_of(actor)), "")

    def is_founders(self, device: Id, actor: Id) -> bool:
        """Return whether a person at a device has the founder's rights, or could begin them."""
        standing = self._standing
        return standing.of_founder(device) and (not standing.begun or standing.began(actor))

    def family(self, device: Id) -> tuple[Id, ...]:
        """Return a device and all that it goes on for."""
        return self._standing.family(device)

    def grants(self) -> tuple[GrantView, ...]:
        """Return all grants, revoked ones too, by name."""
        views = [self._grant_view(grant) for grant in self._standing.grants.values()]
        return tuple(sorted(views, key=lambda view: (view.revoked, view.name.casefold(), view.id)))

    def _grant_view(self, grant: Grant) -> GrantView:
        cuts = self._standing.grant_cuts.get(grant.id, [])
        entry = grant.entry
        return GrantView(grant.id, grant.actor, grant.name, grant.role, entry.actor, entry.wall_ms, bool(cuts), _reason(cuts))

    def devices(self) -> tuple[DeviceView, ...]:
        """Return all devices that wrote here or were let in, by name."""
        known = {*self.feeds.devices(), *self._standing.enrolments, *self._standing.device_cuts}
        return tuple(sorted(map(self._device_view, known), key=lambda view: (view.revoked, view.name.casefold(), view.id)))

    def _device_view(self, device: Id) -> DeviceView:
        standing = self._standing
        enrolment, cuts = standing.enrolments.get(device), standing.device_cuts.get(device, [])
        ends = self.feeds.ends([device]).get(device, ())
        return DeviceView(
            device,
            enrolment.name if enrolment else "",
            standing.roles_on(device) if standing.begun else frozenset(Role),
            standing.of_founder(device),
            bool(cuts),
            _reason(cuts),
            next(iter(standing.family(device)[1:]), None),
            max((seq for seq, _ in ends), default=0),
        )

    def founder(self) -> Id | None:
        """Return the device on which the operation was founded, where anything of it is here."""
        return next((device for device in self.feeds.devices() if is_founder(self._operation, device)), None)

    def announced(self) -> frozenset[bytes]:
        """Return the recovery keys that the founder's device announced: one, unless somebody else has its keys."""
        keys = (fact(act, "public_key") for act in self._announced)
        return frozenset(key for key in keys if isinstance(key, bytes))

    def door(self) -> RecoveryDoor:
        """Return by what a device that is shut out is let in all the same."""
        return RecoveryDoor(self._operation, tuple(self._announced), self._standing.recoveries)

    def recoveries(self) -> tuple[RecoveryView, ...]:
        """Return the recoveries in force, the one that leads first."""
        force = ((one, one.entry) for one in self._standing.recoveries)
        return tuple(RecoveryView(act.id, one.number, act.actor, act.device, act.wall_ms, one.out) for one, act in force)

    def masters(self) -> tuple[Id, ...]:
        """Return the devices whose keys could stand above all others: the founder's, those that go on for it, those where rights were recovered."""
        known = {*self.feeds.devices(), *self._standing.enrolments}
        recovered = {one.entry.device for one in self._standing.recoveries}
        return tuple(sorted(one for one in known if self._standing.of_founder(one) or not recovered.isdisjoint(self.family(one))))

    def held(self, entry: EntryId) -> Entry | None:
        """Return an entry that is here and does not count; `None` when it counts or is not here."""
        return self._held.get(entry)

    def unratified(self) -> tuple[tuple[Entry, Verdict], ...]:
        """Return what does not count and waits for a person's verdict, oldest first."""
        judged = [(entry, self.judge(entry)) for entry in self._held.values()]
        waiting = [(entry, verdict) for entry, verdict in judged if verdict.reason is not Reason.VOIDED]
        return tuple(sorted(waiting, key=lambda pair: (pair[0].hlc, pair[0].device, pair[0].id)))


def _reason(cuts: Iterable[Entry]) -> str:
    return next((str(found) for cut in cuts if (found := fact(cut, "reason"))), "")


__all__ = ["DeviceView", "GrantView", "Reason", "RecoveryView", "Rights", "Verdict", "grant_id"]
