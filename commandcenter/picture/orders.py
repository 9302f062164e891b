"""Orders, roll-calls, timers and answered alarms as they are shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from commandcenter.model.entries import Kind, Value
from commandcenter.model.ids import Id
from commandcenter.model.words import OrderState
from commandcenter.picture.fields import as_int, as_mapping, as_text, as_word
from commandcenter.picture.kept import Kept
from commandcenter.picture.state import State

ANSWER = "answer:"
"""The field of a unit's answer begins with this; the unit's id follows."""
BACK = "back:"
"""The field that says when a unit read an order back begins with this; the unit's id follows."""


@dataclass(frozen=True, slots=True)
class OrderAnswer:
    """How far one unit is with an order."""

    state: OrderState
    ms: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class OrderView:
    """An order with the answer of each unit; a unit that has not answered stands at `sent`."""

    id: Id
    text: str
    incident: Id | None
    by: Id
    sent_ms: int
    urgent: bool
    answers: Mapping[Id, OrderAnswer]
    withdrawn: str | None = None
    """Why it was taken back; `None` while it stands."""
    read_back: Mapping[Id, int] = field(default_factory=dict)
    """Unit → when it had repeated the order and the check word was right, ms."""
    decision: Id | None = None
    """The decision that it came of; `None`: an order by itself."""

    @property
    def open(self) -> bool:
        """Return whether some unit has still to do something."""
        return self.withdrawn is None and any(a.state not in (OrderState.DONE, OrderState.REFUSED) for a in self.answers.values())

    def unanswered(self) -> tuple[Id, ...]:
        """Return the units that have neither accepted nor refused."""
        waiting = (OrderState.SENT, OrderState.READ)
        return () if self.withdrawn is not None else tuple(unit for unit, answer in self.answers.items() if answer.state in waiting)


@dataclass(frozen=True, slots=True)
class RollCallView:
    """A roll-call of the units at an incident: how many people each has, and how many it should have."""

    id: Id
    incident: Id
    started_ms: int
    expected: Mapping[Id, int]
    answers: Mapping[Id, tuple[int, int]]
    """Unit → (persons, ms)."""
    ended_ms: int | None = None

    @property
    def open(self) -> bool:
        """Return whether it goes on."""
        return self.ended_ms is None

    def silent(self) -> tuple[Id, ...]:
        """Return the units that have not answered."""
        return tuple(unit for unit in self.expected if unit not in self.answers)

    def missing(self) -> Mapping[Id, int]:
        """Return how many people are missing, of units that have answered."""
        short = {unit: self.expected[unit] - persons for unit, (persons, _) in self.answers.items() if unit in self.expected}
        return {unit: count for unit, count in short.items() if count > 0}


@dataclass(frozen=True, slots=True)
class TimerView:
    """Something to be reminded of."""

    id: Id
    text: str
    due_ms: int
    incident: Id | None
    by: Id
    done: bool
    set_ms: int = 0
    """When it was set, by the same clock as `due_ms`; 0: it was set before that was kept."""


@dataclass(frozen=True, slots=True)
class AlarmAnswerView:
    """Who has an alarm in hand."""

    by: Id
    ms: int
    text: str = ""


class DutyBook:
    """Orders, roll-calls, timers and answered alarms."""

    def __init__(self, state: State) -> None:
        """Read this state."""
        self._orders = Kept(state, Kind.ORDER, order_view, lambda view: (view.sent_ms, view.id))
        self._roll_calls = Kept(state, Kind.ROLL_CALL, roll_call_view, lambda view: (view.started_ms, view.id))
        self._timers = Kept(state, Kind.TIMER, timer_view, lambda view: (view.due_ms, view.id))
        self._alarm_answers = Kept(state, Kind.ALARM, alarm_answer_view, lambda view: (view.ms,))
        self.drops: Mapping[str, Callable[[set[Id]], None]] = {
            Kind.ORDER: self._orders.drop,
            Kind.ROLL_CALL: self._roll_calls.drop,
            Kind.TIMER: self._timers.drop,
            Kind.ALARM: self._alarm_answers.drop,
        }

    def order(self, order_id: Id) -> OrderView | None:
        """Return one order."""
        return self._orders.get(order_id)

    def orders(self) -> tuple[OrderView, ...]:
        """Return all orders, oldest first."""
        return self._orders.all()

    def roll_call(self, roll_call_id: Id) -> RollCallView | None:
        """Return one roll-call."""
        return self._roll_calls.get(roll_call_id)

    def roll_calls(self) -> tuple[RollCallView, ...]:
        """Return all roll-calls, ended ones too, oldest first."""
        return self._roll_calls.all()

    def timer(self, timer_id: Id) -> TimerView | None:
        """Return one timer."""
        return self._timers.get(timer_id)

    def timers(self) -> tuple[TimerView, ...]:
        """Return all timers, done ones too, by when they are due."""
        return self._timers.all()

    def alarm_answer(self, alarm_id: Id) -> AlarmAnswerView | None:
        """Return who has an alarm in hand."""
        return self._alarm_answers.get(alarm_id)


