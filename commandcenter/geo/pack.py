"""A region pack: one folder with everything the program knows of a region; a USB stick can carry it."""

from __future__ import annotations

import hashlib
import json
import os
import re
import secrets
import shutil
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from commandcenter.geo.importing.lock import only_import
from commandcenter.model.errors import KnownError
from commandcenter.model.progress import Progress
from commandcenter.model.words import LonLat

if TYPE_CHECKING:
    from commandcenter.geo.basemap.features import FeatureIndex
    from commandcenter.geo.facilities import Facility
    from commandcenter.geo.gazetteer.gazetteer import SearchIndex
    from commandcenter.geo.roads.network import RoadNetwork

FORMAT = 1
MANIFEST = "region.json"
_OPENING = threading.Lock()

_NAME = re.compile(r"[^\W_][\w .()-]{0,63}")
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
"""Names that Windows keeps for devices."""


@dataclass(frozen=True, slots=True)
class PackInfo:
    """What a pack says of itself."""

    name: str
    junctions: int
    arcs: int
    bbox: tuple[float, float, float, float]
    """West, south, east, north of all roads, degrees."""
    focus: tuple[float, float, float, float]
    """The same where the roads lie densest, so of the town: what a map should show first."""
    source: str
    source_sha256: str
    source_date: str
    """ISO date of the map data; empty where the file did not say."""
    imported_ms: int
    attribution: str
    bytes: int
    """Of all files but the manifest."""
    facts: Mapping[str, int | float | str]
    """Further numbers from the import, e.g. `addresses`."""


@dataclass(frozen=True, slots=True)
class RegionPack:
    """An opened pack. Its parts are read when asked for; safe in any thread."""

    path: Path
    info: PackInfo
    _roads: list[RoadNetwork] = field(default_factory=list, init=False, repr=False, compare=False)
    """The one network of this pack, once somebody has asked for it."""

    @staticmethod
    def open(path: Path) -> RegionPack:
        """Open the pack in a folder; `KnownError` where it is missing, broken or from a newer version."""
        data = _manifest(path)
        missing = [name for name, (size, _) in data["files"].items() if not _has(path / name, size)]
        if missing:
            raise _broken(path, f"{missing[0]} is missing or cut short")
        return RegionPack(path, _info(path, data))

    @property
    def name(self) -> str:
        """Return the name the pack goes by: its folder's."""
        return self.path.name

    def roads(self) -> RoadNetwork:
        """Return the road network: the same for all who ask, so that what is prepared before anybody waits for it is what is used later."""
        from commandcenter.geo.roads.network import RoadNetwork

        with _OPENING:
            if not self._roads:
                self._roads.append(RoadNetwork.open(self.path / "roads"))
            return self._roads[0]

    def gazetteer(self) -> SearchIndex:
        """Return the search for addresses, streets, crossings, places and POIs."""
        from commandcenter.geo.gazetteer.gazetteer import SearchIndex

        return SearchIndex(self.path / "search")

    def features(self) -> FeatureIndex:
        """Return the map's geometry."""
        from commandcenter.geo.basemap.features import FeatureIndex

        return FeatureIndex.open(self.path / "basemap")

    def facilities(self) -> list[Facility]:
        """Return the stations, hospitals, shelters, hydrants, helipads and depots of the map."""
        from commandcenter.geo.facilities import read_facilities

        return read_facilities(self.path)

    def covers(self, at: LonLat) -> bool:
        """Return whether a position lies in the pack's box."""
        west, south, east, north = self.info.bbox
        return west <= at.lon <= east and south <= at.lat <= north

    def coverage(self, places: Sequence[LonLat]) -> float:
        """Return the share (0 … 1) of places that the pack covers; 1 for none."""
        return sum(map(self.covers, places)) / len(places) if places else 1.0

    def verify(self) -> None:
        """Read every file and compare with its fingerprint; `KnownError` names the first that differs."""
        for name, (_, sha256) in _manifest(self.path)["files"].items():
            if _sha256(self.path / name) != sha256:
                raise _broken(self.path, f"{name} has changed")


def check_name(name: str) -> None:
    """Raise `KnownError` unless `name` can be a folder's name on every system."""
    if not _NAME.fullmatch(name) or name[-1] in " ." or name.partition(".")[0].strip().lower() in _RESERVED:
        raise KnownError("“{name}” cannot be a region's name: use letters, digits, spaces, dots and hyphens.", name=name)


def list_packs(regions: Path) -> list[RegionPack]:
    """Return all packs that open, by name; broken ones are left out (`RegionPack.open` says why)."""
    found = []
    for folder in sorted(regions.iterdir()) if regions.is_dir() else ():
        if folder.name.startswith(".") or not (folder / MANIFEST).is_file():
            continue
        try:
            found.append(RegionPack.open(folder))
        except KnownError:
            continue
    return found


