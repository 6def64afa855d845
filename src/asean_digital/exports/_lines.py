"""Sections, lines and pieces: what a page is made of, before it is written as Markdown or HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from asean_digital.model.evidence import Citation


@attrs.frozen
class Piece:
    """A piece of text with the path that it shows and the citations behind it."""

    text: str
    record: str = ""
    path: str = ""
    citations: tuple[Citation, ...] = ()


@attrs.frozen(kw_only=True)
class Line:
    """A line of a page: a label, pieces, and what sort of line it is."""

    label: str = ""
    pieces: tuple[Piece, ...] = ()
    sort: str = "statement"
    """``statement``, ``related``, ``expectation``, ``dispute``, ``reading`` or ``gap``."""
    depth: int = 0
    after: str = ""
    """A mark behind the pieces."""


@attrs.frozen
class Section:
    """A heading with its lines."""

    title: str
    lines: tuple[Line, ...]
    depth: int = 2


@attrs.frozen(kw_only=True)
class Page:
    """The page of one record in one language."""

    title: str
    record: str
    lang: str
    sections: tuple[Section, ...]
