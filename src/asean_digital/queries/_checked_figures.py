"""Figures that a text gives, set against the statistics and budgets of the record."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from functools import cache
from math import log
from typing import TYPE_CHECKING, Any

import attrs

from asean_digital.model.statistic import Statistic
from asean_digital.queries._held import Held, held_at
from asean_digital.queries._spelling import marked
from asean_digital.queries._verdicts import ClaimSort, Judged, Overlap, Setting, Verdict, judged
from asean_digital.queries.mentioning import mentions
from asean_digital.queries.statements import statements
from asean_digital.values import Quantity
from asean_digital.values._fold import fold
from asean_digital.values.quantity import QuantityBound

if TYPE_CHECKING:
    from collections.abc import Iterator

    from asean_digital.queries._passages import Passage
    from asean_digital.queries._verdicts import Claim
    from asean_digital.registry import Registry

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
_CURRENT = re.compile(r"[^\W\d_]+|\d+")
_MONEY = ["budget", "funded", "funding", "worth", "aside", "behind", "cost", "financed", "pledged", "committed", "allocated", "grant", "investment", "price tag", "endowment", "kinh phi", "ngan sach", "tri gia", "danh", "von", "tai tro", "phan bo", "dau tu", "ho tro", "quy mo"]
_ADDED = frozenset({"more", "additional", "extra", "other", "further", "new", "them", "khac", "moi", "nua"})
_LINKED = re.compile(
    r"(?:\b(?:was|were|is|are|be|at|to|reach(?:ed|es)?|total(?:led|s)?|number(?:ed|s)?|count(?:ed|s)?|gives?|gave|hit|worth|valued at|estimated at|là|chạm|đạt|mức|bằng|gồm|có|tới|đến|lên)|:|=)"
    r"\s*(?:more than|over|at least|about|around|nearly|hơn|trên|ít nhất|khoảng|gần)?\s*[-−$€£]?$"
)
_RANGE = (re.compile(r"\d\s*(?:and|to|đến|tới|-|–)\s*$"), re.compile(r"\s*(?:đến|tới|to|-|–) ?\d"))
_CHANGE = re.compile(r"(?<!\w)(?:cuts?|reduc\w+|increas\w+|rises?|rose|grow\w*|grew|giảm|tăng)(?!\w)")
_CLAUSE = re.compile(r"[.,;:()!?\n]")
_STOP = frozenset(
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


def _figures(passage: Passage) -> Iterator[Figure]:
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
        after = _CURRENT.findall(_CLAUSE.split(passage.lower[match.end() : match.end() + 60])[0])[:4]
        last = match.end() if unit or match["size"] else match.end("number") if match["number"] else match.end("word")
        size = Decimal(10) ** _MAGNITUDES.get(match["size"] or "", 0)
        size = -size if match["minus"] else size
        amounts = tuple(dict.fromkeys(each * size for each in _amounts(match["number"] or "", match["word"], vietnamese=vietnamese)))
        noun = tuple(_stem(word) for word in after)
        linked = _LINKED.search(passage.lower[max(0, core - 40) : core]) is not None
        changed = _CHANGE.search(passage.lower[max(0, core - 30) : match.end() + 20]) is not None
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


def _words(text: str) -> list[str]:
    return [stem for word in _CURRENT.findall(text.lower()) if (stem := _stem(word)) not in _STOP]


@attrs.frozen(eq=False)
class _Counted:
    """A quantity of the record, with the ways in which it is called: words, and records that are named in them."""

    held: Held
    names: tuple[tuple[frozenset[str], frozenset[str]], ...]
    refs: frozenset[str]
    year: int | None
    change: bool


@attrs.frozen(eq=False)
class _Numbers:
    """The quantities of a registry, with how rare each word of their names is."""

    rows: tuple[_Counted, ...]
    weight: dict[str, float]
    by_word: dict[str, tuple[int, ...]]
    by_ref: dict[str, tuple[int, ...]]


def _numbers(registry: Registry) -> _Numbers:
    rows = []
    for record in registry:
        path = "quantity" if isinstance(record, Statistic) else "budget" if record.KIND == "programme" else ""
        there = path and getattr(record, path) is not None
        held = held_at(record, path, "quantity", {statement.path: statement for statement in statements(record)}) if there else None
        if held is None:
            continue
        refs = {record.id} if path == "budget" else {ref.text for ref in (record.about, record.party) if ref}  # type: ignore[attr-defined]
        names = [_called(wording.text, registry) for wording in record.names] if path == "quantity" else []
        if path == "budget":
            names = [(frozenset(words.split()), frozenset(refs)) for words in ("", *_MONEY)]
        year = getattr(getattr(record, "as_of", None), "year", None)
        change = any(_CHANGE.search(wording.text.lower()) for wording in record.names)
        rows.append(_Counted(held, tuple(names), frozenset(refs), year, change))
    counted = Counter(word for row in rows for word in frozenset().union(*(words for words, _ in row.names)))
    weight = {word: log(1 + len(rows) / number) for word, number in counted.items()}
    by_word: dict[str, list[int]] = {}
    by_ref: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        for word in frozenset().union(*(words for words, _ in row.names)):
            by_word.setdefault(word, []).append(number)
        for ref in row.refs.union(*(refs for _, refs in row.names)):
            by_ref.setdefault(ref, []).append(number)
    return _Numbers(tuple(rows), weight, *({key: tuple(each) for key, each in table.items()} for table in (by_word, by_ref)))


def _called(text: str, registry: Registry) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a name but for the records that it names, and these."""
    named = mentions(text, registry=registry)
    rest, refs, at = [], set(), 0
    for row in named:
        if row.ref is not None and row.kind != "topic":
            rest.append(text[at : row.start])
            refs.add(row.ref.text)
            at = row.end
    rest.append(text[at:])
    years = [word for word in _CURRENT.findall(text) if len(word) == 4 and word.isdecimal()]
    return frozenset([*_words(" ".join(rest)), *years]), frozenset(refs)


