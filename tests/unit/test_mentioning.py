import json
import pickle
import unicodedata

import pytest

import asean_digital as ad
from asean_digital.errors import InvalidQuery
from asean_digital.queries import _reading
from asean_digital.queries._numerals import figures, spoken
from asean_digital.queries._running import normal, read
from asean_digital.queries._spelling import lower, steps

CITED = [{"source": "source:paper", "support": "stated"}]


def record(slug, *names, cite=(), **fields):
    """A record with names given as ``en Text`` or ``vi Text``; an equals sign before the text marks an acronym."""
    worded = []
    for number, name in enumerate(names):
        lang, _, text = name.partition(" ")
        own = {"status": "acronym", "citations": CITED} if text.startswith("=") else {"status": "ours"}
        worded.append({"key": f"{lang}-{number}", "text": text.removeprefix("="), "lang": lang, **own})
    citations = [{"source": "source:paper", "supports": list(cite), "support": "stated"}] if cite else []
    return {"slug": slug, "names": worded, **fields, "citations": citations}


def meeting(slug, ordinal, *names, series="series:lake", when=None):
    own = {"ordinal": ordinal, **({"when": when} if when else {})}
    return record(slug, *names, form="ministers", series=series, cite=own, **own)


def plan(slug, *names, **own):
    return record(slug, *names, form="work_plan", cite=own, **own)


DOCUMENT = {
    "source": [record("paper", "en Lake Declaration", form="newspaper", origin="unknown", publisher="The Paper")],
    "party": [
        record("sea", "en Sea League", "en =SEALEAGUE", "en =SL", form="regional_organisation"),
        record("moon", "en Moon", "en =MN", "vi Nguyệt", "vi Trăng Non", form="state"),
        record("russet", "en Russet", "vi Lam", "vi Quỳ", form="state"),
        record("council", "en Lake Council", form="business"),
        record("loud", "en =AI", "en =US", "en =SAD", form="un_body"),
        record("river", "en River Council", form="business"),
        record("brook", "en River Council", form="business"),
    ],
    "body": [
        record("lake", "en Lake Ministers' Meeting", "en =LAKEMIN", "vi Hội nghị Bộ trưởng Hồ", form="ministerial_meeting"),
        record("council", "en Lake Council", form="working_group"),
    ],
    "person": [record("hoa", "vi Trần Hòa", "en Ann B. Reed")],
    "series": [
        record("lake", "en Lake Ministers' Meetings", "vi Các Hội nghị Bộ trưởng Hồ", body="body:lake", level="ministerial", cite=["body"]),
        record("moon", "en Moon Talks", partner="party:moon", level="ministerial", cite=["partner"]),
    ],
    "meeting": [
        meeting("lake-1", 1, "en First Lake Ministers' Meeting", when="2024-03-01"),
        meeting("lake-6", 6, "en 6th Lake Ministers' Meeting", "en LAKEMIN 6"),
        meeting("lake-21", 21, "en 21st Lake Ministers' Meeting"),
        meeting("moon-2", 2, "en Second round of the Moon dialogue", series="series:moon"),
        meeting("moon-3", 3, "en Third round of the Moon dialogue", "vi Vòng thứ 3", series="series:moon"),
        meeting("moon-4", 4, "en Fifth round of nothing", "vi Vòng trăng lần thứ mười một", series="series:moon"),
    ],
    "plan": [
        plan("lmp", "en Lake Masterplan 2030", "en =LMP 2030", "vi Kế hoạch số hóa Hồ và Sông (2026-2030)", period="2026/2030"),
        plan("any", "en Lake Work Plan", period="2026/2026"),
        plan("open", "en Lake Vision Paper", period="2026/.."),
        plan("links", "en Moon-SL Programme on Centres, Phase 2", "en =M-X"),
        plan("words", "vi bản kế hoạch chung", "en Shared Plan", implements=["plan:lmp"]),
        plan("whole", 'en Plan "Lakes and Rivers and Seas for All"', "en ..."),
    ],
    "topic": [
        record("ether", "en Ether"),
        record("rules", "en Data rules and forms", "en Data rules"),
        record("net", "vi Mạng lưới hồ", "en Cybersecurity", "en Data standards"),
    ],
}


@pytest.fixture(scope="module")
def registry():
    return ad.loads(json.dumps({"format": 1, **DOCUMENT}))


def found(text, registry, **kwargs):
    return [
        (row.text, row.ref.text if row.ref else [ref.text for ref in row.candidates])
        for row in ad.mentions(text, registry=registry, **kwargs)
    ]


def names(text, registry):
    return [row.text for row in ad.mentions(text, registry=registry)]


