"""Laws over a whole collection of records: references resolve, ordinals rise, periods contain, acts are not dated after their report."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Any

from asean_digital.errors import Problem, shown
from asean_digital.model._spec import Checked, fields, item_key, per_class
from asean_digital.model.act import Act
from asean_digital.model.agreement import Agreement
from asean_digital.model.declaration import Declaration
from asean_digital.model.evidence import Citation
from asean_digital.model.guide import Guide
from asean_digital.model.meeting import Meeting
from asean_digital.model.membership import Membership
from asean_digital.model.party import Party
from asean_digital.model.plan import Plan
from asean_digital.model.source import Source
from asean_digital.model.topic import Topic
from asean_digital.values import PartialDate, Period, Ref
from asean_digital.values.when import possibly_same, surely_before

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from asean_digital.model.record import Record


def walk(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Everything that stands in a record with its path, the evidence too: (path, value) pairs, outer before inner."""
    if isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from walk(item, f"{path}/{item_key(item) or number}")
        return
    yield path, value
    if isinstance(value, Checked):
        for name, _, _ in fields(type(value)):
            held = getattr(value, name)
            if held not in (None, ()):
                yield from walk(held, f"{path}/{name}" if path else name)


@per_class
def _leading(cls: type) -> tuple[str, ...]:
    """The fields of a class in which a reference may stand, at whatever depth."""
    return tuple(name for name, spec, _ in fields(cls) if spec.kinds or spec.any_value or issubclass(spec.types[0], Checked))


def references(subject: Checked, path: str = "") -> list[tuple[str, Ref[Any]]]:
    """Every reference that a record or part makes, with its path; only fields that can hold one are looked at."""
    found: list[tuple[str, Ref[Any]]] = []
    for name in _leading(type(subject)):
        held = getattr(subject, name)
        place = f"{path}/{name}" if path else name
        for number, item in enumerate(held) if isinstance(held, tuple) else [(None, held)]:
            where = place if number is None else f"{place}/{item_key(item) or number}"
            if isinstance(item, Ref):
                found.append((where, item))
            elif isinstance(item, Checked):
                found += references(item, where)
    return found


def _references_resolve(records: Mapping[str, Record]) -> Iterator[Problem]:
    for record in records.values():
        for path, ref in references(record):
            if ref.text not in records:
                yield unresolved(record.id, path, ref.text)


def unresolved(record_id: str, path: str, ref: str) -> Problem:
    """The problem of a reference that leads nowhere."""
    return Problem(
        record=record_id,
        path=path,
        rule="must refer to a record that exists",
        value=shown(ref),
        way_out="add that record, or mend the reference",
    )


def _implements_contains(records: Mapping[str, Record]) -> Iterator[Problem]:
    for plan in _of(Plan, records):
        for ref in plan.implements:
            wider = records.get(ref.text)
            if isinstance(wider, Plan) and plan.period and wider.period and plan.period.within(wider.period) is False:
                yield Problem(
                    record=plan.id,
                    path=f"implements/{ref}",
                    rule="must have a period that contains the plan's own",
                    value=shown(str(wider.period)),
                    way_out="use aligned_with for a plan that is only in line with it",
                )


def _acceptance_within_meeting(records: Mapping[str, Record]) -> Iterator[Problem]:
    for meeting in _of(Meeting, records):
        for act in meeting.outcomes:
            span = meeting.when or meeting.when_overall
            if act.verb.is_acceptance and act.on and span and not possibly_same(act.on, span):
                yield Problem(
                    record=meeting.id,
                    path=f"outcomes/{act.key}/on",
                    rule="must lie in the meeting's own days",
                    value=shown(str(act.on)),
                    way_out=f"the meeting was on {span}",
                )


