"""Key files under a passphrase: sealed at rest, opened once a run, and never lost half-way."""

from __future__ import annotations

from pathlib import Path

import pytest
from nacl.pwhash import argon2id

from commandcenter.log import passphrase
from commandcenter.log.keys import FileVault, load_secrets
from commandcenter.log.passphrase import VARIABLE, Cost, is_locked, remove_passphrase, set_passphrase, unlock
from commandcenter.model.errors import KnownError

CHEAP = Cost(argon2id.OPSLIMIT_MIN, argon2id.MEMLIMIT_MIN)
WORDS = "a long passphrase"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(passphrase, "_unlocked", {})
    return tmp_path / "keys"


def forget(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program starts anew."""
    monkeypatch.setattr(passphrase, "_unlocked", {})


def test_keys_are_sealed_and_come_back(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vault = FileVault(folder)
    before = load_secrets(vault)
    raw = {path.name: path.read_bytes() for path in folder.glob("*.key")}
    set_passphrase(folder, WORDS, CHEAP)
    vault.put("later", b"made under the passphrase")
    for path in folder.glob("*.key"):
        assert path.read_bytes() != raw.get(path.name)
        assert path.stat().st_mode & 0o077 == 0
    forget(monkeypatch)
    assert is_locked(folder)
    with pytest.raises(KnownError, match="locked with a passphrase"):
        load_secrets(vault)
    with pytest.raises(KnownError, match="not the passphrase"):
        unlock(folder, "another passphrase")
    unlock(folder, WORDS)
    assert not is_locked(folder)
    assert load_secrets(vault).device.id == before.device.id
    assert vault.get("later") == b"made under the passphrase"
    remove_passphrase(folder)
    forget(monkeypatch)
    assert load_secrets(vault).device.id == before.device.id
    assert {path.name: path.read_bytes() for path in folder.glob("*.key") if path.name in raw} == raw


def test_a_service_gets_it_from_its_environment(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = load_secrets(FileVault(folder))
    set_passphrase(folder, WORDS, CHEAP)
    forget(monkeypatch)
    monkeypatch.setenv(VARIABLE, WORDS)
    assert load_secrets(FileVault(folder)).device.id == before.device.id


def test_broken_off_half_way_nothing_is_lost(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vault = FileVault(folder)
    before = load_secrets(vault)
    one = folder / "device.key"
    open_content = one.read_bytes()
    set_passphrase(folder, WORDS, CHEAP)
    one.write_bytes(open_content)  # the power went before this one was sealed
    assert load_secrets(vault).device.id == before.device.id


@pytest.mark.parametrize(("words", "why"), [("short", "at least 8")])
def test_what_is_no_passphrase_is_refused(folder: Path, words: str, why: str) -> None:
    load_secrets(FileVault(folder))
    with pytest.raises(KnownError, match=why):
        set_passphrase(folder, words, CHEAP)


def test_there_is_one_passphrase_and_only_for_files(folder: Path) -> None:
    with pytest.raises(KnownError, match="keystore"):
        set_passphrase(folder, WORDS, CHEAP)
    load_secrets(FileVault(folder))
    with pytest.raises(KnownError, match="no passphrase"):
        remove_passphrase(folder)
    set_passphrase(folder, WORDS, CHEAP)
    with pytest.raises(KnownError, match="already"):
        set_passphrase(folder, WORDS, CHEAP)
    (folder / "passphrase.json").write_text("{}")
    with pytest.raises(KnownError, match="damaged"):
        unlock(folder, WORDS)


def test_a_secret_is_replaced_whole(folder: Path) -> None:
    vault = FileVault(folder)
    vault.put("device", b"old")
    vault.replace("device", b"new")
    assert vault.get("device") == b"new"
    with pytest.raises(KnownError):
        vault.put("device", b"newer")
