"""What every panel and every window beside the desk is made from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from commandcenter.model.words import LonLat
from commandcenter.ui.command_line.places import PlaceFinder
from commandcenter.ui.layers.choice import LayerChoice
from commandcenter.ui.map_drawing import MapDrawing
from commandcenter.ui.map_link import MapPort
from commandcenter.ui.map_menu import MenuPart
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
    layers: LayerChoice
    """Which layers of the map are shown."""
    drawing: MapDrawing
    """Lets the person draw on the map for one asker at a time."""
    menu_parts: list[MenuPart] = field(default_factory=list)
    """What panels and windows add to the menu on the map."""
    paper_notes: list[Callable[[], tuple[str, Sequence[LonLat]]]] = field(default_factory=list)
    """What panels say beside the legend of a printed map, and of which places: left out where none of them is on it."""
