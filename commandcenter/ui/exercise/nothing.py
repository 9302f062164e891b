"""What a window says that this desk cannot fill: a desk of an exercise writes no scenarios."""

from __future__ import annotations

from commandcenter.ui.frame.parts import Translated, column, label
from commandcenter.ui.i18n.tr import tr


class NothingHere(Translated):
    """One sentence. Qt thread."""

    def __init__(self) -> None:
        """Say it."""
        super().__init__()
        self.setProperty("role", "window")
        self.said = label("muted", wrap=True)
        column(self, margin=24).addWidget(self.said)
        self.retranslate()

    def retranslate(self) -> None:
        """Say every text."""
        self.said.setText(tr("Scenarios are written at a desk, not in an exercise that runs: open this window there."))
