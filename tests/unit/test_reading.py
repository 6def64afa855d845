"""Dates in words: what is read, what is refused and why, and what in running text is no date."""

import pickle
import unicodedata

import pytest

import asean_digital as ad
from asean_digital.errors import DateRefused, InvalidQuery


def read(text, **told):
    """The EDTF of a phrase, or the reason why it is refused."""
    try:
        return str(ad.parse_when(text, **told))
    except DateRefused as error:
        return error.reason


def found(text, **told):
    return [(row.text, str(row.when) if row.when else row.reason) for row in ad.dates_in(text, **told)]


class TestVietnamese:
    @pytest.mark.parametrize(
        ("text", "when"),
        [
            ("ngày 15, 16 và 17/1/2026", "2026-01-15/2026-01-17"),
            ("từ 12 đến 16/1/2026", "2026-01-12/2026-01-16"),
            ("từ thứ Hai 12/1 đến thứ Sáu 16/1/2026", "2026-01-12/2026-01-16"),
            ("từ sáng 12/1 đến chiều 16/1/2026", "2026-01-12/2026-01-16"),
            ("ngày 16/1/2026 (thứ Sáu)", "2026-01-16"),
            ("16/1/2026, thứ Sáu", "2026-01-16"),
            ("sáng ngày 12/1/2026", "2026-01-12"),
            ("thứ 2, ngày 12/1/2026", "2026-01-12"),
            ("Chủ nhật 18/1/2026", "2026-01-18"),
            ("30/12-2/1/2026", "2025-12-30/2026-01-02"),
            ("tháng 1, 2 và 3/2026", "2026-01/2026-03"),
            ("tháng 1 và 2 năm 2026", "2026-01/2026-02"),
            ("tháng 12/2025 - 1/2026", "2025-12/2026-01"),
            ("tháng năm 2026", "2026-05"),
            ("tháng năm năm 2026", "2026-05"),
            ("ngày năm tháng năm năm 2026", "2026-05-05"),
            ("ngày mười lăm và mười sáu tháng một năm hai nghìn không trăm hai mươi sáu", "2026-01-15/2026-01-16"),
            ("ngày hai mươi mốt tháng mười hai năm hai không hai sáu", "2026-12-21"),
            ("ngày hăm mốt tháng chạp năm một nghìn chín trăm linh năm", "1905-12-21"),
            ("ngày 12-14/1 và 15/1/2026", "2026-01-12/2026-01-15"),
            ("từ ngày 12-1 đến ngày 16-1-2026", "2026-01-12/2026-01-16"),
            ("15~16/1/2026", "2026-01-15/2026-01-16"),
            ("thứ Sáu (16/1/2026)", "2026-01-16"),
            ("tu ngay 12 den 16 thang 1 nam 2026", "2026-01-12/2026-01-16"),
            ("6 thang dau nam 2026", "2026-01/2026-06"),
            ("nam 2026", "2026"),
            ("năm 2024, 2025 và 2026", "2024/2026"),
            ("2021-nay", "2021/.."),
            ("quý thứ nhất năm 2026", "2026-01/2026-03"),
            ("quý IV - quý I/2026", "2025-10/2026-03"),
            ("quý I và II/2026", "2026-01/2026-06"),
            ("quý 1-2/2026", "2026-01/2026-06"),
            ("quý 1, 2 năm 2026", "2026-01/2026-06"),
            ("từ quý I đến quý III năm 2026", "2026-01/2026-09"),
            ("sáu tháng cuối năm 2026", "2026-07/2026-12"),
            ("9 tháng đầu năm 2026", "2026-01/2026-09"),
            ("nửa đầu năm 2026", "2026-01/2026-06"),
            ("từ năm 2021 đến năm 2025", "2021/2025"),
            ("những năm 2021-2025", "2021/2025"),
            ("từ tháng 1/2021 trở đi", "2021-01/.."),
            ("từ 2021, chưa rõ khi kết thúc", "2021/"),
            ("1/2027", "2027-01"),
            ("2026-10/2/2027", "2026/2027-02-10"),
            ("ngày 12\ntháng 1\nnăm 2026", "2026-01-12"),
            ("ngày\u00a012\u00a0tháng 1/2026", "2026-01-12"),
        ],
    )
    def test_it_is_read(self, text, when):
        assert read(text, lang="vi") == when
        assert read(unicodedata.normalize("NFD", text), lang="vi") == when
        assert read(text.upper(), lang="vi") == when

    @pytest.mark.parametrize(
        ("text", "reason"),
        [
            ("ngày 16/1/2026, thứ Năm", "impossible"),
            ("ngày ba mươi mốt tháng mười một năm 2026", "impossible"),
            ("quý 5/2026", "impossible"),
            ("tháng 0/2026", "impossible"),
            ("31/2", "impossible"),
            ("ngày 15 và 18/1/2026", "ambiguous"),
            ("ngày 15 hoặc 16/1/2026", "ambiguous"),
            ("12/1/26", "ambiguous"),
            ("những năm 2020", "vague"),
            ("thập niên 2020", "vague"),
            ("đầu những năm 2020", "vague"),
            ("năm học 2025-2026", "vague"),
            ("ngày 15 tháng Giêng âm lịch năm 2026", "vague"),
            ("đến ngày 16/1/2026", "vague"),
            ("trước năm 2026", "vague"),
            ("từ năm 2026", "vague"),
            ("ngày 12", "vague"),
            ("ngày 12-14", "vague"),
            ("ngày 2-9", "ambiguous"),
            ("ngày 16-1", "no year"),
            ("ngày 15 hoặc 16/1", "no year"),
            ("cuoi nam 2026", "vague"),
            ("cuối năm", "vague"),
            ("thứ Sáu", "vague"),
            ("thế kỷ XXI", "no date"),
            ("nửa đầu tháng 1/2026", "vague"),
            ("mùa hè 2026", "vague"),
            ("hơn 12 tháng năm 2026", "no date"),
            ("lần thứ 6", "no date"),
            ("9h30 ngày 12/1/2026", "no date"),
            ("", "no date"),
            ("   ", "no date"),
            ("12", "no date"),
            ("12, 2026", "no date"),
        ],
    )
    def test_it_is_refused(self, text, reason):
        assert read(text, lang="vi") == reason


