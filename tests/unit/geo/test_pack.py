"""Region packs: opening, listing, copying, removing."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from commandcenter.geo.pack import MANIFEST, RegionPack, copy_pack, list_packs, remove_pack
from commandcenter.model.errors import Cancelled, KnownError
from commandcenter.model.progress import CancelAfter, NoProgress
from commandcenter.model.words import LonLat


@pytest.fixture
def regions(town_pack: RegionPack, tmp_path: Path) -> Path:
    """A folder of regions with the town in it."""
    shutil.copytree(town_pack.path, tmp_path / "regions" / "town")
    return tmp_path / "regions"


def change(pack: Path, **facts: object) -> None:
    path = pack / MANIFEST
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | facts), "utf-8")


def test_all_parts_open(town_pack: RegionPack) -> None:
    assert town_pack.roads().profiles
    assert town_pack.roads() is town_pack.roads(), "what one prepares the others use"
    assert town_pack.features() is not None
    assert town_pack.gazetteer().search("Mill Lane")
    assert town_pack.facilities()


def test_missing_pack(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="There is no region"):
        RegionPack.open(tmp_path / "nowhere")


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"format": 1}', '{"format": "1", "files": {}}', '{"format": 1, "files": {"a": 5}}', "\x00"])
def test_broken_description(text: str, regions: Path) -> None:
    (regions / "town" / MANIFEST).write_text(text)
    with pytest.raises(KnownError, match="is broken"):
        RegionPack.open(regions / "town")


def test_newer_format(regions: Path) -> None:
    change(regions / "town", format=2)
    with pytest.raises(KnownError, match="newer version"):
        RegionPack.open(regions / "town")


def test_cut_file(regions: Path) -> None:
    path = regions / "town" / "search" / "search.db"
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(KnownError, match="missing or cut short"):
        RegionPack.open(regions / "town")


def test_changed_file_is_found_by_verify(regions: Path) -> None:
    path = regions / "town" / "facilities" / "facilities.json"
    path.write_bytes(path.read_bytes().replace(b"Fire Station 1", b"Fire Station 2"))
    pack = RegionPack.open(regions / "town")
    with pytest.raises(KnownError, match=r"facilities\.json has changed"):
        pack.verify()


@pytest.mark.parametrize("name", ["../../secret", "/etc/passwd", "a\\..\\b", "C:x"])
def test_files_outside_the_pack_are_refused(name: str, regions: Path) -> None:
    change(regions / "town", files={name: [1, "00"]})
    with pytest.raises(KnownError, match="names files outside itself"):
        RegionPack.open(regions / "town")


def test_list_leaves_out_what_does_not_open(regions: Path) -> None:
    (regions / "rubbish").mkdir()
    (regions / "broken").mkdir()
    (regions / "broken" / MANIFEST).write_text("{")
    (regions / ".importing-1").mkdir()
    assert [pack.name for pack in list_packs(regions)] == ["town"]
    assert list_packs(regions / "none") == []


def test_a_pack_goes_by_its_folder(regions: Path) -> None:
    (regions / "town").rename(regions / "city")
    assert RegionPack.open(regions / "city").name == "city"


def test_remove(regions: Path) -> None:
    remove_pack(regions, "town")
    assert list_packs(regions) == []


@pytest.mark.parametrize("name", ["none", "", ".", "..", "../regions/town", "town/roads"])
def test_remove_what_is_no_pack(name: str, regions: Path) -> None:
    with pytest.raises(KnownError, match="There is no region"):
        remove_pack(regions, name)
    assert len(list_packs(regions)) == 1


def test_copy_from_a_stick(regions: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    pack = copy_pack(regions / "town", home, progress=NoProgress())
    assert pack.path == home / "town"
    pack.verify()
    with pytest.raises(KnownError, match="already"):
        copy_pack(regions / "town", home, progress=NoProgress())


def test_a_damaged_stick_leaves_nothing(regions: Path, tmp_path: Path) -> None:
    path = regions / "town" / "facilities" / "facilities.json"
    path.write_bytes(path.read_bytes().replace(b"Fire Station 1", b"Fire Station 2"))
    with pytest.raises(KnownError, match="has changed"):
        copy_pack(regions / "town", tmp_path / "home", progress=NoProgress())
    assert [p.name for p in (tmp_path / "home").iterdir()] == [".lock"]


def test_a_cancelled_copy_leaves_nothing(regions: Path, tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        copy_pack(regions / "town", tmp_path / "home", progress=CancelAfter(2))
    assert [p.name for p in (tmp_path / "home").iterdir()] == [".lock"]


def test_a_stick_cannot_name_another_place(regions: Path, tmp_path: Path) -> None:
    change(regions / "town", name="../../evil")
    with pytest.raises(KnownError, match="cannot be a region's name"):
        copy_pack(regions / "town", tmp_path / "home", progress=NoProgress())


def test_coverage(town_pack: RegionPack) -> None:
    inside, outside = LonLat(113.254, 23.104), LonLat(8.7, 49.4)
    assert town_pack.covers(inside)
    assert not town_pack.covers(outside)
    assert town_pack.coverage([inside, inside, outside, outside]) == 0.5
    assert town_pack.coverage([]) == 1.0
