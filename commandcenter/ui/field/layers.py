"""What the map shows, switched with gloves; remembered on this laptop."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QGridLayout

from commandcenter.ui.field.parts import BigButton, Card
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.layers.choice import LAYERS, LayerChoice
from commandcenter.ui.layers.toggles import layer_word

COLUMNS = 2
IN_THE_FIELD = tuple(layer for layer in LAYERS if layer != "reach")
"""Layers that a field window draws; how far one gets is asked at desks only."""


class LayersCard(Card):
    """One large button a layer; it is down while the layer is shown. Qt thread."""

    def __init__(self, layers: LayerChoice) -> None:
        """Show and change a choice."""
        super().__init__()
        self._layers = layers
        self.buttons = {layer: BigButton() for layer in IN_THE_FIELD}
        self.legend = BigButton()
        grid = QGridLayout()
        grid.setSpacing(6)
        for place, (layer, made) in enumerate(self.buttons.items()):
            made.setCheckable(True)
            made.setChecked(layers.shown(layer))
            made.toggled.connect(partial(layers.show, layer))
            grid.addWidget(made, place // COLUMNS, place % COLUMNS)
        self.body.addLayout(grid)
        self.body.addWidget(self.legend)
        layers.changed.connect(self._follow)

    def retranslate(self) -> None:
        """Say every text."""
        self.title.setText(tr("Map layers"))
        self.legend.setText(tr("Legend"))
        for layer, made in self.buttons.items():
            made.setText(self._words(layer))
            made.setAccessibleName(tr("Layer: {name}", name=layer_word(layer)))

    def _words(self, layer: str) -> str:
        return f"✓ {layer_word(layer)}" if self._layers.shown(layer) else layer_word(layer)

    def _follow(self, layer: str) -> None:
        made = self.buttons.get(layer)
        if made is not None:
            with QSignalBlocker(made):
                made.setChecked(self._layers.shown(layer))
            made.setText(self._words(layer))
