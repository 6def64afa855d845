"""What stands beside a value: who says so, who says otherwise, and what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from asean_digital.model._spec import spec_at
from asean_digital.model.evidence import Citation, Dispute, Gap, Reading
from asean_digital.model.record import locate
from asean_digital.queries._registry import registry_or_packaged
from asean_digital.queries.certainty import Certainty, certainty_of, held_citations, origins_of
from asean_digital.queries.finding import RefLike, chosen, find
from asean_digital.queries.statements import dispute_at, held, statements
from asean_digital.sets import Answers
from asean_digital.values import Term

if TYPE_CHECKING:
    from asean_digital.registry import Registry


class Known(Term):
    """Whether a path has a value, a gap, or neither."""

    KNOWN = "known", "known", "đã biết"
    GAP = "gap", "looked for and not found", "đã tìm nhưng không thấy"
    UNASKED = "unasked", "nothing said", "chưa xét"


@attrs.frozen(kw_only=True)
class Evidence:
    """What stands beside one path of one record."""

    record: str
    """The id of the record."""
    path: str
    """The path."""
    status: Known
    """Known, gap, or nothing said."""
    value: Any
    """The value that we hold; None where there is none."""
    certainty: Certainty | None
    """How sure it is; None where there is no value, and for a list, whose items have their own."""
    disputed: bool
    """Whether sources disagree on it."""
    origins: tuple[str, ...]
    """The independent origins behind it, sorted; all unknown ones count as one."""
    citations: tuple[Citation, ...]
    """The citations of what we hold."""
    dispute: Dispute | None
    """The dispute, with all readings and the reason."""
    gap: Gap | None
    """The gap, with its note."""

    def _repr_html_(self) -> str:
        from asean_digital.exports.card import of_evidence  # noqa: PLC0415  upwards: only a notebook asks for it

        return of_evidence(self)


@attrs.frozen(kw_only=True)
class Disputed:
    """A dispute with its record."""

    record: str
    """The id of the record."""
    path: str
    """What is disputed."""
    held: Any
    """The value that we hold; None where it is undecided."""
    readings: tuple[Reading, ...]
    """All readings."""
    reason: str
    """Why we hold what we hold."""


@attrs.frozen(kw_only=True)
class Missing:
    """A gap with its record."""

    record: str
    """The id of the record."""
    path: str
    """What is missing."""
    note: str
    """Where we looked, or what is said instead."""


def evidence(record: RefLike, path: str, registry: Registry | None = None) -> Evidence:
    """What stands beside one path: who says so, how sure it is, who says otherwise, or that it was looked for in vain.

    Example:
        >>> import asean_digital as ad
        >>> found = ad.evidence("meeting:adgmin-6", "when")
        >>> found.status.value, str(found.value)
        ('known', '2026-01-15/2026-01-16')
        >>> ad.evidence("meeting:adgmin-6-opening", "when").disputed
        True

    Args:
        record: a record, by reference, id, slug or name.
        path: a path of it, such as ``when``, ``names/vi`` or ``outcomes/hanoi-declaration-2026/by``.
        registry: the records; None for the packaged data.

    Returns:
        The evidence; `status` tells a known value from a gap and from what nobody asked.

    Raises:
        RecordNotFound, AmbiguousName: when the record is none or several.
        InvalidQuery: when the path is misspelt; near ones are named.

    """
    registry = registry_or_packaged(registry)
    found = find(record, registry=registry)
    spec = spec_at(type(found), path)
    value = locate(found, path)
    below = [s for s in statements(found) if s.path == path or s.path.startswith(f"{path}/")]
    dispute = dispute_at(found, path)
    citations = tuple(dict.fromkeys(citation for statement in below for citation in held_citations(found, statement)))
    if dispute and not below and (reading := held(dispute)):
        citations = reading.citations
    gap = next((gap for gap in found.gaps if path == gap.path or path.startswith(f"{gap.path}/")), None)
    empty = value in (None, ())
    curated = bool(below) and all(statement.curated for statement in below)
    whole = spec.many and spec.is_part
    return Evidence(
        record=found.id,
        path=path,
        status=Known.KNOWN if not empty else Known.GAP if gap else Known.UNASKED,
        value=value,
        certainty=None if empty or whole else Certainty.OURS if curated else certainty_of(citations, registry),
        disputed=dispute is not None,
        origins=origins_of(citations, registry),
        citations=citations,
        dispute=dispute,
        gap=gap,
    )


def disputes(of: RefLike | None = None, registry: Registry | None = None) -> Answers[Disputed]:
    """What sources disagree on, all readings kept.

    Example:
        >>> import asean_digital as ad
        >>> [row.path for row in ad.disputes("meeting:adgmin-6-opening")]
        ['when']

    Args:
        of: a record, by reference, id, slug or name; None for all.
        registry: the records; None for the packaged data.

    Returns:
        One row a dispute, in order of record and field.

    Raises:
        RecordNotFound, AmbiguousName: when the record is none or several.

    """
    registry = registry_or_packaged(registry)
    rows = [
        Disputed(record=record.id, path=dispute.path, held=locate(record, dispute.path), readings=dispute.readings, reason=dispute.reason)
        for record in chosen(of, registry)
        for dispute in record.disputes
    ]
    return Answers(rows, reason="" if rows else "no dispute is recorded")


def gaps(of: RefLike | None = None, registry: Registry | None = None) -> Answers[Missing]:
    """What was looked for and not found.

    Example:
        >>> import asean_digital as ad
        >>> all(row.note for row in ad.gaps())
        True

    Args:
        of: a record, by reference, id, slug or name; None for all.
        registry: the records; None for the packaged data.

    Returns:
        One row a gap, in order of record and field.

    Raises:
        RecordNotFound, AmbiguousName: when the record is none or several.

    """
    registry = registry_or_packaged(registry)
    rows = [Missing(record=record.id, path=gap.path, note=gap.note) for record in chosen(of, registry) for gap in record.gaps]
    return Answers(rows, reason="" if rows else "no gap is recorded")
