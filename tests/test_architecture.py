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


def test_no_box_takes_the_keyboard() -> None:
    """Questions are asked in the window; only the system's own choosers of files, which a person calls for, stand in front of it."""
    box = re.compile(r"\.exec_?\(|QMessageBox|QInputDialog|QErrorMessage|QProgressDialog|setModal\(True|(Application|Window)Modal")
    ours = [path for path in SOURCES if path.is_relative_to(ROOT / "commandcenter" / "ui")]
    found = [str(path.relative_to(ROOT)) for path in ours if box.search(path.read_text(encoding="utf-8"))]
    assert ours and not found, found


def test_nothing_is_left_unfinished() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in SOURCES
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if re.search(r"\b(TODO|FIXME|XXX)\b", line)
    ]
    assert not found, found
