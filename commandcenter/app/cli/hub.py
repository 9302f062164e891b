"""`commandcenter hub`: the meeting point of desks, who may come to it, and how a desk joins."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from commandcenter.app.cli.terminal import DONE, REFUSED, print_json, print_line, tell
from commandcenter.app.home import Home
from commandcenter.app.session import read_secrets
from commandcenter.model.errors import KnownError, Refused
from commandcenter.sync.join_code import DEFAULT_PORT, Address

if TYPE_CHECKING:
    from commandcenter.hub.registry import Admission, Registry

_LEAST_PREFIX = 4


def add_to(commands: Any, shared: argparse.ArgumentParser) -> None:  # noqa: ANN401 - argparse keeps that class private
    """Add the commands' parsers."""
    where = argparse.ArgumentParser(add_help=False, parents=[shared], argument_default=argparse.SUPPRESS)
    where.add_argument("--database", metavar="URL", help="postgresql://… or sqlite:///FILE (else a file in the home folder)")
    where.add_argument("--exercises", action="store_true", help="a hub for exercises and no live work (else live work only)")
    hub = commands.add_parser("hub", help="run a meeting point for desks, or join one", parents=[where])
    hub.add_argument(
        "--listen", metavar="HOST:PORT", help=f"where to listen (default: port {DEFAULT_PORT}; once “init” was run for all, at the port named there)"
    )
    hub.add_argument("--requests-per-second", type=float, metavar="N", help="that one device may make in the long run")
    hub.add_argument("--bytes-per-second", type=float, metavar="N", help="that one device may move in the long run")
    hub.set_defaults(run=run)
    verbs = hub.add_subparsers(title="commands", metavar="VERB")
    _add_inviting(verbs, where)

    devices = verbs.add_parser("devices", help="list the devices that have joined", parents=[where])
    devices.add_argument("--json", action="store_true", help="for programs")
    devices.set_defaults(run=run_devices)

    revoke = verbs.add_parser("revoke", help="refuse a device for ever, e.g. a lost laptop", parents=[where])
    revoke.add_argument("device", help="its id as “devices” lists it, or the beginning of it")
    revoke.add_argument("--json", action="store_true", help="for programs")
    revoke.set_defaults(run=run_revoke)

    joining = verbs.add_parser("join", help="at a desk: join a hub by its code", parents=[shared])
    joining.add_argument("code")
    joining.add_argument("--json", action="store_true", help="for programs")
    joining.add_argument("--name", help="what the hub's keeper sees (else operator and computer)")
    joining.set_defaults(run=run_join)


def _add_inviting(verbs: Any, where: argparse.ArgumentParser) -> None:  # noqa: ANN401
    code = argparse.ArgumentParser(add_help=False, parents=[where])
    code.add_argument("--uses", type=int, default=1, metavar="N", help="how many devices may join with the code (default: one)")
    code.add_argument("--hours", type=float, default=24.0, metavar="N", help="how long it is good for (default: a day)")
    code.add_argument("--json", action="store_true", help="for programs")
    code.add_argument("--png", type=Path, metavar="FILE", help="write the code to scan into a picture, instead of the terminal")
    init = verbs.add_parser("init", help="make the hub's authority and certificate, and a join code", parents=[code])
    addresses = "where desks find the hub; again for each further name, address or process (default: this computer's address)"
    init.add_argument("--address", action="append", default=[], metavar="HOST[:PORT]", help=addresses)
    init.set_defaults(run=run_init)
    invite = verbs.add_parser("invite", help="print another join code", parents=[code])
    invite.set_defaults(run=run_invite)


def run(args: argparse.Namespace) -> int:
    """Serve until told to stop."""
    from commandcenter.hub.folder import HubFolder
    from commandcenter.hub.notary import HubNotary
    from commandcenter.hub.serve import HubOptions, serve
    from commandcenter.model.clock import SystemClock
    from commandcenter.sync.limits import Limits

    home = Home.open(args.home)
    folder = HubFolder(home.root / "hub")
    listen = args.listen or f"{'0.0.0.0' if folder.exists else '127.0.0.1'}:{folder.port}"  # noqa: S104 - only with certificates
    usual = Limits()
    limits = Limits(requests_per_s=args.requests_per_second or usual.requests_per_s, bytes_per_s=args.bytes_per_second or usual.bytes_per_s)
    keys = read_secrets(home)
    notary = HubNotary(keys.device, home.root / "hub-checkpoints", SystemClock())
    serve(HubOptions(_url(args, home), keys.database_key, Address.read(listen), folder, _is_for_exercises(args), limits, notary))
    return DONE


