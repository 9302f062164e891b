"""Long work in the strip: what is done, how far it is, and a button that stops it. Short work is never shown."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar

from commandcenter.ui.frame.parts import Translated, button, label, row
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.import_progress import STEPS, SignalProgress

SHOWN_AFTER_MS = 500
BAR_PX = 140
SURE_S = 1.0
"""Before this no time is foretold."""


class Working(Translated):
    """Shows the newest of the works that are under way; its button stops all of them. Qt thread.

    Signals:
        shown(bool): it takes its place in the strip, or leaves it.
    """

    shown = Signal(bool)

    def __init__(self) -> None:
        """Start at rest."""
        super().__init__()
        self._under_way: list[SignalProgress] = []
        self._seen = ("", 0.0, 0.0)
        self.setProperty("role", "clear")
        self.words, self.bar, self.stop_button = label(), QProgressBar(), button("plain")
        self.bar.setRange(0, STEPS)
        self.bar.setFixedWidth(BAR_PX)
        self.bar.setTextVisible(False)
        self.stop_button.clicked.connect(self.stop)
        layout = row(self)
        for part in (self.words, self.bar, self.stop_button):
            layout.addWidget(part)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SHOWN_AFTER_MS)
        self._soon.timeout.connect(lambda: self._show(True))
        self.hide()
        self.retranslate()

    def begin(self) -> SignalProgress:
        """Return the progress of a new work, to be told from any thread."""
        made = SignalProgress()
        made.reported.connect(self._report)
        self._under_way.append(made)
        self._seen = ("", 0.0, 0.0)
        self.stop_button.setEnabled(True)
        self._soon.start()
        return made

    def end(self, progress: SignalProgress) -> None:
        """That work is over, however it ended."""
        self._under_way.remove(progress)
        if not self._under_way:
            self._soon.stop()
            self._show(False)

    def stop(self) -> None:
        """Ask every work to stop; each ends at its next report."""
        for progress in self._under_way:
            progress.cancel()
        self.stop_button.setEnabled(False)

    def retranslate(self) -> None:
        """Say every text."""
        stage, share, running_s = self._seen
        said = tr(stage) if stage else tr("Starting …")
        left = tr("about {time} left", time=formats.age(running_s * (1 - share) / share)) if 0.02 < share < 1 and running_s > SURE_S else ""
        self.words.setText(" · ".join(part for part in (said, tr("{percent} %", percent=round(100 * share)), left) if part))
        self.bar.setAccessibleName(tr("Progress"))
        self.bar.setValue(round(share * STEPS))
        self.stop_button.setText(tr("Stop (Ctrl+P, X)"))

    def _report(self, stage: str, share: float, running_s: float) -> None:
        self._seen = (stage, share, running_s)
        self.retranslate()

    def _show(self, wanted: bool) -> None:
        self.setVisible(wanted)
        self.shown.emit(wanted)
