"""A connection is ended once more, whoever has ended it before."""

from __future__ import annotations

import asyncio

from commandcenter.sync.hanging_up import hang_up


class LetGo(asyncio.Transport):
    """A TLS connection that was closed twice, as CPython before 3.11.5 has it."""

    _ssl_protocol: asyncio.Transport | None = None

    def abort(self) -> None:
        self._ssl_protocol.abort()  # type: ignore[union-attr] # that is the fault


def test_hanging_up_what_was_let_go_of_is_no_fault() -> None:
    hang_up(LetGo())
    hang_up(None)


def test_hanging_up_ends_a_connection_at_once() -> None:
    async def story() -> bytes:
        heard: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()

        async def welcome(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            heard.set_result(await reader.read())
            writer.close()
            await writer.wait_closed()

        server = await asyncio.start_server(welcome, "127.0.0.1", 0)
        async with server:
            _, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
            hang_up(writer.transport)
            async with asyncio.timeout(60):
                return await heard

    assert asyncio.run(story()) == b""
