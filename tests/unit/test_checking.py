import json
import pickle
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

import asean_digital as ad
from asean_digital.errors import InvalidQuery
from asean_digital.model.evidence import ReadingRole
from asean_digital.queries import _passages

V, P, S = ad.Verdict, ad.Overlap, ad.ClaimSort
PAPER, OTHER = ({"source": f"source:{slug}", "support": "stated"} for slug in ("paper", "other"))


def names(*texts):
    """Names given as ``en Text``; an equals sign before the text marks an acronym, a minus sign a wording of ours."""
    rows = []
    for number, each in enumerate(texts):
        lang, _, text = each.partition(" ")
        status = {"=": "acronym", "-": "ours"}.get(text[0], "press")
        row = {"key": lang if number == 0 else f"{lang}-{number}", "text": text.lstrip("=-"), "lang": lang, "status": status}
        rows.append(row if status == "ours" else {**row, "citations": [PAPER]})
    return rows


def record(slug, *called, cite=(), **fields):
    own = {"citations": [{**PAPER, "supports": list(cite)}]} if cite else {}
    return {"slug": slug, "names": names(*called), **fields, **own}


def dispute(path, held, *others):
    readings = [{"value": held, "role": "held", "citations": [PAPER]}] if held else []
    readings += [{"value": value, "role": role, "citations": [OTHER]} for value, role in others]
    return [{"path": path, "readings": readings, "reason": "the papers disagree"}]


