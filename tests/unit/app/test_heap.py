"""Memory that was needed for a moment goes back to the system: a real process, looked at from outside its allocator."""

from __future__ import annotations

import subprocess
import sys

import pytest

HOARDING = """
import psutil
from commandcenter.app.heap import settle_heap

told = settle_heap()
passing = bytearray(30_000_000)  # when it is freed, glibc takes blocks of this size for usual
del passing
blocks = [bytearray(300_000) for _ in range(500)]
for block in blocks:
    block[::4096] = bytes(len(range(0, len(block), 4096)))
before = psutil.Process().memory_info().rss
del blocks[:-1], block
print(told, before - psutil.Process().memory_info().rss)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems give back by themselves")
def test_what_was_needed_for_a_moment_goes_back() -> None:
    done = subprocess.run([sys.executable, "-c", HOARDING], check=True, capture_output=True, text=True)
    told, gone = done.stdout.split()
    if told == "False":
        pytest.skip("this C library is not glibc")
    assert int(gone) > 100_000_000
