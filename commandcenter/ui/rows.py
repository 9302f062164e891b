"""A list model that keeps its rows sorted and changes only the rows it is told about."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from commandcenter.model.ids import Id

Item = TypeVar("Item")
Key = tuple[Any, ...]
AnyIndex = QModelIndex | QPersistentModelIndex

ITEM_ROLE = int(Qt.ItemDataRole.UserRole)
ID_ROLE = ITEM_ROLE + 1
NO_INDEX = QModelIndex()


class SortedRows(QAbstractListModel, Generic[Item]):
    """Rows of one kind of view, sorted by `key`. 3,000 rows stay quick: a change touches one row, never all.

    A subclass says what an item's sort key and its accessible text are.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._keys: list[Key] = []
        self._ids: list[Id] = []
        self._items: dict[Id, Item] = {}
        self._key_of: dict[Id, Key] = {}

    def key(self, item: Item) -> Key:
        """Return the sort key; what is equal is then sorted by id."""
        raise NotImplementedError

    def text(self, item: Item) -> str:
        """Return the row in words: for screen readers, search as you type and copying."""
        raise NotImplementedError

    def fill(self, items: Iterable[tuple[Id, Item]]) -> None:
        """Replace everything; only at the start and after a change of grouping."""
        self.beginResetModel()
        self._items = dict(items)
        self._key_of = {ident: (*self.key(item), ident) for ident, item in self._items.items()}
        ordered = sorted((key, ident) for ident, key in self._key_of.items())
        self._keys = [key for key, _ in ordered]
        self._ids = [ident for _, ident in ordered]
        self.endResetModel()

    def become(self, items: Iterable[tuple[Id, Item]]) -> None:
        """Hold exactly these; only rows that differ are touched."""
        new = dict(items)
        if not self._items:
            self.fill(new.items())
            return
        for ident in [ident for ident in self._items if ident not in new]:
            self.drop(ident)
        for ident, item in new.items():
            if (old := self._items.get(ident)) is not item and old != item:
                self.put(ident, item)

    def put(self, ident: Id, item: Item) -> None:
        """Add a row, or change and perhaps move it."""
        key = (*self.key(item), ident)
        if ident not in self._items:
            self._insert(ident, item, key)
            return
        old = self.row_of(ident)
        self._items[ident] = item
        if key != self._key_of[ident]:
            self._move(ident, old, key)
        index = self.index(self.row_of(ident))
        self.dataChanged.emit(index, index)

    def drop(self, ident: Id) -> None:
        """Remove a row; one that is not there is fine."""
        if ident not in self._items:
            return
        row = self.row_of(ident)
        self.beginRemoveRows(NO_INDEX, row, row)
        del self._keys[row], self._ids[row], self._items[ident], self._key_of[ident]
        self.endRemoveRows()

    def row_of(self, ident: Id) -> int:
        """Return the row of an id, −1 where it is not shown."""
        key = self._key_of.get(ident)
        return -1 if key is None else bisect_left(self._keys, key)

    def item(self, row: int) -> Item:
        """Return the item of a row."""
        return self._items[self._ids[row]]

    def id_at(self, row: int) -> Id:
        """Return the id of a row."""
        return self._ids[row]

    def rowCount(self, parent: AnyIndex = NO_INDEX) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: AnyIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:  # noqa: ANN401 - Qt's own signature
        """Return an item (`ITEM_ROLE`), its id (`ID_ROLE`) or its words."""
        if not index.isValid():
            return None
        ident = self._ids[index.row()]
        if role == ITEM_ROLE:
            return self._items[ident]
        if role == ID_ROLE:
            return ident
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.text(self._items[ident])
        return None

    def _insert(self, ident: Id, item: Item, key: Key) -> None:
        row = bisect_left(self._keys, key)
        self.beginInsertRows(NO_INDEX, row, row)
        self._keys.insert(row, key)
        self._ids.insert(row, ident)
        self._items[ident] = item
        self._key_of[ident] = key
        self.endInsertRows()

    def _move(self, ident: Id, old: int, key: Key) -> None:
        target = bisect_left(self._keys, key)
        moves = target not in (old, old + 1)
        if moves:
            self.beginMoveRows(NO_INDEX, old, old, NO_INDEX, target)
        del self._keys[old], self._ids[old]
        row = target - 1 if target > old else target
        self._keys.insert(row, key)
        self._ids.insert(row, ident)
        self._key_of[ident] = key
        if moves:
            self.endMoveRows()
