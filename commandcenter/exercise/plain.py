"""Commands and other frozen values as JSON text and back: what a run keeps on the disk to be taken up again.

Only classes of the program's own vocabulary are made again; any other name is refused.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import ModuleType
from typing import Any

from commandcenter.exercise import acts as acts_module
from commandcenter.exercise import scenario as scenario_module
from commandcenter.log import sections as sections_module
from commandcenter.log import signed as signed_module
from commandcenter.model import commands as commands_module
from commandcenter.model import entries as entries_module
from commandcenter.model import sentences as sentences_module
from commandcenter.model import words as words_module
from commandcenter.model.errors import KnownError

_MODULES: tuple[ModuleType, ...] = (
    words_module,
    entries_module,
    sentences_module,
    commands_module,
    scenario_module,
    sections_module,
    signed_module,
    acts_module,
)


def to_text(value: object) -> str:
    """Return one line of JSON."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def from_text(text: str) -> Any:  # noqa: ANN401 - whatever was written
    """Return the value again. Raises `KnownError` for anything that `to_text` would not have written."""
    try:
        return _value(json.loads(text))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise KnownError("A kept line of an exercise cannot be read: {why}.", why=type(error).__name__) from error


@cache
def _classes() -> Mapping[str, type]:
    return {name: one for module in _MODULES for name, one in vars(module).items() if isinstance(one, type) and _is_plain(one)}


def _is_plain(one: type) -> bool:
    return is_dataclass(one) or issubclass(one, Enum) or hasattr(one, "_fields")


def _plain(value: object) -> object:
    if value is None or (isinstance(value, bool | int | float | str) and not isinstance(value, Enum)):
        return value
    if isinstance(value, list):
        return [_plain(one) for one in value]
    kind, body = _written(value)
    return {kind: body}


def _written(value: object) -> tuple[str, object]:
    """Return what sort of value it is, and its parts."""
    name = type(value).__name__
    match value:
        case Enum():
            return "enum", [name, value.value]
        case bytes():
            return "bytes", value.hex()
        case Mapping():
            return "map", [[_plain(key), _plain(one)] for key, one in value.items()]
        case tuple():
            parts = [_plain(one) for one in value]
            return ("new", [name, parts]) if hasattr(value, "_fields") else ("tuple", parts)
    if not is_dataclass(value) or name not in _classes():
        raise TypeError(f"not a plain value: {name}")
    return "new", [name, [_plain(getattr(value, f.name)) for f in fields(value) if f.init]]


def _value(raw: Any) -> Any:  # noqa: ANN401 - JSON
    if isinstance(raw, list):
        return [_value(one) for one in raw]
    if not isinstance(raw, dict):
        return raw
    ((kind, body),) = raw.items()
    return _READERS[kind](body)


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "enum": lambda body: _classes()[body[0]](body[1]),
    "bytes": bytes.fromhex,
    "map": lambda body: {_value(key): _value(one) for key, one in body},
    "tuple": lambda body: tuple(_value(one) for one in body),
    "new": lambda body: _classes()[body[0]](*map(_value, body[1])),
}
