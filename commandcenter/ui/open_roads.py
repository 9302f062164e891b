"""The roads as they may be driven now: whoever shows a way asks these."""

from __future__ import annotations

from commandcenter.model.ports import Roads, Shape
from commandcenter.ui.ports import DeskPort


def closed_shapes(desk: DeskPort) -> tuple[Shape, ...]:
    """Return the closures in force now, those of hazards too."""
    now_ms = desk.clock.wall_ms()
    return tuple(Shape(c.shape, c.exempt_profiles) for c in desk.picture.closures() if c.in_force(now_ms))


def open_roads(desk: DeskPort) -> Roads:
    """Return the roads with the closures in force now; may go to a worker thread."""
    return desk.roads.with_closures(closed_shapes(desk))
