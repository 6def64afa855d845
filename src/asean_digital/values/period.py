"""`Period`: a stretch of time named in calendar units, both ends included and taken whole."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Literal

import attrs

from asean_digital.errors import InvalidRecord, InvalidValue, Problem, shown
from asean_digital.values.partial_date import MONTHS, PartialDate, as_day
from asean_digital.values.term import language

if TYPE_CHECKING:
    import datetime

_COARSENESS = ("day", "month", "year")


class Bound(enum.Enum):
    """The end of what has no known last day: `OPEN` goes on, `UNKNOWN` ends on a day we do not know."""

    OPEN = ".."
    UNKNOWN = "?"

    def label(self, lang: str = "en") -> str:
        """The word for readers."""
        vietnamese = language(lang) == "vi"
        if self is Bound.OPEN:
            return "đến nay" if vietnamese else "ongoing"
        return "chưa rõ" if vietnamese else "unknown"

    def __repr__(self) -> str:
        return self.name


OPEN: Literal[Bound.OPEN] = Bound.OPEN
"""It goes on, and a source says so."""
UNKNOWN: Literal[Bound.UNKNOWN] = Bound.UNKNOWN
"""It ended or will end on a day that we do not know."""


@attrs.frozen
class Period:
    """A stretch named in calendar units, both ends included and taken whole.

    ``2026/2030`` is 1 January 2026 to 31 December 2030. This reading of coarse ends is narrower than EDTF's, in which
    such an interval begins on *some* day of 2026. `end` may be `OPEN` (``2021/..``) or `UNKNOWN` (``2021/``).

    Example:
        >>> period = Period(PartialDate(2026), PartialDate(2030))
        >>> period.covers("2026-01-10"), period.days
        (True, 1826)
        >>> Period.parse("2026-01-15/2026-01-16").label("vi")
        '15-16/1/2026'
        >>> print(Period(PartialDate(2021), UNKNOWN).covers("2024-05-01"))
        None

    Raises:
        InvalidRecord: when an end has the wrong type or the period would end before it starts.

    """

    start: PartialDate
    """Its first year, month or day."""
    end: PartialDate | Bound
    """Its last year, month or day; `OPEN`; or `UNKNOWN`."""

    def __attrs_post_init__(self) -> None:
        problems: list[Problem] = []
        if not isinstance(self.start, PartialDate):
            problems.append(Problem(path="start", rule="must be a PartialDate", value=shown(self.start)))
        if not isinstance(self.end, PartialDate | Bound):
            problems.append(Problem(path="end", rule="must be a PartialDate, OPEN or UNKNOWN", value=shown(self.end)))
        if not problems and isinstance(self.end, PartialDate) and self.start.earliest > self.end.latest:
            problems.append(Problem(path="end", rule="must not lie before the start", value=shown(str(self)), way_out="swap the two ends"))
        if problems:
            raise InvalidRecord.of("not a period", tuple(problems))

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read EDTF text: ``2026/2030``, ``2026-01-15/2026-01-16``, ``2021/..`` or ``2021/``.

        Raises:
            InvalidValue: when the text has another form.
            InvalidRecord: when it has that form and is no period.

        """
        if not isinstance(text, str) or text.count("/") != 1:
            raise InvalidValue(
                Problem(rule="must be a period in EDTF", value=shown(text), way_out="write it like '2026/2030' or '2021/..'")
            )
        start, _, end = text.partition("/")
        last = OPEN if end == ".." else UNKNOWN if end == "" else PartialDate.parse(end)
        return cls(PartialDate.parse(start), last)

    @property
    def earliest(self) -> datetime.date:
        """Its first day."""
        return self.start.earliest

    @property
    def latest(self) -> datetime.date | None:
        """Its last day; None when the end is open or unknown."""
        return self.end.latest if isinstance(self.end, PartialDate) else None

    @property
    def is_open(self) -> bool:
        """Whether it is said to go on."""
        return self.end is OPEN

    @property
    def precision(self) -> str:
        """The coarser precision of its two ends."""
        ends = [end.precision for end in (self.start, self.end) if isinstance(end, PartialDate)]
        return max(ends, key=_COARSENESS.index)

    @property
    def days(self) -> int | None:
        """The number of days; None when the end is open or unknown."""
        return (self.latest - self.earliest).days + 1 if self.latest else None

    @property
    def sort_key(self) -> tuple[int, int, int, int, str]:
        """A total order: earliest day, latest day (no end last), precision (finer first), type, EDTF text."""
        latest = self.latest.toordinal() if self.latest else 10_000_000
        return (self.earliest.toordinal(), latest, _COARSENESS.index(self.precision), 1, str(self))

    def covers(self, day: datetime.date | str) -> bool | None:
        """Whether the day lies in it; None when that hangs on an unknown end."""
        day = as_day(day)
        if day < self.earliest:
            return False
        if isinstance(self.end, PartialDate):
            return day <= self.end.latest
        return True if self.end is OPEN or day == self.earliest else None

    def within(self, other: Period) -> bool | None:
        """Whether all of it lies in the other period; None when that hangs on an unknown end."""
        if self.earliest < other.earliest:
            return False
        if other.end is OPEN or self.latest == other.earliest:
            return True
        if self.is_open:
            return False
        if other.latest is not None:
            if self.latest is not None:
                return self.latest <= other.latest
            return False if self.earliest > other.latest else None
        return None

    def overlaps(self, other: Period) -> bool | None:
        """Whether the two share a day; None when that hangs on an unknown end."""
        first, second = sorted((self, other), key=lambda period: period.earliest)
        return first.covers(second.earliest)

    def label(self, lang: str = "en") -> str:
        """The period for readers: ``15-16 January 2026`` or ``15-16/1/2026``.

        Raises:
            InvalidQuery: for a language other than English and Vietnamese.

        """
        vietnamese = language(lang) == "vi"
        start = self.start
        if self.end is OPEN:
            return f"từ {start.label(lang)} trở đi" if vietnamese else f"from {start.label(lang)} on"
        if not isinstance(self.end, PartialDate):
            return f"từ {start.label(lang)}, chưa rõ khi kết thúc" if vietnamese else f"from {start.label(lang)}, end unknown"
        end = self.end
        if start == end:
            return start.label(lang)
        if start.precision == end.precision and start.month and end.month and start.year == end.year:
            if start.day is None:
                return (
                    f"tháng {start.month}-{end.month}/{end.year}"
                    if vietnamese
                    else f"{MONTHS[start.month - 1]}-{MONTHS[end.month - 1]} {end.year}"
                )
            if start.month == end.month:
                return (
                    f"{start.day}-{end.day}/{end.month}/{end.year}"
                    if vietnamese
                    else f"{start.day}-{end.day} {MONTHS[end.month - 1]} {end.year}"
                )
            return (
                f"{start.day}/{start.month}-{end.day}/{end.month}/{end.year}"
                if vietnamese
                else f"{start.day} {MONTHS[start.month - 1]}-{end.day} {MONTHS[end.month - 1]} {end.year}"
            )
        return f"{start.label(lang)}-{end.label(lang)}"

    def __str__(self) -> str:
        end = str(self.end) if isinstance(self.end, PartialDate) else ".." if self.end is OPEN else ""
        return f"{self.start}/{end}"
