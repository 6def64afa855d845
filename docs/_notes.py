"""The notes of a page: a number for each source, a letter for each place in it, so that a page with 200 citations stays readable."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from asean_digital.exports._labels import MARKS, say
from asean_digital.exports._sources import runs
from asean_digital.model.evidence import Support
from asean_digital.model.wording import best
from asean_digital.queries.certainty import Certainty

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from asean_digital.exports._lines import Page
    from asean_digital.model.evidence import Citation
    from asean_digital.registry import Registry

_WORDS = {
    "back": ("back to the text", "trở lại bài"),
    "details": ("about this source", "về nguồn này"),
    "open": ("open the source", "mở nguồn"),
}


class Notes:
    """The notes of one page in one language."""

    def __init__(self, page: Page, registry: Registry, address: Callable[[str], str]) -> None:
        self.lang = page.lang
        self.registry = registry
        self.address = address
        self.places: dict[str, dict[tuple[object, ...], Citation]] = {}
        self.told: set[str] = set()
        for section in page.sections:
            for line in section.lines:
                for piece in line.pieces:
                    for citation in piece.citations:
                        self.places.setdefault(citation.source.text, {}).setdefault(_place(citation), citation)
        self.labels = {
            (source, place): f"{number}{letters(rank) if len(places) > 1 else ''}"
            for number, (source, places) in enumerate(self.places.items(), 1)
            for rank, place in enumerate(places)
        }

    def marks(self, citations: Iterable[Citation]) -> str:
        """The marks behind a piece of text, each a link to its note."""
        labels = list(dict.fromkeys(self.labels[each.source.text, _place(each)] for each in citations))
        if not labels:
            return ""
        labels.sort(key=lambda label: (int(label.rstrip("abcdefghijklmnopqrstuvwxyz")), len(label), label))
        return f'<sup class="cites">{" ".join(map(self._mark, labels))}</sup>'

    def _mark(self, label: str) -> str:
        first = "" if label in self.told else f' id="r{label}"'
        self.told.add(label)
        return f'<a{first} href="#s{label}">{label}</a>'

    def listed(self) -> Iterator[str]:
        """The list of the notes."""
        yield '<ol class="notes">'
        for source_id, places in self.places.items():
            source = self.registry[source_id]
            title = best(source.names, source.lang or "en") or source.names[0]
            about = [source.publisher or "", source.published.label(self.lang) if source.published else "", source.form.label(self.lang)]
            yield (
                f'<li><a class="source" lang="{escape(title.lang)}" href="{escape(self.address(source_id))}">{escape(title.text)}</a> '
                f'<span class="about">{escape(", ".join(filter(None, about)))}</span><ul class="places">'
            )
            for place, citation in places.items():
                label = self.labels[source_id, place]
                yield (
                    f'<li id="s{label}"><a class="back" href="#r{label}" aria-label="{label}: {self._say("back")}">{label}</a> '
                    f"{self.place(citation, source.url, source.lang)}</li>"
                )
            yield "</ul></li>"
        yield "</ol>"

    def place(self, citation: Citation, url: str | None, lang: str | None, *, said: bool = False) -> str:
        """A place in a source: the words to look for, the lines, a link that opens there; that it has no address, unless that was said."""
        where = []
        if citation.lines:
            where.append(f"{say(MARKS, 'line' if len(citation.lines) == 1 else 'lines', self.lang)} {runs(citation.lines)}")
        if citation.page:
            where.append(f"{say(MARKS, 'page', self.lang)} {citation.page}")
        words = "; ".join(f"“{anchor}”" for anchor in citation.anchors)
        language = f' lang="{escape(lang)}"' if lang and words else ""
        shown = escape(words or ", ".join(where) or self._say("open"))
        address = citation.url(url)
        out = f'<a href="{escape(address)}"{language}>{shown}</a>' if address else f"<span{language}>{shown}</span>"
        more = where if words else []
        if citation.support is not Support.STATED:
            more.append(citation.support.label(self.lang))
        if citation.expected:
            more.append(Certainty.EXPECTED.label(self.lang))
        if not address and not said:
            more.append(say(MARKS, "no_address", self.lang))
        return f"{out} <small>{escape(', '.join(more))}</small>" if more else out

    def _say(self, name: str) -> str:
        return say(_WORDS, name, self.lang)


def _place(citation: Citation) -> tuple[object, ...]:
    return citation.lines, citation.page, citation.anchors, citation.support, citation.expected


def letters(number: int) -> str:
    """A number as letters: ``a``, ``z``, ``aa``."""
    text = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(97 + rest) + text
    return text
