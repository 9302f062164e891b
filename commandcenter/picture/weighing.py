"""Which entries about rights are in force: a pure function of their set, whatever order they came in.

Grants and enrolments are found as the least set that justifies itself from the founder's beginning. Revocations are weighed in the
order of seniority (the chain of grants back to the founder, compared from its beginning), so two people who revoke each other
never both lose. One beginning counts. Where the founder's key has signed several, each is tried by itself: one whose signer is
revoked by what follows from another does not count, so whoever stole the founder's laptop cannot begin anew.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from commandcenter.model.entries import Entry, EntryId, EntryType
from commandcenter.model.ids import NO_AUTH, Id, is_founder
from commandcenter.picture.feeds import SHORT, Ends, Feeds, read_ends
from commandcenter.picture.standing import GROWING, REVOKING, SETTLING, Standing, fact


@dataclass(frozen=True, slots=True)
class _World:
    """What follows from one beginning."""

    beginning: Entry | None
    standing: Standing
    force: frozenset[EntryId]

    def strikes(self, other: _World) -> bool:
        """Return whether whoever signed the other's beginning has no right to it here."""
        return other.beginning is not None and not self.standing.roots(other.beginning)


def stand(operation: Id, feeds: Feeds, acts: Iterable[Entry]) -> tuple[Standing, frozenset[EntryId]]:
    """Return where everybody stands, and which of these entries about rights are in force."""
    acts = list(acts)
    beginnings = _beginnings(operation, feeds, acts)
    cuts = [act for act in acts if act.type == EntryType.DEVICE_REVOKED]
    tried = beginnings if cuts else beginnings[:1]  # only a revocation can speak against the first
    worlds = [_follow(operation, feeds, acts, beginning) for beginning in tried] or [_follow(operation, feeds, acts, None)]
    world = next((one for one in worlds if not any(other.strikes(one) and not one.strikes(other) for other in worlds)), worlds[0])
    if len(beginnings) > 1:
        ends = [read_ends(fact(cut, "ends")) for cut in cuts]
        world.standing.unsure = (*ends, *map(_place, beginnings))
    return world.standing, world.force


def _beginnings(operation: Id, feeds: Feeds, acts: list[Entry]) -> list[Entry]:
    """Return each that may have begun the rule of rights, the founder's own first, then by number: of one feed only the first."""
    kin = _closure(operation, feeds, acts, [], None)[0]
    signed = [act for act in acts if act.type == EntryType.RIGHTS_BEGUN and act.auth == NO_AUTH and kin.of_founder(act.device)]
    found: list[Entry] = []
    for act in sorted(signed, key=lambda act: (not is_founder(operation, act.device), act.seq, act.device, act.id)):
        if not any(feeds.covers(_place(act), before) for before in found if before.device == act.device):
            found.append(act)
    return found


def _place(act: Entry) -> Ends:
    """Return the feed as it ended with this act."""
    return {act.device: ((act.seq, act.id[:SHORT]),)}


def _follow(operation: Id, feeds: Feeds, acts: list[Entry], beginning: Entry | None) -> _World:
    """Return what follows from a beginning: revocations weighed by seniority, then verdicts."""
    standing, force = _closure(operation, feeds, acts, [], beginning)
    weighed: list[Entry] = []
    for revocation in sorted((act for act in acts if act.type in REVOKING), key=lambda act: (_seniority(standing, act), act.seq, act.device, act.id)):
        if standing.by_right(revocation).counts:
            weighed.append(revocation)
            standing, force = _closure(operation, feeds, acts, weighed, beginning)
    settled = [act for act in acts if act.type in SETTLING and standing.by_right(act).counts]
    for act in settled:
        standing.settle(act)
    return _World(beginning, standing, frozenset([*force, *(act.id for act in (*weighed, *settled))]))


def _closure(operation: Id, feeds: Feeds, acts: list[Entry], revocations: list[Entry], beginning: Entry | None) -> tuple[Standing, set[EntryId]]:
    """Return the least standing that justifies itself from a beginning under these revocations."""
    standing = Standing(operation, feeds)
    for revocation in revocations:
        standing.cut(revocation)
    force = {act.id for act in acts if act.type == EntryType.DEVICE_SUCCEEDED and standing.admit(act)}
    if beginning is not None:
        standing.begin(beginning)
        force.add(beginning.id)
    waiting = [act for act in acts if act.type in GROWING and act.type != EntryType.DEVICE_SUCCEEDED]
    growing = standing.begun
    while growing:
        growing, still = False, []
        for act in waiting:
            if standing.by_right(act).counts and standing.admit(act):
                growing = True
                force.add(act.id)
            else:
                still.append(act)
        waiting = still
    return standing, force


def _seniority(standing: Standing, act: Entry) -> tuple[tuple[int, Id, EntryId], ...]:
    """Return the chain of grants from the founder to an act's author; it sorts elders first."""
    path: list[tuple[int, Id, EntryId]] = []
    auth = act.auth
    while (grant := standing.grants.get(auth)) is not None:
        path.append((grant.entry.seq, grant.entry.device, grant.entry.id))
        auth = grant.entry.auth
    return tuple(reversed(path))
