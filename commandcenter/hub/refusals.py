"""What the hub says to those it does not let do something. Desks translate it: each text is a sentence of the program."""

from __future__ import annotations

from aiohttp import web

from commandcenter.model.sentences import Sentence, say

STRANGER = say("show the certificate of this device; it gets one by joining the hub")
REVOKED = say("this device was revoked at this hub")
REVOKED_HERE = say("this device was revoked in this operation")
ENDED = say("the certificate of this device has ended; it renews itself while the desk is open")
NOT_ENROLLED = say("this device is not enrolled in this operation; a supervisor does that under “People and devices”")
TOO_MANY_RECOVERIES = say(
    "recoveries with codes that do not fit came from devices that are not enrolled; a supervisor enrols this one first, under “People and devices”"
)
NOT_ADMITTED = say("this join code is used up, too old or not of this hub, or the device was revoked; ask for a new code")
OF_ANOTHER = say("this is the certificate of another device")
LIVE_ONLY = say("this hub is for live work, the operation is an exercise")
EXERCISES_ONLY = say("this hub is for exercises, the operation is live")


def forbidden(why: Sentence) -> web.HTTPForbidden:
    """Return 403 with a sentence."""
    return web.HTTPForbidden(text=str(why))
