"""A desk without a window in a process of its own, told what to do by lines on its standard input. Run inside a network namespace.

`python -m tests.net.node ADDRESS NUMBER FOLDER`; lines: `write N`, `state`, `stop`. Each is answered by one line of JSON.
"""

from __future__ import annotations

import json
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from commandcenter.log.signing import DeviceKey
from commandcenter.log.store import SqliteLog
from commandcenter.model.clock import SystemClock
from commandcenter.model.entries import Draft, Key, Kind, Write
from commandcenter.model.ids import derived_id
from commandcenter.picture.picture import Picture
from commandcenter.sync.client import Port, SyncClient
from commandcenter.sync.lan.circle import LanOptions
from commandcenter.sync.messages import digest

OPERATION = derived_id("operation", "namespaces")
KEY = b"the key of the operation, 32 by."
AT_ONCE = 100


class Node:
    """Log on disk, picture, sync over the namespace's own network."""

    def __init__(self, address: str, number: int, folder: Path) -> None:
        self.writer = ThreadPoolExecutor(1)
        device = DeviceKey(bytes([number]) * 32)
        path = folder / f"{number}.db"
        self.log = self.writer.submit(lambda: SqliteLog(path, device=device, database_key=bytes(32), operation=OPERATION)).result()
        self.picture = Picture(OPERATION)
        port = Port(self.log, self.writer, SystemClock(), self._fold, lambda _state: None)
        self.client = SyncClient(port, lan=LanOptions(KEY, interfaces=(address,), host=address), retry_s=0.2)
        self.client.start()

    def _fold(self, entries: object) -> None:
        for position, entry in entries:  # type: ignore[attr-defined]
            self.picture.apply(entry, position)

    def write(self, count: int) -> dict[str, object]:
        for start in range(0, count, AT_ONCE):
            self.writer.submit(self._append, min(AT_ONCE, count - start)).result()
            self.client.nudge()
        return {"written": count}

    def _append(self, count: int) -> None:
        drafts = [Draft("UnitChanged", (Write(Key(Kind.UNIT, derived_id(self.log.device), f"crew{n}"), n),)) for n in range(count)]
        entries = self.log.append(drafts, actor=self.log.device, heads=self.picture.heads)
        for position, entry in enumerate(entries, start=self.log.count() - count + 1):
            self.picture.apply(entry, position)

    def state(self) -> dict[str, object]:
        ends, count, refused = self.writer.submit(lambda: (self.log.leaves(), self.log.count(), len(self.log.quarantined()))).result()
        lan = self.client.status.lan
        return {
            "count": count,
            "digest": digest(ends).hex(),
            "picture": self.writer.submit(self.picture.digest).result().hex(),
            "quarantined": refused,
            "connected": len(lan.connected) if lan else 0,
            "says": str(self.client.status.sentence()),
        }

    def stop(self) -> None:
        self.client.stop()
        self.writer.submit(self.log.close).result()
        self.writer.shutdown()


def main() -> None:
    """Obey until told to stop."""
    address, number, folder = sys.argv[1:]
    node = Node(address, int(number), Path(folder))
    answer(node.state())
    for line in sys.stdin:
        word, *rest = line.split()
        if word == "stop":
            break
        answer(node.write(int(rest[0])) if word == "write" else node.state())
    node.stop()


def answer(said: dict[str, object]) -> None:
    """Say one line."""
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
