"""The unit board's panel: grouping, one-key status changes, context menu."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from commandcenter.model.commands import AssignUnit, Command, ReleaseUnit, SetUnitStatus
from commandcenter.model.entries import Kind
from commandcenter.model.ids import Id
from commandcenter.model.sentences import say
from commandcenter.model.words import UnitStatus
from commandcenter.picture.views import UnitView
from commandcenter.ui.board.model import BY_STATION, BY_STATUS, UnitRows
from commandcenter.ui.board.tile import TileDelegate
from commandcenter.ui.board.view import TileView
from commandcenter.ui.frame.act_button import entry_needs
from commandcenter.ui.frame.dock import Panel
from commandcenter.ui.frame.parts import column, segment
from commandcenter.ui.i18n.closed_words import STATUS_SAID
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.rows import ID_ROLE, ITEM_ROLE
from commandcenter.ui.seat import Seat
from commandcenter.ui.words import status_word

STATUS_KEYS = {
    Qt.Key.Key_A: UnitStatus.AVAILABLE,
    Qt.Key.Key_E: UnitStatus.ENROUTE,
    Qt.Key.Key_S: UnitStatus.ON_SCENE,
    Qt.Key.Key_T: UnitStatus.TRANSPORTING,
    Qt.Key.Key_F: UnitStatus.AT_FACILITY,
    Qt.Key.Key_R: UnitStatus.RETURNING,
    Qt.Key.Key_O: UnitStatus.OUT_OF_SERVICE,
}


class Board(TileView):
    """Tiles of units that know their keys."""

    def __init__(self, seat: Seat) -> None:
        """Show the seat's units."""
        super().__init__(seat.look)
        self._seat = seat

    def points_at(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        """Return whether the map points at a unit."""
        return self._seat.pointed_at == ("unit", index.data(ID_ROLE))

    def head_count(self, first: int, end: int) -> str:
        """Return how many of a group's units are free."""
        units = [self.model().index(row, 0).data(ITEM_ROLE) for row in range(first, end)]
        free = sum(unit.status == UnitStatus.AVAILABLE for unit in units)
        return tr("{free} of {all} free", free=free, all=len(units))

    def chosen(self) -> list[UnitView]:
        """Return the selected units."""
        return [index.data(ITEM_ROLE) for index in sorted(self.selectionModel().selectedIndexes(), key=lambda i: i.row())]

    def keyboardSearch(self, search: str) -> None:
        """Letters are status keys here, not a search."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Change the status of the selected units by one key."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        status = STATUS_KEYS.get(Qt.Key(event.key())) if plain else None
        if status is not None:
            self.set_status(status)
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.show_on_map()
        elif plain and event.key() == Qt.Key.Key_D:
            self.send_to_incident()
        elif plain and event.key() in (Qt.Key.Key_X, Qt.Key.Key_Delete):
            self.release()
        else:
            super().keyPressEvent(event)

    def set_status(self, status: UnitStatus) -> None:
        """Set the selected units to a status."""
        units = self.chosen()
        names = ", ".join(u.callsign for u in units)
        self._perform([SetUnitStatus(u.id, status) for u in units], say("{units}: {status}", units=names, status=STATUS_SAID[status]))

    def send_to_incident(self) -> None:
        """Send the selected units to the incident being worked on."""
        incident = self._seat.desk.picture.incident(self._seat.incident) if self._seat.incident else None
        units = self.chosen()
        if incident is not None:
            said = say("{units} sent to {number}", units=", ".join(u.callsign for u in units), number=incident.number)
            self._perform([AssignUnit(incident.id, u.id) for u in units], said)

    def release(self) -> None:
        """End the assignment of the selected units."""
        units = self.chosen()
        self._perform([ReleaseUnit(u.id) for u in units], say("{units} released", units=", ".join(u.callsign for u in units)))

    def show_on_map(self) -> None:
        """Fly to the current unit."""
        unit = self.currentIndex().data(ITEM_ROLE)
        if unit is not None:
            position = self._seat.desk.tracks.latest().get(unit.id)
            at = position.at if position else unit.at
            self._seat.place_shown.emit(at.lon, at.lat, 16)

    def _perform(self, commands: list[Command], said: object) -> None:
        if commands:
            self._seat.perform(*commands, said=said)  # type: ignore[arg-type] # a sentence


class BoardPanel(Panel):
    """All units, by station or by status."""

    def __init__(self, seat: Seat) -> None:
        """Show the seat's units."""
        super().__init__(seat.look)
        self._seat = seat
        self.rows = UnitRows(seat)
        self.board = Board(seat)
        self.board.setModel(self.rows)
        self.board.setItemDelegate(TileDelegate(seat))
        self.by_station, self.by_status = segment(), segment()
        self.by_station.setChecked(True)
        self.by_station.clicked.connect(lambda: self.rows.group_by(BY_STATION))
        self.by_status.clicked.connect(lambda: self.rows.group_by(BY_STATUS))
        self.tools = [self.by_station, self.by_status]
        column(self).addWidget(self.board)
        self.board.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.board.customContextMenuRequested.connect(self._menu)
        self.board.selectionModel().currentChanged.connect(self._on_current)
        self.board.entered.connect(lambda index: seat.point("unit", index.data(ID_ROLE)))
        self.board.viewportEntered.connect(lambda: seat.point("", ""))
        self.board.left.connect(lambda: seat.point("", ""))
        seat.pointed.connect(lambda _kind, _id: self.board.viewport().update())
        seat.unit_chosen.connect(self._follow)
        seat.changed.connect(lambda changes: self._count() if changes.of(Kind.UNIT) else None)
        seat.ticked.connect(lambda _ms: self.board.viewport().update())
        seat.look.changed.connect(self.board.viewport().update)
        self.retranslate()

    def title(self) -> str:
        """Return the panel's name."""
        return tr("Unit board")

    def focus_target(self) -> QWidget:
        """Return the tiles."""
        return self.board

    def retranslate(self) -> None:
        """Say every text."""
        self.by_station.setText(tr("By station"))
        self.by_status.setText(tr("By status"))
        self.board.setAccessibleName(self.title())
        self.board.say_when_empty(tr("No units yet"), tr("Units come with the region, from a list you import, or from another desk."))
        self.rows.reload()
        self._count()

    def group_by(self, grouping: str) -> None:
        """Group by station or by status."""
        (self.by_status if grouping == BY_STATUS else self.by_station).setChecked(True)
        self.rows.group_by(grouping)

    def _count(self) -> None:
        units = self._seat.desk.picture.units()
        free = sum(unit.status == UnitStatus.AVAILABLE for unit in units)
        self.count_label.setText(tr("{free} of {all} free", free=free, all=len(units)))

    def _on_current(self, current: QModelIndex) -> None:
        ident = current.data(ID_ROLE) if current.isValid() else None
        if ident is not None and ident != self._seat.unit:
            self._seat.choose_unit(Id(ident))

    def _follow(self, ident: str) -> None:
        row = self.rows.row_of(Id(ident)) if ident else -1
        if row >= 0 and self.board.currentIndex().row() != row:
            self.board.setCurrentIndex(self.rows.index(row))
            self.board.scrollTo(self.rows.index(row))

    def _menu(self, at: QPoint) -> None:
        units = self.board.chosen()
        if units:
            menu = self.menu_for(units)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.board.viewport().mapToGlobal(at))

    def menu_for(self, units: list[UnitView]) -> QMenu:
        """Return the context menu: legal next statuses, send, release, show."""
        menu = QMenu(self)
        allowed = set.intersection(*(set(self._seat.desk.catalogue.rules.unit_next[u.status]) for u in units))
        for key, status in STATUS_KEYS.items():
            action = self._action(menu, f"{status_word(status)}\t{key.name[4:]}", lambda *_, s=status: self.board.set_status(s))
            action.setEnabled(status in allowed)
            entry_needs(menu, action, self._seat, SetUnitStatus)
        menu.addSeparator()
        incident = self._seat.desk.picture.incident(self._seat.incident) if self._seat.incident else None
        send = tr("Send to incident {number}", number=incident.number) if incident else tr("Send to the chosen incident")
        sending, release = (
            self._action(menu, send + "\tD", self.board.send_to_incident),
            self._action(menu, tr("End the assignment") + "\tX", self.board.release),
        )
        sending.setEnabled(incident is not None)
        release.setEnabled(any(u.incident for u in units))
        entry_needs(menu, sending, self._seat, AssignUnit)
        entry_needs(menu, release, self._seat, ReleaseUnit)
        self._action(menu, tr("Show on the map") + "\tEnter", self.board.show_on_map)
        return menu

    @staticmethod
    def _action(menu: QMenu, text: str, act: object) -> QAction:
        action = menu.addAction(text)
        action.triggered.connect(act)
        return action
