"""Every way in which foreign bytes come in, with what an honest program sends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from commandcenter.app import enrolment
from commandcenter.exercise.invitation import Invitation, read_invitation, write_invitation
from commandcenter.log import checkpoint, codec, proofcheck, recovery
from commandcenter.log.codec import MalformedError
from commandcenter.log.header import check_header
from commandcenter.log.memory import MemoryLog
from commandcenter.log.rows import Tip
from commandcenter.log.sections import SealedSection, check_section
from commandcenter.log.signing import DeviceKey
from commandcenter.model.clock import FakeClock
from commandcenter.model.entries import EntryId
from commandcenter.model.errors import KnownError, Refused
from commandcenter.model.ids import exercise_id
from commandcenter.model.rights import Role
from commandcenter.model.words import LonLat, PositionSource
from commandcenter.sync import acks, checkpoints, join_messages, messages, operation_key, positions, sealed
from commandcenter.sync.files import messages as files
from commandcenter.sync.join_code import Address, JoinCode
from commandcenter.sync.messages import Batch, Comparison, NewsRequest, Place, Receipt, Request, Standing
from tests.fault.logs import ANN, DATABASE_KEY, OPERATION, OTHER, append, foreign

ENTRIES = foreign(3)
TIP = Tip(3, EntryId(b"t" * 32))
SUMMARY = {OTHER.id: (TIP,)}


@dataclass(frozen=True, slots=True)
class Decoder:
    """One way for foreign bytes to come in."""

    name: str
    read: Callable[[bytes], object]
    sample: bytes
    """What an honest program sends."""
    packed: bool = False
    """Whether it is CBOR in a zstd frame."""
    text: bool = False
    """Whether it is letters that people type or scan."""
    refusal: tuple[type[Exception], ...] = (MalformedError,)
    memory: int = 6 << 20
    """Bytes that refusing may cost, whatever is claimed."""


def _checkpoint() -> bytes:
    log = MemoryLog(OPERATION, OTHER, FakeClock())
    append(log, range(3))
    return checkpoint.take(log, FakeClock().wall_ms()).signed_by(OTHER).encoded()


def _code(name: str, read: Callable[[str], object], sample: str, memory: int = 6 << 20) -> Decoder:
    """Letters that a person types or scans; whatever is wrong with them is said to that person."""
    return Decoder(name, lambda raw: read(raw.decode(errors="replace")), sample.encode(), text=True, refusal=(KnownError, Refused), memory=memory)


WISH = join_messages.Wish.of(OTHER, b"request", b"authority", b"secret", "Laptop 3")
FILE = b"f" * 32
ACK = acks.Ack(OPERATION, OTHER.public_key, 5, SUMMARY, bytes(64))
POSITIONS = positions.PositionNews(OPERATION, {ANN: 5}, (positions.Report(ANN, 5, LonLat(8.7, 49.4), PositionSource.GPS, 90.0, 12.5),))
LAPTOP = enrolment.Request(OTHER.public_key, "Laptop 3", "Ben", Role.FIELD_COMMANDER)
MINE = enrolment.Request(DeviceKey(bytes(32)).public_key, "Laptop 4", "Ann", Role.OBSERVER)
APPROVAL = enrolment.Approval(OPERATION, bytes(32), ANN, ANN, "Ann", Role.OBSERVER, "town", "Ben")
DECODERS = (
    Decoder("value", codec.decode, codec.encode([1, "two", b"3", {"four": [None, True, 5.5]}])),
    Decoder("header", check_header, ENTRIES[0].header),
    Decoder("section", lambda raw: check_section("op", SealedSection(bytes(16), raw)), ENTRIES[0].sections["op"].body),
    Decoder("comparison", messages.read_comparison, messages.write_comparison(Comparison(OPERATION, bytes(32))), packed=True),
    Decoder("standing", messages.read_standing, messages.write_standing(Standing(7, SUMMARY)), packed=True),
    Decoder("request", messages.read_request, messages.write_request(Request(OPERATION, SUMMARY, Place(OTHER.id, 3, TIP.id))), packed=True),
    Decoder("news request", messages.read_news_request, messages.write_news_request(NewsRequest(OPERATION, 3, OTHER.id)), packed=True),
    Decoder("batch", messages.read_batch, messages.write_batch(Batch(OPERATION, tuple(ENTRIES), keys=(OTHER.public_key,))), packed=True),
    Decoder("receipt", messages.read_receipt, messages.write_receipt(Receipt(1, 2, 3, 4, 5)), packed=True),
    Decoder("acknowledgements", acks.read_news, acks.write_news(acks.AckNews(OPERATION, {OTHER.id: 3}, [ACK])), packed=True),
    Decoder("wish", join_messages.read_wish, join_messages.write_wish(WISH), packed=True),
    Decoder("grant", join_messages.read_grant, join_messages.write_grant(b"certificate"), packed=True),
    Decoder("welcome", join_messages.read_welcome, join_messages.write_welcome(join_messages.Welcome(OTHER.id, True)), packed=True),
    Decoder("files wanted", files.read_inquiry, files.write_inquiry(files.Inquiry(OPERATION, {FILE: 7}, (FILE,))), packed=True),
    Decoder("files there", files.read_file_standing, files.write_file_standing(files.FileStanding({FILE: 0}, {FILE: 7})), packed=True),
    Decoder("piece wanted", files.read_fetch, files.write_fetch(files.Fetch(OPERATION, FILE, 3, 500)), packed=True),
    Decoder("piece", files.read_piece, files.write_piece(7, b"a piece"), packed=True),
    Decoder("piece to be kept", files.read_store, files.write_store(files.Store(OPERATION, FILE, 7, 0, b"a piece")), packed=True),
    Decoder("piece kept", files.read_stored, files.write_stored(7), packed=True),
    Decoder(
        "exchange of checkpoints",
        checkpoints.read_exchange,
        checkpoints.write_exchange(OPERATION, checkpoint.read_checkpoint(_checkpoint())),
        packed=True,
    ),
    Decoder("checkpoint", checkpoint.read_checkpoint, _checkpoint()),
    Decoder("proof", proofcheck.check_file, _checkpoint(), refusal=(proofcheck.ProofError,), memory=24 << 20),
    Decoder("positions", positions.read_positions, positions.write_positions(POSITIONS), packed=True),
    _code("code of an operation", operation_key.read_join_code, operation_key.join_code(ANN, DATABASE_KEY)),
    _code("join code of a hub", JoinCode.read, str(JoinCode((Address("192.168.1.5"), Address("hub.example", 9_000)), bytes(16), bytes(10)))),
    _code("address of a computer", sealed.read_address, sealed.write_address(OTHER.public_key)),
    _code("code of an exercise", read_invitation, write_invitation(Invitation(exercise_id(lambda: OPERATION), bytes(32), "training", bytes(32)))),
    _code("recovery code", recovery.read_code, recovery.new_code(bytes), memory=120 << 20),  # only a person types it
    _code("request of a laptop", enrolment.read_request, enrolment.write_request(OTHER, LAPTOP)),
    _code("approval of a laptop", lambda text: enrolment.read_approval(bytes(32), text), enrolment.write_approval(OTHER, MINE, APPROVAL)),
)
