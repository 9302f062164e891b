"""The founder's laptop is stolen with keys and PIN. Whoever has the recovery paper takes rights back; the thief gains nothing any more."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commandcenter.dispatch.warrant import Warrant, authority
from commandcenter.log.recovery import new_code, recovery_key
from commandcenter.model import commands as c
from commandcenter.model.entries import Draft, Entry, EntryId, EntryType, Key, Kind, Value, Write
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id, counting_ids, derived_id, exercise_id, founded_id
from commandcenter.model.rights import Role
from commandcenter.picture.feeds import ends_value
from commandcenter.picture.recovery import RECOVERY, recovery_message
from commandcenter.picture.standing import SUCCESSION, grant_id, succession_message

from .conftest import ANN, BEN, CLEO, CODE, DAN, OPERATION, NewNode, Node, key, note
from .test_fold import team
from .test_permutations import by_the_book, counting, folded, shuffled
from .test_stolen_founder import THIEF, begun, granted, revoked, seize

NOTHING = EntryId(b"")


def recovered(node: Node, *out: Node, last: tuple[tuple[Id, EntryId], ...] = ()) -> Entry:
    return node.do(c.RecoverRights(CODE, tuple(sorted({one.device for one in out})), last))[0]


def again(node: Node, act: Entry, actor: Id = THIEF) -> Entry:
    """Say somebody's recovery once more."""
    return node.forge(Draft(act.type, (Write(Key(Kind.GRANT, derived_id("again"), "recovered"), act.writes[0].value),)), actor=actor)


def agree(*nodes: Node) -> frozenset[EntryId]:
    """Return what counts of all that was written; however it arrives."""
    entries = {entry.id: entry for one in nodes for _, entry in one.log.entries()}
    every, dice = [entries[one] for one in sorted(entries)], random.Random(7)
    expected = by_the_book(every)
    for number in range(12):
        assert counting(folded(shuffled(every, dice, feeds_in_order=number % 2 == 0)), every) == expected
    return expected


def mischief(dice: random.Random, ann: Node, laptop: Node, accomplice: Node, ben: Node, act: Entry) -> list[Entry]:
    """One to four things that a thief may try after a recovery."""
    tricks = (
        lambda: seize(laptop, accomplice),
        lambda: undo_revocation(ann, ben),
        lambda: [again(ann, act), again(accomplice, act, BEN)],
    )
    return [entry for _ in range(dice.randint(1, 4)) for entry in dice.choice(tricks)()]


def undo_revocation(ann: Node, ben: Node) -> list[Entry]:
    """What no revocation can prevent: the founder's keys revoke whoever revoked them, up to before that act."""
    ends = {device: tips for device, tips in ann.picture.rights.feeds.ends().items() if device != ben.device}
    return [ann.forge(revoked(ben.device, ends_value(ends))), ann.forge(note("I am the founder"))]


def test_without_the_paper_stolen_keys_undo_their_revocation_and_with_it_they_do_not(ann: Node, node: NewNode) -> None:
    ben, cleo = team(ann, node)
    ben.do(c.RevokeDevice(ann.device, "stolen"))
    undone = undo_revocation(ann, ben)
    ben.pull(ann)
    assert ben.reason(undone[1]).counts
    with pytest.raises(Refused, match="This device was revoked"):
        ben.note("help")
    recovered(ben, ann, last=((ann.device, next(e.id for _, e in ann.log.entries() if e.seq == undone[0].seq - 1 and e.device == ann.device)),))
    more = undo_revocation(ann, ben)
    for one in (ben, cleo):
        one.pull(ann, ben)
        assert not any(one.reason(act).counts for act in (*undone, *more))
    assert ben.note("back at work").auth == Id("0" * 32)
    cleo.pull(ben)
    assert cleo.notes() >= {"back at work"}
    assert cleo.picture.rights.roles_of(BEN)[0] is Role.SUPERVISOR


