"""Sending by itself: off unless the agency's policy names the type of incident; a person can always stop it.

Exactly one desk sends: the one that reported the incident, told by the device that signed the report. It is the only one that knows
of it first, and a device that is cut off goes on to know what it reported itself; so no two desks ever send by themselves to the
same incident, joined or apart. What is not whole, fresh and plain is not sent: then the incident says why, and an alarm rings.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from commandcenter.dispatch.recommendation import Recommendation
from commandcenter.dispatch.situation import untouched
from commandcenter.model.entries import Key, Kind
from commandcenter.model.ids import Id, is_exercise
from commandcenter.model.sentences import Sentence, say
from commandcenter.model.words import IncidentState
from commandcenter.picture.picture import Picture
from commandcenter.picture.views import IncidentView
from commandcenter.resources.catalogue import Catalogue


class WhyNot(StrEnum):
    """Why something was not sent by itself."""

    NOBODY = "nobody"
    UNFILLED = "unfilled"
    DIVERTS = "diverts"
    STALE = "stale"
    DUPLICATE = "duplicate"
    DISPUTED = "disputed"
    LATE = "late"
    UNATTENDED = "unattended"
    REFUSED = "refused"


WHY_NOT: Mapping[str, Sentence] = {
    WhyNot.NOBODY: say("nobody can be recommended"),
    WhyNot.UNFILLED: say("the plan cannot be filled"),
    WhyNot.DIVERTS: say("a unit would be taken off another incident"),
    WhyNot.STALE: say("the position of a unit is too old"),
    WhyNot.DUPLICATE: say("it may be the same as another incident"),
    WhyNot.DISPUTED: say("desks disagree about it"),
    WhyNot.LATE: say("this desk was not at work when it was due"),
    WhyNot.UNATTENDED: say("the screen was locked"),
    WhyNot.REFUSED: say("a rule refused it"),
}


def waits_s(picture: Picture, incident: IncidentView, catalogue: Catalogue) -> int | None:
    """Return after how many seconds an incident is to be sent to by itself; `None`: a person does it."""
    policy = catalogue.policy.automatic
    after_s = policy.after_s.get(incident.type)
    if after_s is None or (is_exercise(picture.operation) and not policy.in_exercises):
        return None
    begun = incident.automatic is not None or IncidentState.DISPATCHED in incident.state_ms
    return None if begun or not untouched(incident) else after_s


def reported_by(picture: Picture, incident: Id) -> Id | None:
    """Return the device that reported an incident; `None` where that is not known here (any more)."""
    heads = picture.heads(Key(Kind.INCIDENT, incident, "reported_ms"))
    entry = picture.entry(heads[0]) if len(heads) == 1 else None
    return entry.device if entry is not None else None


def why_not(found: Recommendation, incident: IncidentView, catalogue: Catalogue) -> WhyNot | None:
    """Return what speaks against sending a recommendation without a person; `None`: nothing does."""
    stale_s = catalogue.rules.stale_after_s
    reasons = {
        WhyNot.DISPUTED: bool(incident.conflicts),
        WhyNot.NOBODY: not found.units,
        WhyNot.UNFILLED: bool(found.unfilled),
        WhyNot.DIVERTS: any(unit.divert_from is not None for unit in found.units),
        WhyNot.STALE: any(unit.position_age_s is not None and unit.position_age_s > stale_s for unit in found.units),
    }
    return next((why for why, holds in reasons.items() if holds), None)
