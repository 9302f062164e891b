"""The page: a folium map rendered once, its header, body and script served apart so that no inline script is needed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path

import folium
from branca.element import Element, Figure
from PySide6.QtCore import QFile, QIODevice
from xstatic.pkg import leaflet

from commandcenter.model.assets import assets_dir
from commandcenter.model.errors import BugError
from commandcenter.model.words import LonLat
from commandcenter.ui.map.glyphs import glyphs_json

MIN_ZOOM = 3
MAX_ZOOM = 19
_TILE_URL = "tiles/{style}/{lang}/{z}/{x}/{y}{r}.png"
_PAGE = """<!DOCTYPE html>
<html lang="{lang}">
<head>
{header}
</head>
<body>
{body}
<script src="page.js"></script>
<script type="module" src="map/main.js"></script>
</body>
</html>
"""
_TYPES = {".js": "text/javascript", ".css": "text/css", ".png": "image/png", ".json": "application/json", ".html": "text/html"}


@dataclass(frozen=True, slots=True)
class Document:
    """One file of the page."""

    body: bytes
    mime: str


class DeskMap(folium.Map):
    """A folium map whose only scripts and styles are Leaflet's and ours, all served from this program."""

    default_js = [("leaflet", "leaflet/leaflet.js"), ("qwebchannel", "qwebchannel.js")]  # noqa: RUF012  # folium's own form
    default_css = [("leaflet_css", "leaflet/leaflet.css"), ("map_css", "map/map.css")]  # noqa: RUF012

    def __init__(self, center: LonLat, zoom: int) -> None:
        """Centre it; the name of its JavaScript object is `map_desk`."""
        super().__init__(
            location=[center.lat, center.lon],
            zoom_start=zoom,
            tiles=None,
            zoom_control=False,
            attribution_control=False,
            min_zoom=MIN_ZOOM,
            max_zoom=MAX_ZOOM,
            world_copy_jump=True,
            wheel_px_per_zoom_level=90,
            bounce_at_zoom_limits=False,
        )
        self._id = "desk"

    def render(self, **kwargs: object) -> str:
        """Render as folium does, but leave its inline style and script out: `map.css` says the same."""
        rendered: str = super().render(**kwargs)  # type: ignore[no-untyped-call]
        figure_of(self).header.add_child(Element('<meta name="viewport" content="width=device-width, initial-scale=1.0">'), name=self.get_name())
        return rendered


def build_page(*, center: LonLat, zoom: int, style: str, lang: str, attribution: str, max_native_zoom: int) -> Mapping[str, Document]:
    """Return every file of the page by path. Needs a `QGuiApplication` (symbols come from an icon font)."""
    desk_map = DeskMap(center, zoom)
    tiles = folium.TileLayer(
        tiles=_TILE_URL,
        attr=escape(attribution),
        min_zoom=MIN_ZOOM,
        max_zoom=MAX_ZOOM,
        max_native_zoom=min(max_native_zoom, MAX_ZOOM),
        name="base",
        style=style,
        lang=lang,
        keep_buffer=3,
        update_when_zooming=False,
    )
    tiles._id = "base"
    tiles.add_to(desk_map)
    figure = figure_of(desk_map)
    figure.render()
    html = _PAGE.format(lang=escape(lang), header=figure.header.render(), body=figure.html.render())
    return {
        "index.html": _text(html, ".html"),
        "page.js": _text(figure.script.render(), ".js"),
        "symbols.json": _text(glyphs_json(), ".json"),
        "qwebchannel.js": Document(_qt_resource(":/qtwebchannel/qwebchannel.js"), _TYPES[".js"]),
        **_folder(Path(leaflet.BASE_DIR), "leaflet", ("leaflet.js", "leaflet.css")),
        **_folder(assets_dir() / "map", "map"),
    }


def figure_of(element: Element) -> Figure:
    """Return the folium figure an element stands in."""
    figure = element.get_root()
    if not isinstance(figure, Figure):
        raise BugError("a map stands in a figure")
    return figure


def _text(body: str, suffix: str) -> Document:
    return Document(body.encode(), _TYPES[suffix])


def _folder(folder: Path, prefix: str, names: tuple[str, ...] = ()) -> dict[str, Document]:
    paths = [folder / name for name in names] or [path for path in sorted(folder.iterdir()) if path.suffix in (".js", ".css")]
    return {f"{prefix}/{path.name}": Document(path.read_bytes(), _TYPES[path.suffix]) for path in paths}


def _qt_resource(name: str) -> bytes:
    file = QFile(name)
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        raise FileNotFoundError(name)
    return bytes(file.readAll().data())
