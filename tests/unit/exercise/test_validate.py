"""Bad scenarios get messages that name the row and the column."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from commandcenter.exercise import msel as msel_module
from commandcenter.exercise import validate as validate_module
from commandcenter.exercise.column_words import COLUMN_SAID
from commandcenter.exercise.folder import find_scenario, read_scenario
from commandcenter.exercise.scenario import Inject, Objective, Text
from commandcenter.exercise.validate import MOST_INJECTS, Grounds, validate
from commandcenter.model.errors import KnownError
from commandcenter.resources.catalogue import default_catalogue
from tests.unit.exercise.town import Streets, inject, scenario

GROUNDS = Grounds(default_catalogue(), frozenset({"grid"}), Streets(), frozenset({"E1", "A1"}), frozenset({"Depot"}))


def issues(*injects: Inject) -> list[tuple[int, str, str]]:
    return [(i.row, i.column, str(i.sentence)) for i in validate(scenario(*injects, minutes=60), GROUNDS)]


def test_a_good_scenario_has_no_issues() -> None:
    rows = (
        inject("1", 1, match="dispatched", deadline=2),
        inject("2", 0, "radio", "", place="", trigger="missing 1", details={"incident": "1"}, unit="E1"),
        inject("3", 5, "reinforcement", "", unit="X1", details={"kind": "engine"}),
        inject("4", 6, "breakdown", "", place="", unit="X1", details={"minutes": "12.5"}),
        inject("5", 7, "shortage", "", place="", details={"depot": "Depot", "item": "sandbag", "quantity": "5"}),
    )
    assert issues(*rows) == []


@pytest.mark.parametrize(
    ("bad", "column", "words"),
    [
        (inject("12", -1), "time", "Inject 12 is before the start of the exercise."),
        (inject("12", 61), "time", "Inject 12 is after the end of the exercise."),
        (inject("12", 1, type_="fire.dragon"), "type", "There is no incident type fire.dragon."),
        (inject("12", 1, place="Atlantis"), "place", "The region has no place “Atlantis”."),
        (inject("12", 1, place=""), "place", "This is empty."),
        (inject("12", 1, "breakdown", "", place="", unit="E9"), "unit", "There is no unit E9."),
        (inject("12", 1, "breakdown", "", place=""), "unit", "This is empty."),
        (inject("12", 1, "patient", "", place="", details={"incident": "1"}), "details", "Say how many: count=4."),
        (inject("12", 1, "shortage", "", place="", details={"depot": "X", "item": "sandbag", "quantity": "1"}), "details", "There is no such depot."),
        (inject("12", 1, trigger="after 99"), "trigger", "There is no inject 99."),
        (inject("12", 1, trigger="after 1"), "trigger", "Inject 1 has no match rule, so nothing can be missing or done."),
        (inject("12", 1, trigger="missing 2"), "trigger", "Inject 2 has no deadline, so nothing is ever missing."),
        (inject("12", 1, trigger="after 12"), "trigger", "Inject 12 waits for itself: 12 → 12."),
        (inject("12", 1, match="merged into=77"), "match", "There is no inject 77."),
        (
            inject("12", 1, "radio", "", place="", match="dispatched"),
            "match",
            "The match rule “dispatched” is about an incident; say whose with about=.",
        ),
        (inject("12", 3, "radio", "", place="", details={"incident": "14"}), "details", "Inject 12 fires before the incident of inject 14 exists."),
        (inject("12", 3, "radio", "", place="", unit="X1"), "unit", "Inject 12 fires before its unit exists: X1 comes with inject 13."),
        (inject("12", 3, details={"minutes": "soon"}), "details", "This is not a number."),
    ],
)
def test_each_fault_is_named_by_row_and_column(bad: Inject, column: str, words: str) -> None:
    around = (
        inject("1", 1),
        inject("2", 1, match="dispatched"),
        inject("13", 5, "reinforcement", "", unit="X1", details={"kind": "engine"}),
        inject("14", 9),
    )
    assert issues(*around, bad) == [(13, column, words)]


def test_circles_are_named_whole() -> None:
    rows = (
        inject("1", 1, trigger="fired 3"),
        inject("2", 1, trigger="fired 1"),
        inject("3", 1, trigger="fired 2"),
        inject("4", 1, trigger="fired 3"),
    )
    found = issues(*rows)
    assert [(row, column) for row, column, _ in found] == [(2, "trigger"), (3, "trigger"), (4, "trigger"), (5, "trigger")]
    assert found[0][2] == "Inject 1 waits for itself: 1 → 3 → 2 → 1."


def test_a_missing_region_says_which_are_here() -> None:
    found = validate(scenario(inject("1", 1)), Grounds(default_catalogue(), frozenset({"elsewhere"})))
    assert [(i.file, i.column, str(i.sentence)) for i in found] == [
        ("scenario.toml", "region", "There is no region grid here; the regions are: elsewhere.")
    ]


def test_too_many_injects_are_named_where_they_begin() -> None:
    rows = [inject(str(n), n / 1000) for n in range(1, 10_001)]
    assert issues(*rows) == [(MOST_INJECTS + 2, "number", f"There are more than {MOST_INJECTS} injects; from here on they are too many.")]


def test_an_unknown_objective() -> None:
    whole = scenario(inject("1", 1, objective="O9"), objectives=(Objective("O1", "x", Text()),))
    assert [(i.row, i.column) for i in validate(whole, GROUNDS)] == [(2, "objective")]


def test_a_scenario_s_head_that_cannot_be_read(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "injects.csv").write_text("number,scenario time,kind\n1,M+1,information\n", encoding="utf-8")
    with pytest.raises(KnownError, match="shift"):
        find_scenario("nothing", tmp_path)
    for head, words in (("start = ", "not valid"), ('id = "x"', "lacks a start")):
        (folder / "scenario.toml").write_text(head, encoding="utf-8")
        with pytest.raises(KnownError, match=words):
            read_scenario(find_scenario("mine", tmp_path), default_catalogue())
    (folder / "scenario.toml").write_text('start = 2026-01-01T00:00:00Z\nminutes = "long"\n[[guide]]\nuntil = "dance"\n', encoding="utf-8")
    found = read_scenario(folder, default_catalogue())
    assert [i.column for i in found.issues] == ["minutes", "guide[1]"]
    assert len(found.injects) == 1


def test_a_circle_of_thousands_is_said_in_one_line_each() -> None:
    count = 3_000
    ring = [inject(str(n), 0, kind="information", type_="", place="", trigger=f"fired {n % count + 1}") for n in range(1, count + 1)]
    found = [issue for issue in validate(scenario(*ring), Grounds(default_catalogue())) if issue.column == "trigger"]
    assert len(found) == count
    assert str(found[0].sentence).endswith("1 → 2 → 3 → 4 → 5 → 6 → 7 → 8 → 9 → 10 → ….")


def test_without_any_region_the_message_says_what_to_do() -> None:
    found = validate(scenario(inject("1", 1)), Grounds(default_catalogue(), frozenset()))
    assert [str(issue.sentence) for issue in found] == ["There is no region grid here, and no other: import one first."]


def test_every_column_that_can_be_wrong_has_a_name_for_people() -> None:
    source = "".join(Path(str(module.__file__)).read_text(encoding="utf-8") for module in (msel_module, validate_module))
    named = set(re.findall(r"(?:\.issue\(|check\.add\(\s*inject, )\"(\w+)\"", source))
    assert {"time", "trigger", "match", "details"} <= named <= set(COLUMN_SAID)
