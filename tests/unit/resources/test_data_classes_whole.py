"""Everything that is collected stands in a row of the data catalogue: each kind of entry, each field with personal data, what lies beside the log."""

from __future__ import annotations

import re
from pathlib import Path

import commandcenter.dispatch.handlers
from commandcenter.model.entries import Kind, Section
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.resources.data_classes import BESIDE

_PUT = re.compile(r"put\(Kind\.(\w+),[^\n]*?, (Section\.PII|Section\.MED|NAMES|[\w.]*section)\)")


def rows_for(kind: str, section: Section) -> list[str]:
    return [data.code for data in default_catalogue().data_classes.values() if data.section == section and kind in data.kinds]


def written_as_personal() -> set[tuple[Kind, Section]]:
    """Return which kinds the handlers write personal data of, read from their own text."""
    folder = Path(commandcenter.dispatch.handlers.__file__).parent
    found = {match.groups() for path in folder.glob("*.py") for match in _PUT.finditer(path.read_text(encoding="utf-8"))}
    return {(Kind[kind], Section.MED if section == "Section.MED" else Section.PII) for kind, section in found}


def test_every_kind_of_entry_is_in_a_row_that_says_who_may_see_it() -> None:
    assert [kind for kind in Kind if not rows_for(kind, Section.OP)] == []


def test_every_field_with_personal_data_is_in_a_personal_row() -> None:
    written = written_as_personal()
    assert {(Kind.CALL, Section.PII), (Kind.PARTNER, Section.PII), (Kind.UNIT, Section.PII), (Kind.TASK, Section.PII)} <= written
    assert {(Kind.PLACEMENT, Section.MED), (Kind.INCIDENT, Section.MED), (Kind.ATTACHMENT, Section.PII)} <= written
    assert [(kind, section) for kind, section in sorted(written) if not rows_for(kind, section)] == []


def test_what_lies_beside_the_log_is_named_too_in_both_languages() -> None:
    classes = default_catalogue().data_classes
    assert {kind for data in classes.values() if data.beside for kind in data.kinds} == set(BESIDE)
    assert (classes["position"].keep_days, classes["position"].section) == (1, Section.OP)
    assert all(set(said) == {"en", "zh"} for data in classes.values() for said in (data.names, data.purposes, data.owners))
