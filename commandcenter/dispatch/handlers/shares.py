"""Shares of stock for desks that may be apart, and the check that everybody keeps to his own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from commandcenter.dispatch import lookup
from commandcenter.dispatch.now import Now
from commandcenter.dispatch.writing import put
from commandcenter.model.commands import ShareStock
from commandcenter.model.entries import Draft, EntryType, Kind, Value
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.sentences import say
from commandcenter.picture.escrow import FIELD
from commandcenter.picture.picture import Picture


def share_stock(picture: Picture, command: ShareStock, now: Now) -> list[Draft]:
    """Divide what is free; unless it is said so, nobody else's share is cut, for it may have been spent apart."""
    depot = lookup.depot(picture, command.depot_id)
    item = lookup.check_text(command.item, say("The item"))
    free = max(0, depot.free(item))
    before = picture.shares(depot.id, item)
    shares = _even(picture, now, free) if command.shares is None else dict(command.shares)
    if any(quantity < 0 for quantity in shares.values()) or sum(shares.values()) > free:
        raise Refused(
            "{depot} has only {have} of {item} free; the shares are more than that.",
            depot=lookup.depot_name(depot),
            have=free,
            item=now.catalogue.item(item),
        )
    if not command.cut:
        _check_uncut(picture, before, shares, now.device)
    taken = picture.taken(depot.id, item)
    value: dict[str, Value] = {"shares": dict(sorted(shares.items())), "taken": {device: n for device, n in sorted(taken.items()) if n}}
    about: dict[str, Value] = {"depot": depot.id, "item": item, "quantity": sum(shares.values()), "desks": len(shares)}
    return [Draft(EntryType.STOCK_SHARED, put(Kind.DEPOT, depot.id, {FIELD + item: value}), about=about)]


def check_shares(picture: Picture, drafts: Sequence[Draft], device: Id) -> None:
    """Refuse drafts by which a device takes more of an item than its share, or delivers what another has promised of it."""
    _check_own_promises(picture, drafts, device)
    wanted: Counter[tuple[Id, str]] = Counter()
    for draft in drafts:
        ends = any(write.key.kind == Kind.RESERVATION and write.key.field == "state" and write.value != "open" for write in draft.writes)
        for write in draft.writes:
            value = write.value if isinstance(write.value, Mapping) else {}
            place = (Id(str(value.get("depot"))), str(value.get("item")))
            if (write.key.kind, write.key.field) == (Kind.RESERVATION, "what"):
                wanted[place] += _whole(value.get("quantity"))
            elif (write.key.kind, write.key.field) == (Kind.STOCK_MOVE, "move") and not ends:  # what was promised is counted already
                wanted[place] -= _whole(value.get("delta"))
    for (depot_id, item), quantity in wanted.items():
        depot = picture.depot(depot_id)
        shares = picture.shares(depot_id, item) if quantity > 0 and depot is not None else {}
        if shares and depot is not None and shares.get(device, 0) < quantity:
            raise Refused(
                "This desk has {have} of {item} at {depot} left in its share, {wanted} are wanted. Others may be taking the rest: divide anew.",
                have=max(0, shares.get(device, 0)),
                item=item,
                depot=depot.name,
                wanted=quantity,
            )


def _check_own_promises(picture: Picture, drafts: Sequence[Draft], device: Id) -> None:
    """Two desks that are apart might deliver one promise twice; so while an item is divided only its own desk does."""
    ended = (w for d in drafts for w in d.writes if (w.key.kind, w.key.field) == (Kind.RESERVATION, "state") and w.value not in ("open", "returned"))
    for write in ended:
        promise, author = picture.reservation(write.key.entity), picture.promised_by(write.key.entity)
        if promise is not None and author not in (None, device) and picture.shares(promise.depot, promise.item):
            raise Refused("Another desk has promised these goods from its share; they are delivered there, or given back here.")


def _even(picture: Picture, now: Now, free: int) -> dict[Id, int]:
    """Return even parts for all desks that are known and not revoked; the remainder goes to this one."""
    desks = sorted({now.device, *(device.id for device in picture.rights.devices() if not device.revoked)})
    part = free // len(desks)
    return {**dict.fromkeys(desks, part), now.device: free - part * (len(desks) - 1)}


def _check_uncut(picture: Picture, before: Mapping[Id, int], shares: Mapping[Id, int], ours: Id) -> None:
    names = {device.id: device.name for device in picture.rights.devices()}
    for device, left in before.items():
        if device != ours and shares.get(device, 0) < left:
            raise Refused(
                "Desk {desk} has {left} left in its share and may have taken it while it was apart; cut its share only when it is in step or lost.",
                desk=names.get(device) or device[:8],
                left=left,
            )


def _whole(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else 0
