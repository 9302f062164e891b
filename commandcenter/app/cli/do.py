"""`commandcenter do LINE`: what the command line of the window does, for scripts."""

from __future__ import annotations

import argparse
import asyncio
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from commandcenter.app.cli.seat import take_the_seat
from commandcenter.app.cli.terminal import DONE, complain, print_json, print_line
from commandcenter.app.home import Home
from commandcenter.app.identity import Identity
from commandcenter.app.options import LANGUAGES
from commandcenter.app.session import Session, open_session, used_region
from commandcenter.model.errors import KnownError, Refused

if TYPE_CHECKING:
    from commandcenter.app.lines import Hands, LineDone


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
    parser.add_argument("--into", type=Path, metavar="FOLDER", help="put what the line prints into this folder too")
    parser.add_argument("--language", choices=LANGUAGES, default="", help="language of names and papers; an open desk keeps its own")
    parser.add_argument("--json", action="store_true", help="for a program to read: says, entries, created, files, warns, tells")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Do it in the open desk, else in the log itself."""
    from commandcenter.app.door import ask

    home, line = Home.open(args.home), " ".join(args.line)
    answer = ask(home.root, line, dry=args.dry_run)
    if answer is None:
        answer = _in_the_log(home, args, line)
    if "refused" in answer:
        raise Refused("{why}", why=answer["refused"])
    if "failed" in answer:
        raise KnownError("{why}", why=answer["failed"])
    if args.into is not None:
        answer["files"] = [str(_put(Path(file), args.into)) for file in answer.get("files", ())]
    if args.json:
        print_json(answer)
    else:
        print_line(str(answer["says"]))
        for told in answer.get("tells", ()):
            print_line(told)
        if answer.get("warns"):
            complain(answer["warns"])
    return DONE


def _put(file: Path, folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return Path(shutil.copy2(file, folder))
    except OSError as error:
        raise KnownError("The paper cannot be put into {folder}: {why}", folder=str(folder), why=error.strerror or str(error)) from error


def _in_the_log(home: Home, args: argparse.Namespace, line: str) -> dict[str, Any]:
    from commandcenter.app.hands import PRINTS, TerminalHands  # papers and words of windows are only needed where no desk is open
    from commandcenter.app.lines import answer_of

    with open_session(home, used_region(home, args.region)) as session:
        hands = TerminalHands(session, home.root / PRINTS, args.language)
        return answer_of(asyncio.run(_carry_out(session, Identity(home, session), line, hands, args)))


async def _carry_out(session: Session, identity: Identity, line: str, hands: Hands, args: argparse.Namespace) -> LineDone:
    from commandcenter.app.lines import carry_out

    try:
        if not args.dry_run:
            await take_the_seat(session, identity)
        return await carry_out(session.desk, line, dry=args.dry_run, language=args.language or "en", hands=hands)
    finally:
        await session.desk.close()
