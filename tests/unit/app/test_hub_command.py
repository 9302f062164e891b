"""`commandcenter hub …`: what a keeper types, and what is said to one who mistypes."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from commandcenter.__main__ import main
from commandcenter.app.cli.terminal import BAD_INPUT, DONE, REFUSED
from commandcenter.hub.database import HubDatabase
from commandcenter.hub.folder import HubFolder
from commandcenter.hub.registry import Registry
from commandcenter.log.keys import open_vault
from commandcenter.model.ids import derived_id
from commandcenter.sync.join_code import DEFAULT_PORT, Address, JoinCode

ANN, BEN = derived_id("ann"), derived_id("ben")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "keys").mkdir()
    return tmp_path


def hub(home: Path, *words: str) -> int:
    return main(["hub", *words, "--home", str(home)])


def registry_of(home: Path) -> tuple[HubDatabase, Registry]:
    key = open_vault(home).get("database")
    assert key
    database = HubDatabase(f"sqlite:///{home / 'hub.db'}", key)
    return database, Registry(database)


def printed_code(text: str) -> JoinCode:
    return JoinCode.read(text.partition("Join code for ")[2].splitlines()[0].rpartition(" ")[2])


def test_init_prints_a_code_to_read_and_to_scan(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert hub(home, "init", "--address", "192.168.1.5", "--address", "hub.example:9000") == DONE
    text = capsys.readouterr().out
    code = printed_code(text)
    assert code.addresses == (Address("192.168.1.5"), Address("hub.example", 9000))
    assert code.fingerprint == HubFolder(home / "hub").authority().fingerprint
    assert "█" in text
    if os.name == "posix":
        assert (home / "hub" / "authority.key").stat().st_mode & 0o077 == 0


def test_it_listens_where_the_join_code_says(home: Path) -> None:
    folder = HubFolder(home / "hub")
    assert folder.port == DEFAULT_PORT
    hub(home, "init", "--address", "192.168.1.5:9440", "--address", "hub.example:9440")
    assert folder.port == 9_440
    hub(home, "init", "--address", "192.168.1.5:9440", "--address", "192.168.1.5:9441")  # two processes: each is told its own
    assert folder.port == DEFAULT_PORT


def test_init_without_an_address_takes_this_computers(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert hub(home, "init") == DONE
    (address,) = printed_code(capsys.readouterr().out).addresses
    assert address.ip is not None


def test_a_code_can_be_a_picture(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hub(home, "init", "--address", "h")
    capsys.readouterr()
    assert hub(home, "invite", "--png", str(home / "code.png"), "--uses", "3") == DONE
    assert (home / "code.png").read_bytes().startswith(b"\x89PNG")
    text = capsys.readouterr().out
    assert "for 3 devices" in text
    assert "█" not in text
    assert hub(home, "invite", "--png", str(home / "missing" / "code.png")) == BAD_INPUT


def test_devices_are_listed_and_revoked(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hub(home, "init", "--address", "h")
    assert hub(home, "devices") == REFUSED  # none yet
    database, registry = registry_of(home)
    registry.invite(b"secret", ends_ms=100, uses=2)
    for device, name in ((ANN, "Ann"), (BEN, "Ben")):
        assert registry.admit(device, b"secret", name, now_ms=1, ends_ms=50)
    database.close()
    assert hub(home, "revoke", BEN[:8]) == DONE
    capsys.readouterr()
    assert hub(home, "devices", "--json") == DONE
    rows = {row["name"]: row for row in json.loads(capsys.readouterr().out)}
    assert (rows["Ann"]["revoked"], rows["Ben"]["device"]) == (None, BEN)
    assert rows["Ben"]["revoked"]
    assert hub(home, "devices") == DONE
    assert "revoked" in capsys.readouterr().out


@pytest.mark.parametrize("text", ["", "abc", "ffffffff", "zzzz"])
def test_a_device_that_is_not_there_is_not_revoked(home: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    hub(home, "init", "--address", "h")
    assert hub(home, "revoke", text) == REFUSED
    assert "“commandcenter hub devices” lists them" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["invite"], "run “commandcenter hub init” first"),
        (["init", "--address", "h", "--uses", "0"], "at least one device"),
        (["init", "--address", "host:port"], "is no address"),
        (["--listen", "0.0.0.0:1"], "listens on this computer only"),
        (["join", "HELLO-WORLD"], "mistyped"),
        (["join", "grüß"], "no join code"),
        (["devices", "--database", "mysql://x"], "is named postgresql"),
    ],
)
def test_what_cannot_be_is_said(home: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str) -> None:
    assert hub(home, *words) == BAD_INPUT
    assert said in capsys.readouterr().err
