"""The last answer per incident, so that the next one can say what closures have changed."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass, replace

from commandcenter.dispatch.changes import what_changed
from commandcenter.dispatch.recommend import Engine
from commandcenter.dispatch.recommendation import Recommendation
from commandcenter.dispatch.situation import Request
from commandcenter.model.ids import Id

MOST = 500
"""Answers kept; the one not asked for longest goes first."""


@dataclass(frozen=True, slots=True)
class _Answer:
    closures: frozenset[Id]
    recommendation: Recommendation
    """Without its rejections: they hold the situation and the ways of all units."""


class Remembered:
    """Safe in several threads."""

    def __init__(self) -> None:
        """Start empty."""
        self._lock = threading.Lock()
        self._answers: OrderedDict[Id, _Answer] = OrderedDict()

    def recommend(self, request: Request, engine: Engine) -> Recommendation:
        """Return the recommendation; its notes say what other closures have changed since the last one."""
        answer = engine.recommend(request)
        if request.incident_id is None:
            return answer
        closures = frozenset(c.id for c in engine.situation.closures)
        with self._lock:
            last = self._answers.pop(request.incident_id, None)
            self._answers[request.incident_id] = _Answer(closures, replace(answer, rejected=()))
            while len(self._answers) > MOST:
                self._answers.popitem(last=False)
        if last is None or last.closures == closures:
            return answer
        return replace(answer, notes=(*answer.notes, *what_changed(last.recommendation, answer, engine.catalogue)))
