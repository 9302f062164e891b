"""The map's own panel: which layers are shown, how far one gets, who covers what."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from commandcenter.ui.frame.context import DeskContext
from commandcenter.ui.frame.dock import Panel
from commandcenter.ui.frame.parts import column
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.layers.extras import ExtraLayers
from commandcenter.ui.layers.ground import GroundControls
from commandcenter.ui.layers.toggles import LayerToggles
from commandcenter.ui.measure.controls import MeasureControls
from commandcenter.ui.reach.controls import ReachControls
from commandcenter.ui.reach.coverage import Coverage
from commandcenter.ui.reach.isochrones import Isochrones
from commandcenter.ui.reach.menu import add_reach


class LayersPanel(Panel):
    """Layers, reach and coverage. Qt thread."""

    def __init__(self, context: DeskContext) -> None:
        """Steer the map of a desk."""
        super().__init__(context.seat.look)
        self.isochrones = Isochrones(context.seat, context.map)
        self.coverage = Coverage(context.seat, context.map, context.layers)
        self.toggles = LayerToggles(context.layers)
        self.reach = ReachControls(context.seat, self.isochrones, self.coverage)
        context.menu_parts.append(partial(add_reach, context.seat, self.isochrones))
        self.extras = ExtraLayers(context)
        self.measure = MeasureControls(context)
        self.ground = GroundControls(context)
        self._lay_out((self.toggles, 0), (self.ground, 0), (self.reach, 1), (self.measure, 1))
        self.retranslate()

    def _lay_out(self, *parts: tuple[QWidget, int]) -> None:
        page = QWidget()
        page.setProperty("role", "panel")
        line = QHBoxLayout(page)
        line.setContentsMargins(12, 8, 12, 8)
        line.setSpacing(28)
        for part, share in parts:
            line.addWidget(part, share)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(page)
        column(self).addWidget(area)

    def title(self) -> str:
        """Return the panel's name."""
        return tr("Map layers")

    def retranslate(self) -> None:
        """Say the labels on the map again."""
        self.extras.refresh()

    def focus_target(self) -> QWidget:
        """Return the first box."""
        return next(iter(self.toggles.boxes.values()))
