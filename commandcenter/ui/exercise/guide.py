"""The guide of a first shift: one step at a time above everything else; it goes on by itself when it is done, and says more to who is stuck."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from commandcenter.exercise.guide import Patience
from commandcenter.ui.exercise.port import ExercisePort
from commandcenter.ui.exercise.top_bar import TopBar
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.seat import Seat
from commandcenter.ui.type_names import language


class GuideBar(TopBar):
    """Says the present step. Qt thread."""

    def __init__(self, seat: Seat, port: ExercisePort, parent: QWidget) -> None:
        """Follow a run."""
        super().__init__("guide", "strong", parent)
        self._seat, self._port, self._patience = seat, port, Patience()
        seat.ticked.connect(self.refresh)  # a method, so that it ends with this widget
        seat.changed.connect(self.refresh)
        self.refresh()

    def refresh(self, _what: object = None) -> None:
        """Say what to do now."""
        hint = self._port.hint()
        if hint is None:
            done = tr("That was the whole job. Ctrl+E shows how it went; look around, or close the window.")
            self.say(f"✓  {done}")
            return
        more = f"\n?  {hint.help.get(language())}" if self._patience.stuck(hint, self._seat.now_ms()) else ""
        self.say(f"➤  {hint.text.get(language())}{more}")
