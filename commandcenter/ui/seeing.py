"""Who may see personal data: what the data catalogue in force allows the roles of who sits at a seat."""

from __future__ import annotations

from typing import Protocol

from commandcenter.model.ids import Id
from commandcenter.ui.ports import DeskPort

ATTACHMENT, CREW_NAME, PARTNER_CONTACT, PATIENT = "attachment", "crew_name", "partner_contact", "patient"
"""Classes of personal data, by their codes in `data_classes.csv`; callers are `resources.data_classes.CALLER`."""


class Seeing(Protocol):
    """Who looks, and at which desk."""

    @property
    def desk(self) -> DeskPort:
        """Return the desk."""

    @property
    def actor(self) -> Id:
        """Return who sits there."""


def may_see(seat: Seeing, code: str) -> bool:
    """Return whether who sits here may see a class of data; everybody, before roles are given out and where the catalogue has no such class."""
    rights, data = seat.desk.picture.rights, seat.desk.catalogue.data_classes.get(code)
    return not rights.begun or data is None or data.seen_by(role.value for role in rights.roles_of(seat.actor))
