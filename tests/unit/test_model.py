"""What constructors refuse, and what they say."""

from decimal import Decimal

import pytest

import asean_digital as ad
from asean_digital.errors import InvalidQuery, InvalidRecord
from asean_digital.model._spec import spec_at
from asean_digital.model.record import locate
from asean_digital.values import _checks
from asean_digital.values.term import language

OURS = ad.Wording(key="en", text="M", lang="en", status=ad.WordingStatus.OURS)
CITATION = ad.Citation(source=ad.Ref("source:s"), support=ad.Support.STATED)


def citing(*paths):
    return (ad.Citation(source=ad.Ref("source:s"), support=ad.Support.STATED, supports=paths),)


def refused(make, **fields):
    with pytest.raises(InvalidRecord) as caught:
        make(**fields)
    return [(problem.path, problem.rule) for problem in caught.value.problems]


def meeting(**fields):
    return ad.Meeting(**{"slug": "m", "form": ad.MeetingForm.MINISTERS, "names": (OURS,), **fields})


def reading(value, role, **fields):
    return ad.Reading(value=value, role=ad.ReadingRole(role), citations=(CITATION,), **fields)


def test_types_are_checked_and_never_converted():
    assert refused(meeting, names=[OURS]) == [("names", "must be a tuple")]
    assert refused(meeting, when="2026") == [("when", "must be PartialDate or Period")]
    assert refused(meeting, form="ministers") == [("form", "must be MeetingForm")]
    assert refused(meeting, ordinal=True)[0] == ("ordinal", "must be int")
    assert refused(meeting, ordinal=0, slug="A") == [("slug", _checks.record_slug("A").rule), ("ordinal", "must be 1 or more")]
    assert refused(meeting, country=ad.Ref("plan:x")) == [("country", "must refer to a party")]
    assert refused(meeting, names=(OURS, OURS)) == [("names/en", "must stand only once in its field")]


def test_what_is_stated_must_be_cited():
    assert refused(meeting, names=()) == [("names", "must not be empty")]
    assert refused(meeting, ordinal=6) == [("ordinal", "must have a citation")]
    press = ad.Wording(key="vi", text="M", lang="vi", status=ad.WordingStatus.PRESS)
    assert refused(meeting, names=(press,)) == [("names/vi", "must have a citation")]
    assert refused(
        ad.Declaration,
        slug="d",
        names=(OURS,),
        form=ad.DeclarationForm.DECLARATION,
        builds_on=(ad.Ref("plan:x"), ad.Ref("plan:y")),
        citations=citing("builds_on/plan:x"),
    ) == [("builds_on/plan:y", "must have a citation")]


@pytest.mark.parametrize(
    ("paths", "rule"),
    [
        ((), "must not be empty on a record"),
        (("wehn",), "must be a path of this record"),
        (("names",), "must be a plain field"),
        (("slug",), "must be a plain field"),
        (("form",), "must not be a curated field"),
        (("when",), "must be a field that has a value"),
    ],
)
def test_a_citation_of_a_record_supports_plain_fields_that_hold_something(paths, rule):
    assert refused(meeting, citations=citing(*paths)) == [("citations/0/supports", rule)]


def test_disputes_hold_the_value_of_the_record():
    day, other = ad.PartialDate(2026, 1, 15), ad.PartialDate(2026, 1, 14)
    dispute = ad.Dispute(path="when", readings=(reading(day, "held"), reading(other, "rival")), reason="x")
    assert meeting(when=day, disputes=(dispute,)).disputes == (dispute,)
    assert refused(meeting, when=other, disputes=(dispute,)) == [("disputes/when", "must hold the value of the record")]
    typed = ad.Dispute(path="when", readings=(reading("15/1", "rival"), reading(None, "rival")), reason="x")
    assert refused(meeting, disputes=(typed,)) == [("disputes/when/readings/0/value", "must be PartialDate or Period")]
    for path, rule in (("wehn", "must be a path of this record"), ("slug", "must dispute a value")):
        wrong = ad.Dispute(path=path, readings=typed.readings, reason="x")
        assert refused(meeting, disputes=(wrong,)) == [(f"disputes/{path}", rule)]
    assert refused(ad.Dispute, path="when", readings=(reading(day, "held"),), reason="x") == [("readings", "must be two or more")]
    assert refused(ad.Dispute, path="when", readings=(reading(day, "held"), reading(other, "held")), reason="x") == [
        ("readings", "must have at most one held reading")
    ]
    bare = ad.Reading(value=day, role=ad.ReadingRole.RIVAL, citations=())
    assert refused(ad.Dispute, path="when", readings=(bare, reading(day, "held")), reason="x") == [
        ("readings/0/citations", "must not be empty")
    ]


