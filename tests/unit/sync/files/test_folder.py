"""A folder of attachments that others work on meanwhile."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from commandcenter.sync.files.sealed import file_name
from commandcenter.sync.files.store import FolderStore, Held


def test_a_file_that_is_dropped_while_one_looks_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = FolderStore(tmp_path / "files")
    gone, stays = b"a picture", b"a track"
    for data in (gone, stays):
        store.keep(file_name(data), data)
    looked = store._entries

    def meanwhile() -> list[os.DirEntry[str]]:
        entries = looked()
        store._entries = looked  # type: ignore[method-assign] # dropping looks too
        store.drop([file_name(gone)])
        return entries

    monkeypatch.setattr(store, "_entries", meanwhile)
    assert store.everything() == {file_name(stays): Held(len(stays), len(stays))}
