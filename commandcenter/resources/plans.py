"""Response plans (run cards): what an incident type needs, by alarm level. Read from `plans.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from commandcenter.model.errors import KnownError
from commandcenter.model.sentences import Sentence, say
from commandcenter.resources.tables import read_toml_items

TIERS = (1, 2, 3)


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


def load_plans(path: Path, capabilities: Mapping[str, object], items: Mapping[str, object]) -> dict[str, ResponsePlan]:
    """Read and check all plans; `KnownError` names file, line and plan of the first fault."""
    plans: dict[str, ResponsePlan] = {}
    for line, raw in read_toml_items(path, "plan"):
        reader = _PlanReader(path.name, line, str(raw.get("id", "")), capabilities, items)
        plan = reader.plan(raw)
        if plan.id in plans:
            raise reader.fault(say("this id stands twice"))
        plans[plan.id] = plan
    return plans


@dataclass(frozen=True, slots=True)
class _PlanReader:
    file: str
    line: int
    plan_id: str
    capabilities: Mapping[str, object]
    items: Mapping[str, object]

    def fault(self, why: Sentence) -> KnownError:
        return KnownError("{file}, plan “{plan}” in line {line}: {why}", file=self.file, plan=self.plan_id, line=self.line, why=why)

    def plan(self, raw: Mapping[str, Any]) -> ResponsePlan:
        self._only(raw, {"id", "en", "zh", "level"})
        for name in ("id", "en", "zh"):
            if not isinstance(raw.get(name), str) or not raw[name].strip():
                raise self.fault(say("{name} is missing", name=name))
        levels = raw.get("level")
        if not isinstance(levels, list) or not levels:
            raise self.fault(say("there is no [[plan.level]]"))
        return ResponsePlan(raw["id"], raw["en"], raw["zh"], tuple(self._level(level) for level in levels))

    def _level(self, raw: Mapping[str, Any]) -> AlarmLevel:
        self._only(raw, {*(f"tier{t}" for t in TIERS), "crew", "supplies"})
        needs = tuple(
            Need(capability, quantity, tier)
            for tier in TIERS
            for capability, quantity in self._amounts(raw, f"tier{tier}", self.capabilities, say("capability")).items()
        )
        if not needs:
            raise self.fault(say("an alarm level needs no unit at all"))
        crew = self._amounts(raw, "crew", self.capabilities, say("capability"))
        return AlarmLevel(needs, crew, self._amounts(raw, "supplies", self.items, say("supply item")))

    def _amounts(self, raw: Mapping[str, Any], name: str, known: Mapping[str, object], what: Sentence) -> dict[str, int]:
        table = raw.get(name, {})
        if not isinstance(table, dict):
            raise self.fault(say("{name} is not a table", name=name))
        for key, quantity in table.items():
            if key not in known:
                raise self.fault(say("there is no {what} “{value}”", what=what, value=key))
            if type(quantity) is not int or quantity < 1:
                raise self.fault(say("{name} is not a whole number above zero", name=f"{name}.{key}"))
        return table

    def _only(self, raw: Mapping[str, Any], known: set[str]) -> None:
        for name in raw:
            if name not in known:
                raise self.fault(say("“{name}” is not known here", name=name))
