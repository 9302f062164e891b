"""The choice of layers as a window of its own, for a map that has no panels: the wall's."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from commandcenter.ui.frame.parts import Translated, column
from commandcenter.ui.layers.choice import LayerChoice
from commandcenter.ui.layers.toggles import LayerToggles


class LayersWindow(Translated):
    """One box a layer. Escape closes it. Qt thread."""

    def __init__(self, layers: LayerChoice) -> None:
        """Show and change a choice."""
        super().__init__()
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.toggles = LayerToggles(layers)
        column(self, margin=16).addWidget(self.toggles)
        QShortcut(QKeySequence("Esc"), self, self.close)

    def retranslate(self) -> None:
        """The boxes say their texts themselves."""
