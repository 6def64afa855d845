"""Strategies of values, and one strategy for each named check."""

# ruff: noqa: D417  Hypothesis itself passes `draw`; no caller gives it

from __future__ import annotations

import calendar
import hashlib
import string
import unicodedata
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from asean_digital.model import KINDS
from asean_digital.values import Bound, PartialDate, Period, Quantity, QuantityBound, Ref, When, _checks

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from asean_digital.values._checks import Broken

# Short texts of the subject: they cost one choice each, so that whole registries fit into what Hypothesis draws for an example.
PHRASES = (
    "Hợp tác số",
    "Kỹ thuật số",
    "an ninh mạng",
    "trí tuệ nhân tạo",
    "Đà Nẵng",
    "Tuyên bố Hà Nội",
    "ADM 2030",
    "82",
    "WG-AI",
    "Digital economy",
    "Cyber security drill",
    "Trusted data flows",
    "Ministers' retreat",
    "a_b *c* [d] <e> `f` \\g",
    "ข้อมูล",
    "数字经济",
    "(x) 1/2",
    "ß & ŒÉ",
)
_WORDS = ("acme", "asean", "digital", "hanoi", "plan-2030", "seed-001", "x", "5g", "vna-2026-01-16", "unknown")
_LANGUAGES = ("en", "vi", "en", "vi", "en", "vi", "zh-Hans", "fil", "pt-TL", "es-419")
_lower_or_digit = st.text(string.ascii_lowercase + string.digits, min_size=1, max_size=5)