DOCUMENT = {
    "source": [
        record("paper", "en The Paper", form="newspaper", origin="paper", publisher="The Paper"),
        record("other", "en The Other", form="newspaper", origin="other", publisher="The Other"),
    ],
    "party": [
        record("moon", "en Moonland", "vi Nguyệt Quốc", form="state", capital=names("en Luna", "vi Lu Na")),
        record(
            "sun",
            "en Sunland",
            form="state",
            memberships=[{"key": "league", "organisation": "party:league", "role": "member", "since": "2001-05-04", "citations": [PAPER]}],
        ),
        record("league", "en Lake League", form="regional_organisation"),
    ],
    "body": [
        record("office", "en Lake Office", form="secretariat", established="1999", cite=["established"]),
        record(
            "bureau", "en River Bureau", form="secretariat", disputes=dispute("established", None, ("1994", "rival"), ("1996-07", "rival"))
        ),
        record("twin", "en Twin Board", form="working_group", established="2010", cite=["established"]),
    ],
    "series": [record("twin", "en Twin Board", level="ministerial"), record("lake", "en Lake Meetings", level="ministerial")],
    "partnership": [
        record(
            "moon",
            "en Moonland and the League",
            partner="party:moon",
            stages=[{"key": "full", "form": "full_dialogue", "since": "1996-07", "citations": [PAPER]}],
            cite=["partner"],
        )
    ],
    "person": [
        record(
            "reed",
            "en Ann Reed",
            offices=[
                {
                    "key": "water",
                    "post": names("en Minister of Water", "vi Bộ trưởng Bộ Nước"),
                    "party": "party:moon",
                    "citations": [PAPER],
                },
            ],
        ),
        record(
            "oak",
            "en Bill Oak",
            offices=[{"key": "air", "post": names("en Secretary-General"), "party": "party:league", "citations": [PAPER]}],
            disputes=dispute("offices/air/post", names("en Secretary-General"), (names("en Head"), "rival")),
        ),
        record(
            "elm",
            "en Carl Elm",
            "vi Các En",
            offices=[
                {
                    "key": "sea",
                    "post": names("en Deputy Director, Sea (SD)", "en Vice Director of Sea"),
                    "party": "party:moon",
                    "citations": [PAPER],
                },
            ],
            disputes=dispute("offices/sea/post/en/text", "Deputy Director, Sea (SD)", ("Vice Director of Sea", "rival")),
        ),
        record("ash1", "en Dora Ash"),
        record("ash2", "en Dora Ash"),
    ],
    "meeting": [
        record(
            "lake-6",
            "en 6th Lake Meeting",
            "vi Hội nghị Hồ lần thứ 6",
            form="ministers",
            ordinal=6,
            series="series:lake",
            status="held",
            when="2024-03-15/2024-03-16",
            when_overall="2024-03-12/2024-03-16",
            country="party:moon",
            city=names("en Luna", "vi Lu Na"),
            theme=names("en Water for all of us", "vi -Nước cho mọi người"),
            roles=[
                {"key": "chair", "role": "chair", "person": "person:reed", "post": names("en Chair of the meeting"), "citations": [PAPER]}
            ],
            outcomes=[
                {"key": "plan", "verb": "adopted", "target": "plan:water", "on": "2024-03-16", "citations": [PAPER]},
                {"key": "guide", "verb": "noted", "target": "guide:wells", "citations": [PAPER]},
            ],
            cite=["ordinal", "when", "when_overall", "country", "status"],
        ),
        record(
            "lake-6-opening",
            "en Opening of the 6th Lake Meeting",
            form="opening",
            part_of="meeting:lake-6",
            when="2024-03-15",
            cite=["when"],
            disputes=dispute("when", "2024-03-15", ("2024-03-12", "rival")),
        ),
        record(
            "lake-7",
            "en 7th Lake Meeting",
            form="ministers",
            series="series:lake",
            status="planned",
            when="2025-03",
            cite=["when", "status"],
        ),
        record("pond-1", "en First Pond Talks", form="session", when="2020-01-02/2020-01-04", cite=["when"]),
    ],
    "plan": [
        record(
            "water",
            "en Lake Plan for Clean Water and Air",
            "en Lake Water Plan",
            "en Clean Lake Water Plan",
            "vi -Kế hoạch Nước sạch và Không khí của Hồ",
            form="work_plan",
            period="2024/2028",
            cite=["period"],
            disputes=dispute("names/en/text", "Lake Plan for Clean Water and Air", ("Clean Lake Water Plan", "rival")),
        ),
        record("roads", "en Lake Accord on Roads, and Rails", form="vision"),
        record("open", "en Endless Plan", form="vision", period="2021/..", cite=["period"]),
    ],
    "guide": [record("wells", "en Guide to Wells", form="guide")],
    "programme": [
        record("rain", "en Rain Fund", form="fund", budget={"amount": "5000000", "unit": "USD", "bound": "exact"}, cite=["budget"])
    ],
    "statistic": [
        record(
            "wells",
            "en Wells dug under the Lake Water Plan",
            "vi Số giếng đào theo Lake Water Plan",
            about="plan:water",
            quantity={"amount": "1250", "unit": "count", "bound": "exact"},
            nature="count",
            as_of="2024",
            cite=["about", "quantity", "nature", "as_of"],
        ),
        record(
            "guests",
            "en Guests of the 6th Lake Meeting",
            about="meeting:lake-6",
            quantity={"amount": "300", "unit": "count", "bound": "at_least"},
            nature="count",
            cite=["about", "quantity", "nature"],
        ),
        record(
            "share",
            "en Share of rain in the water of Moonland",
            party="party:moon",
            quantity={"amount": "12.5", "unit": "percent", "bound": "exact"},
            nature="estimate",
            cite=["party", "quantity", "nature"],
        ),
    ],
}


@pytest.fixture(scope="module")
def registry():
    return ad.loads(json.dumps({"format": 1, **DOCUMENT}))


@pytest.fixture
def checked(registry):
    def run(text, **options):
        rows = ad.check(text, registry=registry, **options)
        for row in rows:
            assert text[row.start : row.end] == row.text
        return list(rows)

    return run


def brief(rows):
    return [(row.text, row.verdict.value, row.path) for row in rows]


