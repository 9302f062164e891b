"""Tiles on request: newest first, withdrawn ones never painted, kept on disk, and a broken cache is nobody's problem."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from commandcenter.geo.basemap.features import FeatureIndex
from commandcenter.ui.map.ports import TileAddress, TileSource
from commandcenter.ui.map.tiles.cache import TileCache
from commandcenter.ui.map.tiles.queue import TileQueue
from commandcenter.ui.map.tiles.source import PaintedTiles

from .world import ZOOM, Sheet, X, Y, drawn, square

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def features(tmp_path: Path) -> FeatureIndex:
    def draw(sheet: Sheet) -> None:
        sheet.way(square(-50, -50, 300, 300), highway="path")
        sheet.area(square(20, 20, 236, 236), natural="water")

    return drawn(tmp_path, draw)


def _address(x: int = X) -> TileAddress:
    return TileAddress("light", "en", ZOOM, x, Y)


def test_a_tile_is_a_png_of_the_asked_size(features: FeatureIndex, tmp_path: Path) -> None:
    source: TileSource = PaintedTiles(features, tmp_path / "tiles.db")
    assert isinstance(source, PaintedTiles)
    image = QImage.fromData(source.tile(_address()).result(20) or b"")
    assert (image.width(), image.height()) == (512, 512)
    assert source.tile(_address()._replace(scale=1)).result(20) != source.tile(_address()).result(20)
    source.close()


def test_a_finished_tile_comes_from_disk_after_a_restart(features: FeatureIndex, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = PaintedTiles(features, tmp_path / "tiles.db")
    png = first.tile(_address()).result(20)
    first.close()

    second = PaintedTiles(features, tmp_path / "tiles.db")
    monkeypatch.setattr(second._painter, "paint", None)
    assert second.tile(_address()).result(20) == png
    second.close()


def test_another_map_does_not_meet_the_old_tiles(features: FeatureIndex, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = drawn(tmp_path / "other", lambda sheet: sheet.way(square(0, 0, 200, 200), highway="primary"))
    pngs = []
    for index in (features, other):
        source = PaintedTiles(index, tmp_path / "tiles.db")
        pngs.append(source.tile(_address()).result(20))
        source.close()
    assert pngs[0] != pngs[1]


def test_the_newest_batch_is_served_first_and_each_in_its_own_order() -> None:
    now_s = 100.0
    queue = TileQueue(lambda: now_s)
    for x in (1, 2, 3):
        queue.add(_address(x), lambda png: None)
        now_s += 0.02
    now_s += 1.0
    for x in (4, 2, 5):
        queue.add(_address(x), lambda png: None)
    assert len(queue) == 5
    taken = [job.address.x for job in iter(queue.take, None)]
    assert taken == [4, 2, 5, 1, 3]


def test_when_too_many_wait_the_oldest_is_given_up() -> None:
    now_s = 0.0
    queue = TileQueue(lambda: now_s)
    answers: list[tuple[int, bytes | None]] = []
    for x in range(402):
        queue.add(_address(x), lambda png, x=x: answers.append((x, png)))  # type: ignore[misc]
        now_s += 0.03 if x % 2 else 1.0
    assert answers == [(0, None), (1, None)]


def test_a_withdrawn_request_leaves_the_queue_unless_another_waits() -> None:
    queue = TileQueue()
    answers: list[str] = []
    withdraw, fresh = queue.add(_address(), lambda png: answers.append("first"))
    _, fresh_again = queue.add(_address(), lambda png: answers.append("second"))
    assert (fresh, fresh_again) == (True, False)
    withdraw()
    job = queue.take()
    assert job is not None
    queue.finish(job, b"png")
    assert answers == ["second"]
    withdraw, _ = queue.add(_address(5), lambda png: answers.append("never"))
    withdraw()
    withdraw()
    assert len(queue) == 0


def test_too_many_waiting_lets_the_oldest_go() -> None:
    queue = TileQueue()
    dropped: list[int] = []
    for x in range(401):
        queue.add(_address(x), lambda png, x=x: dropped.append(x))  # type: ignore[misc]
    assert dropped == [0]


def test_closing_answers_everybody(features: FeatureIndex) -> None:
    source = PaintedTiles(features, None, threads=1)
    futures = [source.tile(_address(X + number)) for number in range(12)]
    source.close()
    assert all(future.done() for future in futures)
    assert source.tile(_address(3)).result(1) is None


def test_a_tile_asked_for_twice_is_painted_once(features: FeatureIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    source = PaintedTiles(features, None)
    painted = []
    begun, go_on = threading.Event(), threading.Event()
    paint = source._painter.paint

    def counted(*args: object, **kwargs: object) -> QImage:
        painted.append(args)
        begun.set()
        assert go_on.wait(20)
        return paint(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(source._painter, "paint", counted)
    one = source.tile(_address())
    assert begun.wait(20)
    two = source.tile(_address())
    go_on.set()
    assert one.result(20) == two.result(20)
    assert len(painted) == 1
    source.close()


@pytest.mark.parametrize("rubbish", [b"no database at all, not even a header" * 40, b"SQLite format 3\x00" + b"\xff" * 5000, b""])
def test_a_damaged_cache_is_replaced_without_a_word(tmp_path: Path, rubbish: bytes) -> None:
    path = tmp_path / "tiles.db"
    path.write_bytes(rubbish)
    cache = TileCache(path)
    assert cache.get("a") is None
    cache.put("a", b"png")
    assert cache.get("a") == b"png"
    cache.close()


def test_a_cache_of_another_shape_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "tiles.db"
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE tiles (something TEXT)")
    db.close()
    cache = TileCache(path)
    cache.put("a", b"png")
    assert cache.get("a") == b"png"
    cache.close()


def test_no_cache_where_none_can_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = TileCache(tmp_path / "file" / "tiles.db")
    cache.put("a", b"png")
    assert cache.get("a") is None
    cache.close()


def test_the_cache_stays_within_its_limit_and_keeps_what_is_used(tmp_path: Path) -> None:
    cache = TileCache(tmp_path / "tiles.db", limit_bytes=100_000)
    for number in range(300):
        cache.put(f"tile {number}", bytes(1000))
        assert cache.get("tile 0") is not None
    kept = [number for number in range(300) if cache.get(f"tile {number}") is not None]
    assert len(kept) <= 100
    assert 0 in kept
    assert 299 in kept
    assert 50 not in kept
    cache.close()
