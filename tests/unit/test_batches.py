import pickle
import sys
from functools import partial

import pyarrow as pa
import pytest

import asean_digital as ad
from asean_digital.errors import InvalidQuery, MissingExtra

TEXTS = ["ADM 2030 follows ADM 2025.", None, "", "The ASEAN Business Advisory Council met."]


def batch(**columns):
    return pa.RecordBatch.from_pydict(columns)


def answered(*batches, **kwargs):
    return list(ad.mention_batches(batches, "body", **kwargs))


def test_one_row_a_mention_beside_the_other_columns():
    [found] = answered(batch(doc=[5, 6, 7, 8], body=TEXTS, lang=["en", "en", "en", "vi"]))
    assert found.to_pylist() == [
        {"doc": doc, "lang": lang, "start": start, "end": end, "text": text, "ref": ref, "kind": kind, "candidates": candidates}
        for doc, lang, start, end, text, ref, kind, candidates in (
            (5, "en", 0, 8, "ADM 2030", "plan:adm-2030", "plan", []),
            (5, "en", 17, 25, "ADM 2025", "plan:adm-2025", "plan", []),
            (
                *(8, "vi", 4, 35, "ASEAN Business Advisory Council", None, None),
                ["body:asean-business-advisory-council", "party:asean-business-advisory-council"],
            ),
        )
    ]


def test_batches_come_one_by_one_and_of_one_schema():
    found = answered(batch(doc=[1], body=["nothing here"]), batch(doc=[2], body=["ITU"]))
    assert [len(each) for each in found] == [0, 1]
    assert found[0].schema == found[1].schema
    assert pa.Table.from_batches(found).num_rows == 1


def test_nothing_is_read_before_it_is_asked_for():
    def endless():
        while True:
            yield batch(body=["ITU"])

    found = ad.mention_batches(endless(), "body")
    assert [next(found).num_rows, next(found).num_rows] == [1, 1]


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string(), pa.string_view(), pa.dictionary(pa.int32(), pa.string())])
def test_any_type_of_text(kind):
    column = pa.array(["ITU", None, "ITU"]).cast(kind)
    [found] = answered(pa.RecordBatch.from_arrays([column], names=["body"]))
    assert found.column("ref").to_pylist() == ["party:itu", "party:itu"]


def test_kinds_and_registry_are_those_of_mentions():
    [found] = answered(batch(body=TEXTS), kinds="party", registry=ad.load())
    assert found.column("ref").to_pylist() == ["party:asean-business-advisory-council"]


def test_it_can_be_sent_to_another_process():
    again = pickle.loads(pickle.dumps(partial(ad.mention_batches, column="body")))  # noqa: S301  our own bytes
    assert [each.num_rows for each in again([batch(body=TEXTS)])] == [3]


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"text": ["a"]}, "one column 'body'; this one has 'text'"),
        ({}, "this one has none"),
        ({"body": ["a"], "start": [1], "kind": [2]}, "rename 'kind', 'start' of the batch first"),
        ({"body": [1]}, "the column 'body' must hold text, not 'int64'; cast it to string first"),
    ],
)
def test_a_batch_that_cannot_be_answered(columns, message):
    with pytest.raises(InvalidQuery, match=message):
        answered(batch(**columns))


def test_an_unknown_kind():
    with pytest.raises(InvalidQuery, match="kinds must be of"):
        answered(batch(body=["ITU"]), kinds=["country"])


def test_without_pyarrow_the_error_names_the_command(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtra, match=r"pip install 'asean-digital\[arrow\]'"):
        ad.mention_batches([], "body")
