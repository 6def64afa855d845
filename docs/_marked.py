"""A page whose text is marked: where a record is named, and in which language words stand. Turned into HTML at the end."""

from __future__ import annotations

import re
import sys
from html import escape
from typing import TYPE_CHECKING, Any, Self

from asean_digital.exports._page import Writer
from asean_digital.values import Ref

if TYPE_CHECKING:
    from collections.abc import Callable

    from asean_digital.model.record import Record
    from asean_digital.model.wording import Wording
    from asean_digital.registry import Registry

_LINK, _LANG, _HEAD, _END = "\ue000\ue001\ue002\ue003"
_MARK = re.compile(f"([{_LINK}{_LANG}])([^{_HEAD}]*){_HEAD}|({_END})")


class Marked(Writer):
    """Writes the page of a record with the marks in its texts."""

    most = sys.maxsize

    def __init__(self, record: Record, lang: str, registry: Registry, home: str | None = None) -> None:
        super().__init__(record, lang, registry)
        self.home = home or record.id

    def of(self, record: Record) -> Self:
        return type(self)(record, self.lang, self.registry, self.home)

    def spoken(self, wording: Wording) -> str:
        if wording.lang.partition("-")[0] == self.lang:
            return wording.text
        return f"{_LANG}{wording.lang}{_HEAD}{wording.text}{_END}"

    def name(self, ref: Ref[Any]) -> str:
        text = super().name(ref)
        return text if ref.text == self.home else f"{_LINK}{ref.text}{_HEAD}{text}{_END}"

    def bare(self, text: str) -> str:
        return bare(text)


def bare(text: str) -> str:
    """The text without marks."""
    return _MARK.sub("", text)


def html(text: str, address: Callable[[str], str]) -> str:
    """Escaped HTML: a link where a record is named, ``lang`` where the language changes.

    Args:
        text: a text with marks.
        address: from the id of a record to where its page is.

    """
    out, last, ends = [], 0, []
    for mark in _MARK.finditer(text):
        out.append(escape(text[last : mark.start()]))
        last = mark.end()
        sort, what, end = mark.groups()
        if end:
            out.append(ends.pop())
        elif sort == _LANG:
            out.append(f'<span lang="{escape(what)}">')
            ends.append("</span>")
        elif "</a>" in ends:  # a link holds no link
            out.append("")
            ends.append("")
        else:
            out.append(f'<a href="{escape(address(what))}">')
            ends.append("</a>")
    return "".join((*out, escape(text[last:])))
