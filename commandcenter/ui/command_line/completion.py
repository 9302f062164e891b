"""What could come next on the command line. Pure; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from commandcenter.model.sentences import Sentence
from commandcenter.picture.groups import members_of
from commandcenter.ui.command_line.known import Known, Named
from commandcenter.ui.command_line.verbs import BY_WORD, STATUS_CODES, USAGES, Verb
from commandcenter.ui.i18n.closed_words import STATUS_SAID

LIMIT = 8
_TAKES_INCIDENT = {
    Verb.DISPATCH,
    Verb.RECOMMEND,
    Verb.CONTROL,
    Verb.CLOSE,
    Verb.CANCEL,
    Verb.REOPEN,
    Verb.MERGE,
    Verb.PRIORITY,
    Verb.MOVE,
    Verb.SHOW,
    Verb.MESSAGE,
    Verb.ROLL_CALL,
}
_TAKES_UNITS = {Verb.RELEASE, Verb.CREW, Verb.SHOW, Verb.MESSAGE, Verb.ORDER, Verb.ANSWER, Verb.MAYDAY, Verb.CONTACT, Verb.ROLL_CALL, Verb.REACH}

WINDOW_NAMES: Mapping[Verb, Callable[[Known], Sequence[Named]]] = {
    Verb.OPEN: lambda known: known.window.acts,
    Verb.HIDE: lambda known: known.window.panels,
    Verb.LAYER: lambda known: known.window.layers,
}


@dataclass(frozen=True, slots=True)
class Completion:
    """One offer: the whole line it would make, and what it is."""

    line: str
    label: str
    detail: Sentence | str
    kind: str
    """verb, unit, group, template, incident, type, status place or window."""


def complete(line: str, known: Known, limit: int = LIMIT) -> list[Completion]:
    """Return offers for the word being typed, best first."""
    words = line.removeprefix("/").split()
    if not words or line[-1].isspace():
        words.append("")
    *before, last = words
    offers = _first(last, known) if not before else _later(before, last, known)
    by_line = {offer.line: offer for offer in islice(offers, 4 * limit)}
    return list(by_line.values())[:limit]


def _joined(kept: Sequence[str], text: str) -> str:
    return " ".join([*kept, text])


def _first(last: str, known: Known) -> Iterator[Completion]:
    for usage in USAGES:
        word = next((w for w in usage.words if w.startswith(last.casefold())), None)
        if word is not None:
            yield Completion(word + " ", word, usage.does, "verb")
    if last:
        yield from _units([], last, known)
        yield from _incidents([], last, known)
        yield from _places([], last, known)


def _later(before: list[str], last: str, known: Known) -> Iterator[Completion]:
    verb = BY_WORD.get(before[0].casefold())
    if verb is None:
        yield from _after_callsign(before, last, known) if known.unit(before[0]) else _places([], _joined(before, last), known)
    elif verb is Verb.NEW:
        yield from _new(before, last, known)
    elif verb in WINDOW_NAMES:
        yield from _named(before, last, WINDOW_NAMES[verb](known))
    elif verb in {Verb.GO, Verb.COPY}:
        yield from _places(before[:1], _joined(before[1:], last), known)
    elif len(before) == 1:
        if verb in _TAKES_INCIDENT:
            yield from _incidents(before, last, known, closed=verb is Verb.REOPEN)
        if verb in _TAKES_UNITS:
            yield from _units(before, last, known)
        if verb is Verb.MESSAGE:
            yield from _groups(before, last, known)
    elif verb is Verb.MOVE:
        yield from _places(before[:2], _joined(before[2:], last), known)
    elif verb is Verb.MESSAGE and last.startswith("="):
        yield from _templates(before, last, known)
    elif verb in {Verb.DISPATCH, Verb.RELEASE, Verb.CREW, Verb.ORDER}:
        yield from _units(before, last, known)
    elif verb is Verb.MERGE:
        yield from _incidents(before, last, known)


def _named(before: list[str], last: str, among: Sequence[Named]) -> Iterator[Completion]:
    wanted = _joined(before[1:], last).strip().casefold()
    for one in among:
        if any(word.casefold().startswith(wanted) for word in (*one.words, one.code)):
            yield Completion(_joined(before[:1], one.words[0]), one.words[0], "", "window")


def _after_callsign(before: list[str], last: str, known: Known) -> Iterator[Completion]:
    for status, code in STATUS_CODES.items():
        if code.startswith(last.casefold()):
            yield Completion(_joined(before, code), code, STATUS_SAID[status], "status")
    yield from _incidents(before, last, known)
    yield from _units(before, last, known)


def _new(before: list[str], last: str, known: Known) -> Iterator[Completion]:
    found = known.type_in(before[1:])
    if found is not None:
        kept = 1 + found[1]
        yield from _places(before[:kept], _joined(before[kept:], last), known)
        return
    wanted = _joined(before[1:], last).strip()
    ranked = sorted(known.types, key=lambda kind: -kind.matches(wanted)) if wanted else known.types
    for kind in ranked:
        if not wanted or kind.matches(wanted):
            yield Completion(_joined(before[:1], kind.code + " "), kind.names.get(known.language, kind.code), kind.code, "type")


def _places(kept: Sequence[str], text: str, known: Known) -> Iterator[Completion]:
    for place in known.places.get(text.strip(), ()):
        yield Completion(
            _joined(kept, place.called(known.language)), place.called(known.language), place.where(known.language) or place.kind, "place"
        )


def _units(before: Sequence[str], last: str, known: Known) -> Iterator[Completion]:
    used = {word.upper() for word in before}
    for callsign, unit in known.units.items():
        if callsign.startswith(last.upper()) and callsign not in used:
            yield Completion(_joined(before, unit.callsign + " "), unit.callsign, STATUS_SAID[unit.status], "unit")


def _groups(before: Sequence[str], last: str, known: Known) -> Iterator[Completion]:
    for group in known.groups:
        if group.name.casefold().startswith(last.casefold()):
            yield Completion(
                _joined(before, group.name + " "), group.name, ", ".join(u.callsign for u in members_of(group, known.units.values())), "group"
            )


def _templates(before: Sequence[str], last: str, known: Known) -> Iterator[Completion]:
    for template in known.catalogue.messages if known.catalogue is not None else ():
        if template.code.startswith(last.removeprefix("=").casefold()):
            yield Completion(_joined(before, "=" + template.code), template.name(known.language), template.texts[known.language[:2]], "template")


def _incidents(before: Sequence[str], last: str, known: Known, *, closed: bool = False) -> Iterable[Completion]:
    wanted = last.removeprefix("#").upper()
    for number, incident in known.incidents.items():
        if incident.open is not closed and number.startswith(wanted):
            yield Completion(_joined(before, incident.number + " "), incident.number, incident.address, "incident")
