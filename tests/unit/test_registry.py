import pickle

import attrs
import pytest

import asean_digital as ad
from asean_digital.errors import InvalidDocument, RecordNotFound


def topic(slug, **fields):
    wording = ad.Wording(key="en", text=slug, lang="en", status=ad.WordingStatus.OURS)
    return ad.Topic(slug=slug, names=(wording,), **fields)


def problems_of(records, **options):
    with pytest.raises(InvalidDocument) as caught:
        ad.Registry(records, **options)
    return [(problem.record, problem.path, problem.rule) for problem in caught.value.problems]


class TestLookup:
    def test_by_ref_and_by_id(self, registry):
        meeting = registry["meeting:dm-3"]
        assert meeting is registry[meeting.ref]
        assert meeting is registry.get(meeting.ref) is registry.get("meeting:dm-3")
        assert meeting.ref in registry
        assert "meeting:dm-3" in registry
        assert registry.get("meeting:dm-99") is None
        assert registry["party:old-south"].slug == "south"

    def test_a_miss_names_near_records_across_languages_without_marks(self, registry):
        for asked, near in (("meeting:dm-33", "meeting:dm-3"), ("party:phuong bac", "party:north"), ("artificial inteligence", "topic:ai")):
            with pytest.raises(RecordNotFound) as caught:
                registry[asked]
            assert caught.value.near[0] == near
            assert len(caught.value.near) <= 3
        with pytest.raises(RecordNotFound) as caught:
            registry["party:" + "z" * 30]
        assert caught.value.near == ()

    def test_sets_by_kind_and_plural(self, registry):
        assert registry.of(ad.Meeting) is registry.meetings
        assert len(registry.guides) == 0
        with pytest.raises(AttributeError, match="its sets are parties"):
            _ = registry.events

    def test_referrers(self, registry):
        assert [record.id for record in registry.referrers("party:north", ad.Meeting)] == ["meeting:dm-1", "meeting:dm-2"]
        assert "person:minister" in {record.id for record in registry.referrers("party:north")}
        with pytest.raises(RecordNotFound):
            registry.referrers("party:nowhere")


class TestIdentity:
    def test_immutable_equal_hashable_and_picklable(self, registry):
        with pytest.raises(AttributeError, match="immutable"):
            registry.as_of = None
        again = pickle.loads(pickle.dumps(registry))  # noqa: S301
        assert registry == again
        assert hash(registry) == hash(again)
        assert registry != ad.Registry(tuple(registry))
        assert registry != 5
        assert repr(registry) == f"<Registry: {len(registry)} records, data 2026.2.2>"
        assert repr(ad.Registry(())) == "<Registry: 0 records>"


class TestExtended:
    def test_layers_tell_whose_a_record_is(self, registry):
        own = topic("acme.edge")
        wider = registry.extended([own])
        assert wider.layer("topic:acme.edge") == "own"
        assert wider.layer(own.ref) == "own"
        assert wider.layer("topic:ai") == "packaged"
        assert len(wider) == len(registry) + 1
        assert (wider.data_version, wider.as_of) == (registry.data_version, registry.as_of)
        assert own.ref not in registry
        assert wider.extended([topic("acme.more")]).layer("topic:acme.edge") == "own"
        with pytest.raises(RecordNotFound):
            wider.layer("topic:acme.nowhere")

    def test_a_record_that_stands_already_is_refused(self, registry):
        with pytest.raises(InvalidDocument) as caught:
            registry.extended([topic("ai")])
        assert [(problem.record, problem.path) for problem in caught.value.problems] == [("topic:ai", "slug")]

    def test_records_over_a_registry_may_refer_into_it(self, registry):
        above = ad.Registry([topic("acme.edge", broader=ad.Ref("topic:ai"))], over=registry)
        assert len(above) == 1
        assert pickle.loads(pickle.dumps(above)) == above  # noqa: S301
        assert problems_of([topic("ai")], over=registry) == [("topic:ai", "slug", "must be unique in its kind")]


