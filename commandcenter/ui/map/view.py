"""The map as the window uses it: a widget with methods that say what is shown and signals that say what was done."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

from numpy.typing import ArrayLike
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QImage, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat
from commandcenter.ui.map.bridge import Bridge, Viewport
from commandcenter.ui.map.browser import Browser
from commandcenter.ui.map.live import LivePump, LiveState
from commandcenter.ui.map.page import build_page
from commandcenter.ui.map.ports import TileSource
from commandcenter.ui.map.scene import Scene
from commandcenter.ui.map.scheme import DeskScheme
from commandcenter.ui.map.texts import page_colours, page_texts
from commandcenter.ui.map.things import MapClosure, MapIncident, MapPlace, MapRoute, OverlayShape
from commandcenter.ui.map.tiles.chosen import ChosenTiles
from commandcenter.ui.theme.tokens import load

Bounds = tuple[float, float, float, float]
"""West, south, east, north in degrees."""
START_ZOOM = 13


class MapView(QWidget):
    """The map. Qt main thread only; every method returns at once, the page follows.

    Signals: `clicked(kind, id)` and `hovered(kind, id)` (unit, incident, place, closure, route or `overlay:NAME`; hovered, two empty
    texts: nothing; an overlay's area is ground as well: a click on it also gives its place),
    `map_clicked(lon, lat)`, `drawn(kind, points)` with a tuple of `LonLat` (a polygon's first = last), `drawing_cancelled()`,
    `cursor_moved(lon, lat)` at most 20 a second, `context_requested(kind, id, lon, lat)`, `view_changed(Viewport)`, `ready()`, `crashed()`.
    """

    clicked = Signal(str, str)
    hovered = Signal(str, str)
    map_clicked = Signal(float, float)
    drawn = Signal(str, object)
    drawing_cancelled = Signal()
    cursor_moved = Signal(float, float)
    context_requested = Signal(str, str, float, float)
    view_changed = Signal(object)
    ready = Signal()
    crashed = Signal()

    def __init__(
        self,
        tiles: TileSource,
        theme: str,
        center: LonLat,
        bounds: Bounds,
        *,
        lang: str = "en",
        zoom: float = START_ZOOM,
        parent: QWidget | None = None,
    ) -> None:
        """Show this region from these tiles; `bounds` is what the "main built-up area" button shows."""
        super().__init__(parent)
        self._theme, self._lang, self._bounds = theme, lang, bounds
        self._look = {"lon": center.lon, "lat": center.lat, "zoom": float(zoom)}
        self._selected: tuple[str, str] = ("", "")
        self._loaded = self._saving = False
        self._viewport: Viewport | None = None
        self._scene = Scene()
        self._live = LiveState()
        self._pump = LivePump(self._live, self)
        self._bridge = Bridge(self)
        self._tiles = tiles = ChosenTiles(tiles)
        documents = build_page(center=center, zoom=round(zoom), style=theme, lang=lang, attribution=tiles.attribution, max_native_zoom=tiles.max_zoom)
        self._scheme = DeskScheme(documents, tiles, self._live.encode, self)
        self._browser = Browser(self._scheme, self._bridge, self)
        self._banner = QLabel(self, wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self._banner.hide()
        self._banner.setObjectName("mapBanner")
        self._banner.setMargin(6)
        self._banner.setAutoFillBackground(True)
        self._banner.setAccessibleName(self.tr("Map notice"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._browser)
        self.setFocusProxy(self._browser)
        self._connect()
        self._browser.set_ground(str(load(theme).map["land"]))
        self._browser.load()

    def _connect(self) -> None:
        said = self._bridge.messages
        said.ready.connect(self._page_ready)
        said.painted.connect(self._pump.acknowledge)
        said.clicked.connect(self.clicked)
        said.hovered.connect(self.hovered)
        said.map_clicked.connect(lambda at: self.map_clicked.emit(at.lon, at.lat))
        said.cursor.connect(lambda at: self.cursor_moved.emit(at.lon, at.lat))
        said.drawn.connect(self.drawn)
        said.draw_cancelled.connect(self.drawing_cancelled)
        said.context.connect(lambda kind, id_, at: self.context_requested.emit(kind, id_, at.lon, at.lat))
        said.moved.connect(self._moved)
        self._pump.offer.connect(self._bridge.live)
        self._browser.crashed.connect(self._crashed)

    # What is shown

    def set_units(self, ids: Sequence[Id], lons: ArrayLike, lats: ArrayLike, headings: ArrayLike, symbols: ArrayLike, labels: Sequence[str]) -> None:
        """Show exactly these units; `ValueError` where the lengths differ.

        Degrees; heading NaN = unknown; symbols from `symbols.unit_symbol`; labels are callsigns. Call it as often as you like: newest wins.
        """
        self._live.set(ids, lons, lats, headings, symbols, labels)
        self._pump.poke()

    def set_incidents(self, incidents: Sequence[MapIncident]) -> None:
        """Show exactly these incidents."""
        self._send(self._scene.set("incidents", incidents))

    def set_places(self, places: Sequence[MapPlace]) -> None:
        """Show exactly these stations, depots and facilities."""
        self._send(self._scene.set("places", places))

    def set_closures(self, closures: Sequence[MapClosure]) -> None:
        """Show exactly these closures."""
        self._send(self._scene.set("closures", closures))

    def show_routes(self, routes: Sequence[MapRoute]) -> None:
        """Show exactly these routes."""
        self._send(self._scene.set("routes", routes))

    def show_overlay(self, name: str, shapes: Sequence[OverlayShape]) -> None:
        """Show exactly these shapes as the overlay of that name, the later above. `ValueError` for another name than `[a-z][a-z0-9_]*`."""
        self._send(self._scene.set_overlay(name, shapes))

    def hide_overlay(self, name: str) -> None:
        """Take an overlay off the map; harmless where it is not shown."""
        self.show_overlay(name, ())

    def hide_layers(self, layers: Sequence[str]) -> None:
        """Keep exactly these from sight: `units`, `incidents`, `places`, `closures`, `routes`, `overlay:NAME`; they follow their changes unseen."""
        for delta in self._scene.hide(layers):
            self._send(delta)
        self._live.hidden = "units" in layers
        self._pump.poke()

    def use_background(self, path: Path | None) -> str:
        """Show the pictures of an MBTiles or PMTiles file below everything, `None`: the drawn map; return the name of the file's map.

        `KnownError` for a file that is none; then all stays as it was.
        """
        self._tiles.use(path)
        self._tell_background()
        return self._tiles.name

    def _tell_background(self) -> None:
        self._tell("background", {"revision": self._tiles.revision, "attribution": escape(self._tiles.attribution)})

    def select(self, kind: str, id_: str) -> None:
        """Highlight one thing; two empty texts highlight nothing."""
        self._selected = (kind, id_)
        self._tell("select", {"kind": kind, "id": id_})

    def highlight(self, kind: str, id_: str) -> None:
        """Mark a unit or incident that another panel points at; two empty texts mark nothing."""
        self._tell("highlight", {"kind": kind, "id": id_})

    def set_theme(self, name: str) -> None:
        """Show the page and its tiles in another theme; `ValueError` for an unknown one."""
        tokens = load(name)
        self._theme = name
        self._browser.set_ground(str(tokens.map["land"]))
        self._banner.setStyleSheet(f"background: {tokens.ui['warn_ground']}; color: {tokens.ui['warn']};")
        self._tell("theme", {"name": name, "dark": tokens.dark, "colours": page_colours(tokens)})

    def set_language(self, lang: str) -> None:
        """Show labels of the tiles and words of the page in `en` or `zh`; install the translator first."""
        self._lang = lang
        self._tell("language", {"lang": lang, "texts": page_texts()})

    # Where it looks

    def fly_to(self, at: LonLat, zoom: float | None = None) -> None:
        """Move the middle of the map there; the zoom stays if none is given."""
        self._tell("fly", {"at": [at[1], at[0]], "zoom": zoom})

    def fit_bounds(self, bounds: Bounds) -> None:
        """Show all of a rectangle."""
        west, south, east, north = bounds
        self._tell("fit", {"bounds": [[south, west], [north, east]]})

    def state(self) -> Mapping[str, float]:
        """Return where the map looks (`lon`, `lat`, `zoom`), for the next start."""
        return dict(self._look)

    def restore(self, state: Mapping[str, float]) -> None:
        """Look where an earlier `state()` looked; what is missing stays."""
        self._look.update({key: float(state[key]) for key in self._look if key in state})
        self._tell("look", self._look)

    # What the person draws

    def start_drawing(self, kind: str, shape: Sequence[LonLat] = ()) -> None:
        """Let the person draw a `point`, `line` or `polygon`, or `measure` a distance; `drawn` or `drawing_cancelled` follows.

        With the `shape` of a line or a polygon (first = last) its corners are moved, added and taken away instead.
        """
        if kind not in (("line", "polygon") if shape else ("point", "line", "polygon", "measure")):
            raise ValueError(f"cannot draw a {kind}")
        self.setFocus()
        self._tell("draw", {"kind": kind, "shape": [[at.lon, at.lat] for at in shape]})

    def stop_drawing(self) -> None:
        """Give up what is being drawn."""
        self._tell("draw", {"kind": "", "shape": []})

    # Life

    @property
    def browser(self) -> Browser:
        """Return the web view's holder."""
        return self._browser

    @property
    def pump(self) -> LivePump:
        """Return what paces the units' updates."""
        return self._pump

    @property
    def is_ready(self) -> bool:
        """Return whether the page is up."""
        return self._loaded

    @property
    def is_settled(self) -> bool:
        """Return whether the page shows all it was told and asked for: a good moment to take its picture."""
        return self._loaded and self._scheme.waiting == 0 and self._pump.in_flight is None

    @property
    def viewport(self) -> Viewport | None:
        """Return what part of the world the page shows; `None` before it said so."""
        return self._viewport

    @property
    def attribution(self) -> str:
        """Return whose data the background is."""
        return self._tiles.attribution

    @property
    def tiles(self) -> TileSource:
        """Return who draws the ground, for papers."""
        return self._tiles

    def set_bare(self, bare: bool) -> None:
        """Show the map without what stands around it, for a picture of it: buttons, scale, attribution, hint, tooltip."""
        self._tell("bare", {"on": bare})

    def set_saving(self, saving: bool) -> None:
        """Spare the battery: units jump instead of gliding, nothing is animated."""
        self._saving = saving
        self._tell("saving", {"on": saving})

    def grab_image(self) -> QImage:
        """Return what the map shows now, with or without a screen."""
        return self.grab().toImage()

    def shut_down(self) -> None:
        """Take the page down in WebEngine's order; call before the window is deleted. Harmless when called again."""
        self._loaded = False
        self._pump.close()
        self._scheme.stop()
        self._browser.shut_down()
        self._tiles.close()

    def showEvent(self, event: QShowEvent) -> None:
        """A hidden page painted nothing: send it the newest state."""
        super().showEvent(event)
        if self._loaded:
            self._pump.open()

    def hideEvent(self, event: QHideEvent) -> None:
        """A hidden page paints nothing: stop offering."""
        super().hideEvent(event)
        self._pump.close()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the banner over the map's upper edge, so that the map itself never moves."""
        super().resizeEvent(event)
        self._place_banner()

    def changeEvent(self, event: QEvent) -> None:
        """Say the page's words again when the language changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.set_language(self._lang)

    def _page_ready(self) -> None:
        self._pump.forget()
        self._loaded = True
        self._banner.hide()
        self._tell_background()
        self.set_saving(self._saving)
        self.set_theme(self._theme)
        self.set_language(self._lang)
        west, south, east, north = self._bounds
        self._tell("home", {"bounds": [[south, west], [north, east]]})
        self._tell("look", self._look)
        for delta in self._scene.snapshot():
            self._send(delta)
        self.select(*self._selected)
        if self.isVisible():
            self._pump.open()
        self._browser.settled()
        self.ready.emit()

    def _crashed(self, restarting: bool) -> None:
        self._loaded = False
        self._pump.forget()
        restored = self.tr("The map display stopped and is being restored. Nothing was lost.")
        given_up = self.tr("The map display stopped several times. Queue, units and log still work; restart the program for the map.")
        self._banner.setText(restored if restarting else given_up)
        self._place_banner()
        self._banner.show()
        self._banner.raise_()
        self.crashed.emit()

    def _place_banner(self) -> None:
        self._banner.setGeometry(0, 0, self.width(), self._banner.heightForWidth(self.width()))

    def _moved(self, view: Viewport) -> None:
        self._viewport = view
        self._look = {"lon": view.center.lon, "lat": view.center.lat, "zoom": view.zoom}
        self.view_changed.emit(view)

    def _send(self, delta: str | None) -> None:
        if self._loaded and delta is not None:
            self._bridge.changed.emit(delta)

    def _tell(self, command: str, value: Mapping[str, object]) -> None:
        if self._loaded:
            self._bridge.told.emit(command, json.dumps(value, ensure_ascii=False))
