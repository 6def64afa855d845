"""`facts`: the atoms of the data, one row a path, reading and citation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from asean_digital.errors import InvalidQuery
from asean_digital.model._spec import spec_at
from asean_digital.model.evidence import Citation, Dispute, ReadingRole, Support
from asean_digital.model.wording import Wording
from asean_digital.queries._registry import registry_or_packaged
from asean_digital.queries.certainty import Certainty, certainty_of, held_citations
from asean_digital.queries.finding import RefLike, chosen, find
from asean_digital.queries.showing import text_of
from asean_digital.queries.statements import dispute_at, held, statements
from asean_digital.sets import Answers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from asean_digital.model.record import Record
    from asean_digital.registry import Registry


@attrs.frozen(kw_only=True)
class Fact:
    """The atom of the data: one path of one record, one reading, one citation."""

    record: str
    """The id of the record."""
    path: str
    """Where the value stands."""
    value: Any
    """The value, typed."""
    text: str
    """The value for readers."""
    lang: str | None
    """The language of a wording."""
    source: str | None
    """The slug of the source; None for what we order ourselves."""
    lines: tuple[int, ...]
    """The lines of the source."""
    page: int | None
    """The page of the source."""
    anchors: tuple[str, ...]
    """The words that stand there."""
    support: Support | None
    """Stated, implied or inferred."""
    expected: bool
    """Whether it was said before the event."""
    role: ReadingRole | None
    """Held, rival or earlier, where sources disagree."""
    note: str | None
    """The note of the reading."""
    certainty: Certainty | None
    """How sure the held value of the path is; None for readings that are not held."""


def facts(
    of: RefLike | None = None,
    path: str | None = None,
    source: RefLike | None = None,
    certainty: Certainty | str | None = None,
    registry: Registry | None = None,
) -> Answers[Fact]:
    """The facts, one row a path, reading and citation.

    Example:
        >>> import asean_digital as ad
        >>> for fact in ad.facts("meeting:adgmin-6", "when", source="seed-001"):
        ...     print(fact.text, fact.source, fact.lines, fact.certainty.value)
        15-16 January 2026 seed-001 (3,) corroborated

    Args:
        of: a record, by reference, id, slug or name; None for all.
        path: a path; what stands below it counts too.
        source: a source: its facts alone.
        certainty: a certainty, as text or `Certainty`.
        registry: the records; None for the packaged data.

    Returns:
        The rows in order of record and field; curated fields come with `source` None.

    Raises:
        RecordNotFound, AmbiguousName: when a record is none or several.
        InvalidQuery: when a path or certainty is misspelt.

    """
    registry = registry_or_packaged(registry)
    wanted_source = find(source, "source", registry).slug if source is not None else None
    wanted = _certainty(certainty)
    rows = []
    for record in chosen(of, registry):
        if path is not None and of is not None:
            spec_at(type(record), path)
        for row in _facts_of(record, registry):
            if path is not None and row.path != path and not row.path.startswith(f"{path}/"):
                continue
            if wanted_source is not None and row.source != wanted_source:
                continue
            if wanted is not None and row.certainty is not wanted:
                continue
            rows.append(row)
    return Answers(rows, reason="" if rows else "no fact answers to all that was asked")


def _certainty(asked: Certainty | str | None) -> Certainty | None:
    if asked is None or isinstance(asked, Certainty):
        return asked
    try:
        return Certainty(asked)
    except ValueError:
        msg = f"certainty must be one of {', '.join(each.value for each in Certainty)}, not {asked!r}"
        raise InvalidQuery(msg) from None


def _facts_of(record: Record, registry: Registry) -> Iterator[Fact]:
    disputed: dict[str, Dispute] = {dispute.path: dispute for dispute in record.disputes}
    for statement in statements(record):
        dispute = dispute_at(record, statement.path)
        role = ReadingRole.HELD if dispute and held(dispute) else None
        citations = held_citations(record, statement)
        sure = Certainty.OURS if statement.curated else certainty_of(citations, registry)
        for citation in citations or (None,):
            yield _fact(record, statement.path, statement.value, citation, registry, role=role, certainty=sure)
        if dispute and dispute.path in disputed:
            yield from _rivals(record, disputed.pop(dispute.path), registry)
    for dispute in disputed.values():
        yield from _rivals(record, dispute, registry)


def _rivals(record: Record, dispute: Dispute, registry: Registry) -> Iterator[Fact]:
    for reading in dispute.readings:
        if reading.role is not ReadingRole.HELD:
            for citation in reading.citations:
                yield _fact(record, dispute.path, reading.value, citation, registry, role=reading.role, note=reading.note)


def _fact(
    record: Record,
    path: str,
    value: Any,
    citation: Citation | None,
    registry: Registry,
    *,
    role: ReadingRole | None = None,
    note: str | None = None,
    certainty: Certainty | None = None,
) -> Fact:
    return Fact(
        record=record.id,
        path=path,
        value=value,
        text=text_of(value, registry),
        lang=value.lang if isinstance(value, Wording) else None,
        source=citation.source.slug if citation else None,
        lines=citation.lines if citation else (),
        page=citation.page if citation else None,
        anchors=citation.anchors if citation else (),
        support=citation.support if citation else None,
        expected=citation.expected if citation else False,
        role=role,
        note=note,
        certainty=certainty,
    )
