"""What a record states: every value with its path, and every citation with what it supports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from asean_digital.model._spec import Spec, fields, item_key, specs
from asean_digital.model.evidence import Citation, Dispute, Reading, ReadingRole
from asean_digital.model.record import APPARATUS, Record, locate
from asean_digital.model.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator


@attrs.frozen
class Statement:
    """A value that a record holds: its path, and who says so."""

    path: str
    value: Any
    citations: tuple[Citation, ...]
    curated: bool
    part: str
    """The path of the part that it stands in; empty for a plain field of the record."""


@attrs.frozen
class Cited:
    """A citation with what it supports: the value, part or reading at a path."""

    path: str
    value: Any
    citation: Citation
    reading: Reading | None


def statements(record: Record) -> Iterator[Statement]:
    """Every value of a record, down to the fields of its parts, in field order; wordings are whole.

    A field of a part rests on the citations of the record that name its path, where there are any, else on those of the part.
    """
    supporting: dict[str, list[Citation]] = {}
    for citation in record.citations:
        for path in citation.supports:
            supporting.setdefault(path, []).append(citation)
    for name, spec, _ in fields(type(record)):
        value = getattr(record, name)
        if name in APPARATUS or value in (None, ()):
            continue
        if spec.is_part:
            for part in value:
                yield from _of_part(part, f"{name}/{part.key}", (), spec.curated, supporting)
            continue
        for path, item in items(name, spec, value):
            cited = supporting.get(name, []) + (supporting.get(path, []) if path != name else [])
            yield Statement(path, item, tuple(cited), spec.curated, "")


def items(path: str, spec: Spec, value: Any) -> Iterator[tuple[str, Any]]:
    """The values of a plain field with their paths: one, or one for each reference or date of a tuple."""
    if spec.many and (spec.kinds or not issubclass(spec.types[0], str | int)):
        for item in value:
            yield f"{path}/{item_key(item) or item}", item
    else:
        yield path, value


def _of_part(
    part: Any, path: str, above: tuple[Citation, ...], curated: bool, supporting: dict[str, list[Citation]]
) -> Iterator[Statement]:
    citations = part.citations or above
    if isinstance(part, Wording):
        yield Statement(path, part, citations, curated or not citations, path.rpartition("/")[0] if above else "")
        return
    for name, spec, _ in fields(type(part)):
        value = getattr(part, name)
        if name in {"key", "citations"} or value in (None, ()):
            continue
        if spec.is_part:
            for inner in value:
                yield from _of_part(inner, f"{path}/{name}/{inner.key}", citations, curated, supporting)
        else:
            for inner_path, item in items(f"{path}/{name}", spec, value):
                exact = (*supporting.get(f"{path}/{name}", ()), *(supporting.get(inner_path, ()) if spec.many else ()))
                yield Statement(inner_path, item, tuple(dict.fromkeys(exact)) or citations, curated, path)


def cited(record: Record) -> Iterator[Cited]:
    """Every citation of a record with what it supports: of plain fields, of parts, and of the readings of disputes."""
    for citation in record.citations:
        for path in citation.supports:
            yield Cited(path, locate(record, path), citation, None)
    for name, spec in specs(type(record)).items():
        if spec.is_part:
            for part in getattr(record, name):
                yield from _cited_part(part, f"{name}/{part.key}")
    for dispute in record.disputes:
        for reading in dispute.readings:
            for citation in reading.citations:
                yield Cited(dispute.path, reading.value, citation, reading)


def _cited_part(part: Any, path: str) -> Iterator[Cited]:
    for citation in part.citations:
        yield Cited(path, part, citation, None)
    for name, spec in specs(type(part)).items():
        if spec.is_part:
            for inner in getattr(part, name):
                yield from _cited_part(inner, f"{path}/{name}/{inner.key}")


def dispute_at(record: Record, path: str) -> Dispute | None:
    """The dispute of a path, or of the field or part above it."""
    for dispute in record.disputes:
        if path == dispute.path or path.startswith(f"{dispute.path}/"):
            return dispute
    return None


def held(dispute: Dispute) -> Reading | None:
    """The reading that we hold; None where it is undecided."""
    return next((reading for reading in dispute.readings if reading.role is ReadingRole.HELD), None)
