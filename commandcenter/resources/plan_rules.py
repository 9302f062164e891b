"""Where, when and at which risk another response plan holds, read from `plan_rules.toml`.

The first rule that fits an incident decides; without one the plan of the incident's type holds as it is. A rule that an
earlier one leaves no case is a fault of the file, so two rules never contradict each other in silence.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from commandcenter.model.errors import KnownError
from commandcenter.model.sentences import say
from commandcenter.model.words import LonLat
from commandcenter.resources.areas import Area, area_of
from commandcenter.resources.plans import AlarmLevel, Goods, ResponsePlan, read_amounts, together
from commandcenter.resources.tables import Item, read_toml
from commandcenter.resources.terms import Term

PLAN_RULES_FILE = "plan_rules.toml"
MOST_LEVEL = 9
MINUTES = 24 * 60
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ADDS = ("tier1", "tier2", "tier3", "crew", "amounts", "supplies")
_KEYS = ("id", "en", "zh", "types", "areas", "hours", "days", "risk_least", "grade_most", "plan", "raise_to", *_ADDS)


@dataclass(frozen=True, slots=True)
class Fits:
    """When a rule holds: all of it must be so."""

    types: frozenset[str]
    areas: frozenset[str] | None
    """Ids, one of which the incident must lie in; `None`: anywhere."""
    minutes: frozenset[int]
    """Of the day, local time, at which it holds."""
    days: frozenset[int]
    """0 is Monday."""
    risk_least: int
    """The place's risk, 0 … 3, see `Area.risk`."""
    grade_most: int
    """The incident's grade (1 is gravest) must be this or graver; 4: any."""

    def covers(self, other: Fits) -> bool:
        """Return whether this one holds whenever the other does."""
        everywhere = self.areas is None or (other.areas is not None and other.areas <= self.areas)
        sets = self.types >= other.types and self.minutes >= other.minutes and self.days >= other.days
        return everywhere and sets and self.risk_least <= other.risk_least and self.grade_most >= other.grade_most


@dataclass(frozen=True, slots=True)
class PlanRule(Term):
    """Another plan, a higher level or more of something, where it fits."""

    fits: Fits
    plan: str | None
    """Instead of the type's plan."""
    raise_to: int
    """The alarm level is at least this."""
    adds: AlarmLevel


@dataclass(frozen=True, slots=True)
class Response:
    """The plan that holds for one incident, and why."""

    plan: ResponsePlan
    alarm_level: int
    need: AlarmLevel
    rule: PlanRule | None
    """`None`: the type's own plan."""
    area: Area | None


@dataclass(frozen=True, slots=True)
class PlanRules:
    """All rules in their order. Immutable, safe in any thread."""

    areas: Mapping[str, Area]
    rules: tuple[PlanRule, ...]
    zone: tzinfo | None
    """`None`: that of the computer."""

    def response(
        self, type_: str, usual: ResponsePlan, plans: Mapping[str, ResponsePlan], at: LonLat, level: int, grade: int, now_ms: int
    ) -> Response:
        """Return what holds for an incident of a type at a place, a moment, an alarm level and a grade."""
        inside = [area for area in self.areas.values() if area.contains(at)]
        rule = next((rule for rule in self.rules if self._fits(rule.fits, type_, inside, grade, now_ms)), None)
        area = max(inside, key=lambda area: area.risk, default=None)
        if rule is None:
            return Response(usual, level, usual.level(level), None, area)
        plan = plans[rule.plan] if rule.plan is not None else usual
        level = max(level, rule.raise_to)
        return Response(plan, level, together(plan.level(level), rule.adds), rule, area)

    def _fits(self, fits: Fits, type_: str, inside: list[Area], grade: int, now_ms: int) -> bool:
        if type_ not in fits.types or grade > fits.grade_most or max((a.risk for a in inside), default=0) < fits.risk_least:
            return False
        if fits.areas is not None and not any(area.code in fits.areas for area in inside):
            return False
        if len(fits.minutes) == MINUTES and len(fits.days) == len(DAYS):
            return True
        local = datetime.fromtimestamp(now_ms / 1000, UTC).astimezone(self.zone)
        return local.hour * 60 + local.minute in fits.minutes and local.weekday() in fits.days


