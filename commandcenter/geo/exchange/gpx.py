"""GPX 1.1 (topografix.com/GPX/1/1): points are `wpt`, lines `rte`, tracks with their times `trk`; an area is a closed route."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from xml.etree import ElementTree as Xml

from commandcenter.geo.exchange.feature import Feature, checked, place_of
from commandcenter.model.errors import KnownError

SPACE = "http://www.topografix.com/GPX/1/1"
_DECLARED = re.compile(r"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)


def write_gpx(features: Sequence[Feature], mark: str = "") -> str:
    """Return the text of a file; `name`, `description` and `symbol` of the properties are said in it, and a mark of the whole and of each part."""
    root = Xml.Element("gpx", {"xmlns": SPACE, "version": "1.1", "creator": "commandcenter"})
    if mark:
        Xml.SubElement(Xml.SubElement(root, "metadata"), "name").text = mark
    for kind in ("wpt", "rte", "trk"):  # the order that the schema asks for
        for one in features:
            if _kind(one) == kind:
                _write(root, kind, one, mark)
    Xml.indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + Xml.tostring(root, encoding="unicode") + "\n"


def read_gpx(text: str) -> list[Feature]:
    """Return what a file holds, of GPX 1.0 or 1.1. Raises `KnownError` for one that is broken or not GPX."""
    if _DECLARED.search(text):
        raise KnownError("This is no GPX: {why}", why="DOCTYPE")
    try:
        root = Xml.fromstring(text)  # noqa: S314 # without declarations of its own, and of bounded size
    except Xml.ParseError as error:
        raise KnownError("This is no GPX: {why}", why=str(error)) from error
    if _name(root) != "gpx":
        raise KnownError("This is no GPX: {why}", why=_name(root))
    return checked(list(_features(root)))


def _kind(feature: Feature) -> str:
    if len(feature.shape) == 1:
        return "wpt"
    return "trk" if feature.times_ms else "rte"


def _write(root: Xml.Element, kind: str, feature: Feature, mark: str) -> None:
    if kind == "wpt":
        _describe(_point(root, "wpt", feature, 0), feature, mark)
        return
    line = Xml.SubElement(root, kind)
    _describe(line, feature, mark)
    inner = Xml.SubElement(line, "trkseg") if kind == "trk" else line
    for place in range(len(feature.shape)):
        _point(inner, "trkpt" if kind == "trk" else "rtept", feature, place)


def _point(parent: Xml.Element, tag: str, feature: Feature, place: int) -> Xml.Element:
    at = feature.shape[place]
    made = Xml.SubElement(parent, tag, {"lat": f"{at.lat:.7f}", "lon": f"{at.lon:.7f}"})
    moment_ms = feature.times_ms[place] if feature.times_ms else None
    if moment_ms is not None:
        stamp = datetime.fromtimestamp(moment_ms / 1000, UTC).isoformat(timespec="milliseconds")
        Xml.SubElement(made, "time").text = stamp.replace("+00:00", "Z")
    return made


def _describe(made: Xml.Element, feature: Feature, mark: str) -> None:
    for tag, name in (("name", "name"), ("desc", "description"), ("sym", "symbol")):
        if feature.properties.get(name):
            Xml.SubElement(made, tag).text = str(feature.properties[name])
    if mark:
        Xml.SubElement(made, "type").text = mark


def _features(root: Xml.Element) -> Iterator[Feature]:
    for part in root:
        if _name(part) == "wpt":
            yield _feature(part, [part])
        elif _name(part) == "rte":
            yield _feature(part, [point for point in part if _name(point) == "rtept"])
        elif _name(part) == "trk":
            for segment in part:
                if _name(segment) == "trkseg" and len(segment):
                    yield _feature(part, [point for point in segment if _name(point) == "trkpt"])


def _feature(about: Xml.Element, points: Sequence[Xml.Element]) -> Feature:
    said = {_name(child): (child.text or "").strip() for child in about if not len(child)}
    names = {"name": "name", "desc": "description", "sym": "symbol"}
    if not points:
        raise KnownError("This is no GPX: {why}", why=_name(about))
    shape = tuple(place_of(_degrees(point.get("lon")), _degrees(point.get("lat"))) for point in points)
    times = tuple(_time(point) for point in points) if _name(about) == "trk" else ()
    return Feature(shape, {names[tag]: text for tag, text in said.items() if tag in names and text}, times)


def _degrees(text: str | None) -> float | None:
    try:
        return float(text) if text is not None else None
    except ValueError:
        return None


def _time(point: Xml.Element) -> int | None:
    said = next(((child.text or "").strip() for child in point if _name(child) == "time"), "")
    try:
        moment = datetime.fromisoformat(said)
    except ValueError:
        return None
    return round((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() * 1000)


def _name(part: Xml.Element) -> str:
    return part.tag.rpartition("}")[2]
