"""Serves the page, its tiles and its live state under `cc://app/…`, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import count

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Qt, Signal
from PySide6.QtWebEngineCore import QWebEngineUrlRequestJob, QWebEngineUrlScheme, QWebEngineUrlSchemeHandler

from commandcenter.ui.map.page import MAX_ZOOM, Document
from commandcenter.ui.map.ports import TileAddress, TileSource
from commandcenter.ui.map.tiles.raster import picture_kind

SCHEME = b"cc"
HOST = "app"
ORIGIN = f"{SCHEME.decode()}://{HOST}"
INDEX = f"{ORIGIN}/index.html"
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
STYLES = ("light", "dark", "night")
LANGUAGES = ("en", "zh")
PICTURES = {"png": "png", "jpg": "jpeg", "webp": "webp"}

_TILE = re.compile(r"tiles/([a-z]{1,10})(?:-\d{1,6})?/([a-z]{2})/(\d{1,2})/(\d{1,7})/(\d{1,7})(@2x)?\.png", re.ASCII)
_LIVE = re.compile(r"live/(\d{1,10})", re.ASCII)
_HEADERS = {
    QByteArray(b"Content-Security-Policy"): [QByteArray(CONTENT_SECURITY_POLICY.encode())],
    QByteArray(b"X-Content-Type-Options"): [QByteArray(b"nosniff")],
}
_Error = QWebEngineUrlRequestJob.Error


def register_scheme() -> None:
    """Make `cc:` known to WebEngine. Must happen before its first object; runs when this module is imported."""
    if QWebEngineUrlScheme.schemeByName(SCHEME).name() == SCHEME:
        return
    scheme = QWebEngineUrlScheme(SCHEME)
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    flag = QWebEngineUrlScheme.Flag
    scheme.setFlags(flag.SecureScheme | flag.CorsEnabled | flag.FetchApiAllowed)
    QWebEngineUrlScheme.registerScheme(scheme)


register_scheme()


def tile_address(path: str) -> TileAddress | None:
    """Return the tile a path asks for, or `None` if the path is not exactly one of ours."""
    match = _TILE.fullmatch(path)
    if match is None:
        return None
    style, lang = match[1], match[2]
    z, x, y = (int(group) for group in match.group(3, 4, 5))
    if style not in STYLES or lang not in LANGUAGES or z > MAX_ZOOM or max(x, y) >= 1 << z:
        return None
    return TileAddress(style, lang, z, x, y, 2 if match[6] else 1)


class DeskScheme(QWebEngineUrlSchemeHandler):
    """Answers the page's requests. Lives in the Qt main thread; tiles are drawn elsewhere and come back by signal.

    Signals: `_tile_ready(ticket, png)` queues a finished tile to the main thread.
    """

    _tile_ready = Signal(int, object)

    def __init__(self, documents: Mapping[str, Document], tiles: TileSource, live: Callable[[int], bytes], parent: QObject | None = None) -> None:
        """Serve these documents, these tiles, and `live(roster)` as the state of the units."""
        super().__init__(parent)
        self._documents = documents
        self._tiles = tiles
        self._live = live
        self._tickets = count(1)
        self._waiting: dict[int, QWebEngineUrlRequestJob] = {}
        self._withdraw: dict[int, Callable[[], None]] = {}
        self._tile_ready.connect(self._send_tile, Qt.ConnectionType.QueuedConnection)

    @property
    def waiting(self) -> int:
        """Return how many tiles are being drawn."""
        return len(self._waiting)

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        """Answer one request; anything that is not exactly one of ours is refused."""
        url = job.requestUrl()
        path = url.path().removeprefix("/")
        if bytes(job.requestMethod().data()) != b"GET" or url.host() != HOST or url.hasFragment() or url.hasQuery():
            job.fail(_Error.RequestDenied)
        elif path in self._documents:
            _reply(job, self._documents[path].body, self._documents[path].mime)
        elif address := tile_address(path):
            self._start_tile(job, address)
        elif match := _LIVE.fullmatch(path):
            _reply(job, self._live(int(match[1])), "application/octet-stream")
        else:
            job.fail(_Error.UrlNotFound)

    def stop(self) -> None:
        """Withdraw every tile that is still being drawn."""
        for ticket in tuple(self._waiting):
            self._drop(ticket)

    def _start_tile(self, job: QWebEngineUrlRequestJob, address: TileAddress) -> None:
        ticket = next(self._tickets)
        self._waiting[ticket] = job
        job.destroyed.connect(lambda: self._drop(ticket))
        self._withdraw[ticket] = self._tiles.request(address, lambda png: self._tile_ready.emit(ticket, png))

    def _drop(self, ticket: int) -> None:
        self._waiting.pop(ticket, None)
        withdraw = self._withdraw.pop(ticket, None)
        if withdraw is not None:
            withdraw()

    def _send_tile(self, ticket: int, png: bytes | None) -> None:
        job = self._waiting.pop(ticket, None)
        self._withdraw.pop(ticket, None)
        if job is None:
            return
        if png is None:
            job.fail(_Error.UrlNotFound)
        else:
            _reply(job, png, f"image/{PICTURES.get(picture_kind(png) or '', 'png')}")


def _reply(job: QWebEngineUrlRequestJob, body: bytes, mime: str) -> None:
    job.setAdditionalResponseHeaders(_HEADERS)  # type: ignore[arg-type]  # a multi-map: the stubs leave the lists out
    buffer = QBuffer(job)
    buffer.setData(QByteArray(body))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    job.reply(QByteArray(mime.encode()), buffer)