def remove_pack(regions: Path, name: str) -> None:
    """Delete a pack; `KnownError` where there is none or it is in use."""
    folder = regions / name
    if Path(name).name != name or not (folder / MANIFEST).is_file():
        raise KnownError("There is no region {name}.", name=name)
    gone = regions / f".importing-{secrets.token_hex(4)}"
    try:
        folder.rename(gone)
    except OSError as error:
        raise KnownError("The region {name} is in use and was not removed.", name=name) from error
    shutil.rmtree(gone, ignore_errors=True)


def copy_pack(source: Path, regions: Path, *, progress: Progress) -> RegionPack:
    """Copy a pack, e.g. from a USB stick, checking every byte; refuses to replace one of the same name."""
    pack = RegionPack.open(source)
    check_name(pack.info.name)
    target = regions / pack.info.name
    if target.exists():
        raise KnownError("There is a region {name} already; remove it first.", name=pack.info.name)
    copying = regions / f".importing-{secrets.token_hex(4)}"
    with only_import(regions):
        try:
            _copy_files(pack, copying, progress)
            copying.rename(target)
        except OSError as error:
            raise KnownError("The region {name} was not copied: {why}", name=pack.info.name, why=error.strerror or str(error)) from error
        finally:
            shutil.rmtree(copying, ignore_errors=True)
    return RegionPack.open(target)


def _copy_files(pack: RegionPack, target: Path, progress: Progress) -> None:
    done = 0
    for name, (size, sha256) in _manifest(pack.path)["files"].items():
        progress.report("copy", done, pack.info.bytes)
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(pack.path / name, target / name)
        if _sha256(target / name) != sha256:
            raise _broken(pack.path, f"{name} has changed")
        _to_disk(target / name)
        done += size
    shutil.copyfile(pack.path / MANIFEST, target / MANIFEST)
    _to_disk(target / MANIFEST)


def info_json(pack: RegionPack) -> dict[str, object]:
    """Return what `region info --json` prints: stable keys."""
    info = pack.info
    return {
        "name": pack.name,
        "junctions": info.junctions,
        "arcs": info.arcs,
        "bbox": list(info.bbox),
        "focus": list(info.focus),
        "source": info.source,
        "source_sha256": info.source_sha256,
        "source_date": info.source_date,
        "imported_ms": info.imported_ms,
        "attribution": info.attribution,
        "bytes": info.bytes,
        "facts": dict(info.facts),
    }


def write_manifest(pack: Path, facts: Mapping[str, Any]) -> None:
    """Write `region.json` with these facts and every file's size and fingerprint, all safely on disk."""
    files = {}
    for path in sorted(pack.rglob("*")):
        if path.is_file():
            files[path.relative_to(pack).as_posix()] = (path.stat().st_size, _sha256(path))
            _to_disk(path)
    target = pack / MANIFEST
    target.write_text(json.dumps({"format": FORMAT, **facts, "files": files}, ensure_ascii=False, indent=1), "utf-8")
    _to_disk(target)


def _to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _manifest(path: Path) -> dict[str, Any]:
    try:
        data = json.loads((path / MANIFEST).read_text("utf-8"))
    except FileNotFoundError as error:
        raise KnownError("There is no region in {folder}.", folder=str(path)) from error
    except (OSError, ValueError) as error:
        raise _broken(path, "its description cannot be read") from error
    if not isinstance(data, dict) or not isinstance(data.get("format"), int) or not isinstance(data.get("files"), dict):
        raise _broken(path, "its description is not one")
    if not all(isinstance(entry, list) and len(entry) == 2 for entry in data["files"].values()):
        raise _broken(path, "its list of files is not one")
    if any(PurePosixPath(name).is_absolute() or ".." in PurePosixPath(name).parts or "\\" in name or ":" in name for name in data["files"]):
        raise _broken(path, "it names files outside itself")
    if data["format"] > FORMAT:
        raise KnownError("The region {name} was made by a newer version of this program; update it or import the map again.", name=path.name)
    return data


def _info(path: Path, data: dict[str, Any]) -> PackInfo:
    known = {"name", "junctions", "arcs", "bbox", "focus", "source", "source_sha256", "source_date", "imported_ms", "attribution"}
    try:
        return PackInfo(
            name=str(data["name"]),
            junctions=int(data["junctions"]),
            arcs=int(data["arcs"]),
            bbox=_box(data["bbox"]),
            focus=_box(data["focus"]),
            source=str(data["source"]),
            source_sha256=str(data["source_sha256"]),
            source_date=str(data["source_date"]),
            imported_ms=int(data["imported_ms"]),
            attribution=str(data["attribution"]),
            bytes=sum(int(size) for size, _ in data["files"].values()),
            facts={key: value for key, value in data.items() if key not in known | {"format", "files"}},
        )
    except (KeyError, TypeError, ValueError) as error:
        raise _broken(path, "its description lacks something") from error


def _box(edges: Sequence[float]) -> tuple[float, float, float, float]:
    west, south, east, north = (float(edge) for edge in edges)
    return west, south, east, north


def _has(path: Path, size: int) -> bool:
    return path.is_file() and path.stat().st_size == size


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _broken(path: Path, why: str) -> KnownError:
    return KnownError("The region {name} is broken ({why}); import it again.", name=path.name, why=why)
