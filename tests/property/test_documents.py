"""Broken documents: each broken thing is reported with its record and path, all at once, and nothing is mended in silence."""

import json

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import asean_digital as ad
from asean_digital.codec._decode import decoder
from asean_digital.codec._encode import encode_object
from asean_digital.codec.document import decode, parse
from asean_digital.errors import InvalidDocument
from asean_digital.model import KINDS, kind_class
from asean_digital.model._spec import KINDS_ANY, Checked, fields
from asean_digital.model.evidence import Dispute, Reading
from asean_digital.testing import records, registries
from asean_digital.values import Bound, PartialDate, Period, Quantity, Ref

HEAVY = settings(max_examples=max(10, settings().max_examples // 4))
LIGHT = settings(max_examples=max(10, settings().max_examples // 10))
WRONG = (None, 1.5, True, 7, "not one of these, nor EDTF", ["x"], {"x": 1})
DATES = {PartialDate, Period, Bound}


def objects(cls, raw, path=""):
    """Every object of a raw record with its class and path."""
    yield cls, raw, path
    for name, spec, _ in fields(cls):
        if name in raw and issubclass(spec.types[0], Checked):
            for number, item in enumerate(raw[name]):
                key = item.get("key", item.get("path", number))
                yield from objects(spec.types[0], item, f"{path}/{name}/{key}" if path else f"{name}/{key}")


def below(path, name):
    return f"{path}/{name}" if path else name


def is_wrong(spec, value):
    """Whether a value cannot be the raw form of a field."""
    if spec.types == (object,):
        return False
    if spec.many:
        return type(value) is not list
    cls = spec.types[0]
    if cls is bool or cls is int:
        return type(value) is not cls
    if cls is str:
        return type(value) is not str
    return True  # dates, terms, references, quantities: none of the values above is one


def places(cls, raw, *, held):
    """Every field of every object of a raw record: (spec, object, path, name); what names its object in a path excepted."""
    for owner, one, where in objects(cls, raw):
        for name, spec, _ in fields(owner):
            if name not in {"key", "path", "slug"} and (name in one or not held):
                yield owner, spec, one, below(where, name), name


def drop_required(data, cls, raw):
    found = [place for place in places(cls, raw, held=True) if _required(place[0], place[4])]
    _, _, one, path, name = data.draw(st.sampled_from(found))
    del one[name]
    return path


def add_unknown(data, cls, raw):
    _, one, where = data.draw(st.sampled_from(list(objects(cls, raw))))
    one["zzz"] = data.draw(st.sampled_from(WRONG))
    return below(where, "zzz")


def wrong_type(data, cls, raw):
    found = [place for place in places(cls, raw, held=False) if place[1].types != (object,)]
    _, spec, one, path, name = data.draw(st.sampled_from(found))
    one[name] = data.draw(st.sampled_from([value for value in WRONG if is_wrong(spec, value)]))
    return path


def wrong_item(data, cls, raw):
    _, spec, one, path, name = data.draw(st.sampled_from([place for place in places(cls, raw, held=True) if place[1].many]))
    one[name].append(data.draw(st.sampled_from([value for value in WRONG if is_wrong(spec.one, value) and type(value) is not dict])))
    return f"{path}/{len(one[name]) - 1}"


def bad_date(data, cls, raw):
    found = [place for place in places(cls, raw, held=False) if set(place[1].types) <= DATES and not place[1].many]
    if not found:
        return add_unknown(data, cls, raw)
    _, _, one, path, name = data.draw(st.sampled_from(found))
    one[name] = data.draw(
        st.sampled_from(("2026-13", "2026-1-16", "16/1/2026", "2026-02-30", "2026/2025", "0000", " 2026", "2026-01-16T00:00", ""))
    )
    return path


def bad_ref(data, cls, raw):
    found = [place for place in places(cls, raw, held=False) if place[1].kinds and not place[1].many]
    if not found:
        return add_unknown(data, cls, raw)
    _, spec, one, path, name = data.draw(st.sampled_from(found))
    others = [f"{kind}:x" for kind in KINDS if spec.kinds != KINDS_ANY and kind not in spec.kinds]
    one[name] = data.draw(st.sampled_from([*others, "nothing", "Meeting:", ":x", "meeting:Not A Slug", "meeting:a.b.c"]))
    return path


WAYS = (drop_required, add_unknown, wrong_type, wrong_item, bad_date, bad_ref)


def _required(cls, name):
    return attrs.fields_dict(cls)[name].default is attrs.NOTHING


def reported(problems, record_id, path):
    return [p for p in problems if p.record == record_id and (p.path == path or p.path.startswith(f"{path}/"))]


@pytest.mark.parametrize("how", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize("kind", sorted(KINDS))
class TestEveryKind:
    @LIGHT
    @given(data=st.data())
    def test_what_is_broken_is_reported_where_it_stands(self, kind, how, data):
        cls = kind_class(kind)
        record = data.draw(records(kind))
        raw = json.loads(json.dumps(encode_object(record)))
        path = how(data, cls, raw)
        found, problems = decode({"format": 1, kind: [raw]}, "own.json")
        assert found == []
        mine = reported(problems, record.id, path)
        assert mine, f"{path} is not among {[problem.path for problem in problems]}"
        assert all(problem.rule and problem.file == "own.json" for problem in problems)
        # The fast decoder knows no paths, but it does not let it through either.
        with pytest.raises((ValueError, TypeError, AttributeError, KeyError)):
            decoder(cls)(raw)


class TestAllAtOnce:
    @HEAVY
    @given(data=st.data())
    def test_several_defects_of_several_records_come_together(self, data):
        kinds = data.draw(st.lists(st.sampled_from(sorted(KINDS)), min_size=2, max_size=3, unique=True))
        raw = {"format": 1}
        expected = []
        for kind in kinds:
            record = data.draw(records(kind))
            one = json.loads(json.dumps(encode_object(record)))
            one["zzz"] = 1
            one["summary"] = "text for a list"
            one["names"][0]["lang"] = 7
            one["names"][0]["status"] = "unheard_of"
            name = f"names/{one['names'][0]['key']}"
            expected += [(record.id, path) for path in ("zzz", "summary", f"{name}/lang", f"{name}/status")]
            raw[kind] = [one]
        found, problems = decode(raw)
        assert found == []
        for record_id, path in expected:
            assert reported(problems, record_id, path)

    @HEAVY
    @given(records("meeting"))
    def test_a_rule_over_fields_is_reported_although_another_field_is_broken(self, record):
        raw = json.loads(json.dumps(encode_object(record)))
        raw |= {"when": "2026-01-15/2026-01-16", "when_overall": "2027", "zzz": 1, "form": "unheard_of", "gaps": []}
        _, problems = decode({"format": 1, "meeting": [raw]})
        assert {"zzz", "form", "when"} <= {problem.path for problem in problems}

    @HEAVY
    @given(registries())
    def test_an_unresolvable_reference_is_reported_beside_other_defects(self, registry):
        raw = json.loads(ad.dumps(registry))
        raw.setdefault("statistic", []).append(
            {
                "slug": "acme.count",
                "names": [{"key": "en", "text": "A count", "lang": "en", "status": "ours"}],
                "topics": ["topic:nowhere"],
            }
        )
        first = raw["party"][0]
        first["form"] = "unheard_of"
        raw["nokind"] = []
        problems = ad.validate(text=json.dumps(raw), over=None)
        assert ("statistic:acme.count", "topics/topic:nowhere") in {(problem.record, problem.path) for problem in problems}
        assert reported(problems, f"party:{first['slug']}", "form")
        assert "nokind" in {problem.path for problem in problems}
        # A reference to a record that is there but broken is no second defect.
        assert not [problem for problem in problems if problem.value == repr(f"party:{first['slug']}")]
        with pytest.raises(InvalidDocument) as caught:
            ad.loads(json.dumps(raw))
        assert caught.value.problems == tuple(problems)

    @HEAVY
    @given(registries(), st.data())
    def test_a_record_that_stands_twice_is_reported(self, registry, data):
        raw = json.loads(ad.dumps(registry))
        kind = data.draw(st.sampled_from([kind for kind in raw if kind != "format"]))
        raw[kind].append(raw[kind][0])
        problems = ad.validate(text=json.dumps(raw), over=None)
        assert [(f"{kind}:{raw[kind][0]['slug']}", "slug")] == [(problem.record, problem.path) for problem in problems]

    @HEAVY
    @given(registries())
    def test_a_record_that_stands_below_already_is_reported(self, registry):
        problems = ad.validate(text=ad.dumps(registry), over=registry)
        assert sorted(record.id for record in registry) == sorted(problem.record for problem in problems)


class TestDisputes:
    READING = {"role": "rival", "citations": [{"source": "source:s", "support": "stated"}]}  # noqa: RUF012

    @pytest.mark.parametrize(
        ("path", "good", "bad"),
        [
            ("when", "2026-01-16", "16/1/2026"),
            ("ordinal", 6, "6"),
            ("city", [], "Hanoi"),
            ("country", "party:x", "plan:x"),
            ("status", "held", 1),
        ],
    )
    def test_readings_are_typed_like_what_they_dispute(self, path, good, bad):
        raw = {"slug": "m", "form": "ministers", "names": [{"key": "en", "text": "M", "lang": "en", "status": "ours"}]}
        raw["disputes"] = [{"path": path, "reason": "x", "readings": [{"value": value, **self.READING} for value in (good, None)]}]
        found, problems = decode({"format": 1, "meeting": [raw]})
        assert problems == []
        assert found[0].disputes[0].path == path
        raw["disputes"][0]["readings"][1]["value"] = bad
        found, problems = decode({"format": 1, "meeting": [raw]})
        assert found == []
        assert reported(problems, "meeting:m", f"disputes/{path}")


NAME = '"names": [{"key": "en", "text": "Edge", "lang": "en", "status": "ours"}]'


def topic(**fields):
    raw = {"slug": "edge", "names": [{"key": "en", "text": "Edge", "lang": "en", "status": "ours"}], **fields}
    return json.dumps({"format": 1, "topic": [raw]})


class TestText:
    """What a JSON parser alone would let through."""

    @pytest.mark.parametrize(
        ("text", "path", "rule"),
        [
            ("", "", "must be JSON"),
            ("[]", "", "must be a JSON object"),
            ("{", "", "must be JSON"),
            ("{}", "format", "must be 1"),
            ('{"format": 2}', "format", "must be 1"),
            ('{"format": true}', "format", "must be 1"),
            ('{"format": 1.0}', "format", "must be 1"),
            ('{"format": "1"}', "format", "must be 1"),
            ('{"format": 1, "format": 1}', "format", "must stand only once"),
            ('{"format": 1, "topic": [{"slug": "a", "slug": "b"}]}', "slug", "must stand only once"),
            ('{"format": 1, "meeting": [{"ordinal": NaN}]}', "", "must be a number of JSON"),
            ('{"format": 1, "meeting": [{"ordinal": -Infinity}]}', "", "must be a number of JSON"),
            ("[" * 100_000, "", "must not be nested so deeply"),
            ("\ufeff{}", "", "must be JSON"),
        ],
    )
    def test_what_is_no_document_is_refused(self, text, path, rule):
        with pytest.raises(InvalidDocument) as caught:
            parse(text, "own.json")
        (problem,) = caught.value.problems
        assert path == problem.path
        assert problem.rule.startswith(rule)
        assert problem.file == "own.json"

    @pytest.mark.parametrize(
        ("text", "record", "path"),
        [
            (f'{{"format": 1, "topics": [{{"slug": "a", {NAME}}}]}}', "", "topics"),
            (f'{{"format": 1, "topic": {{"slug": "a", {NAME}}}}}', "", "topic"),
            ('{"format": 1, "topic": ["edge"]}', "topic", "0"),
            (f'{{"format": 1, "topic": [{{{NAME}}}]}}', "topic", "0/slug"),
            (f'{{"format": 1, "topic": [{{"slug": 7, {NAME}}}]}}', "topic", "0/slug"),
            (f'{{"format": 1, "topic": [{{"slug": "A B", {NAME}}}]}}', "topic:A B", "slug"),
            (topic(names=[{"text": "Edge", "lang": "en", "status": "ours"}]), "topic:edge", "names/0/key"),
            (topic(names=[{"key": 1, "text": "Edge", "lang": "en", "status": "ours"}]), "topic:edge", "names/0/key"),
            (topic(names=[]), "topic:edge", "names"),
            (topic(names=[None]), "topic:edge", "names/0"),
            (topic(broader="topic:edge "), "topic:edge", "broader"),
            (topic(broader=None), "topic:edge", "broader"),
            (topic(related="topic:x"), "topic:edge", "related"),
            (topic(related=["topic:x", "topic:x"]), "topic:edge", "related/topic:x"),
            (
                topic(
                    disputes=[
                        {
                            "path": "brooder",
                            "readings": [TestDisputes.READING | {"value": None, "note": note} for note in "ab"],
                            "reason": "x",
                        }
                    ]
                ),
                "topic:edge",
                "disputes/brooder",
            ),
            (topic(disputes=[{"path": 5, "readings": [], "reason": "x"}]), "topic:edge", "disputes/0/path"),
            (topic(gaps=[{"path": "brooder", "note": "x"}]), "topic:edge", "gaps/brooder"),
            (topic(broader="topic:x", gaps=[{"path": "broader", "note": "x"}]), "topic:edge", "gaps/broader"),
        ],
    )
    def test_what_is_no_record_is_reported_at_its_place(self, text, record, path):
        problems = ad.validate(text=text, over=None)
        assert (record, path) in {(problem.record, problem.path) for problem in problems}

    @pytest.mark.parametrize("ordinal", [1.0, 6.5, True, "6", 0, -1, None, [6], 1e400])
    def test_a_number_is_a_whole_one_from_one_and_nothing_else(self, ordinal):
        raw = {"slug": "m", "form": "ministers", "names": [{"key": "en", "text": "M", "lang": "en", "status": "ours"}], "ordinal": ordinal}
        _, problems = decode({"format": 1, "meeting": [raw]})
        assert reported(problems, "meeting:m", "ordinal")

    @pytest.mark.parametrize("amount", [82, 8.2, "8,2", "1e5", "", "NaN", "+1", "01", ".5", None])
    def test_an_amount_is_decimal_text_and_nothing_else(self, amount):
        raw = {"slug": "s", "names": [{"key": "en", "text": "S", "lang": "en", "status": "ours"}]}
        raw["quantity"] = {"amount": amount, "unit": "count", "bound": "exact"}
        _, problems = decode({"format": 1, "statistic": [raw]})
        assert reported(problems, "statistic:s", "quantity")

    @pytest.mark.parametrize("quantity", ["82", {}, {"amount": "82"}, {"amount": "82", "unit": "count", "bound": "exact", "x": 1}])
    def test_a_quantity_is_an_object_with_three_fields(self, quantity):
        raw = {"slug": "s", "names": [{"key": "en", "text": "S", "lang": "en", "status": "ours"}], "quantity": quantity}
        _, problems = decode({"format": 1, "statistic": [raw]})
        assert reported(problems, "statistic:s", "quantity")

    def test_a_document_of_nothing_is_sound(self):
        assert len(ad.loads('{"format": 1}')) == 0
        assert len(ad.validate(text='{"format": 1, "topic": []}', over=None)) == 0


def test_every_class_of_the_model_is_broken_by_some_example():
    seen = {cls for kind in KINDS for cls in _classes(kind_class(kind))}
    assert {Dispute, Reading, Quantity, Ref} <= seen | {Quantity, Ref}
    assert len(seen) >= 20


def _classes(cls):
    yield cls
    for _, spec, _ in fields(cls):
        if issubclass(spec.types[0], Checked):
            yield from _classes(spec.types[0])
