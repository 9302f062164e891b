"""Puts a conflict into words: what it is about, and what each desk says."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from commandcenter.geo.gazetteer.coordinates import format_lat_lon
from commandcenter.model.entries import Key, Kind, Value
from commandcenter.model.field_words import SHARE, STOCK, field_said
from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat
from commandcenter.picture.fields import as_int
from commandcenter.resources.catalogue import Catalogue
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import spoken, tr
from commandcenter.ui.ports import DeskPort
from commandcenter.ui.sketch.words import drawing_words, sketch_value_words
from commandcenter.ui.type_names import capability_name, item_name, language, local_name, type_name, unit_kind_name
from commandcenter.ui.words import grade_word, priority_word, state_word, status_word


def subject_words(desk: DeskPort, key: Key) -> str:
    """Return what a conflict is about, e.g. `E1: where it goes`."""
    return f"{_thing(desk, key)}: {_field(desk.catalogue, key.field)}"


def _thing(desk: DeskPort, key: Key) -> str:
    picture = desk.picture
    incident, unit, depot = picture.incident(key.entity), picture.unit(key.entity), picture.depot(key.entity)
    if key.kind == Kind.INCIDENT and incident is not None:
        return f"{incident.number} {incident.address}".strip()
    if key.kind == Kind.UNIT and unit is not None:
        return unit.callsign
    sketch = picture.sketch(key.entity)
    if sketch is not None:
        return drawing_words(sketch.kind, sketch.symbol, sketch.text)
    return local_name(depot.name, depot.names) if depot is not None else key.kind


def _field(catalogue: Catalogue, field: str) -> str:
    said = spoken(field_said(field))
    prefix = next((prefix for prefix in (STOCK, SHARE) if field.startswith(prefix)), None)
    return said if prefix is None else f"{said}, {item_name(catalogue, field.removeprefix(prefix))}"


def value_words(desk: DeskPort, key: Key, value: Value) -> str:
    """Return what one desk says, in the language in force."""
    if key.kind == Kind.SKETCH:
        return sketch_value_words(value)
    if key.field in _SETS:
        return _set_words(desk, key.field, value)
    if key.field == "answers" and isinstance(value, Mapping):
        return _answer_words(desk.catalogue, value)
    if isinstance(value, Mapping):
        return _map_words(desk, key, value)
    if key.field == "at" and isinstance(value, list | tuple) and len(value) == 2:
        return format_lat_lon(LonLat(float(str(value[0])), float(str(value[1]))))
    return _plain_words(desk, key, value)


def _plain_words(desk: DeskPort, key: Key, value: Value) -> str:
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if isinstance(value, int) and key.field in ("priority", "grade"):
        return f"{value}  {priority_word(value) if key.field == 'priority' else grade_word(value)}"
    if isinstance(value, str) and key.field in _CODES:
        return _CODES[key.field](desk.catalogue, value)
    return tr("nothing") if value in (None, "") else str(value)


def _map_words(desk: DeskPort, key: Key, value: Mapping[str, Value]) -> str:
    if key.field == "status":
        return status_word(str(value.get("s")))
    if key.field.startswith(SHARE):
        return _shares_words(desk, value.get("shares"))
    if key.field == "in_force":
        return _version_words(desk, value)
    incident = desk.picture.incident(Id(str(value.get("incident"))))
    where = f"{incident.number} {incident.address}" if incident is not None else tr("another incident")
    if key.field.startswith(STOCK):
        return tr("{n} promised to {where}", n=value.get("quantity"), where=where)
    if key.field == "assignment":
        return tr("to {where}", where=where)
    return ", ".join(f"{name} {item!r}" for name, item in value.items())


def _set_words(desk: DeskPort, field: str, value: Value) -> str:
    """Return the members of a set, of a map the names with what they hold."""
    if isinstance(value, Mapping) and any(isinstance(inner, list | tuple) for inner in value.values()):
        names = [member for inner in value.values() if isinstance(inner, list | tuple) for member in inner]
    else:
        names = [*value] if isinstance(value, Mapping | list | tuple) else []
    said = [_SETS[field](desk, str(name)) for name in names]
    held = value if isinstance(value, Mapping) else {}
    numbers = [number if isinstance(number := held.get(str(name)), int) else None for name in names]
    counts = [word if number is None else f"{word} {number}" for word, number in zip(said, numbers, strict=True)]
    return ", ".join(counts) or tr("nothing")


def _answer_words(catalogue: Catalogue, answers: Mapping[str, Value]) -> str:
    said = []
    for question in catalogue.questions.all:
        answer = question.answer(str(answers[question.code])) if question.code in answers else None
        if answer is not None:
            said.append(f"{question.name(language())} {answer.name(language())}")
    return "; ".join(said) or tr("nothing")


def _member(desk: DeskPort, code: str) -> str:
    """Return a member of a group: a unit, a station, a kind or a capability."""
    unit, station = desk.picture.unit(Id(code)), desk.picture.station(Id(code))
    if unit is not None:
        return unit.callsign
    return station.name if station is not None else unit_kind_name(desk.catalogue, code)


def _care(desk: DeskPort, code: str) -> str:
    care = desk.catalogue.care.get(code)
    return care.name(language()) if care is not None else code


def _version_words(desk: DeskPort, value: Mapping[str, Value]) -> str:
    version = next((one for one in desk.picture.catalogue_versions() if one.id == value.get("version")), None)
    if version is None:
        return tr("as shipped")
    return tr("version {digest} of {time}", digest=version.digest[:12], time=formats.moment(version.wall_ms))


def _shares_words(desk: DeskPort, shares: Value) -> str:
    names = {device.id: device.name for device in desk.picture.rights.devices()}
    each = shares.items() if isinstance(shares, Mapping) else ()
    return ", ".join(f"{names.get(Id(device)) or device[:8]}: {formats.number(as_int(n))}" for device, n in each) or tr("nothing")


_CODES: Mapping[str, Callable[[Catalogue, str], str]] = {
    "state": lambda _catalogue, code: state_word(code),
    "type": type_name,
    "kind": unit_kind_name,
}
_SETS: Mapping[str, Callable[[DeskPort, str], str]] = {
    "capabilities": lambda desk, code: capability_name(desk.catalogue, code),
    "services": _care,
    "members": _member,
}
