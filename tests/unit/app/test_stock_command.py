"""`commandcenter resources stock`: what is imported is listed, with what is short, expires and where it should go."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from commandcenter.__main__ import main
from commandcenter.app.home import Home

DEPOTS = "name,lat,lon\nCentral,49.4090,8.6900\n"
STOCK = "depot,item,quantity,unit,batch,expires\nCentral,blanket,50,pcs,,\nCentral,ration,20,pcs,B1,2020-01-31\nCentral,ration,80,pcs,B2,2099-01-31\n"


def test_stock_is_listed_for_people_and_programs(home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--region", "heidelberg", "--home", str(home.root)]
    assert main(["resources", "stock", *words]) == 1
    assert "no stock" in capsys.readouterr().out
    (tmp_path / "depots.csv").write_text(DEPOTS, "utf-8")
    (tmp_path / "stock.csv").write_text(STOCK, "utf-8")
    assert main(["resources", "import", str(tmp_path), *words]) == 0
    capsys.readouterr()
    assert main(["resources", "stock", "--plan", "--json", *words]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {(line["item"], line["batch"], line["quantity"], line["free"]) for line in found["stock"]} == {
        ("blanket", "", 50, 50),
        ("ration", "B1", 20, 80),
        ("ration", "B2", 80, 80),
    }
    assert [(one["batch"], one["days_left"] < 0) for one in found["expiring"]] == [("B1", True)]
    assert found["plan"]["deliveries"] == [] and found["plan"]["proven"]
    assert (found["plan"]["goal"], found["plan"]["back_within_h"]) == ("soonest", 0)
    assert main(["resources", "stock", "--plan", "--least-driving", "--back-within", "8", "--json", *words]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["plan"]["goal"], found["plan"]["back_within_h"]) == ("driving", 8)
    assert main(["resources", "stock", "--plan", "--back-within", "8", *words]) == 1
    assert "--least-driving" in capsys.readouterr().out
    assert main(["resources", "stock", *words]) == 0
    assert "Central" in capsys.readouterr().out
