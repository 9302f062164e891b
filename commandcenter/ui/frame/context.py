"""What every panel and every window beside the desk is made from."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.ui.command_line.places import PlaceFinder
from commandcenter.ui.map_link import MapPort
from commandcenter.ui.ports import Services, Settings
from commandcenter.ui.seat import Seat


@dataclass(frozen=True, slots=True)
class DeskContext:
    """The shared parts of one desk. Qt thread."""

    seat: Seat
    """Commands go out through it, changes and choices come in."""
    settings: Settings
    finder: PlaceFinder
    """Search of places, nearest to what the map shows."""
    map: MapPort
    services: Services
    """What only the app can give."""
