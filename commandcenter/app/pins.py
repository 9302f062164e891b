"""Who may take the seat of this computer: a PIN or passphrase per person, checked here and known nowhere else (ADR 10).

The log carries nothing to guess a PIN from. The book of verifiers is one file, sealed with a key of this device's vault; a book
that is gone although there was one is noticed. Wrong tries cost time, and the count survives a restart.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from nacl.exceptions import CryptoError, InvalidkeyError
from nacl.pwhash import argon2id
from nacl.secret import SecretBox

from commandcenter.log.keys import Vault
from commandcenter.log.passphrase import replace_file
from commandcenter.model.clock import Clock
from commandcenter.model.errors import KnownError, Refused
from commandcenter.model.ids import Id

SHORTEST = 4
LONGEST = 128
FREE_TRIES = 5
FIRST_WAIT_MS = 30_000
LONGEST_WAIT_MS = 15 * 60_000
_KEY = "operators"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one try costs this computer."""

    operations: int = 3
    memory_bytes: int = argon2id.MEMLIMIT_INTERACTIVE
    """64 MiB: about a fifth of a second."""


@dataclass(frozen=True, slots=True)
class _Line:
    """One person in the book."""

    name: str
    verifier: str
    failures: int = 0
    closed_until_ms: int = 0


class Pins:
    """The book of one home. Any one thread; checking a PIN takes a noticeable moment."""

    def __init__(self, path: Path, vault: Vault, clock: Clock, cost: Cost | None = None) -> None:
        """Use this file, with a key from the vault."""
        self._path, self._vault, self._clock, self._cost = path, vault, clock, cost or Cost()

    def has(self, operator: Id) -> bool:
        """Return whether a person has a PIN here. Raises `KnownError` where the book cannot be read."""
        return operator in self._read()

    def names(self) -> Mapping[Id, str]:
        """Return everybody who has a PIN here."""
        return {operator: line.name for operator, line in self._read().items()}

    def put(self, operator: Id, name: str, pin: str) -> None:
        """Give a person a new PIN. Raises `Refused` for one that is too short."""
        if not SHORTEST <= len(pin) <= LONGEST:
            raise Refused("A PIN has {shortest} to {longest} characters.", shortest=SHORTEST, longest=LONGEST)
        if len(set(pin)) == 1:
            raise Refused("A PIN of one repeated character is too easy.")
        verifier = argon2id.str(pin.encode(), self._cost.operations, self._cost.memory_bytes).decode()
        self._write({**self._read(), operator: _Line(name, verifier)})

    def remove(self, operator: Id) -> None:
        """Take a person's PIN away."""
        self._write({one: line for one, line in self._read().items() if one != operator})

    def check(self, operator: Id, pin: str) -> None:
        """Raise `Refused` unless this is the person's PIN; each further wrong try closes the door for longer."""
        book = self._read()
        line = book.get(operator)
        if line is None:
            raise Refused("There is no PIN for this person on this computer.")
        now_ms = self._clock.wall_ms()
        wait_ms = min(line.closed_until_ms - now_ms, LONGEST_WAIT_MS)  # a clock that was set back does not close it for years
        if wait_ms > 0:
            raise Refused("Too many wrong tries: wait {seconds} s.", seconds=-(-wait_ms // 1000))
        if _fits(line.verifier, pin):
            if line.failures:
                self._write({**book, operator: replace(line, failures=0, closed_until_ms=0)})
            return
        failures = line.failures + 1
        closed_ms = 0 if failures < FREE_TRIES else min(FIRST_WAIT_MS << (failures - FREE_TRIES), LONGEST_WAIT_MS)
        self._write({**book, operator: replace(line, failures=failures, closed_until_ms=now_ms + closed_ms if closed_ms else 0)})
        if closed_ms:
            raise Refused("Too many wrong tries: wait {seconds} s.", seconds=closed_ms // 1000)
        raise Refused("This is not the right PIN.")

    def _read(self) -> dict[Id, _Line]:
        key = self._vault.get(_KEY)
        if key is None:
            return {}
        try:
            raw = json.loads(SecretBox(key).decrypt(self._path.read_bytes()))
            return {Id(operator): _Line(**line) for operator, line in raw.items()}
        except (OSError, CryptoError, ValueError, TypeError, AttributeError) as error:
            raise KnownError("The list of PINs, {file}, is missing or damaged. Put it back from your backup.", file=str(self._path)) from error

    def _write(self, book: Mapping[Id, _Line]) -> None:
        key = self._vault.get(_KEY)
        new = key is None
        key = key or secrets.token_bytes(SecretBox.KEY_SIZE)
        content = json.dumps({operator: asdict(line) for operator, line in book.items()}).encode()
        try:
            replace_file(self._path, SecretBox(key).encrypt(content))
        except OSError as error:
            raise KnownError("The list of PINs, {file}, cannot be written: {why}.", file=str(self._path), why=str(error)) from error
        if new:
            self._vault.put(_KEY, key)


def _fits(verifier: str, pin: str) -> bool:
    try:
        return argon2id.verify(verifier.encode(), pin.encode())
    except InvalidkeyError:
        return False
