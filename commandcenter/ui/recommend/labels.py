"""What stands in a row of a recommendation beside its reason: painted, and said by a screen reader."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.dispatch.recommendation import Binding, RecommendedUnit, Rejection, SupplySource, Unfilled
from commandcenter.dispatch.slots import Counted, counted_of
from commandcenter.model.sentences import Sentence
from commandcenter.resources.amounts import amount
from commandcenter.resources.catalogue import Catalogue
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import spoken, tr
from commandcenter.ui.logistics_words import marked
from commandcenter.ui.recommend.bindings import BINDINGS
from commandcenter.ui.seat import Seat
from commandcenter.ui.type_names import capability_name, item_name, need_name
from commandcenter.ui.words import status_word


@dataclass(frozen=True, slots=True)
class Heads:
    """The first line of a row."""

    name: str
    """Left, in bold."""
    beside: str = ""
    right: tuple[str, ...] = ()


def heads_of(seat: Seat, content: RecommendedUnit | Rejection | SupplySource | Unfilled) -> Heads:
    """Return the first line of a row."""
    catalogue = seat.desk.catalogue
    match content:
        case RecommendedUnit():
            what = capability_name(catalogue, content.capability)
            decided = "" if content.binding is Binding.FIRST else " · " + tr(BINDINGS[content.binding])
            return Heads(f"{content.rank}  {_whose(seat, content)}", what + decided, _way(content))
        case Rejection():
            return Heads(_whose(seat, content), "", (formats.eta(content.eta_s),) if content.eta_s is not None else ())
        case SupplySource():
            goods = f"{formats.number(content.quantity)} × {item_name(catalogue, content.item)}"
            return Heads(goods, _whose(seat, content), _way(content))
    return missing_heads(catalogue, content.slot, content.capability, content.missing)


def missing_heads(catalogue: Catalogue, slot: str, capability: str, missing: int) -> Heads:
    """Return what is not filled, and how much of it is missing: units, people, goods, or an amount with its measure."""
    counted = counted_of(slot)
    much: Sentence | str = formats.number(missing)
    if counted is Counted.AMOUNT:
        much = amount(missing, catalogue.capability(capability).unit)
    said = spoken(much) if isinstance(much, Sentence) else much
    words = tr("{n} people missing", n=said) if counted is Counted.PEOPLE else tr("{n} missing", n=said)
    return Heads(tr("Not filled: {what}", what=need_name(catalogue, capability)), right=(words,))


def place_words(unit: RecommendedUnit) -> str:
    """Return how old a unit's position is, and who comes next."""
    place = tr("at its station") if unit.position_age_s is None else tr("position {age} old", age=formats.age(unit.position_age_s))
    if not unit.runner_up:
        return place
    apart = formats.eta(abs(unit.margin_s)) if unit.margin_s is not None else "–"
    if unit.margin_s is not None and unit.margin_s < 0:
        return f"{place} · {tr('{callsign} is {time} sooner', callsign=unit.runner_up, time=apart)}"
    return f"{place} · {tr('next {callsign}, {time} later', callsign=unit.runner_up, time=apart)}"


def row_words(seat: Seat, content: RecommendedUnit | Rejection | SupplySource | Unfilled, why: str) -> str:
    """Return a whole row in words, as it is painted from left to right and downwards."""
    heads = heads_of(seat, content)
    first = formats.listed(part for part in (heads.name, heads.beside, *heads.right) if part)
    last = f" {status_word(content.status)} · {place_words(content)}" if isinstance(content, RecommendedUnit) else ""
    return f"{first}: {why}{last}"


def _way(content: RecommendedUnit | SupplySource) -> tuple[str, str]:
    return formats.eta(content.eta_s), formats.distance(content.distance_m)


def _whose(seat: Seat, content: RecommendedUnit | Rejection | SupplySource) -> str:
    """Return a callsign or depot, marked where it is a partner's."""
    picture = seat.desk.picture
    if isinstance(content, SupplySource):
        depot = picture.depot(content.depot_id)
        return marked(content.depot, depot.partner if depot is not None else None, picture)
    unit = picture.unit(content.unit_id)
    return marked(content.callsign, unit.partner if unit is not None else None, picture)
