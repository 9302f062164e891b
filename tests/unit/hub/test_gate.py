"""The hub and rights: who is enrolled may all, who is not may bring its enrolment along, who is revoked may nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from aiohttp import web

from commandcenter.hub.database import HubDatabase
from commandcenter.hub.gate import GUEST_ENTRIES, Gate
from commandcenter.hub.replica import HubReplica
from commandcenter.log.codec import MalformedError
from commandcenter.log.memory import MemoryLog
from commandcenter.log.sections import SealedSection
from commandcenter.log.signed import SignedEntry
from commandcenter.log.signing import DeviceKey
from commandcenter.model.clock import FakeClock
from commandcenter.model.entries import Draft, EntryType, Key, Kind, Value, Write
from commandcenter.model.ids import Id, derived_id, founded_id
from commandcenter.sync.messages import Batch, Request, read_batch, write_batch, write_request
from commandcenter.sync.responder import Verb

from .conftest import RunningHub, SyncedDesk, wait_for

FOUNDER, ANN, BEN = (DeviceKey(bytes([number]) * 32) for number in (11, 12, 13))
OPERATION = founded_id(FOUNDER.id, exercise=False, new_id=lambda: derived_id("op"))
CHIEF = derived_id("chief")
ALL_VERBS = [*Verb, None]


def draft(type_: str, kind: Kind, entity: Id, field: str, value: Value) -> Draft:
    return Draft(type_, (Write(Key(kind, entity, field), value),))


def begun(log: MemoryLog) -> Draft:
    return draft(EntryType.RIGHTS_BEGUN, Kind.GRANT, log.operation, "begun", {"ends": {}})


def enrolled(device: DeviceKey) -> Draft:
    return draft(EntryType.DEVICE_ENROLLED, Kind.DEVICE, device.id, "enrolled", {"name": "laptop", "roles": ["dispatcher"]})


def revoked(device: DeviceKey) -> Draft:
    return draft(EntryType.DEVICE_REVOKED, Kind.DEVICE, device.id, "revoked", {"ends": {}, "reason": "lost"})


class Place:
    """One operation at a hub, and its founder's log."""

    def __init__(self, database: HubDatabase) -> None:
        self.replica = HubReplica(database, OPERATION, FakeClock())
        self.gate = Gate(database)
        self.log = MemoryLog(OPERATION, FOUNDER, FakeClock())

    def founder_does(self, *drafts: Draft) -> None:
        self.log.append(drafts, actor=CHIEF, heads=lambda _: ())
        self.replica.ingest([row.signed for row in self.log.signed()], sender="founder")

    def instead(self, device: DeviceKey | None, verb: Verb | None, body: bytes) -> bytes | None:
        return self.gate.instead(device.id if device else None, verb, body, self.replica)

    def may(self, device: DeviceKey | None, verb: Verb | None) -> bool:
        body = {Verb.PULL: write_request(Request(OPERATION, {})), Verb.PUSH: write_batch(Batch(OPERATION, tuple(written(BEN, 1))))}
        try:
            return self.instead(device, verb, body.get(verb or Verb.NEWS, b"")) is None
        except web.HTTPForbidden:
            return False


def written(device: DeviceKey, count: int) -> list[SignedEntry]:
    log = MemoryLog(OPERATION, device, FakeClock())
    log.append([Draft("UnitChanged", ())] * count, actor=derived_id("ann"), heads=lambda _: ())
    return [row.signed for row in log.signed()]


@pytest.fixture
def place(database_url: str) -> Iterator[Place]:
    database = HubDatabase(database_url, bytes(32))
    yield Place(database)
    database.close()


def test_before_anybody_was_granted_anything_all_may_all(place: Place) -> None:
    place.founder_does(Draft("UnitChanged", ()))
    assert all(place.may(device, verb) for device in (None, FOUNDER, ANN) for verb in ALL_VERBS)


def test_then_who_is_enrolled_may_all(place: Place) -> None:
    place.founder_does(begun(place.log), enrolled(ANN))
    assert all(place.may(device, verb) for device in (None, FOUNDER, ANN) for verb in ALL_VERBS)
    assert {verb for verb in ALL_VERBS if place.may(BEN, verb)} == {Verb.COMPARE, Verb.PUSH, None}
    place.founder_does(enrolled(BEN))
    assert all(place.may(BEN, verb) for verb in ALL_VERBS)


def test_who_is_revoked_may_nothing(place: Place) -> None:
    place.founder_does(begun(place.log), enrolled(ANN), enrolled(BEN))
    place.founder_does(revoked(ANN))
    assert not any(place.may(ANN, verb) for verb in ALL_VERBS)
    assert all(place.may(BEN, verb) for verb in ALL_VERBS)


def test_a_forged_enrolment_changes_nothing(place: Place) -> None:
    place.founder_does(begun(place.log))
    own = MemoryLog(OPERATION, BEN, FakeClock())
    own.append([begun(own), enrolled(BEN), revoked(FOUNDER)], actor=CHIEF, heads=lambda _: ())
    place.replica.ingest([row.signed for row in own.signed()], sender="ben")
    assert not place.may(BEN, Verb.NEWS)
    assert place.may(FOUNDER, Verb.NEWS)


