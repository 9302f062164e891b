"""Broken and hostile files: one clear sentence, nothing left behind, no other pack harmed."""

from __future__ import annotations

import bz2
import gzip
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import osmium
import pytest

from commandcenter.geo.importing import source
from commandcenter.geo.importing.region import import_region
from commandcenter.geo.pack import RegionPack
from commandcenter.model.errors import KnownError
from commandcenter.model.progress import NoProgress

Refuses = Callable[[str, bytes], str]


ROAD = (
    '<node id="1" lat="1" lon="1"/><node id="2" lat="1.001" lon="1.001"/>'
    '<way id="99"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/></way>'
)


@pytest.fixture
def refuses(tmp_path: Path, town_file: Path) -> Refuses:
    """Imports a file of this name and content beside a good pack; returns the sentence of the refusal."""

    def check(name: str, content: bytes) -> str:
        regions = tmp_path / "regions"
        import_region(town_file, "good", regions, progress=NoProgress())
        path = tmp_path / name
        path.write_bytes(content)
        for region in ("bad", "good"):  # as a new pack, and over one that is there
            with pytest.raises(KnownError) as caught:
                import_region(path, region, regions, progress=NoProgress())
        assert sorted(p.name for p in regions.iterdir()) == [".lock", "good"]
        good = RegionPack.open(regions / "good")
        good.verify()
        assert good.info.source == "town.osm"
        said = str(caught.value)
        assert "\n" not in said
        return said

    return check


@pytest.fixture
def town_pbf(tmp_path: Path, town_file: Path) -> bytes:
    path = tmp_path / "made.osm.pbf"
    with osmium.SimpleWriter(str(path)) as writer:
        for thing in osmium.FileProcessor(str(town_file)):
            writer.add(thing)
    return path.read_bytes()


@pytest.mark.parametrize("name", ["x.osm", "x.osm.gz", "x.osm.bz2", "x.osm.pbf"])
def test_empty(name: str, refuses: Refuses) -> None:
    assert "is empty" in refuses(name, b"")


@pytest.mark.parametrize("name", ["x.osm", "x.osm.gz", "x.osm.bz2", "x.osm.pbf"])
def test_not_what_its_name_says(name: str, refuses: Refuses) -> None:
    assert "does not hold what its name says" in refuses(name, b"hello, this is a letter to my aunt")


@pytest.mark.parametrize("name", ["x.txt", "x", "x.zip", "x.pbf.part", "x.osm.xz"])
def test_unknown_suffix(name: str, refuses: Refuses, town_xml: str) -> None:
    assert "its name must end in" in refuses(name, town_xml.encode())


def test_a_pbf_named_osm(refuses: Refuses, town_pbf: bytes) -> None:
    assert "does not hold what its name says" in refuses("x.osm", town_pbf)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="cannot be read"):
        import_region(tmp_path / "none.osm", "x", tmp_path / "regions", progress=NoProgress())
    assert [p.name for p in (tmp_path / "regions").iterdir()] == [".lock"]


def test_other_xml(refuses: Refuses) -> None:
    assert "not a readable OpenStreetMap file" in refuses("x.osm", b"<html><body>Moved</body></html>")


@pytest.mark.parametrize("share", [0.02, 0.3, 0.9, 0.999])
def test_truncated_pbf(share: float, refuses: Refuses, town_pbf: bytes) -> None:
    said = refuses("x.osm.pbf", town_pbf[: int(len(town_pbf) * share)])
    assert "cut short" in said or "does not hold" in said


@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
@pytest.mark.parametrize(("name", "pack"), [("x.osm", bytes), ("x.osm.gz", gzip.compress), ("x.osm.bz2", bz2.compress)])
def test_truncated_xml(name: str, pack: Callable[[bytes], bytes], share: float, refuses: Refuses, town_xml: str) -> None:
    content = pack(town_xml.encode())
    said = refuses(name, content[: int(len(content) * share)])
    assert "cut short" in said or "not a readable" in said


