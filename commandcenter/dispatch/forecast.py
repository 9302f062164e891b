"""When stock runs out at the present rate: a robust rate with its interval, stated together.

Rate: the Theil-Sen slope of what went out over time: the median of the slopes between all pairs of movements, so that one
large issue does not decide alone (Theil 1950; Sen, J. Amer. Statist. Assoc. 63, 1968, with his interval for the slope).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from commandcenter.model.ids import Id
from commandcenter.picture.supplies import MoveView
from commandcenter.picture.views import DepotView

HOUR_MS = 3_600_000
WINDOW_H = 48
"""Movements older than this say nothing about the present rate."""
LEAST_MOVES = 4
"""With fewer movements there is no interval worth stating."""
APART_MS = 10 * 60_000
"""What is booked within this time is one movement: how fast somebody types says nothing about use."""
MOST_MOVES = 300
"""The latest so many are looked at: 45,000 pairs."""
_Z = 1.645
"""Standard normal quantile of a two-sided 90 % interval."""
NO_USE = frozenset({"first stock", "import", "offer", "transfer"})
"""Reasons of movements that are no consumption."""


@dataclass(frozen=True, slots=True)
class Rate:
    """Consumption in pieces an hour, with the bounds of its 90 % interval."""

    per_hour: float
    low: float
    high: float
    moves: int


@dataclass(frozen=True, slots=True)
class Forecast:
    """When an item of a depot runs out; hours are `None` where it does not at that rate."""

    depot: Id
    item: str
    free: int
    rate: Rate
    hours: float | None
    hours_soonest: float | None
    """At the upper bound of the rate."""
    hours_latest: float | None
    """At the lower bound; `None`: perhaps never."""


def forecasts(depot: DepotView, moves: Sequence[MoveView], now_ms: int, today: str) -> list[Forecast]:
    """Return a depot's items that are being used, what runs out first in front."""
    used: dict[str, list[MoveView]] = {}
    for move in moves:
        if move.reason not in NO_USE and now_ms - WINDOW_H * HOUR_MS <= move.wall_ms <= now_ms:
            used.setdefault(move.item, []).append(move)
    found = []
    for item, ours in sorted(used.items()):
        rate = rate_of([(move.wall_ms, -move.delta) for move in ours if move.delta < 0 or move.reason == "undo"], now_ms)
        if rate is not None and rate.high > 0:
            free = max(0, depot.free(item, today))
            found.append(Forecast(depot.id, item, free, rate, _hours(free, rate.per_hour), _hours(free, rate.high), _hours(free, rate.low)))
    return sorted(found, key=lambda f: (f.hours if f.hours is not None else np.inf, f.item))


def rate_of(issues: Iterable[tuple[int, int]], now_ms: int) -> Rate | None:
    """Return the rate of (wall ms, quantity) that went out, `None` where there are too few movements to tell."""
    latest = _joined(sorted(issues))[-MOST_MOVES:]
    if len(latest) < LEAST_MOVES or latest[0][0] >= now_ms:
        return None
    times = np.array([*(ms for ms, _ in latest), now_ms], dtype=np.float64) / HOUR_MS
    total = np.cumsum([0, *(quantity for _, quantity in latest)]).astype(np.float64)  # what was out just before each movement
    slopes = _slopes(times, total)
    if not len(slopes):
        return None
    count = len(times)
    spread = _Z * np.sqrt(count * (count - 1) * (2 * count + 5) / 18)  # of Kendall's statistic
    low = int(max(0, np.floor((len(slopes) - spread) / 2)))
    high = int(min(len(slopes) - 1, np.ceil((len(slopes) + spread) / 2)))
    return Rate(max(0.0, float(np.median(slopes))), max(0.0, float(slopes[low])), max(0.0, float(slopes[high])), len(latest))


def _joined(issues: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return movements in their order, those at nearly the same time as one."""
    joined: list[tuple[int, int]] = []
    for wall_ms, quantity in issues:
        if joined and wall_ms - joined[-1][0] < APART_MS:
            joined[-1] = joined[-1][0], joined[-1][1] + quantity
        else:
            joined.append((wall_ms, quantity))
    return joined


def _slopes(times: NDArray[np.float64], total: NDArray[np.float64]) -> NDArray[np.float64]:
    first, second = np.triu_indices(len(times), k=1)
    apart = times[second] - times[first]
    real = apart > 0
    return np.sort((total[second] - total[first])[real] / apart[real])


def _hours(free: int, per_hour: float) -> float | None:
    return free / per_hour if per_hour > 0 else None
