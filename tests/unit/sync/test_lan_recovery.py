"""Without any hub: the thief with the founder's laptop has revoked Ben. Ben recovers rights, and the desks of his network hear it from him."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from commandcenter.dispatch.handlers.recovery import recover_rights
from commandcenter.dispatch.now import Now
from commandcenter.log.recovery import found_operation
from commandcenter.log.signing import DeviceKey
from commandcenter.model.commands import RecoverRights
from commandcenter.model.entries import Draft, Entry, EntryType, Key, Kind, Value, Write
from commandcenter.model.ids import Id, derived_id, random_id
from commandcenter.picture.feeds import ends_value
from commandcenter.picture.recovery import RECOVERY, recovery_message
from commandcenter.resources.catalogue import default_catalogue

from .lan_desks import LanDesk, NewDesk, in_step, wait_for

FOUNDER, BEN, CLEO = (DeviceKey(bytes([number]) * 32) for number in (1, 2, 3))
OPERATION, CODE = found_operation(FOUNDER.id, lambda count: bytes(range(5, 5 + count)))
CHIEF, BEN_HIMSELF = derived_id("chief"), derived_id("operator", "ben")


def draft(type_: str, kind: Kind, entity: Id, field: str, value: Value) -> Draft:
    return Draft(type_, (Write(Key(kind, entity, field), value),))


def let_in(device: DeviceKey) -> Draft:
    return draft(EntryType.DEVICE_ENROLLED, Kind.DEVICE, device.id, "enrolled", {"name": "laptop", "roles": ["supervisor"]})


def sign(desk: LanDesk, actor: Id, make: Callable[[], list[Draft]]) -> tuple[Entry, ...]:
    """Commit and fold, and let the others know."""

    def work() -> tuple[Entry, ...]:
        first = desk.log.count() + 1
        done = desk.log.append(make(), actor=actor, heads=desk.picture.heads)
        desk._fold(list(enumerate(done, start=first)))
        return done

    done = desk.writer.submit(work).result()
    desk.client.nudge()
    return done


def revoke(desk: LanDesk, device: DeviceKey) -> None:
    sign(
        desk,
        CHIEF,
        lambda: [
            draft(
                EntryType.DEVICE_REVOKED,
                Kind.DEVICE,
                device.id,
                "revoked",
                {"ends": ends_value(desk.picture.rights.feeds.ends()), "reason": ""},
            )
        ],
    )


def recover(desk: LanDesk) -> None:
    now = Now(0, BEN_HIMSELF, random_id, default_catalogue(), device=desk.id)
    sign(desk, BEN_HIMSELF, lambda: recover_rights(desk.picture, RecoverRights(CODE, (FOUNDER.id,)), now))


def false_claim(desk: LanDesk) -> None:
    key = DeviceKey(bytes([77]) * 32)
    proof = key.attest(RECOVERY, recovery_message(OPERATION, 1, desk.id, BEN_HIMSELF, {}, []))
    value: dict[str, Value] = {"number": 1, "founder": FOUNDER.id, "public_key": key.public_key, "ends": {}, "out": [], "proof": proof}
    sign(desk, BEN_HIMSELF, lambda: [draft(EntryType.RIGHTS_RECOVERED, Kind.GRANT, derived_id("claim"), "recovered", value)])


@pytest.fixture
def apart(new_desk: NewDesk) -> tuple[LanDesk, LanDesk, LanDesk]:
    """The thief, Ben and Cleo. All know that the thief has revoked Ben; none is connected."""
    thief, ben, cleo = (new_desk(number, operation=OPERATION) for number in (1, 2, 3))
    sign(thief, CHIEF, lambda: [draft(EntryType.RIGHTS_BEGUN, Kind.GRANT, OPERATION, "begun", {"ends": {}}), let_in(BEN), let_in(CLEO)])
    for desk in (ben, cleo):
        give(thief, desk)
    sign(ben, BEN_HIMSELF, lambda: [Draft("UnitChanged", ())])
    give(ben, thief)
    give(ben, cleo)
    revoke(thief, BEN)
    for desk in (ben, cleo):
        give(thief, desk)
        assert desk.revoked == {BEN.id}
    return thief, ben, cleo


def give(source: LanDesk, target: LanDesk) -> None:
    """Carry everything over by a stick."""
    rows = source.writer.submit(lambda: [row.signed for row in source.log.signed()]).result()
    keys = source.writer.submit(source.log.device_keys).result()
    target.writer.submit(lambda: target._fold(target.log.ingest(rows, sender="stick", keys=keys).entries)).result()


def call(desk: LanDesk, *others: LanDesk) -> None:
    desk.options = replace(desk.options, typed=tuple(one.address for one in others))
    desk.client._lan_options = desk.options
    desk.start()


def refused(desk: LanDesk) -> bool:
    return any("was revoked" in str(said) for said in desk.client.status.details())


def test_a_neighbour_hears_the_recovery_from_the_device_that_the_thief_revoked(apart: tuple[LanDesk, LanDesk, LanDesk]) -> None:
    thief, ben, cleo = apart
    cleo.start()
    call(ben, cleo)
    wait_for(lambda: refused(ben), lambda: ben.client.status)
    assert cleo.connected() == frozenset()
    recover(ben)
    in_step(ben, cleo)
    assert cleo.revoked == {FOUNDER.id}
    sign(ben, BEN_HIMSELF, lambda: [Draft("UnitChanged", ())])
    in_step(ben, cleo)
    call(thief, cleo)
    wait_for(lambda: refused(thief), lambda: thief.client.status)


def test_a_claim_by_another_key_and_a_revoked_thief_stay_outside(apart: tuple[LanDesk, LanDesk, LanDesk]) -> None:
    _, ben, cleo = apart
    cleo.start()
    before = cleo.count()
    call(ben, cleo)
    false_claim(ben)
    wait_for(lambda: BEN.id in cleo.judged)
    wait_for(lambda: refused(ben), lambda: ben.client.status)
    assert cleo.count() == before
    assert cleo.connected() == frozenset()
    recover(ben)
    in_step(ben, cleo)
