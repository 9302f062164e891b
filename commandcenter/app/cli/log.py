"""`commandcenter log …`: audit, count and export a command log."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Collection, Sequence
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any

from commandcenter.app.archives import archive_key, opened_archive
from commandcenter.app.cli import log_care, log_proofs
from commandcenter.app.cli.log_choice import chosen, open_log, shelf_of
from commandcenter.app.cli.looks import note_looks
from commandcenter.app.cli.region import InterruptibleProgress
from commandcenter.app.cli.seat import at_the_seat
from commandcenter.app.cli.terminal import BAD_INPUT, DONE, REFUSED, complain, counted, print_json, print_line
from commandcenter.app.home import Home
from commandcenter.dispatch.desk import Desk
from commandcenter.log.checkpoint import Checkpoint
from commandcenter.log.damage import Damage, damage, readable
from commandcenter.log.export import export_lines
from commandcenter.log.findings import Audit
from commandcenter.log.stats import stats
from commandcenter.log.store import SqliteLog
from commandcenter.log.verify import audit
from commandcenter.model.entries import EntryId
from commandcenter.model.errors import KnownError

SHOWN = 5
"""Consequences that a person is told one by one."""
NAMED = 20
"""Unreadable entries that a person is told by number."""
HEAL_HINT = "`commandcenter log heal --from FILE` brings back what another desk, a bundle or an archive has."


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

    exporting = actions.add_parser("export", help="write the log as JSON lines; getting personal data is noted in the log", parents=which)
    exporting.add_argument("--to", type=Path, metavar="FILE", help="else to standard output")
    exporting.add_argument("--without", action="append", default=[], choices=["pii", "med"], help="leave this section out (may be repeated)")
    exporting.set_defaults(run=run_export)

    log_proofs.add_to(actions, which)
    log_care.add_to(actions, which)


def run_verify(args: argparse.Namespace) -> int:
    """Audit the whole log, or an archive. Ctrl+C cancels."""
    try:
        extra = [log_proofs.load(path) for path in args.checkpoint]
        found, broken = _audited(args, extra)
    except KnownError as error:
        if args.json:
            print_json({"ok": False, "entries": 0, "first_bad": None, "why": str(error)})
            return BAD_INPUT
        raise
    if args.json:
        print_json({**_json(found), **({"broken_pages": broken.pages, "unreadable": broken.positions} if broken.pages else {})})
    else:
        _say_damage(broken)
        _say(found)
    return DONE if found.ok and not broken.pages else REFUSED


def _audited(args: argparse.Namespace, extra: Sequence[Checkpoint]) -> tuple[Audit, Damage]:
    """Return what is found in the log that is meant, and which of its pages are broken. Raises `KnownError` where nothing can be read."""
    progress = InterruptibleProgress()
    try:
        if args.file is not None:
            key, head = archive_key(Home.open(args.home), args.file, args.code)
            with opened_archive(args.file, key, head, progress) as archive:
                return _audit(archive.log, [head.checkpoint, *extra], progress), Damage((), ())
        with closing(open_log(args)) as log:
            broken = damage(log.database)
            return _audit(log, [*shelf_of(args, log.operation).all(), *extra], progress, broken), broken
    finally:
        progress.finish()


def _audit(log: SqliteLog, checkpoints: Sequence[Checkpoint], progress: InterruptibleProgress, broken: Damage | None = None) -> Audit:
    return audit(
        readable(log.database, broken) if broken is not None and broken.pages else log.signed(),
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
        "first_bad": None if bad is None else {"entry": bad.entry.hex() or None, "position": bad.position, "reason": str(bad.reason)},
        "consequences": [{"position": one.position, "entry": one.entry.hex(), "cause": one.cause} for one in found.consequences],
        "consequence_count": found.consequence_count,
        "lost": [{"device": one.device, "first": one.first, "last": one.last, "signers": list(one.signers)} for one in found.lost],
        "forks": [{"device": device, "seq": seq} for device, seq in found.forks],
    }


def _say(found: Audit) -> None:
    if found.ok:
        print_line(_all(found.entries))
    for bad in found.faults[:1]:
        complain(f"Entry {bad.position:,}{_short(bad.entry)} is not as it was signed: {bad.reason}")
    if found.fault_count > 1:
        more = found.fault_count - 1
        complain(f"{counted(more, 'more entry is', 'more entries are')} not; the next is entry {found.faults[1].position:,}.")
    for one in found.consequences[:SHOWN]:
        how = "follows" if one.follows else "supersedes"
        complain(f"  entry {one.position:,}{_short(one.entry)} {how} what rests on entry {one.cause:,}")
    if found.consequence_count > SHOWN:
        more = found.consequence_count - SHOWN
        complain(f"  and {counted(more, 'more entry rests', 'more entries rest')} on them; --json names them.")
    for gone in found.lost:
        signers = ", ".join(signer[:8] for signer in gone.signers)
        which = f"Entry {gone.first:,} of device {gone.device[:8]} is gone"
        if gone.last > gone.first:
            which = f"Entries {gone.first:,} to {gone.last:,} of device {gone.device[:8]} are gone"
        complain(f"{which}: a checkpoint signed by {signers} names {'them' if gone.last > gone.first else 'it'}.")
    if not found.ok:
        complain(HEAL_HINT)


def _all(entries: int) -> str:
    if entries > 1:
        return f"All {entries:,} entries are as they were signed."
    return "The only entry is as it was signed." if entries else "The log is empty."


def _short(entry: EntryId) -> str:
    return f" ({entry.hex()[:12]})" if entry else ""


def _say_damage(broken: Damage) -> None:
    """Name what cannot be read; what rests on it, the audit says."""
    if not broken.pages:
        return
    pages = counted(len(broken.pages), "of its pages is not as it was", "of its pages are not as they were")
    complain(f"The file is damaged: {pages} written.")
    entries = ", ".join(f"{position:,}" for position in broken.positions[:NAMED])
    more = " …" if len(broken.positions) > NAMED else ""
    which = "This entry" if len(broken.positions) == 1 else f"These {len(broken.positions):,} entries"
    complain(f"{which} cannot be read: {entries}{more}" if broken.positions else "Every entry can still be read.")
    if not broken.positions:
        complain(HEAL_HINT)


async def _note_looks(desk: Desk, sections: Collection[str]) -> None:
    """Note that the person at the seat looks at all personal data of these sections. Raises `Refused` where that is not theirs to do."""
    await note_looks(desk, ((trace.kind, trace.entity) for trace in desk.picture.privacy.held() if trace.section in sections))


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
    """Export; that somebody got the personal data in it is noted in the log first, as in the window."""
    kept = frozenset({"op", "med", "pii"} - set(args.without))
    if kept != {"op"}:
        at_the_seat(args, lambda identity: _note_looks(identity.desk, kept))
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
