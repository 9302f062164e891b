"""No screen: a window is refused with what to do, a screenshot is drawn in memory."""

from __future__ import annotations

import pytest

from commandcenter.app.display import choose_platform
from commandcenter.model.errors import KnownError


def test_a_window_without_a_display_says_what_to_do() -> None:
    with pytest.raises(KnownError, match="xvfb-run") as refused:
        choose_platform(screenshot=False, environment={}, system="linux")
    assert "--screenshot" in str(refused.value)


def test_a_screenshot_needs_no_display() -> None:
    environment: dict[str, str] = {}
    choose_platform(screenshot=True, environment=environment, system="linux")
    assert environment == {"QT_QPA_PLATFORM": "offscreen"}


@pytest.mark.parametrize("environment", [{"DISPLAY": ":0"}, {"WAYLAND_DISPLAY": "wayland-0"}, {"QT_QPA_PLATFORM": "vnc"}])
def test_a_display_is_used(environment: dict[str, str]) -> None:
    before = dict(environment)
    choose_platform(screenshot=False, environment=environment, system="linux")
    assert environment == before


def test_windows_and_macos_always_have_one() -> None:
    choose_platform(screenshot=False, environment={}, system="win32")
    choose_platform(screenshot=False, environment={}, system="darwin")
