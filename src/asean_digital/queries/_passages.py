"""A text in passages: sentences with the records, dates and figures that stand in them."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from asean_digital.queries.mentioning import Mention
    from asean_digital.queries.reading import DateInText

_LONGEST = 1000  # a run without a full stop is cut, so that the time stays in step with the length of the text
_END = re.compile(
    r"""(?<=[.!?…。])["”’»)\]]*[^\S\n]+(?=["“‘«(\[]*[A-ZÀ-ÖØ-ÞĂĐĨŨƠƯẠ-Ỹ0-9])|\s*\n\s*\n\s*|\s*\n(?![ \t]*[a-zà-öø-ÿăđĩũơưạ-ỹ])\s*"""
)
_CLAUSE = re.compile(r";|, (?:and|but|còn|nhưng|và) |,? (?:while|whereas|trong khi) ")
_SHORTENED = re.compile(r"(?:^|[\s(\"“/-])(?:[^\W\d_]|TS|PGS|GS|ThS|TP|Tp|Dr|Mr|Mrs|Ms|No|St|Prof|Hon|vs|(?:[A-Z]\.)+[A-Z])\.$")


@attrs.frozen
class Passage:
    """A sentence of a text, with what was found in it; offsets are those of the text."""

    start: int
    end: int
    text: str
    lower: str
    mentions: tuple[Mention, ...]
    dates: tuple[DateInText, ...]

    def between(self, start: int, end: int) -> str:
        """The words from one offset to another, in lower case."""
        return self.lower[max(0, start - self.start) : max(0, end - self.start)]

    def part(self, start: int, end: int) -> Passage:
        """The passage from one offset to another, with what begins in there."""
        here = slice(start - self.start, end - self.start)
        named = tuple(row for row in self.mentions if start <= row.start < end)
        return Passage(start, end, self.text[here], self.lower[here], named, tuple(row for row in self.dates if start <= row.start < end))

    def clauses(self) -> list[Passage]:
        """The parts of a sentence that say different things: between semicolons, and where *while*, *còn* or a comma and *and* begin another."""
        edges = [self.start]
        for match in _CLAUSE.finditer(self.lower):
            place = self.start + match.start()
            if not any(row.start <= place < row.end for row in self.mentions):
                edges.append(place)
        return [self.part(start, end) for start, end in pairwise([*edges, self.end]) if start < end]


def passages(text: str, lower: str, named: Sequence[Mention], dated: Sequence[DateInText]) -> Iterator[Passage]:
    """The sentences of a text in order; what stands over the end of one belongs to the one in which it begins."""
    starts, begins = [row.start for row in named], [row.start for row in dated]
    for start, end in _spans(text, named, starts):
        yield Passage(
            start,
            end,
            text[start:end],
            lower[start:end],
            tuple(named[bisect_left(starts, start) : bisect_left(starts, end)]),
            tuple(dated[bisect_left(begins, start) : bisect_left(begins, end)]),
        )


def _spans(text: str, named: Sequence[Mention], starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _END.finditer(text):
        before = bisect_left(starts, match.start()) - 1
        if before >= 0 and named[before].end > match.start():
            continue  # a name with a full stop or a line break in it
        if text[match.start() - 1 : match.start()] == "." and _SHORTENED.search(text[max(start, match.start() - 12) : match.start()]):
            continue
        yield from _cut(text, start, match.start())
        start = match.end()
    yield from _cut(text, start, len(text))


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        middle = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        middle = start + _LONGEST if middle < 0 else middle
        yield start, middle
        start = middle
    if start < end:
        yield start, end
