"""Where people and engine differ: every decision beside what was recommended, with the reason that was given."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from commandcenter.dispatch.goods_advised import Goods, beyond, goods_of, goods_shown, named, rows_of
from commandcenter.model.entries import Value
from commandcenter.model.ids import Id
from commandcenter.picture.decisions import MOVE, DecisionView
from commandcenter.picture.picture import Picture
from commandcenter.picture.views import AssignmentView


@dataclass(frozen=True, slots=True)
class Difference:
    """One decision. Callsigns, in the order of the screen."""

    decision: Id | None
    """`None`: a unit was sent by hand, without a recommendation."""
    incident: Id | None
    """`None`: it was about a move for coverage; then `advised` and `sent` are units with their stations."""
    number: str
    type: str
    wall_ms: int
    by: str
    """The operator's name."""
    advised: tuple[str, ...]
    sent: tuple[str, ...]
    left_out: tuple[str, ...]
    added: tuple[str, ...]
    goods_advised: tuple[Goods, ...]
    goods_sent: tuple[Goods, ...]
    bindings: tuple[str, ...]
    """What had decided for those who were left out, see `Binding`."""
    later_s: float | None
    """How much later the first who was sent would be there than the first who was advised, as it was known then; `None`: not known."""
    reason: str

    @property
    def differs(self) -> bool:
        """Return whether other units or other goods were sent than advised."""
        return bool(self.left_out or self.added or self.goods_left_out or self.goods_added)

    @property
    def goods_left_out(self) -> tuple[Goods, ...]:
        """Return what was advised and not promised."""
        return beyond(self.goods_advised, self.goods_sent)

    @property
    def goods_added(self) -> tuple[Goods, ...]:
        """Return what was promised and not advised."""
        return beyond(self.goods_sent, self.goods_advised)


@dataclass(frozen=True, slots=True)
class Report:
    """All of it."""

    decisions: tuple[Difference, ...]
    """Oldest first; with those by hand."""

    @property
    def followed(self) -> int:
        """Return how many recommendations were sent as they were."""
        return sum(d.decision is not None and not d.differs for d in self.decisions)

    @property
    def overridden(self) -> tuple[Difference, ...]:
        """Return the recommendations that were changed."""
        return tuple(d for d in self.decisions if d.decision is not None and d.differs)

    @property
    def by_hand(self) -> tuple[Difference, ...]:
        """Return what was sent without a recommendation."""
        return tuple(d for d in self.decisions if d.decision is None)

    def by_type(self) -> dict[str, int]:
        """Return how many recommendations were changed, by incident type, most first."""
        return dict(Counter(d.type for d in self.overridden).most_common())

    def by_reason(self) -> dict[str, int]:
        """Return how many were changed, by reason as written, most first."""
        return dict(Counter(d.reason.strip().casefold() for d in self.overridden).most_common())


def differences(picture: Picture) -> Report:
    """Return every decision of an operation beside its recommendation. Call it in the picture's thread."""
    decisions = [_of_move(picture, one) if one.move else _of_decision(picture, one) for one in picture.decisions()]
    alone = [_by_hand(picture, assignment) for assignment in _undecided(picture)]
    return Report(tuple(sorted((*decisions, *alone), key=lambda d: (d.wall_ms, d.number))))


def _undecided(picture: Picture) -> list[AssignmentView]:
    """Return the assignments that came of no decision. A decision sent each of its units once: of several times the one nearest to it.

    A duplicate's assignments go over to the incident it was merged into, so both are looked up under that one.
    """
    left: defaultdict[tuple[Id, Id], list[AssignmentView]] = defaultdict(list)
    for one in picture.assignments():
        left[_now_called(picture, one.incident), one.unit].append(one)
    for decision in picture.decisions():
        for unit, _ in decision.units if decision.incident is not None else ():
            mine = left[_now_called(picture, decision.incident or Id("")), unit]
            if mine:
                mine.remove(min(mine, key=lambda a: (abs(_sent_ms(a) - decision.wall_ms), a.id)))
    return [one for mine in left.values() for one in mine]


def _now_called(picture: Picture, incident_id: Id) -> Id:
    """Return the incident that an incident was merged into, through all merges; desks apart may have merged in a ring."""
    seen: set[Id] = set()
    found = picture.incident(incident_id)
    while found is not None and found.merged_into is not None and found.id not in seen:
        seen.add(found.id)
        incident_id = found.merged_into
        found = picture.incident(incident_id)
    return min(seen) if incident_id in seen else incident_id


def _sent_ms(assignment: AssignmentView) -> int:
    return min(assignment.times_ms.values(), default=0)


def report_json(report: Report) -> dict[str, Value]:
    """Return the report as plain values; keys are only ever added."""
    return {
        "decisions": len(report.decisions),
        "followed": report.followed,
        "overridden": len(report.overridden),
        "by_hand": len(report.by_hand),
        "by_type": report.by_type(),
        "by_reason": report.by_reason(),
        "rows": [_row(d) for d in report.decisions if d.differs],
    }


