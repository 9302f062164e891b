from __future__ import annotations

from typing import Any

import pytest

from commandcenter.log.memory import MemoryLog
from commandcenter.log.signing import DeviceKey
from commandcenter.model import commands as c
from commandcenter.model.entries import Draft, EntryId, EntryType, Key, Kind, Section, Write
from commandcenter.model.errors import Refused
from commandcenter.model.words import IncidentState, LonLat, UnitStatus


def undo_last(stage: Any) -> Any:
    return stage.do(c.Undo(stage.entries[-1].id))


def test_a_correction_is_taken_back_where_it_is_the_last_word(stage: Any) -> None:
    incident = stage.incident()
    stage.do(c.ChangeIncident(incident, {"grade": 2, "address": "Mill Lane"}))
    first = stage.entries[-1].id
    (entry,) = undo_last(stage)
    assert entry.about == {"undoes": first}
    assert (stage.picture.incident(incident).grade, stage.picture.incident(incident).address) == (4, "5 Grid Street")
    with pytest.raises(Refused, match="changed since"):
        stage.do(c.Undo(first))


def test_an_undo_can_itself_be_undone(stage: Any) -> None:
    incident = stage.incident()
    stage.do(c.ChangeIncident(incident, {"grade": 2}))
    undo_last(stage)
    undo_last(stage)
    assert stage.picture.incident(incident).grade == 2


def test_an_assignment_is_taken_back_whole(stage: Any) -> None:
    unit, incident = stage.unit("E1"), stage.incident()
    stage.do(c.AssignUnit(incident, unit))
    undo_last(stage)
    view = stage.picture.unit(unit)
    assert (view.status, view.incident) == (UnitStatus.AVAILABLE, None)
    assert stage.picture.incident(incident).state == IncidentState.REPORTED
    assert stage.picture.assignments(unit=unit)[0].ended_ms == stage.clock.wall_ms()


def test_a_diversion_that_is_taken_back_returns_the_unit(stage: Any) -> None:
    unit, minor, urgent = stage.unit("E1"), stage.incident(priority=3), stage.incident(priority=1)
    stage.do(c.AssignUnit(minor, unit, "pump-1"))
    stage.do(c.SetUnitStatus(unit, UnitStatus.ENROUTE))
    stage.do(c.AssignUnit(urgent, unit, divert=True))
    undo_last(stage)
    view = stage.picture.unit(unit)
    assert (view.status, view.incident, view.slot) == (UnitStatus.ENROUTE, minor, "pump-1")
    assert [a.ended_ms is None for a in stage.picture.assignments(unit=unit)] == [True, False]
    assert stage.picture.incident(minor).state == IncidentState.DISPATCHED


def test_an_assignment_on_which_the_unit_has_moved_stays(stage: Any) -> None:
    unit, incident = stage.unit("E1"), stage.incident()
    stage.do(c.AssignUnit(incident, unit))
    sent = stage.entries[-1].id
    stage.do(c.SetUnitStatus(unit, UnitStatus.ENROUTE))
    with pytest.raises(Refused, match="changed since"):
        stage.do(c.Undo(sent))


def test_a_merge_is_taken_back(stage: Any) -> None:
    unit, a, b = stage.unit("E1"), stage.incident(), stage.incident()
    stage.do(c.AssignUnit(a, unit))
    stage.do(c.MergeIncident(a, b))
    undo_last(stage)
    assert stage.picture.incident(a).units == (unit,) and stage.picture.incident(a).merged_into is None
    assert stage.picture.incident(b).units == () and stage.picture.incident(b).state == IncidentState.REPORTED


def test_closures_stock_and_reservations_are_taken_back(stage: Any) -> None:
    incident, depot = stage.incident(), stage.depot("D", 1, 1, blanket=10)
    moved = stage.entries[-1].id
    stage.do(c.CloseRoad((LonLat(0, 0),)))
    undo_last(stage)
    assert stage.picture.closures()[0].reopened
    stage.do(c.ReserveStock(depot, "blanket", 4, incident))
    with pytest.raises(Refused, match="only 6"):
        stage.do(c.Undo(moved))
    undo_last(stage)
    stage.do(c.Undo(moved))
    assert stage.picture.depot(depot).free("blanket") == 0


def test_what_was_said_or_added_stays(stage: Any) -> None:
    incident, unit = stage.incident(), stage.unit("E1")
    stage.do(c.AddNote("x", incident))
    stage.do(c.AcceptRecommendation(incident, ((unit, ""),)))
    for entry in [e for e in stage.entries if e.type != EntryType.UNIT_ASSIGNED]:
        with pytest.raises(Refused):
            stage.do(c.Undo(entry.id))
    with pytest.raises(Refused, match="not in the log"):
        stage.do(c.Undo(EntryId(bytes(32))))


