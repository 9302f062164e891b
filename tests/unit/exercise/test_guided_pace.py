"""A newcomer gets through the guided shift within ten minutes: worked out from the scenario itself, on the real map, and a stated pace.

Nobody knows the desk: each step is read when the guide says it, waited for, looked for, and only then done.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from commandcenter.app.exercises import ground_of
from commandcenter.dispatch.jsonform import kept_json
from commandcenter.exercise.acts import Answer
from commandcenter.exercise.course import Course, Settings, run_key
from commandcenter.exercise.folder import read_scenario, shipped
from commandcenter.exercise.guide import Hint
from commandcenter.exercise.memory import in_memory
from commandcenter.geo.pack import RegionPack
from commandcenter.model.commands import AcceptRecommendation, MergeIncident, ReleaseUnit, SetIncidentState
from commandcenter.model.ids import Id
from commandcenter.model.words import IncidentState
from commandcenter.resources.catalogue import default_catalogue

MOST_MS = 10 * 60_000
SIGNS_PER_S = {"en": 150 * 6 / 60, "zh": 170 / 60}
"""Silent reading: on average 238 English words a minute (Brysbaert 2019), a word and its blank being 6 signs, and 260 Chinese
characters (Trauzettel-Klosinski 2012); a newcomer reads at two thirds of that."""
STROKES_PER_S = 25 * 5 / 60
"""25 words of five strokes a minute: the keystroke-level model's poor typist (Card, Moran and Newell 1980, 0.5 s a stroke)."""
STROKES = {"en": len("merge 4 into 3"), "zh": len("hebing4dao3") + 6}
"""Of what is typed; in Chinese by its sounds, with a stroke for each choice and blank."""
CLICK_S = 4.0
"""The same model's 1.35 s to think, 1.1 s to point and 0.2 s to press, and half as long again: the place is new."""
NOTICE_S = 5.0
"""Until something new on the screen is seen."""


class Newcomer:
    """Plays the guided shift in exercise time, at that pace."""

    def __init__(self, course: Course, language: str, slowness: float) -> None:
        self.course, self.language, self.slowness = course, language, slowness

    async def takes(self, seconds: float) -> None:
        """Time passes."""
        await self.course.advance_to(self.course.clock.wall_ms() + round(seconds * self.slowness * 1000))

    async def waits_for(self, number: str) -> None:
        """Wait until an inject has happened, and see it."""
        while (play := self.course.injects.play(number)) is None or play.fired_ms is None:
            await self.course.advance_to(self.course.clock.wall_ms() + 1000)
        await self.takes(NOTICE_S)

    async def reads(self, text: str) -> None:
        await self.takes(len(text) / SIGNS_PER_S[self.language])

    def incident(self, number: str) -> Id:
        found = self.course.injects.incident_of(number)
        assert found is not None
        return found

    async def sends(self, number: str, *, clicks: int) -> None:
        """Choose the incident, and press “Accept all”."""
        await self.takes(clicks * CLICK_S)
        self.course.crews.show_positions()
        advice = await self.course.desk.recommend(self.incident(number))
        units = tuple((unit.unit_id, unit.slot) for unit in advice.units)
        await self.course.desk.submit(AcceptRecommendation(self.incident(number), units, (), kept_json(advice)))

    async def merges(self) -> None:
        """Type the line."""
        await self.takes((STROKES[self.language] + 2) / STROKES_PER_S)
        await self.course.desk.submit(MergeIncident(self.incident("4"), self.incident("3")))

    async def closes(self, number: str) -> None:
        """Choose the incident and its page, press “Release” for each crew, then “Close”."""
        await self.waits_for("6")
        await self.takes(2 * CLICK_S)
        found = self.course.desk.picture.incident(self.incident(number))
        assert found is not None and found.units
        for unit in found.units:
            await self.takes(CLICK_S)
            await self.course.desk.submit(ReleaseUnit(unit))
        await self.takes(CLICK_S)
        await self.course.desk.submit(SetIncidentState(found.id, IncidentState.CLOSED))

    async def takes_call(self, number: str) -> None:
        """Press F2, read the form, press Ctrl+Enter."""
        await self.takes(CLICK_S)
        (call,) = self.course.injects.ringing()
        await self.course.control(Answer(number))
        answered_ms, told = self.course.clock.wall_ms(), self.course.injects.told(number)
        await self.reads(f"{told.address} {told.text} {told.caller_name} {told.caller_phone}")
        await self.takes(CLICK_S)
        await self.course.desk.submit(replace(told, rang_ms=call.rang_ms, answered_ms=answered_ms))

    async def does(self, hint: Hint) -> None:
        """Read a step, wait until it can be done, and do it."""
        step = next(one for one in self.course.scenario.guide if one.text == hint.text)
        await self.reads(step.text.get(self.language))
        mine = self.course.injects.play(step.about)
        taken_here = mine is not None and mine.call is not None
        await self.waits_for(step.about)
        match step.until[0].name:
            case "dispatched":
                await self.sends(step.about, clicks=1 if taken_here else 2)
            case "merged":
                await self.merges()
            case "closed":
                await self.closes(step.about)
            case "reported":
                await self.takes_call(step.about)
        await self.course.advance_to(self.course.clock.wall_ms() + 1)
        following = self.course.injects.hint()
        assert following is None or following.text != hint.text, f"the guide stays at {hint.text.get(self.language)}"


async def shift(pack: RegionPack, language: str, slowness: float) -> tuple[int, tuple[int, int]]:
    """Return how long the guide takes (ms, exercise time), and what was fulfilled in time of what was expected."""
    catalogue = default_catalogue()
    scenario = read_scenario(shipped() / "quiet-shift", catalogue)
    settings = Settings(scenario.seed, language=language, rings=True)
    course = Course(scenario, ground_of(pack, catalogue), settings, in_memory(run_key(scenario, settings)))
    await course.begin()
    newcomer = Newcomer(course, language, slowness)
    while (hint := course.injects.hint()) is not None:
        await newcomer.does(hint)
    done = course.clock.wall_ms() - scenario.start_ms, course.injects.fulfilment()
    await course.close()
    return done


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_newcomer_needs_no_more_than_ten_minutes(training_pack: RegionPack, language: str) -> None:
    took_ms, (fulfilled, expected) = asyncio.run(shift(training_pack, language, 1.0))
    assert took_ms <= MOST_MS
    assert fulfilled == expected == 5


def test_even_one_who_takes_twice_as_long_for_everything_does_not(training_pack: RegionPack) -> None:
    took_ms, _ = asyncio.run(shift(training_pack, "en", 2.0))
    assert took_ms <= MOST_MS