class TestDates:
    @pytest.mark.parametrize(
        ("text", "said", "verdict", "path"),
        [
            ("The 6th Lake Meeting was held on 15-16 March 2024.", "15-16 March 2024", "agrees", "when"),
            ("The 6th Lake Meeting took place from 12 to 16 March 2024.", "from 12 to 16 March 2024", "agrees", "when_overall"),
            ("The 6th Lake Meeting took place from 10 to 13 March 2024.", "from 10 to 13 March 2024", "differs", "when"),
            ("The 6th Lake Meeting (May 2024) was long.", "May 2024", "differs", "when"),
            ("On 3 March 2024 the 6th Lake Meeting was held.", "3 March 2024", "differs", "when"),
            ("The 6th Lake Meeting opened on 15 March 2024.", "15 March 2024", "agrees", "when"),
            ("The 6th Lake Meeting opened on 12 March 2024.", "12 March 2024", "differs", "when"),
            ("The First Pond Talks opened on 2 January 2020.", "2 January 2020", "agrees", "when"),
            ("The First Pond Talks closed on 4 January 2020.", "4 January 2020", "agrees", "when"),
            ("The First Pond Talks closed on 3 January 2020.", "3 January 2020", "partly", "when"),
            ("The First Pond Talks closed on 9 January 2020.", "9 January 2020", "differs", "when"),
            ("Lake Plan for Clean Water and Air was adopted on 16 March 2024.", "16 March 2024", "agrees", "outcomes/plan/on"),
            ("Ministers adopted the Lake Plan for Clean Water and Air on 17 March 2024.", "17 March 2024", "differs", "outcomes/plan/on"),
            ("Guide to Wells was noted on 15 March 2024.", "15 March 2024", "partly", "when"),
            ("The Lake Plan for Clean Water and Air covers 2024-2028.", "2024-2028", "agrees", "period"),
            ("The Lake Plan for Clean Water and Air covers 2024-2029.", "2024-2029", "differs", "period"),
            ("Sunland joined the Lake League on 4 May 2001.", "4 May 2001", "agrees", "memberships/league/since"),
            ("Sunland joined the Lake League on 5 May 2001.", "5 May 2001", "differs", "memberships/league/since"),
            ("Moonland has been a dialogue partner since July 1996.", "since July 1996", "agrees", "stages/full/since"),
            ("Moonland became a dialogue partner in 1997.", "1997", "differs", "stages/full/since"),
            ("The Lake Office was established in 1999.", "1999", "agrees", "established"),
            ("The Lake Office was established in May 1999.", "May 1999", "partly", "established"),
        ],
    )
    def test_a_date_is_set_against_what_the_words_say_happened(self, checked, text, said, verdict, path):
        assert (said, verdict, path) in brief(checked(text))

    def test_a_rival_reading_is_named_with_who_says_it(self, checked):
        (row,) = checked("The 6th Lake Meeting opened on 12 March 2024.")
        assert (row.verdict, row.reading, row.said_by) == (V.DIFFERS, ReadingRole.RIVAL, ("other",))
        assert (row.record, row.held_text, row.sources) == (ad.Ref("meeting:lake-6-opening"), "15 March 2024", ("paper",))

    @pytest.mark.parametrize("verb", ["was held", "opened"])
    def test_another_meeting_of_the_series_at_that_time_is_named(self, checked, verb):
        (row,) = checked(f"The 6th Lake Meeting {verb} on 3 March 2025.")
        assert (row.verdict, row.why) == (V.DIFFERS, "the record puts 7th Lake Meeting at that time")

    @pytest.mark.parametrize(("said", "overlap"), [("15 March 2024", P.INSIDE), ("March 2024", P.WIDER), ("2024", P.WIDER)])
    def test_what_is_in_part_says_how(self, checked, said, overlap):
        (row,) = checked(f"The 6th Lake Meeting was held in {said}.")
        assert (row.verdict, row.overlap) == (V.PARTLY, overlap)

    @pytest.mark.parametrize(("lang", "text"), [(None, "1994 or July 1996 (undecided)"), ("vi", "1994 hoặc tháng 7/1996 (chưa ngã ngũ)")])
    def test_a_dispute_that_is_not_decided(self, checked, lang, text):
        (row,) = checked("The River Bureau was established in 1994.", lang=lang)
        assert (row.verdict, row.overlap, row.reading, row.held, row.held_text) == (
            V.PARTLY,
            P.ONE_OF_SEVERAL,
            ReadingRole.RIVAL,
            None,
            text,
        )
        (row,) = checked("The River Bureau was established in 1990.")
        assert (row.verdict, row.reading, row.certainty) == (V.DIFFERS, None, None)

    def test_what_was_only_announced_is_said_to_be_so(self, checked):
        (row,) = checked("The 7th Lake Meeting will be held in March 2025.")
        assert (row.verdict, row.expected) == (V.AGREES, True)

    @pytest.mark.parametrize(
        "text",
        [
            "Speaking of the 6th Lake Meeting, she said on 1 May 2024 that it was long.",
            "Beside the 6th Lake Meeting a forum was held on 3 May 2024.",
            "The 6th Lake Meeting praised a plan, and a treaty was signed on 3 May 2024.",
            "After the 6th Lake Meeting, a treaty was signed by all on 3 May 2024.",
            "The Endless Plan has gone on since 2022, the 6th Lake Meeting heard.",
            "The Lake Plan for Clean Water and Air takes up what was left open in the period 2019-2023.",
            "The Guide to Wells was written in 2011.",
        ],
    )
    def test_without_a_tie_nothing_is_said_to_differ(self, checked, text):
        assert {row.verdict for row in checked(text) if row.sort is S.DATE} <= {V.NOT_RECORDED, V.PARTLY}

    def test_of_two_dates_each_has_its_own_verb(self, checked):
        rows = checked(
            "The 6th Lake Meeting was held on 15-16 March 2024 and the Lake Plan for Clean Water and Air was adopted on 17 March 2024."
        )
        assert [row.verdict for row in rows if row.sort is S.DATE] == [V.AGREES, V.DIFFERS]

    def test_a_date_without_a_year_is_not_checked_unless_it_is_given(self, checked):
        (row,) = checked("The 6th Lake Meeting was held on 15-16 March.")
        assert row.verdict is V.NOT_CHECKED
        assert "year" in row.why
        (row,) = checked("The 6th Lake Meeting was held on 15-16 March.", year=2024)
        assert row.verdict is V.AGREES

    def test_a_name_of_several_records_is_not_checked(self, checked):
        (row,) = checked("The Twin Board was established in 2011.")
        assert (row.verdict, row.record) == (V.NOT_CHECKED, None)
        assert row.why == "'Twin Board' names several records: body:twin, series:twin"
        (row,) = checked("The Twin Board was established in 2011.", lang="vi")
        assert row.why == "'Twin Board' là tên của nhiều bản ghi: body:twin, series:twin"


