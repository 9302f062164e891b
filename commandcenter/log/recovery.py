"""The recovery code of an operation, and the key that it stands for: who has the paper is master of the operation (ADR 10).

A code is 28 letters of five random bits (140 bits) in seven groups, each closed by a letter that finds every wrong letter and
every two that changed places. The first seven bytes of an operation's id commit to the code's public key. They are hashed by
argon2id, so who wants another key to fit has to try 2^56 of them, at 64 MiB and a tenth of a second each. So dear is every
answer, also the one that a key does not fit: each is computed once in a process, and none once the key that fits is known.
"""

from __future__ import annotations

import hashlib
import secrets
import threading
from collections.abc import Callable, MutableMapping
from typing import TypeVar

from nacl.pwhash import argon2id

from commandcenter.log.signing import KEY_BYTES, DeviceKey
from commandcenter.model.errors import Refused
from commandcenter.model.ids import HEAD_BYTES, Id, founded_id, id_bytes, is_exercise, is_founder

GROUPS, LETTERS = 7, 5
"""A group's last letter checks the others."""
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: no I, L, O, U, which look like others or spell words."""
_READ_AS = str.maketrans({"I": "1", "L": "1", "O": "0"})
_OPERATIONS, _MEMORY_BYTES = 3, 64 * 2**20
"""What one try costs. Never to be changed: ids of operations depend on it."""
_ENOUGH = 65_536
"""Answers that are remembered: more than the acts that guests can have at a hub."""
_FITTING: dict[Id, tuple[Id, bytes]] = {}
"""Operation → its founder's device and the key that fits, where it is known."""
_UNFIT: dict[tuple[Id, Id, bytes], None] = {}
"""(operation, founder's device, key that does not fit)."""
_REMEMBERING = threading.Lock()

K = TypeVar("K")
V = TypeVar("V")
_FIELD = 0b100101
"""x⁵ + x² + 1: letters are numbers of the field of 32."""


def new_code(new: Callable[[int], bytes] = secrets.token_bytes) -> str:
    """Return a fresh code, as it is printed."""
    raw = new(GROUPS * (LETTERS - 1))
    groups = [[byte % 32 for byte in raw[start : start + LETTERS - 1]] for start in range(0, len(raw), LETTERS - 1)]
    return " ".join("".join(ALPHABET[one] for one in (*group, _check(number, group))) for number, group in enumerate(groups, start=1))


def read_code(text: str) -> str:
    """Return a code as it is printed; raises `Refused` that says which group is mistyped. Case, spaces and dashes do not matter."""
    letters = "".join(one for one in text.upper().translate(_READ_AS) if not one.isspace() and one not in "-–.")
    if len(letters) != GROUPS * LETTERS:
        raise Refused("A recovery code has {wanted} letters and digits; these are {count}.", wanted=GROUPS * LETTERS, count=len(letters))
    groups = [letters[start : start + LETTERS] for start in range(0, len(letters), LETTERS)]
    for number, group in enumerate(groups, start=1):
        values = [ALPHABET.find(letter) for letter in group]
        if -1 in values or _check(number, values[:-1]) != values[-1]:
            raise Refused("Group {number} of the code, {group}, is mistyped; compare it with the paper.", number=number, group=group)
    return " ".join(groups)


def _check(number: int, values: list[int]) -> int:
    """Return what closes a group: its number and letters as a polynomial at the field's generator."""
    total = number
    for value in (*values, 0):
        total = (total << 1 ^ (_FIELD if total & 16 else 0)) ^ value
    return total


def recovery_key(code: str) -> DeviceKey:
    """Return the key that a code stands for; raises `Refused` for a mistyped one."""
    return DeviceKey(hashlib.sha256(b"recovery code\0" + read_code(code).encode()).digest())


def found_operation(founder: Id, new: Callable[[int], bytes] = secrets.token_bytes) -> tuple[Id, str]:
    """Return the id of a fresh operation for live work and the code that recovers its rights. Takes a tenth of a second."""
    code = new_code(new)
    public_key = recovery_key(code).public_key
    operation = founded_id(founder, exercise=False, head=_commitment(public_key, founder))
    if is_exercise(operation):
        return found_operation(founder, new)
    _remember(_FITTING, operation, (founder, public_key))
    return operation, code


def recovers(operation: Id, founder: Id, public_key: bytes) -> bool:
    """Return whether a public key is the one that an operation of this founder commits to. Any thread.

    Takes a tenth of a second where `answer` does not know it. That two keys fit would need somebody to have searched for them.
    """
    known = answer(operation, founder, public_key)
    if known is not None:
        return known
    fits = bytes.fromhex(operation)[:HEAD_BYTES] == _commitment(public_key, founder)
    if fits:
        _remember(_FITTING, operation, (founder, public_key))
    else:
        _remember(_UNFIT, (operation, founder, public_key), None)
    return fits


def answer(operation: Id, founder: Id, public_key: bytes) -> bool | None:
    """Return what `recovers` would say, where that is known at once; else `None`. Any thread."""
    if len(public_key) != KEY_BYTES or is_exercise(operation) or not is_founder(operation, founder):
        return False
    fitting = _FITTING.get(operation)
    if fitting is not None:
        return fitting == (founder, public_key)
    return False if (operation, founder, public_key) in _UNFIT else None


def fitting_is_known(operation: Id) -> bool:
    """Return whether every key of this operation is answered for at once."""
    return operation in _FITTING


def _remember(answers: MutableMapping[K, V], question: K, said: V) -> None:
    with _REMEMBERING:
        answers[question] = said
        if len(answers) > _ENOUGH:
            del answers[next(iter(answers))]


def _commitment(public_key: bytes, founder: Id) -> bytes:
    return argon2id.kdf(argon2id.BYTES_MIN, public_key, id_bytes(founder), _OPERATIONS, _MEMORY_BYTES)[:HEAD_BYTES]
