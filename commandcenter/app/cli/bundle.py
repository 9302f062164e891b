"""`commandcenter bundle`: carry entries on a USB stick."""

from __future__ import annotations

import argparse
from contextlib import closing
from pathlib import Path
from typing import Any

from commandcenter.app.cli.terminal import DONE, print_line
from commandcenter.app.home import Home
from commandcenter.app.joining import join_operation
from commandcenter.app.session import folded, log_path, read_secrets, used_region
from commandcenter.log.intake import Ingested
from commandcenter.log.keys import open_vault
from commandcenter.log.sharing import PUBLIC, redact
from commandcenter.log.store import SqliteLog
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import Id
from commandcenter.picture.history import picture_of
from commandcenter.sync.bundle import Copy, read_entries, read_summary, whole, write_entries, write_summary
from commandcenter.sync.operation_key import join_code, operation_key


def add_to(commands: Any, shared: argparse.ArgumentParser) -> None:  # noqa: ANN401 - argparse keeps that class private
    """Add the commands' parsers."""
    parser = commands.add_parser("bundle", help="carry the command log on a USB stick", parents=[shared])
    verbs = parser.add_subparsers(title="commands", metavar="VERB", required=True)
    log = argparse.ArgumentParser(add_help=False, parents=[shared])
    log.add_argument("--region", metavar="NAME", help="the operation over this region (else the last one opened)")

    export = verbs.add_parser("export", help="write what the other side lacks", parents=[log])
    export.add_argument("file", type=Path)
    export.add_argument("--for", dest="summary", type=Path, metavar="SUMMARY", help="only what the desk that wrote this summary lacks")
    export.add_argument("--for-partner", dest="partner", metavar="NAME", help="only the sections that this partner may see (`public` for everybody)")
    export.set_defaults(run=run_export)

    summary = verbs.add_parser("summary", help="write what this desk has, for the other side's export", parents=[log])
    summary.add_argument("file", type=Path)
    summary.set_defaults(run=run_summary)

    import_ = verbs.add_parser("import", help="take in a bundle; safe to repeat", parents=[log])
    import_.add_argument("file", type=Path)
    import_.set_defaults(run=run_import)

    code = verbs.add_parser("code", help="print the code that lets another desk join this operation", parents=[log])
    code.set_defaults(run=run_code)

    joining = verbs.add_parser("join", help="join another desk's operation by its code", parents=[shared])
    joining.add_argument("code")
    joining.add_argument("--region", metavar="NAME", required=True, help="the region it is run over")
    joining.set_defaults(run=run_join)


def open_log(args: argparse.Namespace) -> tuple[SqliteLog, bytes]:
    """Open the log that is meant, a new one where this home has only joined, and the operation's key. Raises `KnownError`."""
    home = Home.open(args.home)
    operation = home.setting(f"operation:{used_region(home, args.region)}")
    if operation is None:
        raise KnownError("There is no command log here yet; open a desk first, or name its region with --region.")
    keys = read_secrets(home)
    log = SqliteLog(log_path(home, Id(operation)), device=keys.device, database_key=keys.database_key, operation=Id(operation))
    return log, operation_key(open_vault(home.root), log.operation)


def copy_for(log: SqliteLog, name: str) -> Copy:
    """Return what gives a partner's copy of an entry, by the policy that the log holds. Raises `KnownError` for an unknown partner."""
    picture = picture_of(log.operation, log.entries)
    partners = {partner.name.casefold(): partner.id for partner in picture.supplies.partners()}
    audience = PUBLIC if name == "public" else partners.get(name.casefold())
    if audience is None:
        raise KnownError("There is no partner {name} in this operation; add it under logistics first.", name=name)
    policy = picture.privacy.sharing()
    return lambda signed: redact(signed, policy, audience)


def run_export(args: argparse.Namespace) -> int:
    """Write a bundle."""
    log, key = open_log(args)
    with closing(log):
        theirs = read_summary(args.summary, key) if args.summary else {}
        count = write_entries(args.file, log, key, theirs, copy_for(log, args.partner) if args.partner else whole)
    print_line(f"{count:,} entries are in {args.file}.")
    return DONE


def run_summary(args: argparse.Namespace) -> int:
    """Write a summary."""
    log, key = open_log(args)
    with closing(log):
        write_summary(args.file, log, key)
    print_line(f"Give {args.file} to the other desk: bundle export FILE --for {args.file.name}")
    return DONE


def run_import(args: argparse.Namespace) -> int:
    """Take in a bundle and say what became of it."""
    total = Ingested()

    def count(taken: Ingested) -> None:
        total.entries += taken.entries
        total.duplicates += taken.duplicates
        total.gaps += taken.gaps
        total.forks += taken.forks
        total.quarantined += taken.quarantined

    log, key = open_log(args)
    with closing(log):
        read_entries(args.file, log, key, count)
        if total.entries or total.completed:
            folded(log)  # what is to be erased is gone before this ends
    print_line(f"{len(total.entries):,} entries are new, {total.duplicates:,} were here already.")
    if total.gaps:
        print_line(f"{len(total.gaps):,} were not taken: entries before them are missing. Export again with this desk's summary.")
    if total.forks:
        print_line(f"{len(total.forks):,} are of a device that was copied or restored; both versions are kept.")
    if total.quarantined:
        print_line(f"{total.quarantined:,} were refused as forged or damaged and are kept apart.")
    return DONE


def run_code(args: argparse.Namespace) -> int:
    """Print the code; who has it can read the operation's bundles."""
    log, key = open_log(args)
    with closing(log):
        print_line(join_code(log.operation, key))
    return DONE


def run_join(args: argparse.Namespace) -> int:
    """Join an operation."""
    operation = join_operation(Home.open(args.home), args.code, args.region)
    print_line(f"This home now runs operation {operation[:8]} over {args.region}. Its own earlier log, if there is one, is kept.")
    return DONE
