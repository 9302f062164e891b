"""Asks for the passphrase of the key files once, before a command that may need them."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from pathlib import Path

import platformdirs

from commandcenter.log.passphrase import VARIABLE, is_locked, unlock


def unlock_keys(args: argparse.Namespace) -> None:
    """Unlock the keys of the home that is meant, in a terminal; the desk asks in a window. Raises `KnownError`."""
    folder = (args.home or Path(platformdirs.user_data_dir("commandcenter", appauthor=False))) / "keys"
    if VARIABLE not in os.environ and sys.stdin.isatty() and is_locked(folder):
        unlock(folder, getpass.getpass("Passphrase of this desk's keys: "))
