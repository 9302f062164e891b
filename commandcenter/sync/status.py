"""How this desk stands to its hub, in words that are true."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass
from enum import StrEnum

from commandcenter.model.sentences import Sentence, say

SURE_MS, SURE_SHARE = 5_000, 0.02
"""How long it takes is said after so long and so large a share."""


class State(StrEnum):
    """What sync is doing."""

    OFFLINE = "offline"
    CATCHING_UP = "catching_up"
    IN_STEP = "in_step"
    APART = "apart"
    """Connected, and yet one side does not take what the other has."""


@dataclass(frozen=True, slots=True)
class Status:
    """A moment of it; made anew at every change."""

    state: State
    since_ms: int
    """When this state began, ms since the epoch."""
    unsent: int
    """Entries of this desk that the hub is not known to have."""
    done: int = 0
    total: int = 0
    """While catching up: so many of so many entries are here."""
    why: Sentence | None = None
    """What went wrong, for the tooltip."""
    slow: int | None = None
    """Bytes per second, where the line is slow; else `None`."""
    faults: tuple[Sentence, ...] = ()
    """What a fault of this program holds up beside the entries."""

    def sentence(self, now_ms: int | None = None) -> Sentence:
        """Return what the header's pill says. `now_ms`: wall time; what began on another day is said with its date."""
        if self.state == State.OFFLINE:
            return say("Offline since {since}, {count} unsent", since=clock(self.since_ms, now_ms), count=f"{self.unsent:,}")
        if self.state == State.CATCHING_UP:
            return self._catching_up(now_ms)
        if self.state == State.APART:
            return say("Not in step with the hub")
        return say("Sending {count}", count=f"{self.unsent:,}") if self.unsent else say("In step")

    def _catching_up(self, now_ms: int | None) -> Sentence:
        done, total = f"{self.done:,}", f"{self.total:,}"
        taken_ms = 0 if now_ms is None else now_ms - self.since_ms
        if taken_ms < SURE_MS or self.done <= SURE_SHARE * self.total:
            return say("Catching up {done} of {total}", done=done, total=total)
        left_min = math.ceil(taken_ms * (self.total - self.done) / self.done / 60_000)
        return say("Catching up {done} of {total}, about {n} min left", done=done, total=total, n=left_min)

    @property
    def level(self) -> str:
        """Return the pill's colour: ok, plain, warn or danger."""
        return {State.OFFLINE: "warn", State.CATCHING_UP: "plain", State.APART: "danger", State.IN_STEP: "plain" if self.unsent else "ok"}[self.state]


def clock(ms: int, now_ms: int | None = None) -> str:
    """Return a moment as hours and minutes of this computer's time, with the date where it is not that of `now_ms`."""
    moment = time.localtime(ms / 1_000)
    today = moment if now_ms is None else time.localtime(now_ms / 1_000)
    return time.strftime("%H:%M" if moment[:3] == today[:3] else "%Y-%m-%d %H:%M", moment)
