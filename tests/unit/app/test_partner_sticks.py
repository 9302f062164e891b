"""Sticks for a partner, from the window: what it may see and no more, for its computer and nobody else's, and back again."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from commandcenter.__main__ import main
from commandcenter.app.home import Home
from commandcenter.app.joining import join_operation
from commandcenter.app.partner_sticks import PartnerSticks
from commandcenter.model import commands as c
from commandcenter.model.commands.privacy import PUBLIC
from commandcenter.model.entries import Section
from commandcenter.model.errors import Cancelled, KnownError, Refused
from commandcenter.model.progress import NoProgress
from commandcenter.model.words import LonLat
from commandcenter.sync.files.bundle import beside
from commandcenter.ui.connection.port import Choice

from .test_attachments import Desk, desk_at
from .test_in_step import until

PLACE = LonLat(8.69, 49.41)


class Impatient(NoProgress):
    """Gives up at the first word."""

    def report(self, stage: str, done: float, total: float) -> None:
        raise Cancelled


async def at_work(stack: AsyncExitStack, homes: Callable[[str], Home], report: Path) -> Desk:
    """Return a desk with an incident, a personal and an open attachment, and a partner that may see the work."""
    ann = await stack.enter_async_context(desk_at(homes("ann"), "Anna", Choice()))
    await ann.session.desk.submit(c.ReportIncident("fire.structure", PLACE, "Mill Lane 1", caller_name="Eve Adams"))
    await ann.send(report)
    await ann.send(report, personal=True)
    await until(lambda: len(ann.files.all_here()) == 2)
    await ann.session.desk.submit(c.AddPartner("Red Cross", "charity"))
    (partner,) = ann.session.desk.picture.supplies.partners()
    await ann.session.desk.submit(c.SetSharing(partner.id, (Section.OP,)))
    return ann


async def give(homes: Callable[[str], Home], report: Path, stick: Path, address: str) -> tuple[str, str, str]:
    """Write the stick for whoever has this address; return what is said of it, the giver's own address and a word to join by."""
    async with AsyncExitStack() as stack:
        ann = await at_work(stack, homes, report)
        sticks = PartnerSticks(ann.session, ann.home)
        (partner,) = ann.session.desk.picture.supplies.partners()
        said = str(await sticks.write(stick, partner.id, address, NoProgress(), files=True))
        return said, sticks.address, ann.link.code()


async def give_back(home: Home, stick: Path, back: Path, address: str) -> None:
    """Look at what came, write a note, and give it back to this address."""
    async with AsyncExitStack() as stack:
        guest = await stack.enter_async_context(desk_at(home, "Cat", Choice()))
        (incident,) = guest.session.desk.picture.incidents()
        assert (incident.address, [call.caller_name for call in guest.session.desk.picture.calls()]) == ("Mill Lane 1", [None])
        assert [file.readable for file in guest.files_known()] == [True, False]
        await until(guest.has)
        assert str(await guest.link.read_bundle(stick, NoProgress())).startswith("New entries: 0")
        await guest.session.desk.submit(c.AddNote("seen by the Red Cross"))
        sticks = PartnerSticks(guest.session, guest.home)
        assert sticks.guest
        with pytest.raises(Refused, match="Give the address"):
            await sticks.write(back, None, "", NoProgress(), files=False)
        await sticks.write(back, None, address, NoProgress(), files=False)


async def take_back(home: Home, back: Path) -> None:
    """Read what the partner wrote."""
    async with AsyncExitStack() as stack:
        ann = await stack.enter_async_context(desk_at(home, "Anna", Choice()))
        assert not PartnerSticks(ann.session, ann.home).guest
        await ann.link.read_bundle(back, NoProgress())
        assert "seen by the Red Cross" in str(ann.session.desk.picture.lines(3))


def test_a_partner_gets_what_it_may_see_and_gives_back_what_it_wrote(
    homes: Callable[[str], Home], report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stick, back = tmp_path / "partner.bundle", tmp_path / "back.bundle"

    def run(home: Home, *words: str) -> tuple[int, str]:
        code = main([*words, "--home", str(home.root)])
        said = capsys.readouterr()
        return code, said.out + said.err

    cat, ben = homes("cat"), homes("ben")
    address = json.loads(run(cat, "bundle", "address", "--json")[1])["address"]
    said, anns_address, word = asyncio.run(give(homes, report, stick, address))
    assert "attachments: 1." in said
    join_operation(ben, word, "training")
    assert run(ben, "bundle", "import", str(stick), "--region", "training") == (2, "This bundle was made for other devices.\n")
    code, said = run(cat, "bundle", "import", str(stick), "--region", "training")
    assert (code, "1 attachment has come." in said) == (0, True)
    asyncio.run(give_back(cat, stick, back, anns_address))
    asyncio.run(take_back(Home.open(tmp_path / "ann"), back))


def test_what_cannot_be_written_is_said_and_leaves_nothing(homes: Callable[[str], Home], report: Path, tmp_path: Path) -> None:
    stick = tmp_path / "partner.bundle"

    async def shift() -> None:
        async with AsyncExitStack() as stack:
            ann = await at_work(stack, homes, report)
            sticks = PartnerSticks(ann.session, ann.home)
            (partner,) = ann.session.desk.picture.supplies.partners()
            with pytest.raises(KnownError, match="No computer of this partner"):
                await sticks.write(stick, partner.id, "", NoProgress(), files=False)
            with pytest.raises(KnownError, match="no address"):
                await sticks.write(stick, partner.id, "CCADDRESS:NONSENSE", NoProgress(), files=False)
            with pytest.raises(Cancelled):
                await sticks.write(stick, partner.id, sticks.address, Impatient(), files=True)
            assert not stick.exists() and not beside(stick).exists()
            await sticks.write(stick, PUBLIC, "", NoProgress(), files=True)
            assert b"Mill Lane" not in stick.read_bytes()

    asyncio.run(shift())