def _ordinals_rise(records: Mapping[str, Record]) -> Iterator[Problem]:
    series: dict[str, list[Meeting]] = {}
    for meeting in _of(Meeting, records):
        if meeting.series and meeting.ordinal:
            series.setdefault(meeting.series.text, []).append(meeting)
    for meetings in series.values():
        meetings.sort(key=lambda meeting: (meeting.ordinal or 0, meeting.slug))
        for earlier, later in pairwise(meetings):
            if earlier.ordinal == later.ordinal:
                yield Problem(
                    record=later.id,
                    path="ordinal",
                    rule="must be unique in its series",
                    value=shown(later.ordinal),
                    way_out=f"{earlier.id} has it too",
                )
            elif earlier.moment and later.moment and surely_before(later.moment, earlier.moment):
                yield Problem(
                    record=later.id,
                    path="ordinal",
                    rule="must rise with the date in its series",
                    value=shown(later.ordinal),
                    way_out=f"{earlier.id} was on {earlier.moment}, this one on {later.moment}",
                )


def _child_within_week(records: Mapping[str, Record]) -> Iterator[Problem]:
    for meeting in _of(Meeting, records):
        whole = records.get(meeting.part_of.text) if meeting.part_of else None
        span = (whole.when_overall or whole.when) if isinstance(whole, Meeting) else None
        if span and meeting.when and not possibly_same(meeting.when, span):
            yield Problem(
                record=meeting.id,
                path="when",
                rule="must lie in the days of the meeting that it is part of",
                value=shown(str(meeting.when)),
                way_out=f"{meeting.part_of} was on {span}",
            )


def _since(membership: Membership) -> tuple[object, ...]:
    return membership.since.sort_key if membership.since else ()


def _memberships_apart(records: Mapping[str, Record]) -> Iterator[Problem]:
    for party in _of(Party, records):
        for one, two in combinations(party.memberships, 2):
            if one.organisation != two.organisation or one.since is None or two.since is None:
                continue
            first, second = sorted((one, two), key=_since)
            ended = isinstance(first.until, PartialDate) and second.since is not None and first.until.earliest <= second.since.latest
            if not ended:
                yield Problem(
                    record=party.id,
                    path=f"memberships/{second.key}/since",
                    rule="must not begin while another standing lasts",
                    value=shown(str(second.since)),
                    way_out=f"end {first.key!r} first",
                )


def _no_cycles(records: Mapping[str, Record]) -> Iterator[Problem]:
    chains: tuple[tuple[type, str], ...] = (
        (Declaration, "builds_on"),
        (Plan, "supersedes"),
        (Plan, "implements"),
        (Guide, "updates"),
        (Meeting, "part_of"),
        (Topic, "broader"),
    )
    for cls, name in chains:
        for record in _of(cls, records):
            seen: set[str] = set()
            front = {ref.text for ref in _targets(record, name)}
            while front and record.id not in seen:
                seen |= front
                front = {r.text for text in front if text in records for r in _targets(records[text], name)} - seen
            if record.id in seen:
                yield Problem(record=record.id, path=name, rule="must not lead back to the record itself", value=shown(sorted(seen)))


def _targets(record: Record, name: str) -> tuple[Ref[Any], ...]:
    held = getattr(record, name, None)
    return held if isinstance(held, tuple) else (held,) if held else ()


def _topics_are_sound(records: Mapping[str, Record]) -> Iterator[Problem]:
    labels: dict[tuple[str, str], str] = {}
    for topic in _of(Topic, records):
        for wording in topic.names:
            if wording.key == wording.lang:
                other = labels.setdefault((wording.lang, wording.text.casefold()), topic.id)
                if other != topic.id:
                    yield Problem(
                        record=topic.id,
                        path=f"names/{wording.key}",
                        rule="must be unique among topics",
                        value=shown(wording.text),
                        way_out=f"{other} has it too",
                    )
        ancestors = set(_ancestors(topic, records))
        for ref in topic.related:
            other_topic = records.get(ref.text)
            if ref.text in ancestors:
                yield Problem(record=topic.id, path="related", rule="must not hold a wider topic of its own", value=shown(ref.text))
            elif isinstance(other_topic, Topic) and topic.ref not in other_topic.related:
                yield Problem(
                    record=topic.id,
                    path="related",
                    rule="must be symmetric",
                    value=shown(ref.text),
                    way_out=f"add {topic.id} to the related topics of {ref}",
                )


