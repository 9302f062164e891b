"""What the exercise windows need of a run, and of the scenarios that are here; `app` hands in the real ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from commandcenter.exercise.acts import Act
from commandcenter.exercise.clock import Pace
from commandcenter.exercise.controls import Deed
from commandcenter.exercise.guide import Hint
from commandcenter.exercise.injects import Play
from commandcenter.exercise.notes import Corrected, Note
from commandcenter.exercise.review import Notebook, Rating, Review
from commandcenter.exercise.ringing import RingingCall
from commandcenter.exercise.scenario import Inject, Objective, Text
from commandcenter.model.commands import ReportIncident
from commandcenter.model.progress import Progress
from commandcenter.model.sentences import Sentence

if TYPE_CHECKING:
    from commandcenter.ui.prints.paper_file import Size


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One timeline as a window shows it."""

    number: int
    of: int | None
    from_ms: int | None
    """When it left the other one; `None`: the first run."""
    at_ms: int
    """How far it has come."""
    fulfilled: int
    expected: int
    entries: int
    current: bool


@dataclass(frozen=True, slots=True)
class Shared:
    """How other computers take part."""

    player_code: str
    staff_code: str
    guests: tuple[tuple[str, str], ...]
    """(name, role) of who was let in."""
    says: Sentence
    addresses: tuple[str, ...] = ()
    """HOST:PORT at which others reach this computer, where no hub is between them."""


class ExercisePort(Protocol):
    """One run, open in this program. Qt thread."""

    @property
    def pace(self) -> Pace:
        """How fast exercise time runs; `control` changes it."""

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
    def zone(self) -> str:
        """The time zone of times of day that controllers type, by its IANA name."""

    @property
    def objectives(self) -> Sequence[Objective]:
        """What is to be shown."""

    def injects(self) -> list[tuple[Inject, Play]]:
        """Return every inject with where it stands."""

    def fulfilment(self) -> tuple[int, int]:
        """Return how many expected actions were taken in time, of how many injects that fired."""

    def hint(self) -> Hint | None:
        """Return what a guided exercise says now."""

    @property
    def controls(self) -> bool:
        """Whether a controller sits here; an evaluator only looks and rates."""

    @property
    def leads(self) -> bool:
        """Whether this computer runs the exercise."""

    async def control(self, act: Act) -> None:
        """Do what a controller wants; at another computer than the leading one: ask it for that. Raises `Refused`."""

    def deeds(self) -> Sequence[Deed]:
        """Return what controllers did, or were refused, oldest first."""

    def ringing(self) -> Sequence[RingingCall]:
        """Return the calls that ring here and nobody has answered, the longest first."""

    async def answer(self, number: str) -> ReportIncident:
        """A player answers the call of an inject; return what the caller tells. Raises `Refused` where it rings no more."""

    def noted(self, what: Note | Rating | Corrected) -> None:
        """Something was added to the notebook, or corrected in it: keep it, and tell the other staff."""

    def timelines(self) -> list[TimelineRow]:
        """Return the first run and every branch."""

    async def go_back(self, moment_ms: int) -> None:
        """Begin a new timeline at a past moment and go on with it. Raises `Refused`."""

    async def switch(self, number: int) -> None:
        """Go on with another timeline. Raises `Refused`."""

    def sharing(self) -> Shared | None:
        """Return how other computers take part; `None` while they do not."""

    async def share(self, hub: str) -> None:
        """Let other computers take part, over a hub's address or, where it is empty, over this network. Raises `Refused` or `KnownError`."""

    async def review(self, progress: Progress) -> Review:
        """Return the after-action review of the run so far: expected against actual, player against engine.

        The run goes on meanwhile. `progress` hears of it in a worker thread. Raises `Cancelled`, and `Refused` where there is not the whole run.
        """

    async def write_reports(self, paths: Sequence[Path], size: Size, progress: Progress) -> None:
        """Write one after-action review into files (.md, .docx, .pdf) for a size of paper. Raises `KnownError`, and as `review` does."""


@dataclass(frozen=True, slots=True)
class ScenarioRow:
    """One scenario that can be played."""

    name: str
    title: Text
    summary: Text
    region: str
    minutes: int
    guided: bool
    fault: Sentence | None = None
    """Why it cannot be read, and so not be played."""


@dataclass(frozen=True, slots=True)
class RunRow:
    """One run that can be taken up."""

    operation: str
    title: Text
    at_ms: int
    """Exercise time it had reached."""
    branch: int


class ScenariosPort(Protocol):
    """The scenarios that are here."""

    def scenarios(self) -> list[ScenarioRow]:
        """Return what can be played, guided ones first."""

    def start(self, name: str) -> None:
        """Open an exercise in a program of its own; this desk goes on. Raises `KnownError`, or `Refused` where its region is not here."""

    def unfinished(self) -> list[RunRow]:
        """Return the runs that were closed, or cut off, before their end; the newest first."""

    def resume(self, operation: str) -> None:
        """Open such a run where it was, in a program of its own. Raises `KnownError`."""

    def join(self, code: str, name: str, role: str, where: str) -> None:
        """Take part in an exercise of another computer, in a program of its own. Raises `KnownError`, or `Refused`.

        `where`: the leading computer's address or a hub's URL; empty: this network is searched.
        """

    def replay(self, path: Path, days: float | None) -> None:
        """Play a real log of calls in this desk's region, in a program of its own. Raises `KnownError`."""
