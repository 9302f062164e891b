"""The versions of the catalogue that were put in force, and which one is."""

from __future__ import annotations

from commandcenter.model.catalogue_versions import CATALOGUE, CatalogueVersion
from commandcenter.model.entries import Kind
from commandcenter.model.ids import Id
from commandcenter.picture.fields import as_int, as_mapping, as_text
from commandcenter.picture.state import State


def catalogue_versions(state: State) -> tuple[CatalogueVersion, ...]:
    """Return all versions, newest first."""
    found = (_version(state, entity) for entity in state.registers.entities(Kind.POLICY))
    return tuple(sorted((one for one in found if one is not None), key=lambda one: (one.wall_ms, one.id), reverse=True))


def catalogue_in_force(state: State) -> Id | None:
    """Return the version that is in force; `None`: the catalogue as shipped."""
    version = as_text(state.fields(Kind.POLICY, CATALOGUE).mapping("in_force").get("version"))
    return Id(version) if version else None


def _version(state: State, entity: Id) -> CatalogueVersion | None:
    what = state.fields(Kind.POLICY, entity).mapping("catalogue")
    files = {name: text for name, text in as_mapping(what.get("files")).items() if isinstance(text, str)}
    if not files:
        return None
    return CatalogueVersion(
        entity, files, as_text(what.get("digest")), as_text(what.get("note")), as_int(what.get("ms")), Id(as_text(what.get("by")))
    )
