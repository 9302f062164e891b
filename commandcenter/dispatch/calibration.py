"""Driving times fitted to the operation's own runs, from en route to on scene.

Model: observed time = band × Σ over groups of roads (factor × shipped time on the group) × error, with errors that are symmetric in
logarithms and have heavy tails, as ambulance travel times have (Budge, Ingolfsson & Zerom, "Empirical analysis of ambulance travel
times: the case of Calgary emergency medical services", Management Science 56, 2010). Fit: Huber's M-estimator ("Robust estimation of a
location parameter", Annals of Mathematical Statistics 35, 1964) on the log residuals, with a weak pull of every factor towards 1, so
that a group with few runs stays where it was. Intervals: from the curvature at the optimum and the spread of the residuals.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from commandcenter.model.ids import Id
from commandcenter.model.ports import Roads
from commandcenter.model.speeds import BANDS, GROUPS, LEAST, MOST, band_of
from commandcenter.model.words import LonLat, UnitStatus
from commandcenter.picture.picture import Picture

Floats = NDArray[np.float64]

LEAST_RUNS = 20
"""Fewer say nothing."""
USUAL_ERROR = 0.2
"""Of the logarithm: residuals beyond it count less and less. The spread of a fitted run is some 20 % in the study named above."""
PULL = 0.35
"""Standard deviation, of the logarithm, of what is believed of a factor before any run: two thirds lie within -30 % … +40 %."""
SHORTEST_S, LONGEST_S = 45.0, 3600.0
"""Runs outside are not drives: buttons pressed together, or forgotten."""
_SPREAD = 1.4826
"""From the median absolute deviation to the standard deviation of a normal distribution."""


@dataclass(frozen=True, slots=True)
class Drive:
    """What a unit did, before anybody asks the roads."""

    start: LonLat
    target: LonLat
    profile: str
    callsign: str
    number: str
    departed_ms: int
    took_s: float


@dataclass(frozen=True, slots=True)
class Run:
    """A drive with the shipped time on each group of roads."""

    drive: Drive
    band: str
    by_group_s: tuple[float, ...]
    """In the order of `GROUPS`."""

    @property
    def shipped_s(self) -> float:
        """Return the time that the shipped profiles give."""
        return sum(self.by_group_s)


@dataclass(frozen=True, slots=True)
class Factor:
    """One fitted factor on driving time."""

    name: str
    """Of a group of roads or a time of day."""
    value: float
    low: float
    high: float
    """95 % interval."""
    runs: int
    """Runs that say something about it: a tenth of their time at least."""


@dataclass(frozen=True, slots=True)
class Fit:
    """What the runs say."""

    groups: tuple[Factor, ...]
    bands: tuple[Factor, ...]
    """The first is the reference, 1."""
    runs: tuple[Run, ...]
    before: tuple[float, ...]
    after: tuple[float, ...]
    """By run: logarithm of observed over predicted time, as shipped and as fitted."""

    def error(self, residuals: Sequence[float]) -> float:
        """Return the median error, as a share of the time."""
        return math.expm1(float(np.median(np.abs(residuals)))) if residuals else 0.0


def drives_of(picture: Picture, starts: Mapping[tuple[Id, int], LonLat]) -> list[Drive]:
    """Return the drives in the log whose begin is known.

    `starts` says where a unit was at a moment (its track); without it a drive counts as begun at the unit's station. Call it
    in the thread that owns the picture.
    """
    found = []
    for assignment in picture.assignments():
        left, there = departed_ms(assignment.times_ms), assignment.times_ms.get(UnitStatus.ON_SCENE)
        unit, incident = picture.unit(assignment.unit), picture.incident(assignment.incident)
        if left is None or there is None or unit is None or incident is None:
            continue
        station = picture.station(unit.station) if unit.station is not None else None
        start = starts.get((unit.id, left)) or (station.at if station is not None else None)
        took_s = (there - left) / 1000
        if start is not None and SHORTEST_S <= took_s <= LONGEST_S:
            found.append(Drive(start, incident.at, unit.profile, unit.callsign, incident.number, left, took_s))
    return found


def departed_ms(times_ms: Mapping[str, int]) -> int | None:
    """Return when a unit set out on an assignment; `None` where nobody said so."""
    return times_ms.get(UnitStatus.ENROUTE)


def runs_of(drives: Sequence[Drive], roads: Roads) -> list[Run]:
    """Return the drives that a road leads along, with the shipped times; drives of seconds are left out. Safe in any thread."""
    shipped = roads.with_times({})
    found = []
    for drive in drives:
        route = shipped.route(drive.start, drive.target, drive.profile) if drive.profile in shipped.profiles else None
        if route is None:
            continue
        by_group = tuple(sum(route.by_class_s.get(name, 0.0) for name in names) for names in GROUPS.values())
        if sum(by_group) >= SHORTEST_S:
            found.append(Run(drive, band_of(drive.departed_ms), by_group))
    return found


def fit(runs: Sequence[Run]) -> Fit | None:
    """Return the factors that fit the runs best; `None` for fewer than `LEAST_RUNS`."""
    from scipy.optimize import least_squares  # not needed to start the desk

    if len(runs) < LEAST_RUNS:
        return None
    times = np.array([run.by_group_s for run in runs])
    took = np.log([run.drive.took_s for run in runs])
    band = np.array([[run.band == name for name in BANDS[1:]] for run in runs], np.float64)
    count = len(GROUPS)

    def residuals(theta: Floats) -> Floats:
        return np.asarray(took - np.log(times @ np.exp(theta[:count])) - band @ theta[count:])

    def weighed(theta: Floats) -> Floats:
        return np.concatenate([residuals(theta) / USUAL_ERROR, theta / PULL])

    size = count + len(BANDS) - 1
    edges = (np.full(size, math.log(LEAST)), np.full(size, math.log(MOST)))
    best = least_squares(weighed, np.zeros(size), bounds=edges, loss=partial(_huber, len(runs)), method="trf")
    left = residuals(best.x)
    spread = max(_SPREAD * float(np.median(np.abs(left - np.median(left)))) / USUAL_ERROR, 1e-3)
    slopes = np.asarray(best.jac, np.float64)
    slopes[: len(runs)] /= spread  # the runs scatter as they do; what was believed before does not
    error = np.sqrt(np.diag(np.linalg.inv(slopes.T @ slopes)))
    shares = times / times.sum(axis=1, keepdims=True)
    counts = [*(int(n) for n in (shares >= 0.1).sum(axis=0)), *(int(n) for n in band.sum(axis=0))]
    factors = [Factor(name, *_interval(best.x[i], error[i]), counts[i]) for i, name in enumerate((*GROUPS, *BANDS[1:]))]
    reference = Factor(BANDS[0], 1.0, 1.0, 1.0, len(runs) - int(band.sum()))
    before = tuple((took - np.log(times.sum(axis=1))).tolist())
    return Fit(tuple(factors[:count]), (reference, *factors[count:]), tuple(runs), before, tuple(left.tolist()))


def _huber(runs: int, squares: Floats) -> Floats:
    """Return Huber's loss, its slope and curvature over the squared residuals of the runs; plain squares for the pulls after them."""
    far = (squares > 1) & (np.arange(len(squares)) < runs)
    root = np.sqrt(np.where(far, squares, 1.0))
    return np.stack([np.where(far, 2 * root - 1, squares), np.where(far, 1 / root, 1.0), np.where(far, -0.5 / root**3, 0.0)])


def _interval(theta: float, error: float) -> tuple[float, float, float]:
    return math.exp(theta), math.exp(theta - 1.96 * error), math.exp(theta + 1.96 * error)
