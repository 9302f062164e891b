"""Unit status and incident state: the legal steps, read from the table in `assets/catalogue/status_rules.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from commandcenter.model.assets import assets_dir
from commandcenter.model.errors import KnownError, Refused
from commandcenter.model.words import IncidentState, UnitStatus

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
    """Read a rules file; `KnownError` naming the file and the fault when it is not a complete table."""
    try:
        with path.open("rb") as file:
            raw = tomllib.load(file)
        unit, incident, position = raw["unit"], raw["incident"], raw["position"]
        return StatusRules(
            unit_next={s: frozenset(UnitStatus(n) for n in unit["next"][s.value]) for s in UnitStatus},
            incident_next={s: frozenset(IncidentState(n) for n in incident["next"][s.value]) for s in IncidentState},
            needs_assignment=frozenset(UnitStatus(s) for s in unit["needs_assignment"]),
            ends_assignment=frozenset(UnitStatus(s) for s in unit["ends_assignment"]),
            sendable=frozenset(UnitStatus(s) for s in unit["sendable"]),
            divertible=frozenset(UnitStatus(s) for s in unit["divertible"]),
            ended=frozenset(IncidentState(s) for s in incident["ended"]),
            unit_severity={s: unit["severity"].index(s.value) for s in UnitStatus},
            incident_severity={s: incident["severity"].index(s.value) for s in IncidentState},
            stale_after_s=float(position["stale_after_s"]),
            penalty_s=float(position["penalty_s"]),
            at_station_m=float(position["at_station_m"]),
        )
    except OSError as error:
        raise KnownError("The status rules {file} cannot be read: {why}.", file=path.name, why=error.strerror or str(error)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, ValueError, TypeError, AttributeError) as error:
        raise KnownError("The status rules {file} are not valid: {why}.", file=path.name, why=str(error)) from error
    except KeyError as error:
        raise KnownError("The status rules {file} lack the entry {entry}.", file=path.name, entry=str(error.args[0])) from error


@lru_cache(maxsize=1)
def default_rules() -> StatusRules:
    """Return the shipped rules."""
    return load_rules(assets_dir() / "catalogue" / RULES_FILE)


def unit_may_become(old: UnitStatus, new: UnitStatus) -> bool:
    """Return whether `new` is a legal successor of `old` under the shipped rules."""
    return new in default_rules().unit_next[old]


def severity(status: UnitStatus | IncidentState) -> int:
    """Return how grave a status or state is; the graver is shown while two desks disagree."""
    rules = default_rules()
    return rules.unit_severity[status] if isinstance(status, UnitStatus) else rules.incident_severity[status]
