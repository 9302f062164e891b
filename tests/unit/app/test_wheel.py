"""The wheel works where there is no clone: installed into a fresh environment, without a network, with everything that it shows."""

from __future__ import annotations

import json
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from commandcenter import __version__

pytestmark = pytest.mark.soak  # a wheel is built, an environment made: twenty seconds on a busy computer
ROOT = Path(__file__).resolve().parents[3]
LOOK = """
import json, sys
import commandcenter
from PySide6.QtCore import QCoreApplication
from commandcenter.geo.training.plan import load_table
from commandcenter.model.assets import assets_dir, guide_dir
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.ui.help.chapters import chapters
from commandcenter.ui.i18n.language import Language
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.theme.tokens import load
app = QCoreApplication([])
Language().use("zh_CN")
print(json.dumps({
    "package": commandcenter.__file__, "assets": str(assets_dir()), "guide": str(guide_dir()), "types": len(default_catalogue().types),
    "chapters": [len(chapters(code)) for code in ("en", "zh")], "legend": tr("Legend"), "night": load("night").name,
    "training": len(load_table("names.toml")["things"]), "pictures": len(list((guide_dir() / "pictures").glob("*.png"))),
}))
"""


def run(*command: str | Path, folder: Path) -> str:
    """Run a command far from the clone; return what it printed."""
    done = subprocess.run([str(part) for part in command], cwd=folder, check=False, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the programs of a new environment that has the wheel, and of this one only what the wheel needs."""
    pytest.importorskip("hatchling", reason="the wheel is built without a network by what is installed")
    folder = tmp_path_factory.mktemp("fresh")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")
    run(*pip, "wheel", "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", folder, ROOT, folder=folder)
    run(sys.executable, "-m", "venv", "--without-pip", folder / "env", folder=folder)
    programs = Path(sysconfig.get_path("scripts", vars={"base": str(folder / "env")}))
    library = Path(sysconfig.get_path("purelib", vars={"base": str(folder / "env")}))
    (wheel,) = folder.glob("commandcenter-*.whl")
    run(*pip, "--python", programs / "python", "install", "--no-deps", "--no-index", wheel, folder=folder)
    (library / "what_it_needs.pth").write_text(f"{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    return programs


def test_it_starts_and_says_its_version(fresh: Path, tmp_path: Path) -> None:
    assert __version__ in run(fresh / "commandcenter", "--version", folder=tmp_path)


def test_it_has_everything_it_shows(fresh: Path, tmp_path: Path) -> None:
    found = json.loads(run(fresh / "python", "-c", LOOK, folder=tmp_path))
    inside = str(fresh.parent)
    assert all(found[name].startswith(inside) for name in ("package", "assets", "guide"))
    assert found["legend"] == "图例" and found["night"] == "night"
    assert found["chapters"][0] == found["chapters"][1] > 10 and found["types"] > 40 and found["pictures"] > 10 and found["training"] > 10
