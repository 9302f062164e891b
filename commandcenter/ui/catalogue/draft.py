"""The draft: files as in force, and over them what a person changed. No Qt."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass

from commandcenter.model.errors import KnownError
from commandcenter.model.ids import Id
from commandcenter.picture.picture import Picture
from commandcenter.resources.catalogue import FILES, Catalogue
from commandcenter.resources.changed import build_own, changed_only, shipped_texts


class Draft:
    """Changes over what is in force. `upon` is the version they are compared with; `None`: as shipped."""

    def __init__(self, picture: Picture, kept: Mapping[str, str]) -> None:
        """Go on with changed files that were kept; those that this program does not know are left alone."""
        self.upon: Id | None = None
        self.base: dict[str, str] = {}
        self.changes = {name: text for name, text in kept.items() if name in FILES}
        self.rebase(picture)

    def rebase(self, picture: Picture) -> tuple[str, ...]:
        """Compare with what is in force now; return the names of files that no longer differ from it."""
        self.upon = picture.catalogue_in_force()
        files = next((version.files for version in picture.catalogue_versions() if version.id == self.upon), {})
        self.base = {**shipped_texts(), **{name: text for name, text in files.items() if name in FILES}}
        same = tuple(name for name, text in self.changes.items() if text == self.base[name])
        for name in same:
            del self.changes[name]
        return same

    def text(self, name: str) -> str:
        """Return a file as the draft has it."""
        return self.changes.get(name, self.base[name])

    def put(self, name: str, text: str) -> None:
        """Change a file; a text that is in force is no change."""
        if text == self.base[name]:
            self.changes.pop(name, None)
        else:
            self.changes[name] = text

    def files(self) -> dict[str, str]:
        """Return everything that differs from the catalogue as shipped."""
        return changed_only({**self.base, **self.changes})


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found."""

    files: Mapping[str, str]
    """What was checked: everything that differs from the catalogue as shipped."""
    catalogue: Catalogue | None
    error: KnownError | None
    """Why there is no catalogue."""
    differences: tuple[str, ...]
    """Lines of a unified diff against what is in force."""


def check(files: Mapping[str, str], base: Mapping[str, str], changes: Mapping[str, str]) -> Checked:
    """Load a draft and compare it with what is in force. Safe in any thread."""
    lines: list[str] = []
    for name in sorted(changes):
        lines += difflib.unified_diff(base[name].splitlines(), changes[name].splitlines(), name, name, lineterm="", n=2)
    try:
        return Checked(files, build_own(files), None, tuple(lines))
    except KnownError as error:
        return Checked(files, None, error, tuple(lines))
