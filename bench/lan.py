"""From a commit on one desk to another desk on the same network, without a hub: TLS, signatures, durable on both.

First to the picture of the other, desk to desk without windows; then to the painted row of the log in the other's window (`bench.lan_window`).
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bench.log import OPERATION, READER, WRITER
from bench.row import Row
from commandcenter.log.signing import DeviceKey
from commandcenter.log.store import SqliteLog
from commandcenter.model.clock import SystemClock
from commandcenter.model.entries import Draft, Entry, EntryId, Key, Kind, Write
from commandcenter.model.ids import derived_id
from commandcenter.picture.picture import Picture
from commandcenter.sync.client import Port, SyncClient
from commandcenter.sync.lan.circle import LanOptions

KEY = b"the key of the operation, 32 by."
PAUSE_S = 0.03
GOAL_MS = 300.0
LIMIT_S = 60.0


class SendingDesk:
    """A log on disk with its writer, a picture and the client; notes when an entry is in the picture."""

    def __init__(self, folder: Path, device: DeviceKey, typed: tuple[str, ...] = ()) -> None:
        self.writer = ThreadPoolExecutor(1)
        path = folder / f"{device.id}.db"
        self.log = self.writer.submit(lambda: SqliteLog(path, device=device, database_key=bytes(32), operation=OPERATION)).result()
        self.picture = Picture(OPERATION)
        self.shown_s: dict[EntryId, float] = {}
        port = Port(self.log, self.writer, SystemClock(), self._fold, lambda _state: self.changed.set())
        self.changed = threading.Event()
        self.client = SyncClient(port, lan=LanOptions(KEY, typed, port=0, host="127.0.0.1", discover=False, interfaces=("127.0.0.1",)))
        self.client.start()

    def _fold(self, entries: Sequence[tuple[int, Entry]]) -> None:
        for position, entry in entries:
            self.picture.apply(entry, position)
            self.shown_s[entry.id] = time.perf_counter()

    def order(self, number: int) -> tuple[EntryId, float]:
        """Commit an order and nudge; return when it was committed."""
        body = {"text": f"Hold the bridge, {number}", "units": [derived_id("E1")], "incident": None}
        draft = Draft("OrderSent", (Write(Key(Kind.ORDER, derived_id("order", str(number)), "body"), body),))
        (entry,) = self.writer.submit(lambda: self.log.append([draft], actor=self.log.device, heads=lambda _key: ())).result()
        committed_s = time.perf_counter()
        self.client.nudge()
        return entry.id, committed_s

    def listening(self) -> tuple[str, ...]:
        """Wait until it listens; return where."""
        while not (self.client.status.lan and self.client.status.lan.listening):
            time.sleep(0.01)
        return self.client.status.lan.listening

    def wait(self, so: str) -> None:
        """Wait until the pill begins so."""
        end_s = time.monotonic() + LIMIT_S
        while not str(self.client.status.sentence()).startswith(so):
            if time.monotonic() > end_s:
                raise RuntimeError(f"not in step: {self.client.status}")
            self.changed.clear()
            self.changed.wait(0.1)

    def close(self) -> None:
        """End the talk and release the file."""
        self.client.stop()
        self.writer.submit(self.log.close).result()
        self.writer.shutdown()


def rows(quick: bool) -> list[Row]:
    """Measure; half a minute, `quick` ten seconds."""
    count = 100 if quick else 500
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        ann = SendingDesk(Path(folder), WRITER)
        ben = SendingDesk(Path(folder), READER, ann.listening())
        for desk in (ann, ben):
            desk.wait("In step with")
        there = {sender: _times(sender, receiver, count // 2) for sender, receiver in ((ann, ben), (ben, ann))}
        ann.close()
        ben.close()
    return [
        *_spread("order on one desk → picture of the other on its network", [one for times in there.values() for one in times], None),
        *_spread("order on one desk → its row painted in the other's window", _to_the_paint(count), GOAL_MS),
    ]


def _spread(name: str, late_ms: Sequence[float], goal_ms: float | None) -> list[Row]:
    """Return the rows of a median and a 99th percentile."""
    ordered = sorted(late_ms)
    median, p99 = ordered[len(ordered) // 2], ordered[int(0.99 * len(ordered))]
    goal, met = ("", None) if goal_ms is None else (f"≤ {goal_ms:g} ms", p99 <= goal_ms)
    return [Row(f"{name}, median", median, "ms"), Row(f"{name}, p99 of {len(ordered)}", p99, "ms", "median", p99 / median, goal, met)]


def _to_the_paint(count: int) -> list[float]:
    """Measure with a window, in a process of its own."""
    words = (sys.executable, "-m", "bench.lan_window", str(count))
    done = subprocess.run(words, check=True, capture_output=True, text=True, timeout=10 * LIMIT_S)
    found: list[float] = json.loads(done.stdout.splitlines()[-1])
    return found


def _times(sender: SendingDesk, receiver: SendingDesk, count: int) -> list[float]:
    """Return how many ms each order took."""
    sent = []
    for number in range(count):
        sent.append(sender.order(hash((sender.log.device, number))))
        time.sleep(PAUSE_S)
    end_s = time.monotonic() + LIMIT_S
    while not all(entry in receiver.shown_s for entry, _ in sent):
        if time.monotonic() > end_s:
            raise RuntimeError("an order never came")
        time.sleep(0.01)
    return [1e3 * (receiver.shown_s[entry] - committed_s) for entry, committed_s in sent]
