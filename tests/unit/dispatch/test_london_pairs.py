"""Distances by air against London's published ones, station to incident: great circles, rounded to ten metres."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from commandcenter.dispatch.distance import air_m
from commandcenter.model.words import LonLat

ROUNDING_M = 5.0
RADIUS_M = 0.01
"""What another Earth radius changes: millimetres per kilometre."""


def test_the_london_pairs(data_dir: Path) -> None:
    path = data_dir / "calls" / "lfb" / "ToPred.csv"
    if not path.is_file():
        pytest.skip("ToPred.csv is not here")
    with path.open(encoding="utf-8-sig", newline="") as file:
        pairs = [row for row in csv.DictReader(file) if row["Distance"]]
    assert len(pairs) > 300
    for pair in pairs:
        incident = LonLat(float(pair["LongitudeIncident"]), float(pair["LatitudeIncident"]))
        station = LonLat(float(pair["LongitudeStation"]), float(pair["LatitudeStation"]))
        assert abs(air_m(incident, station) - 1000 * float(pair["Distance"])) <= ROUNDING_M + RADIUS_M, pair["IncidentNumber"]
