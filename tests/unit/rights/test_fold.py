"""Which entries count at every receiver, whoever signed them and in whatever order they come."""

from __future__ import annotations

import pytest

from commandcenter.log.signing import DeviceKey
from commandcenter.model import commands as c
from commandcenter.model.entries import Draft, EntryType, Key, Kind, Value, Write
from commandcenter.model.errors import Refused
from commandcenter.model.ids import derived_id, founded_id, is_exercise, is_founder, random_id
from commandcenter.model.rights import Role
from commandcenter.model.words import LonLat
from commandcenter.picture.history import picture_of
from commandcenter.picture.rights import Reason
from commandcenter.picture.standing import SUCCESSION, grant_id, succession_message

from .conftest import ANN, BEN, CLEO, DAN, OPERATION, NewNode, Node, key, note, texts


def team(ann: Node, node: NewNode) -> tuple[Node, Node]:
    """Ben is a supervisor, Cleo a dispatcher, each on a laptop of their own that has everything."""
    ben, cleo = node(2, BEN), node(3, CLEO)
    ann.grant(BEN, "supervisor", "Ben")
    ann.grant(CLEO, "dispatcher", "Cleo")
    ann.enrol(ben, "supervisor", "dispatcher")
    ann.enrol(cleo, "dispatcher")
    ben.pull(ann)
    cleo.pull(ann)
    return ben, cleo


def test_an_operation_names_the_device_that_founded_it() -> None:
    mine = key(1).id
    for exercise in (False, True):
        operation = founded_id(mine, exercise=exercise)
        assert is_exercise(operation) is exercise
        assert is_founder(operation, mine)
        assert not any(is_founder(operation, DeviceKey(bytes([n]) * 32).id) for n in range(2, 40))
    assert not is_founder(random_id(), mine)


def test_while_nobody_was_granted_anything_everybody_may_write(ann: Node, node: NewNode) -> None:
    ben = node(2, BEN)
    ben.pull(ann)
    ben.note("from Ben")
    ann.pull(ben)
    assert ann.notes() == {"from Ben"}
    assert not ann.picture.rights.begun
    assert ann.picture.rights.unratified() == ()


def test_only_the_founder_can_begin_the_rule_of_rights(ann: Node, node: NewNode) -> None:
    ben = node(2, BEN)
    ben.pull(ann)
    with pytest.raises(Refused, match="Rights are first given out on the computer where the operation was begun"):
        ben.do(c.GrantRole(BEN, "Ben", "supervisor"))
    begun = Draft(EntryType.RIGHTS_BEGUN, (Write(Key(Kind.GRANT, OPERATION, "begun"), {"ends": {}}),))
    forged = ben.forge(begun)
    ann.pull(ben)
    assert not ann.picture.rights.begun
    assert ann.reason(forged) is Reason.NO_GRANT


def test_what_was_known_when_rights_began_stays_and_what_was_not_waits_for_a_person(ann: Node, node: NewNode) -> None:
    ben = node(2, BEN)
    ben.pull(ann)
    ben.note("before")
    ann.pull(ben)
    ben.note("unseen")
    ann.grant(CLEO, "dispatcher", "Cleo")
    ann.pull(ben)
    assert ann.notes() == {"before"}
    ((entry, verdict),) = ann.picture.rights.unratified()
    assert verdict.reason is Reason.NO_GRANT
    ben.pull(ann)
    assert ben.notes() == {"before"}  # it was folded there, and is taken out again
    assert ben.picture.digest() == ann.picture.digest()
    ann.do(c.RatifyEntry(entry.id))
    ben.pull(ann)
    assert ben.notes() == ann.notes() == {"before", "unseen"}
    assert ben.picture.digest() == ann.picture.digest()


def test_roles_hold_at_the_desk(ann: Node, node: NewNode) -> None:
    dan = node(4, DAN)
    ann.grant(DAN, "observer", "Dan")
    ann.enrol(dan, "observer")
    dan.pull(ann)
    with pytest.raises(Refused, match="The role observer has no right to write messages and notes"):
        dan.note("look")
    with pytest.raises(Refused, match="The role observer has no right to give out rights"):
        dan.do(c.GrantRole(DAN, "Dan", "supervisor"))
    dan.do(c.SignIn(DAN, "Dan", "observer"))
    stranger = node(5, CLEO)
    stranger.pull(ann)
    with pytest.raises(Refused, match="You have been granted no role"):
        stranger.note("hello")


