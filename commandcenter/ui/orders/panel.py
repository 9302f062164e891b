"""The orders panel: who was ordered what and how far each unit is; a line to give an order."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from commandcenter.model.commands import AnswerOrder, SendOrder, WithdrawOrder
from commandcenter.model.entries import Changes, Kind
from commandcenter.model.ids import Id
from commandcenter.model.sentences import say
from commandcenter.model.words import OrderState
from commandcenter.ui.frame.context import DeskContext
from commandcenter.ui.frame.dock import Panel
from commandcenter.ui.frame.parts import EmptyList, button, column, row, segment
from commandcenter.ui.frame.written import commit
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.notice import Level
from commandcenter.ui.orders.row import OrderRow
from commandcenter.ui.orders.rows import OrderDelegate, OrderRows
from commandcenter.ui.rows import ITEM_ROLE

KEYS = {Qt.Key.Key_A: OrderState.ACCEPTED, Qt.Key.Key_R: OrderState.REFUSED, Qt.Key.Key_D: OrderState.DONE}


class OrderList(EmptyList):
    """The list; letters write down what a unit says.

    Signals:
        answered(object): the unit of the current row said this; an `OrderState`.
    """

    answered = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take A, R and D."""
        state = KEYS.get(Qt.Key(event.key())) if event.modifiers() == Qt.KeyboardModifier.NoModifier else None
        if state is not None:
            self.answered.emit(state)
        else:
            super().keyPressEvent(event)


