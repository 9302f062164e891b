"""The catalogue as an agency wants it: types, plans, policies, rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from commandcenter.model.commands.base import Command
from commandcenter.model.ids import Id


@dataclass(frozen=True, slots=True)
class ChangeCatalogue(Command):
    """Put changed files in force in place of the program's own."""

    files: Mapping[str, str]
    """File name → whole text; files that are not named are those of the program."""
    upon: Id | None
    """The version that was in force when the change was looked at; `None`: the catalogue as shipped."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class RestoreCatalogue(Command):
    """Go back to an earlier version; `None` to the catalogue as shipped."""

    version: Id | None
