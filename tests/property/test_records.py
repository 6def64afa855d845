"""Laws over records of every kind and over registries: immutability, copies, the codec."""

import copy
import json
import pickle

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import asean_digital as ad
from asean_digital.codec._decode import decoder, pending
from asean_digital.codec._encode import encode_object, to_dict
from asean_digital.codec.document import canonical, decode, format_text, parse
from asean_digital.dataset import _records_in
from asean_digital.errors import InvalidRecord, MissingExtra
from asean_digital.laws import broken_laws, references, walk
from asean_digital.model import KINDS, kind_class
from asean_digital.model._spec import Part, fields
from asean_digital.model.record import APPARATUS
from asean_digital.model.wording import WordingStatus
from asean_digital.registry import Registry
from asean_digital.testing import citations, parts, records, registries, wordings
from asean_digital.testing._registries import _keep_laws

HEAVY = settings(max_examples=max(10, settings().max_examples // 4))
# Fourteen kinds, or ten parts, share the examples.
LIGHT = settings(max_examples=max(10, settings().max_examples // 10))
every_kind = pytest.mark.parametrize("kind", sorted(KINDS))
PARTS = sorted({spec.types[0] for kind in KINDS for _, spec, _ in fields(kind_class(kind)) if spec.is_part}, key=lambda cls: cls.__name__)


@every_kind
class TestRecords:
    @LIGHT
    @given(data=st.data())
    def test_a_record_is_frozen_hashable_and_equal_to_its_copies(self, kind, data):
        record = data.draw(records(kind))
        for field in attrs.fields(type(record)):
            with pytest.raises(AttributeError):
                setattr(record, field.name, None)
            with pytest.raises(AttributeError):
                delattr(record, field.name)
        for other in (pickle.loads(pickle.dumps(record)), copy.copy(record), copy.deepcopy(record)):  # noqa: S301
            assert record == other
            assert hash(record) == hash(other)
        assert attrs.evolve(record) == record

    @LIGHT
    @given(data=st.data())
    def test_id_ref_and_repr_agree(self, kind, data):
        record = data.draw(records(kind))
        assert record.id == str(record.ref) == f"{kind}:{record.slug}"
        assert record.ref.kind == kind
        assert repr(record) == f"<{type(record).__name__} {record.slug}: {record.name}>"
        assert record.name in {wording.text for wording in record.names}

    @LIGHT
    @given(data=st.data())
    def test_every_plain_statement_has_a_source_or_is_ours(self, kind, data):
        record = data.draw(records(kind))
        supported = {path.partition("/")[0] for citation in record.citations for path in citation.supports}
        for name, spec, _ in fields(kind_class(kind)):
            value = getattr(record, name)
            if name in APPARATUS or spec.curated or value in (None, ()):
                continue
            if spec.is_part:
                assert all(part.citations or getattr(part, "status", None) is WordingStatus.OURS or record.CURATED for part in value)
            else:
                assert name in supported

    @LIGHT
    @given(data=st.data())
    def test_the_strict_decoder_gives_an_equal_record_back(self, kind, data):
        record = data.draw(records(kind))
        assert decode(parse(canonical([record]))) == ([record], [])

    @LIGHT
    @given(data=st.data())
    def test_the_fast_decoder_gives_an_equal_record_back(self, kind, data):
        record = data.draw(records(kind))
        raw = json.loads(json.dumps(encode_object(record)))
        fast = decoder(kind_class(kind))(raw)
        assert record == fast
        assert encode_object(record) == encode_object(fast)

    @LIGHT
    @given(data=st.data())
    def test_a_record_that_is_decoded_field_by_field_is_the_same_record(self, kind, data):
        cls = kind_class(kind)
        record = data.draw(records(kind))
        text = json.dumps(encode_object(record))
        # Read in any order, the fields are those of the whole record; none of the copies knows that it was pending.
        lazy = pending(cls, text)
        for name in data.draw(st.permutations([name for name, _, _ in fields(cls)])):
            assert getattr(record, name) == getattr(lazy, name)
        assert record == pending(cls, text)
        assert pending(cls, text) == record
        assert hash(record) == hash(pending(cls, text))
        assert repr(record) == repr(pending(cls, text))
        for copied in (pickle.dumps, copy.copy, copy.deepcopy):
            other = copied(pending(cls, text))
            assert record == (pickle.loads(other) if isinstance(other, bytes) else other)  # noqa: S301
        assert encode_object(record) == encode_object(pending(cls, text))
        assert attrs.evolve(pending(cls, text)) == record
        with pytest.raises(AttributeError):
            pending(cls, text).slug = "x"

    @LIGHT
    @given(data=st.data())
    def test_the_texts_of_the_records_of_a_packaged_file_are_its_records(self, kind, data):
        found = data.draw(st.lists(records(kind), min_size=1, max_size=3, unique_by=lambda record: record.slug))
        bodies = _records_in(canonical(found).encode(), kind)
        assert sorted(record.slug for record in found) == list(bodies)
        for record in found:
            assert encode_object(record) == json.loads(b"{" + bodies[record.slug] + b"}")

    @LIGHT
    @given(data=st.data())
    def test_the_canonical_form_is_canonical(self, kind, data):
        record = data.draw(records(kind))
        text = canonical([record])
        assert text == format_text(text)
        assert text == format_text(json.dumps(json.loads(text)))
        assert list(to_dict(record)) == ["id", *encode_object(record)]

    def test_a_field_that_does_not_exist_is_an_error_with_a_hint(self, kind):
        cls = kind_class(kind)
        hints = {**cls._OFTEN_ASKED_OF_ALL, **cls.OFTEN_ASKED}
        record = _example(kind)
        for name, hint in hints.items():
            if not hasattr(cls, name):
                with pytest.raises(AttributeError) as caught:
                    getattr(record, name)
                assert hint in str(caught.value)
        with pytest.raises(AttributeError, match=r"has no attribute 'zzz'$"):
            _ = record.zzz

    def test_often_asked_names_are_none_of_the_kind(self, kind):
        cls = kind_class(kind)
        names = set(dir(cls))
        assert not names & set(cls.OFTEN_ASKED)


def _example(kind):
    found = []

    @settings(max_examples=1, database=None)
    @given(records(kind))
    def first(record):
        found.append(record)

    first()
    return found[0]


@pytest.mark.parametrize("cls", PARTS, ids=lambda cls: cls.__name__)
class TestParts:
    @LIGHT
    @given(data=st.data())
    def test_a_part_is_frozen_hashable_and_equal_to_its_copies(self, cls, data):
        part = data.draw(parts(cls))
        for field in attrs.fields(cls):
            with pytest.raises(AttributeError):
                setattr(part, field.name, None)
        for other in (pickle.loads(pickle.dumps(part)), copy.copy(part), copy.deepcopy(part)):  # noqa: S301
            assert part == other
            assert hash(part) == hash(other)
        assert decoder(cls)(json.loads(json.dumps(encode_object(part)))) == part

    @LIGHT
    @given(data=st.data())
    def test_only_a_wording_may_stand_without_a_source(self, cls, data):
        part = data.draw(parts(cls))
        if issubclass(cls, Part) and cls is not ad.Wording:
            assert part.citations
            assert part.expected == all(citation.expected for citation in part.citations)
            with pytest.raises(InvalidRecord):
                attrs.evolve(part, citations=())


class TestStrategies:
    @given(records())
    def test_all_kinds_are_drawn_without_asking_for_one(self, record):
        assert record.KIND in KINDS

    @given(records("plan", disputes=(), gaps=(), former_slugs=()))
    def test_evidence_that_is_given_is_kept(self, record):
        assert record.disputes == record.gaps == record.former_slugs == ()

    def test_two_topics_of_one_label_are_told_apart(self):
        def topic(slug):
            return ad.Topic(slug=slug, names=(ad.Wording(key="en", text="AI", lang="en", status=ad.WordingStatus.OURS),))

        found = {record.id: record for record in (topic("a"), topic("b"))}
        _keep_laws(found)
        assert [record.name for record in found.values()] == ["AI", "AI again"]

    @given(records(ad.Meeting, ordinal=6))
    def test_given_fields_are_kept_and_cited(self, record):
        assert record.ordinal == 6
        assert "ordinal" in {path for citation in record.citations for path in citation.supports}

    @given(citations(expected=True), wordings(ours=True), wordings(cited=True))
    def test_citations_and_wordings_are_what_was_asked_for(self, citation, ours, cited):
        assert citation.expected
        assert ours.status is WordingStatus.OURS
        assert cited.citations or cited.status is WordingStatus.OURS

    @given(parts(ad.Wording, lang="vi", key="vi"))
    def test_wordings_are_parts_too(self, wording):
        assert wording.lang == wording.key == "vi"

    def test_without_hypothesis_the_error_names_the_command(self, monkeypatch):
        import importlib
        import sys

        class Hidden:
            def find_spec(self, name, *_):
                if name.partition(".")[0] == "hypothesis":
                    raise ModuleNotFoundError(name=name)

        for name in [name for name in sys.modules if name.partition(".")[0] == "hypothesis" or name.startswith("asean_digital.testing")]:
            monkeypatch.delitem(sys.modules, name)
        monkeypatch.setattr(sys, "meta_path", [Hidden(), *sys.meta_path])
        with pytest.raises(MissingExtra, match=r"pip install 'asean-digital\[testing\]'"):
            importlib.import_module("asean_digital.testing")


class TestRegistries:
    @HEAVY
    @given(registries())
    def test_references_resolve_and_laws_hold(self, registry):
        by_id = {record.id: record for record in registry}
        assert list(broken_laws(by_id)) == []
        for record in registry:
            for _, ref in references(record):
                assert registry[ref].id == ref.text

    @HEAVY
    @given(registries())
    def test_dumps_and_loads_are_inverse_and_canonical(self, registry):
        text = ad.dumps(registry)
        again = ad.loads(text)
        assert tuple(registry) == tuple(again)
        assert text == ad.dumps(again) == format_text(text)
        assert len(ad.validate(text=text, over=None)) == 0

    @HEAVY
    @given(registries())
    def test_a_pickled_registry_is_equal(self, registry):
        other = pickle.loads(pickle.dumps(registry))  # noqa: S301
        assert registry == other
        assert hash(registry) == hash(other)
        assert tuple(registry) == tuple(other)
        assert registry == copy.deepcopy(registry)
        assert (registry.data_version, registry.as_of) == (other.data_version, other.as_of)

    @HEAVY
    @given(registries())
    def test_referrers_are_the_records_that_refer(self, registry):
        for target in registry:
            expected = {record.id for record in registry if any(ref == target.ref for _, ref in references(record))}
            assert expected == {record.id for record in registry.referrers(target.ref)}

    @HEAVY
    @given(registries())
    def test_sets_hold_all_records_in_order_of_time(self, registry):
        seen = []
        for kind, (_, _, plural) in KINDS.items():
            found = getattr(registry, plural)
            assert found == registry.of(kind_class(kind))
            assert [found[slug] for slug in found.slugs] == list(found)
            moments = [record.moment.sort_key if record.moment else (10**8,) for record in found]
            assert moments == sorted(moments)
            seen += found
        assert sorted(record.id for record in seen) == [record.id for record in registry]

    @HEAVY
    @given(registries())
    def test_a_registry_in_two_layers_is_the_whole(self, registry):
        sources = [record for record in registry if record.KIND in {"source", "party", "topic"}]
        rest = [record for record in registry if record not in sources]
        below = Registry(sources, check=False)
        whole = (
            Registry(sources, check=False, data_version=registry.data_version, as_of=registry.as_of).extended(rest) if rest else registry
        )
        assert tuple(registry) == tuple(whole)
        for record in rest:
            assert whole.layer(record.ref) == "own"
        assert len(below) == len(sources)

    @HEAVY
    @given(registries())
    def test_json_types_alone_come_out(self, registry):
        for thing in (registry, *registry, registry.meetings, ad.facts(registry=registry), ad.expectations(registry=registry)):
            assert json.loads(json.dumps(to_dict(thing))) == to_dict(thing)
        assert registry.meetings.to_dicts() == [to_dict(meeting) for meeting in registry.meetings]

    @HEAVY
    @given(registries())
    def test_every_part_and_reference_walked_stands_at_its_path(self, registry):
        for record in registry:
            for path, value in walk(record):
                if isinstance(value, Part | ad.Ref) and not {"citations", "disputes"} & set(path.split("/")):
                    assert ad.evidence(record, path, registry).value == value
