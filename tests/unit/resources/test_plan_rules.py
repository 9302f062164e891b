"""Which plan holds where, when and at which risk; and every fault of the files by line and key."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from commandcenter.model.assets import assets_dir
from commandcenter.model.errors import KnownError
from commandcenter.model.words import LonLat
from commandcenter.resources.catalogue import Catalogue, default_catalogue, load_catalogue

HEADER = """
timezone = "UTC"
[[area]]
id = "old_town"   # narrow lanes
en = "Old town"
zh = "老城区"
risk = 2
polygon = [[8.0, 49.0], [8.2, 49.0], [8.2, 49.2], [8.0, 49.2]]
[[area]]
id = "refinery"
en = "Refinery"
zh = "炼油厂"
risk = 3
circles = [[9.0, 49.0, 1500]]
"""
NIGHT = """
[[rule]]
id = "night"
en = "Old town at night"
zh = "老城区夜间"
types = ["fire.structure", "medical.*"]
areas = ["old_town"]
hours = "22:00-06:00"
days = ["mon", "tue"]
plan = "apartment_fire"
tier2 = { ladder = 1 }
"""
RISK = """
[[rule]]
id = "risk"
en = "Extreme risk"
zh = "极高风险"
risk_least = 3
raise_to = 2
"""
INSIDE, OUTSIDE, OIL = LonLat(8.1, 49.1), LonLat(8.3, 49.1), LonLat(9.01, 49.005)
MONDAY_23 = 1_767_913_200_000 - 3 * 86_400_000
"""2026-01-05 23:00 UTC."""
HOUR_MS = 3_600_000


def catalogue(folder: Path, rules: str, **more: str) -> Catalogue:
    copy = folder / "catalogue"
    shutil.copytree(assets_dir() / "catalogue", copy)
    (copy / "plan_rules.toml").write_text(rules, encoding="utf-8")
    for name, text in more.items():
        path = copy / f"{name}.toml"
        path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")
    return load_catalogue(copy)


def test_place_hour_and_day_choose_the_plan_and_the_rule_is_named(tmp_path: Path) -> None:
    known = catalogue(tmp_path, HEADER + NIGHT + RISK)
    found = known.response("fire.structure", INSIDE, 1, MONDAY_23)
    assert (
        found.plan.id == "apartment_fire"
        and found.rule is not None
        and (str(found.rule), found.rule.name("zh_CN")) == ("Old town at night", "老城区夜间")
    )
    usual = known.plans["apartment_fire"].level(1)
    assert {(n.capability, n.tier): n.quantity for n in found.need.needs}["ladder", 2] == 1 + sum(
        n.quantity for n in usual.needs if (n.capability, n.tier) == ("ladder", 2)
    )
    assert str(found.area) == "Old town"
    for at, hours in ((OUTSIDE, 0), (INSIDE, -2), (INSIDE, 7), (INSIDE, 48)):
        other = known.response("fire.structure", at, 1, MONDAY_23 + hours * HOUR_MS)
        assert (other.plan.id, other.rule) == ("structure_fire", None), (at, hours)
    assert known.response("fire.structure", INSIDE, 1, MONDAY_23 + 24 * HOUR_MS).rule is found.rule
    assert known.response("medical.stroke", INSIDE, 1, MONDAY_23).rule is found.rule
    assert known.response("traffic.collision", INSIDE, 1, MONDAY_23).rule is None


def test_risk_raises_the_level_and_never_lowers_it(tmp_path: Path) -> None:
    known = catalogue(tmp_path, HEADER + RISK)
    assert [known.response("fire.structure", OIL, level, 0).alarm_level for level in (1, 2, 3)] == [2, 2, 3]
    assert known.response("fire.structure", LonLat(9.05, 49.0), 1, 0).alarm_level == 1


def test_the_gravest_grade_is_never_a_first_alarm_only() -> None:
    known = default_catalogue()
    assert [known.response("fire.structure", INSIDE, 1, 0, grade).alarm_level for grade in (1, 2, 4)] == [2, 1, 1]


def test_a_plan_that_is_like_another_adds_to_it(tmp_path: Path) -> None:
    plan = '\n[[plan]]\nid = "barn"\nen = "Barn fire"\nzh = "谷仓火灾"\nlike = "structure_fire"\n[[plan.level]]\ntier2 = { water = 2 }\n'
    known = catalogue(tmp_path, HEADER, plans=plan)
    barn, house = known.plans["barn"], known.plans["structure_fire"]
    assert len(barn.levels) == len(house.levels)
    for mine, base in zip(barn.levels, house.levels, strict=True):
        assert mine.crew == base.crew
        assert sum(n.quantity for n in mine.needs) == sum(n.quantity for n in base.needs) + 2


@pytest.mark.parametrize(
    ("rules", "says"),
    [
        (HEADER + NIGHT.replace("medical.*", "magic.*"), r"plan_rules\.toml, line 20, types: there is no incident type “magic\.\*”"),
        (HEADER + NIGHT.replace('"old_town"]', '"new_town"]'), "line 21, areas: there is no area “new_town”"),
        (HEADER + NIGHT.replace("06:00", "6"), "line 22, hours: “22:00-6” is not two times of day"),
        (HEADER + NIGHT.replace("06:00", "22:00"), "line 22, hours: “22:00-22:00” is no time at all"),
        (HEADER + NIGHT.replace('"tue"', '"someday"'), "line 23, days: there is no day “someday”"),
        (HEADER + NIGHT.replace("apartment_fire", "no_plan"), "line 24, plan: there is no response plan “no_plan”"),
        (HEADER + NIGHT.replace("ladder = 1", "ladders = 1"), "line 25, tier2.ladders: there is no capability “ladders”"),
        (HEADER + NIGHT.replace("ladder = 1", "ladder = 0"), "line 25, tier2.ladder: tier2.ladder is not a whole number above zero"),
        (HEADER + RISK.replace("raise_to = 2", ""), "line 17, id: this rule changes nothing"),
        (HEADER + RISK.replace("raise_to = 2", "raise_to = 10"), "line 21, raise_to: raise_to must be a whole number from 1 to 9"),
        (HEADER + RISK.replace('zh = "极高风险"', ""), "line 16, zh: zh is missing"),
        (
            HEADER + RISK + NIGHT.replace("apartment_fire", "highrise_fire") + NIGHT.replace('"night"', '"late"'),
            "“late” can never hold: “night” stands",
        ),
        (HEADER + RISK + RISK, "line 24, id: “risk” stands twice"),
        (HEADER.replace("1500", "-1"), "line 14, circles: a radius must be"),
        (HEADER.replace("[9.0, 49.0, 1500]", "[9.0, 49.0]"), "line 14, circles: .* does not have 3 numbers"),
        (HEADER.replace("[8.2, 49.0]", "[8.2, 149.0]"), "line 8, polygon: there is no longitude 8.2, latitude 149.0"),
        (HEADER.replace("polygon", "shape"), "line 8, shape: “shape” is not known here"),
        (HEADER.replace('"UTC"', '"Mars/Olympus"'), "there is no time zone “Mars/Olympus”"),
        (HEADER.replace("timezone", "zone"), "“zone” is not known here"),
        (HEADER.replace("[[area]]", "[[area"), r"plan_rules\.toml, line 3: "),
    ],
)
def test_each_fault_has_its_line_and_key(tmp_path: Path, rules: str, says: str) -> None:
    with pytest.raises(KnownError, match=says):
        catalogue(tmp_path, rules)


@pytest.mark.parametrize(
    ("plan", "says"),
    [
        (
            '\n[[plan]]\nid = "a"\nen = "A"\nzh = "甲"\nlike = "b"\n[[plan]]\nid = "b"\nen = "B"\nzh = "乙"\nlike = "a"\n',
            "like: .*in a circle: a → b → a",
        ),
        ('\n[[plan]]\nid = "a"\nen = "A"\nzh = "甲"\nlike = "a"\n', "in a circle: a → a"),
        ('\n[[plan]]\nid = "a"\nen = "A"\nzh = "甲"\nlike = "x"\n', "there is no response plan “x”"),
        ('\n[[plan]]\nid = "a"\nen = "A"\nzh = "甲"\n', r"there is no \[\[plan\.level\]\]"),
        ('\n[[plan]]\nid = "a"\nen = "A"\nzh = "甲"\n[[plan.level]]\n', "an alarm level needs no unit at all"),
    ],
)
def test_empty_and_circular_plans_are_said(tmp_path: Path, plan: str, says: str) -> None:
    with pytest.raises(KnownError, match=says):
        catalogue(tmp_path, HEADER, plans=plan)
