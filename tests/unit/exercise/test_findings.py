"""What is wrong with a scenario that is played in a window is not dropped: it stands in the notes, and is said once."""

from __future__ import annotations

from pathlib import Path

from commandcenter.app.exercise_run import ExerciseRun
from commandcenter.app.exercises import MOST_SAID, found_said
from commandcenter.app.home import Home
from commandcenter.exercise.course import Course
from commandcenter.exercise.validate import Grounds, validate
from commandcenter.model.errors import Refused
from commandcenter.resources.catalogue import default_catalogue
from tests.unit.exercise.town import Streets, inject, play, scenario

BAD = scenario(inject("1", 1, place="Atlantis"), inject("2", 500))


def test_what_is_wrong_is_said_by_row_and_column() -> None:
    issues = validate(BAD, Grounds(default_catalogue(), None, Streets()))
    said = [str(one) for one in found_said((*issues, Refused("{callsign} is there already.", callsign="E1")))]
    assert said == [
        "injects.csv, row 2, place: The region has no place “Atlantis”.",
        "injects.csv, row 3, scenario time: Inject 2 is after the end of the exercise.",
        "E1 is there already.",
    ]


def test_of_many_faults_the_first_are_named_and_the_rest_counted() -> None:
    said = [str(one) for one in found_said([Refused("{n} is wrong.", n=n) for n in range(MOST_SAID + 7)])]
    assert said[-2:] == [f"{MOST_SAID - 1} is wrong.", "… and 7 more"]


def test_they_stand_in_the_notes_of_the_run(tmp_path: Path) -> None:
    async def work(course: Course) -> list[str]:
        findings = found_said(validate(BAD, Grounds(default_catalogue(), None, Streets())))
        return ExerciseRun(course, Home.open(tmp_path), kept=False, findings=findings).notebook.hot_wash

    assert play(work, BAD)[0].endswith("The region has no place “Atlantis”.")
