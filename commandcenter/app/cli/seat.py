"""Who gives commands on the command line: the person who sits at this computer, after the PIN where there is one."""

from __future__ import annotations

import argparse
import asyncio
import getpass
import os
import sys
from collections.abc import Awaitable, Callable
from typing import TypeVar

from commandcenter.app.beginning import begin
from commandcenter.app.cli.terminal import complain
from commandcenter.app.home import Home
from commandcenter.app.identity import Identity
from commandcenter.app.session import Session, open_session, used_region
from commandcenter.model.errors import KnownError

T = TypeVar("T")
PIN_VARIABLE = "COMMANDCENTER_PIN"


def at_the_seat(args: argparse.Namespace, work: Callable[[Identity], Awaitable[T]], *, signed_in: bool = True) -> T:
    """Open the operation that is meant, check the PIN of who sits here, and do the work. Raises `Refused` or `KnownError`."""
    return in_the_session(args, lambda _session, identity: work(identity), signed_in=signed_in)


def in_the_session(args: argparse.Namespace, work: Callable[[Session, Identity], Awaitable[T]], *, signed_in: bool = True) -> T:
    """Do as `at_the_seat`, for work that needs the whole session."""
    home = Home.open(args.home)
    region = used_region(home, args.region)
    if home.setting(f"operation:{region}") is None:
        raise KnownError("There is no command log here yet; open a desk first, or name its region with --region.")
    with open_session(home, region) as session:
        return asyncio.run(_work(session, Identity(home, session), work, signed_in))


async def _work(session: Session, identity: Identity, work: Callable[[Session, Identity], Awaitable[T]], signed_in: bool) -> T:
    try:
        if signed_in:
            await take_the_seat(session, identity)
        return await work(session, identity)
    finally:
        await identity.desk.close()


async def take_the_seat(session: Session, identity: Identity) -> None:
    """Begin as a desk that opens does: PIN, operation, the new device of a restored profile, sign-in. Raises `Refused` or `KnownError`."""
    await authenticate(identity)
    for note in await begin(session):
        complain(str(note))


async def authenticate(identity: Identity) -> None:
    """Ask for the PIN of who sits here, where there is one. Raises `Refused` or `KnownError`."""
    if identity.person.has_pin:
        await identity.check_pin(ask_secret(f"PIN of {identity.person.name}: ", PIN_VARIABLE))


def ask_secret(question: str, variable: str) -> str:
    """Return a secret from the environment, or typed without showing it. Raises `KnownError` where there is neither."""
    given = os.environ.get(variable)
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise KnownError("A PIN or passphrase is needed: run this in a terminal, or give it in {variable}.", variable=variable)
    return getpass.getpass(question)
