"""`commandcenter exercise …`: run, check and exchange exercises without a window."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from commandcenter.app.cli.terminal import BAD_INPUT, DONE, REFUSED, TerminalProgress, complain, print_json, print_line
from commandcenter.app.display import choose_platform
from commandcenter.app.exercise_report import check_ending, write_report
from commandcenter.app.exercise_store import kept_run, kept_runs
from commandcenter.app.exercises import Played, check_scenario, play, scenarios_of
from commandcenter.app.home import Home
from commandcenter.app.operator import operator_of
from commandcenter.app.options import THEMES, DeskOptions
from commandcenter.app.session import open_pack
from commandcenter.exercise.course import Settings
from commandcenter.exercise.folder import SHEETS, find_scenario, list_scenarios, read_scenario
from commandcenter.exercise.invitation import PLAYER, read_invitation_for
from commandcenter.exercise.moments import zone_of
from commandcenter.exercise.msel import read_msel, row_of, summary, write_msel, write_rows
from commandcenter.exercise.recorded import Recorded, Sort, findings_said
from commandcenter.exercise.replay import as_scenario, read_recorded
from commandcenter.exercise.review import Notebook, Review
from commandcenter.exercise.scenario import LANGUAGES, Scenario
from commandcenter.model.ids import Id
from commandcenter.model.rights import Role
from commandcenter.model.sentences import Sentence
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.resources.csv_tables import Report

SCENARIO_HELP = "a scenario's folder, or the name of a shipped one or of one in HOME/scenarios"


def add_to(commands: Any, shared: argparse.ArgumentParser) -> None:  # noqa: ANN401 - argparse keeps that class private
    """Add the command's parsers."""
    exercise = commands.add_parser("exercise", help="exercises: run, check and exchange scenarios", parents=[shared])
    actions = exercise.add_subparsers(title="actions", metavar="ACTION", required=True)

    _add_run(actions, shared)
    _add_open(actions, shared)
    _add_runs(actions, shared)
    _add_validate(actions, shared)
    _add_replay(actions, shared)
    listing = actions.add_parser("list", help="list the scenarios here", parents=[shared])
    listing.add_argument("--json", action="store_true", help="for a program to read")
    listing.set_defaults(run=run_list)
    _add_msel(actions, shared)


def _add_validate(actions: Any, shared: argparse.ArgumentParser) -> None:  # noqa: ANN401 - argparse keeps that class private
    checking = actions.add_parser("validate", help="say by row and column what is wrong with a scenario", parents=[shared])
    checking.add_argument("scenario", help=SCENARIO_HELP)
    checking.add_argument("--region", metavar="NAME", help="the region to check it against (else the scenario's own)")
    checking.add_argument("--json", action="store_true", help="for a program to read")
    checking.set_defaults(run=run_validate)


def _add_replay(actions: Any, shared: argparse.ArgumentParser) -> None:  # noqa: ANN401 - argparse keeps that class private
    again = actions.add_parser(
        "replay", help="play a real log at its own timing: of this program, or with the columns of San Francisco Fire", parents=[shared]
    )
    again.add_argument("file", type=Path, help="what `log export` wrote, or .csv with one row per unit and call")
    again.add_argument("--region", required=True, metavar="NAME", help="where its calls are mapped to")
    again.add_argument("--days", type=float, metavar="N", help="only the first N days")
    again.add_argument("--player", choices=("engine", "none"), default="engine", help="as for run")
    _add_report(again)
    again.add_argument("--window", action="store_true", help="play it in a window; you decide")
    again.add_argument("--name", metavar="NAME", help="in a window: the player's name (else who sits at this home's desk)")
    _add_faces(again)
    again.add_argument("--json", action="store_true", help="for a program to read")
    again.set_defaults(run=run_replay)


def _add_msel(actions: Any, shared: argparse.ArgumentParser) -> None:  # noqa: ANN401 - argparse keeps that class private
    msel = actions.add_parser("msel", help="exchange the list of injects as CSV or XLSX", parents=[shared])
    ways = msel.add_subparsers(title="ways", metavar="WAY", required=True)
    out = ways.add_parser("export", help="write a scenario's injects to a sheet", parents=[shared])
    out.add_argument("scenario", help=SCENARIO_HELP)
    out.add_argument("file", type=Path, help=".csv or .xlsx")
    out.set_defaults(run=run_export)
    into = ways.add_parser("import", help="replace a scenario's injects by those of a sheet", parents=[shared])
    into.add_argument("scenario", type=Path, help="the scenario's folder")
    into.add_argument("file", type=Path, help=".csv or .xlsx")
    into.set_defaults(run=run_import)


