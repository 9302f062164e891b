"""The countdown at the top of the incident panel, with the button that stops it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from commandcenter.model.commands import StopSending
from commandcenter.ui.automatic.sender import AutomaticSender
from commandcenter.ui.frame.parts import Translated, button, label, row
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.seat import Seat


class CountdownBar(Translated):
    """In sight as long as something counts down, whatever else the panel shows. Qt thread."""

    def __init__(self, seat: Seat, sender: AutomaticSender) -> None:
        """Follow the sender."""
        super().__init__()
        self._sender = sender
        self.said, self.stop = label("warn", wrap=True), button("primary")
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.stop.clicked.connect(sender.stop)
        self.stop.needs(seat, StopSending)
        line = row()
        line.addWidget(self.said, 1)
        line.addWidget(self.stop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 4)
        layout.addLayout(line)
        sender.changed.connect(self._show)
        seat.incident_chosen.connect(self._choose)
        self.retranslate()

    def retranslate(self) -> None:
        """Say every text."""
        self.stop.setText(tr("Stop it (Ctrl+.)"))
        self._show()

    def _choose(self, _incident: str) -> None:
        self._show()

    def _show(self) -> None:
        one = self._sender.shown
        self.setVisible(one is not None)
        if one is not None:
            ours, theirs = tr("{number} will be sent to by itself in {time}"), tr("{number} will be sent to by the desk that took it in {time}")
            self.said.setText((ours if one.mine else theirs).format(number=one.number, time=formats.eta(one.left_s)))
