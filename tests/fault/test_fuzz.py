"""Every decoder of foreign bytes: whatever comes, it is what it should be or refused with the one error that its callers expect."""

from __future__ import annotations

import ast
import random
import sys
import tracemalloc
from pathlib import Path
from types import FrameType
from typing import Any

import cbor2
import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import commandcenter
from commandcenter.log.memory import MemoryLog
from commandcenter.model.clock import FakeClock
from commandcenter.model.errors import KnownError
from commandcenter.sync import bundle
from tests.fault.decoders import DECODERS, Decoder
from tests.fault.logs import DATABASE_KEY, OPERATION, OTHER, append

CHECKED, SOAKED = 120, 2_000
"""Examples per decoder that hypothesis thinks out, and makes small when one fails."""
ROUGH = 100_000
"""Damages per decoder and soak run that only chance thinks out: a hundred times as many in the same time."""
each = pytest.mark.parametrize("decoder", DECODERS, ids=lambda decoder: decoder.name)
checked = settings(max_examples=CHECKED, deadline=None, suppress_health_check=[HealthCheck.too_slow])
soaked = settings(max_examples=SOAKED, deadline=None, suppress_health_check=[HealthCheck.too_slow])
anything = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**64), 2**64 - 1) | st.floats() | st.binary(max_size=33) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=3) | st.integers(0, 3), inner, max_size=3),
    max_leaves=8,
)


def is_honest_or_refused(decoder: Decoder, raw: bytes) -> None:
    try:
        decoder.read(raw)
    except decoder.refusal:
        return


def frame(raw: bytes) -> bytes:
    return zstandard.ZstdCompressor().compress(raw)


def inside(decoder: Decoder) -> bytes:
    """The CBOR that a decoder's sample carries."""
    return zstandard.ZstdDecompressor().decompress(decoder.sample) if decoder.packed else decoder.sample


def damaged(raw: bytes, data: st.DataObject) -> bytes:
    """The sample with bytes changed, cut out and put in."""
    changed = bytearray(raw)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(changed)))
        changed[place : place + data.draw(st.integers(0, 4))] = data.draw(st.binary(max_size=6))
    return bytes(changed)


def altered(value: Any, data: st.DataObject) -> Any:
    """The value with one part of it replaced by anything."""
    if isinstance(value, list) and value and data.draw(st.integers(0, 4)):
        place = data.draw(st.integers(0, len(value) - 1))
        return [*value[:place], altered(value[place], data), *value[place + 1 :]]
    if isinstance(value, dict) and value and data.draw(st.integers(0, 4)):
        key = data.draw(st.sampled_from(sorted(value)))
        return {**value, key: altered(value[key], data)}
    return data.draw(anything)


def hurt(decoder: Decoder, data: st.DataObject) -> None:
    """Damage a sample in one of the ways and let it be read."""
    whole = inside(decoder)
    match data.draw(st.sampled_from(("any bytes", "damaged", "damaged inside", "altered"))):
        case "any bytes":
            raw = data.draw(st.binary(max_size=300))
        case "damaged":
            raw = damaged(decoder.sample, data)
        case "damaged inside":
            raw = damaged(whole, data)
            raw = frame(raw) if decoder.packed else raw
        case _:
            value = 0 if decoder.text else cbor2.loads(whole)
            raw = cbor2.dumps(altered(value, data), canonical=data.draw(st.booleans()))
            raw = frame(raw) if decoder.packed else raw
    is_honest_or_refused(decoder, raw)


@each
def test_the_sample_is_accepted(decoder: Decoder) -> None:
    assert decoder.read(decoder.sample) is not None


@pytest.mark.parametrize("place", ["log", "sync", "exercise/invitation.py", "app/enrolment.py"])
def test_every_function_that_reads_bytes_or_letters_is_among_them(place: str) -> None:
    ran: set[tuple[str, str]] = set()

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call":
            ran.add((frame.f_code.co_filename, frame.f_code.co_name))

    sys.setprofile(note)
    try:
        for decoder in DECODERS:
            decoder.read(decoder.sample)
    finally:
        sys.setprofile(None)
    root = Path(commandcenter.__file__).parent / place
    files = [root] if root.is_file() else sorted(root.rglob("*.py"))
    readers = {(str(file), name) for file in files for name in readers_in(file)}
    assert {(Path(file).name, name) for file, name in readers - ran} <= set(READ_ELSEWHERE)


def readers_in(file: Path) -> list[str]:
    """The functions of a file that read what came in as bytes or text."""
    found = []
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith(("read_", "decode")):
            kinds = [ast.unparse(one.annotation) for one in node.args.args if one.annotation is not None]
            found += [node.name] if {"bytes", "str"} & set(kinds) else []
    return found


OURS, OPENED, INSIDE = "from our own store, checked before", "a file that is opened by its key first; damaged ones below", "asks one that is here"
READ_ELSEWHERE = {
    ("codec.py", "decode_trusted"): OURS,
    ("header.py", "read_header"): OURS,
    ("sections.py", "read_section"): OURS,
    ("signed.py", "read_link"): OURS,
    ("signed.py", "read_stored"): OURS,
    ("archive.py", "read_head"): OPENED,
    ("archive.py", "read_archive"): OPENED,
    ("bundle.py", "read_summary"): OPENED,
    ("bundle.py", "read_entries"): OPENED,
    ("bundle.py", "read_file"): OPENED,
    ("bundle.py", "read_files"): OPENED,
    ("invitation.py", "read_invitation_for"): INSIDE,
}
"""Functions that no foreign bytes reach, and why."""


