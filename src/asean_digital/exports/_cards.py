"""The HTML of a page: sections that fold when they are long, lines with their pieces, and sources folded under each piece."""

from __future__ import annotations

from typing import TYPE_CHECKING

from asean_digital.exports._html import Markup, esc, spoken, tongue
from asean_digital.exports._labels import HEADINGS, say
from asean_digital.model.wording import best

if TYPE_CHECKING:
    from collections.abc import Iterator

    from asean_digital.exports._lines import Line, Page, Piece, Section
    from asean_digital.registry import Registry

_LONG = 8
"""A section of more lines than these is folded."""
_OURS = frozenset(("gap", "reason"))
"""Lines in our own words, which are English."""


class Card(Markup):
    """Writes the card of one page."""

    def __init__(self, page: Page, registry: Registry) -> None:
        super().__init__(registry, page.lang)
        self.page = page
        self.record = registry[page.record]

    def html(self) -> str:
        sections = "".join(map(self.section, self.page.sections))
        return f'<article class="asean-digital" lang="{self.lang}">\n{self.head()}{sections}{self.foot()}</article>'

    def head(self) -> str:
        """The name, the name in the other language, the id, and how much is disputed, missing or announced."""
        own, other = (best(self.record.names, lang) for lang in (self.lang, "vi" if self.lang == "en" else "en"))
        below = [f"{self.wording(other)}<br>"] if own and other and own.text != other.text else []
        below.append(f"<code>{esc(self.record.id)}</code>")
        said = ", ".join(self.tally())
        known = f"<p><b>{esc(said)}</b></p>\n" if said else ""
        return f"<h3>{spoken(self.page.title)}</h3>\n<p>{''.join(below)}</p>\n{known}"

    def tally(self) -> Iterator[str]:
        if self.record.disputes:
            yield self.count(len(self.record.disputes), "one_disputed", "n_disputed")
        if self.record.gaps:
            yield self.count(len(self.record.gaps), "one_gap", "n_gaps")
        expected = say(HEADINGS, "expected", self.lang)
        for section in self.page.sections:
            if section.title == expected:
                yield self.mark("n_announced").format(entries(section))

    def foot(self) -> str:
        if not (self.registry.data_version and self.registry.as_of):
            return ""
        said = self.mark("version").format(self.registry.data_version, self.registry.as_of.label(self.lang))
        return f'<p class="small">{esc(said)}</p>\n'

    def section(self, section: Section) -> str:
        if not section.title:
            return "".join(f'<p class="{line.sort}">{self.content(line)}</p>\n' for line in section.lines)
        flat = all(line.depth == 0 and line.label for line in section.lines)
        opening = '<ul class="facts">' if flat else "<ul>"
        lines = f"{opening}\n{self.lines(section.lines)}</ul>"
        title = f"<h4>{esc(section.title)}</h4>"
        if len(section.lines) > _LONG and section.title != say(HEADINGS, "glance", self.lang):
            body = f"<details><summary>{title} ({entries(section)})</summary>\n{lines}\n</details>"
        else:
            body = f"{title}\n{lines}"
        return f"<section>\n{body}\n</section>\n"

    def lines(self, lines: tuple[Line, ...]) -> str:
        """Lines as items of a list; those of a greater depth stand in a list of their own within the line above them."""
        out = []
        number = 0
        while number < len(lines):
            line = lines[number]
            below = number + 1
            while below < len(lines) and lines[below].depth > line.depth:
                below += 1
            inner = lines[number + 1 : below]
            within = f"\n<ul>\n{self.lines(inner)}</ul>" if inner else ""
            out.append(f'<li class="{line.sort}">{self.content(line, within)}</li>\n')
            number = below
        return "".join(out)

    def content(self, line: Line, within: str = "") -> str:
        """A line: its label, its pieces, what to know of them, and the lines below it."""
        empty = [piece for piece in line.pieces if not piece.text]
        shown = [piece for piece in line.pieces if piece.text]
        label = f"<b{self.where(empty[0]) if empty else ''}>{spoken(line.label)}{':' if shown else ''}</b> " if line.label else ""
        after = f" <em>({spoken(line.after)})</em>" if line.after else ""
        if len(shown) > 1 and any(piece.citations for piece in shown):
            items = "".join(f"<li>{self.piece(piece, line)}</li>" for piece in shown)
            return f"{label}<div>{after}<ul>{items}</ul>{within}</div>"
        pieces = " · ".join(self.piece(piece, line) for piece in shown)
        if len(shown) == 1:
            pieces = self.piece(shown[0], line, after)
            after = ""
        return f"{label}<div>{pieces}{after}{within}</div>" if label else f"{pieces}{after}{within}"

    def where(self, piece: Piece) -> str:
        """The attributes that say which path of which record a piece shows."""
        if not piece.record:
            return ""
        record = f' data-record="{esc(piece.record)}"' if piece.record != self.page.record else ""
        return f'{record} data-path="{esc(piece.path)}"'

    def piece(self, piece: Piece, line: Line, after: str = "") -> str:
        """A piece: the words, and its sources folded under it, with the path that `evidence` takes."""
        text = tongue(piece.text, "en", self.lang) if line.sort in _OURS else spoken(piece.text)
        where = piece.path if piece.record == self.page.record else f"{piece.record} {piece.path}"
        return f"<span{self.where(piece)}>{text}</span>{after}{self.folded(piece.citations, where=where, without=line.after)}"


def entries(section: Section) -> int:
    """How many things a section tells: what stands under a group, or else what stands under nothing."""
    grouped = any(line.sort == "group" for line in section.lines)
    return sum(line.sort != "group" if grouped else line.depth == 0 for line in section.lines)
