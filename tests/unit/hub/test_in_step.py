"""Desks and a hub over real HTTP: what one writes the others show, and the pill never lies."""

from __future__ import annotations

from collections.abc import Callable

from commandcenter.model.clock import FakeClock
from tests.fixtures_postgres import Postgres

from .conftest import RunningHub, SyncedDesk, wait_for

StartHub = Callable[..., RunningHub]
NewDesk = Callable[..., SyncedDesk]


def test_two_desks_keep_in_step(database_url: str, start_hub: StartHub, new_desk: NewDesk) -> None:
    hub = start_hub(database_url)
    ann, ben = new_desk(1, hub.url), new_desk(2, hub.url)
    ann.write(700)
    ben.write(3)
    ann.client.start()
    wait_for(lambda: ann.says() == "In step")
    ben.client.start()
    wait_for(lambda: ann.count() == ben.count() == 703)
    wait_for(lambda: ann.says() == ben.says() == "In step")
    for number in range(5):
        (ann, ben)[number % 2].write()
    wait_for(lambda: ann.count() == ben.count() == 708)
    wait_for(lambda: ann.says() == ben.says() == "In step")
    assert ann.digest() == ben.digest()
    assert ann.picture.digest() == ben.picture.digest()
    assert "Catching up 500 of 700" in [str(status.sentence()) for status in ben.statuses]


def test_without_a_hub_the_pill_counts_what_is_unsent_and_later_nothing_is_lost(sqlite_url: str, start_hub: StartHub, new_desk: NewDesk) -> None:
    hub = start_hub(sqlite_url)
    ann, ben = new_desk(1, hub.url), new_desk(2, hub.url)
    ann.client.start()
    ben.client.start()
    ann.write(2)
    wait_for(lambda: ben.count() == 2)
    hub.stop()
    wait_for(lambda: ann.says().startswith("Offline since"))
    ann.write(37)
    wait_for(lambda: ann.says().endswith(" 37 unsent"))
    assert "does not answer" in str(ann.client.status.why)
    start_hub(sqlite_url, port=hub.port)
    wait_for(lambda: ben.count() == 39)
    wait_for(lambda: ann.says() == ben.says() == "In step")
    assert ann.digest() == ben.digest()


def test_what_is_unsent_is_known_after_a_restart(sqlite_url: str, start_hub: StartHub, new_desk: NewDesk) -> None:
    hub = start_hub(sqlite_url)
    ann = new_desk(1, hub.url)
    ann.write(5)
    ann.client.start()
    wait_for(lambda: ann.says() == "In step")
    ann.client.stop()
    hub.stop()
    ann.write(2)
    again = SyncedDesk(1, hub.url)
    again.log, again.client = ann.log, type(ann.client)(ann.client._port, hub.url, retry_s=0.05)
    again.client.start()
    wait_for(lambda: again.says().endswith(" 2 unsent"))
    again.client.stop()
    again.writer.shutdown()


def test_a_hub_with_an_empty_or_old_database_is_filled_again_by_its_desks(sqlite_url: str, start_hub: StartHub, new_desk: NewDesk) -> None:
    hub = start_hub(sqlite_url)
    ann, ben = new_desk(1, hub.url), new_desk(2, hub.url)
    for desk in (ann, ben):
        desk.client.start()
        desk.write(20)
    wait_for(lambda: ann.count() == ben.count() == 40)
    hub.stop()
    emptied = start_hub(sqlite_url + ".new", port=hub.port)
    ann.write(1)
    wait_for(lambda: ben.count() == 41)
    wait_for(lambda: ann.says() == ben.says() == "In step")
    cleo = new_desk(3, emptied.url)
    cleo.client.start()
    wait_for(lambda: cleo.count() == 41)
    assert cleo.digest() == ann.digest() == ben.digest()


def test_two_hub_processes_on_one_database_share_the_work(postgres: Postgres, start_hub: StartHub, new_desk: NewDesk) -> None:
    url = postgres.new_database()
    hubs = [start_hub(url), start_hub(url)]
    desks = [new_desk(number + 1, hubs[number % 2].url) for number in range(4)]
    for desk in desks:
        desk.client.start()
    for _ in range(10):
        for desk in desks:
            desk.write(3)
    wait_for(lambda: {desk.count() for desk in desks} == {120})
    wait_for(lambda: {desk.says() for desk in desks} == {"In step"})
    assert len({desk.digest() for desk in desks}) == 1


def test_when_one_hub_process_dies_its_desks_go_on_with_another(postgres: Postgres, start_hub: StartHub, new_desk: NewDesk) -> None:
    url = postgres.new_database()
    first, second = start_hub(url), start_hub(url)
    ann = SyncedDesk(1, first.url, second.url)
    ben = new_desk(2, second.url)
    for desk in (ann, ben):
        desk.client.start()
    ann.write(2)
    wait_for(lambda: ben.count() == 2)
    first.stop()
    ann.write(3)
    wait_for(lambda: ben.count() == 5)
    wait_for(lambda: ann.says() == "In step")
    ann.client.stop()
    ann.writer.shutdown()


def test_a_hub_whose_clock_jumps_by_hours_and_days_loses_nothing(sqlite_url: str, start_hub: StartHub, new_desk: NewDesk) -> None:
    clock = FakeClock()
    hub = start_hub(sqlite_url, clock=clock)
    ann, ben = new_desk(1, hub.url), new_desk(2, hub.url)
    for desk in (ann, ben):
        desk.client.start()
    written = 0
    for hours in (6, -12, 24 * 400, -24 * 20_000, 24 * 20_000):
        clock.now_ms += hours * 3_600_000
        ann.write(2)
        ben.write(1)
        written += 3
        wait_for(lambda: ann.count() == ben.count() == written)  # noqa: B023 - waited for within the turn
    wait_for(lambda: ann.says() == ben.says() == "In step")
    assert ann.digest() == ben.digest()
