"""Which log a command means, and what lies beside it."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from commandcenter.app.cli.terminal import complain
from commandcenter.app.home import Home
from commandcenter.app.own_log import log_path, own_log
from commandcenter.app.session import existing_log, read_secrets, used_region
from commandcenter.log.checkpoint_shelf import Shelf
from commandcenter.log.store import SqliteLog
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import Id


def chosen() -> argparse.ArgumentParser:
    """Return the option that names a region."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--region", metavar="NAME", help="the region whose operation is meant (else the last one used)")
    return parser


def region_of(args: argparse.Namespace) -> str:
    """Return the region that is meant. Raises `KnownError` where there is no log."""
    home = Home.open(args.home)
    region = used_region(home, args.region)
    if existing_log(home, region) is None:
        raise KnownError("There is no command log here yet; open a desk first, or name its region with --region.")
    return region


def open_log(args: argparse.Namespace) -> SqliteLog:
    """Open the log that is meant. Raises `KnownError`."""
    home = Home.open(args.home)
    path = existing_log(home, region_of(args))
    keys = read_secrets(home)
    if path is None:
        raise KnownError("There is no command log here yet; open a desk first, or name its region with --region.")
    return SqliteLog(path, device=keys.device, database_key=keys.database_key)


@contextmanager
def log_to_sign(args: argparse.Namespace) -> Iterator[SqliteLog]:
    """Open the log that is meant, to sign what it holds: as a new device where this profile has a twin. Raises `KnownError`."""
    home, region = Home.open(args.home), region_of(args)
    with own_log(home, Id(home.setting(f"operation:{region}"))) as (log, copied):
        if copied is not None:
            complain(str(copied.said))
        yield log


def shelf_of(args: argparse.Namespace, operation: Id) -> Shelf:
    """Return the checkpoints that lie beside the log."""
    return Shelf(log_path(Home.open(args.home), operation).parent / "checkpoints")
