"""Days, the timeline, partners and plans of the packaged data: every boundary, and with a value changed the answer changes."""

from __future__ import annotations

import datetime
import json
import pickle

import attrs
import pytest

import asean_digital as ad
from asean_digital import Continuity, Named, Standing
from asean_digital.queries.acts import acts_on
from asean_digital.values import PartialDate, Period

REGISTRY = ad.load()
ONE = datetime.timedelta(days=1)
AS_OF = REGISTRY.as_of.latest
JOINED = {
    "1967-08-08": 5,  # Indonesia, Malaysia, Philippines, Singapore, Thailand
    "1984-01-07": 6,  # Brunei Darussalam
    "1995-07-28": 7,  # Viet Nam
    "1997-07-23": 9,  # Lao PDR, Myanmar
    "1999-04-30": 10,  # Cambodia
    "2025-10-26": 11,  # Timor-Leste
}
CHAIRS = [
    ("2021-01-21", "malaysia"),
    ("2022-01-27", "myanmar"),
    ("2023-02-09", "philippines"),
    ("2024-02-01", "singapore"),
    ("2025-01-16", "thailand"),
    ("2026-01-15", "viet-nam"),
]


def day(text):
    return datetime.date.fromisoformat(text)


def altered(*changed):
    records = {record.id: record for record in REGISTRY} | {record.id: record for record in changed}
    return ad.Registry(records.values(), check=False, data_version=REGISTRY.data_version, as_of=REGISTRY.as_of)


def changed(record, **values):
    """A record with other values, and without the disputes and gaps that would hold the former ones."""
    disputes = tuple(each for each in record.disputes if each.path.split("/")[0] not in values)
    gaps = tuple(each for each in record.gaps if each.path.split("/")[0] not in values)
    return attrs.evolve(record, **values, disputes=disputes, gaps=gaps)


def without(record, *names):
    """A record without the values of some plain fields, and without what its citations say of them."""
    citations = (
        attrs.evolve(each, supports=tuple(path for path in each.supports if path.split("/")[0] not in names)) for each in record.citations
    )
    empty = {name: () if name == "complete" else None for name in names}
    return changed(record, **empty, citations=tuple(each for each in citations if each.supports))


def known_whole(plan, *lists):
    citation = ad.Citation(source=REGISTRY.sources[0].ref, support=ad.Support.INFERRED, supports=("complete",))
    return changed(plan, complete=lists, citations=(*plan.citations, citation))


def boundaries(*whens):
    return sorted({edge + step * ONE for when in whens for edge in (when.earliest, when.latest) if edge for step in (-1, 0, 1)})


def start(meeting):
    """When a meeting began: of one of which only the wider week is known, within that week."""
    return meeting.when.start if isinstance(meeting.when, Period) else meeting.moment


class TestMembers:
    def test_the_number_of_members_changes_on_the_days_of_joining_alone(self):
        count = 0
        for text, number in JOINED.items():
            before, at, after = (ad.members(day(text) + step * ONE) for step in (-1, 0, 1))
            assert (len(before), len(at), len(after)) == (count, number, number)
            assert all(row.certain for row in (*before, *at, *after))
            count = number
        assert "1967-08-07" in ad.members("1967-08-07").reason
        assert len(ad.members("1967-01-01")) == 0

    def test_every_day_from_1967_on_has_the_number_of_the_last_joining(self):
        joined = [(day(text), number) for text, number in JOINED.items()]
        for ordinal in range(day("1967-01-01").toordinal(), AS_OF.toordinal() + 1, 17):
            on = datetime.date.fromordinal(ordinal)
            expected = max((number for first, number in joined if first <= on), default=0)
            assert len(ad.members(on)) == expected

    def test_nothing_is_certain_after_the_data_was_last_checked(self):
        assert all(row.certain for row in ad.members(AS_OF))
        assert not any(row.certain for row in ad.members(AS_OF + ONE))
        assert all("last checked" in row.why for row in ad.members(AS_OF + ONE))

    def test_with_another_day_of_joining_the_answer_changes(self):
        party = REGISTRY.parties["timor-leste"]
        parts = {part.role: part for part in party.memberships}
        member = attrs.evolve(parts[ad.MemberRole.MEMBER], since=PartialDate(2025, 10))
        registry = altered(changed(party, memberships=(member,)))
        assert [len(ad.members(f"2025-{rest}", registry)) for rest in ("09-30", "10-01", "10-31")] == [10, 11, 11]
        sure = [[row for row in ad.members(f"2025-10-{d}", registry) if not row.certain] for d in ("01", "30", "31")]
        assert [[row.party.slug for row in rows] for rows in sure] == [["timor-leste"], ["timor-leste"], []]
        announced = attrs.evolve(member, citations=tuple(attrs.evolve(each, expected=True) for each in member.citations))
        registry = altered(changed(party, memberships=(announced,)))
        assert [row.why for row in ad.members("2025-12-01", registry) if not row.certain] == ["the membership was only announced"]


