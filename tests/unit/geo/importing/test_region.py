"""Imports: all or nothing, from every kind of file."""

from __future__ import annotations

import bz2
import errno
import gzip
import re
import threading
from collections.abc import Callable
from pathlib import Path

import osmium
import pytest
import shapely

from commandcenter.geo.importing import region
from commandcenter.geo.importing.clip import read_boundary
from commandcenter.geo.importing.region import import_region
from commandcenter.geo.pack import RegionPack, check_name, info_json
from commandcenter.model.clock import FakeClock
from commandcenter.model.errors import Cancelled, KnownError
from commandcenter.model.only_one import only_one
from commandcenter.model.progress import CancelAfter, NoProgress

NOBODY = NoProgress()


def to_pbf(source: Path, target: Path) -> Path:
    """Write the same map as pbf."""
    with osmium.SimpleWriter(str(target)) as writer:
        for thing in osmium.FileProcessor(str(source)):
            writer.add(thing)
    return target


class Watcher:
    """Keeps every report."""

    def __init__(self) -> None:
        self.reports: list[tuple[str, float]] = []

    def report(self, stage: str, done: float, total: float) -> None:
        self.reports.append((stage, done / total))


class CancelAt:
    """Cancels at the first report of a stage."""

    def __init__(self, stage: str) -> None:
        self.stage = stage

    def report(self, stage: str, done: float, total: float) -> None:
        if stage == self.stage:
            raise Cancelled


def left(regions: Path) -> list[str]:
    """Return what lies in the folder of regions, its lock aside."""
    return sorted(path.name for path in regions.iterdir() if path.name != ".lock") if regions.is_dir() else []


def test_every_format_gives_the_same_pack(town_file: Path, tmp_path: Path) -> None:
    text = town_file.read_bytes()
    files = [town_file, tmp_path / "town.osm.gz", tmp_path / "town.osm.bz2", to_pbf(town_file, tmp_path / "town.osm.pbf")]
    files[1].write_bytes(gzip.compress(text))
    files[2].write_bytes(bz2.compress(text))
    infos = []
    for number, path in enumerate(files):
        pack = import_region(path, f"town-{number}", tmp_path / "regions", progress=NOBODY, clock=FakeClock())
        infos.append(pack.info)
    assert [(i.junctions, i.arcs, i.bbox, i.facts) for i in infos[1:]] == [(i.junctions, i.arcs, i.bbox, i.facts) for i in infos[:1]] * 3
    assert infos[0].source_date == "2026-01-02T03:04:05Z"
    assert infos[0].junctions >= 16


def test_several_gzip_members_are_one_file(town_file: Path, tmp_path: Path) -> None:
    text = town_file.read_bytes()
    path = tmp_path / "town.osm.gz"
    path.write_bytes(gzip.compress(text[:1000]) + gzip.compress(text[1000:]))
    assert import_region(path, "town", tmp_path / "regions", progress=NOBODY).info.facts["addresses"] == 8


def test_what_info_prints(town_file: Path, tmp_path: Path) -> None:
    pack = import_region(town_file, "town", tmp_path / "regions", progress=NOBODY, clock=FakeClock(1_800_000_000_000))
    info = info_json(pack)
    assert info["name"] == "town"
    assert info["imported_ms"] == 1_800_000_000_000
    assert info["bbox"] == pytest.approx([113.25, 23.10, 113.258, 23.108])
    assert info["bytes"] == sum(path.stat().st_size for path in pack.path.rglob("*") if path.is_file() and path.name != "region.json")
    assert info["attribution"] == "© OpenStreetMap contributors, ODbL"
    pack.verify()


def test_our_own_invented_map_is_not_called_openstreetmaps(town_xml: str, tmp_path: Path) -> None:
    source = tmp_path / "town.osm"
    source.write_text(re.sub(r"<osm [^>]*>", '<osm version="0.6" generator="commandcenter training region">', town_xml), "utf-8")
    pack = import_region(source, "town", tmp_path / "regions", progress=NOBODY)
    assert info_json(pack)["attribution"] == "Invented training region, commandcenter"


STAGES = ["check", "areas", "read", "relations", "roads", "map", "search", "facilities", "save"]


def test_progress_runs_through_all_stages(town_file: Path, tmp_path: Path) -> None:
    watcher = Watcher()
    import_region(town_file, "town", tmp_path / "regions", progress=watcher)
    assert list(dict.fromkeys(stage for stage, _ in watcher.reports)) == STAGES
    for stage in STAGES:
        shares = [share for name, share in watcher.reports if name == stage]
        assert shares == sorted(shares)
        assert shares[0] >= 0
        assert shares[-1] == pytest.approx(1)


@pytest.mark.parametrize("stage", STAGES)
def test_cancelled_at_any_stage_leaves_nothing(stage: str, town_file: Path, tmp_path: Path) -> None:
    regions = tmp_path / "regions"
    with pytest.raises(Cancelled):
        import_region(town_file, "town", regions, progress=CancelAt(stage))
    assert left(regions) == []


def test_cancelled_replacement_keeps_the_old_pack(town_file: Path, tmp_path: Path) -> None:
    regions = tmp_path / "regions"
    old = import_region(town_file, "town", regions, progress=NOBODY, clock=FakeClock())
    with pytest.raises(Cancelled):
        import_region(town_file, "town", regions, progress=CancelAt("save"))
    assert left(regions) == ["town"]
    old.verify()


def test_a_new_import_replaces_the_old_pack(town_file: Path, tmp_path: Path) -> None:
    regions = tmp_path / "regions"
    import_region(town_file, "town", regions, progress=NOBODY, clock=FakeClock(1000))
    import_region(town_file, "town", regions, progress=NOBODY, clock=FakeClock(2000))
    assert left(regions) == ["town"]
    assert RegionPack.open(regions / "town").info.imported_ms == 2000


