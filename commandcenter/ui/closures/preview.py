"""What would close, on the map before anybody closes it."""

from __future__ import annotations

from collections.abc import Sequence

from commandcenter.model.words import LonLat
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.map.things import OverlayShape
from commandcenter.ui.map_link import MapPort

OVERLAY = "closing"
ZOOMS = ((400.0, 17.0), (900.0, 16.0), (1_800.0, 15.0), (4_000.0, 14.0))
"""Up to so many metres long: this near; longer ones at 13."""


def show_preview(view: MapPort, shapes: Sequence[tuple[LonLat, ...]], length_m: float) -> None:
    """Draw lines that are to be closed, and go there."""
    view.show_overlay(OVERLAY, [OverlayShape("street", "line", tuple(shapes), tone="danger", dashed=True, title=tr("This would be closed"))])
    points = [point for shape in shapes for point in shape]
    middle = LonLat(*((min(axis) + max(axis)) / 2 for axis in zip(*points, strict=True)))
    view.fly_to(middle, next((zoom for most, zoom in ZOOMS if length_m <= most), 13.0))


def hide_preview(view: MapPort) -> None:
    """Take the lines off the map."""
    view.hide_overlay(OVERLAY)
