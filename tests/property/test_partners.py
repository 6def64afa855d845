"""Laws of partners, topics and compared plans over generated registries."""

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

import asean_digital as ad
from asean_digital import Continuity, Named, Seen
from asean_digital.laws import references
from asean_digital.model.record import locate
from asean_digital.testing import partial_dates, registries
from asean_digital.values import Period

HEAVY = settings(max_examples=max(10, settings().max_examples // 4))
KINDS = ("plan", "plan", "plan", "topic", "topic", "party", "partnership", "meeting", "body")
YEARS = st.integers(2024, 2027)


@st.composite
def cooperation(draw):
    """A registry whose plans have partners and lie in a few years."""
    registry = draw(registries(kinds=KINDS, size=12))
    records = []
    for record in registry:
        if record.KIND == "plan":
            start = draw(partial_dates(min_year=2024, max_year=2026, precisions=("year",)))
            end = draw(st.sampled_from((ad.UNKNOWN, start, ad.PartialDate(start.year + 1))))
            whole = draw(st.sampled_from(((), ("priorities",), ("components", "priorities"))))
            partners = tuple(draw(st.lists(st.sampled_from([p.ref for p in registry.parties]), max_size=2, unique=True)))
            values = {"period": Period(start, end), "complete": whole, "partners": partners}
            free = {"gaps": (), "disputes": ()}
            supports = tuple(name for name, _, _ in _plain(record, values))
            citation = ad.Citation(source=registry.sources[0].ref, support=ad.Support.STATED, supports=supports)
            record = attrs.evolve(record, **values, **free, citations=(citation,))  # noqa: PLW2901  the record as it goes in
        records.append(record)
    return ad.Registry(records, check=False, as_of=registry.as_of)


def _plain(record, values):
    """The plain fields of a record that hold something once the values are set."""
    from asean_digital.model._spec import fields
    from asean_digital.model.record import APPARATUS

    for name, spec, optional in fields(type(record)):
        if name not in APPARATUS and not spec.curated and not spec.is_part and values.get(name, getattr(record, name)) not in (None, ()):
            yield name, spec, optional


def descendants(topic, registry):
    """A topic and all that are narrower, found from above."""
    found = {topic}
    while more := {each.ref for each in registry.topics if each.broader in found} - found:
        found |= more
    return found


class TestNaming:
    @HEAVY
    @given(cooperation(), YEARS)
    def test_rows_are_what_the_plans_say(self, registry, year):
        for topic in registry.topics:
            for narrower in (False, True):
                wanted = descendants(topic.ref, registry) if narrower else {topic.ref}
                rows = ad.partners_naming(topic, year=year, narrower=narrower, registry=registry)
                assert bool(rows.reason) == (not rows)
                for row in rows:
                    part = locate(registry[row.plan], row.path)
                    assert row.topic in wanted
                    assert row.topic in part.topics
                    assert row.narrower == (row.topic != topic.ref)
                    assert row.words == part.words
                    assert not part.expected
                    assert row.partner in registry[row.plan].partners
                    assert row.asked == topic.ref
                    if topic.ref in part.topics:
                        assert not row.narrower
                expected = {
                    (partner, plan.ref, f"{name}/{part.key}")
                    for plan in registry.plans
                    if plan.period.start.year <= year and (plan.period.end is ad.UNKNOWN or year <= plan.period.end.year)
                    for name in ("priorities", "components", "provisions")
                    for part in getattr(plan, name)
                    if not part.expected and getattr(part, "stage", None) is not ad.ItemStage.DRAFT and wanted & set(part.topics)
                    for partner in plan.partners
                    if partner.slug != "asean"
                }
                assert {(row.partner, row.plan, row.path) for row in rows} == expected

    @HEAVY
    @given(cooperation(), YEARS)
    def test_priorities_are_all_areas_and_topics_take_out(self, registry, year):
        rows = ad.priorities(year, registry=registry)
        plans = [plan for plan in registry.plans if plan.period.overlaps(Period(ad.PartialDate(year), ad.PartialDate(year))) is not False]
        assert len(rows) == sum(len(plan.priorities) * max(1, len(plan.partners)) for plan in plans)
        for topic in registry.topics:
            some = ad.priorities(year, topic=topic, registry=registry)
            assert [(row.partner, row.plan, row.path) for row in some] == [
                (row.partner, row.plan, row.path) for row in rows if topic.ref in row.topics
            ]
        for party in registry.parties:
            assert list(ad.priorities(year, partner=party, registry=registry)) == [row for row in rows if row.partner == party.ref]


class TestMatrix:
    @HEAVY
    @given(cooperation(), YEARS)
    def test_silence_is_never_no(self, registry, year):
        whole = ad.matrix(year, list(registry.topics), registry=registry) if registry.topics else ad.matrix(year, registry=registry)
        coverage = {row.partner: row for row in ad.plan_coverage(year, registry)}
        assert set(whole.partners) == set(coverage)
        for cell in whole:
            named = {row.partner for row in ad.partners_naming(cell.topic, year=year, narrower=True, registry=registry)}
            itself = {row.partner for row in ad.partners_naming(cell.topic, year=year, registry=registry)}
            assert (cell.named is Named.NAMED) == (cell.partner in named)
            assert cell.narrower == (cell.partner in named - itself)
            if cell.named is Named.NOT_NAMED:
                assert cell.plans
                assert all("priorities" in registry[plan].complete for plan in cell.plans)
            assert (cell.named is Named.NOT_SEEN) == (not cell.plans)
            assert cell.plans == coverage[cell.partner].plans
            assert (coverage[cell.partner].seen is Seen.NOT_SEEN) == (not cell.plans)
            assert whole.cell(cell.partner, cell.topic) == cell
            assert cell.mark in repr(whole)
        assert [cell for _, cells in whole.rows() for cell in cells] == list(whole)
        assert len(whole) == len(whole.to_dicts()) == len(whole.partners) * len(whole.topics)

    @HEAVY
    @given(cooperation(), YEARS)
    def test_its_own_topics_are_those_named(self, registry, year):
        whole = ad.matrix(year, registry=registry)
        assert set(whole.topics) == {t.ref for t in registry.topics if ad.partners_naming(t, year=year, registry=registry)}
        assert bool(whole.cells.reason) == (not whole.cells)


class TestAbout:
    @HEAVY
    @given(registries(kinds=("topic", "topic", "meeting", "plan", "declaration", "body", "guide", "statistic"), size=10))
    def test_every_record_that_names_the_topic_is_there(self, registry):
        for topic in registry.topics:
            wanted = {ref.text for ref in descendants(topic.ref, registry)}
            rows = {row.record.text: row for row in ad.about(topic, registry=registry)}
            for record in registry:
                if record.KIND == "topic":
                    assert record.id not in rows
                    continue
                naming = {
                    path
                    for path, ref in references(record)
                    if ref.text in wanted and "topics" in path.split("/") and path.split("/")[0] not in {"disputes", "citations"}
                }
                if naming:
                    assert {"topics" if path.startswith("topics/") else path.partition("/topics")[0] for path in naming} <= set(
                        rows[record.id].paths
                    )
                    assert rows[record.id].narrower == all(match.narrower for match in rows[record.id].matches)
                for path in rows[record.id].paths if record.id in rows else ():
                    assert locate(record, path) is not None
            exact = {row.record.text for row in ad.about(topic, narrower=False, registry=registry)}
            assert exact == {record_id for record_id, row in rows.items() if not row.narrower}
            undated = [row.when is None for row in rows.values()]
            assert undated == sorted(undated)


class TestCompare:
    @HEAVY
    @given(cooperation(), st.sampled_from((None, "words", "topic")))
    def test_what_is_kept_is_in_both_and_what_is_gone_is_in_one(self, registry, by):
        mirror = {Continuity.GONE: Continuity.NEW, Continuity.NEW: Continuity.GONE}
        for one in registry.plans:
            for two in registry.plans:
                rows, back = ad.compare(one, two, by=by, registry=registry), ad.compare(two, one, by=by, registry=registry)
                items = [(*plan.priorities, *plan.components) for plan in (one, two)]
                assert {item for row in rows for item in row.first} == set(items[0])
                assert {item for row in rows for item in row.second} == set(items[1])
                assert bool(rows.reason) == (not rows)
                for row in rows:
                    assert (row.continuity is Continuity.UNKNOWN) == bool(row.why)
                    if row.continuity is Continuity.KEPT:
                        assert row.first
                        assert row.second
                    if row.continuity is Continuity.GONE:
                        assert not row.second
                        assert two.complete
                    if row.continuity is Continuity.NEW:
                        assert not row.first
                        assert one.complete
                if by == "topic":
                    there = {(row.topic, row.continuity) for row in rows if row.topic}
                    assert {(row.topic, mirror.get(row.continuity, row.continuity)) for row in back if row.topic} == there

    @HEAVY
    @given(cooperation(), st.sampled_from(("words", "topic")))
    def test_a_plan_keeps_all_that_it_has_itself(self, registry, by):
        for plan in registry.plans:
            for row in ad.compare(plan, plan, by=by, registry=registry):
                proved = [item for item in row.first if not item.expected and item.stage is not ad.ItemStage.DRAFT]
                assert (row.continuity is Continuity.KEPT) == bool(proved and (row.topic or by == "words"))
