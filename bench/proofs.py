"""Merkle trees and proofs of a million entries: time and bytes.

Trees need ids only, so these are made up; what an audit costs per entry stands in `bench.log`.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from bench.row import Row
from commandcenter.log.checkpoint import Checkpoint, End
from commandcenter.log.codec import encode
from commandcenter.log.merkle import Frontier, Tree, leaf_hash
from commandcenter.log.proofcheck import check_extension, root_by_inclusion, tree_root
from commandcenter.log.signing import DeviceKey
from commandcenter.model.entries import EntryId
from commandcenter.model.ids import Id, id_bytes

DEVICES = 20
T = TypeVar("T")


def rows(quick: bool) -> list[Row]:
    """Measure; ten seconds, `quick` one."""
    entries = 100_000 if quick else 1_000_000
    leaves = [leaf_hash(hashlib.sha256(n.to_bytes(8, "big")).digest()) for n in range(entries)]
    root_s, root = _timed(partial(_root, leaves))
    bare_s, _ = _timed(lambda: [hashlib.sha256(leaf).digest() for leaf in leaves])
    tree_s, tree = _timed(lambda: Tree(leaves))
    place, old = entries // 3, entries // 2 + 1
    paths_s, (inclusion, extension) = _timed(lambda: (tree.inclusion(place, entries), tree.extension(old, entries)))
    if root_by_inclusion(leaves[place], place, entries, inclusion) != root:
        raise SystemExit("a path that was just made does not lead to the root")
    check_s, _ = _timed(lambda: check_extension(old, tree.root(old), entries, root, extension))
    return [
        Row(f"Merkle root over {entries:,} entries", root_s, "s", f"one SHA-256 each: {bare_s:.2g} s", root_s / bare_s),
        Row(f"whole tree of {entries:,} entries, for proofs", tree_s, "s"),
        Row("both paths out of it", 1e3 * paths_s, "ms"),
        Row("checking a consistency path", 1e3 * check_s, "ms"),
        Row("inclusion path", 32.0 * len(inclusion), "bytes"),
        Row("consistency path of one feed", 32.0 * len(extension), "bytes"),
        Row(f"checkpoint of {DEVICES} devices, two signatures", float(len(checkpoint(root).encoded())), "bytes"),
    ]


def _root(leaves: list[bytes]) -> bytes:
    frontier = Frontier()
    for leaf in leaves:
        frontier.append(leaf)
    return frontier.root()


def checkpoint(root: bytes) -> Checkpoint:
    """Return a checkpoint of some devices that two have signed."""
    ends = tuple(End(Id(f"{n:032x}"), 1, EntryId(hashlib.sha256(bytes([n])).digest()), root) for n in range(DEVICES))
    statement = encode([1, id_bytes(Id("a" * 32)), 1_790_000_000_000, DEVICES, DEVICES, tree_root([end.leaf() for end in ends])])
    return Checkpoint(statement, ends, {}).signed_by(DeviceKey(bytes(32))).signed_by(DeviceKey(b"k" * 32))


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    start_s = time.perf_counter()
    found = work()
    return time.perf_counter() - start_s, found
