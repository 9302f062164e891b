"""Has every window say its names anew when another catalogue comes into use, and says it when one could not."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication

from commandcenter.model.entries import Changes, Kind
from commandcenter.model.sentences import Sentence
from commandcenter.ui.catalogue.port import CataloguePort
from commandcenter.ui.notice import Level
from commandcenter.ui.seat import Seat


class CatalogueFollower(QObject):
    """Follows a seat's desk. Qt thread."""

    def __init__(self, seat: Seat, port: CataloguePort | None) -> None:
        """Begin with the catalogue in use; `look` says a fault that stands already."""
        super().__init__(seat)
        self._seat, self._port = seat, port
        self._catalogue = seat.desk.catalogue
        self._said: Sentence | None = None
        seat.changed.connect(self._on_changes)

    def look(self) -> None:
        """Say a fault that was not said yet."""
        fault = self._port.fault() if self._port is not None else None
        if fault is not None and fault != self._said:
            self._seat.notice(Level.FAILED, fault)
        self._said = fault

    def _on_changes(self, changes: Changes) -> None:
        if not changes.of(Kind.POLICY):
            return
        self.look()
        if self._seat.desk.catalogue is not self._catalogue:
            self._catalogue = self._seat.desk.catalogue
            for window in QApplication.topLevelWidgets():
                QCoreApplication.postEvent(window, QEvent(QEvent.Type.LanguageChange))
