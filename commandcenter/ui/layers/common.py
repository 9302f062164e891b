"""The common picture on one map: every layer, wherever a map is shown beside the desk's own."""

from __future__ import annotations

from commandcenter.ui.layers.choice import LayerChoice
from commandcenter.ui.layers.extras import ExtraLayers
from commandcenter.ui.map_link import MapLink, MapPort
from commandcenter.ui.ports import TrailSource
from commandcenter.ui.reach.coverage import Coverage
from commandcenter.ui.search.layer import SectorLayer
from commandcenter.ui.seat import Seat
from commandcenter.ui.sketch.layer import SketchLayers


class CommonPicture:
    """What field, wall and the look back draw: the same layers as the desk, by the same hands. Qt thread."""

    def __init__(self, seat: Seat, view: MapPort, layers: LayerChoice, trails: TrailSource | None = None) -> None:
        """Join a seat and a map."""
        self.link = MapLink(seat, view, layers)
        self.sketches = SketchLayers(seat, view)
        self.sectors = SectorLayer(seat, view)
        self.extras = ExtraLayers(seat, view, layers, trails)
        self.coverage = Coverage(seat, view, layers)

    def refresh(self) -> None:
        """Show everything anew; also after a change of language."""
        for part in (self.link, self.sketches, self.sectors, self.extras):
            part.refresh()
        self.coverage.repaint()
