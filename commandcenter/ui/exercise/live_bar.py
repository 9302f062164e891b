"""A live alarm interrupts an exercise: a bar above everything else, and exercise time stands until the person goes on.

It says when each alarm came, and when it was over or in hand; it stays until somebody has read that.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from commandcenter.ui.exercise.port import ExercisePort
from commandcenter.ui.exercise.top_bar import TopBar
from commandcenter.ui.frame.parts import button, restyle
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr

MOST_SAID = 4
"""Alarms that are over and named, the last ones; the bar must leave room for the desk."""


@dataclass(frozen=True, slots=True)
class _Past:
    """An alarm that sounds no more."""

    text: str
    came_ms: int
    ended_ms: int
    known: bool
    """Whether the live desk said so; else it is gone itself."""


class LiveAlarmBar(TopBar):
    """Hidden until a live alarm sounds. Qt thread."""

    def __init__(self, port: ExercisePort | None, parent: QWidget, wall_ms: Callable[[], int]) -> None:
        """Interrupt this run; `None`: one that another computer runs, whose time goes on. `wall_ms` is live time, not the exercise's."""
        super().__init__("liveAlarm", "danger", parent)
        self._port, self._wall_ms = port, wall_ms
        self._came: dict[str, int] = {}
        """The alarms that sound, and when each was heard first."""
        self._over: tuple[_Past, ...] = ()
        """Those that have ended since somebody last said that they had read it."""
        self._ran = False
        """Whether exercise time ran before the alarm."""
        self.go_on = button("danger")
        self.go_on.clicked.connect(self.continue_exercise)
        self.addWidget(self.go_on)
        self.hide()

    @property
    def sounding(self) -> tuple[str, ...]:
        """Return the live alarms that sound, the longest known first."""
        return tuple(self._came)

    def hear(self, alarms: Sequence[str]) -> None:
        """Take in which live alarms sound now; a new one stops exercise time and brings this window's bar up."""
        new = [text for text in alarms if text not in self._came]
        self._end([text for text in self._came if text not in alarms], known=True)
        now_ms = self._wall_ms()
        self._came |= dict.fromkeys(new, now_ms)
        if new:
            self._interrupt()
        self._say()

    def lose(self) -> None:
        """The live desk is closed, or fell silent: what becomes of its alarms is not known here."""
        self._end(list(self._came), known=False)
        self._say()

    def _end(self, texts: Sequence[str], *, known: bool) -> None:
        now_ms = self._wall_ms()
        self._over += tuple(_Past(text, self._came.pop(text), now_ms, known) for text in texts)
        if texts:
            self.show()

    def _interrupt(self) -> None:
        if self._port is not None:
            self._ran |= self._port.pace.running
            self._port.pace.pause()
        self.show()
        window = self.window()
        window.raise_()
        window.activateWindow()

    def continue_exercise(self) -> None:
        """Somebody at the live desk sees to it, or it is over: go on as before; time that stood then stands."""
        self.hide()
        self._over = ()
        if self._port is not None and self._ran:
            self._port.pace.run()
        self._ran = False
        self._say()

    def _say(self) -> None:
        words = [self._sounding_words()] if self._came else []
        words += [_past_words(past) for past in self._over[-MOST_SAID:]]
        words += [f"(+{len(self._over) - MOST_SAID})"] if len(self._over) > MOST_SAID else []
        if not self._came and self._ran:
            words.append(tr("Exercise time stands until you go on."))
        self.say("\n".join(words))
        restyle(self.said, "role", "danger" if self._came else "warn")
        self.go_on.setText(tr("Somebody is on it: go on with the exercise") if self._came else tr("Read: go on with the exercise"))

    def _sounding_words(self) -> str:
        more = f" (+{len(self._came) - 1})" if len(self._came) > 1 else ""
        text, came_ms = next(iter(self._came.items()))
        what, since = f"{text}{more}", formats.clock(came_ms)
        if self._port is not None:
            return tr("● LIVE ALARM since {time}, no exercise: {what}. Exercise time stands. Go to the live desk.", time=since, what=what)
        return tr("● LIVE ALARM since {time}, no exercise: {what}. Go to the live desk; the exercise goes on without you.", time=since, what=what)


def _past_words(past: _Past) -> str:
    facts = {"what": past.text, "came": formats.clock(past.came_ms), "ended": formats.clock(past.ended_ms)}
    if past.known:
        return tr("✓ The live alarm of {came} is over, or somebody at the live desk has it in hand, since {ended}: {what}", **facts)
    return tr("The live desk cannot be heard since {ended}. Whether somebody sees to the alarm of {came} is not known here: {what}", **facts)
