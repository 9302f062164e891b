"""A profile that was copied to another computer or restored from a backup goes on as a new device, and says so.

Two programs that write under one key would fork its feed. Four things tell: the computer's id, kept beside the key; the folder
that the key was in last, if the same key is still there too; a mark kept outside the home folder, changed at each start and compared
with the one in the log; and a fork that others have seen.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

import platformdirs

from commandcenter.app.home import Home
from commandcenter.app.machine import machine_id
from commandcenter.log.keys import FileVault, KeyringVault, Secrets, Vault, load_secrets
from commandcenter.log.ledger import Ledger
from commandcenter.log.passphrase import replace_file
from commandcenter.log.signing import KEY_BYTES, SEED_BYTES, SIGNATURE_BYTES, DeviceKey, device_id
from commandcenter.model.commands import SucceedDevice
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import Id
from commandcenter.model.sentences import Sentence, say
from commandcenter.picture.standing import SUCCESSION, succession_message

STATE_VARIABLE = "COMMANDCENTER_STATE"
"""Names another folder for what must not be part of a backup of the home folder."""
_MACHINE = "machine"
_PLACE = "place"
_KEY_FILE = "device.key"
_EPOCH = "profile-epoch"
_LINK_BYTES = KEY_BYTES + SIGNATURE_BYTES
"""A key that is gone, and what it signed for the next."""


class Copied(Enum):
    """How it was found that this profile is not the only one with its key."""

    MACHINE = say(
        "This profile was copied from another computer. Here it goes on as a new device, so that no two write under one name; "
        "a supervisor enrols it under “People and devices”."
    )
    PLACE = say("This profile is a copy of one that is still on this computer. It goes on as a new device, so that no two write under one name.")
    BACKUP = say(
        "The data here are older than the last work on this computer: they were restored from a backup. The desk goes on as a new device; "
        "what it had sent before comes back from the hub or from other desks."
    )
    FORK = say(
        "Somebody else has been writing under this desk's key, perhaps in a copy of this profile. The desk goes on as a new device; "
        "a supervisor should revoke the copy under “People and devices”."
    )

    @property
    def said(self) -> Sentence:
        """Return the sentence for the person."""
        return self.value


@dataclass(frozen=True, slots=True)
class Profile:
    """What this home is told apart by. `machine` gives the computer's id, `state` is a folder outside every home."""

    home: Home
    vault: Vault
    machine: Callable[[], str | None] = machine_id
    state: Path | None = None

    def secrets(self) -> tuple[Secrets, Copied | None]:
        """Return the keys of this device; new ones where they belong to another computer."""
        keys = load_secrets(self.vault)
        copied = self._copied(keys.device)
        if copied is not None:
            keys = self.new_device(keys, may_go_on=copied is Copied.PLACE)
        else:
            self._stay(keys.device)
        return keys, copied

    def _copied(self, device: DeviceKey) -> Copied | None:
        kept, machine = self.vault.get(_MACHINE), self.machine()
        if kept is not None and machine is not None and kept != _fingerprint(device, machine):
            return Copied.MACHINE
        return Copied.PLACE if self._is_second() else None

    def _stay(self, device: DeviceKey) -> None:
        """Note which computer and which folder the key is in."""
        machine = self.machine()
        places = {_MACHINE: _fingerprint(device, machine)} if machine is not None else {}
        if isinstance(self.vault, FileVault):
            places[_PLACE] = os.fsencode(self.vault.folder.resolve())
        for name, place in places.items():
            if self.vault.get(name) != place:
                self.vault.replace(name, place)

    def _is_second(self) -> bool:
        """Return whether the profile that this one was copied from is still there; a keystore knows the folder by itself."""
        if not isinstance(self.vault, FileVault):
            return False
        kept, mine = self.vault.get(_PLACE), self.vault.folder / _KEY_FILE
        theirs = mine if kept is None else Path(os.fsdecode(kept)) / _KEY_FILE
        try:
            return not theirs.samefile(mine) and theirs.read_bytes() == mine.read_bytes()
        except OSError:  # moved, or out of sight
            return False

    def new_device(self, old: Secrets, *, may_go_on: bool) -> Secrets:
        """Replace the device's key. `may_go_on`: the new device proves to the others that it goes on for the old one."""
        seed = secrets.token_bytes(SEED_BYTES)
        new = Secrets(DeviceKey(seed), old.database_key)
        if may_go_on:
            self._prove(old.device, new.device)
        self.vault.replace("device", seed)
        self._stay(new.device)
        return new

    def _prove(self, old: DeviceKey, new: DeviceKey) -> None:
        """Sign, for each operation, that the new device goes on for the old one; what the old one had not yet said goes along."""
        for operation in self.home.kept_operations():
            proof = old.attest(SUCCESSION, succession_message(operation, new.id))
            links = [*self._unsaid(operation, old.id), (old.public_key, proof)]
            self._outside().replace(_name("heir", operation, new.id), b"".join(key + proof for key, proof in links))

    def _unsaid(self, operation: Id, device: Id) -> list[tuple[bytes, bytes]]:
        """Return the keys that this device goes on for, oldest first, each with its proof for the next; none where nothing is left to say."""
        kept = self._outside().get(_name("heir", operation, device)) or b""
        links = (kept[at : at + _LINK_BYTES] for at in range(0, len(kept), _LINK_BYTES))
        return [(link[:KEY_BYTES], link[KEY_BYTES:]) for link in links]

    def pending(self, log: Ledger) -> SucceedDevice | None:
        """Return what still has to be said in this operation about the devices before this one."""
        links = self._unsaid(log.operation, log.device)
        return SucceedDevice(device_id(links[0][0]), *links[0], through=tuple(links[1:])) if links else None

    def said(self, log: Ledger) -> None:
        """It has been said."""
        self._outside().replace(_name("heir", log.operation, log.device), b"")

    def check(self, log: Ledger) -> Copied | None:
        """Return why a log that was opened must not be written under this key; else note that this run has begun."""
        if any(device == log.device for device, _ in log.forks()):
            return Copied.FORK
        mark, inside = self._read(log), log.mark(_EPOCH)
        if mark is not None and (inside not in mark["epochs"] or log.own_seq() < mark["seq"]):
            return Copied.BACKUP
        begun = 1 + secrets.randbits(62)
        self._write(log, {"epochs": [inside, begun], "seq": log.own_seq()})
        log.set_mark(_EPOCH, begun)
        self._write(log, {"epochs": [begun], "seq": log.own_seq()})
        return None

    def note(self, log: Ledger) -> None:
        """Note outside how far this device has written; in the thread that owns the log."""
        mark, written = self._read(log), log.own_seq()
        if mark is not None and mark["seq"] != written:
            self._write(log, {**mark, "seq": written})

    def _read(self, log: Ledger) -> dict[str, Any] | None:
        raw = self._outside().get(_name("mark", log.operation, log.device))
        try:
            mark = None if raw is None else json.loads(raw)
            return None if mark is None else {"epochs": [int(epoch) for epoch in mark["epochs"]], "seq": int(mark["seq"])}
        except (ValueError, KeyError, TypeError):
            return None

    def _write(self, log: Ledger, mark: dict[str, Any]) -> None:
        self._outside().replace(_name("mark", log.operation, log.device), json.dumps(mark).encode())

    def _outside(self) -> Vault:
        """Return what is not part of a backup of the home folder: the keystore, else the user's state folder."""
        if isinstance(self.vault, KeyringVault):
            return self.vault
        named = os.environ.get(STATE_VARIABLE)
        folder = self.state or Path(named or platformdirs.user_state_dir("commandcenter", appauthor=False))
        return _StateFolder(folder / "profiles")


class _StateFolder(FileVault):
    """Marks are no secrets: they are never sealed, and each replaces the one before."""

    def get(self, name: str) -> bytes | None:
        try:
            return self._path(name).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise KnownError("The mark of this desk cannot be read: {why}.", why=error.strerror or str(error)) from error

    def replace(self, name: str, secret: bytes) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            replace_file(self._path(name), secret)
        except OSError as error:
            raise KnownError("The mark of this desk cannot be kept in {folder}: {why}.", folder=str(self.folder), why=str(error)) from error


def _name(what: str, operation: Id, device: Id) -> str:
    return f"{what}-" + hashlib.sha256(f"{operation}{device}".encode()).hexdigest()[:32]


def _fingerprint(device: DeviceKey, machine: str) -> bytes:
    """Return what names this computer to this device only."""
    return hashlib.sha256(b"machine\0" + device.public_key + machine.encode()).digest()
