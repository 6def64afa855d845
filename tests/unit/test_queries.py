import pytest

import asean_digital as ad
from asean_digital import Adopted, Fate
from asean_digital.errors import InvalidQuery, InvalidValue, RecordNotFound


class TestMembers:
    @pytest.mark.parametrize(
        ("day", "expected"),
        [
            ("1999-12-31", []),
            ("2000-06-01", [("party:north", False)]),
            ("2025-10-25", [("party:north", True)]),
            ("2025-10-26", [("party:north", True), ("party:south", True)]),
            ("2030-01-01", [("party:north", False), ("party:south", False)]),
        ],
    )
    def test_from_since_up_to_but_not_including_until(self, registry, day, expected):
        rows = ad.members(day, registry)
        assert [(row.party.text, row.certain) for row in rows] == expected
        assert bool(rows.reason) == (not expected)
        assert all(row.certain == (row.why == "") for row in rows)

    def test_a_day_is_a_day(self, registry):
        import datetime

        assert ad.members(datetime.datetime(2026, 1, 1, 12), registry) == ad.members(datetime.date(2026, 1, 1), registry)  # noqa: DTZ001
        for day in ("2026-02-30", "2026-1-1", "soon", None, 2026):
            with pytest.raises(InvalidValue):
                ad.members(day, registry)


class TestChair:
    def test_none_before_the_first(self, registry):
        assert ad.chair("digital", "2024-01-09", registry) is None

    def test_the_chair_of_the_latest_meeting_that_began(self, registry):
        found = ad.chair("digital", "2024-01-10", registry)
        assert (found.party.text, found.person.text, found.certain, found.why) == ("party:north", "person:minister", True, "")
        assert ad.chair("Digital meetings", "2024-12-31", registry) == found

    def test_a_month_makes_it_uncertain_and_two_chairs_are_none(self, registry):
        found = ad.chair("digital", "2025-01-05", registry)
        assert found.party is None
        assert not found.certain
        assert "began is not known" in found.why
        assert "no single chair" in found.why

    def test_a_planned_meeting_and_the_age_of_the_data_make_it_uncertain(self, registry):
        assert ad.chair("digital", "2026-02-02", registry).certain
        late = ad.chair("digital", "2027-07-01", registry)
        assert late.meeting.text == "meeting:dm-3"
        assert "last checked on 2026-02-02" in late.why
        assert late.why.count("not recorded as held") == 2


class TestPlans:
    def test_covering_and_adoption_are_different_questions(self, registry):
        rows = {row.plan.slug: row for row in ad.plans_on("2026-01-15", registry)}
        assert {slug: row.adopted for slug, row in rows.items()} == {
            "adopted": Adopted.NOT_YET,
            "later": Adopted.UNKNOWN,
            "noted": Adopted.NO,
            "unheard": Adopted.UNKNOWN,
            "vague": Adopted.UNKNOWN,
        }
        assert rows["unheard"].covers is None
        assert not rows["unheard"].certain
        assert [row.act.verb.value for row in rows["vague"].received] == ["welcomed"]
        later = {row.plan.slug: row.adopted for row in ad.plans_on("2026-01-16", registry)}
        assert later["adopted"] is later["vague"] is Adopted.YES
        assert ad.plans_on("1990-01-01", registry).reason


class TestActs:
    def test_outcomes_by_target_actor_and_verb(self, registry):
        assert [row.act.key for row in ad.outcomes(registry=registry)] == ["adopted", "welcomed", "vague", "vague", "noted"]
        assert [row.act.key for row in ad.outcomes(at="dm-3", verbs="welcomed", registry=registry)] == ["welcomed"]
        assert [row.act.key for row in ad.outcomes(of="plan:noted", registry=registry)] == ["noted"]
        assert ad.outcomes(of="plan:noted", registry=registry)[0].meeting is None
        assert ad.outcomes(verbs=[ad.Verb.NOTED, "hoped"], registry=registry)[0].record.text == "body:group"
        with pytest.raises(InvalidQuery, match="verbs must be among"):
            ad.outcomes(verbs="ratified", registry=registry)

    def test_an_empty_answer_says_why(self, registry):
        assert "only announced" in ad.adoption("plan:later", registry).reason
        assert "what is recorded: noted" in ad.adoption("plan:noted", registry).reason
        assert "no act is recorded" in ad.adoption("plan:unheard", registry).reason
        assert ad.outcomes(at="dm-1", registry=registry).reason == "no act of Meeting dm-1 is recorded"

    def test_adoption_is_asked_of_instruments(self, registry):
        assert [str(row.when) for row in ad.adoption("Plan adopted", registry)] == ["2026-01-16"]
        with pytest.raises(InvalidQuery, match="ask outcomes"):
            ad.adoption("meeting:dm-1", registry)


