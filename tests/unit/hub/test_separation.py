"""Live work and exercises never meet on one hub."""

from __future__ import annotations

import io
from collections.abc import Callable

import aiohttp
import pytest

from commandcenter.model.ids import Id, exercise_id, live_id
from commandcenter.sync.messages import Comparison, write_comparison

from .conftest import RunningHub
from .test_server import ask

LIVE, EXERCISE = live_id(), exercise_id()


@pytest.mark.parametrize("exercises", [False, True])
def test_a_hub_serves_one_of_the_two(sqlite_url: str, start_hub: Callable[..., RunningHub], exercises: bool) -> None:
    hub = start_hub(sqlite_url, exercises=exercises)

    async def statuses(http: aiohttp.ClientSession) -> dict[tuple[Id, str], int]:
        found = {}
        for operation in (LIVE, EXERCISE):
            for verb in ("compare", "pull", "push", "news"):
                body = io.BytesIO(write_comparison(Comparison(operation, bytes(32))))
                async with http.post(f"/v1/operations/{operation}/{verb}", data=body) as response:
                    found[operation, verb] = response.status
            async with http.get(f"/v1/operations/{operation}/bell") as response:
                found[operation, "bell"] = response.status
        return found

    found = ask(hub, statuses)
    served, refused = (EXERCISE, LIVE) if exercises else (LIVE, EXERCISE)
    assert found[served, "compare"] == 200
    assert {status for (operation, _), status in found.items() if operation == refused} == {403}
    assert 403 not in {status for (operation, _), status in found.items() if operation == served}
