"""Desks and a real hub with a bad line between: nothing is lost, nothing is doubled, and each fault is told in one clear sentence."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from aiohttp import web

from tests.unit.hub.conftest import RunningHub, SyncedDesk, wait_for

from .proxy import BadLine


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[RunningHub]:
    running = RunningHub(f"sqlite:///{tmp_path / 'hub.db'}")
    yield running
    running.stop()


@contextmanager
def desk_at(number: int, *urls: str) -> Iterator[SyncedDesk]:
    desk = SyncedDesk(number, *urls)
    desk.client.start()
    try:
        yield desk
    finally:
        desk.client.stop()
        desk.writer.shutdown()


@pytest.mark.parametrize("seed", [1, 2])
def test_three_desks_behind_bad_lines_end_with_the_same(hub: RunningHub, seed: int) -> None:
    lines = [BadLine(hub.url, 10 * seed + number) for number in range(3)]
    try:
        with desk_at(1, lines[0].url) as ann, desk_at(2, lines[1].url) as ben, desk_at(3, lines[2].url) as cleo:
            desks = (ann, ben, cleo)
            for _ in range(12):
                for desk in desks:
                    desk.write(5)
            written = 180
            while any(sum(line.faults.values()) <= 20 for line in lines):  # who is in step by luck asks little; new entries make it ask
                for desk in desks:
                    desk.write(1)
                written += 3
                assert written < 3_000, "the lines are not bad enough"
                time.sleep(0.1)
            for line in lines:
                line.good = True
            wait_for(lambda: {desk.count() for desk in desks} == {written})
            wait_for(lambda: {desk.says() for desk in desks} == {"In step"})
            assert len({desk.digest() for desk in desks}) == 1
            assert len({desk.picture.digest() for desk in desks}) == 1
            assert not any(desk.log.quarantined() for desk in desks)
        met = sum((line.faults for line in lines), start=type(lines[0].faults)())
        assert {"late", "doubled", "unanswered", "cut short", "refused"} <= set(met)
    finally:
        for line in lines:
            line.stop()


def told(*urls: str) -> str:
    """Return the sentence that a desk says of a hub at these addresses."""
    with desk_at(1, *urls) as desk:
        wait_for(lambda: desk.client.status.why is not None)
        return str(desk.client.status.why)


def test_where_nothing_listens() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert "nothing listens there" in told(f"http://127.0.0.1:{port}")


def test_a_name_that_nobody_has() -> None:
    said = told("http://hub.invalid:8440")
    assert "no computer has that name" in said or "does not answer" in said  # some resolvers never give up


def test_a_hub_that_is_spoken_to_in_the_wrong_way(hub: RunningHub) -> None:
    assert "does not speak TLS" in told(hub.url.replace("http://", "https://"))


def test_a_hub_for_exercises_says_so(tmp_path: Path) -> None:
    running = RunningHub(f"sqlite:///{tmp_path / 'exercises.db'}", exercises=True)
    try:
        assert "is for exercises and this is live work" in told(running.url)
    finally:
        running.stop()


def test_a_web_server_that_is_no_hub() -> None:
    with web_server() as url:
        assert "no meeting point of this program" in told(url)


def test_a_clock_that_stands_wrong_is_spoken_of(hub: RunningHub) -> None:
    with desk_at(1, hub.url) as desk:
        desk.write()
        wait_for(lambda: desk.says() == "In step")
        assert "clock" in str(desk.client.status.why)  # the desk's stands still at a moment long ago


@contextmanager
def web_server() -> Iterator[str]:
    """Run a web server that knows nothing of this program."""
    ready, ports, stops = threading.Event(), list[int](), list[Callable[[], None]]()

    async def serve() -> None:
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        runner = web.AppRunner(web.Application(), access_log=None, shutdown_timeout=1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        ports.append(runner.addresses[0][1])

        def end() -> None:
            loop.call_soon_threadsafe(stop.set)

        stops.append(end)
        ready.set()
        await stop.wait()
        await runner.cleanup()
        await asyncio.sleep(0.05)  # aborted connections close in the loop's next turns

    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    assert ready.wait(20)
    yield f"http://127.0.0.1:{ports[0]}"
    stops[0]()
    thread.join()
