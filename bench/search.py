"""Searching: processor time of one query as people type it, on the training region and on Heidelberg."""

from __future__ import annotations

import json
import os
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from bench.row import Row

DATA = Path(os.environ.get("COMMANDCENTER_DATA", Path(__file__).resolve().parent.parent.parent / "shared" / "data")) / "osm"
HEIDELBERG = DATA / "heidelberg.osm.pbf"
GOAL_MS = 5.0
"""Typing shows answers letter by letter: below this a search is never felt."""

_ADDRESSES = """select s.name, s.names, a.number from address a join entity s on s.id = a.street order by a.id"""
_CROSSINGS = """select a.name, b.name from crossing c join entity a on a.id = c.a join entity b on b.id = c.b order by c.a, c.b"""
_STREETS = "select name from entity where kind = 'street' order by id"


def rows(quick: bool) -> list[Row]:
    """Measure both regions; Heidelberg only where the data are there."""
    from commandcenter.geo.importing.region import import_region
    from commandcenter.geo.training.generate import write_training_region
    from commandcenter.model.progress import NoProgress

    found: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        invented = Path(folder) / "training.osm.pbf"
        write_training_region(invented)
        for source in (invented, HEIDELBERG):
            if source.is_file() and not (quick and source is HEIDELBERG):
                pack = import_region(source, source.name.partition(".")[0], Path(folder) / "regions", progress=NoProgress())
                found += _region(pack.name, pack.path / "search", 60 if quick else 300)
    return found


def _region(name: str, folder: Path, count: int) -> list[Row]:
    from commandcenter.geo.gazetteer.gazetteer import SearchIndex

    queries = _queries(folder / "search.db", count)
    index = SearchIndex(folder)
    found = []
    for what, texts in queries.items():
        if not texts:
            continue
        ms = [_cpu_ms(lambda text=text: index.search(text, limit=10)) for text in texts]  # type: ignore[misc]
        typical = statistics.median(ms)
        row = f"{name}: {what}, median of {len(ms)} (slowest {max(ms):.3g} ms)"
        found.append(Row(row, typical, "ms", goal=f"≤ {GOAL_MS:g} ms", met=typical <= GOAL_MS))
    return found


def _queries(path: Path, count: int) -> dict[str, list[str]]:
    """Return what people type for things that the region has."""
    dice = Random(7)
    database = sqlite3.connect(path)
    addresses, crossings, streets = (database.execute(sql).fetchall() for sql in (_ADDRESSES, _CROSSINGS, _STREETS))
    database.close()
    some = [dice.choice(addresses) for _ in range(count)]
    return {
        "address, number last": [f"{street} {number}" for street, _, number in some],
        "address, number first": [f"{number} {street}" for street, _, number in some],
        "address in Chinese": [f"{json.loads(names)['zh']}{number}号" for _, names, number in some if '"zh"' in names],
        "crossing": [f"{a} / {b}" for a, b in (dice.choice(crossings) for _ in range(count))],
        "street with a letter missing": [_mistyped(dice.choice(streets)[0], dice) for _ in range(count)],
    }


def _mistyped(name: str, dice: Random) -> str:
    gap = dice.randrange(len(name))
    return name[:gap] + name[gap + 1 :]


def _cpu_ms(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return (time.process_time() - began) * 1000
