"""The words and figures of dates, as a string of one-letter kinds that the shapes of `_date_shapes` are matched against.

`1` and `2` are numbers of one and two figures, `Y` of four, `x` one that is no part of a date; `m` a number in Vietnamese words; a
blank is where the chain breaks. What the other letters mean stands beside their words in `_date_lexicon`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Any, NamedTuple
from unicodedata import normalize

from asean_digital.queries._date_lexicon import lexicon

_MARKED = re.compile("[A-Za-z\u00c0-\u01b0\u1ea0-\u1ef9][\u0300-\u036f]{1,4}")
_LEXICON = lexicon()
_SHORT = [word for word, (kind, _) in _LEXICON.items() if kind in "Mw" and word.isascii() and word.isalpha() and len(word) < 6]
"""Months and weekdays that are also words, or cut short: in running text they begin with a capital letter."""
_CAPITAL = frozenset(word for word in _SHORT if len(word) < 5 or word in {"march", "thurs"}) - {"june", "july"}
_NUMERALS = {
    word: value
    for value, words in enumerate(("không", "một mốt", "hai", "ba", "bốn tư", "năm lăm nhăm", "sáu", "bảy bẩy", "tám", "chín"))
    for word in words.split()
}
_SCALES = {"mươi": 10, "trăm": 100, "nghìn": 1000, "ngàn": 1000}
_SEPARATORS = frozenset("/.,-()")
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"


def _choice(words: list[str]) -> str:
    """An alternation that looks at the first letter first, longest word before its beginnings."""
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        by_letter.setdefault(word[0], []).append(re.escape(word[1:]).replace(r"\ ", r"\s+"))
    return "|".join(f"{first}(?:{'|'.join(rests)})" for first, rests in sorted(by_letter.items()))


_DIGIT_WORD = "|".join(sorted({*_NUMERALS, *_SCALES, "mười", "hăm", "lẻ", "linh"} - {"năm"}, key=len, reverse=True))
_TOKEN = re.compile(
    rf"(?<!\w)(?:(?P<number>[0-9]+)(?:st|nd|rd|th)?(?:(?!\w)|(?=t[0-9]))"
    rf"|(?P<word>{_choice(list(_LEXICON))})(?!\w)"
    rf"|(?P<numeral>(?:{_DIGIT_WORD})(?:\s+(?:{_DIGIT_WORD}|(?<=lẻ\s)năm|(?<=linh\s)năm))*)(?!\w))"
    r"|(?<!\w)(?P<decade>[12][0-9]{2}0s)(?!\w)|(?<=[0-9])(?P<open>/\.\.(?!\.))|(?<=[0-9])(?P<unknown>/(?=[\s,;)]|$))"
)
_STOP = re.compile(r"\.(?=\s?[0-9,])")
_UNIT = re.compile(
    r"\s*(?:%|\$|€|(?:percent|per\s+cent|usd|dollars|us\$|million|billion|trillion|km|years|months|hours|minutes|tỷ|tỉ|triệu|nghìn|ngàn|đồng|lần"
    r"|phần\s+trăm|giờ|phút)(?!\w))"
)


class Words(NamedTuple):
    """A text as kinds, with where each stands in the text and what it is worth."""

    text: str
    """The text with its marks composed."""
    lower: str
    """The same in lower case, letter for letter."""
    kinds: str
    """One letter for each word, figure, separator and break."""
    starts: list[int]
    """Where each begins."""
    ends: list[int]
    """Where each ends."""
    values: list[Any]
    """The number of a figure, month or weekday; else the word."""
    moved: tuple[list[int], list[int]] | None
    """Where the composed text is shorter than the one given, and by how much; None where it is not."""

    def given(self, offset: int) -> int:
        """The offset in the text as it was given."""
        if self.moved is None:
            return offset
        at = bisect_right(self.moved[0], offset)
        return offset + (self.moved[1][at - 1] if at else 0)


def _composed(text: str) -> tuple[str, tuple[list[int], list[int]] | None]:
    """The text with Latin letters and their marks joined, and how offsets move."""
    pieces, ends, shifts = [], [], []
    last = length = shift = 0
    for match in _MARKED.finditer(text):
        joined = normalize("NFC", match[0])
        if len(joined) < len(match[0]):
            pieces += [text[last : match.start()], joined]
            length += match.start() - last + len(joined)
            shift += len(match[0]) - len(joined)
            ends.append(length)
            shifts.append(shift)
            last = match.end()
    return ("".join([*pieces, text[last:]]), (ends, shifts)) if ends else (text, None)


def numeral(words: str) -> int:
    """The number that Vietnamese words say; figures read out one by one, as years are, too."""
    parts = words.split()
    if len(parts) == 4 and all(part in _NUMERALS for part in parts):
        return int("".join(str(_NUMERALS[part]) for part in parts))
    total = pending = 0
    for part in parts:
        if part in _NUMERALS:
            pending = _NUMERALS[part]
        elif part in {"mười", "hăm"}:
            total += 10 if part == "mười" else 20
        elif part in _SCALES:
            scale = _SCALES[part]
            total = (total + pending) * scale if scale == 1000 else total + pending * scale
            pending = 0
    return total + pending


def words_of(text: str, *, running: bool) -> Words:
    """The words and figures of dates in a text; `running` asks for capital letters where a month is also a verb."""
    text, moved = _composed(text)
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    for dash in _DASHES:
        lower = lower.replace(dash, "-")
    kinds: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    values: list[Any] = []
    previous = -9

    def put(kind: str, start: int, end: int, value: Any = None) -> None:
        kinds.append(kind)
        starts.append(start)
        ends.append(end)
        values.append(value)

    for match in _TOKEN.finditer(lower):
        form, (start, end) = match.lastgroup, match.span()
        kind, value = _token(form, match[0], lower, end)
        if kind in "Mw" and match[0] in _CAPITAL:
            if running and not text[start].isupper():
                continue
            if dot := _STOP.match(lower, end):
                end = dot.end()
        if start != previous:
            _gap(lower, previous, start, put)
        if kind != " ":
            put(kind, start, end, value)
            previous = end
        else:
            previous = -9
    return Words(text, lower, "".join(kinds), starts, ends, values, moved)


def _gap(lower: str, previous: int, start: int, put: Any) -> None:
    """Put what stands between two words: nothing, one separator, or a break."""
    if start == 0:
        return
    gap = lower[previous:start] if previous >= 0 and start - previous <= 8 else "x"
    core = gap.strip()
    if (core and core not in _SEPARATORS) or gap.count("\n") > 1 or (core == "." and len(gap) > 1):
        put(" ", start, start)
    elif core:
        at = previous + gap.index(core)
        put(core, at, at + 1, core)


def _token(form: str | None, found: str, lower: str, end: int) -> tuple[str, Any]:
    if form == "number":
        figures = found.rstrip("stndrh")
        kind = {1: "1", 2: "2", 4: "Y"}.get(len(figures), "x")
        return ("x" if kind != "x" and _UNIT.match(lower, end) else kind), int(figures) if kind != "x" else 0
    if form == "word":
        phrase = found if found in _LEXICON else " ".join(found.split())
        kind, value = _LEXICON[phrase]
        return kind, phrase if value is None else value
    if form == "numeral":
        return "m", numeral(found)
    return {"open": "z", "unknown": "U", "decade": "r"}[form or ""], found
