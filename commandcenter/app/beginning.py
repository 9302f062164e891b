"""The first minutes of an operation: its name, the operator, a fleet from the region's own stations, and in training a first incident."""

from __future__ import annotations

from commandcenter.app.recovery import RecoveryPaper
from commandcenter.app.session import Session
from commandcenter.app.training import TRAINING_REGION
from commandcenter.dispatch.desk import Desk
from commandcenter.model.commands import AnnounceRecovery, OpenOperation, ReportIncident, SignIn
from commandcenter.model.errors import Refused
from commandcenter.model.ids import is_founder
from commandcenter.model.sentences import Sentence
from commandcenter.resources.fleet import default_fleet


async def begin(session: Session, *, seeded: bool = True, language: str = "en") -> tuple[Sentence, ...]:
    """Open the operation if its log is empty and it was not begun elsewhere, and sign the operator in; return what the person should know.

    `seeded`: a new operation gets the region's default fleet; without it, resources come from files.
    `language` (`en` or `zh`) is that of the training caller's words.
    """
    desk = session.desk
    begun_now = session.fresh and not session.joined
    if begun_now:
        await desk.submit(OpenOperation(session.pack.name, session.pack.name, exercise=session.pack.name == TRAINING_REGION))
    await _announce_recovery(session)
    notes = await _seed(session, language) if begun_now and seeded else ()
    return (*notes, *await _take_the_seat(session))


async def _announce_recovery(session: Session) -> None:
    """Say which key recovers rights, before anybody else can be in the operation; in an older one, as long as its code lies here."""
    desk, log = session.desk, session.log
    key = RecoveryPaper(session.profile.vault, log.operation).key() if is_founder(log.operation, log.device) else None
    if key is not None and key not in desk.picture.rights.announced() and desk.lacks(AnnounceRecovery) is None:
        await desk.submit(AnnounceRecovery(key))


async def _take_the_seat(session: Session) -> tuple[Sentence, ...]:
    """Sign the operator in, and say what became of the device; who has no right may still look."""
    desk, operator = session.desk, session.operator
    notes: tuple[Sentence, ...] = () if session.copied is None else (session.copied.said,)
    try:
        if desk.picture.operator_name(operator.id) != operator.name:
            await desk.submit(SignIn(operator.id, operator.name, operator.role))
    except Refused as refused:
        return (*notes, refused.sentence)
    return notes


async def _seed(session: Session, language: str) -> tuple[Sentence, ...]:
    fleet = default_fleet(session.pack.facilities(), session.desk.catalogue)
    outcomes = await session.desk.submit_all(fleet.commands)
    if session.pack.name == TRAINING_REGION:
        await _first_incident(session.desk, language)
    return (*fleet.notes, *(outcome.sentence for outcome in outcomes if isinstance(outcome, Refused)))


async def _first_incident(desk: Desk, language: str) -> None:
    """Report the incident that waits for a newcomer."""
    from commandcenter.geo.training.first_incident import first_incident  # only a new training operation needs it

    first = first_incident(desk.gazetteer)
    await desk.submit(ReportIncident(first.type, first.at, first.address, text=first.text[language]))
