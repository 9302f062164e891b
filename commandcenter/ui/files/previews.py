"""Small previews that go into the log with an attachment: a picture without its metadata, a simplified track, the first lines.

Foreign files are read here: sizes are looked at before anything is decoded, and what a decoder cannot read is refused in words. Safe in
any thread.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from xml.etree import ElementTree

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from commandcenter.model.errors import Refused
from commandcenter.model.words import LonLat
from commandcenter.ui.files.kinds import GPX, IMAGES, TEXT

PREVIEW_PX = 240
MAX_PIXELS = 120_000_000
"""More than any camera of today takes; a file that declares more is made to fill the memory."""
MAX_SIDE_PX = 30_000
PREVIEW_BYTES = 12_000
TRACK_POINTS = 200
MAX_TRACK_POINTS = 500_000
TEXT_SIGNS = 1_500
_QUALITIES = (70, 50, 30, 15)


def preview_of(data: bytes, media: str, name: str) -> bytes:
    """Return what the log keeps of a file; empty for kinds that have no preview. Raises `Refused` for a file that cannot be read."""
    if media in IMAGES:
        return image_preview(data, name)
    if media == GPX:
        return json.dumps([[round(lon, 5), round(lat, 5)] for lon, lat in thinned(track_of(data, name))], separators=(",", ":")).encode()
    if media == TEXT:
        return data.decode("utf-8-sig")[:TEXT_SIGNS].encode()
    return b""


def image_preview(data: bytes, name: str) -> bytes:
    """Return a small JPEG of a picture, drawn anew so that nothing of the file's own words or places is in it."""
    image = read_image(data, name, PREVIEW_PX)
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    for key in plain.textKeys():
        plain.setText(key, "")
    for quality in _QUALITIES:
        raw = _jpeg(plain, quality)
        if len(raw) <= PREVIEW_BYTES:
            return raw
    return _jpeg(plain.scaled(PREVIEW_PX // 2, PREVIEW_PX // 2, Qt.AspectRatioMode.KeepAspectRatio), _QUALITIES[-1])


def read_image(data: bytes, name: str, most_px: int) -> QImage:
    """Return a picture, turned as it was taken, at most so many pixels wide and high. Raises `Refused`."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.isEmpty():
        raise Refused("{name} cannot be read as a picture; it is damaged or cut off.", name=name)
    if size.width() * size.height() > MAX_PIXELS or max(size.width(), size.height()) > MAX_SIDE_PX:
        raise Refused("{name} says that it is {width} × {height} pixels; that is too large.", name=name, width=size.width(), height=size.height())
    if max(size.width(), size.height()) > most_px:
        reader.setScaledSize(size.scaled(QSize(most_px, most_px), Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1)))
    image = reader.read()
    if image.isNull():
        raise Refused("{name} cannot be read as a picture; it is damaged or cut off.", name=name)
    return image


def _jpeg(image: QImage, quality: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG", quality)  # type: ignore[call-overload] # the stub wants bytes, Qt wants text
    return bytes(buffer.data().data())


def track_of(data: bytes, name: str) -> list[LonLat]:
    """Return the points of a GPX file: tracks, else routes, else waypoints, in their order. Raises `Refused`."""
    head = data[:65_536].upper()
    if b"<!DOCTYPE" in data.upper() or b"<!ENTITY" in head:
        raise Refused("{name} holds declarations that a track does not need; it is not read.", name=name)
    try:
        root = ElementTree.fromstring(data)  # noqa: S314 - without a DOCTYPE there is nothing to expand
        for wanted in ("trkpt", "rtept", "wpt"):
            points = [_point(one) for one in root.iter() if one.tag.rpartition("}")[2] == wanted]
            if points:
                break
    except (ElementTree.ParseError, ValueError, TypeError, KeyError) as error:
        raise Refused("{name} cannot be read as a track; it is damaged or cut off.", name=name) from error
    if not points:
        raise Refused("There is no point in the track {name}.", name=name)
    if len(points) > MAX_TRACK_POINTS:
        raise Refused("The track {name} has {n} points; that is too many.", name=name, n=f"{len(points):,}")
    return points


def _point(element: ElementTree.Element) -> LonLat:
    lon, lat = float(element.attrib["lon"]), float(element.attrib["lat"])
    if not (math.isfinite(lon) and math.isfinite(lat) and -180 <= lon <= 180 and -90 <= lat <= 90):
        raise ValueError("no place on the Earth")
    return LonLat(lon, lat)


def thinned(points: Sequence[LonLat], most: int = TRACK_POINTS) -> list[LonLat]:
    """Return at most so many points, evenly taken, the first and the last among them."""
    if len(points) <= most:
        return list(points)
    return [points[round(n * (len(points) - 1) / (most - 1))] for n in range(most)]


def preview_track(preview: bytes) -> tuple[LonLat, ...]:
    """Return the points of a preview that came in the log; none where it is not what it should be."""
    try:
        points = json.loads(preview)
        return tuple(_checked(point) for point in points[:TRACK_POINTS])
    except (ValueError, TypeError, KeyError, RecursionError):
        return ()


def _checked(point: Sequence[float]) -> LonLat:
    lon, lat = point
    if not (-180 <= float(lon) <= 180 and -90 <= float(lat) <= 90):
        raise ValueError("no place on the Earth")
    return LonLat(float(lon), float(lat))


def preview_image(preview: bytes) -> QImage | None:
    """Return the picture of a preview that came in the log; `None` where it is none, or pretends to be large."""
    try:
        return read_image(preview, "", PREVIEW_PX)
    except Refused:
        return None
