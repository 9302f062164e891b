"""The table of rights knows every command, and lets through what the program itself writes."""

from __future__ import annotations

import pytest

from commandcenter.dispatch.handlers import HANDLERS
from commandcenter.model import commands as c
from commandcenter.model.entries import Draft, Entry, EntryType, Key, Kind, Write
from commandcenter.model.errors import BugError, Refused
from commandcenter.model.ids import Id
from commandcenter.model.rights import AUTHORITY, RIGHT_OF, RIGHTS, Role, may_touch, may_write
from commandcenter.model.words import IncidentState, LonLat, UnitStatus

from .conftest import BEN, CLEO, DAN, NewNode, Node

HERE = LonLat(8.6, 49.4)


def test_every_command_has_a_right_and_every_right_a_command() -> None:
    assert set(RIGHT_OF) == set(HANDLERS)
    assert len(RIGHT_OF) == sum(len(right.makes) for right in RIGHTS)


def test_the_founder_alone_begins_and_supervisors_alone_give_out_rights() -> None:
    assert RIGHT_OF[c.OpenOperation].roles == RIGHT_OF[c.RecoverRights].roles == frozenset()
    about_rights = {right.said.template for right in RIGHTS if right.touches & AUTHORITY}
    assert about_rights == {"give out rights and enrol devices", "recover the rights of an operation", "continue as a new device"}
    assert RIGHT_OF[c.GrantRole].roles == {Role.SUPERVISOR}


def test_what_each_role_may_do() -> None:
    may = {role: {command for command, right in RIGHT_OF.items() if role in right.roles} for role in Role}
    assert may[Role.OBSERVER] == {c.SignIn, c.SucceedDevice, c.RecordAccess}
    assert may[Role.OBSERVER] < may[Role.PARTNER] < may[Role.LOGISTICS]
    assert may[Role.FIELD_COMMANDER] < may[Role.DISPATCHER] < may[Role.SUPERVISOR]
    assert may[Role.TRAINER] == may[Role.DISPATCHER] | {c.SetExerciseClock, c.WriteStaffNote}
    assert may[Role.EVALUATOR] == may[Role.OBSERVER] | {c.WriteStaffNote}
    assert c.AssignUnit not in may[Role.FIELD_COMMANDER]
    assert c.SetUnitStatus not in may[Role.LOGISTICS]


def test_types_of_a_newer_program_are_a_supervisors_only_and_never_touch_rights() -> None:
    assert [role for role in Role if may_write(role, "UnitTeleported")] == [Role.SUPERVISOR]
    assert may_touch("UnitTeleported", [Write(Key(Kind.UNIT, CLEO, "at"), None)], CLEO)
    assert not may_touch("UnitTeleported", [Write(Key(Kind.GRANT, CLEO, "role"), {})], CLEO)


def dispatchers_day(cleo: Node) -> list[Entry]:
    """Do a bit of everything that dispatchers do, and take some of it back."""
    station = cleo.do(c.AddStation("North", "fire_station", HERE))[0].writes[0].key.entity
    units = [cleo.do(c.AddUnit(name, "engine", {"pump": 1}, 4, station, HERE))[0].writes[0].key.entity for name in ("E1", "E2")]
    depot = cleo.do(c.AddDepot("Central", HERE))[0].writes[0].key.entity
    done = [*cleo.do(c.MoveStock(depot, "sandbag", 500))]
    fires = [_created(cleo.do(c.ReportIncident("fire.structure", HERE, f"Mill Lane {n}", caller_name="Eve"))) for n in (1, 2, 3)]
    done += cleo.do(c.AcceptRecommendation(fires[0], ((units[0], "pump"),), ((depot, "sandbag", 50),), reason="all there is"))
    sent = cleo.do(c.AssignUnit(fires[1], units[1], divert=False))
    for status in (UnitStatus.ENROUTE, UnitStatus.ON_SCENE):
        cleo.do(c.SetUnitStatus(units[0], status))
    freed = cleo.do(c.SetUnitStatus(units[0], UnitStatus.AVAILABLE))
    cleo.do(c.Undo(freed[0].id))
    released = cleo.do(c.ReleaseUnit(units[1]))
    cleo.do(c.Undo(released[0].id))
    cleo.do(c.ReleaseUnit(units[1]))
    cleo.do(c.AssignUnit(fires[2], units[1]))
    cleo.do(c.MergeIncident(fires[2], fires[1]))
    cleo.do(c.ReleaseUnit(units[0]))
    cleo.do(c.SetIncidentState(fires[0], IncidentState.CLOSED))
    closed = cleo.do(c.CloseRoad((HERE,), name="Bridge"))
    cleo.do(c.Undo(closed[0].id))
    cleo.do(c.SendMessage("on the way", incident_id=fires[1]))
    return [*done, *sent]


