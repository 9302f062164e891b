"""Merkle trees as RFC 9162 draws them, checkpoints and proofs; no changed byte gets past the verifier."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commandcenter.log.checkpoint import Checkpoint, Roots, agrees, read_checkpoint, take
from commandcenter.log.checkpoint_proofs import consistency_proof, inclusion_proof
from commandcenter.log.checkpoint_shelf import Shelf
from commandcenter.log.codec import MalformedError
from commandcenter.log.memory import MemoryLog
from commandcenter.log.merkle import Frontier, Tree, leaf_hash
from commandcenter.log.proofcheck import EMPTY_ROOT, ProofError, check_extension, check_file, main, root_by_inclusion, tree_root
from commandcenter.log.signing import DeviceKey
from commandcenter.log.verify import audit
from commandcenter.model.clock import FakeClock
from commandcenter.model.entries import Draft, Key, Kind, Write
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import derived_id

OPERATION, ANN = derived_id("operation"), derived_id("ann")
KEYS = [DeviceKey(bytes([n]) * 32) for n in (1, 2, 3)]


def note(text: str) -> Draft:
    return Draft("NoteAdded", (Write(Key(Kind.NOTE, derived_id(text), "body"), text),))


def log_of(number: int, *lines: str) -> MemoryLog:
    log = MemoryLog(OPERATION, KEYS[number], FakeClock())
    write(log, *lines)
    return log


def write(log: MemoryLog, *lines: str) -> None:
    log.append([note(line) for line in lines], actor=ANN, heads=lambda _: ())


def give(source: MemoryLog, target: MemoryLog) -> None:
    target.ingest([row.signed for row in source.signed()], sender="peer", keys=source.device_keys())


@pytest.fixture
def log() -> MemoryLog:
    """Two feeds: 7 and 3 entries."""
    log = log_of(0, *"abcdefg")
    give(log_of(1, "x", "y", "z"), log)
    return log


def signed(log: MemoryLog, *keys: DeviceKey, wall_ms: int = 5) -> Checkpoint:
    made = take(log, wall_ms)
    for key in keys or KEYS[:1]:
        made = made.signed_by(key)
    return made


def test_the_hashes_are_those_of_the_standard() -> None:
    # the test vectors of certificate-transparency's reference tree: empty, one empty leaf, and two leaves
    assert EMPTY_ROOT.hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert leaf_hash(b"").hex() == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
    assert tree_root([leaf_hash(b""), leaf_hash(b"\x00")]).hex() == "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"


@given(st.integers(1, 200), st.data())
def test_every_path_leads_to_the_root_and_no_other_does(size: int, data: st.DataObject) -> None:
    leaves = [leaf_hash(bytes([n])) for n in range(size)]
    tree, frontier = Tree(leaves), Frontier()
    for leaf in leaves:
        frontier.append(leaf)
    assert tree.root() == frontier.root() == tree_root(leaves)
    index, old = data.draw(st.integers(0, size - 1)), data.draw(st.integers(1, size))
    path, extension = tree.inclusion(index, size), tree.extension(old, size)
    assert root_by_inclusion(leaves[index], index, size, path) == tree.root()
    check_extension(old, tree.root(old), size, tree.root(), extension)
    for wrong in (path[:-1], [*path, bytes(32)]):
        if wrong != path:
            with pytest.raises(ProofError):
                assert root_by_inclusion(leaves[index], index, size, wrong) == tree.root()
    with pytest.raises(ProofError):
        check_extension(old, hashlib.sha256(b"other").digest(), size, tree.root(), extension)


def test_nodes_with_the_same_entries_have_the_same_root_whatever_came_first(log: MemoryLog) -> None:
    other = log_of(2)
    for key in KEYS[1::-1]:
        other.ingest([row.signed for row in log.feed(key.id)], sender="peer")
    roots = Roots()
    assert take(log, 1).said.root == take(other, 9).said.root
    before = take(log, 1, roots)
    write(log, "h", "i")
    grown = take(log, 2, roots)
    assert grown.said.root == take(log, 2).said.root != before.said.root
    assert (before.said.entries, grown.said.entries) == (10, 12)


def test_a_fork_has_a_root_for_each_branch_and_the_older_checkpoint_still_holds() -> None:
    log, copy = log_of(0, "a", "b"), log_of(0, "a", "c", "d")
    # the first entries differ by their salt, so both feeds are branches from number 1 on
    old = signed(log, KEYS[1])
    give(copy, log)
    new = signed(log, KEYS[1])
    assert [end.seq for end in new.ends] == [2, 3]
    assert new.said.entries == 5
    assert "3 entries were added" in check_file(consistency_proof(log, old, new))[0]
    assert agrees(log, old)
    with pytest.raises(KnownError, match="lacks"):
        consistency_proof(log, new, old)


def test_whoever_cosigns_must_have_the_same(log: MemoryLog) -> None:
    point = signed(log)
    poorer = log_of(0)
    poorer.ingest([row.signed for row in list(log.feed(KEYS[0].id))[:5]], sender="hub")
    assert (agrees(log, point), agrees(poorer, point)) == (True, False)
    assert not agrees(MemoryLog(derived_id("another"), KEYS[0], FakeClock()), point)
    with pytest.raises(KnownError, match="nothing in this operation"):
        take(MemoryLog(OPERATION, KEYS[0], FakeClock()), 1)


def proofs(log: MemoryLog) -> list[bytes]:
    old = signed(log)
    write(log, "h", "i", "j")
    new = signed(log, KEYS[0], KEYS[1])
    (row,) = (row for row in log.signed() if row.position == 4)
    return [new.encoded(), inclusion_proof(log, new, row, KEYS[0].public_key), consistency_proof(log, old, new)]


@pytest.mark.parametrize("which", [0, 1, 2])
def test_no_changed_byte_gets_past_the_verifier(log: MemoryLog, which: int) -> None:
    proof = proofs(log)[which]
    assert check_file(proof)
    for place in range(len(proof)):
        changed = bytearray(proof)
        changed[place] ^= 0x01
        with pytest.raises(ProofError):
            check_file(bytes(changed))
    for end in (0, 1, len(proof) // 2, len(proof) - 1):
        with pytest.raises(ProofError):
            check_file(proof[:end])


@given(st.binary(max_size=200))
def test_rubbish_proves_nothing(raw: bytes) -> None:
    with pytest.raises(ProofError):
        check_file(raw)
    with pytest.raises(MalformedError):
        read_checkpoint(raw)


def test_the_command_says_who_signed_and_who_did_not(log: MemoryLog, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "proof"
    path.write_bytes(proofs(log)[1])
    assert main([str(path), "--signer", KEYS[1].id]) == 0
    assert main([str(path), "--signer", KEYS[2].id]) == 1
    assert "has not signed it" in capsys.readouterr().err
    path.write_bytes(b"\x80")
    assert main([str(path)]) == 1
    assert main([str(tmp_path / "nothing")]) == 2


def test_an_entry_later_than_the_checkpoint_is_not_proven_by_it(log: MemoryLog) -> None:
    point = signed(log)
    write(log, "later")
    row = list(log.signed())[-1]
    with pytest.raises(KnownError, match="later than"):
        inclusion_proof(log, point, row, KEYS[0].public_key)


def test_a_checkpoint_kept_beside_the_log_gathers_signatures_and_finds_a_removed_tail(log: MemoryLog, tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "checkpoints")
    assert (shelf.all(), shelf.newest()) == ([], None)
    point = signed(log)
    shelf.keep(point)
    both = shelf.keep(point.signed_by(KEYS[2]))
    assert both.signers == (KEYS[0].id, KEYS[2].id)
    assert shelf.newest(KEYS[2].id) == both
    assert shelf.newest(KEYS[1].id) is None
    rows = list(log.signed())

    def lost(count: int) -> list[tuple[str, int, int]]:
        report = audit(rows[:count], operation=OPERATION, own_device=KEYS[0].id, keys=log.device_keys(), checkpoints=shelf.all())
        assert report.fault_count == 0
        assert report.ok == (not report.lost)
        return [(one.device, one.first, one.last) for one in report.lost]

    assert lost(10) == []
    assert lost(9) == [(KEYS[1].id, 3, 3)]
    assert sorted(lost(4)) == sorted([(KEYS[0].id, 5, 7), (KEYS[1].id, 1, 3)])
    (path,) = (tmp_path / "checkpoints").iterdir()
    path.write_bytes(path.read_bytes()[:-1] + b"\x00")
    with pytest.raises(KnownError, match="no checkpoint that holds"):
        shelf.all()


def test_a_replayed_entry_and_every_consequence_of_a_bad_one_are_named(log: MemoryLog) -> None:
    rows = list(log.signed())
    thief = DeviceKey(b"t" * 32)
    bad = replace(rows[2], signed=replace(rows[2].signed, signature=thief.sign(rows[2].id)))
    forged = [*rows[:2], bad, *rows[3:]]
    report = audit(forged, operation=OPERATION, own_device=KEYS[0].id, keys={})
    assert [fault.position for fault in report.faults] == [3]
    assert [(one.position, one.cause, one.follows) for one in report.consequences] == [(n, 3, True) for n in (4, 5, 6, 7)]
    again = [*rows, replace(rows[1], position=11)]
    report = audit(again, operation=OPERATION, own_device=KEYS[0].id, keys={})
    assert [(fault.position, str(fault.reason)) for fault in report.faults] == [(11, "it is here twice")]
