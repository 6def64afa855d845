"""The page of a record as HTML, in English or Vietnamese."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from _marked import Marked, bare, html
from _notes import Notes

from asean_digital.exports._labels import KIND_LABELS, MARKS, say
from asean_digital.model.wording import best

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from asean_digital.exports._lines import Line, Page, Section
    from asean_digital.model.record import Record
    from asean_digital.registry import Registry

_BETWEEN = ' <span class="dot">·</span> '
LANGUAGES = {"en": "English", "vi": "Tiếng Việt"}

_WORDS = {
    "records": ("Records", "Các bản ghi"),
    "python": ("In Python:", "Trong Python:"),
    "sources": ("Sources", "Nguồn"),
    "other": ("Also in", "Có bằng"),
    "where": ("Where this page stands", "Vị trí của trang này"),
}


def file_name(record_id: str, lang: str) -> str:
    """The page of a record without its ending: ``meeting/adgmin-6``, ``meeting/adgmin-6.vi``; the page of a source is in English."""
    kind, _, slug = record_id.partition(":")
    return f"{kind}/{slug}{'.vi' if lang == 'vi' and kind != 'source' else ''}"


def up_to(lang: str) -> Callable[[str], str]:
    """From the id of a record to the address of its page, seen from a page of another record."""
    return lambda record_id: f"../{file_name(record_id, lang)}.html"


def record_page(record: Record, lang: str, registry: Registry) -> dict[str, Any]:
    """What the template of a page needs: its title, body, contents and language, and the plain words for the search."""
    writer = Marked(record, lang, registry)
    page = writer.page()
    address = up_to(lang)
    notes = Notes(page, registry, address)
    body = [
        *_head(record, page, address),
        *(piece for number, section in enumerate(page.sections) for piece in _section(number, section, notes)),
    ]
    headings = [(f"part-{number}", bare(section.title)) for number, section in enumerate(page.sections) if section.title]
    if notes.places:
        headings.append(("sources", say(_WORDS, "sources", lang)))
        body += [f'<section id="sources"><h2>{headings[-1][1]}</h2>', *notes.listed(), "</section>"]
    if registry.data_version and registry.as_of:
        version = say(MARKS, "version", lang).format(registry.data_version, registry.as_of.label(lang))
        body.append(f'<p class="data-version">{escape(version)}</p>')
    title = bare(page.title)
    return {
        "title": escape(title),
        "body": f'<div class="record" lang="{lang}">{"".join(body)}</div>',
        "toc": contents(title, headings),
        "language": lang,
        "words": " ".join(_words(page)),
    }


def contents(title: str, headings: list[tuple[str, str]]) -> str:
    """The list of the headings of a page."""
    inner = "".join(f'<li><a class="reference internal" href="#{anchor}">{escape(text)}</a></li>' for anchor, text in headings)
    return f'<ul><li><a class="reference internal" href="#">{escape(title)}</a><ul>{inner}</ul></li></ul>'


def _head(record: Record, page: Page, address: Callable[[str], str]) -> Iterator[str]:
    lang = page.lang
    other = "vi" if lang == "en" else "en"
    yield f'<nav class="crumbs" aria-label="{say(_WORDS, "where", lang)}"><a href="../index.html">{say(_WORDS, "records", lang)}</a> › '
    yield f'<a href="../{record.KIND}.html">{escape(say(KIND_LABELS, record.KIND, lang))}</a>'
    there = f"{file_name(record.id, other).partition('/')[2]}.html"
    yield f'<span class="switch"><a rel="alternate" hreflang="{other}" lang="{other}" href="{there}">{LANGUAGES[other]}</a></span></nav>'
    yield f"<h1>{html(page.title, address)}</h1>"
    beside = best(record.names, other)
    if beside is not None and beside.text != bare(page.title):
        yield f'<p class="beside" lang="{escape(beside.lang)}">{escape(beside.text)}</p>'
    yield f'<p class="id"><code>{escape(record.id)}</code></p>'


def _section(number: int, section: Section, notes: Notes) -> Iterator[str]:
    if not section.title:
        yield from (f'<p class="summary">{_said(line, notes)}</p>' for line in section.lines)
        return
    yield f'<section id="part-{number}"><h2>{html(section.title, notes.address)}</h2>'
    if all(line.label and line.depth == 0 and line.sort == "statement" for line in section.lines):
        yield '<div class="facts"><dl>'
        yield from (f"<dt>{html(line.label, notes.address)}</dt><dd>{_said(line, notes)}</dd>" for line in section.lines)
        yield "</dl></div></section>"
        return
    depth = -1
    for line in section.lines:
        while depth > line.depth:
            yield "</li></ul>"
            depth -= 1
        if depth == line.depth:
            yield "</li>"
        while depth < line.depth:
            yield "<ul>"
            depth += 1
        label = html(line.label, notes.address)
        strong = f"<strong>{label}</strong>" if line.depth == 0 and label else label
        said = _said(line, notes)
        yield f'<li class="{line.sort}">{": ".join(filter(None, (strong, said)))}'
    yield "</li></ul>" * (depth + 1)
    yield "</section>"


def _said(line: Line, notes: Notes) -> str:
    english = notes.lang != "en" and line.sort in {"gap", "reason"}  # notes and reasons are written in English
    start, end = ('<span lang="en">', "</span>") if english else ("", "")
    pieces = [
        f"{start}{_linked(piece.text, notes)}{end}{notes.marks(piece.citations)}" for piece in line.pieces if piece.text or piece.citations
    ]
    after = f' <em class="after">({html(line.after, notes.address)})</em>' if line.after else ""
    return _BETWEEN.join(pieces) + after


def _linked(text: str, notes: Notes) -> str:
    """The text of a piece; an address is a link."""
    if text.startswith(("https://", "http://")):
        return f'<a class="long" href="{escape(text)}">{escape(text)}</a>'
    return html(text, notes.address)


def _words(page: Page) -> Iterator[str]:
    for section in page.sections:
        for line in section.lines:
            yield bare(line.label)
            yield from (bare(piece.text) for piece in line.pieces)
