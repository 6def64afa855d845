"""The laws of a page, for packaged and generated records alike."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from asean_digital.exports._labels import FIELDS, HEADINGS, KIND_LABELS, MARKS
from asean_digital.exports._lines import Line, Page
from asean_digital.exports._page import page
from asean_digital.exports.briefing import Footnotes, write
from asean_digital.model import KINDS, kind_class
from asean_digital.model._spec import fields
from asean_digital.model.record import APPARATUS, Record
from asean_digital.queries.certainty import held_citations
from asean_digital.queries.statements import cited, items, statements
from asean_digital.registry import Registry
from asean_digital.values import Term


def expected_paths(record: Record) -> Counter[str]:
    """What must appear once: each plain value, each part, each dispute, each gap."""
    paths: Counter[str] = Counter()
    for name, spec, _ in fields(type(record)):
        value = getattr(record, name)
        if name in APPARATUS or value in (None, ()):
            continue
        if name == "summary":
            paths[name] += 1
        elif spec.is_part:
            paths.update(f"{name}/{part.key}" for part in value)
        else:
            paths.update(path for path, _ in items(name, spec, value))
    paths.update(f"dispute {dispute.path}" for dispute in record.disputes)
    paths.update(f"gap {gap.path}" for gap in record.gaps)
    return paths


def shown_paths(whole: Page) -> Counter[str]:
    """What a page shows of its own record."""
    prefix = {"statement": "", "dispute": "dispute ", "gap": "gap "}
    return Counter(
        prefix[line.sort] + piece.path
        for line in lines(whole)
        if line.sort in prefix
        for piece in line.pieces
        if piece.record == whole.record and piece.path
    )


def lines(whole: Page) -> Iterator[Line]:
    """The lines of a page."""
    return (line for section in whole.sections for line in section.lines)


def citations_at(registry: Registry) -> dict[str, dict[str, set[Any]]]:
    """For each record, what its paths are cited to: by path of statements, parts and readings."""
    found: dict[str, dict[str, set[Any]]] = {}
    for record in registry:
        by_path = found.setdefault(record.id, {})
        for statement in statements(record):
            by_path.setdefault(statement.path, set()).update(held_citations(record, statement))
        for entry in cited(record):
            by_path.setdefault(entry.path, set()).add(entry.citation)
    return found


def assert_page_is_lawful(record: Record, lang: str, registry: Registry, cited_at: dict[str, dict[str, set[Any]]]) -> None:
    """Everything once, every footnote to its own path, no slug for a name, no English label on a Vietnamese page."""
    whole = page(record, lang, registry)
    assert shown_paths(whole) == expected_paths(record)
    assert_footnotes(whole, registry, cited_at)
    assert_names(whole, registry)
    if lang == "vi":
        assert_no_english_label(whole)


def assert_footnotes(whole: Page, registry: Registry, cited_at: dict[str, dict[str, set[Any]]]) -> None:
    """Each piece carries citations of its own path or of what stands below it, and its footnotes are there."""
    text = write(whole, registry)
    marks = {int(number) for number in re.findall(r"(?<!\n)\[\^(\d+)\]", text)}
    notes = [int(number) for number in re.findall(r"^\[\^(\d+)\]: ", text, re.MULTILINE)]
    assert notes == list(range(1, len(notes) + 1))
    assert marks == set(notes)
    footnotes = Footnotes(registry, whole.lang)
    for line in lines(whole):
        for piece in line.pieces:
            if piece.citations:
                known = cited_at[piece.record]
                allowed = {c for path, found in known.items() if path == piece.path or path.startswith(f"{piece.path}/") for c in found}
                assert set(piece.citations) <= allowed, (piece.record, piece.path)
                assert all(footnotes.number(citation) for citation in piece.citations)


def assert_names(whole: Page, registry: Registry) -> None:
    """Where a record is named, its name stands and not its id."""
    for line in lines(whole):
        for text in (line.label, *(piece.text for piece in line.pieces)):
            for word in re.findall(r"\b[a-z]+:[a-z0-9.-]+", text):
                assert word not in registry, (whole.record, text)


def _english_labels() -> set[str]:
    terms: set[type[Term]] = set()

    def collect(cls: type) -> None:
        for _, spec, _ in fields(cls):
            kind = spec.types[0]
            if issubclass(kind, Term):
                terms.add(kind)
            elif spec.is_part and kind is not cls:
                collect(kind)

    for each in KINDS:
        collect(kind_class(each))
    english = {pair[0] for table in (FIELDS, HEADINGS, KIND_LABELS) for pair in table.values()}
    english |= {member.label("en") for cls in terms for member in cls}
    vietnamese = {pair[1] for table in (FIELDS, HEADINGS, KIND_LABELS, MARKS) for pair in table.values()}
    vietnamese |= {member.label("vi") for cls in terms for member in cls}
    return {label.casefold() for label in english} - {label.casefold() for label in vietnamese}


ENGLISH_LABELS = _english_labels()


def assert_no_english_label(whole: Page) -> None:
    """No heading, label, mark or lead of a Vietnamese page is an English label."""
    for section in whole.sections:
        assert section.title.casefold() not in ENGLISH_LABELS
        for line in section.lines:
            for word in (line.label, *line.after.split(", ")):
                assert word.casefold() not in ENGLISH_LABELS, (whole.record, line)
            for piece in line.pieces:
                lead, colon, _ = piece.text.partition(": ")
                assert not colon or lead.casefold() not in ENGLISH_LABELS, (whole.record, piece.text)
