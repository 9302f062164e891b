"""Offers for the word being typed: units, incidents, places, groups, templates, and plain words. Pure; no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from commandcenter.model.sentences import Sentence
from commandcenter.picture.groups import members_of
from commandcenter.ui.command_line.known import Known
from commandcenter.ui.i18n.closed_words import STATUS_SAID


@dataclass(frozen=True, slots=True)
class Completion:
    """One offer: the whole line it would make, and what it is."""

    line: str
    label: str
    detail: Sentence | str
    kind: str
    """verb, unit, group, template, incident, type, status, place, word or window."""


def joined(kept: Sequence[str], text: str) -> str:
    """Return a line of words that stay and a text."""
    return " ".join([*kept, text])


def places(kept: Sequence[str], text: str, known: Known) -> Iterator[Completion]:
    """Offer the places that the search found for a text."""
    for place in known.places.get(text.strip(), ()):
        yield Completion(joined(kept, place.called(known.language)), place.called(known.language), place.where(known.language) or place.kind, "place")


def units(before: Sequence[str], last: str, known: Known) -> Iterator[Completion]:
    """Offer units that the line does not name yet."""
    used = {word.upper() for word in before}
    for callsign, unit in known.units.items():
        if callsign.startswith(last.upper()) and callsign not in used:
            yield Completion(joined(before, unit.callsign + " "), unit.callsign, STATUS_SAID[unit.status], "unit")


def groups(before: Sequence[str], last: str, known: Known) -> Iterator[Completion]:
    """Offer groups of units."""
    for group in known.groups:
        if group.name.casefold().startswith(last.casefold()):
            yield Completion(
                joined(before, group.name + " "), group.name, ", ".join(u.callsign for u in members_of(group, known.units.values())), "group"
            )


def templates(before: Sequence[str], last: str, known: Known) -> Iterator[Completion]:
    """Offer templates of messages."""
    for template in known.catalogue.messages if known.catalogue is not None else ():
        if template.code.startswith(last.removeprefix("=").casefold()):
            yield Completion(joined(before, "=" + template.code), template.name(known.language), template.texts[known.language[:2]], "template")


def incidents(before: Sequence[str], last: str, known: Known, *, closed: bool = False) -> Iterator[Completion]:
    """Offer incidents that are open, or those that are not."""
    wanted = last.removeprefix("#").upper()
    for number, incident in known.incidents.items():
        if incident.open is not closed and number.startswith(wanted):
            yield Completion(joined(before, incident.number + " "), incident.number, incident.address, "incident")


def words(before: Sequence[str], last: str, among: Iterable[str]) -> Iterator[Completion]:
    """Offer plain words that begin with what is typed."""
    for word in among:
        if word.casefold().startswith(last.casefold()):
            yield Completion(joined(before, word + " "), word, "", "word")


def texts(kept: Sequence[str], typed: str, among: Iterable[str], kind: str = "word") -> Iterator[Completion]:
    """Offer whole texts, of several words perhaps, that begin with all that is typed behind the words that stay."""
    for text in dict.fromkeys(among):
        if text.casefold().startswith(typed.strip().casefold()):
            yield Completion(joined(kept, text), text, "", kind)