def test_an_unenrolled_laptop_is_refused_and_does_not_count(ann: Node, node: NewNode) -> None:
    cleo = node(3, CLEO)
    grant = ann.grant(CLEO, "dispatcher", "Cleo")
    cleo.pull(ann)
    with pytest.raises(Refused, match="This device is not enrolled for the role dispatcher"):
        cleo.note("too early")
    early = cleo.forge(note("too early"), grant)
    ann.pull(cleo)
    assert ann.reason(early) is Reason.NOT_ENROLLED
    ann.enrol(cleo, "dispatcher")
    assert ann.notes() == {"too early"}  # enrolled late: what waited is released
    assert ann.picture.rights.unratified() == ()


def test_a_modified_client_gains_nothing(ann: Node, node: NewNode) -> None:
    dan = node(4, DAN)
    mine = ann.grant(DAN, "field_commander", "Dan")
    ann.enrol(dan, "field_commander")
    dan.pull(ann)
    unit = Key(Kind.UNIT, derived_id("E1"), "assignment")
    sent: dict[str, Value] = {"id": "a", "incident": derived_id("fire"), "slot": ""}
    forged = {
        "no grant": (dan.forge(note("x1")), Reason.NO_GRANT),
        "another's name": (dan.forge(note("x2"), mine, actor=ANN), Reason.NO_GRANT),
        "the founder's name": (dan.forge(note("x3"), actor=ANN), Reason.NO_GRANT),
        "an invented grant": (dan.forge(note("x4"), derived_id("grant")), Reason.GRANT_UNKNOWN),
        "not of the role": (dan.forge(Draft(EntryType.UNIT_ASSIGNED, (Write(unit, sent),)), mine), Reason.ROLE_LACKS),
        "in disguise": (dan.forge(note("x5", extra={unit: sent}), mine), Reason.OUT_OF_BOUNDS),
        "booked by a status": (dan.forge(Draft(EntryType.UNIT_STATUS_CHANGED, (Write(unit, sent),)), mine), Reason.OUT_OF_BOUNDS),
        "of a newer program": (dan.forge(Draft("UnitTeleported", (Write(unit, sent),)), mine), Reason.ROLE_LACKS),
        "a name for another": (
            dan.forge(Draft(EntryType.OPERATOR_SIGNED_IN, (Write(Key(Kind.OPERATOR, ANN, "name"), "Nobody"),)), mine),
            Reason.OUT_OF_BOUNDS,
        ),
    }
    granted: dict[str, Value] = {"actor": DAN, "name": "Dan", "role": "supervisor"}
    promoted = dan.forge(Draft(EntryType.ROLE_GRANTED, (Write(Key(Kind.GRANT, derived_id("g"), "role"), granted),)), mine)
    child = dan.forge(note("x6"), grant_id(promoted.id))
    shut: dict[str, Value] = {"ends": {}, "reason": ""}
    revoked = dan.forge(Draft(EntryType.DEVICE_REVOKED, (Write(Key(Kind.DEVICE, ann.device, "revoked"), shut),)), mine)
    before = ann.picture.digest()
    ann.pull(dan)
    assert {name: ann.reason(entry) for name, (entry, _) in forged.items()} == {name: reason for name, (_, reason) in forged.items()}
    assert [ann.reason(entry) for entry in (promoted, child, revoked)] == [Reason.ROLE_LACKS, Reason.GRANT_UNKNOWN, Reason.ROLE_LACKS]
    assert ann.picture.digest() == before
    assert ann.notes() == set()
    assert ann.picture.value(unit) is None
    assert len(ann.picture.rights.unratified()) == len(forged) + 3
    dan.pull(ann)
    assert dan.picture.digest() == before  # an honest program does not even count them where they were forged


