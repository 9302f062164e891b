"""The after-action report, in English or Chinese, as plain blocks; Markdown here, DOCX and PDF elsewhere. The mark stands on each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from commandcenter.exercise.controls import said
from commandcenter.exercise.injects import Standing
from commandcenter.exercise.review import InjectResult, Review
from commandcenter.model.marks import MARK
from commandcenter.model.sentences import Sentence

_WORDS = {
    "After-action report": "演练总结报告",
    "s": "秒",
    "min": "分",
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
    "When": "时间",
    "bookmark": "书签",
    "inject": "注入",
    "incident": "事件",
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
    "What controllers changed": "导调员所作的更改",
    "who": "人员",
    "let inject {number} happen": "让注入 {number} 立即发生",
    "left inject {number} out": "跳过了注入 {number}",
    "wrote inject {number}, time {time}": "编写了注入 {number}，时间 {time}",
    "took the last change back": "撤回了上一次更改",
    "let time run": "让时间继续",
    "stopped time": "停住了时间",
    "set the speed to ×{times:g}": "把速度设为 ×{times:g}",
    "went to the next inject": "跳到了下一个注入",
    "Exercise": "演练",
    "Region": "区域",
    "Seed": "种子",
    "Log digest": "日志摘要",
    "Critical Transportation": "关键交通运输",
    "Emergency Medical Services": "紧急医疗服务",
    "Environmental Response / Health and Safety": "环境响应/健康与安全",
    "Fire Management and Suppression": "火灾管理与扑救",
    "Logistics and Supply Chain Management": "物流与供应链管理",
    "Operational Communications": "行动通信",
    "Operational Coordination": "行动协调",
    "Public Health, Healthcare, and Emergency Medical Services": "公共卫生、医疗与紧急医疗服务",
    "Public Information and Warning": "公众信息与预警",
    "Situational Assessment": "态势评估",
}
"""Our own words, and FEMA's core capabilities as far as the shipped scenarios name them."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A title of the first or second level."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Lines:
    """Short lines; with bullets or, as a paragraph each, without."""

    lines: tuple[str, ...]
    bullets: bool = True


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with its heads."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Heading | Lines | Grid


