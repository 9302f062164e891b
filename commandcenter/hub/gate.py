"""Who may do what with an operation: the hub reads grants and revocations out of the log, by the very function that desks use.

It judges devices, not entries: what is stored here is for every receiver to judge. See ADR 8.

| device | may |
|---|---|
| enrolled, or nobody has been granted anything | everything |
| not enrolled (yet) | compare, hear the doorbell, and give a bounded number of entries: its own enrolment may be among them |
| revoked in the operation | nothing |
| one on which rights were just recovered | give the batch that proves it, whatever it was before |
| a partner's | everything, and gets the sections that were decided for that partner |
| a player's, in an exercise | everything, and gets all but what its staff write for each other |
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NoReturn

import sqlalchemy as sa

from commandcenter.hub.database import HubDatabase
from commandcenter.hub.partner_copy import PartnerCopy
from commandcenter.hub.refusals import NOT_ENROLLED, REVOKED_HERE, TOO_MANY_RECOVERIES, forbidden
from commandcenter.hub.replica import HubReplica
from commandcenter.hub.schema import ACTS
from commandcenter.log.recovery import fitting_is_known
from commandcenter.log.sharing import SharingPolicy
from commandcenter.log.signed import read_entry, read_link
from commandcenter.model.entries import Entry, EntryType, Kind, Section
from commandcenter.model.ids import Id, id_bytes, is_exercise
from commandcenter.model.rights import STAFF, Role
from commandcenter.picture.feeds import Feeds
from commandcenter.picture.messages import FORGET
from commandcenter.picture.privacy import sharing_of, short_id
from commandcenter.picture.recovery import RecoveryDoor, announces
from commandcenter.picture.standing import ABOUT_RIGHTS, LIMITING, Standing
from commandcenter.picture.weighing import stand
from commandcenter.sync.claims import claims_in
from commandcenter.sync.messages import Batch, read_batch, read_request, write_batch
from commandcenter.sync.replica import Replica
from commandcenter.sync.responder import Verb

MAX_KEPT = 1_000
"""Operations whose standing is remembered; who asks about made-up ones fills no memory."""
FORGETTING = frozenset({EntryType.PERSONAL_DATA_ERASED, EntryType.ATTACHMENT_REMOVED})
GUEST_ENTRIES = 5_000
"""Entries of all devices that are not enrolled, kept per operation: days of work of a laptop whose enrolment is still on its way."""
GUEST_CLAIMS = 8
"""Recoveries of rights among those, in an operation that never announced its recovery key: each has to be computed at each start."""
TRIES = 2
"""Recovery keys that are computed when a standing is found; further ones wait for the next question."""


class _Players(SharingPolicy):
    """What the computers of players get in an exercise."""

    def sections(self, audience: Id) -> frozenset[str]:
        """Return all sections but the staff's."""
        return frozenset(map(str, Section)) - {str(Section.STAFF)}


_PLAYERS_GET = _Players()


@dataclass(frozen=True, slots=True)
class Decided:
    """What the entries that the hub goes by amount to."""

    standing: Standing
    door: RecoveryDoor
    claims: int
    """Recoveries of rights by devices that are not enrolled."""
    sharing: SharingPolicy
    erased: frozenset[tuple[Id, str]]
    """(first half of an entry's id, section)."""
    forgotten: frozenset[bytes]
    """Attachments that were erased or removed."""


def forgets(entry: Entry) -> tuple[bytes, ...]:
    """Return the attachments that an entry decrees forgotten."""
    named = entry.about.get(FORGET) if entry.type in FORGETTING else None
    return tuple(name for name in named if isinstance(name, bytes)) if isinstance(named, list | tuple) else ()


