"""Laws of certainty, facts, evidence and expectations over generated registries."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import asean_digital as ad
from asean_digital import Certainty, Fate, Known
from asean_digital.errors import InvalidQuery
from asean_digital.laws import walk
from asean_digital.model._spec import fields, specs
from asean_digital.model.record import APPARATUS
from asean_digital.queries.certainty import certainty_of
from asean_digital.queries.expecting import may_be_same
from asean_digital.queries.statements import cited, statements
from asean_digital.testing import citations, quantities, registries, whens
from asean_digital.values import Quantity, QuantityBound

HEAVY = settings(max_examples=max(10, settings().max_examples // 4))
MEETINGS = ("meeting", "plan", "body", "statistic", "topic", "source", "programme")


@st.composite
def cited_registries(draw):
    """A registry of sources and some citations of them."""
    registry = draw(registries(kinds=("source",), size=4))
    source = st.sampled_from([source.ref for source in registry.sources])
    return registry, [draw(citations(source=draw(source))) for _ in range(draw(st.integers(0, 4)))]


def naive_certainty(found, registry):
    """The page's own words, read slowly."""
    if not found:
        return None
    after = [c for c in found if not c.expected]
    if not after:
        return Certainty.EXPECTED
    best = min((c.support for c in after), key=[ad.Support.STATED, ad.Support.IMPLIED, ad.Support.INFERRED].index)
    if best is not ad.Support.STATED:
        return Certainty(best.value)
    sources = [registry[c.source] for c in after if c.support is best]
    if any(source.form.value.startswith("official_") for source in sources):
        return Certainty.OFFICIAL
    return Certainty.CORROBORATED if len({source.origin for source in sources}) >= 2 else Certainty.SINGLE


class TestCertainty:
    @given(cited_registries())
    def test_it_follows_from_the_citations(self, case):
        registry, found = case
        assert naive_certainty(found, registry) is certainty_of(found, registry)

    @given(cited_registries(), st.randoms(use_true_random=False))
    def test_neither_order_nor_repetition_counts(self, case, random):
        registry, found = case
        again = found + found[:1]
        random.shuffle(again)
        assert certainty_of(found, registry) is certainty_of(again, registry)

    @given(cited_registries())
    def test_what_was_said_before_the_event_adds_nothing_to_what_was_said_after(self, case):
        registry, found = case
        after = [citation for citation in found if not citation.expected]
        if after:
            assert certainty_of(after, registry) is certainty_of(found, registry)

    @given(cited_registries())
    def test_one_more_stated_citation_never_makes_it_less_sure(self, case):
        registry, found = case
        order = [None, *reversed([c for c in Certainty if c is not Certainty.OURS])]
        for number in range(len(found)):
            if found[number].support is ad.Support.STATED and not found[number].expected:
                fewer = certainty_of(found[:number] + found[number + 1 :], registry)
                assert order.index(fewer) <= order.index(certainty_of(found, registry)) or fewer is Certainty.EXPECTED


