from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import qtawesome

from commandcenter.geo.roads.profiles import default_profiles
from commandcenter.model.assets import assets_dir
from commandcenter.model.errors import KnownError, Refused
from commandcenter.resources.catalogue import default_catalogue, load_catalogue

CATALOGUE = default_catalogue()
SHIPPED = assets_dir() / "catalogue"


def test_what_is_shipped_hangs_together() -> None:
    needed = {n.capability for p in CATALOGUE.plans.values() for level in p.levels for n in level.needs}
    had = {name for kind in CATALOGUE.kinds.values() for name in kind.capabilities}
    assert len(CATALOGUE.types) >= 40
    assert needed <= had == set(CATALOGUE.capabilities)
    assert {t.plan for t in CATALOGUE.types.values()} == set(CATALOGUE.plans)
    assert len({k.prefix for k in CATALOGUE.kinds.values()}) == len(CATALOGUE.kinds)
    assert {k.profile for k in CATALOGUE.kinds.values()} <= set(default_profiles())


def test_everything_has_a_name_in_both_languages() -> None:
    terms: list[Any] = [
        *CATALOGUE.types.values(),
        *CATALOGUE.capabilities.values(),
        *CATALOGUE.kinds.values(),
        *CATALOGUE.items.values(),
        *CATALOGUE.plans.values(),
    ]
    for term in terms:
        assert term.en.isascii() or "×" in term.en, term
        assert any("\u4e00" <= letter <= "\u9fff" for letter in term.zh), term
    assert len({t.en for t in CATALOGUE.types.values()}) == len({t.zh for t in CATALOGUE.types.values()}) == len(CATALOGUE.types)


def test_a_higher_alarm_never_asks_for_less_of_what_saves_lives() -> None:
    for plan in CATALOGUE.plans.values():
        for low, high in zip(plan.levels, plan.levels[1:], strict=False):
            assert sum(n.quantity for n in high.needs) >= sum(n.quantity for n in low.needs), plan.id
            assert all(high.crew.get(c, 0) >= people for c, people in low.crew.items()), plan.id
            assert all(high.supplies.get(i, 0) >= quantity for i, quantity in low.supplies.items()), plan.id
        assert plan.level(0) is plan.levels[0] and plan.level(99) is plan.levels[-1]


def test_the_first_alarm_of_a_house_fire_is_that_of_nfpa_1710() -> None:
    assert CATALOGUE.plan_of("fire.structure").level(1).crew == {"firefighting": 17}
    assert CATALOGUE.plan_of("fire.highrise").level(1).crew == {"firefighting": 43}


def test_icons_exist_in_the_icon_font() -> None:
    (charmap,) = (Path(qtawesome.__file__).parent / "fonts").glob("materialdesignicons6-*.json")
    known = json.loads(charmap.read_text(encoding="utf-8"))
    icons = {t.icon for t in CATALOGUE.types.values()} | {k.icon for k in CATALOGUE.kinds.values()}
    assert {i for i in icons if i.removeprefix("mdi6.") not in known} == set()


def test_apco_codes_are_those_of_the_published_list(data_dir: Path) -> None:
    table = data_dir / "codes/apco_incident_types_niem6.csv"
    if not table.is_file():
        pytest.skip("the list of APCO codes is not here")
    codes = {line.partition(",")[0] for line in table.read_text(encoding="utf-8").splitlines()}
    assert {t.apco for t in CATALOGUE.types.values()} <= codes


def test_types_are_found_by_what_people_type() -> None:
    found = {
        text: CATALOGUE.find_type(text).code for text in ("fire.vehicle", "FVEH", "Vehicle fire", "车辆火灾", "fire", "flood", "MEDICAL", "explosion")
    }
    assert list(found.values()) == ["fire.vehicle"] * 4 + ["fire.structure", "natural.flood", "medical.cardiac_arrest", "explosion"]
    for text in ("", "dragon"):
        with pytest.raises(Refused):
            CATALOGUE.find_type(text)


def test_the_digest_tells_versions_apart(tmp_path: Path) -> None:
    folder = tmp_path / "catalogue"
    shutil.copytree(SHIPPED, folder)
    assert load_catalogue(folder).digest == CATALOGUE.digest
    (folder / "supply_items.csv").write_text((folder / "supply_items.csv").read_text(encoding="utf-8").replace("800", "801"), encoding="utf-8")
    assert load_catalogue(folder).version != CATALOGUE.version


