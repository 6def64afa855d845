"""Time as a plot shows it: from which day to which, at which days a mark stands, and where the axis is labelled."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import attrs

from asean_digital.exports._drawing import milliseconds
from asean_digital.values import Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import ModuleType

    import altair

    from asean_digital.values import When
    from asean_digital.values.term import Language

_FIRST, _LAST = datetime.date.min.toordinal(), datetime.date.max.toordinal() + 1
_ROOM = 0.015
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
_MOST = 13
_DAYS, _MONTHS, _QUARTERS = 16, 380, 1150


@attrs.frozen
class Stretch:
    """Where a date lies on an axis, in days; its end is the first moment after it."""

    start: float
    end: float
    coarse: bool
    """Whether it is one day of the stretch, not known which."""

    @property
    def middle(self) -> float:
        """The middle of it: where its mark stands."""
        return (self.start + self.end) / 2


def stretch(when: When) -> Stretch:
    """The days of a date; what has no known end is placed at its beginning, as in a timeline."""
    start = when.earliest.toordinal()
    if isinstance(when, Period):
        last = when.latest or when.start.latest
        return Stretch(start, last.toordinal() + 1, coarse=when.latest is None and when.start.precision != "day")
    return Stretch(start, when.latest.toordinal() + 1, coarse=when.precision != "day")


@attrs.frozen
class Axis:
    """An axis of time: its first moment, the moment after its last, and its width in pixels."""

    first: float
    last: float
    width: float

    @classmethod
    def of(cls, stretches: Iterable[Stretch], since: datetime.date | None, until: datetime.date | None, width: float) -> Axis:
        """The axis that shows some stretches, with a little room, or just the days asked for."""
        every = list(stretches)
        first = since.toordinal() if since else min(each.start for each in every)
        last = until.toordinal() + 1 if until else max(each.end for each in every)
        last = max(last, first + 1)
        room = max(1.0, (last - first) * _ROOM)
        return cls(max(_FIRST, first - room), min(_LAST, last + room), width)

    def x(self, day: float) -> float:
        """Where a day stands, in pixels."""
        return (day - self.first) / (self.last - self.first) * self.width

    def day(self, x: float) -> float:
        """The day that stands at a place in pixels."""
        return self.first + x / self.width * (self.last - self.first)

    def within(self, day: float) -> float:
        """A day, or the end of the axis that is nearest to it."""
        return min(max(day, self.first), self.last)

    def _years(self, step: int) -> Iterator[int]:
        for year in range(1, 10_000):
            day = datetime.date(year, 1, 1).toordinal()
            if (year % step == 0 or year == step == 1) and self.first <= day <= self.last:
                yield day

    def _months(self, step: int) -> Iterator[int]:
        for year in range(datetime.date.fromordinal(max(_FIRST, int(self.first))).year, 10_000):
            for month in range(1, 13, step):
                day = datetime.date(year, month, 1).toordinal()
                if day > self.last:
                    return
                if day >= self.first:
                    yield day

    def ticks(self) -> tuple[list[int], str]:
        """The days at which it is labelled, and what is told of them: day, month or year."""
        days = self.last - self.first
        if days <= _DAYS * 3:
            step = 1 if days <= _DAYS else 3 if days <= _DAYS * 2 else 7
            return list(range(int(self.first), int(self.last) + 1, step)), "day"
        if days <= _QUARTERS:
            return list(self._months(1 if days <= _MONTHS else 3)), "month"
        step = next(step for step in _YEARS if days / 365.25 / step <= _MOST)
        return list(self._years(step)), "year"

    def channel(
        self, alt: ModuleType, lang: Language, *, before: float = 0, after: float = 0, labelled: bool = True, bound: bool = False
    ) -> altair.X:
        """The horizontal channel of a layer with its labelled axis, and so many pixels before its first moment and after its last.

        One layer of a plot is to be bound to the first and last moment; the others share what it says.
        """
        ticks, told = self.ticks()
        formats = {
            "day": {"en": "%-d %b %Y", "vi": "%-d/%-m/%Y"},
            "month": {"en": "%b %Y", "vi": "%-m/%Y"},
            "year": {"en": "%Y", "vi": "%Y"},
        }
        axis = alt.Axis(
            orient="top",
            title=None,
            values=[milliseconds(day) for day in ticks],
            labelExpr=f"utcFormat(datum.value, '{formats[told][lang]}')",
            labelOverlap=False,
            labelFlush=False,
            grid=True,
            domain=False,
            ticks=False,
        )
        domain = [milliseconds(self.day(-before)), milliseconds(self.day(self.width + after))]
        scale = alt.Scale(type="utc", nice=False, **({"domain": domain} if bound else {}))
        found: altair.X = alt.X("x:T", scale=scale, axis=axis if labelled else None)
        return found