def _add_run(actions: Any, shared: argparse.ArgumentParser) -> None:  # noqa: ANN401 - argparse keeps that class private
    running = actions.add_parser("run", help="run a scenario to its end, without a window", parents=[shared])
    running.add_argument("scenario", help=SCENARIO_HELP)
    running.add_argument("--region", metavar="NAME", help="the region to run it in (else the scenario's own)")
    running.add_argument("--seed", type=int, metavar="N", help="seed of all chance (else the scenario's own)")
    running.add_argument(
        "--player", choices=("engine", "none"), default="engine", help="engine: recommendations are accepted after a delay (default)"
    )
    running.add_argument("--language", choices=LANGUAGES, default="en", help="language of the injects and the report")
    running.add_argument("--anyway", action="store_true", help="run although something is wrong with the scenario")
    _add_report(running)
    running.add_argument("--json", action="store_true", help="for a program to read")
    running.set_defaults(run=run_run)


def _add_report(action: argparse.ArgumentParser) -> None:
    action.add_argument("--report", type=Path, metavar="FILE", help="also write the after-action report: .md, .docx or .pdf")
    action.add_argument("--paper", choices=("A4", "Letter"), help="of the report (else what this country prints on)")


def _write_report(review: Review, language: str, args: argparse.Namespace, faults: Sequence[Sentence] = ()) -> None:
    """Write the report that was asked for; `faults` are of a replayed source, and stand in its notes."""
    if args.report is not None:
        from commandcenter.ui.i18n.language import speaker
        from commandcenter.ui.prints.paper_file import Size

        notes = Notebook(hot_wash=[speaker(language)(fault) for fault in faults])
        write_report(replace(review, notebook=notes), args.report, language, Size(args.paper) if args.paper else None)


def _add_open(actions: Any, shared: argparse.ArgumentParser) -> None:  # noqa: ANN401 - argparse keeps that class private
    opening = actions.add_parser("open", help="play a scenario in a window", parents=[shared])
    opening.add_argument("scenario", help=SCENARIO_HELP)
    opening.add_argument("--seed", type=int, metavar="N", help="seed of all chance (else the scenario's own)")
    opening.add_argument("--name", metavar="NAME", help="the player's name (else who sits at this home's desk)")
    _add_window(opening)
    opening.set_defaults(run=run_open)


def _add_window(action: argparse.ArgumentParser) -> None:
    _add_faces(action)
    action.add_argument("--screenshot", type=Path, metavar="FILE", help="draw the window into this PNG file and end; needs no display")


def _add_faces(action: argparse.ArgumentParser) -> None:
    action.add_argument("--theme", choices=THEMES, help="colours (else as last time)")
    action.add_argument("--language", choices=LANGUAGES, help="language (else as last time, else the system's)")


def _add_runs(actions: Any, shared: argparse.ArgumentParser) -> None:  # noqa: ANN401 - argparse keeps that class private
    resuming = actions.add_parser("resume", help="take a run up again where it was, in a window", parents=[shared])
    resuming.add_argument("operation", help="as `exercise runs` lists it")
    _add_window(resuming)
    resuming.set_defaults(run=run_resume)
    listing = actions.add_parser("runs", help="list the runs that people played here", parents=[shared])
    listing.add_argument("--json", action="store_true", help="for a program to read")
    listing.set_defaults(run=run_runs)
    joining = actions.add_parser("join", help="take part in an exercise of another computer, in a window", parents=[shared])
    joining.add_argument("code", help="from the controller's window: Exercise, Several computers")
    joining.add_argument("--name", required=True, help="your name")
    joining.add_argument("--role", choices=("player", Role.EVALUATOR.value, Role.TRAINER.value), default="player", help="player (default) or staff")
    joining.add_argument(
        "--at", default="", metavar="WHERE", help="the leading computer's HOST:PORT or the exercises' hub, as URL; else this network is searched"
    )
    _add_window(joining)
    joining.set_defaults(run=run_join)


def _folder(home: Home, args: argparse.Namespace) -> Path:
    return find_scenario(str(args.scenario), scenarios_of(home))


def _sheet_name(folder: Path) -> str:
    return next((name for name in SHEETS if (folder / name).is_file()), SHEETS[0])


def run_run(args: argparse.Namespace) -> int:
    """Run a scenario and print what came of it."""
    if args.report is not None:
        check_ending(args.report)
    home = Home.open(args.home)
    folder = _folder(home, args)
    scenario = read_scenario(folder, default_catalogue())
    issues = check_scenario(home, scenario, args.region, _sheet_name(folder))
    for line in summary(issues):
        complain(line)
    if issues and not args.anyway:
        complain(f"{len(issues)} things are wrong with this scenario; mend them, or run it with --anyway.")
        return BAD_INPUT
    progress = TerminalProgress()
    settings = Settings(scenario.seed if args.seed is None else args.seed, args.player == "engine", args.language)
    there = replace(scenario, region=args.region or scenario.region)
    played = play(home, there, settings, lambda share: progress.report("exercise", share, 1.0))
    progress.finish()
    _write_report(played.review, args.language, args)
    if args.json:
        print_json(as_json(played))
    else:
        _print(played)
    return DONE