def test_gaps_are_empty_fields():
    assert meeting(gaps=(ad.Gap(path="when", note="x"),)).gaps[0].path == "when"
    assert refused(meeting, gaps=(ad.Gap(path="form", note="x"),)) == [("gaps/form", "must be empty where there is a gap")]
    assert refused(meeting, gaps=(ad.Gap(path="wehn", note="x"),)) == [("gaps/wehn", "must be a path of this record")]


def test_parts_keep_their_rules():
    part = {"key": "k", "citations": (CITATION,)}
    assert refused(ad.Act, **part, verb=ad.Verb.NOTED) == [("words", "must not be empty where there is no target")]
    assert refused(ad.Role, **part, role=ad.RoleForm.HOST) == [("party", "must not be empty where there is no person")]
    assert refused(ad.Office, **part) == [("post", "must not be empty where there is neither party nor body")]
    assert refused(ad.Prize, **part) == [("work", "must not be empty where there is no category, owner or party")]
    assert refused(ad.Item, key="k", form=ad.ItemForm.PILLAR) == [("citations", "must not be empty")]
    assert refused(ad.Item, key="k", form=ad.ItemForm.PILLAR, citations=citing("when")) == [
        ("citations/0/supports", "must be empty on a part")
    ]
    years = {"since": ad.PartialDate(2026), "until": ad.PartialDate(2025)}
    assert refused(ad.Stage, **part, form=ad.StageForm.CONSULTATION, **years) == [("until", "must not lie before since")]
    long = ad.Wording(key="vi", text=" ".join("abcdefghijklm"), lang="vi", status=ad.WordingStatus.PRESS)
    assert refused(ad.Item, **part, form=ad.ItemForm.PILLAR, words=(long,)) == [("words/vi", "must have at most 12 words")]
    assert refused(meeting, summary=(long,)) == [("summary/vi", "must have the status ours")]


def test_citations_and_wordings_keep_their_rules():
    source = {"source": ad.Ref("source:s"), "support": ad.Support.STATED}
    assert refused(ad.Citation, **source, lines=(3, 2), anchors=("x",)) == [("lines", "must ascend")]
    assert refused(ad.Citation, **source, lines=(2,)) == [("anchors", "must not be empty where lines are named")]
    wording = {"text": "x", "lang": "vi"}
    assert refused(ad.Wording, **wording, key="en", status=ad.WordingStatus.OURS) == [
        ("key", "must be the language tag, alone or followed by a word")
    ]
    assert refused(ad.Wording, **wording, key="vi", status=ad.WordingStatus.OURS, citations=(CITATION,)) == [
        ("citations", "must be empty where the status is ours")
    ]


def test_a_plan_names_its_complete_lists_sorted():
    plan = {"slug": "p", "names": (OURS,), "form": ad.PlanForm.WORK_PLAN, "citations": citing("complete")}
    assert ad.Plan(**plan, complete=("partners", "priorities")).complete == ("partners", "priorities")
    assert refused(ad.Plan, **plan, complete=("priorities", "partners")) == [("complete", "must be sorted")]
    assert refused(ad.Plan, **plan, complete=("names",))[0][1].startswith("must name lists of the plan")


