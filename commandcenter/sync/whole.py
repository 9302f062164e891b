"""Fetches everything that a hub has of an operation, batch by batch, to heal a log from."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import aiohttp

from commandcenter.log.codec import MalformedError
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import Id
from commandcenter.sync.http import HubLink, Partner
from commandcenter.sync.messages import Batch, Request, read_batch, write_request
from commandcenter.sync.session import Question, following
from commandcenter.sync.verbs import Verb


def whole(partner: Partner, operation: Id, device: Id) -> Iterator[Batch]:
    """Yield all batches; blocks, outside any loop. Raises `KnownError`."""

    async def meet() -> HubLink:
        return HubLink(partner.urls[0], operation, device, partner)

    with asyncio.Runner() as runner:
        link = runner.run(meet())
        try:
            after = None
            while True:
                question = Question(Verb.PULL, write_request(Request(operation, {}, after)))
                batch = read_batch(runner.run(link.ask(question)))
                yield batch
                if not batch.more:
                    return
                after = following(batch, after)
        except (aiohttp.ClientError, TimeoutError, OSError, MalformedError) as error:
            raise KnownError("The hub does not answer as it should: {why}", why=str(error) or type(error).__name__) from error
        finally:
            runner.run(link.__aexit__(None, None, None))
