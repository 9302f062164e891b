"""What a route says: manoeuvres, warnings, and times that agree with the search."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from commandcenter.geo.pack import RegionPack
from commandcenter.geo.roads.network import RoadNetwork
from commandcenter.geo.roads.routes import manoeuvre
from commandcenter.geo.roads.street_names import StreetNames
from commandcenter.model.ports import Route
from commandcenter.model.words import LonLat

from .sources import ORIGIN, STEP_DEG, Sketch


def at(x: float, y: float) -> LonLat:
    return LonLat(ORIGIN[0] + x * STEP_DEG, ORIGIN[1] + y * STEP_DEG)


def found(sketch: Sketch, start: LonLat, end: LonLat, profile: str = "heavy_truck") -> Route:
    route = RoadNetwork(sketch.graph()).route(start, end, profile)
    assert route is not None
    return route


def words(route: Route) -> list[tuple[str, str]]:
    return [(leg.manoeuvre, leg.street) for leg in route.legs]


@pytest.mark.parametrize(
    ("bend_deg", "word"),
    [
        *((bend, "continue") for bend in (0, 19, -19, 360, 341)),
        *((bend, "slight_right") for bend in (20, 59, -301)),
        *((bend, "right") for bend in (60, 90, 119)),
        *((bend, "sharp_right") for bend in (120, 164)),
        *((bend, "slight_left") for bend in (-20, -59)),
        *((bend, "left") for bend in (-60, -90, 270)),
        *((bend, "sharp_left") for bend in (-120, -164)),
        *((bend, "u_turn") for bend in (165, 180, -180, -165)),
    ],
)
def test_words_for_bends(bend_deg: float, word: str) -> None:
    assert manoeuvre(bend_deg) == word


# At 49.4° north a step east is 0.65 of a step north: places are given in steps, bends follow from the ground.
@pytest.mark.parametrize(
    ("turn_to", "word"),
    [
        ((1, 2), "left"),
        ((1, 0), "right"),
        ((2, 1), "continue"),
        ((2, 1.4), "slight_left"),
        ((2, 0.6), "slight_right"),
        ((0.2, 1.5), "sharp_left"),
        ((0.2, 0.5), "sharp_right"),
    ],
)
def test_a_turn_into_another_street(turn_to: tuple[float, float], word: str) -> None:
    sketch = Sketch(a=(0, 1), x=(1, 1), b=turn_to)
    sketch.way("a x", name="Mill Lane")
    sketch.way("x b", name="Dock Road")
    assert words(found(sketch, at(0, 1), at(*turn_to))) == [("depart", "Mill Lane"), (word, "Dock Road"), ("arrive", "Dock Road")]


def test_no_word_while_a_street_runs_on() -> None:
    sketch = Sketch(a=(0, 0), b=(1, 0), c=(2, 0.2), d=(3, 0), side=(1, 1))
    sketch.way("a b c d", name="Mill Lane")
    sketch.way("b side", name="Dock Road")
    assert words(found(sketch, at(0, 0), at(3, 0))) == [("depart", "Mill Lane"), ("arrive", "Mill Lane")]


def test_a_street_that_turns_with_its_name_is_said() -> None:
    sketch = Sketch(a=(0, 0), b=(1, 0), c=(1, 1))
    sketch.way("a b", name="Mill Lane")
    sketch.way("b c", name="Mill Lane")
    assert words(found(sketch, at(0, 0), at(1, 1))) == [("depart", "Mill Lane"), ("left", "Mill Lane"), ("arrive", "Mill Lane")]


def roundabout() -> Sketch:
    """Four streets into a ring that is driven anticlockwise."""
    sketch = Sketch(s=(0, -3), e=(3, 0), n=(0, 3), w=(-3, 0), rs=(0, -0.4), re=(0.6, 0), rn=(0, 0.4), rw=(-0.6, 0))
    sketch.way("rs re rn rw rs", junction="roundabout", name="Ring")
    for name in "senw":
        sketch.way(f"{name} r{name}", name=f"{name} street")
    return sketch


@pytest.mark.parametrize(("way_out", "at_exit"), [("e", (3, 0)), ("n", (0, 3)), ("w", (-3, 0))])
def test_a_roundabout_is_entered_once_and_left_by_its_exit(way_out: str, at_exit: tuple[float, float]) -> None:
    route = found(roundabout(), at(0, -3), at(*at_exit))
    legs = words(route)
    assert route.legs[1].exit == "enw".index(way_out) + 1
    assert [street for _, street in legs] == ["s street", "Ring", f"{way_out} street", f"{way_out} street"]
    assert legs[1][0] == "roundabout"
    assert legs[2][0] in ("right", "slight_right", "sharp_right")


def test_round_at_a_dead_end_is_a_u_turn() -> None:
    sketch = Sketch(s=(0, 0), x=(1, 0), e=(2, 0), n=(1, 1))
    into, _, side = sketch.way("s x", name="In"), sketch.way("x e", name="End"), sketch.way("x n", name="Side")
    sketch.rule("no_left_turn", into, "x", side)
    legs = words(found(sketch, at(0, 0), at(1, 1)))
    assert [word for word, _ in legs] == ["depart", "continue", "u_turn", "right", "arrive"]


def low_bridge(height: str) -> Sketch:
    sketch = Sketch(a=(0, 0), b=(1, 0), c=(2, 0))
    sketch.way("a b")
    sketch.way("b c", maxheight=height)
    return sketch


def test_low_bridges() -> None:
    tight = found(low_bridge("4.2"), at(0, 0), at(2, 0))
    assert [str(warning) for warning in tight.warnings] == ["Passes under a 4.2 m limit; the vehicle is 4.0 m high."]
    assert found(low_bridge("5.0"), at(0, 0), at(2, 0)).warnings == ()
    assert found(low_bridge("4.2"), at(0, 0), at(2, 0), "ambulance").warnings == ()
    assert found(low_bridge("4.2"), at(0, 0), at(2, 0), "foot").warnings == ()
    short_of_it = found(low_bridge("3.8"), at(0, 0), at(2, 0))
    assert short_of_it.warnings == ()
    assert short_of_it.off_road_m == pytest.approx(72.5, rel=0.01)


@pytest.mark.parametrize(
    ("tags", "profile", "warning"),
    [
        ({"maxwidth": "2.8"}, "heavy_truck", "Passes a gap of 2.8 m; the vehicle is 2.55 m wide."),
        ({"ford": "yes"}, "heavy_truck", "Crosses a ford."),
        ({"oneway": "-1"}, "ambulance", "Drives against a one-way street at 10.0 km/h."),
        ({"highway": "", "route": "ferry"}, "foot", "Uses a ferry."),
    ],
)
def test_other_warnings(tags: dict[str, str], profile: str, warning: str) -> None:
    sketch = Sketch(a=(0, 0), b=(1, 0))
    sketch.way("a b", **tags)
    assert [str(said).replace("at 10 km", "at 10.0 km") for said in found(sketch, at(0, 0), at(1, 0), profile).warnings] == [warning]


def check_times(net: RoadNetwork, targets: Sequence[LonLat], origins: Sequence[LonLat], profile: str) -> int:
    """Every route rises in time and agrees with the search; returns how many there are."""
    count = 0
    for target in targets:
        for arrival in net.nearest(target, origins, profile, len(origins)):
            route = net.route(origins[arrival.origin], target, profile)
            assert route is not None
            assert route.eta_s == pytest.approx(arrival.eta_s)
            assert route.distance_m == pytest.approx(arrival.distance_m)
            assert route.times_s[0] == 0.0
            assert route.times_s[-1] == route.eta_s
            assert np.all(np.diff(route.times_s) >= -1e-9)
            assert sum(leg.distance_m for leg in route.legs) + route.off_road_m == pytest.approx(route.distance_m)
            assert (route.legs[0].manoeuvre, route.legs[-1].manoeuvre) == ("depart", "arrive")
            count += 1
    return count


@pytest.mark.data
@pytest.mark.xdist_group("roads")
def test_times_on_a_real_map(heidelberg_pack: RegionPack) -> None:
    net = heidelberg_pack.roads()
    rng = np.random.default_rng(11)
    places = [LonLat(float(n["lon"]) * 1e-7, float(n["lat"]) * 1e-7) for n in rng.choice(net.graph.nodes, 30)]
    assert check_times(net, places[:5], places[5:], "ambulance") > 100
    assert check_times(net, places[:2], places[5:], "heavy_truck") > 20


def test_a_street_keeps_the_names_that_its_tags_give() -> None:
    sketch = Sketch(a=(0, 0), b=(1, 0), c=(1, 1), d=(2, 1))
    sketch.way("a b", name="Rua Nova", **{"name:zh": "新街", "name:en": "New Street"})
    sketch.way("b c", name="Rua Nova", **{"name:zh-Hant": "新馬路", "name:zh": "新马路"})
    sketch.way("c d", name="Praia", **{"name:en": "Praia"})
    at = [LonLat(*sketch.at[n]) for n in (1, 4)]
    way = RoadNetwork(sketch.graph()).route(at[0], at[1], "engine")
    assert way is not None
    assert [(leg.street, dict(leg.names)) for leg in way.legs] == [
        ("Rua Nova", {"en": "New Street", "zh": "新街"}), ("Rua Nova", {"zh": "新马路"}), ("Praia", {}), ("Praia", {}),
    ]  # fmt: skip


def test_a_pack_of_before_translations_still_names_its_streets(tmp_path: Path) -> None:
    names = StreetNames()
    number = names.row("Rua Nova", {"zh": "新街"})
    names.save(tmp_path)
    assert (StreetNames.open(tmp_path).local(number), StreetNames.open(tmp_path).translated(number)) == ("Rua Nova", {"zh": "新街"})
    (tmp_path / "names_translated.json").unlink()
    assert (StreetNames.open(tmp_path).local(number), StreetNames.open(tmp_path).translated(number)) == ("Rua Nova", {})
