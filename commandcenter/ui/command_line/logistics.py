"""Reads lines about stock, hospitals and shelters, and searches. Pure; no Qt."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from commandcenter.dispatch.goods import read_depot, read_facility, read_goods
from commandcenter.model.commands import AskTransfer, IssueStock, ReportCapacity
from commandcenter.model.errors import Refused
from commandcenter.model.sentences import say
from commandcenter.resources.catalogue import Catalogue, Terms
from commandcenter.ui.command_line.known import Known
from commandcenter.ui.command_line.reading import Act, Reading, hint, wrong

FROM, FOR = ("from", "自", "从"), ("for", "to", "给", "到")
_TAKEN = re.compile(r"(\d+)\s*/\s*(\d+)")


def read_stock(words: Sequence[str], known: Known) -> Reading:
    """`stock` shows the supplies; `stock 20 blanket from Central` issues; with `for 42` or `for North` it is promised there."""
    if not words:
        return Reading(say("Show the supplies"), act=Act.WINDOW, detail="supplies")
    if known.catalogue is None or not known.depots:
        return wrong(say("There is no depot."))
    start = find_word(words, FROM)
    if start is None:
        return hint(say("From which depot? e.g. stock 20 blanket from Central for 42"))
    try:
        return _stock(words, start, known.catalogue, known)
    except Refused as refused:
        return wrong(refused.sentence)


def _stock(words: Sequence[str], start: int, catalogue: Catalogue, known: Known) -> Reading:
    """Read the goods before `from`, the depot behind it, and behind `for` where they go. Raises `Refused`."""
    end = find_word(words, FOR)
    goods = read_goods(" ".join(words[:start]), catalogue)
    source = read_depot(" ".join(words[start + 1 : end]), known.depots)
    facts: dict[str, object] = {"goods": goods_said(goods, catalogue), "depot": source.name}
    if end is None:
        return Reading(say("Issue {goods} from {depot}", **facts), tuple(IssueStock(source.id, item, quantity) for item, quantity in goods.items()))
    target = " ".join(words[end + 1 :])
    incident = known.incident(target)
    depot = read_depot(target, known.depots) if incident is None else None
    command = AskTransfer(source.id, goods, depot.id if depot is not None else None, incident.id if incident is not None else None, agreed=True)
    name = incident.number if incident is not None else depot.name if depot is not None else ""
    return Reading(say("Promise {goods} from {depot} to {target}", **facts, target=name), (command,))


def read_hospital(words: Sequence[str], known: Known) -> Reading:
    """`hosp 42` or `hosp A1` shows the choice of a hospital or shelter; `hosp 12/20 emergency St. Mary` writes a report down."""
    if not words:
        return Reading(say("Show hospitals and shelters"), act=Act.WINDOW, detail="facilities")
    report = _TAKEN.fullmatch(words[0])
    if report is not None:
        return _report(int(report.group(1)), int(report.group(2)), words[1:], known)
    incident, unit = known.incident(words[0]), known.unit(words[0])
    if incident is not None:
        return Reading(say("Choose a hospital or shelter for {who}", who=incident.number), act=Act.WINDOW, detail="facilities", subject=incident.id)
    if unit is not None:
        return Reading(say("Choose a hospital or shelter for {who}", who=unit.callsign), act=Act.WINDOW, detail="facilities", subject=unit.id)
    return wrong(say("There is no unit or incident {word}", word=words[0]))


def read_search(words: Sequence[str], known: Known) -> Reading:
    """`search 42` shows the search for an incident."""
    if not words:
        return Reading(say("Show the search"), act=Act.WINDOW, detail="search")
    incident = known.incident(words[0])
    if incident is None:
        return wrong(say("There is no incident {number}", number=words[0]))
    return Reading(say("Show the search for {number}", number=incident.number), act=Act.WINDOW, detail="search", subject=incident.id)


def _report(taken: int, total: int, words: Sequence[str], known: Known) -> Reading:
    if known.catalogue is None or len(words) < 2:
        return hint(say("Which places of which facility? e.g. hosp 12/20 emergency St. Mary"))
    wanted = words[0].casefold()
    care = next((c for c in known.catalogue.care.values() if wanted in (c.code, c.en.casefold(), c.zh)), None)
    if care is None:
        return wrong(say("There is no such kind of places or service: “{code}”.", code=words[0]))
    try:
        facility = read_facility(" ".join(words[1:]), known.facilities)
    except Refused as refused:
        return wrong(refused.sentence)
    said = say("{facility} has {taken} of {total} taken: {care}", facility=facility.name, taken=taken, total=total, care=care)
    return Reading(said, (ReportCapacity(facility.id, care.code, total, taken),))


def find_word(words: Sequence[str], wanted: Sequence[str]) -> int | None:
    """Return the place of the first of some words."""
    return next((n for n, word in enumerate(words) if word.casefold() in wanted), None)


def goods_said(goods: Mapping[str, int], catalogue: Catalogue) -> object:
    """Return goods as a sentence can say them."""
    terms = {**catalogue.items, **catalogue.kits}
    if len(goods) == 1:
        ((code, quantity),) = goods.items()
        return say("{quantity} × {item}", quantity=quantity, item=terms[code])
    return Terms(tuple(terms[code] for code in goods))
