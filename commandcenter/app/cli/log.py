"""`commandcenter log …`: audit, count and export a command log."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any

from commandcenter.app.cli.terminal import DONE, REFUSED, TerminalProgress, complain, print_json, print_line
from commandcenter.app.home import Home
from commandcenter.app.session import existing_log, read_secrets
from commandcenter.log.export import export_lines
from commandcenter.log.stats import stats
from commandcenter.log.store import SqliteLog
from commandcenter.log.verify import audit
from commandcenter.model.errors import KnownError


def add_to(commands: Any, shared: argparse.ArgumentParser) -> None:  # noqa: ANN401 - argparse keeps that class private
    """Add the command's parsers."""
    log = commands.add_parser("log", help="the command log", parents=[shared])
    actions = log.add_subparsers(title="actions", metavar="ACTION", required=True)
    chosen = argparse.ArgumentParser(add_help=False)
    chosen.add_argument("--region", metavar="NAME", help="the region whose operation is meant (else the last one used)")

    verify = actions.add_parser("verify", help="check every entry: form, signature, chain, contents", parents=[shared, chosen])
    verify.add_argument("--json", action="store_true", help="for a program to read: ok, entries, first_bad")
    verify.set_defaults(run=run_verify)

    counting = actions.add_parser("stats", help="how much of what is in the log", parents=[shared, chosen])
    counting.add_argument("--json", action="store_true", help="for a program to read")
    counting.set_defaults(run=run_stats)

    exporting = actions.add_parser("export", help="write the log as JSON lines", parents=[shared, chosen])
    exporting.add_argument("--to", type=Path, metavar="FILE", help="else to standard output")
    exporting.add_argument("--without", action="append", default=[], choices=["pii", "med"], help="leave this section out (may be repeated)")
    exporting.set_defaults(run=run_export)


def open_log(args: argparse.Namespace) -> SqliteLog:
    """Open the log that is meant. Raises `KnownError`."""
    home = Home.open(args.home)
    region = args.region or home.setting("region")
    path = existing_log(home, region) if region else None
    if path is None:
        raise KnownError("There is no command log here yet; open a desk first, or name its region with --region.")
    keys = read_secrets(home)
    return SqliteLog(path, device=keys.device, database_key=keys.database_key)


def run_verify(args: argparse.Namespace) -> int:
    """Audit the whole log."""
    progress = TerminalProgress()
    with closing(open_log(args)) as log:
        found = audit(log.signed(), operation=log.operation, own_device=log.device, keys=log.device_keys(), total=log.count(), progress=progress)
    progress.finish()
    bad = found.first_bad
    if args.json:
        first = None if bad is None else {"entry": bad.entry.hex(), "position": bad.position, "reason": str(bad.reason)}
        print_json({"ok": found.ok, "entries": found.entries, "first_bad": first})
    elif bad is None:
        print_line(f"All {found.entries:,} entries are as they were signed.")
    else:
        complain(f"Entry {bad.position:,} ({bad.entry.hex()[:12]}) is not as it was signed: {bad.reason}")
    return DONE if found.ok else REFUSED


def run_stats(args: argparse.Namespace) -> int:
    """Count."""
    with closing(open_log(args)) as log:
        found = asdict(stats(log.signed()))
    if args.json:
        print_json(found)
    else:
        for name, value in found.items():
            print_line(f"{name}: {value}")
    return DONE


def run_export(args: argparse.Namespace) -> int:
    """Export."""
    kept = frozenset({"op", "med", "pii"} - set(args.without))
    with closing(open_log(args)) as log:
        lines = export_lines(log.signed(), sections=kept)
        if args.to is None:
            sys.stdout.writelines(line + "\n" for line in lines)
        else:
            try:
                with args.to.open("w", encoding="utf-8") as out:
                    out.writelines(line + "\n" for line in lines)
            except OSError as error:
                raise KnownError("The export cannot be written to {file}: {why}.", file=args.to, why=error.strerror) from error
    return DONE
