"""`parse_when` and `dates_in`: dates as Vietnamese and English news writes them, read without guessing."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

import attrs

from asean_digital.errors import DateRefused, InvalidQuery, Refused, shown
from asean_digital.queries._date_sense import NO_MONTH, RELATIVE, VAGUE, Piece, Refusal, sense
from asean_digital.queries._date_shapes import shape_at, vague_head
from asean_digital.queries._date_stand import stands
from asean_digital.queries._date_words import words_of
from asean_digital.sets import Answers
from asean_digital.values import When
from asean_digital.values.term import language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from asean_digital.queries._date_shapes import Shape
    from asean_digital.queries._date_words import Words

_BEGIN = re.compile(r"[12m](?=[-/.,&T|tModhwg(])|[YgtyEqQHNMwfpSDvFr]")
_AROUND = "()[]\"'“”‘’,;: \n\t"
_LEAD = re.compile(r"[iOdhu]*(?P<bound>[bT][dh]*)?")
_OF_TIME = re.compile(r"[vDFw]")
"""Words that speak of time and say no date: a weekday alone, *the end of the year*."""
_VIETNAMESE = re.compile(
    r"(?<!\w)(?:ngày|tháng|năm|quý|thứ|từ|đến|và|của|các|tại|trong|với|được|là|không|những|cho|đã|một|sáng|chiều|tối|hôm|vào|giai)(?!\w)"
)
_ENGLISH = re.compile(
    r"(?<!\w)(?:the|of|and|in|on|to|for|is|was|were|with|by|from|at|an?|since|until|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?!\w)"
)
_SAMPLE = 20_000


@attrs.frozen(kw_only=True)
class DateInText:
    """A date found in running text."""

    start: int
    """The offset of its first character in the text as given."""
    end: int
    """The offset after its last character."""
    text: str
    """The words of the date, as they stand there."""
    when: When | None
    """What they say; None where they say no one time."""
    reason: Refused | None
    """The kind of reason why not: ``ambiguous``, ``impossible``, ``no year`` or ``vague``; None where there is a value."""
    why: str
    """The reason and the way out; empty where there is a value."""


def parse_when(text: str, year: int | None = None, lang: str | None = None, dayfirst: bool | None = None) -> When:
    """The date that a phrase says in Vietnamese, in English or in EDTF.

    Nothing is guessed: a missing year is the caller's or none, figures that may be day first or month first are refused unless the
    words are Vietnamese or the caller tells, and no day is put where a month is said. Vietnamese figures are day first.

    Example:
        >>> import asean_digital as ad
        >>> print(ad.parse_when("từ ngày 12 đến 16/1/2026"))
        2026-01-12/2026-01-16
        >>> print(ad.parse_when("January 15 and 16", year=2026), ad.parse_when("quý I/2026"))
        2026-01-15/2026-01-16 2026-01/2026-03
        >>> ad.parse_when("tháng 1/2027")
        PartialDate(year=2027, month=1, day=None)

    Args:
        text: the phrase, with nothing beside the date but such words as *in* or *vào*.
        year: the year of a date that has none.
        lang: the language of the text, a BCP 47 tag of English or Vietnamese; None for what its words tell.
        dayfirst: whether the day comes first in figures; None for what the language tells.

    Returns:
        The date or period; both ends of a period are included.

    Raises:
        DateRefused: when it says no one time; `reason` is ``no date``, ``impossible``, ``vague``, ``no year`` or ``ambiguous``.
        InvalidQuery: when an argument is none of what is asked for.

    """
    tongue = _told(text, year, lang, dayfirst)
    phrase = text.strip()
    phrase = (phrase if phrase.endswith("/..") else phrase.rstrip(".")).strip(_AROUND)
    words = words_of(phrase, running=False)
    order = partial(_is_first, words, tongue, dayfirst)
    is_all = bool(words.kinds) and words.tokens[0][1] == 0 and words.tokens[-1][2] == len(words.text) and " " not in words.kinds
    if is_all:
        found = _whole(words, year, order)
        if found is not None and not isinstance(found, Refusal):
            return found
        if found is not None:
            raise DateRefused(text, found.reason, found.why)
    rows = list(_found(words, year, order))
    refused = [row for row in rows if isinstance(row[2], Refusal)]
    if refused:
        raise DateRefused(text, refused[0][2].reason, refused[0][2].why)
    if len(rows) > 1:
        raise DateRefused(text, "ambiguous", f"it says {len(rows)} dates; ask for one, or take dates_in")
    if is_all and not rows and _OF_TIME.search(words.kinds):
        raise DateRefused(text, "vague", VAGUE)
    raise DateRefused(text, "no date", "it holds more than a date; take dates_in" if rows else "no words of a date in it")


def dates_in(
    text: str,
    year: int | None = None,
    lang: str | None = None,
    dayfirst: bool | None = None,
    *,
    refused: bool = True,
) -> Answers[DateInText]:
    """The dates in running text, in Vietnamese, English or both, with their offsets.

    A number is a date only where the words say so: a year in a name (*ADM 2030*), a decree's number, a score, an hour or a share
    is none. What a reader sees to be a time but cannot pin down (*late 2026*, a day without a year) has `when` None and says why.

    Example:
        >>> import asean_digital as ad
        >>> text = "ADM 2030 được thông qua ngày 16/1/2026, cho giai đoạn 2026-2030."
        >>> [(row.text, str(row.when)) for row in ad.dates_in(text)]
        [('ngày 16/1/2026', '2026-01-16'), ('giai đoạn 2026-2030', '2026/2030')]
        >>> [(row.text, row.reason) for row in ad.dates_in("The ministers met on 16 January.")]
        [('16 January', 'no year')]

    Args:
        text: the text.
        year: the year of dates that have none.
        lang: the language of the text, a BCP 47 tag of English or Vietnamese; None for what its words tell.
        dayfirst: whether the day comes first in figures; None for what the language tells.
        refused: whether what says no one time is among the rows.

    Returns:
        One row for each date, in the order of the text, none over another; empty where there is none.

    Raises:
        InvalidQuery: when an argument is none of what is asked for.

    """
    tongue = _told(text, year, lang, dayfirst)
    words = words_of(text, running=True)
    order = partial(_is_first, words, tongue, dayfirst)
    rows = []
    for first, last, value in _found(words, year, order):
        refusal = value if isinstance(value, Refusal) else None
        if refusal is None or refused:
            start, end = words.given(words.tokens[first][1]), words.given(words.tokens[last - 1][2])
            said = text[start:end]
            end += said.count("(") > said.count(")") and text[end : end + 1] == ")"
            rows.append(
                DateInText(
                    start=start,
                    end=end,
                    text=text[start:end],
                    when=None if isinstance(value, Refusal) else value,
                    reason=refusal.reason if refusal else None,
                    why=refusal.why if refusal else "",
                )
            )
    return Answers(rows)


def _told(text: str, year: int | None, lang: str | None, dayfirst: bool | None) -> list[str | None]:
    """The language told, in a list that is empty where none is, once the arguments are sound."""
    if not isinstance(text, str):
        msg = f"text must be text, not {shown(text)}"
        raise InvalidQuery(msg)
    if year is not None and (type(year) is not int or not 1 <= year <= 9999):
        msg = f"year must be a whole number from 1 to 9999 or None, not {shown(year)}"
        raise InvalidQuery(msg)
    if dayfirst is not None and type(dayfirst) is not bool:
        msg = f"dayfirst must be True, False or None, not {shown(dayfirst)}"
        raise InvalidQuery(msg)
    return [] if lang is None else [language(lang)]


def _is_first(words: Words, tongue: list[str | None], dayfirst: bool | None, shape: Shape) -> bool | None:
    """Whether the day comes first in figures; None where nothing tells. An empty `tongue` is filled by what the words tell."""
    if dayfirst is not None:
        return dayfirst
    if not tongue:
        tongue.append(_tongue(words.lower[:_SAMPLE]))
    if tongue[0] == "vi":
        return True
    # A range of days before the month, and full stops, are how Vietnamese writes; English told aside, they tell.
    shows = any(point.is_bare_day or point.separator == "." for point in shape.points)
    return True if shows and tongue[0] is None else None


def _tongue(sample: str) -> str | None:
    """The language whose small words are more; None where neither has any."""
    vietnamese, english = len(_VIETNAMESE.findall(sample)), len(_ENGLISH.findall(sample))
    return "vi" if vietnamese > english else "en" if english else None


def _whole(words: Words, year: int | None, order: Callable[[Shape], bool | None]) -> When | Refusal | None:
    """What all the words together say; None where they are no date or more than one."""
    lead = _LEAD.match(words.kinds)
    at = lead.end() if lead else 0
    bound = lead["bound"] if lead else None
    vague = vague_head(words, at)
    shape = shape_at(words, at if vague is None else vague)
    if shape is None or shape.end != len(words.kinds):
        return None
    if vague is not None:
        return Refusal("vague", VAGUE)
    found = sense(shape, year, order)
    if isinstance(found, Refusal):
        return found
    if bound or ("f" in shape.head and len(shape.points) == 1 and not shape.ending):
        return Refusal("vague", "it says one bound of a time; give both ends, or the date alone")
    return found[0][2] if len(found) == 1 else Refusal("ambiguous", f"it says {len(found)} dates; ask for one, or take dates_in")


def _found(words: Words, year: int | None, order: Callable[[Shape], bool | None]) -> Iterator[Piece | tuple[int, int, Refusal]]:
    """What stands in running text, from left to right."""
    at = 0
    while match := _BEGIN.search(words.kinds, at):
        at = match.start()
        kind = match[0]
        vague = vague_head(words, at)
        shape = shape_at(words, at if vague is None else vague)
        if kind == "r":
            yield at, at + 1, Refusal("vague", RELATIVE)
            at += 1
        elif shape is None or not stands(words, shape, is_vague=vague is not None):
            if kind == "g" and words.kinds[at + 1 : at + 2] in {"1", "2", "m"} and shape is None:
                yield at, at + 2, Refusal("vague", NO_MONTH)
            at += 1
        else:
            found = sense(shape, year, order)
            if vague is not None:
                yield at, shape.end, Refusal("vague", VAGUE)
            elif isinstance(found, Refusal):
                yield shape.start, shape.end, found
            else:
                yield from found
            at = shape.end
