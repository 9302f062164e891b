"""A story: the thief with the founder's laptop has revoked everybody at the hub. Ben has the recovery paper, and the hub hears him."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from aiohttp import web

from commandcenter.dispatch.handlers.recovery import recover_rights
from commandcenter.dispatch.now import Now
from commandcenter.hub.database import HubDatabase
from commandcenter.hub.gate import Gate
from commandcenter.hub.replica import HubReplica
from commandcenter.log.memory import MemoryLog
from commandcenter.log.recovery import found_operation
from commandcenter.log.signed import SignedEntry
from commandcenter.log.signing import DeviceKey
from commandcenter.model.clock import FakeClock
from commandcenter.model.commands import RecoverRights
from commandcenter.model.entries import Draft, Entry, EntryType, Key, Kind, Value, Write
from commandcenter.model.ids import Id, derived_id, random_id
from commandcenter.picture.feeds import ends_value
from commandcenter.picture.history import picture_of
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.sync.messages import Batch, write_batch
from commandcenter.sync.verbs import Verb

from .conftest import RunningHub, SyncedDesk, wait_for

FOUNDER, BEN, GUEST = (DeviceKey(bytes([number]) * 32) for number in (41, 42, 43))
OPERATION, CODE = found_operation(FOUNDER.id, lambda count: bytes(range(count)))
CHIEF, BEN_HIMSELF = derived_id("chief"), derived_id("operator", "ben")
ASKED = [Verb.PULL, Verb.COMPARE, Verb.NEWS, None]


def draft(type_: str, kind: Kind, entity: Id, field: str, value: Value) -> Draft:
    return Draft(type_, (Write(Key(kind, entity, field), value),))


def begin(log: MemoryLog, *devices: DeviceKey) -> tuple[Entry, ...]:
    let_in = [draft(EntryType.DEVICE_ENROLLED, Kind.DEVICE, one.id, "enrolled", {"name": "laptop", "roles": ["supervisor"]}) for one in devices]
    return log.append([draft(EntryType.RIGHTS_BEGUN, Kind.GRANT, OPERATION, "begun", {"ends": {}}), *let_in], actor=CHIEF, heads=lambda _: ())


def revoke(log: MemoryLog, device: DeviceKey) -> None:
    ends = ends_value({one: tuple((tip.seq, tip.id[:16]) for tip in tips) for one, tips in log.leaves().items()})
    log.append([draft(EntryType.DEVICE_REVOKED, Kind.DEVICE, device.id, "revoked", {"ends": ends, "reason": ""})], actor=CHIEF, heads=lambda _: ())


def recover(log: MemoryLog, *out: DeviceKey, actor: Id = BEN_HIMSELF) -> Entry:
    picture = picture_of(OPERATION, log.entries)
    now = Now(0, actor, random_id, default_catalogue(), device=log.device)
    drafts = recover_rights(picture, RecoverRights(CODE, tuple(one.id for one in out)), now)
    return log.append(drafts, actor=actor, heads=picture.heads)[0]


def signed(log: MemoryLog, device: Id) -> tuple[SignedEntry, ...]:
    return tuple(row.signed for row in log.feed(device))


class Place:
    """The hub, and the thief's, Ben's and a guest's logs; Ben and the guest know what the hub knows."""

    def __init__(self, database: HubDatabase) -> None:
        self.replica, self.gate = HubReplica(database, OPERATION, FakeClock()), Gate(database)
        self.thief, self.ben, self.guest = (MemoryLog(OPERATION, key, FakeClock()) for key in (FOUNDER, BEN, GUEST))
        begin(self.thief, BEN)
        revoke(self.thief, BEN)
        self.store(self.thief)
        for log in (self.ben, self.guest):
            log.ingest([row.signed for row in self.thief.signed()], sender="hub")

    def store(self, log: MemoryLog) -> None:
        self.replica.ingest([row.signed for row in log.signed()], sender="desk", keys=log.device_keys())

    def may(self, key: DeviceKey, verb: Verb | None, entries: tuple[SignedEntry, ...] = ()) -> bool:
        try:
            return self.gate.instead(key.id, verb, write_batch(Batch(OPERATION, entries)) if verb == Verb.PUSH else b"", self.replica) is None
        except web.HTTPForbidden:
            return False