class TestChair:
    @pytest.mark.parametrize(("first", "party"), CHAIRS)
    def test_the_chair_of_the_ministers_changes_on_the_first_day_of_their_meeting(self, first, party):
        number = [text for text, _ in CHAIRS].index(first)
        before, at, after = (ad.chair("adgmin", day(first) + step * ONE) for step in (-1, 0, 1))
        assert (before and before.party.slug) == (CHAIRS[number - 1][1] if number else None)
        assert (at.party.slug, at.certain) == (after.party.slug, after.certain) == (party, True)

    def test_the_next_planned_meeting_and_the_age_of_the_data_end_what_is_certain(self):
        assert ad.chair("adgmin", AS_OF).certain
        assert ad.chair("adgmin", AS_OF + ONE).why == f"the data was last checked on {REGISTRY.as_of}"
        registry = ad.Registry(tuple(REGISTRY), check=False, as_of=PartialDate(2027, 12, 31))
        assert [ad.chair("adgmin", text, registry).certain for text in ("2026-12-31", "2027-01-01", "2027-06-01")] == [True, False, False]

    def test_of_a_meeting_whose_wider_week_alone_is_known_the_first_days_are_not_certain(self):
        assert REGISTRY.meetings["telmin-18"].when is None
        assert str(REGISTRY.meetings["telmin-18"].when_overall) == "2018-12-03/2018-12-06"
        found = [ad.chair("telmin", f"2018-12-0{number}") for number in (2, 3, 5, 6)]
        assert [(each.party.slug, each.certain) for each in found] == [
            ("cambodia", True),
            ("indonesia", False),
            ("indonesia", False),
            ("indonesia", True),
        ]

    def test_a_held_meeting_without_a_known_day_leaves_open_who_was_in_the_chair(self):
        undated = without(REGISTRY.meetings["telmin-18"], "when_overall")
        registry = altered(undated)
        found = {text: ad.chair("telmin", text, registry) for text in ("2017-11-29", "2017-11-30", "2018-12-31", "2019-10-24")}
        assert {text: each.certain for text, each in found.items()} == {
            "2017-11-29": True,
            "2017-11-30": False,  # the 18th may have begun on any day until the 19th
            "2018-12-31": False,
            "2019-10-24": True,
        }
        assert undated.name in found["2018-12-31"].why

    def test_a_meeting_known_to_the_year_is_placed_by_its_number(self):
        found = [ad.chair("telmin", text) for text in ("2011-01-12", "2011-01-13", "2011-12-30", "2011-12-31")]
        assert REGISTRY.meetings["telmin-11"].moment == PartialDate(2011)
        assert [each.meeting.slug for each in found[1:]] == ["telmin-10", "telmin-10", "telmin-11"]
        assert not any(each.certain for each in found)
        assert "whether 11th" in found[2].why

    def test_at_every_boundary_of_every_series_what_is_certain_is_the_latest_begun(self):
        asked = 0
        for series in REGISTRY.meeting_series:
            line = [meeting for meeting in REGISTRY.meetings if meeting.series == series.ref]
            held = [meeting for meeting in line if meeting.status is ad.MeetingStatus.HELD]
            for on in boundaries(*(start(meeting) for meeting in line if meeting.moment)):
                found = ad.chair(series, on)
                begun = [meeting for meeting in held if meeting.moment and start(meeting).latest <= on]
                asked += 1
                if found is None:
                    assert not begun
                elif found.certain:
                    assert on <= AS_OF
                    assert found.meeting == max(begun, key=lambda meeting: start(meeting).sort_key).ref
                    assert found.party == REGISTRY[found.meeting].chair.party
                    assert not [
                        m
                        for m in line
                        if m.status is not ad.MeetingStatus.HELD
                        and m.moment
                        and REGISTRY[found.meeting].moment.latest < m.moment.earliest <= on
                    ]
        assert asked > 300


