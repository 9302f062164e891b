"""A log of this program, exported without what is personal, plays again as an exercise."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from commandcenter.exercise.course import Course
from commandcenter.exercise.recorded import Recorded, Sort
from commandcenter.exercise.replay import as_scenario, read_recorded
from commandcenter.log.export import export_lines
from commandcenter.model.commands import AssignUnit, ReleaseUnit
from commandcenter.model.entries import Section
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import derived_id
from tests.unit.exercise.town import MINUTE, START_MS, inject, play, scenario

BOX = (0.0, 0.0, 0.11, 0.07)
SHEET = scenario(
    inject("1", 1, details={"phone": "0555 0101"}, sender="Ada Brook"),
    inject("2", 4, type_="fire.alarm", x=9, y=3),
    inject("3", 20, x=2, y=6),
    minutes=90,
)


async def exported(course: Course) -> str:
    await course.advance_to(course.scenario.end_ms)
    return "\n".join(export_lines(course.log.signed(), sections=frozenset(Section) - {Section.PII, Section.MED}))


@pytest.fixture(scope="module")
def text() -> str:
    return play(exported, SHEET, player=True)


def recorded(folder: Path, text: str) -> Recorded:
    path = folder / "log.jsonl"
    path.write_text(text, encoding="utf-8")
    return read_recorded(path)


def test_a_log_s_calls_come_again_at_their_own_moments_and_places(tmp_path: Path, text: str) -> None:
    found = recorded(tmp_path, text)
    assert found.findings == ()
    assert "Ada Brook" not in text and "0555" not in text
    assert [(call.received_ms - START_MS, call.type) for call in found.calls] == [(one.offset_ms, one.type) for one in SHEET.injects]
    first = found.calls[0].responses[0]
    assert list(first.times_ms) == ["Received", "Dispatch", "Response", "On Scene", *list(first.times_ms)[4:]]

    again = as_scenario(found, "grid", BOX)
    elsewhere = as_scenario(found, "another", BOX)
    assert [one.place for one in again.injects] != [one.place for one in elsewhere.injects]

    async def whole(course: Course) -> None:
        await course.advance_to(again.end_ms)
        incidents = sorted(course.desk.picture.incidents(), key=lambda i: i.reported_ms)
        assert [i.type for i in incidents] == [call.type for call in found.calls]
        assert [x for i in incidents for x in i.at] == pytest.approx([x for call in found.calls for x in call.at], abs=1e-6)
        assert [i.reported_ms - again.start_ms for i in incidents] == [call.received_ms - found.calls[0].received_ms for call in found.calls]

    play(whole, again, player=True)


def test_a_unit_that_was_sent_on_took_part_in_both_and_that_is_no_fault(tmp_path: Path) -> None:
    async def sent_on(course: Course) -> str:
        await course.advance_to(START_MS + 5 * MINUTE)
        first, second = sorted(course.desk.picture.incidents(), key=lambda i: i.reported_ms)
        unit = derived_id("unit", "A1")
        await course.desk.submit(AssignUnit(first.id, unit))
        await course.advance_to(START_MS + 6 * MINUTE)
        await course.desk.submit(ReleaseUnit(unit))
        await course.desk.submit(AssignUnit(second.id, unit))
        return await exported(course)

    found = recorded(tmp_path, play(sent_on, SHEET))
    assert found.findings == ()
    first, second = [r for call in found.calls for r in call.responses if r.unit == "A1"]
    assert first.row < second.row
    assert first.times_ms["Available"] == second.times_ms["Dispatch"] == START_MS + 6 * MINUTE


def test_lines_that_are_no_entries_are_findings(tmp_path: Path, text: str) -> None:
    lines = text.splitlines()
    broken = json.loads(lines[-1])
    broken["signed"]["sections"]["op"][1] = broken["signed"]["sections"]["op"][1][:-8] + "AAAAAAA="
    whole = [*lines[:-1], json.dumps(broken), "{}", '{"signed": 7}', "not json", "[" * 5000]
    found = recorded(tmp_path, "\n".join(whole))
    assert [(f.row, f.sort) for f in found.findings] == [(len(lines) + n, Sort.UNREADABLE) for n in range(5)]
    assert len(found.calls) == len(SHEET.injects)


def test_a_file_without_any_entry_is_no_log(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="no line of it is an entry"):
        recorded(tmp_path, '{"a": 1}\n')


def test_a_row_that_breaks_off_is_a_finding(tmp_path: Path) -> None:
    head = "Call Number,Unit ID,Call Type,Location," + ",".join(
        f"{step} DtTm" for step in ("Received", "Entry", "Dispatch", "Response", "On Scene", "Transport", "Hospital", "Available")
    )
    found = recorded(tmp_path, f"{head}\n7,E1,Alarms\n")
    assert [(f.row, f.sort) for f in found.findings] == [(2, Sort.UNREADABLE)]
