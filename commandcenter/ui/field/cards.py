"""The cards of the field window: my incident, the way, my status, my orders, words to the desk."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout

from commandcenter.dispatch.turn_list import Turn
from commandcenter.model.commands import AnswerOrder
from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat, OrderState, UnitStatus
from commandcenter.picture.orders import OrderView
from commandcenter.picture.picture import Picture
from commandcenter.picture.views import IncidentView, UnitView
from commandcenter.ui.field.navigation import Guide, next_turn
from commandcenter.ui.field.parts import BigButton, Card, big, empty
from commandcenter.ui.frame.parts import label, row
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import mark, spoken, tr
from commandcenter.ui.incident.turns import rows_of
from commandcenter.ui.lock.choice import FIELD_MIN, LockChoice
from commandcenter.ui.ports import DeskPort, Settings
from commandcenter.ui.seat import Seat
from commandcenter.ui.type_names import type_name
from commandcenter.ui.words import order_word, priority_word, state_word, status_word

COLUMNS = 2
MOST_ORDERS = 4
QUICK = (
    mark("Nothing to be seen"),
    mark("Fire is visible"),
    mark("We need more units"),
    mark("Transport needed"),
    mark("Under control"),
    mark("Leaving the scene"),
)
"""Words sent with one tap."""


class IncidentCard(Card):
    """Where the unit is sent, and what comes next on the way."""

    def __init__(self, guide: Guide, desk: DeskPort) -> None:
        """Start without an incident."""
        super().__init__()
        self._guide, self._desk = guide, desk
        self.head, self.place, self.text, self.way = (
            label("large", wrap=True),
            label("strong", wrap=True),
            label("muted", wrap=True),
            label("large", wrap=True),
        )
        for part in (self.head, self.place, self.text, self.way):
            self.body.addWidget(part)

    def show_incident(self, incident: IncidentView | None, at: LonLat | None) -> None:
        """Show an incident and the way to it from a place."""
        self.title.setText(tr("My incident"))
        if incident is None:
            self.head.setText(tr("No incident"))
            self.place.setText(tr("The desk sends you; until then you are free."))
        else:
            self.head.setText(f"{incident.number}  {incident.name or type_name(self._desk.catalogue, incident.type)}")
            self.place.setText(f"{incident.address}\n{priority_word(incident.priority)} · {state_word(incident.state)}")
        self.text.setText(incident.text if incident is not None else "")
        self.text.setVisible(bool(self.text.text()))
        self.way.setText(self._way(at) if incident is not None else "")
        self.way.setVisible(bool(self.way.text()))

    def _way(self, at: LonLat | None) -> str:
        route = self._guide.route
        if route is None or at is None:
            return ""
        found = next_turn(route, self._guide.turns, at)
        if found is None:
            return tr("You are there.")
        return tr("In {distance}: {turn}", distance=formats.distance(found.distance_m), turn=spoken(found.turn.words))


class StatusCard(Card):
    """One big button for each status the unit may take next.

    Signals:
        wanted(object): the unit is now this; a `UnitStatus`.
    """

    wanted = Signal(object)

    def __init__(self, desk: DeskPort) -> None:
        """Start without a unit."""
        super().__init__()
        self._desk = desk
        self._grid = QGridLayout()
        self._grid.setSpacing(6)
        self.body.addLayout(self._grid)
        self.buttons: dict[UnitStatus, BigButton] = {}
        for status in (status for status in UnitStatus if status != UnitStatus.DISPATCHED):
            made = BigButton()
            made.clicked.connect(lambda _checked=False, status=status: self.wanted.emit(status))
            self.buttons[status] = made

    def show_unit(self, unit: UnitView | None) -> None:
        """Show what the unit may become from here."""
        self.title.setText(tr("My status: {status}", status=status_word(unit.status)) if unit is not None else tr("My status"))
        allowed = self._desk.catalogue.rules.unit_next[unit.status] if unit is not None else frozenset()
        place = 0
        for status, made in self.buttons.items():
            needs = status in self._desk.catalogue.rules.needs_assignment and (unit is None or unit.incident is None)
            made.setText(status_word(status))
            shown = status in allowed and not needs
            if shown:
                self._grid.addWidget(made, place // COLUMNS, place % COLUMNS)
                place += 1
            made.setVisible(shown)


class OrdersCard(Card):
    """The unit's open orders, each with its answers.

    Signals:
        answered(str, object): this order gets this answer; an `OrderState`.
    """

    answered = Signal(str, object)

    def __init__(self, seat: Seat) -> None:
        """Start without orders."""
        super().__init__()
        self._seat = seat
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self.body.addLayout(self._lines)
        self._shown: tuple[object, ...] = ()
        self.buttons: dict[tuple[Id, OrderState], BigButton] = {}

    def show_orders(self, orders: list[OrderView], unit: Id | None) -> None:
        """Show the newest orders that wait for this unit; nothing moves while nothing changes."""
        shown = (*orders[:MOST_ORDERS], formats.locale_code())
        self.title.setText(tr("My orders") + (f"  {len(orders)}" if orders else ""))
        if shown == self._shown:
            return
        self._shown, self.buttons = shown, {}
        empty(self._lines)
        for order in orders[:MOST_ORDERS]:
            self._line(order, unit)
        if not orders:
            self._lines.addWidget(label("muted", tr("No open orders"), wrap=True))

    def _line(self, order: OrderView, unit: Id | None) -> None:
        state = order.answers[unit].state if unit is not None and unit in order.answers else OrderState.SENT
        urgent = tr("URGENT") + " · " if order.urgent else ""
        self._lines.addWidget(label("strong", f"{urgent}{order.text}", wrap=True))
        self._lines.addWidget(label("muted", f"{formats.clock(order.sent_ms, seconds=False)} · {order_word(state)}"))
        answers = row()
        words = {OrderState.ACCEPTED: tr("Accept"), OrderState.REFUSED: tr("Cannot"), OrderState.DONE: tr("Done")}
        for answer, text in words.items():
            if answer != state:
                made = BigButton("primary" if answer == OrderState.ACCEPTED else "")
                made.setText(text)
                made.setAccessibleName(f"{text}: {order.text}")
                made.needs(self._seat, AnswerOrder)
                made.clicked.connect(lambda _checked=False, answer=answer: self.answered.emit(order.id, answer))
                answers.addWidget(made)
                self.buttons[order.id, answer] = made
        self._lines.addLayout(answers)


def open_orders(picture: Picture, unit: Id) -> list[OrderView]:
    """Return the orders that wait for a unit, the newest first."""
    ended = (OrderState.DONE, OrderState.REFUSED)
    found = [order for order in picture.duty.orders() if order.withdrawn is None and unit in order.answers]
    return [order for order in reversed(found) if order.answers[unit].state not in ended]


class WordsCard(Card):
    """Words to everybody on the incident: with one tap, or written.

    Signals:
        said(str): send these words, with what is attached.
        written(str): send these words of the line, with what is attached.
        attach(): a photo or a file is to go with them.
    """

    said = Signal(str)
    written = Signal(str)
    attach = Signal()

    def __init__(self) -> None:
        """Offer the quick words."""
        super().__init__()
        grid = QGridLayout()
        grid.setSpacing(6)
        self.quick = [BigButton() for _ in QUICK]
        for place, (made, words) in enumerate(zip(self.quick, QUICK, strict=True)):
            made.clicked.connect(lambda _checked=False, words=words: self.said.emit(tr(words)))
            grid.addWidget(made, place // COLUMNS, place % COLUMNS)
        self.line, self.send, self.photo = QLineEdit(), BigButton("primary"), BigButton()
        self.attached = label("muted", wrap=True)
        self.attached.hide()
        big(self.line)
        self.line.returnPressed.connect(self._send)
        self.send.clicked.connect(self._send)
        self.photo.clicked.connect(self.attach)
        self.body.addLayout(grid)
        for part in (self.line, self.attached):
            self.body.addWidget(part)
        last = row()
        for made in (self.photo, self.send):
            last.addWidget(made)
        self.body.addLayout(last)

    def retranslate(self) -> None:
        """Say every text."""
        self.title.setText(tr("Report to the desk"))
        for made, words in zip(self.quick, QUICK, strict=True):
            made.setText(tr(words))
        self.line.setPlaceholderText(tr("Write a message"))
        self.line.setAccessibleName(tr("Write a message"))
        self.send.setText(tr("Send"))
        self.photo.setText(tr("Photo or file …"))

    def show_attached(self, names: Sequence[str]) -> None:
        """Say what goes with the next words."""
        self.attached.setText(tr("Goes with your words: {names}", names=", ".join(names)))
        self.attached.setVisible(bool(names))

    def _send(self) -> None:
        if self.line.text().strip() or self.attached.isVisibleTo(self):
            self.written.emit(self.line.text().strip() or tr("See the attachment"))


class TurnsCard(Card):
    """The turn list of the way to the incident."""

    def __init__(self) -> None:
        """Start without a way."""
        super().__init__()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self.body.addLayout(self._lines)
        self._shown: object = None
        self.hide()

    def retranslate(self) -> None:
        """Say every text anew with the next way shown."""
        self.title.setText(tr("Turn by turn"))
        self._shown = None

    def show_turns(self, turns: tuple[Turn, ...]) -> None:
        """Show a way's turns; nothing moves while nothing changes."""
        shown = (turns, formats.locale_code())
        if shown == self._shown:
            return
        self._shown = shown
        empty(self._lines)
        for number, words, far, _after in rows_of(turns):
            self._lines.addWidget(label("", f"{number}.  {words}  ·  {far}", wrap=True))
        self.setVisible(bool(turns))


