"""Goods of a stored recommendation beside those that were promised."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from commandcenter.model.entries import Value
from commandcenter.model.ids import Id
from commandcenter.picture.picture import Picture


class Goods(NamedTuple):
    """So much of one item out of one depot, of all its batches together."""

    depot: Id
    name: str
    """The depot's, as it is known on site."""
    item: str
    quantity: int


def rows_of(shown: Mapping[str, Value], name: str) -> list[Mapping[str, Value]]:
    """Return the rows of a list in a stored recommendation; none where there is no such list."""
    rows = shown.get(name)
    return [row for row in rows if isinstance(row, Mapping)] if isinstance(rows, list | tuple) else []


def goods_shown(shown: Mapping[str, Value]) -> Counter[tuple[Id, str]] | None:
    """Return the goods of a stored recommendation by (depot, item); `None` where it has no such list."""
    if not isinstance(shown.get("supplies"), list | tuple):
        return None
    found: Counter[tuple[Id, str]] = Counter()
    for row in rows_of(shown, "supplies"):
        quantity = row.get("quantity")
        found[Id(str(row.get("depot_id"))), str(row.get("item"))] += quantity if isinstance(quantity, int) else 0
    return +found


def goods_of(supplies: Sequence[tuple[Id, str, int]]) -> Counter[tuple[Id, str]]:
    """Return what was promised, by (depot, item)."""
    found: Counter[tuple[Id, str]] = Counter()
    for depot, item, quantity in supplies:
        found[depot, item] += quantity
    return +found


def named(picture: Picture, goods: Counter[tuple[Id, str]] | None) -> tuple[Goods, ...]:
    """Return goods with the names of their depots as they are now."""
    depots = {depot: picture.depot(depot) for depot, _item in goods or ()}
    return tuple(Goods(depot, "?" if (found := depots[depot]) is None else found.name, item, n) for (depot, item), n in (goods or {}).items())


def beyond(goods: Sequence[Goods], others: Sequence[Goods]) -> tuple[Goods, ...]:
    """Return what of `goods` goes beyond `others`."""
    there = {(one.depot, one.item): one.quantity for one in others}
    more = [one._replace(quantity=one.quantity - there.get((one.depot, one.item), 0)) for one in goods]
    return tuple(one for one in more if one.quantity > 0)
