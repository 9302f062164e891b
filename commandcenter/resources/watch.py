"""When something becomes an alarm, how bad it is and who is called, read from `assets/catalogue/watch.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from commandcenter.model.assets import assets_dir
from commandcenter.model.errors import KnownError
from commandcenter.model.sentences import say
from commandcenter.resources.tables import Item, read_toml

WATCH_FILE = "watch.toml"
LONGEST_S = 86_400


class AlarmKind(StrEnum):
    """What an alarm is about."""

    MAYDAY = "mayday"
    PEOPLE_MISSING = "people_missing"
    ROLL_CALL_SILENT = "roll_call_silent"
    DOUBLE_BOOKED = "double_booked"
    CALL_WAITING = "call_waiting"
    ORDER_REFUSED = "order_refused"
    ORDER_UNANSWERED = "order_unanswered"
    TURNOUT_LATE = "turnout_late"
    CONTACT_LATE = "contact_late"
    TIMER_DUE = "timer_due"
    DISAGREEMENT = "disagreement"
    STOCK_SHORT = "stock_short"
    PLACES_SHORT = "places_short"
    COVER_FALLEN = "cover_fallen"
    RIGHTS_RECOVERED = "rights_recovered"


_LATER = frozenset({AlarmKind.RIGHTS_RECOVERED, AlarmKind.COVER_FALLEN})
"""Kinds that came after agencies had files of their own: where those say nothing of them, the shipped rule holds."""


@dataclass(frozen=True, slots=True)
class AlarmRule:
    """One kind of alarm. Times in seconds."""

    urgency: int
    after_s: tuple[int, int, int, int, int]
    """By priority of the incident, 1 to 5."""
    escalate_after_s: int
    escalate_to: str
    again_after_s: int
    sound: str

    def after_ms(self, priority: int = 1) -> int:
        """Return how long after its cause the alarm begins."""
        return 1000 * self.after_s[min(max(priority, 1), 5) - 1]


WatchRules = Mapping[AlarmKind, AlarmRule]


def load_watch(path: Path) -> WatchRules:
    """Read a watch file; `KnownError` names file, line and key of the first fault, or the kind that has no rule."""
    other, items = read_toml(path, "alarm")
    if other:
        raise KnownError("{file}: “{name}” is not known here.", file=path.name, name=next(iter(other)))
    rules: dict[AlarmKind, AlarmRule] = {}
    for item in items:
        item.only("kind", "urgency", "after_s", "escalate_after_s", "escalate_to", "again_after_s", "sound")
        kind = item.text("kind")
        if kind not in set(AlarmKind):
            raise item.fault("kind", say("there is no {what} “{value}”", what=say("kind of alarm"), value=kind))
        if kind in rules:
            raise item.fault("kind", say("“{value}” stands here twice", value=kind))
        rules[AlarmKind(kind)] = AlarmRule(
            urgency=_whole(item, "urgency", 0, 9),
            after_s=_by_priority(item),
            escalate_after_s=_whole(item, "escalate_after_s", 0, LONGEST_S),
            escalate_to=item.text("escalate_to"),
            again_after_s=_whole(item, "again_after_s", 1, LONGEST_S),
            sound=str(item.raw.get("sound", "")),
        )
    if not rules.keys() >= _LATER:
        shipped = load_watch(assets_dir() / "catalogue" / WATCH_FILE)
        rules = {**{kind: shipped[kind] for kind in _LATER}, **rules}
    lacking = next((kind for kind in AlarmKind if kind not in rules), None)
    if lacking is not None:
        raise KnownError("{file}: there is no rule for the alarm “{kind}”.", file=path.name, kind=lacking.value)
    return rules


def _whole(item: Item, name: str, least: int, most: int) -> int:
    value = item.whole(name, least, most)
    if value is None:
        raise item.fault(name, say("{name} is missing", name=name))
    return value


def _by_priority(item: Item) -> tuple[int, int, int, int, int]:
    value = item.raw.get("after_s")
    numbers = value if isinstance(value, list) else [value] * 5
    if len(numbers) != 5 or not all(type(number) is int and 0 <= number <= LONGEST_S for number in numbers):
        raise item.fault("after_s", say("after_s must be a number of seconds, or five of them by priority"))
    first, second, third, fourth, fifth = (int(number) for number in numbers if number is not None)
    return first, second, third, fourth, fifth