def test_the_thief_revokes_all_supervisors_first_and_a_guest_laptop_recovers(ann: Node, node: NewNode) -> None:
    ben, cleo = team(ann, node)
    ben_before = ann.picture.rights.feeds.ends()[ann.device][0][1]
    ann.do(c.RevokeDevice(ben.device, "by the thief"))
    ann.do(c.RevokeDevice(cleo.device, "by the thief"))
    guest = node(9, DAN)
    guest.pull(ann, ben, cleo)
    with pytest.raises(Refused):
        guest.note("not yet")
    act = recovered(guest, ann, last=((ann.device, EntryId(ben_before)),))
    guest.note("rights are ours again")
    for one in (ben, cleo, ann):
        one.pull(guest)
        assert {device.id for device in one.picture.rights.devices() if device.revoked} == {ann.device}
        assert "rights are ours again" in one.notes()
        assert [view.entry for view in one.picture.rights.recoveries()] == [act.id]
    assert ben.note("still supervisor")
    guest.do(c.EnrolDevice(key(7).id, "New laptop", ("dispatcher",)))
    with pytest.raises(Refused, match="This device was revoked"):
        ann.note("thief")


def test_a_history_on_an_old_branch_names_the_thiefs_people_in_vain(ann: Node, node: NewNode) -> None:
    fork = node(1, ANN)
    fork.log.ingest([row.signed for row in ann.log.signed()], sender="backup")
    for _, entry in list(fork.log.entries()):
        fork.picture.apply(entry, entry.seq)
    ben, cleo = team(ann, node)
    accomplice = node(6, THIEF)
    forged = seize(fork, accomplice)
    forged += (fork.forge(revoked(ben.device, {}), actor=THIEF),)
    recovered(ben, ann)
    for one in (ben, cleo):
        one.pull(fork, accomplice, ben)
        assert not any(one.reason(act).counts for act in forged)
        assert one.picture.rights.roles_of(THIEF) == ()
    assert ben.note("mine")


def test_two_known_histories_of_a_device_want_a_choice(ann: Node, node: NewNode) -> None:
    fork = node(1, ANN)
    fork.log.ingest([row.signed for row in ann.log.signed()], sender="backup")
    ben, _ = team(ann, node)
    true_end = ben.picture.rights.feeds.ends()[ann.device][0][1]
    forged = seize(fork, node(6, THIEF))
    ben.pull(fork)
    with pytest.raises(Refused, match="two histories"):
        recovered(ben, ann)
    recovered(ben, ann, last=((ann.device, EntryId(true_end)),))
    assert not any(ben.reason(act).counts for act in forged)
    assert ben.picture.rights.roles_of(THIEF) == ()


def test_nobody_replays_a_recovery(ann: Node, node: NewNode) -> None:
    ben, cleo = team(ann, node)
    act = recovered(ben, ann)
    ann.pull(ben)
    cleo.pull(ben)
    replays = [again(ann, act), again(ann, act, BEN), again(cleo, act, BEN), again(ben, act, CLEO)]
    ben.pull(ann, cleo)
    assert not any(ben.reason(one).counts for one in replays)
    assert [view.device for view in ben.picture.rights.recoveries()] == [ben.device]


def test_a_stolen_key_makes_no_heir_after_the_recovery(ann: Node, node: NewNode) -> None:
    ben, cleo = team(ann, node)
    recovered(ben, ann)
    heir = node(8, ANN)
    heir.pull(ann)
    proof = key(1).attest(SUCCESSION, succession_message(OPERATION, heir.device))
    heir.do(c.SucceedDevice(ann.device, key(1).public_key, proof))
    forged = [heir.forge(note("heir")), heir.forge(granted(THIEF)), heir.forge(begun({}))]
    for one in (ben, cleo):
        one.pull(ben, heir)
        assert not any(one.reason(act).counts for act in forged)


