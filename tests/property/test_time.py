"""Laws of days and of the timeline over generated registries: what is certain holds however the unknown days fell."""

import datetime
import random as randomness
from itertools import pairwise

import attrs
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import asean_digital as ad
from asean_digital.laws import walk
from asean_digital.model.record import locate
from asean_digital.queries.acts import acts_on
from asean_digital.testing import partial_dates, registries
from asean_digital.values import PartialDate, Period

HEAVY = settings(max_examples=max(10, settings().max_examples // 4))
KINDS = (
    "meeting",
    "series",
    "plan",
    "body",
    "declaration",
    "guide",
    "agreement",
    "partnership",
    "programme",
    "statistic",
    "party",
    "topic",
)
ONE = datetime.timedelta(days=1)


def around(*moments):
    """The days at, just before and just after the first and last day of moments."""
    edges = {edge for when in moments for edge in (when.earliest, when.latest) if edge and 1 < edge.year < 9999}
    return sorted({day for edge in edges for day in (edge - ONE, edge, edge + ONE)})


def fallen(when, random):
    """A day on which a moment may have fallen, the edges more often."""
    first, last = when.earliest.toordinal(), (when.latest or when.earliest).toordinal()
    return datetime.date.fromordinal(random.choice((first, last, random.randint(first, last))))


def late(day, registry):
    return registry.as_of is not None and day > registry.as_of.latest


NARROW = partial_dates(min_year=2024, max_year=2025)
CHECKED = st.none() | partial_dates(min_year=2024, max_year=2026, precisions=("day",))
STATED = (ad.Citation(source=ad.Ref("source:paper"), support=ad.Support.STATED),)
ANNOUNCED = (attrs.evolve(STATED[0], expected=True),)


def named(text):
    return (ad.Wording(key="en", text=text, lang="en", status=ad.WordingStatus.OURS),)


@st.composite
def memberships(draw, key):
    """A standing in ASEAN whose days lie close to those of others."""
    since, until = draw(st.none() | NARROW), draw(st.sampled_from((None, ad.OPEN, ad.UNKNOWN)) | NARROW)
    if since and isinstance(until, PartialDate):
        assume(since.earliest <= until.latest)
    return ad.Membership(
        key=key,
        organisation=ad.Ref("party:asean"),
        role=draw(st.sampled_from((ad.MemberRole.MEMBER, ad.MemberRole.MEMBER, ad.MemberRole.OBSERVER))),
        since=since,
        until=until,
        citations=draw(st.sampled_from((STATED, STATED, ANNOUNCED))),
    )


@st.composite
def parties(draw):
    """A registry of parties with standings in ASEAN."""
    found = [
        ad.Party(slug=slug, names=named(slug), form=ad.PartyForm.STATE, memberships=(draw(memberships("one")), draw(memberships("two"))))
        for slug in ("north", "south")
    ]
    return ad.Registry([ad.parties["asean"], *found], check=False, as_of=draw(CHECKED))


def meeting(number, when, ordinal, status=ad.MeetingStatus.HELD, chairs=("a",)):
    roles = tuple(ad.Role(key=key, role=ad.RoleForm.CHAIR, party=ad.Ref(f"party:chair-{number}"), citations=STATED) for key in chairs)
    held = {name: value for name, value in {"ordinal": ordinal, "when": when, "status": status}.items() if value is not None}
    return ad.Meeting(
        slug=f"m-{number}",
        names=named(f"Meeting {number}"),
        form=ad.MeetingForm.MINISTERS,
        series=ad.Ref("series:line"),
        roles=roles,
        citations=(attrs.evolve(STATED[0], supports=tuple(held)),),
        **held,
    )


LINE = ad.MeetingSeries(slug="line", names=named("A line"), level=ad.Level.MINISTERIAL)


@st.composite
def lines_of_meetings(draw):
    """A registry with one series of a few meetings whose days lie close together."""
    meetings = [
        meeting(
            number,
            draw(st.none() | NARROW | NARROW.map(lambda start: Period(start, ad.UNKNOWN))),
            draw(st.none() | st.integers(1, 4)),
            draw(st.sampled_from((ad.MeetingStatus.HELD, ad.MeetingStatus.HELD, ad.MeetingStatus.PLANNED))),
            draw(st.sampled_from((("a",), ("a",), (), ("a", "b")))),
        )
        for number in range(draw(st.integers(1, 4)))
    ]
    return ad.Registry([LINE, *meetings], check=False, as_of=draw(CHECKED))


def starts_of(registry):
    return {m.slug: (m.when.start if isinstance(m.when, Period) else m.when) for m in registry.meetings}


class TestMembers:
    @given(parties(), st.randoms(use_true_random=False))
    def test_what_is_certain_holds_however_the_unknown_days_fell(self, registry, random):
        standings = [
            (party.ref, part, [fallen(end, random) if isinstance(end, PartialDate) else end for end in (part.since, part.until)])
            for party in registry.parties
            for part in party.memberships
            if part.role is ad.MemberRole.MEMBER
        ]
        moments = [end for _, part, _ in standings for end in (part.since, part.until) if isinstance(end, PartialDate)]
        for day in around(*moments, *filter(None, [registry.as_of])):
            rows = ad.members(day, registry)
            assert len({row.party for row in rows}) == len(rows)
            surely, possibly = {row.party for row in rows if row.certain}, {row.party for row in rows}
            truly = {
                party
                for party, _, (since, until) in standings
                if (since is None or since <= day) and not (isinstance(until, datetime.date) and until <= day)
            }
            assert surely <= truly <= possibly
            assert all(any(row.party == party and not part.expected for party, part, _ in standings) for row in rows if row.certain)
            assert not (late(day, registry) and surely)
            assert all(row.certain == (not row.why) for row in rows)

    @given(partial_dates(min_year=1967, max_year=2025, precisions=("day",)))
    def test_a_known_day_is_a_boundary(self, day):
        party = ad.parties["viet-nam"]
        joined = attrs.evolve(party, memberships=(attrs.evolve(party.memberships[0], since=day, until=ad.OPEN),))
        registry = ad.Registry([ad.parties["asean"], joined], check=False)
        assert [len(ad.members(day.earliest + step * ONE, registry)) for step in (-1, 0, 1)] == [0, 1, 1]
        assert ad.members(day.earliest, registry)[0].certain


class TestChair:
    @given(lines_of_meetings(), st.randoms(use_true_random=False))
    def test_what_is_certain_holds_however_the_unknown_days_fell(self, registry, random):
        starts = starts_of(registry)
        held = [m for m in registry.meetings if m.status is ad.MeetingStatus.HELD]
        began = {m.slug: fallen(starts[m.slug] or PartialDate(random.randint(2023, 2026)), random) for m in held}
        numbered = sorted((m for m in held if m.ordinal), key=lambda m: m.ordinal)
        for one, two in pairwise(numbered):  # numbers rise with the days, else the data would break a law
            assume(one.ordinal < two.ordinal and began[one.slug] < began[two.slug])
        for day in around(*filter(None, starts.values()), *filter(None, [registry.as_of])):
            found = ad.chair("line", day, registry)
            truly = [slug for slug, first in began.items() if first <= day]
            if found is None:
                assert not any(starts[slug] for slug in truly)
                continue
            assert starts[found.meeting.slug].earliest <= day
            assert found.certain == (not found.why)
            assert not (late(day, registry) and found.certain)
            if found.certain:
                assert found.meeting.slug in truly
                assert all(began[slug] < began[found.meeting.slug] for slug in truly if slug != found.meeting.slug)
                assert found.party == registry[found.meeting].chair.party

    @given(st.lists(partial_dates(min_year=2024, max_year=2025, precisions=("day",)), min_size=1, max_size=5, unique=True), CHECKED)
    def test_where_every_day_is_known_it_is_certain(self, days, checked):
        ordered = sorted(days, key=lambda day: day.sort_key)
        never = meeting(99, PartialDate(2020, 5), None, ad.MeetingStatus.PLANNED)  # before them all: it leaves nothing open
        registry = ad.Registry([LINE, never, *(meeting(n, day, n + 1) for n, day in enumerate(ordered))], check=False, as_of=checked)
        for day in around(*days):
            found = ad.chair("line", day, registry)
            truly = [f"m-{number}" for number, first in enumerate(ordered) if first.earliest <= day]
            assert (found.meeting.slug if found else None) == (truly[-1] if truly else None)
            assert found is None or found.certain == (not late(day, registry))


class TestPlans:
    @HEAVY
    @given(registries(kinds=("plan", "plan", "meeting", "body"), size=8), st.randoms(use_true_random=False))
    def test_covering_and_adoption_hold_however_the_unknown_days_fell(self, registry, random):
        acts = {plan.slug: [row for row in acts_on(plan.ref, registry) if row.act.verb.is_acceptance] for plan in registry.plans}
        moments = [plan.period for plan in registry.plans if plan.period] + [row.when for rows in acts.values() for row in rows if row.when]
        for day in around(*moments, *filter(None, [registry.as_of])):
            rows = {row.plan.slug: row for row in ad.plans_on(day, registry)}
            covering = {plan.slug for plan in registry.plans if plan.period and plan.period.covers(day) is not False}
            assert set(rows) == covering
            for slug, row in rows.items():
                fell = [fallen(each.when, random) if each.when and each.when.latest else None for each in acts[slug]]
                if row.adopted is ad.Adopted.YES:
                    assert any(when is not None and when <= day for when in fell)
                elif row.adopted is ad.Adopted.NOT_YET:
                    assert fell
                    assert all(each.when.earliest > day for each in acts[slug])
                elif row.adopted is ad.Adopted.NO:
                    assert not fell
                assert not (late(day, registry) and row.certain)
                assert row.certain == (not row.why)
                if row.certain:
                    assert row.covers is True


class TestAdoption:
    @HEAVY
    @given(registries(kinds=("plan", "declaration", "guide", "agreement", "meeting", "meeting", "body"), size=10))
    def test_it_is_every_accepting_act_that_happened_and_nothing_else(self, registry):
        instruments = [record for record in registry if record.KIND in {"plan", "declaration", "guide", "agreement"}]
        for instrument in instruments:
            expected = {
                (record.id, part.key)
                for record in registry
                for part in (*getattr(record, "outcomes", ()), *getattr(record, "acts", ()))
                if part.target == instrument.ref
                and part.verb.value in {"adopted", "approved", "endorsed", "signed"}
                and not all(citation.expected for citation in part.citations)
            }
            rows = ad.adoption(instrument, registry)
            assert {(row.record.text, row.act.key) for row in rows} == expected
            assert bool(rows.reason) == (not rows)
            for row in rows:
                assert row.when == (row.act.on or (registry[row.meeting].moment if row.meeting else None))


class TestTimeline:
    @HEAVY
    @given(registries(kinds=KINDS, size=10))
    def test_everything_dated_is_there_once_and_in_order(self, registry):
        rows = ad.timeline(registry=registry)
        assert [row.when.sort_key for row in rows] == sorted(row.when.sort_key for row in rows)
        places = [(row.record.text, row.path, row.happens) for row in rows]
        assert len(set(places)) == len(places)
        for row in rows:
            assert locate(registry[row.record], row.path) is not None
            assert row.text
            assert row.certain == (not row.why)
            if registry.as_of and (row.when.latest or row.when.earliest) > registry.as_of.latest:
                assert not row.certain
        there = {place[:2] for place in places}
        for record in registry:
            if record.KIND == "meeting" and record.moment:
                assert (record.id, "when" if record.when else "when_overall") in there
            for path, value in walk(record):
                if (
                    isinstance(value, ad.Act)
                    and "disputes" not in path
                    and (value.on or (value.target and record.KIND == "meeting" and record.moment))
                ):
                    assert (record.id, path) in there
                if path == "signed":
                    by_act = any(
                        row.act.verb is ad.Verb.SIGNED and row.when and ad.possibly_same(row.when, value)
                        for row in acts_on(record.ref, registry)
                    )
                    assert ((record.id, path) in there) == (not by_act)
                if path in {"entered_into_force", "established", "as_of", "period"}:
                    assert (record.id, path) in there
                if isinstance(value, ad.Membership | ad.Stage) and value.since and "disputes" not in path:
                    assert (record.id, f"{path}/since") in there

    @HEAVY
    @given(registries(kinds=KINDS, size=8), st.data())
    def test_a_window_holds_what_may_lie_in_it(self, registry, data):
        whole = ad.timeline(registry=registry)
        day = data.draw(st.sampled_from(around(*(row.when for row in whole)) or [datetime.date(2026, 1, 16)]))
        before, after = ad.timeline(until=day, registry=registry), ad.timeline(since=day + ONE, registry=registry)

        def places(rows):
            return {(row.record, row.path, row.happens) for row in rows}

        assert places(before) | places(after) == places(whole)
        for row in whole:
            place = (row.record, row.path, row.happens)
            both = place in places(before) and place in places(after)
            end = row.when.latest or row.when.start.latest
            assert both == (row.when.earliest <= day < end)
        assert not any(row.certain for row in (*before, *after) if (row.record, row.path, row.happens) in places(before) & places(after))

    @HEAVY
    @given(registries(kinds=KINDS, size=8))
    def test_filters_take_out_and_never_change(self, registry):
        whole = list(ad.timeline(registry=registry))
        happened = list(ad.timeline(expected=False, registry=registry))
        assert happened == [row for row in whole if row.standing is ad.Standing.HAPPENED]
        assert not any(row.expected for row in happened)
        by_kind = {kind: list(ad.timeline(kinds=kind, registry=registry)) for kind in ("meeting", "plan", "declaration", "party")}
        for kind, rows in by_kind.items():
            assert rows == [row for row in whole if (row.target or row.record).kind == kind]
        for party in registry.parties:
            rows = ad.timeline(party=party, registry=registry)
            assert {row.record for row in whole if row.record == party.ref} <= {row.record for row in rows}
            assert list(rows) == list(ad.timeline(about=party, registry=registry))
            assert bool(rows.reason) == (not rows)

    @HEAVY
    @given(registries(kinds=KINDS, size=8))
    def test_what_was_only_announced_never_happened(self, registry):
        for row in ad.timeline(expected=False, registry=registry):
            part = locate(registry[row.record], row.path.removesuffix("/since").removesuffix("/until"))
            assert getattr(part, "expected", False) is False
            if row.happens is ad.Happens.MEETING:
                assert registry[row.record].status in {ad.MeetingStatus.HELD, None}
            if row.happens is ad.Happens.NUMBER:
                assert registry[row.record].nature is not ad.Nature.TARGET


def test_the_samples_of_fallen_days_reach_both_edges():
    random = randomness.Random(1)
    days = {fallen(PartialDate(2026, 2), random) for _ in range(200)}
    assert {datetime.date(2026, 2, 1), datetime.date(2026, 2, 28)} < days
