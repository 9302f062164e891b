"""Response plans (run cards): what an incident type needs, by alarm level. Read from `plans.toml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from commandcenter.model.errors import KnownError
from commandcenter.model.sentences import Sentence, say
from commandcenter.resources.tables import Item, read_toml

TIERS = (1, 2, 3)
MOST = 1_000_000
"""Of one thing in one plan: more is a slip of the pen."""

Goods = Mapping[str, Mapping[str, int]]
"""Code → the items it stands for: itself, or what is in a kit."""

_LEVEL = re.compile(r"\s*\[\[\s*plan\s*\.\s*level\s*\]\]\s*(#.*)?")


@dataclass(frozen=True, slots=True)
class Need:
    """So many units with a capability, in a tier (1 is life-critical)."""

    capability: str
    quantity: int
    tier: int


@dataclass(frozen=True, slots=True)
class AlarmLevel:
    """The whole need at one alarm level, not what it adds to the level below."""

    needs: tuple[Need, ...]
    """By tier, then as written."""
    crew: Mapping[str, int]
    """Capability → people who must come in all."""
    supplies: Mapping[str, int]
    """Supply item → quantity."""
    amounts: Mapping[str, int] = field(default_factory=dict)
    """Capability → how much of it all units must bring together, in its unit."""


@dataclass(frozen=True, slots=True)
class ResponsePlan:
    """A run card."""

    id: str
    en: str
    zh: str
    levels: tuple[AlarmLevel, ...]

    def level(self, alarm_level: int) -> AlarmLevel:
        """Return the need at an alarm level (1 …); above the highest written one, the highest."""
        return self.levels[min(max(alarm_level, 1), len(self.levels)) - 1]


def load_plans(path: Path, capabilities: Mapping[str, object], goods: Goods) -> dict[str, ResponsePlan]:
    """Read and check all plans; `KnownError` names file, line and key of the first fault.

    A plan that is `like` another one takes that one's levels and adds its own to them, level by level.
    """
    written: dict[str, tuple[Item, list[AlarmLevel]]] = {}
    other, tables = read_toml(path, "plan")
    if other:
        raise KnownError("{file}: “{name}” is not known here.", file=path.name, name=next(iter(other)))
    for item in tables:
        item.only("id", "en", "zh", "like", "level")
        name = item.text("id")
        if name in written:
            raise item.fault("id", say("“{code}” stands already in line {first}", code=name, first=written[name][0].line))
        written[name] = item, [_level(level, capabilities, goods, alone="like" not in item.raw) for level in _levels(item)]
    if not written:
        raise KnownError("{file}: there is no [[{name}]].", file=path.name, name="plan")
    return {name: ResponsePlan(name, item.text("en"), item.text("zh"), _whole(name, written, ())) for name, (item, _) in written.items()}


def read_amounts(item: Item, capabilities: Mapping[str, object], goods: Goods) -> AlarmLevel:
    """Return what the keys `tier1` … `tier3`, `crew`, `amounts` and `supplies` of a table ask for; a kit is what is in it."""
    needs = tuple(
        Need(capability, quantity, tier)
        for tier in TIERS
        for capability, quantity in _amounts(item, f"tier{tier}", capabilities, say("capability")).items()
    )
    crew = _amounts(item, "crew", capabilities, say("capability"))
    supplies: dict[str, int] = {}
    for code, quantity in _amounts(item, "supplies", goods, say("supply item")).items():
        supplies = _sum(supplies, {part: count * quantity for part, count in goods[code].items()})
    return AlarmLevel(needs, crew, supplies, _amounts(item, "amounts", capabilities, say("capability")))


def together(one: AlarmLevel, more: AlarmLevel) -> AlarmLevel:
    """Return both needs as one: amounts add up."""
    needs: dict[tuple[int, str], int] = {}
    for need in (*one.needs, *more.needs):
        needs[need.tier, need.capability] = needs.get((need.tier, need.capability), 0) + need.quantity
    ordered = sorted(needs.items(), key=lambda pair: pair[0][0])
    added = tuple(Need(c, n, tier) for (tier, c), n in ordered)
    return AlarmLevel(added, _sum(one.crew, more.crew), _sum(one.supplies, more.supplies), _sum(one.amounts, more.amounts))


def _sum(one: Mapping[str, int], more: Mapping[str, int]) -> dict[str, int]:
    return {name: one.get(name, 0) + more.get(name, 0) for name in (*one, *(n for n in more if n not in one))}


def _whole(name: str, written: Mapping[str, tuple[Item, list[AlarmLevel]]], seen: tuple[str, ...]) -> tuple[AlarmLevel, ...]:
    """Return a plan's levels with those of the plan that it is like."""
    item, own = written[name]
    if name in seen:
        raise item.fault("like", say("these plans are each like the next, in a circle: {plans}", plans=" → ".join((*seen, name))))
    if "like" not in item.raw:
        if not own:
            raise item.fault("level", say("there is no [[plan.level]]"))
        return tuple(own)
    other = item.text("like")
    if other not in written:
        raise item.fault("like", say("there is no {what} “{value}”", what=say("response plan"), value=other))
    base = _whole(other, written, (*seen, name))
    count = max(len(base), len(own))
    return tuple(together(base[min(n, len(base) - 1)], own[min(n, len(own) - 1)]) if own else base[n] for n in range(count))


def _levels(item: Item) -> list[Item]:
    """Return a plan's `[[plan.level]]` tables."""
    raw = item.raw.get("level", [])
    starts = [n for n, line in enumerate(item.lines) if _LEVEL.fullmatch(line)]
    if not isinstance(raw, list) or len(starts) != len(raw):
        raise item.fault("level", say("each alarm level must begin with a line [[plan.level]]"))
    ends = [*starts[1:], len(item.lines)]
    return [Item(item.file, item.line + a, level, item.lines[a:b]) for a, b, level in zip(starts, ends, raw, strict=False)]


def _level(item: Item, capabilities: Mapping[str, object], goods: Goods, *, alone: bool) -> AlarmLevel:
    item.only(*(f"tier{t}" for t in TIERS), "crew", "amounts", "supplies")
    level = read_amounts(item, capabilities, goods)
    if alone and not level.needs:
        raise item.fault("level", say("an alarm level needs no unit at all"))
    return level


def _amounts(item: Item, name: str, known: Mapping[str, object], what: Sentence) -> dict[str, int]:
    table = item.raw.get(name, {})
    if not isinstance(table, dict):
        raise item.fault(name, say("{name} is not a table", name=name))
    for key, quantity in table.items():
        if key not in known:
            raise item.fault(f"{name}.{key}", say("there is no {what} “{value}”", what=what, value=key))
        if type(quantity) is not int or not 1 <= quantity <= MOST:
            raise item.fault(f"{name}.{key}", say("{name} is not a whole number above zero", name=f"{name}.{key}"))
    return table