class TestPlans:
    def test_at_every_boundary_of_every_plan(self):
        whens = [plan.period for plan in REGISTRY.plans if plan.period]
        whens += [row.when for plan in REGISTRY.plans for row in acts_on(plan.ref, REGISTRY) if row.when]
        adopted = {plan.slug: [act.when for act in ad.adoption(plan)] for plan in REGISTRY.plans}
        for on in boundaries(*whens):
            rows = {row.plan: row for row in ad.plans_on(on)}
            for plan in REGISTRY.plans:
                covers = plan.period.covers(on) if plan.period else False
                assert (plan.ref in rows) == (covers is not False)
                if plan.ref not in rows:
                    continue
                row = rows[plan.ref]
                accepted = adopted[plan.slug]
                if not accepted:
                    assert row.adopted in {ad.Adopted.NO, ad.Adopted.UNKNOWN}
                elif any(when and when.latest <= on for when in accepted):
                    assert row.adopted is ad.Adopted.YES
                elif all(when and on < when.earliest for when in accepted):
                    assert row.adopted is ad.Adopted.NOT_YET
                else:
                    assert row.adopted is ad.Adopted.UNKNOWN
                assert not (row.certain and on > AS_OF)

    @pytest.mark.parametrize(
        ("slug", "days"),
        [
            (
                "adm-2025",
                {
                    "2020-12-31": None,
                    "2021-01-01": "not_yet",
                    "2021-01-20": "not_yet",
                    "2021-01-22": "yes",
                    "2025-12-31": "yes",
                    "2026-01-01": None,
                },
            ),
            (
                "adm-2030",
                {
                    "2025-12-31": None,
                    "2026-01-01": "not_yet",
                    "2026-01-15": "not_yet",
                    "2026-01-16": "yes",
                    "2030-12-31": "yes",
                    "2031-01-01": None,
                },
            ),
            ("korea-work-plan-2026", {"2026-01-01": "no", "2026-12-31": "no", "2027-01-01": None}),
            ("china-work-plan-2026", {"2026-01-14": "not_yet", "2026-01-15": "unknown", "2026-01-16": "yes"}),
        ],
    )
    def test_period_and_adoption_right_at_their_boundaries(self, slug, days):
        found = {text: {row.plan.slug: row.adopted.value for row in ad.plans_on(text)}.get(slug) for text in days}
        assert found == days

    def test_a_period_only_announced_is_not_certain(self):
        rows = {row.plan.slug: row for row in ad.plans_on("2027-01-01", ad.Registry(tuple(REGISTRY), check=False))}
        assert rows["apis-action-plan-2027-2030"].why == "its period was only announced"
        assert rows["adm-2030"].certain

    def test_adoption_of_an_agreement_points_to_its_signature(self):
        agreement = REGISTRY.agreements["asean-eec-cooperation-agreement-1980"]
        assert ad.adoption(agreement).reason.endswith("signed in or on 1980-03, see its .signed")
        unsigned = without(agreement, "signed")
        assert ".signed" not in ad.adoption(unsigned, altered(unsigned)).reason


