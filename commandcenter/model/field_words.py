"""How the fields of incidents, units and depots are called inside a sentence."""

from __future__ import annotations

from commandcenter.model.sentences import Sentence, say

FIELD_SAID = {
    "type": say("the type"),
    "state": say("the state"),
    "priority": say("the priority"),
    "grade": say("the grade"),
    "alarm_level": say("the alarm level"),
    "at": say("the place"),
    "address": say("the address"),
    "name": say("the name"),
    "text": say("the report"),
    "answers": say("the caller's answers"),
    "merged_into": say("the merging"),
    "incident": say("the incident"),
    "callsign": say("the callsign"),
    "kind": say("the kind"),
    "capabilities": say("the capabilities"),
    "crew": say("the crew"),
    "station": say("the station"),
    "status": say("the status"),
    "assignment": say("where it goes"),
    "what": say("the record"),
    "weighed": say("what was known at a decision"),
    "mayday": say("the mayday"),
    "partner": say("the lending organisation"),
    "in_force": say("the catalogue in force"),
    "services": say("the services"),
    "members": say("the members"),
    "open": say("whether it takes people in"),
    "callback": say("the call-back"),
    "reopened": say("whether it is open again"),
}
STOCK = "stock:"
SHARE = "share:"


def field_said(field: str) -> Sentence:
    """Return a register's field in words; one of a newer program by its own name."""
    if field.startswith(STOCK):
        return say("the stock")
    if field.startswith(SHARE):
        return say("the shares")
    return FIELD_SAID.get(field) or Sentence(field)
