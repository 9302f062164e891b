"""`commandcenter bundle`: carry entries on a USB stick."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from commandcenter.app.cli.terminal import DONE, complain, counted, print_json, print_line, tell
from commandcenter.app.file_sticks import export_files, import_files, readable
from commandcenter.app.home import Home
from commandcenter.app.joining import join_operation
from commandcenter.app.own_log import folded, own_log
from commandcenter.app.session import read_secrets, used_region
from commandcenter.app.stick_keys import key_of_file, lock_for, operation_on_stick, own_key, partner_named
from commandcenter.log.intake import Ingested
from commandcenter.log.sharing import redact
from commandcenter.log.store import SqliteLog
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import Id
from commandcenter.picture.history import picture_of
from commandcenter.sync.bundle import read_entries, read_summary, whole, write_entries, write_summary
from commandcenter.sync.files.bundle import beside
from commandcenter.sync.operation_key import join_code
from commandcenter.sync.sealed import write_address


def add_to(commands: Any, shared: argparse.ArgumentParser) -> None:  # noqa: ANN401 - argparse keeps that class private
    """Add the commands' parsers."""
    parser = commands.add_parser("bundle", help="carry the command log on a USB stick", parents=[shared])
    verbs = parser.add_subparsers(title="commands", metavar="VERB", required=True)
    told = argparse.ArgumentParser(add_help=False, parents=[shared])
    told.add_argument("--json", action="store_true", help="for a program to read")
    log = argparse.ArgumentParser(add_help=False, parents=[told])
    log.add_argument("--region", metavar="NAME", help="the operation over this region (else the last one opened)")
    _add_sticks(verbs, log)
    _add_codes(verbs, told, log)


def _add_sticks(verbs: Any, log: argparse.ArgumentParser) -> None:  # noqa: ANN401
    sealed = argparse.ArgumentParser(add_help=False)
    sealed.add_argument(
        "--to", action="append", default=[], metavar="ADDRESS", help="only the computer with this address can read it (may be repeated)"
    )
    export = verbs.add_parser("export", help="write what the other side lacks", parents=[log, sealed])
    export.add_argument("file", type=Path)
    export.add_argument("--for", dest="summary", type=Path, metavar="SUMMARY", help="only what the desk that wrote this summary lacks")
    export.add_argument(
        "--for-partner",
        dest="partner",
        metavar="NAME",
        help="only the sections that this partner may see, for its computers (`public` for everybody)",
    )
    export.add_argument("--files", action="store_true", help="the attachments that are here too, in FILE.files")
    export.set_defaults(run=run_export)

    summary = verbs.add_parser("summary", help="write what this desk has, for the other side's export", parents=[log, sealed])
    summary.add_argument("file", type=Path)
    summary.set_defaults(run=run_summary)

    import_ = verbs.add_parser("import", help="take in a bundle; safe to repeat", parents=[log])
    import_.add_argument("file", type=Path)
    import_.set_defaults(run=run_import)


def _add_codes(verbs: Any, told: argparse.ArgumentParser, log: argparse.ArgumentParser) -> None:  # noqa: ANN401
    address = verbs.add_parser("address", help="print this computer's address, for bundles that only it can read", parents=[told])
    address.set_defaults(run=run_address)

    code = verbs.add_parser("code", help="print the code that lets another desk join this operation", parents=[log])
    code.set_defaults(run=run_code)

    joining = verbs.add_parser("join", help="join another desk's operation by its code", parents=[told])
    joining.add_argument("code")
    joining.add_argument("--region", metavar="NAME", required=True, help="the region it is run over")
    joining.set_defaults(run=run_join)


@contextmanager
def _log(args: argparse.Namespace) -> Iterator[SqliteLog]:
    """Open the log that is meant, a new one where this home has only joined. Raises `KnownError`."""
    home = Home.open(args.home)
    with own_log(home, _operation(home, args.region)) as (log, copied):
        if copied is not None:
            complain(str(copied.said))
        yield log


def _operation(home: Home, region: str | None) -> Id:
    """Return the operation over a region, else over the last one used. Raises `KnownError`."""
    operation = home.setting(f"operation:{used_region(home, region)}")
    if operation is None:
        raise KnownError("There is no command log here yet; open a desk first, or name its region with --region.")
    return Id(operation)