def order_view(state: State, id_: Id) -> OrderView | None:
    """Return an order; `None` before its text is known."""
    fields = state.fields(Kind.ORDER, id_)
    body = fields.mapping("body")
    if "text" not in body:
        return None
    units = body.get("units")
    named = [Id(unit) for unit in units if isinstance(unit, str)] if isinstance(units, list | tuple) else []
    return OrderView(
        id=id_,
        text=as_text(body.get("text")),
        incident=_id(body.get("incident")),
        by=Id(as_text(body.get("by"))),
        sent_ms=as_int(body.get("ms")),
        urgent=body.get("urgent") is True,
        answers={unit: _answer(fields.value(ANSWER + unit), as_int(body.get("ms"))) for unit in named},
        withdrawn=as_text(fields.mapping("withdrawn").get("reason")) if fields.mapping("withdrawn") else None,
        decision=_id(body.get("decision")),
        read_back={Id(unit): as_int(as_mapping(value).get("ms")) for unit, value in fields.starting(BACK).items()},
    )


def roll_call_view(state: State, id_: Id) -> RollCallView | None:
    """Return a roll-call; `None` before its incident is known."""
    fields = state.fields(Kind.ROLL_CALL, id_)
    what = fields.mapping("what")
    incident = _id(what.get("incident"))
    if incident is None:
        return None
    expected = {Id(unit): as_int(crew) for unit, crew in as_mapping(what.get("units")).items()}
    answered = {unit: as_mapping(fields.value(ANSWER + unit)) for unit in expected}
    ended = fields.mapping("ended")
    return RollCallView(
        id=id_,
        incident=incident,
        started_ms=as_int(what.get("ms")),
        expected=expected,
        answers={unit: (as_int(value.get("persons")), as_int(value.get("ms"))) for unit, value in answered.items() if value},
        ended_ms=as_int(ended.get("ms")) if ended else None,
    )


def timer_view(state: State, id_: Id) -> TimerView | None:
    """Return a timer; `None` before it is known."""
    fields = state.fields(Kind.TIMER, id_)
    what = fields.mapping("what")
    if "due" not in what:
        return None
    return TimerView(
        id=id_,
        text=as_text(what.get("text")),
        due_ms=as_int(what.get("due")),
        incident=_id(what.get("incident")),
        by=Id(as_text(what.get("by"))),
        done=fields.flag("done"),
        set_ms=as_int(what.get("ms")),
    )


def alarm_answer_view(state: State, id_: Id) -> AlarmAnswerView | None:
    """Return who has an alarm in hand; `None` while nobody has."""
    answer = state.fields(Kind.ALARM, id_).mapping("answer")
    return AlarmAnswerView(Id(as_text(answer.get("by"))), as_int(answer.get("ms")), as_text(answer.get("text"))) if answer else None


def _answer(value: Value, sent_ms: int) -> OrderAnswer:
    said = as_mapping(value)
    if not said:
        return OrderAnswer(OrderState.SENT, sent_ms)
    return OrderAnswer(as_word(said.get("state"), OrderState, OrderState.READ), as_int(said.get("ms")), as_text(said.get("reason")))


def _id(value: Value) -> Id | None:
    return Id(value) if isinstance(value, str) and value else None
