"""A story: the thief with the founder's laptop has revoked everybody at the hub. Ben has the recovery paper, and the hub hears him."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from aiohttp import web

from commandcenter.dispatch.handlers.recovery import recover_rights
from commandcenter.dispatch.now import Now
from commandcenter.hub.database import HubDatabase
from commandcenter.hub.gate import GUEST_CLAIMS, TRIES, Gate
from commandcenter.hub.refusals import TOO_MANY_RECOVERIES
from commandcenter.hub.replica import HubReplica
from commandcenter.log import recovery
from commandcenter.log.memory import MemoryLog
from commandcenter.log.recovery import found_operation, recovery_key
from commandcenter.log.signed import SignedEntry
from commandcenter.log.signing import DeviceKey
from commandcenter.model.clock import FakeClock
from commandcenter.model.commands import RecoverRights
from commandcenter.model.entries import Draft, Entry, EntryType, Key, Kind, Value, Write
from commandcenter.model.ids import Id, derived_id, random_id
from commandcenter.picture.feeds import ends_value
from commandcenter.picture.history import picture_of
from commandcenter.picture.recovery import CLAIMS_AT_ONCE, RECOVERY, recovery_message
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.sync.messages import MAX_ENTRIES, Batch, write_batch
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


def false_claims(log: MemoryLog, count: int) -> None:
    """Claim to have recovered rights, each time by another key."""
    drafts = []
    for number in range(count):
        key = DeviceKey(number.to_bytes(32, "big"))
        proof = key.attest(RECOVERY, recovery_message(OPERATION, 1, log.device, BEN_HIMSELF, {}, []))
        value: dict[str, Value] = {"number": 1, "founder": FOUNDER.id, "public_key": key.public_key, "ends": {}, "out": [], "proof": proof}
        drafts.append(draft(EntryType.RIGHTS_RECOVERED, Kind.GRANT, derived_id("claim", str(number)), "recovered", value))
    log.append(drafts, actor=BEN_HIMSELF, heads=lambda _: ())


@pytest.fixture
def computed(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The recovery keys that are computed; none is known at the beginning."""
    found: list[bytes] = []
    compute = recovery._commitment

    def commitment(public_key: bytes, founder: Id) -> bytes:
        found.append(public_key)
        return compute(public_key, founder)

    monkeypatch.setattr(recovery, "_FITTING", {})
    monkeypatch.setattr(recovery, "_UNFIT", {})
    monkeypatch.setattr(recovery, "_commitment", commitment)
    return found


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


def test_a_flood_of_false_recoveries_costs_one_computation_where_the_key_was_announced(place: Place, computed: list[bytes]) -> None:
    paper = recovery_key(CODE).public_key
    announced = draft(EntryType.RECOVERY_ANNOUNCED, Kind.GRANT, OPERATION, "recovery", {"public_key": paper})
    place.thief.append([announced], actor=CHIEF, heads=lambda _: ())
    place.store(place.thief)
    false_claims(place.guest, 500)
    assert place.may(GUEST, Verb.PUSH, signed(place.guest, GUEST.id))
    place.store(place.guest)
    false_claims(place.ben, 500)
    assert not place.may(BEN, Verb.PUSH, signed(place.ben, BEN.id))
    assert not place.gate.standing(place.replica).recoveries
    recover(place.ben, FOUNDER)
    assert place.may(BEN, Verb.PUSH, signed(place.ben, BEN.id)[-MAX_ENTRIES:])
    place.store(place.ben)
    assert [one.entry.device for one in place.gate.standing(place.replica).recoveries] == [BEN.id]
    assert computed == [paper]


def test_a_guest_may_carry_what_another_guest_claims_where_the_key_was_announced(place: Place, computed: list[bytes]) -> None:
    paper = recovery_key(CODE).public_key
    place.thief.append(
        [draft(EntryType.RECOVERY_ANNOUNCED, Kind.GRANT, OPERATION, "recovery", {"public_key": paper})], actor=CHIEF, heads=lambda _: ()
    )
    place.store(place.thief)
    false_claims(place.guest, GUEST_CLAIMS + 1)
    assert place.may(DeviceKey(bytes([44]) * 32), Verb.PUSH, signed(place.guest, GUEST.id))
    assert computed == [paper]


def test_where_it_was_not_guests_are_told_soon_and_few_are_computed(place: Place, computed: list[bytes]) -> None:
    false_claims(place.guest, GUEST_CLAIMS)
    assert place.may(GUEST, Verb.PUSH, signed(place.guest, GUEST.id))
    place.store(place.guest)
    false_claims(place.guest, 500)
    push = write_batch(Batch(OPERATION, signed(place.guest, GUEST.id)[-MAX_ENTRIES:]))
    for _ in range(2):
        before = len(computed)
        with pytest.raises(web.HTTPForbidden) as refused:
            place.gate.instead(GUEST.id, Verb.PUSH, push, place.replica)
        assert refused.value.text == str(TOO_MANY_RECOVERIES)
        assert len(computed) - before <= CLAIMS_AT_ONCE + TRIES
    recover(place.ben, FOUNDER)
    recovery._FITTING.clear()  # it was another computer that computed it
    assert place.may(BEN, Verb.PUSH, signed(place.ben, BEN.id))


def test_a_flood_that_was_let_in_is_looked_at_little_by_little_and_the_true_one_is_found(place: Place, computed: list[bytes]) -> None:
    false_claims(place.guest, 5)
    recover(place.ben, FOUNDER)
    for log in (place.guest, place.ben):
        place.store(log)
    for answers in (recovery._FITTING, recovery._UNFIT, computed):
        answers.clear()  # a process of the hub that starts
    for asked in (1, 2, 3):
        found = place.gate.standing(place.replica).recoveries
        assert len(computed) <= asked * TRIES
    assert [one.entry.device for one in found] == [BEN.id]
    assert len(computed) == len(set(computed)) == 6
