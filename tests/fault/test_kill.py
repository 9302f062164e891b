"""The program is killed in the middle of its work, which it cannot notice: what it had promised is there when it starts again."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from commandcenter.log.migrations import MIGRATIONS, version
from commandcenter.model.entries import EntryId
from tests.fault.logs import ids, open_log, sound
from tests.fault.schemas import write_log

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")

JOBS = ("append", "ingest", "checkpoint", "migrate")
ROUNDS, CHECKED, SOAKED = 10, 5, 100
"""Programs that work on one log, one after the other; logs per job and run."""
LONGEST_WAIT_S = 0.012


@pytest.fixture(scope="module")
def starter() -> Iterator[subprocess.Popen[str]]:
    """Starts programs in a few milliseconds."""
    command = [sys.executable, "-m", "tests.fault.victims"]
    with subprocess.Popen(command, cwd=ROOT, text=True, bufsize=1, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()


def promises(starter: subprocess.Popen[str], job: str, path: Path, seed: int) -> set[EntryId]:
    """Run a program, kill it at a moment that the seed gives, and return what it had promised."""
    assert starter.stdin is not None
    assert starter.stdout is not None
    rng = random.Random(seed)
    starter.stdin.write(f"{job} {path} {seed}\n")
    heard = [starter.stdout.readline().strip() for _ in range(rng.choice((2, 3, 4, 7)))]
    time.sleep(rng.random() * LONGEST_WAIT_S)
    (process,) = [int(line[3:]) for line in heard if line.startswith("at ")]
    os.kill(process, signal.SIGKILL)
    heard += [line.strip() for line in iter(starter.stdout.readline, "end\n")]
    said = b"".join(bytes.fromhex(line) for line in heard if not line.startswith("at "))
    return {EntryId(said[at : at + 32]) for at in range(0, len(said), 32)}


def survive(starter: subprocess.Popen[str], job: str, seed: int, folder: Path) -> None:
    """Kill `ROUNDS` programs one after the other; after each, everything that any of them promised is there."""
    path, old = folder / "log.db", folder / "old.db"
    migrated = write_log(old, 1, 200) if job == "migrate" else set[EntryId]()
    kept: set[EntryId] = set()
    for number in range(ROUNDS):
        if job == "migrate":
            shutil.copy(old, path)
            kept = set(migrated)
        kept |= promises(starter, job, path, seed * ROUNDS + number)
        with closing(open_log(path)) as log:
            assert kept <= ids(log)
            assert version(log.database) == MIGRATIONS[-1].number
            assert sound(log)


@pytest.mark.parametrize("seed", range(CHECKED))
@pytest.mark.parametrize("job", JOBS)
def test_what_was_promised_survives(starter: subprocess.Popen[str], job: str, seed: int, tmp_path: Path) -> None:
    survive(starter, job, seed, tmp_path)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(CHECKED, CHECKED + SOAKED))
@pytest.mark.parametrize("job", JOBS)
def test_what_was_promised_survives_for_long(starter: subprocess.Popen[str], job: str, seed: int, tmp_path: Path) -> None:
    survive(starter, job, seed, tmp_path)
