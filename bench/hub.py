"""A hub on a real PostgreSQL that commits to its disk: many operations at once, catching up, and a thousand who only listen."""

from __future__ import annotations

import asyncio
import multiprocessing
import ssl
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, ExitStack, contextmanager
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median, quantiles

import aiohttp
import psutil

from bench.hub_process import Place, hub
from bench.hub_window import listen
from bench.log import OPERATION, READER, WRITER, _no_heads, make_draft
from bench.row import Row
from bench.sync import Wire, converge
from bench.window import late_ms
from commandcenter.hub.database import HubDatabase
from commandcenter.hub.folder import HubFolder
from commandcenter.hub.invitations import invite
from commandcenter.hub.registry import Registry
from commandcenter.log.keys import MemoryVault
from commandcenter.log.memory import MemoryLog
from commandcenter.log.signing import DeviceKey
from commandcenter.log.store import SqliteLog
from commandcenter.model.clock import SystemClock
from commandcenter.model.entries import EntryId
from commandcenter.model.ids import Id, derived_id
from commandcenter.sync.access import Access
from commandcenter.sync.connector import PromptConnector
from commandcenter.sync.join_code import Address, JoinCode
from commandcenter.sync.joining import join
from commandcenter.sync.limits import Limits
from commandcenter.sync.messages import Batch, write_batch
from tests.fixtures_postgres import Postgres, binaries, running_postgres

_BATCH = 100
_SENDERS = 8
_ROOMY = Limits(requests_per_s=1e6, request_burst=1e6, bytes_per_s=1e12, byte_burst=1e12, at_once=10_000, bells=100_000)
"""One device stands for many here."""


def rows(quick: bool) -> list[Row]:
    """Measure; two minutes, `quick` half a minute. Needs PostgreSQL."""
    if binaries() is None:
        return []
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder, running_postgres(fsync=True) as postgres:
        return [
            *_operations(postgres, 6_400 if quick else 25_600),
            *_catching_up(postgres, Path(folder), 10_000 if quick else 100_000),
            *_listeners(Path(folder), 100 if quick else 1_000, 5 if quick else 20),
        ]


def _operations(postgres: Postgres, count: int) -> list[Row]:
    """As many entries, spread over 1, 8 and 64 operations; eight senders with a batch under way each."""
    found: list[Row] = []
    first = 0.0
    for operations in (1, 8, 64):
        batches = _batches(operations, count)
        with hub(postgres.new_database(), limits=_ROOMY) as place:
            took_s, each_s = asyncio.run(_send(place, batches))
        rate, wait_ms = count / took_s, 1e3 * quantiles(each_s, n=100)[98]
        name = f"entries taken in, {operations} operation{'s' if operations > 1 else ''}, one hub process, durable"
        first = first or rate
        found.append(Row(name, rate, "/s", f"one operation: {first:.4g} /s; a batch of {_BATCH}, p99: {wait_ms:.3g} ms", rate / first))
    return found


