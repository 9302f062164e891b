"""One line of a roll-call for each unit that was asked, worst first. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.model.ids import Id
from commandcenter.monitor.causes import in_danger_since_ms
from commandcenter.picture.orders import RollCallView
from commandcenter.picture.picture import Picture
from commandcenter.picture.views import IncidentView
from commandcenter.resources.watch import AlarmKind, AlarmRule, WatchRules


@dataclass(frozen=True, slots=True)
class RollRow:
    """One unit."""

    unit: Id
    callsign: str
    expected: int
    counted: int | None
    """`None`: no answer yet."""
    answered_ms: int | None
    mayday: bool

    @property
    def missing(self) -> int:
        """Return how many people are missing, of a unit that has answered."""
        return max(0, self.expected - self.counted) if self.counted is not None else 0


@dataclass(frozen=True, slots=True)
class Roll:
    """A roll-call as the window shows it."""

    call: RollCallView
    rows: tuple[RollRow, ...]

    @property
    def answered(self) -> int:
        """Return how many units have answered."""
        return sum(row.counted is not None for row in self.rows)

    @property
    def counted(self) -> int:
        """Return how many people were counted."""
        return sum(row.counted or 0 for row in self.rows)

    @property
    def expected(self) -> int:
        """Return how many people there should be."""
        return sum(row.expected for row in self.rows)

    @property
    def complete(self) -> bool:
        """Return whether everybody is accounted for."""
        return all(row.counted is not None and not row.missing for row in self.rows)


def roll_of(picture: Picture, incident: Id | None) -> Roll | None:
    """Return the open roll-call of an incident, else its last one; `None` where there was none."""
    calls = [call for call in picture.duty.roll_calls() if call.incident == incident]
    call = next((call for call in calls if call.open), None) or max(calls, key=lambda call: call.started_ms, default=None)
    if call is None:
        return None
    rows = [_row(picture, call, unit) for unit in call.expected]
    return Roll(call, tuple(sorted(rows, key=lambda row: (not row.mayday, not row.missing, row.counted is not None, row.callsign))))


def due_ms(picture: Picture, incident: IncidentView, roll: Roll | None, rules: WatchRules) -> int | None:
    """Return when the next roll-call of an incident is due; `None` while one goes on, and where nobody works in danger."""
    rule = rules[AlarmKind.ROLL_CALL_DUE]
    since_ms = in_danger_since_ms(picture, incident, rule.types)
    if since_ms is None or (roll is not None and roll.call.open):
        return None
    return max(since_ms, (roll.call.ended_ms or 0) if roll is not None else 0) + rule.after_ms(incident.priority)


def called_role(roll: Roll, rules: WatchRules, now_ms: int) -> str:
    """Return the role that is to be called because units are silent or people missing for too long; empty: nobody yet."""
    if not roll.call.open:
        return ""
    missing_ms = [row.answered_ms for row in roll.rows if row.missing and row.answered_ms is not None]
    if missing_ms and _late(rules[AlarmKind.PEOPLE_MISSING], min(missing_ms), now_ms):
        return rules[AlarmKind.PEOPLE_MISSING].escalate_to
    silent = rules[AlarmKind.ROLL_CALL_SILENT]
    return silent.escalate_to if roll.call.silent() and _late(silent, roll.call.started_ms, now_ms) else ""


def _late(rule: AlarmRule, since_ms: int, now_ms: int) -> bool:
    return now_ms - since_ms >= rule.after_ms() + 1000 * rule.escalate_after_s


def _row(picture: Picture, call: RollCallView, unit_id: Id) -> RollRow:
    unit, answer = picture.unit(unit_id), call.answers.get(unit_id)
    callsign, mayday = (unit.callsign, unit.mayday_ms is not None) if unit is not None else ("–", False)
    counted, answered_ms = answer if answer is not None else (None, None)
    return RollRow(unit_id, callsign, call.expected[unit_id], counted, answered_ms, mayday)
