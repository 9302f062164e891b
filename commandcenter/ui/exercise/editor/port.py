"""What the scenario editor needs of the outside; `app` hands in the real one."""

from __future__ import annotations

from typing import Protocol

from commandcenter.exercise.draft import Draft
from commandcenter.exercise.own_resources import Tables
from commandcenter.exercise.trial import Trial
from commandcenter.model.progress import Progress
from commandcenter.resources.csv_tables import ImportIssue
from commandcenter.ui.exercise.port import ScenarioRow


class EditorPort(Protocol):
    """The scenarios of one home, to be written."""

    @property
    def region(self) -> str:
        """The region of this desk: what its map shows."""

    def regions(self) -> list[str]:
        """Return the names of the regions here."""

    def scenarios(self) -> list[ScenarioRow]:
        """Return what can be opened."""

    def is_own(self, name: str) -> bool:
        """Return whether a scenario is this home's own; shipped ones are never overwritten."""

    def new(self, name: str) -> Draft:
        """Return an empty scenario. Raises `Refused` for a name that is taken or that no folder may have."""

    def read(self, name: str) -> Draft:
        """Read a scenario. Raises `KnownError`."""

    def save(self, draft: Draft) -> None:
        """Write a scenario under its short name among this home's own. Raises `KnownError` or `Refused`."""

    def keep(self, draft: Draft) -> None:
        """Keep what is not saved yet, so that it outlives a crash; returns at once."""

    def forget(self) -> None:
        """What was kept is saved, or given up."""

    def kept(self) -> Draft | None:
        """Return what was not saved when the program ended last."""

    def check(self, draft: Draft) -> tuple[ImportIssue, ...]:
        """Return what is wrong, by row and column. Any thread."""

    def region_tables(self, region: str) -> Tables:
        """Return the units, stations, depots and stock that a region has by itself. Any thread but the window's. Raises `KnownError` or `Refused`."""

    def try_out(self, draft: Draft, language: str, progress: Progress) -> Trial:
        """Run it at full speed with a virtual player. Any thread but the window's. Raises `KnownError` or `Cancelled`."""
