"""What an audit of a log finds."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.model.entries import EntryId
from commandcenter.model.ids import Id
from commandcenter.model.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Fault:
    """One entry that is not what was signed, or does not stand where it should."""

    position: int
    entry: EntryId
    device: Id
    seq: int
    reason: Sentence


@dataclass(frozen=True, slots=True)
class Consequence:
    """An entry that is as it was signed, but rests on one that is not: it follows it in its feed, or supersedes it."""

    position: int
    entry: EntryId
    cause: int
    """Position of the fault it rests on, over however many steps."""
    follows: bool
    """It comes later in the feed; else it supersedes."""


@dataclass(frozen=True, slots=True)
class Lost:
    """Entries that a signed checkpoint names and that are not here: the tail of a feed was removed, or an old copy was put back."""

    device: Id
    first: int
    last: int
    """Numbers in the feed; `first` is what is missing after what is here."""
    signers: tuple[Id, ...]
    wall_ms: int
    """When the checkpoint was made."""


@dataclass(frozen=True, slots=True)
class Audit:
    """What an audit found."""

    entries: int
    faults: tuple[Fault, ...]
    """In order of position; the first ones are kept."""
    fault_count: int
    consequences: tuple[Consequence, ...]
    """In order of position; the first ones are kept."""
    consequence_count: int
    lost: tuple[Lost, ...]
    forks: tuple[tuple[Id, int], ...]
    """(device, seq) that two properly signed entries claim: to be settled by a person, but nothing is broken."""
    dangling: int
    """Superseded entries of other devices that have not come here yet."""

    @property
    def ok(self) -> bool:
        """Return whether every entry is as it was signed and none is gone."""
        return self.fault_count == 0 and not self.lost

    @property
    def first_bad(self) -> Fault | None:
        """Return the first fault."""
        return self.faults[0] if self.faults else None
