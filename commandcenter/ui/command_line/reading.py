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
    STREET = "street"
    PRINT = "print"
    WINDOW = "window"
    DO = "do"
    HIDE = "hide"
    LAYER = "layer"
    REACH = "reach"
    AROUND = "around"
    COPY = "copy"
    RING = "ring"
    RESUME = "resume"
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
    """Shape to draw, street to close, paper to print, window to open, act to do, panel to hide, layer of the map, kind of vehicle, or
    number of a call that rings."""
    reason: str = ""
    """Of a closure; of a layer: on, off, or empty for the other way round; of a call that rings: ring or end."""
    typed: str = ""
    """The street to close as it was typed; `detail` has the name that was found."""
    wrong: bool = False
    """It cannot become right by typing on."""
    asks: str = ""
    """The gazetteer must answer this text first."""
    private: bool = False
    """It names a caller: it is not kept among the lines typed before."""
    warns: Sentence | None = None
    """What speaks against it; Enter does it all the same."""
    instead: Reading | None = None
    """What Alt+Enter does in its place."""

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
