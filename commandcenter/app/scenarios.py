"""The scenarios and runs of a home, as the choice of an exercise shows them; each opens in a program of its own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QProcess

from commandcenter.app.exercise_store import kept_runs
from commandcenter.app.exercises import scenarios_of
from commandcenter.app.home import Home
from commandcenter.app.program import own_command
from commandcenter.exercise.folder import list_scenarios, read_scenario
from commandcenter.exercise.invitation import PLAYER, read_invitation_for
from commandcenter.model.errors import KnownError
from commandcenter.model.rights import Role
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.ui.exercise.port import RunRow, ScenarioRow


class Scenarios:
    """`ScenariosPort` of one home, at a desk over one region."""

    def __init__(self, home: Home, region: str = "") -> None:
        """Look into this home and at what is shipped."""
        self._home, self._region = home, region

    def scenarios(self) -> list[ScenarioRow]:
        """Return what can be read, guided ones first; a broken folder is left to `commandcenter exercise validate`."""
        found = []
        for folder in list_scenarios(scenarios_of(self._home)):
            try:
                scenario = read_scenario(folder, default_catalogue())
            except KnownError:
                continue
            row = ScenarioRow(folder.name, scenario.name, scenario.summary, scenario.region, round(scenario.minutes), scenario.guided)
            found.append(row)
        return sorted(found, key=lambda row: (not row.guided, row.minutes, row.name))

    def unfinished(self) -> list[RunRow]:
        """Return the runs that had not come to their end."""
        return [RunRow(one.operation, one.scenario.name, one.reached_ms, one.branch) for one in kept_runs(self._home) if not one.over]

    def start(self, name: str) -> None:
        """Open an exercise."""
        self._open("open", name)

    def resume(self, operation: str) -> None:
        """Open a run where it was."""
        self._open("resume", operation)

    def join(self, code: str, name: str, role: str) -> None:
        """Take part in an exercise of another computer; a code that is none, or for another role, is said here."""
        read_invitation_for(code, PLAYER if role == "player" else Role(role))
        self._open("join", code, "--name", name, "--role", role)

    def replay(self, path: Path, days: float | None) -> None:
        """Play a real log of calls."""
        more = ["--days", str(days)] if days is not None else []
        self._open("replay", str(path), "--region", self._region, "--window", *more)

    def _open(self, *words: str) -> None:
        program, *before = own_command()
        started, _ = QProcess.startDetached(program, [*before, "--home", str(self._home.root), "exercise", *words])
        if not started:
            raise KnownError("The exercise could not be started; try `commandcenter exercise {words}` in a terminal.", words=" ".join(words[:2]))
