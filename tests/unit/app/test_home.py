"""The home folder and its settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from commandcenter.app.home import Home
from commandcenter.app.operator import keep_operator, named_operator, operator_of
from commandcenter.model.errors import KnownError


def test_settings_are_kept(tmp_path: Path) -> None:
    home = Home.open(tmp_path / "new" / "home")
    assert home.setting("region") is None
    home.keep("region", "海德堡")
    assert Home.open(home.root).setting("region") == "海德堡"


def test_a_broken_settings_file_says_so(tmp_path: Path) -> None:
    home = Home.open(tmp_path)
    (tmp_path / "settings.json").write_text("{", encoding="utf-8")
    with pytest.raises(KnownError, match=r"settings\.json"):
        home.setting("region")


def test_a_home_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(KnownError, match="--home"):
        Home.open(tmp_path / "file")


def test_the_same_name_is_the_same_person(tmp_path: Path) -> None:
    home = Home.open(tmp_path)
    keep_operator(home, named_operator("Li Wei", "supervisor"))
    assert operator_of(home) == named_operator("Li Wei", "supervisor")
    assert operator_of(home).id == named_operator(" li wei ", "dispatcher").id
