"""Layers that are shown when somebody asks: trails of units, stock of depots, free places in facilities."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QObject

from commandcenter.model.entries import Changes, Kind
from commandcenter.model.ids import Id
from commandcenter.model.words import Position
from commandcenter.picture.care import FacilityView
from commandcenter.picture.views import DepotView
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.layers.choice import LayerChoice
from commandcenter.ui.logistics_words import care_name
from commandcenter.ui.map.things import OverlayShape
from commandcenter.ui.map_link import MapPort
from commandcenter.ui.ports import TrailSource
from commandcenter.ui.seat import Seat
from commandcenter.ui.type_names import item_name, local_name

EXTRAS = ("tracks", "stock", "capacity")
TRAIL_MS = 3_600_000
"""How far back trails go."""
EVERY_TICKS = 15
NAMED = 12


class ExtraLayers(QObject):
    """Keeps the overlays `tracks`, `stock` and `capacity` in step while they are shown. Qt thread."""

    def __init__(self, seat: Seat, view: MapPort, layers: LayerChoice, trails: TrailSource | None) -> None:
        """Follow picture and choice; without a source of trails there are none."""
        super().__init__(seat)
        self._seat, self._view, self._layers, self._trail_source = seat, view, layers, trails
        self._ticks = 0
        layers.changed.connect(self._on_layer)
        seat.changed.connect(self._on_changes)
        seat.ticked.connect(self._tick)
        self.refresh()

    def refresh(self) -> None:
        """Show anew what is asked for; also after a change of language."""
        picture = self._seat.desk.picture
        self._put("stock", [shape for depot in picture.depots() if (shape := self._stock(depot)) is not None])
        self._put("capacity", [shape for facility in picture.facilities() if (shape := self._capacity(facility)) is not None])
        if self._layers.shown("tracks") and self._trail_source is not None:
            self._seat.run(self._trails(self._trail_source))
        else:
            self._view.hide_overlay("tracks")

    def _put(self, layer: str, shapes: Sequence[OverlayShape]) -> None:
        if self._layers.shown(layer) and shapes:
            self._view.show_overlay(layer, shapes)
        else:
            self._view.hide_overlay(layer)

    async def _trails(self, source: TrailSource) -> None:
        units = {unit.id: unit.callsign for unit in self._seat.desk.picture.units()}
        kept = await source.trails(tuple(units), self._seat.now_ms() - TRAIL_MS)
        self._put("tracks", trail_shapes(units, kept))

    def _stock(self, depot: DepotView) -> OverlayShape | None:
        items = sorted({stock.item for stock in depot.stock})
        if not items:
            return None
        catalogue = self._seat.desk.catalogue
        low = [item for item in items if depot.free(item) < depot.minimums.get(item, 0)]
        lines = [f"{item_name(catalogue, item)}: {formats.number(depot.free(item))}" for item in items[:NAMED]]
        more = [tr("and {n} more goods", n=len(items) - NAMED)] if len(items) > NAMED else []
        label = tr("{n} low", n=len(low)) if low else tr("{n} goods", n=len(items))
        title = "\n".join([local_name(depot.name, depot.names), *lines, *more])
        return OverlayShape(depot.id, "point", ((depot.at,),), label=label, tone="danger" if low else "ok", title=title)

    def _capacity(self, facility: FacilityView) -> OverlayShape | None:
        if not facility.places and facility.open:
            return None
        catalogue = self._seat.desk.catalogue
        free, total = (sum(getattr(places, name) for places in facility.places.values()) for name in ("free", "total"))
        lines = [f"{care_name(catalogue, code)}: {p.free} / {p.total}" for code, p in facility.places.items()]
        label = tr("{free} of {total} free", free=free, total=total) if facility.open else tr("takes nobody in")
        tone = "danger" if not facility.open or free <= 0 else "warn" if total and free / total < 0.1 else "ok"
        title = "\n".join([local_name(facility.name, facility.names), *lines, *([facility.reason] if facility.reason else [])])
        return OverlayShape(facility.id, "point", ((facility.at,),), label=label, tone=tone, title=title)

    def _on_changes(self, changes: Changes) -> None:
        if any(changes.of(kind) for kind in (Kind.DEPOT, Kind.STOCK_MOVE, Kind.RESERVATION, Kind.FACILITY, Kind.PLACEMENT)):
            self.refresh()

    def _on_layer(self, layer: str) -> None:
        if layer in EXTRAS:
            self.refresh()

    def _tick(self, _now_ms: int) -> None:
        self._ticks = (self._ticks + 1) % EVERY_TICKS
        if self._ticks == 0 and self._layers.shown("tracks"):
            self.refresh()


def trail_shapes(units: Mapping[Id, str], kept: Mapping[Id, Sequence[Position]]) -> list[OverlayShape]:
    """Return a line for every unit that moved."""
    made = []
    for unit, track in kept.items():
        points = [track[0].at] if track else []
        points += [here.at for before, here in pairwise(track) if here.at != before.at]
        if len(points) > 1:
            since, until = formats.clock(track[0].wall_ms, seconds=False), formats.clock(track[-1].wall_ms, seconds=False)
            title = f"{units.get(unit, '')}\n{since}–{until}"
            made.append(OverlayShape(unit, "line", (tuple(points),), label=units.get(unit, ""), tone="text_muted", title=title))
    return made