def run_export(args: argparse.Namespace) -> int:
    """Write a bundle."""
    home = Home.open(args.home)
    with _log(args) as log:
        picture = picture_of(log.operation, log.entries) if args.partner or args.to else None
        audience = partner_named(picture, args.partner) if picture and args.partner else None
        lock = lock_for(home, log, picture, audience, args.to)
        policy = picture.privacy.sharing() if picture else None
        copy = (lambda signed: redact(signed, policy, audience)) if policy and audience else whole
        theirs = read_summary(args.summary, key_of_file(home, args.summary, log.operation)) if args.summary else {}
        count = write_entries(args.file, log, lock, theirs, copy)
        attached = 0
        if args.files:
            seen = policy.sections(audience) if policy and audience else None
            files = readable(picture or picture_of(log.operation, log.entries), seen)
            attached = export_files(home, log.operation, files, args.file, lock)
    done: dict[str, object] = {"file": str(args.file), "entries": count}
    said = f"{counted(count, 'entry is', 'entries are')} in {args.file}."
    if args.files:
        done["attachments"] = attached
        said += f" {counted(attached, 'attachment is', 'attachments are')} in {beside(args.file)}."
    tell(args, done, said)
    return DONE


def run_summary(args: argparse.Namespace) -> int:
    """Write a summary."""
    home = Home.open(args.home)
    with _log(args) as log:
        picture = picture_of(log.operation, log.entries) if args.to else None
        write_summary(args.file, log, lock_for(home, log, picture, None, args.to))
    tell(args, {"file": str(args.file)}, f"Give {args.file} to the other desk: bundle export FILE --for {args.file.name}")
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

    home = Home.open(args.home)
    operation_on_stick(home, args.file, args.region)
    with _log(args) as log:
        read_entries(args.file, log, key_of_file(home, args.file, log.operation), count)
        if total.entries or total.completed:
            folded(log)  # what is to be erased is gone before this ends
        attached = import_files(home, log, args.file)
    if args.json:
        kinds = {"new": len(total.entries), "known": total.duplicates, "gaps": len(total.gaps), "forks": len(total.forks)}
        print_json({**kinds, "refused": total.quarantined, **({"attachments": attached} if attached else {})})
    else:
        _tell(total)
        if attached:
            print_line(f"{counted(attached, 'attachment has', 'attachments have')} come.")
    return DONE


def _tell(total: Ingested) -> None:
    print_line(f"{counted(len(total.entries), 'entry is', 'entries are')} new, {total.duplicates:,} {_was(total.duplicates)} here already.")
    if total.gaps:
        print_line(f"{len(total.gaps):,} {_was(len(total.gaps))} not taken: entries before them are missing. Export again with this desk's summary.")
    if total.forks:
        print_line(f"{counted(len(total.forks), 'is', 'are')} of a device that was copied or restored; both versions are kept.")
    if total.quarantined:
        print_line(f"{total.quarantined:,} {_was(total.quarantined)} refused as forged or damaged and kept apart.")


def _was(count: int) -> str:
    return "was" if count == 1 else "were"


def run_address(args: argparse.Namespace) -> int:
    """Print this computer's address; it is no secret."""
    device = read_secrets(Home.open(args.home)).device
    address = write_address(device.public_key)
    tell(args, {"device": device.id, "address": address}, address)
    return DONE


def run_code(args: argparse.Namespace) -> int:
    """Print the code, also while the desk is open; who has it can read the operation's bundles."""
    home = Home.open(args.home)
    operation = _operation(home, args.region)
    code = join_code(operation, own_key(home, operation))
    tell(args, {"operation": operation, "code": code}, code)
    return DONE


def run_join(args: argparse.Namespace) -> int:
    """Join an operation."""
    operation = join_operation(Home.open(args.home), args.code, args.region)
    tell(
        args,
        {"operation": operation, "region": args.region},
        f"This home now runs operation {operation[:8]} over {args.region}. Its own earlier log, if there is one, is kept.",
    )
    return DONE
