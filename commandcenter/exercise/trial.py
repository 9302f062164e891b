"""Whether a scenario can be survived: a run at full speed with a virtual player who trusts the engine, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from commandcenter.exercise.course import Course, Ground, Settings, run_key
from commandcenter.exercise.injects import Standing
from commandcenter.exercise.measures import Correctness, Speed, correctness, speed
from commandcenter.exercise.memory import in_memory
from commandcenter.exercise.scenario import REPORTS, Inject, Scenario
from commandcenter.model.progress import Progress

HANDS = frozenset({"dispatched", "triaged", "on_scene", "closed"})
"""Match rules that the virtual player can fulfil on an incident's own report: what the plan asks for it sends. Whatever
is asked for later (a crew wants more, a second alarm), merging, speaking and closing roads it leaves to people."""
SUPPLIES = frozenset({"reserved"})
STEPS = 200
"""How often progress is told, and a cancel is heard."""
FAILED = (Standing.MISSED, Standing.LATE, Standing.WAITING)


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of a test-run."""

    lost: tuple[str, ...]
    """Numbers of injects that the virtual player should have mastered in time and did not."""
    failed: tuple[str, ...]
    """Injects that could not happen."""
    never_sent: int
    """Incidents that nobody was sent to."""
    for_people: tuple[str, ...]
    """Injects whose expected action only a person takes; they say nothing about survival."""
    speed: Speed
    correctness: Correctness
    entries: int

    @property
    def survivable(self) -> bool:
        """Return whether somebody who follows the engine's advice masters everything that advice can master."""
        return not self.lost and not self.failed and not self.never_sent


async def try_out(scenario: Scenario, ground: Ground, language: str, progress: Progress) -> Trial:
    """Run a scenario to its end in memory; nothing is kept. Raises `Cancelled`."""
    whole = replace(scenario, digest=scenario.digest or "draft")
    settings = Settings(whole.seed, virtual_player=True, language=language)
    course = Course(whole, ground, settings, in_memory(run_key(whole, settings)))
    try:
        await course.begin()
        length_ms = whole.end_ms - whole.start_ms
        for step in range(1, STEPS + 1):
            progress.report("test-run", step - 1, STEPS)
            await course.advance_to(whole.start_ms + length_ms * step // STEPS)
        progress.report("test-run", STEPS, STEPS)
        return _judged(course)
    finally:
        await course.close()


def _judged(course: Course) -> Trial:
    plays = course.injects.all()
    scored = [(inject, play) for inject, play in plays if inject.scored]
    picture = course.desk.picture
    right = correctness(picture, lambda _incident: course.desk.catalogue, course.cover.least)
    return Trial(
        lost=tuple(i.number for i, play in scored if _by_hand(i) and play.standing in FAILED),
        failed=tuple(i.number for i, play in plays if play.standing is Standing.FAILED),
        never_sent=right.never_dispatched,
        for_people=tuple(i.number for i, play in scored if not _by_hand(i) and play.standing in FAILED),
        speed=speed(picture),
        correctness=right,
        entries=picture.count(),
    )


def _by_hand(inject: Inject) -> bool:
    return all(rule.name in SUPPLIES or (rule.name in HANDS and inject.kind in REPORTS) for rule in inject.match)
