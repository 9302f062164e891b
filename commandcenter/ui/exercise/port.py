"""What the exercise windows need of a run, and of the scenarios that are here; `app` hands in the real ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from commandcenter.exercise.clock import Pace
from commandcenter.exercise.injects import Play
from commandcenter.exercise.review import Notebook
from commandcenter.exercise.scenario import Inject, Objective, Text


class ExercisePort(Protocol):
    """One run, open in this program. Qt thread."""

    @property
    def pace(self) -> Pace:
        """How fast exercise time runs."""

    @property
    def notebook(self) -> Notebook:
        """What evaluators write down."""

    @property
    def start_ms(self) -> int:
        """When it begins, exercise time."""

    @property
    def end_ms(self) -> int:
        """When it ends."""

    @property
    def objectives(self) -> Sequence[Objective]:
        """What is to be shown."""

    def injects(self) -> list[tuple[Inject, Play]]:
        """Return every inject with where it stands."""

    def fulfilment(self) -> tuple[int, int]:
        """Return how many expected actions were taken in time, of how many injects that fired."""

    def hint(self) -> Text | None:
        """Return what a guided exercise says now."""

    def fire(self, number: str) -> None:
        """Let an inject happen at once. Raises `Refused`."""

    def skip(self, number: str) -> None:
        """Leave an inject out. Raises `Refused`."""

    def to_next_inject(self) -> None:
        """Let time run to the next inject as fast as it can. Raises `Refused` when there is none."""

    async def write_report(self, path: Path) -> None:
        """Write the after-action report (.md, .docx, .pdf). Raises `KnownError`."""


@dataclass(frozen=True, slots=True)
class ScenarioRow:
    """One scenario that can be played."""

    name: str
    title: Text
    summary: Text
    region: str
    minutes: int
    guided: bool


class ScenariosPort(Protocol):
    """The scenarios that are here."""

    def scenarios(self) -> list[ScenarioRow]:
        """Return what can be played, guided ones first."""

    def start(self, name: str) -> None:
        """Open an exercise in a program of its own; this desk goes on. Raises `KnownError`."""
