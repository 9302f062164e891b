"""`commandcenter recovery`: the paper by which rights are taken back when the founder's computer is stolen."""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path
from typing import Any

from commandcenter.app.beginning import begin
from commandcenter.app.cli.device import device_named
from commandcenter.app.cli.seat import ask_secret, at_the_seat, authenticate, in_the_session
from commandcenter.app.cli.terminal import DONE, complain, tell
from commandcenter.app.identity import Identity
from commandcenter.app.recovery import PROOF_GROUP
from commandcenter.app.session import Session
from commandcenter.model.commands import RecoverRights
from commandcenter.model.entries import EntryId
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.picture.rights import Rights
from commandcenter.ui.identity.port import Kept

CODE_VARIABLE = "COMMANDCENTER_RECOVERY_CODE"
NOTHING = "nothing"
_KEPT = {
    Kept.HERE: "The code lies on this computer. Print it: commandcenter recovery print FILE.pdf",
    Kept.ON_PAPER: "The code is on paper only.",
    Kept.UNKNOWN: "The code is not here: the operation was begun elsewhere, or by an older program, which gave none.",
    Kept.NEEDLESS: "An exercise needs no recovery paper.",
}


def add_to(commands: Any, shared: argparse.ArgumentParser) -> None:  # noqa: ANN401 - argparse keeps that class private
    """Add the command's parsers."""
    chosen = argparse.ArgumentParser(add_help=False, parents=[shared])
    chosen.add_argument("--region", metavar="NAME", help="the region whose operation is meant (else the last one used)")
    chosen.add_argument("--json", action="store_true", help="for a program to read")
    recovery = commands.add_parser("recovery", help="the paper that takes rights back from a stolen founder's computer", parents=[shared])
    actions = recovery.add_subparsers(title="actions", metavar="ACTION", required=True)
    actions.add_parser("status", help="where the code is, and whether it was used", parents=[chosen]).set_defaults(run=run_status)

    printing = actions.add_parser("print", help="write the paper into a PDF file, or show the code", parents=[chosen])
    printing.add_argument("file", type=Path, nargs="?", help="the PDF; without it the code is shown here")
    printing.set_defaults(run=run_print)

    deleting = actions.add_parser("delete", help="delete the code from this computer, once it is on paper", parents=[chosen])
    deleting.add_argument("group", help=f"group {PROOF_GROUP} of the code, read from the paper")
    deleting.set_defaults(run=run_delete)

    entries = actions.add_parser("entries", help="list the newest entries of a device, to choose the last that is believed", parents=[chosen])
    entries.add_argument("device", help="its name, or the beginning of its id")
    entries.set_defaults(run=run_entries)

    using = actions.add_parser("use", help=f"take rights back; the code is asked for, or given in {CODE_VARIABLE}", parents=[chosen])
    using.add_argument(
        "--shut-out", action="append", metavar="DEVICE", help="a device that is shut out, again for each (else the founder's and former recoverers')"
    )
    using.add_argument(
        "--believe",
        action="append",
        default=[],
        metavar="DEVICE=ENTRY",
        help=f"the last entry that is believed of a device that is shut out, or “{NOTHING}” (else all that is known here)",
    )
    using.set_defaults(run=run_use)


def run_status(args: argparse.Namespace) -> int:
    """Say where the code is."""

    async def work(identity: Identity) -> tuple[Kept, list[dict[str, Any]]]:
        rights, picture = identity.desk.picture.rights, identity.desk.picture
        used = [
            {"number": one.number, "by": picture.operator_name(one.by), "device": one.device, "wall_ms": one.wall_ms, "shut_out": sorted(one.out)}
            for one in rights.recoveries()
        ]
        return identity.recovery, used

    kept, used = at_the_seat(args, work, signed_in=False)
    lines = [f"Rights were recovered by {one['by'] or one['device'][:12]} on {one['device'][:12]}, recovery {one['number']}." for one in used]
    tell(args, {"code": kept.value, "recoveries": used}, _KEPT[kept], *lines)
    return DONE


