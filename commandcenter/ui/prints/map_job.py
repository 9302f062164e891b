"""Takes the map's picture in ink-saving colours and writes it as a paper."""

from __future__ import annotations

import asyncio
from pathlib import Path

from commandcenter.model.errors import Refused
from commandcenter.model.progress import Progress
from commandcenter.ui.frame.context import DeskContext
from commandcenter.ui.i18n.tr import mark, tr
from commandcenter.ui.layers.legend import in_use, signs
from commandcenter.ui.prints.facts import Paper
from commandcenter.ui.prints.map_grid import in_view
from commandcenter.ui.prints.map_paper import MapPaper, write_map
from commandcenter.ui.prints.papers import Printer
from commandcenter.ui.theme.look import Look

PAPER_THEME = "light"
DRAWING_MAP = mark("Drawing the map in light colours")
"""A stage of its paper."""
WAIT_S = 10.0
STEP_S = 0.1
CALM_STEPS = 4
"""So long must nothing be under way: symbols follow the last tile by a frame or two."""


async def print_map(context: DeskContext, printer: Printer, progress: Progress) -> tuple[Path, int]:
    """Write the map as it is shown and return the file and its pages. Raises `Refused` before the map is up, `KnownError`, `Cancelled`."""
    view, theme = context.map, context.seat.look.tokens.name
    if view.viewport is None:
        raise Refused("The map is not shown yet; try again in a moment.")
    view.set_theme(PAPER_THEME)
    view.set_bare(True)
    try:
        await _settled(context, progress)
        picture, seen = view.grab_image(), view.viewport
    finally:
        view.set_bare(False)
        view.set_theme(theme)
    look = Look(PAPER_THEME)

    def write(paper: Paper, path: Path) -> int:
        desk = context.seat.desk
        found = tuple(signs(look, context.layers, in_use(desk.picture, desk.catalogue, lambda places: in_view(places, seen))))
        notes = tuple(text for text, places in (note() for note in context.paper_notes) if in_view(places, seen))
        head = MapPaper(picture, seen, tr("Map"), f"{paper.about} · {paper.prepared}", found, view.attribution, paper.exercise, notes)
        return write_map(head, path, look, printer.size)

    return printer.print_with(tr("Map"), write)


async def _settled(context: DeskContext, progress: Progress) -> None:
    """Wait until the map shows all it was told, at most `WAIT_S`. Raises `Cancelled`."""
    calm, most = 0, round(WAIT_S / STEP_S)
    for step in range(most):
        progress.report(DRAWING_MAP, step, most)
        await asyncio.sleep(STEP_S)
        calm = calm + 1 if context.map.is_settled else 0
        if calm >= CALM_STEPS:
            return
