"""A hub for exercises."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.hub.conftest import RunningHub


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[RunningHub]:
    running = RunningHub(f"sqlite:///{tmp_path / 'hub.db'}", exercises=True)
    yield running
    running.stop()
