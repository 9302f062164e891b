"""`commandcenter resources import` and `sample`: stations, units, depots, stock … from CSV files, and examples of those files."""

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
from commandcenter.dispatch.importing import BroughtIn, bring_in, known_of, only_new
from commandcenter.resources.csv_import import FILES, Imported, files_of, import_folder, write_samples
from commandcenter.resources.csv_tables import ImportIssue


def add_to(commands: Any, shared: argparse.ArgumentParser) -> None:  # noqa: ANN401 - argparse keeps that class private
    """Add the command's parsers."""
    resources = commands.add_parser("resources", help="stations, units, depots, stock", parents=[shared])
    actions = resources.add_subparsers(title="actions", metavar="ACTION", required=True)
    importing = actions.add_parser("import", help=f"read {', '.join(FILES)}", parents=[shared])
    importing.add_argument("dir", type=Path, help="folder with the CSV files")
    importing.add_argument("--region", required=True, metavar="NAME")
    importing.add_argument("--with-region", action="store_true", help="a new operation begins with the stations, units and places of the map, too")
    importing.add_argument("--json", action="store_true", help="for a program to read")
    importing.set_defaults(run=run_import)
    sample = actions.add_parser("sample", help="write an example of every file, to be filled in", parents=[shared])
    sample.add_argument("dir", type=Path, help="folder to write them to")
    sample.set_defaults(run=run_sample)
    stock.add_to(actions, shared)


def run_import(args: argparse.Namespace) -> int:
    """Import what can be read; report the rest by file, row and column."""
    with open_session(Home.open(args.home), args.region) as session:
        imported, done = asyncio.run(_import(session, args.dir, seeded=args.with_region))
    issues = [i for i in imported.issues if not i.taken]
    doubts = [i for i in imported.issues if i.taken]
    if args.json:
        refused = [str(i.sentence) for i in done.refused]
        print_json(
            {
                "imported": done.taken,
                "there_already": imported.there_already,
                "issues": [_plain(i) for i in issues],
                "doubts": [_plain(i) for i in doubts],
                "refused": refused,
            }
        )
    else:
        print_line(f"{done.taken} rows imported.")
        if imported.there_already:
            print_line(f"{imported.there_already} rows ask for what is there already.")
        for issue in (*issues, *doubts, *done.refused):
            where = f"{issue.file}, row {issue.row}" + (f", column {issue.column}" if issue.column else "")
            complain(f"{where}: {issue.sentence}")
    return DONE if done.taken or (imported.there_already and not issues) else REFUSED


def run_sample(args: argparse.Namespace) -> int:
    """Write the examples; a file that is there already is left alone."""
    for name, written in write_samples(args.dir).items():
        if written:
            print_line(name)
        else:
            complain(f"{name} is there already and was left as it is.")
    return DONE


async def _import(session: Session, folder: Path, *, seeded: bool) -> tuple[Imported, BroughtIn]:
    """Read and submit; an operation that begins with it gets the default fleet only if asked for."""
    files_of(folder)  # what cannot be read at all begins no operation
    desk = session.desk
    await begin(session, seeded=seeded)
    found = import_folder(folder, desk.catalogue, known_of(desk.picture, desk.roads))
    imported = only_new(desk.picture, found)
    done = await bring_in(desk, imported)
    await desk.close()
    return imported, done


def _plain(issue: ImportIssue) -> dict[str, object]:
    return {"file": issue.file, "row": issue.row, "column": issue.column, "value": issue.value, "reason": str(issue.sentence)}
