"""Road closures: what is closed and why; draw a new one, open one again."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from commandcenter.dispatch.street_closure import WhichStreet
from commandcenter.model.commands import CloseRoad, ReopenRoad
from commandcenter.model.entries import Changes, Kind
from commandcenter.model.errors import Refused
from commandcenter.model.ports import Place
from commandcenter.model.sentences import say
from commandcenter.model.words import LonLat
from commandcenter.picture.views import ClosureView
from commandcenter.ui.closures.form import ClosureForm, vehicle_name
from commandcenter.ui.closures.naming import street_at
from commandcenter.ui.closures.preview import hide_preview, show_preview
from commandcenter.ui.command_line.places import PlaceFinder
from commandcenter.ui.frame.dock import Panel
from commandcenter.ui.frame.parts import EmptyList, column, segment
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.map_link import MapPort
from commandcenter.ui.queue.delegate import LEFT, RIGHT, paint_ground
from commandcenter.ui.rows import ITEM_ROLE, Key, SortedRows
from commandcenter.ui.seat import Seat
from commandcenter.ui.type_names import language

Index = QModelIndex | QPersistentModelIndex


class ClosureRows(SortedRows[ClosureView]):
    """Closures that are not lifted yet."""

    def __init__(self, seat: Seat) -> None:
        """Read the picture once, then follow its changes."""
        super().__init__(seat)
        self._seat = seat
        self.fill((c.id, c) for c in seat.desk.picture.closures() if not c.reopened)
        seat.changed.connect(self._on_changes)

    def key(self, item: ClosureView) -> Key:
        """Sort the latest first."""
        return (-(item.from_ms or 0), item.name)

    def text(self, item: ClosureView) -> str:
        """Return the closure in words."""
        return ", ".join(part for part in (item.name or shape_word(item), item.reason) if part)

    def _on_changes(self, changes: Changes) -> None:
        for ident in changes.of(Kind.CLOSURE):
            closure = self._seat.desk.picture.closure(ident)
            if closure is None or closure.reopened:
                self.drop(ident)
            else:
                self.put(ident, closure)


def shape_word(closure: ClosureView) -> str:
    """Return what kind of shape is closed."""
    if len(closure.shape) == 1:
        return tr("Point closed")
    return tr("Area closed") if closure.shape[0] == closure.shape[-1] else tr("Road closed")


class ClosureDelegate(QStyledItemDelegate):
    """Name, reason, from when until when."""

    def __init__(self, seat: Seat) -> None:
        """Paint with a seat's look and clock."""
        super().__init__(seat)
        self._seat = seat

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return one height for all rows."""
        return QSize(200, 30)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        closure: ClosureView = index.data(ITEM_ROLE)
        look, box = self._seat.look, option.rect.adjusted(10, 0, -10, 0)
        painter.save()
        paint_ground(painter, option, self._seat)
        in_force = closure.in_force(self._seat.now_ms())
        look.icon("minus-circle" if in_force else "clock-outline", "danger" if in_force else "text_muted").paint(
            painter, QRect(box.left(), box.top() + 7, 16, 16)
        )
        until = tr("until {time}", time=formats.moment(closure.until_ms)) if closure.until_ms else tr("until lifted")
        begins = closure.from_ms is not None and closure.from_ms > self._seat.now_ms()
        state = until if in_force else tr("from {time}", time=formats.moment(closure.from_ms or 0)) if begins else tr("over")
        if closure.exempt_profiles:
            state = tr("open to: {who}", who=", ".join(vehicle_name(p) for p in closure.exempt_profiles)) + " · " + state
        painter.setFont(look.font("small"))
        painter.setPen(look.colour("text_muted"))
        painter.drawText(box, RIGHT, state)
        taken = painter.fontMetrics().horizontalAdvance(state) + 12
        painter.setFont(look.font("body", bold=True))
        painter.setPen(look.colour("text"))
        name = closure.name or shape_word(closure)
        room = box.adjusted(26, 0, -taken, 0)
        painter.drawText(room, LEFT, painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room.width()))
        rest = room.adjusted(painter.fontMetrics().horizontalAdvance(name) + 12, 0, 0, 0)
        painter.setFont(look.font("body"))
        painter.setPen(look.colour("text_muted"))
        painter.drawText(rest, LEFT, painter.fontMetrics().elidedText(closure.reason, Qt.TextElideMode.ElideRight, max(0, rest.width())))
        painter.restore()


class ClosureList(EmptyList):
    """Closures; Delete opens one again.

    Signals:
        reopened(ClosureView): Delete was pressed on it.
    """

    reopened = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete or X opens the road again."""
        closure = self.currentIndex().data(ITEM_ROLE)
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_X) and closure is not None:
            self.reopened.emit(closure)
        else:
            super().keyPressEvent(event)


