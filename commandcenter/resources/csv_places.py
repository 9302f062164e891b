"""Rows of `stations.csv`, `facilities.csv` and `capacities.csv`."""

from __future__ import annotations

from pathlib import Path

from commandcenter.model.commands import AddFacility, AddStation, ChangeFacility, ReportCapacity
from commandcenter.model.ids import derived_id
from commandcenter.model.sentences import say
from commandcenter.model.words import FacilityKind
from commandcenter.resources.csv_reading import Reading, Rows, Thing, code_of, folded, word
from commandcenter.resources.csv_tables import Line, Report, read_lines
from commandcenter.resources.logistics import Care, CareSort

MOST_PLACES = 100_000
_PLACE_KINDS: dict[str, tuple[str, ...]] = {
    FacilityKind.FIRE_STATION.value: ("fire", "feuerwache", "消防站", "消防救援站"),
    FacilityKind.POLICE_STATION.value: ("police", "polizei", "派出所", "公安"),
    FacilityKind.AMBULANCE_STATION.value: ("ambulance", "ems", "rettungswache", "急救站"),
    FacilityKind.HOSPITAL.value: ("clinic", "krankenhaus", "医院"),
    FacilityKind.SHELTER.value: ("refuge", "避难所", "应急避难场所"),
    FacilityKind.HELIPAD.value: ("helicopter", "heliport", "停机坪"),
    FacilityKind.DEPOT.value: ("store", "warehouse", "仓库"),
}


def stations(reading: Reading, path: Path, report: Report) -> Rows:
    """Yield the stations."""
    for line in read_lines(path, ("name", "lat", "lon"), ("name", "name_en", "name_zh", "kind", "lat", "lon"), report):
        name, at = line.required("name"), reading.place(line)
        kind = _place_kind(line) if line.get("kind") else FacilityKind.FIRE_STATION.value
        if name is None or at is None or kind is None or reading.stations.named_twice(line, "name"):
            continue
        station_id = derived_id("station", kind, name.casefold())
        if reading.fresh(reading.stations, name, Thing(station_id, at, kind)):
            yield line.number, AddStation(name, kind, at, station_id, line.names())


def facilities(reading: Reading, path: Path, report: Report) -> Rows:
    """Yield hospitals, shelters … and the services they have."""
    columns = ("name", "name_en", "name_zh", "kind", "lat", "lon", "services")
    for line in read_lines(path, ("name", "kind", "lat", "lon"), columns, report):
        name, at, kind = line.required("name"), reading.place(line), _place_kind(line)
        if name is None or at is None or kind is None or reading.facilities.named_twice(line, "name"):
            continue
        services = [_care(reading, line, "services", part, CareSort.SERVICE, kind) for part in line.parts("services")]
        if None in services:
            continue
        facility_id = derived_id("facility", kind, name.casefold())
        if reading.fresh(reading.facilities, name, Thing(facility_id, at, kind)):
            yield line.number, AddFacility(name, kind, at, facility_id, line.names())
        place = reading.facilities.new[folded(name)]
        if services:
            yield line.number, ChangeFacility(place.id, tuple(care.code for care in services if care is not None))


def capacities(reading: Reading, path: Path, report: Report) -> Rows:
    """Yield what facilities report of their places; a kind of places is reported once."""
    seen: set[tuple[str, str]] = set()
    columns = ("facility", "care", "total", "taken")
    for line in read_lines(path, columns, columns, report):
        name, total, taken = line.required("facility"), line.whole_in("total", 0, MOST_PLACES), line.whole_in("taken", 0, MOST_PLACES)
        place = reading.facilities.find(name) if name else None
        if name and place is None:
            line.issue("facility", say("There is no such place in facilities.csv or in the operation."))
        care = _care(reading, line, "care", line.get("care"), CareSort.PLACES, place.kind) if place is not None else None
        if place is None or care is None or total is None or taken is None:
            continue
        if taken > total:
            line.issue("taken", say("{taken} places cannot be taken of {total}.", taken=taken, total=total))
        elif (place.id, care.code) in seen:
            line.issue("care", say("This stands twice; the first one counts."))
        else:
            seen.add((place.id, care.code))
            yield line.number, ReportCapacity(place.id, care.code, total, taken)


def _care(reading: Reading, line: Line, column: str, text: str, sort: CareSort, kind: str) -> Care | None:
    """Return the catalogue's kind of places or service that a text means, or note why there is none."""
    wanted = word(text)
    found = next((c for c in reading.catalogue.care.values() if c.sort == sort and wanted in (c.code, word(c.en), c.zh)), None)
    if found is None:
        line.issue(column, say("There is no such kind of places or service: “{code}”.", code=text))
    elif found.at.value != kind:
        line.issue(column, say("This kind of place has none: “{code}”.", code=text))
        return None
    return found


def _place_kind(line: Line) -> str | None:
    kind = code_of(line, "kind", _PLACE_KINDS)
    if kind is None:
        line.issue("kind", say("There is no such kind of place."))
    return kind