def run_print(args: argparse.Namespace) -> int:
    """Print the paper."""

    async def work(session: Session, identity: Identity) -> str:
        code = identity.recovery_code()
        if args.file is not None:
            _write(args.file, session, code)
        return code

    code = in_the_session(args, work)
    told = f"The paper is in {args.file}. Print it and delete the file." if args.file else code
    more = f"Put it into a safe; then: commandcenter recovery delete GROUP{PROOF_GROUP}"
    tell(args, {"file": str(args.file)} if args.file else {"code": code}, told, more)
    return DONE


def _write(path: Path, session: Session, code: str) -> None:
    from PySide6.QtGui import QGuiApplication

    from commandcenter.ui.identity.recovery_sheet import recovery_sheet
    from commandcenter.ui.prints.pdf import write_pdf

    application = QGuiApplication.instance() or QGuiApplication(["commandcenter", "-platform", "offscreen"])
    write_pdf(recovery_sheet(session.pack.name, session.log.operation, code, session.desk.clock.wall_ms()), path)
    del application


def run_delete(args: argparse.Namespace) -> int:
    """Delete the code here."""

    async def work(identity: Identity) -> None:
        identity.recovery_printed(args.group)

    at_the_seat(args, work)
    tell(args, {"code": Kept.ON_PAPER.value}, "The code is on paper only now.")
    return DONE


def run_entries(args: argparse.Namespace) -> int:
    """List entries of a device."""

    async def work(identity: Identity) -> list[dict[str, Any]]:
        picture = identity.desk.picture
        device = device_named(picture.rights, args.device)
        mine = [line for line in picture.lines(10_000) if line.device == device.id]
        return [{"entry": line.entry.hex(), "type": line.type, "wall_ms": line.wall_ms, "by": line.actor_name} for line in mine[:200]]

    found = at_the_seat(args, work, signed_in=False)
    tell(args, {"entries": found}, *(f"{one['entry'][:12]}  {_moment(one['wall_ms'])}  {one['by'] or '–':<20} {one['type']}" for one in found))
    return DONE


def _moment(wall_ms: int) -> str:
    return datetime.fromtimestamp(wall_ms / 1000).astimezone().isoformat(" ", "seconds")


def run_use(args: argparse.Namespace) -> int:
    """Take rights back."""

    async def work(session: Session, identity: Identity) -> dict[str, Any]:
        await authenticate(identity)
        rights = identity.desk.picture.rights
        code = await identity.check_recovery(ask_secret("Recovery code: ", CODE_VARIABLE))
        named = [device_named(rights, one).id for one in args.shut_out] if args.shut_out is not None else rights.masters()
        out = tuple(sorted({one for one in named if args.shut_out is not None or one != identity.device}))
        await identity.desk.submit(RecoverRights(code, out, tuple(_believed(identity, rights, one) for one in args.believe)))
        for note in await begin(session):  # only now has this person the right to sit down
            complain(str(note))
        number = identity.desk.picture.rights.recoveries()[0].number
        return {"number": number, "shut_out": list(out), "by": identity.person.name}

    done = in_the_session(args, work, signed_in=False)
    tell(
        args, done, f"Rights are recovered by {done['by']} on this computer. Shut out: {', '.join(one[:12] for one in done['shut_out']) or 'nobody'}."
    )
    return DONE


def _believed(identity: Identity, rights: Rights, text: str) -> tuple[Id, EntryId]:
    name, _, wanted = text.rpartition("=")
    none = Refused("{text} does not name one entry of that device; see `commandcenter recovery entries`.", text=text)
    if not name or not wanted:
        raise none
    device = device_named(rights, name).id
    if wanted == NOTHING:
        return device, EntryId(b"")
    found = [
        line.entry for line in identity.desk.picture.lines(1_000_000) if line.device == device and line.entry.hex().startswith(wanted.casefold())
    ]
    if len(found) != 1:
        raise none
    return device, found[0]