def check_figures(passage: Passage, setting: Setting) -> Iterator[Claim]:
    """The figures of a passage that the record holds a number for: by the words of their clause, or the same number by the whole."""
    figures = list(_figures(passage))
    if not figures:
        return
    numbers = setting.registry.derived(_numbers)
    clauses = passage.clauses()
    around = [_Around.of(each, numbers) for each in clauses]
    whole = around[0] if len(clauses) == 1 else _Around.of(passage, numbers)
    for figure in figures:
        near = next(each for clause, each in zip(clauses, around, strict=True) if clause.start <= figure.start < clause.end)
        claim = _checked(figure, near, setting)
        if claim is None and near is not whole:
            claim = _checked(figure, attrs.evolve(whole, ties=False), setting)
        if claim is not None:
            yield claim
        elif figure.unit is not None and figure.unit.isupper() and whole.refs:
            only = next((row.ref for row in passage.mentions if row.ref is not None), None)
            yield setting.claim(figure.start, figure.end, ClaimSort.FIGURE, Verdict.NOT_RECORDED, _said(figure), record=only)


@attrs.frozen(eq=False)
class _Around:
    """What stands around a figure: the records that are named, the years, years in words and in names, and the quantities whose names are there."""

    refs: set[str]
    years: set[int]
    printed: set[int]
    scored: list[tuple[_Counted, float]]
    ties: bool = True

    @classmethod
    def of(cls, passage: Passage, numbers: _Numbers) -> _Around:
        """What stands in a passage."""
        words = set(_words(passage.text))
        refs = {ref.text for row in passage.mentions for ref in ((row.ref,) if row.ref else row.candidates)}
        spans = [(row.when.earliest, row.when.latest or row.when.earliest) for row in passage.dates if row.when]
        likely = {number for word in words for number in numbers.by_word.get(word, ())}
        likely |= {number for ref in refs for number in numbers.by_ref.get(ref, ())}
        scored = [(numbers.rows[number], _coverage(numbers.rows[number], words, refs, numbers.weight)) for number in sorted(likely)]
        printed = {int(word) for word in words if len(word) == 4 and word.isdecimal()}
        years = {day.year for span in spans for day in span}
        return cls(refs, years, printed, [(row, score) for row, score in scored if score >= 0.5])


