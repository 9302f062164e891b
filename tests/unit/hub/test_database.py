"""The hub's tables: made step by step, brought up from the first version, the same on both databases; and what is kept in them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import sqlalchemy as sa

from commandcenter.hub import migrations
from commandcenter.hub.acks import HubAcks
from commandcenter.hub.database import HubDatabase
from commandcenter.hub.migrations import STEPS, Step, migrate, version
from commandcenter.hub.registry import Registry
from commandcenter.hub.replica import HubReplica
from commandcenter.hub.schema import TABLES
from commandcenter.log.memory import MemoryLog
from commandcenter.log.signing import DeviceKey
from commandcenter.model.clock import FakeClock
from commandcenter.model.entries import Draft
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import derived_id
from commandcenter.sync.acks import Ack

from .conftest import OPERATION

ANN, BEN = DeviceKey(b"a" * 32), DeviceKey(b"b" * 32)
FIRST_TABLES = {"operations", "devices", "entries", "ends", "quarantine"}


@contextmanager
def opened(url: str) -> Iterator[HubDatabase]:
    database = HubDatabase(url, bytes(32))
    try:
        yield database
    finally:
        database.close()


@pytest.fixture
def database(database_url: str) -> Iterator[HubDatabase]:
    with opened(database_url) as found:
        yield found


def log_of(device: DeviceKey, count: int) -> MemoryLog:
    log = MemoryLog(OPERATION, device, FakeClock())
    log.append([Draft("UnitChanged", ())] * count, actor=derived_id("ann"), heads=lambda _: ())
    return log


def test_the_steps_make_what_the_queries_expect(database: HubDatabase) -> None:
    with database.reading() as connection:
        found = sa.inspect(connection)
        for table in TABLES.sorted_tables:
            columns = {column["name"]: column["nullable"] for column in found.get_columns(table.name)}
            assert columns.keys() == {column.name for column in table.columns}
            wanted = [column.name for column in table.primary_key]
            assert found.get_pk_constraint(table.name)["constrained_columns"] == wanted
            assert {index.name for index in table.indexes} <= {index["name"] for index in found.get_indexes(table.name)}
        assert set(found.get_table_names()) == {table.name for table in TABLES.sorted_tables} | {"hub_schema"}
        assert version(connection) == STEPS[-1].number


def test_a_database_of_the_first_version_is_brought_up_with_all_that_is_in_it(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first version made its tables without keeping a number."""
    with monkeypatch.context() as then:
        then.setattr(
            "commandcenter.hub.database.migrate", lambda connection: TABLES.create_all(connection, [TABLES.tables[name] for name in FIRST_TABLES])
        )
        with opened(database_url) as old:
            before = HubReplica(old, OPERATION, FakeClock())
            before.ingest([row.signed for row in log_of(ANN, 20).signed()], sender="x")
            rows, ends = list(before.signed()), before.leaves()
            with old.reading() as connection:
                assert set(sa.inspect(connection).get_table_names()) == FIRST_TABLES
    with opened(database_url) as new:
        after = HubReplica(new, OPERATION, FakeClock())
        assert (list(after.signed()), after.leaves(), after.position()) == (rows, ends, 20)
        after.ingest([row.signed for row in log_of(BEN, 3).signed()], sender="x")
        Registry(new).revoke([ANN.id], 1)
        assert after.position() == 23


def test_a_step_that_fails_half_way_leaves_nothing_and_is_done_again(database_url: str) -> None:
    broken = (*STEPS, Step(STEPS[-1].number + 1, "broken", ("CREATE TABLE half (x {blob})", "CREATE TABLE half (x {blob})")))
    with opened(database_url) as database:
        with pytest.raises((sa.exc.DBAPIError, KnownError)), database.writing() as connection:
            migrate(connection, broken)
        with database.writing() as connection:
            assert version(connection) == STEPS[-1].number
            assert "half" not in sa.inspect(connection).get_table_names()
            migrate(connection, (*broken[:-1], Step(broken[-1].number, "mended", broken[-1].statements[:1])))
            assert "half" in sa.inspect(connection).get_table_names()


def test_a_newer_database_is_left_alone(database_url: str) -> None:
    with opened(database_url) as database, database.writing() as connection:
        connection.execute(sa.text("UPDATE hub_schema SET number = 999"))
    with pytest.raises(KnownError, match="newer version"):
        HubDatabase(database_url, bytes(32))