class Gate:
    """The standing of devices, remembered until there are new entries about rights. Any thread."""

    def __init__(self, database: HubDatabase) -> None:
        """Read from this database."""
        self._database = database
        self._lock = threading.Lock()
        self._kept: OrderedDict[Id, tuple[tuple[int, int], Decided]] = OrderedDict()

    def instead(self, device: Id | None, verb: Verb | None, body: bytes, replica: HubReplica) -> bytes | None:
        """Return what to answer in place of the replica; `None`: let it answer. No verb: the doorbell.

        Raises aiohttp's 403, and `MalformedError` for a body that is none.
        """
        decided = self._decided(replica)
        standing = decided.standing
        if device is None or not standing.begun or (standing.roles_on(device) and device not in standing.device_cuts):
            return None
        batch = read_batch(body) if verb == Verb.PUSH else None
        if batch is not None and decided.door.opens(device, claims_in(batch)):
            return None
        if device in standing.device_cuts:
            raise forbidden(REVOKED_HERE)
        if batch is not None:
            self._let_a_guest_give(decided, batch, replica)
            return None
        if verb == Verb.PULL:
            return self._let_a_guest_take(body, replica)
        return None if verb in (Verb.COMPARE, None) else _not_enrolled()

    def standing(self, replica: HubReplica) -> Standing:
        """Return where everybody stands in an operation now."""
        return self._decided(replica).standing

    def forgotten(self, replica: HubReplica) -> frozenset[bytes]:
        """Return the attachments that nobody may have any more."""
        return self._decided(replica).forgotten

    def copy_for(self, device: Id | None, replica: HubReplica) -> Replica:
        """Return the replica as a device may see it: a partner's gets the sections that were decided for it."""
        standing, policy = self._decided(replica).standing, self._decided(replica).sharing
        if device is None:
            return replica
        audience = policy.devices.get(device)
        if audience is None and standing.begun and standing.roles_on(device) == {Role.PARTNER}:
            audience = device  # of a partner that nobody has named: what any partner gets
        if audience is None and is_exercise(replica.operation) and standing.begun and not standing.roles_on(device) & STAFF:
            return PartnerCopy(replica, _PLAYERS_GET, device)
        return replica if audience is None else PartnerCopy(replica, policy, audience)

    def carry_out_erasures(self, taken: Iterable[Entry], replica: HubReplica) -> None:
        """Erase what new entries decree erased, and of new entries what was decreed before, in whatever order they come."""
        entries = list(taken)
        here = {(short_id(entry.id), str(write.section)) for entry in entries for write in entry.writes if write.section != Section.OP}
        told = {(w.key.entity, w.key.field) for entry in entries if entry.type == EntryType.PERSONAL_DATA_ERASED for w in entry.writes}
        places = (here | told) & self._decided(replica).erased if here or told else set()
        if places:
            replica.erase(sorted(places))

    def _decided(self, replica: HubReplica) -> Decided:
        newest = self._newest(replica.operation)
        with self._lock:
            kept = self._kept.get(replica.operation)
        if kept is None or kept[0] != newest:
            kept = newest, self._weighed(replica)
            with self._lock:
                if not kept[1].standing.waiting:
                    self._kept[replica.operation] = kept
                if len(self._kept) > MAX_KEPT:
                    self._kept.popitem(last=False)
        return kept[1]

    def _newest(self, operation: Id) -> tuple[int, int]:
        """Return how many entries about rights there are, and the position of the newest: a restored database has others."""
        newest = sa.select(sa.func.count(), sa.func.max(ACTS.c.position)).where(ACTS.c.operation == id_bytes(operation))
        with self._database.reading() as connection:
            count, position = connection.execute(newest).one()
        return count, position or 0

    def _weighed(self, replica: HubReplica) -> Decided:
        noted = [read_entry(row.signed) for row in replica.acts()]
        acts = [entry for entry in noted if entry.type in ABOUT_RIGHTS]
        feeds = Feeds()
        if any(act.type in LIMITING for act in acts):  # only these are weighed by what their author had written before
            for entry in _written_by(replica, {act.device for act in acts}):
                feeds.add(entry)
        standing = stand(replica.operation, feeds, acts, TRIES)[0]
        door = RecoveryDoor(replica.operation, tuple(act for act in acts if announces(replica.operation, act)), standing.recoveries)
        claims = sum(act.type == EntryType.RIGHTS_RECOVERED and not standing.roles_on(act.device) for act in acts)
        counted = [entry for entry in noted if standing.judge(entry).counts]
        erased = (write.key for entry in counted if entry.type == EntryType.PERSONAL_DATA_ERASED for write in entry.writes)
        places = frozenset((key.entity, key.field) for key in erased if key.kind == Kind.ERASURE)
        return Decided(standing, door, claims, sharing_of(counted), places, frozenset(name for entry in counted for name in forgets(entry)))

    def _let_a_guest_give(self, decided: Decided, batch: Batch, replica: HubReplica) -> None:
        """Raise 403 when there would be too many entries of devices that are not enrolled."""
        standing = decided.standing
        claims = [act.id for act in claims_in(batch) if not standing.roles_on(act.device)]
        if claims and not fitting_is_known(replica.operation) and decided.claims + len(set(claims) - replica.known(claims)) > GUEST_CLAIMS:
            raise forbidden(TOO_MANY_RECOVERIES)
        here = sum(ends[-1].seq for device, ends in replica.leaves().items() if not standing.roles_on(device))
        more = sum(not standing.roles_on(read_link(signed.header).device) for signed in batch.entries)
        if more and here + more > GUEST_ENTRIES:
            _not_enrolled()

    def _let_a_guest_take(self, body: bytes, replica: HubReplica) -> bytes:
        """Give nothing; say so when the guest has nothing to give either, for its enrolment might be in what it has."""
        ends = [tip.id for tips in read_request(body).summary.values() for tip in tips]
        if len(replica.known(ends)) == len(set(ends)):
            _not_enrolled()
        return write_batch(Batch(replica.operation, ()))


def _written_by(replica: HubReplica, devices: Iterable[Id]) -> Iterable[Entry]:
    return (read_entry(row.signed) for device in sorted(devices) for row in replica.feed(device))


def _not_enrolled() -> NoReturn:
    raise forbidden(NOT_ENROLLED)
