"""What an opened log was folded into is not looked through for garbage while people work; afterwards it is."""

from __future__ import annotations

import asyncio
import gc
import weakref
from pathlib import Path

from commandcenter.app.home import Home
from commandcenter.app.session import open_session
from commandcenter.geo.pack import RegionPack


def test_a_picture_is_out_of_the_way_while_open_and_goes_when_closed(tmp_path: Path, training_pack: RegionPack) -> None:
    home = Home.open(tmp_path / "home")
    (home.regions / "training").symlink_to(training_pack.path, target_is_directory=True)
    with open_session(home, "training") as session:
        assert gc.get_freeze_count() > 10_000
        assert not any(one is session.log for one in gc.get_objects())
        picture = weakref.ref(session.desk.picture)
        asyncio.run(session.desk.close())
    assert gc.get_freeze_count() == 0
    del session
    gc.collect()
    assert picture() is None