class _Writer:
    def __init__(self, language: str) -> None:
        self.language = language

    def word(self, text: str) -> str:
        return _WORDS.get(text, text) if self.language.startswith("zh") else text

    def sentence(self, sentence: Sentence) -> str:
        return self.word(sentence.template).format(**sentence.params)

    def pair(self, name: str, value: str) -> str:
        return f"{name}：{value}" if self.language.startswith("zh") else f"{name}: {value}"

    def span(self, seconds: float | None) -> str:
        if seconds is None:
            return "–"
        return f"{seconds:.0f} {self.word('s')}" if seconds < 120 else f"{seconds / 60:.1f} {self.word('min')}"

    def heading(self, text: str) -> Heading:
        return Heading(self.word(text))

    def table(self, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Grid:
        return Grid(tuple(_capital(self.word(name)) for name in heads), tuple(tuple(row) for row in rows))

    def figures(self, rows: Iterable[tuple[str, str, str]]) -> Grid:
        return self.table(("what", "figure", "goal"), ((_capital(self.word(name)), figure, goal) for name, figure, goal in rows))

    def result(self, result: InjectResult) -> Sequence[str]:
        inject, play = result.inject, result.play
        standing = self.word(play.standing.value)
        return (
            inject.number,
            _clock(play.fired_ms),
            inject.synopsis.get(self.language),
            inject.expected.get(self.language),
            standing,
            self.span(result.took_s),
        )


def blocks(review: Review, language: str = "en") -> list[Block]:
    """Return the whole report; every text as it is, escaping is the renderer's."""
    w = _Writer(language)
    when = f"{_day(review.start_ms)} {_clock(review.start_ms)} – {_clock(review.end_ms)} UTC"
    facts = ((w.word("When"), when), (w.word("Region"), review.region), (w.word("Seed"), str(review.seed)), (w.word("Log digest"), review.digest))
    expected = [r for r in review.results if r.inject.scored or r.play.standing is not Standing.PLANNED]
    notes = review.notebook
    found: list[Block] = [
        Heading(w.pair(w.word("After-action report"), review.name), 1),
        Lines(tuple(w.pair(name, value) for name, value in facts), bullets=False),
        w.heading("Injects fulfilled"),
        Lines((f"{review.fulfilled}/{review.expected}",), bullets=False),
        w.heading("Speed"),
        _speed(w, review),
        w.heading("Correctness"),
        _correctness(w, review),
        w.heading("Expected and actual"),
        w.table(("number", "time", "synopsis", "expected", "result", "after"), (w.result(r) for r in expected)),
        *_decisions(w, review),
        *_objectives(w, review),
        *_deeds(w, review),
        *_list(w, "Hot wash", notes.hot_wash),
    ]
    if notes.actions:
        rows = ((a.text, w.word(a.capability), a.owner, a.due) for a in notes.actions)
        found += [w.heading("Corrective actions"), w.table(("what", "capability", "owner", "due"), rows)]
    return [*found, *_timeline(w, review)]


def _timeline(w: _Writer, review: Review) -> list[Block]:
    """Return what happened in order: injects, the actions they expected, decisions, and what somebody marked."""
    rows: list[tuple[int, str, str]] = [(b.at_ms, f"★ {w.word('bookmark')}", b.text) for b in review.notebook.bookmarks]
    for result in review.results:
        inject, play = result.inject, result.play
        if play.fired_ms is not None:
            rows.append((play.fired_ms, f"{w.word('inject')} {inject.number}", inject.synopsis.get(w.language)))
        if play.done_ms is not None:
            rows.append((play.done_ms, w.pair(f"{w.word('inject')} {inject.number}", w.word(play.standing.value)), inject.expected.get(w.language)))
    rows += [(d.at_ms, w.pair(f"{w.word('incident')} {d.number}", w.word("sent")), ", ".join(d.sent)) for d in review.decisions]
    if not rows:
        return []
    return [w.heading("Timeline"), w.table(("time", "what", "synopsis"), ((_clock(at_ms), what, text) for at_ms, what, text in sorted(rows)))]


def markdown(review: Review, language: str = "en") -> str:
    """Return the whole report as Markdown."""
    lines = [f"**{MARK}**", ""]
    for block in blocks(review, language):
        match block:
            case Heading(text, level):
                lines += [f"{'#' * level} {_safe(text)}", ""]
            case Lines(texts, bullets):
                lines += [*(f"{'- ' if bullets else ''}{_safe(text)}" for text in texts), ""]
            case Grid(heads, rows):
                lines += ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
                lines += [*("| " + " | ".join(_safe(cell) for cell in row) + " |" for row in rows), ""]
    return "\n".join((*lines, f"**{MARK}**", ""))


def _speed(w: _Writer, review: Review) -> Grid:
    s = review.speed
    return w.figures(
        (
            ("incidents", str(s.incidents), ""),
            ("answered within 10 s", _share(s.answered_share), "90 %"),
            ("first unit sent within 60 s", _share(s.processed_share), "90 %"),
            ("time to first dispatch, median", w.span(s.first_dispatch_median_s), ""),
            ("first arrival, median", w.span(s.arrival_median_s), ""),
            ("first arrival, 90 % within", w.span(s.arrival_p90_s), ""),
        )
    )


def _correctness(w: _Writer, review: Review) -> Grid:
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


def _decisions(w: _Writer, review: Review) -> list[Block]:
    """Return the decisions that were not the engine's; what the engine would have sent is no reproach."""
    others = [d for d in review.decisions if not d.same]
    same = Lines((f"{len(review.decisions) - len(others)}/{len(review.decisions)} {w.word('the same')}",), bullets=False)
    rows = (
        (d.number, _clock(d.at_ms), ", ".join(d.sent), w.span(d.sent_first_eta_s), ", ".join(d.advised), w.span(d.advised_first_eta_s))
        for d in others
    )
    table = w.table(("number", "time", "sent", "first there", "advised", "first there"), rows)
    return [w.heading("Player and engine"), same, *([table] if others else [])]


def _objectives(w: _Writer, review: Review) -> list[Block]:
    if not review.objectives:
        return []
    rows = []
    for objective in review.objectives:
        score = review.scores.get(objective.code)
        points = f"{score.earned:g} / {score.possible:g}" if score else "–"
        grades = ", ".join(f"{r.grade} {r.note}".strip() for r in review.notebook.ratings if r.objective == objective.code)
        rows.append((objective.code, w.word(objective.capability), objective.text.get(w.language), points, grades))
    return [w.heading("Objectives"), w.table(("number", "capability", "what", "points", "result"), rows)]


def _deeds(w: _Writer, review: Review) -> list[Block]:
    """Return what controllers changed while it was played; what was refused changed nothing."""
    rows = [(_clock(d.at_ms), d.by, w.sentence(said(d.act))) for d in review.deeds if d.refused is None]
    return [w.heading("What controllers changed"), w.table(("time", "who", "what"), rows)] if rows else []


def _list(w: _Writer, name: str, rows: Iterable[str]) -> list[Block]:
    lines = tuple(rows)
    return [w.heading(name), Lines(lines)] if lines else []


def _safe(text: str) -> str:
    """Return text that cannot break out of a table or start markup."""
    for sign, instead in (("\\", "\\\\"), ("|", "\\|"), ("<", "&lt;"), ("`", "\\`"), ("\r", ""), ("\n", " ")):
        text = text.replace(sign, instead)
    return text


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value * 100:.0f} %"


def _clock(ms: int | None) -> str:
    return "–" if ms is None else f"{datetime.fromtimestamp(ms / 1000, UTC):%H:%M:%S}"


def _day(ms: int) -> str:
    return f"{datetime.fromtimestamp(ms / 1000, UTC):%Y-%m-%d}"