class TestRows:
    def test_offsets_text_record_and_kind(self, registry):
        (row,) = ad.mentions("See the Lake Masterplan 2030!", registry=registry)
        assert (row.start, row.end, row.text) == (8, 28, "Lake Masterplan 2030")
        assert (row.ref, row.kind, row.candidates) == (ad.Ref("plan:lmp"), "plan", ())

    def test_a_name_of_several_records_has_candidates(self, registry):
        (row,) = ad.mentions("the Lake Council", registry=registry)
        assert (row.ref, row.kind) == (None, None)
        assert [ref.text for ref in row.candidates] == ["body:council", "party:council"]

    def test_several_of_one_kind_have_that_kind(self, registry):
        (row,) = ad.mentions("the River Council", registry=registry)
        assert (row.ref, row.kind, len(row.candidates)) == (None, "party", 2)

    def test_a_kind_asked_for_decides_between_records(self, registry):
        assert found("the Lake Council", registry, kinds=["party"]) == [("Lake Council", "party:council")]
        assert found("the Lake Council", registry, kinds=["plan"]) == []

    def test_what_stands_in_a_longer_name_is_no_mention_whatever_the_kinds(self, registry):
        assert found("Moon-SL Programme on Centres, Phase 2", registry, kinds=["party"]) == []

    def test_sources_only_where_asked_for(self, registry):
        assert found("Lake Declaration", registry) == []
        assert found("Lake Declaration", registry, kinds="source") == [("Lake Declaration", "source:paper")]

    def test_nothing_in_nothing(self, registry):
        assert ad.mentions("", registry=registry) == ad.Answers()

    def test_rows_and_function_are_picklable(self, registry):
        rows = ad.mentions("Moon", registry=registry)
        assert pickle.loads(pickle.dumps(rows)) == rows  # noqa: S301  our own bytes
        assert pickle.loads(pickle.dumps(ad.mentions)) is ad.mentions  # noqa: S301

    def test_the_packaged_data_is_the_default(self):
        assert ad.mentions("ADM 2030")[0].ref == ad.Ref("plan:adm-2030")

    @pytest.mark.parametrize("text", [b"Moon", None, 3])
    def test_a_text_is_str(self, text):
        with pytest.raises(InvalidQuery, match="a text must be str"):
            ad.mentions(text)

    def test_kinds_are_known(self, registry):
        with pytest.raises(InvalidQuery, match=r"kinds must be of party, .* not 'country'"):
            ad.mentions("Moon", kinds=["country"], registry=registry)


class TestSpelling:
    @pytest.mark.parametrize(
        "text",
        [
            "Lake Masterplan 2030",
            "LAKE MASTERPLAN 2030",
            "lake master plan 2030",
            "Lake Masterplan2030",
            "Lake\u00a0Masterplan\u00a02030",
            "Lake  Masterplan\n2030",
            "LMP 2030",
            "LMP2030",
            "LMP-2030",
            "Kế hoạch số hóa Hồ và Sông (2026-2030)",
            "Kế hoạch số hoá Hồ và Sông (2026–2030)",
            "kế hoạch số hóa hồ & sông (2026 - 2030)",
            "Ke hoach so hoa Ho va Song (2026-2030)",
            unicodedata.normalize("NFD", "Kế hoạch số hoá Hồ và Sông (2026-2030)"),
        ],
    )
    def test_one_plan_in_many_spellings(self, registry, text):
        assert found(f"{text}, they say", registry) == [(text, "plan:lmp")]
        assert found(f"🌊 {text}", registry) == [(text, "plan:lmp")]

    @pytest.mark.parametrize(
        "text",
        [
            "LMP",
            "Lmp 2030",
            "lmp 2030",
            "LMPs 2030",
            "XLMP 2030",
            "LMP 20301",
            "LMP.2030",
            "Lake\n\nMasterplan 2030",
            "Lake, Masterplan 2030",
        ],
    )
    def test_what_is_not_its_name(self, registry, text):
        assert found(text, registry) == []

    @pytest.mark.parametrize(
        ("text", "whole"),
        [
            ('Plan "Lakes and Rivers and Seas for All"', True),
            ("Plan “Lakes and Rivers and Seas for All”", True),
            ("Plan Lakes and Rivers & Seas for All", True),
            ("Plan Lakes and Rivers Seas for All", True),
            ("Moon-SL Program on Centers, Phase 2", True),
            ("SL–Moon Programme on Centre's, Phase Two", False),
            ("MN–SL Programme on Centres, Phase 2", True),
            ("Sea League – Moon Programme on Centres, Phase 2", True),
            ("Ann B. Reed", True),
            ("Ann B Reed", True),
            ("Trần Hoà", True),
            ("data standard's", False),
            ("cyber security", True),
            ("M-X", True),
        ],
    )
    def test_quotes_words_for_and_partners_and_initials(self, registry, text, whole):
        assert (names(text, registry) == [text]) is whole

    def test_marks_are_left_off_only_where_the_text_has_none(self, registry):
        assert names("Trang Non va Tran Hoa", registry) == ["Trang Non", "Tran Hoa"]
        assert names("Trang Non và Tran Hoa", registry) == []
        assert names("mang luoi ho và", registry) == ["mang luoi ho"]  # three words without a mark are no accident
        assert names("Quy va Nguyet", registry) == []  # one word without its marks may be any other

    def test_the_singular_of_a_word_within_a_name_alone(self, registry):
        assert names("data rule and forms, data rules, data rule", registry) == ["data rule and forms", "data rules"]

    def test_letters_of_other_scripts_stay_whole(self, registry):
        assert names("Moon\u0301 \u0301Moon Moon", registry) == ["Moon"]


