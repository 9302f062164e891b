"""Sketches and hazards: drawn, changed, removed and taken back; a hazard keeps roads closed where it is; two editors are a conflict."""

from __future__ import annotations

from typing import Any

import pytest

from commandcenter.dispatch.writing import put
from commandcenter.log.memory import MemoryLog
from commandcenter.log.signing import DeviceKey
from commandcenter.model import commands as c
from commandcenter.model.drawings import Hazard, SketchKind, Tactical
from commandcenter.model.entries import Draft, EntryType, Key, Kind
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat
from commandcenter.picture.picture import Picture
from commandcenter.picture.sketches import SketchView

from .conftest import at
from .test_partners_and_care import made

AREA = (at(1, 1), at(2, 1), at(2, 2), at(1, 1))
KNOT = (at(0, 0), at(1, 1), at(1, 0), at(0, 1), at(0, 0))


def drawn(stage: Any, sketch: Id) -> SketchView:
    found: SketchView | None = stage.picture.sketch(sketch)
    assert found is not None
    return found


def gas(stage: Any, **more: Any) -> Id:
    return made(stage, c.DrawSketch(SketchKind.HAZARD, (at(3, 1),), "smells", Hazard.GAS, 250.0, **more))


def test_what_is_drawn_says_who_drew_it_and_when(stage: Any) -> None:
    incident = stage.incident()
    view = drawn(stage, gas(stage, incident_id=incident))
    assert (view.kind, view.symbol, view.radius_m, view.text, view.incident) == (SketchKind.HAZARD, "gas", 250.0, "smells", incident)
    assert (view.by, view.drawn_ms) == (stage.actor, stage.clock.wall_ms())
    assert len(view.rings) == 1 and view.rings[0][0] == view.rings[0][-1]


def test_a_sketch_moves_is_corrected_and_goes_and_each_step_can_be_taken_back(stage: Any) -> None:
    note = made(stage, c.DrawSketch(SketchKind.NOTE, (at(1, 1),), "key at the neighbour's"))
    moved = stage.do(c.ChangeSketch(note, {"shape": (at(4, 4),), "text": "key under the mat"}))[0]
    assert (drawn(stage, note).shape, drawn(stage, note).text) == ((at(4, 4),), "key under the mat")
    assert stage.do(c.Undo(moved.id))[0].type == EntryType.SKETCH_CHANGED
    assert drawn(stage, note).text == "key at the neighbour's"
    removed = stage.do(c.RemoveSketch(note))[0]
    assert stage.picture.sketch(note) is None and stage.picture.sketches() == ()
    assert stage.do(c.Undo(removed.id))[0].type == EntryType.SKETCH_DRAWN
    assert drawn(stage, note).text == "key at the neighbour's"


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (c.DrawSketch(SketchKind.NOTE, (at(1, 1),), "  "), "empty"),
        (c.DrawSketch(SketchKind.NOTE, (at(1, 1),), "x" * 501), "at most"),
        (c.DrawSketch(SketchKind.LINE, (at(1, 1), at(1, 1))), "two different"),
        (c.DrawSketch(SketchKind.AREA, (at(1, 1), at(2, 2))), "three corners"),
        (c.DrawSketch(SketchKind.AREA, (at(1, 1), at(2, 2), at(1, 1))), "three corners"),
        (c.DrawSketch(SketchKind.AREA, KNOT), "knot"),
        (c.DrawSketch(SketchKind.SYMBOL, (at(1, 1),), "", "unicorn"), "unicorn"),
        (c.DrawSketch(SketchKind.SYMBOL, (at(1, 1), at(1, 2)), "", Tactical.STAGING), "one point"),
        (c.DrawSketch(SketchKind.HAZARD, (at(1, 1), at(1, 2)), "", Hazard.GAS), "radius"),
        (c.DrawSketch(SketchKind.HAZARD, (at(1, 1),), "", Hazard.GAS, 0.0), "radius"),
        (c.DrawSketch(SketchKind.HAZARD, (at(1, 1),), "", Hazard.GAS, float("nan")), "radius"),
        (c.DrawSketch(SketchKind.HAZARD, (at(1, 1),), "", Hazard.GAS, 50.0, 1), "before it begins"),
        (c.DrawSketch(SketchKind.SYMBOL, (LonLat(200.0, 0.0),), "", Tactical.STAGING), "longitude"),
        (c.DrawSketch(SketchKind.LINE, ()), "points"),
        (c.DrawSketch(SketchKind.LINE, AREA, incident_id=Id("f" * 32)), "not known"),
        (c.RemoveSketch(Id("f" * 32)), "not on the map"),
    ],
)
def test_what_makes_no_sense_is_refused(stage: Any, command: c.Command, why: str) -> None:
    with pytest.raises(Refused, match=why):
        stage.do(command)
    assert stage.picture.sketches() == ()