@pytest.fixture
def place(database_url: str) -> Iterator[Place]:
    database = HubDatabase(database_url, bytes(32))
    yield Place(database)
    database.close()


def test_who_was_revoked_by_the_thief_gives_the_recovery_and_is_in(place: Place) -> None:
    place.ben.append([Draft("UnitChanged", ())], actor=BEN_HIMSELF, heads=lambda _: ())
    assert not place.may(BEN, Verb.PUSH, signed(place.ben, BEN.id))
    recover(place.ben, FOUNDER)
    claim = signed(place.ben, BEN.id)
    assert place.may(BEN, Verb.PUSH, claim)
    assert not place.may(BEN, Verb.PUSH, claim[:1])
    assert not place.may(BEN, Verb.COMPARE)
    place.store(place.ben)
    assert all(place.may(BEN, verb) for verb in ASKED)
    assert not any(place.may(FOUNDER, verb) for verb in ASKED)
    revoke(place.thief, BEN)  # once more, after it was shut out
    place.store(place.thief)
    assert place.may(BEN, Verb.COMPARE)
    assert not place.may(FOUNDER, Verb.COMPARE)


def test_a_recovery_opens_the_door_to_nobody_else_and_only_once(place: Place) -> None:
    act = recover(place.ben, FOUNDER)
    place.thief.append([Draft(act.type, act.writes)], actor=BEN_HIMSELF, heads=lambda _: ())
    place.store(place.ben)
    assert not place.may(FOUNDER, Verb.PUSH, signed(place.thief, FOUNDER.id))
    assert not place.may(FOUNDER, Verb.PUSH, signed(place.ben, BEN.id))
    place.guest.ingest([row.signed for row in place.ben.signed()], sender="hub")
    recover(place.guest, FOUNDER, BEN, actor=CHIEF)
    assert place.may(GUEST, Verb.PUSH, signed(place.guest, GUEST.id))
    place.store(place.guest)
    assert all(place.may(GUEST, verb) for verb in ASKED)
    assert not place.may(BEN, Verb.PUSH, signed(place.ben, BEN.id))  # outdated by the second


def test_a_desk_that_was_revoked_comes_in_step_by_its_recovery_and_the_thief_falls_out(
    sqlite_url: str, start_hub: Callable[..., RunningHub], new_desk: Callable[..., SyncedDesk]
) -> None:
    hub = start_hub(sqlite_url)
    thief, ben = (new_desk(number, hub.url, operation=OPERATION) for number in (41, 42))
    thief.writer.submit(lambda: begin(thief.log, BEN)).result()
    thief.client.start()
    ben.client.start()
    wait_for(lambda: thief.says() == ben.says() == "In step" and ben.count() == 2)
    thief.writer.submit(lambda: revoke(thief.log, BEN)).result()
    thief.client.nudge()
    wait_for(lambda: "revoked" in str(ben.client.status.why) or ben.count() == 3)
    ben.client.stop()
    ben.writer.submit(lambda: ben.log.ingest([row.signed for row in thief.log.signed()], sender="stick")).result()
    again = new_desk(42, hub.url, operation=OPERATION)
    again.writer.submit(lambda: again.log.ingest([row.signed for row in ben.log.signed()], sender="itself")).result()
    again.client.start()
    wait_for(lambda: "it was revoked" in str(again.client.status.why))
    again.writer.submit(lambda: recover(again.log, FOUNDER)).result()
    again.client.nudge()
    wait_for(lambda: again.says() == "In step")
    thief.client.stop()
    late = new_desk(41, hub.url, operation=OPERATION)
    late.client.start()
    wait_for(lambda: "it was revoked" in str(late.client.status.why))
    assert late.count() == 0