def _coverage(row: _Counted, words: set[str], refs: set[str], weight: dict[str, float]) -> float:
    """How much of the best name of a quantity stands in a passage, rare words counting more."""
    best = 0.0
    for called, named in row.names:
        if not called and named <= refs:
            best = max(best, 0.5)  # only the record is named: enough for a number to be the same, not to be another
        if called.isdisjoint(words):
            continue
        whole = sum(weight[word] for word in called) + 3.0 * len(named)
        there = sum(weight[word] for word in called if word in words) + 3.0 * len(named & refs)
        best = max(best, there / whole + there / 50 if whole else 0.0)  # of two that stand there whole, the one with more words
    return best + (0.1 if row.refs & refs else 0.0)


def _said(figure: Figure) -> Quantity:
    return Quantity(figure.amounts[0], figure.unit or "count", figure.bound)


def _checked(figure: Figure, around: _Around, setting: Setting) -> Claim | None:
    fitting: list[tuple[float, Judged, bool]] = []
    years = around.years
    for row, score in around.scored:
        value = row.held.value
        unit = value.unit if value is not None else "count"
        if not _same_unit(figure, unit):
            continue
        counted = any(word in figure.noun for called, _ in row.names for word in called)
        alone = figure.linked and not figure.spelt and score >= 0.85 and (not figure.noun or figure.noun[0] in _STOP)
        if not (counted or alone or unit not in {"count", "people"}) or (figure.spelt and score < 0.7):
            continue
        changed = figure.changed and not row.change
        added = changed or not _ADDED.isdisjoint(figure.noun[:2])  # five more are not the five that there are
        named = any(str(row.year) in called for called, _ in row.names)
        timely = not row.year or row.year in years or (not years and (row.year in around.printed or not named))
        tied = (
            around.ties and timely and not added and (score >= 0.9 or (score >= 0.7 and bool(row.refs & around.refs))) and not figure.spelt
        )
        fitting.append((score, judged(row.held, lambda held: _relation(figure, held)), tied))
    fitting.sort(key=lambda each: -each[0])
    agreeing = [each for score, each, _ in fitting if each.verdict is Verdict.AGREES and score >= fitting[0][0] - 0.3]
    best = agreeing[0] if agreeing else None
    if best is None:
        partly = [each for score, each, _ in fitting if each.verdict is Verdict.PARTLY and score >= max(0.7, fitting[0][0] - 0.02)]
        best = partly[0] if partly else None
    if (
        best is None
        and fitting
        and fitting[0][2]
        and all(score < fitting[0][0] - 0.05 or each.held.value == fitting[0][1].held.value for score, each, _ in fitting[1:])
    ):
        best = fitting[0][1]
    if best is None:
        return None
    return setting.claim(
        figure.start, figure.end, ClaimSort.FIGURE, best.verdict, _said(figure), best.held, overlap=best.overlap, reading=best.reading
    )


def _same_unit(figure: Figure, unit: str) -> bool:
    if figure.unit is None:
        return unit in {"count", "people"}
    return unit.partition("_")[0] == figure.unit or {figure.unit, unit} <= {"count", "people"}


def _relation(figure: Figure, held: Quantity) -> Overlap | bool:
    """Whether a figure is the number that is held, or in part: a bound that holds, a bound in place of a number."""
    if held.amount in figure.amounts:
        return True if figure.bound is held.bound or figure.bound is QuantityBound.ABOUT else Overlap.NEARLY
    if figure.bound is QuantityBound.AT_LEAST and any(amount <= held.amount <= amount * Decimal("1.2") for amount in figure.amounts):
        return Overlap.WIDER
    if figure.bound is QuantityBound.ABOUT and any(abs(held.amount - amount) <= amount / 20 for amount in figure.amounts):
        return Overlap.NEARLY
    return False
