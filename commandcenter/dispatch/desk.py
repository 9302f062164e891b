"""The only door for every change: one command at a time, committed before anybody sees it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Any, TypeVar

from commandcenter.dispatch.advice import Advice
from commandcenter.dispatch.batches import batches
from commandcenter.dispatch.catalogue_in_use import CatalogueInUse
from commandcenter.dispatch.coverage import MoveUp
from commandcenter.dispatch.handlers import HANDLERS
from commandcenter.dispatch.handlers.shares import check_shares
from commandcenter.dispatch.now import History, Now
from commandcenter.dispatch.past import entries_at, history_of
from commandcenter.dispatch.recommendation import Recommendation
from commandcenter.dispatch.warrant import Warrant, authority, check_types
from commandcenter.model.clock import Clock
from commandcenter.model.commands import Command, ErasePersonalData, RecordAccess, Undo, meant
from commandcenter.model.entries import NO_CHANGES, Changes, Draft, Entry, EntryId, EntryType, Kind
from commandcenter.model.errors import BugError, Refused
from commandcenter.model.ids import Id, NewId
from commandcenter.model.ports import CommandLog, Gazetteer, Roads, TrackStore
from commandcenter.model.sentences import Sentence, say
from commandcenter.picture.history import picture_of
from commandcenter.picture.picture import Picture
from commandcenter.resources.catalogue import Catalogue

T = TypeVar("T")
FOLDED_AT_ONCE = 500
"""Others' entries folded in one turn of the loop: about 10 ms."""