@each
@checked
@given(data=st.data())
def test_whatever_comes_is_honest_or_refused(decoder: Decoder, data: st.DataObject) -> None:
    hurt(decoder, data)


@pytest.mark.soak
@each
@soaked
@given(data=st.data())
def test_whatever_comes_is_honest_or_refused_for_long(decoder: Decoder, data: st.DataObject) -> None:
    hurt(decoder, data)


def rough(decoder: Decoder, rng: random.Random) -> bytes:
    """A sample with bytes changed, cut out and put in, outside or inside its frame."""
    within = decoder.packed and rng.randrange(4) > 0
    raw = bytearray(inside(decoder) if within else decoder.sample)
    for _ in range(rng.randint(1, 4)):
        place = rng.randrange(len(raw) + 1)
        raw[place : place + rng.randrange(5)] = rng.choice((rng.randbytes(rng.randrange(7)), bytes(rng.choices(HEADS, k=rng.randrange(3)))))
    return frame(bytes(raw)) if within else bytes(raw)


HEADS = bytes(range(0x80, 0x84)) + b"\x9a\x9b\x9f\xa1\xbb\xbf\x58\x59\x5a\x5b\x5f\x7b\xc2\xd8\xf6\xf9\xfb\xff"
"""With which CBOR begins what has parts, a length or a meaning of its own."""


@pytest.mark.soak
@each
def test_a_hundred_thousand_damages_are_refused_or_harmless(decoder: Decoder) -> None:
    seed = 0
    try:
        for seed in range(ROUGH):
            is_honest_or_refused(decoder, rough(decoder, random.Random(seed)))
    finally:
        print(f"the last seed was {seed}")


NASTY = {
    "deep": b"\x81" * 100_000 + b"\x00",
    "deep maps": b"\xa1\x61a" * 40_000 + b"\x00",
    "endless": b"\x9f" * 50_000,
    "endless text": b"\x7f" + b"\x61a" * 50_000,
    "a list of four thousand million": b"\x9a\xff\xff\xff\xff",
    "a text of four thousand million": b"\x7a\xff\xff\xff\xff" + bytes(1_000),
    "a map of ever so many": b"\xbb" + b"\x7f" + b"\xff" * 7 + bytes(1_000),
    "a number with a million digits": b"\xc2\x5a\x00\x06\x00\x00" + b"\xff" * 0x60000,
    "a power of a power": b"\xc5\x82\x1b" + b"\x7f" * 8 + b"\x01",
    "a pattern that never ends": b"\xd8\x23\x78\x1e" + b"(a+)+" * 6,
    "a list that holds itself": b"\xd8\x1c\x81\xd8\x1d\x00",
    "a million nothings": b"\x9a\x00\x0f\x42\x40" + b"\xf6" * 1_000_000,
    "nothing": b"",
}


@each
@pytest.mark.parametrize("name", NASTY)
def test_what_wants_much_memory_is_refused_before_it_gets_it(decoder: Decoder, name: str) -> None:
    raw = frame(NASTY[name]) if decoder.packed else NASTY[name]
    tracemalloc.start()
    try:
        with pytest.raises(decoder.refusal):
            decoder.read(raw)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < decoder.memory


@pytest.mark.parametrize("decoder", [decoder for decoder in DECODERS if decoder.packed], ids=lambda decoder: decoder.name)
def test_bombs_are_refused_before_memory_grows(decoder: Decoder) -> None:
    zeros = bytes(64 << 20)
    bombs = [zstandard.ZstdCompressor(level=1, write_content_size=known).compress(zeros) for known in (True, False)]
    tracemalloc.start()
    try:
        for bomb in (*bombs, frame(b"\x00") + bombs[0]):
            with pytest.raises(decoder.refusal):
                decoder.read(bomb)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < decoder.memory


@pytest.fixture(scope="module")
def stick(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """What a bundle for a stick holds."""
    path = tmp_path_factory.mktemp("stick") / "bundle"
    log = MemoryLog(OPERATION, OTHER, FakeClock())
    append(log, range(4))
    bundle.write_entries(path, log, DATABASE_KEY, {})
    return path.read_bytes()


@settings(max_examples=CHECKED, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.floats(0, 1, exclude_max=True), fewer=st.integers(0, 9), more=st.binary(max_size=9))
def test_a_damaged_bundle_brings_in_all_or_nothing(stick: bytes, tmp_path: Path, place: float, fewer: int, more: bytes) -> None:
    path = tmp_path / "bundle"
    at = int(place * len(stick))
    path.write_bytes(stick[:at] + more + stick[at + fewer :])
    log = MemoryLog(OPERATION, OTHER, FakeClock())
    try:
        bundle.read_entries(path, log, DATABASE_KEY, lambda _: None)
    except KnownError:
        assert log.quarantined() == []
    else:
        assert path.read_bytes() == stick
    assert log.count() in (0, 4)
