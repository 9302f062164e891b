"""What could come next on the command line. Pure; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice

from commandcenter.ui.command_line.arguments import ARGUMENTS, Maker
from commandcenter.ui.command_line.known import Known, Named
from commandcenter.ui.command_line.offers import Completion, groups, incidents, joined, places, templates, units
from commandcenter.ui.command_line.verbs import BY_WORD, STATUS_CODES, USAGES, Verb
from commandcenter.ui.i18n.closed_words import STATUS_SAID

LIMIT = 8
_TAKES_INCIDENT = frozenset({Verb.DISPATCH, Verb.RECOMMEND, Verb.CONTROL, Verb.HOLD, Verb.REOPEN, Verb.SHOW, Verb.SEARCH})
_TAKES_UNITS = frozenset({Verb.RELEASE, Verb.CREW, Verb.SHOW, Verb.ORDER, Verb.CONTACT, Verb.READ_BACK})
_TAKES_MORE_UNITS = frozenset({Verb.DISPATCH, Verb.RELEASE, Verb.CREW, Verb.ORDER, Verb.CONTACT})


def complete(line: str, known: Known, limit: int = LIMIT) -> list[Completion]:
    """Return offers for the word being typed, best first."""
    words = line.removeprefix("/").split()
    if not words or line[-1].isspace():
        words.append("")
    *before, last = words
    offers = _first(last, known) if not before else _later(before, last, known)
    by_line = {offer.line: offer for offer in islice(offers, 4 * limit)}
    return list(by_line.values())[:limit]


def _first(last: str, known: Known) -> Iterator[Completion]:
    for usage in USAGES:
        word = next((w for w in usage.words if w.startswith(last.casefold())), None)
        if word is not None:
            yield Completion(word + " ", word, usage.does, "verb")
    if last:
        yield from units([], last, known)
        yield from incidents([], last, known)
        yield from places([], last, known)


def _later(before: Sequence[str], last: str, known: Known) -> Iterator[Completion]:
    verb = BY_WORD.get(before[0].casefold())
    if verb is not None:
        make = _MAKERS.get(verb)
        yield from make(before, last, known) if make is not None else _plain(verb, before, last, known)
    elif known.unit(before[0]):
        yield from _after_callsign(before, last, known)
    else:
        yield from places([], joined(before, last), known)


def _plain(verb: Verb, before: Sequence[str], last: str, known: Known) -> Iterator[Completion]:
    """Offer incidents or units first, then more units."""
    if len(before) == 1 and verb in _TAKES_INCIDENT:
        yield from incidents(before, last, known, closed=verb is Verb.REOPEN)
    if verb in (_TAKES_UNITS if len(before) == 1 else _TAKES_MORE_UNITS):
        yield from units(before, last, known)


def _message(before: Sequence[str], last: str, known: Known) -> Iterator[Completion]:
    if len(before) == 1:
        yield from incidents(before, last, known)
        yield from units(before, last, known)
        yield from groups(before, last, known)
    elif last.startswith("="):
        yield from templates(before, last, known)


def _merge(before: Sequence[str], last: str, known: Known) -> Iterator[Completion]:
    yield from (offer for offer in incidents(before, last, known) if offer.label not in before)


def _move(before: Sequence[str], last: str, known: Known) -> Iterator[Completion]:
    if len(before) == 1:
        yield from incidents(before, last, known)
    else:
        yield from places(before[:2], joined(before[2:], last), known)


def _place(before: Sequence[str], last: str, known: Known) -> Iterator[Completion]:
    yield from places(before[:1], joined(before[1:], last), known)


def _late(before: Sequence[str], last: str, known: Known) -> Iterator[Completion]:
    """Offer for the line behind the time what would be offered for it by itself."""
    if len(before) > 1:
        inner = _later(before[2:], last, known) if len(before) > 2 else _first(last, known)
        for offer in inner:
            yield Completion(joined(before[:2], offer.line), offer.label, offer.detail, offer.kind)


def _named(names: Callable[[Known], Sequence[Named]]) -> Maker:
    """Return offers for what the window has a name for."""

    def make(before: Sequence[str], last: str, known: Known) -> Iterator[Completion]:
        wanted = joined(before[1:], last).strip().casefold()
        for one in names(known):
            if any(word.casefold().startswith(wanted) for word in (*one.words, one.code)):
                yield Completion(joined(before[:1], one.words[0]), one.words[0], "", "window")

    return make


def _after_callsign(before: Sequence[str], last: str, known: Known) -> Iterator[Completion]:
    for status, code in STATUS_CODES.items():
        if code.startswith(last.casefold()):
            yield Completion(joined(before, code), code, STATUS_SAID[status], "status")
    yield from incidents(before, last, known)
    yield from units(before, last, known)


def _new(before: Sequence[str], last: str, known: Known) -> Iterator[Completion]:
    found = known.type_in(before[1:])
    if found is not None:
        kept = 1 + found[1]
        yield from places(before[:kept], joined(before[kept:], last), known)
        return
    wanted = joined(before[1:], last).strip()
    ranked = sorted(known.types, key=lambda kind: -kind.matches(wanted)) if wanted else known.types
    for kind in ranked:
        if not wanted or kind.matches(wanted):
            yield Completion(joined(before[:1], kind.code + " "), kind.names.get(known.language, kind.code), kind.code, "type")


_MAKERS: Mapping[Verb, Maker] = {
    **ARGUMENTS,
    Verb.NEW: _new,
    Verb.LATE: _late,
    Verb.MESSAGE: _message,
    Verb.MERGE: _merge,
    Verb.MOVE: _move,
    Verb.GO: _place,
    Verb.COPY: _place,
    Verb.OPEN: _named(lambda known: known.window.acts),
    Verb.HIDE: _named(lambda known: known.window.panels),
    Verb.LAYER: _named(lambda known: known.window.layers),
}
