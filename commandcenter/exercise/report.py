"""The after-action report, in English or Chinese, as plain blocks; Markdown here, DOCX and PDF elsewhere. The mark stands on each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from commandcenter.exercise.beside import Answer, typical
from commandcenter.exercise.controls import said
from commandcenter.exercise.hindsight import Comparison
from commandcenter.exercise.injects import Standing
from commandcenter.exercise.report_words import BESIDE, WORDS
from commandcenter.exercise.review import InjectResult, Review
from commandcenter.model.marks import MARK
from commandcenter.model.sentences import Sentence

OLD_S = 60.0
"""From this age on a position is said to be old."""
Speak = Callable[[Sentence], str]
"""Says a sentence of the desk in the report's language: the window's own dictionary, which is not known here."""


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
    def __init__(self, language: str, speak: Speak) -> None:
        self.language, self.speak = language, speak
        self.chinese = language.startswith("zh")

    def word(self, text: str) -> str:
        return WORDS.get(text, text) if self.chinese else text

    def sentence(self, sentence: Sentence) -> str:
        return self.word(sentence.template).format(**sentence.params)

    def pair(self, name: str, value: str) -> str:
        return f"{name}：{value}" if self.chinese else f"{name}: {value}"

    def aside(self, text: str, more: str) -> str:
        """Return a text with something in brackets, where there is something."""
        if not more:
            return text
        return f"{text}（{more}）" if self.chinese else f"{text} ({more})".lstrip()

    def units(self, callsigns: Sequence[str]) -> str:
        return ", ".join(callsigns) if callsigns else self.word("nobody")

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
        if play.why_not is not None:
            standing = self.pair(standing, self.speak(play.why_not))
        return (
            inject.number,
            _clock(play.fired_ms),
            inject.synopsis.get(self.language),
            inject.expected.get(self.language),
            standing,
            self.span(result.took_s),
        )

    def answer(self, answer: Answer) -> str:
        """Return who answered a call, and how soon."""
        steps = (("sent {time}", answer.sent_s), ("there {time}", answer.arrived_s))
        said = (self.word(template).format(time=self.span(seconds)) for template, seconds in steps if seconds is not None)
        return self.aside(self.units(answer.units), ("，" if self.chinese else ", ").join(said))


def blocks(review: Review, language: str = "en", speak: Speak = str) -> list[Block]:
    """Return the whole report; every text as it is, escaping is the renderer's. `speak`: without it the desk's own sentences are in English."""
    w = _Writer(language, speak)
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
        *_beside(w, review),
        *_decisions(w, review),
        *_objectives(w, review),
        *_deeds(w, review),
        *_list(w, "Hot wash", notes.hot_wash),
        *_list(w, "Corrected notes", [w.aside(f"{c.was} → {c.now or '–'}", c.by) for c in notes.corrections]),
    ]
    if notes.actions:
        rows = ((a.text, w.word(a.capability), a.owner, a.due) for a in notes.actions)
        found += [w.heading("Corrective actions"), w.table(("what", "capability", "owner", "due"), rows)]
    return [*found, *_timeline(w, review)]


def _timeline(w: _Writer, review: Review) -> list[Block]:
    """Return what happened in order: injects, decisions, the actions that were expected, and what somebody marked; so too within one moment."""
    fired = [(play.fired_ms, inject) for inject, play in ((one.inject, one.play) for one in review.results) if play.fired_ms is not None]
    done = [(one.play.done_ms, one) for one in review.results if one.play.done_ms is not None]
    rows = [(at_ms, f"{w.word('inject')} {inject.number}", inject.synopsis.get(w.language)) for at_ms, inject in fired]
    rows += [(d.at_ms, w.pair(f"{w.word('incident')} {d.number}", w.word("sent")), ", ".join(d.sent)) for d in review.decisions if d.sent]
    for at_ms, one in done:
        what = w.pair(f"{w.word('inject')} {one.inject.number}", w.word(one.play.standing.value))
        rows.append((at_ms, what, one.inject.expected.get(w.language)))
    rows += [(b.at_ms, f"★ {w.word('bookmark')}", w.aside(b.text, b.by)) for b in review.notebook.bookmarks]
    rows.sort(key=lambda row: row[0])
    if not rows:
        return []
    return [w.heading("Timeline"), w.table(("time", "what", "synopsis"), ((_clock(at_ms), what, text) for at_ms, what, text in rows))]


def markdown(review: Review, language: str = "en", speak: Speak = str) -> str:
    """Return the whole report as Markdown; `speak` as for `blocks`."""
    lines = [f"**{MARK}**", ""]
    for block in blocks(review, language, speak):
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
            ("least coverage of stations", w.aside(_share(c.coverage_least), "" if c.coverage_least_ms is None else _clock(c.coverage_least_ms)), ""),
            ("not acknowledged", str(c.unacknowledged), "0"),
            ("acknowledged late", str(c.late_acknowledged), "0"),
            ("messages not opened", str(c.messages_unread), "0"),
            ("messages opened late", str(c.messages_late), "0"),
            ("duplicates merged", str(c.merged), ""),
            ("log complete", _share(c.complete_share), "100 %"),
        )
    )


def _beside(w: _Writer, review: Review) -> list[Block]:
    """Return a replayed log: what the real crews did, what the player did, what the engine would have done."""
    if not review.beside:
        return []
    sides = ("real crews", "player", "engine")
    found = [typical([getattr(row, side) for row in review.beside]) for side in ("real", "player", "engine")]
    figures = (
        ("calls answered", [f"{one.answered}/{len(review.beside)}" for one in found]),
        ("units sent", [str(one.units) for one in found]),
        ("time to first dispatch, median", [w.span(one.sent_median_s) for one in found]),
        ("first arrival, median", [w.span(one.arrived_median_s) for one in found]),
        ("first arrival, 90 % within", [w.span(one.arrived_p90_s) for one in found]),
    )
    rows = ((row.number, _clock(row.at_ms), w.answer(row.real), w.answer(row.player), w.answer(row.engine)) for row in review.beside)
    return [
        w.heading("Real crews, player and engine"),
        Lines((w.word(BESIDE),), bullets=False),
        w.table(("what", *sides), ((_capital(w.word(name)), *values) for name, values in figures)),
        w.table(("number", "time", *sides), rows),
    ]


def _decisions(w: _Writer, review: Review) -> list[Block]:
    """Return the decisions that were not the engine's; what the engine would have sent is no reproach."""
    others = [d for d in review.decisions if not d.same]
    same = Lines((f"{len(review.decisions) - len(others)}/{len(review.decisions)} {w.word('the same')}",), bullets=False)
    heads = ("number", "time", "occasion", "sent", "first there", "advised", "first there")
    return [w.heading("Player and engine"), same, *([w.table(heads, (_decision(w, d) for d in others))] if others else [])]


def _decision(w: _Writer, d: Comparison) -> Sequence[str]:
    old = d.position_age_s is not None and d.position_age_s >= OLD_S
    age = w.word("position {time} old").format(time=w.span(d.position_age_s)) if old else ""
    sent, advised = (w.units(d.sent), w.span(d.sent_first_eta_s)), (w.aside(w.units(d.advised), age), w.span(d.advised_first_eta_s))
    return (d.number, _clock(d.at_ms), w.word(d.occasion.value), *sent, *advised)


def _objectives(w: _Writer, review: Review) -> list[Block]:
    if not review.objectives:
        return []
    rows = []
    for objective in review.objectives:
        score = review.scores.get(objective.code)
        points = f"{score.earned:g} / {score.possible:g}" if score else "–"
        grades = "; ".join(w.aside(f"{r.grade} {r.note}".strip(), r.by) for r in review.notebook.ratings if r.objective == objective.code)
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
