"""HTML as a notebook shows it: escaped text in its language, and sources folded under what they bear."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

import attrs

from asean_digital.exports._labels import MARKS, say
from asean_digital.exports._page import Writer
from asean_digital.exports._sources import told
from asean_digital.model.wording import best
from asean_digital.queries.certainty import Certainty, certainty_of

if TYPE_CHECKING:
    from asean_digital.model.evidence import Citation
    from asean_digital.model.wording import Wording
    from asean_digital.registry import Registry
    from asean_digital.values import Ref

# Text and background are those of the place that shows it, so that every theme of a notebook, light or dark, keeps its own contrast;
# greys and the one colour of a mark are chosen to stand out on white and on black. Nothing is said by colour alone.
# The class stands three times to weigh more than the rules that notebooks have for tables and lists.
STYLE = """<style>
.asean-digital.asean-digital.asean-digital {
  color: inherit; line-height: 1.45; overflow-wrap: anywhere; text-align: left;
  &:is(article) {border: 1px solid rgba(128,128,128,.5); border-radius: .4rem; max-width: 62rem; padding: .8rem 1rem}
  & h3 {font-size: 1.3em; font-weight: 600; line-height: 1.25; margin: 0}
  & h4 {font-size: 1.05em; font-weight: 600; margin: 0 0 .4rem}
  & section {border-top: 1px solid rgba(128,128,128,.5); margin: .7rem 0 0; padding: .5rem 0 0}
  & p {margin: .3rem 0 0}
  & a {color: inherit; text-decoration: underline}
  & code {background: rgba(128,128,128,.14); color: inherit; font-size: .86em; padding: .05em .3em}
  & ul {list-style: disc; margin: .2rem 0 0; padding: 0 0 0 1.3rem}
  & li {margin: .2rem 0 0; padding: 0}
  & li::marker {color: inherit}
  & li > div {display: inline}
  & .row {display: block}
  & summary {cursor: pointer}
  & summary h4 {display: inline}
  & summary:focus-visible, & a:focus-visible, & .scroll:focus-visible {outline: 2px solid; outline-offset: 1px}
  & .facts {list-style: none; padding: 0}
  & .facts > li {column-gap: 1rem; display: flex; flex-wrap: wrap}
  & .facts > li > b {flex: 1 1 13rem}
  & .facts > li > div {flex: 999 1 16rem}
  & .src {display: inline; font-size: .88em}
  & .src > summary {display: inline list-item; list-style: inside disclosure-closed; margin-left: .3rem; opacity: .8; white-space: nowrap}
  & .src[open] > summary {list-style-type: disclosure-open}
  & .src > ul {border-left: 2px solid rgba(128,128,128,.5); margin: .1rem 0 .4rem .3rem}
  & .dispute, & .gap {border-left: 3px solid #b8660c; padding-left: .5rem}
  & .gap {border-left-style: dashed}
  & .small {font-size: .88em; opacity: .8}
  & .scroll {max-width: 100%; overflow-x: auto; position: relative}
  & table {border: 0; border-collapse: collapse; font-size: .92em; margin: 0; min-width: 0}
  & caption {caption-side: top; color: inherit; font-weight: 600; padding: .2rem 0; text-align: left}
  & th, & td {border: 0; border-bottom: 1px solid rgba(128,128,128,.4); max-width: 26rem; overflow-wrap: break-word; padding: .25rem .6rem .25rem 0; text-align: left; vertical-align: top; white-space: normal}
  & thead th {border-bottom: 2px solid rgba(128,128,128,.8); font-weight: 600; vertical-align: bottom}
  & tbody th {font-weight: 600}
  & td ul {padding-left: 1rem}
  & .marks td {padding-right: .3rem; text-align: center}
  & .marks thead th + th {padding-right: .3rem; text-align: center}
  @media (max-width: 40em) {& table:not(.marks) :is(td, th):not(:first-child) {min-width: 5.5rem}}
  & .unseen {clip-path: inset(50%); height: 1px; overflow: hidden; position: absolute; white-space: nowrap; width: 1px}
}
</style>
"""

# Private use: no text of a record holds these.
_LANG, _WORDS, _END = "\ue000", "\ue001", "\ue002"
_SPOKEN = re.compile(f"{_LANG}([^{_WORDS}]*){_WORDS}([^{_END}]*){_END}")

_MARKED = frozenset((Certainty.IMPLIED, Certainty.INFERRED))
"""What a line says of itself, so that the summary of its sources need not."""


class Html(str):
    """Text in HTML that shows itself in a notebook."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return str(self)

    def _repr_pretty_(self, printer: Any, _cycle: bool) -> None:
        # A notebook keeps the plain text beside the HTML: without this, the same again.
        printer.text(f"<Html: {len(self)} characters>")


def esc(text: object) -> str:
    """Text in which nothing is markup."""
    return html.escape(str(text), quote=True)


def tongue(text: str, lang: str, own: str) -> str:
    """Escaped text that carries its language where that is not the page's own."""
    return esc(text) if lang.partition("-")[0] == own else f'<span lang="{esc(lang)}">{esc(text)}</span>'


class Tongues(Writer):
    """Writes the page of a record in which words of other languages stand between marks that no text of a record may hold."""

    def spoken(self, wording: Wording) -> str:
        if wording.lang.partition("-")[0] == self.lang:
            return wording.text
        return f"{_LANG}{wording.lang}{_WORDS}{wording.text}{_END}"

    def bare(self, text: str) -> str:
        return _SPOKEN.sub(r"\2", text)


def spoken(text: str) -> str:
    """Escaped text of a page, in which words of other languages carry theirs."""
    return _SPOKEN.sub(r'<span lang="\1">\2</span>', esc(text))


class Markup:
    """Writes pieces of HTML in one language, with the names of one registry."""

    def __init__(self, registry: Registry, lang: str) -> None:
        self.registry = registry
        self.lang = lang

    def mark(self, name: str) -> str:
        """A small word in the language of the page."""
        return say(MARKS, name, self.lang)

    def count(self, number: int, one: str, more: str) -> str:
        """A number with its noun, each a name of `MARKS`."""
        return self.mark(one if number == 1 else more).format(number)

    def wording(self, wording: Wording) -> str:
        return tongue(wording.text, wording.lang, self.lang)

    def name(self, ref: Ref[Any]) -> str:
        """The name of a record; its id where this registry does not hold it."""
        record = self.registry.get(ref)
        if record is None:
            return f"<code>{esc(ref.text)}</code>"
        return self.wording(best(record.names, self.lang) or best(record.names, "en") or record.names[0])

    def folded(self, citations: tuple[Citation, ...], *, where: str = "", without: str = "") -> str:
        """Citations folded under a summary: how sure they make it, and how many sources they name."""
        if not citations:
            return ""
        sure = certainty_of(citations, self.registry)
        label = sure.label(self.lang) if sure and not (sure in _MARKED and sure.label(self.lang) in without) else ""
        place = f"<li>{esc(self.mark('path'))}: <code>{esc(where)}</code></li>" if where else ""
        named = {citation.source.text for citation in citations}
        return self.fold(label, len(named), f"{self.sources(citations)}{place}")

    def fold(self, label: str, number: int, items: str) -> str:
        """Items of a list under a summary: a label, and how many sources they name."""
        summary = ", ".join(filter(None, (label, self.count(number, "source", "n_sources"))))
        return f' <details class="src"><summary>{esc(summary)}</summary><ul>{items}</ul></details>'

    def sources(self, citations: tuple[Citation, ...]) -> str:
        """Citations as items of a list: one for each source and place in it, with all the words that must stand there."""
        places: dict[tuple[object, ...], list[Citation]] = {}
        for each in citations:
            places.setdefault((each.source, each.lines, each.page, each.support, each.expected), []).append(each)
        merged = [
            attrs.evolve(found[0], anchors=tuple(dict.fromkeys(anchor for each in found for anchor in each.anchors)))
            if len(found) > 1
            else found[0]
            for found in places.values()
        ]
        return "".join(f"<li>{self.citation(citation)}</li>" for citation in merged)

    def citation(self, citation: Citation) -> str:
        """A citation: the title, linked to the marked words, then who, when and where, and the words."""
        source = self.registry.get(citation.source)
        if source is None:
            return f"<code>{esc(citation.source.text)}</code>"
        said = told(citation, source, self.lang)
        head = self.wording(said.title) if said.title else esc(said.publisher)
        if said.address:
            head = f'<a href="{esc(said.address)}">{head}</a>'
        rest = [esc(said.publisher) if said.title and said.publisher else "", *map(esc, said.details)]
        if not said.address:
            rest.append(esc(self.mark("no_address")))
        words = ", ".join(f"“{tongue(anchor, source.lang or self.lang, self.lang)}”" for anchor in citation.anchors)
        return ", ".join(filter(None, (head, *rest))) + (f": {words}" if words else "")