def _ancestors(topic: Topic, records: Mapping[str, Record]) -> Iterator[str]:
    seen: set[str] = set()
    wider = topic.broader
    while wider and wider.text not in seen:
        seen.add(wider.text)
        yield wider.text
        above = records.get(wider.text)
        wider = above.broader if isinstance(above, Topic) else None


def _reported_after_it_happened(records: Mapping[str, Record]) -> Iterator[Problem]:
    for record in records.values():
        for path, value in walk(record):
            if isinstance(value, Act) and value.on and not value.expected:
                newest = newest_report(value.citations, records)
                if newest and surely_before(newest, value.on):
                    yield Problem(
                        record=record.id,
                        path=f"{path}/on",
                        rule="must not lie after the newest source that reports it",
                        value=shown(str(value.on)),
                        way_out=f"the newest is of {newest}; if it was only announced, mark the citations expected",
                    )


def newest_report(citations: Iterable[Citation], records: Mapping[str, Record]) -> PartialDate | None:
    """The date of the newest source: published, else not_after; None when that of one source is unknown."""
    dates = []
    for citation in citations:
        source = records.get(citation.source.text)
        dated = (source.published or source.not_after) if isinstance(source, Source) else None
        if dated is None:
            return None
        dates.append(dated)
    return max(dates, key=lambda date: date.latest, default=None)


def _ground_is_not_later(records: Mapping[str, Record]) -> Iterator[Problem]:
    for subject in _of(Declaration, records):
        own = [day for act_day in accepted_on(subject.id, records) for day in [act_day]]
        for ref in subject.builds_on:
            ground = records.get(ref.text)
            days: list[PartialDate | Period] = list(accepted_on(ref.text, records))
            if isinstance(ground, Agreement) and ground.signed:
                days.append(ground.signed)
            if own and days and all(surely_before(mine, day) for mine in own for day in days):
                yield Problem(
                    record=subject.id,
                    path=f"builds_on/{ref}",
                    rule="must not be later than the declaration",
                    value=shown(str(days[0])),
                )


def accepted_on(instrument: str, records: Mapping[str, Record]) -> Iterator[PartialDate | Period]:
    """When meetings and bodies accepted an instrument: the day of the act, else the days of its meeting."""
    for record in records.values():
        acts: tuple[Act, ...] = getattr(record, "outcomes", ()) if isinstance(record, Meeting) else ()
        for act in acts:
            if act.verb.is_acceptance and act.target and act.target.text == instrument and not act.expected:
                when = act.on or (record.when if isinstance(record, Meeting) else None)
                if when:
                    yield when


def _of(cls: type[Any], records: Mapping[str, Record]) -> Iterator[Any]:
    return (record for record in records.values() if isinstance(record, cls))


LAWS: tuple[Callable[[Mapping[str, Record]], Iterator[Problem]], ...] = (
    _references_resolve,
    _implements_contains,
    _acceptance_within_meeting,
    _ordinals_rise,
    _child_within_week,
    _memberships_apart,
    _no_cycles,
    _topics_are_sound,
    _reported_after_it_happened,
    _ground_is_not_later,
)
"""All laws, each a function from the records by id to what breaks it."""


def broken_laws(records: Mapping[str, Record], only: frozenset[str] | None = None) -> Iterator[Problem]:
    """What breaks a law in the records by id; where `only` is given, what is said of those records."""
    for law in LAWS:
        for problem in law(records):
            if only is None or problem.record in only:
                yield problem


__all__ = ["LAWS", "accepted_on", "broken_laws", "newest_report", "references", "unresolved", "walk"]
