"""The readable export carries everything, and the signed bytes can be checked from it; the counts add up."""

from __future__ import annotations

import base64
import hashlib
import json

import pytest

from commandcenter.log.export import export_lines
from commandcenter.log.memory import MemoryLog
from commandcenter.log.sections import SealedSection
from commandcenter.log.signed import SignedEntry, check_entry
from commandcenter.log.signing import DeviceKey
from commandcenter.log.stats import stats
from commandcenter.model.clock import FakeClock
from commandcenter.model.entries import Draft, EntryId
from commandcenter.model.ids import derived_id


@pytest.fixture
def log(drafts: list[Draft]) -> MemoryLog:
    log = MemoryLog(derived_id("operation"), DeviceKey(b"d" * 32), FakeClock())
    log.append(drafts, actor=derived_id("ann"), heads=lambda _: (EntryId(b"h" * 32),))
    return log


def test_each_entry_is_one_line_of_json(log: MemoryLog) -> None:
    lines = [json.loads(line) for line in export_lines(log.signed())]
    assert [line["type"] for line in lines] == ["UnitAdded", "CallTaken", "UnitStatusChanged"]
    assert lines[0]["writes"][1] == {"kind": "unit", "entity": derived_id("unit"), "field": "at", "section": "op", "value": [8.5, 49.25]}
    assert lines[1]["writes"][1]["value"] == "Eve"
    assert (lines[1]["prev"], lines[0]["about"]) == (lines[0]["id"], {"import": "fleet.csv"})


def test_the_signed_bytes_in_the_export_verify(log: MemoryLog) -> None:
    for line in export_lines(log.signed()):
        found = json.loads(line)
        raw = found["signed"]
        sections = {name: SealedSection(*map(base64.b64decode, pair)) for name, pair in raw["sections"].items()}
        signed = SignedEntry(base64.b64decode(raw["header"]), base64.b64decode(raw["signature"]), sections)
        check_entry(signed)
        assert hashlib.sha256(signed.header).hexdigest() == found["id"]


def test_sections_can_be_left_out(log: MemoryLog) -> None:
    text = "\n".join(export_lines(log.signed(), sections=frozenset({"op"})))
    assert "Eve" not in text
    assert base64.b64encode(b"Eve").decode() not in text
    assert json.loads(text.splitlines()[1])["withheld"] == ["pii"]


def test_counts_add_up(log: MemoryLog) -> None:
    counts = stats(log.signed())
    assert (counts.entries, counts.by_device, counts.withheld) == (3, {log.device: 3}, 0)
    assert counts.by_type == {"UnitAdded": 1, "CallTaken": 1, "UnitStatusChanged": 1}
    assert counts.first_ms == counts.last_ms == FakeClock().wall_ms()
    assert counts.payload_bytes > 3 * (64 + 150)
    assert stats([]).first_ms is None