_MAKING = frozenset(
    {
        EntryType.CALL_TAKEN,
        EntryType.INCIDENT_REPORTED,
        EntryType.STATION_ADDED,
        EntryType.FACILITY_ADDED,
        EntryType.DEPOT_ADDED,
        EntryType.UNIT_ADDED,
        EntryType.UNIT_ASSIGNED,
        EntryType.STOCK_MOVED,
        EntryType.STOCK_RESERVED,
        EntryType.PARTNER_ADDED,
        EntryType.PARTNER_ASKED,
        EntryType.OFFER_MADE,
        EntryType.TRANSFER_ASKED,
        EntryType.PLACES_RESERVED,
        EntryType.SEARCH_BEGUN,
        EntryType.TEAM_TASKED,
        EntryType.ROAD_CLOSED,
        EntryType.ORDER_SENT,
        EntryType.MOVE_ORDERED,
        EntryType.ROLL_CALL_STARTED,
        EntryType.TIMER_SET,
        EntryType.MESSAGE_SENT,
        EntryType.GROUP_SAVED,
        EntryType.SKETCH_DRAWN,
        EntryType.TASK_GIVEN,
        EntryType.SITUATION_REPORTED,
        EntryType.NOTE_ADDED,
        EntryType.RECOMMENDATION_ACCEPTED,
    }
)
"""Entries that bring something new into being: the entity of their first write."""
AFTER_THE_END = (ErasePersonalData, RecordAccess)
"""What may still be done in an operation that was ended."""
ENDED = say("This operation was ended; nothing more is written to it.")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command came to."""

    entries: tuple[Entry, ...]
    changes: Changes
    created: tuple[Id, ...]
    """Ids of what is new, in the order of the entries: the incident, the call, the assignment …"""


class Desk:
    """One workstation's view and hand. All methods belong to the thread of its asyncio loop.

    The log is touched in `writer` only, the one thread it was opened in. `tracks.latest` is called in the
    loop's thread and must not block.
    """

    def __init__(
        self,
        log: CommandLog,
        picture: Picture,
        *,
        clock: Clock,
        new_id: NewId,
        actor: Id,
        catalogue: Catalogue,
        roads: Roads,
        gazetteer: Gazetteer,
        tracks: TrackStore,
        writer: Executor,
        warrant: Warrant | None = None,
    ) -> None:
        """Take over a picture that is folded up to the end of the log. `warrant`: what an approval of this device said."""
        self._log = log
        self._new_id = new_id
        self._writer = writer
        self._one_at_a_time = asyncio.Lock()
        self._subscribers: dict[int, Callable[[Changes], None]] = {}
        self._next_subscriber = 0
        self._running: set[asyncio.Task[Any]] = set()
        self.picture = picture
        self.clock = clock
        self.actor = actor
        """Who sits here: the author of the next command."""
        self.warrant = warrant
        self.in_use = CatalogueInUse(catalogue, picture)
        self.catalogue = self.in_use.catalogue
        """In force in the operation, as far as this program can use it; see `in_use`."""
        self.roads = roads
        self.gazetteer = gazetteer
        self.tracks = tracks
        self.advice = Advice(self)

    @property
    def device(self) -> Id:
        """This workstation, as its entries are signed."""
        return self._log.device

    def lacks(self, command: type[Command]) -> Sentence | None:
        """Return why who sits here may not give such a command at all: the right that is missing, or the end of the operation; else `None`."""
        if self.picture.closed() and command not in AFTER_THE_END:
            return ENDED
        try:
            authority(self.picture.rights, self.warrant, self._log.device, self.actor, command)
        except Refused as refused:
            return refused.sentence
        return None

    def actor_of(self, command: Command) -> Id:
        """Return who gives a command: whoever sits here. Only a desk that speaks for others has another answer."""
        return self.actor

    async def submit(self, command: Command) -> Outcome:
        """Decide, commit, fold, tell. Raises `Refused` or `KnownError`; then nothing has changed.

        A caller that stops waiting does not stop it: what is committed is folded and told in any case.
        """
        (outcome,) = await self._finish(self._carry_out([command]))
        if isinstance(outcome, Refused):
            raise outcome
        return outcome

    async def submit_all(self, commands: Sequence[Command]) -> list[Outcome | Refused]:
        """Submit one after the other; a refused one does not stop the rest. Additions share commits (see `batches`)."""
        outcomes: list[Outcome | Refused] = []
        for group in batches(commands):
            outcomes += await self._finish(self._carry_out(group))
        return outcomes

    async def take_in(self, entries: Sequence[tuple[int, Entry]], *, completed: bool = False) -> None:
        """Fold entries of others that are committed at these log positions, and tell. Each position counts once.

        Waits for the command under way; `FOLDED_AT_ONCE` at a time, so that clicks and commands go in between.
        `completed`: others, folded before, have got sections that were withheld, so the whole log is folded anew.
        """
        for start in range(0, len(entries), FOLDED_AT_ONCE):
            await self._finish(self._take_in(entries[start : start + FOLDED_AT_ONCE]))
            await asyncio.sleep(0)
        if completed:
            await self._finish(self._take_in((), completed=True))

    def subscribe(self, callback: Callable[[Changes], None]) -> Callable[[], None]:
        """Have `callback` called after each fold; returns what ends that."""
        number = self._next_subscriber
        self._next_subscriber += 1
        self._subscribers[number] = callback

        def unsubscribe() -> None:
            self._subscribers.pop(number, None)

        return unsubscribe

    async def recommend(self, incident_id: Id) -> Recommendation:
        """Return who and what should go to an incident, as things stand; searched in a worker thread.

        When the closures have changed since the last answer for it, the notes say what that did. Raises `Refused`.
        """
        return await self.advice.recommend(incident_id)

    async def move_ups(self, capability: str) -> tuple[MoveUp, ...]:
        """Return the moves of free units to stations that would raise the coverage most; see `Advice` for all other questions."""
        return await self.advice.move_ups(capability)

    async def entries(self, after: int, most: int) -> list[tuple[int, Entry]]:
        """Return at most so many (position, entry) of the log behind a position, in the order of arrival."""
        return await asyncio.get_running_loop().run_in_executor(self._writer, lambda: list(islice(self._log.entries(after), most)))

    async def close(self) -> None:
        """Wait for what is under way and end the worker threads; log and writer belong to who made them."""
        while self._running:
            await asyncio.wait(set(self._running))
        self.advice.close()

    async def _finish(self, work: Coroutine[Any, Any, T]) -> T:
        task = asyncio.ensure_future(work)
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return await asyncio.shield(task)

    async def _carry_out(self, group: Sequence[Command]) -> list[Outcome | Refused]:
        """Decide each on the same picture, commit all that is not refused at once. A group has one type, so one right."""
        async with self._one_at_a_time:
            actor, kind = self.actor_of(group[0]), meant(group[0])
            try:
                auth = authority(self.picture.rights, self.warrant, self._log.device, actor, kind)
            except Refused as refused:
                return [refused] * len(group)
            decided = [await self._decide(command, actor, auth) for command in group]
            drafts = [draft for one in decided if not isinstance(one, Refused) for draft in one]
            heads = {write.key: self.picture.heads(write.key) for draft in drafts for write in draft.writes}
            append = partial(self._append, drafts, heads, actor, auth)
            entries, position = await asyncio.get_running_loop().run_in_executor(self._writer, append) if drafts else ((), 0)
            outcomes: list[Outcome | Refused] = []
            for one in decided:
                if isinstance(one, Refused):
                    outcomes.append(one)
                    continue
                mine, entries = entries[: len(one)], entries[len(one) :]
                outcomes.append(Outcome(mine, self._fold(mine, position), _created(mine)))
                position += len(mine)
            anew = await self._fold_anew()
        changes = NO_CHANGES
        for outcome in outcomes:
            changes = changes | outcome.changes if isinstance(outcome, Outcome) else changes
        if drafts:
            self._tell(changes | anew)
        return outcomes

    async def _take_in(self, entries: Sequence[tuple[int, Entry]], *, completed: bool = False) -> None:
        async with self._one_at_a_time:
            changes = NO_CHANGES
            for position, entry in entries:
                changes = changes | self.picture.apply(entry, position)
            changes = changes | await self._fold_anew(completed)
        if changes.entries or changes.by_kind:
            self._tell(changes)

    async def entries_at(self, positions: Sequence[int]) -> dict[int, Entry]:
        """Return the entries at these positions of the log, read in the writer thread. Raises `KnownError`."""
        return await asyncio.get_running_loop().run_in_executor(self._writer, entries_at, self._log, positions)

    async def _fold_anew(self, completed: bool = False) -> Changes:
        """Fold the whole log again where a revocation came after what it cuts, or personal data goes or comes; in the writer thread."""
        due = self.picture.privacy.due()
        if due:
            await asyncio.get_running_loop().run_in_executor(self._writer, self._erase, due)
        if not (self.picture.rights.stale or due or completed):
            return NO_CHANGES
        anew = await asyncio.get_running_loop().run_in_executor(self._writer, picture_of, self._log.operation, self._log.entries)
        return self.picture.become(anew)

    async def _decide(self, command: Command, actor: Id, auth: Id) -> list[Draft] | Refused:
        handler = HANDLERS.get(type(command))
        if handler is None:
            raise BugError(f"no handler for {type(command).__name__}")
        history = await self._history(command) if isinstance(command, Undo) else None
        now = Now(self.clock.wall_ms(), actor, self._new_id, self.catalogue, history, self._log.device)
        try:
            if self.picture.closed() and not isinstance(command, AFTER_THE_END):
                raise Refused(ENDED.template)
            drafts = handler(self.picture, command, now)
            check_shares(self.picture, drafts, self._log.device)
            check_types(self.picture.rights, auth, actor, drafts, meant(command))
        except Refused as refused:
            return refused
        return drafts

    def _append(self, drafts: Sequence[Draft], heads: dict[Any, Any], actor: Id, auth: Id) -> tuple[tuple[Entry, ...], int]:
        entries = self._log.append(drafts, actor=actor, heads=heads.__getitem__, auth=auth)
        return entries, self._log.count() - len(entries) + 1

    def _erase(self, due: Sequence[tuple[EntryId, str]]) -> None:
        for entry, section in due:
            self._log.erase(entry, section)

    async def _history(self, command: Undo) -> History | None:
        return await asyncio.get_running_loop().run_in_executor(self._writer, history_of, self._log, command.entry_id)

    def _fold(self, entries: Sequence[Entry], first: int) -> Changes:
        changes = NO_CHANGES
        for position, entry in enumerate(entries, start=first):
            changes = changes | self.picture.apply(entry, position)
        return changes

    def _tell(self, changes: Changes) -> None:
        if changes.of(Kind.POLICY):
            self.in_use.follow(self.picture)
            self.catalogue = self.in_use.catalogue
        for callback in tuple(self._subscribers.values()):
            callback(changes)


def _created(entries: Sequence[Entry]) -> tuple[Id, ...]:
    return tuple(e.writes[0].key.entity for e in entries if e.type in _MAKING)