class TestPlaces:
    @pytest.mark.parametrize(
        ("text", "said", "verdict"),
        [
            ("The 6th Lake Meeting was held in Luna.", "Luna", "agrees"),
            ("Hội nghị Hồ lần thứ 6 diễn ra tại Lu Na.", "Lu Na", "agrees"),
            ("The 6th Lake Meeting was held in Sunland.", "Sunland", "differs"),
            ("The 6th Lake Meeting was held in Luna, Moonland.", "Moonland", "agrees"),
        ],
    )
    def test_where_a_meeting_was(self, checked, text, said, verdict):
        assert (said, verdict) in [(row.text, row.verdict.value) for row in checked(text) if row.sort is S.PLACE]

    @pytest.mark.parametrize(
        "text",
        [
            "The 6th Lake Meeting heard of a dam, and another one was built in Sunland.",
            "The 6th Lake Meeting and the 7th Lake Meeting were held in Sunland.",
            "The First Pond Talks were held in Luna, Moonland.",
            "The 6th Lake Meeting heard of a very long dam that would one day be put up at great cost in Sunland.",
        ],
    )
    def test_without_a_tie_nothing_is_said(self, checked, text):
        assert not [row for row in checked(text) if row.sort is S.PLACE and row.verdict is V.DIFFERS]

    def test_another_record_makes_another_verdict(self):
        document = json.loads(json.dumps({"format": 1, **DOCUMENT}))
        document["meeting"][0]["city"] = names("en Crater")
        (row,) = ad.check("The 6th Lake Meeting was held in Luna.", registry=ad.loads(json.dumps(document)))
        assert (row.verdict, row.held_text) == (V.DIFFERS, "Crater")


