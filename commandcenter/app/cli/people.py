"""`commandcenter operator`, `grant` and `revoke`: who may do what."""

from __future__ import annotations

import argparse
from typing import Any

from commandcenter.app.cli.seat import ask_secret, at_the_seat
from commandcenter.app.cli.terminal import DONE, REFUSED, print_json, print_line
from commandcenter.app.identity import Identity
from commandcenter.app.operator import named_operator
from commandcenter.model.commands import GrantRole, RevokeGrant
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.rights import ROLE_SAID, Role

NEW_PIN_VARIABLE = "COMMANDCENTER_NEW_PIN"


def add_to(commands: Any, shared: argparse.ArgumentParser) -> None:  # noqa: ANN401 - argparse keeps that class private
    """Add the commands' parsers."""
    chosen = argparse.ArgumentParser(add_help=False, parents=[shared])
    chosen.add_argument("--region", metavar="NAME", help="the region whose operation is meant (else the last one used)")
    chosen.add_argument("--json", action="store_true", help="for a program to read")

    operator = commands.add_parser("operator", help="people who work at this computer, and their PINs", parents=[shared])
    actions = operator.add_subparsers(title="actions", metavar="ACTION", required=True)
    listing = actions.add_parser("list", help="list them with their roles", parents=[chosen])
    listing.set_defaults(run=run_list)
    adding = actions.add_parser("add", help="give somebody a first or a new PIN here; for supervisors", parents=[chosen])
    adding.add_argument("name")
    adding.set_defaults(run=run_add)
    pin = actions.add_parser("pin", help="set or change the PIN of who sits here", parents=[chosen])
    pin.set_defaults(run=run_pin)

    granting = commands.add_parser("grant", help="give a person a role in the operation", parents=[chosen])
    granting.add_argument("name")
    granting.add_argument("role", choices=[role.value for role in Role])
    granting.set_defaults(run=run_grant)

    revoking = commands.add_parser("revoke", help="take a role back", parents=[chosen])
    revoking.add_argument("name")
    revoking.add_argument("role", nargs="?", choices=[role.value for role in Role], help="else all roles of the person")
    revoking.add_argument("--reason", default="")
    revoking.set_defaults(run=run_revoke)


def run_list(args: argparse.Namespace) -> int:
    """List people."""

    async def work(identity: Identity) -> list[dict[str, Any]]:
        here = identity.person.id
        return [
            {"name": person.name, "roles": [role.value for role in person.roles], "pin": person.has_pin, "here": person.id == here}
            for person in identity.people()
        ]

    people = at_the_seat(args, work, signed_in=False)
    if args.json:
        print_json(people)
    else:
        for person in people:
            roles = ", ".join(str(ROLE_SAID[Role(role)]) for role in person["roles"]) or "–"
            print_line(f"{'*' if person['here'] else ' '} {person['name']:<24} {roles:<32} {'PIN' if person['pin'] else 'no PIN'}")
    return DONE


def run_add(args: argparse.Namespace) -> int:
    """Introduce somebody."""

    async def work(identity: Identity) -> None:
        await identity.introduce(args.name, ask_secret(f"New PIN of {args.name}: ", NEW_PIN_VARIABLE))

    at_the_seat(args, work)
    _say(args, {"name": args.name}, f"{args.name} has a PIN on this computer.")
    return DONE


def run_pin(args: argparse.Namespace) -> int:
    """Set one's own PIN."""

    async def work(identity: Identity) -> str:
        old = ask_secret(f"PIN of {identity.person.name}: ", "COMMANDCENTER_PIN") if identity.person.has_pin else ""
        await identity.set_pin(ask_secret(f"New PIN of {identity.person.name}: ", NEW_PIN_VARIABLE), old)
        return identity.person.name

    name = at_the_seat(args, work, signed_in=False)
    _say(args, {"name": name}, f"{name} has a new PIN on this computer.")
    return DONE


def run_grant(args: argparse.Namespace) -> int:
    """Give a role."""

    async def work(identity: Identity) -> None:
        person = named_operator(args.name, "")
        await identity.desk.submit(GrantRole(person.id, person.name, args.role))

    at_the_seat(args, work)
    _say(args, {"name": args.name, "role": args.role}, f"{args.name} is {ROLE_SAID[Role(args.role)]} in this operation.")
    return DONE


def run_revoke(args: argparse.Namespace) -> int:
    """Take roles back."""

    async def work(identity: Identity) -> list[str]:
        wanted = named_operator(args.name, "").id
        found = [
            grant
            for grant in identity.desk.picture.rights.grants()
            if grant.operator == wanted and not grant.revoked and args.role in (None, grant.role.value)
        ]
        if not found:
            raise Refused("{name} has no such role.", name=args.name)
        for grant in found:
            await identity.desk.submit(RevokeGrant(Id(grant.id), args.reason))
        return [grant.role.value for grant in found]

    roles = at_the_seat(args, work)
    _say(args, {"name": args.name, "revoked": roles}, f"{args.name} is no longer {', '.join(roles)}.")
    return DONE if roles else REFUSED


def _say(args: argparse.Namespace, value: dict[str, Any], line: str) -> None:
    if args.json:
        print_json(value)
    else:
        print_line(line)