def test_who_was_appointed_by_the_thief_cannot_revoke_who_recovered(ann: Node, node: NewNode) -> None:
    """All that is known is believed, the accomplice's role too; then the new root takes it away, whatever he writes meanwhile."""
    ben, _ = team(ann, node)
    accomplice = node(6, THIEF)
    theirs = ann.grant(THIEF, "supervisor")
    ann.enrol(accomplice, "supervisor")
    accomplice.pull(ann)
    ben.pull(ann)
    recovered(ben, ann)
    ben.do(c.RevokeGrant(theirs))
    forged = accomplice.forge(revoked(ben.device, {}), theirs)
    ben.pull(accomplice)
    assert not ben.reason(forged).counts
    assert ben.note("still here")


def test_the_next_recovery_shuts_the_last_root_out(ann: Node, node: NewNode) -> None:
    ben, cleo = team(ann, node)
    recovered(ben, ann)
    dans = grant_id(ben.do(c.GrantRole(DAN, "Dan", "dispatcher"))[-1].id)
    cleo.pull(ben)
    assert ben.device in cleo.picture.rights.masters()
    recovered(cleo, ben)
    gone = [ben.forge(note("the first root")), ben.forge(revoked(cleo.device, {})), ben.forge(granted(THIEF))]
    for one in (cleo, ann):
        one.pull(ben, cleo)
        assert [(view.number, view.by) for view in one.picture.rights.recoveries()] == [(2, CLEO), (1, BEN)]
        assert not any(one.reason(act).counts for act in gone)
        assert {device.id for device in one.picture.rights.devices() if device.revoked} == {ann.device, ben.device}
        assert dans in {grant.id for grant in one.picture.rights.grants() if not grant.revoked}


def test_two_at_once_are_both_roots_until_a_third(ann: Node, node: NewNode) -> None:
    ben, cleo = team(ann, node)
    recovered(ben, ann, cleo)
    recovered(cleo, ann, ben)
    ben.pull(cleo)
    cleo.pull(ben)
    for one in (ben, cleo):
        assert one.note("root").auth == Id("0" * 32)
    dan = node(9, DAN)
    dan.pull(ben, cleo)
    recovered(dan, ann, ben, cleo)
    late = ben.note("after")
    dan.pull(ben)
    assert not dan.reason(late).counts
    assert dan.notes() >= {"root"}
    ben.pull(dan)
    with pytest.raises(Refused, match="This device was revoked"):
        ben.note("no more")


def test_where_rights_never_began_the_recovery_begins_them(ann: Node, node: NewNode) -> None:
    ben = node(2, BEN)
    first = ann.note("honest work")
    ben.pull(ann)
    taken = ann.do(c.GrantRole(THIEF, "Thief", "supervisor"))
    cleo = node(3, CLEO)
    unseen = cleo.forge(note("not known then"))
    ben.pull(ann)
    recovered(ben, ann, last=((ann.device, first.id),))
    ben.pull(cleo)
    assert not any(ben.reason(act).counts for act in (*taken, unseen))
    assert ben.notes() == {"honest work"}
    assert ben.picture.rights.roles_of(BEN) == (Role.SUPERVISOR,)
    assert ben.picture.rights.begun


def test_of_a_device_nothing_at_all_may_be_believed(ann: Node, node: NewNode) -> None:
    ben, _ = team(ann, node)
    dan = node(4, DAN)
    ann.grant(DAN, "dispatcher")
    ann.enrol(dan, "dispatcher")
    dan.pull(ann)
    lie = dan.note("lie")
    ben.pull(dan)
    recovered(ben, dan, last=((dan.device, NOTHING),))
    assert not ben.reason(lie).counts


def test_the_paper_needs_no_warrant_and_no_right(ann: Node, node: NewNode) -> None:
    ben = node(2, BEN)
    warrant = Warrant(derived_id("grant"), BEN, Role.DISPATCHER)
    assert authority(ben.picture.rights, warrant, ben.device, BEN, c.RecoverRights) == Id("0" * 32)


