"""The service of docs/hub.md: systemd takes it as it stands there, and its times fit the program's."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from configparser import ConfigParser
from pathlib import Path

import pytest

from commandcenter.app.cli.hub import run
from commandcenter.app.cli.parser import build_parser
from commandcenter.hub.database import POSTGRES_PACKAGE
from commandcenter.hub.serve import CUT_S, STOP_S

PAGE = Path(__file__).parents[3] / "docs" / "hub.md"


@pytest.fixture(scope="module")
def unit() -> str:
    found = re.search(r"```ini\n# (/etc/systemd/system/\S+\.service)\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    return found[2]


def test_it_starts_a_hub_and_waits_until_that_has_stopped(unit: str) -> None:
    said = ConfigParser(interpolation=None)
    said.read_string(unit)
    service = said["Service"]
    _, *words = shlex.split(service["ExecStart"])
    args = build_parser().parse_args(words)
    assert (args.run, args.database) == (run, "postgresql:///hub")
    assert args.home == Path("/var/lib") / service["StateDirectory"]  # the one place that it may write to
    assert float(service["TimeoutStopSec"]) > STOP_S + CUT_S
    assert service["Restart"] == "always"


def test_the_package_for_postgresql_is_the_one_that_was_tried() -> None:
    project = tomllib.loads((PAGE.parents[1] / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["optional-dependencies"]["hub"] == [POSTGRES_PACKAGE]
    assert PAGE.read_text(encoding="utf-8").count(f"'{POSTGRES_PACKAGE}'") == 2


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd here")
def test_systemd_takes_it(unit: str, tmp_path: Path) -> None:
    file = tmp_path / "commandcenter-hub.service"
    file.write_text(unit.replace("/opt/commandcenter/bin/commandcenter", sys.executable), encoding="utf-8")
    done = subprocess.run(["systemd-analyze", "verify", str(file)], capture_output=True, text=True, check=False, timeout=120)
    assert (done.returncode, [line for line in done.stderr.splitlines() if file.name in line]) == (0, [])
