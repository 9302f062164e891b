"""`commandcenter log …`: audit, count and export a command log."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any

from commandcenter.app.archives import archive_key, opened_archive
from commandcenter.app.cli import log_care, log_proofs
from commandcenter.app.cli.log_choice import chosen, open_log, shelf_of
from commandcenter.app.cli.region import InterruptibleProgress
from commandcenter.app.cli.terminal import DONE, REFUSED, complain, print_json, print_line
from commandcenter.app.home import Home
from commandcenter.log.checkpoint import Checkpoint
from commandcenter.log.damage import Damage, damage
from commandcenter.log.export import export_lines
from commandcenter.log.findings import Audit
from commandcenter.log.stats import stats
from commandcenter.log.store import SqliteLog
from commandcenter.log.verify import audit
from commandcenter.model.errors import KnownError

SHOWN = 5
HEAL_HINT = "`commandcenter log heal --from FILE` brings back what another desk, a bundle or an archive has."
"""Consequences that a person is told one by one."""


def add_to(commands: Any, shared: argparse.ArgumentParser) -> None:  # noqa: ANN401 - argparse keeps that class private
    """Add the command's parsers."""
    log = commands.add_parser("log", help="the command log", parents=[shared])
    actions = log.add_subparsers(title="actions", metavar="ACTION", required=True)
    which = [shared, chosen()]

    verify = actions.add_parser("verify", help="check every entry: form, signature, chain, contents, and against signed checkpoints", parents=which)
    verify.add_argument("file", type=Path, nargs="?", help="an archive, in place of the live log")
    verify.add_argument("--code", help="the archive's operation code, where its key is not in this home")
    verify.add_argument(
        "--checkpoint", type=Path, action="append", default=[], metavar="FILE", help="also hold it against this one (may be repeated)"
    )
    verify.add_argument("--json", action="store_true", help="for a program to read: ok, entries, first_bad, consequences, lost")
    verify.set_defaults(run=run_verify)

    counting = actions.add_parser("stats", help="how much of what is in the log", parents=which)
    counting.add_argument("--json", action="store_true", help="for a program to read")
    counting.set_defaults(run=run_stats)

    exporting = actions.add_parser("export", help="write the log as JSON lines", parents=which)
    exporting.add_argument("--to", type=Path, metavar="FILE", help="else to standard output")
    exporting.add_argument("--without", action="append", default=[], choices=["pii", "med"], help="leave this section out (may be repeated)")
    exporting.set_defaults(run=run_export)

    log_proofs.add_to(actions, which)
    log_care.add_to(actions, which)


def run_verify(args: argparse.Namespace) -> int:
    """Audit the whole log, or an archive. Ctrl+C cancels."""
    extra = [log_proofs.load(path) for path in args.checkpoint]
    progress = InterruptibleProgress()
    try:
        if args.file is not None:
            key, head = archive_key(Home.open(args.home), args.file, args.code)
            with opened_archive(args.file, key, head, progress) as log:
                found = _audit(log, [head.checkpoint, *extra], progress)
        else:
            with closing(open_log(args)) as log:
                broken = damage(log.database)
                if broken.pages:
                    return _tell_damage(broken, args.json)
                found = _audit(log, [*shelf_of(args, log.operation).all(), *extra], progress)
    finally:
        progress.finish()
    if args.json:
        print_json(_json(found))
    else:
        _say(found)
    return DONE if found.ok else REFUSED


def _audit(log: SqliteLog, checkpoints: Sequence[Checkpoint], progress: InterruptibleProgress) -> Audit:
    return audit(
        log.signed(),
        operation=log.operation,
        own_device=log.device,
        keys=log.device_keys(),
        checkpoints=[one for one in checkpoints if one.said.operation == log.operation],
        total=log.count(),
        progress=progress,
    )


def _json(found: Audit) -> dict[str, Any]:
    bad = found.first_bad
    return {
        "ok": found.ok,
        "entries": found.entries,
        "faults": found.fault_count,
        "first_bad": None if bad is None else {"entry": bad.entry.hex(), "position": bad.position, "reason": str(bad.reason)},
        "consequences": [{"position": one.position, "entry": one.entry.hex(), "cause": one.cause} for one in found.consequences],
        "consequence_count": found.consequence_count,
        "lost": [{"device": one.device, "first": one.first, "last": one.last, "signers": list(one.signers)} for one in found.lost],
        "forks": [{"device": device, "seq": seq} for device, seq in found.forks],
    }


def _say(found: Audit) -> None:
    if found.ok:
        print_line(f"All {found.entries:,} entries are as they were signed.")
    for bad in found.faults[:1]:
        complain(f"Entry {bad.position:,} ({bad.entry.hex()[:12]}) is not as it was signed: {bad.reason}")
    if found.fault_count > 1:
        complain(f"So are {found.fault_count - 1:,} more; the next is entry {found.faults[1].position:,}.")
    for one in found.consequences[:SHOWN]:
        how = "follows" if one.follows else "supersedes"
        complain(f"  entry {one.position:,} ({one.entry.hex()[:12]}) {how} what rests on entry {one.cause:,}")
    if found.consequence_count > SHOWN:
        complain(f"  and {found.consequence_count - SHOWN:,} more entries rest on them; --json names them.")
    for gone in found.lost:
        signers = ", ".join(signer[:8] for signer in gone.signers)
        complain(f"Entries {gone.first:,} to {gone.last:,} of device {gone.device[:8]} are gone: a checkpoint signed by {signers} names them.")
    if not found.ok:
        complain(HEAL_HINT)


def _tell_damage(broken: Damage, as_json: bool) -> int:
    """Name what cannot be read; the rest is for healing to judge."""
    if as_json:
        print_json({"ok": False, "broken_pages": broken.pages, "unreadable": broken.positions})
    else:
        complain(f"The file is damaged: {len(broken.pages):,} of its pages are not as they were written.")
        entries = ", ".join(f"{position:,}" for position in broken.positions[:20])
        more = " …" if len(broken.positions) > 20 else ""
        complain(f"These {len(broken.positions):,} entries cannot be read: {entries}{more}" if broken.positions else "Every entry can still be read.")
        complain(HEAL_HINT)
    return REFUSED


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