class TestTimeline:
    def test_a_planned_meeting_is_marked_and_can_be_left_out(self):
        (row,) = ad.timeline("2027-01", "2027-01", kinds="meeting", about="adgmin-7")
        assert (row.standing, row.certain, row.expected) == (Standing.EXPECTED, False, True)
        assert len(ad.timeline("2027-01", "2027-01", kinds="meeting", about="adgmin-7", expected=False)) == 0
        held = changed(REGISTRY.meetings["adgmin-7"], status=ad.MeetingStatus.HELD, when=PartialDate(2026, 11, 20))
        (row,) = [each for each in ad.timeline("2026-11", "2026-11", about=held, registry=altered(held)) if each.path == "when"]
        assert (row.standing, row.certain, row.why) == (Standing.HAPPENED, True, "")
        cancelled = changed(held, status=ad.MeetingStatus.CANCELLED)
        (row,) = [each for each in ad.timeline(about=cancelled, registry=altered(cancelled)) if each.path == "when"]
        assert (row.standing, row.why) == (Standing.CANCELLED, "it was cancelled")
        unsaid = without(held, "status")
        (row,) = [each for each in ad.timeline(about=unsaid, registry=altered(unsaid)) if each.path == "when"]
        assert row.standing is Standing.NOTHING_SEEN  # every citation was written before

    def test_a_month_stands_in_every_window_that_touches_it(self):
        for since, until, there, sure in [
            ("2026-12-01", "2026-12-31", 0, None),
            ("2026-12-31", "2027-01-01", 1, False),
            ("2027-01-15", "2027-01-15", 1, False),
            ("2027-01-01", "2027-01-31", 1, True),
            ("2027-01-31", None, 1, False),
            ("2027-02-01", None, 0, None),
        ]:
            rows = [row for row in ad.timeline(since, until) if row.record.slug == "adgmin-7" and row.path == "when"]
            assert len(rows) == there
            assert all(("outside the days" not in row.why) == sure for row in rows)

    def test_bounds_may_be_days_months_years_and_dates(self):
        year = ad.timeline("2025", "2025", kinds="plan")
        assert year == ad.timeline(datetime.date(2025, 1, 1), datetime.datetime(2025, 12, 31, 8), kinds="plan")  # noqa: DTZ001
        assert year == ad.timeline(PartialDate(2025), PartialDate(2025, 12), kinds="plan")
        assert {row.happens for row in year if row.record.slug == "japan-work-plan-2025"} == {ad.Happens.BEGAN, ad.Happens.ENDED}

    def test_party_finds_partners_chairs_and_those_of_a_series(self):
        rows = ad.timeline("2026-01-15", "2026-01-15", party="japan")
        assert {"meeting:japan-asean-digital-ministers-5"} <= {row.record.text for row in rows}
        plan = REGISTRY.plans["japan-work-plan-2026"]
        with_it = [row for row in ad.timeline(party="japan") if plan.ref in {row.target, row.record}]
        assert len(with_it) >= 4
        other = changed(plan, partners=(ad.Ref("party:canada"),))
        rows = ad.timeline(party="canada", registry=altered(other))
        assert {row.path for row in rows if row.record == plan.ref} == {"period"}

    def test_a_meeting_is_found_by_the_partner_and_the_body_of_its_series_alone(self):
        meeting = changed(REGISTRY.meetings["japan-asean-digital-ministers-4"], roles=(), outcomes=())
        registry = altered(meeting)
        assert meeting.ref in {row.record for row in ad.timeline(party="japan", registry=registry)}
        series = changed(REGISTRY.meeting_series["japan-asean-digital-ministers"], partner=ad.Ref("party:canada"))
        registry = altered(meeting, series)
        assert meeting.ref not in {row.record for row in ad.timeline(party="japan", registry=registry)}
        assert meeting.ref in {row.record for row in ad.timeline(party="canada", registry=registry)}
        assert "meeting:adgmin-5" in {row.record.text for row in ad.timeline(about="body:adgmin")}

    def test_an_act_is_about_the_topics_of_the_record_that_it_is_upon(self):
        meeting = REGISTRY.meetings["adgmin-4"]
        key = next(act.key for act in meeting.outcomes if act.target == ad.Ref("guide:ai-governance-and-ethics-guide"))
        bare = changed(meeting, outcomes=tuple(attrs.evolve(act, topics=()) for act in meeting.outcomes))
        assert f"outcomes/{key}" in {row.path for row in ad.timeline(about="AI", registry=altered(bare)) if row.record == meeting.ref}
        row = next(row for row in ad.about("AI", registry=altered(bare)) if row.record == meeting.ref)
        assert f"outcomes/{key}" in row.paths

    def test_periods_begin_on_their_first_day_and_end_on_their_last(self):
        rows = {
            row.happens: row
            for row in ad.timeline(about="adm-2030", kinds="plan")
            if row.record.slug == "adm-2030" and row.path == "period"
        }
        days = {happens.value: (str(row.when), row.standing.value) for happens, row in rows.items()}
        assert days == {"began": ("2026-01-01", "happened"), "ended": ("2030-12-31", "expected")}

    def test_a_signature_that_an_act_tells_of_stands_once(self):
        agreement = REGISTRY.agreements["e-asean-framework-agreement"]
        signed = [row for row in ad.timeline(about=agreement, kinds="agreement") if row.text.startswith("signed")]
        assert [(str(row.when), row.path.partition("/")[0]) for row in signed] == [("2000-11-24", "outcomes")]
        (act,) = [act for act in REGISTRY[signed[0].record].outcomes if f"outcomes/{act.key}" == signed[0].path]
        meeting = REGISTRY[signed[0].record]
        without_act = changed(meeting, outcomes=tuple(each for each in meeting.outcomes if each != act))
        rows = [row for row in ad.timeline(about=agreement, registry=altered(without_act)) if row.text.startswith("signed")]
        assert [(str(row.when), row.path) for row in rows] == [("2000-11-24", "signed")]

    def test_a_target_is_no_result_whatever_its_date(self):
        number = REGISTRY.statistics["adm-2025-initiatives"]
        assert number.ref in {row.record for row in ad.timeline(kinds="statistic", expected=False)}
        target = changed(number, nature=ad.Nature.TARGET)
        assert target.ref not in {row.record for row in ad.timeline(kinds="statistic", expected=False, registry=altered(target))}
        (row,) = [each for each in ad.timeline(kinds="statistic", registry=altered(target)) if each.record == target.ref]
        assert row.standing is Standing.NOTHING_SEEN

    def test_about_takes_a_topic_before_anything_else_and_any_record(self):
        assert list(ad.timeline(about="5G")) == list(ad.timeline(about="topic:five-g"))
        by_meeting = ad.timeline(about="ADGMIN 6")
        assert {"meeting:adgmin-6", "meeting:adgmin-6-opening"} <= {row.record.text for row in by_meeting}
        topic = changed(REGISTRY.topics["five-g"], broader=None)
        wider = {row.record for row in ad.timeline(about="telecommunications infrastructure")}
        assert {row.record for row in ad.timeline(about="telecommunications infrastructure", registry=altered(topic))} < wider

    def test_a_stretch_without_an_end_stands_at_its_beginning(self):
        meeting = changed(REGISTRY.meetings["adgmin-5"], when=Period(PartialDate(2025, 1, 16), ad.UNKNOWN))
        registry = altered(meeting)
        found = [
            [row.certain for row in ad.timeline(since, until, registry=registry) if row.record == meeting.ref and row.path == "when"]
            for since, until in (("2025-01-16", "2025-01-16"), ("2025-01-17", None), (None, "2025-01-15"))
        ]
        assert found == [[True], [], []]

    @pytest.mark.parametrize("lang", ["en", "vi"])
    def test_every_line_reads_in_both_languages(self, lang):
        rows = ad.timeline(lang=lang)
        assert len(rows) == len(ad.timeline())
        for row in rows:
            assert row.text.strip(" :,") == row.text
            assert ", ," not in row.text
            assert row.when.label(lang)
        assert {row.text for row in rows} != {row.text for row in ad.timeline(lang={"en": "vi", "vi": "en"}[lang])}

    def test_bad_questions(self):
        for bad in ("31/12/2026", "2026-02-30", "soon", "", 2026, "2026/2027", object()):
            with pytest.raises(ad.errors.InvalidValue, match=r"since: must be a date.*write it like"):
                ad.timeline(bad)
        with pytest.raises(ad.errors.InvalidQuery, match="swap the two"):
            ad.timeline("2026", "2025-12-31")
        for bad in ("meting", [], ["plan", "x"]):
            with pytest.raises(ad.errors.InvalidQuery, match="kinds must be among"):
                ad.timeline(kinds=bad)
        with pytest.raises(ad.errors.InvalidQuery, match="lang must be"):
            ad.timeline(lang="fr")
        with pytest.raises(ad.errors.RecordNotFound, match=r"take asean_digital\.parties"):
            ad.timeline(party="nowhere land")
        with pytest.raises(ad.errors.RecordNotFound):
            ad.timeline(about="nothing of that name")
        with pytest.raises(ad.errors.InvalidQuery, match="a party is asked for, not plan:adm-2030"):
            ad.timeline(party=ad.plans["adm-2030"])
        assert ad.timeline("1900", "1910").reason == "nothing dated from 1900 on and until 1910 that answers is recorded"
        assert ad.timeline(about="topic:quantum", kinds="party").reason == "nothing dated that answers is recorded"


