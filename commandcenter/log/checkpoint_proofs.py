"""Makes proofs for others: that an entry is in an operation, and that nothing was taken out between two checkpoints.

They are checked by `proofcheck`, without the log.
"""

from __future__ import annotations

from commandcenter.log.checkpoint import LIMITS, Checkpoint, End, Feeds, branch, end_row, end_rows, signature_rows
from commandcenter.log.codec import encode
from commandcenter.log.merkle import Tree, leaf_hash
from commandcenter.log.rows import Row, Tip
from commandcenter.model.entries import EntryId, Value
from commandcenter.model.errors import KnownError


def inclusion_proof(log: Feeds, checkpoint: Checkpoint, row: Row, public_key: bytes) -> bytes:
    """Return the file that proves an entry to be in an operation; its contents stay hidden. The log's thread.

    Raises `KnownError` where the checkpoint is older than the entry, or what it stands for is not here.
    """
    for place, end in enumerate(checkpoint.ends):
        if end.device != row.device or end.seq < row.seq:
            continue
        path = _branch(log, end)
        if path[row.seq - 1] != row.id:
            continue
        feed = Tree(leaf_hash(entry) for entry in path)
        top = Tree(one.leaf() for one in checkpoint.ends)
        parts: list[Value] = ["inclusion", checkpoint.statement, signature_rows(checkpoint), end_row(end), place]
        parts += [top.inclusion(place, len(top)), feed.inclusion(row.seq - 1, end.seq)]
        return encode([*parts, row.signed.header, row.signed.signature, public_key], LIMITS)
    raise KnownError("This entry is later than the checkpoint; make a new checkpoint first.")


def consistency_proof(log: Feeds, old: Checkpoint, new: Checkpoint) -> bytes:
    """Return the file that proves that all an older checkpoint stands for is in a newer one, unchanged. The log's thread.

    Raises `KnownError` where it is not, or what they stand for is not here.
    """
    links: list[Value] = [_link(log, end, new) for end in old.ends]
    parts: list[Value] = ["consistency", old.statement, signature_rows(old), end_rows(old)]
    return encode([*parts, new.statement, signature_rows(new), end_rows(new), links], LIMITS)


def _link(log: Feeds, old: End, new: Checkpoint) -> list[Value]:
    """Return where in the newer checkpoint a feed goes on, and the path that proves it."""
    for place, end in enumerate(new.ends):
        if end.device != old.device or end.seq < old.seq:
            continue
        path = _branch(log, end)
        if path[old.seq - 1] == old.id:
            return [place, Tree(leaf_hash(entry) for entry in path).extension(old.seq, end.seq)]
    raise KnownError("The newer checkpoint lacks what device {device} had written; it does not go on from the older one.", device=old.device[:8])


def _branch(log: Feeds, end: End) -> list[EntryId]:
    return branch(log, end.device, Tip(end.seq, end.id))
