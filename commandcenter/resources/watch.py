"""When something becomes an alarm, how bad it is and who is called, read from `assets/catalogue/watch.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from commandcenter.model.assets import assets_dir
from commandcenter.model.errors import KnownError
from commandcenter.model.sentences import say
from commandcenter.model.words import UnitStatus
from commandcenter.resources.tables import Item, read_toml

WATCH_FILE = "watch.toml"
LONGEST_S = 86_400


Times = tuple[int, int, int, int, int]
"""Seconds by priority of the incident, 1 to 5."""


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
    NOT_SENT = "not_sent"
    RIGHTS_RECOVERED = "rights_recovered"
    ROLL_CALL_DUE = "roll_call_due"
    CALLBACK_DUE = "callback_due"


_LATER = frozenset({AlarmKind.RIGHTS_RECOVERED, AlarmKind.COVER_FALLEN, AlarmKind.NOT_SENT, AlarmKind.ROLL_CALL_DUE, AlarmKind.CALLBACK_DUE})
"""Kinds that came after agencies had files of their own: where those say nothing of them, the shipped rule holds."""


@dataclass(frozen=True, slots=True)
class AlarmRule:
    """One kind of alarm. Times in seconds."""

    urgency: int
    after_s: Times
    """By priority of the incident, 1 to 5."""
    escalate_after_s: int
    escalate_to: str
    again_after_s: int
    sound: str

    by_status: Mapping[UnitStatus, Times] = field(default_factory=dict)
    """Of an alarm about a unit that was not heard of: the statuses in which it must be heard, each with its own times."""
    types: tuple[str, ...] = ()
    """Of an alarm about dangerous work: what the codes of such incident types begin with."""

    def after_ms(self, priority: int = 1, status: UnitStatus | None = None) -> int:
        """Return how long after its cause the alarm begins; of a unit in a status that has times of its own, those hold."""
        times = self.after_s if status is None else self.by_status.get(status, self.after_s)
        return 1000 * times[min(max(priority, 1), 5) - 1]


WatchRules = Mapping[AlarmKind, AlarmRule]


def load_watch(path: Path) -> WatchRules:
    """Read a watch file; `KnownError` names file, line and key of the first fault, or the kind that has no rule."""
    other, items = read_toml(path, "alarm")
    if other:
        raise KnownError("{file}: “{name}” is not known here.", file=path.name, name=next(iter(other)))
    rules: dict[AlarmKind, AlarmRule] = {}
    for item in items:
        item.only("kind", "urgency", "after_s", "escalate_after_s", "escalate_to", "again_after_s", "sound", "by_status", "types")
        kind = item.text("kind")
        if kind not in set(AlarmKind):
            raise item.fault("kind", say("there is no {what} “{value}”", what=say("kind of alarm"), value=kind))
        if kind in rules:
            raise item.fault("kind", say("“{value}” stands here twice", value=kind))
        rules[AlarmKind(kind)] = AlarmRule(
            urgency=_whole(item, "urgency", 0, 9),
            after_s=_by_priority(item, "after_s", item.raw.get("after_s")),
            escalate_after_s=_whole(item, "escalate_after_s", 0, LONGEST_S),
            escalate_to=item.text("escalate_to"),
            again_after_s=_whole(item, "again_after_s", 1, LONGEST_S),
            sound=str(item.raw.get("sound", "")),
            by_status=_by_status(item, AlarmKind(kind)),
            types=_types(item),
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


def _by_status(item: Item, kind: AlarmKind) -> Mapping[UnitStatus, Times]:
    """Return the statuses that a file names, each with its times; a file of before they could be named means those on scene."""
    named = item.raw.get("by_status")
    if named is None:
        return {UnitStatus.ON_SCENE: _by_priority(item, "after_s", item.raw.get("after_s"))} if kind is AlarmKind.CONTACT_LATE else {}
    if kind is not AlarmKind.CONTACT_LATE or not isinstance(named, Mapping):
        raise item.fault("by_status", say("by_status stands at contact_late only, a table of statuses with their times"))
    unknown = next((status for status in named if status not in set(UnitStatus)), None)
    if unknown is not None:
        raise item.fault("by_status", say("there is no {what} “{value}”", what=say("status"), value=unknown))
    return {UnitStatus(status): _by_priority(item, "by_status", times) for status, times in named.items()}


def _types(item: Item) -> tuple[str, ...]:
    named = item.raw.get("types", [])
    if not isinstance(named, list) or not all(isinstance(one, str) and one for one in named):
        raise item.fault("types", say('types must be a list of texts, e.g. ["fire", "hazmat"]'))
    return tuple(str(one) for one in named)


def _by_priority(item: Item, name: str, value: object) -> Times:
    numbers = value if isinstance(value, list) else [value] * 5
    whole = [number for number in numbers if type(number) is int and 0 <= number <= LONGEST_S]
    if len(numbers) != 5 or len(whole) != 5:
        raise item.fault(name, say("{name} must be a number of seconds, or five of them by priority", name=name))
    first, second, third, fourth, fifth = whole
    return first, second, third, fourth, fifth
