"""Another region or operator for a desk that is at work: the choice, the long work, and the region's name when it is there."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from pathlib import Path

from commandcenter.app.home import Home
from commandcenter.app.operator import Operator, keep_operator, named_operator
from commandcenter.app.training import TRAINING_REGION, make_ready, make_training_region
from commandcenter.geo.importing.region import import_region
from commandcenter.geo.pack import RegionPack, copy_pack, list_packs
from commandcenter.model.errors import Cancelled, KnownError
from commandcenter.model.progress import Progress
from commandcenter.model.sentences import Sentence, say
from commandcenter.model.words import LonLat
from commandcenter.ui.first_run import Choice, FirstRun, Source
from commandcenter.ui.i18n.language import Language
from commandcenter.ui.import_progress import SignalProgress
from commandcenter.ui.theme.look import Look

_ENDINGS = re.compile(r"(\.osm)?(\.pbf|\.gz|\.bz2)?$", re.IGNORECASE)
_NOT_A_NAME = re.compile(r"[^\w .-]+")


class OtherRegion:
    """The window that asks, and the work behind it. Qt thread; the work runs in a thread of its own."""

    def __init__(self, home: Home, look: Look, language: Language, operator: Operator, places: Sequence[LonLat]) -> None:
        """Ask at a desk of this operator; `places` are its stations, for the coverage check of a pack."""
        self._home, self._places = home, places
        names = [pack.name for pack in list_packs(home.regions) if pack.name != TRAINING_REGION]
        self.window = FirstRun(look, language, coverage=self._coverage, here=names)
        self.window.put_operator(operator.name, operator.role)
        self._found: str | None = None
        self._work: asyncio.Task[None] | None = None
        self._progress = SignalProgress()
        self.window.chosen.connect(self._begin)
        self.window.cancelled.connect(self._cancel)
        self._over = asyncio.Event()
        self.window.closed.connect(self._over.set)

    async def ask(self) -> str | None:
        """Return the region to go on with, `None` when the window was closed; then nothing has changed."""
        self.window.show()
        await self._over.wait()
        if self._work is not None:
            await self._work
        self.window.deleteLater()
        return self._found

    def _cancel(self) -> None:
        self._progress.cancel()

    def _begin(self, choice: Choice) -> None:
        self._work = asyncio.ensure_future(self._carry_out(choice))

    async def _carry_out(self, choice: Choice) -> None:
        self._progress = SignalProgress()
        self.window.progress.follow(self._progress)
        try:
            name = await asyncio.get_running_loop().run_in_executor(None, obtain, self._home, choice, self._progress)
        except KnownError as error:
            self.window.failed(error.sentence)
        except Cancelled:
            self.window.stopped()
        else:
            keep_operator(self._home, named_operator(choice.operator, choice.role))
            self._found = name
            self.window.finished()
            self._over.set()

    def _coverage(self, folder: Path) -> list[Sentence]:
        """Say what a pack is and how much of this desk's stations it covers."""
        try:
            pack = RegionPack.open(folder)
        except KnownError as error:
            return [error.sentence]
        said = [say("{name}: {junctions} junctions, {arcs} road segments", name=pack.name, junctions=pack.info.junctions, arcs=pack.info.arcs)]
        if self._places:
            said.append(say("{share} % of this desk's stations lie in it", share=round(100 * pack.coverage(self._places))))
        return said


def obtain(home: Home, choice: Choice, progress: Progress) -> str:
    """Make, import or copy what was chosen and return the region's name. Blocking. Raises `KnownError` or `Cancelled`."""
    if choice.source == Source.TRAINING:
        if not (home.regions / TRAINING_REGION).is_dir():
            make_training_region(home, progress=progress)
        return TRAINING_REGION
    if choice.path is None:
        raise KnownError("No file was chosen.")
    if choice.source == Source.HERE:
        return choice.path.name
    if choice.source == Source.COPY:
        return copy_pack(choice.path, home.regions, progress=progress).name
    pack = import_region(choice.path, free_name(home.regions, choice.path), home.regions, progress=progress)
    make_ready(pack)
    return pack.name


def free_name(regions: Path, source: Path) -> str:
    """Return a region's name after its map file that no region here has: an open pack is never replaced."""
    stem = _NOT_A_NAME.sub(" ", _ENDINGS.sub("", source.name)).strip(" .-") or "region"
    number, name = 1, stem
    while (regions / name).exists():
        number += 1
        name = f"{stem}-{number}"
    return name
