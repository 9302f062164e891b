"""A run as it stood at one moment, as plain values: it can be looked back at in any thread while the run goes on."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.exercise.course import Course, Ground, Settings
from commandcenter.exercise.cover import Least
from commandcenter.exercise.driving import Drive, Unseen
from commandcenter.exercise.injects import Play
from commandcenter.exercise.scenario import Inject, Scenario
from commandcenter.model.entries import Entry
from commandcenter.model.ids import Id
from commandcenter.resources.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Record:
    """Nothing that happens afterwards changes it."""

    operation: Id
    scenario: Scenario
    ground: Ground
    settings: Settings
    catalogue: Catalogue
    """In force at that moment."""
    end_ms: int
    """That moment, exercise time."""
    rows: tuple[tuple[int, Entry], ...]
    """The log: positions and entries."""
    digest: str
    """Of the log."""
    plays: tuple[tuple[Inject, Play], ...]
    fulfilled: int
    expected: int
    drives: tuple[Drive, ...]
    unseen: tuple[Unseen, ...]
    least: Least | None
    """Coverage of stations so far."""


def record_of(course: Course) -> Record:
    """Return a run as it stands. In the thread of its log, and while nothing is decided: hold the desk's turn, unless the run is at rest."""
    fulfilled, expected = course.injects.fulfilment()
    return Record(
        operation=course.operation,
        scenario=course.scenario,
        ground=course.ground,
        settings=course.settings,
        catalogue=course.desk.catalogue,
        end_ms=course.clock.wall_ms(),
        rows=tuple(course.log.entries()),
        digest=course.digest(),
        plays=tuple(course.injects.all()),
        fulfilled=fulfilled,
        expected=expected,
        drives=tuple(course.crews.drives),
        unseen=tuple(course.crews.unseen),
        least=course.cover.least,
    )
