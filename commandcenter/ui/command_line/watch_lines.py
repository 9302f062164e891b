"""Reads lines about alarms, orders that are taken back, and what desks disagree about. Pure; no Qt."""

from __future__ import annotations

from collections.abc import Sequence

from commandcenter.model.commands import AnswerAlarm, WithdrawOrder
from commandcenter.model.sentences import say
from commandcenter.ui.command_line.duty import leading_units
from commandcenter.ui.command_line.known import Known
from commandcenter.ui.command_line.reading import Act, Reading, hint, wrong
from commandcenter.ui.command_line.window_lines import NO_WINDOW
from commandcenter.ui.conflicts.settling import Choice, Dispute

BOTH, ASK = ("both", "all", "都", "两者"), ("ask", "问", "询问")


def read_hand(words: Sequence[str], known: Known) -> Reading:
    """Read `hand`, `hand 42 we ring them`, `hand E1`: the worst alarm that nobody has in hand, of all, of an incident or of a unit."""
    unit, incident = (known.unit(words[0]), known.incident(words[0])) if words else (None, None)
    about = {one.id for one in (unit, incident) if one is not None}
    waiting = [alarm for alarm in known.lookups.alarms() if alarm.answer is None and (not about or about & {alarm.incident, alarm.unit})]
    if not waiting:
        return wrong(say("No alarm of {what} waits for anybody", what=words[0]) if about else say("No alarm waits for anybody"))
    text = " ".join(words[1:] if about else words)
    return Reading(say("In hand: {what}", what=waiting[0].text), (AnswerAlarm(waiting[0].id, text),))


def read_withdraw(words: Sequence[str], known: Known) -> Reading:
    """Read `withdraw E1 the wind has turned`: the newest order to the unit that is not carried out."""
    units, rest = leading_units(words, known)
    if not words:
        return hint(say("Whose order is withdrawn, and why? e.g. withdraw E1 the wind has turned"))
    if not units:
        return wrong(say("There is no unit {callsign}", callsign=words[0]))
    wanted, names = {unit.id for unit in units}, ", ".join(unit.callsign for unit in units)
    order = next((one for one in reversed(known.orders) if one.open and wanted <= set(one.answers)), None)
    if order is None:
        return wrong(say("No order to {callsign} can be withdrawn", callsign=names))
    if not rest:
        return hint(say("Why is it withdrawn: {text}?", text=order.text))
    others = [unit.callsign for unit in known.units.values() if unit.id in order.answers and unit.id not in wanted]
    said = say("Withdraw: {text}", text=order.text)
    if others:
        said = say("Withdraw, for {units} too: {text}", units=", ".join(others), text=order.text)
    return Reading(said, (WithdrawOrder(order.id, " ".join(rest)),))


def read_settle(words: Sequence[str], known: Known) -> Reading:
    """Read `settle 42 1`, `settle E1 both`, `settle ask`: the first conflict, or the first about an incident or a unit."""
    disputes = known.lookups.disputes()
    unit, incident = (known.unit(words[0]), known.incident(words[0])) if words else (None, None)
    named = (incident or unit) if len(words) != 1 or not _is_answer(words[0], disputes) else None
    rest = words[1:] if named is not None else words
    dispute = next((one for one in disputes if named is None or one.key.entity == named.id), None)
    if dispute is None:
        return wrong(
            say("No desk disagrees with another about {what}", what=words[0]) if named is not None else say("No desk disagrees with another")
        )
    return _settled(dispute, rest)


def _is_answer(word: str, disputes: Sequence[Dispute]) -> bool:
    """Return whether one word alone is an answer to the only conflict, and no number of an incident."""
    return word.casefold() in (*BOTH, *ASK) or (len(disputes) == 1 and word.isdecimal() and int(word) <= len(disputes[0].picks))


def _settled(dispute: Dispute, words: Sequence[str]) -> Reading:
    asks = say("{what}. Which? {values}; both; or ask", what=dispute.subject, values="; ".join(f"{n}: {one.words}" for n, one in _numbered(dispute)))
    if not words:
        return hint(asks)
    word = words[0].casefold()
    if word in ASK and dispute.ask is not None:
        return Reading(say("Ask about {what}", what=dispute.subject), (dispute.ask,))
    if word in BOTH:
        choice = dispute.together
        if choice is None or choice.command is None:
            return wrong(say("{what}: only one of the values can be true", what=dispute.subject))
    else:
        choice = dict(_numbered(dispute)).get(int(word)) if word.isdecimal() else None
        if choice is None or choice.command is None:
            return wrong(asks)
    return Reading(say("{what} is settled: {value}", what=dispute.subject, value=choice.words), (choice.command,))


def _numbered(dispute: Dispute) -> Sequence[tuple[int, Choice]]:
    return list(enumerate(dispute.picks, start=1))


def read_park(_words: Sequence[str], known: Known) -> Reading:
    """Read `park`: the call on the form is put aside."""
    return Reading(say("Park the call on the form"), act=Act.DO, detail="park") if known.window.acts else wrong(NO_WINDOW)


def read_resume(words: Sequence[str], known: Known) -> Reading:
    """Read `resume`, `resume 2`: the oldest parked call, or that one, goes back to the form."""
    parked = known.window.parked
    if not parked:
        return wrong(say("No call is parked"))
    if not words and len(parked) > 1:
        return hint(say("Which parked call? {calls}", calls="; ".join(f"{n}: {said}" for n, said in enumerate(parked, start=1))))
    place = int(words[0]) if words and words[0].isdecimal() else 1 if not words else 0
    if not 1 <= place <= len(parked):
        return wrong(say("There are {n} parked calls", n=len(parked)))
    return Reading(say("Take up the parked call: {what}", what=parked[place - 1]), act=Act.RESUME, detail=str(place))
