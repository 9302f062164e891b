"""TLS between desks of one operation: who has the operation's key can make a certificate that the others believe, nobody else can.

From the key everybody derives the same authority (Ed25519). Each desk makes a fresh TLS key at every start and issues itself a certificate
under that authority; in it, its device key attests the TLS key, so both ends also know which device they talk to. Times are not checked:
a desk whose clock stands wrong must still be heard. TLS 1.3 adds forward secrecy.
"""

from __future__ import annotations

import secrets
import ssl
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, PrivateFormat, PublicFormat
from cryptography.x509.oid import NameOID, ObjectIdentifier

from commandcenter.log.signing import DeviceKey, attests, device_id
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import Id, id_bytes

NO_TIME_CHECK = 0x200000
"""OpenSSL's X509_V_FLAG_NO_CHECK_TIME, which Python does not name."""
_ATTESTED = ObjectIdentifier("2.25.213180352437098347283909462573309117")
"""Our own extension: 32 bytes of device key and 64 of signature. An arc of a random UUID (ITU-T X.667)."""
_PURPOSE = "lan-tls"
_FROM, _UNTIL = datetime(2000, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)
"""RFC 5280, 4.1.2.5: no well-defined end."""


class LanIdentity:
    """What this desk shows to others, and how it knows them. Any thread."""

    def __init__(self, operation: Id, key: bytes, device: DeviceKey) -> None:
        """Derive the operation's authority from its key and issue this start's certificate."""
        derived = HKDF(hashes.SHA256(), 32, salt=id_bytes(operation), info=b"commandcenter lan authority 1").derive(key)
        self._authority_key = ed25519.Ed25519PrivateKey.from_private_bytes(derived)
        self._name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "operation")])
        self._authority = self._issue(self._name, self._authority_key.public_key(), None)
        self._tls_key = ec.generate_private_key(ec.SECP256R1())
        public = self._tls_key.public_key()
        shown = device.public_key + device.attest(_PURPOSE, _spki(public))
        self._certificate = self._issue(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, device.id)]), public, shown)

    def server(self) -> ssl.SSLContext:
        """Return TLS that asks every caller for a certificate of this operation."""
        return self._context(ssl.PROTOCOL_TLS_SERVER)

    def client(self) -> ssl.SSLContext:
        """Return TLS that talks to desks of this operation only."""
        return self._context(ssl.PROTOCOL_TLS_CLIENT)

    def _context(self, protocol: int) -> ssl.SSLContext:
        context = ssl.SSLContext(protocol)
        context.minimum_version = ssl.TLSVersion.TLSv1_3
        context.check_hostname = False  # desks have no names; the authority lets in members only
        context.verify_mode = ssl.CERT_REQUIRED
        context.verify_flags |= ssl.VerifyFlags.VERIFY_X509_STRICT | NO_TIME_CHECK
        context.load_verify_locations(cadata=self._authority.public_bytes(Encoding.PEM).decode())
        password = secrets.token_hex(32)  # Python reads keys from files only: it lies there locked, and not for long
        locked = self._tls_key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(password.encode()))
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "desk.pem"
            path.write_bytes(locked + self._certificate.public_bytes(Encoding.PEM))
            context.load_cert_chain(path, password=password)
        return context

    def _issue(self, subject: x509.Name, public: ec.EllipticCurvePublicKey | ed25519.Ed25519PublicKey, shown: bytes | None) -> x509.Certificate:
        authority = shown is None
        made = x509.CertificateBuilder().subject_name(subject).issuer_name(self._name).public_key(public).serial_number(x509.random_serial_number())
        made = made.not_valid_before(_FROM).not_valid_after(_UNTIL)
        made = made.add_extension(x509.BasicConstraints(ca=authority, path_length=0 if authority else None), critical=True)
        made = made.add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        made = made.add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(self._authority_key.public_key()), critical=False)
        usage = dict.fromkeys(
            ("content_commitment", "key_encipherment", "data_encipherment", "key_agreement", "encipher_only", "decipher_only"), False
        )
        made = made.add_extension(x509.KeyUsage(digital_signature=not authority, key_cert_sign=authority, crl_sign=authority, **usage), critical=True)
        if shown is not None:
            made = made.add_extension(x509.SubjectAlternativeName([x509.RFC822Name("desk@commandcenter.invalid")]), critical=False)
            made = made.add_extension(x509.UnrecognizedExtension(_ATTESTED, shown), critical=False)
        return made.sign(self._authority_key, None)


def device_behind(tls: object) -> Id:
    """Return the device at the other end of a connection (its `ssl_object`). Raises `KnownError` when it does not prove who it is."""
    raw = tls.getpeercert(binary_form=True) if isinstance(tls, ssl.SSLObject | ssl.SSLSocket) else None
    if raw is None:
        raise KnownError("The desk at the other end does not say who it is.")
    certificate = x509.load_der_x509_certificate(raw)
    found = [part.value for part in certificate.extensions if part.oid == _ATTESTED]
    shown = found[0].value if found and isinstance(found[0], x509.UnrecognizedExtension) else b""
    key, signature = shown[:32], shown[32:]
    if not attests(key, _PURPOSE, _spki(certificate.public_key()), signature):
        raise KnownError("The desk at the other end does not prove which device it is.")
    return device_id(key)


def _spki(public: object) -> bytes:
    if not isinstance(public, ec.EllipticCurvePublicKey):
        raise KnownError("The desk at the other end does not prove which device it is.")
    return public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
