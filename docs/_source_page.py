"""The page of a source: what it is, and every statement that rests on it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from _marked import Marked, bare, html
from _notes import Notes
from _record_page import contents, up_to

from asean_digital.exports._labels import FIELDS, KIND_LABELS, MARKS, say
from asean_digital.exports._lines import Page
from asean_digital.model import KINDS
from asean_digital.queries.statements import cited

if TYPE_CHECKING:
    from collections.abc import Iterator

    from asean_digital.model.evidence import Citation
    from asean_digital.model.record import Record
    from asean_digital.model.source import Source
    from asean_digital.registry import Registry

Resting = dict[str, list[tuple["Record", str, "Citation"]]]
_FACTS = ("publisher", "authors", "published", "not_before", "not_after", "form", "lang", "origin", "extent", "accessed")


def resting(registry: Registry) -> Resting:
    """For each source the records, paths and citations that rest on it."""
    found: Resting = {}
    for record in registry:
        for entry in cited(record):
            found.setdefault(entry.citation.source.text, []).append((record, entry.path, entry.citation))
    return found


def source_page(source: Source, registry: Registry, on_it: Resting) -> dict[str, Any]:
    """What the template of a page needs."""
    rows: dict[str, list[tuple[Record, str, Citation]]] = {}
    for row in on_it.get(source.id, []):
        rows.setdefault(row[0].KIND, []).append(row)
    headings = [(kind, f"What rests on it: {say(KIND_LABELS, kind, 'en').lower()}") for kind in KINDS if kind in rows]
    body = [*_head(source)]
    for kind, title in headings:
        body += [f'<section id="{kind}"><h2>{escape(title)}</h2>', *_resting(rows[kind], source, registry), "</section>"]
    if not rows:
        body.append("<p>No statement cites it.</p>")
    return {
        "title": escape(source.name),
        "body": f'<div class="record" lang="en">{"".join(body)}</div>',
        "toc": contents("This source", headings),
        "language": "en",
        "words": " ".join((source.publisher or "", *source.authors, source.form.label("en"))),
    }


def _head(source: Source) -> Iterator[str]:
    yield '<nav class="crumbs" aria-label="Where this page stands"><a href="../index.html">Records</a> › '
    yield '<a href="../source.html">Sources</a></nav>'
    title = source.names[0]
    yield f'<h1 lang="{escape(title.lang)}">{escape(title.text)}</h1>'
    for other in source.names[1:]:
        yield f'<p class="beside" lang="{escape(other.lang)}">{escape(other.text)}</p>'
    yield f'<p class="id"><code>{escape(source.id)}</code></p><div class="facts"><dl>'
    for name in _FACTS:
        value = getattr(source, name)
        if value not in (None, ()):
            said = value.label("en") if hasattr(value, "label") else ", ".join(value) if isinstance(value, tuple) else value
            label = say(FIELDS, name, "en")
            yield f"<dt>{escape(label[0].upper() + label[1:])}</dt><dd>{escape(said)}</dd>"
    for name in ("url", "archived"):
        address = getattr(source, name)
        if address:
            yield f'<dt>{escape(say(FIELDS, name, "en"))}</dt><dd><a class="long" href="{escape(address)}">{escape(address)}</a></dd>'
    if not source.url:
        yield f"<dt>{escape(say(FIELDS, 'url', 'en'))}</dt><dd>{escape(say(MARKS, 'no_address', 'en'))}</dd>"
    yield "</dl></div>"


def _resting(rows: list[tuple[Record, str, Citation]], source: Source, registry: Registry) -> Iterator[str]:
    address = up_to("en")
    by_record: dict[str, list[tuple[Record, str, Citation]]] = {}
    for row in rows:
        by_record.setdefault(row[0].id, []).append(row)
    yield "<ul>"
    for several in by_record.values():
        record = several[0][0]
        writer = Marked(record, "en", registry, home=source.id)
        notes = Notes(Page(title="", record=record.id, lang="en", sections=()), registry, address)
        yield f"<li>{html(writer.name(record.ref), address)}<ul>"
        for _, path, citation in several:
            label = escape(bare(writer.path_label(path)))
            yield f'<li>{label} <span class="place">{notes.place(citation, source.url, source.lang, said=True)}</span></li>'
        yield "</ul></li>"
    yield "</ul>"
