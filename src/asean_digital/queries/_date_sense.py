"""What a shape says: a `PartialDate`, a `Period`, several of them, or why it says no one time."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from asean_digital.errors import InvalidRecord
from asean_digital.values import OPEN, UNKNOWN, Bound, PartialDate, Period, When

if TYPE_CHECKING:
    from collections.abc import Callable

    from asean_digital.errors import Refused
    from asean_digital.queries._date_shapes import Point, Shape

Piece = tuple[int, int, When]
"""First kind, kind after the last, and what they say."""

VAGUE = "the words leave open when; give a day, month or year"
RELATIVE = "it hangs on the day of writing or is a time without bounds; write the date"
DAY_OR_MONTH = "it can be read day first or month first; tell by lang='vi' or dayfirst="
ONE_OR_OTHER = "one time or another is meant; name one"
NO_MONTH = "a day without its month; write the month too"


class Refusal(NamedTuple):
    """Why a shape says no one time."""

    reason: Refused
    """The kind of reason."""
    why: str
    """The reason and the way out."""


_ENDS: dict[str, Bound] = {"z": OPEN, "e": UNKNOWN, "U": UNKNOWN}


class _Impossible(Exception):
    """A part of the shape is not in the calendar."""


def sense(shape: Shape, year: int | None, dayfirst: Callable[[Shape], bool | None]) -> tuple[Piece, ...] | Refusal:
    """The dates that a shape says, or why it says none.

    Args:
        shape: the points and how they are joined.
        year: the year of what has none.
        dayfirst: whether the day comes first in figures, by what is told or by the words; None where nothing tells.

    """
    refusal = _refused_at_once(shape)
    if refusal is not None:
        return refusal
    try:
        days, is_ambiguous = _ordered(shape, dayfirst)
        years = [point.year for point in shape.points]
        if years.count(None) == len(years):
            for point, month_and_day in zip(shape.points, days, strict=True):
                _ends(point, 2000, *month_and_day, weekday=None)  # impossible in every year
            if year is None:
                return Refusal("no year", "no year is said; give it as year=")
        if None in years:
            begins = [point.months[0] if point.months else month or 0 for point, (month, _) in zip(shape.points, days, strict=True)]
            if years.count(None) == len(years) and "-" in shape.joins and begins[0] > begins[-1] > 0 and not is_ambiguous:
                return Refusal("no year", "the two ends lie in different years; write both years")
            years = _completed(years, begins, shape.joins, year)
        if is_ambiguous or "|" in shape.joins:
            return Refusal("ambiguous", DAY_OR_MONTH if is_ambiguous else ONE_OR_OTHER)
        return _pieces(
            shape, [_ends(point, of or 0, *day, point.weekday) for point, of, day in zip(shape.points, years, days, strict=True)]
        )
    except _Impossible as impossible:
        return Refusal("impossible", str(impossible))


def _refused_at_once(shape: Shape) -> Refusal | None:
    """Why its words alone say no one time."""
    if shape.ending == "l":
        return Refusal("vague", "a day by the moon; write the day of the common calendar")
    if "D" in shape.head and not shape.joins:
        return Refusal("vague", VAGUE)
    forms = [point.form for point in shape.points]
    if "short" in forms:
        return Refusal("ambiguous", "a year of two figures; write all four")
    return _day_and_month(shape) if "days" in forms else None


def _day_and_month(shape: Shape) -> Refusal | None:
    """Why *ngày 2-9* says no one time, where *ngày 16-1* does: the second day of a range comes after the first."""
    figures = [point.figures for point in shape.points if point.form == "days" and point.figures]
    if any(month > 12 for _, month in figures):
        return Refusal("vague", NO_MONTH)
    return Refusal("ambiguous", "two days of a month, or day and month; write the month") if any(a <= b for a, b in figures) else None


def _ordered(shape: Shape, dayfirst: Callable[[Shape], bool | None]) -> tuple[list[tuple[int | None, int | None]], bool]:
    """Month and day of each point: figures told apart, days alone given the month beside them; and whether their order is in doubt."""
    figures = [point.figures for point in shape.points if point.figures]
    if not figures and len(shape.points) == 1:
        return [(shape.points[0].month, shape.points[0].day)], False
    is_first = dayfirst(shape) if figures else True
    if figures and is_first is None:
        orders = [order for order in (True, False) if all(_fits(pair, day_first=order) for pair in figures)]
        if len(orders) == 1:
            is_first = orders[0]
        elif not orders or all(one == two for one, two in figures):
            is_first = True
    days: list[tuple[int | None, int | None]] = []
    month: int | None = None
    for point in reversed(shape.points):
        day, month = point.day, month if point.is_bare_day else point.month
        if point.figures:
            day, month = point.figures if is_first is not False else point.figures[::-1]
        days.append((month, day))
    return days[::-1], is_first is None


def _fits(pair: tuple[int, int], *, day_first: bool) -> bool:
    day, month = pair if day_first else pair[::-1]
    return 1 <= day <= 31 and 1 <= month <= 12


def _completed(years: list[int | None], begins: list[int], joins: tuple[str, ...], year: int | None) -> list[int | None]:
    """The years with those missing that the others say, else the caller's; a range goes forward."""
    said = list(years)
    for index in range(len(said) - 2, -1, -1):
        right = said[index + 1]
        if said[index] is None and right is not None:
            said[index] = right - (joins[index] == "-" and begins[index] > begins[index + 1] > 0)
    for index in range(1, len(said)):
        left = said[index - 1]
        if said[index] is None and left is not None:
            said[index] = left + (joins[index - 1] == "-" and 0 < begins[index] < begins[index - 1])
    return [year if each is None else each for each in said]


def _ends(point: Point, year: int, month: int | None, day: int | None, weekday: int | None) -> tuple[PartialDate, PartialDate]:
    """The first and the last unit of a point."""
    first, last = point.months or (month, month)
    try:
        if point.form == "iso" and (month or 0) > max(year % 100, 12):  # 2023-24
            return PartialDate(year), PartialDate(year // 100 * 100 + (month or 0))
        start = PartialDate(year, first, day)
        end = start if first == last else PartialDate(year, last)
    except InvalidRecord as error:
        raise _Impossible(f"no day of the calendar: {error.problems[0]}") from None
    if weekday is not None and day is not None and start.earliest.weekday() != weekday:
        raise _Impossible(f"{start} is not the weekday said; mend one of the two")
    return start, end


def _pieces(shape: Shape, ends: list[tuple[PartialDate, PartialDate]]) -> tuple[Piece, ...]:
    """The values: ranges taken whole, lists as one period where each follows the one before."""
    if shape.ending in _ENDS or ("S" in shape.head and len(ends) == 1):
        return ((shape.start, shape.end, Period(ends[0][0], _ENDS.get(shape.ending, OPEN))),)
    spans: list[tuple[int, int, PartialDate, PartialDate]] = []
    for index, (start, end) in enumerate(ends):
        point = shape.points[index]
        follows = bool(index) and (shape.joins[index - 1] == "-" or start.earliest.toordinal() == spans[-1][3].latest.toordinal() + 1)
        if follows:
            first, _, opened, _ = spans.pop()
            spans.append((first, point.end, opened, end))
        else:
            spans.append((shape.start if index == 0 else point.start, point.end, start, end))
    try:
        return tuple([(first, last, start if start is end else Period(start, end)) for first, last, start, end in spans])
    except InvalidRecord:
        raise _Impossible("the end lies before the start; swap the two or write both years") from None
