"""The commands of docs/hub.md for backup and restore, as they stand there, and that an old backup is filled again by the desks."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.fixtures_postgres import Postgres

from .conftest import RunningHub, SyncedDesk, wait_for
from .test_processes import held

pytestmark = pytest.mark.xdist_group("postgres")
PAGE = Path(__file__).parents[3] / "docs" / "hub.md"
StartHub = Callable[..., RunningHub]
NewDesk = Callable[..., SyncedDesk]


def commands(heading: str) -> str:
    """Return the commands that stand under a heading."""
    section = PAGE.read_text(encoding="utf-8").partition(f"### {heading}\n")[2]
    found = re.search(r"```sh\n(.*?)```", section, re.DOTALL)
    assert found, heading
    return found[1]


def run_as_documented(heading: str, postgres: Postgres, backup: Path, database: str) -> None:
    """Run them with a shell, with the names that the page uses set to this server."""
    names = {"PGDATA": str(postgres.data), "PGHOST": str(postgres.folder), "PGUSER": "tests", "BACKUP": str(backup), "DATABASE": database}
    settings = {**os.environ, **names, "PATH": f"{postgres.binaries}{os.pathsep}{os.environ['PATH']}", "PGOPTIONS": ""}
    script = commands(heading)
    done = subprocess.run(
        ["sh", "-eu", "-c", script], user=postgres.user, cwd=postgres.folder, env=settings, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture
def desks(new_desk: NewDesk, start_hub: StartHub, postgres: Postgres) -> tuple[str, RunningHub, SyncedDesk, SyncedDesk]:
    url = postgres.new_database()
    hub = start_hub(url)
    ann, ben = new_desk(1, hub.url), new_desk(2, hub.url)
    for desk in (ann, ben):
        desk.write(300)
        desk.client.start()
    in_step(ann, ben, 600)
    return url, hub, ann, ben


def in_step(ann: SyncedDesk, ben: SyncedDesk, count: int) -> None:
    wait_for(lambda: ann.count() == ben.count() == count)
    wait_for(lambda: ann.says() == ben.says() == "In step")


def test_the_whole_server_put_back_to_an_old_state(desks: tuple[str, RunningHub, SyncedDesk, SyncedDesk], postgres: Postgres) -> None:
    url, _, ann, ben = desks
    backup = postgres.folder / "base"
    run_as_documented("Back up the whole server", postgres, backup, url)
    for desk in (ann, ben):
        desk.write(250)
    in_step(ann, ben, 1_100)
    postgres.stop("immediate")
    run_as_documented("Restore the whole server", postgres, backup, url)
    postgres.start()
    assert held(url)[0] == 600
    in_step(ann, ben, 1_100)
    wait_for(lambda: held(url) == (1_100, ann.digest()))
    ann.write()
    in_step(ann, ben, 1_101)


def test_one_database_put_back_to_an_old_state(
    desks: tuple[str, RunningHub, SyncedDesk, SyncedDesk], postgres: Postgres, start_hub: StartHub
) -> None:
    url, hub, ann, ben = desks
    backup = postgres.folder / "hub.dump"
    run_as_documented("Back up the hub's database", postgres, backup, url.partition("@/")[2].partition("?")[0])
    ann.write(50)
    in_step(ann, ben, 650)
    hub.stop()
    run_as_documented("Restore the hub's database", postgres, backup, url.partition("@/")[2].partition("?")[0])
    assert held(url)[0] == 600
    start_hub(url, port=hub.port)
    in_step(ann, ben, 650)
    wait_for(lambda: held(url) == (650, ann.digest()))
