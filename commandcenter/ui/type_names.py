"""Catalogue names in the language in force."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QLocale

from commandcenter.model.ports import Place
from commandcenter.resources.catalogue import Catalogue, Term
from commandcenter.ui.i18n.tr import mark, tr

_GOODS_UNITS = {"pcs": mark("pcs"), "can": mark("can"), "bag": mark("bag"), "box": mark("box"), "l": mark("l"), "kg": mark("kg"), "m": mark("m")}
"""In what the goods of the shipped catalogue are counted, and other usual ones."""


def language() -> str:
    """Return `zh` or `en`."""
    return "zh" if QLocale().language() == QLocale.Language.Chinese else "en"


def _name(terms: Mapping[str, Term], code: str) -> str:
    term = terms.get(code)
    return term.name(language()) if term else code


def type_name(catalogue: Catalogue, code: str) -> str:
    """Return an incident type's name; the code where the catalogue lacks it."""
    return _name(catalogue.types, code)


def capability_name(catalogue: Catalogue, code: str) -> str:
    """Return a capability's name."""
    return _name(catalogue.capabilities, code)


def need_name(catalogue: Catalogue, code: str) -> str:
    """Return the name of what a plan asks for: a capability or an item."""
    return capability_name(catalogue, code) if code in catalogue.capabilities else item_name(catalogue, code)


def plan_name(catalogue: Catalogue, code: str) -> str:
    """Return a response plan's name; one that is not in the catalogue goes by its code."""
    plan = catalogue.plans.get(code)
    return code if plan is None else plan.zh if language() == "zh" else plan.en


def unit_kind_name(catalogue: Catalogue, code: str) -> str:
    """Return a unit kind's name."""
    return _name(catalogue.kinds, code)


def item_name(catalogue: Catalogue, code: str) -> str:
    """Return the name of goods."""
    return _name(catalogue.items, code)


def goods_unit(code: str) -> str:
    """Return in what goods are counted; what an agency wrote itself stays as it wrote it."""
    return tr(_GOODS_UNITS[code]) if code in _GOODS_UNITS else code


def place_name(place: Place) -> str:
    """Return what the search found, in the language in force where the map has it."""
    return place.called(language())


def local_name(name: str, names: Mapping[str, str]) -> str:
    """Return a place's name in the language in force where the map has one."""
    return names.get(language(), name)
