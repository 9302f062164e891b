"""`commandcenter do LINE`: what the command line of the window does, for scripts."""

from __future__ import annotations

import argparse
import asyncio
from typing import Any

from commandcenter.app.cli.seat import take_the_seat
from commandcenter.app.cli.terminal import DONE, print_json, print_line
from commandcenter.app.home import Home
from commandcenter.app.identity import Identity
from commandcenter.app.lines import LineDone, carry_out
from commandcenter.app.session import Session, open_session, used_region
from commandcenter.model.errors import KnownError, Refused


def add_to(commands: Any, shared: argparse.ArgumentParser) -> None:  # noqa: ANN401 - argparse keeps that class private
    """Add the command's parser."""
    parser = commands.add_parser(
        "do",
        help="carry out lines of the command line, e.g. commandcenter do d 42 E1 M3",
        description="Carries out one line as the window's command line does. An open desk of the same home does it itself.",
        parents=[shared],
    )
    parser.add_argument("line", nargs="+", metavar="LINE", help="the words of the line; quote what the shell would change")
    parser.add_argument("--region", metavar="NAME", help="the region whose operation is meant (else the last one used)")
    parser.add_argument("--dry-run", action="store_true", help="only say what it would do")
    parser.add_argument("--json", action="store_true", help="for a program to read: says, entries, created")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Do it in the open desk, else in the log itself."""
    from commandcenter.app.door import ask

    home, line = Home.open(args.home), " ".join(args.line)
    answer = ask(home.root, line, dry=args.dry_run)
    if answer is None:
        done = _in_the_log(home, args, line)
        answer = {"says": str(done.says), "entries": list(done.entries), "created": list(done.created)}
    if "refused" in answer:
        raise Refused("{why}", why=answer["refused"])
    if "failed" in answer:
        raise KnownError("{why}", why=answer["failed"])
    if args.json:
        print_json(answer)
    else:
        print_line(str(answer["says"]))
    return DONE


def _in_the_log(home: Home, args: argparse.Namespace, line: str) -> LineDone:
    with open_session(home, used_region(home, args.region)) as session:
        return asyncio.run(_carry_out(session, Identity(home, session), line, dry=args.dry_run))


async def _carry_out(session: Session, identity: Identity, line: str, *, dry: bool) -> LineDone:
    try:
        if not dry:
            await take_the_seat(session, identity)
        return await carry_out(session.desk, line, dry=dry)
    finally:
        await session.desk.close()