class TestMeetings:
    @pytest.mark.parametrize(
        "text",
        [
            "6th Lake Ministers' Meeting",
            "sixth Lake Ministers’ Meeting",
            "6th Lake Minister Meeting",
            "6th Lake Ministerial Meeting",
            "6th Lake Minister's (LAKEMIN) Meeting",
            "6th LAKEMIN",
            "Sixth Lakemin",
            "LAKEMIN 6",
            "LAKEMIN6",
            "LAKEMIN-6",
            "LAKEMIN lần thứ 6",
            "LAKEMIN lần thứ sáu",
            "LAKEMIN lần thứ VI",
            "Hội nghị Bộ trưởng Hồ lần thứ 6",
            "Hội nghị Bộ trưởng Hồ lần 6",
            "Hội nghị Bộ trưởng Hồ (LAKEMIN) lần thứ sáu",
            "Hoi nghi Bo truong Ho lan thu sau",
        ],
    )
    def test_ordinals_of_a_series(self, registry, text):
        assert found(f"{text}.", registry) == [(text, "meeting:lake-6")]

    def test_compound_ordinals(self, registry):
        for text in ("21st LAKEMIN", "Twenty-first Lake Ministers' Meeting", "LAKEMIN lần thứ hai mươi mốt", "LAKEMIN lần thứ XXI"):
            assert found(text, registry) == [(text, "meeting:lake-21")]

    def test_names_that_two_meetings_share_are_made_for_all_of_the_series(self, registry):
        assert found("the 4th round of the Moon dialogue", registry) == [("4th round of the Moon dialogue", "meeting:moon-4")]
        assert found("Fifth round of nothing; the 3rd round of nothing", registry) == [("Fifth round of nothing", "meeting:moon-4")]
        assert names("Vòng trăng lần thứ 11, Vòng trăng lần thứ mười một", registry) == [
            "Vòng trăng lần thứ 11",
            "Vòng trăng lần thứ mười một",
        ]
        assert names("Moon Talks", registry) == ["Moon Talks"]

    def test_a_number_that_is_not_recorded_leaves_the_body(self, registry):
        assert found("LAKEMIN 9 and the 8th Lake Ministers' Meeting", registry) == [
            ("LAKEMIN", "body:lake"),
            ("Lake Ministers' Meeting", "body:lake"),
        ]

    def test_a_series_of_a_partner_does_not_bear_the_names_of_the_body(self, registry):
        assert found("LAKEMIN lần thứ 3", registry) == [("LAKEMIN", "body:lake")]

    def test_ordinals_in_words(self):
        assert figures(21), figures(112) == ("21st", "112th")
        assert spoken(30, "en") == ("thirtieth",)
        assert spoken(15, "vi") == ("mười lăm", "xv")
        assert spoken(100, "en") == ()

    def test_a_body_of_another_registry_lends_no_names(self, registry):
        source = {"source": [{**DOCUMENT["source"][0], "slug": "my.paper"}]}
        own = json.loads(
            json.dumps({"series": [DOCUMENT["series"][0]], "meeting": DOCUMENT["meeting"][1:2]}).replace("source:paper", "source:my.paper")
        )
        own["series"][0]["slug"], own["meeting"][0]["slug"], own["meeting"][0]["series"] = "my.lake", "my.lake-6", "series:my.lake"
        above = ad.loads(json.dumps({"format": 1, **source, **own}), over=registry)
        assert found("6th LAKEMIN, 6th Lake Ministers' Meeting", above) == [("6th Lake Ministers' Meeting", "meeting:my.lake-6")]

    def test_no_meetings_are_made_where_they_are_not_asked_for(self, registry):
        assert found("6th LAKEMIN", registry, kinds=["body"]) == []


