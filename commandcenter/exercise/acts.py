"""What controllers do, and what comes into a run from outside besides commands: plain values for its journal and for other computers."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.exercise.scenario import Inject
from commandcenter.log.signed import SignedEntry
from commandcenter.model.ids import Id


@dataclass(frozen=True, slots=True)
class Fire:
    """A controller lets an inject happen at once."""

    number: str


@dataclass(frozen=True, slots=True)
class Skip:
    """A controller leaves an inject out."""

    number: str


@dataclass(frozen=True, slots=True)
class Edit:
    """A controller changes an inject that has not happened, or adds one."""

    inject: Inject


@dataclass(frozen=True, slots=True)
class TakeBack:
    """A controller takes the last change of an inject back: an edit, a new one, or one left out."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A player answers the call that an inject lets ring. No controller's act, but it comes into a run in the same way."""

    number: str


ControlAct = Fire | Skip | Edit | TakeBack | Answer
"""What changes the run; it stands in the journal."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a controller at another computer asked for; the same asking counts once."""

    ask: Id
    act: ControlAct


@dataclass(frozen=True, slots=True)
class LetTimeRun:
    """Exercise time runs."""


@dataclass(frozen=True, slots=True)
class StopTime:
    """Exercise time stands."""


@dataclass(frozen=True, slots=True)
class SetSpeed:
    """Exercise time runs so many times as fast as the wall."""

    times: float


@dataclass(frozen=True, slots=True)
class ToNextInject:
    """Exercise time jumps to the next inject."""


@dataclass(frozen=True, slots=True)
class ToMoment:
    """Exercise time jumps to a moment that is to come (ms since the epoch)."""

    at_ms: int


TimeAct = LetTimeRun | StopTime | SetSpeed | ToNextInject | ToMoment
"""What only decides how exercise time follows the wall."""
Act = ControlAct | TimeAct


@dataclass(frozen=True, slots=True)
class Came:
    """Entries came from other computers of the exercise."""

    entries: tuple[SignedEntry, ...]
    sender: str = "exercise"
