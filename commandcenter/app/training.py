"""The built-in training region: generated, then imported like any real extract."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from commandcenter.app.home import Home
from commandcenter.geo.pack import RegionPack
from commandcenter.model.progress import Progress

TRAINING_REGION = "training"
"""Name of the built-in region's pack."""


def make_training_region(home: Home, *, progress: Progress, seed: int = 1, name: str = TRAINING_REGION, keep_osm: Path | None = None) -> RegionPack:
    """Generate and import the training region. Raises `KnownError` or `Cancelled`; then nothing is left."""
    # only the first start needs these
    from commandcenter.geo.importing.region import import_region
    from commandcenter.geo.training.generate import write_training_region

    with tempfile.TemporaryDirectory(prefix="training-", dir=home.cache) as scratch:
        source = Path(scratch) / "training.osm.pbf"
        write_training_region(source, seed=seed, progress=progress)
        pack = import_region(source, name, home.regions, progress=progress)
        if keep_osm is not None:
            shutil.copyfile(source, keep_osm)
    make_ready(pack)
    return pack


def make_ready(pack: RegionPack) -> None:
    """Compile and index the road search now, so that no dispatcher waits for it at the first start. Takes seconds."""
    pack.roads().warm_up()
