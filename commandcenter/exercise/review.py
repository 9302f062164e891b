"""The after-action review as data: expected against actual, times, decisions, timeline, notes and corrective actions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from commandcenter.exercise.beside import Beside, beside
from commandcenter.exercise.controls import Deed
from commandcenter.exercise.course import Course
from commandcenter.exercise.hindsight import Comparison, hindsight, told
from commandcenter.exercise.injects import Play, Standing
from commandcenter.exercise.measures import Correctness, Speed, correctness, speed
from commandcenter.exercise.record import Record, record_of
from commandcenter.exercise.scenario import Inject, Objective
from commandcenter.exercise.sightings import Sightings
from commandcenter.model.progress import NO_PROGRESS, Progress
from commandcenter.model.sentences import say
from commandcenter.picture.history import picture_of
from commandcenter.picture.views import LogLine

MOST_LINES = 100_000
READING = say("reading the command log").template


@dataclass(frozen=True, slots=True)
class InjectResult:
    """Expected against actual of one inject."""

    inject: Inject
    play: Play

    @property
    def took_s(self) -> float | None:
        """Return the seconds from the inject to the expected action."""
        return None if self.play.done_ms is None or self.play.fired_ms is None else (self.play.done_ms - self.play.fired_ms) / 1000


@dataclass(frozen=True, slots=True)
class Score:
    """Weights earned; correctness only."""

    earned: float
    possible: float


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A moment somebody wants to come back to."""

    at_ms: int
    text: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Rating:
    """What an evaluator says of an objective: P performed without challenges, S some, M major, U unable (HSEEP)."""

    objective: str
    grade: str
    note: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class CorrectiveAction:
    """What will be done about it."""

    text: str
    owner: str
    due: str
    """ISO date."""
    capability: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """What stood in a note before somebody corrected it."""

    was: str
    now: str
    """Empty: it was withdrawn."""
    by: str
    at_ms: int
    """Exercise time."""


@dataclass(slots=True)
class Notebook:
    """What people add: bookmarks, ratings, hot-wash notes, corrective actions; and what they corrected of it."""

    bookmarks: list[Bookmark] = field(default_factory=list)
    ratings: list[Rating] = field(default_factory=list)
    hot_wash: list[str] = field(default_factory=list)
    actions: list[CorrectiveAction] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Review:
    """Everything an after-action report says."""

    name: str
    region: str
    start_ms: int
    end_ms: int
    seed: int
    digest: str
    """Of the log; equal runs have equal digests."""
    entries: int
    results: tuple[InjectResult, ...]
    fulfilled: int
    expected: int
    scores: dict[str, Score]
    """By objective; `""` for injects without one."""
    speed: Speed
    correctness: Correctness
    decisions: tuple[Comparison, ...]
    """Player against engine, with only what was known then."""
    objectives: tuple[Objective, ...]
    timeline: tuple[LogLine, ...]
    """Oldest first."""
    notebook: Notebook
    deeds: tuple[Deed, ...] = ()
    """What controllers changed while it was played."""
    beside: tuple[Beside, ...] = ()
    """Of a replayed log: the real crews, the player and the engine, call by call."""


def review(course: Course, notebook: Notebook | None = None, deeds: tuple[Deed, ...] = ()) -> Review:
    """Return the review of a run at rest, as it stands. In the thread of its log."""
    return review_of(record_of(course), notebook, deeds)


def review_of(record: Record, notebook: Notebook | None = None, deeds: tuple[Deed, ...] = (), progress: Progress = NO_PROGRESS) -> Review:
    """Return the review of a run as it was recorded. Any thread. Raises `Cancelled`."""
    picture = picture_of(record.operation, lambda: told(READING, record.rows, progress))
    homes = {unit.id: station.at for unit in picture.units() if unit.station and (station := picture.station(unit.station)) is not None}
    sightings, ground = Sightings(record.drives, record.unseen, homes), record.ground
    known = hindsight(picture, record.rows, sightings, ground.catalogue, ground.roads, record.end_ms, progress)
    results = tuple(InjectResult(inject, play) for inject, play in record.plays)
    scenario = record.scenario
    return Review(
        name=scenario.name.get(record.settings.language) or scenario.id,
        region=scenario.region,
        start_ms=scenario.start_ms,
        end_ms=record.end_ms,
        seed=record.settings.seed,
        digest=record.digest,
        entries=picture.count(),
        results=results,
        fulfilled=record.fulfilled,
        expected=record.expected,
        scores=_scores(results),
        speed=speed(picture),
        correctness=correctness(picture, lambda incident: known.catalogues.get(incident.id, record.catalogue), record.least),
        decisions=known.comparisons,
        objectives=scenario.objectives,
        timeline=tuple(reversed(picture.lines(MOST_LINES))),
        notebook=notebook or Notebook(),
        deeds=deeds,
        beside=beside(record.plays, scenario.real, picture, known.comparisons),
    )


def _scores(results: Sequence[InjectResult]) -> dict[str, Score]:
    scores: dict[str, Score] = {}
    for result in results:
        inject, standing = result.inject, result.play.standing
        if not inject.scored or standing in (Standing.PLANNED, Standing.SKIPPED, Standing.FAILED):
            continue
        so_far = scores.get(inject.objective, Score(0.0, 0.0))
        earned = inject.weight if standing is Standing.FULFILLED else 0.0
        scores[inject.objective] = Score(so_far.earned + earned, so_far.possible + inject.weight)
    return scores
