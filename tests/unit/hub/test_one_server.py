"""A SQLite file is served by one hub process, whatever ends it; commands look into it all the same. Real processes."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from commandcenter.app.cli.terminal import BAD_INPUT
from commandcenter.hub.database import only_server
from commandcenter.model.errors import KnownError

from .processes import PROGRAM, free_port, hub_process, run_hub_command


def test_a_second_process_on_one_file_is_refused_in_one_sentence(tmp_path: Path, sqlite_url: str) -> None:
    (tmp_path / "keys").mkdir()
    second = [*PROGRAM, "--home", str(tmp_path), "--listen", f"127.0.0.1:{free_port()}", "--database", f"sqlite:///{tmp_path}/./hub.db"]
    with hub_process(tmp_path, free_port(), sqlite_url) as first:
        refused = subprocess.run(second, capture_output=True, text=True, check=False, timeout=120)
        assert refused.returncode == BAD_INPUT
        (said,) = (refused.stdout + refused.stderr).splitlines()
        assert "Another hub process serves hub.db already. A SQLite file is for one process; end that one, or use PostgreSQL for several." in said
        assert first.poll() is None
        first.kill()
        first.wait()
        with hub_process(tmp_path, free_port(), sqlite_url):  # what was killed has left no lock behind
            pass


def test_commands_run_beside_the_process_that_serves(tmp_path: Path, sqlite_url: str) -> None:
    (tmp_path / "keys").mkdir()
    port = free_port()
    run_hub_command(tmp_path, "init", "--address", f"127.0.0.1:{port}", "--database", sqlite_url)
    with hub_process(tmp_path, port, sqlite_url):
        assert "Join code for 2 devices" in run_hub_command(tmp_path, "invite", "--uses", "2", "--database", sqlite_url)


def test_any_number_of_processes_serve_one_postgresql_and_different_files(tmp_path: Path, sqlite_url: str) -> None:
    with only_server("postgresql://db.example/hub"), only_server("postgresql://db.example/hub"), only_server(sqlite_url):
        with only_server(sqlite_url + "2"):
            pass
        with pytest.raises(KnownError, match="already"), only_server(sqlite_url):
            pass
    with only_server(sqlite_url):
        pass


def test_a_folder_that_cannot_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(KnownError, match="cannot be opened"), only_server(f"sqlite:///{tmp_path}/file/hub.db"):
        pass
