from __future__ import annotations

import subprocess
import sys

import pytest

from commandcenter.app.program import own_command


def test_the_program_can_start_itself_again() -> None:
    said = subprocess.run([*own_command(), "region", "--help"], capture_output=True, text=True, check=True, timeout=120)
    assert "make-training" in said.stdout


def test_a_packaged_program_is_its_own_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert own_command() == [sys.executable]
