"""Keeps the sectors of searches on the map, wherever a map is shown: at the desk, in the field, on the wall, looking back."""

from __future__ import annotations

from PySide6.QtCore import QObject

from commandcenter.dispatch.search.probability import SearchState, SectorState, state_of
from commandcenter.model.entries import Changes, Kind
from commandcenter.model.ids import Id
from commandcenter.picture.searches import SearchView
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.map.things import OverlayShape
from commandcenter.ui.map_link import MapPort
from commandcenter.ui.search.words import percent
from commandcenter.ui.seat import Seat

OVERLAY = "sectors"
HIGH, MEDIUM = 0.2, 0.05
"""POA from which a sector is drawn as likely, and as possible."""
SEARCHED = 0.8
"""POD from which a sector counts as searched well."""


class SectorLayer(QObject):
    """The overlay `sectors`: those of every open search, and of the one whose sector is marked. Qt thread."""

    def __init__(self, seat: Seat, view: MapPort) -> None:
        """Show what is there, then follow."""
        super().__init__(seat)
        self._seat, self._view = seat, view
        self._marked = ""
        seat.changed.connect(self._on_changes)
        seat.sector_marked.connect(self._mark)
        self.refresh()

    def refresh(self) -> None:
        """Show everything anew; also after a change of language."""
        shown = [search for search in self._seat.desk.picture.searches.searches() if search.state == "open" or self._has_marked(search)]
        self._view.show_overlay(OVERLAY, [shape for search in shown for shape in sector_shapes(state_of(search), Id(self._marked))])

    def _has_marked(self, search: SearchView) -> bool:
        return any(sector.id == self._marked for sector in search.sectors)

    def _mark(self, sector: str) -> None:
        self._marked = sector
        self.refresh()

    def _on_changes(self, changes: Changes) -> None:
        if any(changes.of(kind) for kind in (Kind.SEARCH, Kind.SECTOR, Kind.SWEEP)):
            self.refresh()


def sector_shapes(state: SearchState, marked: Id | None) -> list[OverlayShape]:
    """Return the sectors as the map draws them: likely, possible, searched well; hatched where a team is."""
    return [_shape(one, chosen=one.sector.id == marked) for one in state.sectors]


def _shape(one: SectorState, *, chosen: bool) -> OverlayShape:
    tone = "ok" if one.pod >= SEARCHED else "danger" if one.poa >= HIGH else "warn" if one.poa >= MEDIUM else "text_muted"
    return OverlayShape(
        id=one.sector.id,
        kind="area",
        parts=(one.sector.ring,),
        label=f"{one.sector.name} {percent(one.poa)}",
        tone="accent" if chosen else tone,
        filled=one.poa >= MEDIUM,
        hatched=any(sweep.running for sweep in one.sector.sweeps),
        title=tr("Sector {name}", name=one.sector.name)
        + "\n"
        + tr("POA {poa}, POD {pod}, POS {pos}", poa=percent(one.poa), pod=percent(one.pod), pos=percent(one.pos)),
    )
