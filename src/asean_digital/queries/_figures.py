"""Figures in running text: numbers with their unit, in English and Vietnamese, and what stands around them."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

import attrs

from asean_digital.queries._spelling import marked
from asean_digital.values._fold import fold
from asean_digital.values.quantity import QuantityBound

if TYPE_CHECKING:
    from collections.abc import Iterator

    from asean_digital.queries._passages import Passage

_MAGNITUDES = {
    "trillion": 12, "nghìn tỉ": 12, "nghìn tỷ": 12, "ngàn tỷ": 12, "billion": 9, "bn": 9, "tỉ": 9, "tỷ": 9,
    "million": 6, "mn": 6, "mil": 6, "triệu": 6, "thousand": 3, "nghìn": 3, "ngàn": 3,
}  # fmt: skip
_CURRENCIES = {
    "us$": "USD", "usd": "USD", "$": "USD", "us dollars": "USD", "us dollar": "USD", "u.s. dollars": "USD", "dollars": "USD", "đô la mỹ": "USD",
    "đô la": "USD", "đô-la": "USD", "€": "EUR", "eur": "EUR", "euros": "EUR", "euro": "EUR", "£": "GBP", "gbp": "GBP", "pounds": "GBP",
    "bảng anh": "GBP", "bảng": "GBP", "s$": "SGD", "sgd": "SGD", "singapore dollars": "SGD", "đô la singapore": "SGD", "a$": "AUD", "aud": "AUD",
    "krw": "KRW", "won": "KRW", "jpy": "JPY", "yen": "JPY", "yên": "JPY", "cny": "CNY", "yuan": "CNY", "rmb": "CNY", "nhân dân tệ": "CNY",
    "vnd": "VND", "đồng": "VND", "myr": "MYR", "ringgit": "MYR", "thb": "THB", "baht": "THB", "idr": "IDR", "rupiah": "IDR",
    "australian dollars": "AUD", "đô la australia": "AUD", "đô la úc": "AUD",
}  # fmt: skip
_UNITS = {
    "%": "percent", "per cent": "percent", "percent": "percent", "phần trăm": "percent", "points": "score", "điểm": "score",
    "days": "day", "day": "day", "ngày": "day", "years": "year", "year": "year", "năm": "year", "months": "month", "tháng": "month",
    "times": "times", "lần": "times", "people": "people", "người": "people", "minutes": "minute", "minute": "minute", "phút": "minute",
}  # fmt: skip
_BOUNDS = {
    QuantityBound.AT_LEAST: "more than|over|at least|upwards of|no fewer than|hơn|trên|ít nhất|không dưới|tối thiểu|quá",
    QuantityBound.ABOUT: "about|around|some|nearly|almost|approximately|roughly|khoảng|gần|xấp xỉ|chừng|ước",
}
_SMALL = {
    word: number
    for words in (
        "two three four five six seven eight nine ten eleven twelve",
        "hai ba bốn năm sáu bảy tám chín mười",
    )
    for number, word in enumerate(words.split(), 2)
}  # fmt: skip
NUMBERS_AND_WORDS = re.compile(r"[^\W\d_]+|\d+")
_LINKED = re.compile(
    r"(?:\b(?:was|were|is|are|be|at|to|reach(?:ed|es)?|total(?:led|s)?|number(?:ed|s)?|count(?:ed|s)?|gives?|gave|hit|worth|valued at|estimated at|là|chạm|đạt|mức|bằng|gồm|có|tới|đến|lên)|:|=)"
    r"\s*(?:more than|over|at least|about|around|nearly|hơn|trên|ít nhất|khoảng|gần)?\s*[-−$€£]?$"
)
_RANGE = (re.compile(r"\d\s*(?:and|to|đến|tới|-|–)\s*$"), re.compile(r"\s*(?:đến|tới|to|-|–) ?\d"))
CHANGE = re.compile(r"(?<!\w)(?:cuts?|reduc\w+|increas\w+|rises?|rose|grow\w*|grew|giảm|tăng)(?!\w)")
_CLAUSE = re.compile(r"[.,;:()!?\n]")
STOP = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "in",
        "on",
        "at",
        "for",
        "to",
        "by",
        "and",
        "or",
        "as",
        "from",
        "with",
        "under",
        "its",
        "their",
        "is",
        "was",
        "were",
        "be",
        "been",
        "that",
        "which",
        "this",
        "it",
        "are",
        "has",
        "have",
        "had",
        "than",
        "per",
        "each",
        "so",
        "cua",
        "va",
        "o",
        "tai",
        "trong",
        "theo",
        "tu",
        "den",
        "duoc",
        "la",
        "cac",
        "nhung",
        "cho",
        "voi",
        "ve",
        "nam",
        "khi",
        "do",
        "nay",
        "co",
        "da",
        "dang",
        "se",
        "mot",
        "thang",
        "ngay",
        "tren",
        "duoi",
        "bang",
    ]
)


@attrs.frozen
class Figure:
    """A number in a text, with what is written of its unit."""

    start: int
    end: int
    amounts: tuple[Decimal, ...]
    unit: str | None
    bound: QuantityBound
    noun: tuple[str, ...]
    spelt: bool
    linked: bool
    changed: bool


@cache
def _pattern() -> re.Pattern[str]:
    def either(words: Any) -> str:
        return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))

    bounds = "|".join(f"(?P<{bound.value}>{words})" for bound, words in _BOUNDS.items())
    signs = either(word for word in _CURRENCIES if not word[-1].isalpha() or word in {"usd", "eur", "gbp", "sgd", "aud"})
    return re.compile(
        rf"(?<![\w.,/$€£:`-])(?:(?:{bounds})\s+)?(?:(?P<sign>{signs})\s?)?"
        rf"(?:(?P<minus>[-−](?=\d))?(?P<number>\d{{1,3}}(?:[.,]\d{{3}})+(?:[.,]\d{{1,2}})?|\d{{1,12}}(?:[.,]\d{{1,4}})?)(?![\d/]|[.,]\d)|(?P<word>{either(_SMALL)})(?=\s))"
        rf"(?:[\s-]?(?P<size>{either(_MAGNITUDES)})(?!\w))?"
        rf"(?:\s?(?P<unit>%)|[\s-](?P<name>{either([*_CURRENCIES, *_UNITS])})(?!\w))?"
    )


def figures(passage: Passage) -> Iterator[Figure]:
    """The figures of a passage that are no part of a name, date or range."""
    taken = [(row.start, row.end) for row in passage.mentions] + [(row.start, row.end) for row in passage.dates]
    vietnamese = marked(passage.text)
    for match in _pattern().finditer(passage.lower):
        core = match.start(next(name for name in ("sign", "minus", "number", "word") if match[name]))
        if any(passage.start + core < end and start < passage.start + match.end() for start, end in taken):
            continue
        bound = next((each for each in _BOUNDS if match[each.value]), QuantityBound.EXACT)
        unit = (
            _CURRENCIES.get(match["sign"] or "") or _CURRENCIES.get(match["name"] or "") or _UNITS.get(match["unit"] or match["name"] or "")
        )
        around = passage.lower[max(0, core - 20) : core], passage.lower[match.end() : match.end() + 8]
        if _RANGE[0].search(around[0]) or _RANGE[1].match(around[1]):
            continue  # one end of a range
        plain = match["number"] and unit is None and not match["size"] and re.fullmatch(r"(?:19|20)\d\d", match["number"])
        if (plain and bound is QuantityBound.EXACT) or re.match(r"0\d", match["number"] or ""):
            continue  # a year, or a number that counts nothing
        if match["number"] is None and (match["size"] or match["sign"] or unit in {"day", "year", "month"}):
            continue
        after = NUMBERS_AND_WORDS.findall(_CLAUSE.split(passage.lower[match.end() : match.end() + 60])[0])[:4]
        last = match.end() if unit or match["size"] else match.end("number") if match["number"] else match.end("word")
        size = Decimal(10) ** _MAGNITUDES.get(match["size"] or "", 0)
        size = -size if match["minus"] else size
        amounts = tuple(dict.fromkeys(each * size for each in _amounts(match["number"] or "", match["word"], vietnamese=vietnamese)))
        noun = tuple(_stem(word) for word in after)
        linked = _LINKED.search(passage.lower[max(0, core - 40) : core]) is not None
        changed = CHANGE.search(passage.lower[max(0, core - 30) : match.end() + 20]) is not None
        yield Figure(passage.start + core, passage.start + last, amounts, unit, bound, noun, match["word"] is not None, linked, changed)


def _amounts(number: str, word: str | None, *, vietnamese: bool) -> list[Decimal]:
    """What figures may mean: the marks of thousands and of decimals by the language, the other one after it."""
    if word is not None:
        return [Decimal(_SMALL[word])]
    decimal = "," if vietnamese else "."
    signs = {sign for sign in number if sign in ".,"}
    if not signs:
        return [Decimal(number)]
    if len(signs) == 2:
        last = max(number.rfind("."), number.rfind(","))
        return [Decimal(f"{number[:last].replace('.', '').replace(',', '')}.{number[last + 1 :]}")]
    (sign,) = signs
    whole = re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", number)
    readings = [Decimal(number.replace(sign, "."))] if number.count(sign) == 1 else []
    if whole:
        grouped = Decimal(number.replace(sign, ""))
        readings = [*readings, grouped] if sign == decimal else [grouped]
    return readings


def _stem(word: str) -> str:
    plain = fold(word)
    if word.isascii() and len(plain) > 3 and plain.endswith("s") and not plain.endswith("ss"):
        return f"{plain[:-3]}y" if plain.endswith("ies") else plain[:-1]
    return plain


def words_of(text: str) -> list[str]:
    """The words of a text that mean something, without marks and plural endings."""
    return [stem for word in NUMBERS_AND_WORDS.findall(text.lower()) if (stem := _stem(word)) not in STOP]
