"""The format of an entry, pinned byte by byte, and what happens when a byte is another."""

from __future__ import annotations

import hashlib

import cbor2
import pytest
from nacl.signing import VerifyKey

from commandcenter.log.codec import MalformedError
from commandcenter.log.header import Header, check_header
from commandcenter.log.memory import MemoryLog
from commandcenter.log.sections import SealedSection, check_section
from commandcenter.log.signed import SignedEntry, check_entry, read_entry
from commandcenter.log.signing import DeviceKey, Verifier
from commandcenter.model.clock import FakeClock
from commandcenter.model.entries import Draft, EntryId
from commandcenter.model.ids import derived_id, id_bytes

KEY = DeviceKey(b"d" * 32)
OPERATION, ANN = derived_id("operation"), derived_id("ann")


@pytest.fixture
def signed(drafts: list[Draft]) -> list[SignedEntry]:
    log = MemoryLog(OPERATION, KEY, FakeClock(), new_salt=lambda: b"s" * 16)
    log.append(drafts, actor=ANN, heads=lambda _: (EntryId(b"h" * 32),))
    return [row.signed for row in log.signed()]


def test_a_header_is_the_array_of_the_design(signed: list[SignedEntry]) -> None:
    header = cbor2.loads(signed[1].header)
    draft_keys = sorted(key.opaque() for key in (write.key for write in read_entry(signed[1]).writes))
    commitments = [[name, hashlib.sha256(b"sec\0" + b"s" * 16 + sealed.body).digest()] for name, sealed in signed[1].sections.items()]
    wall_ms = FakeClock().wall_ms()
    assert header == [
        1,
        id_bytes(OPERATION),
        id_bytes(KEY.id),
        2,
        signed[0].id,
        (wall_ms << 16) + 1,
        wall_ms,
        id_bytes(ANN),
        bytes(16),
        "CallTaken",
        [[key, [b"h" * 16]] for key in draft_keys],
        commitments,
    ]
    assert [name for name, _ in commitments] == ["op", "pii"]


def test_sections_hold_writes_facts_and_in_the_first_entry_the_device(signed: list[SignedEntry]) -> None:
    writes, about, public_key = cbor2.loads(signed[0].sections["op"].body)
    assert writes == [["unit", id_bytes(derived_id("unit")), "callsign", "E1"], ["unit", id_bytes(derived_id("unit")), "at", [8.5, 49.25]]]
    assert (about, public_key) == ({"import": "fleet.csv"}, KEY.public_key)
    assert cbor2.loads(signed[1].sections["pii"].body) == [[["call", id_bytes(derived_id("call")), "caller_name", "Eve"]]]


def test_id_and_signature_can_be_checked_by_anybody(signed: list[SignedEntry]) -> None:
    for entry in signed:
        assert entry.id == hashlib.sha256(entry.header).digest()
        VerifyKey(KEY.public_key).verify(b"cmdlog/1\0" + entry.id, entry.signature)
    assert KEY.id == hashlib.sha256(b"dev\0" + KEY.public_key).hexdigest()[:32]


def test_every_changed_byte_of_an_entry_is_noticed(signed: list[SignedEntry]) -> None:
    verifier = Verifier(KEY.public_key)

    def sound(entry: SignedEntry) -> bool:
        try:
            check_entry(entry)
        except MalformedError:
            return False
        return verifier.accepts(entry.id, entry.signature)

    for entry in signed:
        assert sound(entry)
        for place in range(len(entry.header)):
            assert not sound(SignedEntry(_flip(entry.header, place), entry.signature, entry.sections))
        for place in range(len(entry.signature)):
            assert not sound(SignedEntry(entry.header, _flip(entry.signature, place), entry.sections))
        for name, sealed in entry.sections.items():
            changed = [SealedSection(_flip(sealed.salt, place), sealed.body) for place in range(16)]
            changed += [SealedSection(sealed.salt, _flip(sealed.body, place)) for place in range(len(sealed.body))]
            assert not any(sound(SignedEntry(entry.header, entry.signature, {**entry.sections, name: section})) for section in changed)


def test_a_header_in_another_order_or_shape_is_refused(signed: list[SignedEntry]) -> None:
    good = cbor2.loads(signed[1].header)
    assert isinstance(check_header(signed[1].header), Header)
    variants = {
        "newer program": [2, *good[1:]],
        "12 fields": good[:11],
        "not in order": [*good[:10], good[10][::-1], good[11]],
        "sections are not in order": [*good[:11], good[11][::-1]],
        "number in range": [*good[:3], 0, *good[4:]],
        "not 16 bytes": [1, b"short", *good[2:]],
        "not a name": [*good[:9], "", *good[10:]],
        "not a pair": [*good[:10], [[1, 2, 3]], good[11]],
        "not an array": [*good[:10], 5, good[11]],
        "basis is not in order": [*good[:10], [[good[10][0][0], [b"h" * 16, b"h" * 16]], good[10][1]], good[11]],
    }
    for why, value in variants.items():
        with pytest.raises(MalformedError, match=why):
            check_header(cbor2.dumps(value, canonical=True))
    with pytest.raises(MalformedError, match="an array"):
        check_header(cbor2.dumps("text"))


@pytest.mark.parametrize(
    "body", [{}, [], [[], {}], [[], {"a": 1}, b"k", 1], [["x"]], [[["unit", b"short", "f", 1]]], [[], 5], [[], {"a": 1}, b"short"]]
)
def test_a_section_of_another_shape_is_refused(body: object) -> None:
    with pytest.raises(MalformedError):
        check_section("op", SealedSection(bytes(16), cbor2.dumps(body, canonical=True)))
    with pytest.raises(MalformedError):
        check_section("pii", SealedSection(bytes(16), cbor2.dumps([[], {"a": 1}], canonical=True)))


def test_a_key_that_the_header_does_not_name_is_refused(signed: list[SignedEntry]) -> None:
    sections = signed[2].sections
    header = check_header(signed[2].header)
    unnamed = header._replace(bases={})
    extra = header._replace(bases={**header.bases, bytes(16): ()})
    for wrong in (unnamed, extra):
        with pytest.raises(MalformedError, match="keys of the header"):
            check_entry(SignedEntry(wrong.encoded(), b"", sections))


def _flip(raw: bytes, place: int) -> bytes:
    return raw[:place] + bytes([raw[place] ^ 0x01]) + raw[place + 1 :]
