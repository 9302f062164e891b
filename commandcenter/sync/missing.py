"""Which entries another copy lacks, worked out from the ends of its feeds alone."""

from __future__ import annotations

from collections.abc import Iterator

from commandcenter.log.rows import Row, Tip
from commandcenter.log.signed import read_link
from commandcenter.model.entries import EntryId
from commandcenter.model.ids import Id
from commandcenter.sync.messages import Place
from commandcenter.sync.replica import Replica, Summary


def missing(replica: Replica, theirs: Summary, after: Place | None = None) -> Iterator[Row]:
    """Yield what a copy with these ends lacks, by (device, seq, id), after a place.

    Where they have an end that is unknown here and not beyond ours, the feed is forked: then all is sent that they do not
    surely have, and they ignore what they know. Where all their unknown ends are beyond ours nothing is sent: it is for them
    to send first, then their ends are known here. Of two copies that differ, one always has something to send.
    """
    for device, ours in sorted(replica.leaves().items()):
        ends = theirs.get(device, ())
        if ends == ours or (after is not None and device < after.device):
            continue
        if after is None or device > after.device:
            yield from _lacking(replica, device, ours, ends, 0)
        else:
            yield from (row for row in _lacking(replica, device, ours, ends, after.seq - 1) if (row.seq, row.id) > (after.seq, after.id))


def _lacking(replica: Replica, device: Id, ours: tuple[Tip, ...], theirs: tuple[Tip, ...], floor: int) -> Iterator[Row]:
    """Yield the rows of one feed, seq > `floor`, that are not at or before a known end of theirs."""
    known = replica.known([tip.id for tip in theirs])
    strange = [tip for tip in theirs if tip.id not in known]
    if strange and min(tip.seq for tip in strange) > ours[-1].seq:
        return
    if len(ours) == 1:
        held_up_to = max((tip.seq for tip in theirs if tip.id in known), default=0)
        yield from replica.feed(device, max(floor, held_up_to))
        return
    held = _held(replica, device, known)
    yield from (row for row in replica.feed(device, floor) if row.id not in held)


def _held(replica: Replica, device: Id, ends: set[EntryId]) -> set[EntryId]:
    """Return the entries of a forked feed at or before these ends."""
    chain = [(row.id, read_link(row.signed.header).prev) for row in replica.feed(device)]
    held = set(ends)
    for entry, prev in reversed(chain):
        if entry in held:
            held.add(prev)
    return held
