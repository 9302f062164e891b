"""Figures of a run: calls from their ringing, called-off incidents, messages, short gaps in coverage, reliefs."""

from __future__ import annotations

import pytest

from commandcenter.exercise.course import Course, run_key
from commandcenter.exercise.injects import Standing
from commandcenter.exercise.measures import moments_of, speed
from commandcenter.exercise.memory import in_memory
from commandcenter.exercise.report import blocks, markdown
from commandcenter.exercise.review import Bookmark, Notebook, Rating, Review, review
from commandcenter.exercise.rewind import branch
from commandcenter.exercise.scenario import Objective, Text
from commandcenter.model.commands import AssignUnit, ReadMessages, ReleaseUnit, ReportIncident, SetIncidentState, SetUnitStatus
from commandcenter.model.ids import Id, derived_id
from commandcenter.model.words import IncidentState, UnitStatus
from commandcenter.ui.i18n.language import speaker
from tests.unit.dispatch.conftest import at
from tests.unit.exercise.town import MINUTE, START_MS, inject, play, scenario

A1, A2, P1 = (derived_id("unit", name) for name in ("A1", "A2", "P1"))
SECOND = 1000


def incident(course: Course, number: str) -> Id:
    found = course.injects.incident_of(number)
    assert found is not None
    return found


async def call(course: Course, rang_s: int | None, answered_s: int, typed_s: int, x: int = 3) -> Id:
    """Type a call that rang and was answered, seconds after the start."""
    await course.advance_to(START_MS + typed_s * SECOND)
    rang_ms = None if rang_s is None else START_MS + rang_s * SECOND
    command = ReportIncident("medical.fall", at(x, 0), "here", answered_ms=START_MS + answered_s * SECOND, rang_ms=rang_ms)
    return (await course.desk.submit(command)).created[0]


def test_a_call_that_rang_counts_from_its_ringing() -> None:
    async def work(course: Course) -> None:
        quick = await call(course, 10, 15, 50)
        await course.desk.submit(AssignUnit(quick, A1))
        slow = await call(course, 60, 75, 100)
        await course.advance_to(START_MS + 140 * SECOND)
        await course.desk.submit(AssignUnit(slow, A2))
        await call(course, None, 150, 160)
        picture = course.desk.picture
        views = {one.id: moments_of(picture, one) for one in picture.incidents()}
        assert (views[quick].answer_s, views[quick].waited_s(views[quick].sent_ms)) == (5, 40)
        assert (views[slow].answer_s, views[slow].waited_s(views[slow].sent_ms)) == (15, 80)
        found = speed(picture)
        assert found.answered_share == 1 / 2  # of the third nobody knows when it rang
        assert found.processed_share == pytest.approx(1 / 3)  # 35 s and 65 s after the answer; the third waits
        assert found.first_dispatch_median_s == 60
        right = review(course).correctness
        assert (right.unacknowledged, right.late_acknowledged) == (0, 1)

    play(work, scenario())


def test_what_came_by_itself_counts_from_the_report_to_the_first_touch() -> None:
    async def work(course: Course) -> None:
        await course.advance_to(START_MS + MINUTE + 8 * SECOND)
        await course.desk.submit(SetIncidentState(incident(course, "1"), IncidentState.TRIAGED))
        await course.advance_to(START_MS + MINUTE + 12 * SECOND)
        await course.desk.submit(AssignUnit(incident(course, "2"), A1))
        found = review(course)
        assert found.speed.answered_share == pytest.approx(1 / 3)
        assert found.speed.processed_share == pytest.approx(1 / 3)
        assert (found.correctness.late_acknowledged, found.correctness.unacknowledged) == (1, 1)

    play(work, scenario(*(inject(n, 1, x=int(n)) for n in "123")))