class TestFigures:
    @pytest.mark.parametrize(
        ("text", "said", "verdict", "overlap"),
        [
            ("The press counts 1,250 wells dug under the Lake Water Plan.", "1,250", "agrees", None),
            ("The press counts 1250 wells dug under the Lake Water Plan.", "1250", "agrees", None),
            ("Báo chí nêu 1.250 giếng đào theo Lake Water Plan.", "1.250", "agrees", None),
            ("The press counts 1,350 wells dug under the Lake Water Plan.", "1,350", "differs", None),
            ("The press counts about 1,240 wells dug under the Lake Water Plan.", "1,240", "partly", P.NEARLY),
            ("The press counts more than 1,200 wells dug under the Lake Water Plan.", "1,200", "partly", P.WIDER),
            ("The press counts more than 1,250 wells dug under the Lake Water Plan.", "1,250", "partly", P.NEARLY),
            ("There were more than 300 guests of the 6th Lake Meeting.", "300", "agrees", None),
            ("There were about 300 guests of the 6th Lake Meeting.", "300", "agrees", None),
            ("The share of rain in the water of Moonland is 12.5%.", "12.5%", "agrees", None),
            ("The share of rain in the water of Moonland is 14.5 per cent.", "14.5 per cent", "differs", None),
            ("The Rain Fund has a budget of $5 million.", "$5 million", "agrees", None),
            ("The Rain Fund has a budget of $5,000,000.00.", "$5,000,000.00", "agrees", None),
            ("The Rain Fund has a budget of 6 million USD.", "6 million USD", "differs", None),
            ("The Rain Fund paid $70 to a farmer.", "$70", "not_recorded", None),
        ],
    )
    def test_a_figure_is_set_against_the_number_of_that_name(self, checked, text, said, verdict, overlap):
        assert [(row.text, row.verdict.value, row.overlap) for row in checked(text) if row.sort is S.FIGURE] == [(said, verdict, overlap)]

    @pytest.mark.parametrize(
        "text",
        [
            "The Lake Water Plan has 20 pages.",
            "Five more wells were dug under the Lake Water Plan.",
            "The press counts 5 more wells dug under the Lake Water Plan.",
            "In 2031 wells dug under the Lake Water Plan will be full.",
            "In 2019 the press counted 900 wells dug for the Lake Water Plan.",
            "Two million wells.",
        ],
    )
    def test_a_figure_of_something_else_is_let_be(self, checked, text):
        assert not [row for row in checked(text) if row.sort is S.FIGURE]