def test_refusals(ann: Node, node: NewNode) -> None:
    ben, cleo = team(ann, node)
    wrong, typo = new_code(), ("2" if CODE[0] != "2" else "3") + CODE[1:]
    for code, out, last, said in [
        (wrong, (), (), "not the recovery code of this operation"),
        (typo, (), (), "Group 1 of the code"),
        ("", (), (), "35 letters"),
        (CODE, (ben.device,), (), "the device you are working on"),
        (CODE, (derived_id("nobody"),), (), "no such device"),
        (CODE, (), ((ann.device, NOTHING),), "must be one of a device that is shut out"),
        (CODE, (cleo.device,), ((cleo.device, EntryId(bytes(32))),), "must be one of a device that is shut out"),
    ]:
        with pytest.raises(Refused, match=said):
            ben.do(c.RecoverRights(code, out, last))
    empty = node(9, DAN)
    with pytest.raises(Refused, match="Bring this desk in step first"):
        empty.do(c.RecoverRights(CODE, ()))
    assert ben.picture.rights.recoveries() == ()


def test_what_the_thief_revoked_and_is_known_does_not_shut_out_who_recovers(ann: Node, node: NewNode) -> None:
    """All that is known is believed, the revocation of Ben's laptop too; he who has the paper is in all the same."""
    ben, cleo = team(ann, node)
    ann.do(c.RevokeDevice(ben.device, "by the thief"))
    ben.pull(ann)
    recovered(ben, ann)
    done = ben.note("in again")
    assert done.id in agree(ann, ben, cleo)


def test_what_a_recovery_knew_is_found_when_its_last_link_comes(ann: Node, node: NewNode) -> None:
    ben, cleo = team(ann, node)
    ann.grant(CLEO, "supervisor", "Cleo")
    ann.enrol(cleo, "supervisor")
    cleo.pull(ann)
    cleo.do(c.RevokeDevice(ben.device, "a mistake"))
    link = cleo.note("between the revocation and the end that Ben knew")
    ben.pull(cleo)
    recovered(ben)
    done = ben.note("in again")
    others = [entry for _, entry in ben.log.entries() if entry.id != link.id]
    picture = folded(list(enumerate([*others, link], start=1)))
    assert picture.rights.held(done.id) is None


def test_a_beginning_that_the_recovery_did_not_know_does_not_count(ann: Node, node: NewNode) -> None:
    """Not even where the founder's laptop is not shut out: the rule of rights is the recovery's."""
    ben = node(2, BEN)
    ben.pull(ann)
    late = ann.do(c.GrantRole(DAN, "Dan", "supervisor"))
    recovered(ben)
    counted = agree(ann, ben)
    assert not counted & {entry.id for entry in late}
    assert ben.note("root").id in agree(ann, ben)


def test_who_recovered_outranks_the_founder_whoever_acts_first(ann: Node, node: NewNode) -> None:
    ben, cleo = team(ann, node)
    recovered(ben)
    for number in range(9):
        ben.note(f"work {number}")
    lower = ann.do(c.RevokeDevice(ben.device, "who is that?"))[0]
    higher = ben.do(c.RevokeDevice(ann.device, "stolen after all"))[0]
    assert lower.seq < higher.seq
    counted = agree(ann, ben, cleo)
    assert higher.id in counted
    assert lower.id not in counted


def test_a_recovery_that_a_later_one_did_not_know_is_outdated(ann: Node, node: NewNode) -> None:
    ben, cleo = team(ann, node)
    dan = node(9, DAN)
    dan.pull(ann, ben)
    island = recovered(ben, ann)
    work = ben.note("on the island")
    first = recovered(cleo, ann)
    dan.pull(cleo)
    second = recovered(dan, ann)
    counted = agree(ann, ben, cleo, dan)
    assert {first.id, second.id} <= counted
    assert not counted & {island.id, work.id}


BEN_SHUT_OUT: list[str] = [key(2).id]


