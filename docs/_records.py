"""A page for every record, an index for every kind, and the index of the search: made at every build from the data."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from _record_page import LANGUAGES, file_name, record_page
from _source_page import resting, source_page

from asean_digital.exports._labels import KIND_LABELS, say
from asean_digital.model import KINDS, kind_class
from asean_digital.model.source import Source, SourceForm
from asean_digital.model.wording import best
from asean_digital.values._fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from asean_digital.model.record import Record
    from asean_digital.registry import Registry

_WHAT = {
    "party": "States and organisations: members of ASEAN, dialogue and development partners, and others that took part.",
    "body": "Standing bodies: ministers' and officials' meetings as institutions, councils, working groups, centres.",
    "person": "People in the public roles in which sources name them.",
    "series": "Lines of numbered meetings.",
    "meeting": "Single meetings, with when, where, who, and what they decided.",
    "declaration": "What ministers or leaders declared together.",
    "plan": "Masterplans, work plans and action plans.",
    "guide": "Guides, guidelines, model clauses.",
    "agreement": "What was signed, or is being negotiated, to bind those who sign.",
    "partnership": "What stands between ASEAN and a partner, with the partner's meetings and plans.",
    "programme": "Programmes, projects, funds and prizes.",
    "statistic": "Numbers, each with what it counts and whether it is a count, a target or an estimate.",
    "topic": "Subjects, our own ordering.",
    "source": "Every page and paper that was read, with what rests on it.",
}


def index_pages(registry: Registry) -> Iterator[tuple[str, str]]:
    """The index of records and one index for each kind, as Markdown, with the name of the file."""
    kinds = [kind for kind in KINDS if registry.of(kind_class(kind))]
    rows = [f"- [{_label(kind)}]({kind}.md), {len(registry.of(kind_class(kind)))}: {_WHAT[kind]}" for kind in kinds]
    toctree = "\n".join(("```{toctree}", ":hidden:", ":maxdepth: 1", "", *kinds, "```"))
    about = (
        f"{len(registry)} records, data version {registry.data_version}, last checked on {registry.as_of}. Each has a page in English"
        " and one in Vietnamese; each value has marks that lead to its sources, and each source opens at the words that say so, where"
        " the reader's browser can do that."
    )
    yield "index", "\n\n".join(("# Records · Các bản ghi", about, "\n".join(rows), toctree)) + "\n"
    on_it = resting(registry)
    for kind in kinds:
        records = list(registry.of(kind_class(kind)))
        lines = [f"# {_label(kind)}", "", _WHAT[kind], ""]
        for heading, grouped in _grouped(kind, records):
            if heading:
                lines += [f"## {heading}", ""]
            lines += ['<ul class="records">', *(_entry(record, on_it) for record in grouped), "</ul>", ""]
        yield kind, "\n".join(lines)


def _label(kind: str) -> str:
    return " · ".join(say(KIND_LABELS, kind, lang) for lang in LANGUAGES)


def _grouped(kind: str, records: list[Record]) -> Iterable[tuple[str, list[Record]]]:
    """Meetings by year, the newest first; sources by who speaks; all others by name."""
    by_name = sorted(records, key=lambda record: (fold(record.name), record.id))
    if kind == "source":
        for form in SourceForm:
            group = [record for record in by_name if record.form is form]
            if group:
                label = form.label("en")
                yield label[0].upper() + label[1:], group
    elif kind == "meeting":
        years: dict[str, list[Record]] = {}
        for record in sorted(records, key=lambda record: (record.moment.earliest, record.id) if record.moment else (), reverse=True):
            years.setdefault(str(record.moment.earliest.year) if record.moment else "Without a day", []).append(record)
        yield from years.items()
    else:
        yield "", by_name


def _entry(record: Record, on_it: dict[str, Any]) -> str:
    if isinstance(record, Source):
        about = [
            record.publisher or "",
            record.published.label("en") if record.published else "",
            f"cited {len(on_it.get(record.id, ()))} times",
        ]
        title = record.names[0]
        return (
            f'<li><a lang="{escape(title.lang)}" href="{file_name(record.id, "en")}.html">{escape(title.text)}</a> '
            f'<span class="about">{escape(", ".join(filter(None, about)))}</span></li>'
        )
    name, ten = best(record.names, "en"), best(record.names, "vi")
    shown = name or record.names[0]
    said = escape(ten.text) if ten and ten.text != shown.text else "tiếng Việt"
    when = f' <span class="about when">{escape(record.moment.label("en"))}</span>' if record.moment else ""
    return (
        f'<li><a lang="{escape(shown.lang)}" href="{file_name(record.id, "en")}.html">{escape(shown.text)}</a>{when} '
        f'<a class="other" lang="vi" hreflang="vi" href="{file_name(record.id, "vi")}.html">{said}</a></li>'
    )


def record_pages(registry: Registry) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each page with its name below the root of the documentation, and what its template needs."""
    on_it = resting(registry)
    for record in registry:
        if isinstance(record, Source):
            yield f"records/{file_name(record.id, 'en')}", source_page(record, registry, on_it)
            continue
        for lang in LANGUAGES:
            yield f"records/{file_name(record.id, lang)}", record_page(record, lang, registry)
        for former in record.former_slugs:
            there = file_name(record.id, "en").partition("/")[2]
            yield (
                f"records/{record.KIND}/{former}",
                {
                    "title": escape(record.name),
                    "body": f'<h1>{escape(record.name)}</h1><p>This record stands at <a href="{there}.html">{escape(record.id)}</a>.</p>',
                    "metatags": f'<meta http-equiv="refresh" content="0; url={there}.html">',
                    "words": "",
                },
            )
