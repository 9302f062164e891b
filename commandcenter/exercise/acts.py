"""What comes into a run from outside besides commands, as plain values for its journal."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.exercise.scenario import Inject
from commandcenter.log.signed import SignedEntry


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
    """A controller changes an inject, or adds one."""

    inject: Inject


@dataclass(frozen=True, slots=True)
class Came:
    """Entries came from other computers of the exercise."""

    entries: tuple[SignedEntry, ...]
    sender: str = "exercise"


ControlAct = Fire | Skip | Edit
