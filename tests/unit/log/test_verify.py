"""The audit names the first entry that is not what was signed; nothing gets past it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from commandcenter.log.memory import MemoryLog
from commandcenter.log.rows import Row
from commandcenter.log.sections import SealedSection
from commandcenter.log.signed import SignedEntry
from commandcenter.log.signing import DeviceKey
from commandcenter.log.verify import MAX_FAULTS, Audit, audit
from commandcenter.model.clock import FakeClock
from commandcenter.model.entries import Draft, EntryId
from commandcenter.model.errors import Cancelled
from commandcenter.model.ids import Id, derived_id
from commandcenter.model.progress import CancelAfter

OPERATION, ANN = derived_id("operation"), derived_id("ann")
KEY = DeviceKey(b"d" * 32)


@pytest.fixture
def rows(drafts: list[Draft]) -> list[Row]:
    log = MemoryLog(OPERATION, KEY, FakeClock())
    log.append(drafts * 2, actor=ANN, heads=lambda _: ())
    return list(log.signed())


def check(rows: Sequence[Row], own_device: Id = KEY.id) -> Audit:
    return audit(rows, operation=OPERATION, own_device=own_device, keys={})


def test_a_sound_log_is_sound(rows: list[Row]) -> None:
    report = check(rows)
    assert (report.ok, report.entries, report.first_bad, report.forks, report.dangling) == (True, 6, None, (), 0)
    assert check([]).ok


def test_every_changed_byte_of_a_row_is_found_and_named(rows: list[Row]) -> None:
    def flips(raw: bytes) -> list[bytes]:
        return [raw[:place] + bytes([raw[place] ^ 0x80]) + raw[place + 1 :] for place in range(len(raw))]

    row = rows[1]
    signed = row.signed
    changed = [replace(row, id=EntryId(raw)) for raw in flips(row.id)]
    changed += [replace(row, signed=SignedEntry(raw, signed.signature, signed.sections)) for raw in flips(signed.header)]
    changed += [replace(row, signed=SignedEntry(signed.header, raw, signed.sections)) for raw in flips(signed.signature)]
    for name, sealed in signed.sections.items():
        sections = [SealedSection(raw, sealed.body) for raw in flips(sealed.salt)] + [SealedSection(sealed.salt, raw) for raw in flips(sealed.body)]
        changed += [replace(row, signed=SignedEntry(signed.header, signed.signature, {**signed.sections, name: one})) for one in sections]
    assert len(changed) > 400
    for one in changed:
        report = check([rows[0], one, *rows[2:]])
        assert report.first_bad is not None
        assert report.first_bad.position == 2


@pytest.mark.parametrize(
    ("spoil", "position", "why"),
    [
        (lambda rows: [rows[0], *rows[2:]], 3, "a row before it is missing"),
        (
            lambda rows: [rows[0], replace(rows[2], position=2), *(replace(row, position=row.position - 1) for row in rows[3:])],
            2,
            "before it in its feed is missing",
        ),
        (lambda rows: [rows[1], *rows[1:]], 2, "a row before it"),
        (lambda rows: [rows[0], replace(rows[1], seq=7), *rows[2:]], 2, "filed under another"),
        (lambda rows: [rows[0], replace(rows[1], device=derived_id("x")), *rows[2:]], 2, "filed under another"),
        (lambda rows: rows[1:], 2, "a row before it is missing"),
    ],
)
def test_missing_moved_and_misfiled_rows_are_found(rows: list[Row], spoil: Callable[[list[Row]], list[Row]], position: int, why: str) -> None:
    report = check(spoil(rows))
    assert report.first_bad is not None
    assert (report.first_bad.position, report.ok) == (position, False)
    assert why in str(report.first_bad.reason)


def test_an_entry_signed_by_another_device_or_for_another_operation_is_found(rows: list[Row], drafts: list[Draft]) -> None:
    thief = DeviceKey(b"t" * 32)
    forged = replace(rows[1], signed=SignedEntry(rows[1].signed.header, thief.sign(rows[1].id), rows[1].signed.sections))
    report = check([rows[0], forged, *rows[2:]])
    assert report.first_bad is not None
    assert "signature" in str(report.first_bad.reason)
    elsewhere = audit(rows, operation=derived_id("other"), own_device=KEY.id, keys={})
    assert elsewhere.fault_count == 6
    hidden = [replace(row, signed=row.signed.without("op")) for row in rows]
    report = check(hidden)
    assert report.first_bad is not None
    assert "introduced" in str(report.first_bad.reason)
    assert audit(hidden, operation=OPERATION, own_device=KEY.id, keys={KEY.id: KEY.public_key}).ok
    assert not audit(hidden, operation=OPERATION, own_device=KEY.id, keys={KEY.id: thief.public_key}).ok


def test_what_our_own_entries_supersede_must_be_here_what_others_supersede_may_still_come(drafts: list[Draft]) -> None:
    log = MemoryLog(OPERATION, KEY, FakeClock())
    log.append(drafts[:1], actor=ANN, heads=lambda _: (EntryId(b"m" * 32),))
    rows = list(log.signed())
    report = check(rows)
    assert report.first_bad is not None
    assert "supersedes an entry that is missing" in str(report.first_bad.reason)
    foreign = check(rows, own_device=derived_id("another"))
    assert (foreign.ok, foreign.dangling) == (True, 1)


def test_a_thoroughly_broken_log_does_not_fill_the_memory(rows: list[Row]) -> None:
    broken = [replace(rows[0], id=EntryId(bytes(32)), position=position) for position in range(1, 300)]
    report = check(broken)
    assert (report.fault_count, len(report.faults)) == (299, MAX_FAULTS)


def test_progress_is_told_and_the_audit_can_be_cancelled(rows: list[Row]) -> None:
    with pytest.raises(Cancelled):
        audit(rows, operation=OPERATION, own_device=KEY.id, keys={}, progress=CancelAfter(1))