class TestPosts:
    @pytest.mark.parametrize(
        ("text", "said", "verdict"),
        [
            ("Minister of Water Ann Reed spoke.", "Minister of Water", "agrees"),
            ("Minister Ann Reed spoke.", "Minister", "agrees"),
            ("Ann Reed, Minister of Water of Moonland, spoke.", "Minister of Water", "agrees"),
            ("Ann Reed (Minister of Water and Air) spoke.", "Minister of Water and Air", "partly"),
            ("Bộ trưởng Bộ Nước Ann Reed phát biểu.", "Bộ trưởng Bộ Nước", "agrees"),
            ("Deputy Minister of Water Ann Reed spoke.", "Deputy Minister of Water", "differs"),
            ("Thứ trưởng Bộ Nước Ann Reed phát biểu.", "Thứ trưởng Bộ Nước", "differs"),
            ("Minister of Finance Ann Reed spoke.", "Minister of Finance", "differs"),
            ("Former Minister of Finance Ann Reed spoke.", "Minister of Finance", "not_recorded"),
            ("The former Minister of Water Ann Reed spoke.", "Minister of Water", "agrees"),
            ("Carl Elm, Deputy Director, Sea (SD), spoke.", "Deputy Director, Sea (SD)", "agrees"),
            ("Vice Chair Carl Elm spoke.", "Vice Chair", "not_recorded"),
            ("Minister Dora Ash spoke.", "Minister", "not_checked"),
            ("Tổng Thư ký Bill Oak phát biểu.", "Tổng Thư ký", "agrees"),
            ("Tổng Thư ký Rừng Bill Oak phát biểu.", "Tổng Thư ký Rừng", "not_recorded"),
            ("Bill Oak, the Secretary-General who works under the League, spoke.", "Secretary-General", "agrees"),
        ],
    )
    def test_a_post_beside_a_name(self, checked, text, said, verdict):
        assert [(row.text, row.verdict.value) for row in checked(text) if row.sort is S.POST] == [(said, verdict)]

    def test_who_else_is_recorded_in_the_post_is_said(self, checked):
        (row,) = checked("Minister of Water Carl Elm spoke.")
        assert (row.verdict, row.why) == (V.DIFFERS, "the record has Ann Reed in that post")

    def test_a_post_as_another_paper_gives_it(self, checked):
        (row,) = checked("Vice Director of Sea Carl Elm spoke.")
        assert (row.verdict, row.overlap, row.said_by) == (V.PARTLY, P.ONE_OF_SEVERAL, ("other",))

    @pytest.mark.parametrize(
        "text", ["Ann Reed spoke, and a minister went.", "Ann Reed, who lives far away from here, a minister.", "Ann Reed"]
    )
    def test_no_post_no_claim(self, checked, text):
        assert checked(text) == []


class TestTitles:
    @pytest.mark.parametrize(
        ("text", "verdict", "overlap"),
        [
            ("the Lake Plan for Clean Water and Air", "agrees", None),
            ("the Lake Plan for Clean Water and Fire", "differs", None),
            ("the Lake Plan for Cheap Water and Air", "differs", None),
            ("the Lake Plan of Clean Water and Air", "partly", P.NEARLY),
            ("the Lake Plan for Clean Waters and Air", "partly", P.NEARLY),
            ("the Lake Plan for Clean Wather and Air", "partly", P.NEARLY),
            ("the Lake Plan for Claen Watir and Air", "differs", None),
            ("the Lake Plan for Clean Wator and Air", "partly", P.NEARLY),
            ("the Lake Plan for Water and Air", "partly", P.NEARLY),
            ("the Lake Plan for Very Clean Water and Air", "partly", P.NEARLY),
            ("the lake plan for cheap water and air", None, None),
            ("the Clean Lake Water Plan", "partly", P.ONE_OF_SEVERAL),
            ("12 pages in the Lake Accord on Roads, and Rails", "agrees", None),
            ("the Lake Plan for clean water and air, a Lake Plan for Clean spills and Air", "agrees", None),
            ("the Lake Plan for Sunland Water and Air", None, None),
            ("the Lake Plan for Clean Water and", None, None),
            ("Kế hoạch Nước bẩn và Không khí của Hồ", "partly", P.NEARLY),
        ],
    )
    def test_a_title_and_what_is_nearly_one(self, checked, text, verdict, overlap):
        rows = [row for row in checked(f"They read {text}.") if row.sort is S.TITLE]
        assert [(row.verdict.value, row.overlap) for row in rows] == ([(verdict, overlap)] if verdict else [])

    @pytest.mark.parametrize(
        ("text", "verdict", "overlap"),
        [
            ("The 6th Lake Meeting had the theme “Water for all of us”.", "agrees", None),
            ("The theme of the 6th Lake Meeting is “Water for all”.", "partly", P.INSIDE),
            ("The theme of the 6th Lake Meeting is “Water for none of us”.", "differs", None),
            ("Hội nghị Hồ lần thứ 6 có chủ đề “Nước cho mọi nhà”.", "not_recorded", None),
            ("The theme is “Water for none of us”.", None, None),
            ("The 6th Lake Meeting heard “Water for none of us”.", None, None),
        ],
    )
    def test_a_theme(self, checked, text, verdict, overlap):
        rows = [row for row in checked(text) if row.sort is S.TITLE]
        assert [(row.verdict.value, row.overlap) for row in rows] == ([(verdict, overlap)] if verdict else [])


