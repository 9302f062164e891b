"""Callers without manners: too much, too large, too slow, packed too well. The hub stays up, small and polite."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import ssl
import threading
import zlib
from collections.abc import Callable

import aiohttp
import pytest
import zstandard

from commandcenter.hub import bodies
from commandcenter.hub.bells import Bells
from commandcenter.hub.connections import Connections
from commandcenter.hub.rounds import Rounds
from commandcenter.sync.limits import Limits
from commandcenter.sync.messages import BATCH, SMALL, SUMMARY, Comparison, write_comparison

from .conftest import OPERATION, RunningHub, Site, wait_for
from .test_server import ask

StartHub = Callable[..., RunningHub]
BASE = f"/v1/operations/{OPERATION}"
HELLO = write_comparison(Comparison(OPERATION, bytes(32)))
ANN, BEN = "a" * 32, "b" * 32


def statuses(hub: RunningHub, count: int, device: str) -> list[tuple[int, str | None]]:
    async def post(http: aiohttp.ClientSession) -> list[tuple[int, str | None]]:
        found = []
        for _ in range(count):
            async with http.post(f"{BASE}/compare", data=HELLO, headers={"X-Device": device}) as response:
                found.append((response.status, response.headers.get("Retry-After")))
        return found

    return ask(hub, post)


def metric(hub: RunningHub, line: str) -> float:
    hub.hub.metrics.text()
    found = [text.rpartition(" ")[2] for text in hub.hub.metrics.text().splitlines() if text.startswith(line + " ")]
    return float(found[0]) if found else 0.0


def test_a_device_that_asks_too_often_is_told_when_to_come_back_and_others_are_not(
    sqlite_url: str, start_hub: StartHub, caplog: pytest.LogCaptureFixture
) -> None:
    hub = start_hub(sqlite_url, limits=Limits(requests_per_s=0.001, request_burst=3))
    assert statuses(hub, 5, ANN) == [(200, None)] * 3 + [(429, "1000")] * 2
    assert statuses(hub, 1, BEN) == [(200, None)]
    assert metric(hub, 'hub_refused_total{why="share"}') == 2
    told = [record for record in caplog.records if record.getMessage() == "held back"]
    assert [record.fields["device"] for record in told] == [ANN]  # type: ignore[attr-defined]


def test_a_device_that_moves_too_much_is_told_so(sqlite_url: str, start_hub: StartHub) -> None:
    hub = start_hub(sqlite_url, limits=Limits(bytes_per_s=0.01, byte_burst=2 * len(HELLO)))
    found = statuses(hub, 4, ANN)
    assert found[0][0] == 200
    assert found[-1][0] == 429


def test_bells_of_one_device_are_counted(sqlite_url: str, start_hub: StartHub) -> None:
    hub = start_hub(sqlite_url, limits=Limits(bells=2))

    async def ring(http: aiohttp.ClientSession) -> int:
        async with contextlib.AsyncExitStack() as stack:
            for _ in range(2):
                await stack.enter_async_context(http.ws_connect(f"{BASE}/bell"))
            async with http.get(f"{BASE}/bell") as response:
                return response.status

    assert ask(hub, ring) == 429
    wait_for(lambda: hub.hub.bells.count() == 0)


def test_who_talks_at_the_doorbell_is_hung_up_on(sqlite_url: str, start_hub: StartHub) -> None:
    hub = start_hub(sqlite_url)

    async def talk(http: aiohttp.ClientSession) -> aiohttp.WSMsgType:
        async with http.ws_connect(f"{BASE}/bell") as bell:
            await bell.send_str("hello")
            return (await bell.receive()).type

    assert ask(hub, talk) == aiohttp.WSMsgType.CLOSE
    wait_for(lambda: hub.hub.bells.count() == 0)


def test_strangers_cannot_guess_codes_quickly(site: Site) -> None:
    site.start(limits=Limits(strangers_per_s=0.001, stranger_burst=4))
    found = [site.ask(None, "POST", "/v1/join", b"rubbish")[0] for _ in range(6)]
    assert found == [400] * 4 + [429] * 2


@pytest.mark.parametrize(
    ("verb", "most"), [("compare", SMALL.packed), ("news", SMALL.packed), ("pull", SUMMARY.packed), ("push", BATCH.packed), ("acks", 4 << 20)]
)
def test_each_question_has_its_own_largest_body(sqlite_url: str, start_hub: StartHub, verb: str, most: int) -> None:
    hub = start_hub(sqlite_url)
    assert raw(hub, head(verb, most + 1)).startswith(b"HTTP/1.1 413")
    chunked = b"POST " + f"{BASE}/{verb}".encode() + b" HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
    assert raw(hub, chunked + f"{most + 1:x}\r\n".encode() + bytes(most + 1) + b"\r\n0\r\n\r\n").startswith(b"HTTP/1.1 413")


def head(verb: str, length: int, *more: str) -> bytes:
    lines = [f"POST {BASE}/{verb} HTTP/1.1", "Host: x", f"Content-Length: {length}", *more]
    return "\r\n".join([*lines, "", ""]).encode()


def raw(hub: RunningHub, sent: bytes, patience_s: float = 60) -> bytes:
    """Send bytes as they are; return what comes back."""
    with socket.create_connection(("127.0.0.1", hub.port), timeout=patience_s) as line:
        with contextlib.suppress(ConnectionError):  # it may have hung up before it has heard all
            line.sendall(sent)
        try:
            return line.recv(1 << 16)
        except ConnectionError:
            return b""


def test_a_bomb_of_http_is_not_unpacked(sqlite_url: str, start_hub: StartHub) -> None:
    hub = start_hub(sqlite_url)
    bomb = zlib.compress(bytes(64 << 20), 9)
    assert len(bomb) < BATCH.packed
    assert raw(hub, head("push", len(bomb), "Content-Encoding: deflate") + bomb).startswith(b"HTTP/1.1 415")


def test_a_bomb_of_ours_is_refused_by_its_declared_size(sqlite_url: str, start_hub: StartHub) -> None:
    hub = start_hub(sqlite_url)
    bombs = [
        zstandard.ZstdCompressor(level=19).compress(bytes(256 << 20)),
        zstandard.ZstdCompressor(write_content_size=False).compress(bytes(9 << 20)),
    ]
    for bomb in bombs:
        answer = raw(hub, head("push", len(bomb)) + bomb)
        assert answer.startswith(b"HTTP/1.1 400")
        assert b"unpacks to" in answer


def test_bodies_of_all_devices_together_have_a_limit(sqlite_url: str, start_hub: StartHub, monkeypatch: pytest.MonkeyPatch) -> None:
    hub = start_hub(sqlite_url)
    hub.hub._memory.most = 1_000
    with socket.create_connection(("127.0.0.1", hub.port), timeout=60) as slow:
        slow.sendall(head("push", 900))
        wait_for(lambda: hub.hub._memory.used == 900)
        assert raw(hub, head("push", 200) + bytes(200)).startswith(b"HTTP/1.1 503")
    wait_for(lambda: hub.hub._memory.used == 0)
    assert statuses(hub, 1, ANN) == [(200, None)]


def test_who_sends_a_body_drop_by_drop_is_let_go(sqlite_url: str, start_hub: StartHub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bodies, "PATIENCE_S", 0.2)
    hub = start_hub(sqlite_url)
    assert raw(hub, head("push", 900) + bytes(10)).startswith(b"HTTP/1.1 408")
    assert hub.hub._memory.used == 0


def test_who_never_says_a_word_is_let_go(sqlite_url: str, start_hub: StartHub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("commandcenter.hub.server.Connections", lambda: Connections(first_word_s=0.2))
    hub = start_hub(sqlite_url)
    assert raw(hub, b"") == b""
    assert raw(hub, f"GET {BASE}/x HTTP/1.1\r\nHos".encode()) == b""
    assert statuses(hub, 1, ANN) == [(200, None)]


def test_beyond_the_most_connections_the_silent_go_first(sqlite_url: str, start_hub: StartHub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("commandcenter.hub.server.Connections", lambda: Connections(most=3))
    hub = start_hub(sqlite_url)

    async def with_a_bell(http: aiohttp.ClientSession) -> tuple[int, bytes]:
        async with http.ws_connect(f"{BASE}/bell"):
            lines = [await asyncio.open_connection("127.0.0.1", hub.port) for _ in range(6)]
            said = [await reader.read() for reader, _ in lines[3:]]
            for _, writer in lines:
                writer.close()
            return hub.hub.bells.count(), b"".join(said)

    assert ask(hub, with_a_bell) == (1, b"")


def test_rubbish_in_place_of_tls_ends_the_connection(site: Site) -> None:
    hub = site.start()
    assert raw(hub, b"GET / HTTP/1.1\r\n\r\n" * 100)[:4] != b"HTTP"
    old = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    old.check_hostname, old.verify_mode = False, ssl.CERT_NONE
    old.maximum_version = ssl.TLSVersion.TLSv1_2
    with socket.create_connection(("127.0.0.1", hub.port), timeout=60) as line, pytest.raises(ssl.SSLError):
        old.wrap_socket(line)
    assert site.ask(None, "GET", "/health")[0] == 200


def test_a_hub_in_trouble_counts_its_bugs(sqlite_url: str, start_hub: StartHub, monkeypatch: pytest.MonkeyPatch) -> None:
    hub = start_hub(sqlite_url)
    monkeypatch.setattr("commandcenter.hub.server.Responder.answer", lambda *_: 1 / 0)
    assert statuses(hub, 1, ANN)[0][0] == 500
    assert metric(hub, 'hub_requests_total{status="500",verb="compare"}') == 1


@pytest.mark.parametrize(("kind", "name"), [(Bells, "watch"), (Rounds, "walk"), (Connections, "watch")])
def test_what_a_hub_does_by_itself_goes_on_after_a_fault(
    kind: type, name: str, sqlite_url: str, start_hub: StartHub, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    begun: list[int] = []
    real = getattr(kind, name)

    async def fails_once(*args: object) -> None:
        begun.append(1)
        if len(begun) == 1:
            raise ZeroDivisionError
        await real(*args)

    monkeypatch.setattr(kind, name, fails_once)
    hub = start_hub(sqlite_url)
    wait_for(lambda: len(begun) == 2)
    assert metric(hub, "hub_faults_total") == 1
    faults = [record for record in caplog.records if record.getMessage() == "fault"]
    assert [record.exc_info[0] for record in faults if record.exc_info] == [ZeroDivisionError]


def test_stopping_lets_what_is_under_way_finish_and_takes_nothing_new(sqlite_url: str, start_hub: StartHub) -> None:
    hub = start_hub(sqlite_url, stop_s=60)
    with socket.create_connection(("127.0.0.1", hub.port), timeout=60) as slow:
        slow.sendall(head("compare", len(HELLO)) + HELLO[:5])
        wait_for(lambda: hub.hub._memory.used > 0)
        stopping = threading.Thread(target=hub.stop)
        stopping.start()
        wait_for(lambda: hub.hub.connections._closing)
        assert not _listens(hub.port)
        slow.sendall(HELLO[5:])
        assert slow.recv(1 << 16).startswith(b"HTTP/1.1 200")
        stopping.join(60)
    assert not stopping.is_alive()


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
