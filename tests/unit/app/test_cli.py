"""The command line as a person or a program uses it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from commandcenter.__main__ import main
from commandcenter.app.home import Home
from commandcenter.app.session import existing_log

BISMARCKPLATZ = "8.6939,49.4100"
STATIONS = "name,kind,lat,lon\nWache Süd,fire_station,49.4090,8.6900\nWache Nord,fire_station,49.4170,8.6885\nIrgendwo,fire_station,ninety,8.7\n"
UNITS = "callsign,kind,station\nFlorian 1,engine,Wache Süd\nFlorian 2,engine,Wache Nord\nFlorian 3,spaceship,Wache Nord\n"


def run(capsys: pytest.CaptureFixture[str], home: Home, *words: str) -> tuple[int, str, str]:
    """Run one command line; return exit code, output and error output."""
    code = main([words[0], *words[1:], "--home", str(home.root)])
    said = capsys.readouterr()
    return code, said.out, said.err


def recommend(capsys: pytest.CaptureFixture[str], home: Home, *words: str) -> Any:
    code, out, _ = run(capsys, home, "recommend", "--region", "heidelberg", "--at", BISMARCKPLATZ, "--type", "fire.structure", "--json", *words)
    assert code == 0
    return json.loads(out)


def test_the_worst_closure_stands_beside_every_way(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    answer = recommend(capsys, home)
    assert answer["fragility"].keys() == {unit["unit_id"] for unit in answer["units"]} != set()
    assert all(found["sentence"] for found in answer["fragility"].values())


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["desk"],
        ["region"],
        ["region", "import"],
        ["resources", "import"],
        ["recommend"],
        ["log"],
        ["log", "verify"],
        ["bundle"],
        ["hub"],
        ["exercise"],
    ],
)
def test_help_everywhere(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*words, "--help"])
    assert ended.value.code == 0
    assert "--home" in capsys.readouterr().out


def test_the_home_folder_may_stand_before_the_command(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--home", str(home.root), "region", "list"]) == 0
    assert "heidelberg" in capsys.readouterr().out


def test_region_info(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, home, "region", "info", "heidelberg", "--json")
    info = json.loads(out)
    assert code == 0
    assert info["junctions"] > 10_000
    assert info["arcs"] > info["junctions"]
    west, south, east, north = info["bbox"]
    assert west < 8.69 < east
    assert south < 49.41 < north
    assert info["source_date"].startswith("20")
    assert info["bytes"] > 1_000_000
    assert run(capsys, home, "region", "list")[0] == 0


def test_an_unknown_region_names_those_that_are_here(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, home, "recommend", "--region", "atlantis", "--at", BISMARCKPLATZ, "--type", "fire.structure")
    assert (code, out) == (2, "")
    assert "heidelberg" in err
    assert err.count("\n") == 1


def test_recommend_before_there_is_an_operation_writes_nothing(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    found = recommend(capsys, home, "--k", "3")
    assert [unit["rank"] for unit in found["units"]] == [1, 2, 3]
    assert [unit["eta_s"] for unit in found["units"]] == sorted(unit["eta_s"] for unit in found["units"])
    assert {"unit_id", "callsign", "distance_m", "eta_s", "reason"} <= found["units"][0].keys()
    assert {"unit_id", "reason"} <= found["rejected"][0].keys()
    assert {"supplies", "unfilled"} <= found.keys()
    assert existing_log(home, "heidelberg") is None


def test_the_answer_is_printed_with_names_in_either_language(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("recommend", "--region", "heidelberg", "--at", BISMARCKPLATZ, "--type", "natural.flood")
    english, chinese = run(capsys, home, *words)[1], run(capsys, home, *words, "--language", "zh")[1]
    assert "1 missing: high-volume pumping" in english or "× sandbag" in english, english
    assert "× 沙袋" in chinese and "公里" in chinese and "分钟" in chinese, chinese
    assert "sandbag" not in chinese and "supply-" not in english and "Nearest" not in chinese


def test_an_unknown_type_is_refused(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, home, "recommend", "--region", "heidelberg", "--at", BISMARCKPLATZ, "--type", "fire.dragon")
    assert (code, out) == (1, "")
    assert "fire.dragon" in err


@pytest.mark.parametrize("place", ["8.69", "49.41;8.69", "north,pole", "8.69,149.41", "nan,49"])
def test_a_place_that_is_none_is_bad_input(place: str, home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(capsys, home, "recommend", "--region", "heidelberg", f"--at={place}", "--type", "fire.structure")
    assert ended.value.code == 2
    assert place in capsys.readouterr().err


def test_report_of_an_operation_and_before_there_is_one(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, home, "recommend", "report", "--region", "heidelberg")
    assert code != 0 and "There is no operation in heidelberg yet." in err
    code, _, err = run(capsys, home, "recommend", "--region", "heidelberg")
    assert code != 0 and "--at LON,LAT" in err


def test_import_resources_then_recommend_then_verify(home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = tmp_path / "csv"
    files.mkdir()
    (files / "stations.csv").write_text(STATIONS, encoding="utf-8")
    (files / "units.csv").write_text(UNITS, encoding="utf-8")
    code, out, _ = run(capsys, home, "resources", "import", str(files), "--region", "heidelberg", "--json")
    report = json.loads(out)
    assert code == 0
    assert report["imported"] == 4
    assert {(issue["file"], issue["row"], issue["column"]) for issue in report["issues"]} == {("stations.csv", 4, "lat"), ("units.csv", 4, "kind")}

    callsigns = {unit["callsign"] for unit in recommend(capsys, home, "--k", "5")["units"]}
    code, out, _ = run(capsys, home, "recommend", "report", "--region", "heidelberg", "--json")
    assert (code, json.loads(out)["decisions"]) == (0, 0)
    assert run(capsys, home, "recommend", "report", "--region", "heidelberg")[1].startswith("0 recommendations sent as they were")
    assert run(capsys, home, "recommend", "report", "--region", "heidelberg", "--language", "zh")[1].startswith("0 起按推荐派出")
    assert callsigns == {"Florian 1", "Florian 2"}

    code, out, _ = run(capsys, home, "log", "verify", "--region", "heidelberg", "--json")
    audit = json.loads(out)
    assert (code, audit["ok"], audit["first_bad"]) == (0, True, None)
    assert audit["entries"] >= 6
    assert run(capsys, home, "log", "stats", "--region", "heidelberg", "--json")[0] == 0
    assert run(capsys, home, "log", "export", "--region", "heidelberg", "--to", str(tmp_path / "log.jsonl"))[0] == 0
    lines = (tmp_path / "log.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) == audit["entries"]
    assert all(json.loads(line) for line in lines)


def test_no_log_is_said(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, home, "log", "verify")
    assert code == 2
    assert "--region" in err


def test_a_broken_map_file_leaves_nothing(home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "broken.osm.pbf"
    broken.write_bytes(b"not a map")
    code, _, err = run(capsys, home, "region", "import", str(broken), "--name", "broken")
    assert code == 2
    assert err.count("\n") == 1
    assert [path.name for path in home.regions.iterdir() if not path.name.startswith(".")] == ["heidelberg"]


def test_a_boundary_clips(home: Home, data_dir: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = str(data_dir / "osm" / "heidelberg.osm.pbf")
    code, _, _ = run(capsys, home, "region", "import", source, "--name", "centre", "--boundary=8.68,49.40,8.72,49.42")
    assert code == 0
    whole, centre = (json.loads(run(capsys, home, "region", "info", name, "--json")[1]) for name in ("heidelberg", "centre"))
    assert 500 < centre["junctions"] < whole["junctions"] / 3


def test_a_boundary_that_is_none_is_said(home: Home, data_dir: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = str(data_dir / "osm" / "heidelberg.osm.pbf")
    code, _, err = run(capsys, home, "region", "import", source, "--name", "centre", "--boundary", "nowhere")
    assert code == 2
    assert "nowhere" in err


def test_the_other_commands_never_load_qt() -> None:
    script = "import sys; from commandcenter.app.cli.parser import build_parser; build_parser(); sys.exit('PySide6' in sys.modules)"
    assert subprocess.run((sys.executable, "-c", script), check=False).returncode == 0


def test_examples_are_written_and_come_in_beside_what_the_map_knows(home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, home, "resources", "sample", str(tmp_path / "mine"))
    assert code == 0 and "offers.csv" in out.split()
    (tmp_path / "mine" / "units.csv").write_text("callsign,kind,lat,lon\nE900,engine,49.41,8.69\nE901,engine,-40,-140\n", "utf-8")
    assert "units.csv is there already" in run(capsys, home, "resources", "sample", str(tmp_path / "mine"))[2]
    for name in ("depots", "stock", "minimums", "capacities", "offers", "stations", "facilities", "partners"):
        (tmp_path / "mine" / f"{name}.csv").unlink()
    words = ("resources", "import", str(tmp_path / "mine"), "--region", "heidelberg", "--with-region", "--json")
    first, again = (json.loads(run(capsys, home, *words)[1]) for _ in range(2))
    assert (first["imported"], first["there_already"], first["issues"]) == (2, 0, [])
    assert [(doubt["row"], doubt["column"]) for doubt in first["doubts"]] == [(3, "lat")]
    assert (again["imported"], again["there_already"]) == (0, 2)
    assert len(recommend(capsys, home, "--k", "5")["units"]) > 2


def test_whoever_reads_the_output_may_stop_reading(home: Home) -> None:
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as nobody:
        command = [sys.executable, "-m", "commandcenter", "region", "list", "--home", str(home.root)]
        done = subprocess.run(command, stdout=nobody, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "")
