"""Keys are made once, kept privately, and never made anew in silence. The real keystore is not touched here."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import keyring
import keyring.backend
import keyring.errors
import pytest

from commandcenter.log.keys import FileVault, KeyringVault, MemoryVault, Vault, load_secrets, open_vault
from commandcenter.model.errors import KnownError


class FakeKeystore(keyring.backend.KeyringBackend):
    """A keystore in memory."""

    priority = 5.0

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = False
        self.forgets = False

    def get_password(self, service: str, username: str) -> str | None:
        if self.locked:
            raise keyring.errors.KeyringLocked("it is locked")
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.locked:
            raise keyring.errors.PasswordSetError("it is locked")
        if not self.forgets:
            self.kept[service, username] = password


@pytest.fixture
def keystore(monkeypatch: pytest.MonkeyPatch) -> FakeKeystore:
    fake = FakeKeystore()
    monkeypatch.setattr(keyring, "get_keyring", lambda: fake)
    monkeypatch.setattr(keyring, "get_password", fake.get_password)
    monkeypatch.setattr(keyring, "set_password", fake.set_password)
    return fake


@pytest.fixture(params=["memory", "files", "keystore"])
def vault(request: pytest.FixtureRequest, tmp_path: Path, keystore: FakeKeystore) -> Vault:
    vaults: dict[str, Vault] = {"memory": MemoryVault(), "files": FileVault(tmp_path / "keys"), "keystore": KeyringVault(tmp_path)}
    return vaults[request.param]


def test_secrets_are_made_at_the_first_start_and_stay(vault: Vault) -> None:
    assert vault.get("device") is None
    first, second = load_secrets(vault), load_secrets(vault)
    assert (first.device.id, first.database_key) == (second.device.id, second.database_key)
    assert vault.get("device") != vault.get("database")


def test_a_damaged_secret_is_not_replaced_in_silence(vault: Vault) -> None:
    vault.put("device", b"short")
    with pytest.raises(KnownError, match="damaged"):
        load_secrets(vault)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permission bits; the profile folder is private there")
def test_key_files_are_private_and_never_overwritten(tmp_path: Path) -> None:
    vault = FileVault(tmp_path / "keys")
    load_secrets(vault)
    path = tmp_path / "keys" / "device.key"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    with pytest.raises(KnownError, match="cannot be written"):
        vault.put("device", b"other")


def test_an_unreadable_key_file_is_said(tmp_path: Path) -> None:
    vault = FileVault(tmp_path / "keys")
    load_secrets(vault)
    (tmp_path / "keys" / "device.key").write_bytes(b"\x00 no base64")
    with pytest.raises(KnownError, match=r"device\.key cannot be read"):
        load_secrets(vault)
    (tmp_path / "keys" / "database.key").unlink()
    (tmp_path / "keys" / "database.key").mkdir()
    with pytest.raises(KnownError, match=r"database\.key cannot be read"):
        vault.get("database")


def test_the_keystore_is_used_where_there_is_one(tmp_path: Path, keystore: FakeKeystore) -> None:
    vault = open_vault(tmp_path)
    assert isinstance(vault, KeyringVault)
    load_secrets(vault)
    assert len(keystore.kept) == 2
    assert load_secrets(open_vault(tmp_path / "other")).device.id != load_secrets(vault).device.id


def test_files_are_used_without_a_keystore_and_when_they_are_there(tmp_path: Path, keystore: FakeKeystore) -> None:
    (tmp_path / "keys").mkdir()
    assert isinstance(open_vault(tmp_path), FileVault)
    keystore.priority = 0.0
    assert isinstance(open_vault(tmp_path / "other"), FileVault)


def test_a_locked_or_forgetful_keystore_is_said(tmp_path: Path, keystore: FakeKeystore) -> None:
    vault = KeyringVault(tmp_path)
    keystore.forgets = True
    with pytest.raises(KnownError, match="refuses to keep a key"):
        load_secrets(vault)
    keystore.locked = True
    with pytest.raises(KnownError, match="Unlock it"):
        load_secrets(vault)
    with pytest.raises(KnownError, match="refuses to keep a key"):
        vault.put("device", bytes(32))