class ClosuresPanel(Panel):
    """The list of closures.

    Signals:
        draw(str): the person wants to draw a point, line or polygon on the map.
        given_up(): nothing needs to be drawn any more.
    """

    draw = Signal(str)
    given_up = Signal()

    def __init__(self, seat: Seat, finder: PlaceFinder, view: MapPort) -> None:
        """Show the seat's closures."""
        super().__init__(seat.look)
        self._seat, self._finder, self._map = seat, finder, view
        self._reason = ""
        self._offering: asyncio.Task[object] | None = None
        self.form = ClosureForm(seat)
        self.form.ready.connect(self._close)
        self.form.sought.connect(self._seek)
        self.form.typed.connect(self._offer)
        self.form.left.connect(self._leave_form)
        self.rows = ClosureRows(seat)
        self.list = ClosureList(seat.look)
        self.list.setModel(self.rows)
        self.list.setItemDelegate(ClosureDelegate(seat))
        self.list.reopened.connect(self.reopen)
        self.list.activated.connect(lambda index: self._show(index.data(ITEM_ROLE)))
        self.street, self.point, self.line, self.area, self.lift = (segment(checkable=False) for _ in range(5))
        self.street.clicked.connect(lambda _checked=False: self.seek())
        for made, kind in ((self.point, "point"), (self.line, "line"), (self.area, "polygon")):
            made.clicked.connect(lambda _checked=False, kind=kind: self.draw.emit(kind))
        self.lift.clicked.connect(lambda: self.reopen(self.list.currentIndex().data(ITEM_ROLE)))
        self.tools = [self.street, self.point, self.line, self.area, self.lift]
        layout = column(self)
        layout.addWidget(self.form)
        layout.addWidget(self.list, 1)
        for signal in (self.rows.rowsInserted, self.rows.rowsRemoved):
            signal.connect(self._count)
        self.retranslate()

    def title(self) -> str:
        """Return the panel's name."""
        return tr("Road closures")

    def focus_target(self) -> QWidget:
        """Return the list."""
        return self.list

    def retranslate(self) -> None:
        """Say every text."""
        self.street.setText(tr("Close a street"))
        self.point.setText(tr("Close a point"))
        self.line.setText(tr("Close a line"))
        self.area.setText(tr("Close an area"))
        self.lift.setText(tr("Open again (Del)"))
        self.list.setAccessibleName(self.title())
        self.list.say_when_empty(
            tr("All roads are open"),
            tr("Draw a closure here, or type closure and a street, or closure line and a reason, into the command line."),
            "road-variant",
        )
        self._count()

    def expect(self, reason: str) -> None:
        """Get ready for a shape; with a reason it is closed as soon as it is drawn, without one the form asks."""
        self._reason = reason
        hide_preview(self._map)
        if reason:
            self.form.hide()
        else:
            self.form.begin()

    def seek(self, street: str = "", reason: str = "") -> None:
        """Close a street by its name: what closes is shown first."""
        self.given_up.emit()
        hide_preview(self._map)
        if street:
            self.form.seek(street, reason)
        else:
            self.form.begin(reason, by_name=True)

    def _offer(self, text: str) -> None:
        hide_preview(self._map)
        if self._offering is not None:
            self._offering.cancel()
        self._offering = self._seat.run(self._streets(text))

    async def _streets(self, text: str) -> None:
        streets = await self._finder.streets(text) if text else ()
        if self.form.name.text().strip() == text and not self.form.drawn:
            self.form.offer(streets)

    def _seek(self, text: str, chosen: Place | None) -> None:
        hide_preview(self._map)
        if self._offering is not None:
            self._offering.cancel()
        self._seat.run(self._find(text, chosen))

    async def _find(self, text: str, chosen: Place | None) -> None:
        try:
            found = await self._finder.street(text, chosen)
        except Refused as refused:
            self.form.miss(refused.sentence, refused.streets if isinstance(refused, WhichStreet) else ())
            return
        if self.form.isVisibleTo(self) and self.form.name.text().strip() == text:
            self.form.take_street(text, found)
            show_preview(self._map, found.shapes, found.length_m)

    def take_shape(self, shape: tuple[LonLat, ...]) -> None:
        """Take what was drawn; a closure without a name is called by its street."""
        self._seat.run(self._named(tuple(LonLat(*p) for p in shape)))

    async def _named(self, shape: tuple[LonLat, ...]) -> None:
        street = await asyncio.to_thread(street_at, self._seat.desk.gazetteer, shape, language())
        if self.form.isVisibleTo(self):
            self.form.take_shape(shape, street)
        else:
            await self._submit((CloseRoad(shape, street, self._reason),))
            self._reason = ""

    def _close(self, commands: Sequence[CloseRoad]) -> None:
        self._seat.run(self._submit(commands))

    async def _submit(self, commands: Sequence[CloseRoad]) -> None:
        await self._seat.submit(*commands, said=say("{name} closed; recommendations follow at once", name=commands[0].name or say("Road")))
        self._leave_form()

    def drawing_ended(self) -> None:
        """Nothing was drawn: nothing is to be filled in either."""
        if not self.form.drawn:
            self._leave_form()

    def _leave_form(self) -> None:
        """Put the form away; what is still being drawn is given up."""
        if self.form.isVisibleTo(self):
            self.form.hide()
            hide_preview(self._map)
            self.list.setFocus()
            self.given_up.emit()

    def reopen(self, closure: ClosureView | None) -> None:
        """Open a road again."""
        if closure is not None:
            self._seat.perform(ReopenRoad(closure.id), said=say("Road open again"))

    def _show(self, closure: ClosureView | None) -> None:
        if closure is not None:
            self._seat.place_shown.emit(closure.shape[0].lon, closure.shape[0].lat, 16)

    def _count(self) -> None:
        self.count_label.setText(str(self.rows.rowCount() or ""))
