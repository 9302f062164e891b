"""Callers who must be rung back: the list above the report form, and the pill in the header that says how many wait and how long."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QToolButton, QWidget

from commandcenter.model.commands import NoteCallback
from commandcenter.model.entries import Changes, Kind
from commandcenter.model.sentences import say
from commandcenter.model.words import CallbackState
from commandcenter.picture.views import CallView
from commandcenter.resources.data_classes import CALLER
from commandcenter.resources.watch import AlarmKind
from commandcenter.ui.frame.parts import PILL_H, Flow, Translated, button, column, label, restyle, row
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.seat import Seat
from commandcenter.ui.seeing import may_see

SHOWN = 1
"""Callers at once, so that the form keeps its room; the next follow as these are reached, and each is an alarm."""

SAID = {
    CallbackState.REACHED: say("The caller was reached"),
    CallbackState.TRIED: say("Noted: the caller was not reached; the clock begins anew"),
    CallbackState.GIVEN_UP: say("The call-back was given up"),
}


class CallbacksCard(Translated):
    """One card a caller, the longest waiting first; hidden where nobody waits. Every desk sees the same.

    Signals:
        reached(object): this caller is on the line now; the call.
    """

    reached = Signal(object)

    def __init__(self, seat: Seat) -> None:
        """Follow the picture."""
        super().__init__()
        self._seat = seat
        self._calls: tuple[CallView, ...] = ()
        self.buttons: list[QWidget] = []
        """Reached, not reached and given up, in the order of the cards."""
        self.setProperty("role", "clear")
        self._cards = column(self, gap=4)
        seat.changed.connect(self._on_changes)
        self.retranslate()

    def retranslate(self) -> None:
        """Make the cards anew."""
        self._calls = self._seat.desk.picture.callbacks()
        while self._cards.count():
            item = self._cards.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons = []
        for call in self._calls[:SHOWN]:
            self._cards.addWidget(self._card(call))
        if len(self._calls) > SHOWN:
            self._cards.addWidget(label("muted", tr("and {n} more", n=len(self._calls) - SHOWN)))
        self.setVisible(bool(self._calls))

    def showEvent(self, event: QShowEvent) -> None:
        """Whose number was filled in behind another page is seen now."""
        super().showEvent(event)
        for call in self._calls[:SHOWN]:
            self._note_look(call)

    def _card(self, call: CallView) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        layout = column(card, margin=6, gap=2)
        layout.addWidget(label("warn", tr("Ring back: {who}", who=self._who(call)), wrap=True))
        back, incident = call.callback, self._seat.desk.picture.incident(call.incident) if call.incident else None
        parts = [incident.number if incident is not None else "", call.address]
        if back is not None:
            since = formats.clock(back.ms, seconds=False)
            parts.append(tr("tried {n}×, last at {time}", n=back.tries, time=since) if back.tries else tr("since {time}", time=since))
        layout.addWidget(label("muted", " · ".join(part for part in parts if part), wrap=True))
        actions = QWidget()
        actions.setProperty("role", "clear")
        flow = Flow(actions)
        for state, words in (
            (CallbackState.REACHED, tr("Caller reached")),
            (CallbackState.TRIED, tr("Not reached")),
            (CallbackState.GIVEN_UP, tr("Give up")),
        ):
            flow.addWidget(self._button(call, state, words))
        layout.addWidget(actions)
        self._note_look(call)
        return card

    def _button(self, call: CallView, state: CallbackState, words: str) -> QWidget:
        made = button("plain" if state is CallbackState.GIVEN_UP else "")
        made.setText(words)
        made.setAccessibleName(f"{words}: {self._who(call)}")
        made.needs(self._seat, NoteCallback)
        made.clicked.connect(partial(self._note, call, state))
        self.buttons.append(made)
        return made

    def _who(self, call: CallView) -> str:
        seen = may_see(self._seat, CALLER)
        parts = (call.caller_phone, call.caller_name) if seen else ()
        return " · ".join(part for part in parts if part) or tr("number withheld")

    def _note(self, call: CallView, state: CallbackState, _checked: bool = False) -> None:
        self._seat.run(self._submit(call, state))

    async def _submit(self, call: CallView, state: CallbackState) -> None:
        reason = tr("given up at the desk") if state is CallbackState.GIVEN_UP else ""
        await self._seat.submit(NoteCallback(call.id, state, reason), said=SAID[state])
        if state is CallbackState.REACHED:
            self.reached.emit(call)

    def _note_look(self, call: CallView) -> None:
        if call.caller_phone and self.isVisible() and may_see(self._seat, CALLER):
            self._seat.looked.emit(Kind.CALL, call.id)

    def _on_changes(self, changes: Changes) -> None:
        if changes.of(Kind.CALL) and self._seat.desk.picture.callbacks() != self._calls:
            self.retranslate()


class CallbacksPill(Translated):
    """Says in the header how many callers must be rung back and how long the first waits. Takes no room without any.

    Signals:
        pressed(): show them.
    """

    pressed = Signal()

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        """Follow the picture."""
        super().__init__(parent)
        self._seat = seat
        self._calls: tuple[CallView, ...] = ()
        self.setProperty("role", "clear")
        self.pill = QToolButton()
        self.pill.setFixedHeight(PILL_H)
        self.pill.clicked.connect(self.pressed)
        row(self).addWidget(self.pill)
        seat.changed.connect(self._on_changes)
        seat.ticked.connect(self._tick)
        self.retranslate()

    def retranslate(self) -> None:
        """Say how many, and since when the first waits."""
        self._calls = self._seat.desk.picture.callbacks()
        self.setVisible(bool(self._calls))
        self._tick(self._seat.now_ms())

    def _tick(self, now_ms: int) -> None:
        if self._calls:
            oldest = min(call.callback.ms for call in self._calls if call.callback is not None)
            age_s = (now_ms - oldest) / 1000
            self.pill.setText(tr("↩ {n} to ring back, {time}", n=len(self._calls), time=formats.age(age_s)))
            self.pill.setToolTip(tr("Callers whose line dropped, or to whom a call was promised. They stand above the form (F2)"))
            self.pill.setAccessibleName(self.pill.text())
            limit_ms = self._seat.desk.catalogue.watch[AlarmKind.CALLBACK_DUE].after_ms()
            restyle(self.pill, "pill", "danger" if 1000 * age_s >= limit_ms else "warn")

    def _on_changes(self, changes: Changes) -> None:
        if changes.of(Kind.CALL):
            self.retranslate()
