"""`commandcenter region …`: make, list and describe region packs."""

from __future__ import annotations

import argparse
import signal
from pathlib import Path
from types import FrameType
from typing import Any

from commandcenter.app.cli.terminal import DONE, REFUSED, TerminalProgress, complain, print_json, print_line
from commandcenter.app.home import Home
from commandcenter.app.training import TRAINING_REGION, make_ready, make_training_region
from commandcenter.geo.importing.clip import read_boundary
from commandcenter.geo.importing.region import import_region
from commandcenter.geo.pack import RegionPack, info_json, list_packs
from commandcenter.model.errors import Cancelled


def add_to(commands: Any, shared: argparse.ArgumentParser) -> None:  # noqa: ANN401 - argparse keeps that class private
    """Add the command's parsers."""
    region = commands.add_parser("region", help="region packs: maps, roads, search", parents=[shared])
    actions = region.add_subparsers(title="actions", metavar="ACTION", required=True)

    importing = actions.add_parser("import", help="make a region pack from an OpenStreetMap extract", parents=[shared])
    importing.add_argument("file", type=Path, help=".osm.pbf, .osm, .osm.gz or .osm.bz2")
    importing.add_argument("--name", required=True, help="the region's name, e.g. heidelberg")
    importing.add_argument("--boundary", metavar="AREA", help="keep only what lies inside: a GeoJSON file, or WEST,SOUTH,EAST,NORTH in degrees")
    importing.set_defaults(run=run_import)

    listing = actions.add_parser("list", help="list the regions here", parents=[shared])
    listing.add_argument("--json", action="store_true", help="for a program to read")
    listing.set_defaults(run=run_list)

    info = actions.add_parser("info", help="describe one region", parents=[shared])
    info.add_argument("name")
    info.add_argument("--json", action="store_true", help="for a program to read")
    info.set_defaults(run=run_info)

    training = actions.add_parser("make-training", help="make the built-in training region", parents=[shared])
    training.add_argument("--seed", type=int, default=1, help="another seed, another city (default 1)")
    training.add_argument("--name", default=TRAINING_REGION, help=f"the region's name (default {TRAINING_REGION})")
    training.add_argument("--osm", type=Path, metavar="FILE", help="also keep the generated OSM data in this .osm.pbf")
    training.set_defaults(run=run_make_training)


class InterruptibleProgress(TerminalProgress):
    """Ctrl+C cancels cleanly: the next report raises `Cancelled`, the import tidies up."""

    def __init__(self) -> None:
        """Listen for Ctrl+C from now on."""
        super().__init__()
        self._cancelled = False
        self._before = signal.signal(signal.SIGINT, self._cancel)

    def _cancel(self, _signal: int, _frame: FrameType | None) -> None:
        self._cancelled = True

    def report(self, stage: str, done: float, total: float) -> None:
        """Show it; raise `Cancelled` after Ctrl+C."""
        if self._cancelled:
            raise Cancelled
        super().report(stage, done, total)

    def finish(self) -> None:
        """Clear the line and stop listening."""
        super().finish()
        signal.signal(signal.SIGINT, self._before)


def run_import(args: argparse.Namespace) -> int:
    """Import a map file."""
    home = Home.open(args.home)
    progress = InterruptibleProgress()
    try:
        boundary = read_boundary(args.boundary) if args.boundary else None
        pack = import_region(args.file, args.name, home.regions, progress=progress, boundary=boundary)
        make_ready(pack)
    finally:
        progress.finish()
    _describe(pack)
    return DONE


def run_make_training(args: argparse.Namespace) -> int:
    """Generate and import the training region."""
    home = Home.open(args.home)
    progress = InterruptibleProgress()
    try:
        pack = make_training_region(home, seed=args.seed, name=args.name, keep_osm=args.osm, progress=progress)
    finally:
        progress.finish()
    _describe(pack)
    return DONE


def run_list(args: argparse.Namespace) -> int:
    """List the regions."""
    packs = list_packs(Home.open(args.home).regions)
    if args.json:
        print_json([info_json(pack) for pack in packs])
        return DONE
    if not packs:
        complain("No region here yet; make one with `commandcenter region make-training` or `commandcenter region import FILE --name NAME`.")
        return REFUSED
    for pack in packs:
        _describe(pack)
    return DONE


def run_info(args: argparse.Namespace) -> int:
    """Describe a region."""
    pack = RegionPack.open(Home.open(args.home).regions / args.name)
    if args.json:
        print_json(info_json(pack))
    else:
        _describe(pack)
    return DONE


def _describe(pack: RegionPack) -> None:
    info = pack.info
    west, south, east, north = info.bbox
    print_line(f"{pack.name}: {info.junctions:,} junctions, {info.arcs:,} arcs, {info.bytes / 1e6:.1f} MB")
    print_line(f"  latitude {south:.4f} to {north:.4f}, longitude {west:.4f} to {east:.4f}, map data of {info.source_date or 'an unknown date'}")
