"""Reads lines about places that are kept, and goods that are asked for and go from one depot to another. Pure; no Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from commandcenter.dispatch.goods import read_depot, read_facility, read_goods
from commandcenter.dispatch.handlers.transfers import TRANSFER_SAID
from commandcenter.model.commands import AnswerTransfer, AskTransfer, Command, MovePlacement, ReceiveTransfer, ReservePlaces, ShipTransfer
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.sentences import Sentence, say
from commandcenter.picture.care import PlacementView
from commandcenter.picture.supplies import TransferView
from commandcenter.ui.command_line.known import Known
from commandcenter.ui.command_line.logistics import FOR, FROM, find_word, goods_said
from commandcenter.ui.command_line.reading import Reading, hint, wrong

MOVES: Mapping[str, str] = {
    "arrived": "arrived",
    "there": "arrived",
    "到达": "arrived",
    "left": "released",
    "released": "released",
    "离开": "released",
    "off": "cancelled",
    "cancelled": "cancelled",
    "取消": "cancelled",
}
MOVED = {"arrived": say("arrived"), "released": say("left"), "cancelled": say("not coming")}
STEPS: Mapping[str, str] = {
    "yes": "yes",
    "agree": "yes",
    "同意": "yes",
    "no": "no",
    "decline": "no",
    "拒绝": "no",
    "send": "send",
    "发出": "send",
    "got": "got",
    "received": "got",
    "收到": "got",
}
BEFORE = {"yes": ("asked",), "no": ("asked", "accepted"), "send": ("accepted",), "got": ("shipped",)}
"""State of a transfer that each step follows."""


def read_ask(words: Sequence[str], known: Known) -> Reading:
    """Read `ask 20 blanket from Central for 42`: the depot has still to agree."""
    start = find_word(words, FROM)
    end = find_word(words, FOR)
    if known.catalogue is None or not known.depots:
        return wrong(say("There is no depot."))
    if start is None or end is None or end < start or end == len(words) - 1:
        return hint(say("What is asked of which depot, and for whom? e.g. ask 20 blanket from Central for 42"))
    try:
        goods = read_goods(" ".join(words[:start]), known.catalogue)
        source = read_depot(" ".join(words[start + 1 : end]), known.depots)
        incident, depot, name = _target(words[end + 1 :], known)
    except Refused as refused:
        return wrong(refused.sentence)
    said = say("Ask {depot} for {goods} for {target}", depot=source.name, goods=goods_said(goods, known.catalogue), target=name)
    return Reading(said, (AskTransfer(source.id, goods, depot, incident),))


def _target(words: Sequence[str], known: Known) -> tuple[Id | None, Id | None, str]:
    """Return incident or depot, and its name. Raises `Refused`."""
    incident = known.incident(" ".join(words))
    if incident is not None:
        return incident.id, None, incident.number
    depot = read_depot(" ".join(words), known.depots)
    return None, depot.id, depot.name


def read_transfer(words: Sequence[str], known: Known) -> Reading:
    """Read `transfer 42 yes`, `transfer North no used up`, `transfer 42 send E1`, `transfer 42 got Anna`: the oldest that waits for the step."""
    at = find_word(words, tuple(STEPS))
    if not words or at is None or at == 0:
        return hint(say("Whose transfer, and what of it? yes, no and why, send and with which unit, got and by whom; e.g. transfer 42 yes"))
    step, rest = STEPS[words[at].casefold()], words[at + 1 :]
    try:
        incident, depot, name = _target(words[:at], known)
    except Refused as refused:
        return wrong(refused.sentence)
    there = [one for one in known.lookups.transfers() if (one.incident, one.depot) == (incident, depot)]
    transfer = next((one for one in there if one.state in BEFORE[step]), None)
    if transfer is None:
        last = TRANSFER_SAID.get(there[-1].state) if there else None
        return wrong(
            say("The last transfer to {target} is {state}", target=name, state=last) if last else say("No goods go to {target}", target=name)
        )
    return _stepped(transfer, step, rest, name, known)


def _stepped(transfer: TransferView, step: str, rest: Sequence[str], name: str, known: Known) -> Reading:
    goods = goods_said(transfer.goods, known.catalogue) if known.catalogue is not None else ""
    facts: dict[str, object] = {"goods": goods, "target": name}
    if step == "yes":
        return Reading(say("Promise {goods} to {target}", **facts), (AnswerTransfer(transfer.id, accepted=True),))
    if step == "send":
        return _sent(transfer, rest, facts, known)
    text = " ".join(rest)
    if not text:
        return hint(say("Why does {target} not get {goods}?", **facts) if step == "no" else say("Who took {goods} over?", goods=goods))
    if step == "no":
        return Reading(say("Decline {goods} for {target}", **facts), (AnswerTransfer(transfer.id, accepted=False, reason=text),))
    return Reading(say("{goods} arrived at {target}; {name} took them over", name=text, **facts), (ReceiveTransfer(transfer.id, text),))


def _sent(transfer: TransferView, rest: Sequence[str], facts: Mapping[str, object], known: Known) -> Reading:
    unit = known.unit(rest[0]) if rest else None
    if rest and unit is None:
        return wrong(say("There is no unit {callsign}", callsign=rest[0]))
    said = say("Send {goods} to {target}", **facts)
    if unit is not None:
        said = say("Send {goods} to {target} with {callsign}", callsign=unit.callsign, **facts)
    return Reading(said, (ShipTransfer(transfer.id, unit.id if unit is not None else None),))


def read_keep(words: Sequence[str], known: Known) -> Reading:
    """Read `keep 2 emergency St. Mary for 42`, `keep 1 icu St. Mary for A1`: places for people who are going there."""
    asks = say("How many places of which kind, where, and for whom? e.g. keep 2 emergency St. Mary for 42")
    end = find_word(words, FOR)
    if known.catalogue is None or end is None or end < 3 or end == len(words) - 1:
        return hint(asks)
    if not words[0].isdecimal() or int(words[0]) < 1:
        return wrong(asks)
    care = next((c for c in known.catalogue.care.values() if words[1].casefold() in (c.code, c.en.casefold(), c.zh)), None)
    if care is None:
        return wrong(say("There is no such kind of places or service: “{code}”.", code=words[1]))
    try:
        facility = read_facility(" ".join(words[2:end]), known.facilities)
    except Refused as refused:
        return wrong(refused.sentence)
    target = words[end + 1]
    unit, incident = known.unit(target), known.incident(target)
    if unit is None and incident is None:
        return wrong(say("There is no unit or incident {word}", word=target))
    about = incident.id if incident is not None else unit.incident if unit is not None else None
    said = say("Keep {n} places at {facility} for {target}: {care}", n=words[0], facility=facility.name, target=target.upper(), care=care)
    tag = " ".join(words[end + 2 :])
    return Reading(said, (ReservePlaces(facility.id, care.code, int(words[0]), about, unit.id if unit is not None else None, tag),))


def read_placed(words: Sequence[str], known: Known) -> Reading:
    """Read `placed A1 arrived`, `placed 42 left`, `placed A1 off`: the people that places were kept for."""
    unit, incident = (known.unit(words[0]), known.incident(words[0])) if words else (None, None)
    if unit is None and incident is None:
        asks = say("Whose people, and where are they? arrived, left, or off; e.g. placed A1 arrived")
        return hint(asks) if not words else wrong(say("There is no unit or incident {word}", word=words[0]))
    move = MOVES.get(words[1].casefold()) if len(words) > 1 else None
    if move is None:
        return hint(say("Where are the people of {who}? arrived, left, or off", who=words[0]))
    before = "arrived" if move == "released" else "reserved"
    found = [
        one for one in known.lookups.placements() if one.state == before and _is_of(one, unit.id if unit else None, incident.id if incident else None)
    ]
    if not found:
        return wrong(say("No places of {who} wait for that", who=words[0]))
    where = {one.id: one.name for one in known.facilities}
    said = say("{n} people at {facility}: {state}", n=sum(p.people for p in found), facility=_names(found, where), state=MOVED[move])
    commands: tuple[Command, ...] = tuple(MovePlacement(one.id, move) for one in found)
    return Reading(said, commands)


def _is_of(placement: PlacementView, unit: Id | None, incident: Id | None) -> bool:
    return placement.unit == unit if unit is not None else placement.incident == incident


def _names(found: Sequence[PlacementView], where: Mapping[Id, str]) -> Sentence | str:
    return ", ".join(dict.fromkeys(where.get(one.facility, "–") for one in found))
