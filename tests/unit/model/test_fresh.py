"""A file under a name that no other has."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from commandcenter.model.fresh import fresh_file, fresh_folder, part_of


def write(wanted: Path, text: str) -> Path:
    with fresh_file(wanted) as path:
        part_of(path).write_text(text, encoding="utf-8")
        part_of(path).replace(path)
        return path


def test_what_is_written_at_the_same_time_stays_whole(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as writers:
        paths = list(writers.map(lambda n: write(tmp_path / "new" / "paper.pdf", str(n)), range(40)))
    assert [path.read_text(encoding="utf-8") for path in paths] == [str(n) for n in range(40)]
    assert sorted(paths) == sorted((tmp_path / "new").iterdir())


def test_a_name_is_taken_as_long_as_its_file_grows(tmp_path: Path) -> None:
    with fresh_file(tmp_path / "paper.pdf") as first, fresh_file(tmp_path / "paper.pdf") as second:
        assert (first.name, second.name) == ("paper.pdf", "paper-2.pdf")


def test_what_fails_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), fresh_file(tmp_path / "paper.pdf") as path:
        part_of(path).write_text("half", encoding="utf-8")
        _ = 1 / 0
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    made = [fresh_folder(tmp_path / "deep" / "Figures 09.00") for _ in range(3)]
    assert [folder.name for folder in made] == ["Figures 09.00", "Figures 09.00-2", "Figures 09.00-3"]
