"""The part of an import that keeps what the map shows."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray

from commandcenter.geo.basemap import classify
from commandcenter.geo.basemap.batch import HEAD, Batch
from commandcenter.geo.basemap.coast import sea_areas
from commandcenter.geo.basemap.extent import Extent
from commandcenter.geo.basemap.features import write_meta
from commandcenter.geo.basemap.intake import Intake, Label
from commandcenter.geo.basemap.kinds import Kind
from commandcenter.geo.basemap.levels import BANDS, of_polygons, simplified
from commandcenter.geo.basemap.mercator import to_units
from commandcenter.geo.basemap.names import NameTable
from commandcenter.geo.basemap.spill import Spill
from commandcenter.geo.basemap.store import write_band
from commandcenter.geo.basemap.streets import name_lines
from commandcenter.geo.importing.objects import Rings
from commandcenter.geo.importing.sinks import Member, Tags
from commandcenter.model.progress import Progress

FOLDER = "basemap"
_NAMED_LINES = frozenset((Kind.RIVER, Kind.STREAM, Kind.CONTOUR_MAJOR, Kind.FERRY))
_LABEL_OF_AREA = {
    Kind.WATER: Kind.WATER_LABEL, Kind.PARK: Kind.PARK_LABEL, Kind.FOREST: Kind.PARK_LABEL, Kind.CEMETERY: Kind.PARK_LABEL,
    Kind.WETLAND: Kind.PARK_LABEL, Kind.GLACIER: Kind.PARK_LABEL, Kind.INDUSTRIAL: Kind.AREA_LABEL, Kind.COMMERCIAL: Kind.AREA_LABEL,
    Kind.MILITARY: Kind.AREA_LABEL, Kind.SQUARE: Kind.AREA_LABEL, Kind.PITCH: Kind.AREA_LABEL, Kind.SCHOOL: Kind.AREA_LABEL,
    Kind.PIER: Kind.AREA_LABEL, Kind.BUILDING: Kind.AREA_LABEL,
}  # fmt: skip


class GeometrySink:
    """Classifies, spills, simplifies per zoom band and packs map geometry. Memory stays flat: features live in `scratch`."""

    def begin(self, scratch: Path) -> None:
        """Start; everything is kept in the scratch folder until `finish`."""
        self._scratch = scratch
        self._features = Spill(scratch / "features")
        self._coast = Spill(scratch / "coast")
        self._names = NameTable()
        self._extent = Extent()
        self._intake = Intake(self._features, self._extent)

    def node(self, osm_id: int, tags: Tags, lon: float, lat: float) -> None:
        """Keep places, peaks, points of interest and house numbers."""
        at = np.array([[lon, lat]])
        for label in self._labels(tags):
            self._intake.add(label.kind, [at], name=label.name, rank=label.rank or 0, counts=label.kind is not Kind.HOUSE_NUMBER)

    def way(self, osm_id: int, tags: Tags, node_ids: NDArray[np.int64], lons: NDArray[np.float64], lats: NDArray[np.float64]) -> None:
        """Keep lines: roads, rails, streams, boundaries, coast."""
        if len(lons) < 2:
            return
        kind = classify.line_kind(tags)
        if kind is None:
            return
        if kind is Kind.COASTLINE:
            self._coast.add(kind, [to_units(lons, lats)])
            return
        points = np.column_stack([lons, lats])
        flags = classify.line_flags(tags)
        if tags.get("oneway") == "-1":
            points = points[::-1]
        counts = kind < Kind.FERRY or kind > Kind.AERIALWAY
        layer, name = classify.line_layer(tags, flags), self._line_name(kind, tags)
        self._intake.add(kind, [points], layer=layer, flags=int(flags), name=name, counts=counts)
        if tags.get("ref") and Kind.TERTIARY <= kind <= Kind.MOTORWAY:
            self._intake.add(Kind.ROAD_REF, [points], name=self._names.of_text(tags["ref"].split(";")[0]), rank=kind)

    def area(self, osm_id: int, tags: Tags, rings: Rings) -> None:
        """Keep areas with their holes, and a labelled point inside those with a name, a use or a house number."""
        kind = classify.area_kind(tags)
        labels = self._labels(tags)
        as_label = _LABEL_OF_AREA.get(kind) if kind is not None and "name" in tags else None
        if as_label is not None and classify.point_kind(tags) is None:
            labels.append(Label(as_label, self._names.of_tags(tags), None))
        if kind is None and not labels:
            return
        whole = [(outer, [inner for inner in inners if len(inner) > 3]) for outer, inners in rings if len(outer) > 3]
        if labels and whole:
            self._intake.label(whole, labels)
        if kind is not None:
            for outer, inners in whole:
                self._intake.add(kind, [outer, *inners], counts=True)

    def relation(self, osm_id: int, tags: Tags, members: Sequence[Member]) -> None:
        """Nothing: what the map shows of relations comes as areas."""

    def finish(self, pack: Path, progress: Progress) -> Mapping[str, int | float | str]:
        """Write `pack/basemap`; returns `features` and `map_bytes`."""
        folder = pack / FOLDER
        folder.mkdir(parents=True)
        self._intake.flush()
        with self._features, self._coast, Spill(self._scratch / "lines") as lines:
            name_lines(self._features.batches(), lines)
            sea = sea_areas([batch.line(i) for batch in self._coast.batches() for i in range(len(batch))], self._extent.core())
            count = self._features.count
            self._features.extend(_of_kind(Kind.SEA, sea))
            self._features.extend(lines.whole())
            for number, band in enumerate(BANDS):
                progress.report("Drawing the map", number, len(BANDS))
                with Spill(self._scratch / f"band{number}") as level:
                    for batch in self._features.batches():
                        level.extend(simplified(batch, band))
                    write_band(level, folder / f"band{number}")
        self._names.write(folder)
        write_meta(folder, self._extent.core(), _identity(folder))
        progress.report("Drawing the map", len(BANDS), len(BANDS))
        return {"features": count, "map_bytes": sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())}

    def close(self) -> None:
        """Release the spill files; may be called twice."""
        self._features.close()
        self._coast.close()

    def _line_name(self, kind: Kind, tags: Tags) -> int:
        if kind is Kind.CONTOUR_MAJOR:
            return self._names.of_text(tags.get("ele", "").removesuffix(".0"))
        return self._names.of_tags(tags) if kind in _NAMED_LINES or kind >= Kind.PATH else 0

    def _labels(self, tags: Tags) -> list[Label]:
        """Return what is written at a point with these tags."""
        found = []
        kind = classify.point_kind(tags)
        if kind is not None:
            name = self._names.of_tags(tags)
            if name or kind >= Kind.POI_HOSPITAL:
                found.append(Label(kind, name, _importance(kind, tags)))
        number = tags.get("addr:housenumber")
        if number:
            found.append(Label(Kind.HOUSE_NUMBER, self._names.of_text(number), 0))
        return found


def _importance(kind: Kind, tags: Tags) -> int:
    """Return what puts labels of one kind in order: people living there, else height in metres."""
    text = tags.get("population" if kind < Kind.PEAK else "ele", "").replace(",", "").split(".")[0]
    return min(int(text), 2**32 - 1) if text.isascii() and text.isdigit() else 0


def _of_kind(kind: Kind, areas: list[shapely.Polygon]) -> Batch:
    heads = np.zeros(len(areas), HEAD)
    heads["kind"] = kind
    return of_polygons(np.array(areas, object), heads)


def _identity(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()[:16]