class TestEnglish:
    @pytest.mark.parametrize(
        ("text", "when"),
        [
            ("from the 12th to the 16th of January 2026", "2026-01-12/2026-01-16"),
            ("Monday 12 to Friday 16 January 2026", "2026-01-12/2026-01-16"),
            ("Fri., 16 Jan. 2026", "2026-01-16"),
            ("16-Jan-2026", "2026-01-16"),
            ("12-Jan to 16-Jan-2026", "2026-01-12/2026-01-16"),
            ("15 & 16 January 2026", "2026-01-15/2026-01-16"),
            ("between January and March 2026", "2026-01/2026-03"),
            ("Friday (16 January 2026)", "2026-01-16"),
            ("2021 – present", "2021/.."),
            ("January the 16th, 2026", "2026-01-16"),
            ("the twelfth of January 2026", "2026-01-12"),
            ("on the morning of 12 January 2026", "2026-01-12"),
            ("January 30 – February 2, 2024", "2024-01-30/2024-02-02"),
            ("30 December 2025 - 2 January", "2025-12-30/2026-01-02"),
            ("January 12, 13 and 14, 2026", "2026-01-12/2026-01-14"),
            ("July-2024", "2024-07"),
            ("January and February 2026", "2026-01/2026-02"),
            ("December 2025 to January 2026", "2025-12/2026-01"),
            ("between 2021 and 2025", "2021/2025"),
            ("the years 2024 and 2025", "2024/2025"),
            ("2026 Q3", "2026-07/2026-09"),
            ("Q1-Q2 2026", "2026-01/2026-06"),
            ("H2 2026", "2026-07/2026-12"),
            ("the first half of 2026", "2026-01/2026-06"),
            ("the first six months of 2026", "2026-01/2026-06"),
            ("from 2021 on", "2021/.."),
            ("2021 onwards", "2021/.."),
            ("from January 2021, end unknown", "2021-01/"),
            ("2026/01/16", "2026-01-16"),
            ("1/16/2026", "2026-01-16"),
            ("5/5/2026", "2026-05-05"),
            ("5/6/2026 - 16/6/2026", "2026-06-05/2026-06-16"),
            ("2026-10 February 2027", "2026/2027-02-10"),
            ("(16 January 2026).", "2026-01-16"),
        ],
    )
    def test_it_is_read(self, text, when):
        assert read(text, lang="en") == when

    @pytest.mark.parametrize(
        ("text", "reason"),
        [
            ("13/13/2026", "impossible"),
            ("January 16-12, 2026", "impossible"),
            ("5/6/2026 - 7/6/2026", "ambiguous"),
            ("12 January 2026 and 15 March 2027", "ambiguous"),
            ("12 January 2026; 15 March 2027", "ambiguous"),
            ("15 or 16 January 2026", "ambiguous"),
            ("12.1.2026", "ambiguous"),
            ("by 2030", "vague"),
            ("until 16 January 2026", "vague"),
            ("from 2021", "vague"),
            ("late 2025 to early 2026", "vague"),
            ("summer of 2026", "vague"),
            ("on Friday", "vague"),
            ("the end of the year", "vague"),
            ("two years ago", "vague"),
            ("the 21st century", "vague"),
            ("ca. 2020", "vague"),
            ("the end of the meeting", "no date"),
            ("second half of January 2026", "vague"),
            ("in 2024, 2026 and 2028", "ambiguous"),
            ("fiscal year 2026", "vague"),
            ("the 2020s", "vague"),
            ("last May", "vague"),
            ("the meeting on 12 January 2026", "no date"),
            ("2026-01-12T09:00", "no date"),
            ("12 participants", "no date"),
            ("10000", "no date"),
        ],
    )
    def test_it_is_refused(self, text, reason):
        assert read(text, lang="en") == reason


