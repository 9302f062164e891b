"""What the command line says and how it ends."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Mapping
from typing import Any, TextIO

DONE, REFUSED, BAD_INPUT = 0, 1, 2
"""Exit codes: done; refused or nothing found; bad input or environment."""


def print_json(value: Mapping[str, Any] | list[Any]) -> None:
    """Print for a program to read."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n")


def print_line(text: str = "") -> None:
    """Print for a person to read."""
    sys.stdout.write(text + "\n")


def complain(text: str) -> None:
    """Say one sentence on standard error."""
    sys.stderr.write(text + "\n")


def counted(count: int, one: str, many: str) -> str:
    """Return a number and what is counted: "1 entry", "1,204 entries"."""
    return f"{count:,} {one if count == 1 else many}"


def tell(args: argparse.Namespace, value: Mapping[str, Any], *lines: str) -> None:
    """Print lines for a person, or with `--json` the value for a program."""
    if args.json:
        print_json(value)
    else:
        for line in lines:
            print_line(line)


class TerminalProgress:
    """Shows stage, share and time left on one line of a terminal; silent where there is none."""

    def __init__(self, out: TextIO | None = None) -> None:
        """Write to standard error unless told otherwise."""
        self._out = out or sys.stderr
        self._shown = self._out.isatty()
        self._stage = ""
        self._since_s = self._last_s = 0.0

    def report(self, stage: str, done: float, total: float) -> None:
        """Show it, at most five times a second."""
        now_s = time.monotonic()
        if not self._shown or (stage == self._stage and now_s - self._last_s < 0.2 and done < total):
            return
        if stage != self._stage:
            self._stage, self._since_s = stage, now_s
        self._last_s = now_s
        share = min(1.0, done / total) if total > 0 else 0.0
        left_s = (now_s - self._since_s) * (1 - share) / share if share > 0.02 else None
        left = "" if left_s is None else f", {left_s:.0f} s left"
        self._out.write(f"\r\x1b[K{stage} {share:.0%}{left}")
        self._out.flush()

    def finish(self) -> None:
        """Clear the line."""
        if self._shown:
            self._out.write("\r\x1b[K")
            self._out.flush()
