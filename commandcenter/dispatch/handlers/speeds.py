"""Driving times as the agency's own runs show them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from commandcenter.dispatch.now import Now
from commandcenter.dispatch.writing import put
from commandcenter.model.commands import AdoptSpeeds
from commandcenter.model.entries import Draft, EntryType, Kind, Value
from commandcenter.model.errors import Refused
from commandcenter.model.speeds import BANDS, GROUPS, LEAST, MOST, SPEEDS
from commandcenter.picture.picture import Picture


def adopt_speeds(picture: Picture, command: AdoptSpeeds, now: Now) -> list[Draft]:
    """Take factors into use."""
    what: dict[str, Value] = {
        "groups": _checked(command.groups, tuple(GROUPS)),
        "bands": _checked(command.bands, BANDS),
        "runs": command.runs,
        "note": command.note,
        "adopted_ms": now.wall_ms,
        "by": now.actor,
    }
    return [Draft(EntryType.POLICY_CHANGED, put(Kind.POLICY, SPEEDS, {"what": what}))]


def _checked(factors: Mapping[str, float], names: Sequence[str]) -> dict[str, Value]:
    for name, factor in factors.items():
        if name not in names:
            raise Refused("There is no group of roads and no time of day called {name}.", name=name)
        if not (math.isfinite(factor) and LEAST <= factor <= MOST):
            raise Refused("A factor on driving times must lie between {least} and {most}, not {factor}.", least=LEAST, most=MOST, factor=factor)
    return {name: float(factor) for name, factor in factors.items()}
