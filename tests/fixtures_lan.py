"""Desks nearby that find each other on this computer alone."""

from __future__ import annotations

import pytest

from commandcenter.sync.lan.circle import LanOptions


@pytest.fixture
def lan_on_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program's own link stays on this computer."""
    use_loopback(monkeypatch)


def use_loopback(patch: pytest.MonkeyPatch) -> None:
    """Let the program's own link listen on a free port of the loopback, and look for nobody: neighbours are typed."""

    def on_loopback(key: bytes, typed: tuple[str, ...]) -> LanOptions:
        return LanOptions(key, typed, port=0, host="127.0.0.1", discover=False, interfaces=("127.0.0.1",))

    for user in ("sync_link", "exercise_sync"):
        patch.setattr(f"commandcenter.app.{user}.LanOptions", on_loopback)