def test_a_lost_laptop_is_revoked_and_what_it_says_later_waits(ann: Node, node: NewNode) -> None:
    ben, cleo = team(ann, node)
    cleo.note("seen")
    ann.pull(cleo)
    cleo.note("unseen, by Cleo herself, while the laptop was still hers")
    ann.do(c.RevokeDevice(cleo.device, "left on a bus"))
    late = cleo.note("by the finder")
    ben.pull(cleo, ann)
    ann.pull(cleo)
    for one in (ann, ben):
        assert one.notes() == {"seen"}
        assert one.reason(late) is Reason.DEVICE_REVOKED
    assert ann.picture.digest() == ben.picture.digest()
    cleo.pull(ann)
    assert cleo.notes() == {"seen"}
    with pytest.raises(Refused, match="This device was revoked"):
        cleo.note("once more")
    herself, finder = (entry for entry, _ in ben.picture.rights.unratified())
    ben.do(c.RatifyEntry(herself.id, "heard it by radio"))
    ben.do(c.VoidEntry(finder.id))
    ann.pull(ben)
    assert ann.picture.rights.unratified() == ()
    assert ann.notes() == {"seen", "unseen, by Cleo herself, while the laptop was still hers"}
    with pytest.raises(Refused, match="counts already"):
        ann.do(c.RatifyEntry(herself.id))


def test_nobody_can_write_before_the_revocation_by_forking_the_feed(ann: Node, node: NewNode) -> None:
    _, cleo = team(ann, node)
    copy = node(3, CLEO)
    copy.pull(ann)
    cleo.note("first")
    cleo.note("second")
    ann.pull(cleo)
    ann.do(c.RevokeDevice(cleo.device))
    grant = next(grant.id for grant in ann.picture.rights.grants() if grant.operator == CLEO)
    backdated = copy.forge(note("number 1 again"), grant)
    assert backdated.seq == 1
    late = node(5, DAN)
    late.pull(copy)  # meets the forged branch first
    late.pull(ann)
    ann.pull(copy)
    for one in (ann, late):
        assert one.reason(backdated) is Reason.DEVICE_REVOKED
        assert one.notes() == {"first", "second"}
    assert ann.picture.digest() == late.picture.digest()


def test_a_role_is_taken_back_and_the_person_may_have_another(ann: Node, node: NewNode) -> None:
    _, cleo = team(ann, node)
    grant = next(grant for grant in ann.picture.rights.grants() if grant.operator == CLEO)
    ann.do(c.RevokeGrant(grant.id, "shift is over"))
    late = cleo.note("did not know")
    ann.pull(cleo)
    assert ann.reason(late) is Reason.GRANT_REVOKED
    with pytest.raises(Refused, match="was revoked already"):
        ann.do(c.RevokeGrant(grant.id))
    cleo.pull(ann)
    with pytest.raises(Refused, match="granted no role"):
        cleo.note("again")
    ann.grant(CLEO, "dispatcher", "Cleo")
    cleo.pull(ann)
    cleo.note("back")
    ann.pull(cleo)
    assert ann.notes() == {"back"}


def test_who_was_revoked_cannot_appoint_or_revoke_any_more(ann: Node, node: NewNode) -> None:
    ben, cleo = team(ann, node)
    ann.do(c.RevokeDevice(ben.device, "stolen"))
    ben.grant(DAN, "supervisor", "Dan")
    ben.do(c.RevokeDevice(cleo.device))
    cleo.note("still here")
    ann.pull(ben, cleo)
    cleo.pull(ben, ann)
    for one in (ann, cleo):
        assert one.notes() == {"still here"}
        assert one.picture.rights.roles_of(DAN) == ()
    assert ann.picture.digest() == cleo.picture.digest()


def test_of_two_who_revoke_each_other_the_elder_stays(ann: Node, node: NewNode) -> None:
    ben, cleo = team(ann, node)
    ben.grant(CLEO, "supervisor", "Cleo")
    ben.enrol(cleo, "supervisor")
    cleo.pull(ben)
    ben.do(c.RevokeDevice(cleo.device))
    cleo.do(c.RevokeDevice(ben.device))
    ben.note("Ben")
    cleo.note("Cleo")
    ben.pull(cleo)
    cleo.pull(ben)
    ann.pull(cleo, ben)
    for one in (ann, ben, cleo):
        assert one.notes() == {"Ben"}
    assert ann.picture.digest() == ben.picture.digest() == cleo.picture.digest()


