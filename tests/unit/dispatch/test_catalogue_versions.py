"""The catalogue changed by a person: only what loads is put in force; every desk uses it; a version from elsewhere that does not load is refused."""

from __future__ import annotations

import pytest

from commandcenter.dispatch.bygone import Bygone, Retelling
from commandcenter.dispatch.catalogue_in_use import CatalogueInUse
from commandcenter.dispatch.catalogue_trial import Side, try_out
from commandcenter.model import commands as c
from commandcenter.model.catalogue_versions import CATALOGUE, MOST_BYTES, digest_of
from commandcenter.model.entries import Draft, EntryType, Key, Kind, Value, Write
from commandcenter.model.errors import Cancelled, KnownError, Refused
from commandcenter.model.ids import Id, derived_id
from commandcenter.model.rights import RIGHT_OF, Role
from commandcenter.model.words import Position, PositionSource, UnitStatus
from commandcenter.picture.history import picture_of
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.resources.changed import build, line_of, shipped_texts

from .conftest import GridRoads, Stage, at

TYPES, PLANS = "incident_types.csv", "plans.toml"
FIRES = default_catalogue().types["fire.structure"].plan
MEDICAL = next(code for code, kind in default_catalogue().types.items() if kind.plan != FIRES and code.startswith("med"))


def renamed(name: str = "Blaze in a building") -> dict[str, str]:
    """The types, where the first fire is called otherwise."""
    text = shipped_texts()[TYPES]
    first = default_catalogue().types["fire.structure"]
    assert f",{first.en}," in text
    return {TYPES: text.replace(f",{first.en},", f",{name},", 1)}


def in_use(stage: Stage) -> CatalogueInUse:
    return CatalogueInUse(default_catalogue(), stage.picture)


def adopt(stage: Stage, files: dict[str, str]) -> None:
    stage.do(c.ChangeCatalogue(files, stage.picture.catalogue_in_force()))


def foreign(stage: Stage, files: dict[str, str], digest: str = "") -> None:
    """Put a version in force as another program might have written it."""
    version = derived_id("version", str(len(stage.picture.catalogue_versions())))
    stage.clock.advance(1)
    now_ms = stage.clock.wall_ms()
    what: dict[str, Value] = {"files": dict(files), "digest": digest or digest_of(files), "ms": now_ms, "by": stage.actor}
    writes = (
        Write(Key(Kind.POLICY, version, "catalogue"), what),
        Write(Key(Kind.POLICY, CATALOGUE, "in_force"), {"version": version, "ms": now_ms, "by": stage.actor}),
    )
    (entry,) = stage.log.append([Draft(EntryType.POLICY_CHANGED, writes)], actor=stage.actor, heads=stage.picture.heads)
    stage.picture.apply(entry, stage.log.count())


def test_a_change_is_kept_whole_and_used(stage: Stage) -> None:
    adopt(stage, renamed())
    (version,) = stage.picture.catalogue_versions()
    assert version.id == stage.picture.catalogue_in_force() and version.intact
    assert dict(version.files) == renamed()
    assert version.by == stage.actor and version.wall_ms == stage.clock.wall_ms()
    used = in_use(stage)
    assert used.fault is None and used.version == version.id
    assert used.catalogue.types["fire.structure"].en == "Blaze in a building"
    assert used.catalogue.version != default_catalogue().version


def test_a_catalogue_without_a_vehicle_that_a_unit_drives_is_refused(stage: Stage) -> None:
    files = shipped_texts()
    unit = stage.unit("C1")
    stage.do(c.ChangeUnit(unit, {"profile": "boat_trailer"}))
    without = {
        "profiles.toml": files["profiles.toml"].replace("[profiles.boat_trailer]", "[profiles.barge]", 1),
        "unit_kinds.csv": files["unit_kinds.csv"].replace(",boat_trailer,", ",barge,"),
    }
    with pytest.raises(Refused, match="C1 drives as boat_trailer"):
        adopt(stage, without)


