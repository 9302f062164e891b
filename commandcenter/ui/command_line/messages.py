"""Reads `msg …`: to units, to a group, to all, about an incident; with a template where the text is `=CODE`. Pure; no Qt."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence

from commandcenter.model.commands import ReadBackOrder, SendMessage
from commandcenter.model.errors import Refused
from commandcenter.model.sentences import say
from commandcenter.picture.groups import GroupView, members_of
from commandcenter.picture.orders import OrderView
from commandcenter.picture.views import IncidentView, UnitView
from commandcenter.resources.messages import find_template
from commandcenter.ui.command_line.duty import leading_units
from commandcenter.ui.command_line.known import Known
from commandcenter.ui.command_line.reading import Reading, hint, wrong

ALL = ("all", "everyone", "全体", "所有")


def read_message(words: Sequence[str], known: Known) -> Reading:
    """Read `msg E1 M3 turn back`, `msg 42 =arrive`, `msg north …`, `msg all …`."""
    if not words:
        return hint(say("To whom? A callsign, a group, an incident number or “all”"))
    group, rest = leading_group(words, known)
    if group is not None:
        return _to_group(group, rest, known)
    units, rest = leading_units(words, known)
    incident = known.incident(words[0])
    if units:
        return _to_units(units, rest, known)
    if incident is not None:
        return _about(incident, words[1:], known)
    if words[0].casefold() in ALL:
        return _to_all(words[1:], known)
    return wrong(say("There is no unit, group or incident {word}", word=words[0]))


def leading_group(words: Sequence[str], known: Known) -> tuple[GroupView | None, list[str]]:
    """Return the group whose whole name the leading words are, the longest one, and the other words."""
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count]).rstrip(",:，：").casefold()
        group = next((one for one in known.groups if one.name.casefold() == name), None)
        if group is not None:
            return group, list(words[count:])
    return None, list(words)


def _to_group(group: GroupView, words: Sequence[str], known: Known) -> Reading:
    members = members_of(group, known.units.values())
    if not members:
        return wrong(say("Nobody belongs to the group {name} now.", name=group.name))
    names = ", ".join(unit.callsign for unit in members)
    if not words:
        return hint(say("What is the message to {name}? It goes to {units}", name=group.name, units=names))
    text = worded(words, known, {})
    if isinstance(text, Reading):
        return text
    return Reading(say("Message to {name} ({units}): {text}", name=group.name, units=names, text=text), (SendMessage(text, group_id=group.id),))


def _to_units(units: Sequence[UnitView], words: Sequence[str], known: Known) -> Reading:
    names = ", ".join(unit.callsign for unit in units)
    if not words:
        return hint(say("What is the message to {name}?", name=names))
    incidents = {unit.incident for unit in units}
    about = incidents.pop() if len(incidents) == 1 else None
    incident = next((one for one in known.incidents.values() if one.id == about), None)
    text = worded(words, known, {**unit_facts(units), **(incident_facts(incident, known) if incident is not None else {})})
    if isinstance(text, Reading):
        return text
    more = tuple(unit.id for unit in units[1:])
    return Reading(say("Message to {name}: {text}", name=names, text=text), (SendMessage(text, about, units[0].id, more),))


def _about(incident: IncidentView, words: Sequence[str], known: Known) -> Reading:
    if not words:
        return hint(say("What is the message about {number}?", number=incident.number))
    text = worded(words, known, incident_facts(incident, known))
    if isinstance(text, Reading):
        return text
    return Reading(say("Message about {number}: {text}", number=incident.number, text=text), (SendMessage(text, incident_id=incident.id),))


def _to_all(words: Sequence[str], known: Known) -> Reading:
    if not words:
        return hint(say("What is the message to everyone? It goes to {n} units", n=len(known.units)))
    text = worded(words, known, {})
    return text if isinstance(text, Reading) else Reading(say("Message to everyone: {text}", text=text), (SendMessage(text, everybody=True),))


def worded(words: Sequence[str], known: Known, facts: Mapping[str, str]) -> str | Reading:
    """Return the text, a template filled in; or what is wrong with it."""
    text = " ".join(words)
    if not text.startswith("=") or known.catalogue is None:
        return text
    template = find_template(known.catalogue.messages, text.removeprefix("=").strip())
    if template is None:
        codes = " ".join(one.code for one in known.catalogue.messages)
        return hint(say("Which template? {codes}", codes=codes))
    try:
        return template.filled(known.language, {**facts, "time": time.strftime("%H:%M", time.localtime(known.now_ms / 1_000))})
    except Refused as refused:
        return wrong(refused.sentence)


def unit_facts(units: Sequence[UnitView]) -> dict[str, str]:
    """Return what a template may say of units."""
    return {"callsign": ", ".join(unit.callsign for unit in units)}


def incident_facts(incident: IncidentView, known: Known) -> dict[str, str]:
    """Return what a template may say of an incident, names in the language in force."""
    types = known.catalogue.types if known.catalogue is not None else {}
    kind = types.get(incident.type)
    callsigns = [unit.callsign for unit in known.units.values() if unit.id in incident.units]
    return {
        "number": incident.number,
        "type": kind.name(known.language) if kind is not None else incident.type,
        "priority": str(incident.priority),
        "address": incident.address,
        "units": ", ".join(callsigns) or "–",
    }


def read_back(words: Sequence[str], known: Known) -> Reading:
    """Read `back E1 tango kilo`: the unit has repeated its last order, and this was the check word."""
    units, rest = leading_units(words, known)
    if not units:
        return hint(say("Who has read an order back? e.g. back E1 tango kilo"))
    if not rest:
        return hint(say("Which check word did {callsign} say?", callsign=units[0].callsign))
    wanted = {unit.id for unit in units}
    order: OrderView | None = next((one for one in reversed(known.orders) if one.withdrawn is None and wanted <= set(one.answers)), None)
    if order is None:
        return wrong(say("No order went to {callsign}", callsign=", ".join(unit.callsign for unit in units)))
    check = " ".join(rest)
    said = say("{units} read back: {text}", units=", ".join(unit.callsign for unit in units), text=order.text)
    return Reading(said, (ReadBackOrder(order.id, check, tuple(unit.id for unit in units)),))
