"""What was erased elsewhere is gone here when a stick has brought the news: no desk needs to be opened for it."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import pytest

from commandcenter.__main__ import main
from commandcenter.app.beginning import begin
from commandcenter.app.home import Home
from commandcenter.app.session import open_session
from commandcenter.model.commands import TakeCall
from commandcenter.model.words import LonLat

NAME = "Zacharias Quux"


def take_a_call(home: Home) -> None:
    async def shift() -> None:
        await begin(session, seeded=False)
        await session.desk.submit(TakeCall("fire.structure", LonLat(8.69, 49.41), "Mill Lane 4", NAME, "555 1234", "smoke"))
        await session.desk.close()

    with open_session(home, "heidelberg") as session:
        asyncio.run(shift())


def test_a_bundle_with_an_erasure_erases(home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    take_a_call(home)
    here, there, stick = ["--home", str(home.root)], ["--home", str(tmp_path / "ben")], str(tmp_path / "stick")

    def run(*words: str) -> str:
        assert main(list(words)) == 0
        return capsys.readouterr().out

    run("bundle", "join", run("bundle", "code", *here).strip(), "--region", "heidelberg", *there)
    run("bundle", "export", stick, *here)
    shutil.copytree(home.regions / "heidelberg", Home.open(tmp_path / "ben").regions / "heidelberg")
    run("bundle", "import", stick, *there)
    assert NAME in run("log", "export", *there)
    run("log", "erase", "--person", "Quux", "--reason", "asked for", *here)
    news = str(tmp_path / "news")
    run("bundle", "export", news, *here)
    run("bundle", "import", news, *there)
    run("bundle", "import", stick, *there)
    assert NAME not in run("log", "export", *there)
    run("log", "verify", *there)
