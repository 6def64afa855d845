"""Figures that a text gives, set against the statistics and budgets of the record."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from math import log
from typing import TYPE_CHECKING

import attrs

from asean_digital.model.statistic import Statistic
from asean_digital.queries._figures import CHANGE, NUMBERS_AND_WORDS, STOP, Figure, figures, words_of
from asean_digital.queries._held import Held, held_at
from asean_digital.queries._verdicts import ClaimSort, Judged, Overlap, Setting, Verdict, judged
from asean_digital.queries.mentioning import mentions
from asean_digital.queries.statements import statements
from asean_digital.values import Quantity
from asean_digital.values.quantity import QuantityBound

if TYPE_CHECKING:
    from collections.abc import Iterator

    from asean_digital.queries._passages import Passage
    from asean_digital.queries._verdicts import Claim
    from asean_digital.registry import Registry

_MONEY = [
    "budget",
    "funded",
    "funding",
    "worth",
    "aside",
    "behind",
    "cost",
    "financed",
    "pledged",
    "committed",
    "allocated",
    "grant",
    "investment",
    "price tag",
    "endowment",
    "kinh phi",
    "ngan sach",
    "tri gia",
    "danh",
    "von",
    "tai tro",
    "phan bo",
    "dau tu",
    "ho tro",
    "quy mo",
]
_ADDED = frozenset({"more", "additional", "extra", "other", "further", "new", "them", "khac", "moi", "nua"})


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
        change = any(CHANGE.search(wording.text.lower()) for wording in record.names)
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
    years = [word for word in NUMBERS_AND_WORDS.findall(text) if len(word) == 4 and word.isdecimal()]
    return frozenset([*words_of(" ".join(rest)), *years]), frozenset(refs)


def check_figures(passage: Passage, setting: Setting) -> Iterator[Claim]:
    """The figures of a passage that the record holds a number for: by the words of their clause, or the same number by the whole."""
    found = list(figures(passage))
    if not found:
        return
    numbers = setting.registry.derived(_numbers)
    clauses = passage.clauses()
    around = [_Around.of(each, numbers) for each in clauses]
    whole = around[0] if len(clauses) == 1 else _Around.of(passage, numbers)
    for figure in found:
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
        words = set(words_of(passage.text))
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
        alone = figure.linked and not figure.spelt and score >= 0.85 and (not figure.noun or figure.noun[0] in STOP)
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
