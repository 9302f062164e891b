"""Checks exported proofs of a command log. It stands alone: this one file needs Python, PyNaCl and cbor2, nothing else of the program.

    python -m commandcenter.log.proofcheck FILE [--signer DEVICE]        or        python proofcheck.py FILE

Each feed (what one device wrote) is a Merkle tree over its entries' ids; the ends of all feeds are the leaves of the tree of the
operation, sorted by (device, seq, id). Hashes, inclusion and consistency are those of RFC 9162, section 2.1. What is signed by Ed25519 is
"attest", a zero byte, "checkpoint", a zero byte and the statement: `[1, operation16, wall_ms, entries, ends, root32]`, CBOR.

| file | CBOR array |
|---|---|
| checkpoint | `["checkpoint", statement, [[key32, signature64] …], [end …]]`; an end is `[device16, seq, id32, root32]` |
| inclusion | `["inclusion", statement, signatures, end, end's place, [hash …], [hash …], header, signature64, key32]` |
| consistency | `["consistency", old statement, signatures, ends, new statement, signatures, ends, [[place in new, [hash …]] …]]` |
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeAlias

import cbor2
from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey

Foreign: TypeAlias = Any
"""Foreign bytes, decoded; checked as they are used."""
SIGNING_CONTEXT = b"attest\0checkpoint\0"
ENTRY_CONTEXT = b"cmdlog/1\0"
MOST_BYTES = 64 << 20
"""Larger files are refused unread: 100,000 ends need 10 MB."""
EMPTY_ROOT = hashlib.sha256(b"").digest()


class ProofError(ValueError):
    """The proof does not hold; the message says where."""


@dataclass(frozen=True)
class Statement:
    """What a checkpoint says of an operation."""

    operation: str
    wall_ms: int
    entries: int
    ends: int
    root: bytes


def leaf_hash(data: bytes) -> bytes:
    """Return the hash of a leaf (RFC 9162, 2.1.1)."""
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of an inner node."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def tree_root(leaves: Sequence[bytes]) -> bytes:
    """Return the root over leaf hashes; a node without a partner goes up as it is."""
    level = list(leaves)
    while len(level) > 1:
        above = [node_hash(left, right) for left, right in zip(level[::2], level[1::2], strict=False)]
        level = above + level[2 * len(above) :]
    return level[0] if level else EMPTY_ROOT


def end_leaf(device: bytes, seq: int, entry: bytes, root: bytes) -> bytes:
    """Return the leaf hash of one end of a feed in the tree of the operation."""
    return leaf_hash(device + seq.to_bytes(8, "big") + entry + root)


def root_by_inclusion(leaf: bytes, index: int, size: int, path: Sequence[bytes]) -> bytes:
    """Return the root that a path leads to from a leaf hash (RFC 9162, 2.1.3.2); `ProofError` when the path has a wrong length."""
    if not 0 <= index < size:
        raise ProofError("the place is outside the tree")
    number, last, root = index, size - 1, leaf
    for step in path:
        if last == 0:
            raise ProofError("the path is too long")
        if number % 2 or number == last:
            root = node_hash(step, root)
            while number % 2 == 0 and number:
                number, last = number >> 1, last >> 1
        else:
            root = node_hash(root, step)
        number, last = number >> 1, last >> 1
    if last:
        raise ProofError("the path is too short")
    return root


def check_extension(old_size: int, old_root: bytes, new_size: int, new_root: bytes, path: Sequence[bytes]) -> None:
    """Raise `ProofError` unless the new tree begins with the old one (RFC 9162, 2.1.4.2)."""
    if not 0 < old_size <= new_size:
        raise ProofError("the tree has become smaller")
    if old_size == new_size:
        if path or old_root != new_root:
            raise ProofError("two trees of one size differ")
        return
    steps = list(path) if old_size & (old_size - 1) else [old_root, *path]
    if not steps:
        raise ProofError("the path is too short")
    number, last = old_size - 1, new_size - 1
    while number % 2:
        number, last = number >> 1, last >> 1
    old = new = steps[0]
    for step in steps[1:]:
        if last == 0:
            raise ProofError("the path is too long")
        if number % 2 or number == last:
            old, new = node_hash(step, old), node_hash(step, new)
            while number % 2 == 0 and number:
                number, last = number >> 1, last >> 1
        else:
            new = node_hash(new, step)
        number, last = number >> 1, last >> 1
    if last or (old, new) != (old_root, new_root):
        raise ProofError("the new tree does not begin with the old one")


def device_of(key: bytes) -> str:
    """Return the id of the device with this public key."""
    return hashlib.sha256(b"dev\0" + key).digest()[:16].hex()


def read_statement(raw: bytes) -> Statement:
    """Return what a statement says; `ProofError` for anything else."""
    match _decoded(raw):
        case [1, bytes() as operation, int() as wall_ms, int() as entries, int() as ends, bytes() as root] if (len(operation), len(root)) == (16, 32):
            return Statement(operation.hex(), wall_ms, entries, ends, root)
    raise ProofError("not a statement of a checkpoint")


def check_signatures(statement: bytes, signatures: Sequence[Sequence[bytes]]) -> tuple[str, ...]:
    """Return the devices that signed a statement; `ProofError` where there is none or one does not hold."""
    message = SIGNING_CONTEXT + statement
    for key, signature in signatures:
        _check_signature(key, message, signature, "a signature of the checkpoint does not hold")
    if not signatures:
        raise ProofError("nobody has signed the checkpoint")
    return tuple(device_of(key) for key, _ in signatures)


def check_ends(statement: Statement, ends: Sequence[Sequence[Any]]) -> None:
    """Raise `ProofError` unless these are the ends that a statement was made of."""
    places = [(device, seq, entry) for device, seq, entry, _ in ends]
    if places != sorted(set(places)) or len(ends) != statement.ends or tree_root([end_leaf(*end) for end in ends]) != statement.root:
        raise ProofError("the ends of the feeds are not those of the checkpoint")
    unforked = len({device for device, *_ in ends}) == len(ends)
    if unforked and sum(seq for _, seq, *_ in ends) != statement.entries:
        raise ProofError("the number of entries is not that of the feeds")


def check_file(raw: bytes) -> list[str]:
    """Check a checkpoint or proof; return what it proves, line by line. Raises `ProofError`."""
    try:
        match _decoded(raw):
            case ["checkpoint", statement, signatures, ends]:
                return _checkpoint_lines(statement, signatures, ends)
            case ["inclusion", *parts] if len(parts) == 9:
                return _inclusion_lines(*parts)
            case ["consistency", *parts] if len(parts) == 7:
                return _consistency_lines(*parts)
    except (TypeError, ValueError, AttributeError, IndexError, OverflowError) as error:
        if isinstance(error, ProofError):
            raise
        raise ProofError(f"not in the form of a proof: {error}") from error
    raise ProofError("neither a checkpoint nor a proof")


def _checkpoint_lines(statement: bytes, signatures: Foreign, ends: Foreign) -> list[str]:
    said = read_statement(statement)
    signers = check_signatures(statement, signatures)
    check_ends(said, ends)
    return [f"Checkpoint: {_words(said)}.", *_signed_by(signers)]


def _inclusion_lines(
    statement: bytes,
    signatures: Foreign,
    end: Foreign,
    place: int,
    top: Foreign,
    path: Foreign,
    header: bytes,
    signature: bytes,
    key: bytes,
) -> list[str]:
    said, signers = read_statement(statement), check_signatures(statement, signatures)
    device, end_seq, entry, feed_root = end
    fields = _decoded(header)
    if (fields[1].hex(), fields[2]) != (said.operation, device) or device_of(key) != device.hex():
        raise ProofError("the entry is of another operation or device")
    entry_id = hashlib.sha256(header).digest()
    _check_signature(key, ENTRY_CONTEXT + entry_id, signature, "the entry's own signature does not hold")
    if root_by_inclusion(leaf_hash(entry_id), fields[3] - 1, end_seq, path) != feed_root:
        raise ProofError("the entry is not in the feed of its device")
    if root_by_inclusion(end_leaf(device, end_seq, entry, feed_root), place, said.ends, top) != said.root:
        raise ProofError("the feed is not in the checkpoint")
    written = f"Entry {entry_id.hex()} ({fields[9]}), number {fields[3]:,} of device {device.hex()}, is in the operation."
    return [written, f"Checkpoint: {_words(said)}.", *_signed_by(signers)]


def _consistency_lines(
    old: bytes,
    old_signatures: Foreign,
    old_ends: Foreign,
    new: bytes,
    new_signatures: Foreign,
    new_ends: Foreign,
    links: Foreign,
) -> list[str]:
    before, after = read_statement(old), read_statement(new)
    signers = (check_signatures(old, old_signatures), check_signatures(new, new_signatures))
    check_ends(before, old_ends)
    check_ends(after, new_ends)
    if before.operation != after.operation or len(links) != len(old_ends):
        raise ProofError("the checkpoints are of two operations, or an end of the older one is left out")
    for (device, seq, _, root), (place, path) in zip(old_ends, links, strict=True):
        new_device, new_seq, _, new_root = new_ends[place]
        if new_device != device or place < 0:
            raise ProofError("a feed is continued by another device")
        check_extension(seq, root, new_seq, new_root, path)
    added = after.entries - before.entries
    return [
        f"Nothing was removed or changed between two checkpoints: {_entries(added)} {'was' if added == 1 else 'were'} added.",
        f"Older: {_words(before)}.",
        *_signed_by(signers[0]),
        f"Newer: {_words(after)}.",
        *_signed_by(signers[1]),
    ]


def _words(statement: Statement) -> str:
    moment = datetime.fromtimestamp(statement.wall_ms / 1000, UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
    return f"{_entries(statement.entries)} of operation {statement.operation} at {moment}, root {statement.root.hex()}"


def _entries(count: int) -> str:
    return f"{count:,} {'entry' if count == 1 else 'entries'}"


def _signed_by(signers: Sequence[str]) -> list[str]:
    return [f"  signed by device {signer}" for signer in signers]


def _check_signature(key: bytes, message: bytes, signature: bytes, otherwise: str) -> None:
    try:
        VerifyKey(key).verify(message, signature)
    except (BadSignatureError, ValueError) as error:
        raise ProofError(otherwise) from error


def _decoded(raw: bytes) -> Foreign:
    try:
        value = cbor2.loads(raw)
        if cbor2.dumps(value, canonical=True) != raw:
            raise ProofError("not in canonical form")
    except (cbor2.CBORDecodeError, cbor2.CBOREncodeError, RecursionError, ArithmeticError) as error:
        raise ProofError(f"not CBOR: {error}") from error
    return value


def main(argv: list[str] | None = None) -> int:
    """Check a file; exit code 0: it holds, 1: it does not, 2: it cannot be read."""
    parser = argparse.ArgumentParser(prog="proofcheck", description="Check a checkpoint or a proof of a command log, without the log.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--signer", action="append", default=[], metavar="DEVICE", help="this device must have signed (id, may be shortened)")
    parser.add_argument("--json", action="store_true", help="for a program to read: ok, says, why")
    args = parser.parse_args(argv)
    says: list[str] = []
    try:
        if args.file.stat().st_size > MOST_BYTES:
            raise ProofError("too large for a proof")
        says = check_file(args.file.read_bytes())
    except OSError as error:
        code, why = 2, [f"{args.file} cannot be read: {error.strerror}"]
    except ProofError as error:
        code, why = 1, [f"{args.file} proves nothing: {error}."]
    else:
        absent = [signer for signer in args.signer if not any(line.startswith(f"  signed by device {signer.lower()}") for line in says)]
        code, why = int(bool(absent)), [f"Device {signer} has not signed it." for signer in absent]
    if args.json:
        sys.stdout.write(json.dumps({"ok": code == 0, "says": [line.strip() for line in says], "why": why}, indent=2) + "\n")
    else:
        sys.stdout.writelines(line + "\n" for line in says)
        sys.stderr.writelines(line + "\n" for line in why)
    return code


if __name__ == "__main__":
    sys.exit(main())
