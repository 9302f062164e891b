"""Rows of `depots.csv`, `stock.csv` and `minimums.csv`."""

from __future__ import annotations

from pathlib import Path

from commandcenter.model.commands import AddDepot, MoveStock, SetMinimum
from commandcenter.model.ids import Id, derived_id
from commandcenter.model.sentences import say
from commandcenter.resources.catalogue import SupplyItem
from commandcenter.resources.csv_reading import Reading, Rows, Shelf, Thing, word
from commandcenter.resources.csv_tables import Line, Report, read_lines

MOST_STOCK = 10_000_000


def depots(reading: Reading, path: Path, report: Report) -> Rows:
    """Yield the depots: ours, a partner's, or what a unit carries (its place is where that unit is)."""
    columns = ("name", "name_en", "name_zh", "lat", "lon", "partner", "carried_by")
    for line in read_lines(path, ("name",), columns, report):
        name = line.required("name")
        partner = _named(line, "partner", reading.partners)
        carrier = _named(line, "carried_by", reading.units)
        at = carrier.at if carrier is not None and carrier.at is not None else reading.place(line)
        if name is None or at is None or _lost(line, "partner", partner) or _lost(line, "carried_by", carrier):
            continue
        if reading.depots.named_twice(line, "name"):
            continue
        depot_id = derived_id("depot", name.casefold())
        if reading.fresh(reading.depots, name, Thing(depot_id, at)):
            yield line.number, AddDepot(name, at, depot_id, line.names(), carrier.id if carrier else None, partner.id if partner else None)


def stock(reading: Reading, path: Path, report: Report) -> Rows:
    """Yield what depots hold, as movements with ids of their own: a row is never booked twice."""
    for line in read_lines(path, ("depot", "item", "quantity"), ("depot", "item", "quantity", "unit", "batch", "expires"), report):
        depot_id = _depot(reading, line)
        code, quantity, expires = line.required("item"), line.whole_in("quantity", 1, MOST_STOCK), line.date("expires")
        if depot_id is None or code is None or quantity is None or expires is None:
            continue
        item = item_of(reading, code)
        unit = line.get("unit") or (item.unit if item else "pcs")
        move_id = derived_id("stock", depot_id, code.casefold(), line.get("batch"), expires, str(line.number), str(quantity))
        yield line.number, MoveStock(depot_id, item.code if item else code, quantity, unit, line.get("batch"), expires, "import", move_id)


def minimums(reading: Reading, path: Path, report: Report) -> Rows:
    """Yield the levels below which an item is short in a depot."""
    seen: set[tuple[Id, str]] = set()
    for line in read_lines(path, ("depot", "item", "minimum"), ("depot", "item", "minimum"), report):
        depot_id, text, level = _depot(reading, line), line.required("item"), line.whole_in("minimum", 0, MOST_STOCK)
        item = item_of(reading, text) if text else None
        if text and item is None:
            line.issue("item", say("There is no item “{item}” in the catalogue.", item=text))
        if depot_id is None or item is None or level is None:
            continue
        if (depot_id, item.code) in seen:
            line.issue("item", say("This stands twice; the first one counts."))
            continue
        seen.add((depot_id, item.code))
        yield line.number, SetMinimum(depot_id, item.code, level)


def item_of(reading: Reading, text: str) -> SupplyItem | None:
    """Return the item that a text means."""
    wanted = word(text)
    return next((i for i in reading.catalogue.items.values() if wanted in (i.code, word(i.en), i.zh)), None)


def _depot(reading: Reading, line: Line) -> Id | None:
    found = reading.depots.find(line.get("depot"))
    if found is None:
        line.issue("depot", say("There is no such depot in depots.csv or in the operation."))
    return None if found is None else found.id


def _named(line: Line, column: str, shelf: Shelf) -> Thing | None:
    """Return what a cell that may be empty names, or note that there is no such thing."""
    found = shelf.find(line.get(column)) if line.get(column) else None
    if line.get(column) and found is None:
        line.issue(column, say("This name is neither in the files nor in the operation."))
    return found


def _lost(line: Line, column: str, found: Thing | None) -> bool:
    return bool(line.get(column)) and found is None
