"""Where compiled code is kept, and that the search works where it can be kept nowhere."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from commandcenter.geo.roads.jit import compiled, inlined

_MODULE = """
from commandcenter.geo.roads.jit import compiled

@compiled
def double(value):
    return 2 * value

print(double(21), sum(double.stats.cache_hits.values()))
"""


def test_compiled_code_is_kept_where_the_user_says(tmp_path: Path, pytestconfig: pytest.Config) -> None:
    module = tmp_path / "module.py"
    module.write_text(_MODULE)
    kept = tmp_path / "kept"

    def run() -> list[int]:
        environment = {**os.environ, "NUMBA_CACHE_DIR": str(kept)}
        done = subprocess.run([sys.executable, module], env=environment, cwd=pytestconfig.rootpath, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return [int(word) for word in done.stdout.split()]

    assert run() == [42, 0]
    assert list(kept.rglob("module.double*.nbi"))
    assert run() == [42, 1]


def test_no_folder_to_write_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("numba.core.caching.CompileResultCacheImpl._locator_classes", [])

    def double(value: int) -> int:
        return 2 * value

    assert compiled(double)(21) == 42
    assert inlined(double)(21) == 42
