"""What a shape says: a `PartialDate`, a `Period`, several of them, or why it says no one time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from asean_digital.errors import InvalidRecord
from asean_digital.values import OPEN, UNKNOWN, PartialDate, Period, When

if TYPE_CHECKING:
    from collections.abc import Callable

    from asean_digital.errors import Refused
    from asean_digital.queries._date_shapes import Point, Shape

Piece = tuple[int, int, When]
"""First kind, kind after the last, and what they say."""

VAGUE = "the words leave open when; give a day, month or year"
RELATIVE = "it hangs on the day of writing or is a time without bounds; write the date"
NO_MONTH = "a day without its month; write the month too"


@attrs.frozen
class Refusal:
    """Why a shape says no one time."""

    reason: Refused
    """The kind of reason."""
    why: str
    """The reason and the way out."""


class _Impossible(Exception):
    """A part of the shape is not in the calendar."""


def sense(shape: Shape, year: int | None, dayfirst: Callable[[Shape], bool | None]) -> tuple[Piece, ...] | Refusal:
    """The dates that a shape says, or why it says none.

    Args:
        shape: the points and how they are joined.
        year: the year of what has none.
        dayfirst: whether the day comes first in figures, by what is told or by the words; None where nothing tells.

    """
    if shape.ending == "l":
        return Refusal("vague", "a day by the moon; write the day of the common calendar")
    if "D" in shape.head and not shape.joins:
        return Refusal("vague", VAGUE)
    if any(point.form == "short" for point in shape.points):
        return Refusal("ambiguous", "a year of two figures; write all four")
    try:
        points, is_ambiguous = _ordered(shape, dayfirst)
        if all(point.year is None for point in points):
            _possible(points)
            if year is None:
                return Refusal("no year", "no year is said; give it as year=")
            if "-" in shape.joins and points[0].month and points[-1].month and points[0].month > points[-1].month and not is_ambiguous:
                return Refusal("no year", "the two ends lie in different years; write both years")
        if is_ambiguous:
            return Refusal("ambiguous", "it can be read day first or month first; tell by lang='vi' or dayfirst=")
        if "|" in shape.joins:
            return Refusal("ambiguous", "one time or another is meant; name one")
        return _pieces(shape, [_ends(point) for point in _with_years(points, shape.joins, year)])
    except _Impossible as impossible:
        return Refusal("impossible", str(impossible))


def _ordered(shape: Shape, dayfirst: Callable[[Shape], bool | None]) -> tuple[list[Point], bool]:
    """The points with figures told apart as day and month, and days given the month beside them; and whether that is in doubt."""
    figures = [point.figures for point in shape.points if point.figures]
    is_first: bool | None = True
    if figures:
        orders = [order for order in (True, False) if all(_fits(pair, day_first=order) for pair in figures)]
        is_first = dayfirst(shape)
        if is_first is None and len(orders) == 1:
            is_first = orders[0]
        elif is_first is None and (not orders or all(one == two for one, two in figures)):
            is_first = True
    points: list[Point] = []
    for point in reversed(shape.points):
        if point.figures:
            day, month = point.figures if is_first is not False else point.figures[::-1]
            points.insert(0, attrs.evolve(point, day=day, month=month))
        elif point.is_bare_day:
            points.insert(0, attrs.evolve(point, month=points[0].month))
        else:
            points.insert(0, point)
    return points, is_first is None


def _fits(pair: tuple[int, int], *, day_first: bool) -> bool:
    day, month = pair if day_first else pair[::-1]
    return 1 <= day <= 31 and 1 <= month <= 12


def _possible(points: list[Point]) -> None:
    """Raise where a part is impossible in every year."""
    for point in points:
        if point.year is None:
            _ends(attrs.evolve(point, year=2000, weekday=None))


def _with_years(points: list[Point], joins: tuple[str, ...], year: int | None) -> list[Point]:
    """The points with the year that the others say, else the caller's; a range goes forward."""
    said = list(points)
    for index in range(len(said) - 2, -1, -1):
        right = said[index + 1]
        if said[index].year is None and right.year is not None:
            back = joins[index] == "-" and (said[index].month or 0) > (right.month or 12)
            said[index] = attrs.evolve(said[index], year=right.year - back)
    for index in range(1, len(said)):
        left = said[index - 1]
        if said[index].year is None and left.year is not None:
            on = joins[index - 1] == "-" and (said[index].month or 12) < (left.month or 0)
            said[index] = attrs.evolve(said[index], year=left.year + on)
    return [attrs.evolve(point, year=year) if point.year is None else point for point in said]


def _ends(point: Point) -> tuple[PartialDate, PartialDate]:
    """The first and the last unit of a point."""
    assert point.year is not None
    first, last = point.months or (point.month, point.month)
    try:
        if point.form == "iso" and (point.month or 0) > max(point.year % 100, 12):  # 2023-24
            return PartialDate(point.year), PartialDate(point.year // 100 * 100 + (point.month or 0))
        start, end = PartialDate(point.year, first, point.day), PartialDate(point.year, last, point.day)
    except InvalidRecord as error:
        raise _Impossible(f"no day of the calendar: {error.problems[0]}") from None
    if point.weekday is not None and point.day is not None and start.earliest.weekday() != point.weekday:
        raise _Impossible(f"{start} is not the weekday said; mend one of the two")
    return start, end


def _pieces(shape: Shape, ends: list[tuple[PartialDate, PartialDate]]) -> tuple[Piece, ...]:
    """The values: ranges taken whole, lists as one period where each follows the one before."""
    spans: list[tuple[int, int, PartialDate, PartialDate, bool]] = []
    for index, (start, end) in enumerate(ends):
        point = shape.points[index]
        if index and shape.joins[index - 1] == "-":
            first, _, opened, _, _ = spans.pop()
            spans.append((first, point.end, opened, end, True))
            if opened.earliest > end.latest:
                raise _Impossible("the end lies before the start; swap the two or write both years")
        elif spans and start.earliest.toordinal() == spans[-1][3].latest.toordinal() + 1:
            first, _, opened, _, _ = spans.pop()
            spans.append((first, point.end, opened, end, True))
        else:
            spans.append((point.start, point.end, start, end, False))
    spans[0] = (shape.start, *spans[0][1:])
    spans[-1] = (spans[-1][0], shape.end, *spans[-1][2:])
    if shape.ending in {"z", "e", "U"} or ("S" in shape.head and len(spans) == 1):
        start = spans[0][2]
        return ((shape.start, shape.end, Period(start, UNKNOWN if shape.ending in {"e", "U"} else OPEN)),)
    return tuple((first, last, Period(start, end) if is_range or start != end else start) for first, last, start, end, is_range in spans)
