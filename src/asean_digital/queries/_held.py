"""What the records hold that a text can be set against: each value with its path, its sources and its rival readings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from asean_digital.model.act import Act, Verb
from asean_digital.model.agreement import Agreement
from asean_digital.model.body import Body
from asean_digital.model.evidence import ReadingRole
from asean_digital.model.meeting import Meeting, MeetingForm, MeetingStatus
from asean_digital.model.membership import MemberRole
from asean_digital.model.partnership import Partnership
from asean_digital.model.party import Party
from asean_digital.model.plan import Plan
from asean_digital.model.programme import Programme
from asean_digital.model.record import locate
from asean_digital.queries.certainty import all_expected, held_citations
from asean_digital.queries.statements import dispute_at, statements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from asean_digital.model.evidence import Citation, Reading
    from asean_digital.model.record import Record
    from asean_digital.queries.statements import Statement
    from asean_digital.registry import Registry

ACCEPTED, RECEIVED, ISSUED, FOUNDED, SIGNED, IN_FORCE = "accepted", "received", "issued", "founded", "signed", "in force"
HELD, OPENED, CLOSED, PERIOD, JOINED, OBSERVED = "held", "opened", "closed", "period", "joined", "observed"
_BY_VERB = {
    Verb.ADOPTED: ACCEPTED,
    Verb.APPROVED: ACCEPTED,
    Verb.ENDORSED: ACCEPTED,
    Verb.SIGNED: SIGNED,
    Verb.WELCOMED: RECEIVED,
    Verb.NOTED: RECEIVED,
    Verb.ACKNOWLEDGED: RECEIVED,
    Verb.APPRECIATED: RECEIVED,
    Verb.ISSUED: ISSUED,
    Verb.ANNOUNCED: ISSUED,
    Verb.LAUNCHED: ISSUED,
    Verb.ESTABLISHED: FOUNDED,
    Verb.SET_UP: FOUNDED,
    Verb.CREATED: FOUNDED,
    Verb.INITIATED: FOUNDED,
}


@attrs.frozen(eq=False)
class Held:
    """A value that a record holds, and what it says: `sense` is what happened then, or what is counted."""

    record: Record
    path: str
    value: Any
    sense: str
    citations: tuple[Citation, ...]
    readings: tuple[Reading, ...]
    expected: bool


def dated(registry: Registry) -> dict[str, tuple[Held, ...]]:
    """What is dated, by the id of the record that a text would name."""
    found: dict[str, list[Held]] = {}
    for record in registry:
        by_path = {statement.path: statement for statement in statements(record)}
        for named, path, sense in _moments(record):
            held = held_at(record, path, sense, by_path)
            if held is not None:
                found.setdefault(named, []).append(held)
    return {named: tuple(rows) for named, rows in found.items()}


def held_at(record: Record, path: str, sense: str, by_path: dict[str, Statement]) -> Held | None:
    """The value at a path, or the readings of a dispute that is not decided; None where there is neither."""
    dispute = dispute_at(record, path)
    readings = tuple(each for each in dispute.readings if each.role is not ReadingRole.HELD and each.value is not None) if dispute else ()
    statement = by_path.get(path)
    if statement is None:
        return Held(record, path, None, sense, (), readings, expected=False) if readings else None
    if dispute is not None and dispute.path != path:
        readings = ()  # the whole of a field is disputed, not this item
    citations = held_citations(record, statement)
    expected = all_expected(citations) or (isinstance(record, Meeting) and record.status is MeetingStatus.PLANNED)
    return Held(record, path, statement.value, sense, citations, readings, expected)


def _moments(record: Record) -> Iterator[tuple[str, str, str]]:
    """The dated paths of a record, with the record that a text would name for each, and what happened then."""
    if isinstance(record, Meeting):
        yield from _of_meeting(record)
    elif isinstance(record, Body):
        yield from ((record.id, path, FOUNDED) for path in ("established", "since"))
        yield from _of_acts(record, record.acts, "acts")
    elif isinstance(record, Plan | Programme):
        yield record.id, "period", PERIOD
    elif isinstance(record, Agreement):
        yield record.id, "signed", SIGNED
        yield record.id, "entered_into_force", IN_FORCE
    elif isinstance(record, Party):
        for membership in record.memberships:
            yield record.id, f"memberships/{membership.key}/since", JOINED if membership.role is MemberRole.MEMBER else OBSERVED
    elif isinstance(record, Partnership):
        for stage in record.stages:
            for named in (record.id, record.partner.text):
                yield named, f"stages/{stage.key}/since", stage.form.value


def _of_meeting(meeting: Meeting) -> Iterator[tuple[str, str, str]]:
    for path in ("when", "when_overall"):
        yield meeting.id, path, HELD
    if meeting.form is MeetingForm.OPENING:
        for named in (meeting.id, *((meeting.part_of.text,) if meeting.part_of else ())):
            yield named, "when", OPENED
    yield from _of_acts(meeting, meeting.outcomes, "outcomes")


def _of_acts(record: Meeting | Body, acts: tuple[Act, ...], field: str) -> Iterator[tuple[str, str, str]]:
    for act in acts:
        if act.target is not None and act.verb in _BY_VERB:
            path = f"{field}/{act.key}/on"
            if act.on is None and locate(record, path) is None and dispute_at(record, path) is None:
                path = "when" if isinstance(record, Meeting) else path
            yield act.target.text, path, _BY_VERB[act.verb]