def test_changes_that_change_nothing_or_the_kind_are_refused(stage: Any) -> None:
    hazard = gas(stage)
    for fields in ({"text": "smells"}, {"kind": SketchKind.LINE}, {"radius_m": -1.0}, {"symbol": "staging"}):
        with pytest.raises(Refused):
            stage.do(c.ChangeSketch(hazard, fields))


def test_a_hazard_keeps_roads_closed_wherever_it_moves_for_as_long_as_it_holds(stage: Any) -> None:
    hazard = gas(stage)
    stage.do(c.CloseHazard(hazard))
    (closure,) = stage.picture.closures()
    now_ms = stage.clock.wall_ms()
    assert closure.in_force(now_ms) and closure.hazard == hazard and closure.shape == drawn(stage, hazard).rings[0]
    stage.do(c.ChangeSketch(hazard, {"shape": AREA, "until_ms": now_ms + 60_000}))
    (closure,) = stage.picture.closures()
    assert (closure.shape, closure.until_ms) == (AREA, now_ms + 60_000)
    with pytest.raises(Refused, match="closed already"):
        stage.do(c.CloseHazard(hazard))
    stage.do(c.RemoveSketch(hazard))
    assert not stage.picture.closures()[0].in_force(now_ms)


def test_a_hazards_roads_are_opened_without_the_hazard_going(stage: Any) -> None:
    hazard = gas(stage)
    closure = made(stage, c.CloseHazard(hazard))
    stage.do(c.ReopenRoad(closure))
    assert not stage.picture.closures()[0].in_force(stage.clock.wall_ms()) and drawn(stage, hazard)
    note = made(stage, c.DrawSketch(SketchKind.NOTE, (at(1, 1),), "no danger"))
    with pytest.raises(Refused, match="Only a hazard"):
        stage.do(c.CloseHazard(note))


def test_two_editors_are_a_conflict_and_a_danger_that_one_removes_stays_in_sight(stage: Any) -> None:
    hazard = gas(stage)
    other, theirs = MemoryLog(stage.log.operation, DeviceKey(bytes([9]) * 32), stage.clock), Picture(stage.log.operation)
    for position, entry in other.ingest([row.signed for row in stage.log.signed()], sender="here").entries:
        theirs.apply(entry, position)
    far = stage_of(other, theirs, stage)
    far.do(c.ChangeSketch(hazard, {"radius_m": 500.0}))
    stage.clock.advance(5)
    stage.do(c.RemoveSketch(hazard))
    for position, entry in stage.log.ingest([row.signed for row in other.signed()], sender="there").entries:
        stage.picture.apply(entry, position)
    (conflict,) = stage.picture.conflicts()
    assert conflict.key == Key(Kind.SKETCH, hazard, "what") and len(conflict.values) == 2
    assert drawn(stage, hazard).disputed and drawn(stage, hazard).radius_m == 500.0
    heads = tuple(entry for entry, _, _, _ in conflict.values)
    stage.do(c.ResolveConflict(conflict.key, None, heads))
    assert stage.picture.conflicts() == () and stage.picture.sketch(hazard) is None


