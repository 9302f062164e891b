"""The hub's own authority: it issues certificates to hub processes and to devices, and to nobody else (X.509, RFC 5280)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, load_pem_private_key
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from commandcenter.log.codec import MalformedError
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import Id
from commandcenter.sync.join_code import Address, fingerprint

AUTHORITY_DAYS = 36_500
HUB_DAYS = 825
DEVICE_DAYS = 397
"""As long as browsers give a certificate; renewed at half of it."""
_BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)
"""Certificates are valid from before any clock that stands wrong."""
_EARLIEST = datetime(2026, 1, 1, tzinfo=UTC)
"""A clock that shows less has lost its time: this program did not exist then."""


@dataclass(frozen=True, slots=True)
class Authority:
    """A certificate and its private key. Any thread."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey

    @classmethod
    def new(cls, now_ms: int, name: str) -> Authority:
        """Make one (P-256), good for a hundred years: it ends by being replaced. `name`: for the eyes of people."""
        key = ec.generate_private_key(ec.SECP256R1())
        subject = _name(name)
        builder = _builder(subject, subject, key.public_key(), now_ms, AUTHORITY_DAYS)
        builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        builder = builder.add_extension(_usage(signs_certificates=True), critical=True)
        return cls(builder.sign(key, hashes.SHA256()), key)

    @classmethod
    def read(cls, certificate: bytes, key: bytes) -> Authority:
        """Read both from PEM. Raises `KnownError`."""
        try:
            found, secret = x509.load_pem_x509_certificate(certificate), load_pem_private_key(key, None)
        except (ValueError, TypeError, UnsupportedAlgorithm) as error:
            raise KnownError("The hub's authority cannot be read: {why}", why=str(error).partition("\n")[0]) from error
        if not isinstance(secret, ec.EllipticCurvePrivateKey) or secret.public_key() != found.public_key():
            raise KnownError("The hub's authority cannot be read: {why}", why="its key belongs to another certificate")
        return cls(found, secret)

    @property
    def certificate_pem(self) -> bytes:
        """Return the certificate, for everybody."""
        return self.certificate.public_bytes(Encoding.PEM)

    @property
    def key_pem(self) -> bytes:
        """Return the private key, for nobody."""
        return key_pem(self.key)

    @property
    def fingerprint(self) -> bytes:
        """Return what join codes name it by."""
        return fingerprint(self.certificate.public_bytes(Encoding.DER))

    def for_hub(self, key: ec.EllipticCurvePublicKey, addresses: Sequence[Address], now_ms: int) -> x509.Certificate:
        """Return a server certificate for these names and IP addresses."""
        hosts = dict.fromkeys(address.host for address in addresses)
        names = [x509.DNSName(host) if ip is None else x509.IPAddress(ip) for host in hosts for ip in (Address(host).ip,)]
        builder = self._issued(_name("commandcenter hub"), key, now_ms, HUB_DAYS, ExtendedKeyUsageOID.SERVER_AUTH)
        return builder.add_extension(x509.SubjectAlternativeName(names), critical=False).sign(self.key, hashes.SHA256())

    def for_device(self, request: bytes, device: Id, now_ms: int) -> x509.Certificate:
        """Return a client certificate that names the device, for the key of a request (PKCS 10 in DER). Raises `MalformedError`."""
        try:
            asked = x509.load_der_x509_csr(request)
            key, signed = asked.public_key(), asked.is_signature_valid
        except (ValueError, UnsupportedAlgorithm, InvalidSignature) as error:
            raise MalformedError("not a request for a certificate") from error
        if not signed or not isinstance(key, ec.EllipticCurvePublicKey | ed25519.Ed25519PublicKey):
            raise MalformedError("not a request for a certificate")
        builder = self._issued(_name(device), key, now_ms, DEVICE_DAYS, ExtendedKeyUsageOID.CLIENT_AUTH)
        return builder.sign(self.key, hashes.SHA256())

    def _issued(
        self, subject: x509.Name, key: ec.EllipticCurvePublicKey | ed25519.Ed25519PublicKey, now_ms: int, days: int, usage: x509.ObjectIdentifier
    ) -> x509.CertificateBuilder:
        builder = _builder(subject, self.certificate.subject, key, now_ms, days)
        builder = builder.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        builder = builder.add_extension(_usage(signs_certificates=False), critical=True)
        builder = builder.add_extension(x509.ExtendedKeyUsage([usage]), critical=True)
        signer = ec_public(self.certificate)
        return builder.add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signer), critical=False)


def ec_public(certificate: x509.Certificate) -> ec.EllipticCurvePublicKey:
    """Return the key of a certificate of ours. Raises `KnownError` for another kind."""
    key = certificate.public_key()
    if not isinstance(key, ec.EllipticCurvePublicKey):
        raise KnownError("The hub's authority cannot be read: {why}", why="its key is of another kind")
    return key


def key_pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    """Return a private key in PEM."""
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def _builder(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey | ed25519.Ed25519PublicKey, now_ms: int, days: int
) -> x509.CertificateBuilder:
    builder = x509.CertificateBuilder().subject_name(subject).issuer_name(issuer).public_key(key)
    end = max(_EARLIEST, datetime.fromtimestamp(now_ms / 1000, UTC)) + timedelta(days=days)
    builder = builder.serial_number(x509.random_serial_number()).not_valid_before(_BEGINNING).not_valid_after(end)
    return builder.add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)


def _name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        encipher_only=False,
        decipher_only=False,
    )