class TestFacts:
    @HEAVY
    @given(registries())
    def test_facts_and_evidence_agree_on_every_path(self, registry):
        for fact in ad.facts(registry=registry):
            found = ad.evidence(fact.record, fact.path, registry)
            if fact.role in {None, ad.ReadingRole.HELD}:
                assert found.status is Known.KNOWN
                assert found.value == fact.value
                assert found.certainty is fact.certainty
                assert fact.source is None or fact.source in {citation.source.slug for citation in found.citations}
            else:
                assert fact.certainty is None
                assert found.disputed
                assert fact.source is not None

    @HEAVY
    @given(registries())
    def test_every_value_that_a_record_holds_is_a_fact(self, registry):
        for record in registry:
            paths = {fact.path for fact in ad.facts(record, registry=registry)}
            for name, spec, _ in fields(type(record)):
                value = getattr(record, name)
                if name in APPARATUS or value in (None, ()):
                    continue
                assert any(path == name or path.startswith(f"{name}/") for path in paths) or _says_nothing(spec, value)

    @HEAVY
    @given(registries())
    def test_only_what_is_ours_has_no_source(self, registry):
        for fact in ad.facts(registry=registry):
            assert (fact.source is None) == (fact.certainty is Certainty.OURS) or fact.role not in {None, ad.ReadingRole.HELD}

    @HEAVY
    @given(registries())
    def test_filters_part_the_facts(self, registry):
        every = list(ad.facts(registry=registry))
        by_source = [row for source in registry.sources for row in ad.facts(source=source, registry=registry)]
        assert Counter(row for row in every if row.source is not None) == Counter(by_source)
        by_record = [row for record in registry for row in ad.facts(record, registry=registry)]
        assert every == by_record
        for certainty in Certainty:
            assert [row for row in every if row.certainty is certainty] == list(ad.facts(certainty=certainty.value, registry=registry))

    @HEAVY
    @given(registries())
    def test_a_path_filter_keeps_the_path_and_what_stands_below_it(self, registry):
        for record in registry:
            every = list(ad.facts(record, registry=registry))
            for name in specs(type(record)):
                expected = [row for row in every if row.path.split("/")[0] == name]
                assert expected == list(ad.facts(record, name, registry=registry))

    @HEAVY
    @given(registries())
    def test_every_citation_of_a_statement_becomes_a_fact(self, registry):
        for record in registry:
            seen = {(fact.source, fact.lines, fact.anchors, fact.support, fact.expected) for fact in ad.facts(record, registry=registry)}
            disputed = tuple(dispute.path for dispute in record.disputes)
            for entry in cited(record):
                below = [s for s in statements(record) if s.path == entry.path or s.path.startswith(f"{entry.path}/")]
                overruled = any(path.startswith(f"{entry.path}/") for path in disputed)
                own = getattr(entry.value, "citations", ())
                if entry.reading is None and below and not overruled and (not own or entry.citation in own):
                    c = entry.citation
                    if not all(_own_citations(record, s) for s in below):
                        assert (c.source.slug, c.lines, c.anchors, c.support, c.expected) in seen

    @HEAVY
    @given(registries())
    def test_a_path_that_holds_nothing_is_a_gap_or_unasked(self, registry):
        for record in registry:
            gaps = {gap.path for gap in record.gaps}
            for name, spec, _ in fields(type(record)):
                found = ad.evidence(record, name, registry)
                if getattr(record, name) in (None, ()):
                    assert found.status is (Known.GAP if name in gaps else Known.UNASKED)
                    assert (found.gap is not None) == (name in gaps)
                    assert found.certainty is None
                else:
                    assert found.status is Known.KNOWN
                    assert (found.certainty is None) == (name in APPARATUS or (spec.many and spec.is_part))

    @HEAVY
    @given(registries())
    def test_disputes_and_gaps_are_those_of_the_records(self, registry):
        assert [d.path for record in registry for d in record.disputes] == [row.path for row in ad.disputes(registry=registry)]
        assert [g.path for record in registry for g in record.gaps] == [row.path for row in ad.gaps(registry=registry)]
        for row in ad.disputes(registry=registry):
            held = [reading.value for reading in row.readings if reading.role is ad.ReadingRole.HELD]
            assert row.held == (held[0] if held else row.held)
            assert row.held not in (None, ()) or not held


def _says_nothing(spec, value):
    """Whether a field holds parts alone that say nothing but their key."""
    return spec.is_part and all(not _held(part) for part in value)


def _held(part):
    return [name for name in specs(type(part)) if name not in {"key", "citations"} and getattr(part, name) not in (None, ())]


def _own_citations(record, statement):
    """Whether a wording in a part brings its own citations, so that those of the part are not asked."""
    return isinstance(statement.value, ad.Wording) and bool(statement.value.citations)


