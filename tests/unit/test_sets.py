import pickle
from collections.abc import Mapping, Sequence

import pytest

import asean_digital as ad
from asean_digital.errors import AmbiguousName, RecordNotFound
from asean_digital.sets import LazyRecordSet


@pytest.fixture
def meetings(registry):
    return registry.meetings


class TestAnswers:
    def test_they_are_iterable_sized_indexed_sliced_and_compared(self):
        answers = ad.Answers("abc", reason="why")
        assert (len(answers), answers[0], answers[-1], list(answers)) == (3, "a", "c", ["a", "b", "c"])
        assert answers[1:] == ad.Answers("bc")
        assert answers[1:].reason == "why"
        assert "b" in answers
        assert answers != ad.Answers("ab")
        assert answers != ("a", "b", "c")
        assert hash(answers) == hash(ad.Answers("abc"))

    def test_they_are_immutable(self):
        answers = ad.Answers("abc")
        with pytest.raises(AttributeError, match="immutable"):
            answers.reason = "x"
        with pytest.raises(AttributeError, match="immutable"):
            del answers.reason

    def test_repr_shows_rows_or_why_there_are_none(self):
        assert repr(ad.Answers("ab")) == "<Answers: 2\n  'a'\n  'b'\n>"
        assert repr(ad.Answers(range(12))).endswith("  ... 2 more\n>")
        assert repr(ad.Answers()) == "<Answers: none>"
        assert repr(ad.Answers(reason="nobody asked")) == "<Answers: none (nobody asked)>"

    def test_pickles_are_equal_and_keep_the_reason(self):
        again = pickle.loads(pickle.dumps(ad.Answers("abc", reason="why")))  # noqa: S301
        assert again == ad.Answers("abc")
        assert again.reason == "why"

    def test_rows_become_dicts_of_json_types(self, registry):
        (row,) = ad.adoption("plan:adopted", registry)
        assert ad.Answers([row]).to_dicts()[0]["when"] == "2026-01-16"


class TestRecordSets:
    def test_they_are_in_order_of_time_and_reached_by_slug(self, meetings):
        assert meetings.slugs == ("dm-1", "dm-2", "dm-3", "dm-4", "cancelled", "undated")
        assert meetings["dm-3"] is meetings[2]
        assert meetings.get("dm-3") is meetings[2]
        assert meetings.get("dm-99") is None
        assert "dm-3" in meetings
        assert "dm-99" not in meetings
        assert meetings[0] in meetings
        assert 5 not in meetings
        assert list(meetings[1:3]) == [meetings[1], meetings[2]]
        assert isinstance(meetings[1:3], ad.RecordSet)

    def test_they_are_neither_a_mapping_nor_a_sequence(self, meetings):
        for each in (meetings, ad.Answers("a")):
            assert not isinstance(each, Mapping | Sequence | tuple)

    def test_a_former_slug_leads_to_the_record(self, registry):
        assert registry.parties["old-south"] is registry.parties["south"]

    def test_a_miss_names_near_ones(self, meetings):
        with pytest.raises(RecordNotFound) as caught:
            meetings["dm-33"]
        assert "dm-3" in caught.value.near

    def test_in_a_set_of_several_kinds_a_slug_of_two_is_ambiguous(self, registry):
        both = ad.RecordSet([registry["party:japan"], registry["partnership:japan"]])
        with pytest.raises(AmbiguousName) as caught:
            both["japan"]
        assert caught.value.candidates == ("partnership:japan", "party:japan")

    def test_equality_hash_pickle_and_repr(self, meetings):
        again = pickle.loads(pickle.dumps(meetings))  # noqa: S301
        assert meetings == again
        assert hash(meetings) == hash(again)
        assert meetings != ad.Answers(meetings)
        assert repr(meetings).startswith("<RecordSet: 6\n  <Meeting dm-1: Meeting dm-1>")
        assert meetings.to_dicts()[0]["id"] == "meeting:dm-1"


class TestLazyRecordSets:
    @pytest.fixture
    def built(self):
        return []

    @pytest.fixture
    def lazy(self, meetings, built):
        def decode(slug):
            built.append(slug)
            return meetings[slug]

        return LazyRecordSet({slug: slug for slug in meetings.slugs}, decode)

    def test_one_slug_builds_one_record_once(self, lazy, built, meetings):
        assert lazy["dm-3"] is lazy["dm-3"] is meetings["dm-3"]
        assert built == ["dm-3"]

    def test_anything_else_builds_all_each_once(self, lazy, built, meetings):
        _ = lazy["dm-3"]
        assert len(lazy) == 6
        assert lazy == meetings
        assert meetings == lazy
        assert lazy[0] is meetings[0]
        assert sorted(built) == sorted(meetings.slugs)

    def test_a_miss_is_the_same_error(self, lazy):
        with pytest.raises(RecordNotFound):
            lazy["dm-99"]
        assert "dm-99" not in lazy
        assert lazy.get("dm-99") is None

    def test_it_pickles_as_a_record_set(self, lazy, meetings):
        assert pickle.loads(pickle.dumps(lazy)) == meetings  # noqa: S301

    def test_an_attribute_that_does_not_exist_is_an_error(self, lazy):
        with pytest.raises(AttributeError):
            _ = lazy.zzz