def test_text_truncated_inside_gzip(refuses: Refuses, town_xml: str) -> None:
    said = refuses("x.osm.gz", gzip.compress(town_xml.encode()[: len(town_xml) // 2]))
    assert "cut short" in said or "not a readable" in said


@pytest.mark.parametrize("at", [0.4, 0.6])
@pytest.mark.parametrize(("name", "pack"), [("x.osm.gz", gzip.compress), ("x.osm.bz2", bz2.compress)])
def test_flipped_bits(name: str, pack: Callable[[bytes], bytes], at: float, refuses: Refuses, town_xml: str) -> None:
    content = bytearray(pack(town_xml.encode()))
    content[int(len(content) * at)] ^= 0xFF
    said = refuses(name, bytes(content))
    assert "damaged" in said or "cut short" in said


def test_flipped_bits_in_pbf(refuses: Refuses, town_pbf: bytes) -> None:
    content = bytearray(town_pbf)
    content[len(content) // 2] ^= 0xFF
    said = refuses("x.osm.pbf", bytes(content))
    assert "not a readable" in said or "damaged" in said


@pytest.mark.parametrize(("name", "pack"), [("x.osm.gz", gzip.compress), ("x.osm.bz2", bz2.compress)])
def test_bombs(name: str, pack: Callable[[bytes], bytes], refuses: Refuses) -> None:
    content = pack(b"<osm>" + b" " * (source.RATIO_FREE_BYTES + (4 << 20)) + b"</osm>")
    assert "unpacks to more than 100 times" in refuses(name, content)


def blob(kind: bytes, content: bytes, unpacked: int) -> bytes:
    """Frame a pbf blob that claims an unpacked size."""
    packed = zlib.compress(content)
    body = b"\x10" + varint(unpacked) + b"\x1a" + varint(len(packed)) + packed
    header = b"\x0a" + varint(len(kind)) + kind + b"\x18" + varint(len(body))
    return struct.pack(">I", len(header)) + header + body


def varint(value: int) -> bytes:
    out = b""
    while value > 0x7F:
        out += bytes([value & 0x7F | 0x80])
        value >>= 7
    return out + bytes([value])


def test_pbf_bomb(refuses: Refuses) -> None:
    size = 30 << 20
    assert "100 times" in refuses("x.osm.pbf", blob(b"OSMHeader", b"", 0) + blob(b"OSMData", b"\0" * size, size) * 3)


def test_pbf_blob_that_claims_too_much(refuses: Refuses) -> None:
    assert "damaged" in refuses("x.osm.pbf", blob(b"OSMHeader", b"", 0) + blob(b"OSMData", b"x", 1 << 40))


def test_pbf_frame_of_gigantic_length(refuses: Refuses) -> None:
    assert "damaged" in refuses("x.osm.pbf", blob(b"OSMHeader", b"", 0) + b"\xff\xff\xff\xff rest")


def test_entity_expansion(refuses: Refuses) -> None:
    bomb = '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">'
    node = '<node id="1" lat="1" lon="1"><tag k="name" v="&c;"/></node>'
    assert "not a readable" in refuses("x.osm", f'<?xml version="1.0"?><!DOCTYPE osm [{bomb}]><osm version="0.6">{node}</osm>'.encode())


def test_entity_that_names_a_file(refuses: Refuses) -> None:
    head = '<?xml version="1.0"?><!DOCTYPE osm [<!ENTITY f SYSTEM "file:///etc/hostname">]>'
    assert "not a readable" in refuses("x.osm", f'{head}<osm version="0.6">{ROAD}&f;</osm>'.encode())


@pytest.mark.parametrize(
    "bad", ['<node id="3" lat="1e9" lon="1"/>', '<node id="3" lat="NaN" lon="1"/>', '<node id="99999999999999999999999" lat="1" lon="1"/>']
)
def test_numbers_that_are_none(bad: str, refuses: Refuses) -> None:
    assert "not a readable" in refuses("x.osm", f'<osm version="0.6">{ROAD.replace("<way", bad + "<way")}</osm>'.encode())


def test_unsorted(refuses: Refuses) -> None:
    assert "not in order" in refuses("x.osm", f'<osm version="0.6">{ROAD}<way id="7"><nd ref="2"/><nd ref="1"/></way></osm>'.encode())


def test_no_roads(refuses: Refuses) -> None:
    assert "no roads" in refuses("x.osm", b'<osm version="0.6"><node id="1" lat="1" lon="1"><tag k="name" v="x"/></node></osm>')


def test_no_objects(refuses: Refuses) -> None:
    assert "no roads" in refuses("x.osm", b'<osm version="0.6"></osm>')


def test_ways_without_their_nodes(refuses: Refuses) -> None:
    assert "ways but not their nodes" in refuses(
        "x.osm", b'<osm version="0.6"><way id="5"><nd ref="1"/><nd ref="2"/><tag k="highway" v="service"/></way></osm>'
    )


def test_only_a_footpath_nobody_can_drive_on(refuses: Refuses) -> None:
    body = ROAD.replace("residential", "proposed")
    assert "roads that a vehicle can use" in refuses("x.osm", f'<osm version="0.6">{body}</osm>'.encode())


def test_names_that_are_no_text(refuses: Refuses, tmp_path: Path) -> None:
    """A pbf may hold bytes that are no UTF-8."""
    raw = tmp_path / "raw.osm.pbf"
    with osmium.SimpleWriter(osmium.io.File(str(raw), "pbf,pbf_compression=none")) as writer:
        writer.add_node(osmium.osm.mutable.Node(id=1, location=(1.0, 1.0), tags={"name": "QQQQQQQQ"}))
    assert "not a readable" in refuses("x.osm.pbf", raw.read_bytes().replace(b"QQQQQQQQ", b"\xff\xfe\xff\xfe\xff\xfe\xff\xfe"))


HARMLESS = {
    "a relation that is its own member": '<relation id="3"><member type="relation" ref="3" role="outer"/><member type="way" ref="99" role="outer"/>'
    '<tag k="type" v="multipolygon"/><tag k="natural" v="water"/></relation>',
    "a node off the Earth": '<node id="9" lat="100" lon="1"><tag k="place" v="town"/><tag k="name" v="Nowhere"/></node>',
    "a gigantic id": '<node id="9223372036854775806" lat="1" lon="1"><tag k="name" v="Far"/></node>',
    "a way of one node": '<way id="7"><nd ref="1"/><tag k="highway" v="service"/></way>',
    "a way of missing nodes": '<way id="7"><nd ref="77"/><nd ref="78"/><tag k="highway" v="service"/></way>',
    "an area that crosses itself": '<node id="11" lat="1" lon="1.1"/><node id="12" lat="1.1" lon="1"/>'
    '<node id="13" lat="1" lon="1"/><node id="14" lat="1.1" lon="1.1"/>'
    '<way id="8"><nd ref="13"/><nd ref="14"/><nd ref="11"/><nd ref="12"/><nd ref="13"/><tag k="natural" v="water"/></way>',
    "a very long name": f'<node id="9" lat="1" lon="1"><tag k="place" v="town"/><tag k="name" v="{"x" * 1000}"/></node>',
    "SQL in a name": '<node id="9" lat="1" lon="1"><tag k="place" v="town"/><tag k="name" v="Robert&apos;); drop table entity;--"/></node>',
}


@pytest.mark.parametrize("what", HARMLESS)
def test_odd_objects_do_not_stop_an_import(what: str, osm_file: Callable[[str], Path], tmp_path: Path) -> None:
    roads = ROAD.index("<way")
    pack = import_region(osm_file(ROAD[:roads] + HARMLESS[what] + ROAD[roads:]), "odd", tmp_path / "regions", progress=NoProgress())
    assert pack.info.junctions == 2
