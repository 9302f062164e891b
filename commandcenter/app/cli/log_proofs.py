"""`commandcenter log checkpoint | cosign | prove | check`: what others can check without having the log."""

from __future__ import annotations

import argparse
from contextlib import closing
from pathlib import Path
from typing import Any

from commandcenter.app.cli.log_choice import log_to_sign, open_log, shelf_of
from commandcenter.app.cli.terminal import DONE, counted, tell
from commandcenter.app.home import Home
from commandcenter.app.session import read_secrets
from commandcenter.log import proofcheck
from commandcenter.log.checkpoint import Checkpoint, agrees, held, load, take
from commandcenter.log.checkpoint_proofs import consistency_proof, inclusion_proof
from commandcenter.log.checkpoint_shelf import write_whole
from commandcenter.log.rows import Row
from commandcenter.log.store import SqliteLog
from commandcenter.model.clock import SystemClock
from commandcenter.model.errors import KnownError

__all__ = ["add_to", "load"]


def add_to(actions: Any, which: list[argparse.ArgumentParser]) -> None:  # noqa: ANN401 - argparse keeps that class private
    """Add the parsers."""
    making = actions.add_parser("checkpoint", help="sign what the log holds now and keep that beside it", parents=which)
    making.add_argument("--out", type=Path, metavar="FILE", help="also write it here, for others to co-sign or to keep")
    making.add_argument("--json", action="store_true", help="for a program to read")
    making.set_defaults(run=run_checkpoint)

    cosigning = actions.add_parser("cosign", help="co-sign another's checkpoint, if all that it stands for is here as well", parents=which)
    cosigning.add_argument("file", type=Path)
    cosigning.add_argument("--out", type=Path, metavar="FILE", help="where the co-signed one goes (else in its place)")
    cosigning.add_argument("--json", action="store_true", help="for a program to read")
    cosigning.set_defaults(run=run_cosign)

    keeping = actions.add_parser("keep", help="keep a checkpoint that others have (co-)signed beside the log", parents=which)
    keeping.add_argument("file", type=Path)
    keeping.add_argument("--json", action="store_true", help="for a program to read")
    keeping.set_defaults(run=run_keep)

    proving = actions.add_parser(
        "prove", help="write a proof that an entry is in the log, or that nothing was removed since a checkpoint", parents=which
    )
    what = proving.add_mutually_exclusive_group(required=True)
    what.add_argument("entry", nargs="?", help="the entry's id (may be shortened) or its position")
    what.add_argument("--since", type=Path, metavar="FILE", help="an older checkpoint")
    proving.add_argument("--checkpoint", type=Path, metavar="FILE", help="the checkpoint to prove it by (else the newest one kept)")
    proving.add_argument("--out", type=Path, metavar="FILE", required=True)
    proving.add_argument("--json", action="store_true", help="for a program to read")
    proving.set_defaults(run=run_prove)

    checking = actions.add_parser("check", help="check a checkpoint or a proof; needs no log, nor does commandcenter.log.proofcheck", parents=which)
    checking.add_argument("file")
    checking.add_argument("--signer", action="append", default=[], metavar="DEVICE", help="this device must have signed")
    checking.add_argument("--json", action="store_true", help="for a program to read: ok, says, why")
    checking.set_defaults(run=run_check)


def run_checkpoint(args: argparse.Namespace) -> int:
    """Sign what is here."""
    with log_to_sign(args) as log:
        made = take(log, SystemClock().wall_ms()).signed_by(read_secrets(Home.open(args.home)).device)
        kept = shelf_of(args, log.operation).keep(made)
    if args.out is not None:
        write_whole(args.out, kept.encoded())
    said = kept.said
    tell(args, _described(kept), f"Checkpoint of {counted(said.entries, 'entry', 'entries')}, root {said.root.hex()}, signed by this device.")
    return DONE


def run_cosign(args: argparse.Namespace) -> int:
    """Co-sign what is here as well."""
    found = load(args.file)
    with log_to_sign(args) as log:
        if not agrees(log, found):
            raise KnownError("What this checkpoint stands for is not all here, or is not the same; nothing was signed. Synchronise first.")
        signed = shelf_of(args, log.operation).keep(found.signed_by(read_secrets(Home.open(args.home)).device))
    write_whole(args.out or args.file, signed.encoded())
    tell(args, _described(signed), f"Co-signed; {_vouched(signed)} for it now.")
    return DONE


def run_keep(args: argparse.Namespace) -> int:
    """Keep another's checkpoint: `log verify` holds the log against it from now on."""
    found = load(args.file)
    with closing(open_log(args)) as log:
        if found.said.operation != log.operation:
            raise KnownError("This checkpoint is of another operation.")
        if not held(log, found):
            raise KnownError("What this checkpoint names is not all here. Synchronise first; `log verify --checkpoint FILE` says what is missing.")
        kept = shelf_of(args, log.operation).keep(found)
    tell(args, _described(kept), f"Kept; {_vouched(kept)} for it.")
    return DONE


def run_prove(args: argparse.Namespace) -> int:
    """Write a proof."""
    with closing(open_log(args)) as log:
        checkpoint = load(args.checkpoint) if args.checkpoint else _newest(args, log)
        if args.since is not None:
            proof = consistency_proof(log, load(args.since), checkpoint)
        else:
            row = _row(log, args.entry)
            proof = inclusion_proof(log, checkpoint, row, log.device_keys()[row.device])
    write_whole(args.out, proof)
    told = f"The proof is in {args.out} ({len(proof):,} bytes). Anybody can check it: commandcenter-verify {args.out.name}"
    tell(args, {"file": str(args.out), "bytes": len(proof), "root": checkpoint.said.root.hex()}, told)
    return DONE


def run_check(args: argparse.Namespace) -> int:
    """Check a file."""
    return proofcheck.main([args.file, *(word for signer in args.signer for word in ("--signer", signer)), *(["--json"] if args.json else [])])


def _described(checkpoint: Checkpoint) -> dict[str, Any]:
    said = checkpoint.said
    return {"entries": said.entries, "root": said.root.hex(), "wall_ms": said.wall_ms, "signers": list(checkpoint.signers)}


def _vouched(checkpoint: Checkpoint) -> str:
    return counted(len(checkpoint.signers), "device vouches", "devices vouch")


def _newest(args: argparse.Namespace, log: SqliteLog) -> Checkpoint:
    newest = shelf_of(args, log.operation).newest()
    if newest is None:
        raise KnownError("There is no checkpoint yet; make one with `commandcenter log checkpoint`.")
    return newest


def _row(log: SqliteLog, name: str) -> Row:
    """Return the entry that an id, the beginning of one, or a position names."""
    if name.isdecimal() and len(name) < 12:
        row = next(iter(log.signed(int(name) - 1)), None)
        found = [row] if row is not None and row.position == int(name) else []
    else:
        found = [row for row in log.signed() if row.id.hex().startswith(name.lower())]
    if len(found) != 1:
        if not found:
            raise KnownError("There is no entry {name} in the log.", name=name)
        raise KnownError("{n} entries have an id that begins with {name}; give more of it, or its position in the log.", n=len(found), name=name)
    return found[0]
