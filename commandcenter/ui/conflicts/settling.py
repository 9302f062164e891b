"""What a person can do about a conflict: keep one value, keep what all say together, ask those who wrote them. No widget."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from commandcenter.model.commands import Command, EndReservation, ResolveConflict, SendMessage
from commandcenter.model.entries import Key, Kind, Value
from commandcenter.model.field_words import STOCK
from commandcenter.model.ids import Id
from commandcenter.model.sentences import Sentence, say
from commandcenter.picture.views import ConflictView
from commandcenter.ui.conflicts.words import subject_words, value_words
from commandcenter.ui.i18n.tr import mark, tr
from commandcenter.ui.ports import DeskPort

JOINED = ("text", "address", "name")
"""Fields whose texts may both be kept, one behind the other."""
TOGETHER = frozenset({"capabilities", "services", "members", "answers"})
"""Fields that hold sets or lists: what any desk says of them can hold at once."""
NO_VALUES = mark("Two desks disagree: {what}. What is right?")
SETTLED = say("Settled; both values stay in the log")


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to settle it."""

    words: str
    """What stands then, in the language in force."""
    command: Command | None
    """`None` where this value can no longer be chosen."""
    said: Sentence = SETTLED
    author: Id | None = None
    ms: int = 0


@dataclass(frozen=True, slots=True)
class Dispute:
    """A conflict with all that can be done about it."""

    key: Key
    subject: str
    """What it is about, in the language in force."""
    picks: Sequence[Choice]
    """One for each value, the shown one first; of stock promised twice, which promise is given back."""
    together: Choice | None
    """What all say at once; `None` where only one can be true."""
    ask: Command | None


def is_medical(key: Key) -> bool:
    """Return whether a register holds what only some roles may see."""
    return key.kind == Kind.INCIDENT and key.field == "answers"


def dispute_of(desk: DeskPort, conflict: ConflictView, *, medical: bool) -> Dispute:
    """Return what can be done about a conflict; `medical`: who looks may see medical data."""
    key, stock = conflict.key, conflict.key.field.startswith(STOCK)
    if is_medical(key) and not medical:
        return Dispute(key, subject_words(desk, key), [Choice(tr("answers withheld"), None)], None, _question(desk, conflict, ()))
    picks = [_pick(desk, conflict, value, author, stamp.ms) for _, author, stamp, value in conflict.values]
    value = None if stock else merged(key.field, [value for _, _, _, value in reversed(conflict.values)])
    together = None if value is None else Choice(value_words(desk, key, value), resolve(conflict, value))
    return Dispute(key, subject_words(desk, key), picks, together, _question(desk, conflict, () if is_medical(key) else picks))


def merged(field: str, values: Sequence[Value]) -> Value:
    """Return a value that holds all that is said of a field, earliest first; `None` where only one of the values can be true."""
    if field in JOINED:
        texts = dict.fromkeys(str(value) for value in values if value)
        return " / ".join(texts) if len(texts) > 1 else None
    if field not in TOGETHER:
        return None
    if all(isinstance(value, Mapping) for value in values):
        return _maps([value for value in values if isinstance(value, Mapping)])
    lists = [value for value in values if isinstance(value, list | tuple)]
    return _lists(lists) if len(lists) == len(values) else None


def _lists(lists: Sequence[Sequence[Value]]) -> Value:
    return sorted({str(item) for one in lists for item in one})


def _maps(maps: Sequence[Mapping[str, Value]]) -> Value:
    """Return the union of maps: of numbers the larger one, of lists all members; `None` where two say different texts of one thing."""
    found: dict[str, Value] = {}
    for one in maps:
        for name, value in one.items():
            there = found.get(name, value)
            if isinstance(value, list | tuple) and isinstance(there, list | tuple):
                found[name] = _lists([there, value])
            elif isinstance(value, int) and isinstance(there, int):
                found[name] = max(there, value)
            elif there == value:
                found[name] = value
            else:
                return None
    return found


def resolve(conflict: ConflictView, value: Value) -> ResolveConflict:
    """Return what settles a conflict with a value, over all heads that were shown."""
    return ResolveConflict(conflict.key, value, tuple(entry for entry, _, _, _ in conflict.values))


def _pick(desk: DeskPort, conflict: ConflictView, value: Value, author: Id, ms: int) -> Choice:
    words = value_words(desk, conflict.key, value)
    if conflict.key.field.startswith(STOCK):
        return Choice(words, _give_back(desk, value), say("Given back"), author, ms)
    return Choice(words, resolve(conflict, value), SETTLED, author, ms)


def _question(desk: DeskPort, conflict: ConflictView, picks: Sequence[Choice]) -> Command:
    """Return the message that asks: it names who says what; it stands at every desk, with the incident or the unit that it is about."""
    key, picture = conflict.key, desk.picture
    values = "; ".join(f"{_name(desk, one.author)}: {one.words}" for one in picks)
    what = subject_words(desk, key)
    text = tr("Two desks disagree: {what}. {values}. What is right?", what=what, values=values) if values else tr(NO_VALUES, what=what)
    unit = picture.unit(key.entity) if key.kind == Kind.UNIT else None
    if unit is not None:
        return SendMessage(text, unit.incident, unit.id)
    incident = picture.incident(key.entity) if key.kind == Kind.INCIDENT else None
    return SendMessage(text, incident.id if incident is not None else None)


def _name(desk: DeskPort, author: Id | None) -> str:
    return (desk.picture.operator_name(author) if author is not None else "") or tr("an unknown operator")


def _give_back(desk: DeskPort, value: Value) -> Command | None:
    """Return what ends the reservation that a value writes."""
    wanted = dict(value) if isinstance(value, dict) else {}
    for promise in desk.picture.reservations():
        facts = {"depot": promise.depot, "item": promise.item, "quantity": promise.quantity, "incident": promise.incident}
        if promise.state == "open" and facts == wanted:
            return EndReservation(promise.id, delivered=False)
    return None
