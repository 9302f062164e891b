"""Attachments from desk to desk with the real link: sent, fetched by rule or by hand, carried on a stick, erased on both sides."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from commandcenter.__main__ import main
from commandcenter.app.beginning import begin
from commandcenter.app.files import Files
from commandcenter.app.home import Home
from commandcenter.app.joining import join_operation
from commandcenter.app.operator import named_operator
from commandcenter.app.own_log import file_store
from commandcenter.app.session import Session, open_session
from commandcenter.app.sync_link import SyncLink
from commandcenter.model import commands as c
from commandcenter.model.errors import KnownError, Refused
from commandcenter.model.progress import NoProgress
from commandcenter.picture.messages import AttachmentView
from commandcenter.ui.connection.port import Choice

from .conftest import REPORT
from .test_in_step import until


class Desk:
    """A session with its link and its files."""

    def __init__(self, home: Home, session: Session, choice: Choice) -> None:
        self.home, self.session = home, session
        self.files = Files(session, home, lambda: self.link.choice.low)
        self.link = SyncLink(session, home, choice, retry_s=0.05, files=self.files)

    async def send(self, path: Path, *, personal: bool = False) -> AttachmentView:
        made = await self.files.take(path, personal=personal)
        await self.session.desk.submit(c.SendMessage("see file", everybody=True, files=(made,)))
        return self.files_known()[-1]

    def files_known(self) -> tuple[AttachmentView, ...]:
        return self.session.desk.picture.words.attachments()

    def has(self, number: int = 0) -> bool:
        known = self.files_known()
        return len(known) > number and self.files.state(known[number]).here


@asynccontextmanager
async def desk_at(home: Home, name: str, choice: Choice) -> AsyncIterator[Desk]:
    with open_session(home, "training", operator=named_operator(name, "dispatcher")) as session:
        await begin(session, seeded=False)
        desk = Desk(home, session, choice)
        desk.files.start()
        desk.link.start()
        try:
            yield desk
        finally:
            await desk.link.stop()
            await desk.files.stop()
            await session.desk.close()


async def both(stack: AsyncExitStack, homes: Callable[[str], Home]) -> tuple[Desk, Desk]:
    """Return two desks of one network, in step."""
    ann = await stack.enter_async_context(desk_at(homes("ann"), "Anna", Choice(lan=True)))
    home = homes("ben")
    join_operation(home, ann.link.code(), "training")
    await until(lambda: ann.link.links().listening)
    ben = await stack.enter_async_context(desk_at(home, "Ben", Choice(lan=True, typed=(ann.link.links().listening[0],))))
    await until(lambda: len(ben.link.client.book.all()) > 1)
    return ann, ben


def test_a_small_file_comes_by_itself_and_is_gone_everywhere_once_erased(homes: Callable[[str], Home], report: Path) -> None:
    async def shift() -> None:
        async with AsyncExitStack() as stack:
            ann, ben = await both(stack, homes)
            file = await ann.send(report, personal=True)
            await until(ben.has)
            assert await ben.files.content(ben.files_known()[0]) == REPORT
            raw = b"".join(path.read_bytes() for path in (ben.home.root).rglob("files/*"))
            assert len(raw) > len(REPORT) and b"all quiet" not in raw  # at rest nobody reads it
            await ben.session.desk.submit(c.ErasePersonalData((("attachment", file.id),), c.Ground.REQUEST, "asked", ("pii",)))
            for desk in (ann, ben):
                await until(lambda desk=desk: not desk.files_known()[0].readable)  # type: ignore[misc]
                await until(lambda desk=desk: desk.files.store.everything() == {})  # type: ignore[misc]
            with pytest.raises(Refused, match="erased or is withheld"):
                await ben.files.content(ben.files_known()[0])

    asyncio.run(shift())


def test_with_text_first_a_file_waits_until_it_is_sent_and_asked_for(homes: Callable[[str], Home], report: Path) -> None:
    async def shift() -> None:
        async with AsyncExitStack() as stack:
            ann, ben = await both(stack, homes)
            for desk in (ann, ben):
                desk.link.choose(replace(desk.link.choice, low=True))
            assert str(ann.link.links().sentence).endswith("text first")
            file = await ann.send(report)
            await until(lambda: len(ben.files_known()) == 1)
            await until(lambda: ann.files.state(file).waiting)
            assert not ben.files.wanted() and not ann.files.offered()
            ben.files.fetch(ben.files_known()[0])
            await until(ben.has)  # whoever asks gets it, without anybody sending it
            second = await ann.send(report)
            ann.files.release(second)
            await until(lambda: second.hash in ann.files.offered())
            ben.link.choose(replace(ben.link.choice, low=False))
            await until(lambda: ben.has(1))

    asyncio.run(shift())


def test_a_stick_carries_files_too(homes: Callable[[str], Home], report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    async def shift() -> str:
        async with AsyncExitStack() as stack:
            ann = await stack.enter_async_context(desk_at(homes("ann"), "Anna", Choice()))
            home = homes("ben")
            join_operation(home, ann.link.code(), "training")
            ben = await stack.enter_async_context(desk_at(home, "Ben", Choice()))
            await ann.send(report)
            await until(lambda: len(ann.files.all_here()) == 1)
            await ann.link.write_bundle(tmp_path / "stick", None, NoProgress(), files=True)
            assert "1 attachments have come" in str(await ben.link.read_bundle(tmp_path / "stick", NoProgress()))
            await until(ben.has)
            assert await ben.files.content(ben.files_known()[0]) == REPORT
            (tmp_path / "stick.files").write_bytes((tmp_path / "stick.files").read_bytes()[:-30])
            with pytest.raises(KnownError, match="not what it should be"):
                await ben.link.read_bundle(tmp_path / "stick", NoProgress())
            return ann.link.code()

    code = asyncio.run(shift())
    ann_home, cleo = Home.open(tmp_path / "ann"), homes("cleo")
    assert main(["bundle", "export", str(tmp_path / "line"), "--files", "--region", "training", "--json", "--home", str(ann_home.root)]) == 0
    assert json.loads(capsys.readouterr().out)["attachments"] == 1
    join_operation(cleo, code, "training")
    assert main(["bundle", "import", str(tmp_path / "line"), "--region", "training", "--home", str(cleo.root)]) == 0
    assert "1 attachment has come." in capsys.readouterr().out
    operation = cleo.setting("operation:training")
    assert len(file_store(cleo, operation).everything()) == 1


def test_what_cannot_be_attached_or_read_is_said(homes: Callable[[str], Home], tmp_path: Path) -> None:
    async def shift() -> None:
        async with AsyncExitStack() as stack:
            ann = await stack.enter_async_context(desk_at(homes("ann"), "Anna", Choice()))
            (tmp_path / "tool.exe").write_bytes(b"MZ" + bytes(100))
            (tmp_path / "empty.txt").touch()
            for name, why in (("tool.exe", "nothing else can be attached"), ("empty.txt", "is empty")):
                with pytest.raises(Refused, match=why):
                    await ann.files.take(tmp_path / name, personal=False)
            with pytest.raises(KnownError, match=r"gone\.txt cannot be read"):
                await ann.files.take(tmp_path / "gone.txt", personal=False)
            assert ann.files.store.everything() == {}
            path = tmp_path / "ok.txt"
            path.write_text("fine")
            file = await ann.send(path)
            await until(ann.has)
            (stored,) = ann.home.root.rglob("files/*")
            stored.write_bytes(bytes(stored.stat().st_size))
            with pytest.raises(KnownError, match="damaged"):
                await ann.files.content(file)
            await until(lambda: not ann.has())  # it is asked for again, where somebody has it

    asyncio.run(shift())


Run = Callable[..., tuple[int, str]]


@pytest.fixture
def ended(homes: Callable[[str], Home], report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return the terminal of a desk whose operation is over; it has two personal attachments."""

    async def shift() -> None:
        async with AsyncExitStack() as stack:
            ann = await stack.enter_async_context(desk_at(homes("ann"), "Anna", Choice()))
            for _ in range(2):
                await ann.send(report, personal=True)
            await ann.session.desk.submit(c.CloseOperation("over"))

    def run(*words: str) -> tuple[int, str]:
        code = main([*words, "--home", str(tmp_path / "ann"), "--region", "training"])
        said = capsys.readouterr()
        return code, said.out + said.err

    asyncio.run(shift())
    return run


