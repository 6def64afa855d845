"""What was so on a day: the members of ASEAN, the chair of a series, the plans that cover it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from asean_digital.model.meeting import Meeting, MeetingStatus
from asean_digital.model.membership import MemberRole, Membership
from asean_digital.model.party import Party
from asean_digital.model.plan import Plan
from asean_digital.queries._registry import registry_or_packaged
from asean_digital.queries.acts import Outcome, acts_on
from asean_digital.queries.asking import after_the_record
from asean_digital.queries.certainty import only_announced
from asean_digital.queries.finding import RefLike, find
from asean_digital.sets import Answers
from asean_digital.values import PartialDate, Period, Ref, Term
from asean_digital.values.partial_date import as_day

if TYPE_CHECKING:
    import datetime

    from asean_digital.model.person import Person
    from asean_digital.model.wording import Wording
    from asean_digital.registry import Registry

ASEAN: Ref[Party] = Ref("party:asean")


class Adopted(Term):
    """Whether a plan was adopted by a day."""

    YES = "yes", "adopted", "đã thông qua"
    NOT_YET = "not_yet", "not yet adopted", "chưa thông qua"
    UNKNOWN = "unknown", "unknown", "chưa rõ"
    NO = "no", "only received", "chỉ được tiếp nhận"


@attrs.frozen(kw_only=True)
class MemberOn:
    """A member of ASEAN on a day."""

    party: Ref[Party]
    """The member."""
    since: PartialDate | None
    """Since when."""
    certain: bool
    """Whether the record bears it out for that day."""
    why: str
    """Why it is not certain; empty when it is."""


@attrs.frozen(kw_only=True)
class ChairOn:
    """Who chaired a series on a day."""

    party: Ref[Party] | None
    """The chairing party; None where it is not recorded."""
    person: Ref[Person] | None
    """The person in the chair."""
    post: tuple[Wording, ...]
    """Their post at that meeting."""
    meeting: Ref[Meeting]
    """The latest held meeting that had begun."""
    certain: bool
    """Whether the record bears it out for that day."""
    why: str
    """Why it is not certain; empty when it is."""


@attrs.frozen(kw_only=True)
class PlanOn:
    """A plan whose period covers a day."""

    plan: Ref[Plan]
    """The plan."""
    covers: bool | None
    """True, or None where that hangs on an unknown end."""
    adopted: Adopted
    """Whether it had been adopted by then."""
    received: tuple[Outcome, ...]
    """How else it had been received by then, or may have been where the day is not known: welcomed, noted ..."""
    certain: bool
    """Whether the record bears it out for that day."""
    why: str
    """Why it is not certain; empty when it is."""


def members(on: datetime.date | str, registry: Registry | None = None) -> Answers[MemberOn]:
    """The members of ASEAN on a day.

    Example:
        >>> import asean_digital as ad
        >>> len(ad.members("2025-10-25")), len(ad.members("2025-10-26"))
        (10, 11)

    Args:
        on: a day, as a date or ISO text.
        registry: the records; None for the packaged data.

    Returns:
        One row a party, the earliest member first; empty with a reason before ASEAN was founded. A party that may or may not
        have been a member on that day is there with `certain` False.

    Raises:
        InvalidValue: when the day is none.

    """
    registry = registry_or_packaged(registry)
    day = as_day(on)
    late = after_the_record(day, registry)
    rows = []
    for party in registry.of(Party):
        standings = [
            (late or _why_not_sure(each, day), each)
            for each in party.memberships
            if each.organisation == ASEAN and each.role is MemberRole.MEMBER and each.possibly_on(day)
        ]
        if standings:  # of two that may have held on the day, the surer one
            why, standing = min(standings, key=lambda pair: bool(pair[0]))
            rows.append(MemberOn(party=party.ref, since=standing.since, certain=not why, why=why))
    rows.sort(key=lambda row: (row.since.sort_key if row.since else (0, 0, 0, 0, ""), row.party.text))
    return Answers(rows, reason="" if rows else f"no membership is recorded for {day}")


def _why_not_sure(standing: Membership, day: datetime.date) -> str:
    if standing.expected:
        return "the membership was only announced"
    return "" if standing.surely_on(day) else "the day of joining or leaving is not known exactly"


def _begins(meeting: Meeting) -> tuple[datetime.date, datetime.date] | None:
    """The first and last day on which a meeting may have begun; of one of which only the wider week is known, any day of that week."""
    if meeting.when is None:
        week = meeting.when_overall
        return (week.earliest, week.latest or week.earliest) if week else None
    start = meeting.when.start if isinstance(meeting.when, Period) else meeting.when
    return start.earliest, start.latest


def _numbered_before(one: Meeting, two: Meeting) -> bool:
    """Whether the numbers of two meetings in their series say that the one was before the other."""
    return one.ordinal is not None and two.ordinal is not None and one.ordinal < two.ordinal


def chair(series: RefLike, on: datetime.date | str, registry: Registry | None = None) -> ChairOn | None:
    """Who chaired a series on a day: the chair of the latest held meeting that had begun, until the next one begins.

    Example:
        >>> import asean_digital as ad
        >>> ad.chair("adgmin", on="2025-06-30").party
        Ref('party:thailand')

    Args:
        series: a series, by reference, id, slug or name.
        on: a day, as a date or ISO text.
        registry: the records; None for the packaged data.

    Returns:
        The chair; None before the first meeting of the series. `certain` is False from the earliest day of the next planned
        meeting, where days that are not known leave open which meeting was the latest, where the meeting has no chair on record,
        and after the data was last checked; `why` says so.

    Raises:
        InvalidValue: when the day is none.
        RecordNotFound, AmbiguousName: when the series is none or several.

    """
    registry = registry_or_packaged(registry)
    wanted = find(series, "series", registry).ref
    day = as_day(on)
    line = [meeting for meeting in registry.of(Meeting) if meeting.series == wanted]
    dated = sorted(((begins, meeting) for meeting in line if (begins := _begins(meeting))), key=lambda pair: (pair[0], pair[1].slug))
    begun = [(begins, meeting) for begins, meeting in dated if meeting.status is MeetingStatus.HELD and begins[0] <= day]
    if not begun:
        return None
    (first, last), meeting = begun[-1]
    for begins, other in begun:  # a coarse date sorts early; once it is surely past, the number in the series decides
        if begins[1] <= day and _numbered_before(meeting, other):
            (first, last), meeting = begins, other
    reasons = [after_the_record(day, registry)]
    if last > day:
        reasons.append(f"the day on which {meeting.name} began is not known")
    reasons += [
        f"whether {other.name} began before {meeting.name} is not known"
        for begins, other in begun
        if other is not meeting and begins[1] >= first and not _numbered_before(other, meeting)
    ]
    reasons += [
        f"{later.name} was planned for {later.moment} and is not recorded as held"
        for begins, later in dated
        if later.status is not MeetingStatus.HELD and begins[0] <= day and begins[1] >= first and not _numbered_before(later, meeting)
    ]
    to_come = [other for begins, other in dated if begins[0] > day]
    reasons += [
        f"the days of {other.name} are not known"
        for other in line
        if _begins(other) is None and not _numbered_before(other, meeting) and not any(_numbered_before(later, other) for later in to_come)
    ]
    role = meeting.chair
    if role is None:
        reasons.append(f"no single chair of {meeting.name} is on record")
    why = "; ".join(reason for reason in reasons if reason)
    return ChairOn(
        party=role.party if role else None,
        person=role.person if role else None,
        post=role.post if role else (),
        meeting=meeting.ref,
        certain=not why,
        why=why,
    )


def plans_on(day: datetime.date | str, registry: Registry | None = None) -> Answers[PlanOn]:
    """The plans whose period covers a day, and whether each had been adopted by then: the two are different questions.

    Example:
        >>> import asean_digital as ad
        >>> {row.plan.slug: row.adopted.label("en") for row in ad.plans_on("2026-01-10")}["adm-2030"]
        'not yet adopted'

    Args:
        day: a day, as a date or ISO text.
        registry: the records; None for the packaged data.

    Returns:
        One row a plan, in order of period; plans without a known period are not there. An empty answer has a `reason`.

    Raises:
        InvalidValue: when the day is none.

    """
    registry = registry_or_packaged(registry)
    day = as_day(day)
    late = after_the_record(day, registry)
    rows = []
    for plan in registry.of(Plan):
        covers = plan.period.covers(day) if plan.period else False
        if covers is False:
            continue
        adopted, received = _reception(plan, day, registry)
        announced = "its period was only announced" if only_announced(plan, "period") else ""
        why = late or announced or ("the end of its period is not known" if covers is None else "")
        rows.append(PlanOn(plan=plan.ref, covers=covers, adopted=adopted, received=received, certain=not why, why=why))
    return Answers(rows, reason="" if rows else f"no plan with a period that covers {day} is recorded")


def _reception(plan: Plan, day: datetime.date, registry: Registry) -> tuple[Adopted, tuple[Outcome, ...]]:
    found = acts_on(plan.ref, registry)
    accepting = [row for row in found if row.act.verb.is_acceptance]
    others = [row for row in found if not row.act.verb.is_acceptance]
    received = tuple(row for row in others if row.when is None or row.when.earliest <= day)
    if not accepting:
        return (Adopted.NO if others else Adopted.UNKNOWN), received
    if any(row.when and row.when.latest and row.when.latest <= day for row in accepting):
        return Adopted.YES, received
    if all(row.when and row.when.earliest > day for row in accepting):
        return Adopted.NOT_YET, received
    return Adopted.UNKNOWN, received
