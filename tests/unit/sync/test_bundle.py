"""A stick carries what the other side lacks, nobody else can read it, and no damage goes unnoticed."""

from __future__ import annotations

import base64
from contextlib import nullcontext
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from nacl.secret import SecretBox

from commandcenter.log.intake import Ingested
from commandcenter.log.keys import MemoryVault
from commandcenter.log.signing import DeviceKey
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import derived_id
from commandcenter.sync.bundle import read_entries, read_summary, sealed_head, write_entries, write_summary
from commandcenter.sync.messages import digest
from commandcenter.sync.operation_key import join, join_code, operation_key, read_join_code
from commandcenter.sync.sealed import locked_for, read_address, unlock, write_address

from .conftest import OPERATION, NewNode, Node

KEY = b"k" * 32


def carry(path: Path, source: Node, target: Node) -> list[Ingested]:
    write_entries(path, source.log, KEY, {})
    taken: list[Ingested] = []
    read_entries(path, target.log, KEY, taken.append)
    return taken


def test_a_stick_brings_everything_in_batches_and_may_come_twice(tmp_path: Path, new_node: NewNode) -> None:
    ann, ben = new_node(1), new_node(2)
    ann.write(1_100)
    taken = carry(tmp_path / "a.bundle", ann, ben)
    assert [len(one.entries) for one in taken] == [500, 500, 100]
    assert digest(ann.log.leaves()) == digest(ben.log.leaves())
    assert sum(one.duplicates for one in carry(tmp_path / "a.bundle", ann, ben)) == 1_100
    assert [path.name for path in tmp_path.iterdir()] == ["a.bundle"]


def test_with_a_summary_only_what_is_lacking_is_packed(tmp_path: Path, new_node: NewNode) -> None:
    ann, ben = new_node(1), new_node(2)
    ann.write(30)
    carry(tmp_path / "a", ann, ben)
    ann.write(4)
    ben.write(2)
    write_summary(tmp_path / "summary", ben.log, KEY)
    assert write_entries(tmp_path / "b", ann.log, KEY, read_summary(tmp_path / "summary", KEY)) == 4
    assert write_entries(tmp_path / "none", ann.log, KEY, ann.log.leaves()) == 0
    read_entries(tmp_path / "none", ben.log, KEY, ben.received)
    read_entries(tmp_path / "b", ben.log, KEY, ben.received)
    assert ben.log.count() == 36


def test_a_lost_stick_says_nothing(tmp_path: Path, new_node: NewNode) -> None:
    ann, ben = new_node(1), new_node(2)
    ann.write(3)
    write_entries(tmp_path / "a", ann.log, KEY, {})
    assert ann.log.device.encode() not in (raw := (tmp_path / "a").read_bytes())
    assert b"UnitChanged" not in raw
    with pytest.raises(KnownError, match="key is not here"):
        read_entries(tmp_path / "a", ben.log, b"o" * 32, ben.received)


def test_a_bundle_of_another_operation_or_kind_is_refused(tmp_path: Path, new_node: NewNode) -> None:
    ann, ben = new_node(1), new_node(2)
    write_summary(tmp_path / "summary", ann.log, KEY)
    with pytest.raises(KnownError, match="another kind"):
        read_entries(tmp_path / "summary", ben.log, KEY, ben.received)
    with pytest.raises(KnownError, match="cannot be used"):
        read_entries(tmp_path / "missing", ben.log, KEY, ben.received)
    with pytest.raises(KnownError, match="cannot be used"):
        write_entries(tmp_path / "no" / "folder", ann.log, KEY, {})


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.floats(0, 1, exclude_max=True), st.integers(0, 3))
def test_whatever_happens_to_the_file_is_noticed(tmp_path: Path, new_node: NewNode, share: float, how: int) -> None:
    ann, ben = new_node(1), new_node(2)
    ann.write(4)
    path = tmp_path / "a"
    write_entries(path, ann.log, KEY, {})
    raw = path.read_bytes()
    place = int(share * len(raw))
    damaged = [raw[:place], raw[:place] + bytes([raw[place] ^ 1]) + raw[place + 1 :], raw + b"x", raw[:place] + raw[place + 1 :]]
    path.write_bytes(damaged[how])
    with pytest.raises(KnownError, match="is not what it should be"):
        read_entries(path, ben.log, KEY, ben.received)


