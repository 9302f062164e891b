"""The agency's choices where plans leave one, read from `assets/catalogue/policy.toml`. Bounds stand beside each."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import MISSING, dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar

from commandcenter.model.sentences import say
from commandcenter.resources.tables import Item, read_tables

T = TypeVar("T")

POLICY_FILE = "policy.toml"
_LEAST, _MOST = "least", "most"
_WHOLE = ("int",)


def _within(least: float, most: float) -> Any:  # noqa: ANN401 - as `dataclasses.field`
    """Return a field whose value the file must give within these bounds."""
    return field(metadata={_LEAST: least, _MOST: most})


def _or_none(most: float) -> Any:  # noqa: ANN401 - as `dataclasses.field`
    """Return a field from 0 to a bound that files of before may lack: then it is 0."""
    return field(default=0.0, metadata={_LEAST: 0, _MOST: most})


@dataclass(frozen=True, slots=True)
class Divert:
    """When a unit may be taken off a less urgent incident."""

    for_priority: int = _within(0, 5)
    switch_s: float = _within(0, 3600)


@dataclass(frozen=True, slots=True)
class Coverage:
    """What counts as covered, and when moving units up is worth it."""

    within_min: float = _within(0.5, 240)
    busy_share: float = _within(0, 0.99)
    least_gain: float = _within(0, 1)
    most_moves: int = _within(0, 100)
    places: int = _within(1, 10_000)
    near_s: float = _within(0, 3600)
    """Who is later by no more than this is as good, where life is not at risk: then the one goes who is missed least."""
    protect_places: int = _within(0, 10_000)
    alarm_below: float = _or_none(1)
    """It is an alarm when less than this share is covered of what all units in service would cover from their stations; 0: never."""
    alarm_for: tuple[str, ...] = ()
    """The capabilities whose coverage is watched."""


@dataclass(frozen=True, slots=True)
class Supplies:
    """What depots keep for themselves."""

    keep_share: float = _within(0, 1)


@dataclass(frozen=True, slots=True)
class Surge:
    """Many reports at once."""

    same_place_m: float = _within(0, 100_000)
    same_time_min: float = _within(0, 10_080)
    ageing_min: float = _within(0, 1440)
    overload_reports: float = _or_none(1000)
    """Overloaded is where at least so many reports per unit in service came in the last hour,"""
    overload_share: float = _or_none(1000)
    """and at least so many per unit in service are untouched."""
    reserve_min: float = _or_none(1440)
    """Then as many units of each kind stay free for life at risk as calls for it come in so many minutes, at the rate of the last hour,"""
    reserve_share: float = _or_none(1)
    """and no more than this share of those in service; 0: none."""


SOONEST_S, LATEST_S = 10, 3600


@dataclass(frozen=True, slots=True)
class Automatic:
    """What is sent by itself, unless somebody stops it in time."""

    after_s: Mapping[str, int] = field(default_factory=dict)
    """Incident type → so many seconds after the report; what is not named here is sent by a person only."""
    in_exercises: bool = False
    """Whether that holds in exercises too."""


@dataclass(frozen=True, slots=True)
class Policy:
    """All of it. Immutable, safe in any thread."""

    divert: Divert
    coverage: Coverage
    supplies: Supplies
    surge: Surge
    automatic: Automatic = field(default_factory=Automatic)


def load_policy(path: Path, capabilities: Collection[str], types: Collection[str]) -> Policy:
    """Read a policy file that may name these capabilities and incident types; `KnownError` names file, line and key of the first fault."""
    tables = read_tables(path, "divert", "coverage", "supplies", "surge", "automatic")
    return Policy(
        _read(Divert, tables["divert"]),
        _read(Coverage, tables["coverage"], alarm_for=tables["coverage"].texts("alarm_for", capabilities, say("capability"))),
        _read(Supplies, tables["supplies"]),
        _read(Surge, tables["surge"]),
        _automatic(tables["automatic"], types),
    )


def _automatic(item: Item, types: Collection[str]) -> Automatic:
    item.only("after_s", "in_exercises")
    after_s = item.raw.get("after_s", {})
    if not isinstance(after_s, dict):
        raise item.fault("after_s", say("after_s must name incident types with seconds"))
    for code, seconds in after_s.items():
        if code not in types:
            raise item.fault("after_s", say("there is no {what} “{value}”", what=say("incident type"), value=code))
        if type(seconds) is not int or not SOONEST_S <= seconds <= LATEST_S:
            raise item.fault("after_s", say("{name} must be a whole number from {least} to {most}", name=code, least=SOONEST_S, most=LATEST_S))
    return Automatic(after_s, item.flag("in_exercises") is True)


def _read(kind: Callable[..., T], item: Item, **read: tuple[str, ...]) -> T:
    """Return a dataclass with what its table says; nothing else may stand there. `read`: what is no number and was read already."""
    parts = fields(kind)  # type: ignore[arg-type]  # only dataclasses are read
    item.only(*(part.name for part in parts))
    values: dict[str, float | tuple[str, ...]] = dict(read)
    for part in parts:
        if part.name in read:
            continue
        value = (item.whole if part.type in _WHOLE else item.number)(part.name, part.metadata[_LEAST], part.metadata[_MOST])
        if value is None and part.default is MISSING:
            raise item.fault(part.name, say("{name} is missing", name=part.name))
        values[part.name] = 0.0 if value is None else value
    return kind(**values)
