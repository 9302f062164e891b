"""What the hub says to the ill-mannered, the hurried and the watchful; and that killing it loses nothing."""

from __future__ import annotations

import asyncio
import io
import re
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

import aiohttp
import pytest

from commandcenter.hub.database import HubDatabase
from commandcenter.hub.folder import HubFolder
from commandcenter.hub.metrics import HELP
from commandcenter.hub.serve import HubOptions, serve
from commandcenter.model.clock import FakeClock
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import derived_id
from commandcenter.model.words import LonLat, Position, PositionSource
from commandcenter.sync.join_code import Address
from commandcenter.sync.messages import SUMMARY, Comparison, read_standing, write_comparison
from commandcenter.sync.positions import PositionBook, PositionNews, read_positions, write_positions

from .conftest import OPERATION, RunningHub, SyncedDesk, wait_for

T = TypeVar("T")
StartHub = Callable[..., RunningHub]
NewDesk = Callable[..., SyncedDesk]
BASE = f"/v1/operations/{OPERATION}"
HELLO = write_comparison(Comparison(OPERATION, bytes(32)))


def ask(hub: RunningHub, work: Callable[[aiohttp.ClientSession], Awaitable[T]]) -> T:
    async def run() -> T:
        async with aiohttp.ClientSession(hub.url) as http:
            return await work(http)

    return asyncio.run(run())


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        (f"{BASE}/compare", HELLO, 200),
        (f"{BASE}/compare", b"rubbish", 400),
        (f"{BASE}/push", HELLO, 400),
        (f"/v1/operations/{'f' * 32}/compare", HELLO, 400),
        ("/v1/operations/nonsense/compare", HELLO, 400),
        (f"{BASE}/dance", HELLO, 404),
        (f"{BASE}/pull", bytes(SUMMARY.packed + 1), 413),
    ],
)
def test_answers_have_their_status(sqlite_url: str, start_hub: StartHub, path: str, body: bytes, status: int) -> None:
    hub = start_hub(sqlite_url)

    async def post(http: aiohttp.ClientSession) -> int:
        async with http.post(path, data=io.BytesIO(body)) as response:
            return response.status

    assert ask(hub, post) == status


def test_who_comes_when_all_is_busy_is_asked_to_come_back(sqlite_url: str, start_hub: StartHub) -> None:
    hub = start_hub(sqlite_url, max_waiting=0)

    async def post(http: aiohttp.ClientSession) -> tuple[int, str]:
        async with http.post(f"{BASE}/compare", data=HELLO) as response:
            return response.status, response.headers["Retry-After"]

    assert ask(hub, post) == (503, "1")


def test_health_and_metrics(sqlite_url: str, start_hub: StartHub, new_desk: NewDesk) -> None:
    hub = start_hub(sqlite_url)
    desk = new_desk(1, hub.url)
    desk.write(3)
    desk.client.start()
    wait_for(lambda: desk.says() == "In step")

    async def watch(http: aiohttp.ClientSession) -> tuple[int, str]:
        async with http.get("/health") as health, http.get("/metrics") as metrics:
            return health.status, await metrics.text()

    status, text = ask(hub, watch)
    assert status == 200
    lines = text.splitlines()
    assert "hub_entries_stored_total 3" in lines
    assert 'hub_requests_total{status="200",verb="push"} 1' in lines
    assert all(line.startswith("#") or len(line.split()) == 2 for line in lines)


def test_a_database_that_is_away_is_said_and_comes_back(postgres: object, start_hub: StartHub) -> None:
    hub = start_hub(postgres.new_database())  # type: ignore[attr-defined]

    async def health(http: aiohttp.ClientSession) -> tuple[int, str]:
        async with http.get("/health") as response:
            return response.status, await response.text()

    assert ask(hub, health)[0] == 200
    postgres.stop()  # type: ignore[attr-defined]
    try:
        status, text = ask(hub, health)
        assert (status, "does not answer" in text) == (503, True)
    finally:
        postgres.start()  # type: ignore[attr-defined]
    wait_for(lambda: ask(hub, health)[0] == 200)


def test_without_certificates_it_listens_to_this_computer_only(tmp_path: Path) -> None:
    folder = HubFolder(tmp_path / "hub")
    for host in ("0.0.0.0", "::", "192.168.1.5", "hub.example"):
        with pytest.raises(KnownError, match="on this computer only"):
            serve(HubOptions(f"sqlite:///{tmp_path / 'hub.db'}", bytes(32), Address(host, 8440), folder))


def test_damaged_certificates_are_said(tmp_path: Path) -> None:
    folder = HubFolder(tmp_path / "hub")
    folder.init((Address("127.0.0.1"),), FakeClock(), "hub")
    (folder.path / "hub.pem").write_text("rubbish")
    with pytest.raises(KnownError, match="certificates cannot be used"):
        serve(HubOptions(f"sqlite:///{tmp_path / 'hub.db'}", bytes(32), Address("0.0.0.0", 8440), folder))


@pytest.mark.parametrize(("url", "why"), [("mysql://x", "is named postgresql"), ("sqlite:////proc/none/hub.db", "cannot be opened")])
def test_a_database_that_cannot_be_used_is_said(url: str, why: str) -> None:
    with pytest.raises(KnownError, match=why):
        HubDatabase(url, bytes(32))


def test_a_file_with_another_key_is_said(tmp_path: Path, sqlite_url: str) -> None:
    HubDatabase(sqlite_url, bytes(32)).close()
    with pytest.raises(KnownError, match="cannot be opened"):
        HubDatabase(sqlite_url, b"x" * 32)


def test_the_protocol_answers_over_http(sqlite_url: str, start_hub: StartHub) -> None:
    hub = start_hub(sqlite_url)

    async def compare(http: aiohttp.ClientSession) -> bytes:
        async with http.post(f"{BASE}/compare", data=HELLO) as response:
            return await response.read()

    assert read_standing(ask(hub, compare)).summary == {}


def test_every_metric_is_on_the_page() -> None:
    page = (Path(__file__).parents[3] / "docs" / "hub.md").read_text(encoding="utf-8")
    assert [name for name in HELP if f"`{name}`" not in page] == []
    assert set(re.findall(r"`(hub_[a-z_]+)`", page)) == set(HELP)


def test_positions_pass_through_and_are_of_one_operation(sqlite_url: str, start_hub: StartHub) -> None:
    hub, clock = start_hub(sqlite_url), FakeClock()
    field, desk = PositionBook(OPERATION, clock), PositionBook(OPERATION, clock)
    field.put(derived_id("E1"), Position(LonLat(8.69, 49.41), PositionSource.GPS, clock.wall_ms()))

    async def post(http: aiohttp.ClientSession, body: bytes) -> bytes:
        async with http.post(f"{BASE}/positions", data=io.BytesIO(body)) as response:
            assert response.status == 200
            return await response.read()

    for book in (field, desk):
        body = write_positions(PositionNews(OPERATION, book.ages(), book.lacked({})))
        book.take(read_positions(ask(hub, lambda http, body=body: post(http, body))).reports)  # type: ignore[misc]
    assert list(desk.ages()) == [derived_id("E1")]
