"""Calls that ring and are not answered yet: who told of them, and the pill in the header that shows them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from commandcenter.ui.frame.parts import PILL_H, Translated, restyle, row
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.seat import Seat

LOST_MS = 180_000
"""Who rings longer than this has long hung up, and nobody said so."""
WARN_S = 10
"""NFPA 1225 (2022) 15.4: 90 % of calls are answered within 10 s."""


@dataclass(frozen=True, slots=True)
class Ring:
    """A call that rings; the number may be unknown."""

    rang_ms: int
    phone: str = ""


class Ringing(QObject):
    """The calls that ring at this desk, the longest first. Lives in memory only: a call enters the log when it is taken. Qt thread.

    Signals:
        changed(): one more rings, or one less.
        answered(Ring): the one that rang longest is being taken.
    """

    changed = Signal()
    answered = Signal(object)

    def __init__(self, seat: Seat) -> None:
        """Start in silence."""
        super().__init__(seat)
        self._seat = seat
        self.waiting: tuple[Ring, ...] = ()
        seat.ticked.connect(self._forget_lost)

    def ring(self, phone: str = "") -> None:
        """A call begins to ring; one from a number that rings already is the same call."""
        if not phone or all(one.phone != phone for one in self.waiting):
            self._put((*self.waiting, Ring(self._seat.now_ms(), phone)))

    def stop(self, phone: str = "") -> None:
        """The caller hung up before the answer; without a number it is the one that rings longest."""
        gone = next((one for one in self.waiting if not phone or one.phone == phone), None)
        self._put(tuple(one for one in self.waiting if one is not gone))

    def answer(self) -> Ring | None:
        """Take the call that rings longest; `None` where nothing rings."""
        first, *rest = self.waiting or (None,)
        self._put(tuple(one for one in rest if one is not None))
        if first is not None:
            self.answered.emit(first)
        return first

    def give_back(self, ring: Ring) -> None:
        """It was not this call that was answered: it still rings."""
        self._put(tuple(sorted((*self.waiting, ring), key=lambda one: one.rang_ms)))

    def taken_elsewhere(self, ring: Ring) -> None:
        """Somebody at another place has taken it."""
        self._put(tuple(one for one in self.waiting if one != ring))

    def _forget_lost(self, now_ms: int) -> None:
        self._put(tuple(one for one in self.waiting if now_ms - one.rang_ms <= LOST_MS))

    def _put(self, waiting: tuple[Ring, ...]) -> None:
        if waiting != self.waiting:
            self.waiting = waiting
            self.changed.emit()


class RingingPill(Translated):
    """Says in the header that it rings and for how long; pressed, the call is answered. Takes no room in silence.

    Signals:
        pressed(): answer.
    """

    pressed = Signal()

    def __init__(self, seat: Seat, ringing: Ringing, parent: QWidget | None = None) -> None:
        """Follow the calls."""
        super().__init__(parent)
        self._seat, self._ringing = seat, ringing
        self.setProperty("role", "clear")
        self.pill = QToolButton()
        self.pill.setFixedHeight(PILL_H)
        self.pill.clicked.connect(self.pressed)
        row(self).addWidget(self.pill)
        ringing.changed.connect(self.retranslate)
        seat.ticked.connect(self._tick)
        self.retranslate()

    def retranslate(self) -> None:
        """Say how many ring, the longest first."""
        waiting = self._ringing.waiting
        self.setVisible(bool(waiting))
        if waiting:
            age_s = (self._seat.now_ms() - waiting[0].rang_ms) / 1000
            since = formats.eta(age_s)
            self.pill.setText(tr("☎ rings {time}", time=since) if len(waiting) == 1 else tr("☎ {n} ring, {time}", n=len(waiting), time=since))
            self.pill.setToolTip("\n".join((tr("F2 answers"), *(f"{formats.clock(one.rang_ms)}  {one.phone}".rstrip() for one in waiting))))
            self.pill.setAccessibleName(self.pill.text())
            restyle(self.pill, "pill", "danger" if age_s >= WARN_S else "warn")

    def _tick(self, _now_ms: int) -> None:
        if self._ringing.waiting:
            self.retranslate()
