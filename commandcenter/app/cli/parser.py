"""The tree of commands, with `--help` everywhere."""

from __future__ import annotations

import argparse
from pathlib import Path

from commandcenter import __version__
from commandcenter.app.cli import desk, hub, log, recommend, region, resources


def build_parser() -> argparse.ArgumentParser:
    """Return the parser; each command sets `run`, a function from the parsed arguments to an exit code."""
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--home", type=Path, metavar="DIR", help="home folder (else the platform's user data folder)")
    parser = argparse.ArgumentParser(
        prog="commandcenter",
        description="Emergency command and dispatch, fully offline. Without a command it opens the desk.",
        epilog="Exit codes: 0 done, 1 refused or nothing found, 2 bad input or environment.",
        parents=[shared],
    )
    parser.add_argument("--version", action="version", version=f"commandcenter {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for module in (desk, region, resources, recommend, log, hub):
        module.add_to(commands, shared)
    desk.add_options(parser)
    parser.set_defaults(run=desk.run)
    return parser
