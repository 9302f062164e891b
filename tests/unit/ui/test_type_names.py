"""Needs of a plan are said by name, whether a capability or an item fills them."""

from __future__ import annotations

from commandcenter.resources.catalogue import default_catalogue
from commandcenter.ui.type_names import need_name


def test_what_a_plan_asks_for_has_a_name() -> None:
    catalogue = default_catalogue()
    asked = [*catalogue.capabilities, *catalogue.items]
    assert [code for code in asked if need_name(catalogue, code) == code and "_" in code] == []
    assert need_name(catalogue, "foam_concentrate") != "foam_concentrate"
