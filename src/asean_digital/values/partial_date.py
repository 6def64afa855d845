"""`PartialDate`: one moment that is known to the year, the month or the day."""

from __future__ import annotations

import datetime
import re

import attrs

from asean_digital.errors import InvalidRecord, InvalidValue, Problem, shown
from asean_digital.values.term import language

_EDTF = r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?"
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_PRECISION_RANK = {"day": 0, "month": 1, "year": 2}


def _last_day(year: int, month: int) -> int:
    """The number of days of a month; importing `calendar` would cost a millisecond at every start."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else _DAYS[month - 1]


def as_day(day: datetime.date | str) -> datetime.date:
    """A calendar day from a date or from ISO text; the time of a datetime is left aside.

    Raises:
        InvalidValue: for anything else.

    """
    if isinstance(day, datetime.datetime):
        return day.date()
    if isinstance(day, datetime.date):
        return day
    if isinstance(day, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", day):
        try:
            return datetime.date.fromisoformat(day)
        except ValueError:
            pass
    raise InvalidValue(
        Problem(
            path="on",
            rule="must be a date or ISO text",
            value=shown(day),
            way_out="write it like '2026-01-16' or datetime.date(2026, 1, 16)",
        )
    )


@attrs.frozen
class PartialDate:
    """One moment known to the year, the month or the day; what is not known is left out, never invented.

    Two of them have no `<`: January 2027 is neither before nor after 15 January 2027. Ask `surely_before` or
    `possibly_before`, and sort by `sort_key`.

    Example:
        >>> PartialDate(2027, 1).label("vi")
        'tháng 1/2027'
        >>> PartialDate(2027, 1).latest
        datetime.date(2027, 1, 31)
        >>> str(PartialDate(2026, 1, 16))
        '2026-01-16'

    Raises:
        InvalidRecord: when the parts are no date of the proleptic Gregorian calendar, years 1 to 9999.

    """

    year: int
    """The year, 1 to 9999."""
    month: int | None = None
    """The month, 1 to 12, or None where only the year is known."""
    day: int | None = None
    """The day of the month, or None where only the month is known."""

    def __attrs_post_init__(self) -> None:
        problems = tuple(self._problems())
        if problems:
            raise InvalidRecord.of("not a date", problems)

    def _problems(self) -> list[Problem]:
        problems = []
        for name, low, high in (("year", 1, 9999), ("month", 1, 12), ("day", 1, 31)):
            value = getattr(self, name)
            if value is None and name != "year":
                continue
            if type(value) is not int or not low <= value <= high:
                problems.append(Problem(path=name, rule=f"must be a whole number from {low} to {high}", value=shown(value)))
        if self.day is not None and self.month is None:
            problems.append(Problem(path="day", rule="must not stand without a month", value=shown(self.day), way_out="give the month too"))
        if not problems and self.month is not None and self.day is not None:
            last = _last_day(self.year, self.month)
            if self.day > last:
                problems.append(Problem(path="day", rule=f"must be at most {last} in {self.year}-{self.month:02}", value=shown(self.day)))
        return problems

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read EDTF text of level 0: ``2026``, ``2026-01`` or ``2026-01-16``.

        Raises:
            InvalidValue: when the text has another form.
            InvalidRecord: when it has that form and is no date.

        """
        match = re.fullmatch(_EDTF, text) if isinstance(text, str) else None
        if match is None:
            raise InvalidValue(
                Problem(
                    rule="must be a date in EDTF",
                    value=shown(text),
                    way_out="write it like '2026', '2026-01' or '2026-01-16'",
                )
            )
        return cls(*(int(part) for part in match.groups() if part is not None))

    @property
    def precision(self) -> str:
        """``"year"``, ``"month"`` or ``"day"``."""
        if self.month is None:
            return "year"
        return "month" if self.day is None else "day"

    @property
    def earliest(self) -> datetime.date:
        """The first day that it may be."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> datetime.date:
        """The last day that it may be."""
        month = self.month or 12
        return datetime.date(self.year, month, self.day or _last_day(self.year, month))

    @property
    def is_open(self) -> bool:
        """Always False: a moment has an end."""
        return False

    @property
    def sort_key(self) -> tuple[int, int, int, int, str]:
        """A total order: earliest day, latest day, precision (finer first), type, EDTF text."""
        return (self.earliest.toordinal(), self.latest.toordinal(), _PRECISION_RANK[self.precision], 0, str(self))

    def label(self, lang: str = "en") -> str:
        """The date for readers: ``16 January 2026`` or ``16/1/2026``.

        Raises:
            InvalidQuery: for a language other than English and Vietnamese.

        """
        vietnamese = language(lang) == "vi"
        if self.month is None:
            return str(self.year)
        if vietnamese:
            return f"tháng {self.month}/{self.year}" if self.day is None else f"{self.day}/{self.month}/{self.year}"
        named = f"{MONTHS[self.month - 1]} {self.year}"
        return named if self.day is None else f"{self.day} {named}"

    def __str__(self) -> str:
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None)])


# Not calendar.month_name, which follows the locale.
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
