"""A new laptop joins an operation without any network: a request goes one way, an approval the other, each as a QR code or a small file.

Both are short texts. Two persons compare a number for each (`spoken_code`), so that nobody in between can put in his own. The
approval is sealed to the requesting device's key and signed by the approving one; it carries the operation's key, and the grant
under which the new laptop may work at once, before it has seen the log.
"""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass

from nacl.exceptions import CryptoError
from nacl.public import SealedBox
from nacl.signing import SigningKey, VerifyKey

from commandcenter.log.codec import Limits, MalformedError, decode, encode
from commandcenter.log.signing import DeviceKey, attests, device_id
from commandcenter.model.entries import Value
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import Id, id_bytes, id_from_bytes
from commandcenter.model.rights import Role, role_of

_REQUEST, _APPROVAL = "CCREQUEST", "CCAPPROVAL"
_VERSION = 1
_LIMITS = Limits(size=4_096, depth=4, items=60)
_LONGEST_NAME = 80
_LONGEST = 8_000
"""Letters of a text are looked at; more than the limits allow are none of ours."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a new laptop asks for."""

    public_key: bytes
    device_name: str
    person: str
    role: Role

    @property
    def device(self) -> Id:
        """Return the id of the laptop."""
        return device_id(self.public_key)


@dataclass(frozen=True, slots=True)
class Approval:
    """What a supervisor's desk answers."""

    operation: Id
    operation_key: bytes
    grant: Id
    operator: Id
    person: str
    role: Role
    region: str
    by: str
    """Name of the approving person."""


def write_request(key: DeviceKey, request: Request) -> str:
    """Return the request as text, signed by the laptop's key."""
    body = encode([_VERSION, request.public_key, _name(request.device_name), _name(request.person), request.role.value], _LIMITS)
    return _text(_REQUEST, [body, key.attest("enrol", body)])


def read_request(text: str) -> Request:
    """Return a request; raises `KnownError` for anything else."""
    match _content(_REQUEST, text):
        case [bytes() as body, bytes() as signature]:
            pass
        case _:
            raise _broken(_REQUEST)
    match _decoded(body, _REQUEST):
        case [1, bytes() as public_key, str() as device_name, str() as person, str() as role] if role_of(role) is not None:
            pass
        case _:
            raise _broken(_REQUEST)
    if not attests(public_key, "enrol", body, signature):
        raise _broken(_REQUEST)
    return Request(public_key, device_name, person, Role(role))


def write_approval(key: DeviceKey, request: Request, approval: Approval) -> str:
    """Return the approval as text that only the requesting laptop can read."""
    fields: list[Value] = [
        _VERSION,
        id_bytes(approval.operation),
        approval.operation_key,
        id_bytes(approval.grant),
        id_bytes(approval.operator),
        _name(approval.person),
        approval.role.value,
        approval.region,
        _name(approval.by),
    ]
    sealed = SealedBox(VerifyKey(request.public_key).to_curve25519_public_key()).encrypt(encode(fields, _LIMITS))
    return _text(_APPROVAL, [sealed, key.public_key, key.attest("approve", sealed)])


def read_approval(seed: bytes, text: str) -> Approval:
    """Return an approval that was made for the device with this seed; raises `KnownError` for anything else."""
    match _content(_APPROVAL, text):
        case [bytes() as sealed, bytes() as approver, bytes() as signature]:
            pass
        case _:
            raise _broken(_APPROVAL)
    if not attests(approver, "approve", sealed, signature):
        raise _broken(_APPROVAL)
    try:
        body = SealedBox(SigningKey(seed).to_curve25519_private_key()).decrypt(sealed)
    except CryptoError as error:
        raise KnownError("This approval was made for another laptop.") from error
    match _decoded(body, _APPROVAL):
        case [
            1,
            bytes() as operation,
            bytes() as key,
            bytes() as grant,
            bytes() as operator,
            str() as person,
            str() as role,
            str() as region,
            str() as by,
        ]:
            if role_of(role) is not None and len(key) == 32 and all(len(one) == 16 for one in (operation, grant, operator)):
                return Approval(id_from_bytes(operation), key, id_from_bytes(grant), id_from_bytes(operator), person, Role(role), region, by)
    raise _broken(_APPROVAL)


def _name(text: str) -> str:
    return " ".join(text.split())[:_LONGEST_NAME]


def _text(word: str, parts: list[Value]) -> str:
    """Return letters that a QR code carries best: capitals and digits."""
    return word + ":" + base64.b32encode(encode(parts, _LIMITS)).decode().rstrip("=")


def _content(word: str, text: str) -> Value:
    letters = "".join(text[:_LONGEST].upper().split())
    head, _, body = letters.partition(":")
    if head != word:
        raise _broken(word)
    try:
        raw = base64.b32decode(body + "=" * (-len(body) % 8))
    except (binascii.Error, ValueError) as error:
        raise _broken(word) from error
    return _decoded(raw, word)


def _decoded(raw: bytes, word: str) -> Value:
    try:
        return decode(raw, _LIMITS)
    except MalformedError as error:
        raise _broken(word) from error


def _broken(word: str) -> KnownError:
    if word == _REQUEST:
        return KnownError("This is no request of a laptop, or it was damaged on the way.")
    return KnownError("This is no approval, or it was damaged on the way.")
