"""How a desk is let in: it reads the authority's certificate, believes it by the join code's fingerprint, then asks for its own.

No password, name or clock is trusted on the way. Every step may be repeated: a lost answer costs nothing.
"""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

import aiohttp
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.x509.oid import NameOID

from commandcenter.log.codec import MalformedError
from commandcenter.log.signing import DeviceKey
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import Id
from commandcenter.model.sentences import Sentence
from commandcenter.sync.access import Access, TlsKey, client_context
from commandcenter.sync.connector import PromptConnector
from commandcenter.sync.join_code import JoinCode, fingerprint
from commandcenter.sync.join_messages import JOINING, Welcome, Wish, read_grant, read_welcome, write_wish

T = TypeVar("T")

_TIMEOUT = aiohttp.ClientTimeout(total=30, connect=10)
_UNREACHABLE = (aiohttp.ClientError, TimeoutError, OSError)


async def join(code: JoinCode, device: DeviceKey, name: str, access: Access) -> None:
    """Join a hub and keep the admission. `name`: what the hub's keeper sees. Raises `KnownError`, then nothing is kept."""
    key = TlsKey.new(device.id)
    authority = await _authority(code)
    wish = Wish.of(device, key.request, fingerprint_of(authority), code.secret, name)
    certificate = await _ask(code.urls, client_context(authority), "/v1/join", wish)
    _check(certificate, key, device.id)
    access.keep(key, certificate, authority, _spread(code.urls, device.id))


async def welcome(access: Access, context: ssl.SSLContext) -> Welcome:
    """Return whom the hub takes us for, and whether it wants us to renew. Raises `KnownError`."""
    return _read(read_welcome, await _exchange(access.urls, context, "/v1/me", None))


async def renew(access: Access, device: DeviceKey, context: ssl.SSLContext) -> None:
    """Replace key and certificate; connections that are open go on with the old one. Raises `KnownError`, then nothing changed."""
    key = TlsKey.new(device.id)
    authority = access.authority
    wish = Wish.of(device, key.request, fingerprint_of(authority), b"", "")
    certificate = await _ask(access.urls, context, "/v1/renew", wish)
    _check(certificate, key, device.id)
    access.keep(key, certificate, authority, access.urls)
    access.load_into(context)


def _spread(urls: tuple[str, ...], device: Id) -> tuple[str, ...]:
    """Return the addresses in the order to try them: devices begin with different processes, so that these share the load."""
    first = int(device, 16) % len(urls)
    return urls[first:] + urls[:first]


async def _authority(code: JoinCode) -> bytes:
    """Return the authority's certificate (PEM) that the join code stands for."""
    unchecked = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    unchecked.check_hostname = False
    unchecked.verify_mode = ssl.CERT_NONE  # what comes is public, and checked by its fingerprint
    pem = await _exchange(code.urls, unchecked, "/v1/authority", None)
    if fingerprint_of(pem) != code.fingerprint:
        raise KnownError("The hub that answers is not the one of this join code. Somebody may be listening in; ask for a new code.")
    return pem


def fingerprint_of(authority: bytes) -> bytes:
    """Return the fingerprint of an authority's certificate (PEM). Raises `KnownError`."""
    try:
        return fingerprint(x509.load_pem_x509_certificate(authority).public_bytes(Encoding.DER))
    except ValueError as error:
        raise KnownError("The certificate of the hub's authority cannot be used.") from error


def _check(certificate: bytes, key: TlsKey, device: Id) -> None:
    """Raise `KnownError` unless a certificate (DER) is of this key and names this device."""
    try:
        found = x509.load_der_x509_certificate(certificate)
    except ValueError as error:
        raise KnownError("The hub gave a certificate that cannot be used.") from error
    names = [name.value for name in found.subject.get_attributes_for_oid(NameOID.COMMON_NAME)]
    ours = key.key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    if names != [device] or found.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo) != ours:
        raise KnownError("The hub gave a certificate that cannot be used.")


async def _ask(urls: tuple[str, ...], context: ssl.SSLContext, path: str, wish: Wish) -> bytes:
    return _read(read_grant, await _exchange(urls, context, path, write_wish(wish)))


def _read(read: Callable[[bytes], T], answer: bytes) -> T:
    try:
        return read(answer)
    except MalformedError as error:
        raise KnownError("The hub does not speak as it should: {why}", why=str(error)) from error


async def _exchange(urls: tuple[str, ...], context: ssl.SSLContext, path: str, body: bytes | None) -> bytes:
    """Ask one address after the other; return the first answer. Raises `KnownError`."""
    why = ""
    for url in urls:
        try:
            async with tls_session(context) as http, http.request("GET" if body is None else "POST", url + path, data=body) as response:
                answer = await _body(response)
                if response.status == 200:
                    return answer
                raise KnownError("The hub refuses: {said} ({status})", said=Sentence(answer.decode(errors="replace")), status=response.status)
        except _UNREACHABLE as error:
            why = str(error) or type(error).__name__
    raise KnownError("The hub does not answer: {why}", why=why)


async def _body(response: aiohttp.ClientResponse) -> bytes:
    """Return a body; of one that is too long no more than shows it."""
    body = bytearray()
    async for chunk in response.content.iter_chunked(JOINING.packed):
        body += chunk
        if len(body) > JOINING.packed:
            break
    return bytes(body)


@asynccontextmanager
async def tls_session(context: ssl.SSLContext) -> AsyncIterator[aiohttp.ClientSession]:
    """Open connections that are closed, sockets and all, when the block ends."""
    async with aiohttp.ClientSession(timeout=_TIMEOUT, connector=PromptConnector(ssl=context)) as http:
        yield http
