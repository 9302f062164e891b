"""Exercise time beside the wall's."""

from __future__ import annotations

from commandcenter.exercise.clock import Pace
from commandcenter.exercise.course import Course
from commandcenter.exercise.pacing import keep_pace
from commandcenter.model.clock import FakeClock
from commandcenter.model.commands import SetIncidentState
from commandcenter.model.words import IncidentState
from tests.unit.exercise.town import MINUTE, START_MS, inject, play, scenario


class Wall(FakeClock):
    """Sleeping moves it on."""

    async def sleep(self, seconds: float) -> None:
        self.advance(seconds)


def test_a_run_follows_its_pace_to_the_end() -> None:
    async def work(course: Course) -> None:
        wall, pace = Wall(), Pace()
        pace.run()
        pace.set_speed(10)
        await keep_pace(course, pace, wall, sleep=wall.sleep)
        assert course.clock.wall_ms() == course.scenario.end_ms
        assert 60 <= wall.now_s <= 61

    play(work, scenario(inject("1", 1, type_="medical.stroke"), minutes=10))


def test_faster_than_ten_times_it_stops_for_life_at_risk() -> None:
    async def work(course: Course) -> None:
        wall, pace, stops = Wall(), Pace(), []
        pace.run()
        pace.set_speed(60)

        def paused() -> None:
            stops.append(course.clock.wall_ms())
            pace.run()

        async def sleep(seconds: float) -> None:
            wall.advance(seconds)
            if stops and course.unlooked():
                (incident,) = course.desk.picture.incidents()
                await course.desk.submit(SetIncidentState(incident.id, IncidentState.TRIAGED))

        await keep_pace(course, pace, wall, paused, sleep)
        assert stops == [START_MS + 3 * MINUTE]
        assert course.clock.wall_ms() == course.scenario.end_ms

    play(work, scenario(inject("1", 3, type_="medical.stroke"), minutes=10))


def test_a_jump_stops_for_life_at_risk_too() -> None:
    async def work(course: Course) -> None:
        wall, pace = Wall(), Pace()
        stops: list[int] = []

        async def sleep(seconds: float) -> None:
            wall.advance(seconds)
            if stops and course.unlooked():
                (incident,) = course.desk.picture.incidents()
                await course.desk.submit(SetIncidentState(incident.id, IncidentState.TRIAGED))
                pace.jump(course.scenario.end_ms, course.clock.wall_ms())

        pace.jump(START_MS + 8 * MINUTE, START_MS)
        await keep_pace(course, pace, wall, lambda: stops.append(course.clock.wall_ms()), sleep)
        assert stops == [START_MS + 3 * MINUTE]
        assert course.clock.wall_ms() == course.scenario.end_ms

    play(work, scenario(inject("1", 3, type_="medical.stroke"), minutes=10))
