"""Writes the page on the state of the data: counts, certainty, disputes, gaps. Made anew at every build, so that it is never stale."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import asean_digital as ad
from asean_digital.exports._page import Writer
from asean_digital.model import KINDS, kind_class
from asean_digital.queries.certainty import Certainty, certainty_of, held_citations, origins_of
from asean_digital.queries.statements import statements

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from asean_digital.model.record import Record
    from asean_digital.registry import Registry


def state_page(registry: Registry) -> str:
    """The page as Markdown."""
    return "\n".join(_page(registry)) + "\n"


def _page(registry: Registry) -> Iterator[str]:
    counts: dict[str, Counter[Certainty]] = {kind: Counter() for kind in KINDS}
    alone: dict[str, list[Record]] = {kind: [] for kind in KINDS}
    for record in registry:
        sources = set()
        for statement in statements(record):
            citations = held_citations(record, statement)
            sure = Certainty.OURS if statement.curated else certainty_of(citations, registry)
            counts[record.KIND][sure or Certainty.OURS] += 1
            if not statement.curated:
                sources |= set(origins_of(citations, registry))
        if len(sources) == 1:
            alone[record.KIND].append(record)
    yield "# The state of the data: what it holds, and what it does not know"
    yield ""
    yield f"Made from data version {registry.data_version}, last checked on {registry.as_of}: {len(registry)} records, "
    yield f"{sum(sum(each.values()) for each in counts.values())} statements, {len(ad.facts(registry=registry))} rows of"
    yield "`asean_digital.facts()` (one for each statement, reading and citation)."
    yield ""
    yield "## How sure the statements are, by kind"
    yield ""
    columns = list(Certainty)
    yield from _table(
        ["kind", "records", *(each.label("en") for each in columns)],
        ([kind, str(len(registry.of(kind_class(kind)))), *(str(counts[kind][each]) for each in columns)] for kind in KINDS),
    )
    yield "## Records whose every statement goes back to one origin"
    yield ""
    yield "Copies of one agency text count once, and so do all sources whose origin we do not know."
    yield ""
    for kind in KINDS:
        if alone[kind]:
            yield f"<details><summary>{kind}: {len(alone[kind])}</summary>"
            yield ""
            yield from (f"- {_linked(record)}" for record in sorted(alone[kind], key=_by_name))
            yield ""
            yield "</details>"
            yield ""
    yield f"## What sources disagree on: {len(ad.disputes(registry=registry))}"
    yield ""
    yield from _table(
        ["record", "what", "reason"],
        ([*_where(row.record, row.path, registry), _cell(row.reason)] for row in ad.disputes(registry=registry)),
    )
    yield f"## What was looked for and not found: {len(ad.gaps(registry=registry))}"
    yield ""
    yield from _table(
        ["record", "what", "note"], ([*_where(row.record, row.path, registry), _cell(row.note)] for row in ad.gaps(registry=registry))
    )
    rows = ad.expectations(registry=registry)
    fates = Counter(row.fate.label("en") for row in rows)
    yield f"## What was announced: {len(rows)}"
    yield ""
    yield from _table(["what became of it", "how many"], ([fate, str(number)] for fate, number in sorted(fates.items())))


def _where(record_id: str, path: str, registry: Registry) -> tuple[str, str]:
    record = registry[record_id]
    return _linked(record), _cell(Writer(record, "en", registry).path_label(path))


def _by_name(record: Record) -> tuple[str, str]:
    return record.name, record.id


def _linked(record: Record) -> str:
    return f"{{record}}`{record.id}`"


def _table(head: list[str], rows: Iterable[list[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"
    yield ""


def _cell(text: str) -> str:
    for mark in "\\`*_[]<>|":
        text = text.replace(mark, f"\\{mark}")
    return text
