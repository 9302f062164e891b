"""Anybody can sign recoveries with keys of their own. They never count, and next to nothing is computed to find that out."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from commandcenter.log.memory import MemoryLog
from commandcenter.log.recovery import recovery_key
from commandcenter.log.signing import DeviceKey
from commandcenter.model import commands as c
from commandcenter.model.clock import FakeClock
from commandcenter.model.entries import Draft, Entry, EntryType, Key, Kind, Value, Write
from commandcenter.model.errors import Refused
from commandcenter.model.ids import NO_AUTH, Id, derived_id
from commandcenter.model.rights import Role
from commandcenter.picture.feeds import Ends, Feeds, ends_value
from commandcenter.picture.history import picture_of
from commandcenter.picture.picture import Picture
from commandcenter.picture.recovery import RECOVERY, RecoveryDoor, recovery_message
from commandcenter.picture.standing import ABOUT_RIGHTS, Reason
from commandcenter.picture.weighing import stand

from .conftest import ANN, BEN, CODE, DAN, OPERATION, NewNode, Node, key, new_process
from .test_fold import team
from .test_permutations import counting, folded, shuffled
from .test_recovery import recovered

PAPER = recovery_key(CODE)


def paper(number: int) -> DeviceKey:
    """Return a recovery key that is not the operation's."""
    return DeviceKey(number.to_bytes(32, "big"))


def claim(device: Id, actor: Id, by: DeviceKey, number: int = 1, *, proof: bytes | None = None, ends: Ends | None = None) -> Draft:
    """Claim to have recovered rights, with a proof by this key unless another is given."""
    ends = ends or {}
    proof = proof or by.attest(RECOVERY, recovery_message(OPERATION, number, device, actor, ends, []))
    value: dict[str, Value] = {
        "number": number,
        "founder": key(1).id,
        "public_key": by.public_key,
        "ends": ends_value(ends),
        "out": [],
        "proof": proof,
    }
    return Draft(EntryType.RIGHTS_RECOVERED, (Write(Key(Kind.GRANT, derived_id("claim", str(number)), "recovered"), value),))


def announcement(by: DeviceKey) -> Draft:
    return Draft(EntryType.RECOVERY_ANNOUNCED, (Write(Key(Kind.GRANT, OPERATION, "recovery"), {"public_key": by.public_key}),))


def written(device: DeviceKey, actor: Id, *drafts: Draft) -> list[Entry]:
    """Return what a device has signed without knowing anything of the operation."""
    return list(MemoryLog(OPERATION, device, FakeClock()).append(drafts, actor=actor, heads=lambda _: ()))


def flood(count: int) -> list[Entry]:
    """Return claims of a guest, each by another key."""
    guest = key(9)
    return written(guest, DAN, *(claim(guest.id, DAN, paper(number)) for number in range(count)))


def everything(*nodes: Node) -> list[Entry]:
    found = {entry.id: entry for one in nodes for _, entry in one.log.entries()}
    return sorted(found.values(), key=lambda entry: (entry.seq, entry.id))


def placed(entries: list[Entry]) -> list[tuple[int, Entry]]:
    return list(enumerate(entries, start=1))


def stood(entries: list[Entry]) -> None:
    feeds = Feeds()
    for entry in entries:
        feeds.add(entry)
    stand(OPERATION, feeds, [entry for entry in entries if entry.type in ABOUT_RIGHTS])


READERS: dict[str, Callable[[list[Entry]], object]] = {
    "at the start": lambda entries: picture_of(OPERATION, placed(entries)),
    "as they come": lambda entries: folded(placed(entries)),
    "at a hub": stood,
}


@pytest.mark.parametrize("reader", READERS)
def test_where_the_key_was_announced_a_flood_of_others_costs_one_computation(ann: Node, reader: str) -> None:
    ann.do(c.AnnounceRecovery(PAPER.public_key))
    entries = everything(ann) + flood(500)
    with new_process() as computed:
        READERS[reader](entries)
        READERS[reader](entries)
        assert computed == [PAPER.public_key]


def test_nor_more_where_the_flood_comes_before_the_founders_first_word(ann: Node) -> None:
    ann.do(c.AnnounceRecovery(PAPER.public_key))
    with new_process() as computed:
        picture = picture_of(OPERATION, placed(flood(500) + everything(ann)))
        assert computed == [PAPER.public_key]
    with new_process() as computed:
        picture = Picture(OPERATION)
        for position, entry in placed(flood(30)):
            picture.apply(entry, position)
            assert not picture.rights.stale
        assert computed == []
    assert {verdict.reason for _, verdict in picture.rights.unratified()} == {Reason.NO_RECOVERY}


def test_without_a_claim_nothing_is_computed(ann: Node) -> None:
    ann.do(c.AnnounceRecovery(PAPER.public_key))
    with new_process() as computed:
        picture_of(OPERATION, placed(everything(ann)))
        assert computed == []


def test_the_true_recovery_is_found_in_the_flood_and_nothing_more_computed(ann: Node, node: NewNode) -> None:
    ann.do(c.AnnounceRecovery(PAPER.public_key))
    ben, _ = team(ann, node)
    act = recovered(ben, ann)
    entries, dice = everything(ann, ben) + flood(40), random.Random(3)
    for _ in range(6):
        with new_process() as computed:
            picture = folded(shuffled(entries, dice, feeds_in_order=True))
            assert [view.entry for view in picture.rights.recoveries()] == [act.id]
            assert picture.rights.roles_of(BEN)[0] is Role.SUPERVISOR
            assert computed.count(PAPER.public_key) == 1
            assert len(computed) == len(set(computed))


