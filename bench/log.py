"""The command log against the disk's own speed, and what taking in, rebuilding and auditing cost per entry."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from statistics import median, quantiles

import cbor2

from bench.row import Row
from commandcenter.log.memory import MemoryLog
from commandcenter.log.rows import Row as LogRow
from commandcenter.log.signing import DeviceKey, Verifier
from commandcenter.log.store import SqliteLog
from commandcenter.log.verify import audit
from commandcenter.model.entries import Draft, EntryId, Key, Kind, Value, Write
from commandcenter.model.ids import Id, derived_id
from commandcenter.picture.history import picture_of

OPERATION, ANN = derived_id("operation"), derived_id("ann")
UNITS = [derived_id("unit", str(number)) for number in range(200)]
WRITER, READER = DeviceKey(b"w" * 32), DeviceKey(b"r" * 32)
_PAGE = bytes(4096)


def rows(quick: bool) -> list[Row]:
    """Measure; about a minute, `quick` a few seconds."""
    commits, entries = (200, 4_000) if quick else (2_000, 100_000)
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:  # on the disk, where a temporary folder may be memory
        return [*_append(Path(folder), commits), *_bulk(Path(folder), entries)]


def _append(folder: Path, commits: int) -> list[Row]:
    """One signed entry per commit, in turn with one bare page and `fdatasync`."""
    log = SqliteLog(folder / "append.db", device=WRITER, database_key=bytes(32), operation=OPERATION)
    log_s, disk_s = [], []
    with (folder / "raw").open("wb", buffering=0) as raw:
        for number in range(commits):
            drafts = [make_draft(number)]
            disk_s.append(_timed(partial(_sync, raw.fileno())))
            log_s.append(_timed(partial(log.append, drafts, actor=ANN, heads=_no_heads)))
    log.close()
    log_ms, disk_ms = [s * 1e3 for s in log_s], [s * 1e3 for s in disk_s]
    found = []
    for name, at in (("p50", 49), ("p99", 98)):
        ours, bare = quantiles(log_ms, n=100)[at], quantiles(disk_ms, n=100)[at]
        found.append(Row(f"append one signed entry, durable, {name}", ours, "ms", f"write of a page + fdatasync, {name}: {bare:.3g} ms", ours / bare))
    return found


def _sync(descriptor: int) -> None:
    os.write(descriptor, _PAGE)
    getattr(os, "fdatasync", os.fsync)(descriptor)


def _bulk(folder: Path, count: int) -> list[Row]:
    source = MemoryLog(OPERATION, WRITER)
    last: dict[Key, EntryId] = {}
    for start in range(0, count, 500):
        done = source.append([make_draft(number) for number in range(start, start + 500)], actor=ANN, heads=lambda key: present(last, key))
        last.update((write.key, entry.id) for entry in done for write in entry.writes)
    stored = list(source.signed())
    path = folder / "ingest.db"
    log = SqliteLog(path, device=READER, database_key=bytes(32), operation=OPERATION)
    ingest_us = _cpu_us(lambda: _ingest(log, stored), count)
    rebuild_us = _cpu_us(lambda: picture_of(OPERATION, log.entries), count)
    audit_us = _cpu_us(lambda: audit(log.signed(), operation=OPERATION, own_device=log.device, keys={}), count)
    log.close()
    verify_us, decode_us = _verify_us(stored[:4_000]), _decode_us(stored[:4_000])
    verify, decode = f"signature check alone: {verify_us:.3g} µs", f"cbor2 alone: {decode_us:.3g} µs"
    rate = 1e6 / ingest_us
    return [
        Row(
            "ingest with every check, per core",
            rate,
            "entries/s",
            f"signature check alone: {1e6 / verify_us:.4g}/s",
            rate * verify_us / 1e6,
            "≥ 6,000",
            rate >= 6_000,
        ),
        Row("rebuild the picture from the log, CPU per entry", rebuild_us, "µs", decode, rebuild_us / decode_us, "≤ 30 µs", rebuild_us <= 30),
        Row("audit, CPU per entry", audit_us, "µs", verify, audit_us / verify_us),
        Row("log file, encrypted", path.stat().st_size / count, "bytes/entry", "", None, "≤ 700", path.stat().st_size / count <= 700),
    ]


def _ingest(log: SqliteLog, stored: Sequence[LogRow]) -> None:
    for start in range(0, len(stored), 500):
        log.ingest([row.signed for row in stored[start : start + 500]], sender="bench")


def _verify_us(stored: Sequence[LogRow]) -> float:
    verifier = Verifier(WRITER.public_key)
    return _cpu_us(lambda: [verifier.accepts(row.id, row.signed.signature) for row in stored], len(stored))


def _decode_us(stored: Sequence[LogRow]) -> float:
    return median(
        _cpu_us(lambda: [(cbor2.loads(row.signed.header), cbor2.loads(row.signed.sections["op"].body)) for row in stored], len(stored))
        for _ in range(3)
    )


def make_draft(number: int) -> Draft:
    """Return a status report, the most frequent entry of an operation."""
    unit = UNITS[number % len(UNITS)]
    value: Value = {"s": "enroute", "ms": 1_790_000_000_000 + number}
    return Draft(
        "UnitStatusChanged", (Write(Key(Kind.UNIT, unit, "status"), value), Write(Key(Kind.ASSIGNMENT, _ASSIGNMENTS[unit], "t:enroute"), number))
    )


_ASSIGNMENTS: dict[Id, Id] = {unit: derived_id("assignment", unit) for unit in UNITS}


def present(last: Mapping[Key, EntryId], key: Key) -> tuple[EntryId, ...]:
    """Return what a desk knows of a register, as its picture would say: each report supersedes the one before."""
    return (last[key],) if key in last else ()


def _no_heads(_: Key) -> tuple[EntryId, ...]:
    return ()


def _timed(work: Callable[[], object]) -> float:
    start_s = time.perf_counter()
    work()
    return time.perf_counter() - start_s


def _cpu_us(work: Callable[[], object], count: int) -> float:
    start_s = time.process_time()
    work()
    return (time.process_time() - start_s) * 1e6 / count