class TestPartners:
    def test_how_a_plan_was_received_comes_with_its_verbs(self):
        (row,) = ad.priorities(2026, partner="India")
        assert row.verb is ad.Verb.NOTED
        assert [each.act.verb.value for each in row.received] == ["noted", "appreciated"]
        rows = ad.priorities(2026, partner="Japan")
        assert {row.verb for row in rows} == {ad.Verb.APPROVED}
        assert "noted, appreciated" in repr(row)
        assert row.phrase("vi").startswith("đào tạo")
        assert row.phrase("th") == row.words[0].text

    def test_plans_of_members_are_no_partners(self):
        assert "party:philippines" in {str(partner) for plan in REGISTRY.plans for partner in plan.partners}
        assert "party:philippines" not in {str(row.partner) for row in ad.plan_coverage(2026)}
        assert not any(row.partner == ad.Ref("party:malaysia") for row in ad.partners_naming("ai-safety"))

    def test_priorities_of_all_plans_have_those_of_asean_too(self):
        everything = ad.priorities()
        assert None in {row.partner for row in everything}
        assert "asean-digital-integration-framework" in {row.plan.slug for row in everything}  # its period is not known
        assert len(ad.priorities((2025, 2026))) == len({(r.plan, r.path, r.partner) for y in (2025, 2026) for r in ad.priorities(y)})
        assert ad.priorities(range(2026, 2027)) == ad.priorities([2026])

    def test_a_plan_with_two_partners_answers_for_each(self):
        both = (ad.Ref("party:japan"), ad.Ref("party:canada"))
        registry = altered(changed(REGISTRY.plans["japan-work-plan-2026"], partners=both))
        assert {row.partner for row in ad.priorities(2026, partner="canada", registry=registry)} == {both[1]}
        assert {row.partner for row in ad.partners_naming("cybersecurity", year=2026, registry=registry)} >= set(both)
        assert len(ad.priorities(2026, registry=registry)) == len(ad.priorities(2026)) + len(ad.priorities(2026, partner="japan"))

    def test_a_list_known_whole_makes_silence_a_no(self):
        assert ad.matrix(2026, ["quantum"]).cell("china", "quantum").named is Named.AREAS_NOT_SEEN
        plans = [known_whole(plan, "priorities") for plan in REGISTRY.plans if ad.Ref("party:china") in plan.partners]
        whole = ad.matrix(2026, ["quantum"], registry=altered(*plans))
        assert whole.cell(ad.Ref("party:china"), "topic:quantum").named is Named.NOT_NAMED
        assert ad.matrix(2026, ["quantum"], registry=altered(plans[-1])).cell("china", "quantum").named is Named.AREAS_NOT_SEEN
        assert whole.cell("china", "five-g") is None

    def test_an_area_that_was_only_announced_names_nothing(self):
        row = next(row for row in ad.partners_naming("quantum", "AI", year=2026) if row.partner.slug == "russia")
        plan = REGISTRY[row.plan]
        areas = tuple(
            attrs.evolve(item, citations=tuple(attrs.evolve(each, expected=True) for each in item.citations))
            if f"priorities/{item.key}" == row.path
            else item
            for item in plan.priorities
        )
        registry = altered(changed(plan, priorities=areas))
        assert "russia" not in {each.partner.slug for each in ad.partners_naming("AI", year=2026, registry=registry)}
        assert [each.expected for each in ad.priorities(2026, "russia", "AI", registry=registry)] == [True]
        assert ad.matrix(2026, ["AI"], registry=registry).cell("russia", "artificial-intelligence").named is Named.AREAS_NOT_SEEN

    def test_the_table_is_readable_in_both_languages(self):
        english, vietnamese = repr(ad.matrix(2026)), repr(ad.matrix(2026, lang="vi"))
        assert "Artificial intelligence" in english
        assert "Trí tuệ nhân tạo" in vietnamese
        assert "chưa thấy kế hoạch" in vietnamese
        assert "no plan seen" in english
        assert all(line == line.rstrip() for line in english.splitlines())
        assert repr(ad.matrix(1950)) == "<Matrix 1950: 0 topics, 15 partners (nothing that a partner's plan of 1950 names was seen)>"
        assert ad.to_dict(ad.matrix(2026, ["AI"]))["cells"] == ad.matrix(2026, ["AI"]).to_dicts()

    def test_what_was_seen_of_the_plans_and_what_to_know_of_it(self):
        rows = {row.partner.slug: row for row in ad.plan_coverage(2027)}
        assert rows["unescap"].why.startswith("the period of APIS action plan 2027-2030 was only announced; the data was last checked")
        plan = changed(REGISTRY.plans["uk-plan-of-action-2022-2026"], period=Period(PartialDate(2022), ad.UNKNOWN))
        late = {row.partner.slug: row for row in ad.plan_coverage(2025, altered(plan))}["united-kingdom"]
        assert (late.plans, late.why) == ((plan.ref,), f"the end of {plan.name} is not known")
        assert [row.year for row in ad.plan_coverage([2026, 2025, 2026])] == sorted(row.year for row in ad.plan_coverage((2025, 2026)))

    def test_bad_questions(self):
        for bad in (0, 10_000, "2026", 2026.0, True, None):
            with pytest.raises(ad.errors.InvalidQuery, match="a year must be a whole number"):
                ad.matrix(bad)
        for bad in ((), [], ["2026"], "2026", 2026.5):
            with pytest.raises(ad.errors.InvalidQuery, match="year"):
                ad.priorities(bad)
        with pytest.raises(ad.errors.InvalidQuery, match="not '2026'; write it like 2026"):
            ad.priorities("2026")
        with pytest.raises(ad.errors.InvalidQuery, match="at least one topic"):
            ad.partners_naming(year=2026)
        with pytest.raises(ad.errors.InvalidQuery, match="a topic is asked for, not party:japan"):
            ad.partners_naming(ad.Ref("party:japan"))
        for ask in (ad.partners_naming, ad.about, lambda name: ad.matrix(2026, [name]), lambda name: ad.priorities(topic=name)):
            with pytest.raises(ad.errors.RecordNotFound, match=r"take asean_digital\.topics"):
                ask("steam engines")
        with pytest.raises(ad.errors.RecordNotFound, match=r"take asean_digital\.parties"):
            ad.priorities(partner="Atlantis")
        with pytest.raises(ad.errors.InvalidQuery, match="lang must be"):
            ad.matrix(2026, lang="fr")

    def test_a_year_after_the_data_was_last_checked_says_so(self):
        note = f"the data was last checked on {REGISTRY.as_of}"
        assert ad.partners_naming("AI", year=AS_OF.year + 1).reason.endswith(note)
        assert ad.priorities((AS_OF.year, AS_OF.year + 1), partner="canada").reason.endswith(note)
        late = ad.matrix(AS_OF.year + 1, ["AI"])
        assert late.why == note
        assert repr(late).endswith(f"{note}>")
        assert repr(ad.matrix(AS_OF.year + 60)).endswith(f"; {note})>")
        assert not ad.matrix(AS_OF.year).why
        assert ad.matrix(2026, ["AI"], lang="vi-VN") == ad.matrix(2026, ["AI"], lang="vi")
        assert ad.timeline("2026-01", "2026-01", lang="vi-VN") == ad.timeline("2026-01", "2026-01", lang="vi")

    def test_empty_answers_say_why(self):
        assert ad.partners_naming("AI", year=1995).reason == "no plan of 1995 was seen"
        assert ad.priorities(2026, partner="canada").reason == "no plan of 2026 with Canada was seen"
        assert "no priority area was seen" in ad.priorities((2019,)).reason
        assert "Quantum technology" in ad.priorities(2026, topic="quantum").reason
        assert ad.about("quantum", kinds="agreement").reason == "no agreement is mapped to Quantum technology"
        assert ad.plan_coverage(2026, ad.Registry([])).reason == "no partner outside ASEAN is recorded"