@pytest.mark.parametrize("byte", range(4))
def test_a_last_part_that_says_it_is_longer_is_noticed(tmp_path: Path, new_node: NewNode, byte: int) -> None:
    ann, ben = new_node(1), new_node(2)
    ann.write(4)
    path = tmp_path / "a"
    write_entries(path, ann.log, KEY, {})
    raw = bytearray(path.read_bytes())
    last = SecretBox.NONCE_SIZE + SecretBox.MACBYTES + 1 + 16 + 4  # kind, file id and number of the empty message
    assert raw[-last - 4 : -last] == last.to_bytes(4, "big")
    raw[-last - 4 + byte] ^= 1
    path.write_bytes(raw)
    with pytest.raises(KnownError, match="is not what it should be"):
        read_entries(path, ben.log, KEY, ben.received)


def test_an_operation_is_joined_by_its_code() -> None:
    vault, other = MemoryVault(), MemoryVault()
    key = operation_key(vault, OPERATION)
    assert operation_key(vault, OPERATION) == key
    code = join_code(OPERATION, key)
    assert read_join_code(f" {code[:10].lower()} {code[10:]}") == (OPERATION, key)
    assert join(other, code) == OPERATION
    assert operation_key(other, OPERATION) == key
    with pytest.raises(KnownError, match="another key"):
        join(other, join_code(OPERATION, bytes(32)))
    for wrong in ("", "!", "ABCD", code + "AAAAAAAA"):
        with pytest.raises(KnownError, match="no code"):
            join(other, wrong)
    assert operation_key(other, derived_id("another")) != key


def test_a_sealed_stick_opens_for_its_devices_and_nobody_else(tmp_path: Path, new_node: NewNode) -> None:
    ann, ben = new_node(1), new_node(2)
    ann.write(3)
    seeds = [bytes([number]) * 32 for number in (7, 8, 9)]
    lock = locked_for(OPERATION, [DeviceKey(seed).public_key for seed in seeds[:2]])
    write_entries(tmp_path / "a", ann.log, lock, {})
    write_summary(tmp_path / "s", ann.log, lock)
    for seed in seeds[:2]:
        assert unlock(sealed_head(tmp_path / "a"), seed) == (lock.key, OPERATION)
    with pytest.raises(KnownError, match="made for other devices"):
        unlock(sealed_head(tmp_path / "a"), seeds[2])
    with pytest.raises(KnownError, match="whose key is not here"):
        read_entries(tmp_path / "a", ben.log, KEY, ben.received)
    read_entries(tmp_path / "a", ben.log, lock.key, ben.received)
    assert ben.log.count() == 3
    assert read_summary(tmp_path / "s", lock.key) == ann.log.leaves()
    assert sealed_head(carried(tmp_path / "plain", ann)) == b""


def carried(path: Path, source: Node) -> Path:
    write_entries(path, source.log, KEY, {})
    return path


def test_what_is_public_opens_for_everybody(tmp_path: Path, new_node: NewNode) -> None:
    ann = new_node(1)
    lock = locked_for(OPERATION, ())
    write_entries(tmp_path / "a", ann.log, lock, {})
    assert unlock(sealed_head(tmp_path / "a"), b"x" * 32) == (lock.key, OPERATION)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=st.binary(max_size=300), count=st.integers(0, 255), cut=st.integers(0, 200))
def test_a_broken_head_is_said(tmp_path: Path, raw: bytes, count: int, cut: int) -> None:
    path = tmp_path / "a"
    path.write_bytes((b"CCBUNDLE\x02E" + bytes([count]) + raw)[: 200 + cut])
    try:
        head = sealed_head(path)
    except KnownError:
        return
    assert head[1:] == raw[: len(head) - 1]
    with pytest.raises(KnownError) if count else nullcontext():
        unlock(head, b"x" * 32)


@settings(max_examples=80, deadline=None)
@given(seed=st.binary(min_size=32, max_size=32), at=st.integers(0, 57), letter=st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"))
def test_an_address_is_read_as_it_was_written_and_a_mistyped_letter_is_noticed(seed: bytes, at: int, letter: str) -> None:
    key = DeviceKey(seed).public_key
    address = write_address(key)
    assert read_address(f"  {address.lower()[:30]} {address.lower()[30:]}\n") == key
    place = len("CCADDRESS:") + at
    changed = address[:place] + letter + address[place + 1 :]
    if base32(changed) != base32(address):
        with pytest.raises(KnownError, match="is no address of a computer"):
            read_address(changed)


def base32(address: str) -> bytes:
    letters = address.removeprefix("CCADDRESS:")
    return base64.b32decode(letters + "=" * (-len(letters) % 8))


@pytest.mark.parametrize("text", ["", "CCADDRESS:", "hello", "CCADDRESS:AAAA", "é" * 500, "CCADDRESS:" + "A" * 58])
def test_what_is_no_address_is_said(text: str) -> None:
    with pytest.raises(KnownError, match="is no address of a computer"):
        read_address(text)
