"""The after-action report as Markdown, in English or Chinese, with the mark on top and at the end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from commandcenter.exercise.injects import Standing
from commandcenter.exercise.review import InjectResult, Review

MARK = "**EXERCISE 演练**"

_WORDS = {
    "After-action report": "演练总结报告",
    "Injects fulfilled": "注入完成",
    "Speed": "速度",
    "Correctness": "正确性",
    "Expected and actual": "预期与实际",
    "Player and engine": "参演者与引擎",
    "the same": "一致",
    "sent": "实派",
    "advised": "建议",
    "first there": "首到预计",
    "Objectives": "目标",
    "Timeline": "时间线",
    "Hot wash": "现场讲评",
    "Corrective actions": "改进措施",
    "Bookmarks": "书签",
    "what": "内容",
    "figure": "数值",
    "goal": "目标值",
    "incidents": "事件数",
    "answered within 10 s": "10 秒内受理",
    "first unit sent within 60 s": "60 秒内首派",
    "time to first dispatch, median": "首派用时中位数",
    "first arrival, median": "首到用时中位数",
    "first arrival, 90 % within": "首到用时第 90 百分位",
    "response plan met": "符合预案",
    "more sent than the plan needs": "超出预案",
    "less sent than the plan needs": "低于预案",
    "never dispatched": "未派遣",
    "least coverage of stations": "最低站点覆盖",
    "not acknowledged": "未受理",
    "acknowledged late": "受理过迟",
    "duplicates merged": "合并重复",
    "log complete": "记录完整",
    "number": "编号",
    "time": "时间",
    "synopsis": "梗概",
    "expected": "预期",
    "result": "结果",
    "after": "用时",
    "points": "得分",
    "owner": "负责人",
    "due": "期限",
    "capability": "能力",
    "planned": "未发生",
    "waiting": "等待中",
    "fulfilled": "完成",
    "late": "过迟",
    "missed": "未完成",
    "fired": "已发生",
    "skipped": "已跳过",
    "failed": "未能执行",
    "Exercise": "演练",
    "Region": "区域",
    "Seed": "种子",
    "Log digest": "日志摘要",
}


class _Writer:
    def __init__(self, language: str) -> None:
        self.language = language

    def word(self, text: str) -> str:
        return _WORDS.get(text, text) if self.language.startswith("zh") else text

    def table(self, header: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
        lines = ["| " + " | ".join(self.word(name) for name in header) + " |", "|" + "---|" * len(header)]
        return [*lines, *("| " + " | ".join(_safe(cell) for cell in row) + " |" for row in rows), ""]

    def figures(self, rows: Iterable[tuple[str, str, str]]) -> list[str]:
        return self.table(("what", "figure", "goal"), ((self.word(name), figure, goal) for name, figure, goal in rows))

    def result(self, result: InjectResult) -> Sequence[str]:
        inject, play = result.inject, result.play
        standing = self.word(play.standing.value)
        return (
            inject.number,
            _clock(play.fired_ms),
            inject.synopsis.get(self.language),
            inject.expected.get(self.language),
            standing,
            _s(result.took_s),
        )


def markdown(review: Review, language: str = "en") -> str:
    """Return the whole report."""
    w = _Writer(language)
    title = w.word("After-action report")
    lines = [MARK, "", f"# {title}: {_safe(review.name)}", ""]
    facts = ((w.word("Region"), review.region), (w.word("Seed"), str(review.seed)), (w.word("Log digest"), f"`{review.digest}`"))
    lines += [f"{_day(review.start_ms)} {_clock(review.start_ms)} – {_clock(review.end_ms)} UTC", ""]
    lines += [*(f"- {name}: {value}" for name, value in facts), ""]
    lines += [f"## {w.word('Injects fulfilled')}: {review.fulfilled}/{review.expected}", ""]
    lines += [f"## {w.word('Speed')}", "", *_speed(w, review), f"## {w.word('Correctness')}", "", *_correctness(w, review)]
    expected = [r for r in review.results if r.inject.scored or r.play.standing is not Standing.PLANNED]
    lines += [f"## {w.word('Expected and actual')}", ""]
    lines += w.table(("number", "time", "synopsis", "expected", "result", "after"), (w.result(r) for r in expected))
    lines += _decisions(w, review)
    lines += _objectives(w, review)
    notes = review.notebook
    lines += _list(w, "Bookmarks", (f"{_clock(b.at_ms)} {_safe(b.text)}" for b in notes.bookmarks))
    lines += _list(w, "Hot wash", (_safe(note) for note in notes.hot_wash))
    if notes.actions:
        rows = ((a.text, a.capability, a.owner, a.due) for a in notes.actions)
        lines += [f"## {w.word('Corrective actions')}", "", *w.table(("what", "capability", "owner", "due"), rows)]
    return "\n".join((*lines, MARK, ""))


def _speed(w: _Writer, review: Review) -> list[str]:
    s = review.speed
    return w.figures(
        (
            ("incidents", str(s.incidents), ""),
            ("answered within 10 s", _share(s.answered_share), "90 %"),
            ("first unit sent within 60 s", _share(s.processed_share), "90 %"),
            ("time to first dispatch, median", _s(s.first_dispatch_median_s), ""),
            ("first arrival, median", _s(s.arrival_median_s), ""),
            ("first arrival, 90 % within", _s(s.arrival_p90_s), ""),
        )
    )


def _correctness(w: _Writer, review: Review) -> list[str]:
    c = review.correctness
    return w.figures(
        (
            ("response plan met", str(c.plan_met), ""),
            ("more sent than the plan needs", str(c.plan_over), "0"),
            ("less sent than the plan needs", str(c.plan_under), "0"),
            ("never dispatched", str(c.never_dispatched), "0"),
            ("least coverage of stations", _share(c.coverage_least), ""),
            ("not acknowledged", str(c.unacknowledged), "0"),
            ("acknowledged late", str(c.late_acknowledged), "0"),
            ("duplicates merged", str(c.merged), ""),
            ("log complete", _share(c.complete_share), "100 %"),
        )
    )


def _decisions(w: _Writer, review: Review) -> list[str]:
    """Return the decisions that were not the engine's; what the engine would have sent is no reproach."""
    others = [d for d in review.decisions if not d.same]
    lines = [f"## {w.word('Player and engine')}: {len(review.decisions) - len(others)}/{len(review.decisions)} {w.word('the same')}", ""]
    rows = ((d.number, _clock(d.at_ms), ", ".join(d.sent), _s(d.sent_first_eta_s), ", ".join(d.advised), _s(d.advised_first_eta_s)) for d in others)
    return lines + (w.table(("number", "time", "sent", "first there", "advised", "first there"), rows) if others else [])


