"""A line between desks and a hub that does its worst: answers come late, cut short, or never, and questions arrive twice."""

from __future__ import annotations

import asyncio
import random
import threading
from collections import Counter

import aiohttp
from aiohttp import web

DONE = "done"


class BadLine:
    """Stands before a hub and forwards, with faults drawn from a seed, until it is told to be good."""

    def __init__(self, hub_url: str, seed: int) -> None:
        self._hub_url, self._luck = hub_url, random.Random(seed)
        self.faults: Counter[str] = Counter()
        self.good = False
        self.port = 0
        self._ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()))
        self._thread.start()
        assert self._ready.wait(20)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def _serve(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        self._http = aiohttp.ClientSession()
        app = web.Application(client_max_size=16 << 20)
        app.router.add_post("/{path:.*}", self._question)
        app.router.add_get("/{path:.*}", self._bell)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        self.port = runner.addresses[0][1]
        self._ready.set()
        await self._stop.wait()
        await self._http.close()
        await runner.cleanup()
        await asyncio.sleep(0.05)  # aborted connections close in the loop's next turns

    async def _question(self, request: web.Request) -> web.StreamResponse:
        fault = DONE if self.good else self._luck.choice(["late", "doubled", "unanswered", "cut short", "refused", DONE, DONE, DONE])
        self.faults[fault] += 1
        body = await request.read()
        if fault == "refused":
            raise web.HTTPServiceUnavailable(text="too much at once", headers={"Retry-After": "0"})
        if fault == "late":
            await asyncio.sleep(0.2)
        status, answer, kind = await self._forward(request, body)
        if fault == "doubled":
            status, answer, kind = await self._forward(request, body)
        if fault == "unanswered" and request.transport is not None:
            request.transport.abort()
        if fault == "cut short" and status == 200:
            answer = answer[: len(answer) // 2]
        return web.Response(status=status, body=answer, content_type=kind)

    async def _forward(self, request: web.Request, body: bytes) -> tuple[int, bytes, str]:
        async with self._http.post(self._hub_url + request.path, data=body, headers={"X-Device": request.headers["X-Device"]}) as response:
            return response.status, await response.read(), response.content_type

    async def _bell(self, request: web.Request) -> web.StreamResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        async with self._http.ws_connect(self._hub_url + request.path) as far:
            forwarding = asyncio.create_task(self._ring(far, socket))
            async for _ in socket:
                pass
            forwarding.cancel()
            await asyncio.gather(forwarding, return_exceptions=True)
        return socket

    async def _ring(self, far: aiohttp.ClientWebSocketResponse, near: web.WebSocketResponse) -> None:
        async for message in far:
            if self.good or self._luck.random() < 0.5:  # half of the bells are not heard
                await near.send_str(str(message.data))

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()
