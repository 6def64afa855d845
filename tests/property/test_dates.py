"""Laws of dates and periods: orders, EDTF, comparisons; against a brute-force oracle over days."""

import copy
import datetime
import pickle

import edtf
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from asean_digital.errors import InvalidQuery, InvalidRecord, InvalidValue
from asean_digital.testing import partial_dates, periods, whens
from asean_digital.values import (
    OPEN,
    UNKNOWN,
    Bound,
    PartialDate,
    Period,
    parse_edtf,
    possibly_before,
    possibly_on,
    possibly_same,
    surely_before,
    surely_on,
    surely_same,
)
from asean_digital.values.when import parse_until

DAY = datetime.timedelta(days=1)
near_dates = partial_dates(min_year=2023, max_year=2025)
near_days = st.dates(datetime.date(2022, 12, 1), datetime.date(2026, 2, 1))
untils = st.none() | near_dates | st.sampled_from(Bound)
HORIZON = datetime.date(2027, 1, 1)


def days(first, last):
    return {first + n * DAY for n in range((last - first).days + 1)}


def worlds(period):
    """Every set of days, up to a horizon, that a period may be: several where its end is unknown."""
    if period.end is OPEN:
        return [days(period.earliest, HORIZON)]
    if period.end is UNKNOWN:
        # Ends that tell all cases apart: at once, at the edges of the years in play, and far out, but before the horizon.
        ends = {period.earliest, period.earliest + DAY, *(datetime.date(y, 12, 31) for y in (2023, 2024, 2025)), HORIZON - DAY}
        return [days(period.earliest, end) for end in sorted(ends) if end >= period.earliest]
    return [days(period.earliest, period.latest)]


def in_all(answers):
    """True or False where every world says so, else None."""
    found = set(answers)
    return found.pop() if len(found) == 1 else None


class TestMoments:
    @given(whens())
    def test_earliest_is_not_after_latest(self, when):
        assert when.latest is None or when.earliest <= when.latest

    @given(partial_dates())
    def test_earliest_and_latest_span_exactly_the_unit_named(self, date):
        spans = {"day": {1}, "month": {28, 29, 30, 31}, "year": {365, 366}}
        assert (date.latest - date.earliest).days + 1 in spans[date.precision]
        assert date.year == date.earliest.year == date.latest.year
        assert date.is_open is False

    @given(whens())
    def test_edtf_goes_out_and_back(self, when):
        assert parse_edtf(str(when)) == when

    @given(st.none().flatmap(lambda _: untils))
    def test_an_until_goes_out_and_back(self, until):
        assume(until is not None)
        assert parse_until(until.value if isinstance(until, Bound) else str(until)) == until

    @given(whens())
    def test_the_edtf_package_takes_our_syntax(self, when):
        assert edtf.parse_edtf(str(when)) is not None

    @given(st.text(alphabet="0123456789-/. ?T", max_size=21))
    def test_text_is_either_read_whole_or_refused(self, text):
        try:
            when = parse_edtf(text)
        except (InvalidValue, InvalidRecord):
            return
        assert text == str(when)

    @given(whens())
    def test_repr_can_be_pasted_back(self, when):
        names = {"PartialDate": PartialDate, "Period": Period, "OPEN": OPEN, "UNKNOWN": UNKNOWN}
        assert eval(repr(when), names) == when  # noqa: S307

    @given(whens())
    def test_copies_are_equal_and_hash_alike(self, when):
        for other in (pickle.loads(pickle.dumps(when)), copy.copy(when), copy.deepcopy(when)):  # noqa: S301
            assert when == other
            assert hash(when) == hash(other)

    @given(whens())
    def test_values_are_immutable(self, when):
        with pytest.raises(AttributeError):
            when.year = 2000

    @given(whens())
    def test_labels_exist_in_both_languages_and_in_no_other(self, when):
        assert when.label() == when.label("en") == when.label("en-GB")
        assert when.label("vi") == when.label("vi-VN") == when.label("vi_VN")
        assert when.label("en").strip() == when.label("en") != ""
        assert not any(month in when.label("vi") for month in ("January", "May", "December"))
        with pytest.raises(InvalidQuery):
            when.label("fr")

    @given(whens())
    def test_labels_name_the_year(self, when):
        assert str(when.earliest.year) in when.label("en")
        assert str(when.earliest.year) in when.label("vi")

    @given(whens(), whens())
    def test_what_differs_has_different_labels(self, one, two):
        # A period of one unit reads like the moment of that unit.
        def plain(when):
            return when.start if isinstance(when, Period) and when.start == when.end else when

        if plain(one) != plain(two):
            assert one.label("en") != two.label("en")
            assert one.label("vi") != two.label("vi")


