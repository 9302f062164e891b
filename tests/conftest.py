"""Shared fixtures. Must stay import-light: Qt is set up before any test touches it."""

from __future__ import annotations

import gc
import os
import tempfile
from collections.abc import Generator
from pathlib import Path

import hypothesis
import pytest

from tests.fixtures_lan import lan_on_loopback
from tests.fixtures_packs import heidelberg_pack, training_file, training_pack

__all__ = ["heidelberg_pack", "lan_on_loopback", "training_file", "training_pack"]

hypothesis.settings.register_profile("patient", deadline=None)  # how quick the machine is says nothing about the program
hypothesis.settings.load_profile("patient")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")  # never the person's own keystore
_STATE = tempfile.TemporaryDirectory(prefix="commandcenter-state-")
os.environ.setdefault("COMMANDCENTER_STATE", _STATE.name)  # marks of profiles: never in the person's own folder
if hasattr(os, "geteuid") and os.geteuid() == 0:
    os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")  # Chromium's sandbox refuses to run as root


gc.set_threshold(100_000, 20, 20)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> Generator[None, object, object]:
    """Free the windows of a test in the thread they belong to, as the program does: a collection that a worker starts would do it there."""
    if not has_windows(item):
        return (yield)
    gc.disable()
    try:
        return (yield)
    finally:
        more = has_windows(nextitem)
        gc.collect(1 if more else 2)
        if not more:
            gc.enable()


def has_windows(item: pytest.Item | None) -> bool:
    """Return whether a test runs in an application with windows."""
    return "qapp" in getattr(item, "fixturenames", ())


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """See to it that groups of tests stay in one process: two stories side by side would wait for each other's windows."""
    if config.getoption("loadgroup", default=False):
        spread = [item.nodeid for item in items if item.get_closest_marker("xdist_group") and "@" not in item.nodeid]
        if spread:
            raise pytest.UsageError(f"this pytest does not keep groups of tests together: {spread[0]}")


@pytest.fixture(scope="session")
def data_dir() -> Path:
    """The folder of real data sets; tests that use it skip where it is missing."""
    default = Path(__file__).resolve().parent.parent.parent / "shared" / "data"
    folder = Path(os.environ.get("COMMANDCENTER_DATA", default))
    if not folder.is_dir():
        pytest.skip(f"real data sets are not here ({folder})")
    return folder
