"""`commandcenter resources import`: stations, units, depots and stock from CSV files."""

from __future__ import annotations

import argparse
import asyncio
from pathlib import Path
from typing import Any

from commandcenter.app.beginning import begin
from commandcenter.app.cli import stock
from commandcenter.app.cli.terminal import DONE, REFUSED, complain, print_json, print_line
from commandcenter.app.home import Home
from commandcenter.app.session import Session, open_session
from commandcenter.model.commands import Command
from commandcenter.model.errors import Refused
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.resources.csv_import import import_folder


def add_to(commands: Any, shared: argparse.ArgumentParser) -> None:  # noqa: ANN401 - argparse keeps that class private
    """Add the command's parsers."""
    resources = commands.add_parser("resources", help="stations, units, depots, stock", parents=[shared])
    actions = resources.add_subparsers(title="actions", metavar="ACTION", required=True)
    importing = actions.add_parser("import", help="read stations.csv, units.csv, depots.csv, stock.csv, facilities.csv", parents=[shared])
    importing.add_argument("dir", type=Path, help="folder with the CSV files")
    importing.add_argument("--region", required=True, metavar="NAME")
    importing.add_argument("--json", action="store_true", help="for a program to read")
    importing.set_defaults(run=run_import)
    stock.add_to(actions, shared)


def run_import(args: argparse.Namespace) -> int:
    """Import what can be read; report the rest by file, row and column."""
    found = import_folder(args.dir, default_catalogue())
    with open_session(Home.open(args.home), args.region) as session:
        refused = asyncio.run(_submit_all(session, found.commands))
    issues = [{"file": i.file, "row": i.row, "column": i.column, "value": i.value, "reason": str(i.sentence)} for i in found.issues]
    taken = len(found.commands) - len(refused)
    if args.json:
        print_json({"imported": taken, "issues": issues, "refused": refused})
    else:
        print_line(f"{taken} rows imported.")
        for issue in issues:
            complain(f"{issue['file']}, row {issue['row']}, column {issue['column']}: {issue['reason']}")
        for reason in refused:
            complain(reason)
    return DONE if taken else REFUSED


async def _submit_all(session: Session, commands: tuple[Command, ...]) -> list[str]:
    """Submit what was read; an operation that begins with it gets no default fleet."""
    await begin(session, seeded=False)
    outcomes = await session.desk.submit_all(commands)
    await session.desk.close()
    return [str(outcome) for outcome in outcomes if isinstance(outcome, Refused)]