def test_only_who_served_without_arriving_makes_a_log_incomplete() -> None:
    async def work(course: Course) -> None:
        await course.advance_to(START_MS + 2 * MINUTE)
        for number, unit in (("1", A1), ("2", A2), ("3", P1)):
            await course.desk.submit(AssignUnit(incident(course, number), unit))
        await course.desk.submit(ReleaseUnit(A1))
        await course.desk.submit(SetIncidentState(incident(course, "1"), IncidentState.CLOSED))
        assert review(course).correctness.complete_share == 1  # called off
        await course.desk.submit(ReleaseUnit(A2))
        await course.desk.submit(SetIncidentState(incident(course, "2"), IncidentState.CANCELLED))
        await course.desk.submit(SetUnitStatus(P1, UnitStatus.ENROUTE))
        await course.desk.submit(SetUnitStatus(P1, UnitStatus.RETURNING))
        await course.desk.submit(SetIncidentState(incident(course, "3"), IncidentState.CLOSED))
        await course.desk.submit(SetIncidentState(incident(course, "4"), IncidentState.CLOSED))
        assert review(course).correctness.complete_share == 3 / 4  # of the third nobody wrote the arrival

    play(work, scenario(*(inject(n, 1, x=int(n)) for n in "1234")))


def test_a_gap_in_coverage_of_some_seconds_is_seen() -> None:
    async def work(course: Course) -> None:
        await course.advance_to(START_MS + 70 * SECOND)
        assert course.cover.least is not None and course.cover.least.share == 1
        await course.desk.submit(AssignUnit(incident(course, "1"), A1))
        await course.advance_to(START_MS + 80 * SECOND)
        await course.desk.submit(AssignUnit(incident(course, "1"), A2))
        await course.advance_to(START_MS + 85 * SECOND)
        for unit in (A1, A2):
            await course.desk.submit(ReleaseUnit(unit))
        await course.advance_to(START_MS + 5 * MINUTE)
        right = review(course).correctness
        assert (right.coverage_least, right.coverage_least_ms) == (3 / 5, START_MS + 80 * SECOND)
        assert course.cover.share == 1
        assert "| Least coverage of stations | 60 % (" in markdown(review(course))
        twin = await branch(course, START_MS + 75 * SECOND, in_memory(run_key(course.scenario, course.settings)), 1)
        assert twin.cover.least is not None and (twin.cover.least.share, twin.cover.share) == (4 / 5, 4 / 5)
        await twin.advance_to(START_MS + 5 * MINUTE)
        assert twin.cover.least.share == 4 / 5
        await twin.close()

    play(work, scenario(inject("1", 1, x=3)))


def test_messages_to_the_desk_count_when_nobody_opens_them_or_late() -> None:
    async def work(course: Course) -> None:
        await course.advance_to(START_MS + MINUTE + 30 * SECOND)
        first, second, _ = course.desk.picture.words.messages()
        await course.desk.submit(ReadMessages((first.id,)))
        await course.advance_to(START_MS + 3 * MINUTE)
        await course.desk.submit(ReadMessages((second.id,)))
        right = review(course).correctness
        assert (right.messages_unread, right.messages_late) == (1, 1)

    play(work, scenario(*(inject(n, 1, "radio", "", place="") for n in "123")))


def test_the_report_names_raters_and_says_why_an_inject_could_not_happen() -> None:
    notes = Notebook([Bookmark(START_MS, "first call", "Ada")], [Rating("O1", "P", "well done", "Eva"), Rating("O1", "S", "", "Bo")])

    async def work(course: Course) -> Review:
        await course.advance_to(START_MS + 2 * MINUTE)
        assert course.injects.play("1") is not None and course.injects.all()[0][1].standing is Standing.FAILED
        return review(course, notes)

    found = play(work, scenario(inject("1", 1, "breakdown", "", place="", unit="E99"), objectives=(Objective("O1", "x", Text({"en": "in time"})),)))
    text, chinese = markdown(found), markdown(found, "zh", speaker("zh"))
    assert "P well done (Eva); S (Bo)" in text and "first call (Ada)" in text
    assert "failed: There is no unit E99." in text
    assert "P well done（Eva）" in chinese
    assert "未能执行：" in chinese and "There is no unit" not in chinese
    assert blocks(found) == blocks(found, "en", speaker("en"))
