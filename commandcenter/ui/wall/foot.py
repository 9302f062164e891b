"""Below the wall's queue: what the signs on the map mean, and which layers it shows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea

from commandcenter.ui.frame.parts import Translated, button, column
from commandcenter.ui.frame.windows import LAYERS, LEGEND
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.layers.choice import LayerChoice
from commandcenter.ui.layers.legend import COLUMN_W
from commandcenter.ui.layers.legend_window import SIDE, SignColumn
from commandcenter.ui.seat import Seat
from commandcenter.ui.wall.scale import write_large

QUEUE_W, LEGEND_H, BUTTON_PX, COLUMNS = 340, 420, 13, 2
"""On a small projector; they grow with the wall."""


class WallFoot(Translated):
    """Two buttons and the legend that one of them shows. Qt thread."""

    def __init__(self, seat: Seat, layers: LayerChoice) -> None:
        """Start without the legend."""
        super().__init__()
        self.setProperty("role", "clear")
        self.signs = SignColumn(seat, layers, columns=COLUMNS)
        self.area = QScrollArea()
        self.area.setWidget(self.signs)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.hide()
        self.legend_button, self.layers_button = button(), button()
        self.legend_button.setCheckable(True)
        layout = column(self)
        layout.addWidget(self.area)
        line = QHBoxLayout()
        line.setContentsMargins(14, 6, 14, 8)
        for made in (self.legend_button, self.layers_button):
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            line.addWidget(made)
        layout.addLayout(line)
        self.legend_button.toggled.connect(self.area.setVisible)
        self.retranslate()

    def write_large(self, factor: float) -> None:
        """Write so many times as large as on a small projector."""
        self.signs.factor = factor * QUEUE_W / (COLUMNS * COLUMN_W + 2 * SIDE)
        self.signs.refresh()
        self.area.setFixedHeight(min(round(LEGEND_H * factor), self.signs.sizeHint().height()))
        for made in (self.legend_button, self.layers_button):
            write_large(made, BUTTON_PX * factor, 400)

    def retranslate(self) -> None:
        """Say every text."""
        self.legend_button.setText(tr("Legend"))
        self.layers_button.setText(tr("Map layers"))
        self.legend_button.setToolTip(LEGEND.keys[0])
        self.layers_button.setToolTip(LAYERS.keys[0])
        self.signs.refresh()
