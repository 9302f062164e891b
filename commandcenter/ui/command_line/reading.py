"""What a line means. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from commandcenter.model.commands import Command
from commandcenter.model.ids import Id
from commandcenter.model.ports import Place
from commandcenter.model.sentences import Sentence


class Act(StrEnum):
    """What Enter does beside submitting commands."""

    NOTHING = "nothing"
    GO = "go"
    SHOW_INCIDENT = "show_incident"
    SHOW_UNIT = "show_unit"
    RECOMMEND = "recommend"
    DRAW = "draw"
    PRINT = "print"
    WINDOW = "window"
    UNDO = "undo"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Reading:
    """A line, understood as far as it goes. `says` tells what Enter will do, or what is missing."""

    says: Sentence
    commands: tuple[Command, ...] = ()
    act: Act = Act.NOTHING
    subject: Id | None = None
    """The incident or unit to show."""
    place: Place | None = None
    detail: str = ""
    """Shape to draw, paper to print, or window to open."""
    reason: str = ""
    wrong: bool = False
    """It cannot become right by typing on."""
    asks: str = ""
    """The gazetteer must answer this text first."""

    @property
    def ready(self) -> bool:
        """Return whether Enter does something."""
        return bool(self.commands) or self.act is not Act.NOTHING


def hint(sentence: Sentence) -> Reading:
    """Return a reading that waits for more words."""
    return Reading(sentence)


def wrong(sentence: Sentence) -> Reading:
    """Return a reading that cannot be carried out."""
    return Reading(sentence, wrong=True)