def test_processes_that_start_together_take_turns(postgres: Any) -> None:
    url, faults = postgres.new_database(), []

    def start() -> None:
        try:
            HubDatabase(url, bytes(32)).close()
        except (KnownError, sa.exc.SQLAlchemyError) as error:
            faults.append(error)

    threads = [threading.Thread(target=start) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []


def test_a_user_who_may_not_make_tables_is_told(postgres: Any) -> None:
    url = postgres.new_database()
    engine = sa.create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP ROLE IF EXISTS nobody_in_particular")
        connection.exec_driver_sql("CREATE ROLE nobody_in_particular LOGIN")
    engine.dispose()
    with pytest.raises(KnownError, match="permission denied"):
        HubDatabase(url.replace("tests@", "nobody_in_particular@"), bytes(32))


def test_a_code_lets_in_as_many_as_it_says(database: HubDatabase) -> None:
    registry = Registry(database)
    registry.invite(b"secret", ends_ms=100, uses=2)
    devices = [derived_id("device", str(number)) for number in range(3)]
    let_in = [registry.admit(device, b"secret", "x", now_ms=1, ends_ms=9) for device in devices]
    assert let_in == [True, True, False]
    assert not registry.admit(devices[2], b"other", "x", now_ms=1, ends_ms=9)
    assert registry.admit(devices[0], b"secret", "renamed", now_ms=2, ends_ms=9)
    assert not registry.admit(devices[0], b"secret", "x", now_ms=100, ends_ms=9)
    assert {one.device: one.name for one in registry.admissions()} == {devices[0]: "renamed", devices[1]: "x"}


def test_many_who_use_one_code_at_once_are_not_let_in_more_often(postgres: Any) -> None:
    with opened(postgres.new_database()) as database:
        registry = Registry(database)
        registry.invite(b"secret", ends_ms=100, uses=3)
        let_in: list[bool] = []
        threads = [
            threading.Thread(target=lambda n=n: let_in.append(registry.admit(derived_id(str(n)), b"secret", "x", now_ms=1, ends_ms=9)))
            for n in range(8)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert sorted(let_in) == [False] * 5 + [True] * 3


def test_who_was_seen_renewed_and_revoked_is_written_down(database: HubDatabase) -> None:
    registry = Registry(database)
    registry.invite(b"secret", ends_ms=100)
    registry.admit(ANN.id, b"secret", "ann", now_ms=5, ends_ms=50)
    registry.seen({ANN.id: 20, BEN.id: 30})
    registry.seen({ANN.id: 10})
    registry.renewed(ANN.id, now_ms=40, ends_ms=90)
    registry.revoke([BEN.id], 60)
    registry.revoke([BEN.id], 70)
    found = {one.device: one for one in registry.admissions()}
    assert (found[ANN.id].seen_ms, found[ANN.id].ends_ms, found[ANN.id].revoked_ms) == (20, 90, None)
    assert (found[BEN.id].seen_ms, found[BEN.id].revoked_ms) == (30, 60)
    assert registry.revoked() == {BEN.id}
    registry.invite(b"another", ends_ms=100)
    assert not registry.admit(BEN.id, b"another", "ben", now_ms=80, ends_ms=90)


def ack(device: DeviceKey, log: MemoryLog) -> Ack:
    return Ack.of(device, OPERATION, 7, log.leaves())


def test_the_fullest_acknowledgement_of_each_device_is_kept(database: HubDatabase) -> None:
    acks, replica = HubAcks(database, OPERATION), HubReplica(database, OPERATION, FakeClock())
    ann, ben = log_of(ANN, 2), log_of(BEN, 1)
    replica.ingest([row.signed for row in ann.signed()], sender="x")
    acks.take([ack(ANN, ann), ack(BEN, ben)])  # ben has written nothing here
    assert acks.sizes() == {ANN.id: 2}
    replica.ingest([row.signed for row in ben.signed()], sender="x")
    full = ack(BEN, ben)
    acks.take([full, Ack(OPERATION, full.public_key, full.wall_ms, ann.leaves(), full.signature)])
    acks.take([ack(ANN, log_of(ANN, 1))])
    assert acks.sizes() == {ANN.id: 2, BEN.id: 1}
    assert acks.fuller({BEN.id: 1}) == [ack(ANN, ann)]
    assert acks.fuller({}) == sorted([ack(ANN, ann), full], key=lambda one: one.device)
    assert acks.fuller(acks.sizes()) == []


def test_every_step_is_in_order() -> None:
    assert [step.number for step in migrations.STEPS] == list(range(1, len(STEPS) + 1))
