"""Ordinals in words: English and Vietnamese, from 1 to 99, by rule."""

from __future__ import annotations

from functools import cache

_ONES = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth")
_TEENS = ("thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth")
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SO = ("", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_ROMAN = (("xc", 90), ("l", 50), ("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1))
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
LAST = 99


def figures(number: int) -> str:
    """The English ordinal in figures: ``6th``, ``21st``, ``12th``."""
    return f"{number}{'th' if number % 100 in {11, 12, 13} else _ENDINGS.get(number % 10, 'th')}"


def _english(number: int) -> str:
    tens, ones = divmod(number, 10)
    small = (*_ONES, *_TEENS)
    if number < len(small):
        return small[number]
    return f"{_TENS[tens]} {_ONES[ones]}" if ones else f"{_TENS[tens][:-1]}ieth"


def _vietnamese(number: int) -> tuple[str, ...]:
    """What stands after *thứ*: the first is *nhất*, the fourth *tư*; both ways of saying seven, and four and five after ten."""
    tens, ones = divmod(number, 10)
    if number < 10:
        return {1: ("nhất",), 2: ("hai", "nhì"), 4: ("tư", "bốn"), 7: ("bảy", "bẩy")}.get(number, (_SO[number],))
    head = "mười" if tens == 1 else f"{_SO[tens]} mươi"
    last = {1: ("một",) if tens == 1 else ("mốt",), 4: ("bốn", "tư"), 5: ("lăm",), 7: ("bảy", "bẩy")}.get(ones, (_SO[ones],))
    return tuple(f"{head} {word}".rstrip() for word in last)


def _roman(number: int) -> str:
    written = ""
    for sign, value in _ROMAN:
        while number >= value:
            written, number = written + sign, number - value
    return written


@cache
def english_ordinals() -> dict[str, int]:
    """From ``sixth`` and ``twenty first`` to the number; in figures it is `figures`."""
    return {_english(number): number for number in range(1, LAST + 1)}


@cache
def vietnamese_ordinals() -> dict[str, int]:
    """From what stands after *thứ* (``sáu``, ``mười một``, ``vi``) to the number."""
    words = {word: number for number in range(1, LAST + 1) for word in _vietnamese(number)}
    return {**words, **{_roman(number): number for number in range(1, LAST + 1)}}


@cache
def spoken(number: int, lang: str) -> tuple[str, ...]:
    """The words of an ordinal in a language, ``en`` or ``vi``, sorted; none above 99."""
    table = english_ordinals() if lang == "en" else vietnamese_ordinals()
    return tuple(sorted(word for word, value in table.items() if value == number))