def test_what_an_honest_desk_wrote_on_top_of_an_act_without_right_stays(ann: Node, node: NewNode) -> None:
    """Cleo set a value, the founder corrected it; then Cleo's act turns out not to count."""
    ben, cleo = team(ann, node)
    incident = ann.do(c.ReportIncident("fire.structure", LonLat(8.5, 49.0), "Mill Lane"))[0].writes[0].key.entity
    cleo.pull(ann)
    ben.pull(ann)
    ben.do(c.RevokeDevice(cleo.device))
    cleo.do(c.ChangeIncident(incident, {"priority": 5}))
    ann.pull(cleo)
    ann.do(c.ChangeIncident(incident, {"address": "Mill Lane 2"}))
    ann.do(c.ChangeIncident(incident, {"priority": 1}))
    ann.pull(ben)
    ben.pull(ann, cleo)
    for one in (ann, ben):
        view = one.picture.incident(incident)
        assert view is not None
        assert (view.priority, view.address) == (1, "Mill Lane 2")
    assert ann.picture.conflicts() == ()
    assert ann.picture.digest() == ben.picture.digest() == picture_of(OPERATION, ann.log.entries).digest()


def test_a_restored_device_goes_on_under_a_new_key_with_the_old_ones_rights(ann: Node, node: NewNode) -> None:
    _, cleo = team(ann, node)
    cleo.note("before the crash")
    ann.pull(cleo)
    old, restored = key(3), node(6, CLEO)
    restored.pull(cleo)
    proof = old.attest(SUCCESSION, succession_message(OPERATION, restored.device))
    restored.do(c.SucceedDevice(old.id, old.public_key, proof))
    restored.note("after")
    stolen = node(7, CLEO)
    stolen.pull(cleo)
    stolen.do(c.SucceedDevice(old.id, old.public_key, proof))  # the proof is for another device
    with pytest.raises(Refused, match="not enrolled"):
        stolen.note("mine now")
    ann.pull(restored, stolen)
    assert ann.notes() == {"before the crash", "after"}
    device = next(device for device in ann.picture.rights.devices() if device.id == restored.device)
    assert (device.goes_on_for, device.roles) == (cleo.device, frozenset({Role.DISPATCHER}))
    ann.do(c.RevokeDevice(restored.device))
    again = node(8, CLEO)
    again.pull(restored, ann)
    again.forge(
        Draft(
            EntryType.DEVICE_SUCCEEDED,
            (
                Write(
                    Key(Kind.DEVICE, again.device, "succeeds"),
                    {"old": old.id, "public_key": old.public_key, "proof": old.attest(SUCCESSION, succession_message(OPERATION, again.device))},
                ),
            ),
        )
    )
    ann.pull(again)
    assert ann.notes() == {"before the crash", "after"}  # what was known stays
    assert ann.picture.rights.devices()[-1].revoked
    assert again.picture.rights.judge(again.forge(note("x"), ann.picture.rights.grants()[-1].id)).counts is False


def test_the_founder_restored_from_a_backup_stays_the_founder(ann: Node, node: NewNode) -> None:
    team(ann, node)
    restored = node(9, ANN)
    restored.pull(ann)
    proof = key(1).attest(SUCCESSION, succession_message(OPERATION, restored.device))
    restored.do(c.SucceedDevice(ann.device, key(1).public_key, proof))
    restored.grant(DAN, "logistics", "Dan")
    ann.pull(restored)
    assert ann.picture.rights.roles_of(DAN) == (Role.LOGISTICS,)


