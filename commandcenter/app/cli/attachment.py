"""`commandcenter attachment add | list | save`: photos, tracks and documents of the operation, for scripts."""

from __future__ import annotations

import argparse
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from commandcenter.app.cli.seat import in_the_session
from commandcenter.app.cli.terminal import DONE, print_json, print_line, tell
from commandcenter.app.home import Home
from commandcenter.app.identity import Identity
from commandcenter.app.session import Session
from commandcenter.dispatch.desk import Desk
from commandcenter.model.commands import RecordAccess, SendMessage
from commandcenter.model.entries import Kind, Section
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.picture.messages import AttachmentView
from commandcenter.ui.files.kinds import size_words

if TYPE_CHECKING:
    from commandcenter.app.files import Files

T = TypeVar("T")


def add_to(commands: Any, shared: argparse.ArgumentParser) -> None:  # noqa: ANN401 - argparse keeps that class private
    """Add the command's parsers."""
    chosen = argparse.ArgumentParser(add_help=False, parents=[shared])
    chosen.add_argument("--region", metavar="NAME", help="the region whose operation is meant (else the last one used)")
    chosen.add_argument("--json", action="store_true", help="for a program to read")
    attachment = commands.add_parser("attachment", help="photos, tracks and documents: attach, list, save", parents=[shared])
    actions = attachment.add_subparsers(title="actions", metavar="ACTION", required=True)

    add = actions.add_parser("add", help="send files with a message: about an incident, else to everybody", parents=[chosen])
    add.add_argument("file", type=Path, nargs="+", help="a photo, a GPX track, a PDF or a plain text")
    add.add_argument("--incident", metavar="NUMBER", help="the incident that it belongs to")
    add.add_argument("--text", default="See the attachment", help="what the message says")
    add.add_argument("--not-personal", action="store_true", help="it holds no personal data: partners may get it, it is kept with the operation")
    add.set_defaults(run=run_add)

    listing = actions.add_parser("list", help="list them, oldest first", parents=[chosen])
    listing.add_argument("--incident", metavar="NUMBER", help="only those of this incident")
    listing.set_defaults(run=run_list)

    save = actions.add_parser("save", help="write one into a file, as it was given; a look at personal data is noted", parents=[chosen])
    save.add_argument("id", help="the beginning of its id, as `attachment list` shows it")
    save.add_argument("file", type=Path, help="where to")
    save.set_defaults(run=run_save)


def run_add(args: argparse.Namespace) -> int:
    """Attach files to one message."""

    async def work(desk: Desk, files: Files) -> list[dict[str, Any]]:
        incident = _incident(desk, args.incident)
        taken = [await files.take(path, personal=not args.not_personal) for path in args.file]
        before = {file.id for file in desk.picture.words.attachments()}
        await desk.submit(SendMessage(args.text, incident, everybody=incident is None, files=tuple(taken)))
        return [_as_json(desk, file, here=True) for file in desk.picture.words.attachments() if file.id not in before]

    made = _with_files(args, work)
    tell(args, {"attached": made}, *(_line(one) for one in made))
    return DONE


def run_list(args: argparse.Namespace) -> int:
    """List what is attached."""

    async def work(desk: Desk, files: Files) -> list[dict[str, Any]]:
        incident = _incident(desk, args.incident)
        known = [file for file in desk.picture.words.attachments() if incident is None or file.incident == incident]
        return [_as_json(desk, file, here=files.state(file).here) for file in known]

    found = _with_files(args, work)
    if args.json:
        print_json(found)
    else:
        for one in found:
            print_line(_line(one))
    return DONE


def run_save(args: argparse.Namespace) -> int:
    """Write one into a file; whoever reads personal data is named in the log, as at a desk."""

    async def work(desk: Desk, files: Files) -> dict[str, Any]:
        file = _chosen(desk, args.id)
        await files.content(file)  # what cannot be read is refused before a look at it is noted
        if file.section == Section.PII:
            await desk.submit(RecordAccess(((Kind.ATTACHMENT, file.id, desk.clock.wall_ms(), 1),)))
        await files.save(file, args.file)
        return {**_as_json(desk, file, here=True), "file": str(args.file)}

    saved = _with_files(args, work)
    tell(args, saved, f"{saved['name']} ({size_words(saved['size'])}) is in {args.file}.")
    return DONE


def _with_files(args: argparse.Namespace, work: Callable[[Desk, Files], Awaitable[T]]) -> T:
    from commandcenter.app.files import Files  # previews are painted: Qt only where attachments are asked for

    async def inside(session: Session, _identity: Identity) -> T:
        files = Files(session, Home.open(args.home), lambda: True)
        files.start()
        try:
            await files.looked()
            return await work(session.desk, files)
        finally:
            await files.stop()

    return in_the_session(args, inside)


def _incident(desk: Desk, number: str | None) -> Id | None:
    if number is None:
        return None
    found = desk.picture.incident_by_number(number)
    if found is None:
        raise Refused("There is no incident {number}", number=number)
    return found.id


def _chosen(desk: Desk, beginning: str) -> AttachmentView:
    found = [file for file in desk.picture.words.attachments() if beginning and file.id.startswith(beginning.lower())]
    if not found:
        raise Refused("There is no attachment {id}.", id=beginning)
    if len(found) > 1:
        raise Refused("Several attachments begin with {id}; give more of it.", id=beginning)
    return found[0]


def _as_json(desk: Desk, file: AttachmentView, *, here: bool) -> dict[str, Any]:
    incident = desk.picture.incident(file.incident) if file.incident is not None else None
    return {
        "id": file.id,
        "name": file.name,
        "media": file.media,
        "size": file.size,
        "incident": incident.number if incident is not None else None,
        "by": desk.picture.operator_name(file.by),
        "personal": file.section == Section.PII,
        "here": here,
        "readable": file.readable,
        "removed": file.removed,
    }


def _line(one: dict[str, Any]) -> str:
    state = "removed" if one["removed"] else "withheld" if not one["readable"] else "here" if one["here"] else "elsewhere"
    return f"{one['id'][:12]}  {one['incident'] or '–':>6}  {size_words(one['size']):>8}  {state:<9}  {one['name'] or '–'}"
