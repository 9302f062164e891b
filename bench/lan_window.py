"""The session that `bench.lan` measures: a desk with its window takes in orders that another program on the network commits."""

from __future__ import annotations

import json
import multiprocessing
import sys
import tempfile
import time
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from bench.lan import KEY, LIMIT_S, SendingDesk
from bench.log import READER, WRITER
from bench.window import late_ms, window_desk
from commandcenter.app.home import Home
from commandcenter.app.sync_link import SyncLink
from commandcenter.sync.lan.circle import LanOptions
from commandcenter.ui.connection.port import Choice

PAUSE_S = 0.1


class _LoopbackLink(SyncLink):
    """The program's own link, on this computer's own network."""

    def _lan(self, choice: Choice) -> LanOptions:
        return LanOptions(KEY, choice.typed, port=0, host="127.0.0.1", discover=False, interfaces=("127.0.0.1",))


def _send(pipe: Connection, folder: str, count: int) -> None:
    """The other program: says where it listens, waits to be in step, commits the orders and says when each was committed."""
    desk = SendingDesk(Path(folder), WRITER)
    pipe.send(desk.listening())
    pipe.recv()
    desk.wait("In step with")
    sent = []
    for number in range(count):
        sent.append(desk.order(number))
        time.sleep(PAUSE_S)
    pipe.send(sent)
    pipe.recv()
    desk.close()


def measure(count: int) -> list[float]:
    """Return in ms, for each of so many orders, how long from its commit on one desk to its painted row on the other."""
    spawn = multiprocessing.get_context("spawn")
    here, there = spawn.Pipe()
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        other = spawn.Process(target=_send, args=(there, folder, count), daemon=True)
        other.start()
        listening = here.recv()

        def link(session: Any, home: Home) -> SyncLink:  # noqa: ANN401 - of a session only what a link needs is there
            return _LoopbackLink(session, home, Choice(lan=True, typed=listening))

        with window_desk(Home.open(Path(folder)), READER, link) as (world, desk):
            desk.wait_in_step()
            here.send("go")
            world.wait_for(here.poll, LIMIT_S + count)
            sent = here.recv()
            painted_s = desk.painted_s(sent[-1][0])
            here.send("stop")
            other.join(20)
    return late_ms(sent, painted_s)


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]))))
