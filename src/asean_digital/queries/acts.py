"""Who adopted, welcomed, noted ... what: acceptance lives in acts, never on the instrument."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from asean_digital.errors import InvalidQuery, shown
from asean_digital.model.act import Act, Verb
from asean_digital.model.agreement import Agreement
from asean_digital.model.body import Body
from asean_digital.model.declaration import INSTRUMENTS
from asean_digital.model.meeting import Meeting
from asean_digital.queries._registry import registry_or_packaged
from asean_digital.queries.finding import RefLike, find
from asean_digital.sets import Answers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from asean_digital.model.record import Record
    from asean_digital.registry import Registry
    from asean_digital.values import Ref, When


@attrs.frozen(kw_only=True)
class Outcome:
    """An act with the record that it stands on."""

    record: Ref[Meeting | Body]
    """The meeting or body whose act it is."""
    act: Act
    """The act."""
    meeting: Ref[Meeting] | None
    """The meeting; None for a body's act."""
    when: When | None
    """Its day, else the days of the meeting's own sessions; None where neither is known."""


def every_act(registry: Registry, target: Ref[Any] | None = None) -> Iterator[Outcome]:
    """Every act, also those that were only announced, upon a record or upon any, in order of meeting and field."""
    for meeting in registry.of(Meeting):
        for act in meeting.outcomes:
            if target is None or act.target == target:
                yield Outcome(record=meeting.ref, act=act, meeting=meeting.ref, when=act.on or meeting.when or meeting.when_overall)
    for body in registry.of(Body):
        for act in body.acts:
            if target is None or act.target == target:
                yield Outcome(record=body.ref, act=act, meeting=None, when=act.on)


def acts_on(target: Ref[Any], registry: Registry) -> list[Outcome]:
    """Every act upon a record that happened, in order of meeting and field."""
    return [row for row in every_act(registry, target) if not row.act.expected]


def _verbs(verbs: str | Verb | Iterable[str | Verb] | None) -> frozenset[Verb] | None:
    if verbs is None:
        return None
    asked = [verbs] if isinstance(verbs, str | Verb) else list(verbs)
    known = {verb.value: verb for verb in Verb}
    unknown = [verb for verb in asked if not isinstance(verb, Verb) and verb not in known]
    if unknown:
        msg = f"verbs must be among {', '.join(sorted(known))}, not {shown(unknown[0])}"
        raise InvalidQuery(msg)
    return frozenset(verb if isinstance(verb, Verb) else known[verb] for verb in asked)


def outcomes(
    of: RefLike | None = None,
    at: RefLike | None = None,
    verbs: str | Verb | Iterable[str | Verb] | None = None,
    registry: Registry | None = None,
) -> Answers[Outcome]:
    """The acts upon a record, of a meeting or body, or with certain verbs; what was only announced is not among them.

    Example:
        >>> import asean_digital as ad
        >>> [row.act.verb.value for row in ad.outcomes(of="plan:korea-work-plan-2026")]
        ['welcomed']

    Args:
        of: the record that was acted upon, by reference, id, slug or name.
        at: the meeting, or the body, that acted.
        verbs: one verb or several, as text or `Verb`.
        registry: the records; None for the packaged data.

    Returns:
        The rows in order of meeting and field, bodies' acts last; an empty answer has a `reason`.

    Raises:
        RecordNotFound, AmbiguousName: when a record is none or several.
        InvalidQuery: when a verb is none.

    """
    registry = registry_or_packaged(registry)
    target = find(of, registry=registry) if of is not None else None
    actor = find(at, registry=registry) if at is not None else None
    wanted = _verbs(verbs)
    rows = [
        row
        for row in every_act(registry, target.ref if target else None)
        if not row.act.expected and (actor is None or row.record == actor.ref) and (wanted is None or row.act.verb in wanted)
    ]
    return Answers(rows, reason="" if rows else _why_none(target, actor, wanted, registry))


def _why_none(target: Record | None, actor: Record | None, wanted: frozenset[Verb] | None, registry: Registry) -> str:
    whom = f" upon {target.name}" if target else ""
    where = f" of {actor.name}" if actor else ""
    if wanted and target:
        others = sorted({row.act.verb.value for row in acts_on(target.ref, registry)})
        announced = any(row.act.expected for row in every_act(registry, target.ref))
        said = f"what is recorded: {', '.join(others)}" if others else "it was only announced" if announced else "no act is recorded"
        return f"no act with the verbs {', '.join(sorted(verb.value for verb in wanted))}{whom}{where}; {said}"
    return f"no act{whom}{where} is recorded"


def adoption(instrument: RefLike, registry: Registry | None = None) -> Answers[Outcome]:
    """Who adopted, approved, endorsed or signed an instrument, where and when.

    Example:
        >>> import asean_digital as ad
        >>> row = ad.adoption("plan:adm-2030")[0]
        >>> row.act.verb.value, str(row.when), row.meeting
        ('adopted', '2026-01-16', Ref('meeting:adgmin-6'))
        >>> ad.adoption("plan:korea-work-plan-2026").reason
        'no act with the verbs adopted, approved, endorsed, signed upon ASEAN-ROK Digital Work Plan 2026; what is recorded: welcomed'

    Args:
        instrument: a declaration, plan, guide or agreement, by reference, id, slug or name.
        registry: the records; None for the packaged data.

    Returns:
        One row an accepting act; empty with a `reason` when it was only drawn up, proposed, welcomed, noted or announced.

    Raises:
        RecordNotFound, AmbiguousName: when the instrument is none or several.
        InvalidQuery: when the record is no instrument.

    """
    registry = registry_or_packaged(registry)
    record = find(instrument, registry=registry)
    if record.KIND not in INSTRUMENTS:
        msg = f"adoption is asked of a {', '.join(INSTRUMENTS)}, not of {record.id}; for its acts ask outcomes(of={record.id!r})"
        raise InvalidQuery(msg)
    found = outcomes(of=record, verbs=[verb for verb in Verb if verb.is_acceptance], registry=registry)
    if not found and isinstance(record, Agreement) and record.signed:
        return Answers((), reason=f"{found.reason}; it was signed in or on {record.signed}, see its .signed")
    return found
