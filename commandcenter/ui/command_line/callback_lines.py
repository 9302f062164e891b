"""Reads lines about callers: who must be rung back, and what a call was about. Pure; no Qt.

They name people, so they are not kept among the lines typed before.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from commandcenter.model.commands import AskCallback, LinkCall, NoteCallback, TakeCall
from commandcenter.model.sentences import say
from commandcenter.model.words import CallbackState
from commandcenter.picture.views import CallView
from commandcenter.ui.command_line.known import Known
from commandcenter.ui.command_line.reading import Reading, hint, wrong

STATES: Mapping[str, CallbackState] = {
    "tried": CallbackState.TRIED,
    "未接": CallbackState.TRIED,
    "reached": CallbackState.REACHED,
    "接通": CallbackState.REACHED,
    "no": CallbackState.GIVEN_UP,
    "放弃": CallbackState.GIVEN_UP,
}
_NUMBER = re.compile(r"[+(]?[\d() /.-]{3,}")
LEAST_DIGITS = 3


def read_callback(words: Sequence[str], known: Known) -> Reading:
    """Read `callback 0151 5550123 ; line dropped`, `callback 42 promised`, `callback 42 reached`, `callback 0151 5550123 tried`."""
    at = next((n for n, word in enumerate(words) if word.casefold() in STATES), None)
    if at is not None:
        return _noted(words[:at], STATES[words[at].casefold()], " ".join(words[at + 1 :]), known)
    if not words:
        return hint(say("Who is to be rung back? A number, or the number of an incident; e.g. callback 0151 5550123 ; line dropped"))
    incident = known.incident(words[0])
    if incident is not None and (len(words) == 1 or not words[1].isdecimal()):
        call = known.lookups.call_of(incident.id)
        if call is None or call.caller_phone == "":
            return wrong(say("No caller of {number} left a number", number=incident.number))
        said = say("The caller of {number} must be rung back", number=incident.number)
        return Reading(said, (AskCallback(" ".join(words[1:]), call.id),), private=True)
    return _dropped(" ".join(words))


def _dropped(text: str) -> Reading:
    number, _, why = (part.strip() for part in text.replace("；", ";").partition(";"))
    if _NUMBER.fullmatch(number) is None or len(_digits(number)) < LEAST_DIGITS:
        return wrong(say("“{text}” is no telephone number", text=number))
    call = TakeCall("", None, "", caller_phone=number, text=why)
    return Reading(say("Ring {number} back; every desk sees it", number=number), (AskCallback(why, call=call),), private=True)


def _noted(words: Sequence[str], state: CallbackState, text: str, known: Known) -> Reading:
    waiting = known.lookups.callbacks()
    if words:
        incident, digits = known.incident(words[0]), _digits(" ".join(words))
        waiting = [call for call in waiting if _is_meant(call, incident.id if incident is not None and len(words) == 1 else None, digits)]
    if not waiting:
        return wrong(say("Nobody like that is to be rung back"))
    if len(waiting) > 1:
        return hint(say("Which of {n} callers? Give the number, or the number of the incident", n=len(waiting)))
    if state is CallbackState.GIVEN_UP and not text:
        return hint(say("Why is the caller not rung back any more?"))
    said = {
        CallbackState.TRIED: say("The caller was not reached; the clock begins anew"),
        CallbackState.REACHED: say("The caller was reached"),
        CallbackState.GIVEN_UP: say("The caller is not rung back any more: {why}", why=text),
    }[state]
    return Reading(said, (NoteCallback(waiting[0].id, state, text),), private=True)


def read_link(words: Sequence[str], known: Known) -> Reading:
    """Read `link 0151 5550123 to 42`: the newest call from that number is about that incident."""
    asks = say("Which caller's call is about which incident? e.g. link 0151 5550123 to 42")
    if len(words) < 2:
        return hint(asks)
    incident = known.incident(words[-1])
    if incident is None:
        return wrong(say("There is no incident {number}", number=words[-1]))
    digits = _digits(" ".join(words[:-1]))
    call = next((one for one in reversed(known.lookups.calls()) if _is_meant(one, None, digits)), None)
    if call is None:
        return wrong(say("No call came from that number"))
    said = say("The call belongs to {number} {place}", number=incident.number, place=incident.address)
    return Reading(said, (LinkCall(call.id, incident.id),), private=True)


def _is_meant(call: CallView, incident: str | None, digits: str) -> bool:
    if incident is not None:
        return call.incident == incident
    return len(digits) >= LEAST_DIGITS and _digits(call.caller_phone or "").endswith(digits)


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdecimal())
