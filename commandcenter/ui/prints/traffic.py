"""Who said what to whom, for the communications log and the general message."""

from __future__ import annotations

from commandcenter.model.entries import EntryType
from commandcenter.picture.views import LogLine
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.prints.facts import Paper

BY_UNITS = frozenset(
    {
        EntryType.CONTACT_MADE,
        EntryType.MAYDAY_DECLARED,
        EntryType.ORDER_ANSWERED,
        EntryType.ORDER_READ_BACK,
        EntryType.ROLL_CALL_ANSWERED,
        EntryType.SITUATION_REPORTED,
    }
)
"""What units say to the desk."""
TRAFFIC = (EntryType.CALL_TAKEN, EntryType.MESSAGE_SENT, EntryType.ORDER_SENT, *sorted(BY_UNITS))


def ends_of(line: LogLine) -> tuple[str, str]:
    """Return who said it and to whom; a caller is never named."""
    callsign = str(line.summary.get("callsign") or "")
    if line.type == EntryType.CALL_TAKEN:
        return tr("Caller"), line.actor_name
    if line.type == EntryType.ORDER_READ_BACK:
        return str(line.summary.get("to") or callsign), line.actor_name
    if line.type in BY_UNITS or line.summary.get("from_unit"):
        return callsign or line.actor_name, tr("Desk") if callsign else ""
    number = str(line.summary.get("number") or "")
    whole = tr("all at {number}", number=number) if number else tr("everyone")
    return line.actor_name, str(line.summary.get("to") or callsign or whole)


def said(paper: Paper, line: LogLine) -> str:
    """Return what was said: a message or an order as it was written, all else in the log's words."""
    if line.type in (EntryType.MESSAGE_SENT, EntryType.ORDER_SENT):
        text = str(line.summary.get("text") or "")
        files = line.summary.get("files")
        return tr("{what} · {n} attached", what=text, n=files) if files else text
    return paper.words(line)
