"""The layers, the wheel and the project's manners, as tests."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from importlinter.api import read_configuration

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "commandcenter").rglob("*.py"))


def test_every_package_has_a_layer() -> None:
    contracts = read_configuration(str(ROOT / "pyproject.toml"))["contracts_options"]
    layers = contracts[0]["layers"]
    named = {name.strip(" ()") for layer in layers for name in layer.split("|")}
    packages = {path.name for path in (ROOT / "commandcenter").iterdir() if (path / "__init__.py").exists()}
    assert packages <= named, packages - named


def test_the_wheel_carries_the_assets() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]["assets"] == "commandcenter/_assets"


def test_files_stay_small() -> None:
    long = {path.name: count for path in SOURCES if (count := len(path.read_text(encoding="utf-8").splitlines())) > 400}
    assert not long, long


def test_nothing_is_left_unfinished() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in SOURCES
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if re.search(r"\b(TODO|FIXME|XXX)\b", line)
    ]
    assert not found, found
