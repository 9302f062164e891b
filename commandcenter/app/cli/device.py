"""`commandcenter device`: laptops that write in the operation, let in and shut out; acts that wait for a verdict."""

from __future__ import annotations

import argparse
import asyncio
import sys
from pathlib import Path
from typing import Any

from commandcenter.app.cli.seat import ask_secret, at_the_seat
from commandcenter.app.cli.terminal import DONE, REFUSED, complain, counted, print_json, print_line, tell
from commandcenter.app.home import Home
from commandcenter.app.identity import Identity, Newcomer
from commandcenter.app.operator import operator_of
from commandcenter.app.session import read_secrets
from commandcenter.log.keys import open_vault
from commandcenter.log.passphrase import VARIABLE, remove_passphrase, set_passphrase
from commandcenter.model.commands import Command, RatifyEntry, RevokeDevice, VoidEntry
from commandcenter.model.errors import KnownError, Refused
from commandcenter.model.rights import Role
from commandcenter.picture.rights import DeviceView, Rights
from commandcenter.ui.identity.paper_file import read_paper, write_paper

NEW_VARIABLE = "COMMANDCENTER_NEW_PASSPHRASE"


def add_to(commands: Any, shared: argparse.ArgumentParser) -> None:  # noqa: ANN401 - argparse keeps that class private
    """Add the command's parsers."""
    chosen = argparse.ArgumentParser(add_help=False, parents=[shared])
    chosen.add_argument("--region", metavar="NAME", help="the region whose operation is meant (else the last one used)")
    chosen.add_argument("--json", action="store_true", help="for a program to read")
    told = argparse.ArgumentParser(add_help=False, parents=[shared])
    told.add_argument("--json", action="store_true", help="for a program to read")
    device = commands.add_parser("device", help="computers that write in the operation: enrol, revoke, judge", parents=[shared])
    actions = device.add_subparsers(title="actions", metavar="ACTION", required=True)
    actions.add_parser("list", help="list them", parents=[chosen]).set_defaults(run=run_list)
    _add_enrolment(actions, chosen, told)
    _add_judging(actions, chosen)
    passphrase = actions.add_parser("passphrase", help="put a passphrase on key files, where the computer has no keystore", parents=[shared])
    passphrase.add_argument("--remove", action="store_true", help="take it away")
    passphrase.set_defaults(run=run_passphrase)


def _add_enrolment(actions: Any, chosen: argparse.ArgumentParser, told: argparse.ArgumentParser) -> None:  # noqa: ANN401
    read = argparse.ArgumentParser(add_help=False)
    read.add_argument("--code", metavar="DIGITS", help="the number the other person read to you; else you are asked whether it is the same")
    request = actions.add_parser("request", help="on a new laptop: write its request to join", parents=[told])
    request.add_argument("file", type=Path, help="the request; a name that ends in .svg or .png gives a QR code")
    request.add_argument("--person", metavar="NAME", help="who will work on it (else who sits here)")
    request.add_argument("--role", choices=[role.value for role in Role], default=Role.FIELD_COMMANDER.value)
    request.set_defaults(run=run_request)

    approve = actions.add_parser("approve", help="enrol a laptop that asks, and write the approval", parents=[chosen, read])
    approve.add_argument("file", type=Path, help="the request")
    approve.add_argument("--out", type=Path, required=True, help="the approval; a name that ends in .svg or .png gives a QR code")
    approve.add_argument("--role", choices=[role.value for role in Role], help="another role than it asks for")
    approve.set_defaults(run=run_approve)

    accepting = actions.add_parser("accept", help="on the new laptop: take the approval in", parents=[told, read])
    accepting.add_argument("file", type=Path, help="the approval")
    accepting.set_defaults(run=run_accept)


def _add_judging(actions: Any, chosen: argparse.ArgumentParser) -> None:  # noqa: ANN401
    revoke = actions.add_parser("revoke", help="shut a lost device out", parents=[chosen])
    revoke.add_argument("device", help="its name, or the beginning of its id")
    revoke.add_argument("--reason", default="")
    revoke.set_defaults(run=run_revoke)

    actions.add_parser("acts", help="list acts without right that wait for a verdict", parents=[chosen]).set_defaults(run=run_acts)
    for verb, command, words in (("ratify", RatifyEntry, "let an act count"), ("void", VoidEntry, "settle that an act does not count")):
        verdict = actions.add_parser(verb, help=words, parents=[chosen])
        verdict.add_argument("entry", help="the beginning of its id, as `device acts` shows it")
        verdict.add_argument("--reason", default="")
        verdict.set_defaults(run=run_verdict, command=command)


def run_list(args: argparse.Namespace) -> int:
    """List devices."""

    async def work(identity: Identity) -> list[dict[str, Any]]:
        return [{**_as_json(device), "here": device.id == identity.device} for device in identity.desk.picture.rights.devices()]

    devices = at_the_seat(args, work, signed_in=False)
    if args.json:
        print_json(devices)
    else:
        for device in devices:
            state = "revoked" if device["revoked"] else ", ".join(device["roles"]) or "not enrolled"
            here, written = "*" if device["here"] else " ", counted(device["written"], "entry  ", "entries")
            print_line(f"{here} {device['id'][:12]}  {device['name'] or '–':<24} {written:>16}  {state}")
    return DONE


def _as_json(device: DeviceView) -> dict[str, Any]:
    return {
        "id": device.id,
        "name": device.name,
        "roles": sorted(role.value for role in device.roles),
        "founder": device.founder,
        "revoked": device.revoked,
        "reason": device.reason,
        "goes_on_for": device.goes_on_for,
        "written": device.written,
    }


