"""Times of day in a sheet are of the scenario's zone, over both turns of the clocks; what is not there, or twice, is said by row and column."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from commandcenter.exercise.draft import Draft, read_draft, toml_of, write_draft
from commandcenter.exercise.folder import read_head, read_scenario
from commandcenter.exercise.moments import offset_ms, zone_of
from commandcenter.exercise.msel import row_of
from commandcenter.exercise.scenario import Scenario, Text
from commandcenter.exercise.staff import KEY_BYTES, StaffBook, of_frame
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.picture.staff import StaffNote
from commandcenter.resources.catalogue import default_catalogue
from tests.unit.exercise.town import inject

HOUR = 3_600_000
BERLIN = zone_of("Europe/Berlin")


def ms(text: str) -> int:
    return round(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp() * 1000)


@pytest.mark.parametrize(
    ("text", "start", "hours"),
    [
        ("2026-05-12 09:30", "2026-05-12 07:00", 0.5),
        ("09:30", "2026-05-12 07:00", 0.5),
        ("2026-05-12 07:30Z", "2026-05-12 07:00", 0.5),
        ("2026-05-12 10:30+03:00", "2026-05-12 07:00", 0.5),
        ("H+1 M-30", "2026-05-12 07:00", 0.5),
        ("00:30", "2026-05-11 22:15", 0.25),  # the first day is the 12th there
        ("2026-03-29 03:30", "2026-03-29 00:00", 1.5),  # clocks went forward at 01:00 UTC
        ("2026-03-29 01:30", "2026-03-29 00:00", 0.5),
        ("2026-10-25 03:30", "2026-10-25 00:00", 2.5),  # clocks went back at 01:00 UTC
        ("2026-10-25 02:30+02:00", "2026-10-25 00:00", 0.5),
        ("2026-10-25 02:30+01:00", "2026-10-25 00:00", 1.5),
    ],
)
def test_a_time_of_day_is_of_the_scenario_s_zone(text: str, start: str, hours: float) -> None:
    assert offset_ms(text, ms(start), BERLIN) == hours * HOUR


@pytest.mark.parametrize(
    ("text", "words"),
    [("2026-03-29 02:30", "is not there in Europe/Berlin"), ("2026-10-25 02:30", "is there twice in Europe/Berlin"), ("noon", "is no time")],
)
def test_a_time_that_is_not_there_or_twice_is_refused(text: str, words: str) -> None:
    with pytest.raises(Refused, match=words):
        offset_ms(text, ms("2026-03-28 00:00"), BERLIN)


def test_without_a_zone_times_are_utc() -> None:
    assert offset_ms("07:30", ms("2026-05-12 07:00")) == HOUR / 2
    assert zone_of("UTC") is UTC
    for name in ("Mars/Olympus", "", "../etc/passwd"):
        with pytest.raises(Refused, match="no time zone"):
            zone_of(name)


def written(folder: Path, zone: str, *times: str) -> Path:
    head = Scenario("drill", Text({"en": "Drill"}), Text(), "grid", ms("2026-10-25 00:00"), 600, 1, (), zone=zone, rings=True)
    rows = tuple({**row_of(inject(str(n), 1)), "time": time} for n, time in enumerate(times, start=1))
    write_draft(folder, Draft(head, rows))
    return folder


def test_a_scenario_keeps_its_zone_and_names_the_row_that_is_there_twice(tmp_path: Path) -> None:
    found = read_scenario(written(tmp_path / "drill", "Europe/Berlin", "03:30", "02:30"), default_catalogue())
    assert [(one.number, one.offset_ms) for one in found.injects] == [("1", 2.5 * HOUR)]
    (issue,) = found.issues
    assert (issue.row, issue.column) == (3, "time")
    assert "there twice" in str(issue.sentence)
    again = read_draft(tmp_path / "drill")
    assert (again.head.zone, again.head.rings) == ("Europe/Berlin", True)
    assert [one.offset_ms for one in again.scenario().injects] == [2.5 * HOUR]


def test_an_unknown_zone_is_said_and_a_silent_scenario_stays_silent(tmp_path: Path) -> None:
    folder = written(tmp_path / "drill", "UTC", "03:30")
    head = folder / "scenario.toml"
    head.write_text('zone = "Mars/Olympus"\n' + head.read_text(encoding="utf-8").replace("[player]", "[player]\nrings = false"), encoding="utf-8")
    found = read_head(folder)
    assert [(issue.column, issue.value) for issue in found.issues] == [("zone", "Mars/Olympus")]
    assert (found.zone, found.rings) == ("UTC", False)
    assert "rings = false" in toml_of(found)
    assert "zone" not in toml_of(found)


def test_further_controllers_hear_of_the_zone() -> None:
    key = bytes(KEY_BYTES)
    book = StaffBook(key)
    assert book.zone == "UTC"
    book.read([StaffNote(Id("1" * 32), of_frame(key, 1, 2, "Asia/Shanghai"), None)])  # type: ignore[arg-type] # nobody asks for the stamp
    assert (book.frame, book.zone) == ((1, 2), "Asia/Shanghai")
