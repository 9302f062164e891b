"""`commandcenter log heal | archive | attachments | put-away | erase`: care for a log over its life."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from commandcenter.app.archives import archive_key, check_archive, head_of, opened_archive, put_away
from commandcenter.app.cli.log_choice import log_to_sign, open_log, region_of, shelf_of
from commandcenter.app.cli.looks import note_taken_out
from commandcenter.app.cli.region import InterruptibleProgress
from commandcenter.app.cli.seat import at_the_seat
from commandcenter.app.cli.terminal import DONE, REFUSED, complain, counted, print_json, print_line, tell
from commandcenter.app.file_sticks import attached, save_all
from commandcenter.app.home import Home
from commandcenter.app.hub_access import hub_access
from commandcenter.app.identity import Identity
from commandcenter.app.session import existing_log, read_secrets
from commandcenter.app.stick_keys import key_of_file, own_key
from commandcenter.log.checkpoint import agrees, take
from commandcenter.log.heal import Delivery, Healed, heal
from commandcenter.model.clock import SystemClock
from commandcenter.model.commands import CloseOperation, ErasePersonalData, Ground
from commandcenter.model.errors import KnownError, Refused
from commandcenter.model.ids import Id
from commandcenter.picture.history import picture_of
from commandcenter.picture.persons import Thing, about_crew, about_incident, about_person
from commandcenter.picture.picture import Picture
from commandcenter.sync.archive import batches, write_archive
from commandcenter.sync.bundle import entry_batches
from commandcenter.sync.files.store import FolderStore
from commandcenter.sync.http import Partner
from commandcenter.sync.messages import Batch
from commandcenter.sync.whole import whole

SHOWN = 5
"""What a person is told one by one."""
TAKEN_NOTED = "Some hold personal data: the live log notes who took them out. Archive it again before it is put away."
TAKEN_UNNOTED = "Some hold personal data. The live log is not on this computer: who took them out is noted nowhere."


def add_to(actions: Any, which: list[argparse.ArgumentParser]) -> None:  # noqa: ANN401 - argparse keeps that class private
    """Add the parsers."""
    healing = actions.add_parser("heal", help="mend a damaged log with the good bytes that others have", parents=which)
    healing.add_argument("--from", dest="source", metavar="FILE|URL", required=True, help="a bundle of another desk, an archive, or a hub")
    healing.add_argument("--json", action="store_true", help="for a program to read")
    healing.set_defaults(run=run_heal)

    archiving = actions.add_parser("archive", help="end the operation and write it into one file", parents=which)
    archiving.add_argument("file", type=Path)
    archiving.add_argument("--reason", default="", help="why it ends; kept in the log")
    archiving.add_argument("--json", action="store_true", help="for a program to read")
    archiving.set_defaults(run=run_archive)

    unpacking = actions.add_parser("attachments", help="write the attachments in an archive into a folder, as they were given", parents=which)
    unpacking.add_argument("file", type=Path, help="the archive, which is checked first")
    unpacking.add_argument("--to", type=Path, metavar="FOLDER", required=True)
    unpacking.add_argument("--code", help="the archive's operation code, where its key is not in this home")
    unpacking.add_argument("--json", action="store_true", help="for a program to read")
    unpacking.set_defaults(run=run_attachments)

    away = actions.add_parser("put-away", help="move the live log of an archived operation aside; the region begins a new one", parents=which)
    away.add_argument("file", type=Path, help="its archive, which is checked first")
    away.add_argument("--json", action="store_true", help="for a program to read")
    away.set_defaults(run=run_put_away)

    erasing = actions.add_parser("erase", help="erase personal data for good, on every device", parents=which)
    whom = erasing.add_mutually_exclusive_group(required=True)
    whom.add_argument(
        "--incident", metavar="NUMBER", help="of an incident: its calls, the people brought from it, names in its tasks, its attachments"
    )
    whom.add_argument("--person", metavar="TEXT", help="of every caller, patient, crew and partner whose name, number or contact contains this")
    whom.add_argument("--crew", metavar="CALLSIGN", help="all names that a unit's crew ever had")
    erasing.add_argument("--ground", choices=[str(ground) for ground in Ground], default=str(Ground.REQUEST))
    erasing.add_argument("--reason", required=True, help="kept in the log; name no person here")
    erasing.add_argument("--json", action="store_true", help="for a program to read")
    erasing.set_defaults(run=run_erase)


def run_heal(args: argparse.Namespace) -> int:
    """Heal the log; it must not be open."""
    home = Home.open(args.home)
    region = region_of(args)
    path, keys, operation = existing_log(home, region), read_secrets(home), Id(home.setting(f"operation:{region}"))
    if path is None:
        raise KnownError("There is no command log here yet; open a desk first, or name its region with --region.")

    def source() -> Iterator[Delivery]:
        for batch in _batches(home, args.source, operation, keys.device.id):
            if batch.operation != operation:
                raise KnownError("This file is of another operation.")
            yield batch.entries, batch.device_keys()

    progress = InterruptibleProgress()
    try:
        done = heal(
            path, database_key=keys.database_key, device=keys.device, operation=operation, source=source, clock=SystemClock(), progress=progress
        )
    finally:
        progress.finish()
    if args.json:
        counts = {name: getattr(done, name) for name in ("entries", "salvaged", "fetched", "unreadable", "completed", "refused")}
        print_json({**counts, "missing": [{"device": device, "seq": seq} for device, seq in done.missing], "kept": str(done.kept)})
    else:
        _report(done)
    return REFUSED if done.missing else DONE


def _batches(home: Home, source: str, operation: Id, device: Id) -> Iterator[Batch]:
    """Yield what a hub, an archive or a bundle has. Raises `KnownError`."""
    if source.startswith(("http://", "https://")):
        access = hub_access(home)
        return whole(Partner((source,), access.context() if access.exists else None), operation, device)
    path = Path(source)
    if not path.is_file():
        raise KnownError("There is no file {file}.", file=path)
    with path.open("rb") as file:
        kind = file.read(10)[-1:]
    return (batches if kind == b"A" else entry_batches)(path, key_of_file(home, path, operation))


def _report(done: Healed) -> None:
    good = counted(done.entries, "good entry", "good entries")
    was = "was" if done.salvaged == 1 else "were"
    print_line(f"The log has {good} now; {done.salvaged:,} {was} read from the damaged file, {done.fetched:,} came from the other.")
    if done.unreadable:
        print_line(f"{counted(done.unreadable, 'row', 'rows')} could not be read at all.")
    if done.completed:
        print_line(f"{counted(done.completed, 'entry', 'entries')} got a missing part back.")
    if done.refused:
        print_line(f"{counted(done.refused, 'was', 'were')} forged or damaged and kept apart.")
    for device, seq in done.missing[:SHOWN]:
        complain(f"Entry {seq:,} of device {device[:8]} waits for one before it that nobody here has; ask another desk.")
    if len(done.missing) > SHOWN:
        complain(f"So do {len(done.missing) - SHOWN:,} more; --json names them.")
    print_line(f"The damaged file is kept as {done.kept.name}. Check with `commandcenter log verify`.")


def run_archive(args: argparse.Namespace) -> int:
    """End the operation if it was not, sign a checkpoint of all of it, write it into one file and check that file."""
    home, region = Home.open(args.home), region_of(args)

    async def end(identity: Identity) -> Picture:
        if not identity.desk.picture.closed():
            await identity.desk.submit(CloseOperation(args.reason))
        return identity.desk.picture

    picture = at_the_seat(args, end)
    progress = InterruptibleProgress()
    try:
        with log_to_sign(args) as log:
            signed = take(log, SystemClock().wall_ms()).signed_by(read_secrets(home).device)
            attachments, missing = attached(home, picture)
            key, head = own_key(home, log.operation), head_of(picture, shelf_of(args, log.operation).keep(signed), region, attachments)
            write_archive(args.file, log, key, head, attachments, progress)
        check_archive(args.file, key, head, progress)
    finally:
        progress.finish()
    size, count = args.file.stat().st_size, head.checkpoint.said.entries
    facts = {"file": str(args.file), "entries": count, "attachments": head.files, "attachments_missing": missing, "bytes": size}
    lines = [
        f"{counted(count, 'entry', 'entries')} and {counted(head.files, 'attachment', 'attachments')} in {args.file} ({size:,} bytes), checked.",
        f"Look at it with `commandcenter --archive {args.file.name}`.",
    ]
    if missing:
        lines.insert(1, f"{counted(missing, 'attachment is', 'attachments are')} not on this computer: fetch them and write the archive again.")
    tell(args, {**facts, "root": head.checkpoint.said.root.hex()}, *lines)
    return DONE


def run_attachments(args: argparse.Namespace) -> int:
    """Write the attachments of an archive into a folder; that somebody got the personal ones is noted first where the live log is here."""
    key, head = archive_key(Home.open(args.home), args.file, args.code)
    progress = InterruptibleProgress()
    with TemporaryDirectory(prefix="commandcenter-archive-", ignore_cleanup_errors=True) as folder:
        store = FolderStore(Path(folder))
        try:
            with opened_archive(args.file, key, head, progress, store) as archive:
                picture = picture_of(archive.log.operation, archive.log.entries)
        finally:
            progress.finish()
        noted = note_taken_out(args, head.region, picture)
        count = save_all(picture, store, args.to)
    lines = [f"{counted(count, 'attachment is', 'attachments are')} in {args.to}."]
    if noted is not None:
        lines.append(TAKEN_NOTED if noted else TAKEN_UNNOTED)
    tell(args, {"folder": str(args.to), "attachments": count, "noted": bool(noted)}, *lines)
    return DONE


def run_put_away(args: argparse.Namespace) -> int:
    """Put the live store away once its archive was checked against it."""
    home = Home.open(args.home)
    region = region_of(args)
    key, head = archive_key(home, args.file, None)
    progress = InterruptibleProgress()
    try:
        with opened_archive(args.file, key, head, progress) as archived, closing(open_log(args)) as live:
            operation, kept = live.operation, archived.log
            same = kept.operation == operation and kept.leaves() == live.leaves() and agrees(live, head.checkpoint)
            if not same or attached(home, picture_of(operation, live.entries))[0].sizes.keys() - archived.attachments:
                raise KnownError("This archive does not hold all that the log holds; archive it again first.")
    finally:
        progress.finish()
    lies = put_away(home, operation, region)
    tell(args, {"operation": operation, "folder": str(lies)}, f"The live log was checked against its archive and lies in {lies} now.")
    return DONE


def run_erase(args: argparse.Namespace) -> int:
    """Erase personal data."""

    async def erase(identity: Identity) -> tuple[Picture, int]:
        picture = identity.desk.picture
        things = _meant(picture, args)
        before = len(picture.privacy.erasures())
        await identity.desk.submit(ErasePersonalData(things, Ground(args.ground), args.reason, ("pii", "med")))
        return picture, len(picture.privacy.erasures()) - before

    picture, sections = at_the_seat(args, erase)
    done = sections > 0 and picture.privacy.erasures()[0].done
    told = "Erased here; every other device follows when it gets the entry." if done else "Decreed; it does not count before it is ratified."
    tell(args, {"sections": sections, "erased_here": done}, told)
    return DONE


def _meant(picture: Picture, args: argparse.Namespace) -> tuple[Thing, ...]:
    """Return whose personal data is meant. Raises `Refused`."""
    if args.crew is not None:
        if found := about_crew(picture, args.crew):
            return found
        raise Refused("There is no unit {callsign}", callsign=args.crew)
    if args.person is not None:
        if not args.person.strip():
            raise Refused("The person's name or number is empty.")
        return about_person(picture, args.person)
    incident = picture.incident_by_number(args.incident)
    if incident is None:
        raise Refused("There is no incident {number}.", number=args.incident)
    return about_incident(picture, incident.id)
