"""How the codes of closed sets are said inside a sentence. No Qt."""

from __future__ import annotations

from commandcenter.model.sentences import Sentence, say
from commandcenter.model.words import CallbackState, IncidentState, OrderState, UnitStatus

STATUS_SAID = {
    UnitStatus.AVAILABLE: say("available"),
    UnitStatus.DISPATCHED: say("dispatched"),
    UnitStatus.ENROUTE: say("en route"),
    UnitStatus.ON_SCENE: say("on scene"),
    UnitStatus.TRANSPORTING: say("transporting"),
    UnitStatus.AT_FACILITY: say("at facility"),
    UnitStatus.RETURNING: say("returning"),
    UnitStatus.OUT_OF_SERVICE: say("out of service"),
}
STATE_SAID = {
    IncidentState.REPORTED: say("reported"),
    IncidentState.TRIAGED: say("triaged"),
    IncidentState.DISPATCHED: say("dispatched"),
    IncidentState.ON_SCENE: say("on scene"),
    IncidentState.UNDER_CONTROL: say("under control"),
    IncidentState.CLOSED: say("closed"),
    IncidentState.CANCELLED: say("cancelled"),
    IncidentState.MERGED: say("merged"),
}
ORDER_SAID = {
    OrderState.SENT: say("sent"),
    OrderState.READ: say("seen"),
    OrderState.ACCEPTED: say("accepted"),
    OrderState.REFUSED: say("refused"),
    OrderState.DONE: say("carried out"),
    OrderState.WITHDRAWN: say("withdrawn"),
}
CALLBACK_SAID = {
    CallbackState.ASKED: say("to be rung back"),
    CallbackState.TRIED: say("not reached"),
    CallbackState.REACHED: say("reached"),
    CallbackState.GIVEN_UP: say("given up"),
}
CLOSED_WORDS: dict[str, Sentence] = {
    **{code.value: said for code, said in STATE_SAID.items()},
    **{code.value: said for code, said in STATUS_SAID.items()},
}
"""Codes that sentences from below carry as values."""
