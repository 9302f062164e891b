"""The adopted factors on driving times."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from commandcenter.model.entries import Kind, Value
from commandcenter.model.ids import Id
from commandcenter.model.speeds import BANDS, GROUPS, LEAST, MOST, SPEEDS, SpeedPolicy
from commandcenter.picture.fields import as_int, as_mapping, as_text
from commandcenter.picture.state import State


def speed_policy(state: State) -> SpeedPolicy:
    """Return what is in use; all factors 1 where nothing was adopted."""
    what = state.fields(Kind.POLICY, SPEEDS).mapping("what")
    by = as_text(what.get("by"))
    return SpeedPolicy(
        _factors(what.get("groups"), tuple(GROUPS)),
        _factors(what.get("bands"), BANDS),
        as_int(what.get("runs")),
        as_text(what.get("note")),
        as_int(what.get("adopted_ms")),
        Id(by) if by else None,
    )


def _factors(value: Value, names: Sequence[str]) -> Mapping[str, float]:
    """Return the factors that can be; a newer program's others are left out."""
    given = as_mapping(value)
    return {name: float(factor) for name in names if isinstance(factor := given.get(name), int | float) and LEAST <= factor <= MOST}
