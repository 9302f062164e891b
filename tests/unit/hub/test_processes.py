"""Hubs as real processes on a real PostgreSQL or SQLite: killed, stopped, and their database killed and restored under them."""

from __future__ import annotations

import random
import signal
import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest

from commandcenter.app.cli.hub import run_join
from commandcenter.app.cli.parser import build_parser
from commandcenter.app.home import Home
from commandcenter.app.hub_access import hub_access
from commandcenter.app.session import read_secrets
from commandcenter.hub.database import HubDatabase
from commandcenter.hub.replica import HubReplica
from commandcenter.model.clock import FakeClock
from commandcenter.sync.messages import digest
from tests.fixtures_postgres import Postgres

from .conftest import OPERATION, SyncedDesk, wait_for
from .processes import free_port, hub_process, log_lines, run_hub_command

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL or SIGTERM to send"),
    pytest.mark.xdist_group("postgres"),
]
NewDesk = Callable[..., SyncedDesk]


def held(url: str) -> tuple[int, bytes]:
    """What a database holds: how many entries, and their digest."""
    database = HubDatabase(url, bytes(32))
    try:
        replica = HubReplica(database, OPERATION, FakeClock())
        return replica.position(), digest(replica.leaves())
    finally:
        database.close()


def test_killing_the_hub_in_the_middle_of_a_batch_loses_nothing(database_url: str, tmp_path: Path, new_desk: NewDesk) -> None:
    (tmp_path / "keys").mkdir()
    port = free_port()
    ann, ben = (new_desk(number, f"http://127.0.0.1:{port}") for number in (1, 2))
    ann.write(2_000)
    with hub_process(tmp_path, port, database_url) as hub:
        ann.client.start()
        ben.client.start()
        wait_for(lambda: ben.count() > 0)
        hub.send_signal(signal.SIGKILL)
    with hub_process(tmp_path, port, database_url) as hub:
        wait_for(lambda: ann.says() == ben.says() == "In step")
        wait_for(lambda: ben.count() == 2_000)
        assert ann.digest() == ben.digest()
        hub.send_signal(signal.SIGTERM)
        assert hub.wait(60) == 0
    events = [line["event"] for line in log_lines(tmp_path, port)]
    assert (events.count("stopping"), events[-1]) == (1, "stopped")


def test_two_processes_with_certificates_share_the_desks_and_one_is_killed(
    postgres: Postgres, tmp_path: Path, new_desk: NewDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    url, ports = postgres.new_database(), (free_port(), free_port())
    homes = [tmp_path / name for name in ("hub", "ann", "ben")]
    for home in homes:
        (home / "keys").mkdir(parents=True)
    addresses = [word for port in ports for word in ("--address", f"127.0.0.1:{port}")]
    said = run_hub_command(homes[0], "init", "--database", url, "--uses", "2", *addresses)
    code = said.rpartition("Join code for 2 devices")[2].splitlines()[0].rpartition(" ")[2]
    with ExitStack() as stack:
        first, second = (stack.enter_context(hub_process(homes[0], port, url)) for port in ports)
        desks = [_joined(home, code, number, new_desk) for number, home in enumerate(homes[1:], start=1)]
        listed = run_hub_command(homes[0], "devices", "--database", url)
        assert all(read_secrets(Home.open(home)).device.id in listed for home in homes[1:])
        for desk in desks:
            desk.write(1_000)
            desk.client.start()
        ann, ben = desks
        wait_for(lambda: ben.count() > 1_000 or ann.count() > 1_000)
        first.send_signal(signal.SIGKILL)
        wait_for(lambda: [desk.says() for desk in desks] == ["In step", "In step"])
        wait_for(lambda: ann.count() == ben.count() == 2_000)
        assert held(url) == (2_000, ann.digest())
        second.send_signal(signal.SIGTERM)
        assert second.wait(60) == 0


def _joined(home: Path, code: str, number: int, new_desk: NewDesk) -> SyncedDesk:
    run_join(build_parser().parse_args(["hub", "join", code, "--home", str(home), "--name", f"desk {number}"]))
    access = hub_access(Home.open(home))
    return new_desk(number, *access.urls, context=access.context())


def test_killing_postgresql_while_desks_write_loses_nothing(postgres: Postgres, tmp_path: Path, new_desk: NewDesk) -> None:
    (tmp_path / "keys").mkdir()
    url, port = postgres.new_database(), free_port()
    desks = [new_desk(number, f"http://127.0.0.1:{port}") for number in (1, 2)]
    with hub_process(tmp_path, port, url):
        for desk in desks:
            desk.client.start()
        for desk in desks:
            desk.write(300)
        wait_for(lambda: desks[0].count() > 300)
        postgres.stop("immediate")
        for desk in desks:
            desk.write(10)
        wait_for(lambda: any(line["event"] == "failed" for line in log_lines(tmp_path, port)))
        postgres.start()
        wait_for(lambda: [desk.count() for desk in desks] == [620, 620])
        wait_for(lambda: held(url) == (620, desks[0].digest()))
        wait_for(lambda: [desk.says() for desk in desks] == ["In step", "In step"])
    failed = [line for line in log_lines(tmp_path, port) if line["event"] == "failed"]
    assert failed
    assert all("database" in line["why"] for line in failed)


@pytest.mark.soak
def test_a_night_of_kills_loses_nothing(postgres: Postgres, tmp_path: Path, new_desk: NewDesk) -> None:
    """Four desks, two processes, one PostgreSQL; thirty times something of that is killed in the middle of things."""
    (tmp_path / "keys").mkdir()
    url, ports, chance = postgres.new_database(), [free_port(), free_port()], random.Random(20)
    urls = [f"http://127.0.0.1:{port}" for port in ports]
    desks = [new_desk(number, *(urls if number % 2 else reversed(urls))) for number in range(1, 5)]
    for desk in desks:
        desk.client.start()
    with ExitStack() as stack:
        hubs = [stack.enter_context(hub_process(tmp_path, port, url)) for port in ports]
        for _ in range(30):
            for desk in desks:
                desk.write(chance.randrange(200))
            victim = chance.randrange(3)
            if victim == 2:
                postgres.stop("immediate")
                postgres.start()
            else:
                hubs[victim].kill()
                hubs[victim].wait()
                hubs[victim] = stack.enter_context(hub_process(tmp_path, ports[victim], url))
        wait_for(lambda: len({desk.digest() for desk in desks}) == 1)
        wait_for(lambda: {desk.says() for desk in desks} == {"In step"})
        assert held(url) == (sum(desk.client._port.log.own_seq() for desk in desks), desks[0].digest())
