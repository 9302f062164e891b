"""What controllers and evaluators on several computers tell each other, sealed: whoever only has a player's code cannot read it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from commandcenter.exercise.acts import Act
from commandcenter.exercise.controls import Ask, Deed
from commandcenter.exercise.injects import Play, Standing
from commandcenter.exercise.notes import Corrected, Note
from commandcenter.exercise.plain import from_text, to_text
from commandcenter.exercise.review import Bookmark, CorrectiveAction, Notebook, Rating
from commandcenter.exercise.scenario import Inject, Objective
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import Id
from commandcenter.picture.staff import StaffNote

KEY_BYTES = SecretBox.KEY_SIZE


def seal(key: bytes, kind: str, **facts: Any) -> bytes:  # noqa: ANN401 - JSON
    """Return a note for everybody who has the key."""
    return SecretBox(key).encrypt(json.dumps({"kind": kind, **facts}, ensure_ascii=False).encode())


def unseal(key: bytes, sealed: bytes) -> Mapping[str, Any] | None:
    """Return a note; `None` for one that is not for this key, or damaged."""
    try:
        found = json.loads(SecretBox(key).decrypt(sealed))
    except (CryptoError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def of_inject(key: bytes, inject: Inject, play: Play) -> bytes:
    """Return where an inject stands, sealed."""
    return seal(
        key,
        "inject",
        inject=to_text(inject),
        standing=play.standing.value,
        fired_ms=play.fired_ms,
        done_ms=play.done_ms,
        why_not=to_text(play.why_not),
    )


def of_frame(key: bytes, start_ms: int, end_ms: int, zone: str = "UTC") -> bytes:
    """Return when an exercise begins and ends, exercise time, and the zone of its sheet, sealed."""
    return seal(key, "frame", start_ms=start_ms, end_ms=end_ms, zone=zone)


def of_gone(key: bytes, number: str) -> bytes:
    """Return that an inject which was added is taken back, sealed."""
    return seal(key, "gone", number=number)


def of_ask(key: bytes, ask: Id, act: Act, by: str) -> bytes:
    """Return what a controller wants the leading computer to do, sealed."""
    return seal(key, "ask", ask=ask, act=to_text(act), by=by)


def of_deed(key: bytes, deed: Deed) -> bytes:
    """Return what a controller did, sealed."""
    return seal(key, "deed", at_ms=deed.at_ms, by=deed.by, act=to_text(deed.act), ask=deed.ask, refused=to_text(deed.refused))


def of_objective(key: bytes, objective: Objective) -> bytes:
    """Return an objective, sealed."""
    return seal(key, "objective", objective=to_text(objective))


def of_entry(key: bytes, entry: Note | Rating | Corrected) -> bytes:
    """Return one thing of a notebook, or what is corrected in it, sealed."""
    match entry:
        case Rating(objective, grade, note, by):
            return seal(key, "rating", objective=objective, grade=grade, note=note, by=by)
        case Corrected(was, now, by, at_ms):
            return seal(key, "corrected", was=_plain(was), now=None if now is None else _plain(now), by=by, at_ms=at_ms)
    return seal(key, **_plain(entry))


def _plain(note: Note) -> dict[str, Any]:
    match note:
        case Bookmark(at_ms, text, by):
            return {"kind": "bookmark", "at_ms": at_ms, "text": text, "by": by}
        case CorrectiveAction(text, owner, due, capability):
            return {"kind": "action", "text": text, "owner": owner, "due": due, "capability": capability}
    return {"kind": "hot wash", "text": note}


def _note(told: Mapping[str, Any]) -> Note:
    match told["kind"]:
        case "bookmark":
            return Bookmark(int(told["at_ms"]), str(told["text"]), str(told["by"]))
        case "action":
            return CorrectiveAction(str(told["text"]), str(told["owner"]), str(told["due"]), str(told["capability"]))
    return str(told["text"])


def _add(book: Notebook, note: Note) -> None:
    match note:
        case Bookmark():
            book.bookmarks.append(note)
        case CorrectiveAction():
            book.actions.append(note)
        case _:
            book.hot_wash.append(note)


@dataclass(slots=True)
class StaffBook:
    """What all staff of an exercise have told so far, read with their key. Later notes stand over earlier ones."""

    key: bytes
    injects: dict[str, tuple[Inject, Play]] = field(default_factory=dict)
    objectives: dict[str, Objective] = field(default_factory=dict)
    notebook: Notebook = field(default_factory=Notebook)
    frame: tuple[int, int] | None = None
    """When the exercise begins and ends; `None` as long as nobody told."""
    zone: str = "UTC"
    """Of the times of day in its sheet."""
    asks: dict[Id, Ask] = field(default_factory=dict)
    """What controllers at other computers have asked for, in the order in which it was read."""
    deeds: list[Deed] = field(default_factory=list)
    """What controllers did, or were refused."""
    _read: set[Id] = field(default_factory=set)

    def read(self, notes: Iterable[StaffNote]) -> bool:
        """Take in what is new; return whether anything was. What cannot be read is left out."""
        new = [note for note in notes if note.id not in self._read]
        for note in new:
            self._read.add(note.id)
            told = unseal(self.key, note.sealed)
            if told is not None:
                self._take(told, note)
        return bool(new)

    def unanswered(self) -> list[Ask]:
        """Return what was asked for and has no answer yet."""
        answered = {deed.ask for deed in self.deeds}
        return [ask for ask in self.asks.values() if ask.id not in answered]

    def _take(self, told: Mapping[str, Any], note: StaffNote) -> None:
        try:
            if told["kind"] == "ask":
                self.asks.setdefault(Id(told["ask"]), Ask(Id(told["ask"]), from_text(told["act"]), str(told["by"]), note.stamp.device))
                return
            self._take_known(told)
        except (KeyError, TypeError, ValueError, KnownError):
            return  # of a newer program, or written by hand: nothing that could be shown

    def _take_known(self, told: Mapping[str, Any]) -> None:
        book = self.notebook
        match told["kind"]:
            case "inject":
                inject, why_not = from_text(told["inject"]), from_text(told.get("why_not", "null"))
                self.injects[inject.number] = (inject, Play(Standing(told["standing"]), told["fired_ms"], told["done_ms"], None, why_not))
            case "frame":
                self.frame, self.zone = (int(told["start_ms"]), int(told["end_ms"])), str(told.get("zone", "UTC"))
            case "gone":
                self.injects.pop(str(told["number"]), None)
            case "deed":
                ask = Id(told["ask"]) if told["ask"] else None
                self.deeds.append(Deed(int(told["at_ms"]), str(told["by"]), from_text(told["act"]), ask, from_text(told["refused"])))
            case "objective":
                objective = from_text(told["objective"])
                self.objectives[objective.code] = objective
            case "corrected":
                now = None if told["now"] is None else _note(told["now"])
                Corrected(_note(told["was"]), now, str(told["by"]), int(told["at_ms"])).apply(book)
            case "bookmark" | "action" | "hot wash":
                _add(book, _note(told))
            case "rating":
                rating = Rating(str(told["objective"]), str(told["grade"]), str(told["note"]), str(told["by"]))
                book.ratings[:] = [r for r in book.ratings if (r.objective, r.by) != (rating.objective, rating.by)]
                book.ratings += [rating] if rating.grade else []

    def fulfilment(self) -> tuple[int, int]:
        """Return how many expected actions were taken in time, of how many injects that fired."""
        fired = [play.standing for inject, play in self.injects.values() if inject.scored and play.standing not in _NOT_YET]
        return sum(standing is Standing.FULFILLED for standing in fired), len(fired)


_NOT_YET = (Standing.PLANNED, Standing.SKIPPED, Standing.FAILED)