def test_it_is_in_force_again_after_the_log_is_read_anew(stage: Stage) -> None:
    adopt(stage, renamed())
    anew = CatalogueInUse(default_catalogue(), picture_of(stage.log.operation, stage.log.entries))
    assert anew.catalogue.types["fire.structure"].en == "Blaze in a building"


def test_going_back_and_forth_writes_no_text_again(stage: Stage) -> None:
    adopt(stage, renamed("One"))
    first = stage.picture.catalogue_in_force()
    adopt(stage, renamed("Two"))
    stage.do(c.RestoreCatalogue(first))
    assert in_use(stage).catalogue.types["fire.structure"].en == "One"
    stage.do(c.RestoreCatalogue(None))
    assert in_use(stage).catalogue is default_catalogue()
    assert len(stage.picture.catalogue_versions()) == 2
    with pytest.raises(Refused, match="is in force"):
        stage.do(c.RestoreCatalogue(None))
    with pytest.raises(Refused, match="not known here"):
        stage.do(c.RestoreCatalogue(derived_id("nothing")))


def test_undo_goes_back_to_what_was_in_force(stage: Stage) -> None:
    adopt(stage, renamed())
    stage.do(c.Undo(stage.entries[-1].id))
    assert stage.picture.catalogue_in_force() is None
    assert in_use(stage).catalogue is default_catalogue()


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({PLANS: shipped_texts()[PLANS] + "\n[broken"}, "plans.toml"),
        ({TYPES: shipped_texts()[TYPES].replace(",1,", ",9,", 1)}, r"incident_types.csv, line \d+, column priority: 9 is not within 1 and 5"),
        ({"other.csv": "a,b\n"}, "does not know the catalogue file other.csv"),
        ({TYPES: shipped_texts()[TYPES]}, "Nothing differs"),
        ({}, "Nothing differs"),
        ({TYPES: shipped_texts()[TYPES] + "# " + "x" * MOST_BYTES}, f"{MOST_BYTES} are possible"),
    ],
)
def test_what_cannot_be_used_is_refused_with_a_reason(stage: Stage, files: dict[str, str], words: str) -> None:
    with pytest.raises(Refused, match=words):
        adopt(stage, files)
    assert stage.picture.catalogue_versions() == ()


def test_the_largest_change_that_is_allowed_fits_into_an_entry(stage: Stage) -> None:
    text = shipped_texts()[TYPES]
    whole = text + "#" + "x" * (MOST_BYTES - len(text.encode()) - 2) + "\n"
    assert len(whole.encode()) == MOST_BYTES
    stage.do(c.ChangeCatalogue({TYPES: whole}, None, "字" * 600))
    (version,) = stage.picture.catalogue_versions()
    assert version.intact and len(version.note) == 500
    assert in_use(stage).version == version.id


def test_a_change_upon_what_is_no_longer_in_force_is_refused(stage: Stage) -> None:
    adopt(stage, renamed("One"))
    with pytest.raises(Refused, match="put in force meanwhile"):
        stage.do(c.ChangeCatalogue(renamed("Two"), None))


def test_a_type_that_open_incidents_have_cannot_go(stage: Stage) -> None:
    stage.incident("fire.structure")
    lines = shipped_texts()[TYPES].splitlines()
    without = "\n".join(line for line in lines if not line.startswith("fire.structure,")) + "\n"
    with pytest.raises(Refused, match=r"is open and of the type fire\.structure"):
        adopt(stage, {TYPES: without})


def test_a_version_that_does_not_load_here_leaves_the_old_one_in_use(stage: Stage) -> None:
    adopt(stage, renamed("One"))
    used = in_use(stage)
    foreign(stage, {"newer.toml": "a = 1\n"})
    assert not used.follow(stage.picture)
    assert used.catalogue.types["fire.structure"].en == "One"
    assert "does not know the catalogue file newer.toml" in str(used.fault)
    again = in_use(stage)  # a restart takes the newest that can be used
    assert again.catalogue.types["fire.structure"].en == "One" and again.fault is not None
    foreign(stage, renamed("Three"), digest="0" * 64)
    assert not used.follow(stage.picture) and "digest" in str(used.fault)
    adopt(stage, renamed("Four"))
    assert used.follow(stage.picture) and used.fault is None
    assert used.catalogue.types["fire.structure"].en == "Four"