class TestContext:
    @pytest.mark.parametrize(
        "text",
        [
            "moon, russet and quỳ",  # names of one word need their capital
            "the Moons, Moonlight, MOONLIT",
            "sl, Sl, ai, us",
            "https://moon.example/Russet www.Moon.example Moon@example.org info@Moon #Moon",
            "Moon.pdf C:\\Moon\\Russet /home/Moon Moon/ US$2",
            "bà Thúy Lam nói, ở Lam Sơn và sông Lam Anh",
            "Moon.vn, Moon.org",
            "South Moon Sea, Moon Airlines, Air Moon, Moon dollars",
            "JOIN US TODAY PLEASE",
            "AI SẼ NÓI THAY ÔNG ẤY",
            "Sunny Afternoon Days (SAD)",
            "Lake Work Plan 2019, Lake Vision Paper 2025",
            "...",
            "Kế hoạch số hóa Hồ và Sông (2026-2030, 2031)",
        ],
    )
    def test_not_a_name_there(self, registry, text):
        assert names(text, registry) == []

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Moon's, (Moon) “Moon”", ["Moon", "Moon", "Moon"]),
            ("ông Lam nói; của Lam, Lam Donald", ["Lam", "Lam", "Lam"]),
            ("(SAD) and Seven Angry Dogs (AI)", ["SAD", "AI"]),
            ("Seas (SL)", ["SL"]),
            ("Sea League (SL)", ["Sea League", "SL"]),
            ("The US and U.S. and AI.", ["US", "U.S.", "AI"]),
            ("Lake Work Plan 2026, Lake Vision Paper 2031", ["Lake Work Plan", "Lake Vision Paper"]),
            ("Sealeague and SEALEAGUE", ["Sealeague", "SEALEAGUE"]),
            ("MOON, AI, US", ["MOON", "AI"]),
            ("THE US AND THE MOON-US TALKS", ["US", "MOON", "US"]),
            ("Ether and ether", ["Ether", "ether"]),
        ],
    )
    def test_a_name_there(self, registry, text, expected):
        assert names(text, registry) == expected

    def test_one_word_of_vietnamese_is_no_name_in_a_text_without_marks(self, registry):
        assert names("Lam said", registry) == []
        assert names("Lam nói", registry) == ["Lam"]

    def test_a_description_counts_where_the_text_names_what_it_belongs_to(self, registry):
        assert found("bản kế hoạch chung của Moon", registry) == [("Moon", "party:moon")]
        assert names("LMP 2030 và bản kế hoạch chung", registry) == ["LMP 2030", "bản kế hoạch chung"]
        assert found("LMP 2030 và bản kế hoạch chung", registry, kinds=["party"]) == []
        assert names("Shared Plan, bản kế hoạch chung", registry) == ["Shared Plan", "bản kế hoạch chung"]

    def test_overlapping_beginnings(self, registry):
        assert names("Sea Sea League Moon-Russet (Moon)", registry) == ["Sea League", "Moon", "Russet", "Moon"]


class TestReading:
    def test_offsets_lead_back_to_what_is_not_composed(self):
        given = unicodedata.normalize("NFD", "Hà Nội “Việt” 한국")
        text, ours, theirs = normal(given)
        assert text == unicodedata.normalize("NFC", given)
        assert (ours[-1], theirs[-1]) == (len(text), len(given))

    def test_marks_without_end_are_cut(self):
        given = "a" + "\u0300\u0323" * 5000
        text, _, theirs = normal(given)
        assert (theirs[-1], len(text) <= len(given)) == (len(given), True)

    def test_a_letter_that_grows_in_lower_case_keeps_its_length(self):
        assert lower("İA") == "İa"
        assert names_of("İ ADM 2030 İ") == ["ADM 2030"]

    def test_a_piece_without_words(self):
        assert read("–").words == ()
        assert steps("...") == []

    def test_what_is_kept_is_forgotten_when_it_is_too_much(self, registry, monkeypatch):
        monkeypatch.setattr(_reading, "_KEPT", 5)
        text = " ".join(f"word{number} Moon" for number in range(40)) + " x" * 60 + "Moon" + " Lake" + "," * 50 + " Masterplan 2030"
        assert names(text, registry) == ["Moon"] * 40

    def test_a_long_gap_ends_a_name(self, registry):
        assert names("Lake" + " -" * 60 + " Masterplan 2030", registry) == []
        assert names("Lake - Masterplan 2030", registry) == []


def names_of(text):
    return [row.text for row in ad.mentions(text)]