class PlacesCard(Card):
    """Where I am, and the way to the nearest hospital or depot."""

    def __init__(self) -> None:
        """Offer the buttons."""
        super().__init__()
        self.here, self.hospital, self.depot, self.track = BigButton(), BigButton(), BigButton(), BigButton()
        grid = QGridLayout()
        grid.setSpacing(6)
        for place, part in enumerate((self.here, self.hospital, self.depot, self.track)):
            grid.addWidget(part, place // COLUMNS, place % COLUMNS)
        self.body.addLayout(grid)

    def retranslate(self) -> None:
        """Say every text."""
        self.title.setText(tr("Places"))
        self.here.setText(tr("I am here …"))
        self.hospital.setText(tr("Nearest hospital"))
        self.depot.setText(tr("Nearest depot"))
        self.track.setText(tr("My track as GPX …"))


class LaptopCard(Card):
    """This laptop: its language, when its screen locks by itself, the guide and what the program noted about its faults."""

    def __init__(self, settings: Settings) -> None:
        """Offer them."""
        super().__init__()
        self.language, self.guide, self.faults, self.lock = BigButton(), BigButton(), BigButton(), LockChoice(settings, FIELD_MIN)
        big(self.lock.choice)
        for part in (self.lock, self.language, self.guide, self.faults):
            self.body.addWidget(part)

    def retranslate(self) -> None:
        """Say every text; the lock's field says its own."""
        self.title.setText(tr("This laptop"))
        self.language.setText(tr("English / Chinese"))
        self.guide.setText(tr("User guide"))
        self.faults.setText(tr("Fault reports"))
