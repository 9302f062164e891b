"""Thousands of reports: which may be one, and what to do first."""

from __future__ import annotations

import dataclasses
import random
from typing import Any

import pytest

from commandcenter.dispatch.distance import EARTH_RADIUS_M, air_m
from commandcenter.dispatch.duplicates import likely_duplicates
from commandcenter.dispatch.worklist import effective_priority, waiting
from commandcenter.model import commands as c
from commandcenter.model.entries import EntryType
from commandcenter.model.errors import Refused
from commandcenter.model.ids import derived_id
from commandcenter.model.words import IncidentState, LonLat
from commandcenter.picture.views import IncidentView
from commandcenter.resources.catalogue import default_catalogue

CATALOGUE = default_catalogue()
MINUTE_MS = 60_000
HERE = LonLat(8.69, 49.41)


def incident(number: int, at: LonLat = HERE, kind: str = "fire.structure", minute: float = 0, text: str = "", priority: int = 2) -> IncidentView:
    reported_ms = round(minute * MINUTE_MS)
    return IncidentView(
        derived_id(str(number)), str(number), kind, IncidentState.REPORTED, priority, 4, 1, at, "", "", text, reported_ms, {"reported": reported_ms}
    )


def north(metres: float) -> LonLat:
    return LonLat(8.69, 49.41 + metres / (EARTH_RADIUS_M * 3.141592653589793 / 180))


def test_two_callers_about_one_fire() -> None:
    first = incident(1, text="smoke from the roof of the school")
    second = incident(2, north(80), minute=4, text="school roof is smoking")
    (pair,) = likely_duplicates([second, first], CATALOGUE)
    assert (pair.older.number, pair.newer.number) == ("1", "2") and pair.score > 0.7
    assert str(pair.why) == "80 m and 4:00 min apart; like incident 1."


def test_far_late_unlike_or_ended_reports_are_not_offered() -> None:
    first = incident(1)
    assert likely_duplicates([first, incident(2, north(310))], CATALOGUE) == ()
    assert likely_duplicates([first, incident(2, minute=46)], CATALOGUE) == ()
    assert likely_duplicates([first, incident(2, north(250), "medical.stroke", 30, "stroke")], CATALOGUE) == ()
    closed = dataclasses.replace(first, state=IncidentState.CLOSED)
    assert likely_duplicates([closed, incident(2)], CATALOGUE) == ()


def test_each_newer_report_stands_once_with_its_best_match() -> None:
    pairs = likely_duplicates([incident(1), incident(2, north(200)), incident(3, north(190), minute=1)], CATALOGUE)
    assert [(p.older.number, p.newer.number) for p in pairs if p.newer.number == "3"] == [("2", "3")]


def test_the_grid_misses_no_neighbour() -> None:
    chance = random.Random(4)
    for latitude in (0.0, 49.4, -33.9, 69.6):
        reports = [incident(n, LonLat(chance.uniform(170, 170.04), latitude + chance.uniform(0, 0.02))) for n in range(150)]
        limit_m = CATALOGUE.policy.surge.same_place_m
        near = {
            b.number
            for i, b in enumerate(sorted(reports, key=lambda r: (r.reported_ms, r.id)))
            for a in reports
            if _before(a, b) and air_m(a.at, b.at) <= limit_m
        }
        assert {p.newer.number for p in likely_duplicates(reports, CATALOGUE)} == near


def _before(a: IncidentView, b: IncidentView) -> bool:
    return (a.reported_ms, a.id) < (b.reported_ms, b.id)


def test_waiting_moves_a_report_up_but_never_to_life_at_risk() -> None:
    surge = CATALOGUE.policy.surge
    step = surge.ageing_min
    minor = incident(1, priority=5)
    assert [effective_priority(minor, surge, round(step * n * MINUTE_MS)) for n in (0, 0.99, 1, 2, 3, 50)] == [5, 5, 4, 3, 2, 2]
    assert effective_priority(incident(2, priority=1), surge, 10**12) == 1
    now_ms = round(step * 3.5 * MINUTE_MS)
    fresh_urgent, life = incident(2, minute=step * 3.4, priority=2), incident(3, minute=step * 3.45, priority=1)
    found = waiting([fresh_urgent, minor, life], surge, now_ms)
    assert [i.number for i in found.order] == ["3", "1", "2"]
    assert (found.count, found.oldest_s) == (3, now_ms / 1000)


def test_what_somebody_works_on_does_not_wait() -> None:
    surge = CATALOGUE.policy.surge
    sent = dataclasses.replace(incident(1), units=(derived_id("u"),))
    on_scene = dataclasses.replace(incident(2), state=IncidentState.ON_SCENE)
    assert waiting([sent, on_scene], surge, 10**9) == waiting([], surge, 0)
    assert waiting([], surge, 0).oldest_s == 0.0


def test_what_was_said_not_to_be_one_is_offered_no_more_until_that_is_taken_back(stage: Any) -> None:
    first, second, third = (stage.incident(x=x) for x in (5, 5, 5))
    (pair, _other) = sorted(likely_duplicates(stage.picture.incidents(), CATALOGUE), key=lambda p: p.newer.reported_ms)
    assert (pair.older.id, pair.newer.id) == (first, second)
    (entry,) = stage.do(c.KeepApart(second, first))
    assert (entry.type, entry.about["other"]) == (EntryType.INCIDENTS_KEPT_APART, "1")
    stage.do(c.KeepApart(first, third))
    assert [(p.older.id, p.newer.id) for p in likely_duplicates(stage.picture.incidents(), CATALOGUE)] == [(second, third)]
    for again in (c.KeepApart(second, first), c.KeepApart(first, second)):
        with pytest.raises(Refused, match="known already that"):
            stage.do(again)
    with pytest.raises(Refused, match="of itself"):
        stage.do(c.KeepApart(first, first))
    (back,) = stage.do(c.Undo(entry.id))
    assert back.type == EntryType.INCIDENTS_OFFERED_AGAIN
    assert (first, second) in [(p.older.id, p.newer.id) for p in likely_duplicates(stage.picture.incidents(), CATALOGUE)]
    stage.do(c.Undo(back.id))
    assert stage.entries[-1].type == EntryType.INCIDENTS_KEPT_APART and first in stage.picture.incident(second).apart


def test_an_ended_incident_is_not_kept_apart(stage: Any) -> None:
    first, second = stage.incident(), stage.incident()
    stage.do(c.SetIncidentState(first, IncidentState.CANCELLED))
    with pytest.raises(Refused):
        stage.do(c.KeepApart(second, first))
