"""Import time and memory per region, each import in a process of its own so that its peak memory is its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import osmium

from bench.row import Row

DATA = Path(os.environ.get("COMMANDCENTER_DATA", Path(__file__).resolve().parent.parent.parent / "shared" / "data")) / "osm"
REGIONS = ("liechtenstein.osm.pbf", "heidelberg.osm.pbf", "helsinki.osm.pbf", "baltimore.osm.pbf", "north-bayreuth.osm.gz")

_WORKER = """
import json, resource, sys, time
from pathlib import Path
from commandcenter.geo.importing.region import import_region
from commandcenter.geo.pack import info_json
from commandcenter.model.progress import NoProgress
start_s = time.perf_counter()
pack = import_region(Path(sys.argv[1]), "bench", Path(sys.argv[2]), progress=NoProgress())
info = info_json(pack)
print(json.dumps({"s": time.perf_counter() - start_s, "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
                  "junctions": info["junctions"], "mb": info["bytes"] / 1e6}))
"""


def measure(source: Path) -> dict[str, float]:
    """Import one file in a fresh process; return seconds, peak resident MB, junctions and pack MB."""
    with tempfile.TemporaryDirectory() as regions:
        done = subprocess.run((sys.executable, "-c", _WORKER, str(source), regions), check=True, capture_output=True, text=True)
    answer: dict[str, float] = json.loads(done.stdout)
    return answer


def tenfold(source: Path, target: Path) -> None:
    """Write ten copies of a map side by side (ids and longitudes shifted): the same country, ten times."""
    shift_id, shift_deg = 20_000_000_000, 0.5
    with osmium.SimpleWriter(str(target)) as writer:
        for kind in (osmium.osm.NODE, osmium.osm.WAY, osmium.osm.RELATION):
            for copy in range(10):
                things: Iterator[Any] = iter(osmium.FileProcessor(str(source), kind))
                for thing in things:
                    new_id = thing.id + copy * shift_id
                    if thing.is_node():
                        writer.add_node(thing.replace(id=new_id, location=(thing.location.lon + copy * shift_deg, thing.location.lat)))
                    elif thing.is_way():
                        writer.add_way(thing.replace(id=new_id, nodes=[node.ref + copy * shift_id for node in thing.nodes]))
                    else:
                        members = [(member.type, member.ref + copy * shift_id, member.role) for member in thing.members]
                        writer.add_relation(thing.replace(id=new_id, members=members))


def rows(quick: bool) -> list[Row]:
    """Measure every region that is there, and a ten times larger one."""
    found = []
    for name in REGIONS[:2] if quick else REGIONS:
        if not (DATA / name).exists():
            continue
        one = measure(DATA / name)
        size_mb = (DATA / name).stat().st_size / 1e6
        found.append(Row(f"{name} ({size_mb:.1f} MB, {one['junctions']:,.0f} junctions): time", one["s"], "s"))
        found.append(Row(f"{name}: peak memory", one["peak_mb"], "MB", reference=f"pack {one['mb']:.1f} MB"))
    small = DATA / "liechtenstein.osm.pbf"
    if small.exists() and not quick:
        with tempfile.TemporaryDirectory() as scratch:
            large = Path(scratch) / "tenfold.osm.pbf"
            tenfold(small, large)
            one, ten = measure(small), measure(large)
        ratio = ten["peak_mb"] / one["peak_mb"]
        found.append(Row("ten times Liechtenstein: time", ten["s"], "s", "Liechtenstein", ten["s"] / one["s"], "", None))
        found.append(
            Row(
                "ten times Liechtenstein: peak memory",
                ten["peak_mb"],
                "MB",
                "Liechtenstein",
                ratio,
                "< 10 ×; < 640 MB",
                ratio < 10 and ten["peak_mb"] < 640,
            )
        )
    return found
