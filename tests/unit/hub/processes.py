"""The real program as a process, for tests that kill it."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from .conftest import wait_for

PROGRAM = (sys.executable, "-m", "commandcenter", "hub")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def hub_process(home: Path, port: int, database: str) -> Iterator[subprocess.Popen[bytes]]:
    """A hub, waited for until it listens."""
    command = [*PROGRAM, "--home", str(home), "--listen", f"127.0.0.1:{port}", "--database", database]
    with log_file(home, port).open("ab") as log, subprocess.Popen(command, stderr=log) as process:
        try:
            wait_for(lambda: _listens(port) or process.poll() is not None)
            assert process.poll() is None, log_file(home, port).read_text()
            yield process
        finally:
            if process.poll() is None:
                process.kill()


def log_file(home: Path, port: int) -> Path:
    return home / f"hub-{port}.log"


def log_lines(home: Path, port: int) -> list[dict[str, Any]]:
    """What the hub wrote; each whole line has to be an object."""
    return [json.loads(line) for line in log_file(home, port).read_text().splitlines(keepends=True) if line.endswith("\n")]


def run_hub_command(home: Path, *words: str) -> str:
    """Run `commandcenter hub …` to its end; return what it printed."""
    done = subprocess.run([*PROGRAM, *words, "--home", str(home)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
