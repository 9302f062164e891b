"""Words of supplies, facilities and searches: states, organisations, goods; and the mark of what is not ours."""

from __future__ import annotations

from collections.abc import Mapping

from commandcenter.model.ids import Id
from commandcenter.picture.picture import Picture
from commandcenter.resources.catalogue import Catalogue
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import mark, tr
from commandcenter.ui.type_names import item_name, language

STATE = {
    "open": mark("open"),
    "asked": mark("asked for"),
    "accepted": mark("promised"),
    "declined": mark("declined"),
    "shipped": mark("on its way"),
    "received": mark("received"),
    "delivered": mark("delivered"),
    "returned": mark("given back"),
    "reserved": mark("on the way"),
    "arrived": mark("there"),
    "released": mark("let go"),
    "cancelled": mark("called off"),
    "found": mark("found"),
    "called_off": mark("called off"),
}
"""States of transfers, reservations, placements and searches."""
PARTNER_KIND = {"company": mark("company"), "volunteers": mark("volunteers"), "agency": mark("agency"), "charity": mark("charity")}
PARTNER_MARK = "◇"
"""Stands beside everything that belongs to a partner."""


def logistics_state(state: str) -> str:
    """Return a state in words; one of a newer program as it is."""
    return tr(STATE[state]) if state in STATE else state


def goods_words(catalogue: Catalogue, goods: Mapping[str, int]) -> str:
    """Return quantities of items as one text."""
    return formats.listed(f"{formats.number(quantity)} × {goods_name(catalogue, item)}" for item, quantity in goods.items())


def goods_name(catalogue: Catalogue, code: str) -> str:
    """Return the name of an item or a kit."""
    kit = catalogue.kits.get(code)
    return kit.name(language()) if kit is not None else item_name(catalogue, code)


def care_name(catalogue: Catalogue, code: str) -> str:
    """Return the name of a kind of places or a service."""
    care = catalogue.care.get(code)
    return care.name(language()) if care is not None else code


def marked(name: str, partner: Id | None, picture: Picture) -> str:
    """Return a name, with the mark and name of the organisation it belongs to, where it is not ours."""
    if partner is None:
        return name
    found = picture.supplies.partner(partner)
    return f"{PARTNER_MARK} {name}" + (f" ({found.name})" if found is not None and found.name != name else "")