def test_a_guest_gets_nothing_while_it_has_something_to_give_and_is_told_why_when_not(place: Place) -> None:
    place.founder_does(begun(place.log))
    ben = MemoryLog(OPERATION, BEN, FakeClock())
    ben.append([Draft("UnitChanged", ())], actor=derived_id("ben"), heads=lambda _: ())
    ask = write_request(Request(OPERATION, ben.leaves()))
    answer = place.instead(BEN, Verb.PULL, ask)
    assert answer is not None
    assert (read_batch(answer).entries, read_batch(answer).more) == ((), False)
    place.replica.ingest([row.signed for row in ben.signed()], sender="ben")
    with pytest.raises(web.HTTPForbidden) as refused:
        place.instead(BEN, Verb.PULL, ask)
    assert "not enrolled" in str(refused.value.text)


@pytest.mark.parametrize("header", [b"", b"\x01", b"\x80", b"\x81" * 100_000 + b"\x00", b"\x9a\xff\xff\xff\xff"])
def test_a_guests_rubbish_is_refused_as_such(place: Place, header: bytes) -> None:
    place.founder_does(begun(place.log))
    with pytest.raises(MalformedError):
        place.instead(BEN, Verb.PUSH, write_batch(Batch(OPERATION, (SignedEntry(header, bytes(64), {}),))))


@pytest.mark.parametrize("body", [b"", b"\x01", b"\x80", b"\x81\x81\x01", b"\x9f" * 50_000])
def test_a_guests_recovery_that_holds_rubbish_is_refused_as_such(place: Place, body: bytes) -> None:
    place.founder_does(begun(place.log))
    own = MemoryLog(OPERATION, BEN, FakeClock())
    own.append([draft(EntryType.RIGHTS_RECOVERED, Kind.GRANT, OPERATION, "recovered", {})], actor=CHIEF, heads=lambda _: ())
    (signed,) = (row.signed for row in own.signed())
    (name,) = signed.sections
    spoilt = replace(signed, sections={name: SealedSection(signed.sections[name].salt, body)})
    with pytest.raises(MalformedError):
        place.instead(BEN, Verb.PUSH, write_batch(Batch(OPERATION, (spoilt,))))


def test_guests_may_give_so_much_together_and_no_more(place: Place) -> None:
    place.founder_does(begun(place.log), enrolled(ANN))
    entries = written(BEN, GUEST_ENTRIES + 1)
    for start in range(0, GUEST_ENTRIES, 500):
        part = tuple(entries[start : start + 500])
        assert place.instead(BEN, Verb.PUSH, write_batch(Batch(OPERATION, part))) is None
        place.replica.ingest(part, sender="ben")
    last = write_batch(Batch(OPERATION, (entries[-1],)))
    with pytest.raises(web.HTTPForbidden):
        place.instead(BEN, Verb.PUSH, last)
    assert place.instead(ANN, Verb.PUSH, last) is None  # one who is enrolled stands behind it
    place.founder_does(enrolled(BEN))
    assert place.instead(BEN, Verb.PUSH, last) is None


def test_a_laptop_brings_its_own_enrolment(sqlite_url: str, start_hub: Callable[..., RunningHub], new_desk: Callable[..., SyncedDesk]) -> None:
    """The hub knows that rights hold; that this laptop was enrolled, out in the field, it hears from the laptop."""
    hub = start_hub(sqlite_url)
    founder = MemoryLog(OPERATION, FOUNDER, FakeClock())
    founder.append([begun(founder)], actor=CHIEF, heads=lambda _: ())
    HubReplica(hub.database, OPERATION, FakeClock()).ingest([row.signed for row in founder.signed()], sender="founder")
    founder.append([enrolled(ANN)], actor=CHIEF, heads=lambda _: ())
    desks = [new_desk(number, hub.url, operation=OPERATION) for number in (12, 13)]
    for desk in desks:
        desk.writer.submit(desk.log.ingest, [row.signed for row in founder.signed()], sender="stick").result()
        desk.write(3)
    ann, ben = desks
    ann.client.start()
    wait_for(lambda: ann.says() == "In step")
    ben.client.start()
    wait_for(lambda: "not enrolled" in str(ben.client.status.why))
    wait_for(lambda: ann.count() == 8)  # what a guest gives is kept and relayed
    assert ben.count() == 5  # and it gets nothing
    founder.append([enrolled(BEN)], actor=CHIEF, heads=lambda _: ())
    ann.writer.submit(ann.log.ingest, [row.signed for row in founder.signed()], sender="stick").result()
    ann.client.nudge()
    wait_for(lambda: ann.says() == ben.says() == "In step")
    wait_for(lambda: ann.digest() == ben.digest())
    assert ann.count() == 9
