"""The words and figures of dates, as a string of one-letter kinds that the shapes of `_date_shapes` are matched against.

`1` and `2` are numbers of one and two figures, `Y` of four, `x` one that is no part of a date; `m` a number in Vietnamese words; a
blank is where the chain breaks. What the other letters mean stands beside their words in `_date_lexicon`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Any, NamedTuple
from unicodedata import normalize

from asean_digital.queries._date_lexicon import RELATIVE, lexicon

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
_FIGURES = {1: "1", 2: "2", 4: "Y"}
_SEPARATORS = frozenset("/.,-()&")
_DASHES = "\uff5e\u2010\u2011\u2012\u2013\u2014\u2015\u2212"


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
    rf"|(?P<relative>{RELATIVE})(?!\w)|(?P<address>(?:https?://|www\.)\S+)"
    rf"|(?P<numeral>(?:{_DIGIT_WORD})(?:\s+(?:{_DIGIT_WORD}|(?<=lẻ\s)năm|(?<=linh\s)năm))*)(?!\w))"
    r"|(?<!\w)(?P<decade>[12][0-9]{2}0s)(?!\w)|(?<=[0-9])(?P<open>/\.\.(?!\.))|(?<=[0-9])(?P<unknown>/(?=[\s,;)]|$))"
)
_STOP = re.compile(r"\.(?=\s?[0-9,])")
_UNIT = re.compile(
    r"\s*(?:%|\$|€|(?:percent|per\s+cent|usd|dollars|us\$|million|billion|trillion|km|years|months|hours|minutes|tỷ|tỉ|triệu|nghìn|ngàn|đồng|lần"
    r"|phần\s+trăm|giờ|phút)(?!\w))"
)


Token = tuple[str, int, int, Any]


class Words(NamedTuple):
    """A text as kinds, with where each stands in the text and what it is worth."""

    text: str
    """The text with its marks composed."""
    lower: str
    """The same in lower case, letter for letter."""
    kinds: str
    """One letter for each word, figure, separator and break."""
    tokens: list[Token]
    """For each its kind, where it begins and ends, and its value: the number of a figure, month or weekday."""
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


def _lower(text: str) -> str:
    """The text in lower case, letter for letter, with one kind of dash."""
    lower = text.lower().replace("~", "-")
    if len(lower) != len(text):
        lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in text).replace("~", "-")
    if not lower.isascii():
        for dash in _DASHES:
            lower = lower.replace(dash, "-")
    return lower


def words_of(text: str, *, running: bool) -> Words:
    """The words and figures of dates in a text; `running` asks for capital letters where a month is also a verb."""
    text, moved = (text, None) if text.isascii() else _composed(text)
    lower = _lower(text)
    tokens: list[Token] = []
    previous = -1
    for match in _TOKEN.finditer(lower):
        form, (start, end) = match.lastgroup, match.span()
        if form == "number":
            figures = match[1]
            value: Any = int(figures) if len(figures) < 5 else 0
            kind = "x" if end < len(lower) and _UNIT.match(lower, end) else _FIGURES.get(len(figures), "x")
        else:
            kind, value = _word(form, match[0])
        if kind in "Mw" and match[0] in _CAPITAL:
            if running and not text[start].isupper():
                continue
            if dot := _STOP.match(lower, end):
                end = dot.end()
        gap = lower[previous:start] if previous >= 0 else "" if start == 0 else "x"
        if gap in _SEPARATORS:
            tokens.append((gap, previous, start, gap))
        elif gap and gap != " " and (between := _between(gap, previous, start)):
            tokens.append(between)
        if kind != " ":
            tokens.append((kind, start, end, value))
            previous = end
        else:
            previous = -1
    return Words(text, lower, "".join([token[0] for token in tokens]), tokens, moved)


def _between(gap: str, previous: int, start: int) -> Token | None:
    """What stands between two words: one separator, a break, or nothing but space."""
    core = gap.strip() if len(gap) <= 8 else "x"
    if (core and core not in _SEPARATORS) or gap.count("\n") > 1 or core == ".":
        return " ", start, start, None
    at = previous + gap.index(core)
    return (core, at, at + 1, core) if core else None


def _word(form: str | None, found: str) -> tuple[str, Any]:
    """The kind and value of what is no figure."""
    if form == "word":
        return _LEXICON.get(found) or _LEXICON[" ".join(found.split())]
    if form == "numeral":
        return "m", numeral(found)
    return {"open": "z", "unknown": "U", "decade": "r", "relative": "r", "address": " "}[form or ""], None
