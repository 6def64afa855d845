"""Which documents go back to which: the steps of a lineage, by the fields in which documents name documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from asean_digital.errors import InvalidQuery
from asean_digital.model import kind_class
from asean_digital.model._spec import specs
from asean_digital.model.declaration import INSTRUMENTS
from asean_digital.model.topic import Topic
from asean_digital.queries.happenings import subject_of
from asean_digital.queries.subjects import matches, with_narrower

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from asean_digital.model.record import Record
    from asean_digital.queries.finding import RefLike
    from asean_digital.registry import Registry
    from asean_digital.values import Ref


@attrs.frozen
class Step:
    """A document that names an earlier one, and how."""

    relation: str
    """The field of the later document."""
    earlier: Ref[Any]
    later: Ref[Any]


def _names(record: Record) -> Iterator[tuple[str, Ref[Any]]]:
    for name, spec in specs(type(record)).items():
        if spec.kinds and set(spec.kinds) <= set(INSTRUMENTS):
            value = getattr(record, name)
            for ref in value if isinstance(value, tuple) else (value,):
                if ref is not None:
                    yield name, ref


def lineage(about: RefLike | None, kinds: Collection[str] | None, registry: Registry) -> list[Step]:
    """The steps between documents: all, those of a document and what it goes back to and what goes back to it, or those on a topic.

    Raises:
        RecordNotFound, AmbiguousName: when a record is none or several.
        InvalidQuery: when the record is no document.

    """
    every = [
        Step(relation, ref, record.ref)
        for kind in sorted(INSTRUMENTS)
        for record in registry.of(kind_class(kind))
        for relation, ref in _names(record)
        if ref != record.ref and (kinds is None or (kind in kinds and ref.kind in kinds))
    ]
    if about is None:
        return every
    subject = subject_of(about, registry)
    if isinstance(subject, Topic):
        wanted = with_narrower((subject.ref,), registry)
        on_it = {ref for step in every for ref in (step.earlier, step.later) if any(matches(registry[ref], wanted, registry))}
        return [step for step in every if step.earlier in on_it or step.later in on_it]
    if subject.KIND not in INSTRUMENTS:
        msg = f"a lineage is that of a document ({', '.join(INSTRUMENTS)}) or of a topic, not of {subject.id}"
        raise InvalidQuery(msg)
    before, after = _reached(subject.ref, every, later=False), _reached(subject.ref, every, later=True)
    return [step for step in every if {step.earlier, step.later} <= before or {step.earlier, step.later} <= after]


def _reached(ref: Ref[Any], steps: list[Step], *, later: bool) -> set[Ref[Any]]:
    """A document and all that it goes back to, or all that go back to it."""
    found, pending = {ref}, [ref]
    while pending:
        each = pending.pop()
        for step in steps:
            start, end = (step.earlier, step.later) if later else (step.later, step.earlier)
            if start == each and end not in found:
                found.add(end)
                pending.append(end)
    return found