class TestExpectations:
    @HEAVY
    @given(registries(kinds=MEETINGS))
    def test_every_expected_citation_is_an_expectation_and_nothing_else_is(self, registry):
        expected = {(record.id, entry.path, entry.citation) for record in registry for entry in cited(record) if entry.citation.expected}
        rows = list(ad.expectations(registry=registry))
        assert expected == {(row.record, row.path, citation) for row in rows for citation in row.citations}

    @HEAVY
    @given(registries(kinds=MEETINGS))
    def test_fate_is_what_sources_say_afterwards(self, registry):
        for row in ad.expectations(registry=registry):
            after = [e for e in cited(registry[row.record]) if e.path == row.path and not e.citation.expected]
            same = [e.citation for e in after if may_be_same(e.value, row.value)]
            fate = Fate.MET if same else Fate.CONTRADICTED if after else Fate.NOTHING_SEEN
            assert fate is row.fate
            assert (row.fate is Fate.NOTHING_SEEN) == (row.seen == ())
            assert not any(citation.expected for citation in row.seen)

    @HEAVY
    @given(registries(kinds=MEETINGS))
    def test_what_was_only_announced_answers_no_question_about_what_happened(self, registry):
        for row in ad.outcomes(registry=registry):
            assert not row.act.expected
            assert row.act in (getattr(registry[row.record], "outcomes", ()) or getattr(registry[row.record], "acts", ()))
        acts = [
            value for record in registry for path, value in walk(record) if path.count("/") == 1 and path.startswith(("outcomes/", "acts/"))
        ]
        assert len([act for act in acts if not act.expected]) == len(ad.outcomes(registry=registry))

    @HEAVY
    @given(registries(kinds=("meeting", "plan", "declaration", "body", "source")))
    def test_adoption_is_acceptance_and_an_empty_answer_says_why(self, registry):
        for kind in ("plan", "declaration"):
            for record in getattr(registry, f"{kind}s"):
                every = ad.outcomes(of=record, registry=registry)
                accepted = ad.adoption(record, registry=registry)
                assert [row for row in every if row.act.verb.is_acceptance] == list(accepted)
                assert bool(accepted.reason) == (len(accepted) == 0)

    @given(registries(kinds=MEETINGS, size=2), st.dates())
    @HEAVY
    def test_answers_about_a_day_after_the_record_are_not_certain(self, registry, day):
        late = registry.as_of is not None and day > registry.as_of.latest
        for row in (*ad.members(day, registry), *ad.plans_on(day, registry)):
            assert row.certain == (row.why == "")
            assert not (late and row.certain)
        for plan in ad.plans_on(day, registry):
            assert plan.covers is registry[plan.plan].period.covers(day)


class TestSameness:
    @given(whens() | quantities(), whens() | quantities())
    def test_it_is_symmetric_and_reflexive(self, one, two):
        assert may_be_same(one, one)
        assert may_be_same(one, two) == may_be_same(two, one)

    @given(quantities(unit="count"), quantities(unit="USD"))
    def test_numbers_of_different_units_are_never_the_same(self, one, two):
        assert not may_be_same(one, two)

    @given(quantities(unit="count"), quantities(unit="count"))
    def test_at_least_reaches_upwards_only(self, one, two):
        low = Quantity(min(one.amount, two.amount), "count", QuantityBound.AT_LEAST)
        high = Quantity(max(one.amount, two.amount), "count", QuantityBound.EXACT)
        assert may_be_same(low, high)
        exact = Quantity(low.amount, "count", QuantityBound.EXACT)
        at_least = Quantity(high.amount, "count", QuantityBound.AT_LEAST)
        assert may_be_same(exact, at_least) == (exact.amount == at_least.amount)


@pytest.mark.parametrize("certainty", ["sure", 5, ""])
def test_a_certainty_that_is_none_is_refused(certainty):
    with pytest.raises(InvalidQuery, match="certainty must be one of"):
        ad.facts(certainty=certainty, registry=ad.Registry(()))
