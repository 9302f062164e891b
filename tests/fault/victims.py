"""Programs that are about to be killed. Each says line by line what it has promised, as soon as it has.

`python -m tests.fault.victims` loads the program once and then, for each line `JOB PATH SEED`, forks a process that does the job.
"""

from __future__ import annotations

import os
import random
import signal
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from commandcenter.model.entries import EntryId
from tests.fault.logs import append, foreign, open_log

STRANGERS = foreign(600)
"""Made once, before anybody is killed."""


def main() -> None:
    """Fork for every line of standard input; say `at PID`, the promises in hexadecimal, and `end` when the process is dead."""
    for line in sys.stdin:
        job, path, seed = line.split()
        process = os.fork()
        if process == 0:
            JOBS[job](Path(path), random.Random(int(seed)))
            signal.pause()  # whoever is done early waits to be killed
        _say(f"at {process}")
        os.waitpid(process, 0)
        _say("end")


def _say(line: str) -> None:
    os.write(sys.stdout.fileno(), f"{line}\n".encode())


def _promise(ids: Sequence[EntryId]) -> None:
    _say(b"".join(ids).hex())


def _append(path: Path, rng: random.Random) -> None:
    with closing(open_log(path)) as log:
        for number in range(0, 10_000, 10):
            _promise(append(log, range(number, number + rng.randint(1, 3)), rng.choice((20, 4_000))))


def _ingest(path: Path, rng: random.Random) -> None:
    with closing(open_log(path)) as log:
        start = 0
        while batch := STRANGERS[start : start + rng.randint(1, 40)]:
            start += len(batch)
            log.ingest(batch, sender="peer")
            _promise([signed.id for signed in batch])


def _checkpoint(path: Path, rng: random.Random) -> None:
    """Fold the journal into the file all the time, now and then by closing."""
    for number in range(0, 10_000, 10):
        with closing(open_log(path)) as log:
            log.database.script("PRAGMA wal_autocheckpoint = 2")
            for more in range(rng.randint(1, 8)):
                _promise(append(log, [number + more], 3_000))
                log.database.script(f"PRAGMA wal_checkpoint({rng.choice(('PASSIVE', 'RESTART', 'TRUNCATE'))})")


def _migrate(path: Path, rng: random.Random) -> None:
    """Bring a file of the first version up to date and write on."""
    _promise([])
    with closing(open_log(path)) as log:
        for number in range(1_000, 10_000):
            _promise(append(log, [number]))


JOBS = {"append": _append, "ingest": _ingest, "checkpoint": _checkpoint, "migrate": _migrate}

if __name__ == "__main__":
    main()
