"""The offer of a first start: the guided shift, in a bar above the desk that covers nothing and takes no keyboard away."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from commandcenter.model.errors import KnownError
from commandcenter.model.sentences import say
from commandcenter.ui.exercise.port import ScenarioRow, ScenariosPort
from commandcenter.ui.exercise.top_bar import TopBar
from commandcenter.ui.frame.parts import button
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.notice import Level
from commandcenter.ui.seat import Seat
from commandcenter.ui.type_names import language


class FirstShiftBar(TopBar):
    """Offers one guided scenario until it is begun or declined. Qt thread."""

    def __init__(self, seat: Seat, port: ScenariosPort, shift: ScenarioRow, parent: QWidget) -> None:
        """Offer this scenario."""
        super().__init__("firstShift", "strong", parent)
        self._seat, self._port, self._shift = seat, port, shift
        self.begin, self.decline = button("primary"), button()
        self.begin.clicked.connect(self._begin)
        self.decline.clicked.connect(self._decline)
        for part in (self.begin, self.decline):
            self.addWidget(part)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Say it anew in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        title = self._shift.title.get(language()) or self._shift.name
        words = tr(
            "New here? “{title}” shows you this desk step by step, in about ten minutes. It opens in a window of its own; nothing can go wrong.",
            title=title,
        )
        self.say(words)
        self.begin.setText(tr("Start the guided shift"))
        self.decline.setText(tr("Not now"))

    def _begin(self) -> None:
        """Open it; where that fails the offer stands."""
        try:
            self._port.start(self._shift.name)
        except KnownError as error:
            self._seat.notice(Level.FAILED, error.sentence)
            return
        self.hide()
        self._seat.notice(Level.DONE, say("The guided shift opens in its own window in a few seconds"))

    def _decline(self) -> None:
        self.hide()
        self._seat.notice(Level.HINT, say("Ctrl+E opens the exercises at any time"))