class TestEvidence:
    def test_by_source_and_misspelt(self, registry):
        assert ad.expectations(by="paper", registry=registry)[0].record == "meeting:dm-3"
        assert len(ad.expectations(by="office", registry=registry)) == 0
        assert ad.expectations("statistic:guests", registry=registry)[0].fate is Fate.NOTHING_SEEN
        assert registry["statistic:guests"].expected
        for path in ("wehn", "when/x", "outcomes/adopted/vreb", "outcomes/adopted/on/x"):
            with pytest.raises(InvalidQuery, match="path"):
                ad.evidence("meeting:dm-3", path, registry)
        with pytest.raises(InvalidQuery, match="near: when"):
            ad.facts("meeting:dm-3", "wehn", registry=registry)
        with pytest.raises(RecordNotFound):
            ad.evidence("meeting:dm-99", "when", registry)

    def test_nothing_to_tell_says_so(self, registry):
        for rows in (
            ad.disputes(registry=registry),
            ad.gaps(registry=registry),
            ad.facts(certainty="inferred", registry=registry),
            ad.expectations("plan:past", registry=registry),
        ):
            assert len(rows) == 0
            assert rows.reason

    def test_a_url_opens_at_the_marked_words(self):
        citation = ad.Citation(source=ad.Ref("source:paper"), support=ad.Support.STATED, anchors=("15-16/1", "a b"))
        assert citation.url("https://x.example/a") == "https://x.example/a#:~:text=15%2D16%2F1&text=a%20b"
        assert citation.url("https://x.example/a#top") == "https://x.example/a#top:~:text=15%2D16%2F1&text=a%20b"
        assert citation.url(None) is None


class TestModel:
    def test_lasting_parts_and_bodies_answer_for_a_day(self, registry):
        body = registry["body:group"]
        assert body.surely_on("2022-01-01")
        assert body.possibly_on("2024-05-20")
        assert not body.surely_on("2024-05-20")
        assert registry["party:south"].memberships[0].possibly_on("2020-02-02")

    def test_chair_and_host(self, registry):
        assert registry["meeting:dm-1"].chair.key == "chair"
        assert registry["meeting:dm-2"].chair is None
        assert registry["meeting:dm-2"].host.text == "party:south"
        assert registry["meeting:dm-1"].host is None

    def test_names_by_language(self, registry):
        north = registry["party:north"]
        assert north.name == north.name_in("en") == "North"
        assert north.name_in("vi") is None
        assert north.wording("en").status is ad.WordingStatus.OURS
        assert str(north.names[0]) == "North"


def test_a_field_of_a_part_rests_on_the_citations_that_name_its_path_where_there_are_any():
    document = """{"format": 1, "person": [{"slug": "acme.person-1",
    "names": [{"key": "en", "text": "A. Person", "lang": "en", "status": "ours"}],
    "offices": [{"key": "head", "post": [{"key": "en", "text": "Head", "lang": "en", "status": "ours"}], "party": "party:viet-nam",
    "seen": ["2026-01-14", "2026-01-15"], "citations": [{"source": "source:seed-001", "support": "stated"}]}],
    "citations": [{"source": "source:seed-002", "supports": ["offices/head/seen/2026-01-15"], "support": "implied"}]}]}"""
    registry = ad.loads(document, over=ad.load())
    rows = {row.path: (row.source, row.support.value) for row in ad.facts("person:acme.person-1", "offices/head", registry=registry)}
    assert rows["offices/head/party"] == ("seed-001", "stated")
    assert rows["offices/head/seen/2026-01-14"] == ("seed-001", "stated")
    assert rows["offices/head/seen/2026-01-15"] == ("seed-002", "implied")
