"""Reads what people write for goods and depots: `20 blanket, 2 shelter kit`, by code or by name in either language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeVar

from commandcenter.model.errors import Refused
from commandcenter.picture.care import FacilityView
from commandcenter.picture.views import DepotView
from commandcenter.resources.catalogue import Catalogue

T = TypeVar("T")
_PART = re.compile(r"\s*(\d+)\s*[x×*]?\s*(\D.*?)\s*$")


def read_goods(text: str, catalogue: Catalogue) -> dict[str, int]:
    """Return quantities by item or kit code. Raises `Refused` naming the part that cannot be read."""
    goods: dict[str, int] = {}
    for part in re.split(r"[,;，；、\n]", text):
        if not part.strip():
            continue
        found = _PART.match(part)
        if found is None:
            raise Refused("“{part}” is no quantity and item; write 20 blanket, 2 kit_light.", part=part.strip())
        code = read_item(found.group(2), catalogue)
        goods[code] = goods.get(code, 0) + int(found.group(1))
    if not goods:
        raise Refused("Nothing has been asked for.")
    return goods


def read_item(text: str, catalogue: Catalogue) -> str:
    """Return the code of an item or kit: its code or name, or the only one that begins like that. Raises `Refused`."""
    wanted = text.strip().casefold().replace(" ", "_")
    terms = [*catalogue.items.values(), *catalogue.kits.values()]
    said = {term.code: (term.code.casefold(), term.en.casefold().replace(" ", "_"), term.zh) for term in terms}
    exact = [code for code, names in said.items() if wanted in names]
    begun = [code for code, names in said.items() if wanted and any(name.startswith(wanted) for name in names)]
    if exact:
        return exact[0]
    if len(begun) == 1:
        return begun[0]
    if begun:
        raise Refused("“{text}” may be {several}.", text=text.strip(), several=", ".join(begun))
    raise Refused("There is no item “{item}” in the catalogue.", item=text.strip())


def read_depot(text: str, depots: Iterable[DepotView]) -> DepotView:
    """Return the depot with this name, or the only one that begins like that. Raises `Refused`."""
    return _named(text, [(depot, (depot.name, *depot.names.values())) for depot in depots])


def read_facility(text: str, facilities: Iterable[FacilityView]) -> FacilityView:
    """Return the facility with this name, or the only one that begins like that. Raises `Refused`."""
    return _named(text, [(facility, (facility.name, *facility.names.values())) for facility in facilities])


def _named(text: str, things: list[tuple[T, tuple[str, ...]]]) -> T:
    wanted = text.strip().casefold()
    exact = [thing for thing, names in things if wanted in (name.casefold() for name in names)]
    begun = [thing for thing, names in things if wanted and any(name.casefold().startswith(wanted) for name in names)]
    if len(exact) == 1 or len(begun) == 1:
        return (exact or begun)[0]
    if exact or begun:
        raise Refused(
            "“{text}” may be one of several: {several}.", text=text.strip(), several=", ".join(n[0] for t, n in things if t in (exact or begun))
        )
    raise Refused("Nothing here is called “{text}”.", text=text.strip())
