"""The window People and devices: roles, computers, acts that wait for a verdict, and this laptop's own way in."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTabWidget, QWidget

from commandcenter.model.entries import Changes, Kind
from commandcenter.ui.frame.context import DeskContext
from commandcenter.ui.frame.parts import Translated, column, label
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.identity.acts_page import ActsPage
from commandcenter.ui.identity.devices_page import DevicesPage
from commandcenter.ui.identity.join_page import JoinPage
from commandcenter.ui.identity.people_page import PeoplePage
from commandcenter.ui.identity.port import IdentityPort
from commandcenter.ui.identity.recovery_page import RecoveryPage
from commandcenter.ui.notice import Level
from commandcenter.ui.seat import Seat
from commandcenter.ui.tables.page import NoticeLine


class PeopleWindow(Translated):
    """Five pages; Alt+1 … Alt+5 change between them."""

    def __init__(self, context: DeskContext) -> None:
        """Follow the picture; where the program runs without people it says so."""
        super().__init__()
        self.setProperty("role", "window")
        self.tabs, self.alone = QTabWidget(), label("muted", wrap=True)
        self.tabs.setDocumentMode(True)
        self.people: PeoplePage | None = None
        layout = column(self)
        self._seat, self._reminded = context.seat, False
        self._identity = identity = context.services.identity
        if identity is None:
            layout.addWidget(self.alone)
        else:
            self._add_pages(context.seat, identity)
            layout.addWidget(self.tabs, 1)
        layout.addWidget(NoticeLine(context.seat))
        QShortcut(QKeySequence("Esc"), self, self.close)
        self.retranslate()

    def _add_pages(self, seat: Seat, identity: IdentityPort) -> None:
        self.people, self.devices = PeoplePage(seat, identity), DevicesPage(seat, identity)
        self.acts, self.join = ActsPage(seat), JoinPage(seat, identity, identity.open_region)
        self.recovery = RecoveryPage(seat, identity)
        pages: tuple[QWidget, ...] = (self.people, self.devices, self.acts, self.join, self.recovery)
        for number, page in enumerate(pages):
            self.tabs.addTab(page, "")
            QShortcut(QKeySequence(f"Alt+{number + 1}"), self, lambda number=number: self.tabs.setCurrentIndex(number))
        seat.changed.connect(self._on_changes)

    def sizeHint(self) -> QSize:
        """Return the size it opens with."""
        return QSize(940, 700)

    def retranslate(self) -> None:
        """Say the names of the pages."""
        self.alone.setText(tr("This desk runs without people to sign in."))
        if self.people is not None:
            waiting = self.acts.table.rows.rowCount()
            names = (tr("People and roles"), tr("Devices"), tr("Waiting ({count})", count=waiting), tr("This laptop"), tr("Recovery paper"))
            for number, text in enumerate(names):
                self.tabs.setTabText(number, text)
                self.tabs.setTabToolTip(number, f"Alt+{number + 1}")
            self.tabs.setAccessibleName(tr("People and devices"))

    def _remind(self) -> None:
        """Say once that the recovery paper is to be printed, as soon as rights hold."""
        wanted = None if self._identity is None or self._reminded else self._identity.wants_recovery
        if wanted is not None:
            self._reminded = True
            self._seat.notice(Level.HINT, wanted)

    def _on_changes(self, changes: Changes) -> None:
        if self.people is None or not changes.entries:
            return
        self.acts.refresh()
        if any(changes.of(kind) for kind in (Kind.GRANT, Kind.DEVICE, Kind.OPERATOR)) or self.tabs.currentWidget() is self.devices:
            self.people.refresh()
            self.devices.refresh()
            self.recovery.refresh()
            self._remind()
        self.retranslate()
