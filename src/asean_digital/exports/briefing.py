"""`brief`: one page on a record in Markdown, every line footnoted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from asean_digital.exports._labels import MARKS, say
from asean_digital.exports._lines import Line, Page, Piece
from asean_digital.exports._page import page
from asean_digital.exports._sources import told
from asean_digital.queries._registry import registry_or_packaged
from asean_digital.queries.finding import RefLike, find
from asean_digital.values.term import language

if TYPE_CHECKING:
    from asean_digital.model.evidence import Citation
    from asean_digital.registry import Registry

_SPECIAL = re.compile(r"([\\`*_\[\]<>]|~(?=~)|&(?=#?\w+;)|^[#=+-](?=[#=+-]*(?:\s|$)))")
_NUMBERED = re.compile(r"^([0-9]+)(?=[.)](?:\s|$))")


class Markdown(str):
    """Text in Markdown that renders itself in a notebook."""

    __slots__ = ()

    def _repr_markdown_(self) -> str:
        return str(self)


def brief(ref: RefLike, lang: str = "en", registry: Registry | None = None) -> Markdown:
    r"""One page on a record, every line footnoted with source and lines.

    Example:
        >>> import asean_digital as ad
        >>> print(ad.brief("meeting:adgmin-6").split("\n")[0])
        # 6th ASEAN Digital Ministers' Meeting
        >>> print(ad.brief("meeting:adgmin-6", lang="vi").split("\n")[0])
        # Hội nghị Bộ trưởng Số ASEAN lần thứ 6

    Args:
        ref: the record, by reference, id, slug, name, acronym or code.
        lang: the language of labels, names and words: English or Vietnamese; where something exists in another one only, it says so.
        registry: the records; None for the packaged data.

    Returns:
        Markdown text with footnotes; it renders itself in a notebook.

    Raises:
        RecordNotFound, AmbiguousName: when the record is none or several.
        InvalidQuery: when the language is another one.

    """
    registry = registry_or_packaged(registry)
    record = find(ref, registry=registry)
    return Markdown(write(page(record, language(lang), registry), registry))


def escaped(text: str) -> str:
    """Text in which nothing is markup."""
    return _NUMBERED.sub(r"\1\\", _SPECIAL.sub(r"\\\1", text))


class Footnotes:
    """The footnotes of a page: one for each source and place in it, numbered as they come."""

    def __init__(self, registry: Registry, lang: str) -> None:
        self.registry = registry
        self.lang = lang
        self.numbers: dict[Citation, int] = {}
        self._places: dict[tuple[object, ...], int] = {}
        self.texts: list[str] = []

    def mark(self, citations: tuple[Citation, ...]) -> str:
        """The marks of citations: ``[^1][^2]``."""
        numbers = sorted({self.number(citation) for citation in citations})
        return "".join(f"[^{number}]" for number in numbers)

    def number(self, citation: Citation) -> int:
        """The number of the footnote of a citation."""
        if citation not in self.numbers:
            place = (citation.source, citation.lines, citation.page, citation.support, citation.expected)
            if place not in self._places:
                self.texts.append(self._text(citation))
                self._places[place] = len(self.texts)
            self.numbers[citation] = self._places[place]
        return self.numbers[citation]

    def _text(self, citation: Citation) -> str:
        said = told(citation, self.registry[citation.source], self.lang)
        address = f"<{said.address}>" if said.address else say(MARKS, "no_address", self.lang)
        pieces = [f"*{escaped(said.title.text)}*" if said.title else "", escaped(said.publisher), *said.details, address]
        return ", ".join(piece for piece in pieces if piece)


def write(whole: Page, registry: Registry) -> str:
    """The Markdown of a page."""
    notes = Footnotes(registry, whole.lang)
    out = [f"# {escaped(whole.title)}", ""]
    for section in whole.sections:
        if section.title:
            out += [f"{'#' * section.depth} {escaped(section.title)}", ""]
        out += [_line(line, notes) if section.title else _line(line, notes)[2:] for line in section.lines]
        out.append("")
    if registry.data_version and registry.as_of:
        out += [f"*{say(MARKS, 'version', whole.lang).format(registry.data_version, registry.as_of.label(whole.lang))}*", ""]
    out += [f"[^{number}]: {text}" for number, text in enumerate(notes.texts, 1)]
    return "\n".join(out).rstrip() + "\n"


def _line(line: Line, notes: Footnotes) -> str:
    pieces = " · ".join(_piece(piece, notes) for piece in line.pieces if piece.text or piece.citations)
    label = f"**{escaped(line.label)}**" if line.depth == 0 and line.label else escaped(line.label)
    text = ": ".join(filter(None, (label, pieces)))
    after = f" *({escaped(line.after)})*" if line.after else ""
    return f"{'  ' * line.depth}- {text}{after}"


def _piece(piece: Piece, notes: Footnotes) -> str:
    return f"{escaped(piece.text)}{notes.mark(piece.citations)}"
