"""`commandcenter attachment add | list | save`: photos, tracks and documents of the operation, for scripts.

An open desk of the same home does it itself.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from commandcenter.app.cli.seat import in_the_session
from commandcenter.app.cli.terminal import DONE, print_json, print_line, tell
from commandcenter.app.home import Home
from commandcenter.app.identity import Identity
from commandcenter.app.session import Session
from commandcenter.ui.files.kinds import size_words


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
    paths = [str(path.resolve()) for path in args.file]
    asked = {"paths": paths, "personal": not args.not_personal, "text": args.text, "incident": args.incident}
    made = _done(args, "attachment add", asked)
    tell(args, {"attached": made}, *(_line(one) for one in made))
    return DONE


def run_list(args: argparse.Namespace) -> int:
    """List what is attached."""
    found = _done(args, "attachment list", {"incident": args.incident})
    if args.json:
        print_json(found)
    else:
        for one in found:
            print_line(_line(one))
    return DONE


def run_save(args: argparse.Namespace) -> int:
    """Write one into a file; whoever reads personal data is named in the log, as at a desk."""
    saved = _done(args, "attachment save", {"id": args.id, "path": str(args.file.resolve())})
    tell(args, saved, f"{saved['name']} ({size_words(saved['size'])}) is in {args.file}.")
    return DONE


def _done(args: argparse.Namespace, deed: str, asked: Mapping[str, Any]) -> Any:  # noqa: ANN401 - what the deed returns
    """Let the open desk of this home do it; where none is open, do it in the log itself."""
    from commandcenter.app.attachment_deeds import DEEDS
    from commandcenter.app.door import ask_for
    from commandcenter.app.files import Files  # previews are painted: Qt only where attachments are asked for

    home = Home.open(args.home)
    answer = ask_for(home.root, deed, asked)
    if answer is not None:
        return answer["done"]

    async def inside(session: Session, _identity: Identity) -> object:
        files = Files(session, home, lambda: True)
        files.start()
        try:
            await files.looked()
            return await DEEDS[deed](session.desk, files, asked)
        finally:
            await files.stop()

    return in_the_session(args, inside)


def _line(one: dict[str, Any]) -> str:
    state = "removed" if one["removed"] else "withheld" if not one["readable"] else "here" if one["here"] else "elsewhere"
    return f"{one['id'][:12]}  {one['incident'] or '–':>6}  {size_words(one['size']):>8}  {state:<9}  {one['name'] or '–'}"
