"""A desk's admission to a hub: one folder with its TLS key and certificate, the hub's authority and the hub's addresses."""

from __future__ import annotations

import json
import os
import secrets
import ssl
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, PrivateFormat
from cryptography.x509.oid import NameOID

from commandcenter.log.keys import Vault
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import Id

NO_TIME_CHECK = 0x200000
"""OpenSSL's X509_V_FLAG_NO_CHECK_TIME, which Python does not name."""
_LOCK = "hub-access"
"""The vault keeps what the key file is encrypted with."""


@dataclass(frozen=True, slots=True)
class TlsKey:
    """A fresh private key, and the request for its certificate."""

    key: ec.EllipticCurvePrivateKey
    request: bytes
    """PKCS 10 in DER."""

    @classmethod
    def new(cls, device: Id) -> TlsKey:
        """Make one (P-256, which every TLS stack speaks)."""
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, device)])
        request = x509.CertificateSigningRequestBuilder().subject_name(subject).sign(key, hashes.SHA256())
        return cls(key, request.public_bytes(Encoding.DER))


def client_context(authority: bytes) -> ssl.SSLContext:
    """Return TLS 1.3 that believes in this authority (PEM) only. Raises `KnownError`.

    Neither names nor times are checked (ADR 8): only hubs get server certificates from the authority, networks of the
    field change addresses, and a desk whose clock stands wrong must still be able to work.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.check_hostname = False
    context.verify_flags |= ssl.VerifyFlags.VERIFY_X509_STRICT | NO_TIME_CHECK
    try:
        context.load_verify_locations(cadata=authority.decode("ascii"))
    except (ssl.SSLError, UnicodeDecodeError, ValueError) as error:
        raise KnownError("The certificate of the hub's authority cannot be used.") from error
    return context


class Access:
    """An admission that is kept in a folder. Any thread; `keep` in one at a time."""

    def __init__(self, folder: Path, vault: Vault) -> None:
        """Look at a folder; see `exists`. `vault` keeps the password of the key."""
        self._folder = folder
        self._vault = vault

    @property
    def exists(self) -> bool:
        """Return whether this desk has joined a hub."""
        return self._settings.exists()

    @property
    def urls(self) -> tuple[str, ...]:
        """Return where the hub is; none when this desk has joined none. Raises `KnownError`."""
        if not self.exists:
            return ()
        try:
            found = json.loads(self._settings.read_text(encoding="utf-8"))["urls"]
            return tuple(str(url) for url in found)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise KnownError("The file {file} cannot be read; join the hub again with a new code.", file=self._settings.name) from error

    @property
    def authority(self) -> bytes:
        """Return the certificate of the hub's authority (PEM). Raises `KnownError`."""
        return self._read(self._authority)

    def context(self) -> ssl.SSLContext:
        """Return TLS that shows this device's certificate. Raises `KnownError`."""
        context = client_context(self.authority)
        self.load_into(context)
        return context

    def load_into(self, context: ssl.SSLContext) -> None:
        """Let a context's next connections show the certificate that is kept now. Raises `KnownError`."""
        password = self._vault.get(_LOCK)
        try:
            context.load_cert_chain(self._device, password=(password or b"").hex())
        except OSError as error:  # ssl.SSLError is one
            raise KnownError("This desk's key for the hub cannot be used; join the hub again with a new code.") from error

    def keep(self, key: TlsKey, certificate: bytes, authority: bytes, urls: tuple[str, ...]) -> None:
        """Keep an admission (certificate in DER, authority in PEM), durably. Raises `KnownError`."""
        password = self._vault.get(_LOCK)
        if password is None:
            password = secrets.token_bytes(32)
            self._vault.put(_LOCK, password)
        locked = key.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(password.hex().encode()))
        shown = x509.load_der_x509_certificate(certificate).public_bytes(Encoding.PEM)
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            for path, content in ((self._authority, authority), (self._device, locked + shown)):
                replace_file(path, content)
            replace_file(self._settings, json.dumps({"urls": urls}).encode())  # last: it says that all is there
        except OSError as error:
            raise KnownError("The admission to the hub cannot be kept in {folder}: {why}", folder=self._folder, why=error.strerror) from error

    @property
    def _authority(self) -> Path:
        return self._folder / "authority.pem"

    @property
    def _device(self) -> Path:
        return self._folder / "device.pem"

    @property
    def _settings(self) -> Path:
        return self._folder / "hub.json"

    @staticmethod
    def _read(path: Path) -> bytes:
        try:
            return path.read_bytes()
        except OSError as error:
            raise KnownError("The file {file} cannot be read; join the hub again with a new code.", file=path.name) from error


def replace_file(path: Path, content: bytes) -> None:
    """Write a file that only its owner can read; a power cut leaves the old one or the new one whole. Raises `OSError`."""
    new = path.with_name(path.name + ".new")
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)