def stage_of(log: MemoryLog, picture: Picture, like: Any) -> Any:
    """Return a stage of another desk of the same operation."""
    far = type(like)(clock=like.clock)
    far.log, far.picture = log, picture
    return far


def test_a_crew_has_names_and_tasks_and_reports(stage: Any) -> None:
    engine = stage.unit("E1")
    stage.do(c.SetTeam(engine, ("Kim", "Li Wei")))
    assert stage.picture.teams.members(engine) == ("Kim", "Li Wei")
    task = made(stage, c.GiveTask(engine, "search the cellar", "Kim"))
    whole = made(stage, c.GiveTask(engine, "lay a line to the river"))
    stage.do(c.EndTask(task))
    stage.do(c.EndTask(whole, done=False))
    assert [(t.member, t.state) for t in stage.picture.teams.tasks(engine)] == [("Kim", "done"), ("", "cancelled")]
    incident = stage.incident()
    stage.do(c.AssignUnit(incident, engine))
    entry = stage.do(c.ReportSituation(engine, "controlled", {"injured": 2}, ("ladder",), "Under control, 2 injured"))[0]
    line = stage.picture.line_of(entry)
    assert (line.incident, line.unit, line.summary["text"]) == (incident, engine, "Under control, 2 injured")


def test_names_of_a_crew_travel_as_personal_data(stage: Any) -> None:
    engine = stage.unit("E1")
    entry = stage.do(c.SetTeam(engine, ("Kim",)))[0]
    assert {write.section for write in entry.writes} == {"pii"} and "Kim" not in str(stage.picture.line_of(entry).summary)


def test_a_device_stands_with_one_unit_at_a_time_by_its_own_word_only(stage: Any) -> None:
    first, second = stage.unit("E1"), stage.unit("E2")
    entry = stage.do(c.ServeUnit(first))[0]
    assert stage.picture.teams.devices(first) == (entry.device,)
    assert stage.picture.line_of(entry).unit == first
    with pytest.raises(Refused):
        stage.do(c.ServeUnit(first))
    line = stage.picture.line_of(stage.do(c.ServeUnit(second))[0])
    assert (line.unit, stage.picture.teams.served(entry.device)) == (second, (second,))
    other = MemoryLog(stage.log.operation, DeviceKey(bytes([9]) * 32), stage.clock)
    forged = Draft(EntryType.UNIT_SERVED, put(Kind.UNIT, first, {f"device:{entry.device}": True}), about={"unit": first})
    other.append([forged], actor=stage.actor, heads=stage.picture.heads)
    for position, foreign in stage.log.ingest([row.signed for row in other.signed()], sender="there").entries:
        stage.picture.apply(foreign, position)
    assert stage.picture.value(Key(Kind.UNIT, first, f"device:{entry.device}")) is True
    assert stage.picture.teams.devices(first) == ()


@pytest.mark.parametrize(
    "command",
    [
        lambda unit: c.SetTeam(unit, ("Kim", "kim")),
        lambda unit: c.SetTeam(unit, ("",)),
        lambda unit: c.SetTeam(unit, ()),
        lambda unit: c.GiveTask(unit, " "),
        lambda unit: c.GiveTask(unit, "dig", "Nobody"),
        lambda unit: c.EndTask(Id("f" * 32)),
        lambda unit: c.ReportSituation(unit, "glorious", text="x"),
        lambda unit: c.ReportSituation(unit, "same", {"injured": -1}, text="x"),
        lambda unit: c.ReportSituation(unit, "same"),
    ],
)
def test_what_makes_no_sense_for_a_crew_is_refused(stage: Any, command: Any) -> None:
    with pytest.raises(Refused):
        stage.do(command(stage.unit("E1")))
