"""What stood on the screen when a decision was taken, in lines of the language in force."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import zip_longest

from commandcenter.dispatch.goods_advised import rows_of
from commandcenter.dispatch.kept_rejections import rejections_of
from commandcenter.dispatch.kept_sentences import kept_sentence
from commandcenter.dispatch.recommendation import Binding
from commandcenter.model.entries import Value
from commandcenter.picture.decisions import DecisionView
from commandcenter.resources.catalogue import Catalogue
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import spoken, tr
from commandcenter.ui.logistics_words import goods_words
from commandcenter.ui.recommend.bindings import BINDINGS
from commandcenter.ui.recommend.labels import missing_heads
from commandcenter.ui.type_names import capability_name, plan_name


def known_lines(decision: DecisionView, catalogue: Catalogue) -> list[str]:
    """Return what was known then: plan, picture, who should go, what nobody filled, everybody who was not chosen and why, notes."""
    shown = decision.shown
    if not shown:
        return [tr("Nothing was recommended at that moment.")]
    return [
        *_head(decision, catalogue),
        "",
        *_chosen(decision, catalogue),
        *_supplies(shown, catalogue),
        *_rejected(shown),
        *(f"i  {note}" for note in _notes(shown)),
    ]


def _head(decision: DecisionView, catalogue: Catalogue) -> list[str]:
    shown, version = decision.shown, decision.catalogue[:6] or "–"
    if shown.get("kind") == "relief":
        lines = [tr("Relief: who has become free takes over · version {version}", version=version)]
    elif decision.move:
        lines = [tr("Move for coverage · version {version}", version=version), *_coverage(shown)]
    else:
        plan = plan_name(catalogue, _text(shown, "plan").partition(" ")[0])
        lines = [tr("Plan {plan} · level {level} · version {version}", plan=plan, level=_text(shown, "alarm_level"), version=version)]
    if decision.policy:
        lines.append(tr("Sent by policy {version}; nobody had stopped it.", version=decision.policy[:6]))
    if shown.get("rule"):
        lines.append(_said(shown, shown, "rule"))
    as_of_ms, oldest = shown.get("as_of_ms"), shown.get("oldest_position_s")
    if isinstance(as_of_ms, int) and as_of_ms:
        age = formats.age(oldest) if isinstance(oldest, int | float) else tr("all at their stations")
        time = formats.clock(as_of_ms)
        lines.append(tr("Picture of {time} · oldest position: {age} · {n} closures", time=time, age=age, n=_text(shown, "closures")))
    return lines


def _coverage(shown: Mapping[str, Value]) -> list[str]:
    """Return what was expected to be covered before a move, and what it adds."""
    covered, gain = shown.get("covered"), shown.get("gain")
    if not isinstance(covered, int | float) or not isinstance(gain, int | float):
        return []
    before, after = formats.number(100 * covered, 1), formats.number(100 * (covered + gain), 1)
    return [tr("{before} % of the region was expected to be covered; with the move {after} %.", before=before, after=after)]


def _chosen(decision: DecisionView, catalogue: Catalogue) -> list[str]:
    shown = decision.shown
    fragile = {**_fragile(decision.weighed), **_fragile(shown)}
    lines: list[str] = []
    for one in rows_of(shown, "units"):
        lines += _unit(shown, one, capability_name(catalogue, _text(one, "capability")))
        lines += [f"     {said}" for unit, said in fragile.items() if unit == one.get("unit_id")]
    added = [one for one in rows_of(shown, "rejected") if one.get("unit_id") in {unit for unit, _slot in decision.units}]
    lines += [f"+  {_text(one, 'callsign')}: {fragile[_text(one, 'unit_id')]}" for one in added if _text(one, "unit_id") in fragile]
    for one in rows_of(shown, "unfilled"):
        missing = one.get("missing")
        heads = missing_heads(catalogue, _text(one, "slot"), _text(one, "capability"), missing if isinstance(missing, int) else 0)
        lines += [f"!  {heads.name} · {heads.right[0]}", f"     {_said(shown, one, 'reason')}"]
    return lines


def _fragile(document: Mapping[str, Value]) -> dict[str, str]:
    """Return what the worst closure would do to each unit's way, as far as a document has it."""
    fragile = document.get("fragility")
    rows = fragile.items() if isinstance(fragile, Mapping) else ()
    return {unit: _said(document, worst, "sentence") for unit, worst in rows if isinstance(worst, Mapping)}


def _supplies(shown: Mapping[str, Value], catalogue: Catalogue) -> list[str]:
    rows = rows_of(shown, "supplies")
    lines = ["", tr("Supplies")] if rows else []
    for one in rows:
        eta_s, quantity = one.get("eta_s"), one.get("quantity")
        goods = goods_words(catalogue, {_text(one, "item"): quantity if isinstance(quantity, int) else 0})
        lines.append(f"·  {goods} · {_text(one, 'depot')}" + (f" · {formats.eta(eta_s)}" if isinstance(eta_s, int | float) else ""))
        lines.append(f"     {_said(shown, one, 'reason')}")
    return lines


def _rejected(shown: Mapping[str, Value]) -> list[str]:
    rejected, counted = rejections_of(shown), shown.get("rejected_count")
    if not rejected:
        return []
    count = max(counted if isinstance(counted, int) else 0, len(rejected))
    lines = ["", tr("Not chosen: {n} units", n=count), *(f"–  {one.callsign}: {spoken(one.reason)}" for one in rejected)]
    if count > len(rejected):
        lines.append(tr("–  and {n} more, none of them nearer", n=formats.number(count - len(rejected))))
    return lines


def _notes(shown: Mapping[str, Value]) -> list[str]:
    notes, numbers = shown.get("notes"), shown.get("notes_no")
    texts = [str(note) for note in notes] if isinstance(notes, list | tuple) else []
    found = [kept_sentence(shown, number) for number in numbers] if isinstance(numbers, list | tuple) else []
    return [text if sentence is None else spoken(sentence) for text, sentence in zip_longest(texts, found[: len(texts)])]


def _unit(shown: Mapping[str, Value], one: Mapping[str, Value], capability: str) -> list[str]:
    eta_s, margin_s = one.get("eta_s"), one.get("margin_s")
    eta = formats.eta(eta_s) if isinstance(eta_s, int | float) else "–"
    known = [b for b in Binding if b.value == one.get("binding")]
    lines = [f"{_text(one, 'rank')}  {_text(one, 'callsign')} · {capability} · {eta}" + (f" · {tr(BINDINGS[known[0]])}" if known else "")]
    lines.append(f"     {_said(shown, one, 'reason')}")
    if one.get("diversion"):
        lines.append(f"     {_said(shown, one, 'diversion')}")
    if one.get("runner_up"):
        share = one.get("margin_share")
        if isinstance(share, int | float):
            lines.append("     " + tr("next {move}, {percent} % less", move=_text(one, "runner_up"), percent=formats.number(100 * share, 1)))
            return lines
        margin = formats.eta(margin_s) if isinstance(margin_s, int | float) and margin_s >= 0 else "–"
        lines.append("     " + tr("next {callsign}, {time} later", callsign=_text(one, "runner_up"), time=margin))
    return lines


def _said(shown: Mapping[str, Value], values: Mapping[str, Value], name: str) -> str:
    """Return a sentence in the language in force; the English text where an older program kept no more than that."""
    sentence = kept_sentence(shown, values.get(f"{name}_no"))
    return _text(values, name) if sentence is None else spoken(sentence)


def _text(values: Mapping[str, Value], name: str) -> str:
    value = values.get(name)
    return "" if value is None else str(value)
