"""Injects with several effects, and warnings with an area: in play, on the sheet, and what is wrong with them by row and column."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from commandcenter.exercise.course import Course
from commandcenter.exercise.further import parse_further
from commandcenter.exercise.injects import Standing
from commandcenter.exercise.msel import read_msel, write_msel
from commandcenter.exercise.plain import from_text, to_text
from commandcenter.exercise.scenario import Further, Inject, InjectKind, Text
from commandcenter.exercise.validate import Grounds, validate
from commandcenter.exercise.warnings import read_warning
from commandcenter.model.drawings import Hazard, SketchKind
from commandcenter.model.errors import Refused
from commandcenter.model.words import LonLat
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.resources.csv_tables import Report
from tests.unit.exercise.town import MINUTE, START_MS, Streets, inject, play, scenario

BOTH = "closure place='5 Grid Street 1' minutes=30; patient count=4 alarm=2"
RING = "8.68,49.40 8.70,49.40 8.70,49.42"


def wrong(*injects: Inject) -> list[tuple[str, str]]:
    grounds = Grounds(default_catalogue(), None, Streets(), frozenset({"E1", "A1"}), frozenset({"Depot"}))
    return [(issue.column, str(issue.sentence)) for issue in validate(scenario(*injects), grounds)]


def test_one_inject_brings_a_call_a_closure_and_patients_of_that_call() -> None:
    async def work(course: Course) -> None:
        await course.advance_to(START_MS + 2 * MINUTE)
        picture, (((_, told),)) = course.desk.picture, course.injects.all()
        assert (told.standing, told.why_not) == (Standing.FIRED, None)
        (incident,) = picture.incidents()
        (closure,) = picture.closures()
        assert told.incident == incident.id
        assert incident.alarm_level == 2
        assert closure.until_ms == START_MS + 31 * MINUTE
        assert closure.name == "5 Grid Street 1"

    play(work, scenario(inject("1", 1, further=parse_further(BOTH))))


def test_a_further_effect_that_cannot_happen_says_why_and_the_rest_happens() -> None:
    async def work(course: Course) -> None:
        await course.advance_to(START_MS + 2 * MINUTE)
        ((_, told),) = course.injects.all()
        assert told.standing is Standing.FIRED
        assert str(told.why_not) == "A further effect could not happen: There is no unit E9."
        assert len(course.desk.picture.incidents()) == 1
        assert len(course.desk.picture.closures()) == 1

    play(work, scenario(inject("1", 1, further=parse_further("breakdown unit=E9; closure minutes=5"))))


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_further_effects_and_areas_go_out_and_come_back(tmp_path: Path, name: str) -> None:
    first = inject("1", 1, further=parse_further(BOTH))
    second = inject("2", 2, "warning", "", details={"severity": "severe", "area": RING})
    write_msel(tmp_path / name, [first, second])
    report = Report(name)
    found = read_msel(tmp_path / name, START_MS, report)
    assert report.issues == []
    assert [one.further for one in found] == [first.further, ()]
    assert found[1].details == second.details
    assert from_text(to_text(first)) == first


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("flying", "no such kind"),
        ("closure place='Old", "quotation mark"),
        ("closure minutes", "key=value"),
        ("closure =5", "key=value"),
        ("; ".join(["closure"] * 9), "at most"),
    ],
)
def test_a_further_effect_that_cannot_be_read_is_said(text: str, words: str) -> None:
    with pytest.raises(Refused, match=words):
        parse_further(text)


def test_what_is_wrong_with_a_further_effect_is_said_in_its_column() -> None:
    assert wrong(inject("1", 1, further=parse_further(BOTH))) == []
    found = wrong(
        inject("1", 1, further=parse_further("closure place=Nowhere minutes=x; breakdown unit=E9; shortage depot=Depot item=no quantity=1"))
    )
    assert {column for column, _ in found} == {"further"}
    said = "\n".join(sentence for _, sentence in found)
    assert all(part in said for part in ("no place “Nowhere”", "not a number", "There is no unit E9", "no such supply item"))


def test_a_unit_that_comes_as_a_further_effect_is_known_from_then_on() -> None:
    comes = inject("1", 5, further=parse_further("reinforcement kind=engine unit=E9"))
    assert wrong(comes, inject("2", 6, "breakdown", "", unit="E9")) == []
    ((column, sentence),) = wrong(comes, inject("2", 4, "breakdown", "", unit="E9"))
    assert (column, "before its unit exists" in sentence) == ("unit", True)


@pytest.mark.parametrize(("details", "corners", "radius"), [({"area": RING}, 4, None), ({"radius": "800"}, 1, 800.0)])
def test_a_warning_is_noted_in_words_and_drawn_until_it_expires(details: dict[str, str], corners: int, radius: float | None) -> None:
    said = {"severity": "severe", "certainty": "likely", "urgency": "immediate", "hazard": "flood", "minutes": "30", **details}

    async def work(course: Course) -> None:
        await course.advance_to(START_MS + 2 * MINUTE)
        (sketch,) = course.desk.picture.sketches()
        assert (sketch.kind, sketch.symbol, len(sketch.shape), sketch.radius_m) == (SketchKind.HAZARD, Hazard.FLOOD.value, corners, radius)
        assert sketch.until_ms == START_MS + 31 * MINUTE
        assert sketch.text == "Surge (severe, likely, act at once, for 30 min)"
        (note,) = (line for line in course.desk.picture.lines(20) if "text" in line.summary and line.type == "NoteAdded")
        assert note.summary["text"] == "Met service: inject 1 (severe, likely, act at once, for 30 min)"
        await course.advance_to(START_MS + 32 * MINUTE)
        assert not sketch.valid(course.clock.wall_ms())

    texts: dict[str, Any] = {"synopsis": Text({"en": "Surge", "zh": "风暴潮"}), "sender": "Met service"}
    play(work, scenario(inject("1", 1, "warning", "", details=said, **texts)))


def test_a_warning_speaks_the_language_of_the_desk() -> None:
    warned = read_warning({"severity": "extreme", "urgency": "expected", "minutes": "90"})
    assert warned.words("zh") == "（特别严重，须在一小时内行动，有效90分钟）"
    assert read_warning({}).words("en") == ""
    assert read_warning({"area": "1,2 3,2 3,4 1,2"}).area == (LonLat(1, 2), LonLat(3, 2), LonLat(3, 4), LonLat(1, 2))


@pytest.mark.parametrize(
    ("details", "words"),
    [
        ({"severity": "awful"}, "CAP has no severity “awful”; write one of extreme, severe"),
        ({"hazard": "dragons"}, "no hazard dragons"),
        ({"area": "1,2 3,4"}, "three corners"),
        ({"area": "1,2 3,4 x"}, "three corners"),
        ({"area": "1,2 3,4 500,4"}, "three corners"),
        ({"radius": "far"}, "not a number"),
        ({"minutes": "-1"}, "not a number"),
    ],
)
def test_what_is_wrong_with_a_warning_is_said_by_row(details: dict[str, str], words: str) -> None:
    ((column, sentence),) = wrong(inject("1", 1, "warning", "", details=details))
    assert column == "details"
    assert words in sentence


def test_a_circle_needs_its_middle() -> None:
    place_less = inject("1", 1, "warning", "", details={"radius": "500"}, place="")
    assert wrong(place_less) == [("place", "A circle needs a place in its middle.")]


def test_a_part_is_written_as_it_is_read() -> None:
    assert str(Further(InjectKind.CLOSURE, {"place": "Old Bridge"})) == "closure place='Old Bridge'"
    assert parse_further(BOTH) == parse_further("; ".join(map(str, parse_further(BOTH))))
