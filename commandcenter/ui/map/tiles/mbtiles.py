"""A person's own raster map (aerial pictures, plans) from an MBTiles file, as base or overlay.

Format: MBTiles specification 1.3; rows are numbered from the south.
"""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

from commandcenter.geo.basemap.mercator import Bbox
from commandcenter.model.errors import KnownError
from commandcenter.ui.map.tiles.raster import DEEPEST, RasterTiles, picture_kind, sensible


class MbTiles(RasterTiles):
    """Reads one MBTiles file. Safe in any thread. A damaged tile is as good as none."""

    def __init__(self, path: Path) -> None:
        """Open the file; raises `KnownError` where it is missing, not MBTiles, or holds no pictures."""
        super().__init__()
        self._lock = threading.Lock()
        if not path.is_file():
            raise KnownError("There is no map file {file}.", file=path.name)
        self._db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)
        try:
            self._read_head(path)
        except (sqlite3.Error, KnownError) as error:
            self._db.close()
            raise error if isinstance(error, KnownError) else _unreadable(path) from error

    def _read_head(self, path: Path) -> None:
        """Read name, zooms and bounds; what the metadata lacks is taken from the tiles."""
        tables = {str(row[0]) for row in self._db.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")}
        if "tiles" not in tables:
            raise _unreadable(path)
        facts: dict[str, str] = {}
        if "metadata" in tables:
            facts = {str(name): str(value) for name, value in self._db.execute("SELECT name, value FROM metadata")}
        low, high = self._db.execute("SELECT MIN(zoom_level), MAX(zoom_level) FROM tiles").fetchone()
        if not isinstance(low, int) or not isinstance(high, int) or not 0 <= low <= high <= DEEPEST:
            raise KnownError("The map file {file} holds no tiles.", file=path.name)
        sample = self._db.execute("SELECT tile_data FROM tiles LIMIT 1").fetchone()[0]
        if picture_kind(sample) is None:
            raise KnownError("The map file {file} holds no pictures; only raster MBTiles can be shown.", file=path.name)
        self.is_overlay = facts.get("type") == "overlay"
        self._describe(facts.get("name") or path.stem, facts.get("attribution", ""), (low, high), _bounds(facts.get("bounds", "")))

    def read(self, zoom: int, x: int, y: int) -> bytes | None:
        """Return the picture of a tile as it is stored (PNG, JPEG or WebP), or `None`."""
        statement = "SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?"
        try:
            with self._lock:
                row = self._db.execute(statement, (zoom, x, (1 << zoom) - 1 - y)).fetchone()
        except sqlite3.Error:
            return None
        data = row[0] if row else None
        return data if picture_kind(data) is not None else None

    def _release(self) -> None:
        with self._lock:
            self._db.close()


def _bounds(text: str) -> Bbox | None:
    try:
        west, south, east, north = (float(part) for part in text.split(","))
    except ValueError:
        return None
    return sensible((west, south, east, north))


def _unreadable(path: Path) -> KnownError:
    return KnownError("The map file {file} is damaged or is not MBTiles.", file=path.name)
