"""Where compiled code is kept, and that the search works where it can be kept nowhere."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from commandcenter.geo.roads.jit import compiled, inlined

_SEARCH = """
from tests.unit.geo.roads.test_random_graphs import PLAIN, compare, random_graph
print(compare(random_graph(1, 12, 24, 10), PLAIN, {}, 1, targets=2, origins=4))
from commandcenter.geo.roads import kernel
print(sum(kernel.search.stats.cache_hits.values()))
"""


def test_compiled_code_is_kept_where_the_user_says(tmp_path: Path, pytestconfig: pytest.Config) -> None:
    def run() -> list[int]:
        environment = {**os.environ, "NUMBA_CACHE_DIR": str(tmp_path)}
        command = [sys.executable, "-c", _SEARCH]
        done = subprocess.run(command, env=environment, cwd=pytestconfig.rootpath, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return [int(line) for line in done.stdout.split()]

    (reachable, loaded_at_first), (again, loaded_then) = run(), run()
    assert list(tmp_path.rglob("kernel.search*.nbi"))
    assert reachable == again > 0
    assert (loaded_at_first, loaded_then) == (0, 1)


def test_no_folder_to_write_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("numba.core.caching.CompileResultCacheImpl._locator_classes", [])

    def double(value: int) -> int:
        return 2 * value

    assert compiled(double)(21) == 42
    assert inlined(double)(21) == 42