@pytest.mark.parametrize("number", [1, True, 0, 2**31])
@pytest.mark.parametrize("out", [[], BEN_SHUT_OUT, "x", [1]])
@pytest.mark.parametrize("broken", [False, True])
def test_even_the_true_key_gives_nothing_to_an_act_that_is_broken(ann: Node, node: NewNode, number: int, out: Value, broken: bool) -> None:
    ben, cleo = team(ann, node)
    ends, paper = ben.picture.rights.feeds.ends(), recovery_key(CODE)
    proof = paper.attest(RECOVERY, recovery_message(OPERATION, number, ben.device, BEN, ends, [key(2).id] if out is BEN_SHUT_OUT else []))
    told = ends_value({**ends, Id("x"): ((1, b""),)} if broken else ends)
    value: dict[str, Value] = {"number": number, "founder": ann.device, "public_key": paper.public_key, "ends": told, "out": out, "proof": proof}
    act = ben.forge(Draft(EntryType.RIGHTS_RECOVERED, (Write(Key(Kind.GRANT, derived_id("x"), "recovered"), value),)))
    assert (act.id in agree(ann, ben, cleo)) is ((number, out, broken) == (1, [], False) and number is not True)


def test_a_recovery_is_given_under_no_grant(ann: Node, node: NewNode) -> None:
    ben, cleo = team(ann, node)
    act = recovered(ben, ann)
    bens = next(grant.id for grant in ben.picture.rights.grants() if grant.operator == BEN)
    under = cleo.forge(Draft(act.type, act.writes), bens, BEN)
    assert under.id not in agree(ann, ben, cleo)


def test_old_operations_and_exercises_have_no_paper(node: NewNode) -> None:
    old = node(1, ANN, founded_id(key(1).id, exercise=False, new_id=counting_ids(5)))
    old.note("begun by an older program")
    with pytest.raises(Refused, match="older program"):
        old.do(c.RecoverRights(CODE, ()))
    with pytest.raises(Refused, match="An exercise has no recovery paper"):
        node(1, ANN, exercise_id(counting_ids(6))).do(c.RecoverRights(CODE, ()))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32), forked=st.booleans(), in_order=st.booleans(), known=st.booleans())
def test_a_modified_client_with_the_founders_keys_gains_nothing_in_whatever_order(
    seed: int, forked: bool, in_order: bool, known: bool, node: NewNode
) -> None:
    """Undone revocations, rival beginnings, replayed proofs and heirs, before the recovery and after it: one verdict, and nothing gained."""
    dice = random.Random(seed)
    ann = node(1, ANN)
    ann.do(c.OpenOperation("Flood", "town"))
    ann.do(c.SignIn(ANN, "Ann", "dispatcher"))
    laptop = ann
    if forked:
        laptop = node(1, ANN)
        laptop.log.ingest([row.signed for row in ann.log.signed()], sender="backup")
    ben, cleo = team(ann, node)
    true_end = ben.picture.rights.feeds.ends()[ann.device][0][1]
    accomplice = node(6, THIEF)
    gone = [ann.forge(revoked(ben.device, {})), ann.forge(revoked(cleo.device, {}))]
    if dice.random() < 0.5:
        gone += seize(laptop, accomplice)
    if known:
        ben.pull(ann, laptop, accomplice)
    act = recovered(ben, ann, last=((ann.device, EntryId(true_end)),))
    laptop.pull(ben)
    gone += mischief(dice, ann, laptop, accomplice, ben, act)
    ben.note("honest")
    entries = {entry.id: entry for one in (ann, laptop, ben, cleo, accomplice) for _, entry in one.log.entries()}
    every = [entries[one] for one in sorted(entries)]
    expected = by_the_book(every)
    assert not expected & {entry.id for entry in gone}
    for _ in range(3):
        picture = folded(shuffled(every, dice, feeds_in_order=in_order and not forked))
        assert counting(picture, every) == expected
        assert picture.rights.roles_of(THIEF) == ()
        assert picture.rights.roles_of(BEN)[0] is Role.SUPERVISOR
        assert picture.rights.recoveries()[0].entry == act.id
