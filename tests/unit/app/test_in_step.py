"""Two real desks: real logs on disk, the real sync thread, a real hub or none, entries folded in the window's own thread."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest

from commandcenter.app.beginning import begin
from commandcenter.app.home import Home
from commandcenter.app.joining import join_operation
from commandcenter.app.operator import named_operator
from commandcenter.app.session import Session, open_session
from commandcenter.app.sync_link import SyncLink
from commandcenter.model import commands as c
from commandcenter.model.errors import Cancelled, KnownError, Refused
from commandcenter.model.progress import CancelAfter, NoProgress
from commandcenter.model.words import LonLat
from commandcenter.ui.connection.port import Choice

HERE = LonLat(8.69, 49.41)


async def until(what: Callable[[], object], why: Callable[[], object] = lambda: "") -> None:
    """Wait until something is so; a minute and a half means never."""
    loop = asyncio.get_running_loop()
    end_s = loop.time() + 90
    while not what():
        assert loop.time() < end_s, f"it never came about: {why()}"
        await asyncio.sleep(0.01)


class Desk:
    """A session with its link."""

    def __init__(self, home: Home, session: Session, choice: Choice) -> None:
        self.home, self.session = home, session
        self.link = SyncLink(session, home, choice, retry_s=0.05)

    def says(self) -> str:
        return str(self.link.links().sentence)


@asynccontextmanager
async def desk_at(home: Home, name: str, choice: Choice, region: str = "training") -> AsyncIterator[Desk]:
    with open_session(home, region, operator=named_operator(name, "dispatcher")) as session:
        await begin(session, seeded=False)
        desk = Desk(home, session, choice)
        desk.link.start()
        try:
            yield desk
        finally:
            await desk.link.stop()
            await session.desk.close()


def test_two_desks_on_a_lan_share_one_operation_and_one_fleet(homes: Callable[[str], Home]) -> None:
    async def shift() -> None:
        async with AsyncExitStack() as open_desks:
            ann = await open_desks.enter_async_context(desk_at(homes("ann"), "Anna", Choice(lan=True)))
            home = homes("ben")
            join_operation(home, ann.link.code(), "training")
            await until(lambda: ann.link.links().listening)
            ben = await open_desks.enter_async_context(desk_at(home, "Ben", Choice(lan=True, typed=(ann.link.links().listening[0],))))
            await until(lambda: ann.says() == ben.says() == "In step with 1 desk", lambda: (ann.says(), ben.says()))
            done = await ann.session.desk.submit(c.ReportIncident("fire.structure", HERE, "Mill Lane 4"))
            incident = done.created[0]
            await until(lambda: ben.session.desk.picture.incident(incident) is not None)
            await ben.session.desk.submit(c.ChangeIncident(incident, {"priority": 4}))
            await until(lambda: ann.session.desk.picture.incident(incident).priority == 4)  # type: ignore[union-attr] # it is there
            assert ann.session.desk.picture.conflicts() == ()
            order = done.entries[0].id
            await until(lambda: getattr(ann.link.receipts(order), "everywhere", False), lambda: ann.link.receipts(order))
            receipts = ann.link.receipts(order)
            assert receipts is not None
            assert [name for name, _ in receipts.on] == ["Ben"]
            assert not receipts.at_hub
            (other,) = ann.link.links().devices
            assert (other.name, other.nearby, other.lacks) == ("Ben", True, 0)
            opened = [line for line in ben.session.desk.picture.lines(1000) if line.type == "OperationOpened"]
            assert len(opened) == 1

    asyncio.run(shift())


def test_a_stick_carries_what_the_other_lacks_and_can_be_cancelled(homes: Callable[[str], Home], tmp_path: Path) -> None:
    async def shift() -> None:
        async with AsyncExitStack() as open_desks:
            ann = await open_desks.enter_async_context(desk_at(homes("ann"), "Anna", Choice()))
            home = homes("ben")
            join_operation(home, ann.link.code(), "training")
            ben = await open_desks.enter_async_context(desk_at(home, "Ben", Choice()))
            assert ann.says() == "Local only"
            for number in range(20):
                await ann.session.desk.submit(c.AddNote(f"note {number}"))
            stick, summary = tmp_path / "stick", tmp_path / "summary"
            await ben.link.write_summary(summary)
            with pytest.raises(Cancelled):
                await ann.link.write_bundle(stick, summary, CancelAfter(0))
            assert not stick.exists()
            count = await ann.link.write_bundle(stick, summary, NoProgress())
            said = await ben.link.read_bundle(stick, NoProgress())
            assert str(said) == f"New entries: {count:,}. Here already: 0."
            await until(lambda: ben.session.desk.picture.count() == count + 1)
            assert str(await ben.link.read_bundle(stick, NoProgress())) == f"New entries: 0. Here already: {count:,}."
            (tmp_path / "broken").write_bytes(stick.read_bytes()[:-40])
            with pytest.raises(KnownError):
                await ben.link.read_bundle(tmp_path / "broken", NoProgress())

    asyncio.run(shift())


def test_what_cannot_be_is_refused_and_what_is_chosen_is_kept(homes: Callable[[str], Home]) -> None:
    async def shift() -> None:
        async with desk_at(homes("ann"), "Anna", Choice()) as ann:
            for choice in (Choice(hub=("ftp://x",)), Choice(hub=("http://x:99999",)), Choice(typed=("a b",)), Choice(typed=("x:y",))):
                with pytest.raises(Refused):
                    ann.link.choose(choice)
            ann.link.choose(Choice(hub=("127.0.0.1:1",), lan=False, typed=("10.0.0.7",)))
            assert ann.link.choice == Choice(("https://127.0.0.1:1",), False, ("10.0.0.7:8450",))
            await until(lambda: "nothing listens there" in str(ann.link.links().details), ann.link.links)
            ann.link.choose(Choice())
            await until(lambda: ann.says() == "Local only")
            with pytest.raises(Refused, match="already"):
                await ann.link.join(ann.link.code())
            with pytest.raises(KnownError):
                await ann.link.join("no code at all")

    asyncio.run(shift())