def replace(old: str, new: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return change


@pytest.mark.parametrize(
    ("file", "change", "says"),
    [
        ("incident_types.csv", replace("mdi6.fire,1,", "mdi6.fire,9,"), r"incident_types\.csv, line 5, column priority: 9"),
        (
            "incident_types.csv",
            replace("accident,4,structure_fire", "accident,4,no_plan"),
            "line 5, column plan: there is no response plan “no_plan”",
        ),
        ("incident_types.csv", replace(",accident,", ",weather,"), "column class: “weather”"),
        ("incident_types.csv", replace("公寓火灾", ""), "line 6, column zh: a value is missing"),
        ("incident_types.csv", replace("fire.apartment", "fire.structure"), "line 6, column code: “fire.structure” stands already in line 5"),
        ("incident_types.csv", replace(",FSTRU", ",FSTRU,more"), "line 5: 10 columns instead of 9"),
        ("incident_types.csv", replace("code,en", "kode,en"), "the first row must be"),
        ("unit_kinds.csv", replace("pump:1", "pumpe:1"), "column capabilities: there is no capability “pumpe”"),
        ("unit_kinds.csv", replace("pump:1", "pump"), "needs a quantity"),
        ("unit_kinds.csv", replace("engine,80,4,3", "engine,80,4,5"), "column min_crew: 5 is not within 1 and 4"),
        ("supply_items.csv", replace("2400", "many"), "column depot_stock: “many” is not a whole number"),
        ("plans.toml", replace("pump = 1", "pumpe = 1"), r"plans\.toml, line 13, tier1\.pumpe: there is no capability “pumpe”"),
        ("plans.toml", replace("pump = 1", "pump = 0"), "tier1.pump is not a whole number above zero"),
        ("plans.toml", replace("tier1 = { pump = 1 }", "tier9 = { pump = 1 }"), "“tier9” is not known here"),
        ("plans.toml", replace('id = "apartment_fire"', 'id = "structure_fire"'), "“structure_fire” stands already in line 8"),
        ("plans.toml", replace('zh = "建筑火灾"', ""), "zh is missing"),
        ("plans.toml", replace("[[plan]]", "[[plan"), "plans.toml, line 8: "),
        ("status_rules.toml", replace("[unit.next]", "[unit.later]"), "line 16, later: “later” is not known here"),
        ("status_rules.toml", replace('"returning", "out_of_service"]', '"flying"]'), "line 7, available: there is no status “flying”"),
        ("status_rules.toml", replace("stale_after_s = 180", "stale_after_s = -1"), "stale_after_s must be a number from 0 to 86400"),
        ("status_rules.toml", replace('severity = ["available", ', "severity = ["), "severity: “available” must stand there once"),
        ("status_rules.toml", replace('sendable = ["available"', 'sendable = ["on_scene"'), "“on_scene” may be sent, but no step leads"),
        ("status_rules.toml", replace('ends_assignment = ["available"', 'ends_assignment = ["enroute"'), "“enroute” both needs and ends"),
        (
            "status_rules.toml",
            replace('["available", "returning"]\n\n', '["out_of_service"]\n\n'),
            "no steps lead from “out_of_service” back to available",
        ),
        (
            "status_rules.toml",
            replace('on_scene = ["under_control", "closed", "merged"]', 'on_scene = ["on_scene"]'),
            "no steps lead from “on_scene” to an end",
        ),
        ("status_rules.toml", replace('ended = ["closed"', 'finished = ["closed"'), "“finished” is not known here"),
        ("incident_types.csv", lambda text: text.partition("fire.structure")[0], "there is no row under the names"),
        ("plans.toml", lambda text: text + "[plans]\n", "“plans” is not known here"),
        ("policy.toml", replace("keep_share = 0.1", "keep_share = 1.7"), "keep_share must be a number from 0 to 1"),
        ("policy.toml", replace("most_moves = 3", "most_moves = 3.5"), "most_moves must be a whole number from 0 to 100"),
        ("policy.toml", replace('["als", "pump"]', '["als", "pumps"]'), r"alarm_for: there is no capability “pumps”"),
        ("policy.toml", replace("after_s = {}", 'after_s = { "fire.none" = 20 }'), r"after_s: there is no incident type “fire.none”"),
        ("policy.toml", replace("after_s = {}", 'after_s = { "fire.rubbish" = 5 }'), "fire.rubbish must be a whole number from 10 to 3600"),
        ("policy.toml", replace("after_s = {}", "after_s = 20"), "after_s must name incident types with seconds"),
        ("policy.toml", replace("in_exercises = false", "in_exercises = 0"), "in_exercises must be true or false"),
        ("policy.toml", replace("alarm_below = 0.75", "alarm_below = 75"), "alarm_below must be a number from 0 to 1"),
        ("policy.toml", lambda text: text + "[other]\n", "“other” is not known here"),
        ("policy.toml", replace("switch_s = 120", "switch_s = true"), r"policy\.toml, line \d+, switch_s: switch_s must be a number from 0 to 3600"),
        ("policy.toml", replace("within_min = 8", "within_min = -8"), r"line \d+, within_min: within_min must be a number"),
        ("policy.toml", replace("keep_share", "keep"), "“keep” is not known here"),
        ("policy.toml", replace("[surge]", "[surge"), r"policy\.toml, line \d+: "),
        ("capabilities.csv", lambda _: "", "the first row must be"),
    ],
)
def test_a_fault_is_named_by_file_row_and_column(tmp_path: Path, file: str, change: Callable[[str], str], says: str) -> None:
    folder = tmp_path / "catalogue"
    shutil.copytree(SHIPPED, folder)
    (folder / file).write_text(change((folder / file).read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(KnownError, match=says):
        load_catalogue(folder)


@pytest.mark.parametrize("file", ["capabilities.csv", "plans.toml", "policy.toml", "status_rules.toml"])
def test_a_missing_file_and_one_that_is_not_text_are_said(tmp_path: Path, file: str) -> None:
    folder = tmp_path / "catalogue"
    shutil.copytree(SHIPPED, folder)
    (folder / file).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(KnownError, match=file.replace(".", r"\.")):
        load_catalogue(folder)
    (folder / file).unlink()
    with pytest.raises(KnownError, match="cannot be read"):
        load_catalogue(folder)
