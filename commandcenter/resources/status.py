"""Unit status and incident state: the legal steps, read from the table in `assets/catalogue/status_rules.toml`."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from commandcenter.model.assets import assets_dir
from commandcenter.model.errors import KnownError, Refused
from commandcenter.model.sentences import say
from commandcenter.model.words import IncidentState, UnitStatus
from commandcenter.resources.tables import Item, read_tables

S = TypeVar("S", bound=StrEnum)
T = TypeVar("T")

RULES_FILE = "status_rules.toml"


@dataclass(frozen=True, slots=True)
class StatusRules:
    """The tables as read. Immutable, safe in any thread."""

    unit_next: Mapping[UnitStatus, frozenset[UnitStatus]]
    incident_next: Mapping[IncidentState, frozenset[IncidentState]]
    needs_assignment: frozenset[UnitStatus]
    ends_assignment: frozenset[UnitStatus]
    sendable: frozenset[UnitStatus]
    divertible: frozenset[UnitStatus]
    ended: frozenset[IncidentState]
    unit_severity: Mapping[UnitStatus, int]
    """Higher is graver; shown while two desks disagree."""
    incident_severity: Mapping[IncidentState, int]
    stale_after_s: float
    penalty_s: float
    at_station_m: float

    def check_unit(self, callsign: str, old: UnitStatus, new: UnitStatus) -> None:
        """Raise `Refused` unless a unit may go from `old` to `new`."""
        if new not in self.unit_next[old]:
            raise Refused("{callsign} is {old}; it cannot become {new} from there.", callsign=callsign, old=old.value, new=new.value)

    def check_incident(self, number: str, old: IncidentState, new: IncidentState) -> None:
        """Raise `Refused` unless an incident may go from `old` to `new`."""
        if new not in self.incident_next[old]:
            raise Refused("Incident {number} is {old}; it cannot become {new} from there.", number=number, old=old.value, new=new.value)

    def reopens(self, old: IncidentState, new: IncidentState) -> bool:
        """Return whether this step brings an ended incident back."""
        return old in self.ended and new not in self.ended


def load_rules(path: Path) -> StatusRules:
    """Read a rules file; `KnownError` names file, line and key of the first fault, also where rules contradict each other."""
    tables = read_tables(path, "unit.next", "unit", "incident.next", "incident", "position")
    unit, incident, position = tables["unit"], tables["incident"], tables["position"]
    unit.only("needs_assignment", "ends_assignment", "sendable", "divertible", "severity")
    incident.only("ended", "severity")
    position.only("stale_after_s", "penalty_s", "at_station_m")
    rules = StatusRules(
        unit_next=_steps(tables["unit.next"], UnitStatus),
        incident_next=_steps(tables["incident.next"], IncidentState),
        needs_assignment=_chosen(unit, "needs_assignment", UnitStatus),
        ends_assignment=_chosen(unit, "ends_assignment", UnitStatus),
        sendable=_chosen(unit, "sendable", UnitStatus),
        divertible=_chosen(unit, "divertible", UnitStatus),
        ended=_chosen(incident, "ended", IncidentState),
        unit_severity=_ranks(unit, UnitStatus),
        incident_severity=_ranks(incident, IncidentState),
        stale_after_s=_seconds(position, "stale_after_s"),
        penalty_s=_seconds(position, "penalty_s"),
        at_station_m=_given(position, "at_station_m", position.number("at_station_m", 0, 100_000)),
    )
    _check(rules, tables)
    return rules


def _check(rules: StatusRules, tables: Mapping[str, Item]) -> None:
    """Refuse rules that contradict each other, and statuses that nothing leads out of."""
    unit = tables["unit"]
    for status in UnitStatus:
        if status in rules.needs_assignment and status in rules.ends_assignment:
            raise unit.fault("ends_assignment", say("“{status}” both needs and ends an assignment", status=status.value))
        if status in rules.sendable and UnitStatus.DISPATCHED not in rules.unit_next[status]:
            raise unit.fault("sendable", say("who is “{status}” may be sent, but no step leads from there to dispatched", status=status.value))
        if not _leads(rules.unit_next, status, {UnitStatus.AVAILABLE}):
            raise tables["unit.next"].fault(status.value, say("no steps lead from “{status}” back to available", status=status.value))
    for state in IncidentState:
        if not _leads(rules.incident_next, state, rules.ended):
            raise tables["incident.next"].fault(state.value, say("no steps lead from “{status}” to an end", status=state.value))


def _leads(steps: Mapping[S, frozenset[S]], start: S, ends: Collection[S]) -> bool:
    seen, waiting = {start}, [start]
    while waiting:
        here = waiting.pop()
        if here in ends:
            return True
        waiting += steps[here] - seen
        seen |= steps[here]
    return False


def _steps(item: Item, kind: type[S]) -> dict[S, frozenset[S]]:
    item.only(*(one.value for one in kind))
    return {one: _chosen(item, one.value, kind) for one in kind}


def _chosen(item: Item, name: str, kind: type[S]) -> frozenset[S]:
    _given(item, name, item.raw.get(name))
    return frozenset(kind(text) for text in item.texts(name, {one.value for one in kind}, say("status")))


def _ranks(item: Item, kind: type[S]) -> dict[S, int]:
    order = item.texts("severity", {one.value for one in kind}, say("status"))
    wrong = next((one.value for one in kind if order.count(one.value) != 1), None)
    if wrong is not None:
        raise item.fault("severity", say("“{status}” must stand there once", status=wrong))
    return {one: order.index(one.value) for one in kind}


def _seconds(item: Item, name: str) -> float:
    return _given(item, name, item.number(name, 0, 86_400))


def _given(item: Item, name: str, value: T | None) -> T:
    if value is None:
        raise item.fault(name, say("{name} is missing", name=name))
    return value


@lru_cache(maxsize=1)
def default_rules() -> StatusRules:
    """Return the shipped rules."""
    return load_rules(assets_dir() / "catalogue" / RULES_FILE)


def check_order(rules: StatusRules, text: str) -> None:
    """Raise `KnownError` naming the line of a rules file's `text` that changes the order in which conflicts are shown.

    Desks fold the log into one picture, whatever catalogue each has in force: so that order is the program's own.
    """
    own = default_rules()
    for section, same in (("unit", rules.unit_severity == own.unit_severity), ("incident", rules.incident_severity == own.incident_severity)):
        if not same:
            lines = text.partition(f"[{section}]")[0].count("\n") + 1
            after = text.partition(f"[{section}]")[2].splitlines()
            line = lines + next((n for n, one in enumerate(after) if one.lstrip().startswith("severity")), 0)
            raise KnownError(
                "{file}, line {line}, severity: this order settles conflicts alike at every desk and is the program's own; put it back as it was.",
                file=RULES_FILE,
                line=line,
            )


def unit_may_become(old: UnitStatus, new: UnitStatus) -> bool:
    """Return whether `new` is a legal successor of `old` under the shipped rules."""
    return new in default_rules().unit_next[old]


def severity(status: UnitStatus | IncidentState) -> int:
    """Return how grave a status or state is; the graver is shown while two desks disagree."""
    rules = default_rules()
    return rules.unit_severity[status] if isinstance(status, UnitStatus) else rules.incident_severity[status]