def run_open(args: argparse.Namespace) -> int:
    """Open an exercise in a window."""
    home = Home.open(args.home)
    folder = _folder(home, args)
    scenario = read_scenario(folder, default_catalogue())
    choose_platform(screenshot=args.screenshot is not None)
    from commandcenter.app.exercise_desk import play_in_window, run_in_window

    options = DeskOptions(home, scenario.region, args.theme, args.language, args.screenshot)
    settings = Settings(scenario.seed if args.seed is None else args.seed, player_name=args.name or operator_of(home).name)
    return run_in_window(lambda: play_in_window(options, scenario, settings, sheet=_sheet_name(folder)))


def run_resume(args: argparse.Namespace) -> int:
    """Take a run up again in a window."""
    home = Home.open(args.home)
    kept = kept_run(home, Id(args.operation))
    choose_platform(screenshot=args.screenshot is not None)
    from commandcenter.app.exercise_desk import resume_in_window, run_in_window

    options = DeskOptions(home, kept.scenario.region, args.theme, args.language, args.screenshot)
    return run_in_window(lambda: resume_in_window(options, kept))


def run_runs(args: argparse.Namespace) -> int:
    """List the runs that people played here."""
    found = kept_runs(Home.open(args.home))
    rows = [
        {
            "operation": one.operation,
            "scenario": one.scenario.id,
            "player": one.settings.player_name,
            "branch": one.branch,
            "reached": moment_text(one.reached_ms),
            "over": one.over,
        }
        for one in found
    ]
    if args.json:
        print_json(rows)
    else:
        for row in rows:
            state = "over" if row["over"] else "can be taken up"
            print_line(f"{row['operation']}  {row['scenario']:<16} {row['reached']}  branch {row['branch']}  {state}")
    return DONE if rows else REFUSED


def moment_text(ms: int) -> str:
    """Return a moment (UTC) in ISO form."""
    return f"{datetime.fromtimestamp(ms / 1000, UTC):%Y-%m-%dT%H:%M:%SZ}"


def run_join(args: argparse.Namespace) -> int:
    """Take part in another computer's exercise, in a window."""
    home = Home.open(args.home)
    role = PLAYER if args.role == "player" else Role(args.role)
    invitation = read_invitation_for(args.code, role)
    choose_platform(screenshot=args.screenshot is not None)
    from commandcenter.app.exercise_desk import run_in_window
    from commandcenter.app.exercise_guest import take_part_in_window
    from commandcenter.app.exercise_sync import Ways

    options = DeskOptions(home, invitation.region, args.theme, args.language, args.screenshot)
    ways = Ways.to(args.at, invitation.key)
    return run_in_window(lambda: take_part_in_window(options, invitation, args.name, role, ways))


def run_replay(args: argparse.Namespace) -> int:
    """Play a recorded log and print what came of it, and what is wrong with the source."""
    if args.report is not None:
        check_ending(args.report)
    home = Home.open(args.home)
    recorded = read_recorded(args.file)
    box = open_pack(home, args.region).info.focus
    scenario = as_scenario(recorded, args.region, box, days=args.days)
    if args.window:
        return _replay_in_window(home, scenario, recorded, args)
    progress = TerminalProgress()
    language = args.language or "en"
    settings = Settings(scenario.seed, args.player == "engine", language)
    played = play(home, scenario, settings, lambda share: progress.report("replay", share, 1.0))
    progress.finish()
    _write_report(played.review, language, args, findings_said(recorded))
    counts = {sort.value: sum(finding.sort is sort for finding in recorded.findings) for sort in Sort}
    if args.json:
        rows = [{"row": f.row, "sort": f.sort.value, "reason": str(f.sentence)} for f in recorded.findings]
        beside = [asdict(row) for row in played.review.beside]
        print_json({**as_json(played), "calls": len(scenario.injects), "findings": counts, "source": rows, "beside": beside})
    else:
        _print(played)
        print_line(f"calls                {len(scenario.injects)}")
        for sort, count in counts.items():
            print_line(f"{sort:<20} {count}")
    return DONE


