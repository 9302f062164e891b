"""What must be looked at now, worst first: calls that nobody answers yet, and values that disagree. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.model.entries import Kind
from commandcenter.model.ids import Id
from commandcenter.model.sentences import Sentence, say
from commandcenter.picture.picture import Picture
from commandcenter.model.field_words import field_said

CALL_LIMIT_MS = 60_000
"""Alarm processing limit: NFPA 1225 (2021), 15.4.4: 60 s for the most urgent calls."""


@dataclass(frozen=True, slots=True)
class Alarm:
    """One line of the list."""

    text: Sentence
    incident: Id | None
    urgency: int


def alarms(picture: Picture, now_ms: int) -> list[Alarm]:
    """Return what waits too long or disagrees."""
    found = []
    for incident in picture.incidents():
        waiting = incident.open and not incident.units and "dispatched" not in incident.state_ms
        if waiting and now_ms - incident.reported_ms >= CALL_LIMIT_MS:
            text = say(
                "{number} {place}: nobody sent for {n} min",
                number=incident.number,
                place=incident.address,
                n=(now_ms - incident.reported_ms) // 60_000,
            )
            found.append(Alarm(text, incident.id, incident.priority))
    for conflict in picture.conflicts():
        incident_id = conflict.key.entity if conflict.key.kind == Kind.INCIDENT else None
        found.append(Alarm(say("Two desks disagree about {field}", field=field_said(conflict.key.field)), incident_id, 2))
    return sorted(found, key=lambda alarm: alarm.urgency)
