"""The founder's laptop is stolen with its keys, and a supervisor has revoked it: whatever a modified program writes there gains nothing."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commandcenter.model import commands as c
from commandcenter.model.entries import Draft, Entry, EntryType, Key, Kind, Value, Write
from commandcenter.model.ids import Id, derived_id
from commandcenter.model.rights import Role
from commandcenter.picture.feeds import ends_value
from commandcenter.picture.standing import SUCCESSION, grant_id, succession_message

from .conftest import ANN, BEN, DAN, OPERATION, NewNode, Node, key, note
from .test_fold import team
from .test_permutations import by_the_book, counting, folded, shuffled

THIEF = derived_id("operator", "thief")


def begun(ends: Value, entity: Id = OPERATION) -> Draft:
    return Draft(EntryType.RIGHTS_BEGUN, (Write(Key(Kind.GRANT, entity, "begun"), {"ends": ends}),))


def granted(actor: Id, number: int = 0) -> Draft:
    value: dict[str, Value] = {"actor": actor, "name": "Thief", "role": "supervisor"}
    return Draft(EntryType.ROLE_GRANTED, (Write(Key(Kind.GRANT, derived_id("stolen", str(number)), "role"), value),))


def enrolled(device: Id) -> Draft:
    return Draft(EntryType.DEVICE_ENROLLED, (Write(Key(Kind.DEVICE, device, "enrolled"), {"name": "X", "roles": ["supervisor"]}),))


def revoked(device: Id, ends: Value) -> Draft:
    return Draft(EntryType.DEVICE_REVOKED, (Write(Key(Kind.DEVICE, device, "revoked"), {"ends": ends, "reason": ""}),))


def seize(laptop: Node, accomplice: Node) -> tuple[Entry, ...]:
    """Begin rights anew on a laptop, with everything that anybody wrote anywhere; grant, enrol, and shut the others out."""
    wide = ends_value({**accomplice.picture.rights.feeds.ends(), **laptop.picture.rights.feeds.ends()})
    first = laptop.forge(begun(wide), actor=THIEF)
    grant = laptop.forge(granted(THIEF), actor=THIEF)
    let_in = laptop.forge(enrolled(accomplice.device), actor=THIEF)
    accomplice.pull(laptop)
    return (
        first,
        grant,
        let_in,
        accomplice.forge(note("under the thief's grant"), grant_id(grant.id), actor=THIEF),
        accomplice.forge(granted(THIEF, 1), grant_id(grant.id), actor=THIEF),
        laptop.forge(note("in the founder's name"), actor=ANN),
        laptop.forge(note("in the thief's name"), actor=THIEF),
    )


def test_the_founders_laptop_begins_rights_once(ann: Node, node: NewNode) -> None:
    """Not even unrevoked can it make somebody else the founder, or reach further back than it did."""
    ben, _ = team(ann, node)
    stranger = node(6, DAN)
    unseen = stranger.forge(note("never let in"))
    again = ann.forge(begun({stranger.device: [[1, unseen.id[:16]]]}), actor=DAN)
    ben.pull(stranger, ann)
    assert [ben.picture.rights.judge(one).counts for one in (unseen, again)] == [False, False]
    assert ben.picture.rights.roles_of(DAN) == ()
    assert Role.SUPERVISOR in ben.picture.rights.roles_of(ANN)


@pytest.mark.parametrize("meet", ["before", "after"])
def test_a_stolen_founders_laptop_gains_nothing_by_beginning_rights_anew(ann: Node, node: NewNode, meet: str) -> None:
    ben, cleo = team(ann, node)
    accomplice = node(6, THIEF)
    accomplice.forge(note("prepared"), actor=THIEF)
    if meet == "before":
        ben.pull(accomplice)
    ben.do(c.RevokeDevice(ann.device, "stolen"))
    before = ben.notes()
    forged = seize(ann, accomplice)
    late = node(7, DAN)  # hears of everything from the thieves first
    late.pull(ann, accomplice, ben)
    for one in (ben, cleo):
        one.pull(ann, accomplice, ben)
    for one in (ben, cleo, late):
        assert not any(one.picture.rights.judge(entry).counts for entry in forged)
        assert one.notes() == before == set()
        assert one.picture.rights.roles_of(THIEF) == ()
        assert Role.SUPERVISOR in one.picture.rights.roles_of(BEN)
    assert ben.picture.digest() == cleo.picture.digest() == late.picture.digest()


def test_a_beginning_forged_below_the_true_one_does_not_count_once_the_laptop_is_revoked(ann: Node, node: NewNode) -> None:
    """The thief puts an old state of the feed back and writes the beginning where nothing of it was."""
    fork = node(1, ANN)
    fork.log.ingest([row.signed for row in ann.log.signed()], sender="backup")
    ben, cleo = team(ann, node)
    accomplice = node(6, THIEF)
    ben.do(c.RevokeDevice(ann.device, "stolen"))
    for _, entry in list(fork.log.entries()):
        fork.picture.apply(entry, entry.seq)
    forged = seize(fork, accomplice)
    assert forged[0].seq == next(entry.seq for _, entry in ann.log.entries() if entry.type == EntryType.RIGHTS_BEGUN)
    cleo.pull(fork, accomplice, ben)
    ben.pull(fork, accomplice)
    for one in (ben, cleo):
        assert not any(one.picture.rights.judge(entry).counts for entry in forged)
        assert one.picture.rights.roles_of(THIEF) == ()
        assert Role.SUPERVISOR in one.picture.rights.roles_of(BEN)
    assert ben.picture.digest() == cleo.picture.digest()


def test_the_stolen_key_makes_no_new_device_the_founder(ann: Node, node: NewNode) -> None:
    ben, _ = team(ann, node)
    ben.do(c.RevokeDevice(ann.device, "stolen"))
    heir = node(8, THIEF)
    heir.pull(ben)
    proof = key(1).attest(SUCCESSION, succession_message(OPERATION, heir.device))
    value: dict[str, Value] = {"old": ann.device, "public_key": key(1).public_key, "proof": proof}
    heir.forge(Draft(EntryType.DEVICE_SUCCEEDED, (Write(Key(Kind.DEVICE, heir.device, "succeeds"), value),)))
    forged = [*seize(heir, node(6, THIEF)), heir.forge(revoked(ann.device, {}), actor=THIEF)]
    ben.pull(heir)
    assert not any(ben.picture.rights.judge(entry).counts for entry in forged)
    assert ben.picture.rights.roles_of(THIEF) == ()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32), forked=st.booleans(), in_order=st.booleans())
def test_whatever_the_thief_writes_and_however_it_arrives(seed: int, forked: bool, in_order: bool, node: NewNode) -> None:
    """The revocation, thieves' beginnings, grants and honest work in any order: one verdict, and nothing gained after the revocation."""
    dice = random.Random(seed)
    ann = node(1, ANN)
    ann.do(c.OpenOperation("Flood", "town"))
    ann.do(c.SignIn(ANN, "Ann", "dispatcher"))
    laptop = ann
    if forked:
        laptop = node(1, ANN)
        laptop.log.ingest([row.signed for row in ann.log.signed()], sender="backup")
    ben, cleo = team(ann, node)
    accomplice = node(6, THIEF)
    gone: list[Entry] = []
    ben.do(c.RevokeDevice(ann.device, "stolen"))
    for _ in range(dice.randint(1, 3)):
        gone += seize(laptop, accomplice)
    ben.note("honest")
    entries = {entry.id: entry for one in (ann, laptop, ben, cleo, accomplice) for _, entry in one.log.entries()}
    every = [entries[one] for one in sorted(entries)]
    expected = by_the_book(every)
    assert not expected & {entry.id for entry in gone}
    for _ in range(3):
        picture = folded(shuffled(every, dice, feeds_in_order=in_order and not forked))
        assert counting(picture, every) == expected
        assert picture.rights.roles_of(THIEF) == ()
        assert Role.SUPERVISOR in picture.rights.roles_of(BEN)
