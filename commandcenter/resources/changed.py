"""A catalogue made of the program's own files and those that an agency changed: read, put together, checked."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from commandcenter.model.assets import assets_dir
from commandcenter.model.errors import KnownError
from commandcenter.resources.catalogue import FILES, Catalogue, load_catalogue
from commandcenter.resources.status import RULES_FILE, check_order
from commandcenter.resources.tables import read_text


@lru_cache(maxsize=1)
def shipped_texts() -> Mapping[str, str]:
    """Return the program's own files by name."""
    return {name: read_text(assets_dir() / "catalogue" / name) for name in FILES}


def changed_only(files: Mapping[str, str]) -> dict[str, str]:
    """Return the files whose text is not the program's own, with plain line ends."""
    plain = {name: plain_lines(text) for name, text in files.items()}
    return {name: text for name, text in sorted(plain.items()) if text != shipped_texts().get(name)}


def plain_lines(text: str) -> str:
    """Return a text with plain line feeds between its lines, whatever stood there."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def build(files: Mapping[str, str]) -> Catalogue:
    """Return the program's catalogue with these files in place of its own. Safe in any thread; about 50 ms.

    `KnownError` names file, line and column of the first fault, or a file that this program does not know.
    """
    return _built(tuple(sorted(files.items())))


def build_own(files: Mapping[str, str]) -> Catalogue:
    """Return what `build` does, of files that are about to be put in force; `KnownError` where they change what is the program's own."""
    catalogue = build(files)
    check_order(catalogue.rules, files.get(RULES_FILE, ""))
    return catalogue


@lru_cache(maxsize=4)
def _built(files: tuple[tuple[str, str], ...]) -> Catalogue:
    for name, _ in files:
        if name not in FILES:
            raise KnownError("This program does not know the catalogue file {file}.", file=name)
    try:
        with TemporaryDirectory(prefix="catalogue-") as folder:
            for name, text in {**shipped_texts(), **dict(files)}.items():
                (Path(folder) / name).write_text(text, encoding="utf-8", newline="\n")
            return load_catalogue(Path(folder))
    except (OSError, UnicodeEncodeError) as error:
        raise KnownError("The catalogue cannot be put together for a check: {why}.", why=str(error)) from error


def line_of(error: KnownError) -> tuple[str, int]:
    """Return (file, line) that an error of the loader names; no file and line 1 where it names none."""
    params = error.sentence.params
    line = params.get("line")
    return str(params.get("file", "")), line if isinstance(line, int) else 1
