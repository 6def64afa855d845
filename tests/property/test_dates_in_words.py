"""Laws of dates in words: what we print is read back; offsets are true; no text hangs or breaks."""

import itertools
import typing
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import asean_digital as ad
from asean_digital.errors import DateRefused, Refused
from asean_digital.testing import partial_dates, whens
from asean_digital.values import PartialDate, Period

# Of the pieces that dates are made of, and others, so that chance makes dates and what is nearly one.
PIECES = [
    "ngày",
    "tháng",
    "năm",
    "quý",
    "giai",
    "đoạn",
    "từ",
    "đến",
    "và",
    "các",
    "thứ",
    "hai",
    "chủ",
    "nhật",
    "sáng",
    "hôm",
    "cuối",
    "đầu",
    "những",
    "năm",
    "nay",
    "mười",
    "một",
    "lăm",
    "tư",
    "lẻ",
    "vừa",
    "qua",
    "số",
    "âm",
    "lịch",
    "the",
    "of",
    "in",
    "on",
    "by",
    "since",
    "from",
    "to",
    "and",
    "or",
    "between",
    "January",
    "May",
    "Sept.",
    "first",
    "half",
    "quarter",
    "Q1",
    "H2",
    "late",
    "last",
    "Friday",
    "Mon",
    "years",
    "fiscal",
    "on",
    "1",
    "2",
    "12",
    "16",
    "31",
    "32",
    "99",
    "2026",
    "2030",
    "1967",
    "0000",
    "9999",
    "12th",
    "5G",
    "16/1",
    "1/2027",
    "12.1.2026",
    "12-16/1/2026",
    "2026-01",
    "2021/..",
    "ADM",
    "%,",
    "/",
    ".",
    "-",
    "–",
    ",",
    "(",
    ")",
    ":",
    "\n",
    "I",
    "IV",
    "V",
]
texts = (
    st.text(max_size=60)
    | st.text(alphabet="0123456789/.-–, ()\n\ud800\u0301\u0323Qqngàythánăm", max_size=40)
    | st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(("", " ", " ", " ", "-", "/", ", "))), max_size=14).map(
        lambda pieces: "".join(piece + gap for piece, gap in pieces)
    )
)
written = whens(dates=partial_dates(min_year=1000))
in_print = whens(dates=partial_dates(min_year=1800, max_year=2199))


def same(when):
    """A period from a date to the same date is printed as that date."""
    return when.start if isinstance(when, Period) and when.start == when.end else when


@pytest.mark.parametrize("lang", ["en", "vi"])
class TestLabels:
    @given(when=written)
    def test_a_label_is_read_back(self, lang, when):
        assert ad.parse_when(when.label(lang), lang=lang) == same(when)

    @given(when=in_print, marks=st.sampled_from(("NFC", "NFD")))
    def test_a_label_is_found_in_running_text(self, lang, when, marks):
        said = {"en": "It was planned in {}; the ministers agreed.", "vi": "Hội nghị diễn ra vào {}; các bộ trưởng nhất trí."}[lang]
        text = unicodedata.normalize(marks, said.format(when.label(lang)))
        rows = ad.dates_in(text, lang=lang)
        assert [row.when for row in rows] == [same(when)]
        assert unicodedata.normalize("NFC", rows[0].text) in {when.label(lang), when.label(lang).removeprefix("vào ")}


class TestEdtf:
    @given(whens())
    def test_edtf_is_read_back(self, when):
        assert ad.parse_when(str(when)) == when

    @given(in_print)
    def test_edtf_is_found_in_running_text(self, when):
        (row,) = ad.dates_in(f"It was planned in {when}, and the ministers agreed.")
        assert (row.when, row.text) == (when, str(when))


class TestAnyText:
    @given(texts, st.none() | st.integers(1, 9999), st.sampled_from((None, "en", "vi")), st.sampled_from((None, True, False)))
    @example("\ud800 ngày 12/1/2026 \udfff", None, None, None)
    def test_rows_stand_in_order_where_they_say(self, text, year, lang, dayfirst):
        rows = ad.dates_in(text, year, lang, dayfirst)
        assert all(text[row.start : row.end] == row.text != "" for row in rows)
        assert all(one.end <= two.start for one, two in itertools.pairwise(rows))
        assert all((row.when is None) == (row.reason is not None) == bool(row.why) for row in rows)
        assert list(ad.dates_in(text, year, lang, dayfirst, refused=False)) == [row for row in rows if row.when is not None]

    @given(texts, st.none() | st.integers(1, 9999), st.sampled_from((None, "en", "vi")), st.sampled_from((None, True, False)))
    def test_a_phrase_is_a_date_or_refused(self, text, year, lang, dayfirst):
        try:
            answer = ad.parse_when(text, year, lang, dayfirst)
        except DateRefused as error:
            answer = error
        if isinstance(answer, DateRefused):
            assert answer.reason in typing.get_args(Refused)
            assert (answer.text, bool(answer.why)) == (text, True)
        else:
            assert isinstance(answer, PartialDate | Period)
            assert ad.parse_when(str(answer)) == answer

    @given(texts)
    def test_composed_and_decomposed_text_say_the_same(self, text):
        composed, decomposed = (ad.dates_in(unicodedata.normalize(form, text)) for form in ("NFC", "NFD"))
        assert [(row.when, row.reason) for row in composed] == [(row.when, row.reason) for row in decomposed]

    @given(partial_dates(min_year=1800, max_year=2199).filter(lambda date: date.day is not None))
    def test_no_day_is_read_without_its_year_but_the_callers(self, date):
        for lang in ("en", "vi"):
            phrase = date.label(lang).removesuffix(str(date.year)).rstrip("/ ")
            with pytest.raises(DateRefused, match=r"\(no year\)"):
                ad.parse_when(phrase, lang=lang)
            assert ad.parse_when(phrase, year=date.year, lang=lang) == date


@pytest.mark.parametrize(
    "piece",
    ["1", "1 ", "12/", "12-", "12,", "1/2/", "2026-", "12 and ", "ngày 1 ", "đầu ", "một ", "January ", "giai     ", "a\u0301", "\n"],
)
def test_a_long_text_is_answered(piece):
    # No clock: were a pattern to try its ways over and over again, this would not end.
    text = piece * (200_000 // len(piece))
    rows = ad.dates_in(text)
    assert all(text[row.start : row.end] == row.text for row in rows)
    with pytest.raises(DateRefused):
        ad.parse_when(text)