def _sound(check: Callable[[str], Broken | None], strategy: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return strategy.filter(lambda value: check(value) is None)


_any_text = st.text(
    st.characters(
        exclude_categories=["Cc", "Cs", "Co", "Cn", "Zl", "Zp"],
        exclude_characters="\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff",
    ),
    min_size=1,
    max_size=12,
).map(lambda text: unicodedata.normalize("NFC", text).strip())
_texts = st.sampled_from(PHRASES) | _sound(_checks.text, _any_text)
_slugs = st.sampled_from(_WORDS) | st.lists(_lower_or_digit, min_size=1, max_size=3).map("-".join)
_languages = st.sampled_from(_LANGUAGES) | st.text(string.ascii_lowercase, min_size=2, max_size=3)
_urls = st.builds(
    "{}://{}.example/{}".format, st.sampled_from(("http", "https")), _lower_or_digit, st.sampled_from(("", "a/b", "?q=1", "#top"))
)

CHECKS: Mapping[Callable[[Any], Broken | None], st.SearchStrategy[Any]] = {
    _checks.text: _texts,
    _checks.anchor: st.sampled_from(PHRASES) | _sound(_checks.anchor, _any_text),
    _checks.slug: _slugs,
    _checks.record_slug: _slugs | st.builds("{}.{}".format, _slugs, _slugs),
    _checks.language: _languages,
    _checks.wording_key: _languages | st.builds("{}-{}".format, _languages, _slugs),
    _checks.path: st.sampled_from(("components", "partners", "priorities", "provisions", "when", "names/vi", "builds_on/plan:adm-2030")),
    _checks.url: _urls,
    _checks.sha256: st.integers(0, 255).map(lambda seed: hashlib.sha256(bytes([seed])).hexdigest()),
    _checks.unit: st.sampled_from(("USD", "count", "percent", "day", "month", "year", "square_metre"))
    | st.text(string.ascii_letters, min_size=1, max_size=6),
    _checks.alpha2: st.text(string.ascii_uppercase, min_size=2, max_size=2),
    _checks.alpha3: st.text(string.ascii_uppercase, min_size=3, max_size=3),
    _checks.positive: st.integers(1, 40),
}
"""One strategy for each named check: whatever it draws, the check lets through."""


@st.composite
def partial_dates(
    draw: st.DrawFn, /, *, min_year: int = 1, max_year: int = 9999, precisions: tuple[str, ...] = ("day", "month", "year")
) -> PartialDate:
    """Dates known to the year, the month or the day; half of them in the years of ASEAN's digital cooperation.

    Example:
        >>> from hypothesis import given
        >>> @given(partial_dates(min_year=2020, precisions=("day",)))
        ... def test_days_are_their_own_earliest_and_latest(date):
        ...     assert date.earliest == date.latest

    Args:
        min_year: the first year.
        max_year: the last year.
        precisions: those wanted among ``"day"``, ``"month"`` and ``"year"``.

    """
    low, high = max(min_year, 2019), min(max_year, 2031)
    near = [st.integers(low, high)] if low <= high else []
    year = draw(st.one_of(*near, st.integers(min_year, max_year)))
    precision = draw(st.sampled_from(precisions))
    if precision == "year":
        return PartialDate(year)
    month = draw(st.integers(1, 12))
    if precision == "month":
        return PartialDate(year, month)
    return PartialDate(year, month, draw(st.integers(1, calendar.monthrange(year, month)[1])))


@st.composite
def periods(draw: st.DrawFn, /, *, dates: st.SearchStrategy[PartialDate] | None = None, bounds: tuple[Bound, ...] = tuple(Bound)) -> Period:
    """Periods of one precision or of two, with known, open and unknown ends.

    Example:
        >>> from hypothesis import given
        >>> @given(periods(bounds=()))
        ... def test_periods_with_a_known_end_have_days(period):
        ...     assert period.days >= 1

    Args:
        dates: where the ends come from; None for `partial_dates`.
        bounds: the ends beside dates: of `OPEN` and `UNKNOWN`.

    """
    dates = partial_dates() if dates is None else dates
    one = draw(dates)
    other = draw(st.one_of(dates, *([st.sampled_from(bounds)] if bounds else [])))
    if isinstance(other, Bound) or one.earliest <= other.latest:
        return Period(one, other)
    return Period(other, one)


def whens(*, dates: st.SearchStrategy[PartialDate] | None = None) -> st.SearchStrategy[When]:
    """Moments and periods.

    Example:
        >>> from hypothesis import given
        >>> from asean_digital.values import parse_edtf
        >>> @given(whens())
        ... def test_edtf_goes_out_and_back(when):
        ...     assert parse_edtf(str(when)) == when

    Args:
        dates: where moments and ends come from; None for `partial_dates`.

    """
    return (partial_dates() if dates is None else dates) | periods(dates=dates)


def quantities(*, unit: str | None = None) -> st.SearchStrategy[Quantity]:
    """Numbers with a unit and a bound: whole and broken, negative ones too.

    Example:
        >>> from hypothesis import given
        >>> @given(quantities(unit="percent"))
        ... def test_shares_have_a_sign(quantity):
        ...     assert "%" in quantity.label("vi")

    Args:
        unit: the unit; None for any.

    """
    units = CHECKS[_checks.unit] if unit is None else st.just(unit)
    amounts = st.integers(0, 100).map(Decimal) | st.decimals(-(10**13), 10**13, allow_nan=False, allow_infinity=False, places=2)
    return st.builds(
        Quantity, amounts | st.sampled_from((Decimal("1E+9"), Decimal("-0"), Decimal("0.10"))), units, st.sampled_from(QuantityBound)
    )


def refs(kind: str | None = None) -> st.SearchStrategy[Ref[Any]]:
    """References, some with a namespace; to records that need not exist.

    Example:
        >>> from hypothesis import given
        >>> @given(refs("meeting"))
        ... def test_the_kind_stands_before_the_colon(ref):
        ...     assert str(ref).startswith("meeting:")

    Args:
        kind: a kind; None for all.

    """
    kinds = st.sampled_from(tuple(KINDS)) if kind is None else st.just(kind)
    return st.builds("{}:{}".format, kinds, CHECKS[_checks.record_slug]).map(Ref)


VALUES: Mapping[type, st.SearchStrategy[Any]] = {
    bool: st.sampled_from((False, False, True)),
    Bound: st.sampled_from(Bound),
    PartialDate: partial_dates(),
    Period: periods(),
    Quantity: quantities(),
}
"""One strategy for each class of values that needs no check."""