def test_a_value_far_back_in_the_log_is_found(stage: Any) -> None:
    incident = stage.incident()
    for n in range(600):
        stage.do(c.AddNote(f"note {n}"))
    stage.do(c.ChangeIncident(incident, {"grade": 1}))
    undo_last(stage)
    assert stage.picture.incident(incident).grade == 4


def other_desk(stage: Any, *drafts: Draft) -> None:
    """Fold in what a desk wrote that had not seen ours: on an empty basis."""
    log = MemoryLog(stage.log.operation, DeviceKey(bytes([1]) * 32), stage.clock)
    for n, entry in enumerate(log.append(drafts, actor=stage.actor, heads=lambda _: ())):
        stage.picture.apply(entry, 10_000 + stage.log.count() + n)


def test_a_conflict_is_settled_with_all_heads_and_only_then(stage: Any) -> None:
    incident = stage.incident()
    key = Key(Kind.INCIDENT, incident, "priority")
    other_desk(stage, Draft(EntryType.INCIDENT_CHANGED, (Write(key, 3),)))
    (conflict,) = stage.picture.conflicts()
    heads = stage.picture.heads(conflict.key)
    with pytest.raises(Refused, match="changed meanwhile"):
        stage.do(c.ResolveConflict(key, 3, heads[:1]))
    stage.do(c.ResolveConflict(key, 3, heads))
    assert stage.picture.conflicts() == () and stage.picture.incident(incident).priority == 3
    with pytest.raises(Refused, match="no conflict"):
        stage.do(c.ResolveConflict(key, 3, heads))


def test_a_double_booking_is_settled_and_the_loser_is_ended(stage: Any) -> None:
    unit, mine, theirs = stage.unit("E1"), stage.incident(), stage.incident()
    stage.do(c.AssignUnit(mine, unit))
    ours = stage.picture.value(Key(Kind.UNIT, unit, "assignment"))
    assignment = stage.new_id()
    target = {"id": assignment, "incident": theirs, "slot": ""}
    fields = {"unit": unit, "incident": theirs, "t:dispatched": stage.clock.wall_ms()}
    writes = tuple(Write(Key(Kind.ASSIGNMENT, assignment, f), v) for f, v in fields.items())
    other_desk(stage, Draft(EntryType.UNIT_ASSIGNED, (*writes, Write(Key(Kind.UNIT, unit, "assignment"), target))))
    third = stage.incident(priority=1)
    with pytest.raises(Refused, match="double-booked"):
        stage.do(c.AssignUnit(third, unit, divert=True))
    key = Key(Kind.UNIT, unit, "assignment")
    stage.do(c.ResolveConflict(key, ours, stage.picture.heads(key)))
    assert stage.picture.unit(unit).incident == mine and stage.picture.unit(unit).conflicts == ()
    assert {a.incident: a.ended_ms is None for a in stage.picture.assignments(unit=unit)} == {mine: True, theirs: False}


def test_steps_are_taken_back_one_after_the_other_unless_somebody_has_gone_on(stage: Any) -> None:
    incident = stage.incident(priority=3)
    first = stage.do(c.ChangeIncident(incident, {"priority": 2}))[0]
    second = stage.do(c.ChangeIncident(incident, {"priority": 1}))[0]
    stage.do(c.Undo(second.id))
    stage.do(c.Undo(first.id))
    assert stage.picture.incident(incident).priority == 3
    third = stage.do(c.ChangeIncident(incident, {"priority": 2}))[0]
    stage.do(c.Undo(stage.do(c.ChangeIncident(incident, {"priority": 1}))[0].id))
    stage.do(c.ChangeIncident(incident, {"priority": 4}))
    stage.do(c.ChangeIncident(incident, {"priority": 2}))
    with pytest.raises(Refused, match="changed since"):
        stage.do(c.Undo(third.id))


def test_medical_values_stay_in_their_section_when_they_are_settled(stage: Any) -> None:
    incident = stage.incident()
    key = Key(Kind.INCIDENT, incident, "answers")
    stage.do(c.ChangeIncident(incident, {"answers": {"breathing": "no"}}))
    other_desk(stage, Draft(EntryType.INCIDENT_CHANGED, (Write(key, {"breathing": "yes"}, Section.MED),)))
    (conflict,) = stage.picture.conflicts()
    (entry,) = stage.do(c.ResolveConflict(key, {"breathing": "no"}, stage.picture.heads(conflict.key)))
    assert [write.section for write in entry.writes] == [Section.MED]
