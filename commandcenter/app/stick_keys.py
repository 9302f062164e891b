"""Who can read a stick: the operation's own desks by its key, a partner's computers by their own keys, everybody what is public."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from commandcenter.app.home import Home
from commandcenter.app.joining import is_guest, join_as_guest
from commandcenter.app.session import read_secrets, used_region
from commandcenter.log.keys import open_vault
from commandcenter.log.ledger import Ledger
from commandcenter.log.sharing import PUBLIC
from commandcenter.log.signing import SEED_BYTES, device_id
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import Id
from commandcenter.picture.picture import Picture
from commandcenter.sync.bundle import sealed_head
from commandcenter.sync.operation_key import operation_key
from commandcenter.sync.sealed import Lock, locked_for, read_address, unlock

PUBLIC_NAME = "public"


def partner_named(picture: Picture, name: str) -> Id:
    """Return the partner of this name, or `PUBLIC`. Raises `KnownError`."""
    partners = {partner.name.casefold(): partner.id for partner in picture.supplies.partners()}
    audience = PUBLIC if name == PUBLIC_NAME else partners.get(name.casefold())
    if audience is None:
        raise KnownError("There is no partner {name} in this operation; add it under logistics first.", name=name)
    return audience


def lock_for(home: Home, log: Ledger, picture: Picture | None, audience: Id | None, addresses: Sequence[str]) -> Lock:
    """Return what a bundle is locked with: for these addresses and a partner's own computers, else for who has the operation's key.

    `picture` is needed where there are addresses or an audience. Raises `KnownError`.
    """
    if picture is not None and (audience is not None or addresses):
        return partner_lock(log.operation, log.device_keys(), picture, audience, addresses)
    return Lock(own_key(home, log.operation))


def partner_lock(operation: Id, known: Mapping[Id, bytes], picture: Picture, audience: Id | None, addresses: Sequence[str]) -> Lock:
    """Return what only these addresses and a partner's own computers open; `known`: public keys of devices that wrote here. Raises `KnownError`."""
    if audience == PUBLIC and not addresses:
        return locked_for(operation, ())
    return locked_for(operation, _readers(known, picture, audience, addresses))


def own_key(home: Home, operation: Id) -> bytes:
    """Return the operation's key. Raises `KnownError` on the computer of a guest."""
    if is_guest(home, operation):
        raise KnownError(
            "This computer was not given the key of this operation; it reads and writes only files that are made for one computer (--to)."
        )
    return operation_key(open_vault(home.root), operation)


def _readers(known: Mapping[Id, bytes], picture: Picture, audience: Id | None, addresses: Sequence[str]) -> list[bytes]:
    """Return the public keys of who may read it, each once."""
    revoked = {device.id for device in picture.rights.devices() if device.revoked}
    theirs = [device for device, owner in picture.privacy.sharing().devices.items() if owner == audience and device not in revoked]
    given = [read_address(address) for address in addresses]
    if any(device_id(key) in revoked for key in given):
        raise KnownError("This computer was revoked in the operation; nothing is written for it.")
    readers = dict.fromkeys([*given, *(known[device] for device in theirs if device in known)])
    if not readers:
        raise KnownError(
            "No computer of this partner is known here. Ask them for its address (window Data, Sharing, or `commandcenter bundle address`) "
            "and give it as well (--to ADDRESS)."
        )
    return list(readers)


def key_of_file(home: Home, path: Path, operation: Id) -> bytes:
    """Return the key that a bundle or a summary is read with. Raises `KnownError`."""
    head = sealed_head(path)
    return unlock(head, _seed(home))[0] if head else own_key(home, operation)


def operation_on_stick(home: Home, path: Path, region: str | None) -> None:
    """Take part as a guest in the operation of a bundle that was made for this computer, where none runs over the region yet. Raises `KnownError`."""
    named = region or used_region(home)
    if home.setting(f"operation:{named}") is None and (head := sealed_head(path)):
        join_as_guest(home, unlock(head, _seed(home))[1], named)


def _seed(home: Home) -> bytes:
    read_secrets(home)  # made at the first start
    seed = open_vault(home.root).get("device")
    if seed is None or len(seed) != SEED_BYTES:
        raise KnownError("The key “{name}” of this desk is damaged. Put it back from your backup.", name="device")
    return seed
