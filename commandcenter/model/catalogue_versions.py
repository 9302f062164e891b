"""Words of the catalogue as the log keeps it: the files that an agency changed, version by version."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from commandcenter.model.ids import Id, derived_id

CATALOGUE = derived_id("policy", "catalogue")
"""The one thing in the log that says which version is in force."""
MOST_BYTES = 120_000
"""UTF-8 bytes of all changed files of one version: an entry's section holds 128 KiB."""


@dataclass(frozen=True, slots=True)
class CatalogueVersion:
    """What somebody put in force once. Files that are not in it are those of the program."""

    id: Id
    files: Mapping[str, str]
    """File name → whole text."""
    digest: str
    """SHA-256 of the files as `digest_of` takes it, hexadecimal, as its author's program wrote it."""
    note: str
    wall_ms: int
    by: Id

    @property
    def intact(self) -> bool:
        """Return whether the files are those that the digest was taken of."""
        return digest_of(self.files) == self.digest


def digest_of(files: Mapping[str, str]) -> str:
    """Return the SHA-256 of changed files: names and texts in order of names, each with its length before it."""
    whole = hashlib.sha256()
    for name in sorted(files):
        for part in (name.encode(), files[name].encode()):
            whole.update(len(part).to_bytes(8, "big") + part)
    return whole.hexdigest()
