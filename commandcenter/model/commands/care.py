"""Hospitals and shelters: what they offer, what is free, and who goes there."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.model.commands.base import Command
from commandcenter.model.ids import Id


@dataclass(frozen=True, slots=True)
class ReportCapacity(Command):
    """A facility reports how many places of a kind it has and how many are taken now."""

    facility_id: Id
    care: str
    """Code of a kind of places, e.g. `icu`."""
    total: int
    taken: int


@dataclass(frozen=True, slots=True)
class ChangeFacility(Command):
    """Say which services a facility has and whether it takes anybody in; `None` leaves as it is."""

    facility_id: Id
    services: tuple[str, ...] | None = None
    open: bool | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReservePlaces(Command):
    """Keep places for people who are going there."""

    facility_id: Id
    care: str
    people: int = 1
    incident_id: Id | None = None
    unit_id: Id | None = None
    """Who brings them."""
    tag: str = ""
    """Triage tag or group, never a name."""
    who: str = ""
    """Name and details; `med` section."""


@dataclass(frozen=True, slots=True)
class MovePlacement(Command):
    """People arrived, left, or do not come after all."""

    placement_id: Id
    state: str
    """arrived, released or cancelled."""