class TestAbout:
    def test_it_crosses_kinds_and_says_by_which_path(self):
        rows = {row.record.text: row for row in ad.about("AI")}
        assert {row.record.kind for row in rows.values()} >= {"meeting", "plan", "guide", "declaration", "programme", "body"}
        eu = rows["plan:eu-work-plan-2026"]
        assert eu.narrower
        assert {match.topic.slug for match in eu.matches} == {"ai-governance"}
        assert "plan:eu-work-plan-2026" not in {row.record.text for row in ad.about("AI", narrower=False)}
        assert str(rows["guide:ai-governance-and-ethics-guide"].when) == "2024-02-02"
        assert str(ad.about("submarine cables", kinds="guide")[0].when) == "2026-01-16"  # not the two days of the meeting
        both = {row.record for row in ad.about("AI", "quantum")}
        assert both == {row.record for name in ("AI", "quantum") for row in ad.about(name)}
        assert {row.record.kind for row in ad.about("AI", kinds=["plan", "guide"])} == {"plan", "guide"}

    def test_with_another_topic_the_answer_changes(self):
        body = REGISTRY.bodies["wg-sc"]
        moved = changed(body, topics=(ad.Ref("topic:quantum"),), acts=())
        assert body.ref in {row.record for row in ad.about("submarine cables")}
        assert body.ref not in {row.record for row in ad.about("submarine cables", registry=altered(moved))}
        assert body.ref in {row.record for row in ad.about("quantum", registry=altered(moved))}


