"""A field commander's afternoon without a network and his return, with the audit of both logs at the end."""

from __future__ import annotations

from pathlib import Path

import pytest

from commandcenter.__main__ import main
from commandcenter.geo.pack import RegionPack
from commandcenter.model.clock import FakeClock

from .album import Album
from .conftest import Play
from .field_afternoon import BEGIN_MS, REGION, field_afternoon, home_of


def test_an_offline_afternoon_and_the_return(
    tmp_path: Path, training_pack: RegionPack, play: Play[None], lan_on_loopback: None, capsys: pytest.CaptureFixture[str]
) -> None:
    at_desk, out = home_of(tmp_path, training_pack.path, "Anna"), home_of(tmp_path, training_pack.path, "Ben")
    play(field_afternoon(at_desk, out, FakeClock(BEGIN_MS), Album()))
    for home in (at_desk, out):
        assert main(["log", "verify", "--region", REGION, "--home", str(home.root)]) == 0
        assert "as they were signed" in capsys.readouterr().out
