"""Puts a row of the command log into words, in the language in force."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping

from commandcenter.dispatch.automatic import WHY_NOT
from commandcenter.model.entries import EntryType, Value
from commandcenter.model.words import CallbackState, IncidentState, OrderState
from commandcenter.picture.views import LogLine
from commandcenter.resources.catalogue import Catalogue
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.closed_words import CALLBACK_SAID, ORDER_SAID, STATE_SAID
from commandcenter.ui.i18n.tr import mark, spoken, tr
from commandcenter.ui.logistics_words import care_name, goods_words, logistics_state
from commandcenter.ui.sketch.words import drawing_words
from commandcenter.ui.type_names import item_name, type_name, unit_kind_name
from commandcenter.ui.words import priority_word, role_word, status_word

WORDS = {
    EntryType.OPERATION_OPENED: mark("Operation {name} opened"),
    EntryType.OPERATOR_SIGNED_IN: mark("{name} took the seat as {role}"),
    EntryType.RIGHTS_BEGUN: mark("Rights hold from now on"),
    EntryType.RECOVERY_ANNOUNCED: mark("Recovery key of the operation announced"),
    EntryType.RIGHTS_RECOVERED: mark("Rights recovered with the recovery paper; shut out: {devices}"),
    EntryType.ROLE_GRANTED: mark("{name} is given the role {role}"),
    EntryType.GRANT_REVOKED: mark("Role {role} of {name} taken back"),
    EntryType.DEVICE_ENROLLED: mark("Device {name} enrolled"),
    EntryType.DEVICE_REVOKED: mark("Device {name} shut out"),
    EntryType.DEVICE_SUCCEEDED: mark("A restored device goes on under a new key"),
    EntryType.ENTRY_RATIFIED: mark("An act without right was ratified"),
    EntryType.ENTRY_VOIDED: mark("An act without right was voided"),
    EntryType.CALL_TAKEN: mark("Call taken: {type}, {address}"),
    EntryType.CALL_LINKED: mark("Call linked to {number}"),
    EntryType.CALLBACK_ASKED: mark("The caller must be rung back"),
    EntryType.CALLBACK_NOTED: mark("Rang the caller back: {rung}"),
    EntryType.INCIDENT_REPORTED: mark("{number} reported: {type}, {address}"),
    EntryType.INCIDENT_CHANGED: mark("{number} changed: {changed}"),
    EntryType.INCIDENT_STATE_CHANGED: mark("{number} is now {state}"),
    EntryType.INCIDENT_MERGED: mark("{number} merged into {merged_into}"),
    EntryType.INCIDENTS_KEPT_APART: mark("{number} and {other} are not the same"),
    EntryType.INCIDENTS_OFFERED_AGAIN: mark("{number} may be the same as another incident again"),
    EntryType.STATION_ADDED: mark("Station {name} added"),
    EntryType.UNIT_ADDED: mark("Unit {callsign} added"),
    EntryType.UNIT_CHANGED: mark("Unit {callsign} changed: {changed}"),
    EntryType.UNIT_STATUS_CHANGED: mark("{callsign}: {status}"),
    EntryType.UNIT_ASSIGNED: mark("{callsign} sent to {number} {address}"),
    EntryType.UNIT_RELEASED: mark("{callsign} released from {number}"),
    EntryType.FACILITY_ADDED: mark("Facility {name} added"),
    EntryType.DEPOT_ADDED: mark("Depot {name} added"),
    EntryType.STOCK_MOVED: mark("Stock {depot}: {delta} {item}"),
    EntryType.STOCK_RESERVED: mark("{quantity} {item} at {depot} reserved for {number}"),
    EntryType.RESERVATION_ENDED: mark("Reservation of {item} ended: {state}"),
    EntryType.ROAD_CLOSED: mark("Road closed: {name}"),
    EntryType.ROAD_REOPENED: mark("Road open again: {name}"),
    EntryType.SKETCH_DRAWN: mark("Drawn on the map: {drawing}"),
    EntryType.SKETCH_CHANGED: mark("Changed on the map: {drawing}"),
    EntryType.SKETCH_REMOVED: mark("Removed from the map: {drawing}"),
    EntryType.TEAM_SET: mark("Crew of {callsign}: {count} people"),
    EntryType.UNIT_SERVED: mark("This device stands with {callsign}"),
    EntryType.TASK_GIVEN: mark("{callsign}, task: {text}"),
    EntryType.TASK_ENDED: mark("{callsign}, task {finished}: {text}"),
    EntryType.SITUATION_REPORTED: mark("Report of {callsign}: {text}"),
    EntryType.ORDER_SENT: mark("Order to {to}: {text}"),
    EntryType.ORDER_ANSWERED: mark("{callsign}, order {order_state}: {order}"),
    EntryType.ORDER_READ_BACK: mark("Read back by {to}: {order}"),
    EntryType.ORDER_WITHDRAWN: mark("Order withdrawn: {order}"),
    EntryType.MOVE_ORDERED: mark("{to} ordered to {station}, for coverage"),
    EntryType.MOVE_DECLINED: mark("Suggested move not followed: {advised}"),
    EntryType.MAYDAY_DECLARED: mark("MAYDAY {callsign}: {text}"),
    EntryType.MAYDAY_ENDED: mark("Mayday of {callsign} ended"),
    EntryType.CONTACT_MADE: mark("Contact with {callsign}: {text}"),
    EntryType.ROLL_CALL_STARTED: mark("Roll-call of {number} begun, {units} units"),
    EntryType.ROLL_CALL_ANSWERED: mark("{callsign} has {persons} of {expected} people"),
    EntryType.ROLL_CALL_ENDED: mark("Roll-call of {number} ended"),
    EntryType.TIMER_SET: mark("Timer set: {text}"),
    EntryType.TIMER_ENDED: mark("Timer done: {text}"),
    EntryType.ALARM_ANSWERED: mark("Alarm in hand: {text}"),
    EntryType.MESSAGE_SENT: mark("Message to {to}: {text}"),
    EntryType.MESSAGE_READ: mark("Read by {reader}: {count} messages"),
    EntryType.GROUP_SAVED: mark("Group {name} set up"),
    EntryType.GROUP_DROPPED: mark("Group {group} dropped"),
    EntryType.ATTACHMENT_REMOVED: mark("Attachment removed: {name}"),
    EntryType.NOTE_ADDED: mark("Note: {text}"),
    EntryType.RECOMMENDATION_ACCEPTED: mark("Recommendation for {number} accepted"),
    EntryType.DECISION_WEIGHED: mark("Added to a decision: what closures would do to the ways"),
    EntryType.SENDING_STOPPED: mark("{number} is not sent to by itself: stopped"),
    EntryType.SENDING_FAILED: mark("{number} was not sent to by itself: {why}"),
    EntryType.POLICY_CHANGED: mark("Policy changed"),
    EntryType.CONFLICT_RESOLVED: mark("Conflict settled"),
    EntryType.PERSONAL_DATA_ERASED: mark("Personal data erased ({count})"),
    EntryType.PERSONAL_DATA_READ: mark("Personal data looked at ({count})"),
    EntryType.SHARING_SET: mark("Shared with {audience}: {sections}"),
    EntryType.STOCK_SHARED: mark("{quantity} {item} at {depot} divided among {desks} desks"),
    EntryType.OPERATION_CLOSED: mark("The operation was ended"),
    EntryType.EXERCISE_CLOCK_SET: mark("The exercise's clock was set"),
    EntryType.EXERCISE_NOTED: mark("A note of the exercise's staff"),
    EntryType.MINIMUM_SET: mark("Minimum of {item} at {depot}: {level}"),
    EntryType.PARTNER_ADDED: mark("Partner {name} added"),
    EntryType.PARTNER_ASKED: mark("{partner} asked for {offer}"),
    EntryType.OFFER_MADE: mark("{partner} offers {offer}"),
    EntryType.OFFER_ANSWERED: mark("Offer of {partner} {state}: {offer}"),
    EntryType.TRANSFER_ASKED: mark("{goods} asked of {from} for {target}"),
    EntryType.TRANSFER_ANSWERED: mark("{goods} from {from} for {target} {state}"),
    EntryType.TRANSFER_SHIPPED: mark("{goods} left {from} for {target}"),
    EntryType.TRANSFER_RECEIVED: mark("{goods} from {from} received at {target} by {by}"),
    EntryType.CAPACITY_REPORTED: mark("{facility}: {care}, {taken} of {total} taken"),
    EntryType.FACILITY_CHANGED: mark("{facility}: {intake}"),
    EntryType.PLACES_RESERVED: mark("{people} places at {facility} kept: {care} {tag}"),
    EntryType.PLACEMENT_MOVED: mark("{people} people for {facility} {tag}: {state}"),
    EntryType.SEARCH_BEGUN: mark("Search begun for {number}"),
    EntryType.SEARCH_ENDED: mark("Search for {number} ended: {outcome}"),
    EntryType.SECTORS_ADDED: mark("{count} sectors added to the search for {number}"),
    EntryType.SECTORS_RATED: mark("{planner} rated the sectors of {number}"),
    EntryType.TEAM_TASKED: mark("{callsign} searches sector {sector}"),
    EntryType.SWEEP_ENDED: mark("{callsign} searched sector {sector} for {hours} h"),
}
BY_POLICY = (EntryType.RECOMMENDATION_ACCEPTED, EntryType.UNIT_ASSIGNED)
FROM_UNIT = mark("{callsign} says: {text}")
UNKNOWN = mark("Entry of a newer program: {entry_type}")
BECAUSE = mark("{what} ({reason})")
FIELDS = {
    "priority": mark("priority"),
    "grade": mark("grade"),
    "alarm_level": mark("alarm level"),
    "type": mark("type"),
    "address": mark("address"),
    "name": mark("name"),
    "text": mark("text"),
    "answers": mark("answers to questions"),
    "crew": mark("crew"),
    "callsign": mark("callsign"),
    "station": mark("station"),
    "kind": mark("kind"),
}
ICONS = {
    EntryType.INCIDENT_REPORTED: "alert-circle-outline",
    EntryType.UNIT_ASSIGNED: "send-outline",
    EntryType.RECOMMENDATION_ACCEPTED: "check-all",
    EntryType.UNIT_STATUS_CHANGED: "fire-truck",
    EntryType.UNIT_RELEASED: "keyboard-return",
    EntryType.INCIDENT_STATE_CHANGED: "flag-outline",
    EntryType.MESSAGE_SENT: "message-outline",
    EntryType.MESSAGE_READ: "email-open-outline",
    EntryType.GROUP_SAVED: "account-group-outline",
    EntryType.ATTACHMENT_REMOVED: "paperclip-off",
    EntryType.ORDER_READ_BACK: "radio-handheld",
    EntryType.NOTE_ADDED: "note-text-outline",
    EntryType.ORDER_SENT: "clipboard-arrow-right-outline",
    EntryType.ORDER_ANSWERED: "clipboard-check-outline",
    EntryType.MOVE_ORDERED: "map-marker-radius-outline",
    EntryType.MOVE_DECLINED: "map-marker-radius-outline",
    EntryType.ORDER_WITHDRAWN: "clipboard-remove-outline",
    EntryType.MAYDAY_DECLARED: "alert-octagon",
    EntryType.MAYDAY_ENDED: "alert-octagon-outline",
    EntryType.CONTACT_MADE: "radio-handheld",
    EntryType.ROLL_CALL_STARTED: "account-multiple-check-outline",
    EntryType.ROLL_CALL_ANSWERED: "account-check-outline",
    EntryType.ROLL_CALL_ENDED: "account-multiple-check",
    EntryType.TIMER_SET: "timer-outline",
    EntryType.TIMER_ENDED: "timer-check-outline",
    EntryType.ALARM_ANSWERED: "bell-check-outline",
    EntryType.ROAD_CLOSED: "road-variant",
    EntryType.ROAD_REOPENED: "road-variant",
    EntryType.SKETCH_DRAWN: "draw",
    EntryType.SKETCH_CHANGED: "draw",
    EntryType.SKETCH_REMOVED: "eraser",
    EntryType.TEAM_SET: "account-group-outline",
    EntryType.UNIT_SERVED: "laptop",
    EntryType.TASK_GIVEN: "checkbox-blank-outline",
    EntryType.TASK_ENDED: "checkbox-marked-outline",
    EntryType.SITUATION_REPORTED: "clipboard-text-outline",
    EntryType.CALL_TAKEN: "phone-outline",
    EntryType.CALLBACK_ASKED: "phone-return-outline",
    EntryType.CALLBACK_NOTED: "phone-return-outline",
    EntryType.OPERATOR_SIGNED_IN: "account-outline",
    EntryType.CONFLICT_RESOLVED: "call-merge",
    EntryType.RIGHTS_BEGUN: "account-key-outline",
    EntryType.RECOVERY_ANNOUNCED: "key-outline",
    EntryType.RIGHTS_RECOVERED: "lifebuoy",
    EntryType.ROLE_GRANTED: "account-key-outline",
    EntryType.GRANT_REVOKED: "account-off-outline",
    EntryType.DEVICE_ENROLLED: "laptop",
    EntryType.DEVICE_REVOKED: "laptop-off",
    EntryType.DEVICE_SUCCEEDED: "laptop",
    EntryType.ENTRY_RATIFIED: "gavel",
    EntryType.ENTRY_VOIDED: "gavel",
    EntryType.STOCK_MOVED: "package-variant",
    EntryType.STOCK_RESERVED: "package-variant-closed",
    EntryType.TRANSFER_ASKED: "truck-outline",
    EntryType.TRANSFER_SHIPPED: "truck-fast-outline",
    EntryType.TRANSFER_RECEIVED: "truck-check-outline",
    EntryType.PARTNER_ASKED: "handshake-outline",
    EntryType.OFFER_MADE: "handshake-outline",
    EntryType.CAPACITY_REPORTED: "bed-outline",
    EntryType.PLACES_RESERVED: "bed-outline",
    EntryType.SEARCH_BEGUN: "account-search-outline",
    EntryType.TEAM_TASKED: "account-search-outline",
}

Fact = Callable[[Catalogue, Value], str]
_SAID: Mapping[str, Fact] = {
    "type": lambda catalogue, value: type_name(catalogue, str(value)),
    "item": lambda catalogue, value: item_name(catalogue, str(value)),
    "state": lambda _catalogue, value: spoken(STATE_SAID[IncidentState(str(value))]) if value in STATE_SAID else logistics_state(str(value)),
    "why": lambda _catalogue, value: spoken(WHY_NOT[str(value)]) if value in WHY_NOT else str(value),
    "goods": lambda catalogue, value: (
        goods_words(catalogue, {item: n for item, n in value.items() if isinstance(n, int)}) if isinstance(value, Mapping) else str(value)
    ),
    "care": lambda catalogue, value: care_name(catalogue, str(value)),
    "answers": lambda _catalogue, _value: tr("corrected"),
    "intake": lambda _catalogue, value: tr("takes people in") if value else tr("takes nobody in"),
    "found": lambda _catalogue, value: tr("found") if value else tr("called off"),
    "finished": lambda _catalogue, value: tr("done") if value else tr("called off"),
    "status": lambda _catalogue, value: status_word(str(value)),
    "rung": lambda _catalogue, value: spoken(CALLBACK_SAID[CallbackState(str(value))]) if value in CALLBACK_SAID else str(value),
    "role": lambda _catalogue, value: role_word(str(value)),
    "order_state": lambda _catalogue, value: spoken(ORDER_SAID[OrderState(str(value))]) if value in ORDER_SAID else str(value),
    "delta": lambda _catalogue, value: f"{value:+d}" if isinstance(value, int) else str(value),
    "priority": lambda _catalogue, value: priority_word(value) if isinstance(value, int) else str(value),
}


def line_words(line: LogLine, catalogue: Catalogue) -> str:
    """Return what happened, in one line."""
    facts: dict[str, str] = defaultdict(lambda: "–")
    for name, value in line.summary.items():
        if value not in (None, ""):
            facts[name] = _SAID[name](catalogue, value) if name in _SAID else str(value)
    if line.type not in WORDS:
        return tr(UNKNOWN, entry_type=line.type)
    facts["changed"] = (
        formats.listed(
            f"{tr(FIELDS[name])} {facts[name]}" for name in line.summary if name in FIELDS and name in facts and name not in _present(line)
        )
        or "–"
    )
    if "to" not in facts:
        facts["to"] = " ".join(facts[name] for name in ("callsign", "number") if name in facts) or tr("everyone")
    facts["reader"] = facts.get("callsign", line.actor_name or "–")
    _name_targets(line, facts, catalogue)
    if line.type in (EntryType.ROAD_CLOSED, EntryType.ROAD_REOPENED) and "name" not in facts:
        facts["name"] = tr("a road")
    said = tr(_template(line)).format_map(facts)
    if "files" in facts:
        said = tr("{what} · {n} attached", what=said, n=facts["files"])
    if "policy" in facts and line.type in BY_POLICY:
        said = tr("{what} · sent by policy {version}", what=said, version=facts["policy"][:6])
    rang_s = _rang_s(line)
    if rang_s is not None:
        said = tr("{what} · answered after {waited}", what=said, waited=formats.age(rang_s))
    if line.late_ms is not None:
        said = tr("{what} · happened {time}, entered late", what=said, time=formats.moment(line.late_ms))
    if "reason" in facts and line.summary["reason"] != line.summary.get("state"):
        said = tr(BECAUSE, what=said, reason=facts["reason"])
    return said if line.not_counted is None else tr("Not counted: {what}", what=said)


def _template(line: LogLine) -> str:
    """Return the words of a row; what a unit says is told otherwise than what is said to one."""
    return FROM_UNIT if line.type == EntryType.MESSAGE_SENT and line.summary.get("from_unit") else WORDS[EntryType(line.type)]


def _rang_s(line: LogLine) -> float | None:
    """Return how long a call rang that a row tells of."""
    rang_ms, answered_ms = line.summary.get("rang_ms"), line.summary.get("answered_ms")
    return (answered_ms - rang_ms) / 1000 if isinstance(rang_ms, int) and isinstance(answered_ms, int) else None


def _offered(line: LogLine, facts: dict[str, str], catalogue: Catalogue) -> str:
    """Name goods or a team that a partner is asked for or offers; a team without a callsign by its kind."""
    if "callsign" in facts:
        return facts["callsign"]
    kind = line.summary.get("kind")
    return f"{facts['quantity']} × {facts['item']}" if "item" in facts else unit_kind_name(catalogue, str(kind)) if kind else "–"


def _name_targets(line: LogLine, facts: dict[str, str], catalogue: Catalogue) -> None:
    """Say where goods go, what is offered, how a search ended, and what changed of a facility."""
    facts["target"] = facts["depot"] if "depot" in facts else facts["number"]
    facts["offer"] = _offered(line, facts, catalogue)
    facts["outcome"] = facts["found"]
    if line.type == EntryType.OFFER_ANSWERED:
        facts["state"] = tr("taken") if line.summary.get("state") == "accepted" else tr("declined")
    if "intake" not in facts and line.type == EntryType.FACILITY_CHANGED:
        facts["intake"] = tr("services changed")
    if "sketch" in line.summary:
        facts["drawing"] = drawing_words(str(line.summary["sketch"]), str(line.summary.get("symbol") or ""), str(line.summary.get("text") or ""))
    if "tag" not in facts:
        facts["tag"] = ""


def _present(line: LogLine) -> frozenset[str]:
    """Return facts that the row carries as the thing's present name, not as a change."""
    return frozenset({"type", "address"} if line.type == EntryType.INCIDENT_CHANGED and len(line.summary) > 3 else {"callsign"} if line.unit else ())