def run_request(args: argparse.Namespace) -> int:
    """Write a request; needs no operation."""
    home = Home.open(args.home)
    paper = asyncio.run(_newcomer(home).request(args.person or operator_of(home).name, Role(args.role)))
    write_paper(args.file, paper.text)
    tell(
        args,
        {"file": str(args.file), "code": paper.code},
        f"The request is in {args.file}. Read this number to who approves it: {paper.code}",
    )
    return DONE


def _newcomer(home: Home) -> Newcomer:
    return Newcomer(home, open_vault(home.root))


def run_approve(args: argparse.Namespace) -> int:
    """Approve a request."""
    text = read_paper(args.file)

    async def work(identity: Identity) -> dict[str, Any] | None:
        asked = await identity.read_request(text)
        role = Role(args.role or asked.role)
        if not _same(args, asked.code, f"{asked.person} asks to work as {role.value} on {asked.device_name}."):
            return None
        paper = await identity.approve(text, role)
        write_paper(args.out, paper.text)
        return {"person": asked.person, "role": role.value, "device": asked.device, "file": str(args.out), "code": paper.code}

    done = at_the_seat(args, work)
    if done is None:
        complain("Not approved: the numbers differ.")
        return REFUSED
    tell(args, done, f"{done['person']} is enrolled. The approval is in {args.out}. Read this number to {done['person']}: {done['code']}")
    return DONE


def run_accept(args: argparse.Namespace) -> int:
    """Take an approval in."""
    text = read_paper(args.file)
    newcomer = _newcomer(Home.open(args.home))
    offered = asyncio.run(newcomer.read_approval(text))
    told = f"{offered.by} lets {offered.person} work as {offered.role.value} over {offered.region}."
    if not _same(args, offered.code, told):
        complain("Not taken in: the numbers differ.")
        return REFUSED
    region = asyncio.run(newcomer.accept(text))
    tell(
        args,
        {"region": region},
        f"This laptop now works in the operation over {region}. It gets the log from a hub, from a desk nearby or by bundle.",
    )
    return DONE


def run_revoke(args: argparse.Namespace) -> int:
    """Shut a device out."""

    async def work(identity: Identity) -> DeviceView:
        device = device_named(identity.desk.picture.rights, args.device)
        await identity.desk.submit(RevokeDevice(device.id, args.reason))
        return device

    device = at_the_seat(args, work)
    tell(args, {"id": device.id, "name": device.name}, f"{device.name or device.id[:12]} is revoked.")
    return DONE


def device_named(rights: Rights, text: str) -> DeviceView:
    """Return the device of this name, or whose id begins so. Raises `Refused`."""
    wanted = text.casefold()
    found = [device for device in rights.devices() if device.id.startswith(wanted) or device.name.casefold() == wanted]
    if len(found) != 1:
        if not found:
            raise Refused("There is no device {text} in this operation; see `commandcenter device list`.", text=text)
        raise Refused("{text} names {count} devices; give more of the id, see `commandcenter device list`.", text=text, count=len(found))
    return found[0]


def run_acts(args: argparse.Namespace) -> int:
    """List what waits for a verdict."""

    async def work(identity: Identity) -> list[dict[str, Any]]:
        picture = identity.desk.picture
        return [
            {
                "entry": entry.id.hex(),
                "type": entry.type,
                "by": picture.operator_name(entry.actor) or picture.rights.name_of(entry.actor),
                "device": entry.device,
                "wall_ms": entry.wall_ms,
                "why": verdict.reason.value,
            }
            for entry, verdict in picture.rights.unratified()
        ]

    acts = at_the_seat(args, work, signed_in=False)
    if args.json:
        print_json(acts)
    else:
        for act in acts:
            print_line(f"{act['entry'][:12]}  {act['type']:<24} {act['by'] or act['device'][:12]:<20} {act['why']}")
    return DONE


def run_verdict(args: argparse.Namespace) -> int:
    """Ratify or void."""

    async def work(identity: Identity) -> str:
        found = [entry for entry, _ in identity.desk.picture.rights.unratified() if entry.id.hex().startswith(args.entry.casefold())]
        if len(found) != 1:
            if not found:
                raise Refused("No act that waits begins with {text}; see `commandcenter device acts`.", text=args.entry)
            raise Refused(
                "{text} names {count} acts that wait; give more of the id, see `commandcenter device acts`.", text=args.entry, count=len(found)
            )
        command: Command = args.command(found[0].id, args.reason)
        await identity.desk.submit(command)
        return found[0].id.hex()

    entry = at_the_seat(args, work)
    tell(args, {"entry": entry}, f"Settled: {entry[:12]}.")
    return DONE


def run_passphrase(args: argparse.Namespace) -> int:
    """Lock or open the key files."""
    home = Home.open(args.home)
    folder = home.root / "keys"
    if args.remove:
        remove_passphrase(folder)
        print_line("The key files are open again.")
        return DONE
    read_secrets(home)
    set_passphrase(folder, ask_secret("New passphrase: ", NEW_VARIABLE))
    print_line(f"The key files are sealed. The desk asks for the passphrase at each start; services get it in {VARIABLE}.")
    return DONE


def _same(args: argparse.Namespace, code: str, told: str) -> bool:
    """Return whether both persons have the same number before them."""
    if args.code is not None:
        return "".join(str(args.code).split()) == code.replace(" ", "")
    if not sys.stdin.isatty():
        complain(told)
        raise KnownError("Give the number that the other person read to you with --code.")
    print_line(told)
    return input(f"Does the other person read the number {code}? [y/N] ").strip().casefold() in ("y", "yes")
