"""The receiver of this computer: kept, followed at once, and tried out with the reason why it gives no position."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from commandcenter.app.gps import GpsReader
from commandcenter.app.home import Home
from commandcenter.app.receiver import Receiver
from commandcenter.geo.positioning.fix import Fix
from commandcenter.geo.positioning.source import ReceiverKind, Source
from commandcenter.geo.positioning.trial import Trial
from commandcenter.model.errors import KnownError
from commandcenter.model.sentences import Sentence

RMC = b"$GPRMC,123519,A,4807.038,N,01131.000,E,022.4,084.4,230394,003.1,W*6A\r\n"
BLIND = b"$GPGSV,3,1,11,03,03,111,00,04,15,270,00,06,01,010,00,13,06,292,00*74\r\n"
VERSION, NO_DEVICES = b'{"class":"VERSION"}\n', b'{"class":"DEVICES","devices":[]}\n'


@asynccontextmanager
async def served(*said: bytes, ends: bool = False) -> AsyncIterator[int]:
    """Yield the port of a receiver that says this to everyone, and then holds the line or ends."""
    open_lines: list[asyncio.StreamWriter] = []

    async def serve(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        open_lines.append(writer)
        writer.write(b"".join(said))
        await writer.drain()
        if ends:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    yield server.sockets[0].getsockname()[1]
    server.close()
    for writer in open_lines:
        writer.close()


def tcp(port: int) -> Source:
    return Source(ReceiverKind.TCP, "127.0.0.1", port)


def tried(*said: bytes, ends: bool = False, kind: ReceiverKind = ReceiverKind.TCP, within_s: float = 30) -> Fix | str:
    """Return what the trial of a receiver that says this finds, a refusal as its words."""

    async def trial() -> Fix | str:
        async with served(*said, ends=ends) as port:
            try:
                return await GpsReader(Source(kind, "127.0.0.1", port)).first_fix(within_s)
            except KnownError as error:
                return str(error)

    return asyncio.run(trial())


def test_a_trial_gives_the_first_position() -> None:
    fix = tried(BLIND, RMC)
    assert isinstance(fix, Fix)
    assert (fix.at.lon, fix.at.lat) == pytest.approx((11.516667, 48.1173))


def test_a_trial_that_comes_to_nothing_says_why() -> None:
    assert "no receiver: is one plugged in" in str(tried(VERSION, NO_DEVICES, kind=ReceiverKind.GPSD))
    assert "ended the connection" in str(tried(BLIND, ends=True))
    assert "what answers there is no receiver" in str(tried(b"x" * 20_000))


def test_a_trial_ends_by_the_time_that_is_given() -> None:
    # Which of the two is a matter of how quickly this computer joins itself.
    assert any(words in str(tried(within_s=0.2)) for words in ("says nothing", "nothing answers"))


@pytest.mark.parametrize(
    ("kind", "lines", "why"),
    [
        (ReceiverKind.TCP, (), "says nothing"),
        (ReceiverKind.TCP, (BLIND, b"noise"), "no position yet"),
        (ReceiverKind.GPSD, (VERSION,), "no position yet"),
        (ReceiverKind.TCP, (b"SSH-2.0-server",), "answers there, but no receiver"),
        (ReceiverKind.SERIAL, (b"\x80\xfe",), "is the speed right"),
    ],
)
def test_what_was_heard_tells_what_is_wrong(kind: ReceiverKind, lines: tuple[bytes, ...], why: str) -> None:
    trial = Trial(kind)
    assert "nothing answers" in str(trial.why_nothing())
    trial.reached = True
    assert [trial.hear(line.decode("ascii", "replace")) for line in lines] == [None] * len(lines)
    assert why in str(trial.why_nothing())


@pytest.mark.parametrize(
    ("source", "why"),
    [
        (Source(ReceiverKind.TCP, "127.0.0.1", 1), "nobody listens"),
        (Source(ReceiverKind.TCP, "no such name", 10_110), "not known on the network"),
        (Source(ReceiverKind.TCP, "x" * 70, 10_110), "not known on the network"),
    ],
)
def test_what_is_not_there_is_named(source: Source, why: str) -> None:
    with pytest.raises(KnownError, match=why):
        asyncio.run(GpsReader(source).first_fix(30))


@pytest.mark.skipif(sys.platform == "win32", reason="a serial line by its path")
def test_a_line_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="no such line"):
        asyncio.run(GpsReader(Source(ReceiverKind.SERIAL, device=str(tmp_path / "ttyUSB7"))).first_fix(30))


def test_the_choice_is_kept_and_a_wrong_one_is_not(tmp_path: Path) -> None:
    home = Home.open(tmp_path)
    assert Receiver(home).source is None
    chosen = Receiver(home, "tcp://127.0.0.1:10110").source
    assert chosen is not None and Receiver(home).source == chosen
    with pytest.raises(KnownError):
        Receiver(home, "magic")
    assert Receiver(home).source == chosen
    assert Receiver(home, "").source is None and Receiver(home).source is None


def test_a_kept_text_that_is_no_receiver_does_not_keep_the_window_shut(tmp_path: Path) -> None:
    home = Home.open(tmp_path)
    home.keep("receiver", "magic")
    assert Receiver(home).source is None


async def until(true: Callable[[], object]) -> None:
    async with asyncio.timeout(60):
        while not true():
            await asyncio.sleep(0.01)


def test_another_receiver_is_followed_at_once_and_none_when_none_is_wanted(tmp_path: Path) -> None:
    fixes: list[Fix] = []
    said: list[Sentence] = []

    async def shift() -> None:
        receiver = Receiver(Home.open(tmp_path))
        running = asyncio.ensure_future(receiver.run(fixes.append, said.append))
        await until(lambda: said)
        assert "No position" in str(said[-1])
        async with served(RMC) as port:
            receiver.use(tcp(port))
            await until(lambda: len(fixes) == 1)
            assert (await receiver.test(tcp(port))).speed_kph == fixes[0].speed_kph
            await until(lambda: len(fixes) == 2)  # what is followed goes on after the trial
        receiver.use(None)
        await until(lambda: "No position" in str(said[-1]))
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)

    asyncio.run(shift())
    assert Receiver(Home.open(tmp_path)).source is None


@pytest.mark.skipif(sys.platform == "win32", reason="a made-up serial line needs POSIX")
def test_a_serial_line_has_one_listener_at_a_time(tmp_path: Path) -> None:
    import tty

    ours, theirs = os.openpty()
    tty.setraw(theirs)
    line = Source(ReceiverKind.SERIAL, device=os.ttyname(theirs), baud=9_600)
    fixes: list[Fix] = []
    said: list[Sentence] = []

    async def speak() -> None:
        while True:
            os.write(ours, RMC)
            await asyncio.sleep(0.02)

    async def shift() -> None:
        receiver = Receiver(Home.open(tmp_path), str(line))
        running, speaking = asyncio.ensure_future(receiver.run(fixes.append, said.append)), asyncio.ensure_future(speak())
        await until(lambda: fixes)
        before = len(fixes)
        await receiver.test(line)
        await until(lambda: len(fixes) > before)
        for task in (running, speaking):
            task.cancel()
        await asyncio.gather(running, speaking, return_exceptions=True)

    asyncio.run(shift())
    os.close(ours)
    os.close(theirs)
    assert not any("No receiver" in str(words) for words in said)
