"""A route in words."""

from __future__ import annotations

from commandcenter.dispatch.turn_list import differs_by, turn_list
from commandcenter.model.ports import Leg, Route
from commandcenter.model.sentences import ProperName
from commandcenter.model.words import LonLat

START, END = LonLat(8.60, 49.40), LonLat(8.61, 49.40)
NEAR_END = LonLat(8.6095, 49.40)


def route(*legs: Leg, points: tuple[LonLat, ...] = (START, START, LonLat(8.605, 49.395), END, END)) -> Route:
    return Route(points, tuple(float(n) for n in range(len(points))), 1000.0, 100.0, 0.0, legs)


def leg(word: str, street: str, metres: float, seconds: float = 10.0, way_out: int = 0) -> Leg:
    return Leg(word, street, metres, seconds, START, way_out)


def words(made: Route) -> list[str]:
    return [str(turn.words) for turn in turn_list(made)]


def test_streets_turns_and_distances_in_order() -> None:
    found = turn_list(route(leg("depart", "Mill Lane", 300), leg("left", "Castle Hill", 500), leg("sharp_right", "", 200), leg("arrive", "", 0, 0)))
    assert [str(turn.words) for turn in found] == ["Set out south-east along Mill Lane", "Turn left into Castle Hill", "Turn sharp right", "Arrive"]
    assert [turn.after_m for turn in found] == [0, 300, 800, 1000]
    assert [turn.after_s for turn in found] == [0, 10, 20, 30]
    assert [turn.for_m for turn in found] == [300, 500, 200, 0]


def test_a_roundabout_and_its_exit_are_one_instruction() -> None:
    found = turn_list(route(leg("depart", "A", 100), leg("roundabout", "Ring", 40, 10, 2), leg("right", "B", 60), leg("arrive", "B", 0, 0)))
    assert [str(turn.words) for turn in found][1:] == ["At the roundabout take exit 2 into B", "Arrive in B"]
    assert (found[1].for_m, found[2].after_m) == (100, 200)


def test_a_way_that_ends_in_the_roundabout_or_knows_no_exit() -> None:
    assert words(route(leg("depart", "A", 100), leg("roundabout", "", 40), leg("arrive", "", 0, 0)))[1:] == ["Into the roundabout", "Arrive"]
    ended = words(route(leg("depart", "A", 100), leg("roundabout", "Ring", 40, 10, 1), leg("arrive", "Ring", 0, 0)))
    assert ended[1:] == ["Into the roundabout Ring", "Arrive in Ring"]


def test_the_walk_from_the_road_is_said_where_it_matters() -> None:
    far = route(leg("depart", "A", 100), leg("arrive", "A", 0, 0), points=(START, NEAR_END, END))
    assert words(far)[-1] == "The last 40 m on foot"
    near = route(leg("depart", "A", 100), leg("arrive", "A", 0, 0), points=(START, END, END))
    assert words(near)[-1] == "Arrive in A"


def test_what_tells_a_way_from_the_others_is_its_longest_own_street() -> None:
    one = route(leg("depart", "A", 100), leg("left", "Harbour Road", 900), leg("left", "B", 50))
    other = route(leg("depart", "A", 100), leg("right", "Castle Hill", 700), leg("left", "River Walk", 800), leg("left", "B", 50))
    assert (str(differs_by(one, [other])), str(differs_by(other, [one])), differs_by(one, [one])) == ("Harbour Road", "River Walk", None)


def test_streets_are_named_in_the_reader_s_language_where_the_map_does() -> None:
    both = Leg("left", "Rua Nova", 50, 5, START, names={"en": "New Street", "zh": "新街"})
    made = turn_list(route(leg("depart", "Rua do Campo", 100), both, Leg("roundabout", "Ring", 40, 10, START, 2), leg("right", "", 60)))
    named = [turn.words.params["street"] for turn in made]
    assert all(isinstance(name, ProperName) for name in named)
    assert [(name.name("en"), name.name("zh_CN")) for name in named if isinstance(name, ProperName)] == [
        ("Rua do Campo", "Rua do Campo"), ("New Street", "新街"), ("Ring", "Ring"),
    ]  # fmt: skip
    other = differs_by(route(leg("depart", "A", 10), both), [route(leg("depart", "A", 10))])
    assert other == ProperName("Rua Nova", {"en": "New Street", "zh": "新街"})