class TestLaws:
    def test_a_reference_must_resolve(self):
        record = topic("a", broader=ad.Ref("topic:nowhere"))
        assert problems_of([record]) == [("topic:a", "broader", "must refer to a record that exists")]

    def test_chains_must_not_come_back(self):
        one, two = topic("a", broader=ad.Ref("topic:b")), topic("b", broader=ad.Ref("topic:a"))
        assert {(record, path) for record, path, _ in problems_of([one, two])} == {("topic:a", "broader"), ("topic:b", "broader")}

    def test_related_topics_are_symmetric_and_never_wider(self):
        one, two = topic("a", related=(ad.Ref("topic:b"),)), topic("b")
        assert problems_of([one, two]) == [("topic:a", "related", "must be symmetric")]
        wider, narrow = topic("a", related=(ad.Ref("topic:b"),)), topic("b", broader=ad.Ref("topic:a"), related=(ad.Ref("topic:a"),))
        assert problems_of([wider, narrow]) == [("topic:b", "related", "must not hold a wider topic of its own")]

    def test_a_label_stands_for_one_topic(self):
        one, two = topic("a"), attrs.evolve(topic("a"), slug="b")
        assert problems_of([one, two]) == [("topic:b", "names/en", "must be unique among topics")]

    @pytest.mark.parametrize(
        ("kind", "slug", "change", "path"),
        [
            ("meeting", "dm-3", {"ordinal": 2}, "ordinal"),
            ("meeting", "dm-3", {"when": "2023-01-15", "when_overall": "2023-01"}, "ordinal"),
            ("meeting", "dm-3", {"when": "2026-01-12"}, "outcomes/adopted/on"),
            ("meeting", "undated", {"part_of": "meeting:dm-3", "when": "2020-01-01"}, "when"),
            ("plan", "adopted", {"implements": ["plan:noted"]}, "implements/plan:noted"),
            ("source", "paper", {"published": "2026-01-10"}, "outcomes/adopted/on"),
        ],
    )
    def test_a_broken_law_is_reported(self, document, kind, slug, change, path):
        import json

        raw = json.loads(document)
        (record,) = [each for each in raw[kind] if each["slug"] == slug]
        record |= change
        added = [name for name in change if name not in {"part_of", "published"}]
        if kind != "source":
            record["citations"] = [*record.get("citations", []), {"source": "source:paper", "supports": added, "support": "stated"}]
        problems = ad.validate(text=json.dumps(raw), over=None)
        assert path in {problem.path for problem in problems}
        assert all(problem.way_out for problem in problems)

    def test_a_standing_ends_before_the_next_begins(self, document):
        import json

        raw = json.loads(document)
        raw["party"][2]["memberships"][0]["until"] = ".."
        (problem,) = ad.validate(text=json.dumps(raw), over=None)
        assert (problem.record, problem.path) == ("party:south", "memberships/member/since")

    def test_ground_is_not_later_than_what_builds_on_it(self, document):
        import json

        raw = json.loads(document)
        citation = [{"source": "source:paper", "support": "stated"}]
        raw["agreement"] = [
            {
                "slug": "late",
                "names": raw["topic"][0]["names"],
                "form": "treaty",
                "signed": "2026-01-20",
                "citations": [{"source": "source:paper", "supports": ["signed"], "support": "stated"}],
            }
        ]
        raw["declaration"][0] |= {
            "builds_on": ["agreement:late"],
            "citations": [{"source": "source:paper", "supports": ["builds_on"], "support": "stated"}],
        }
        raw["meeting"][2]["outcomes"].append({"key": "hope", "verb": "adopted", "target": "declaration:hope", "citations": citation})
        (problem,) = ad.validate(text=json.dumps(raw), over=None)
        assert (problem.record, problem.path) == ("declaration:hope", "builds_on/agreement:late")

    def test_an_acceptance_of_an_unknown_day_and_a_reference_to_nothing_break_no_law_of_time(self, document):
        import json

        from asean_digital.laws import accepted_on, broken_laws

        raw = json.loads(document)
        (undated,) = [each for each in raw["meeting"] if each["slug"] == "undated"]
        citation = [{"source": "source:paper", "support": "stated"}]
        undated["outcomes"].append({"key": "hope", "verb": "adopted", "target": "declaration:hope", "citations": citation})
        found = {record.id: record for record in ad.loads(json.dumps(raw))}
        assert list(accepted_on("declaration:hope", found)) == []
        alone = {"topic:a": topic("a", related=(ad.Ref("topic:nowhere"),))}
        assert [problem.rule for problem in broken_laws(alone)] == ["must refer to a record that exists"]

    def test_what_is_wrong_below_is_not_said_of_what_stands_above(self):
        below = ad.Registry([topic("a", broader=ad.Ref("topic:nowhere"))], check=False)
        assert len(ad.Registry([topic("acme.b")], over=below)) == 1
        assert problems_of([topic("acme.b", broader=ad.Ref("topic:lost"))], over=below) == [
            ("topic:acme.b", "broader", "must refer to a record that exists")
        ]
