"""Catching up through a hub over real HTTP, and what an entry weighs on the wire."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from functools import partial
from pathlib import Path

from bench.hub_process import hub
from bench.log import OPERATION, READER, WRITER, _no_heads, make_draft
from bench.row import Row
from commandcenter.log.intake import Ingested
from commandcenter.log.ledger import Ledger
from commandcenter.log.memory import MemoryLog
from commandcenter.log.rows import Row as LogRow
from commandcenter.log.store import SqliteLog
from commandcenter.sync.http import HubLink
from commandcenter.sync.messages import Receipt
from commandcenter.sync.session import Conversation, Question, Session


def rows(quick: bool) -> list[Row]:
    """Measure; a minute and a half, `quick` ten seconds."""
    count = 10_000 if quick else 100_000
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder, hub(f"sqlite:///{Path(folder) / 'hub.db'}") as place, ThreadPoolExecutor(1) as writer:
        source = MemoryLog(OPERATION, WRITER)
        for start in range(0, count, 500):
            source.append([make_draft(number) for number in range(start, start + 500)], actor=READER.id, heads=_no_heads)
        sent = Wire()
        push_s = _timed(lambda: asyncio.run(converge(place.url, source, writer, sent)))
        desk = partial(SqliteLog, Path(folder) / "desk.db", device=READER, database_key=bytes(32), operation=OPERATION)
        target = writer.submit(desk).result()
        got = Wire()
        cpu_s = time.process_time()
        pull_s = _timed(lambda: asyncio.run(converge(place.url, target, writer, got)))
        cpu_s = time.process_time() - cpu_s
        writer.submit(target.close).result()
    goal_s = 30 * count / 100_000
    raw = sum(len(row.signed.header) + 64 + sum(16 + len(one.body) for one in row.signed.sections.values()) for row in source.signed()) / count
    return [
        Row(
            f"catch-up of {count:,} entries from a hub, every check, durable",
            pull_s,
            "s",
            f"of it CPU here: {cpu_s:.3g} s",
            pull_s / cpu_s,
            f"≤ {goal_s:g} s",
            pull_s <= goal_s,
        ),
        Row(f"{count:,} entries given to a hub on SQLite, durable", push_s, "s"),
        Row(
            "an entry on the wire, down",
            got.down / count,
            "bytes",
            f"unpacked: {raw:.4g} bytes",
            got.down / count / raw,
            "≤ 250",
            got.down / count <= 250,
        ),
        Row("an entry on the wire, up", sent.up / count, "bytes", f"unpacked: {raw:.4g} bytes", sent.up / count / raw),
    ]


class Wire:
    """Counts bytes; otherwise looks away."""

    def __init__(self) -> None:
        self.up = self.down = 0

    def received(self, taken: Ingested) -> None: ...

    def sent(self, rows: list[LogRow], receipt: Receipt) -> None: ...

    def progress(self, done: int, total: int) -> None: ...


async def converge(url: str, log: Ledger, writer: Executor, wire: Wire) -> None:
    loop = asyncio.get_running_loop()
    async with HubLink(url, log.operation, log.device) as link:
        conversation = Session(log, log.device, url, wire).converge()
        question = await loop.run_in_executor(writer, _step, conversation, None)
        while isinstance(question, Question):
            answer, _ = await asyncio.gather(link.ask(question), loop.run_in_executor(writer, question.meanwhile))
            wire.up += len(question.body)
            wire.down += len(answer)
            question = await loop.run_in_executor(writer, _step, conversation, answer)
    if not question:
        raise RuntimeError("not in step")


def _step(conversation: Conversation, answer: bytes | None) -> Question | bool:
    try:
        return next(conversation) if answer is None else conversation.send(answer)
    except StopIteration as end:
        return bool(end.value)


def _timed(work: Callable[[], object]) -> float:
    start_s = time.perf_counter()
    work()
    return time.perf_counter() - start_s
