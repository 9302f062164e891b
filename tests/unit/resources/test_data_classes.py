"""The data catalogue is read whole or refused with the fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from commandcenter.model.errors import KnownError
from commandcenter.resources.data_classes import DAY_MS, default_data_classes, load_data_classes, may_see

HEAD = "code,en,zh,purpose_en,purpose_zh,owner_en,owner_zh,section,kinds,roles,keep_days\n"


def test_the_shipped_catalogue_names_personal_data_with_roles_and_periods() -> None:
    classes = {data.code: data for data in default_data_classes()}
    caller = classes["caller"]
    assert (caller.personal, caller.kinds, classes["incident"].personal) == (True, ("call",), False)
    assert [caller.due(0, days * DAY_MS) for days in (caller.keep_days - 1, caller.keep_days)] == [False, True]
    assert not classes["incident"].due(0, 10_000 * DAY_MS)
    assert (may_see("caller", ["dispatcher"]), may_see("caller", ["observer"]), may_see("incident", ["observer"])) == (True, False, True)


@pytest.mark.parametrize(
    "text",
    [
        "code,en\nx,y\n",
        HEAD + "caller,a,b,c,d,e,f,secret,call,all,1\n",
        HEAD + "caller,a,b,c,d,e,f,pii,call,all,soon\n",
        HEAD + "caller,,b,c,d,e,f,pii,call,all,1\n",
    ],
)
def test_an_incomplete_catalogue_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "data_classes.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(KnownError, match=r"data_classes\.csv"):
        load_data_classes(path)
    with pytest.raises(KnownError, match="cannot be read"):
        load_data_classes(tmp_path / "nothing.csv")
