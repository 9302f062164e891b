"""Who sits at this desk."""

from __future__ import annotations

import getpass
from dataclasses import dataclass

from commandcenter.app.home import Home
from commandcenter.model.ids import Id, derived_id

DEFAULT_ROLE = "dispatcher"


@dataclass(frozen=True, slots=True)
class Operator:
    """The person whose name stands beside every entry made here."""

    id: Id
    name: str
    role: str


def operator_of(home: Home) -> Operator:
    """Return the operator kept in the settings, else one named after the computer's user."""
    kept = home.setting("operator")
    if isinstance(kept, dict) and kept.get("name"):
        return named_operator(str(kept["name"]), str(kept.get("role") or DEFAULT_ROLE))
    return named_operator(_user_name(), DEFAULT_ROLE)


def named_operator(name: str, role: str) -> Operator:
    """Return the operator of a name; the same name is the same person."""
    return Operator(derived_id("operator", name.strip().casefold()), name.strip(), role)


def keep_operator(home: Home, operator: Operator) -> None:
    """Remember who sits here."""
    home.keep("operator", {"name": operator.name, "role": operator.role})


def _user_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no such user on this system, as in some containers
        return "desk"
