"""How sure a statement is, computed from its citations and never typed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from asean_digital.model.evidence import Support
from asean_digital.queries.statements import dispute_at, held
from asean_digital.values import Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from asean_digital.model.evidence import Citation
    from asean_digital.model.record import Record
    from asean_digital.model.source import Source
    from asean_digital.queries.statements import Statement
    from asean_digital.registry import Registry


class Certainty(Term):
    """How sure a statement is, computed from its citations."""

    OFFICIAL = "official", "official", "chính thức"
    CORROBORATED = "corroborated", "two origins or more", "từ hai nguồn gốc trở lên"
    SINGLE = "single", "one origin", "một nguồn gốc"
    IMPLIED = "implied", "implied", "ngụ ý"
    INFERRED = "inferred", "inferred by us", "do chúng tôi suy ra"
    EXPECTED = "expected", "only announced", "chỉ mới được công bố trước"
    OURS = "ours", "our ordering", "do chúng tôi sắp xếp"


def certainty_of(citations: Iterable[Citation], registry: Registry) -> Certainty | None:
    """How sure a value with these citations is; None without any."""
    every = tuple(citations)
    if not every:
        return None
    happened = [citation for citation in every if not citation.expected]
    if not happened:
        return Certainty.EXPECTED
    stated = [citation for citation in happened if citation.support is Support.STATED]
    if not stated:
        return Certainty.IMPLIED if any(c.support is Support.IMPLIED for c in happened) else Certainty.INFERRED
    if any(source.form.is_official for source in _sources(stated, registry)):
        return Certainty.OFFICIAL
    return Certainty.CORROBORATED if len(origins_of(stated, registry)) > 1 else Certainty.SINGLE


def _sources(citations: Iterable[Citation], registry: Registry) -> Iterator[Source]:
    for citation in citations:
        source = registry.get(citation.source)
        if source is not None:
            yield source


def origins_of(citations: Iterable[Citation], registry: Registry) -> tuple[str, ...]:
    """The independent origins of citations, sorted; all unknown ones count as one."""
    return tuple(sorted({source.origin for source in _sources(citations, registry)}))


def held_citations(record: Record, statement: Statement) -> tuple[Citation, ...]:
    """The citations of what a record holds at a path: its own, and those of the held reading of a dispute."""
    dispute = dispute_at(record, statement.path)
    reading = held(dispute) if dispute else None
    if reading is None:
        return statement.citations
    if dispute is not None and statement.part and dispute.path != statement.path.rpartition("/")[0]:
        # A disputed field of a part: the part's own citations speak for the part, not for this field.
        return reading.citations
    return tuple(dict.fromkeys((*statement.citations, *reading.citations)))


def only_announced(record: Record, path: str) -> bool:
    """Whether the value of a plain field was only announced: it has citations, and all of them were written before the event."""
    dispute = dispute_at(record, path)
    reading = held(dispute) if dispute else None
    cited = [citation for citation in record.citations if path in citation.supports]
    return all_expected((*cited, *(reading.citations if reading else ())))


def all_expected(citations: Iterable[Citation]) -> bool:
    """Whether there are citations and all of them were written before the event."""
    found = tuple(citations)
    return bool(found) and all(citation.expected for citation in found)
