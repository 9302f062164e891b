"""The scenarios and runs of a home, as the choice of an exercise shows them; each opens in a program of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QProcess

from commandcenter.app.exercise_store import kept_runs
from commandcenter.app.exercise_sync import Ways
from commandcenter.app.exercises import regions_of, scenarios_of
from commandcenter.app.home import Home
from commandcenter.app.program import own_command
from commandcenter.app.training import TRAINING_REGION
from commandcenter.exercise.folder import find_scenario, list_scenarios, read_scenario
from commandcenter.exercise.invitation import PLAYER, read_invitation_for
from commandcenter.exercise.scenario import Text
from commandcenter.model.errors import KnownError, Refused
from commandcenter.model.rights import Role
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.ui.exercise.port import RunRow, ScenarioRow
from commandcenter.ui.theme.tokens import DEFAULT_THEME
from commandcenter.ui.type_names import language


class Scenarios:
    """`ScenariosPort` of one home, at a desk over one region."""

    def __init__(
        self, home: Home, region: str = "", theme: Callable[[], str] = lambda: DEFAULT_THEME, player: Callable[[], str] = lambda: ""
    ) -> None:
        """Look into this home and at what is shipped. What opens looks as this desk does (`theme`); who sits here (`player`) plays."""
        self._home, self._region, self._theme, self._player = home, region, theme, player

    def scenarios(self) -> list[ScenarioRow]:
        """Return what is here, guided ones first, what cannot be read last and with the reason."""
        found = []
        for folder in list_scenarios(scenarios_of(self._home)):
            try:
                scenario = read_scenario(folder, default_catalogue())
            except KnownError as error:
                found.append(ScenarioRow(folder.name, Text({"en": folder.name}), Text(), "", 0, guided=False, fault=error.sentence))
                continue
            row = ScenarioRow(folder.name, scenario.name, scenario.summary, scenario.region, round(scenario.minutes), scenario.guided)
            found.append(row)
        return sorted(found, key=lambda row: (row.fault is not None, not row.guided, row.minutes, row.name))

    def unfinished(self) -> list[RunRow]:
        """Return the runs that had not come to their end."""
        return [RunRow(one.operation, one.scenario.name, one.reached_ms, one.branch) for one in kept_runs(self._home) if not one.over]

    def start(self, name: str) -> None:
        """Open an exercise; one that cannot be read, or whose region is not here, is refused here."""
        scenario = read_scenario(find_scenario(name, scenarios_of(self._home)), default_catalogue())
        if scenario.region != TRAINING_REGION:  # which is made where it is missing
            self._check_region(scenario.region)
        self._open("open", name, *self._named())

    def resume(self, operation: str) -> None:
        """Open a run where it was."""
        self._open("resume", operation)

    def join(self, code: str, name: str, role: str, where: str) -> None:
        """Take part in an exercise of another computer; a code or an address that is none, or a code for another role, is said here."""
        invitation = read_invitation_for(code, PLAYER if role == "player" else Role(role))
        self._check_region(invitation.region)
        Ways.to(where, invitation.key)
        self._open("join", code, f"--name={name}", "--role", role, *([f"--at={where}"] if where else []))

    def replay(self, path: Path, days: float | None) -> None:
        """Play a real log of calls."""
        more = ["--days", str(days)] if days is not None else []
        self._open("replay", str(path), "--region", self._region, "--window", *more, *self._named())

    def _check_region(self, region: str) -> None:
        if region not in regions_of(self._home):
            raise Refused("This exercise is in the region {region}, which is not on this computer. Import or copy it first.", region=region)

    def _named(self) -> list[str]:
        return [f"--name={self._player()}"] if self._player() else []

    def _open(self, *words: str) -> None:
        program, *before = own_command()
        faces = ["--theme", self._theme(), "--language", language()]
        started, _ = QProcess.startDetached(program, [*before, "--home", str(self._home.root), "exercise", *words, *faces])
        if not started:
            raise KnownError("The exercise could not be started; try `commandcenter exercise {words}` in a terminal.", words=" ".join(words[:2]))
