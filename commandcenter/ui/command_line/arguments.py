"""Offers behind the words that take more than an incident or a unit. Pure; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from commandcenter.dispatch.street_closure import street_in
from commandcenter.ui.command_line.duty import ANSWERS, END
from commandcenter.ui.command_line.goods_lines import BEFORE, MOVES, STEPS
from commandcenter.ui.command_line.known import Known
from commandcenter.ui.command_line.logistics import FOR, FROM, find_word
from commandcenter.ui.command_line.offers import Completion, incidents, joined, places, texts, units, words
from commandcenter.ui.command_line.verbs import PAPER_WORDS, PAPERS_OF_ALL, SHAPES, Verb
from commandcenter.ui.command_line.watch_lines import ASK, BOTH

Offers = Iterator[Completion]
Maker = Callable[[Sequence[str], str, Known], Offers]
RADII_M = ("100", "200", "500", "1000", "2000")
MINUTES = ("5", "10", "15", "30", "60")


def _ours(pair: Sequence[str], known: Known) -> str:
    """Return a word in the language in force; words stand in pairs, English first."""
    return next((word for word in pair if word.isascii() is (known.language != "zh")), pair[0])


def _both(before: Sequence[str], last: str, known: Known) -> Offers:
    yield from incidents(before, last, known)
    yield from units(before, last, known)


def _closure(before: Sequence[str], last: str, known: Known) -> Offers:
    typed = joined(before[1:], last)
    head, semicolon, reason = typed.replace("；", ";").partition(";")
    if semicolon:
        yield from texts([*before[:1], head.strip(), ";"], reason, [*known.reasons.get(Verb.CLOSURE, ()), *(one.reason for one in known.closures)])
    elif len(before) > 1 and before[1].casefold() in END:
        yield from texts(before[:2], joined(before[2:], last), [one.name for one in known.closures if one.name])
    else:
        street = street_in(typed)
        streets = (place for place in known.places.get(street, ()) if place.kind == "street")
        for place in streets:
            name = place.called(known.language)
            yield Completion(joined(before[:1], name), name, place.where(known.language) or place.kind, "place")
        if len(before) == 1:
            yield from words(before, last, [word for word in (*SHAPES, *END) if word.isascii() is (known.language != "zh")])


def _around(before: Sequence[str], last: str, known: Known) -> Offers:
    if len(before) == 1:
        yield from words(before, last, RADII_M)
        return
    head, semicolon, reason = joined(before[2:], last).replace("；", ";").partition(";")
    if semicolon:
        yield from texts([*before[:2], head.strip(), ";"], reason, known.reasons.get(Verb.HAZARD, ()))
    else:
        yield from places(before[:2], head, known)


def _with_reason(verb: Verb, subjects: Maker, taken: int = 2) -> Maker:
    """Return offers for a subject, then for the reason behind it."""

    def make(before: Sequence[str], last: str, known: Known) -> Offers:
        if len(before) < taken:
            yield from subjects(before, last, known)
        else:
            yield from texts(before[:taken], joined(before[taken:], last), known.reasons.get(verb, ()))

    return make


def _numbers(most: int) -> Maker:
    def make(before: Sequence[str], last: str, known: Known) -> Offers:
        if len(before) == 1:
            yield from incidents(before, last, known)
        elif len(before) == 2:
            yield from words(before, last, [str(n) for n in range(1, most + 1)])

    return make


def _type(before: Sequence[str], last: str, known: Known) -> Offers:
    if len(before) == 1:
        yield from incidents(before, last, known)
        return
    wanted = joined(before[2:], last).strip()
    ranked = sorted(known.types, key=lambda kind: -kind.matches(wanted)) if wanted else known.types
    for kind in ranked:
        if not wanted or kind.matches(wanted):
            yield Completion(joined(before[:2], kind.code), kind.names.get(known.language, kind.code), kind.code, "type")


def _then(first: Maker, second: Sequence[str]) -> Maker:
    """Return offers for what a line is about, then for one word."""

    def make(before: Sequence[str], last: str, known: Known) -> Offers:
        if len(before) == 1:
            yield from first(before, last, known)
        elif len(before) == 2:
            yield from words(before, last, [word for word in second if word.isascii() is (known.language != "zh")])

    return make


def _hand(before: Sequence[str], last: str, known: Known) -> Offers:
    if len(before) > 1:
        return
    about = {ident for alarm in known.lookups.alarms() if alarm.answer is None for ident in (alarm.incident, alarm.unit)}
    yield from (offer for offer in _both(before, last, known) if _ident(offer.label, known) in about)


def _ident(word: str, known: Known) -> str | None:
    found = known.incident(word) or known.unit(word)
    return found.id if found is not None else None


def _settle(before: Sequence[str], last: str, known: Known) -> Offers:
    disputes = known.lookups.disputes()
    if len(before) == 1:
        about = {dispute.key.entity for dispute in disputes}
        yield from (offer for offer in _both(before, last, known) if _ident(offer.label, known) in about)
        return
    dispute = next((one for one in disputes if one.key.entity == _ident(before[1], known)), None)
    if dispute is None:
        return
    for n, choice in enumerate(dispute.picks, start=1):
        if str(n).startswith(last):
            yield Completion(joined(before[:2], str(n)), str(n), choice.words, "word")
    answers = (*((_ours(BOTH, known),) if dispute.together is not None else ()), _ours(ASK, known))
    yield from words(before[:2], last, answers)


def _timer(before: Sequence[str], last: str, known: Known) -> Offers:
    if len(before) == 1:
        yield from words(before, last, (*MINUTES, _ours(END, known)))
    elif before[1].casefold() in END:
        yield from texts(before[:2], joined(before[2:], last), [timer.text for timer in known.timers if not timer.done])


def _goods(before: Sequence[str], last: str, known: Known) -> Offers:
    """Offer items behind a number, depots behind `from`, incidents and depots behind `for`."""
    start, end = find_word(before, FROM), find_word(before, FOR)
    depots = [depot.names.get(known.language, depot.name) for depot in known.depots]
    if start is not None and (end is None or end < start):
        yield from texts(before[: start + 1], joined(before[start + 1 :], last), depots)
        if len(before) > start + 1:
            yield from words(before, last, [_ours(FOR, known)])
    elif end is not None:
        yield from incidents(before, last, known) if len(before) == end + 1 else ()
        yield from texts(before[: end + 1], joined(before[end + 1 :], last), depots)
    elif before[-1].isdecimal() and known.catalogue is not None:
        yield from words(before, last, [*known.catalogue.items, *known.catalogue.kits])
    elif len(before) > 2:
        yield from words(before, last, [_ours(FROM, known)])


def _keep(before: Sequence[str], last: str, known: Known) -> Offers:
    end = find_word(before, FOR)
    if end is not None:
        yield from _both(before, last, known) if len(before) == end + 1 else ()
    elif len(before) == 2 and known.catalogue is not None:
        yield from words(before, last, known.catalogue.care)
    elif len(before) > 2:
        names = [one.names.get(known.language, one.name) for one in known.facilities if before[2] in one.places]
        yield from texts(before[:3], joined(before[3:], last), names)
        yield from words(before, last, [_ours(FOR, known)]) if len(before) > 3 else ()


def _transfer(before: Sequence[str], last: str, known: Known) -> Offers:
    moving = [one for one in known.lookups.transfers() if any(one.state in states for states in BEFORE.values())]
    if len(before) == 1:
        about = {one.incident for one in moving}
        yield from (offer for offer in incidents(before, last, known) if _ident(offer.label, known) in about)
        wanted = {one.depot for one in moving}
        yield from texts(before, last, [depot.names.get(known.language, depot.name) for depot in known.depots if depot.id in wanted])
    elif find_word(before, tuple(STEPS)) is None:
        yield from words(before, last, [word for word in STEPS if word.isascii() is (known.language != "zh")])
    elif STEPS.get(before[-1].casefold()) == "send":
        yield from units(before, last, known)


def _placed(before: Sequence[str], last: str, known: Known) -> Offers:
    if len(before) == 1:
        waiting = [one for one in known.lookups.placements() if one.state in ("reserved", "arrived")]
        about = {ident for one in waiting for ident in (one.unit, one.incident)}
        yield from (offer for offer in _both(before, last, known) if _ident(offer.label, known) in about)
    elif len(before) == 2:
        yield from words(before, last, [word for word in MOVES if word.isascii() is (known.language != "zh")])


def _print(before: Sequence[str], last: str, known: Known) -> Offers:
    if len(before) == 1:
        yield from words(before, last, [word for word in PAPER_WORDS if word.isdecimal() or word.isascii() is (known.language != "zh")])
    elif len(before) == 2 and PAPER_WORDS.get(before[1].casefold()) not in (None, *PAPERS_OF_ALL):
        yield from incidents(before, last, known)


def _reach(before: Sequence[str], last: str, known: Known) -> Offers:
    if len(before) == 1:
        yield from units(before, last, known)
        yield from words(before, last, [profile.words[0] for profile in known.window.profiles])
    else:
        yield from places(before[:2], joined(before[2:], last), known)


def _resume(before: Sequence[str], last: str, known: Known) -> Offers:
    for n, said in enumerate(known.window.parked, start=1):
        if len(before) == 1 and str(n).startswith(last):
            yield Completion(joined(before, str(n)), str(n), said, "word")


def _merged(before: Sequence[str], last: str, known: Known) -> Offers:
    if len(before) == 1:
        there = (offer for offer in incidents(before, last, known, closed=True))
        yield from (offer for offer in there if known.incidents[offer.label.upper()].merged_into is not None)


def _pair(before: Sequence[str], last: str, known: Known) -> Offers:
    if len(before) <= 2:
        yield from (offer for offer in incidents(before, last, known) if offer.label not in before)


def _first_only(first: Maker) -> Maker:
    return _then(first, ())


ARGUMENTS: Mapping[Verb, Maker] = {
    Verb.CLOSURE: _closure,
    Verb.AROUND: _around,
    Verb.HAZARD: _around,
    Verb.CLOSE: _with_reason(Verb.CLOSE, incidents),
    Verb.CANCEL: _with_reason(Verb.CANCEL, incidents),
    Verb.WITHDRAW: _with_reason(Verb.WITHDRAW, units),
    Verb.PRIORITY: _numbers(5),
    Verb.GRADE: _numbers(4),
    Verb.LEVEL: _numbers(9),
    Verb.TYPE: _type,
    Verb.NAME: _first_only(incidents),
    Verb.JOIN: _first_only(incidents),
    Verb.APART: _pair,
    Verb.SPLIT: _merged,
    Verb.ANSWER: _then(units, tuple(ANSWERS)),
    Verb.MAYDAY: _then(units, END),
    Verb.ROLL_CALL: _then(_both, END),
    Verb.TIMER: _timer,
    Verb.HAND: _hand,
    Verb.SETTLE: _settle,
    Verb.RESUME: _resume,
    Verb.STOCK: _goods,
    Verb.ASK: _goods,
    Verb.TRANSFER: _transfer,
    Verb.KEEP: _keep,
    Verb.PLACED: _placed,
    Verb.HOSPITAL: _first_only(_both),
    Verb.PRINT: _print,
    Verb.REACH: _reach,
}
"""By verb: offers for the word being typed behind it."""
