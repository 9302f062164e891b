"""Which unit moves to which station, and why it is otherwise than suggested."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit

from commandcenter.dispatch.coverage import MoveUp
from commandcenter.model.ids import Id
from commandcenter.picture.views import StationView
from commandcenter.ui.frame.parts import Translated, label, row
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.tables.page import settle
from commandcenter.ui.type_names import local_name


class MoveForm(Translated):
    """Two choices and a line. Qt thread.

    Signals:
        changed(): another unit or station was chosen, or the reason is another one.
    """

    changed = Signal()

    def __init__(self) -> None:
        """Choose nothing yet."""
        super().__init__()
        self.unit, self.station, self.reason = QComboBox(), QComboBox(), QLineEdit()
        self._arrow = label("muted")
        self._arrow.setText("→")
        self._stations: tuple[StationView, ...] = ()
        self._offered: MoveUp | None = None
        line = row(self)
        line.addWidget(self.unit, 2)
        line.addWidget(self._arrow)
        line.addWidget(self.station, 3)
        line.addWidget(self.reason, 4)
        for choice in (self.unit, self.station):
            settle(choice)
            choice.currentIndexChanged.connect(self._on_choice)
        self.reason.textChanged.connect(self._on_choice)
        self.retranslate()

    def retranslate(self) -> None:
        """Say every text."""
        self.unit.setAccessibleName(tr("Unit"))
        self.station.setAccessibleName(tr("Station"))
        self.reason.setAccessibleName(tr("Reason"))
        self.reason.setPlaceholderText(tr("Reason if changed"))
        self.reason.setToolTip(tr("Reason, where it is not as suggested"))
        for n, station in enumerate(self._stations):
            self.station.setItemText(n, local_name(station.name, station.names))

    def offer(self, units: Iterable[tuple[Id, str]], stations: Iterable[StationView]) -> None:
        """Offer these free units and stations."""
        with QSignalBlocker(self.unit), QSignalBlocker(self.station):
            self.unit.clear()
            self.station.clear()
            for unit_id, callsign in units:
                self.unit.addItem(callsign, unit_id)
            self._stations = tuple(stations)
            for station in self._stations:
                self.station.addItem(local_name(station.name, station.names), station.id)
        self.show_move(self._offered)

    def show_move(self, move: MoveUp | None) -> None:
        """Choose what is suggested."""
        self._offered = move
        if move is not None:
            self.unit.setCurrentIndex(self.unit.findData(move.unit_id))
            self.station.setCurrentIndex(self.station.findData(move.station_id))
        self.changed.emit()

    @property
    def chosen(self) -> tuple[Id, Id] | None:
        """Return unit and station; `None` where one of them is not chosen."""
        unit, station = self.unit.currentData(), self.station.currentData()
        return None if unit is None or station is None else (Id(unit), Id(station))

    @property
    def differs(self) -> bool:
        """Return whether another move is chosen than suggested."""
        move = self._offered
        return move is not None and self.chosen != (move.unit_id, move.station_id)

    def _on_choice(self, _value: object) -> None:
        self.changed.emit()