def _created(entries: tuple[Entry, ...]) -> Id:
    return next(entry.writes[0].key.entity for entry in entries if entry.type == EntryType.INCIDENT_REPORTED)


def test_all_that_a_dispatcher_does_counts_everywhere(ann: Node, node: NewNode) -> None:
    cleo, ben = node(3, CLEO), node(2, BEN)
    ann.grant(CLEO, "dispatcher", "Cleo")
    ann.enrol(cleo, "dispatcher")
    cleo.pull(ann)
    cleo.do(c.SignIn(CLEO, "Cleo", "dispatcher"))
    dispatchers_day(cleo)
    for receiver in (ann, ben):
        receiver.pull(ann, cleo)
        assert [(entry.type, verdict.reason) for entry, verdict in receiver.picture.rights.unratified()] == []
        assert receiver.picture.digest() == cleo.picture.digest()
    assert {entry.auth for _, entry in cleo.log.entries() if entry.device == cleo.device} == {ann.picture.rights.grants()[1].id}


def test_a_field_commander_takes_back_only_what_was_his_to_do(ann: Node, node: NewNode) -> None:
    dan = node(4, DAN)
    station = ann.do(c.AddStation("North", "fire_station", HERE))[0].writes[0].key.entity
    unit = ann.do(c.AddUnit("E1", "engine", {"pump": 1}, 4, station, HERE))[0].writes[0].key.entity
    fire = _created(ann.do(c.ReportIncident("fire.structure", HERE, "Mill Lane")))
    sent = ann.do(c.AssignUnit(fire, unit))[0]
    ann.grant(DAN, "field_commander", "Dan")
    ann.enrol(dan, "field_commander")
    dan.pull(ann)
    with pytest.raises(Refused, match="The role field commander has no right to take back what was done"):
        dan.do(c.Undo(sent.id))
    changed = dan.do(c.ChangeIncident(fire, {"address": "Mill Lane 3"}))[0]
    dan.do(c.Undo(changed.id))
    for status in (UnitStatus.ENROUTE, UnitStatus.ON_SCENE):
        dan.do(c.SetUnitStatus(unit, status))
    freed = dan.do(c.SetUnitStatus(unit, UnitStatus.AVAILABLE))[0]
    with pytest.raises(Refused, match="no right to take back"):
        dan.do(c.Undo(freed.id))  # that would send the unit again
    ann.pull(dan)
    assert ann.picture.rights.unratified() == ()


def test_a_handler_that_writes_out_of_bounds_is_a_fault_of_ours(ann: Node, node: NewNode, monkeypatch: pytest.MonkeyPatch) -> None:
    cleo = node(3, CLEO)
    ann.grant(CLEO, "dispatcher", "Cleo")
    ann.enrol(cleo, "dispatcher")
    cleo.pull(ann)
    astray = [Draft(EntryType.NOTE_ADDED, (Write(Key(Kind.UNIT, CLEO, "crew"), 9),))]
    monkeypatch.setitem(HANDLERS, c.AddNote, lambda *_: astray)
    with pytest.raises(BugError, match="AddNote"):
        cleo.note("x")
