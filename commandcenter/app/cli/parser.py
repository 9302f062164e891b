"""The tree of commands, with `--help` everywhere."""

from __future__ import annotations

import argparse
from pathlib import Path

from commandcenter import __version__
from commandcenter.app.cli import attachment, bundle, desk, device, do, exercise, hub, log, people, recommend, recovery, region, resources


def build_parser() -> argparse.ArgumentParser:
    """Return the parser; each command sets `run`, a function from the parsed arguments to an exit code."""
    shared = argparse.ArgumentParser(add_help=False)
    _add_home(shared, default=argparse.SUPPRESS)  # a command that does not name it leaves what stands before the command
    parser = argparse.ArgumentParser(
        prog="commandcenter",
        description="Emergency command and dispatch, fully offline. Without a command it opens the desk.",
        epilog="Exit codes: 0 done, 1 refused or nothing found, 2 bad input or environment.",
    )
    _add_home(parser, default=None)
    parser.add_argument("--version", action="version", version=f"commandcenter {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for module in (desk, do, region, resources, recommend, log, exercise, hub, bundle, attachment, people, device, recovery):
        module.add_to(commands, shared)
    desk.add_options(parser)
    parser.set_defaults(run=desk.run)
    return parser


def _add_home(parser: argparse.ArgumentParser, default: str | None) -> None:
    parser.add_argument("--home", type=Path, metavar="DIR", default=default, help="home folder (else the platform's user data folder)")
