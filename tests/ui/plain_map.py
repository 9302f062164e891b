"""A plain widget in place of the map page: takes what the page takes and keeps it for looking at."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from commandcenter.model.errors import KnownError
from commandcenter.model.words import LonLat
from commandcenter.ui.map.bridge import Viewport

from .ground import HOME
from .street_tiles import StreetTiles


class PlainMap(QWidget):
    """Takes what the map page takes and keeps it for looking at."""

    clicked = Signal(str, str)
    map_clicked = Signal(float, float)
    drawn = Signal(str, object)
    drawing_cancelled = Signal()
    hovered = Signal(str, str)
    context_requested = Signal(str, str, float, float)
    cursor_moved = Signal(float, float)

    def __init__(self) -> None:
        super().__init__()
        self.shown: dict[str, Any] = {"routes": []}
        self.flights: list[tuple[LonLat, float | None]] = []
        self.overlays: dict[str, list[Any]] = {}

    def set_units(self, ids: Any, lons: Any, lats: Any, headings: Any, symbols: Any, labels: Any) -> None:
        self.shown["symbols"] = dict(zip(labels, (int(symbol) for symbol in symbols), strict=True))
        self.shown["units"] = dict(zip(labels, zip(lons, lats, strict=True), strict=True))

    def set_incidents(self, incidents: Any) -> None:
        self.shown["incidents"] = list(incidents)

    def set_places(self, places: Any) -> None:
        self.shown["places"] = list(places)

    def set_closures(self, closures: Any) -> None:
        self.shown["closures"] = list(closures)

    def show_routes(self, routes: Any) -> None:
        self.shown["routes"] = list(routes)

    def show_overlay(self, name: str, shapes: Any) -> None:
        self.overlays[name] = list(shapes)

    @property
    def viewport(self) -> Viewport:
        return Viewport(HOME, 14, HOME.lon - 0.03, HOME.lat - 0.012, HOME.lon + 0.03, HOME.lat + 0.012)

    is_settled = True
    attribution = "Plain ground"
    tiles = StreetTiles()

    def set_bare(self, bare: bool) -> None:
        self.shown["bare"] = bare

    def set_saving(self, saving: bool) -> None:
        self.shown["saving"] = saving

    def grab_image(self) -> QImage:
        image = QImage(1000, 615, QImage.Format.Format_RGB32)
        image.fill(QColor("#dde4dd"))
        return image

    def use_background(self, path: Any) -> str:
        if path is not None and not path.is_file():
            raise KnownError("There is no map file {file}.", file=path.name)
        self.shown["background"] = path
        return path.stem if path is not None else ""

    def hide_layers(self, layers: Any) -> None:
        self.shown["hidden"] = list(layers)

    def hide_overlay(self, name: str) -> None:
        self.overlays.pop(name, None)

    def select(self, kind: str, id_: str) -> None:
        self.shown["selected"] = (kind, id_)

    def fly_to(self, at: LonLat, zoom: float | None = None) -> None:
        self.flights.append((at, zoom))

    def set_theme(self, name: str) -> None:
        self.shown["theme"] = name

    def set_language(self, lang: str) -> None:
        self.shown["language"] = lang

    def start_drawing(self, kind: str, shape: Any = ()) -> None:
        self.shown["drawing"], self.shown["corners"] = kind, shape

    def stop_drawing(self) -> None:
        self.shown["drawing"] = ""

    def shut_down(self) -> None:
        self.shown["shut"] = True

    def highlight(self, kind: str, id_: str) -> None:
        self.shown["highlighted"] = (kind, id_)