def _row(d: Difference) -> Value:
    return {
        "decision": d.decision,
        "incident": d.number,
        "type": d.type,
        "wall_ms": d.wall_ms,
        "by": d.by,
        "advised": list(d.advised),
        "sent": list(d.sent),
        "left_out": list(d.left_out),
        "added": list(d.added),
        "supplies_left_out": [_goods_row(goods) for goods in d.goods_left_out],
        "supplies_added": [_goods_row(goods) for goods in d.goods_added],
        "bindings": list(d.bindings),
        "later_s": None if d.later_s is None else round(d.later_s, 1),
        "reason": d.reason,
    }


def _goods_row(goods: Goods) -> Value:
    return {"depot_id": goods.depot, "depot": goods.name, "item": goods.item, "quantity": goods.quantity}


def _of_decision(picture: Picture, decision: DecisionView) -> Difference:
    rows = rows_of(decision.shown, "units")
    advised = {Id(str(row.get("unit_id"))): str(row.get("callsign", "")) for row in rows}
    sent = {unit: _callsign(picture, unit) for unit, _ in decision.units}
    eta_s = {Id(str(row.get("unit_id"))): row.get("eta_s") for row in (*rows, *rows_of(decision.shown, "rejected"))}
    left_out = [unit for unit in advised if unit not in sent] if rows else []
    goods_advised = goods_shown(decision.shown)
    incident = picture.incident(decision.incident or Id(""))
    return Difference(
        decision=decision.id,
        incident=decision.incident,
        number=incident.number if incident is not None else "?",
        type=incident.type if incident is not None else str(decision.shown.get("type", "")),
        wall_ms=decision.wall_ms,
        by=picture.operator_name(decision.by),
        advised=tuple(advised.values()),
        sent=tuple(sent.values()),
        left_out=tuple(advised[unit] for unit in left_out),
        added=tuple(sent[unit] for unit in sent if unit not in advised) if rows else (),
        goods_advised=named(picture, goods_advised),
        goods_sent=named(picture, Counter() if goods_advised is None else goods_of(decision.supplies)),
        bindings=tuple(str(row.get("binding", "")) for row in rows if row.get("unit_id") in left_out),
        later_s=_later_s(eta_s, list(advised), list(sent)),
        reason=decision.reason,
    )


def _of_move(picture: Picture, decision: DecisionView) -> Difference:
    """Return a move for coverage beside the suggested one; declined, where nobody was moved."""
    rows = rows_of(decision.shown, "units")
    advised = [(Id(str(row.get("unit_id"))), Id(str(row.get("station_id")))) for row in rows]
    sent = [(unit, decision.station) for unit, _ in decision.units if decision.station is not None]
    stations = {station.id: station.name for station in picture.stations()}

    def words(moves: Sequence[tuple[Id, Id]]) -> tuple[str, ...]:
        return tuple(f"{_callsign(picture, unit)} → {stations.get(station, '?')}" for unit, station in moves)

    return Difference(
        decision=decision.id,
        incident=None,
        number="",
        type=MOVE,
        wall_ms=decision.wall_ms,
        by=picture.operator_name(decision.by),
        advised=words(advised),
        sent=words(sent),
        left_out=words([one for one in advised if one not in sent]),
        added=words([one for one in sent if one not in advised]) if rows else (),
        goods_advised=(),
        goods_sent=(),
        bindings=tuple(str(row.get("binding", "")) for row, move in zip(rows, advised, strict=True) if move not in sent),
        later_s=None,
        reason=decision.reason,
    )


def _by_hand(picture: Picture, assignment: AssignmentView) -> Difference:
    incident = picture.incident(assignment.incident)
    callsign = _callsign(picture, assignment.unit)
    return Difference(
        decision=None,
        incident=assignment.incident,
        number=incident.number if incident is not None else "?",
        type=incident.type if incident is not None else "",
        wall_ms=_sent_ms(assignment),
        by=picture.operator_name(assignment.by),
        advised=(),
        sent=(callsign,),
        left_out=(),
        added=(callsign,),
        goods_advised=(),
        goods_sent=(),
        bindings=(),
        later_s=None,
        reason=assignment.reason,
    )


def _later_s(eta_s: Mapping[Id, Value], advised: Sequence[Id], sent: Sequence[Id]) -> float | None:
    def first(units: Sequence[Id]) -> float | None:
        known = [float(value) for unit in units if isinstance(value := eta_s.get(unit), int | float)]
        return min(known) if known and len(known) == len(units) else None

    soonest, instead = first(advised), first(sent)
    return None if soonest is None or instead is None else instead - soonest


def _callsign(picture: Picture, unit: Id) -> str:
    view = picture.unit(unit)
    return view.callsign if view is not None else "?"
