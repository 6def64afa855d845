"""What questions are asked with: years, first and last days, records of one kind."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from asean_digital.errors import AseanDigitalError, InvalidQuery, InvalidValue, Problem, RecordNotFound, shown
from asean_digital.model import KINDS
from asean_digital.queries.finding import RefLike, find
from asean_digital.values import PartialDate, Period

if TYPE_CHECKING:
    from asean_digital.model.record import Record
    from asean_digital.registry import Registry


def one_of(kind: str, name: RefLike, registry: Registry) -> Record:
    """The one record of a kind with this reference, id, slug or name.

    Raises:
        RecordNotFound: when there is none; the message names near ones and the list of the kind.
        AmbiguousName: when there are several.
        InvalidQuery: when it is a record of another kind.

    """
    the_list = f"for the list take asean_digital.{KINDS[kind][2]}"
    try:
        record = find(name, kind, registry)
    except RecordNotFound as error:
        raise RecordNotFound(error.asked, error.near, the_list) from None
    if kind != record.KIND:
        msg = f"a {kind} is asked for, not {record.id}; {the_list}"
        raise InvalidQuery(msg)
    return record


def as_year(year: int) -> Period:
    """A calendar year as a period.

    Raises:
        InvalidQuery: when it is none.

    """
    if type(year) is not int or not 1 <= year <= 9999:
        msg = f"a year must be a whole number from 1 to 9999, not {shown(year)}; write it like 2026"
        raise InvalidQuery(msg)
    return Period(PartialDate(year), PartialDate(year))


def as_years(years: int | Iterable[int] | None) -> tuple[int, ...] | None:
    """The years asked for, each once and in order; None for all.

    Raises:
        InvalidQuery: when one is none, or there is none.

    """
    if years is None:
        return None
    found: list[Any] = list(years) if isinstance(years, Iterable) and not isinstance(years, str) else [years]
    if not found:
        msg = "at least one year must be asked for; write 2026, (2025, 2026), or None for all"
        raise InvalidQuery(msg)
    return tuple(sorted({as_year(year).start.year for year in found}))


def as_bound(value: datetime.date | PartialDate | str | None, name: str) -> PartialDate | None:
    """The first or last moment asked for, from a date or EDTF text; None where it is left open.

    Raises:
        InvalidValue: when it is none.

    """
    if value is None or isinstance(value, PartialDate):
        return value
    if isinstance(value, datetime.date):
        return PartialDate(value.year, value.month, value.day)
    try:
        return PartialDate.parse(value)
    except AseanDigitalError:
        raise InvalidValue(
            Problem(
                path=name,
                rule="must be a date, or EDTF text of a day, month or year",
                value=shown(value),
                way_out="write it like '2026-01-16', '2026-01' or '2026'",
            )
        ) from None


def after_the_record(day: datetime.date, registry: Registry) -> str:
    """Why nothing is certain of a day after the data was last checked; empty where that is not so."""
    if registry.as_of is not None and day > registry.as_of.earliest:
        return f"the data was last checked on {registry.as_of}"
    return ""