def test_a_line_of_devices_is_as_good_as_its_weakest_proof(ann: Node, node: NewNode) -> None:
    ben, _ = team(ann, node)
    old, between = key(2), key(8)
    heir, liar = node(9, BEN), node(10, BEN)
    grant = next(grant.id for grant in ann.picture.rights.grants() if grant.operator == BEN)

    def line(device: Node, last: DeviceKey) -> c.SucceedDevice:
        first = old.attest(SUCCESSION, succession_message(OPERATION, between.id))
        then = last.attest(SUCCESSION, succession_message(OPERATION, device.device))
        return c.SucceedDevice(old.id, old.public_key, first, ((between.public_key, then),))

    for device, last in ((heir, between), (liar, key(10))):
        device.pull(ann)
        device.do(line(device, last))
        device.forge(note(f"by {last.id[:4]}"), grant)
        ann.pull(device)
    assert ann.notes() == {f"by {between.id[:4]}"}
    assert ann.picture.rights.family(heir.device) == (heir.device, between.id, old.id)
    assert ann.picture.rights.family(liar.device) == (liar.device,)
    ann.do(c.RevokeDevice(heir.device))  # and all that it went on for: those keys may be on it too
    ben.note("by the old key")
    ann.pull(ben)
    assert ann.notes() == {f"by {between.id[:4]}"}


def test_broken_acts_about_rights_say_nothing(ann: Node, node: NewNode) -> None:
    team(ann, node)
    known = len(ann.picture.rights.grants())
    values: list[Value] = [None, 7, {"actor": 5, "role": "dispatcher"}, {"actor": DAN, "role": "emperor"}]
    for number, value in enumerate(values):
        ann.forge(Draft(EntryType.ROLE_GRANTED, (Write(Key(Kind.GRANT, derived_id(str(number)), "role"), value),)))
    ann.forge(Draft(EntryType.ROLE_GRANTED, ()))
    ann.forge(Draft(EntryType.DEVICE_ENROLLED, (Write(Key(Kind.GRANT, derived_id("d"), "enrolled"), {"roles": ["dispatcher"]}),)))
    ann.forge(Draft(EntryType.DEVICE_SUCCEEDED, (Write(Key(Kind.DEVICE, ann.device, "succeeds"), {"old": BEN, "public_key": b"k", "proof": b""}),)))
    ann.forge(Draft(EntryType.ENTRY_VOIDED, (Write(Key(Kind.VERDICT, derived_id("v"), "verdict"), {"entry": 5}),)))
    ann.forge(Draft(EntryType.GRANT_REVOKED, (Write(Key(Kind.GRANT, derived_id("r"), "revoked"), {"grant": 5, "ends": [1]}),)))
    assert len(ann.picture.rights.grants()) == known
    ann.note("fine")
    assert ann.notes() == {"fine"}


def test_a_supervisor_may_void_what_counts_only_by_a_modified_client_and_it_still_is_the_same_everywhere(ann: Node, node: NewNode) -> None:
    ben, cleo = team(ann, node)
    entry = cleo.note("counts")
    ann.pull(cleo)
    with pytest.raises(Refused, match="counts already"):
        ann.do(c.VoidEntry(entry.id))
    value: dict[str, Value] = {"entry": bytes(entry.id), "reason": ""}
    ann.forge(Draft(EntryType.ENTRY_VOIDED, (Write(Key(Kind.VERDICT, derived_id("v"), "verdict"), value),)))
    ben.pull(ann, cleo)
    cleo.pull(ann)
    assert ann.notes() == ben.notes() == cleo.notes() == set()
    assert ann.picture.digest() == ben.picture.digest() == cleo.picture.digest()


def test_the_ends_of_all_feeds_are_what_a_revocation_pins(ann: Node, node: NewNode) -> None:
    _, cleo = team(ann, node)
    entry = cleo.note("one")
    ann.pull(cleo)
    (done,) = ann.do(c.RevokeDevice(cleo.device))
    value = done.writes[0].value
    assert isinstance(value, dict)
    assert value["ends"][cleo.device] == [[1, entry.id[:16]]]
    assert value["ends"].keys() == {ann.device, cleo.device}
    assert ann.picture.rights.feeds.ends([cleo.device]) == {cleo.device: ((1, entry.id[:16]),)}
    assert texts(ann.picture) == {"one"}
