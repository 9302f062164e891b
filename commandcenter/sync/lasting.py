"""Work that is to last: a fault in it is told, and it is begun again, so that nothing ends in silence."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

FIRST_REST_S, LONGEST_REST_S = 0.5, 60.0
"""How long is waited before work that failed is begun again: longer each time it fails soon."""
Work = Callable[[], Awaitable[None]]
Rest = Callable[[float], Awaitable[None]]


async def go_on(
    work: Work, told: Callable[[Exception], None], *, rest: Rest = asyncio.sleep, first_s: float = FIRST_REST_S, longest_s: float = LONGEST_REST_S
) -> None:
    """Do `work` until it returns or is cancelled; what it raises goes to `told`, then it is begun again after a `rest` of so many seconds."""
    loop, rest_s = asyncio.get_running_loop(), 0.0
    while True:
        begun_s = float("inf")
        try:
            if rest_s:
                await rest(rest_s)
            begun_s = loop.time()
            await work()
        except Exception as fault:  # noqa: BLE001 - whatever it is, in the rest too: it is told, and the work goes on
            told(fault)
        else:
            return
        lasted = loop.time() - begun_s > longest_s
        rest_s = first_s if lasted or not rest_s else min(2 * rest_s, longest_s)


def report(fault: BaseException) -> None:
    """Have a fault of ours told by the running loop's handler, which keeps a report."""
    asyncio.get_running_loop().call_exception_handler({"message": "a fault of ours", "exception": fault})


def report_of(task: asyncio.Task[None]) -> None:
    """Have it told when a task has ended by a fault; a task's own callback."""
    if not task.cancelled() and (fault := task.exception()) is not None:
        report(fault)
