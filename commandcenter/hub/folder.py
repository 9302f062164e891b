"""What a hub keeps beside its database: its authority, its own certificate, the addresses it is found at, and who was revoked."""

from __future__ import annotations

import json
import re
import ssl
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding

from commandcenter.hub.authority import HUB_DAYS, Authority, key_pem
from commandcenter.model.clock import Clock
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import Id
from commandcenter.sync.access import NO_TIME_CHECK, replace_file
from commandcenter.sync.join_code import DEFAULT_PORT, Address

_ID = re.compile("[0-9a-f]{32}")
DAY_MS = int(timedelta(days=1) / timedelta(milliseconds=1))


@dataclass(frozen=True, slots=True)
class HubFolder:
    """`HOME/hub`. Copied to another computer it makes that one a process of the same hub."""

    path: Path

    @property
    def exists(self) -> bool:
        """Return whether `hub init` was run."""
        return self._own.exists()

    @property
    def addresses(self) -> tuple[Address, ...]:
        """Return where desks find the hub. Raises `KnownError`."""
        try:
            return tuple(Address.read(text) for text in json.loads(self._read(self._settings))["addresses"])
        except (ValueError, KeyError, TypeError) as error:
            raise KnownError("The file {file} of the hub cannot be read; run “hub init” again.", file=self._settings.name) from error

    @property
    def port(self) -> int:
        """Return the port at which desks look for the hub, where its addresses agree on one; else the usual one. Raises `KnownError`."""
        ports = {address.port for address in self.addresses} if self.exists else set()
        return ports.pop() if len(ports) == 1 else DEFAULT_PORT

    def authority_certificate(self) -> bytes:
        """Return the authority's certificate (PEM). Raises `KnownError`."""
        return self._read(self.path / "authority.pem")

    def authority(self) -> Authority:
        """Return the authority. Raises `KnownError` where its key is kept elsewhere."""
        if not self._authority_key.exists():
            raise KnownError("The key of the hub's authority is not on this computer; nobody can join here.")
        return Authority.read(self.authority_certificate(), self._read(self._authority_key))

    def init(self, addresses: tuple[Address, ...], clock: Clock, name: str) -> Authority:
        """Make what is missing and a certificate for these addresses; an authority that is there stays. Raises `KnownError`."""
        try:
            self.path.mkdir(parents=True, exist_ok=True, mode=0o700)
            if not (self.path / "authority.pem").exists():
                made = Authority.new(clock.wall_ms(), name)
                replace_file(self._authority_key, made.key_pem)
                replace_file(self.path / "authority.pem", made.certificate_pem)
            authority = self.authority()
            replace_file(self._settings, json.dumps({"addresses": [str(address) for address in addresses]}).encode())
            self._issue(authority, addresses, clock)
        except OSError as error:
            raise KnownError("The hub's folder {folder} cannot be written: {why}", folder=self.path, why=error.strerror) from error
        return authority

    def renew_in_time(self, clock: Clock) -> bool:
        """Renew the hub's own certificate in its last third, where the authority's key is here; return whether it did."""
        due = self.ends_ms() - clock.wall_ms() < HUB_DAYS * DAY_MS / 3
        if due and self._authority_key.exists():
            self._issue(self.authority(), self.addresses, clock)
            return True
        return False

    def ends_ms(self) -> int:
        """Return when the hub's own certificate ends (wall time). Raises `KnownError`."""
        try:
            return round(1000 * x509.load_pem_x509_certificate(self._read(self._own)).not_valid_after_utc.timestamp())
        except ValueError as error:
            raise KnownError("The hub's certificates cannot be used: {why}", why=str(error).partition("\n")[0]) from error

    def context(self) -> ssl.SSLContext:
        """Return TLS 1.3 that asks devices for their certificate. Raises `KnownError`.

        Who has none may only join. Times are not checked here but by the hub, which lets an ended certificate renew itself (ADR 8).
        """
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.minimum_version = ssl.TLSVersion.TLSv1_3
        context.verify_mode = ssl.CERT_OPTIONAL
        context.verify_flags |= ssl.VerifyFlags.VERIFY_X509_STRICT | NO_TIME_CHECK
        try:
            context.load_verify_locations(self.path / "authority.pem")
        except OSError as error:
            raise KnownError("The hub's certificates cannot be used: {why}", why=str(error)) from error
        self.load_into(context)
        return context

    def load_into(self, context: ssl.SSLContext) -> None:
        """Let a context's next connections show the certificate that is kept now. Raises `KnownError`."""
        try:
            context.load_cert_chain(self._own)
        except OSError as error:
            raise KnownError("The hub's certificates cannot be used: {why}", why=str(error)) from error

    def revoked(self) -> frozenset[Id]:
        """Return the devices whose revocation is remembered here too, in case an old backup of the database forgets it."""
        if not self._revoked.exists():
            return frozenset()
        return frozenset(Id(line) for line in self._read(self._revoked).decode(errors="replace").split() if _ID.fullmatch(line))

    def remember_revoked(self, devices: frozenset[Id]) -> None:
        """Keep revocations here too. Raises `KnownError`."""
        try:
            replace_file(self._revoked, "".join(f"{device}\n" for device in sorted(devices)).encode())
        except OSError as error:
            raise KnownError("The hub's folder {folder} cannot be written: {why}", folder=self.path, why=error.strerror) from error

    def _issue(self, authority: Authority, addresses: tuple[Address, ...], clock: Clock) -> None:
        key = ec.generate_private_key(ec.SECP256R1())
        certificate = authority.for_hub(key.public_key(), addresses, clock.wall_ms())
        replace_file(self._own, key_pem(key) + certificate.public_bytes(Encoding.PEM))

    @property
    def _own(self) -> Path:
        return self.path / "hub.pem"

    @property
    def _authority_key(self) -> Path:
        return self.path / "authority.key"

    @property
    def _settings(self) -> Path:
        return self.path / "hub.json"

    @property
    def _revoked(self) -> Path:
        return self.path / "revoked"

    @staticmethod
    def _read(path: Path) -> bytes:
        try:
            return path.read_bytes()
        except OSError as error:
            raise KnownError("The file {file} of the hub cannot be read; run “hub init” again.", file=path.name) from error
