"""A street by its name: what closes, all of it or between two crossings; on the real town, what closes is what the street is made of."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import pytest

from commandcenter.dispatch.street_closure import Line, WhichStreet, find_street, street_in, with_street
from commandcenter.geo.pack import RegionPack
from commandcenter.model.errors import Refused
from commandcenter.model.ports import Place, Shape
from commandcenter.model.sentences import ProperName
from commandcenter.model.words import LonLat


def at(x: int, y: int) -> LonLat:
    return LonLat(8.6 + x / 1000, 49.4 + y / 1000)


class Town:
    """One street of given lines; where it meets others."""

    def __init__(self, *lines: Sequence[LonLat], crossings: dict[str, LonLat] | None = None) -> None:
        self.lines = tuple(tuple(line) for line in lines)
        self.crossings = crossings or {}

    def search(self, text: str, *, near: LonLat | None = None, limit: int = 10) -> list[Place]:
        street, _, other = text.partition(" / ")
        if other:
            return [Place(text, "crossing", self.crossings[other], score=1.0)] if other in self.crossings else []
        alike = {"Mill Lane": 1.0, "mil lane": 0.92}
        return [
            Place("Mill", "poi", at(0, 0)),
            *(Place("Mill Lane", "street", at(0, 0), "Oldtown", None, alike[one]) for one in alike if one == street),
        ]

    def reverse(self, at: LonLat) -> Place | None:
        return None

    def street(self, name: str, at: LonLat) -> tuple[Line, ...]:
        return self.lines


def steps(shapes: Sequence[Sequence[LonLat]]) -> set[frozenset[LonLat]]:
    return {frozenset(pair) for shape in shapes for pair in itertools.pairwise(shape)}


def test_pieces_that_are_mapped_apart_make_one_line() -> None:
    found = find_street(Town([at(1, 0), at(2, 0)], [at(1, 0), at(0, 0)], [at(2, 0), at(3, 1)]), "Mill Lane", None)
    (line,) = found.shapes
    assert set(line) == {at(0, 0), at(1, 0), at(2, 0), at(3, 1)} and len(line) == 4
    assert (found.name, str(found.town)) == ("Mill Lane", "Oldtown")
    assert 200 < found.length_m < 300


def test_a_street_that_branches_is_walked_whole_and_never_leaves_itself() -> None:
    branches = ([at(0, 0), at(1, 0), at(2, 0)], [at(1, 0), at(1, 1)], [at(1, 0), at(1, -1)])
    found = find_street(Town(*branches), "Mill Lane", None)
    assert len(found.shapes) == 1
    assert steps(found.shapes) == steps(branches)


def test_unconnected_pieces_are_closed_each_for_itself() -> None:
    found = find_street(Town([at(0, 0), at(1, 0)], [at(5, 0), at(6, 0)]), "Mill Lane", None)
    assert sorted(found.shapes) == [(at(0, 0), at(1, 0)), (at(5, 0), at(6, 0))]


def test_a_street_round_a_square_is_no_area() -> None:
    ring = [at(0, 0), at(1, 0), at(1, 1), at(0, 1), at(0, 0)]
    (line,) = find_street(Town(ring), "Mill Lane", None).shapes
    assert line[0] != line[-1] and len(line) == 5


def test_the_part_between_two_crossings_is_the_shortest_way_along_the_street() -> None:
    crossings = {"Castle Hill": at(1, 0), "Harbour Road": at(3, 0)}
    town = Town([at(n, 0) for n in range(6)], [at(1, 0), at(1, 4), at(3, 0)], crossings=crossings)
    for text in ("Mill Lane from Castle Hill to Harbour Road", "Mill Lane 从 Castle Hill 到 Harbour Road"):
        found = find_street(town, text, None)
        assert found.shapes == ((at(1, 0), at(2, 0), at(3, 0)),)
        assert found.name == "Mill Lane (Castle Hill – Harbour Road)"
        assert street_in(text) == "Mill Lane"


@pytest.mark.parametrize(
    ("town", "text", "why"),
    [
        (Town(), "Mill Lane", "no street called “Mill Lane”"),
        (Town([at(0, 0), at(1, 0)]), "Old Market", "no street called “Old Market”"),
        (Town([at(0, 0), at(1, 0)]), "Mill Lane from Here to There", "Mill Lane and Here do not meet"),
        (
            Town([at(0, 0), at(1, 0)], [at(5, 0), at(6, 0)], crossings={"A": at(0, 0), "B": at(6, 0)}),
            "Mill Lane from A to B",
            "no way between these two places",
        ),
        (Town([at(0, 0), at(1, 0)], crossings={"A": at(0, 0)}), "Mill Lane from A to A", "no way between these two places"),
    ],
)
def test_what_cannot_be_closed_is_said(town: Town, text: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        find_street(town, text, None)


def test_a_street_that_is_only_called_alike_is_asked_about_and_closes_when_chosen() -> None:
    town = Town([at(0, 0), at(1, 0), at(2, 0)], crossings={"A": at(0, 0), "B": at(1, 0)})
    with pytest.raises(WhichStreet, match=r"no street called “mil lane”.*: Mill Lane") as asked:
        find_street(town, "mil lane from A to B", None)
    (street,) = asked.value.streets
    found = find_street(town, "mil lane from A to B", None, street)
    assert found.shapes == ((at(0, 0), at(1, 0)),) and found.name == "Mill Lane (A – B)"
    assert with_street("mil lane  from A to B", street.name) == "Mill Lane from A to B"
    assert with_street("mil lane", street.name) == "Mill Lane"


def test_why_not_is_said_with_the_street_as_it_is_called_in_the_readers_language() -> None:
    class Bilingual(Town):
        def search(self, text: str, *, near: LonLat | None = None, limit: int = 10) -> list[Place]:
            return [Place("Mill Lane", "street", at(0, 0), "Oldtown", {"en": "Mill Lane", "zh": "磨坊巷"}, 1.0)]

    with pytest.raises(Refused, match="Mill Lane and 港口路 do not meet") as refused:
        find_street(Bilingual([at(0, 0), at(1, 0)]), "磨坊巷 从 港口路 到 城堡山", None)
    street = refused.value.sentence.params["street"]
    assert isinstance(street, ProperName) and street.name("zh") == "磨坊巷"


def test_a_real_street_closes_along_itself_and_the_town_goes_round_it(heidelberg_pack: RegionPack) -> None:
    gazetteer, roads = heidelberg_pack.gazetteer(), heidelberg_pack.roads()
    near = LonLat(8.69, 49.41)
    found = find_street(gazetteer, "Brückenstraße", near)
    assert found.name == "Brückenstraße" and 300 < found.length_m < 700
    closed = roads.with_closures([Shape(shape) for shape in found.shapes])
    shut = closed.closed("engine").shut
    named = {roads.graph.name(edge) for edge in shut}
    assert "Brückenstraße" in named
    part = find_street(gazetteer, "Hauptstraße from Sandgasse to Grabengasse", near)
    whole = find_street(gazetteer, "Hauptstraße", near)
    assert 0 < part.length_m < whole.length_m / 5
