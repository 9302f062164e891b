"""From a plan to what is done when it is accepted: promises, and answers to what was asked for."""

from __future__ import annotations

from collections import Counter

from commandcenter.dispatch.logistics import Answer
from commandcenter.model.commands import AnswerTransfer, AskTransfer, Command
from commandcenter.model.ids import Id
from commandcenter.picture.picture import Picture
from commandcenter.picture.supplies import TransferView


def promises(answer: Answer, picture: Picture, reason: str) -> list[Command]:
    """Return one transfer for each depot and place, promised at once.

    A request for just what its depot gives is agreed to. Any other request that the plan meets is declined with `reason`, for the plan's own
    transfers bring the goods; what they lack of it is asked for anew. One that the plan brings nothing for stays as it is.
    """
    goods: dict[tuple[Id, Id], Counter[str]] = {}
    for one in answer.flow.deliveries:
        goods.setdefault((one.depot, one.site), Counter())[one.item] += one.quantity
    brought: dict[Id, Counter[str]] = {}
    for (_, site), given in goods.items():
        brought.setdefault(site, Counter()).update(given)
    answers: list[Command] = []
    for request in answer.requests:
        place = request.depot or request.incident
        now = picture.supplies.transfer(request.id)
        if place is None or place not in brought or now is None or now.state != "asked":
            continue
        met = Counter(request.goods) & brought[place]
        brought[place] -= met
        if met == request.goods == goods.get((request.source, place)):
            answers.append(AnswerTransfer(request.id, True))
            del goods[request.source, place]
        elif met:
            answers += _answered(request, met, reason)
    aim = str(answer.trips.goal.aim)
    return answers + [
        AskTransfer(depot, dict(given), None if (incident := picture.incident(site)) else site, site if incident else None, agreed=True, goal=aim)
        for (depot, site), given in goods.items()
    ]


def _answered(request: TransferView, met: Counter[str], reason: str) -> list[Command]:
    """Return what becomes of a request that is met from elsewhere, or in part."""
    rest = Counter(request.goods) - met
    again: list[Command] = [AskTransfer(request.source, dict(rest), request.depot, request.incident, request.note)] if rest else []
    return [AnswerTransfer(request.id, False, reason), *again]
