"""Desks nearby that find each other on this computer alone."""

from __future__ import annotations

import pytest

from commandcenter.sync.lan.circle import LanOptions


@pytest.fixture
def lan_on_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program's own link listens on a free port of the loopback, and looks for nobody: neighbours are typed."""

    def on_loopback(key: bytes, typed: tuple[str, ...]) -> LanOptions:
        return LanOptions(key, typed, port=0, host="127.0.0.1", discover=False, interfaces=("127.0.0.1",))

    for user in ("sync_link", "exercise_sync"):
        monkeypatch.setattr(f"commandcenter.app.{user}.LanOptions", on_loopback)