class TestYear:
    def test_a_missing_year_is_the_callers(self):
        assert read("16 January", year=2026) == "2026-01-16"
        assert read("quý I", year=2026) == "2026-01/2026-03"
        assert read("6 tháng đầu năm", year=2026) == "2026-01/2026-06"
        assert read("16 January") == read("quý I") == "no year"

    def test_the_phrases_own_year_goes_before_it(self):
        assert read("16 January 2025", year=2026) == "2025-01-16"
        assert read("0000-01", year=2026) == "impossible"

    def test_two_ends_in_different_years_need_both(self):
        assert read("30/12-2/1", lang="vi", year=2026) == "no year"
        assert read("30 December - 2 January 2026", year=2020) == "2025-12-30/2026-01-02"

    def test_29_february_hangs_on_it(self):
        assert read("29/2", lang="vi", year=2024) == "2024-02-29"
        assert read("29/2", lang="vi", year=2026) == "impossible"
        assert read("29/2", lang="vi") == "no year"


class TestOrder:
    def test_vietnamese_is_day_first(self):
        assert read("12/1/2026", lang="vi") == read("12/1/2026", lang="vi-VN") == read("sáng 12/1/2026") == "2026-01-12"
        assert read("1/16/2026", lang="vi") == "impossible"

    def test_figures_are_ambiguous_where_nothing_tells(self):
        assert read("12/1/2026") == read("12/1/2026", lang="en") == "ambiguous"
        assert read("12/1") == "no year"
        assert read("12/1", year=2026) == "ambiguous"

    def test_the_caller_tells(self):
        assert read("12/1/2026", dayfirst=True) == "2026-01-12"
        assert read("12/1/2026", lang="vi", dayfirst=False) == "2026-12-01"

    def test_forms_of_vietnamese_alone_tell_unless_it_is_english(self):
        assert read("12.1.2026") == "2026-01-12"
        assert read("10-12/1/2026") == "2026-01-10/2026-01-12"
        assert read("10-12/1/2026", lang="en") == "ambiguous"

    def test_in_running_text_its_small_words_tell(self):
        assert found("Hội nghị được tổ chức hôm 12/1/2026.") == [("12/1/2026", "2026-01-12")]
        assert found("The meeting was held on 12/1/2026.") == [("12/1/2026", "ambiguous")]
        assert found("The meeting in Hà Nội was held on 12/1/2026.", lang="vi") == [("12/1/2026", "2026-01-12")]
        assert found("(12/1/2026)") == [("12/1/2026", "ambiguous")]


