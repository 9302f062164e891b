"""What a recorded log says: its calls with their units and times, and its faults as findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from commandcenter.model.sentences import Sentence, say
from commandcenter.model.words import LonLat

STEPS = ("Received", "Entry", "Dispatch", "Response", "On Scene", "Transport", "Hospital", "Available")
"""Each row's times, in the order in which they should happen."""


class Sort(StrEnum):
    """What can be wrong with a recorded log."""

    CLOCK = "clock inversion"
    """A later step is stamped before an earlier one."""
    DOUBLE = "double-booked"
    """A unit is sent to a call before it is available from another."""
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault of the source: shown, never mended in silence."""

    row: int
    sort: Sort
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Response:
    """One unit's part in a call; ms since the epoch by step."""

    row: int
    unit: str
    kind: str
    times_ms: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class RecordedCall:
    """One call with all its units."""

    number: str
    type: str
    received_ms: int
    at: LonLat
    address: str
    responses: tuple[Response, ...]


@dataclass(frozen=True, slots=True)
class Recorded:
    """A whole log."""

    name: str
    calls: tuple[RecordedCall, ...]
    """By time."""
    findings: tuple[Finding, ...]
    digest: str
    region: str = ""
    """Where it was recorded, as this program names regions; empty: elsewhere."""


def inversions(response: Response) -> Iterator[Finding]:
    """Yield where a later step is stamped before an earlier one."""
    times = response.times_ms
    known = [step for step in STEPS if step in times]
    for before, after in pairwise(known):
        if times[after] < times[before]:
            early_s = (times[before] - times[after]) // 1000
            sentence = say("{unit}: {after} is {seconds} s before {before}.", unit=response.unit, after=after, before=before, seconds=early_s)
            yield Finding(response.row, Sort.CLOCK, sentence)


def double_booked(responses: Sequence[Response]) -> Iterator[Finding]:
    """Yield where a unit is sent to a call before it is available from another."""
    last: dict[str, Response] = {}
    for response in sorted((r for r in responses if "Dispatch" in r.times_ms), key=lambda r: (r.times_ms["Dispatch"], r.row)):
        before = last.get(response.unit)
        until_ms = before.times_ms.get("Available") if before else None
        if before is not None and until_ms is not None and response.times_ms["Dispatch"] < until_ms:
            seconds = (until_ms - response.times_ms["Dispatch"]) // 1000
            sentence = say("{unit} is sent {seconds} s before it is available from row {row}.", unit=response.unit, seconds=seconds, row=before.row)
            yield Finding(response.row, Sort.DOUBLE, sentence)
        if before is None or until_ms is None or response.times_ms.get("Available", 0) >= until_ms:
            last[response.unit] = response


def findings_said(recorded: Recorded) -> tuple[Sentence, ...]:
    """Return how many faults of each sort the source has, and the first of each with its row."""
    said = []
    for sort, words in _SORTS.items():
        found = [finding for finding in recorded.findings if finding.sort is sort]
        if found:
            said.append(say("{what}: {n}, first in row {row}: {sentence}", what=words, n=len(found), row=found[0].row, sentence=found[0].sentence))
    return tuple(said)


_SORTS: Mapping[Sort, Sentence] = {
    Sort.CLOCK: say("Clock inversions in the source"),
    Sort.DOUBLE: say("Double-booked units in the source"),
    Sort.UNREADABLE: say("Unreadable rows in the source"),
}