def test_an_archive_without_all_attachments_says_so_and_lets_nothing_be_put_away(ended: Run, tmp_path: Path) -> None:
    file = tmp_path / "op.archive"
    _, second = sorted((tmp_path / "ann").rglob("files/*"))
    second.rename(tmp_path / "elsewhere")
    code, said = ended("log", "archive", str(file))
    assert (code, "1 attachment in" in said, "1 attachment is not on this computer" in said) == (0, True, True)
    (tmp_path / "elsewhere").rename(second)
    code, said = ended("log", "put-away", str(file))
    assert (code, "does not hold all" in said) == (2, True)


def test_an_archive_holds_the_attachments_and_gives_them_back(ended: Run, tmp_path: Path) -> None:
    file, out = tmp_path / "op.archive", tmp_path / "out"
    code, said = ended("log", "archive", str(file), "--json")
    made = json.loads(said.partition("}")[0] + "}")
    assert (code, made["attachments"], made["attachments_missing"]) == (0, 2, 0)
    raw = file.read_bytes()
    assert len(raw) > 2 * len(REPORT) and b"all quiet" not in raw
    assert ended("log", "verify", str(file))[0] == 0
    code, said = ended("log", "attachments", str(file), "--to", str(out))
    assert (code, "2 attachments are in" in said, "notes who took them out" in said) == (0, True, True)
    assert ended("log", "export", "--without", "pii", "--without", "med")[1].count("PersonalDataRead") == 1
    assert [path.read_bytes() for path in sorted(out.iterdir())] == [REPORT, REPORT]
    code, said = ended("log", "attachments", str(file), "--to", str(out))
    assert (code, "cannot be written" in said) == (2, True)  # what is there is never overwritten


def test_who_took_attachments_out_belongs_into_the_archive_that_is_put_away(ended: Run, tmp_path: Path) -> None:
    first, _ = sorted((tmp_path / "ann").rglob("files/*"))
    file, again = tmp_path / "op.archive", tmp_path / "again.archive"
    assert ended("log", "archive", str(file))[0] == 0
    assert ended("log", "attachments", str(file), "--to", str(tmp_path / "out"))[0] == 0
    code, said = ended("log", "put-away", str(file))
    assert (code, "archive it again first" in said) == (2, True)
    assert ended("log", "archive", str(again))[0] == 0
    assert ended("log", "put-away", str(again))[0] == 0
    code, said = ended("log", "attachments", str(again), "--to", str(tmp_path / "later"))
    assert (code, "noted nowhere" in said) == (0, True)
    assert not first.exists()
