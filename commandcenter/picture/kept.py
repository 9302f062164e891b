"""Views of one kind of thing, made when asked for and kept until an entry touches them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from commandcenter.model.entries import Kind
from commandcenter.model.ids import Id
from commandcenter.picture.state import State

View = TypeVar("View")


class Kept(Generic[View]):
    """Views of one kind, made when asked for and kept until an entry touches them."""

    def __init__(self, state: State, kind: Kind, project: Callable[[State, Id], View | None], order: Callable[[View], tuple[object, ...]]) -> None:
        """`project` makes one view, `order` sorts them."""
        self._state = state
        self._kind = kind
        self._project = project
        self._order = order
        self._made: dict[Id, View | None] = {}
        self._all: tuple[View, ...] | None = None

    def get(self, id_: Id) -> View | None:
        """Return one view; `None` before the thing is known."""
        if id_ not in self._made:
            if id_ not in self._state.registers.entities(self._kind):
                return None
            self._made[id_] = self._project(self._state, id_)
        return self._made[id_]

    def all(self) -> tuple[View, ...]:
        """Return all views, sorted."""
        if self._all is None:
            views = (self.get(id_) for id_ in self._state.registers.entities(self._kind))
            self._all = tuple(sorted((view for view in views if view is not None), key=self._order))
        return self._all

    def drop(self, ids: set[Id]) -> None:
        """Forget the views of things that an entry touched."""
        self._all = None
        for id_ in ids:
            self._made.pop(id_, None)
