"""Roles, devices and people in words."""

from __future__ import annotations

from collections.abc import Iterable

from commandcenter.model.ids import Id
from commandcenter.model.rights import ROLE_SAID, Role
from commandcenter.picture.rights import DeviceView
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import spoken, tr
from commandcenter.ui.seat import Seat


def role_words(roles: Iterable[Role]) -> str:
    """Return roles in words, in the order of the table."""
    wanted = set(roles)
    return tr("all roles") if wanted == set(Role) else formats.listed(spoken(ROLE_SAID[role]) for role in Role if role in wanted)


def role_options() -> list[tuple[str, object]]:
    """Return (words, code) for a choice of roles."""
    return [(spoken(ROLE_SAID[role]), role.value) for role in Role]


def device_words(seat: Seat, device: Id) -> str:
    """Return what people call a device: its name, or the beginning of its id."""
    view = next((one for one in seat.desk.picture.rights.devices() if one.id == device), None)
    return short(device) if view is None or not view.name else view.name


def device_state(device: DeviceView, begun: bool) -> str:
    """Return how a device stands in the operation."""
    if device.revoked:
        return tr("revoked: {reason}", reason=device.reason) if device.reason else tr("revoked")
    if device.founder:
        return tr("the operation was begun here")
    if not begun:
        return tr("may write: no rights were given out yet")
    return tr("enrolled") if device.roles else tr("not enrolled")


def person_words(seat: Seat, operator: Id) -> str:
    """Return a person's name; of one that is not known, the beginning of the id."""
    picture = seat.desk.picture
    return picture.operator_name(operator) or picture.rights.name_of(operator) or short(operator)


def short(ident: Id) -> str:
    """Return the beginning of an id, enough to tell it from others aloud."""
    return ident[:8]
