"""The map's own panel: which layers are shown, how far one gets, who covers what."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QScrollArea, QStackedLayout, QWidget

from commandcenter.model.ids import Id
from commandcenter.model.ports import Stand
from commandcenter.model.words import LonLat
from commandcenter.ui.closures.form import PROFILES
from commandcenter.ui.frame.context import DeskContext
from commandcenter.ui.frame.dock import Panel
from commandcenter.ui.frame.parts import column, scrolling, segment
from commandcenter.ui.frame.wrapping import WrappingLine
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.layers.extras import ExtraLayers
from commandcenter.ui.layers.ground import GroundControls
from commandcenter.ui.layers.toggles import LayerToggles
from commandcenter.ui.measure.controls import MeasureControls
from commandcenter.ui.positions import add_position
from commandcenter.ui.reach.controls import ReachControls
from commandcenter.ui.reach.coverage import Coverage
from commandcenter.ui.reach.isochrones import Isochrones, Origin
from commandcenter.ui.reach.menu import add_reach, of_unit
from commandcenter.ui.search.layer import SectorLayer

BETWEEN_PX = 28


class LayersPanel(Panel):
    """Layers, reach and coverage. Qt thread."""

    def __init__(self, context: DeskContext) -> None:
        """Steer the map of a desk."""
        super().__init__(context.seat.look)
        self._seat = context.seat
        self.isochrones = Isochrones(context.seat, context.map)
        self.coverage = Coverage(context.seat, context.map, context.layers, context.services.census)
        context.map.map_clicked.connect(self.coverage.ask)
        self.toggles = LayerToggles(context.layers)
        self.reach = ReachControls(context.seat, self.isochrones, self.coverage)
        context.menu_parts.append(partial(add_reach, context.seat, self.isochrones))
        context.menu_parts.append(partial(add_position, context.seat))
        self.extras = ExtraLayers(context.seat, context.map, context.layers, context.services.trails)
        self.sectors = SectorLayer(context.seat, context.map)
        self.measure = MeasureControls(context)
        self.ground = GroundControls(context)
        self._pages = QStackedLayout()
        self.segments = [segment() for _ in range(2)]
        for page, parts in enumerate((((self.toggles, 1), (self.ground, 0)), ((self.reach, 1), (self.measure, 1)))):
            self._pages.addWidget(_page(parts))
            self.segments[page].clicked.connect(partial(self._pages.setCurrentIndex, page))
        self.segments[0].setChecked(True)
        self.tools = [*self.segments]
        column(self).addLayout(self._pages)
        self.retranslate()

    def title(self) -> str:
        """Return the panel's name."""
        return tr("Map layers")

    def retranslate(self) -> None:
        """Say every text; the labels on the map too."""
        for made, text in zip(self.segments, (tr("Layers"), tr("Reach, coverage, measure")), strict=True):
            made.setText(text)
        self.extras.refresh()
        self.sectors.refresh()

    def reach_of(self, unit_id: Id) -> None:
        """Show how far a unit gets."""
        unit = self._seat.desk.picture.unit(unit_id)
        if unit is not None:
            self.isochrones.show(of_unit(self._seat, unit))

    def reach_from(self, name: str, at: LonLat, profile: str) -> None:
        """Show how far a kind of vehicle gets from a place."""
        self.isochrones.show(Origin(f"{name}, {tr(PROFILES[profile])}", Stand(at, profile)))

    def show_measure(self) -> None:
        """Show the page with reach, coverage and measuring."""
        self.segments[1].setChecked(True)
        self._pages.setCurrentIndex(1)

    def focus_target(self) -> QWidget:
        """Return the first box, or the first field."""
        return self.reach.minutes if self._pages.currentIndex() else next(iter(self.toggles.boxes.values()))


def _page(parts: Sequence[tuple[QWidget, int]]) -> QScrollArea:
    page = QWidget()
    page.setProperty("role", "panel")
    line = WrappingLine(page, gap=BETWEEN_PX)
    line.setContentsMargins(12, 8, 12, 8)
    for part, share in parts:
        line.addWidget(part, share)
    return scrolling(page)
