"""What a caller answered is seen and corrected on the incident, printed, and kept from roles that may not see medical data."""

from __future__ import annotations

import pytest

from commandcenter.model.commands import ChangeIncident, GrantRole, ReportIncident
from commandcenter.model.entries import EntryType, Kind, Section
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.rights import Role
from commandcenter.ui.incident.panel import DETAIL
from commandcenter.ui.log.words import line_words
from commandcenter.ui.main_window import MainWindow
from commandcenter.ui.prints.sheet import Sheet, Table
from commandcenter.ui.report.questions import QuestionsCard

from .world import ACTOR, ELSEWHERE, HOME, World

GIVEN = {"breathing": "yes", "awake": "yes"}


def opened(world: World) -> tuple[MainWindow, Id]:
    """Open an incident with answers and show its detail."""
    kinds, questions = world.desk.catalogue.types, world.desk.catalogue.questions
    code = next(code for code, kind in kinds.items() if kind.priority > 1 and {one.code for one in questions.of(code)} >= GIVEN.keys())
    done = world.run(world.desk.submit(ReportIncident(code, HOME, "Mill Lane 12", answers=GIVEN)))
    incident = next(i for i in done.created if world.desk.picture.incident(i) is not None)
    window = world.open_window()
    window.choose(incident)
    window.incident.show_tab(DETAIL)
    world.wait_for(window.incident.detail.answers.isVisible)
    return window, incident


def answers(world: World, incident: Id) -> dict[str, str]:
    found = world.desk.picture.incident(incident)
    assert found is not None
    return dict(found.answers)


def chosen(card: QuestionsCard) -> dict[str, str]:
    return {question: answer for (question, answer), button in card.buttons.items() if button.isChecked()}


def printed(window: MainWindow) -> Sheet:
    return window.printer.prepare("report").make()


def rows(sheet: Sheet) -> list[list[str]]:
    (table,) = [part for part in sheet.blocks if isinstance(part, Table) and part.title == "Answers given on the telephone"]
    return [list(row) for row in table.rows]


def test_answers_are_shown_changed_logged_and_undone(world: World) -> None:
    window, incident = opened(world)
    card = window.incident.detail.answers.questions
    assert card.buttons["breathing", "yes"].isChecked()
    card.buttons["breathing", "no"].click()
    world.wait_for(lambda: answers(world, incident) == {**GIVEN, "breathing": "no"})
    assert card.buttons["breathing", "no"].isChecked()
    assert "does not breathe normally" in card.advice.text()
    (line,) = world.desk.picture.lines(1)
    assert line.type == EntryType.INCIDENT_CHANGED
    assert line_words(line, world.desk.catalogue).endswith("changed: answers to questions corrected")
    entry = world.desk.picture.entry(line.entry)
    assert entry is not None
    assert {write.section for write in entry.writes} == {Section.MED}
    window.undo_last()
    world.wait_for(lambda: answers(world, incident) == GIVEN)
    world.wait_for(lambda: chosen(card) == GIVEN)


def test_answers_stand_in_the_report_and_both_looks_are_noted(world: World) -> None:
    window, incident = opened(world)
    looked: list[tuple[str, str]] = []
    window.seat.looked.connect(lambda kind, ident: looked.append((kind, ident)))
    window.incident.detail.show_incident(world.desk.picture.incident(incident))  # type: ignore[arg-type] # it is there
    assert (Kind.INCIDENT, incident) in looked
    looked.clear()
    assert ["Is the person breathing normally?", "Yes"] in rows(printed(window))
    assert looked == [(Kind.INCIDENT, incident)]


def test_a_role_that_may_not_see_medical_data_sees_no_answer(world: World) -> None:
    window, incident = opened(world)
    world.run(world.desk.submit(GrantRole(ELSEWHERE, "Watcher", Role.OBSERVER)))
    window.seat.actor = ELSEWHERE
    looked: list[str] = []
    window.seat.looked.connect(lambda _kind, ident: looked.append(ident))
    detail = window.incident.detail
    detail.show_incident(world.desk.picture.incident(incident))  # type: ignore[arg-type] # it is there
    assert detail.answers.withheld.isVisible()
    assert detail.answers.questions.buttons == {}
    assert rows(printed(window)) == []
    assert incident not in looked
    window.seat.actor = ACTOR
    detail.show_incident(world.desk.picture.incident(incident))  # type: ignore[arg-type] # it is there
    assert detail.answers.questions.buttons["awake", "yes"].isChecked()


def test_answers_that_the_catalogue_does_not_know_are_refused(world: World) -> None:
    _, incident = opened(world)
    for wrong in ({"breathing": "perhaps"}, {"nonsense": "yes"}, "yes"):
        with pytest.raises(Refused):
            world.run(world.desk.submit(ChangeIncident(incident, {"answers": wrong})))
    assert answers(world, incident) == GIVEN
