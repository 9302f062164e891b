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
    "supplies": "Supplies",
    "exact": "The same answers by other means",
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
NOTES = {
    "roads": (
        "Rows against Valhalla (goal: ≥ 1,000 × faster) are there only where `pyvalhalla` is installed (extra `bench`, Python ≥ 3.12, no Intel Mac);",
        "without them it is neither met nor missed. The goal of 75 ms for the matrix is for contraction hierarchies (`routingkit-cch`). They are",
        "not used: they give no distances driven, and their wheel names no licence (`docs/roads.md`). Expansions have the other goal, ten times it;",
        "the ratio in the row says how far they are from 75 ms.",
    ),
    "dispatch": (
        "The 80 incidents one after the other are at the edge of their goal: runs on one machine took 91 to 108 ms of processor time. Nearly half of",
        "it goes into some 630 searches along the roads, one for each kind of vehicle that could fill what a plan asks for; the rest into an exact",
        "assignment tier by tier for each incident, with its reasons. Two threads took 115 ms.",
    ),
    "optima": (
        "Vehicle routing is solved by the rounds with the least driving (`dispatch/trip_driving`): a search that proves nothing by itself; that",
        "these optima are the least was proven by others.",
    ),
}
"""What a reader must know about rows that miss their goal or are not there."""
HEAD = (
    "# Benchmarks",
    "",
    "Made by `make bench`; each section says when it was measured last, and by what.",
    "Figures are medians; a ratio compares with a reference that ran in the same process, because machines are noisy.",
    "Rows whose data set or optional package is not there are left out.",
    "",
)
PAGE = Path(__file__).resolve().parent.parent / "docs" / "benchmarks.md"


def table(rows: list[Row]) -> list[str]:
    """Return rows as a Markdown table."""
    lines = ["| what | figure | reference | ratio | goal | met |", "|---|---|---|---|---|---|"]
    for row in rows:
        ratio = "" if row.ratio is None else f"× {row.ratio:.3g}"
        met = "" if row.met is None else ("yes" if row.met else "**no**")
        lines.append(f"| {row.name} | {row.value:.4g} {row.unit} | {row.reference} | {ratio} | {row.goal} | {met} |")
    return lines


def section(name: str, rows: list[Row], command: str) -> list[str]:
    """Return one section of the page: when, on what and by which command it was measured."""
    made = f"`{command}` · {datetime.now(UTC):%Y-%m-%d} · Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    notes = [*NOTES[name], ""] if name in NOTES else []
    return [f"## {SECTIONS[name]}", "", made, "", *table(rows), "", *notes]


def page(sections: dict[str, list[str]]) -> str:
    """Return the whole page, the sections in their order."""
    kept = [line for title in SECTIONS.values() if title in sections for line in sections[title]]
    return "\n".join([*HEAD, *kept]).rstrip() + "\n"


def read_page(text: str) -> dict[str, list[str]]:
    """Return the sections of a page by title."""
    found: dict[str, list[str]] = {}
    title = ""
    for line in text.splitlines():
        if line.startswith("## "):
            title = line.removeprefix("## ")
        if title:
            found.setdefault(title, []).append(line)
    return found


def main() -> int:
    """Measure and write."""
    parser = argparse.ArgumentParser(prog="python -m bench")
    parser.add_argument("--quick", action="store_true", help="fewer repetitions")
    parser.add_argument("--only", choices=SECTIONS, action="append", help="only these sections; the others stay on the page as they are")
    parser.add_argument("--stdout", action="store_true", help="print instead of writing the page")
    args = parser.parse_args()
    sections = read_page(PAGE.read_text(encoding="utf-8")) if args.only and PAGE.exists() else {}
    for name in args.only or SECTIONS:
        sys.stderr.write(f"{SECTIONS[name]} …\n")
        command = f"python -m bench --only {name}" + (" --quick" if args.quick else "")
        lines = section(name, importlib.import_module(f"bench.{name}").rows(args.quick), command)
        if args.stdout:
            sys.stdout.write("\n".join(lines) + "\n")
            continue
        sections[SECTIONS[name]] = lines
        PAGE.write_text(page(sections), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
