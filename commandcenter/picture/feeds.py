"""What is here of each device's feed, as chains of hashes: so that "known at that moment" can be pinned, and nobody can write before it.

A feed that is not forked is one run of 16-byte ids, one per entry. What does not continue that run (a fork, or an entry that
came before its predecessor) is kept aside with its link. The order of arrival never changes what `covers` says.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from commandcenter.model.entries import Entry, Value
from commandcenter.model.ids import Id

SHORT = 16
"""Bytes of an entry's id that name it in a head."""

Ends = Mapping[Id, tuple[tuple[int, bytes], ...]]
"""Device → (seq, first 16 bytes of the id) of the ends of its feed: one, or one per branch of a fork."""


class _Feed:
    """One device's feed."""

    __slots__ = ("aside", "last", "run")

    def __init__(self) -> None:
        self.run = bytearray()
        self.last = bytes(32)
        """The full id of the run's end."""
        self.aside: dict[bytes, tuple[int, bytes]] = {}
        """Short id → (seq, short id of the one before)."""

    def in_run(self, seq: int, short: bytes) -> bool:
        return self.run[(seq - 1) * SHORT : seq * SHORT] == short

    def reaches(self, end: tuple[int, bytes], seq: int, short: bytes) -> bool:
        """Return whether the entry `short` with number `seq` is the end or before it on its branch."""
        number, at = end
        while number > seq and not self.in_run(number, at):
            link = self.aside.get(at)
            if link is None or link[0] != number:
                return False
            number, at = number - 1, link[1]
        return at == short if number == seq else number > seq and self.in_run(seq, short)

    def missing(self, end: tuple[int, bytes]) -> bytes | None:
        """Return the short id at which the way back from an end breaks off here; `None` where it is whole."""
        number, at = end
        while number > 0 and not self.in_run(number, at):
            link = self.aside.get(at)
            if link is None or link[0] != number:
                return at
            number, at = number - 1, link[1]
        return None

    def ends(self) -> tuple[tuple[int, bytes], ...]:
        before = {link[1] for link in self.aside.values()}
        found = [(seq, short) for short, (seq, _) in self.aside.items() if short not in before]
        if self.run and bytes(self.run[-SHORT:]) not in before:
            found.append((len(self.run) // SHORT, bytes(self.run[-SHORT:])))
        return tuple(sorted(found))


_NOTHING = _Feed()
"""The feed of a device that has written nothing here; never written to."""


class Feeds:
    """All feeds of an operation. One thread. To ask about a device that wrote nothing leaves no trace."""

    def __init__(self) -> None:
        """Start empty."""
        self._feeds: defaultdict[Id, _Feed] = defaultdict(_Feed)

    def add(self, entry: Entry) -> None:
        """Take in an entry, each once."""
        feed = self._feeds[entry.device]
        if entry.prev == feed.last and entry.seq * SHORT == len(feed.run) + SHORT:
            feed.run += entry.id[:SHORT]
            feed.last = entry.id
        else:
            feed.aside[entry.id[:SHORT]] = (entry.seq, entry.prev[:SHORT])

    def covers(self, ends: Ends, entry: Entry) -> bool:
        """Return whether an entry is one of these ends or before one in its feed."""
        short = entry.id[:SHORT]
        feed = self._feeds.get(entry.device, _NOTHING)
        return any(feed.reaches(end, entry.seq, short) for end in ends.get(entry.device, ()) if end[0] >= entry.seq)

    def missing(self, ends: Ends) -> set[bytes]:
        """Return the short ids that must come before `covers` can say all it will ever say about these ends."""
        found = (self._feeds.get(device, _NOTHING).missing(end) for device, branches in ends.items() for end in branches)
        return {short for short in found if short is not None}

    def ends(self, devices: Iterable[Id] | None = None) -> Ends:
        """Return where each feed ends here, of all devices or of some."""
        wanted = self._feeds if devices is None else [device for device in devices if device in self._feeds]
        return {device: ends for device in sorted(wanted) if (ends := self._feeds[device].ends())}

    def place(self, device: Id, entry: bytes) -> tuple[int, bytes] | None:
        """Return an entry of a device as the end of its feed; `None` when it is not here. For rare questions, it searches."""
        feed, short = self._feeds.get(device, _NOTHING), entry[:SHORT]
        if short in feed.aside:
            return feed.aside[short][0], short
        at = _in_row(feed.run, short)
        return None if at is None else (at // SHORT + 1, short)

    def forked(self, device: Id) -> bool:
        """Return whether a feed is not one unbroken run."""
        return bool(self._feeds.get(device, _NOTHING).aside)

    def has(self, entry: bytes) -> bool:
        """Return whether an entry is here; for rare questions, it searches."""
        short = entry[:SHORT]
        return any(short in feed.aside or _in_row(feed.run, short) is not None for feed in self._feeds.values())

    def devices(self) -> tuple[Id, ...]:
        """Return all devices that wrote here."""
        return tuple(sorted(self._feeds))


def _in_row(run: bytearray, short: bytes) -> int | None:
    """Return where in a run an id begins."""
    at = run.find(short) if short else -1
    while at >= 0 and at % SHORT:
        at = run.find(short, at + 1)
    return at if at >= 0 else None


def ends_value(ends: Ends) -> Value:
    """Return ends as an entry carries them."""
    return {device: [[seq, short] for seq, short in branches] for device, branches in ends.items()}


def read_ends(value: Value) -> Ends:
    """Return the ends that an entry carries; broken ones are left out, so that they cover nothing."""
    if not isinstance(value, Mapping):
        return {}
    return {Id(device): _branches(branches) for device, branches in value.items() if isinstance(branches, Sequence)}


def _branches(branches: Sequence[Value]) -> tuple[tuple[int, bytes], ...]:
    found: list[tuple[int, bytes]] = []
    for branch in branches:
        match branch:
            case [int() as seq, bytes() as short] if len(short) == SHORT:
                found.append((seq, short))
    return tuple(found)