def run_init(args: argparse.Namespace) -> int:
    """Make what is missing, and a first join code."""
    from commandcenter.hub.folder import HubFolder
    from commandcenter.model.clock import SystemClock

    home = Home.open(args.home)
    folder = HubFolder(home.root / "hub")
    addresses = tuple(Address.read(text, DEFAULT_PORT) for text in args.address) or (Address(_own_address()),)
    folder.init(addresses, SystemClock(), f"commandcenter hub {addresses[0].host}")
    if not args.json:
        print_line(f"The hub's authority and certificate are in {folder.path}. Keep a copy of that folder in a safe place.")
        print_line(f"Desks will find the hub at {', '.join(map(str, addresses))}.")
    return run_invite(args)


def run_invite(args: argparse.Namespace) -> int:
    """Print a join code, once for reading and once for scanning."""
    from commandcenter.hub.invitations import invite, show

    home = Home.open(args.home)
    if args.uses < 1 or args.hours <= 0:
        raise KnownError("A join code is for at least one device and for some time.")
    with _registry(args, home) as registry:
        invitation = invite(home.root / "hub", registry, uses=args.uses, hours=args.hours)
    picture = show(invitation, args.png)
    if args.json:
        code, addresses = str(invitation.code), list(map(str, invitation.code.addresses))
        print_json({"code": code, "addresses": addresses, "uses": args.uses, "ends": _when(invitation.ends_ms)})
        return DONE
    print_line(picture)
    for_whom = "one device" if args.uses == 1 else f"{args.uses:,} devices"
    print_line(f"Join code for {for_whom} until {_when(invitation.ends_ms)}: {invitation.code}")
    print_line("At the desk: commandcenter hub join CODE, or the window Connection.")
    return DONE


def run_devices(args: argparse.Namespace) -> int:
    """List who has joined."""
    with _registry(args, Home.open(args.home)) as registry:
        found = registry.admissions()
    if getattr(args, "json", False):
        print_json([_row(one) for one in found])
        return DONE
    for one in found:
        state = f"revoked {_when(one.revoked_ms)}" if one.revoked_ms is not None else f"last here {_when(one.seen_ms) if one.seen_ms else '–'}"
        print_line(f"{one.device}  joined {_when(one.since_ms)}  {state}  {one.name}")
    return DONE if found else REFUSED


def run_revoke(args: argparse.Namespace) -> int:
    """Refuse a device from now on."""
    from commandcenter.model.clock import SystemClock

    with _registry(args, Home.open(args.home)) as registry:
        device = _meant(args.device, registry.admissions())
        registry.revoke([device.device], SystemClock().wall_ms())
    told = f"{device.device} ({device.name}) is refused from now on. Take back its rights in the operation as well."
    tell(args, {"device": device.device, "name": device.name}, told)
    return DONE


def run_join(args: argparse.Namespace) -> int:
    """Join a hub."""
    from commandcenter.app.hub_access import join_hub

    access = join_hub(Home.open(args.home), args.code, args.name)
    tell(args, {"urls": list(access.urls)}, f"This desk has joined the hub at {', '.join(access.urls)}.")
    return DONE


@contextmanager
def _registry(args: argparse.Namespace, home: Home) -> Iterator[Registry]:
    from commandcenter.hub.database import HubDatabase
    from commandcenter.hub.registry import Registry

    database = HubDatabase(_url(args, home), read_secrets(home).database_key)
    try:
        yield Registry(database)
    finally:
        database.close()


def _url(args: argparse.Namespace, home: Home) -> str:
    return getattr(args, "database", None) or f"sqlite:///{home.root / ('exercise-hub.db' if _is_for_exercises(args) else 'hub.db')}"


def _is_for_exercises(args: argparse.Namespace) -> bool:
    return getattr(args, "exercises", False)


def _meant(text: str, known: list[Admission]) -> Admission:
    """Return the device whose id begins so. Raises `Refused` for none or several."""
    found = [one for one in known if one.device.startswith(text.lower())] if len(text) >= _LEAST_PREFIX else []
    if len(found) != 1:
        raise Refused("No device, or more than one, has an id that begins with {text}; “commandcenter hub devices” lists them.", text=text)
    return found[0]


def _row(one: Admission) -> dict[str, object]:
    return {"device": one.device, "name": one.name, "joined": _when(one.since_ms), "certificate_ends": _when(one.ends_ms)} | {
        "seen": _when(one.seen_ms) if one.seen_ms else None,
        "revoked": None if one.revoked_ms is None else _when(one.revoked_ms),
    }


def _when(wall_ms: int) -> str:
    return datetime.fromtimestamp(wall_ms / 1000, UTC).astimezone().isoformat(sep=" ", timespec="minutes")


def _own_address() -> str:
    """Return this computer's address in its network; no packet is sent."""
    import socket

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # for documentation only (RFC 5737): it shows the way out
        except OSError:
            return "127.0.0.1"
        return str(probe.getsockname()[0])