def _objectives(w: _Writer, review: Review) -> list[str]:
    if not review.objectives:
        return []
    rows = []
    for objective in review.objectives:
        score = review.scores.get(objective.code)
        points = f"{score.earned:g} / {score.possible:g}" if score else "–"
        grades = ", ".join(f"{r.grade} {r.note}".strip() for r in review.notebook.ratings if r.objective == objective.code)
        rows.append((objective.code, objective.capability, objective.text.get(w.language), points, grades))
    return [f"## {w.word('Objectives')}", "", *w.table(("number", "capability", "what", "points", "result"), rows)]


def _list(w: _Writer, name: str, rows: Iterable[str]) -> list[str]:
    lines = [f"- {row}" for row in rows]
    return [f"## {w.word(name)}", "", *lines, ""] if lines else []


def _safe(text: str) -> str:
    """Return text that cannot break out of a table or start markup."""
    for sign, instead in (("\\", "\\\\"), ("|", "\\|"), ("<", "&lt;"), ("`", "\\`"), ("\r", ""), ("\n", " ")):
        text = text.replace(sign, instead)
    return text


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.0%}"


def _s(value: float | None) -> str:
    return "–" if value is None else f"{value:.0f} s" if value < 120 else f"{value / 60:.1f} min"


def _clock(ms: int | None) -> str:
    return "–" if ms is None else f"{datetime.fromtimestamp(ms / 1000, UTC):%H:%M:%S}"


def _day(ms: int) -> str:
    return f"{datetime.fromtimestamp(ms / 1000, UTC):%Y-%m-%d}"