def load_plan_rules(
    path: Path,
    types: Mapping[str, object],
    plans: Mapping[str, ResponsePlan],
    capabilities: Mapping[str, object],
    goods: Goods,
) -> PlanRules:
    """Read and check the rules; `KnownError` names file, line and key of the first fault."""
    rest, tables = read_toml(path, "area", "rule")
    zone = _zone(path, rest)
    areas: dict[str, Area] = {}
    rules: list[PlanRule] = []
    for table in tables:
        if table.is_a("area"):
            area = area_of(table)
            if area.code in areas:
                raise table.fault("id", say("“{code}” stands twice", code=area.code))
            areas[area.code] = area
    for table in tables:
        if table.is_a("rule"):
            rule = _rule(table, types, plans, areas, read_amounts(table, capabilities, goods))
            earlier = next((r for r in rules if r.code == rule.code or r.fits.covers(rule.fits)), None)
            if earlier is not None and earlier.code == rule.code:
                raise table.fault("id", say("“{code}” stands twice", code=rule.code))
            if earlier is not None:
                raise table.fault(
                    "id", say("“{code}” can never hold: “{earlier}” stands before it and fits wherever it does", code=rule.code, earlier=earlier.code)
                )
            rules.append(rule)
    return PlanRules(areas, tuple(rules), zone)


def _zone(path: Path, rest: Mapping[str, object]) -> tzinfo | None:
    for name in rest:
        if name != "timezone":
            raise KnownError("{file}: {why}.", file=path.name, why=say("“{name}” is not known here", name=name))
    zone = rest.get("timezone", "local")
    if zone == "local":
        return None
    if zone == "UTC":
        return UTC  # known even where the system has no table of zones
    try:
        return ZoneInfo(str(zone))
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise KnownError("{file}: there is no time zone “{name}”.", file=path.name, name=str(zone)) from error


def _rule(table: Item, types: Mapping[str, object], plans: Mapping[str, ResponsePlan], areas: Mapping[str, Area], adds: AlarmLevel) -> PlanRule:
    table.only(*_KEYS)
    plan = table.text("plan") if "plan" in table.raw else None
    if plan is not None and plan not in plans:
        raise table.fault("plan", say("there is no {what} “{value}”", what=say("response plan"), value=plan))
    raise_to = table.whole("raise_to", 1, MOST_LEVEL)
    if plan is None and raise_to is None and adds == AlarmLevel((), {}, {}):
        raise table.fault("id", say("this rule changes nothing"))
    fits = Fits(
        types=_types(table, types),
        areas=frozenset(table.texts("areas", areas, say("area"))) if "areas" in table.raw else None,
        minutes=_minutes(table),
        days=frozenset(DAYS.index(day) for day in table.texts("days", DAYS, say("day"))) or frozenset(range(len(DAYS))),
        risk_least=table.whole("risk_least", 0, 3) or 0,
        grade_most=table.whole("grade_most", 1, 4) or 4,
    )
    return PlanRule(table.text("id"), table.text("en"), table.text("zh"), fits, plan, raise_to or 1, adds)


def _types(table: Item, types: Mapping[str, object]) -> frozenset[str]:
    """Return the types that a rule names: codes, or families as in `fire.*`; all of them where it names none."""
    families = {f"{code.split('.')[0]}.*" for code in types}
    named = table.texts("types", {*types, *families}, say("incident type"))
    if not named:
        return frozenset(types)
    return frozenset(code for code in types if code in named or f"{code.split('.')[0]}.*" in named)


def _minutes(table: Item) -> frozenset[int]:
    if "hours" not in table.raw:
        return frozenset(range(MINUTES))
    start, _, end = table.text("hours").partition("-")
    first, last = _minute(table, start), _minute(table, end)
    if first == last:
        raise table.fault("hours", say("“{value}” is no time at all", value=table.text("hours")))
    return frozenset(minute % MINUTES for minute in range(first, last if last > first else last + MINUTES))


def _minute(table: Item, text: str) -> int:
    hour, colon, minute = text.strip().partition(":")
    if not (colon and hour.isdigit() and minute.isdigit() and len(minute) == 2 and int(hour) <= 24 and int(minute) < 60):
        raise table.fault("hours", say("“{value}” is not two times of day, as in 22:00-06:00", value=table.text("hours")))
    return (int(hour) * 60 + int(minute)) % (MINUTES + 1)