class TestRunningText:
    @pytest.mark.parametrize(
        ("text", "dates"),
        [
            ("Sáng nay (12/1), tại Hà Nội", [("Sáng nay", "vague"), ("12/1", "no year")]),
            ("ngày 16/1/2026./.", [("ngày 16/1/2026", "2026-01-16")]),
            ("Từ năm 2021-2025, trong 5 năm 2021-2025", [("Từ năm 2021-2025", "2021/2025"), ("năm 2021-2025", "2021/2025")]),
            ("ngày 15 và 18/1/2026", [("ngày 15", "2026-01-15"), ("18/1/2026", "2026-01-18")]),
            (
                "on 12, 13 and 14 January 2026 and 2 February",
                [("12, 13 and 14 January 2026", "2026-01-12/2026-01-14"), ("2 February", "2026-02-02")],
            ),
            ("the years 2024 and 2025, and the year 2027", [("years 2024 and 2025", "2024/2025"), ("year 2027", "2027")]),
            (
                "On Friday (16 January 2026), in 2024, 2025 and 2026",
                [("Friday (16 January 2026)", "2026-01-16"), ("2024, 2025 and 2026", "2024/2026")],
            ),
            ("họp thứ Sáu (16/1) rồi thứ Bảy 17/1/2026", [("thứ Sáu (16/1)", "no year"), ("thứ Bảy 17/1/2026", "2026-01-17")]),
            ("In 2025, 2000 people came", [("2025", "2025")]),
            ("đầu tháng 1/2026 và cuối năm 2027", [("đầu tháng 1/2026", "vague"), ("cuối năm 2027", "vague")]),
            ("Hội nghị lần thứ 6, ngày 12/1/2026", [("ngày 12/1/2026", "2026-01-12")]),
            ("trong 12 tháng năm 2026", [("năm 2026", "2026")]),
            ("by 2030 and 2045; ASEAN 2045 in 2026", [("2030", "2030"), ("2045", "2045"), ("2026", "2026")]),
            ("In May, ministers may march; April Tan met August.", [("May", "no year")]),
            ("Sun 12 January 2026; sat 12 January 2026", [("Sun 12 January 2026", "impossible"), ("12 January 2026", "2026-01-12")]),
            ("họp ngày 12, rồi ngày 15", [("ngày 12", "vague"), ("ngày 15", "vague")]),
            ("từ 9h ngày 12/1 đến 17h ngày 16/1/2026", [("ngày 12/1", "no year"), ("ngày 16/1/2026", "2026-01-16")]),
            ("At 2026-01-12T09:00 and from 2021/.. and since 2020, in 2021/ too", None),
            ("tháng 13/2026", [("tháng 13/2026", "impossible")]),
            ("ngày 12/1/26", [("ngày 12/1/26", "ambiguous")]),
            ("vào 1/2027, từ 2/2026", [("1/2027", "2027-01"), ("2/2026", "2026-02")]),
            ("tháng 1 và 15 bộ trưởng", [("tháng 1", "no year")]),
            ("báo cáo 2026-01 và 2023-24", [("2026-01", "2026-01"), ("2023-24", "2023/2024")]),
        ],
    )
    def test_dates_are_found(self, text, dates):
        if dates is None:
            dates = [("2026-01-12", "2026-01-12"), ("from 2021/..", "2021/.."), ("since 2020", "2020/.."), ("2021/", "2021/")]
        assert found(text) == dates

    @pytest.mark.parametrize(
        "text",
        [
            "ADM 2030, ASEAN 2045, ADGMIN 2026, Hanoi Declaration 2026, since the 2026 plan",
            "Nghị định 12/2026/NĐ-CP, Thông tư 08/2024, số 3/2025, No. 12/2024, tỷ lệ 1/2000",
            "chiếm 2/3, hoạt động 24/7, phòng 12/1, tỷ số 2-1, 12-16%, mã 15-01-A, 32/13/2026",
            "đạt 2000-2500 đại biểu, in 2000 villages, 2026 USD, mỗi tháng 2 lần, tháng 1,5%, 3.11.12",
            "0912.345.678, +84 24 3943 8000, 12.1.2026.3, v1.12.2026, 14:30, 1.250, 2,026",
            "https://example.vn/2026/01/12/adgmin-2026-01-12.html?d=2026-01-12",
            "see www.example.vn/july-2024 or report-november-2023-final.pdf, annex_january 2026, in 2026/January 2027",
            "in 3000 and in 1500, item 3/2025, ngày tháng năm, I, II",
            "12/2026-20, 16/1/2026-20",
            "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16",
        ],
    )
    def test_other_figures_are_none(self, text):
        assert found(text) == []

    def test_offsets_are_those_of_the_text_as_given(self):
        text = "\U0001f600 Hội nghị từ ngày 12 đến 16/1/2026 và tháng năm năm 2027."
        for given in (text, unicodedata.normalize("NFD", text)):
            rows = ad.dates_in(given)
            assert [given[row.start : row.end] for row in rows] == [row.text for row in rows]
            assert [unicodedata.normalize("NFC", row.text) for row in rows] == ["từ ngày 12 đến 16/1/2026", "tháng năm năm 2027"]

    def test_marks_that_no_letter_takes_move_nothing(self):
        (row,) = ad.dates_in("q\u0301 na\u0306m 2026 q\u0301")
        assert (row.start, row.end, row.text) == (3, 12, "na\u0306m 2026")

    def test_a_letter_that_grows_in_lower_case_moves_nothing(self):
        (row,) = ad.dates_in("İİİ năm 2026")
        assert (row.start, row.end) == (4, 12)

    def test_what_is_refused_says_why_and_can_be_left_out(self):
        (row,) = ad.dates_in("Hội nghị khai mạc ngày 15/1.")
        assert (row.when, row.reason, row.why) == (None, "no year", "no year is said; give it as year=")
        assert list(ad.dates_in("Hội nghị khai mạc ngày 15/1.", refused=False)) == []
        (row,) = ad.dates_in("năm 2026")
        assert (row.reason, row.why) == (None, "")


class TestArguments:
    @pytest.mark.parametrize("ask", [ad.parse_when, ad.dates_in])
    def test_arguments_are_checked(self, ask):
        with pytest.raises(InvalidQuery, match="text must be text, not None"):
            ask(None)
        with pytest.raises(InvalidQuery, match="year must be a whole number from 1 to 9999 or None, not '2026'"):
            ask("", year="2026")
        with pytest.raises(InvalidQuery, match="year must be"):
            ask("", year=0)
        with pytest.raises(InvalidQuery, match="year must be"):
            ask("", year=True)
        with pytest.raises(InvalidQuery, match="lang must be 'en' or 'vi'"):
            ask("", lang="fr")
        with pytest.raises(InvalidQuery, match="dayfirst must be True, False or None, not 1"):
            ask("", dayfirst=1)

    def test_the_error_is_a_value_error_that_pickles(self):
        with pytest.raises(ValueError, match=r"'late 2026' is not read as a date \(vague\)") as caught:
            ad.parse_when("late 2026")
        error = pickle.loads(pickle.dumps(caught.value))  # noqa: S301
        assert (error.text, error.reason, error.why) == ("late 2026", "vague", caught.value.why)
        assert str(error) == str(caught.value)
