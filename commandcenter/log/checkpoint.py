"""Checkpoints: what an operation held at a moment, signed by a hub, a desk or a partner, and co-signed by others.

A checkpoint is worked out from the set of entries alone: every node that has the same entries gets the same root (ADR 9). It names the
ends of all feeds, so a copy that lost its tail is found out by any checkpoint that was kept elsewhere or beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from commandcenter.log.codec import Limits, MalformedError, decode, encode
from commandcenter.log.merkle import Frontier, leaf_hash
from commandcenter.log.proofcheck import ProofError, Statement, check_ends, check_signatures, device_of, end_leaf, read_statement, tree_root
from commandcenter.log.rows import Row, Tip
from commandcenter.log.signed import read_link
from commandcenter.log.signing import DeviceKey
from commandcenter.model.entries import EntryId, Value
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import Id, id_bytes, id_from_bytes

VERSION = 1
PURPOSE = "checkpoint"
LIMITS = Limits(size=16 << 20, depth=6, items=700_000)
"""100,000 ends and their roots."""


class Feeds(Protocol):
    """A copy of an operation, as far as a checkpoint needs it: a desk's log, a hub's tables."""

    @property
    def operation(self) -> Id:
        """The operation."""

    def leaves(self) -> Mapping[Id, tuple[Tip, ...]]:
        """Return the ends of each feed."""

    def feed(self, device: Id, after: int = 0) -> Iterator[Row]:
        """Yield the rows of one feed by (seq, id), seq > `after`."""


@dataclass(frozen=True, slots=True)
class End:
    """An end of a feed, and the root over the ids of all entries up to it."""

    device: Id
    seq: int
    id: EntryId
    root: bytes

    def leaf(self) -> bytes:
        """Return its leaf hash in the tree of the operation."""
        return end_leaf(id_bytes(self.device), self.seq, self.id, self.root)


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A statement with the ends it was made of, and who vouches for it."""

    statement: bytes
    ends: tuple[End, ...]
    """Sorted by (device, seq, id)."""
    signatures: Mapping[bytes, bytes]
    """Public key → signature."""

    @property
    def said(self) -> Statement:
        """Return what it says."""
        return read_statement(self.statement)

    @property
    def signers(self) -> tuple[Id, ...]:
        """Return the devices that signed, first signer first."""
        return tuple(Id(device_of(key)) for key in self.signatures)

    def signed_by(self, key: DeviceKey) -> Checkpoint:
        """Return it with one more signature."""
        return replace(self, signatures={**self.signatures, key.public_key: key.attest(PURPOSE, self.statement)})

    def joined(self, other: Checkpoint) -> Checkpoint:
        """Return it with the signatures of another copy of the same statement."""
        return replace(self, signatures={**self.signatures, **other.signatures})

    def encoded(self) -> bytes:
        """Return the bytes of its file."""
        return encode(["checkpoint", self.statement, signature_rows(self), end_rows(self)], LIMITS)


class Roots:
    """The roots of growing feeds, kept between checkpoints: only what is new is read. One thread."""

    def __init__(self) -> None:
        """Start with nothing."""
        self._kept: dict[Id, tuple[Tip, Frontier]] = {}

    def ends(self, log: Feeds) -> tuple[tuple[End, ...], int]:
        """Return the ends of all feeds, and how many entries they stand for."""
        ends: list[End] = []
        entries = 0
        for device, tips in sorted(log.leaves().items()):
            found = self._grown(log, device, tips[0]) if len(tips) == 1 else None
            forked, count = _forked(log, device, tips) if found is None else ([found], found.seq)
            ends += forked
            entries += count
        return tuple(ends), entries

    def _grown(self, log: Feeds, device: Id, tip: Tip) -> End | None:
        """Return the end of a feed without branches; `None` where it does not go on from what was read before."""
        last, frontier = self._kept.get(device, (Tip(0, EntryId(bytes(32))), Frontier()))
        for row in log.feed(device, last.seq):
            if row.seq > tip.seq:
                break
            if read_link(row.signed.header).prev != last.id:
                self._kept.pop(device, None)
                return None
            frontier.append(leaf_hash(row.id))
            last = Tip(row.seq, row.id)
        self._kept[device] = last, frontier
        if last != tip:
            self._kept.pop(device)
            return None
        return End(device, last.seq, last.id, frontier.root())


def branch(log: Feeds, device: Id, tip: Tip) -> list[EntryId]:
    """Return the entries of a feed from its first one up to an end, along their chain; `KnownError` where one is missing."""
    before = {row.id: read_link(row.signed.header).prev for row in log.feed(device) if row.seq <= tip.seq}
    path: list[EntryId] = []
    at = tip.id
    while at in before:
        path.append(at)
        at = before[at]
    if len(path) != tip.seq:
        raise KnownError("The feed of device {device} is not whole here; fetch what is missing from another desk first.", device=device[:8])
    return path[::-1]