class TestText:
    def test_offsets_are_those_of_the_text_as_given(self, checked):
        text = unicodedata.normalize("NFD", "Hội nghị Hồ lần thứ 6 diễn ra tại Lu Na từ ngày 12 đến 16/3/2024. 💧")
        assert [unicodedata.normalize("NFC", row.text) for row in checked(text)] == ["Lu Na", "từ ngày 12 đến 16/3/2024"]

    def test_sentences_and_lines_part_what_they_say(self, checked):
        assert checked("The 6th Lake Meeting was held.\nOn 3 May 2024 it rained.") == []
        assert checked("The 6th Lake Meeting was held. On 3 May 2024 it rained.") == []
        (row,) = checked("The 6th Lake Meeting was held by Dr. Reed\non 3 May 2024.")
        assert row.verdict is V.DIFFERS

    def test_a_very_long_sentence_is_cut_between_words(self, checked):
        assert checked(f"{'water ' * 400}The 6th Lake Meeting was held on 15-16 March 2024.")[0].verdict is V.AGREES
        assert checked("x" * 5000) == []

    def test_lone_surrogates_do_no_harm(self, checked):
        assert [row.verdict for row in checked("\ud800 The 6th Lake Meeting \udfff was held on 15-16 March 2024.")] == [V.AGREES]

    def test_nothing_to_say_has_a_reason(self, registry):
        assert ad.check("", registry=registry).reason.startswith("the text says no date, figure")

    @pytest.mark.parametrize(("text", "options"), [(b"x", {}), ("x", {"year": 0}), ("x", {"lang": "fr"})])
    def test_arguments_are_what_is_asked_for(self, registry, text, options):
        with pytest.raises(InvalidQuery):
            ad.check(text, registry=registry, **options)

    def test_rows_are_picklable_and_documents(self, registry):
        rows = ad.check("The 6th Lake Meeting was held on 15 March 2024.", registry=registry)
        assert pickle.loads(pickle.dumps(rows)) == rows  # noqa: S301  our own bytes
        assert json.loads(json.dumps(rows.to_dicts()))[0]["verdict"] == "partly"

    def test_a_passage_ends_with_its_text(self):
        (one, two) = _passages.passages("One. Two", "one. two", (), ())
        assert (one.text, two.text) == ("One.", "Two") or (one.text, two.text) == ("One", "Two")


PIECES = [
    "The 6th Lake Meeting", "was held", "opened", "on 15 March 2024", "in Luna", "Ann Reed", "Minister of Water", "1,250 wells", "(", ")", "“", "”",
    "theme", "Lake Plan for Clean", "Water and Air", "Hội nghị Hồ lần thứ 6", "diễn ra", ".", "\n", "từ ngày 12 đến 16/3", "$5 million", "Rain Fund",
]  # fmt: skip


@given(text=st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map(" ".join)), form=st.sampled_from(["NFC", "NFD"]))
def test_whatever_the_text_offsets_lead_to_its_words(registry, text, form):
    text = unicodedata.normalize(form, text)
    rows = list(ad.check(text, registry=registry))
    assert [(row.start, row.end) for row in rows] == sorted((row.start, row.end) for row in rows)
    for row in rows:
        assert 0 <= row.start < row.end <= len(text)
        assert text[row.start : row.end] == row.text
        assert (row.verdict in {V.NOT_CHECKED, V.NOT_RECORDED}) == (row.path == "")
        assert (row.overlap is not None) == (row.verdict is V.PARTLY)


def test_a_long_text_is_answered(registry):
    sentence = "The 6th Lake Meeting was held on 15-16 March 2024 in Luna. "
    rows = ad.check(sentence * 300, registry=registry)
    assert len(rows) == 600
    assert {row.verdict for row in rows} == {V.AGREES}