class TestCompare:
    def test_masterplans_by_topic(self):
        rows = {row.topic and row.topic.slug: row for row in ad.compare("aim-2015", "AIM 2020")}
        assert rows["innovation"].continuity is Continuity.KEPT
        assert rows["cybersecurity"].why == "not all components of aim-2015 are known"
        older = known_whole(REGISTRY.plans["aim-2015"], "components")
        rows = {row.topic and row.topic.slug: row for row in ad.compare(older, "AIM 2020", registry=altered(older))}
        assert rows["cybersecurity"].continuity is Continuity.NEW
        assert rows["digital-transformation"].continuity is Continuity.UNKNOWN
        rows = {row.topic and row.topic.slug: row for row in ad.compare("AIM 2020", older, registry=altered(older))}
        assert rows["cybersecurity"].continuity is Continuity.GONE
        assert rows[None].why == "these of aim-2015 are mapped to no topic"

    def test_two_years_of_a_partner_by_words(self):
        rows = ad.compare("japan-work-plan-2025", "japan-work-plan-2026")
        assert {row.topic for row in rows} == {None}
        assert [row.continuity for row in rows][:4] == [Continuity.KEPT] * 2 + [Continuity.GONE] * 2
        assert {row.continuity for row in rows[4:]} == {Continuity.UNKNOWN}
        before = known_whole(REGISTRY.plans["japan-work-plan-2025"], "components", "priorities")
        rows = ad.compare(before, "japan-work-plan-2026", registry=altered(before))
        assert {row.continuity for row in rows[4:]} == {Continuity.NEW}
        after = without(REGISTRY.plans["japan-work-plan-2026"], "complete")
        rows = ad.compare("japan-work-plan-2025", after, registry=altered(after))
        assert [row.continuity for row in rows][2:4] == [Continuity.UNKNOWN] * 2

    def test_areas_without_words_are_known_by_the_records_that_they_name(self):
        plans = [REGISTRY.plans[f"japan-work-plan-{year}"] for year in (2025, 2026)]
        kadif = (ad.Ref("programme:kadif"),)
        bare = [
            changed(plan, components=(attrs.evolve(plan.priorities[0], key=f"c-{n}", words=(), refs=kadif),))
            for n, plan in enumerate(plans)
        ]
        rows = [row for row in ad.compare(*bare, registry=altered(*bare)) if any(item.refs == kadif for item in (*row.first, *row.second))]
        assert [row.continuity for row in rows] == [Continuity.KEPT]

    def test_what_stands_in_a_draft_proves_nothing(self):
        rows = {row.topic.slug: row for row in ad.compare("adm-2025", "adm-2030") if row.topic}
        assert rows["artificial-intelligence"].continuity is Continuity.UNKNOWN
        assert rows["artificial-intelligence"].second
        plan = REGISTRY.plans["adm-2025"]
        extra = attrs.evolve(plan.components[1], key="extra", topics=(ad.Ref("topic:artificial-intelligence"),))
        named = changed(plan, components=(*plan.components, extra))
        row = next(
            r for r in ad.compare(named, "adm-2030", registry=altered(named)) if r.topic and r.topic.slug == "artificial-intelligence"
        )
        assert row.why == "in adm-2030, it was only announced or stands in a draft"
        back = next(
            r for r in ad.compare("adm-2030", named, registry=altered(named)) if r.topic and r.topic.slug == "artificial-intelligence"
        )
        assert back.why == row.why

    def test_bad_questions_and_empty_answers(self):
        with pytest.raises(ad.errors.RecordNotFound, match=r"take asean_digital\.plans"):
            ad.compare("adm-2030", "adm-2099")
        with pytest.raises(ad.errors.InvalidQuery, match="a plan is asked for, not meeting:adgmin-6"):
            ad.compare(ad.meetings["adgmin-6"], "adm-2030")
        with pytest.raises(ad.errors.InvalidQuery, match="by must be"):
            ad.compare("adm-2030", "adm-2025", by="year")
        found = ad.compare("uk-plan-of-action-2022-2026", "korea-work-plan-2023")
        assert found.reason == "no area or component of uk-plan-of-action-2022-2026 or korea-work-plan-2023 is recorded"
        assert repr(ad.compare("adm-2025", "adm-2025")[0]).startswith("Compared(topic=Ref(")


ANSWERS = {
    "members": lambda: ad.members("2026-01-16"),
    "plans_on": lambda: ad.plans_on("2026-01-16"),
    "timeline": lambda: ad.timeline("2026", "2026"),
    "partners_naming": lambda: ad.partners_naming("AI", year=2026, narrower=True),
    "priorities": ad.priorities,
    "plan_coverage": lambda: ad.plan_coverage((2025, 2026)),
    "about": lambda: ad.about("AI"),
    "compare": lambda: ad.compare("ADM 2025", "ADM 2030"),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_answers_pickle_and_land_as_json(name):
    found = ANSWERS[name]()
    assert len(found) > 0
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301  our own bytes
    assert json.loads(json.dumps(found.to_dicts())) == found.to_dicts()
    assert hash(found) == hash(ANSWERS[name]())


def test_a_matrix_pickles_and_lands_as_json():
    found = ad.matrix(2026)
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301  our own bytes
    assert json.loads(json.dumps(ad.to_dict(found)))["year"] == 2026