def test_the_line_of_a_fault_is_known() -> None:
    broken = shipped_texts()[TYPES].splitlines()
    place = next(n for n, line in enumerate(broken) if line.startswith("fire.structure,"))
    broken[place] = broken[place].replace(",", ";")
    with pytest.raises(KnownError) as caught:
        build({TYPES: "\n".join(broken)})
    assert line_of(caught.value) == (TYPES, place + 1)


def test_only_a_supervisor_may() -> None:
    assert RIGHT_OF[c.ChangeCatalogue].roles == RIGHT_OF[c.RestoreCatalogue].roles == {Role.SUPERVISOR}


def test_a_draft_is_tried_against_past_incidents(stage: Stage, grid: GridRoads) -> None:
    for n in range(4):
        stage.unit(f"E{n}", "engine", x=n)
        stage.unit(f"A{n}", "ambulance", x=n)
    fire, other = stage.incident("fire.structure", x=3), stage.incident(MEDICAL)
    text = shipped_texts()[TYPES]
    line = next(one for one in text.splitlines() if one.startswith("fire.structure,"))
    medical = default_catalogue().types[MEDICAL].plan
    draft = build({TYPES: text.replace(line, line.replace(f",{FIRES},", f",{medical},"))})
    past = retold(stage, fire, other)
    sides = Side(default_catalogue(), grid), Side(draft, grid)
    told: list[int] = []
    found = {one.incident: one for one in try_out(past, *sides, stopped=lambda: False, tell=told.append)}
    assert told == [1, 2]
    assert found[fire].differs and not found[other].differs
    assert (found[fire].before.plan, found[fire].after.plan) == (FIRES, medical)
    assert found[fire].before.units != found[fire].after.units
    with pytest.raises(Cancelled):
        try_out(past, *sides, stopped=lambda: True, tell=told.append)


def retold(stage: Stage, *incidents: Id) -> tuple[Bygone, ...]:
    """Tell the log again, one entry after the other."""
    telling = Retelling(stage.picture.operation, incidents)
    for row in stage.log.entries():
        telling.go_on([row])
    assert telling.again() is None
    return telling.found


def test_a_past_incident_is_asked_about_as_it_stood_when_somebody_was_first_sent(stage: Stage, grid: GridRoads) -> None:
    """What came later does not count: other places, statuses, closures, alarm levels; who was sent was free then."""
    near, far = stage.unit("A1", "ambulance", x=3), stage.unit("A2", "ambulance", x=8)
    first, never = stage.incident(MEDICAL, x=4), stage.incident(MEDICAL, x=4, y=3)
    stage.clock.advance(60)
    stage.do(c.AssignUnit(first, near, "ambulance-1"))
    sent_ms = stage.clock.wall_ms()
    stage.do(c.SetUnitStatus(far, UnitStatus.OUT_OF_SERVICE))
    stage.do(c.CloseRoad((at(0, 0), at(9, 0), at(9, 9), at(0, 0)), "flood"))
    stage.do(c.ChangeIncident(first, {"type": "fire.structure"}))
    later = retold(stage, first, never)
    assert [(one.incident, one.request.type) for one in later] == [(first, MEDICAL), (never, MEDICAL)]
    assert later[0].at_ms == sent_ms > later[1].at_ms
    assert all(one.situation.closures == () and {unit.status for unit in one.situation.units} == {UnitStatus.AVAILABLE} for one in later)
    moved = later[0].seen({near: Position(at(9, 9), PositionSource.GPS, sent_ms), far: Position(at(4, 2), PositionSource.GPS, sent_ms)})
    side = Side(default_catalogue(), grid)
    assert side.sends(later[0]).units[0][0] == "A1"
    assert side.sends(moved).units[0][0] == "A2"


def test_an_incident_that_the_log_does_not_know_is_left_out(stage: Stage) -> None:
    assert retold(stage, derived_id("incident", "unknown")) == ()
