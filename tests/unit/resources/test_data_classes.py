"""The data catalogue is read whole or refused with the fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from commandcenter.model.errors import KnownError
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.resources.changed import build, shipped_texts
from commandcenter.resources.data_classes import DATA_CLASSES_FILE, DAY_MS, load_data_classes

HEAD = "code,en,zh,purpose_en,purpose_zh,owner_en,owner_zh,section,kinds,roles,keep_days\n"


def test_the_shipped_catalogue_names_personal_data_with_roles_and_periods() -> None:
    classes = default_catalogue().data_classes
    caller = classes["caller"]
    assert (caller.personal, caller.kinds, classes["incident"].personal) == (True, ("call",), False)
    assert [caller.due(0, days * DAY_MS) for days in (caller.keep_days - 1, caller.keep_days)] == [False, True]
    assert not classes["incident"].due(0, 10_000 * DAY_MS)
    assert (caller.seen_by(["dispatcher"]), caller.seen_by(["observer"]), classes["incident"].seen_by(["observer"])) == (True, False, True)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("code,en\nx,y\n", "first row must be"),
        (HEAD + "caller,a,b,c,d,e,f,secret,call,all,1\n", "line 2, column section: “secret” is not one of the sections"),
        (HEAD + "caller,a,b,c,d,e,f,pii,call,all,soon\n", "line 2, column keep_days: “soon” is not a whole number"),
        (HEAD + "caller,a,b,c,d,e,f,pii,call,all,-1\n", "column keep_days: -1 is not within 0"),
        (HEAD + "caller,,b,c,d,e,f,pii,call,all,1\n", "column en: a value is missing"),
        (HEAD + "caller,a,b,c,d,e,f,pii,dragon,all,1\n", "column kinds: there is no kind of entry “dragon”"),
        (HEAD + "caller,a,b,c,d,e,f,pii,call,supervisor king,1\n", "column roles: there is no role “king”"),
        (HEAD + "caller,a,b,c,d,e,f,pii,call,all,1\n" * 2, "line 3, column code: “caller” stands already in line 2"),
        (HEAD + "calls,a,b,c,d,e,f,pii,call,all,1\n", "the class “caller” is missing"),
    ],
)
def test_an_incomplete_catalogue_is_refused_with_line_and_column(tmp_path: Path, text: str, why: str) -> None:
    path = tmp_path / DATA_CLASSES_FILE
    path.write_text(text, encoding="utf-8")
    with pytest.raises(KnownError, match="data_classes") as error:
        load_data_classes(path)
    assert why in str(error.value)
    with pytest.raises(KnownError, match="cannot be read"):
        load_data_classes(tmp_path / "nothing.csv")


def test_an_agency_changes_who_sees_callers_and_how_long_they_are_kept() -> None:
    text = shipped_texts()[DATA_CLASSES_FILE].replace("supervisor dispatcher field_commander trainer,180", "supervisor,30")
    changed = build({DATA_CLASSES_FILE: text}).data_classes["caller"]
    assert (changed.roles, changed.keep_days) == (("supervisor",), 30) and default_catalogue().data_classes["caller"].keep_days == 180
