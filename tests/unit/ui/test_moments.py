"""Times that people type into a closure, and the street a closure is called by."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from commandcenter.model.ports import Place
from commandcenter.model.words import LonLat
from commandcenter.ui.closures.moments import read_moment
from commandcenter.ui.closures.naming import middle_of, street_at

NOW = datetime(2026, 11, 22, 14, 30, tzinfo=UTC)
NOW_MS = round(NOW.timestamp() * 1000)


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("18:00", datetime(2026, 11, 22, 18, 0, tzinfo=UTC)),
        ("9：05", datetime(2026, 11, 23, 9, 5, tzinfo=UTC)),
        ("14:30", datetime(2026, 11, 23, 14, 30, tzinfo=UTC)),
        ("+2 h", datetime(2026, 11, 22, 16, 30, tzinfo=UTC)),
        ("90min", datetime(2026, 11, 22, 16, 0, tzinfo=UTC)),
        ("3小时", datetime(2026, 11, 22, 17, 30, tzinfo=UTC)),
        ("2 d", datetime(2026, 11, 24, 14, 30, tzinfo=UTC)),
        ("2026-12-01 08:00", datetime(2026, 12, 1, 8, 0, tzinfo=UTC)),
    ],
)
def test_a_time_is_read_as_it_is_meant(text: str, then: datetime) -> None:
    assert read_moment(text, NOW_MS, UTC) == round(then.timestamp() * 1000)


@pytest.mark.parametrize("text", ["", "soon", "25:00", "2026-02-30 08:00", "12", "+h"])
def test_what_is_no_time_is_none(text: str) -> None:
    assert read_moment(text, NOW_MS, UTC) is None


def test_the_middle_of_a_ring_counts_no_corner_twice() -> None:
    a, b, c, d = LonLat(0, 0), LonLat(2, 0), LonLat(2, 2), LonLat(0, 2)
    assert middle_of((a, b, c, d, a)) == LonLat(1, 1)
    assert middle_of((a,)) == a


class OneAnswer:
    def __init__(self, place: Place | None) -> None:
        self.place = place

    def search(self, text: str, *, near: LonLat | None = None, limit: int = 10) -> list[Place]:
        return []

    def reverse(self, at: LonLat) -> Place | None:
        return self.place

    def street(self, name: str, at: LonLat) -> tuple[tuple[LonLat, ...], ...]:
        return ()


@pytest.mark.parametrize(
    ("place", "language", "name"),
    [
        (Place("Straße des 17. Juni 135", "address", LonLat(0, 0)), "zh", "Straße des 17. Juni"),
        (Place("Mill Lane", "street", LonLat(0, 0)), "en", "Mill Lane"),
        (Place("Mill Lane 7b", "address", LonLat(0, 0), names={"en": "Mill Lane 7b", "zh": "磨坊巷7b号"}), "zh", "磨坊巷"),
        (Place("Mill Lane", "street", LonLat(0, 0), names={"zh": "磨坊巷"}), "zh", "磨坊巷"),
        (None, "en", ""),
    ],
)
def test_a_closure_is_called_by_its_street(place: Place | None, language: str, name: str) -> None:
    assert street_at(OneAnswer(place), (LonLat(0, 0),), language) == name
