"""Which entries about rights are in force: a pure function of their set, whatever order they came in.

Recoveries come first: who holds the recovery paper says up to which ends others are believed, and nothing else outranks that. Grants and
enrolments are found as the least set that justifies itself from the beginning. Revocations are weighed in the order of seniority
(recovered rights before the founder's, then the chain of grants, compared from its beginning), so two people who revoke each other never
both lose. One beginning counts, among those that a recovery believes. Where the founder's key has signed several, each is tried by
itself: one whose signer is revoked by what follows from another does not count.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from commandcenter.model.entries import Entry, EntryId, EntryType
from commandcenter.model.ids import NO_AUTH, Id, is_founder
from commandcenter.picture.acts import fact
from commandcenter.picture.feeds import SHORT, Ends, Feeds, read_ends
from commandcenter.picture.recovery import Recovery, in_force, judge_claims
from commandcenter.picture.standing import GROWING, REVOKING, SETTLING, Standing


@dataclass(frozen=True, slots=True)
class _World:
    """What follows from one beginning."""

    beginning: Entry | None
    standing: Standing
    force: frozenset[EntryId]

    def strikes(self, other: _World) -> bool:
        """Return whether whoever signed the other's beginning has no right to it here."""
        return other.beginning is not None and not self.standing.roots(other.beginning)


@dataclass(frozen=True, slots=True)
class _Case:
    """What there is to go by."""

    operation: Id
    feeds: Feeds
    acts: tuple[Entry, ...]
    recoveries: tuple[Recovery, ...]


def stand(operation: Id, feeds: Feeds, acts: Iterable[Entry], tries: int | None = None) -> tuple[Standing, frozenset[EntryId]]:
    """Return where everybody stands, and which of these entries about rights, in the order of arrival, are in force.

    `tries`: so many recovery keys may be computed; where that is too few, the standing is `waiting`.
    """
    acts = tuple(acts)
    judged = judge_claims(operation, acts, tries)
    case = _Case(operation, feeds, acts, in_force(feeds, judged.recoveries))
    beginnings = _beginnings(case)
    cuts = [act for act in acts if act.type == EntryType.DEVICE_REVOKED]
    tried = beginnings if cuts else beginnings[:1]  # only a revocation can speak against the first
    worlds = [_follow(case, beginning) for beginning in tried] or [_follow(case, None)]
    world = next((one for one in worlds if not any(other.strikes(one) and not one.strikes(other) for other in worlds)), worlds[0])
    if len(beginnings) > 1:
        ends = [read_ends(fact(cut, "ends")) for cut in cuts]
        world.standing.unsure = (*ends, *map(_place, beginnings))
    world.standing.waiting = judged.waiting
    return world.standing, world.force


def _beginnings(case: _Case) -> list[Entry]:
    """Return each that may have begun the rule of rights, the founder's own first, then by number: of one feed only the first."""
    kin, leading = _closure(case, [], None)[0], [one for one in case.recoveries if one.number == case.recoveries[0].number]
    signed = [act for act in case.acts if act.type == EntryType.RIGHTS_BEGUN and act.auth == NO_AUTH and kin.roots(act)]
    believed = [act for act in signed if not leading or any(case.feeds.covers(one.ends, act) for one in leading)]
    found: list[Entry] = []
    for act in sorted(believed, key=lambda act: (not is_founder(case.operation, act.device), act.seq, act.device, act.id)):
        if not any(case.feeds.covers(_place(act), before) for before in found if before.device == act.device):
            found.append(act)
    return found


def _place(act: Entry) -> Ends:
    """Return the feed as it ended with this act."""
    return {act.device: ((act.seq, act.id[:SHORT]),)}


def _follow(case: _Case, beginning: Entry | None) -> _World:
    """Return what follows from a beginning: revocations weighed by seniority, then verdicts."""
    standing, force = _closure(case, [], beginning)
    weighed: list[Entry] = []
    for revocation in sorted(
        (act for act in case.acts if act.type in REVOKING), key=lambda act: (_seniority(standing, act), act.seq, act.device, act.id)
    ):
        if standing.by_right(revocation).counts:
            weighed.append(revocation)
            standing, force = _closure(case, weighed, beginning)
    settled = [act for act in case.acts if act.type in SETTLING and standing.by_right(act).counts]
    for act in settled:
        standing.settle(act)
    return _World(beginning, standing, frozenset([*force, *(act.id for act in (*weighed, *settled))]))


def _closure(case: _Case, revocations: list[Entry], beginning: Entry | None) -> tuple[Standing, set[EntryId]]:
    """Return the least standing that justifies itself from recoveries and a beginning under these revocations."""
    standing = Standing(case.operation, case.feeds)
    standing.recover(case.recoveries)
    for revocation in revocations:
        standing.cut(revocation)
    force = {act.id for act in case.acts if act.type == EntryType.DEVICE_SUCCEEDED and standing.admit(act)}
    force.update(one.entry.id for one in case.recoveries)
    if beginning is not None:
        standing.begin(beginning)
        force.add(beginning.id)
    waiting = [act for act in case.acts if act.type in GROWING and act.type != EntryType.DEVICE_SUCCEEDED]
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


def _seniority(standing: Standing, act: Entry) -> tuple[int, tuple[tuple[int, Id, EntryId], ...]]:
    """Return the rank of the root and the chain of grants from it to an act's author; it sorts elders first."""
    path: list[tuple[int, Id, EntryId]] = []
    top = act
    while (grant := standing.grants.get(top.auth)) is not None:
        path.append((grant.entry.seq, grant.entry.device, grant.entry.id))
        top = grant.entry
    return -(standing.root(top.actor, top.device) or 0), tuple(reversed(path))
