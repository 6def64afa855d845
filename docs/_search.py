"""The index of the search: what each page is called in any language, and its words, folded so that marks and case do not matter."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import attrs
from docutils import nodes
from sphinx import addnodes

from asean_digital.exports._labels import KIND_LABELS
from asean_digital.model.wording import best
from asean_digital.values._fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.environment import BuildEnvironment

    from asean_digital.model.record import Record


@attrs.frozen(kw_only=True)
class Entry:
    """A page, or a section of one, that the search may find."""

    address: str
    title: str
    lang: str
    sort: str
    """What it is, for the reader."""
    names: tuple[str, ...]
    """What it is called, in any language."""
    words: str
    about: str = ""
    other: tuple[str, str, str] | None = None
    """Address, title and language of the same page in another language."""


def record_entry(record: Record, addresses: tuple[str, ...], words: str) -> Entry:
    """The entry of a record: one, whose page may be in several languages."""
    english, vietnamese = best(record.names, "en"), best(record.names, "vi")
    first = english or record.names[0]
    second = vietnamese or first
    about = best(record.summary, "en") if record.summary else None
    return Entry(
        address=f"{addresses[0]}.html",
        title=first.text,
        lang=first.lang,
        sort=" · ".join(KIND_LABELS[record.KIND]),
        names=(*(wording.text for wording in record.names), record.slug.replace("-", " "), record.slug, record.id),
        words=words,
        about=about.text if about else "",
        other=(f"{addresses[1]}.html", second.text, second.lang) if len(addresses) > 1 else None,
    )


def document_entries(env: BuildEnvironment) -> Iterator[Entry]:
    """The entries of the written pages: one for each section, and one for each documented name."""
    for docname in sorted(env.found_docs):
        doctree = env.get_doctree(docname)
        page = env.titles[docname].astext()
        for section in doctree.findall(nodes.section):
            title = section.next_node(nodes.title).astext()
            whole = section.parent is doctree
            own = (child for child in section.children if not isinstance(child, nodes.section | nodes.raw))
            words = " ".join(child.astext() for child in own)
            yield Entry(
                address=f"{docname}.html" if whole else f"{docname}.html#{section['ids'][0]}",
                title=title if whole else f"{page} › {title}",
                lang="vi" if docname.endswith("tieng-viet") else "en",
                sort="Documentation",
                names=(title,),
                words=words,
            )
        for signature in doctree.findall(addnodes.desc_signature):
            name = signature.get("fullname")
            if name and signature["ids"] and "." not in name:
                text = signature.parent.astext()
                yield Entry(
                    address=f"{docname}.html#{signature['ids'][0]}",
                    title=name,
                    lang="en",
                    sort="Reference",
                    names=(name, f"ad.{name}", f"asean_digital.{name}"),
                    words=text[:2000],
                )


def index(entries: Iterable[Entry]) -> str:
    """The index as a script that a page can load without a server."""
    listed = list(entries)
    found: dict[str, list[int]] = {}
    for number, entry in enumerate(listed):
        for word in sorted(set(re.findall(r"\w+", fold(" ".join((*entry.names, entry.about, entry.words)))))):
            found.setdefault(word, []).append(number)
    words = sorted(found)
    data: dict[str, Any] = {
        "entries": [
            [entry.address, entry.title, entry.lang, entry.sort, list(dict.fromkeys(map(fold, entry.names))), entry.about, entry.other]
            for entry in listed
        ],
        "fold": {
            letter: fold(letter)
            for letter in map(chr, (*range(0x21, 0xD800), *range(0xE000, 0x10000)))
            if not letter.isspace() and fold(letter) != letter.lower()
        },
        "words": words,
        "where": [_steps(found[word]) for word in words],
    }
    return f"window.recordSearch={json.dumps(data, ensure_ascii=False, separators=(',', ':'))};\n"


def _steps(numbers: list[int]) -> list[int]:
    """Ascending numbers as the steps between them, which are shorter."""
    return [number - before for before, number in zip([0, *numbers], numbers, strict=False)]
