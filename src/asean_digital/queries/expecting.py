"""What was said before the event, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from asean_digital.model.evidence import Citation
from asean_digital.queries._registry import registry_or_packaged
from asean_digital.queries.finding import RefLike, chosen, find
from asean_digital.queries.showing import text_of
from asean_digital.queries.statements import cited
from asean_digital.sets import Answers
from asean_digital.values import PartialDate, Period, Quantity, QuantityBound, Term
from asean_digital.values.when import possibly_same

if TYPE_CHECKING:
    from collections.abc import Iterator

    from asean_digital.model.record import Record
    from asean_digital.registry import Registry


class Fate(Term):
    """What became of something announced."""

    MET = "met", "came about", "đúng như đã công bố"
    CONTRADICTED = "contradicted", "came otherwise", "diễn ra khác"
    NOTHING_SEEN = "nothing_seen", "not reported since in these sources", "các nguồn này chưa đưa tin tiếp"


@attrs.frozen(kw_only=True)
class Expectation:
    """Something said before the event, and what became of it."""

    record: str
    """The id of the record."""
    path: str
    """Where it stands."""
    value: Any
    """What was announced."""
    text: str
    """The same for readers."""
    citations: tuple[Citation, ...]
    """Who announced it."""
    fate: Fate
    """What became of it."""
    seen: tuple[Citation, ...]
    """Who reports afterwards."""


def may_be_same(one: Any, two: Any) -> bool:
    """Whether two values of one path may be the same: dates that share a day, numbers that their bounds allow, else equal ones."""
    if isinstance(one, PartialDate | Period) and isinstance(two, PartialDate | Period):
        return possibly_same(one, two)
    if isinstance(one, Quantity) and isinstance(two, Quantity):
        if one.unit != two.unit:
            return False
        low, high = sorted((one, two), key=lambda quantity: quantity.amount)
        return low.amount == high.amount or low.bound is QuantityBound.AT_LEAST
    return bool(one == two)


def expectations(of: RefLike | None = None, by: RefLike | None = None, registry: Registry | None = None) -> Answers[Expectation]:
    """What was said before the event, and what became of it.

    Example:
        >>> import asean_digital as ad
        >>> {row.fate.value for row in ad.expectations("statistic:adgmin-6-delegates")}
        {'nothing_seen'}

    Args:
        of: a record, by reference, id, slug or name; None for all.
        by: a source that announced it.
        registry: the records; None for the packaged data.

    Returns:
        One row a path and announced value, in order of record and field.

    Raises:
        RecordNotFound, AmbiguousName: when a record is none or several.

    """
    registry = registry_or_packaged(registry)
    source = find(by, "source", registry).ref if by is not None else None
    rows = []
    for record in chosen(of, registry):
        for path, value, announced, seen, fate in _announced(record):
            if source is None or any(citation.source == source for citation in announced):
                rows.append(
                    Expectation(
                        record=record.id,
                        path=path,
                        value=value,
                        text=text_of(value, registry),
                        citations=announced,
                        fate=fate,
                        seen=seen,
                    )
                )
    return Answers(rows, reason="" if rows else "nothing announced is recorded")


def _announced(record: Record) -> Iterator[tuple[str, Any, tuple[Citation, ...], tuple[Citation, ...], Fate]]:
    by_path: dict[str, list[tuple[Any, Citation]]] = {}
    for entry in cited(record):
        by_path.setdefault(entry.path, []).append((entry.value, entry.citation))
    for path, entries in by_path.items():
        values: list[Any] = []
        for value, citation in entries:
            if citation.expected and value not in values:
                values.append(value)
        for value in values:
            announced = tuple(dict.fromkeys(c for v, c in entries if c.expected and v == value))
            after = [(v, c) for v, c in entries if not c.expected]
            met = tuple(dict.fromkeys(c for v, c in after if may_be_same(v, value)))
            other = tuple(dict.fromkeys(c for v, c in after if not may_be_same(v, value)))
            fate = Fate.MET if met else Fate.CONTRADICTED if other else Fate.NOTHING_SEEN
            yield path, value, announced, met or other, fate