def _replay_in_window(home: Home, scenario: Scenario, recorded: Recorded, args: argparse.Namespace) -> int:
    """Let a person decide on real calls; what is wrong with the source is said first, and stands in the notes."""
    choose_platform(screenshot=False)
    from commandcenter.app.exercise_desk import play_in_window, run_in_window

    options = DeskOptions(home, scenario.region, args.theme, args.language)
    settings = Settings(scenario.seed, player_name=args.name or operator_of(home).name)
    return run_in_window(lambda: play_in_window(options, scenario, settings, findings_said(recorded)))


def as_json(played: Played) -> dict[str, Any]:
    """Return the documented form: exercise, operation, seed, log_digest, entries, fulfilled, expected, speed, correctness, injects."""
    found = played.review
    return {
        "exercise": True,
        "name": found.name,
        "region": found.region,
        "operation": played.operation,
        "seed": found.seed,
        "log_digest": found.digest,
        "entries": found.entries,
        "fulfilled": found.fulfilled,
        "expected": found.expected,
        "speed": asdict(found.speed),
        "correctness": asdict(found.correctness),
        "scores": {objective: asdict(score) for objective, score in found.scores.items()},
        "injects": [{"number": r.inject.number, "standing": r.play.standing.value, "took_s": r.took_s} for r in found.results],
    }


def _print(played: Played) -> None:
    found, speed, right = played.review, played.review.speed, played.review.correctness
    print_line(f"EXERCISE  {found.name}")
    print_line(f"injects fulfilled    {found.fulfilled}/{found.expected}")
    for name, share in (("answered within 10 s", speed.answered_share), ("sent within 60 s", speed.processed_share)):
        print_line(f"{name:<20} {'–' if share is None else f'{share:.0%}'} of {speed.incidents} incidents (goal 90%)")
    for name, value in (
        ("first dispatch", speed.first_dispatch_median_s),
        ("arrival, median", speed.arrival_median_s),
        ("arrival, 90%", speed.arrival_p90_s),
    ):
        print_line(f"{name:<20} {'–' if value is None else f'{value:.0f} s'}")
    print_line(
        f"response plan        {right.plan_met} met, {right.plan_over} over, {right.plan_under} under, {right.never_dispatched} never dispatched"
    )
    for result in found.results:
        if result.inject.scored:
            print_line(f"  {result.inject.number:>4}  {result.play.standing.value:<10} {result.inject.synopsis.get('en')[:90]}")
    print_line(f"log digest           {found.digest}")


def run_validate(args: argparse.Namespace) -> int:
    """Check a scenario."""
    home = Home.open(args.home)
    folder = _folder(home, args)
    issues = check_scenario(home, read_scenario(folder, default_catalogue()), args.region, _sheet_name(folder))
    if args.json:
        rows = [{"file": i.file, "row": i.row, "column": i.column, "value": i.value, "reason": str(i.sentence)} for i in issues]
        print_json({"ok": not issues, "issues": rows})
    else:
        for line in summary(issues) or ["Nothing is wrong with this scenario."]:
            print_line(line)
    return REFUSED if issues else DONE


def run_list(args: argparse.Namespace) -> int:
    """List the scenarios."""
    home = Home.open(args.home)
    found = [(folder, read_scenario(folder, default_catalogue())) for folder in list_scenarios(scenarios_of(home))]
    if args.json:
        print_json(
            [{"id": s.id, "name": dict(s.name.by_language), "region": s.region, "minutes": s.minutes, "injects": len(s.injects)} for _, s in found]
        )
    else:
        for _, s in found:
            print_line(f"{s.id:<16} {s.minutes:>5.0f} min  {len(s.injects):>3} injects  {s.region:<10} {s.name.get('en')} / {s.name.get('zh')}")
    return DONE if found else REFUSED


def run_export(args: argparse.Namespace) -> int:
    """Write a scenario's injects."""
    home = Home.open(args.home)
    scenario = read_scenario(_folder(home, args), default_catalogue())
    write_msel(args.file, scenario.injects)
    print_line(f"{len(scenario.injects)} injects written to {args.file}.")
    return DONE


def run_import(args: argparse.Namespace) -> int:
    """Take over a sheet into a scenario's folder; unreadable rows are said and left out."""
    home = Home.open(args.home)
    folder = _folder(home, args)
    scenario = read_scenario(folder, default_catalogue())
    report = Report(args.file.name)
    injects = read_msel(args.file, scenario.start_ms, report, zone_of(scenario.zone))
    for line in summary(report.issues):
        complain(line)
    if not injects:
        complain("No inject could be read; the scenario is as it was.")
        return REFUSED
    write_rows(folder / SHEETS[0], map(row_of, injects), mark="")
    (folder / SHEETS[1]).unlink(missing_ok=True)
    print_line(f"{len(injects)} injects read into {folder}; {len(report.issues)} remarks.")
    return DONE
