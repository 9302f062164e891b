"""What every track store promises."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from commandcenter.log.tracks import MemoryTracks, SqliteTracks
from commandcenter.model.ids import Id, derived_id
from commandcenter.model.words import LonLat, Position, PositionSource

E1, E2 = derived_id("E1"), derived_id("E2")
NewStore = Callable[[], MemoryTracks | SqliteTracks]


@pytest.fixture(params=["memory", "sqlite"])
def new_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[NewStore]:
    stores: list[MemoryTracks | SqliteTracks] = []

    def make() -> MemoryTracks | SqliteTracks:
        stores.append(MemoryTracks(1_000) if request.param == "memory" else SqliteTracks(tmp_path / "tracks.db", bytes(32), 1_000))
        return stores[-1]

    yield make
    stores[-1].close()


def at(wall_ms: int, lon: float = 8.0) -> Position:
    return Position(LonLat(lon, 49.0), PositionSource.GPS, wall_ms, heading_deg=90.0)


def test_the_latest_by_time_is_kept(new_store: NewStore) -> None:
    store = new_store()
    store.put({E1: at(5_000), E2: at(5_000)})
    store.put({E1: at(6_000)})
    store.put({E1: at(5_500)})
    assert store.latest() == {E1: at(6_000), E2: at(5_000)}
    assert store.history(E1) == [at(5_000), at(5_500), at(6_000)]
    assert store.history(E1, since_ms=5_500) == [at(5_500), at(6_000)]


def test_history_is_bounded_and_the_latest_stays(new_store: NewStore) -> None:
    store = new_store()
    store.put({E2: at(500)})
    for wall_ms in range(1_000, 5_000, 250):
        store.put({E1: at(wall_ms)})
        store.flush()
    assert [position.wall_ms for position in store.history(E1)] == [3_750, 4_000, 4_250, 4_500, 4_750]
    assert store.latest()[E2] == at(500)
    assert store.history(E2) == [at(500)]


def test_where_everybody_was_at_a_moment(new_store: NewStore) -> None:
    store = new_store()
    store.put({E1: at(5_000, 8.1), E2: at(5_200, 8.5)})
    store.put({E1: at(5_400, 8.2)})
    assert store.at(4_999) == {}
    assert store.at(5_100) == {E1: at(5_000, 8.1)}
    assert store.at(5_399) == {E1: at(5_000, 8.1), E2: at(5_200, 8.5)}
    assert store.at(9_000) == store.latest() == {E1: at(5_400, 8.2), E2: at(5_200, 8.5)}


def test_an_unknown_unit_has_no_track(new_store: NewStore) -> None:
    assert new_store().history(Id("f" * 32)) == []


def test_tracks_survive_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "tracks.db"
    store = SqliteTracks(path, bytes(32))
    store.put({E1: at(1_000), E2: at(2_000)})
    store.put({E1: at(1_500, lon=8.5)})
    store.close()
    again = SqliteTracks(path, bytes(32))
    assert again.latest() == {E1: at(1_500, lon=8.5), E2: at(2_000)}
    again.close()
