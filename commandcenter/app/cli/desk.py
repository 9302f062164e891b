"""`commandcenter [desk]`: open the window."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from commandcenter.app.display import choose_platform
from commandcenter.app.graphics import AUTO, CHOICES
from commandcenter.app.home import Home
from commandcenter.app.options import LANGUAGES, THEMES, DeskOptions, Size
from commandcenter.geo.positioning.source import Source


def add_to(commands: Any, shared: argparse.ArgumentParser) -> None:  # noqa: ANN401 - argparse keeps that class private
    """Add the command's parser."""
    desk = commands.add_parser("desk", help="open the desk (the same as no command)", parents=[shared])
    add_options(desk)
    desk.set_defaults(run=run)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the window's options."""
    parser.add_argument("--region", metavar="NAME", help="open this region (else the last one, else the training region)")
    parser.add_argument("--theme", choices=THEMES, help="colours (else as last time)")
    parser.add_argument("--language", choices=LANGUAGES, help="language (else as last time, else the system's)")
    parser.add_argument("--screenshot", type=Path, metavar="FILE", help="draw the window into this PNG file and end; needs no display")
    parser.add_argument("--wall", action="store_true", help="only the wall view: map, queue and figures for everybody in the room")
    parser.add_argument(
        "--hub", metavar="URL[,URL]", help="keep in step with this hub from now on; an empty text: with none (see the window Connection)"
    )
    parser.add_argument("--archive", type=Path, metavar="FILE", help="look at the archive of an ended operation; nothing can be changed there")
    parser.add_argument("--code", help="the archive's operation code, where its key is not in this home")
    parser.add_argument("--field", action="store_true", help="only the field window: one unit, big targets, works with nothing but the laptop")
    receiver = "own position from gpsd://localhost, tcp://HOST:PORT (NMEA) or serial:///dev/ttyUSB0?baud=4800, from now on; empty: none"
    parser.add_argument("--gps", metavar="RECEIVER", help=receiver)
    parser.add_argument(
        "--graphics", choices=CHOICES, default=AUTO, help="draw with the graphics card or without; auto: without where it failed last time"
    )
    parser.add_argument("--size", type=Size.read, metavar="WxH", help="size of the window, e.g. 1440x900")


def run(args: argparse.Namespace) -> int:
    """Open the desk; Qt is only loaded here, so that the other commands start quickly.

    Raises `Refused` for a hub that cannot be, `KnownError` for such a receiver.
    """
    from commandcenter.app.connection_choice import hub_url

    if args.gps:
        Source.read(args.gps)
    hub = None if args.hub is None else tuple(hub_url(word.strip()) for word in args.hub.split(",") if word.strip())
    options = DeskOptions(
        Home.open(args.home),
        args.region,
        args.theme,
        args.language,
        args.screenshot,
        args.size,
        wall=args.wall,
        hub=hub,
        archive=args.archive,
        code=args.code,
        field=args.field,
        gps=args.gps,
        graphics=args.graphics,
    )
    choose_platform(screenshot=options.screenshot is not None)
    from commandcenter.app.desktop import run_desk

    return run_desk(options)