class TestOrder:
    @given(st.lists(whens(), max_size=6))
    def test_sort_key_is_a_total_order(self, values):
        keys = [when.sort_key for when in values]
        for key, when in zip(keys, values, strict=True):
            for other_key, other in zip(keys, values, strict=True):
                assert (key == other_key) == (when == other)
        assert len(set(keys)) == len(set(values))

    @given(whens(), whens())
    def test_there_is_no_less_than(self, one, two):
        with pytest.raises(TypeError):
            one < two  # noqa: B015

    @given(whens(dates=near_dates), whens(dates=near_dates))
    def test_surely_before_implies_the_order_of_sort_keys(self, one, two):
        if surely_before(one, two):
            assert one.sort_key < two.sort_key

    @given(whens(dates=near_dates), whens(dates=near_dates))
    def test_surely_before_implies_possibly_before_and_excludes_the_reverse(self, one, two):
        if surely_before(one, two):
            assert possibly_before(one, two)
            assert not surely_before(two, one)
            assert not possibly_before(two, one)
            assert not possibly_same(one, two)

    @given(whens(dates=near_dates), whens(dates=near_dates))
    def test_exactly_one_of_before_after_and_possibly_the_same_is_sure(self, one, two):
        assert [surely_before(one, two), possibly_same(one, two), surely_before(two, one)].count(True) == 1

    @given(near_dates, near_dates)
    def test_comparisons_of_moments_agree_with_all_pairs_of_days(self, one, two):
        first, second = days(one.earliest, one.latest), days(two.earliest, two.latest)
        assert surely_before(one, two) == all(a < b for a in first for b in (min(second),))
        assert possibly_before(one, two) == any(a < b for a in (min(first),) for b in second)
        assert possibly_same(one, two) == bool(first & second)

    @given(whens(dates=near_dates), whens(dates=near_dates))
    def test_surely_same_implies_possibly_same_and_equal(self, one, two):
        assert possibly_same(one, two) == possibly_same(two, one)
        assert surely_same(one, two) == surely_same(two, one)
        if surely_same(one, two):
            assert possibly_same(one, two)
            assert one == two

    @given(partial_dates(precisions=("day",)))
    def test_a_finer_date_inside_a_coarser_one_is_possibly_not_surely_the_same(self, day):
        month, year = PartialDate(day.year, day.month), PartialDate(day.year)
        for finer, coarser in ((day, month), (day, year), (month, year)):
            assert possibly_same(finer, coarser)
            assert not surely_same(finer, coarser)
        assert surely_same(day, day)
        assert not surely_same(month, month)


class TestPeriods:
    @given(periods(dates=near_dates), near_days)
    def test_covers_agrees_with_every_world(self, period, day):
        assert in_all(day in world for world in worlds(period)) is period.covers(day)
        assert period.covers(day) is period.covers(day.isoformat())

    @given(periods(dates=near_dates), periods(dates=near_dates))
    def test_within_agrees_with_every_world(self, one, two):
        expected = in_all(first <= second for first in worlds(one) for second in worlds(two))
        if one.end is UNKNOWN and two.end is UNKNOWN and one.earliest >= two.earliest:
            expected = None
        assert expected is one.within(two)

    @given(periods(dates=near_dates), periods(dates=near_dates))
    def test_overlaps_agrees_with_every_world_and_is_symmetric(self, one, two):
        assert in_all(bool(first & second) for first in worlds(one) for second in worlds(two)) is one.overlaps(two)
        assert one.overlaps(two) is two.overlaps(one)

    @given(periods(dates=near_dates))
    def test_days_counts_the_days(self, period):
        expected = None if isinstance(period.end, Bound) else len(worlds(period)[0])
        assert expected == period.days

    @given(periods(dates=near_dates))
    def test_only_an_open_end_is_open(self, period):
        assert (period.end is OPEN) == period.is_open
        assert (period.latest is None) == isinstance(period.end, Bound)

    @given(periods(bounds=()))
    def test_precision_is_the_coarser_of_the_ends(self, period):
        order = ["day", "month", "year"]
        assert max((period.start.precision, period.end.precision), key=order.index) == period.precision

    @given(near_dates, near_dates)
    def test_a_period_may_not_end_before_it_starts(self, one, two):
        if one.earliest > two.latest:
            with pytest.raises(InvalidRecord):
                Period(one, two)
        else:
            assert Period(one, two).earliest == one.earliest


class TestLasting:
    @given(st.none() | near_dates, untils, near_days)
    def test_surely_on_implies_possibly_on(self, since, until, day):
        if surely_on(since, until, day):
            assert possibly_on(since, until, day)

    @given(near_dates, near_dates, near_days)
    def test_answers_agree_with_all_first_and_last_days(self, since, until, day):
        begins, ends = days(since.earliest, since.latest), days(until.earliest, until.latest)
        # From since up to but not including until.
        assert surely_on(since, until, day) == (max(begins) <= day < min(ends))
        assert possibly_on(since, until, day) == any(day < end for end in ends if min(begins) <= day)

    @given(near_dates, near_days)
    def test_only_an_open_end_makes_what_began_sure(self, since, day):
        for until in (UNKNOWN, None):
            assert not surely_on(since, until, day)
            assert possibly_on(since, until, day) == (since.earliest <= day)
        assert surely_on(since, OPEN, day) == (since.latest <= day)
        assert not surely_on(None, OPEN, day)
        assert possibly_on(None, None, day)
