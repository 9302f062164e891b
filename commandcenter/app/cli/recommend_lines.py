"""A recommendation, and where people and engine differ, as lines of a terminal in a language of choice."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from commandcenter.dispatch.differences import Difference, Report
from commandcenter.dispatch.goods_advised import Goods
from commandcenter.dispatch.recommendation import Recommendation, Unfilled
from commandcenter.dispatch.slots import Counted, counted_of
from commandcenter.model.sentences import Sentence, say
from commandcenter.picture.decisions import MOVE
from commandcenter.resources.amounts import amount
from commandcenter.resources.catalogue import Catalogue
from commandcenter.resources.terms import Term

Speak = Callable[[Sentence], str]
"""Says a sentence in the language of the terminal."""


def answer_lines(answer: Recommendation, catalogue: Catalogue, speak: Speak) -> Iterator[str]:
    """Yield who should go and with what, what nobody fills, who was not chosen, and what else there is to know."""
    for unit in answer.units:
        way = speak(say("{km} km  {minutes} min", km=f"{unit.distance_m / 1000:6.1f}", minutes=f"{unit.eta_s / 60:5.1f}"))
        yield f"{unit.rank:>2}  {unit.callsign:<8} {way}  {speak(unit.reason)}"
    for source in answer.supplies:
        goods = say(
            "{depot}: {quantity} × {item}, {km} km", depot=source.depot, **_goods(catalogue, source.item, source.quantity), km=_km(source.distance_m)
        )
        yield f"    {speak(goods)}"
    for need in answer.unfilled:
        yield f" !  {speak(_missing(need, catalogue))}: {speak(need.reason)}"
    for rejection in answer.rejected:
        yield f" –  {rejection.callsign:<8} {speak(rejection.reason)}"
    for note in answer.notes:
        yield f" i  {speak(note)}"


def report_lines(report: Report, catalogue: Catalogue, speak: Speak) -> Iterator[str]:
    """Yield how often people followed the engine, and each time that they did not, with the reason."""
    yield speak(
        say(
            "{followed} recommendations sent as they were, {changed} changed, {hand} units sent by hand",
            followed=report.followed,
            changed=len(report.overridden),
            hand=len(report.by_hand),
        )
    )
    for one in (*report.overridden, *report.by_hand):
        yield f"{one.number:>6}  {_difference(one, catalogue, speak)}: {one.reason or '–'}"


def _difference(one: Difference, catalogue: Catalogue, speak: Speak) -> str:
    kind = say("move for coverage") if one.type == MOVE else catalogue.types.get(one.type, one.type)
    facts = {"kind": kind, "sent": ", ".join(one.sent), "advised": ", ".join(one.advised)}
    said = speak(say("{kind}: {sent} by hand", **facts) if one.decision is None else say("{kind}: {sent} instead of {advised}", **facts))
    goods = [_signed("−", g, catalogue, speak) for g in one.goods_left_out] + [_signed("+", g, catalogue, speak) for g in one.goods_added]
    said += f" ({', '.join(goods)})" if goods else ""
    return said if one.later_s is None else f"{said} ({speak(say('{minutes} min', minutes=f'{one.later_s / 60:+.1f}'))})"


def _signed(sign: str, goods: Goods, catalogue: Catalogue, speak: Speak) -> str:
    return sign + speak(say("{quantity} × {item}", **_goods(catalogue, goods.item, goods.quantity)))


def _goods(catalogue: Catalogue, item: str, quantity: int) -> dict[str, object]:
    return {"item": catalogue.item(item), "quantity": quantity}


def _missing(need: Unfilled, catalogue: Catalogue) -> Sentence:
    """Return how much of what is missing: units, people, goods, or an amount with its measure."""
    counted = counted_of(need.slot)
    what: Term = catalogue.capability(need.capability) if need.capability in catalogue.capabilities else catalogue.item(need.capability)
    if counted is Counted.AMOUNT:
        return say("{amount} missing: {what}", amount=amount(need.missing, catalogue.capability(need.capability).unit), what=what)
    if counted is Counted.PEOPLE:
        return say("{n} people missing: {what}", n=need.missing, what=what)
    return say("{n} missing: {what}", n=need.missing, what=what)


def _km(metres: float) -> str:
    return f"{metres / 1000:.1f}"
