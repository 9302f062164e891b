"""The scenarios of a home as the editor sees them."""

from __future__ import annotations

import asyncio
from functools import lru_cache

from commandcenter.app.exercises import check_in, check_scenario, ground_of, regions_of, scenarios_of
from commandcenter.app.home import Home
from commandcenter.app.scenarios import Scenarios
from commandcenter.app.session import open_pack
from commandcenter.app.unsaved_scenario import UnsavedScenario
from commandcenter.exercise.draft import SHEET, Draft, checked_name, new_draft, read_draft, write_draft
from commandcenter.exercise.folder import find_scenario, shipped
from commandcenter.exercise.own_resources import Tables, region_tables
from commandcenter.exercise.trial import Trial, try_out
from commandcenter.geo.pack import RegionPack
from commandcenter.model.clock import Clock
from commandcenter.model.errors import Refused
from commandcenter.model.progress import Progress
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.resources.csv_tables import ImportIssue
from commandcenter.ui.exercise.port import ScenarioRow

HOUR_MS = 3_600_000


class ScenarioEditing:
    """`EditorPort` of one home, at a desk over one region."""

    def __init__(self, home: Home, region: str, clock: Clock) -> None:
        """Look into this home; new scenarios are in this region."""
        self._home, self._region, self._clock = home, region, clock
        self._pack = lru_cache(maxsize=2)(self._opened)
        self._unsaved = UnsavedScenario(home.root / "unsaved-scenario")
        self.keep, self.forget, self.kept = self._unsaved.keep, self._unsaved.forget, self._unsaved.read

    @property
    def region(self) -> str:
        """Return the region of this desk."""
        return self._region

    def regions(self) -> list[str]:
        """Return the names of the regions here."""
        return sorted(regions_of(self._home))

    def scenarios(self) -> list[ScenarioRow]:
        """Return what can be opened."""
        return Scenarios(self._home).scenarios()

    def is_own(self, name: str) -> bool:
        """Return whether a scenario lies among this home's own."""
        return (scenarios_of(self._home) / name).is_dir()

    def new(self, name: str) -> Draft:
        """Return an empty scenario that starts at the next full hour of today."""
        self._free(name)
        return new_draft(checked_name(name), self._region, self._clock.wall_ms() // HOUR_MS * HOUR_MS)

    def read(self, name: str) -> Draft:
        """Read a scenario."""
        return read_draft(find_scenario(name, scenarios_of(self._home)))

    def save(self, draft: Draft) -> None:
        """Write it among this home's own; one that is shipped under the same name stays as it is."""
        if not self.is_own(checked_name(draft.head.id)):
            self._free(draft.head.id)
        write_draft(scenarios_of(self._home) / draft.head.id, draft)

    def check(self, draft: Draft) -> tuple[ImportIssue, ...]:
        """Return what is wrong."""
        scenario = draft.whole(default_catalogue())
        if scenario.region not in regions_of(self._home):
            return check_scenario(self._home, scenario, None, SHEET)
        return check_in(self._pack(scenario.region), scenario, regions_of(self._home), SHEET)

    def region_tables(self, region: str) -> Tables:
        """Return what a region has by itself."""
        if region not in regions_of(self._home):
            raise Refused("There is no region {region} here.", region=region)
        return region_tables(ground_of(self._pack(region), default_catalogue()).fleet)

    def try_out(self, draft: Draft, language: str, progress: Progress) -> Trial:
        """Run it at full speed; in memory, with a loop of its own."""
        scenario = draft.whole(default_catalogue())
        ground = ground_of(self._pack(scenario.region), default_catalogue())
        return asyncio.run(try_out(scenario, ground, language, progress))

    def _opened(self, region: str) -> RegionPack:
        return open_pack(self._home, region)

    def _free(self, name: str) -> None:
        if self.is_own(name) or (shipped() / name).is_dir():
            raise Refused("There is a scenario {name} already; give it another short name.", name=name)
