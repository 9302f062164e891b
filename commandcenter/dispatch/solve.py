"""Linear and integer programmes solved to a proven optimum by HiGHS (`scipy.optimize.milp`), objective after objective."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array, vstack

from commandcenter.model.errors import KnownError

Floats = NDArray[np.float64]
_OPTIMAL, _OUT_OF_TIME = 0, 1
_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Programme:
    """Minimise one objective after the other over 0 ≤ x ≤ upper with low ≤ A x ≤ high."""

    rows: csr_array
    """A."""
    low: Floats
    high: Floats
    upper: Floats
    whole: bool | NDArray[np.bool_]
    """Which x must be whole numbers: all, none (where the optimum is whole by itself, as in a flow), or those marked."""


@dataclass(frozen=True, slots=True)
class Solved:
    """The best x found."""

    x: Floats
    values: tuple[float, ...]
    """Of each objective."""
    proven: bool
    """Whether no better x exists; else time ran out and `gap` says how far off it may be."""
    gap: float
    """Of the worst objective, in proportion to its value."""


def minimise(programme: Programme, objectives: Sequence[Floats], *, limit_s: float = 60.0, start: Floats | None = None) -> Solved:
    """Return the optimum of the last objective among all optima of those before it.

    Where none was found within `limit_s` for each objective, the one before stays, at first `start`, which must fit. Raises `KnownError`
    when no x fits, or none was found in time and there is no `start`.
    """
    rows, low, high = programme.rows, programme.low, programme.high
    values: list[float] = []
    proven, gap = True, 0.0
    x, fits = (np.zeros(len(programme.upper)), False) if start is None else (start, True)
    for objective in objectives:
        answer = milp(
            objective,
            integrality=np.broadcast_to(np.asarray(programme.whole, np.int64), len(objective)),
            bounds=Bounds(0, programme.upper),
            constraints=LinearConstraint(rows, low, high),
            options={"time_limit": limit_s, "mip_rel_gap": 0.0},
        )
        if answer.x is None and not (fits and answer.status == _OUT_OF_TIME):
            raise KnownError("No plan fits: {why}", why=str(answer.message))
        x, fits = (x if answer.x is None else np.asarray(answer.x, np.float64)), True
        value = float(objective @ x)
        values.append(value)
        proven &= answer.status == _OPTIMAL
        gap = max(gap, 0.0 if answer.status == _OPTIMAL else _gap(objective, programme.upper, value, answer.mip_dual_bound))
        rows = vstack([rows, csr_array(objective[None, :])], format="csr")
        low, high = np.append(low, -np.inf), np.append(high, value + _ROUNDING * max(1.0, abs(value)))
    return Solved(x, tuple(values), proven, gap)


def _gap(objective: Floats, upper: Floats, value: float, bound: float | None) -> float:
    """Return how far a value may be from the best, in proportion to it; without a bound of the solver's, that of the single x counts."""
    least = float(np.minimum(objective, 0.0) @ upper) if bound is None else bound
    return max(0.0, value - least) / max(1.0, abs(value))
