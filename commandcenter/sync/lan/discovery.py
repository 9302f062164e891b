"""Finds desks of the same operation by multicast DNS. Nothing is told but a random name and a keyed hash of the operation."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import secrets
from collections.abc import Callable, Sequence

import ifaddr
from zeroconf import InterfaceChoice, IPVersion, ServiceStateChange, Zeroconf
from zeroconf.asyncio import AsyncServiceBrowser, AsyncServiceInfo, AsyncZeroconf

from commandcenter.model.ids import Id, id_bytes

SERVICE = "_ccdesk._tcp.local."
_WAIT_MS = 3_000
_TAG = "op"


def operation_tag(operation: Id, key: bytes) -> str:
    """Return what desks of an operation know each other by; to others it is noise."""
    return hmac.new(key, b"commandcenter lan\0" + id_bytes(operation), hashlib.sha256).hexdigest()[:32]


class Discovery:
    """Tells the network of this desk and hears of others. One asyncio loop; `OSError` from `start` where multicast is not to be had."""

    def __init__(self, tag: str, found: Callable[[str, tuple[str, ...]], None], lost: Callable[[str], None], interfaces: Sequence[str] = ()) -> None:
        """Prepare. `found`: (name, addresses HOST:PORT) of a desk of this operation; `lost`: it said goodbye."""
        self._tag, self._found, self._lost = tag, found, lost
        self._interfaces = list(interfaces)
        self._name = f"{secrets.token_hex(6)}.{SERVICE}"
        self._zeroconf: AsyncZeroconf | None = None
        self._browser: AsyncServiceBrowser | None = None
        self._asking: set[asyncio.Task[None]] = set()

    async def start(self, port: int) -> None:
        """Announce this desk at a TCP port and begin to listen."""
        self._zeroconf = AsyncZeroconf(interfaces=self._interfaces or InterfaceChoice.All, ip_version=IPVersion.V4Only)
        addresses = self._interfaces or own_addresses()
        server = self._name.replace(SERVICE, "local.")
        info = AsyncServiceInfo(SERVICE, self._name, port=port, parsed_addresses=addresses, properties={_TAG: self._tag}, server=server)
        await self._zeroconf.async_register_service(info)
        self._browser = AsyncServiceBrowser(self._zeroconf.zeroconf, SERVICE, handlers=[self._changed])

    async def stop(self) -> None:
        """Say goodbye."""
        for task in self._asking:
            task.cancel()
        await asyncio.gather(*self._asking, return_exceptions=True)
        if self._browser is not None:
            await self._browser.async_cancel()
        if self._zeroconf is not None:
            await self._zeroconf.async_unregister_all_services()
            await self._zeroconf.async_close()

    def _changed(self, zeroconf: Zeroconf, service_type: str, name: str, state_change: ServiceStateChange) -> None:
        if name == self._name:
            return
        if state_change is ServiceStateChange.Removed:
            self._lost(name)
            return
        task = asyncio.get_running_loop().create_task(self._ask(zeroconf, name))
        self._asking.add(task)
        task.add_done_callback(self._asking.discard)

    async def _ask(self, zeroconf: Zeroconf, name: str) -> None:
        info = AsyncServiceInfo(SERVICE, name)
        if not await info.async_request(zeroconf, _WAIT_MS):
            return
        said = (info.properties or {}).get(_TAG.encode()) or b""
        if info.port and hmac.compare_digest(said, self._tag.encode()):
            self._found(name, tuple(f"{address}:{info.port}" for address in info.parsed_addresses(IPVersion.V4Only)))


def own_addresses() -> list[str]:
    """Return this computer's own IPv4 addresses; the loopback only where there is no other."""
    found = [str(ip.ip) for adapter in ifaddr.get_adapters() for ip in adapter.ips if ip.is_IPv4 and not str(ip.ip).startswith("127.")]
    return found or ["127.0.0.1"]
