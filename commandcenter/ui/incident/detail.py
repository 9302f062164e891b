"""The detail tab: what is known, correctable in place; calls; times."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from commandcenter.model.commands import ChangeIncident
from commandcenter.model.entries import Kind, Value
from commandcenter.model.ids import Id
from commandcenter.model.ports import Place
from commandcenter.model.sentences import say
from commandcenter.model.words import IncidentState
from commandcenter.picture.views import CallView, IncidentView
from commandcenter.resources.data_classes import CALLER
from commandcenter.ui.command_line.places import PlaceFinder
from commandcenter.ui.frame.parts import Translated, column, label, scrolling
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.incident.answers import AnswersCard
from commandcenter.ui.incident.moving import moved
from commandcenter.ui.report.place_field import PlaceField
from commandcenter.ui.seat import Seat
from commandcenter.ui.seeing import may_see
from commandcenter.ui.type_names import place_name, type_name
from commandcenter.ui.words import grade_word, priority_word, state_word


class DetailTab(Translated):
    """Fields of the incident; leaving a field writes it."""

    def __init__(self, seat: Seat, finder: PlaceFinder) -> None:
        """Start empty; `finder` looks addresses up."""
        super().__init__()
        self._seat = seat
        self._incident: IncidentView | None = None
        self._named: list[Id] = []
        """Calls whose caller is shown."""
        self.type, self.priority, self.grade, self.alarm = QComboBox(), QComboBox(), QComboBox(), QComboBox()
        self.address, self.text = PlaceField(seat, finder), QPlainTextEdit()
        self.text.setFixedHeight(64)
        self.text.setTabChangesFocus(True)
        self.coordinates = label("muted")
        self.coordinates.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.calls, self.times = label("muted", wrap=True), label("muted", wrap=True)
        self.answers = AnswersCard(seat)
        self._captions = [QLabel() for _ in range(9)]
        self._lay_out()
        self.type.activated.connect(lambda _i: self._write("type", self.type.currentData()))
        self.priority.activated.connect(lambda _i: self._write("priority", self.priority.currentData()))
        self.grade.activated.connect(lambda _i: self._write("grade", self.grade.currentData()))
        self.alarm.activated.connect(lambda _i: self._write("alarm_level", self.alarm.currentData()))
        self.address.picked.connect(self._move)
        self.address.line.editingFinished.connect(self._address_left)
        self.text.focusOutEvent = self._text_left  # type: ignore[method-assign] # Qt has no signal for it
        self.retranslate()

    def _lay_out(self) -> None:
        page = QWidget()
        page.setProperty("role", "panel")
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(6)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        fields = (self.type, self.priority, self.grade, self.alarm, self.address, self.coordinates, self.text, self.calls, self.times)
        for caption, field in zip(self._captions, fields, strict=True):
            caption.setProperty("role", "muted")
            caption.setBuddy(field)
            form.addRow(caption, field)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.addLayout(form)
        layout.addWidget(self.answers)
        layout.addStretch(1)
        column(self).addWidget(scrolling(page))

    def show_incident(self, incident: IncidentView) -> None:
        """Show an incident; a field that is being typed in is left alone, but for an address that was meant for another incident."""
        other = self._incident is None or self._incident.id != incident.id
        self._incident = incident
        chosen = ((self.type, incident.type), (self.priority, incident.priority), (self.grade, incident.grade), (self.alarm, incident.alarm_level))
        for box, value in chosen:
            with QSignalBlocker(box):
                box.setCurrentIndex(box.findData(value))
        if other or not self.address.line.hasFocus():
            self.address.give_up()
            self.address.set(incident.address, None)
        if not self.text.hasFocus():
            self.text.setPlainText(incident.text)
        self.coordinates.setText(f"{incident.at.lat:.5f}, {incident.at.lon:.5f}")
        self.answers.show_incident(incident)
        self._say_lists(incident)

    def retranslate(self) -> None:
        """Say every text."""
        captions = (tr("Type"), tr("Priority"), tr("Grade"), tr("Alarm level"), tr("Address"), tr("Position"), tr("Report"), tr("Calls"), tr("Times"))
        for caption, text in zip(self._captions, captions, strict=True):
            caption.setText(text)
        for field, text in (
            (self.type, captions[0]),
            (self.priority, captions[1]),
            (self.grade, captions[2]),
            (self.alarm, captions[3]),
            (self.address.line, captions[4]),
            (self.text, captions[6]),
        ):
            field.setAccessibleName(text)
        catalogue = self._seat.desk.catalogue
        _fill(self.type, [(type_name(catalogue, code), code) for code in catalogue.types])
        _fill(self.priority, [(f"{p}  {priority_word(p)}", p) for p in range(1, 6)])
        _fill(self.grade, [(grade_word(g), g) for g in range(1, 5)])
        _fill(self.alarm, [(str(level), level) for level in range(1, 10)])
        self.text.setPlaceholderText(tr("What was reported"))
        if self._incident is not None:
            self.show_incident(self._incident)

    def _say_lists(self, incident: IncidentView) -> None:
        picture = self._seat.desk.picture
        calls = [self._as_allowed(call) for call in map(picture.call, incident.calls) if call is not None]
        self.calls.setText("\n".join(_call(call) for call in calls) or tr("none"))
        self._named = [call.id for call in calls if call.caller_name or call.caller_phone or call.text]
        self._note_looks()
        self.times.setText("\n".join(_times(incident, calls)))

    def _as_allowed(self, call: CallView) -> CallView:
        """Return a call without its caller where the data catalogue does not allow the operator's roles to see him."""
        return call if may_see(self._seat, CALLER) else replace(call, caller_name=None, caller_phone=None, text=None)

    def _note_looks(self) -> None:
        """Tell whose personal data is on the screen now."""
        for call in self._named if self.isVisible() else ():
            self._seat.looked.emit(Kind.CALL, call)

    def showEvent(self, event: QShowEvent) -> None:
        """What was filled in behind another page is seen now."""
        super().showEvent(event)
        self._note_looks()

    def _move(self, place: Place) -> None:
        """The incident is at the place that was picked."""
        incident = self._incident
        if incident is not None:
            name = place_name(place)
            self._seat.perform(moved(incident.id, place.at, name), said=say("{number} moved to {place}", number=incident.number, place=place.proper))

    def _address_left(self) -> None:
        """What was typed and not picked corrects the words only, and says so; Enter before the answers are there waits for them."""
        incident, text = self._incident, self.address.line.text().strip()
        if self.address.value is not None or (self.address.searching and self.address.line.hasFocus()):
            return
        self.address.give_up()
        if incident is not None and text != incident.address:
            said = say("{number}: only the words of the address changed. To move it, pick one of the places under the field", number=incident.number)
            self._seat.perform(ChangeIncident(incident.id, {"address": text}), said=said)

    def _text_left(self, event: object) -> None:
        QPlainTextEdit.focusOutEvent(self.text, event)  # type: ignore[arg-type] # Qt hands a QFocusEvent
        self._write("text", self.text.toPlainText().strip())

    def _write(self, name: str, value: Value) -> None:
        incident = self._incident
        if incident is not None and value is not None and getattr(incident, name) != value:
            self._seat.perform(ChangeIncident(incident.id, {name: value}), said=say("{number} changed", number=incident.number))


