"""Running text, read piece by piece between its spaces: words, what stands between them, and where they are.

A piece is read in NFC with the way back to its own characters, so that offsets are those of the text as given.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

import attrs

from asean_digital.queries._spelling import PIECES, is_word, lower

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SIGNS = re.compile(r"://|[@#\\]|\bwww\.", re.IGNORECASE)  # what follows is a part of a page, mailbox, tag or folder
_HOST = re.compile(r"\W*(?:[\w-]+(?:\.[\w-]+)+/|~?/)")
_MAY_BE_ADDRESS = re.compile(r"[/@#\\.$€£]")
_AFTER = re.compile(
    r"[$€£\\]|@\w|/(?:\s|$)|[\w-]{0,60}\.(?:docx?|pdf|xlsx?|pptx?|html?|txt|csv|json|jpe?g|png|gif|zip|mp[34]|md)\b", re.IGNORECASE
)
_MARKS = 30  # no letter of any language has more


@attrs.frozen
class Piece:
    """What stands between two spaces of a text."""

    lead: str
    """What stands before its first word; all of it where there is no word."""
    words: tuple[str, ...]
    """Its words in lower case and NFC; empty for one that is cut off by a combining mark, or is a part of an address."""
    gaps: tuple[str, ...]
    """What stands between them."""
    tail: str
    """What stands after the last one."""
    spans: tuple[tuple[int, int], ...]
    """Where each word begins and ends in the piece as given."""
    text: str
    """The piece as given."""


def read(text: str) -> Piece:
    """How a piece of text without a space in it reads."""
    if text.isalnum() and unicodedata.is_normalized("NFC", text):
        return Piece("", (lower(text),), (), "", ((0, len(text)),), text)
    whole, ours, theirs = normal(text)
    parts = PIECES.findall(lower(whole))
    places = list(accumulate(map(len, parts), initial=0))
    first = 0 if parts and is_word(parts[0]) else 1
    spans = [(places[number], places[number + 1]) for number in range(first, len(parts), 2)]
    dead = _in_addresses(whole, spans) if _MAY_BE_ADDRESS.search(whole) else [False] * len(spans)
    words = [
        "" if is_dead or _is_cut(whole, start, end) else word
        for (start, end), word, is_dead in zip(spans, parts[first::2], dead, strict=True)
    ]
    if ours:
        spans = [(theirs[bisect_right(ours, start) - 1], theirs[bisect_left(ours, end)]) for start, end in spans]
    gaps = parts[first + 1 :: 2]
    tail = gaps.pop() if words and len(gaps) == len(words) else ""
    return Piece("".join(parts[:first]), tuple(words), tuple(gaps), tail, tuple(spans), text)


def _is_cut(text: str, start: int, end: int) -> bool:
    """Whether a span begins or ends within a letter: a combining mark follows, or stands before."""
    around = (text[start - 1 : start], text[end : end + 1])
    return any(unicodedata.category(sign)[0] == "M" for sign in around if sign and not sign.isascii())


def _in_addresses(text: str, spans: Sequence[tuple[int, int]]) -> Iterable[bool]:
    """Whether each span is a part of an address, a tag, the name of a file or folder, or a sum of money."""
    runs = re.finditer(r"\S+", text)
    until, address = 0, 0
    for start, end in spans:
        while end > until:
            run = next(runs)
            until, address = run.end(), run.start() + _address(run[0])
        yield start >= address or _AFTER.match(text, end) is not None


def _address(run: str) -> int:
    """From where on a run of signs without white space is an address; its length where it is none."""
    found = [match.end() for match in (_SIGNS.search(run), _HOST.match(run, 0, 300)) if match]
    return min(found, default=len(run))


def normal(given: str) -> tuple[str, list[int], list[int]]:
    """The text in NFC, and at which offsets of it and of the text as given its letters begin; both empty where the text is NFC."""
    if unicodedata.is_normalized("NFC", given):
        return given, [], []
    letters = _letters(given)
    composed = [unicodedata.normalize("NFC", letter) for letter in letters]
    ours, theirs = (list(accumulate(map(len, each), initial=0)) for each in (composed, letters))
    return "".join(composed), ours, theirs


def _letters(text: str) -> list[str]:
    """The text cut wherever nothing that follows joins what is before, and after thirty signs at the latest."""
    found: list[str] = []
    letter = ""
    for sign in text:
        if letter and not sign.isascii() and len(letter) < _MARKS and _joins(letter, sign):
            letter += sign
        else:
            found.append(letter)
            letter = sign
    return [*found[1:], letter]


def _joins(letter: str, sign: str) -> bool:
    if unicodedata.combining(sign):
        return True
    return unicodedata.normalize("NFC", letter + sign) != unicodedata.normalize("NFC", letter) + unicodedata.normalize("NFC", sign)
