"""Whatever stands in a scenario's details, a run goes on: what cannot happen says why."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commandcenter.exercise.course import Course
from commandcenter.exercise.injects import Standing
from commandcenter.exercise.scenario import REPORTS, Inject, InjectKind
from commandcenter.exercise.validate import Grounds, validate
from commandcenter.resources.catalogue import default_catalogue
from tests.unit.exercise.town import MINUTE, START_MS, TOWN, Streets, inject, play, scenario

GROUNDS = Grounds(default_catalogue(), frozenset({"grid"}), Streets(), frozenset(unit[0] for unit in TOWN), frozenset({"Depot"}))
FIRST = inject("1", 1, match="dispatched", deadline=2)


def said(bad: Inject) -> list[str]:
    return [str(issue.sentence) for issue in validate(scenario(FIRST, bad), GROUNDS) if issue.row == bad.row]


@pytest.mark.parametrize(
    ("kind", "details", "words"),
    [
        ("call", {"priority": "1.5"}, "This is not a whole number."),
        ("call", {"priority": "6"}, "This is not between 1 and 5."),
        ("call", {"priority": "²"}, "This is not a number."),
        ("closure", {"radius": "9" * 400}, "This is not a number."),
        ("closure", {"radius": "100001"}, "This is not between 0 and 100,000."),
        ("delay", {"minutes": "20161"}, "This is not between 0 and 20,160."),
        ("patient", {"incident": "1", "count": "2", "alarm": "1.5"}, "This is not a whole number."),
        ("patient", {"incident": "1", "count": "0"}, "This is not between 1 and 10,000."),
        ("shortage", {"depot": "Depot", "item": "sandbag", "quantity": "9" * 5000}, "This is not a number."),
    ],
)
def test_a_number_that_is_none_is_said_and_does_not_happen(kind: str, details: dict[str, str], words: str) -> None:
    bad = inject("2", 2, kind, details=details, unit="E1" if kind == "delay" else "")
    assert said(bad) == [words]

    async def work(course: Course) -> None:
        await course.advance_to(START_MS + 5 * MINUTE)
        found = course.injects.play("2")
        assert found is not None
        assert found.standing is Standing.FAILED
        assert str(found.why_not) == words

    play(work, scenario(FIRST, bad))


@pytest.mark.parametrize("kind", [InjectKind.PATIENT, InjectKind.SHORTAGE, InjectKind.REINFORCEMENT, InjectKind.OTHER_DESK, InjectKind.BREAKDOWN])
def test_a_row_that_nobody_checked_fails_and_says_why(kind: InjectKind) -> None:
    async def work(course: Course) -> None:
        await course.advance_to(START_MS + 5 * MINUTE)
        for number in "23":
            found = course.injects.play(number)
            assert found is not None
            assert found.standing is Standing.FAILED
            assert found.why_not is not None

    play(work, scenario(FIRST, inject("2", 2, kind.value, "", place=""), inject("3", 2, kind.value, "", place="", details={"incident": "1"})))


def test_injects_that_are_about_each_other_are_about_nothing() -> None:
    async def work(course: Course) -> None:
        await course.advance_to(START_MS + 5 * MINUTE)
        assert course.injects.incident_of("1") is None

    one, other = (inject(number, 2, "radio", "", place="", details={"incident": about}) for number, about in ("12", "21"))
    play(work, scenario(one, other))


VALUES = st.sampled_from(
    ("", "1", "0", "1.5", "-1", "9" * 400, "²", "١", "nan", "inf", "E1", "Depot", "sandbag", "engine", "note", "report", "assign")
)
NAMES = ("minutes", "radius", "priority", "alarm", "count", "quantity", "incident", "depot", "item", "kind", "do", "phone")


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_any_details_of_any_kind_are_said_or_played(data: st.DataObject) -> None:
    rows = [
        inject(
            str(number),
            number,
            kind.value,
            data.draw(st.sampled_from(("medical.fall", "", "fire.dragon"))),
            place=data.draw(st.sampled_from(("5 Grid Street 0", "", "Atlantis", "0,90", "200,1"))),
            unit=data.draw(st.sampled_from(("", "E1", "E9"))),
            details=data.draw(st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=5)),
        )
        for number, kind in enumerate(InjectKind, start=2)
    ]
    named = {issue.row for issue in validate(scenario(FIRST, *rows), GROUNDS)}

    async def work(course: Course) -> None:
        await course.advance_to(START_MS + 30 * MINUTE)
        for row in rows:
            found = course.injects.play(row.number)
            assert found is not None
            assert found.standing is not Standing.PLANNED
            assert (found.standing is Standing.FAILED) == (found.why_not is not None)
            assert found.why_not is None or row.row in named or row.kind not in REPORTS

    play(work, scenario(FIRST, *rows))
