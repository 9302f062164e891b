"""Player against engine with only what was known then: last seen positions, the catalogue in force, every decision."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from commandcenter.dispatch.recommendation import Recommendation
from commandcenter.exercise.course import Course
from commandcenter.exercise.decisions import Occasion
from commandcenter.exercise.driving import Drive, Unseen
from commandcenter.exercise.hindsight import Comparison
from commandcenter.exercise.report import markdown
from commandcenter.exercise.review import review
from commandcenter.exercise.sightings import Sightings
from commandcenter.model.commands import AssignUnit, ChangeCatalogue, ChangeIncident, ReleaseUnit, RestoreCatalogue, SetIncidentState
from commandcenter.model.ids import Id, derived_id
from commandcenter.model.ports import Route
from commandcenter.model.words import IncidentState
from commandcenter.resources.changed import shipped_texts
from tests.unit.dispatch.conftest import at
from tests.unit.exercise.town import MINUTE, START_MS, inject, play, scenario

A1, A2, E1, E2 = (derived_id("unit", name) for name in ("A1", "A2", "E1", "E2"))
PLANS = "plans.toml"


def incident(course: Course, number: str) -> Id:
    found = course.injects.incident_of(number)
    assert found is not None
    return found


async def seen_until(course: Course, minute: float, step_s: float = 10) -> None:
    """Let time run as a window does: the desk sees everybody now and then."""
    end_ms = START_MS + round(minute * MINUTE)
    while course.clock.wall_ms() < end_ms:
        await course.advance_to(min(end_ms, course.clock.wall_ms() + round(step_s * 1000)))
        course.crews.show_positions()


def as_advised(advice: Recommendation) -> tuple[list[str], float | None]:
    return sorted(unit.callsign for unit in advice.units), min((unit.eta_s for unit in advice.units), default=None)


def as_compared(one: Comparison) -> tuple[list[str], float | None]:
    return list(one.advised), one.advised_first_eta_s


def test_positions_that_did_not_arrive_are_not_known_in_hindsight() -> None:
    rows = (inject("1", 1, x=9), inject("2", 5, "gps_loss", "", place="", unit="A1", details={"minutes": "60"}), inject("3", 15, x=4, y=0))

    async def work(course: Course) -> None:
        await seen_until(course, 1.5)
        await course.desk.submit(AssignUnit(incident(course, "1"), A1))
        await seen_until(course, 5 - 1 / 60_000)
        lost_at = course.desk.tracks.latest()[A1]
        await seen_until(course, 6)
        await course.desk.submit(ReleaseUnit(A1))
        await seen_until(course, 17)
        known = course.desk.tracks.latest()[A1]
        assert known == lost_at  # on its way out; in truth it is at home again
        crew = course.crews.crew(A1)
        assert crew is not None and crew.drive is None and crew.at == at(2, 0)
        shown = await course.desk.recommend(incident(course, "3"))
        await course.desk.submit(AssignUnit(incident(course, "3"), A2))
        (decision,) = [one for one in review(course).decisions if one.incident == incident(course, "3")]
        assert as_compared(decision) == as_advised(shown)
        assert known.wall_ms < START_MS + 5 * MINUTE
        assert decision.position_age_s == (START_MS + 17 * MINUTE - known.wall_ms) / 1000
        assert "(position 12.0 min old)" in markdown(review(course))
        assert "（位置已过 12.0 分）" in markdown(review(course), "zh")

    play(work, scenario(*rows))


def drive(unit: Id, start_s: int, x0: int, x1: int) -> Drive:
    eta_s = abs(x1 - x0) * 60.0
    return Drive(unit, at(x1, 0), Route((at(x0, 0), at(x1, 0)), (0.0, eta_s), eta_s, eta_s, 0.0, ()), start_s * 1000)


def test_sightings_end_where_positions_are_lost_and_at_home() -> None:
    drives = [drive(A1, 100, 2, 6), drive(A1, 1000, 6, 2)]
    losses = [Unseen(A1, 160_000, 900_000), Unseen(A1, 400_000, 500_000), Unseen(A1, 1_180_000, 2_000_000)]
    found = Sightings(drives, losses, {A1: at(2, 0)})

    def seen(second: int) -> tuple[float, float] | None:
        position = found.positions_at(second * 1000).get(A1)
        return None if position is None else (round((position.at.lon - at(0, 0).lon) / (at(1, 0).lon - at(0, 0).lon), 3), position.wall_ms / 1000)

    assert seen(99) is None
    assert seen(130) == (2.5, 130)
    assert seen(300) == (3.0, 159.999)
    assert seen(450) == (3.0, 159.999)  # a later loss that ends sooner stands over the first one
    assert seen(600) == (6.0, 600)
    assert seen(1_120) == (4.0, 1_120)
    assert seen(1_900) == (3.0, 1_179.999)
    assert seen(9_000) == (3.0, 1_179.999)  # it came home while nobody saw it
    assert Sightings(drives, (), {A1: at(2, 0)}).positions_at(9_000_000)[A1].wall_ms == 1_240_000  # told once, when it came home


def two_ambulances() -> dict[str, str]:
    """A catalogue whose plan for a fall wants two ambulances."""
    text = shipped_texts()[PLANS]
    head, plan = text.split('id = "medical_bls"', 1)
    changed = plan.replace("transport = 1", "transport = 2", 1)
    assert changed != plan
    return {PLANS: f'{head}id = "medical_bls"{changed}'}


def test_the_catalogue_in_force_at_the_instant_counts() -> None:
    async def work(course: Course) -> None:
        await course.advance_to(START_MS + 2 * MINUTE)
        await course.desk.submit(ChangeCatalogue(two_ambulances(), None))
        shown = await course.desk.recommend(incident(course, "1"))
        assert [unit.callsign for unit in shown.units] == ["A1", "A2"]
        for unit in (A1, A2):
            await course.desk.submit(AssignUnit(incident(course, "1"), unit))
        await course.advance_to(START_MS + 5 * MINUTE)
        await course.desk.submit(RestoreCatalogue(None))
        found = review(course)
        assert [as_compared(one) for one in found.decisions] == [as_advised(shown)]
        assert (found.correctness.plan_met, found.correctness.plan_over) == (1, 0)

    play(work, scenario(inject("1", 1, x=3)))


Act = Callable[[Course], Coroutine[Any, Any, None]]


async def second_alarm(course: Course) -> None:
    await course.desk.submit(AssignUnit(incident(course, "1"), A1))
    await course.advance_to(START_MS + 2 * MINUTE + 5_000)
    await course.desk.submit(ChangeIncident(incident(course, "1"), {"alarm_level": 2}))
    await course.desk.submit(AssignUnit(incident(course, "1"), A2))


async def one_by_one(course: Course) -> None:
    for unit in (A1, E1):
        await course.desk.submit(AssignUnit(incident(course, "1"), unit))
        await course.advance_to(course.clock.wall_ms() + 15_000)
    await course.advance_to(course.clock.wall_ms() + 1)
    await course.desk.submit(AssignUnit(incident(course, "1"), E2))


async def diversion(course: Course) -> None:
    await course.desk.submit(AssignUnit(incident(course, "1"), A1))
    await course.desk.submit(AssignUnit(incident(course, "2"), A1, divert=True))


async def relief(course: Course) -> None:
    await course.desk.submit(AssignUnit(incident(course, "1"), A2))
    await seen_until(course, 3)
    (advised,) = await course.desk.advice.reliefs()
    assert (advised.callsign, advised.relieved) == ("A1", "A2")
    await course.desk.submit(AssignUnit(incident(course, "1"), A1))
    await course.desk.submit(ReleaseUnit(A2))


@pytest.mark.parametrize(
    ("act", "expected"),
    [
        (second_alarm, [(Occasion.FIRST, ("A1",)), (Occasion.ALARM, ("A2",))]),
        (one_by_one, [(Occasion.FIRST, ("A1", "E1")), (Occasion.MORE, ("E2",))]),
        (diversion, [(Occasion.FIRST, ("A1",)), (Occasion.DIVERSION, ("A1",))]),
        (relief, [(Occasion.FIRST, ("A2",)), (Occasion.RELIEF, ("A1",))]),
    ],
)
def test_later_decisions_are_compared_too(act: Act, expected: list[tuple[Occasion, tuple[str, ...]]]) -> None:
    async def work(course: Course) -> None:
        await seen_until(course, 2)
        await act(course)
        found = review(course)
        assert [(one.occasion, one.sent) for one in found.decisions if one.sent] == expected
        if act is relief:
            assert found.decisions[-1].same
            assert found.correctness.plan_over == 0  # whoever was relieved was not one too many

    play(work, scenario(inject("1", 1, x=3), inject("2", 1.5, x=2, y=1, type_="medical.stroke"), minutes=60))


def test_where_nobody_was_sent_the_engine_is_asked_at_the_report() -> None:
    async def work(course: Course) -> None:
        await course.advance_to(START_MS + 2 * MINUTE)
        await course.desk.submit(SetIncidentState(incident(course, "2"), IncidentState.CANCELLED))
        await course.advance_to(START_MS + 4 * MINUTE)
        (one,) = review(course).decisions
        assert (one.incident, one.occasion, one.at_ms) == (incident(course, "1"), Occasion.NOBODY, START_MS + MINUTE)
        assert (one.sent, one.advised, one.same) == ((), ("A1",), False)
        assert "| nobody sent | nobody |" in markdown(review(course))

    play(work, scenario(inject("1", 1, x=3), inject("2", 1, x=4), inject("3", 3.5, x=5)))