def _batches(operations: int, count: int) -> list[list[tuple[Id, bytes]]]:
    """Return what each sender sends: an operation and a batch, feed by feed in order."""
    senders: list[list[tuple[Id, bytes]]] = [[] for _ in range(_SENDERS)]
    feeds = max(operations, _SENDERS)
    for number in range(feeds):
        operation = derived_id("operation", str(number % operations))
        log = MemoryLog(operation, DeviceKey(number.to_bytes(32, "big")))
        for start in range(0, count // feeds, _BATCH):
            log.append([make_draft(at) for at in range(start, start + _BATCH)], actor=READER.id, heads=_no_heads)
            entries = tuple(row.signed for row in log.signed(start))
            senders[number % _SENDERS].append((operation, write_batch(Batch(operation, entries))))
    return senders


async def _send(place: Place, senders: Sequence[Sequence[tuple[Id, bytes]]]) -> tuple[float, list[float]]:
    """Return how long all took, and each batch."""
    each_s: list[float] = []

    async def send(http: aiohttp.ClientSession, batches: Sequence[tuple[Id, bytes]]) -> None:
        for operation, body in batches:
            start_s = time.perf_counter()
            async with http.post(f"{place.url}/v1/operations/{operation}/push", data=body) as response:
                if response.status != 200:
                    raise RuntimeError(await response.text())
                await response.read()
            each_s.append(time.perf_counter() - start_s)

    async with aiohttp.ClientSession(connector=PromptConnector()) as http:
        start_s = time.perf_counter()
        await asyncio.gather(*(send(http, batches) for batches in senders))
        return time.perf_counter() - start_s, each_s


def _catching_up(postgres: Postgres, folder: Path, count: int) -> list[Row]:
    with hub(postgres.new_database()) as place, ThreadPoolExecutor(1) as writer:
        source = MemoryLog(OPERATION, WRITER)
        for start in range(0, count, 500):
            source.append([make_draft(number) for number in range(start, start + 500)], actor=READER.id, heads=_no_heads)
        push_s = _timed(lambda: asyncio.run(converge(place.url, source, writer, Wire())))
        desk = partial(SqliteLog, folder / "desk.db", device=READER, database_key=bytes(32), operation=OPERATION)
        target = writer.submit(desk).result()
        pull_s = _timed(lambda: asyncio.run(converge(place.url, target, writer, Wire())))
        writer.submit(target.close).result()
    goal_s = 30 * count / 100_000
    name = f"catch-up of {count:,} entries from a hub on PostgreSQL, every check, durable"
    return [
        Row(name, pull_s, "s", f"given to it: {push_s:.3g} s", pull_s / push_s, f"≤ {goal_s:g} s", pull_s <= goal_s),
    ]


def _listeners(folder: Path, count: int, rings: int) -> list[Row]:
    """Doorbells over TLS: what each costs the hub, and how long until all have heard of one new entry."""
    hub_folder, url = HubFolder(folder / "hub"), f"sqlite:///{folder / 'hub.db'}"
    hub_folder.init((Address("127.0.0.1", 1),), SystemClock(), "bench")
    database = HubDatabase(url, bytes(32))
    code = invite(hub_folder.path, Registry(database), uses=2).code
    database.close()
    with hub(url, hub_folder.path, _ROOMY) as place:
        access = Access(folder / "access", MemoryVault())
        there = JoinCode((Address("127.0.0.1", int(place.url.rpartition(":")[2])),), code.fingerprint, code.secret)
        asyncio.run(join(there, READER, "bench", access))
        each_kb, first_ms, all_ms, painted_ms = asyncio.run(
            _listen(place, access.context(), count, rings, partial(_window, folder / "desk", str(there)))
        )
    goal_ms = 300.0
    return [
        Row(f"memory of an idle listener at the hub, {count:,} of them, TLS", each_kb, "KiB"),
        Row("from a push to the first of them that hears of it, p50", first_ms, "ms"),
        Row(
            "from a push to the last of them, p50",
            all_ms,
            "ms",
            f"to the first: {first_ms:.3g} ms",
            all_ms / first_ms,
            f"≤ {goal_ms:g} ms",
            all_ms <= goal_ms,
        ),
        Row(f"from a push to the painted row in the window of a desk, {count:,} others listening, p50", median(painted_ms), "ms"),
        Row("from a push to the painted row in the window of a desk, slowest", max(painted_ms), "ms", f"of {len(painted_ms)} pushes"),
    ]


@contextmanager
def _window(folder: Path, code: str) -> Iterator[Connection]:
    """Run a desk with its window; yield what one talks to it by once it is in step."""
    spawn = multiprocessing.get_context("spawn")
    here, there = spawn.Pipe()
    process = spawn.Process(target=listen, args=(there, folder, code), daemon=True)
    process.start()
    here.recv()
    yield here
    here.send("stop")
    process.join(20)


async def _listen(
    place: Place, context: ssl.SSLContext, count: int, rings: int, window: Callable[[], AbstractContextManager[Connection]]
) -> tuple[float, float, float, list[float]]:
    """Return KiB of each listener, in ms the median way to the first and to the last of them, and each way to the paint in a window."""
    process = psutil.Process(place.pid)
    path = f"{place.url}/v1/operations/{OPERATION}"
    log = MemoryLog(OPERATION, WRITER)
    async with aiohttp.ClientSession(connector=PromptConnector(ssl=context, limit=0)) as http:
        await _push_one(http, path, log)
        before = process.memory_info().rss
        bells = [await http.ws_connect(f"{path}/bell") for _ in range(count)]
        each_kb = (process.memory_info().rss - before) / count / 1024
        first_ms, all_ms = [], []
        for _ in range(rings):
            heard = [asyncio.create_task(_heard(bell)) for bell in bells]
            start_s = time.perf_counter()
            await _push_one(http, path, log)
            times = [1e3 * (at_s - start_s) for at_s in await asyncio.gather(*heard)]
            first_ms.append(min(times))
            all_ms.append(max(times))
        painted_ms = await _painted(http, path, log, rings, window)
    return each_kb, median(first_ms), median(all_ms), painted_ms


async def _painted(
    http: aiohttp.ClientSession, path: str, log: MemoryLog, rings: int, window: Callable[[], AbstractContextManager[Connection]]
) -> list[float]:
    """Return how long each push took to the painted row in a window (ms)."""
    with ExitStack() as opened:
        desk = await asyncio.to_thread(opened.enter_context, window())
        sent = []
        for _ in range(rings):
            start_s = time.perf_counter()
            sent.append((await _push_one(http, path, log), start_s))
            await asyncio.sleep(0.3)
        desk.send(sent[-1][0])
        return late_ms(sent, await asyncio.to_thread(desk.recv))


async def _heard(bell: aiohttp.ClientWebSocketResponse) -> float:
    await bell.receive_str()
    return time.perf_counter()


async def _push_one(http: aiohttp.ClientSession, path: str, log: MemoryLog) -> EntryId:
    count = log.count()
    (entry,) = log.append([make_draft(count)], actor=READER.id, heads=_no_heads)
    body = write_batch(Batch(OPERATION, tuple(row.signed for row in log.signed(count))))
    async with http.post(f"{path}/push", data=body) as response:
        response.raise_for_status()
        await response.read()
    return entry.id


def _timed(work: Callable[[], object]) -> float:
    start_s = time.perf_counter()
    work()
    return time.perf_counter() - start_s
