"""`When`, the alias of the two kinds of date, with the comparisons that are honest about what is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from asean_digital.errors import InvalidValue, Problem, shown
from asean_digital.values.partial_date import PartialDate, as_day
from asean_digital.values.period import OPEN, UNKNOWN, Bound, Period

if TYPE_CHECKING:
    import datetime

When: TypeAlias = PartialDate | Period
Until: TypeAlias = PartialDate | Bound


def parse_edtf(text: str) -> When:
    """Read EDTF text as a moment or a stretch.

    Example:
        >>> parse_edtf("2027-01")
        PartialDate(year=2027, month=1, day=None)
        >>> parse_edtf("2021/..").is_open
        True

    Raises:
        InvalidValue, InvalidRecord: when it is neither.

    """
    return Period.parse(text) if isinstance(text, str) and "/" in text else PartialDate.parse(text)


def parse_until(text: str) -> Until:
    """Read the end of what began on a day we may not know: a date, ``..`` (goes on) or ``?`` (unknown)."""
    if text == "..":
        return OPEN
    if text == "?":
        return UNKNOWN
    try:
        return PartialDate.parse(text)
    except InvalidValue:
        raise InvalidValue(
            Problem(rule="must be a date in EDTF, '..' or '?'", value=shown(text), way_out="write it like '2025-10-26', '..' or '?'")
        ) from None


def surely_before(a: When, b: When) -> bool:
    """Whether every day that `a` may be or last lies before every day that `b` may be or last."""
    return a.latest is not None and a.latest < b.earliest


def possibly_before(a: When, b: When) -> bool:
    """Whether some day that `a` may be lies before some day that `b` may be."""
    return b.latest is None or a.earliest < b.latest


def possibly_same(a: When, b: When) -> bool:
    """Whether the two share a day; a finer date inside a coarser one is possibly the same."""
    return (b.latest is None or a.earliest <= b.latest) and (a.latest is None or b.earliest <= a.latest)


def surely_same(a: When, b: When) -> bool:
    """Whether the two are surely the same: one and the same day, or one and the same stretch with a known end."""
    return a == b and ((isinstance(a, Period) and isinstance(a.end, PartialDate)) or a.precision == "day")


def surely_on(since: PartialDate | None, until: Until | None, day: datetime.date | str) -> bool:
    """Whether what began `since` and lasts up to but not including `until` surely held on the day."""
    day = as_day(day)
    if since is None or since.latest > day:
        return False
    return until is OPEN or (isinstance(until, PartialDate) and day < until.earliest)


def possibly_on(since: PartialDate | None, until: Until | None, day: datetime.date | str) -> bool:
    """Whether what began `since` and lasts up to but not including `until` may have held on the day."""
    day = as_day(day)
    if since is not None and since.earliest > day:
        return False
    return not isinstance(until, PartialDate) or day < until.latest
