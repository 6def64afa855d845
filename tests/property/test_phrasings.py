"""Dates written out by another hand than ours, in many phrasings and both languages, are read and found as what they say."""

import datetime
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

import asean_digital as ad
from asean_digital.values import PartialDate, Period

MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
THU = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
UNITS = ("", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
THANG = ("Giêng", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai")
ROMAN = ("I", "II", "III", "IV")
DAYS = st.dates(datetime.date(1950, 1, 1), datetime.date(2099, 12, 1))
CARRIERS = {"en": "The ministers met {}, and the plan was adopted.", "vi": "Hội nghị họp {}, và kế hoạch được thông qua."}


def ordinal(day):
    return f"{day}{'th' if 10 < day < 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


def in_words(number):
    """A number from 1 to 31 in Vietnamese."""
    tens, ones = divmod(number, 10)
    if tens == 0:
        return UNITS[ones]
    last = {1: "mốt" if tens > 1 else "một", 5: "lăm"}.get(ones, UNITS[ones])
    return " ".join(part for part in ("mười" if tens == 1 else f"{UNITS[tens]} mươi", last) if part)


def of_day(d):
    month, short, weekday = MONTHS[d.month - 1], MONTHS[d.month - 1][:3], WEEKDAYS[d.weekday()]
    return {
        "en": [
            f"{d.day} {month} {d.year}",
            f"{month} {d.day}, {d.year}",
            f"{ordinal(d.day)} {month} {d.year}",
            f"the {ordinal(d.day)} of {month}, {d.year}",
            f"{short}. {d.day}, {d.year}",
            f"{d.day:02} {short} {d.year}",
            f"{weekday}, {month} {d.day}, {d.year}",
            f"{weekday} {d.day} {month} {d.year}",
            f"{weekday[:3]}, {d.day} {short} {d.year}",
            f"{d.day}-{short}-{d.year}",
            d.isoformat(),
        ],
        "vi": [
            f"ngày {d.day}/{d.month}/{d.year}",
            f"ngày {d.day:02}/{d.month:02}/{d.year}",
            f"{d.day}/{d.month}/{d.year}",
            f"ngày {d.day}.{d.month}.{d.year}",
            f"ngày {d.day}-{d.month}-{d.year}",
            f"ngày {d.day} tháng {d.month} năm {d.year}",
            f"Ngày {d.day:02} tháng {d.month:02}, {d.year}",
            f"{THU[d.weekday()]}, ngày {d.day}/{d.month}/{d.year}",
            f"{THU[d.weekday()]} ({d.day}/{d.month}/{d.year})",
            f"ngày {in_words(d.day)} tháng {THANG[d.month - 1]} năm {d.year}",
        ],
    }


def of_days(a, b):
    """From a day to a later one."""
    one, two = MONTHS[a.month - 1], MONTHS[b.month - 1]
    forms = {
        "en": [
            f"from {a.day} {one} {a.year} to {b.day} {two} {b.year}",
            f"{one} {a.day}, {a.year} – {two} {b.day}, {b.year}",
            f"between {a.day} {one} {a.year} and {b.day} {two} {b.year}",
            f"{a.isoformat()}/{b.isoformat()}",
        ],
        "vi": [
            f"từ ngày {a.day}/{a.month}/{a.year} đến ngày {b.day}/{b.month}/{b.year}",
            f"từ ngày {a.day} tháng {a.month} năm {a.year} đến ngày {b.day} tháng {b.month} năm {b.year}",
            f"{a.day}/{a.month}/{a.year}-{b.day}/{b.month}/{b.year}",
            f"từ {THU[a.weekday()]} {a.day}/{a.month}/{a.year} đến {THU[b.weekday()]} {b.day}/{b.month}/{b.year}",
        ],
    }
    if a.year == b.year:
        forms["en"] += [f"{a.day} {one} – {b.day} {two} {b.year}", f"from {one} {a.day} to {two} {b.day}, {b.year}"]
        forms["vi"] += [f"từ ngày {a.day}/{a.month} đến {b.day}/{b.month}/{b.year}", f"{a.day}/{a.month} - {b.day}/{b.month}/{b.year}"]
    if (a.year, a.month) == (b.year, b.month):
        forms["en"] += [
            f"{a.day}-{b.day} {two} {b.year}",
            f"{two} {a.day}–{b.day}, {b.year}",
            f"from the {ordinal(a.day)} to the {ordinal(b.day)} of {two} {b.year}",
        ]
        forms["vi"] += [
            f"{a.day}-{b.day}/{b.month}/{b.year}",
            f"từ ngày {a.day} đến {b.day}/{b.month}/{b.year}",
            f"từ ngày {a.day} đến ngày {b.day} tháng {b.month} năm {b.year}",
            f"từ {a.day}–{b.day}.{b.month}.{b.year}",
        ]
        if a.day + 1 == b.day:
            forms["en"] += [f"{a.day} and {b.day} {two} {b.year}", f"{two} {a.day} and {b.day}, {b.year}"]
            forms["vi"] += [f"ngày {a.day} và {b.day}/{b.month}/{b.year}", f"ngày {a.day} và ngày {b.day} tháng {b.month} năm {b.year}"]
    return forms


def of_months(y, m):
    quarter = (m - 1) // 3
    months = Period(PartialDate(y, 3 * quarter + 1), PartialDate(y, 3 * quarter + 3))
    month = PartialDate(y, m)
    return {
        "en": [(f"{MONTHS[m - 1]} {y}", month), (f"{MONTHS[m - 1][:3]} {y}", month), (f"Q{quarter + 1} {y}", months)],
        "vi": [
            *((words, month) for words in (f"tháng {m}/{y}", f"tháng {m:02} năm {y}", f"tháng {m}-{y}", f"tháng {THANG[m - 1]} năm {y}")),
            *((words, months) for words in (f"quý {ROMAN[quarter]}/{y}", f"quý {quarter + 1} năm {y}")),
        ],
    }


def check(words, lang, when):
    """The phrase alone and in a sentence says this, however its marks and letters are written."""
    for phrase in (words, unicodedata.normalize("NFD", words), words.upper()):
        assert ad.parse_when(phrase, lang=lang) == when
        text = CARRIERS[lang].format(phrase)
        assert [row.when for row in ad.dates_in(text, lang=lang)] == [when], text


@pytest.mark.parametrize("lang", ["en", "vi"])
class TestPhrasings:
    @given(d=DAYS)
    def test_of_a_day(self, lang, d):
        for words in of_day(d)[lang]:
            check(words, lang, PartialDate(d.year, d.month, d.day))

    @given(a=DAYS, length=st.integers(1, 3) | st.integers(1, 500))
    def test_of_a_stretch_of_days(self, lang, a, length):
        b = min(a + datetime.timedelta(days=length), datetime.date(2099, 12, 31))
        when = Period(PartialDate(a.year, a.month, a.day), PartialDate(b.year, b.month, b.day))
        for words in of_days(a, b)[lang]:
            check(words, lang, when)

    @given(y=st.integers(1900, 2100), m=st.integers(1, 12))
    def test_of_months_and_quarters(self, lang, y, m):
        for words, when in of_months(y, m)[lang]:
            check(words, lang, when)

    @given(d=DAYS, off=st.integers(1, 6))
    def test_another_weekday_is_refused(self, lang, d, off):
        names = WEEKDAYS if lang == "en" else THU
        right, wrong = names[d.weekday()], names[(d.weekday() + off) % 7]
        for words in of_day(d)[lang]:
            if right in words:
                with pytest.raises(ad.errors.DateRefused, match=r"\(impossible\)"):
                    ad.parse_when(words.replace(right, wrong), lang=lang)
