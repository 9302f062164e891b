"""Run the benchmarks and write docs/benchmarks.md: `python -m bench [--quick] [--only NAME] [--stdout]`."""

from __future__ import annotations

import argparse
import importlib
import platform
import sys
from datetime import UTC, datetime
from pathlib import Path

from bench.row import Row

SECTIONS = {
    "importing": "Importing maps",
    "search": "Searching",
    "roads": "Nearest units, routes and matrices",
    "dispatch": "Recommendations",
    "optima": "Problems with published optima",
    "policy": "The engine's policy against closest-idle",
    "log": "Command log and picture",
    "proofs": "Checkpoints and proofs",
    "million": "A desk with a million entries",
    "sync": "Sync through a hub",
    "lan": "Desks of one network, without a hub",
    "hub": "The hub on PostgreSQL, and a thousand listeners",
    "tiles": "Tile painting",
    "overlay": "Live map",
    "exercise": "Exercises",
    "start": "Starting the desk",
    "desk": "The desk in a surge",
}
PAGE = Path(__file__).resolve().parent.parent / "docs" / "benchmarks.md"


def table(rows: list[Row]) -> list[str]:
    """Return rows as a Markdown table."""
    lines = ["| what | figure | reference | ratio | goal | met |", "|---|---|---|---|---|---|"]
    for row in rows:
        ratio = "" if row.ratio is None else f"× {row.ratio:.3g}"
        met = "" if row.met is None else ("yes" if row.met else "**no**")
        lines.append(f"| {row.name} | {row.value:.4g} {row.unit} | {row.reference} | {ratio} | {row.goal} | {met} |")
    return lines


def page(results: dict[str, list[Row]], command: str) -> str:
    """Return the whole page."""
    lines = [
        "# Benchmarks",
        "",
        f"Made by `{command}` on {datetime.now(UTC):%Y-%m-%d}, Python {platform.python_version()}, {platform.system()} {platform.machine()}.",
        "Figures are medians; a ratio compares with a reference that ran in the same process, because machines are noisy.",
        "Rows whose data set or optional package is not there are left out.",
    ]
    for name, rows in results.items():
        lines += ["", f"## {SECTIONS[name]}", "", f"`python -m bench --only {name}`", "", *table(rows)]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Measure and write."""
    parser = argparse.ArgumentParser(prog="python -m bench")
    parser.add_argument("--quick", action="store_true", help="fewer repetitions")
    parser.add_argument("--only", choices=SECTIONS, action="append", help="only these sections, printed instead of written")
    args = parser.parse_args()
    results = {}
    for name in args.only or SECTIONS:
        sys.stderr.write(f"{SECTIONS[name]} …\n")
        results[name] = importlib.import_module(f"bench.{name}").rows(args.quick)
    text = page(results, "make bench" + (" ARGS=--quick" if args.quick else ""))
    if args.only:
        sys.stdout.write(text)
    else:
        PAGE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