def test_rubbish_of_a_crash_is_swept(town_file: Path, tmp_path: Path) -> None:
    regions = tmp_path / "regions"
    pack = import_region(town_file, "other", regions, progress=NOBODY)
    (regions / ".importing-dead").mkdir()
    (regions / ".importing-dead" / "half").write_text("x")
    pack.path.rename(regions / ".replaced-1234~other")  # crashed between the two renames
    import_region(town_file, "town", regions, progress=NOBODY)
    assert left(regions) == ["other", "town"]
    RegionPack.open(regions / "other").verify()


def test_one_import_at_a_time(town_file: Path, tmp_path: Path) -> None:
    regions = tmp_path / "regions"
    regions.mkdir()
    with only_one(regions / ".lock") as ours:
        assert ours
        with pytest.raises(KnownError, match="Another import is running"):
            import_region(town_file, "town", regions, progress=NOBODY)


def test_an_import_in_another_thread_can_be_cancelled(town_file: Path, tmp_path: Path) -> None:
    caught: list[BaseException] = []

    def work() -> None:
        try:
            import_region(town_file, "town", tmp_path / "regions", progress=CancelAfter(3))
        except Cancelled as error:
            caught.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert len(caught) == 1
    assert left(tmp_path / "regions") == []


@pytest.mark.parametrize(
    "name", ["", ".", "..", "../town", "a/b", "a\\b", "C:", ".hidden", "nul", "COM1.x", "town.", "town ", "x" * 65, "a\0b", "a\nb", "-rf"]
)
def test_names_that_are_no_names(name: str, town_file: Path, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="cannot be a region's name"):
        import_region(town_file, name, tmp_path / "regions", progress=NOBODY)
    assert left(tmp_path / "regions") == []


@pytest.mark.parametrize("name", ["heidelberg", "New York (centre)", "广州", "Zürich-2.1"])
def test_names_that_are(name: str) -> None:
    check_name(name)


def test_boundary_keeps_what_reaches_in(town_file: Path, tmp_path: Path) -> None:
    whole = import_region(town_file, "whole", tmp_path / "regions", progress=NOBODY)
    corner = import_region(town_file, "corner", tmp_path / "regions", progress=NOBODY, boundary=read_boundary("113.2495,23.0995,113.2505,23.1005"))
    assert 0 < corner.info.junctions < whole.info.junctions
    assert corner.gazetteer().search("Jiefang Road") == []


def test_boundary_without_roads(town_file: Path, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="Within the boundary"):
        import_region(town_file, "town", tmp_path / "regions", progress=NOBODY, boundary=read_boundary("1,1,2,2"))
    assert left(tmp_path / "regions") == []


def test_boundary_from_geojson(tmp_path: Path) -> None:
    path = tmp_path / "b.geojson"
    square = '{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]}'
    path.write_text(f'{{"type":"FeatureCollection","features":[{{"type":"Feature","properties":{{}},"geometry":{square}}}]}}')
    assert shapely.bounds(read_boundary(str(path))).tolist() == [0, 0, 1, 1]


@pytest.mark.parametrize("text", ["1,2,3", "3,3,1,1", "a,b,c,d", "nowhere.geojson", "0,0,200,1"])
def test_boundaries_that_are_none(text: str) -> None:
    with pytest.raises(KnownError, match="is not a boundary"):
        read_boundary(text)


def test_full_disk_is_said_before_anything_is_built(town_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(region.SPACE_PER_UNPACKED_BYTE, "osm", 1e12)
    with pytest.raises(KnownError, match="free disk space"):
        import_region(town_file, "town", tmp_path / "regions", progress=NOBODY)
    assert left(tmp_path / "regions") == []


def test_a_disk_that_fills_up_is_said(town_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(region, "write_manifest", no_room)
    with pytest.raises(KnownError, match="disk is full"):
        import_region(town_file, "town", tmp_path / "regions", progress=NOBODY)
    assert left(tmp_path / "regions") == []


def test_relations_come_after_the_ways_they_name(osm_file: Callable[[str], Path], tmp_path: Path) -> None:
    """Some tools write relations before ways; turn restrictions must still find their ways."""
    body = (
        '<node id="1" lat="1" lon="1"/><node id="2" lat="1.001" lon="1"/><node id="3" lat="1.001" lon="1.001"/><node id="4" lat="1.002" lon="1"/>'
        '<relation id="9"><member type="way" ref="11" role="from"/><member type="node" ref="2" role="via"/><member type="way" ref="12" role="to"/>'
        '<tag k="type" v="restriction"/><tag k="restriction" v="no_right_turn"/></relation>'
        '<way id="11"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/></way>'
        '<way id="12"><nd ref="2"/><nd ref="3"/><tag k="highway" v="residential"/></way>'
        '<way id="13"><nd ref="2"/><nd ref="4"/><tag k="highway" v="residential"/></way>'
    )
    pack = import_region(osm_file(body), "mixed", tmp_path / "regions", progress=NOBODY)
    assert pack.info.facts["turn_rules"] == 1


@pytest.mark.data
@pytest.mark.parametrize(("file", "junctions"), [("north-bayreuth.osm.gz", 2500), ("liechtenstein.osm.pbf", 5000), ("baltimore.osm.pbf", 5000)])
def test_real_extracts(file: str, junctions: int, data_dir: Path, tmp_path: Path) -> None:
    pack = import_region(data_dir / "osm" / file, "real", tmp_path / "regions", progress=NOBODY)
    assert pack.info.junctions > junctions
    assert pack.info.source_date
    assert pack.facilities()
    pack.verify()
