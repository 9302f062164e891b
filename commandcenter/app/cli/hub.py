"""`commandcenter hub`: the meeting point of desks."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from commandcenter.app.cli.terminal import DONE
from commandcenter.app.home import Home
from commandcenter.app.session import read_secrets
from commandcenter.model.errors import KnownError


def add_to(commands: Any, shared: argparse.ArgumentParser) -> None:  # noqa: ANN401 - argparse keeps that class private
    """Add the command's parser."""
    hub = commands.add_parser("hub", help="run a meeting point for desks", parents=[shared])
    hub.add_argument("--database", metavar="URL", help="postgresql://… or sqlite:///FILE (else a file in the home folder)")
    hub.add_argument("--listen", default="127.0.0.1:8440", metavar="HOST:PORT", help="where to listen (default: %(default)s)")
    for name, what in (("certificate", "the hub's certificate"), ("key", "its private key"), ("authority", "who issues the devices' certificates")):
        hub.add_argument(f"--{name}", type=Path, metavar="PEM", help=f"{what}; needed to listen for other computers")
    hub.add_argument("--exercises", action="store_true", help="serve exercises and no live work (else live work only)")
    hub.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Serve until told to stop."""
    from commandcenter.hub.serve import Address, Certificates, serve

    home = Home.open(args.home)
    files = (args.certificate, args.key, args.authority)
    if any(files) and not all(files):
        raise KnownError("Give all three: --certificate, --key and --authority.")
    certificates = Certificates(*files) if all(files) else None
    url = args.database or f"sqlite:///{home.root / ('exercise-hub.db' if args.exercises else 'hub.db')}"
    serve(url, read_secrets(home).database_key, Address.read(args.listen), certificates, exercises=args.exercises)
    return DONE
