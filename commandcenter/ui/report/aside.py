"""What stands above the report form: parked calls, and an incident that the call may be about."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QToolButton, QWidget

from commandcenter.dispatch.duplicates import Duplicate
from commandcenter.ui.frame.parts import PILL_H, Flow, Translated, button, column, label, restyle, row
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import spoken, tr
from commandcenter.ui.ports import DeskPort
from commandcenter.ui.report.drafts import Draft, Drafts
from commandcenter.ui.seat import Seat
from commandcenter.ui.type_names import type_name

PARKED_LIMIT_S = 60
"""A parked call is red from then on: NFPA 1225 (2021) 15.4.4 gives 60 s from answering to dispatching."""


CALL_WARN_S, CALL_LIMIT_S = 45, 60
"""The call clock turns amber, then red, by the same rule."""


def parked_words(draft: Draft) -> str:
    """Return what a parked call is about, as far as it was taken."""
    return " · ".join(part for part in (draft.type_text, draft.place_text or draft.text or draft.caller) if part)


class ParkedCalls(Translated):
    """One button for each parked call; hidden where there is none.

    Signals:
        taken_up(int): this one goes back to the form.
    """

    taken_up = Signal(int)

    def __init__(self) -> None:
        """Start without calls."""
        super().__init__()
        self._drafts: Sequence[Draft] = ()
        self.buttons: list[QWidget] = []
        self.setProperty("role", "clear")
        self._flow = Flow(self, gap=4)
        self.hide()

    def show_drafts(self, drafts: Sequence[Draft]) -> None:
        """Show these."""
        self._drafts = tuple(drafts)
        self.retranslate()

    def retranslate(self) -> None:
        """Make the buttons anew."""
        for made in self.buttons:
            made.hide()
            made.deleteLater()
        while self._flow.takeAt(0) is not None:
            pass
        self.buttons = [self._button(place, draft) for place, draft in enumerate(self._drafts)]
        for made in self.buttons:
            self._flow.addWidget(made)
        self.setVisible(bool(self._drafts))

    def _button(self, place: int, draft: Draft) -> QWidget:
        made = button()
        said = parked_words(draft)
        made.setText(f"⏸ {formats.clock(draft.began_ms, seconds=False)}  {said[:40]}")
        made.setAccessibleName(tr("Parked call: {what}", what=said))
        made.setToolTip(tr("Take this parked call up again"))
        made.clicked.connect(lambda: self.taken_up.emit(place))
        return made


class ParkedPill(Translated):
    """Says in the header how many calls are parked and how long the oldest waits; pressed, the form opens with them. Takes no room without any.

    Signals:
        pressed(): show them.
    """

    pressed = Signal()

    def __init__(self, seat: Seat, drafts: Drafts, parent: QWidget | None = None) -> None:
        """Follow the parked calls."""
        super().__init__(parent)
        self._seat, self._parked = seat, drafts
        self.setProperty("role", "clear")
        self.pill = QToolButton()
        self.pill.setFixedHeight(PILL_H)
        self.pill.clicked.connect(self.pressed)
        row(self).addWidget(self.pill)
        drafts.changed.connect(self.retranslate)
        seat.ticked.connect(self._tick)
        self.retranslate()

    def retranslate(self) -> None:
        """Say how many, and since when the oldest was answered."""
        parked = self._parked.parked
        self.setVisible(bool(parked))
        if parked:
            age_s = (self._seat.now_ms() - min(draft.began_ms for draft in parked)) / 1000
            self.pill.setText(tr("⏸ {n} parked, {time}", n=len(parked), time=formats.age(age_s)))
            self.pill.setToolTip(tr("Calls half taken; the oldest was answered that long ago. They stand above the form (F2)"))
            self.pill.setAccessibleName(self.pill.text())
            restyle(self.pill, "pill", "danger" if age_s >= PARKED_LIMIT_S else "warn")

    def _tick(self, _now_ms: int) -> None:
        if self._parked.parked:
            self.retranslate()


class CallClock(QLabel):
    """How long ago the call on the form was answered; it runs until the call becomes an incident."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.setProperty("role", "strong")

    def show_since(self, began_ms: int, now_ms: int) -> None:
        """Show the time since the answer, nothing where there was none (0)."""
        age_s = (now_ms - began_ms) / 1000
        self.setText(formats.eta(age_s) if began_ms else "")
        self.setToolTip(tr("Since the call was answered"))
        restyle(self, "role", "danger" if age_s >= CALL_LIMIT_S else "warn" if age_s >= CALL_WARN_S else "strong")


class RingCard(QFrame):
    """Says how long the call on the form rang before it was answered; hidden where nobody knows.

    Signals:
        refused(): it was another call that was answered.
    """

    refused = Signal()

    def __init__(self) -> None:
        """Start without a call."""
        super().__init__()
        self.setProperty("role", "card")
        self.text, self.other = label("muted", wrap=True), button("plain")
        self.other.clicked.connect(self.refused)
        layout = row(self)
        layout.setContentsMargins(8, 2, 4, 2)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.other)
        self.hide()

    def show_ring(self, rang_ms: int | None, answered_ms: int) -> None:
        """Show a call's ring, or none."""
        self.setVisible(rang_ms is not None)
        if rang_ms is not None:
            waited = formats.age((answered_ms - rang_ms) / 1000)
            self.text.setText(tr("Rang {rang}, answered after {waited}", rang=formats.clock(rang_ms), waited=waited))
            self.other.setText(tr("Not this call"))
            self.other.setToolTip(tr("The call that rings is another one; it goes on ringing"))


class DuplicateCard(QFrame):
    """Warns that another incident may be the same; a person decides.

    Signals:
        same(str): it is the same as this incident.
        shown(str): show this incident on the map.
    """

    same = Signal(str)
    shown = Signal(str)

    def __init__(self, desk: DeskPort) -> None:
        """Start without a warning."""
        super().__init__()
        self._desk = desk
        self.found: Duplicate | None = None
        self.setProperty("role", "card")
        self.head, self.why = label("warn", wrap=True), label("muted", wrap=True)
        self.same_button, self.show_button = button(), button("plain")
        self.same_button.clicked.connect(lambda: self.same.emit(self.found.older.id) if self.found else None)
        self.show_button.clicked.connect(lambda: self.shown.emit(self.found.older.id) if self.found else None)
        layout = column(self, margin=8, gap=4)
        layout.addWidget(self.head)
        layout.addWidget(self.why)
        actions = QWidget()
        actions.setProperty("role", "clear")
        flow = Flow(actions)
        flow.addWidget(self.same_button)
        flow.addWidget(self.show_button)
        layout.addWidget(actions)
        self.hide()

    def show_duplicate(self, found: Duplicate | None) -> None:
        """Show a warning, or none."""
        self.found = found
        self.setVisible(found is not None)
        if found is not None:
            older = found.older
            name = older.name or type_name(self._desk.catalogue, older.type)
            self.head.setText("⚠ " + tr("Perhaps the same as {number} {name}, {place}", number=older.number, name=name, place=older.address))
            self.why.setText(spoken(found.why))
            self.same_button.setText(tr("It is the same: add the call to {number}", number=older.number))
            self.show_button.setText(tr("Show on the map"))
