"""Amounts in plans: so many litres, whoever brings them; complete as early as can be, and said who brings how much."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest

from commandcenter.dispatch.recommend import Engine
from commandcenter.dispatch.recommendation import Binding, Recommendation
from commandcenter.dispatch.situation import request_of, situation_of
from commandcenter.model import commands as c
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import Id
from commandcenter.resources.catalogue import Catalogue, default_catalogue
from commandcenter.resources.changed import build, shipped_texts
from commandcenter.resources.plans import AlarmLevel, Need, ResponsePlan

from .conftest import at

THIN, FIXED = "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"
PLAN = default_catalogue().types["fire.wildland"].plan


def wanting(litres: int, pumps: int = 1) -> Catalogue:
    """The shipped catalogue, where a wildland fire needs so much water and so many pumps."""
    needs = (Need("pump", pumps, 1),) if pumps else ()
    plan = ResponsePlan(PLAN, "Wildland", "林火", (AlarmLevel(needs, {}, {}, {"water": litres}),))
    return replace(default_catalogue(), plans={**default_catalogue().plans, PLAN: plan})


def ask(stage: Any, grid: Any, incident: Id, catalogue: Catalogue) -> Recommendation:
    situation = situation_of(stage.picture, {}, stage.clock.wall_ms())
    return Engine(situation, catalogue, grid).recommend(request_of(stage.picture, stage.picture.incident(incident)))


def tanker(stage: Any, callsign: str, x: int, litres: int) -> Id:
    kind = default_catalogue().kinds["tanker"]
    made: Id = stage.do(c.AddUnit(callsign, "tanker", {"water": litres}, 2, None, at(x, 0), kind.profile))[0].writes[0].key.entity
    return made


def test_units_of_several_sizes_bring_an_amount_together_and_say_how_much(stage: Any, grid: Any) -> None:
    stage.unit("E1", x=5)
    tanker(stage, "T1", 6, 2400), tanker(stage, "T2", 8, 1000), tanker(stage, "T3", 11, 9000)
    incident = stage.incident("fire.wildland", 5, 0)
    answer = ask(stage, grid, incident, wanting(4000))
    assert {u.callsign: u.slot for u in answer.units} == {"E1": "pump-1", "T1": "amount-water-1", "T2": "amount-water-2"}
    by_name = {u.callsign: u for u in answer.units}
    assert str(by_name["T1"].reason).endswith(f" Brings 2{THIN}400 of 4{THIN}000{FIXED}l: water tank.")
    assert str(by_name["E1"].reason).endswith(f" Brings 1{THIN}100 of 4{THIN}000{FIXED}l: water tank.")
    assert by_name["T1"].binding is Binding.AMOUNT and by_name["T1"].runner_up == "T3" and answer.unfilled == ()
    assert [str(r.reason)[:14] for r in answer.rejected] == ["Arrives later:"]


def test_what_was_sent_counts_and_what_is_missing_is_said(stage: Any, grid: Any) -> None:
    sent = tanker(stage, "T1", 6, 2400)
    incident = stage.incident("fire.wildland", 5, 0)
    stage.do(c.AssignUnit(incident, sent, "amount-water-1"))
    tanker(stage, "T2", 8, 1000)
    answer = ask(stage, grid, incident, wanting(4000, pumps=0))
    assert [(u.callsign, u.slot) for u in answer.units] == [("T2", "amount-water-1")]
    (short,) = answer.unfilled
    assert (short.slot, short.missing) == ("amount-water", 600)
    assert str(short.reason).startswith(f"600 of 1{THIN}600{FIXED}l are still missing: water tank. Every unit with water tank is sent")
    assert ask(stage, grid, incident, wanting(2000, pumps=0)).unfilled == ()


@pytest.mark.parametrize("seed", range(60))
def test_it_is_complete_at_the_earliest_possible_moment_with_nobody_too_many(stage: Any, grid: Any, seed: int) -> None:
    """Against the definition: the first moment at which all who could be there by then bring enough."""
    chance = random.Random(seed)
    for n in range(8):
        tanker(stage, f"T{n}", chance.randrange(12), chance.choice([500, 1000, 3000]))
    wanted = chance.choice([1000, 2500, 6000, 20000])
    answer = ask(stage, grid, stage.incident("fire.wildland", 5, 0), wanting(wanted, pumps=0))
    litres = {u.callsign: u.capabilities["water"] for u in stage.picture.units()}
    times = {u.callsign: u.eta_s for u in answer.units} | {r.callsign: r.eta_s for r in answer.rejected if r.eta_s is not None}
    brought = [litres[u.callsign] for u in answer.units]
    if sum(litres.values()) < wanted:
        assert len(answer.units) == 8 and answer.unfilled[0].missing == wanted - sum(brought)
        return
    everybody = ask(stage, grid, stage.incident("fire.wildland", 5, 0), wanting(10**6, pumps=0)).units
    times |= {u.callsign: u.eta_s for u in everybody}
    earliest = min(t for t in times.values() if sum(litres[name] for name in times if times[name] <= t) >= wanted)
    assert answer.unfilled == () and max(u.eta_s for u in answer.units) == earliest
    assert all(sum(brought) - one < wanted for one in brought)


def test_a_crew_is_not_counted_twice_and_partners_share_amounts(stage: Any, grid: Any) -> None:
    """Two vehicles with one crew bring what the one that comes has."""
    one, other = tanker(stage, "T1", 6, 2000), tanker(stage, "T2", 6, 2000)
    for unit in (one, other):
        stage.do(c.ChangeUnit(unit, {"shared_crew": "west"}))
    answer = ask(stage, grid, stage.incident("fire.wildland", 5, 0), wanting(4000, pumps=0))
    assert [u.callsign for u in answer.units] == ["T1"] and answer.unfilled[0].missing == 2000


def test_amounts_are_data_with_readable_faults() -> None:
    plans = shipped_texts()["plans.toml"]
    assert "amounts = { water = 15000 }" in plans
    for wrong, why in (("{ waetr = 1 }", "there is no capability “waetr”"), ("{ water = 0 }", "is not a whole number above zero")):
        with pytest.raises(KnownError, match=why):
            build({"plans.toml": plans.replace("amounts = { water = 15000 }", f"amounts = {wrong}")})


def test_a_table_of_capabilities_from_before_units_were_known_still_loads() -> None:
    lines = shipped_texts()["capabilities.csv"].splitlines()
    old = "\n".join(line if line.startswith("#") else line.rpartition(",")[0] for line in lines)
    assert build({"capabilities.csv": old}).capability("water").unit == ""
    assert default_catalogue().capability("water").unit == "l"
