"""Which region the desk opens: the one named, the last one, else the training region, which is made at the first start."""

from __future__ import annotations

import asyncio

from commandcenter.app.opening import progress_shown
from commandcenter.app.options import DeskOptions
from commandcenter.app.training import TRAINING_REGION, make_training_region
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.import_progress import SignalProgress


async def choose_region(options: DeskOptions) -> str:
    """Return the region's name. Raises `KnownError`, or `Cancelled` when the person gives up making one."""
    home = options.home
    last = home.setting("region")
    region = options.region or (last if last and (home.regions / last).is_dir() else TRAINING_REGION)
    if region == TRAINING_REGION and not (home.regions / TRAINING_REGION).is_dir():
        await _make_training_region(options)
    return region


async def _make_training_region(options: DeskOptions) -> None:
    progress = SignalProgress()
    with progress_shown(tr("Making the training region"), progress):
        await asyncio.get_running_loop().run_in_executor(None, lambda: make_training_region(options.home, progress=progress))
