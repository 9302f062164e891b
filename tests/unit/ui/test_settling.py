"""What desks disagree about can be kept together only where it can all be true at once."""

from __future__ import annotations

import pytest

from commandcenter.model.entries import Value
from commandcenter.ui.conflicts.settling import merged


@pytest.mark.parametrize(
    ("field", "values", "together"),
    [
        ("text", ["smoke", "smoke and flames"], "smoke / smoke and flames"),
        ("text", ["smoke", ""], None),
        ("address", ["Mill Lane 1", "Mill Lane 1"], None),
        ("services", [["burns", "trauma"], ["trauma", "stroke"]], ["burns", "stroke", "trauma"]),
        ("capabilities", [{"pump": 1, "rescue": 1}, {"pump": 2, "ladder": 1}], {"pump": 2, "rescue": 1, "ladder": 1}),
        ("members", [{"units": ["a"], "kinds": []}, {"units": ["b"], "kinds": []}], {"units": ["a", "b"], "kinds": []}),
        ("answers", [{"breathing": "no"}, {"conscious": "yes"}], {"breathing": "no", "conscious": "yes"}),
        ("answers", [{"breathing": "no"}, {"breathing": "yes"}], None),
        ("priority", [1, 3], None),
        ("at", [[8.0, 49.0], [8.1, 49.0]], None),
        ("services", [["burns"], "trauma"], None),
    ],
)
def test_what_is_kept_together(field: str, values: list[Value], together: Value) -> None:
    assert merged(field, values) == together