def test_a_log_with_a_recovery_is_read_once_where_the_key_was_announced(ann: Node, node: NewNode) -> None:
    ann.do(c.AnnounceRecovery(PAPER.public_key))
    ben, _ = team(ann, node)
    recovered(ben)
    entries, read = placed([entry for _, entry in ben.log.entries()]), []

    def reading() -> list[tuple[int, Entry]]:
        read.append(len(entries))
        return entries

    with new_process() as computed:
        assert picture_of(OPERATION, reading).rights.recoveries()
    assert (len(read), computed) == (1, [PAPER.public_key])


def test_keys_announced_on_branches_of_the_stolen_laptop_change_nothing(ann: Node, node: NewNode) -> None:
    """Whoever knew the true announcement before computes one key still; everybody else each false one once, and comes to the same."""
    ann.do(c.AnnounceRecovery(PAPER.public_key))
    honest, forged = everything(ann), []
    for number in range(20):
        false = paper(number)
        forged += written(key(1), ANN, announcement(false), claim(key(1).id, ANN, false, number + 1))
    ben, _ = team(ann, node)
    act = recovered(ben, ann)
    later = [entry for entry in everything(ann, ben) if entry not in honest]
    counted = []
    for entries, most in ((honest + forged + later, 1), (forged + honest + later, 21), (later + forged + honest, 21)):
        with new_process() as computed:
            picture = picture_of(OPERATION, placed(entries))
        assert [view.entry for view in picture.rights.recoveries()] == [act.id]
        assert len(computed) <= most
        counted.append(counting(picture, entries))
    assert counted[0] == counted[1] == counted[2]


def test_where_nothing_was_announced_each_key_is_computed_once_and_a_broken_proof_never(ann: Node) -> None:
    broken = written(key(8), DAN, claim(key(8).id, DAN, paper(99), proof=bytes(64)))
    entries = everything(ann) + broken + flood(6)
    with new_process() as computed:
        picture = folded(placed(entries))
        picture_of(OPERATION, placed(entries))
        assert len(computed) == len(set(computed)) == 6
    assert picture.rights.recoveries() == ()
    assert not picture.rights.begun


def test_an_announcement_is_the_founders_laptops_and_said_once(ann: Node, node: NewNode) -> None:
    ben = node(2, BEN)
    ben.pull(ann)
    with pytest.raises(Refused, match="on the computer where the operation was begun"):
        ben.do(c.AnnounceRecovery(PAPER.public_key))
    with pytest.raises(Refused, match="not the recovery key"):
        ann.do(c.AnnounceRecovery(paper(1).public_key))
    told = ann.do(c.AnnounceRecovery(PAPER.public_key))[0]
    with pytest.raises(Refused, match="announced already"):
        ann.do(c.AnnounceRecovery(PAPER.public_key))
    lie = ben.forge(announcement(paper(1)))
    for one in (ann, ben):
        one.pull(ann, ben)
        assert one.reason(told) is Reason.BY_RIGHT
        assert one.reason(lie) is Reason.NO_GRANT
        assert one.picture.rights.announced() == {PAPER.public_key}


def test_it_is_announced_later_too_by_whoever_sits_at_the_founders_laptop(ann: Node, node: NewNode) -> None:
    ben, _ = team(ann, node)
    ann.actor = DAN
    told = ann.do(c.AnnounceRecovery(PAPER.public_key))[0]
    ben.pull(ann)
    assert told.auth == NO_AUTH
    assert ben.reason(told).counts


def test_the_door_looks_at_the_newest_claims_and_never_misses_the_true_one(ann: Node) -> None:
    ben = key(2)
    false = [claim(ben.id, BEN, paper(number)) for number in range(50)]
    untold = RecoveryDoor(OPERATION, (), ())
    with new_process() as computed:
        assert not untold.opens(ben.id, written(ben, BEN, *false))
        assert len(computed) <= 2
        assert untold.opens(ben.id, written(ben, BEN, *false, claim(ben.id, BEN, PAPER)))
        assert not untold.opens(ann.device, written(ben, BEN, claim(ben.id, BEN, PAPER)))
    forged = tuple(entry for number in range(50) for entry in written(key(1), ANN, announcement(paper(number))))
    with new_process() as computed:
        assert RecoveryDoor(OPERATION, forged, ()).opens(ben.id, written(ben, BEN, *false, claim(ben.id, BEN, PAPER)))
        assert len(computed) <= 3
    ann.do(c.AnnounceRecovery(PAPER.public_key))
    with new_process() as computed:
        door = ann.picture.rights.door()
        assert not any(door.opens(ben.id, written(ben, BEN, one)) for one in false)
        assert computed == [PAPER.public_key]


def test_a_false_claim_that_believes_all_there_is_gives_nothing(ann: Node) -> None:
    guest = key(9)
    act = written(guest, DAN, claim(guest.id, DAN, paper(1), ends=ann.picture.rights.feeds.ends()))
    assert not picture_of(OPERATION, placed(everything(ann) + act)).rights.begun