class OrdersPanel(Panel):
    """Orders of the operation, or of the chosen incident only."""

    def __init__(self, context: DeskContext) -> None:
        """Follow the seat's picture and its incident."""
        seat = context.seat
        super().__init__(seat.look)
        self._seat = seat
        self.rows = OrderRows(seat)
        self.list = OrderList(seat.look)
        self.list.setModel(self.rows)
        self.list.setItemDelegate(OrderDelegate(seat))
        self.list.answered.connect(self.answer)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._offer())
        self.only = segment()
        self.only.setAutoExclusive(False)
        self.only.toggled.connect(lambda _on: self.show_orders())
        self.tools.append(self.only)
        self.reason, self.accept, self.refuse, self.done, self.withdraw = QLineEdit(), button(), button(), button(), button()
        for part, state in ((self.accept, OrderState.ACCEPTED), (self.refuse, OrderState.REFUSED), (self.done, OrderState.DONE)):
            part.clicked.connect(lambda _checked=False, state=state: self.answer(state))
        self.withdraw.clicked.connect(self.take_back)
        self.withdraw.needs(seat, WithdrawOrder)
        for made in (self.accept, self.refuse, self.done):
            made.needs(seat, AnswerOrder)
        self.units, self.text, self.urgent, self.send = QLineEdit(), QLineEdit(), QCheckBox(), button("primary")
        self.text.returnPressed.connect(self.order)
        self.send.clicked.connect(self.order)
        self.send.needs(seat, SendOrder)
        self._lay_out()
        seat.changed.connect(self._on_changes)
        seat.acknowledged.connect(self.list.viewport().update)
        seat.incident_chosen.connect(lambda _id: self._incident_chosen())
        self.retranslate()

    def _lay_out(self) -> None:
        layout = column(self)
        layout.addWidget(self.list, 1)
        for parts in ((self.reason, self.accept, self.refuse, self.done, self.withdraw), (self.units, self.text, self.urgent, self.send)):
            line = row()
            line.setContentsMargins(10, 3, 10, 5)
            for part in parts:
                line.addWidget(part, 3 if part in (self.reason, self.text) else 1 if part is self.units else 0)
            layout.addLayout(line)

    def title(self) -> str:
        """Return the panel's name."""
        return tr("Orders")

    def focus_target(self) -> QWidget:
        """Return the list, or the line for a new order while there is none."""
        return self.list if self.rows.rowCount() else self.units

    def retranslate(self) -> None:
        """Say every text."""
        self.list.setAccessibleName(self.title())
        self.list.say_when_empty(tr("No orders"), tr("Name units and what they shall do below; each answers for itself."), "clipboard-text-outline")
        self.only.setText(tr("This incident"))
        self.only.setToolTip(tr("Show only the orders of the chosen incident"))
        for part, text in (
            (self.reason, tr("What the unit says; a refusal and a withdrawal need it")),
            (self.units, tr("Units, e.g. E1 M3; empty: all at this incident")),
            (self.text, tr("Order")),
        ):
            part.setPlaceholderText(text)
            part.setAccessibleName(text)
        for made, text, tip in (
            (self.accept, tr("Accepted"), "A"),
            (self.refuse, tr("Refused"), "R"),
            (self.done, tr("Done"), "D"),
            (self.withdraw, tr("Withdraw"), ""),
            (self.send, tr("Give order"), ""),
        ):
            made.setText(text)
            made.setToolTip(tip)
        self.urgent.setText(tr("Urgent"))
        self.show_orders()

    def show_orders(self) -> None:
        """Show the orders anew."""
        orders = self._seat.desk.picture.duty.orders()
        if self.only.isChecked():
            orders = tuple(order for order in orders if order.incident == self._seat.incident)
        self.rows.show(orders)
        if not self.list.currentIndex().isValid() and self.rows.rowCount():
            self.list.setCurrentIndex(self.rows.index(0))
        waiting = sum(self.rows.item(place).waiting for place in range(self.rows.rowCount()))
        self.count_label.setText(str(waiting or ""))
        self._offer()

    def current(self) -> OrderRow | None:
        """Return the row that is chosen."""
        found = self.list.currentIndex().data(ITEM_ROLE)
        return found if isinstance(found, OrderRow) else None

    def answer(self, state: OrderState) -> None:
        """Write down what the unit of the chosen row says."""
        chosen, reason = self.current(), self.reason.text()
        if chosen is None:
            return
        if state == OrderState.REFUSED and not reason.strip():
            self._ask_reason()
            return
        said = say("Written down: {callsign}", callsign=chosen.callsign)
        commit(self._seat, self.reason, AnswerOrder(chosen.order.id, chosen.unit, state, reason), said)

    def take_back(self) -> None:
        """Withdraw the order of the chosen row."""
        chosen, reason = self.current(), self.reason.text()
        if chosen is None:
            return
        if not reason.strip():
            self._ask_reason()
            return
        commit(self._seat, self.reason, WithdrawOrder(chosen.order.id, reason), say("Order withdrawn"))

    def order(self) -> None:
        """Give the order that was written."""
        picture, incident = self._seat.desk.picture, self._seat.incident
        view = picture.incident(incident) if incident else None
        wanted = self.units.text().replace(",", " ").split()
        by_callsign = {unit.callsign.casefold(): unit for unit in picture.units()}
        unknown = next((word for word in wanted if word.casefold() not in by_callsign), None)
        if unknown is not None:
            self._seat.notice(Level.REFUSED, say("There is no unit {callsign}", callsign=unknown))
            return
        units = tuple(by_callsign[word.casefold()].id for word in wanted) or (view.units if view is not None else ())
        about = view.id if view is not None and any(unit in view.units for unit in units) else self._shared_incident(units)
        self._seat.run(self._order(SendOrder(self.text.text(), units, about, self.urgent.isChecked())))

    async def _order(self, command: SendOrder) -> None:
        """Give an order; what was written is cleared only once it is committed."""
        await self._seat.submit(command, said=say("Order given"))
        self.units.clear()
        self.text.clear()
        self.urgent.setChecked(False)

    def _shared_incident(self, units: tuple[Id, ...]) -> Id | None:
        found = {view.incident for unit in units if (view := self._seat.desk.picture.unit(unit)) is not None}
        return found.pop() if len(found) == 1 else None

    def _ask_reason(self) -> None:
        self._seat.notice(Level.REFUSED, say("Write the reason into the line first."))
        self.reason.setFocus()

    def _offer(self) -> None:
        chosen = self.current()
        for part in (self.reason, self.accept, self.refuse, self.done, self.withdraw):
            part.setEnabled(chosen is not None and (chosen.waiting or chosen.state == OrderState.REFUSED))

    def _incident_chosen(self) -> None:
        if self.only.isChecked():
            self.show_orders()

    def _on_changes(self, changes: Changes) -> None:
        if changes.of(Kind.ORDER) or changes.of(Kind.UNIT):
            self.show_orders()