def _call(call: CallView) -> str:
    nobody = tr("caller withheld") if call.caller_name is None else tr("caller not named")
    caller = " ".join(part for part in (call.caller_name, call.caller_phone) if part) or nobody
    return f"{formats.clock(call.taken_ms)}  {caller}" + (f"\n“{call.text}”" if call.text else "")


def _times(incident: IncidentView, calls: list[CallView]) -> list[str]:
    """Return a line for each moment: the first call's ring and answer, then each state; and how long it was from answer to dispatch."""
    first = calls[0] if calls else None
    moments = [(ms, state_word(state)) for state, ms in incident.state_ms.items()]
    if first is not None and first.rang_ms is not None:
        moments.append((first.rang_ms, tr("rang")))
    if incident.call_answered_ms is not None:
        waited = first.rang_s if first is not None else None
        after = f" · {formats.age(waited)}" if waited is not None else ""
        moments.append((incident.call_answered_ms, tr("answered") + after))
    sent_ms = incident.state_ms.get(IncidentState.DISPATCHED)
    lines = [f"{formats.clock(ms)}  {words}" for ms, words in sorted(moments, key=lambda pair: pair[0])]
    if sent_ms is not None:
        lines.append(tr("answer → dispatched: {time}", time=formats.eta((sent_ms - incident.answered_ms) / 1000)))
    return lines


def _fill(box: QComboBox, options: list[tuple[str, object]]) -> None:
    with QSignalBlocker(box):
        kept = box.currentData()
        box.clear()
        for text, value in options:
            box.addItem(text, value)
        box.setCurrentIndex(box.findData(kept))