def _forked(log: Feeds, device: Id, tips: tuple[Tip, ...]) -> tuple[list[End], int]:
    ends: list[End] = []
    held: set[EntryId] = set()
    for tip in tips:
        path, frontier = branch(log, device, tip), Frontier()
        held.update(path)
        for entry in path:
            frontier.append(leaf_hash(entry))
        ends.append(End(device, tip.seq, tip.id, frontier.root()))
    return ends, len(held)


def take(log: Feeds, wall_ms: int, roots: Roots | None = None) -> Checkpoint:
    """Return a checkpoint of all that is here, not yet signed. Raises `KnownError` for an empty operation. The log's thread."""
    ends, entries = (roots or Roots()).ends(log)
    if not ends:
        raise KnownError("There is nothing in this operation yet.")
    root = tree_root([end.leaf() for end in ends])
    statement = encode([VERSION, id_bytes(log.operation), wall_ms, entries, len(ends), root])
    return Checkpoint(statement, ends, {})


class Holder(Feeds, Protocol):
    """A copy that can also be asked for single entries."""

    def known(self, ids: Sequence[EntryId]) -> set[EntryId]:
        """Return which of these entries are here."""


def held(log: Holder, checkpoint: Checkpoint) -> bool:
    """Return whether all that a checkpoint names is here: an end is never here without what is before it. Quick. The log's thread."""
    ids = [end.id for end in checkpoint.ends]
    return checkpoint.said.operation == log.operation and len(log.known(ids)) == len(set(ids))


def agrees(log: Feeds, checkpoint: Checkpoint) -> bool:
    """Return whether all that a checkpoint stands for is here, as it says: what who co-signs has to know. The log's thread."""
    if checkpoint.said.operation != log.operation:
        return False
    for end in checkpoint.ends:
        held = {row.id for row in log.feed(end.device, end.seq - 1) if row.seq == end.seq}
        if end.id not in held:
            return False
        frontier = Frontier()
        for entry in branch(log, end.device, Tip(end.seq, end.id)):
            frontier.append(leaf_hash(entry))
        if frontier.root() != end.root:
            return False
    return True


def read_checkpoint(raw: bytes) -> Checkpoint:
    """Return a foreign checkpoint whose root and signatures hold; `MalformedError` otherwise."""
    match decode(raw, LIMITS):
        case ["checkpoint", bytes() as statement, list() as signatures, list() as ends]:
            found = Checkpoint(statement, tuple(map(_end, ends)), dict(map(_signature, signatures)))
        case _:
            raise MalformedError("not a checkpoint")
    try:
        check_signatures(statement, list(found.signatures.items()))
        check_ends(found.said, end_rows(found))
    except ProofError as error:
        raise MalformedError(str(error)) from error
    return found


def load(path: Path) -> Checkpoint:
    """Return the checkpoint in a file. Raises `KnownError`."""
    try:
        if path.stat().st_size > LIMITS.size:
            raise MalformedError("too large")
        return read_checkpoint(path.read_bytes())
    except OSError as error:
        raise KnownError("The checkpoint {file} cannot be read: {why}.", file=path.name, why=error.strerror or str(error)) from error
    except MalformedError as error:
        raise KnownError("The file {file} is no checkpoint that holds: {why}.", file=path.name, why=str(error)) from error


def signature_rows(checkpoint: Checkpoint) -> list[Value]:
    """Return the signatures as files carry them."""
    return [[key, signature] for key, signature in checkpoint.signatures.items()]


def end_rows(checkpoint: Checkpoint) -> list[list[Value]]:
    """Return the ends as files carry them."""
    return [end_row(end) for end in checkpoint.ends]


def end_row(end: End) -> list[Value]:
    """Return an end as files carry it."""
    return [id_bytes(end.device), end.seq, end.id, end.root]


def _end(value: Value) -> End:
    match value:
        case [bytes() as device, int() as seq, bytes() as entry, bytes() as root] if (len(device), len(entry), len(root)) == (16, 32, 32):
            if not isinstance(seq, bool) and 0 < seq < 1 << 63:
                return End(id_from_bytes(device), seq, EntryId(entry), root)
    raise MalformedError("not an end of a feed")


def _signature(value: Value) -> tuple[bytes, bytes]:
    match value:
        case [bytes() as key, bytes() as signature] if (len(key), len(signature)) == (32, 64):
            return key, signature
    raise MalformedError("not a signature")
