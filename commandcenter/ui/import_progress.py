"""Long work made visible: stage, bar, time left, cancel. The work runs in a thread; its reports come by signal."""

from __future__ import annotations

import threading
import time

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from commandcenter.model.errors import Cancelled
from commandcenter.model.sentences import Sentence
from commandcenter.ui.frame.parts import Translated, button, column, label, row
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import spoken, tr

STEPS = 1000
REPORT_EVERY_S = 0.1


class SignalProgress(QObject):
    """A `Progress` for worker threads. `cancel` makes the next report raise `Cancelled`.

    Signals:
        reported(str, float, float): stage, share of it done (0 … 1), seconds since it began.
    """

    reported = Signal(str, float, float)

    def __init__(self) -> None:
        """Nobody has cancelled yet."""
        super().__init__()
        self._cancelled = threading.Event()
        self._stage = ""
        self._began_s = self._told_s = 0.0

    def cancel(self) -> None:
        """Ask the work to stop; any thread."""
        self._cancelled.set()

    def report(self, stage: str, done: float, total: float) -> None:
        """Tell the window, ten times a second at most; raises `Cancelled` when the person has cancelled."""
        if self._cancelled.is_set():
            raise Cancelled
        now_s = time.monotonic()
        if stage != self._stage:
            self._stage, self._began_s, self._told_s = stage, now_s, 0.0
        if now_s - self._told_s >= REPORT_EVERY_S or done >= total:
            self._told_s = now_s
            self.reported.emit(stage, min(1.0, done / total) if total > 0 else 0.0, now_s - self._began_s)


class ImportProgress(Translated):
    """Shows a `SignalProgress`.

    Signals:
        cancelled(): the person gave up.
    """

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start at nothing."""
        super().__init__(parent)
        self._seen = ("", 0.0, 0.0)
        self.stage, self.left_over = label("strong"), label("muted")
        self.bar = QProgressBar()
        self.bar.setRange(0, STEPS)
        self.bar.setTextVisible(False)
        self.cancel_button = button()
        self.cancel_button.clicked.connect(self._cancel)
        layout = column(self, gap=8)
        layout.addWidget(self.stage)
        layout.addWidget(self.bar)
        line = row()
        line.addWidget(self.left_over, 1)
        line.addWidget(self.cancel_button, 0, Qt.AlignmentFlag.AlignRight)
        layout.addLayout(line)
        self.retranslate()

    def follow(self, progress: SignalProgress) -> None:
        """Show this work; its reports may come from any thread."""
        self.cancel_button.setEnabled(True)
        progress.reported.connect(self.show_report)
        self.cancelled.connect(progress.cancel)

    def show_report(self, stage: str, share: float, running_s: float) -> None:
        """Show how far a stage is."""
        self._seen = (stage, share, running_s)
        self.bar.setValue(round(share * STEPS))
        self.retranslate()

    def retranslate(self) -> None:
        """Say every text."""
        stage, share, running_s = self._seen
        self.cancel_button.setText(tr("Cancel"))
        self.bar.setAccessibleName(tr("Progress"))
        said = spoken(Sentence(stage)) if stage else tr("Starting …")
        self.stage.setText(said[:1].upper() + said[1:])
        if 0.02 < share < 1.0 and running_s > 1.0:
            left_s = running_s * (1 - share) / share
            self.left_over.setText(tr("{percent} % · about {time} left", percent=round(share * 100), time=formats.age(left_s)))
        else:
            self.left_over.setText(tr("{percent} %", percent=round(share * 100)))

    def _cancel(self) -> None:
        self.cancel_button.setEnabled(False)
        self.left_over.setText(tr("Stopping …"))
        self.cancelled.emit()
