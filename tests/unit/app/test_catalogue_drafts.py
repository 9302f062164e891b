"""A changed catalogue is in force again after a restart; the draft of the next one lies in the home folder until it is taken up."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from commandcenter.app.beginning import begin
from commandcenter.app.catalogue_drafts import DRAFT_FOLDER, CatalogueDrafts
from commandcenter.app.home import Home
from commandcenter.app.session import Session, open_session
from commandcenter.geo.pack import RegionPack
from commandcenter.model.commands import ChangeCatalogue, ReportIncident
from commandcenter.model.errors import KnownError
from commandcenter.model.words import LonLat
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.resources.changed import shipped_texts

TYPES = "incident_types.csv"
FIRE = default_catalogue().types["fire.structure"]
RENAMED = shipped_texts()[TYPES].replace(f",{FIRE.en},", ",Blaze,", 1)


@pytest.fixture
def home(tmp_path: Path, training_pack: RegionPack) -> Home:
    made = Home.open(tmp_path / "home")
    (made.regions / "training").symlink_to(training_pack.path, target_is_directory=True)
    return made


def test_a_change_holds_over_a_restart_and_its_version_is_in_the_log(home: Home) -> None:
    async def change(session: Session) -> None:
        await begin(session, seeded=False)
        await session.desk.submit(ChangeCatalogue({TYPES: RENAMED}, None, "plain words"))
        assert session.desk.catalogue.types["fire.structure"].en == "Blaze"
        await session.desk.close()

    async def use(session: Session) -> object:
        done = await session.desk.submit(ReportIncident("fire.structure", LonLat(8.69, 49.41), "Mill Lane 1"))
        await session.desk.close()
        return next(entry.about["catalogue"] for entry in done.entries if "catalogue" in entry.about)

    with open_session(home, "training") as session:
        asyncio.run(change(session))
    with open_session(home, "training") as session:
        assert session.desk.catalogue.types["fire.structure"].en == "Blaze"
        assert session.desk.in_use.fault is None
        assert asyncio.run(use(session)) == session.desk.catalogue.version != default_catalogue().version


def test_a_draft_is_kept_by_operation_and_forgotten_file_by_file(home: Home) -> None:
    with open_session(home, "training") as session:
        drafts = CatalogueDrafts(session.desk, home.root)
        drafts.write(TYPES, RENAMED)
        drafts.write("plans.toml", "half a plan")
        drafts.write("plans.toml", None)
        drafts.write("plans.toml", None)
        assert CatalogueDrafts(session.desk, home.root).read() == {TYPES: RENAMED}
        asyncio.run(session.desk.close())


def test_a_draft_that_cannot_be_kept_is_said(home: Home) -> None:
    (home.root / DRAFT_FOLDER).write_text("in the way", encoding="utf-8")
    with open_session(home, "training") as session:
        drafts = CatalogueDrafts(session.desk, home.root)
        assert drafts.read() == {}
        with pytest.raises(KnownError, match=r"The draft of incident_types\.csv cannot be kept"):
            drafts.write(TYPES, RENAMED)
        asyncio.run(session.desk.close())
