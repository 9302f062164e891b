"""What the message strip says. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from commandcenter.model.sentences import Sentence


class Level(StrEnum):
    """How a notice looks and how long it stays."""

    DONE = "done"
    HINT = "hint"
    REFUSED = "refused"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Notice:
    """One sentence to the operator; `undoable` offers undo beside it."""

    level: Level
    text: Sentence
    undoable: bool = False
    file: Path | None = None
    """What was written; it is offered to be opened."""
