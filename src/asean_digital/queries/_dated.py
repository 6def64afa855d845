"""Everything dated in a registry, as the timeline takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from asean_digital.model import KINDS
from asean_digital.model._spec import Part, specs
from asean_digital.model.act import Act, Verb
from asean_digital.model.agreement import Agreement
from asean_digital.model.body import Body
from asean_digital.model.declaration import Declaration
from asean_digital.model.guide import Guide
from asean_digital.model.meeting import Meeting, MeetingStatus
from asean_digital.model.membership import Membership
from asean_digital.model.partnership import Partnership
from asean_digital.model.party import Party
from asean_digital.model.plan import Plan
from asean_digital.model.programme import Programme
from asean_digital.model.series import MeetingSeries
from asean_digital.model.statistic import Nature, Statistic
from asean_digital.queries.acts import acts_on
from asean_digital.queries.certainty import only_announced
from asean_digital.queries.subjects import topics_of_act
from asean_digital.values import PartialDate, Ref, Term
from asean_digital.values.when import When, possibly_same

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from asean_digital.model.record import Record
    from asean_digital.model.stage import Stage
    from asean_digital.model.topic import Topic
    from asean_digital.registry import Registry


class Happens(Term):
    """What sort of thing happens."""

    MEETING = "meeting", "meeting", "cuộc họp"
    ACT = "act", "act", "hành động"
    BEGAN = "began", "begins", "bắt đầu"
    ENDED = "ended", "ends", "kết thúc"
    ESTABLISHED = "established", "founded", "thành lập"
    SIGNED = "signed", "signed", "ký"
    IN_FORCE = "in_force", "enters into force", "có hiệu lực"
    NUMBER = "number", "number", "số liệu"


class Standing(Term):
    """Whether something happened or was only announced."""

    HAPPENED = "happened", "happened", "đã diễn ra"
    EXPECTED = "expected", "expected", "dự kiến"
    NOTHING_SEEN = "nothing_seen", "announced, nothing seen since", "đã công bố, chưa thấy thông tin sau đó"
    CANCELLED = "cancelled", "cancelled", "đã hủy"


class Dated(NamedTuple):
    """One dated thing."""

    when: When
    happens: Happens
    standing: Standing
    record: Record
    path: str
    target: Ref[Any] | None
    said: Any
    topics: tuple[Ref[Topic], ...]
    concerns: frozenset[str]


_ORDER = {happens: number for number, happens in enumerate(Happens)}
_KINDS = {kind: number for number, kind in enumerate(KINDS)}


def dated(registry: Registry) -> list[Dated]:
    """Everything dated, in order of time."""
    makers = (_meetings, _acts, _spans, _lasting, _moments, _numbers)
    found = [each for make in makers for each in make(registry)]
    return sorted(found, key=lambda each: (each.when.sort_key, _ORDER[each.happens], _KINDS[each.record.KIND], each.record.slug, each.path))


def standing_of(when: When, registry: Registry, *, announced: bool) -> Standing:
    """Announced, or dated after the data was last checked: expected while its days may be to come, else nothing was seen of it."""
    checked = registry.as_of.latest if registry.as_of else None
    if announced:
        past = checked is not None and when.latest is not None and when.latest <= checked
        return Standing.NOTHING_SEEN if past else Standing.EXPECTED
    return Standing.EXPECTED if checked is not None and when.earliest > checked else Standing.HAPPENED


def concerns(record: Record, registry: Registry) -> frozenset[str]:
    """The ids that a record concerns: itself, what its fields name, who has a part in it, and the partner of its series."""
    found = {record.id}
    for name, spec in specs(type(record)).items():
        value = getattr(record, name)
        if spec.kinds:
            found |= {ref.text for ref in (value if isinstance(value, tuple) else (value,)) if ref}
        elif name in {"roles", "stages", "memberships"}:
            found |= {ref.text for part in value for ref in _named(part)}
    series = registry.get(record.series) if isinstance(record, Meeting) and record.series else None
    if isinstance(series, MeetingSeries):
        found |= {ref.text for ref in (series.body, series.partner) if ref}
    return frozenset(found)


def _named(part: Part) -> Iterator[Ref[Any]]:
    for name in ("party", "person", "organisation"):
        ref = getattr(part, name, None)
        if ref is not None:
            yield ref


def _plain(
    record: Record, path: str, when: When | None, happens: Happens, registry: Registry, said: Any = None, *, announced: bool | None = None
) -> Iterator[Dated]:
    """A dated field of a record; announced, where nothing else is said, when its citations say so."""
    if when is not None:
        field = path.partition("/")[0]
        known = only_announced(record, field) if announced is None else announced
        standing = standing_of(when, registry, announced=known)
        yield Dated(when, happens, standing, record, path, None, said, record.topics, concerns(record, registry))


def _meetings(registry: Registry) -> Iterator[Dated]:
    for meeting in registry.of(Meeting):
        when = meeting.moment
        if when is None:
            continue
        path = "when" if meeting.when else "when_overall"
        (each,) = _plain(meeting, path, when, Happens.MEETING, registry, meeting.city, announced=_unheld(meeting, path))
        if meeting.status is MeetingStatus.CANCELLED:
            each = each._replace(standing=Standing.CANCELLED)
        elif meeting.status is MeetingStatus.HELD:
            each = each._replace(standing=Standing.HAPPENED)
        yield each


def _unheld(meeting: Meeting, path: str) -> bool:
    return meeting.status is MeetingStatus.PLANNED or (meeting.status is None and only_announced(meeting, path))


def _acts(registry: Registry) -> Iterator[Dated]:
    fields: tuple[tuple[type[Record], str], ...] = (
        (Meeting, "outcomes"),
        (Body, "acts"),
        (Declaration, "provisions"),
        (Plan, "provisions"),
        (Guide, "provisions"),
    )
    for cls, name in fields:
        for record in registry.of(cls):
            own = record.moment if cls is Meeting else None
            for act in getattr(record, name):
                when = act.on or (own if act.target else None)
                if when is not None:
                    yield _act(record, f"{name}/{act.key}", act, when, registry)


def _act(record: Record, path: str, act: Act, when: When, registry: Registry) -> Dated:
    target = registry.get(act.target) if act.target else None
    upon = concerns(target, registry) if target else frozenset()
    series = registry.get(record.series) if isinstance(record, Meeting) and record.series else None
    partner = series.partner if isinstance(series, MeetingSeries) else None
    own = {record.id, *(ref.text for ref in (act.by, partner) if ref)}
    standing = standing_of(when, registry, announced=True) if act.expected else Standing.HAPPENED
    return Dated(when, Happens.ACT, standing, record, path, act.target, act, topics_of_act(act, registry), upon | own)


def _day(day: datetime.date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)


def _spans(registry: Registry) -> Iterator[Dated]:
    """The first and last day of periods, which are taken whole."""
    spans: list[Plan | Programme] = [*registry.of(Plan), *registry.of(Programme)]
    for record in spans:
        if record.period:
            yield from _plain(record, "period", _day(record.period.earliest), Happens.BEGAN, registry, record.period)
            if record.period.latest:
                yield from _plain(record, "period", _day(record.period.latest), Happens.ENDED, registry, record.period)


def _lasting(registry: Registry) -> Iterator[Dated]:
    """What begins on a day and lasts: memberships, stages of partnerships, the status of bodies."""
    parts: list[tuple[Record, str, Membership | Stage]] = [
        *((party, f"memberships/{each.key}", each) for party in registry.of(Party) for each in party.memberships),
        *((each, f"stages/{stage.key}", stage) for each in registry.of(Partnership) for stage in each.stages),
    ]
    for record, path, part in parts:
        said: Any = (part.role, part.organisation) if isinstance(part, Membership) else part.form
        for name, happens in (("since", Happens.BEGAN), ("until", Happens.ENDED)):
            when = getattr(part, name)
            if isinstance(when, PartialDate):
                for each in _plain(record, f"{path}/{name}", when, happens, registry, said, announced=part.expected):
                    yield each._replace(concerns=frozenset({record.id, *(ref.text for ref in _named(part)), *_partner(record)}))
    for body in registry.of(Body):
        for name, happens in (("since", Happens.BEGAN), ("until", Happens.ENDED)):
            when = getattr(body, name)
            if isinstance(when, PartialDate):
                yield from _plain(body, name, when, happens, registry, body.status)


def _partner(record: Record) -> tuple[str, ...]:
    return (record.partner.text,) if isinstance(record, Partnership) else ()


def _moments(registry: Registry) -> Iterator[Dated]:
    for body in registry.of(Body):
        yield from _plain(body, "established", body.established, Happens.ESTABLISHED, registry)
    for agreement in registry.of(Agreement):
        if not _signed_by_act(agreement, registry):
            yield from _plain(agreement, "signed", agreement.signed, Happens.SIGNED, registry)
        yield from _plain(agreement, "entered_into_force", agreement.entered_into_force, Happens.IN_FORCE, registry)


def _signed_by_act(agreement: Agreement, registry: Registry) -> bool:
    """Whether an act already tells of the signature, so that it does not stand twice."""
    signed = agreement.signed
    acts = acts_on(agreement.ref, registry)
    return signed is not None and any(row.act.verb is Verb.SIGNED and row.when and possibly_same(row.when, signed) for row in acts)


def _numbers(registry: Registry) -> Iterator[Dated]:
    """Numbers with the date that they are for; a target is no result, whatever its date."""
    for number in registry.of(Statistic):
        announced = number.expected or number.nature is Nature.TARGET
        yield from _plain(number, "as_of", number.as_of, Happens.NUMBER, registry, number.quantity, announced=announced)
