"""How a home is joined with others is checked, kept, and falls back on the hub that it has joined."""

from __future__ import annotations

from pathlib import Path

import pytest

from commandcenter.__main__ import main
from commandcenter.app.connection_choice import checked, choice_at_start, desk_address, hub_url, keep_choice, kept_choice
from commandcenter.app.home import Home
from commandcenter.app.hub_access import hub_access
from commandcenter.model.errors import Refused
from commandcenter.ui.connection.port import Choice


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home.open(tmp_path / "home")


@pytest.mark.parametrize(
    ("typed", "full"),
    [
        ("hub.example", "https://hub.example:8440"),
        ("http://127.0.0.1:9000/", "http://127.0.0.1:9000"),
        ("https://[fd00::1]", "https://[fd00::1]:8440"),
    ],
)
def test_addresses_of_hubs_are_written_in_full(typed: str, full: str) -> None:
    assert hub_url(typed) == full


@pytest.mark.parametrize("typed", ["", "ftp://hub", "https://", "http://hub:port", "http://hub:70000", "http://hub/path", "http://hub?x=1"])
def test_what_is_no_hub_is_refused(typed: str) -> None:
    with pytest.raises(Refused, match="no address of a hub"):
        hub_url(typed)


def test_addresses_of_desks() -> None:
    assert desk_address("192.168.1.5") == "192.168.1.5:8450"
    assert desk_address("[fe80::1]:9") == "[fe80::1]:9"
    for typed in ("", "a b", "x:y", "x/y"):
        with pytest.raises(Refused, match="no address of a desk"):
            desk_address(typed)


def test_a_choice_is_kept_and_the_command_line_counts_from_then_on(home: Home) -> None:
    assert kept_choice(home) == Choice()
    keep_choice(home, checked(Choice(lan=True, typed=("10.0.0.7", " 10.0.0.7 "))))
    assert kept_choice(home) == Choice((), True, ("10.0.0.7:8450",))
    assert choice_at_start(home, ("hub.example",)).hub == ("https://hub.example:8440",)
    assert kept_choice(home) == Choice(("https://hub.example:8440",), True, ("10.0.0.7:8450",))
    assert choice_at_start(home, None).lan


def test_a_hub_that_was_joined_is_used_until_it_is_left_out(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    keep_choice(home, Choice(lan=True))
    access = type(hub_access(home))
    monkeypatch.setattr(access, "exists", property(lambda _self: True))
    monkeypatch.setattr(access, "urls", property(lambda _self: ("https://joined:8440",)))
    assert kept_choice(home).hub == ("https://joined:8440",)
    keep_choice(home, Choice())
    assert kept_choice(home).hub == ()


def test_a_wrong_hub_on_the_command_line_is_said_before_a_window_opens(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["desk", "--home", str(home.root), "--hub", "ftp://hub"]) == 1
    assert "is no address of a hub" in capsys.readouterr().err
