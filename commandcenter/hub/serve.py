"""Runs a hub process until it is told to stop."""

from __future__ import annotations

import ipaddress
import logging
import ssl
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

from commandcenter.hub.database import HubDatabase
from commandcenter.hub.logs import log_as_json
from commandcenter.hub.server import Hub
from commandcenter.model.clock import SystemClock
from commandcenter.model.errors import KnownError

LOG = logging.getLogger(__name__)
STOP_S = 10.0
"""How long requests under way may take after the order to stop."""


@dataclass(frozen=True, slots=True)
class Certificates:
    """Files in PEM: the hub's own certificate and key, and the authority whose devices may connect."""

    certificate: Path
    key: Path
    authority: Path

    def context(self) -> ssl.SSLContext:
        """Return TLS 1.3 that asks every device for its certificate. Raises `KnownError`."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.minimum_version = ssl.TLSVersion.TLSv1_3
        context.verify_mode = ssl.CERT_REQUIRED
        try:
            context.load_cert_chain(self.certificate, self.key)
            context.load_verify_locations(self.authority)
        except OSError as error:
            raise KnownError("The hub's certificates cannot be used: {why}", why=str(error)) from error
        return context


@dataclass(frozen=True, slots=True)
class Address:
    """Where to listen."""

    host: str
    port: int

    @classmethod
    def read(cls, text: str) -> Address:
        """Read `127.0.0.1:8440` or `[::1]:8440`. Raises `KnownError`."""
        host, _, port = text.rpartition(":")
        if not host or not port.isdecimal() or int(port) > 65_535:
            raise KnownError("{text} is no address; write e.g. 127.0.0.1:8440.", text=text)
        return cls(host.strip("[]"), int(port))

    @property
    def loopback(self) -> bool:
        """Return whether only this computer can reach it."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False


def serve(url: str, key: bytes, address: Address, certificates: Certificates | None, *, exercises: bool = False) -> None:
    """Serve until SIGINT or SIGTERM; requests under way are finished. Raises `KnownError` before it listens.

    `exercises`: serve exercises and no live work.
    """
    if certificates is None and not address.loopback:
        raise KnownError(
            "Without certificates a hub listens on this computer only: {host} is open to others. Give --certificate, --key and --authority.",
            host=address.host,
        )
    context = certificates.context() if certificates else None
    database = HubDatabase(url, key)
    log_as_json()
    LOG.info("listening", extra={"fields": {"host": address.host, "port": address.port, "tls": context is not None}})
    try:
        hub = Hub(database, SystemClock(), exercises=exercises)
        web.run_app(
            hub.application(),
            host=address.host,
            port=address.port,
            ssl_context=context,
            shutdown_timeout=STOP_S,
            access_log=None,
            print=None,
            handle_signals=True,
        )
    except OSError as error:
        raise KnownError("The hub cannot listen on {host}:{port}: {why}", host=address.host, port=address.port, why=error.strerror) from error
    finally:
        database.close()
    LOG.info("stopped")
