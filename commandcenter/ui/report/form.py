"""The new-incident form. Keyboard: type, Enter, address, Enter, words, Enter. Ctrl+Enter opens from any field."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from commandcenter.model.commands import AskCallback, ReportIncident, TakeCall
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.ports import Place
from commandcenter.model.sentences import say
from commandcenter.model.words import LonLat
from commandcenter.picture.views import CallView
from commandcenter.ui.command_line.places import PlaceFinder
from commandcenter.ui.frame.parts import Flow, Translated, button, column, label, row, scrolling
from commandcenter.ui.frame.typing_guard import typing_outside
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.notice import Level
from commandcenter.ui.report.aside import CallClock, DuplicateCard, ParkedCalls, RingCard
from commandcenter.ui.report.callbacks import CallbacksCard
from commandcenter.ui.report.calls import call_of, incident_of
from commandcenter.ui.report.drafts import Draft, Drafts, draft_of
from commandcenter.ui.report.kinds import type_offers
from commandcenter.ui.report.pick import PickField
from commandcenter.ui.report.place_field import PlaceField, place_at
from commandcenter.ui.report.questions import QuestionsCard
from commandcenter.ui.report.ringing import Ring, Ringing
from commandcenter.ui.report.same import same_incident
from commandcenter.ui.seat import Seat
from commandcenter.ui.type_names import place_name, type_name
from commandcenter.ui.words import priority_word


class ReportForm(Translated):
    """Takes a new incident beside the map; nothing is blocked meanwhile.

    Signals:
        opened(str): the incident is in the log.
        left(): given up.
    """

    opened = Signal(str)
    left = Signal()

    def __init__(self, seat: Seat, finder: PlaceFinder, drafts: Drafts) -> None:
        """Start empty; what was left half taken stands above the form."""
        super().__init__()
        self._seat, self.drafts = seat, drafts
        self._began_ms = 0
        self._rang_ms: int | None = None
        self.ringing, self.ring = Ringing(seat), RingCard()
        self.parked, self.duplicate, self.questions = ParkedCalls(), DuplicateCard(seat.desk), QuestionsCard(seat.desk)
        self.call_clock, self.heading = CallClock(), label("large")
        self.type, self.place = PickField(), PlaceField(seat, finder)
        self.priority = QComboBox()
        self.text, self.caller, self.phone = QLineEdit(), QLineEdit(), QLineEdit()
        self.callbacks, self.ring_back = CallbacksCard(seat), QCheckBox()
        self.open_button, self.park_button, self.drop_button, self.leave_button = button("primary"), button(), button(), button()
        self._captions = [QLabel() for _ in range(6)]
        self._lay_out()
        self.type.typed.connect(self._offer_types)
        self.type.picked.connect(self._type_picked)
        self.place.picked.connect(lambda _place: self.text.setFocus())
        for field in (self.text, self.caller, self.phone):
            field.returnPressed.connect(self.submit)
        self.open_button.clicked.connect(self.submit)
        for made, act in ((self.park_button, self.park), (self.drop_button, self.drop)):
            made.clicked.connect(act)
        self.callbacks.reached.connect(self._reached)
        self.leave_button.clicked.connect(self._leave)
        self.parked.taken_up.connect(self.take_up)
        self.duplicate.same.connect(self._same)
        self.duplicate.shown.connect(self._show_other)
        self.questions.answered.connect(self._changed)
        self.ring.refused.connect(self._not_this_call)
        seat.ticked.connect(self._tick)
        for line in (self.type.line, self.place.line, self.text, self.caller, self.phone):
            line.textChanged.connect(lambda _text: self._changed())
        self.priority.activated.connect(lambda _i: self._changed())
        self.ring_back.toggled.connect(lambda _on: self._changed())
        for keys, act in (("Ctrl+Return", self.submit), ("Ctrl+Enter", self.submit), ("Esc", self._leave)):
            QShortcut(QKeySequence(keys), self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.retranslate()

    def _lay_out(self) -> None:
        page = QWidget()
        page.setProperty("role", "panel")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(3)
        top = row()
        top.addWidget(self.heading, 1)
        top.addWidget(self.call_clock)
        layout.addLayout(top)
        layout.addWidget(self.parked)
        layout.addWidget(self.callbacks)
        layout.addWidget(self.ring)
        fields: tuple[QWidget, ...] = (self.type, self.place, self.text, self.priority, self.caller, self.phone)
        for caption, field in zip(self._captions, fields, strict=True):
            caption.setProperty("role", "caption")
            caption.setBuddy(field)
            layout.addSpacing(6)
            layout.addWidget(caption)
            layout.addWidget(field)
            if field is self.place:
                layout.addWidget(self.duplicate)
                layout.addWidget(self.questions)
        beside_number = row()
        beside_number.addWidget(self.ring_back, 1)
        beside_number.addWidget(self.drop_button)
        layout.addLayout(beside_number)
        layout.addStretch(1)
        whole = column(self)
        whole.addWidget(scrolling(page), 1)
        whole.addWidget(self._actions())

    def _actions(self) -> QWidget:
        actions = QWidget()
        actions.setProperty("role", "panel")
        flow = Flow(actions)
        flow.setContentsMargins(14, 6, 14, 8)
        for made in (self.open_button, self.park_button, self.leave_button):
            flow.addWidget(made)
        return actions

    def retranslate(self) -> None:
        """Say every text."""
        self.heading.setText(tr("New incident"))
        captions = (tr("What"), tr("Where"), tr("Report"), tr("Priority"), tr("Caller"), tr("Caller's number"))
        for caption, text in zip(self._captions, captions, strict=True):
            caption.setText(text)
        for field, text in zip((self.type.line, self.place.line, self.text, self.priority, self.caller, self.phone), captions, strict=True):
            field.setAccessibleName(text)
        if self.type.value:
            self.type.set(type_name(self._seat.desk.catalogue, self.type.value), self.type.value)
        self.type.line.setPlaceholderText(tr("fire, cardiac, collision …"))
        self.place.line.setPlaceholderText(tr("Address, crossing A / B, place, coordinates; or click the map"))
        self.text.setPlaceholderText(tr("In the caller's words"))
        kept = self.priority.currentIndex()
        self.priority.clear()
        self.priority.addItem(tr("As the type says"), None)
        for priority in range(1, 6):
            self.priority.addItem(f"{priority}  {priority_word(priority)}", priority)
        self.priority.setCurrentIndex(max(kept, 0))
        self.open_button.setText(tr("Open incident (Ctrl+Enter)"))
        self.leave_button.setText(tr("Give up (Esc)"))
        self.ring_back.setText(tr("The caller must be rung back"))
        self.drop_button.setText(tr("Line dropped"))
        self.drop_button.setToolTip(tr("Keep the call as it is, to be rung back (Ctrl+Shift+K); every desk sees it"))
        self.park_button.setText(tr("Park"))
        self.park_button.setToolTip(tr("Put this call aside (Ctrl+Shift+P); it survives a crash"))
        self.duplicate.show_duplicate(self.duplicate.found)
        self.ring.show_ring(self._rang_ms, self._began_ms)

    def begin(self) -> bool:
        """Empty the form and give it the keyboard; a call that is still on it is parked, the one that rings longest is answered.

        A call that cannot be parked stays on the form; returns whether the form is free.
        """
        if not self._parked():
            self.text.setFocus()
            return False
        self._empty()
        ring = self.ringing.answer()
        if ring is not None:
            self._take_ring(ring.rang_ms)
            self.phone.setText(ring.phone)
        self.type.setFocus()
        return True

    def _take_ring(self, rang_ms: int | None) -> None:
        self._rang_ms = rang_ms
        self.ring.show_ring(rang_ms, self._began_ms)

    def _not_this_call(self) -> None:
        """What is taken here is no call, or another one: the one that rang goes on ringing."""
        if self._rang_ms is not None:
            self.ringing.give_back(Ring(self._rang_ms, self.phone.text()))
        self.phone.clear()
        self._take_ring(None)
        self._changed()
        self.type.setFocus()

    def _empty(self) -> None:
        self._began_ms = 0
        self._take_ring(None)
        for field in (self.type, self.place, self.text, self.caller, self.phone):
            field.clear()
        self.priority.setCurrentIndex(0)
        self.ring_back.setChecked(False)
        self._began_ms = self._seat.now_ms()
        self.questions.ask("", {})
        self.parked.show_drafts(self.drafts.parked)
        self.duplicate.show_duplicate(None)
        self._tick(self._began_ms)

    def draft(self) -> Draft:
        """Return what is on the form."""
        place: Place | None = self.place.value
        return Draft(
            self._began_ms,
            self.type.value or "",
            self.type.line.text(),
            self.place.line.text(),
            place.kind if place else "",
            place.at.lon if place else None,
            place.at.lat if place else None,
            self.priority.currentData(),
            self.text.text(),
            self.caller.text(),
            self.phone.text(),
            dict(self.questions.answers),
            self._rang_ms,
            self.ring_back.isChecked(),
        )

    def _parked(self) -> bool:
        """Put what is on the form aside; return whether there was room, else say so."""
        try:
            self.drafts.park(self.draft())
        except Refused as refused:
            self._seat.notice(Level.REFUSED, refused.sentence)
            return False
        return True

    def park(self) -> None:
        """Put the call on the form aside."""
        if self.draft().empty:
            self._leave()
            return
        if not self._parked():
            return
        self._empty()
        self._seat.notice(Level.DONE, say("Call parked; it stands above the form (F2)"))
        self.left.emit()

    def focus_waiting(self) -> None:
        """Give the keyboard to the oldest parked call, else to the first caller to be rung back."""
        for made in (*self.parked.buttons, *self.callbacks.buttons)[:1]:
            made.setFocus()

    def take_up(self, place: int) -> None:
        """Bring a parked call back; the one on the form is parked instead."""
        self.show_draft(self.drafts.swap(place, self.draft()))

    def show_draft(self, draft: Draft) -> None:
        """Put what is known of a call on the form."""
        self._empty()
        self._began_ms = draft.began_ms
        self._take_ring(draft.rang_ms)
        self.text.setText(draft.text)
        self.caller.setText(draft.caller)
        self.phone.setText(draft.phone)
        self.ring_back.setChecked(draft.ring_back)
        self.priority.setCurrentIndex(max(self.priority.findData(draft.priority), 0))
        self.questions.ask(draft.type, dict(draft.answers))
        self.type.set(type_name(self._seat.desk.catalogue, draft.type), draft.type) if draft.type else self.type.line.setText(draft.type_text)
        if draft.lon is not None and draft.lat is not None:
            self.place.set(draft.place_text, Place(draft.place_text, draft.place_kind, LonLat(draft.lon, draft.lat)))
        else:
            self.place.line.setText(draft.place_text)
        self.parked.show_drafts(self.drafts.parked)
        self._changed()
        (self.text if draft.type and draft.lon is not None else self.place.line if draft.type else self.type.line).setFocus()

    def put_place(self, at: LonLat) -> None:
        """Take a place that was clicked on the map; its address is looked up."""
        self._seat.run(self._reverse(at))

    def submit(self) -> None:
        """Open the incident, or go to what is missing."""
        if not self.type.take():
            self.type.setFocus()
            self._seat.notice(Level.HINT, say("What kind of incident?"))
        elif not self.place.take():
            self.place.setFocus()
            self._seat.notice(Level.HINT, say("Where is it? Pick an answer or click the map"))
        elif not self.ring_back.isChecked() or self._has_number():
            suggested, place = self.questions.suggestion, self.place.value
            command = incident_of(self.draft(), place, None if suggested is None else suggested.priority)
            ring_back = self.ring_back.isChecked()
            self._send(lambda: self._open(command, place, ring_back))

    def _send(self, work: Callable[[], Awaitable[None]]) -> None:
        """Hand what is on the form over to the log: the form is free at once for the next call, and no second Enter can send it twice."""
        draft = self.draft()
        self.drafts.send(draft)
        self._empty()
        self._seat.run(self._write(draft, work))

    async def _write(self, draft: Draft, work: Callable[[], Awaitable[None]]) -> None:
        """Wait for the log; what could not be written comes back to the form, beside another call on it to the parked ones."""
        try:
            await work()
        except Exception:
            if self.draft().empty:
                self.show_draft(draft)
                self.drafts.arrived(draft)
            else:
                self.drafts.come_back(draft)
                self.parked.show_drafts(self.drafts.parked)
            raise
        self.drafts.arrived(draft)

    async def _open(self, command: ReportIncident, place: Place, ring_back: bool) -> None:
        done = await self._seat.submit(command, said=say("Incident opened at {place}", place=place.proper))
        picture = self._seat.desk.picture
        incident = next((i for outcome in done for i in outcome.created if picture.incident(i) is not None), None)
        if ring_back:
            call = next(i for outcome in done for i in outcome.created if picture.call(i) is not None)
            await self._seat.submit(AskCallback(tr("promised to the caller"), call))
        self._go_to(incident)

    def _go_to(self, incident: Id | None) -> None:
        """Show the incident, unless the next call is being typed already."""
        if incident is not None and self.draft().empty:
            self.opened.emit(incident)

    def _has_number(self) -> bool:
        """Return whether the caller can be rung back; else say that the number is missing."""
        if self.phone.text().strip():
            return True
        self.phone.setFocus()
        self._seat.notice(Level.HINT, say("Which number is to be rung back?"))
        return False

    def drop(self) -> None:
        """The line dropped: the call is recorded as far as it was taken, to be rung back."""
        if self._has_number():
            dropped = AskCallback(tr("the line dropped"), call=call_of(self.draft(), self.place.value, None))
            self._send(lambda: self._drop(dropped))

    async def _drop(self, dropped: AskCallback) -> None:
        await self._seat.submit(dropped, said=say("Kept to be rung back"))
        if self.draft().empty:
            self.left.emit()

    def _reached(self, call: CallView) -> None:
        """Go on with a caller who is on the line again; one whose incident is known needs no form."""
        if call.incident is None and (self.draft().empty or self._parked()):
            self.show_draft(draft_of(call, self._seat.now_ms()))

    def _changed(self) -> None:
        """Keep what is on the form, and look whether it is known already."""
        self.questions.ask(self.type.value or "")
        if self._began_ms:
            self.drafts.keep(self.draft())
            self._look_for_same()

    def _tick(self, now_ms: int) -> None:
        """Show the call clock: since the call was answered, until it becomes an incident."""
        self.call_clock.show_since(self._began_ms, now_ms)

    def _look_for_same(self) -> None:
        place: Place | None = self.place.value
        found = None
        if place is not None and self.type.value:
            found = same_incident(self._seat.desk, self.type.value, place.at, self.text.text(), self._seat.now_ms())
        if found != self.duplicate.found:
            self.duplicate.show_duplicate(found)

    def _same(self, incident: str) -> None:
        call = call_of(self.draft(), self.place.value, Id(incident))
        self._send(lambda: self._add_call(Id(incident), call))

    async def _add_call(self, incident: Id, call: TakeCall) -> None:
        """Record the call with the incident that is known already."""
        older = self._seat.desk.picture.incident(incident)
        await self._seat.submit(call, said=say("Call added to {number}", number=older.number if older else ""))
        self._go_to(incident)

    def _show_other(self, incident: str) -> None:
        older = self._seat.desk.picture.incident(Id(incident))
        if older is not None:
            self._seat.place_shown.emit(older.at.lon, older.at.lat, 17)

    def _offer_types(self, text: str) -> None:
        self.type.offer(type_offers(self._seat.desk.catalogue, text))

    def _type_picked(self, code: str) -> None:
        self.type.line.setText(type_name(self._seat.desk.catalogue, code))
        self.place.setFocus()

    async def _reverse(self, at: LonLat) -> None:
        place = await place_at(self._seat, at)
        self.place.set(place_name(place), place)
        if not typing_outside(self):
            (self.text if self.type.value else self.type).setFocus()

    def _leave(self) -> None:
        self.drafts.done()
        self._empty()
        self.left.emit()
