"""`commandcenter log heal | archive | put-away | erase`: care for a log over its life."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from commandcenter.app.archives import archive_key, opened_archive, put_away
from commandcenter.app.cli.log_choice import open_log, region_of, shelf_of
from commandcenter.app.cli.region import InterruptibleProgress
from commandcenter.app.cli.terminal import DONE, REFUSED, complain, print_line
from commandcenter.app.home import Home
from commandcenter.app.hub_access import hub_access
from commandcenter.app.session import Session, existing_log, open_session, read_secrets
from commandcenter.app.stick_keys import key_of_file, own_key
from commandcenter.log.checkpoint import agrees, take
from commandcenter.log.heal import Delivery, Healed, heal
from commandcenter.model.clock import SystemClock
from commandcenter.model.commands import CloseOperation, Command, ErasePersonalData, Ground
from commandcenter.model.entries import Key, Kind, Value
from commandcenter.model.errors import KnownError, Refused
from commandcenter.model.ids import Id
from commandcenter.picture.picture import Picture
from commandcenter.sync.archive import Head, batches, write_archive
from commandcenter.sync.bundle import entry_batches
from commandcenter.sync.http import Partner
from commandcenter.sync.messages import Batch
from commandcenter.sync.whole import whole


def add_to(actions: Any, which: list[argparse.ArgumentParser]) -> None:  # noqa: ANN401 - argparse keeps that class private
    """Add the parsers."""
    healing = actions.add_parser("heal", help="mend a damaged log with the good bytes that others have", parents=which)
    healing.add_argument("--from", dest="source", metavar="FILE|URL", required=True, help="a bundle of another desk, an archive, or a hub")
    healing.set_defaults(run=run_heal)

    archiving = actions.add_parser("archive", help="end the operation and write it into one file", parents=which)
    archiving.add_argument("file", type=Path)
    archiving.add_argument("--reason", default="", help="why it ends; kept in the log")
    archiving.set_defaults(run=run_archive)

    away = actions.add_parser("put-away", help="move the live log of an archived operation aside; the region begins a new one", parents=which)
    away.add_argument("file", type=Path, help="its archive, which is checked first")
    away.set_defaults(run=run_put_away)

    erasing = actions.add_parser("erase", help="erase personal data for good, on every device", parents=which)
    whom = erasing.add_mutually_exclusive_group(required=True)
    whom.add_argument("--incident", metavar="NUMBER", help="of an incident and its calls")
    whom.add_argument("--person", metavar="TEXT", help="of every call whose caller's name or number contains this")
    erasing.add_argument("--ground", choices=[str(ground) for ground in Ground], default=str(Ground.REQUEST))
    erasing.add_argument("--reason", required=True, help="kept in the log; name no person here")
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
    print_line(
        f"The log has {done.entries:,} good entries now; {done.salvaged:,} were read from the damaged file, {done.fetched:,} came from the other."
    )
    if done.unreadable:
        print_line(f"{done.unreadable:,} rows could not be read at all.")
    if done.completed:
        print_line(f"{done.completed:,} entries got a missing part back.")
    if done.refused:
        print_line(f"{done.refused:,} were forged or damaged and are kept apart.")
    for device, seq in done.missing[:5]:
        complain(f"Entry {seq:,} of device {device[:8]} waits for one before it that nobody here has; ask another desk.")
    print_line(f"The damaged file is kept as {done.kept.name}. Check with `commandcenter log verify`.")


def run_archive(args: argparse.Namespace) -> int:
    """End the operation if it was not, sign a checkpoint of all of it, write it into one file and check that file."""
    home = Home.open(args.home)
    region = region_of(args)
    with open_session(home, region) as session:
        picture = session.desk.picture
        if not picture.closed():
            asyncio.run(_submit(session, CloseOperation(args.reason)))
        name = _text(picture.value(Key(Kind.OPERATION, picture.operation, "name")))
    keys = read_secrets(home)
    progress = InterruptibleProgress()
    try:
        with closing(open_log(args)) as log:
            checkpoint = shelf_of(args, log.operation).keep(take(log, SystemClock().wall_ms()).signed_by(keys.device))
            key = own_key(home, log.operation)
            count = write_archive(args.file, log, key, Head(checkpoint, name, region), progress)
        _check(args.file, key, Head(checkpoint, name, region), progress)
    finally:
        progress.finish()
    print_line(f"{count:,} entries are in {args.file} ({args.file.stat().st_size:,} bytes), checked.")
    print_line(f"Look at them with `commandcenter --archive {args.file.name}`.")
    return DONE


def _check(path: Path, key: bytes, head: Head, progress: InterruptibleProgress) -> None:
    with opened_archive(path, key, head, progress):
        pass


def run_put_away(args: argparse.Namespace) -> int:
    """Put the live store away once its archive was checked against it."""
    home = Home.open(args.home)
    region = region_of(args)
    key, head = archive_key(home, args.file, None)
    progress = InterruptibleProgress()
    try:
        with opened_archive(args.file, key, head, progress) as archived, closing(open_log(args)) as live:
            operation = live.operation
            if archived.operation != operation or archived.leaves() != live.leaves() or not agrees(live, head.checkpoint):
                raise KnownError("This archive does not hold all that the log holds; archive it again first.")
    finally:
        progress.finish()
    print_line(f"The live log was checked against its archive and lies in {put_away(home, operation, region)} now.")
    return DONE


def run_erase(args: argparse.Namespace) -> int:
    """Erase personal data."""
    with open_session(Home.open(args.home), region_of(args)) as session:
        picture = session.desk.picture
        things = _of_incident(picture, args.incident) if args.incident else _of_person(picture, args.person)
        asyncio.run(_submit(session, ErasePersonalData(things, Ground(args.ground), args.reason)))
        decreed = session.desk.picture.privacy.erasures()[0]
    print_line(
        "Erased here; every other device follows when it gets the entry." if decreed.done else "Decreed; it does not count before it is ratified."
    )
    return DONE


def _of_incident(picture: Picture, number: str) -> tuple[tuple[str, Id], ...]:
    incident = picture.incident_by_number(number)
    if incident is None:
        raise Refused("There is no incident {number}.", number=number)
    return ((Kind.INCIDENT, incident.id),)


def _of_person(picture: Picture, text: str) -> tuple[tuple[str, Id], ...]:
    wanted = text.casefold().strip()
    if not wanted:
        raise Refused("The person's name or number is empty.")
    return tuple((str(Kind.CALL), call.id) for call in picture.calls() if wanted in f"{call.caller_name or ''}\n{call.caller_phone or ''}".casefold())


async def _submit(session: Session, command: Command) -> None:
    """Submit one command. Raises `Refused` or `KnownError`."""
    try:
        await session.desk.submit(command)
    finally:
        await session.desk.close()


def _text(value: Value) -> str:
    return value if isinstance(value, str) else ""