def test_the_sessions_lie_in_the_wider_week():
    spans = {"when": ad.PartialDate(2026, 1, 15), "when_overall": ad.PartialDate(2027), "citations": citing("when", "when_overall")}
    assert refused(meeting, **spans) == [("when", "must lie in when_overall")]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", "must not be empty"),
        (" x", "must not begin or end with white space"),
        ("a\nb", "must be one line"),
        ("a\u202eb", "must be one line"),
        ("e\u0301", "must be in Unicode normal form NFC"),
    ],
)
def test_text_is_one_trimmed_normal_line(text, rule):
    assert _checks.text(text).rule.startswith(rule)
    assert _checks.anchor(text).rule.startswith(rule)


def test_an_anchor_is_short():
    assert _checks.anchor("x" * 120) is None
    assert _checks.anchor("x" * 121).rule == "must have at most 120 characters"


def test_paths_lead_to_values():
    party = ad.Ref("party:x")
    role = ad.Role(key="host", role=ad.RoleForm.HOST, party=party, citations=(CITATION,))
    record = meeting(roles=(role,))
    assert locate(record, "roles/host/party") == party
    assert locate(record, "roles/nobody/party") is None
    assert locate(record, "names/en") == OURS
    assert spec_at(ad.Person, "offices/x/seen/2026").types == (ad.PartialDate,)
    with pytest.raises(InvalidQuery, match="its fields are key, role"):
        locate(record, "roles/host/zzzzzz")


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ({"year": 0}, "year"),
        ({"year": 2026, "month": 13}, "month"),
        ({"year": 2026, "day": 1}, "day"),
        ({"year": 2026, "month": 2, "day": 30}, "day"),
        ({"year": "2026"}, "year"),
        ({"year": 2026, "month": True}, "month"),
    ],
)
def test_a_date_is_a_day_of_the_calendar(text, path):
    assert [found for found, _ in refused(ad.PartialDate, **text)] == [path]


def test_the_ends_of_a_period_are_dates_or_bounds():
    assert [path for path, _ in refused(ad.Period, start="2026", end=None)] == ["start", "end"]


@pytest.mark.parametrize(
    ("when", "en", "vi"),
    [
        ("2026-01-15/2026-01-16", "15-16 January 2026", "15-16/1/2026"),
        ("2026-01-30/2026-02-02", "30 January-2 February 2026", "30/1-2/2/2026"),
        ("2026-01/2026-03", "January-March 2026", "tháng 1-3/2026"),
        ("2026/2030", "2026-2030", "2026-2030"),
        ("2026/2026", "2026", "2026"),
        ("2026-01-15/2027-01", "15 January 2026-January 2027", "15/1/2026-tháng 1/2027"),
        ("2021/..", "from 2021 on", "từ 2021 trở đi"),
        ("2021/", "from 2021, end unknown", "từ 2021, chưa rõ khi kết thúc"),
    ],
)
def test_periods_read_as_people_write_them(when, en, vi):
    period = ad.Period.parse(when)
    assert (period.label("en"), period.label("vi")) == (en, vi)


@pytest.mark.parametrize(
    ("amount", "unit", "bound", "en", "vi"),
    [
        ("224000000000", "USD", "exact", "224 billion USD", "224 tỉ USD"),
        ("9.90", "percent", "about", "about 9.9%", "khoảng 9,9%"),
        ("1", "day", "exact", "1 day", "1 ngày"),
        ("1234.5", "square_metre", "at_least", "at least 1,234.5 square metre", "ít nhất 1.234,5 square metre"),
        ("2000000", "percent", "exact", "2 million %", "2 triệu %"),
    ],
)
def test_quantities_read_as_people_write_them(amount, unit, bound, en, vi):
    quantity = ad.Quantity(Decimal(amount), unit, ad.QuantityBound(bound))
    assert (quantity.label("en"), quantity.label("vi")) == (en, vi)


def test_languages_are_english_and_vietnamese():
    assert [language(tag) for tag in ("en", "EN-gb", "vi_VN")] == ["en", "en", "vi"]
    for tag in ("fr", "", None):
        with pytest.raises(InvalidQuery):
            language(tag)
    assert (ad.OPEN.label("vi"), ad.UNKNOWN.label("en"), repr(ad.OPEN)) == ("đến nay", "unknown", "OPEN")
