"""Dates in words measured on the labels of `tests/labelled`: the open ones all hold; the held-out ones were looked at once.

The figures of that one look stand in `docs/how-to/dates-in-words.md`; its files are not read here, so that nobody tunes on them.
"""

import json
from pathlib import Path

import pytest

import asean_digital as ad

LABELLED = Path(__file__).parents[1] / "labelled"
PHRASES = [json.loads(line) for line in (LABELLED / "dates.jsonl").read_text(encoding="utf-8").splitlines()]
SENTENCES = [json.loads(line) for line in (LABELLED / "dates-in.jsonl").read_text(encoding="utf-8").splitlines()]


def answer(label):
    """What a phrase says, as its label would write it."""
    try:
        return {"when": str(ad.parse_when(label["text"], label.get("year"), label["lang"]))}
    except ad.errors.DateRefused as error:
        return {"refused": error.reason}


def stretches(sentence, kind):
    """Where the labels of a sentence stand, with what they say."""
    for label in sentence.get(kind, ()):
        start = -1
        for _ in range(label["nth"]):
            start = sentence["text"].index(label["text"], start + 1)
        yield start, start + len(label["text"]), label.get("when")


def found(sentence):
    return [(row.start, row.end, str(row.when)) for row in ad.dates_in(sentence["text"], sentence.get("year")) if row.when]


def counted(sentences):
    """How many dates are found with their value, how many rows have no label, how many labels no row, how many bounds are the same."""
    hits = false = missed = exact = 0
    for sentence in sentences:
        rows, labels = found(sentence), list(stretches(sentence, "dates"))
        matched = [(row, label) for label in labels for row in rows if row[0] < label[1] and label[0] < row[1] and row[2] == label[2]]
        hits += len(matched)
        false += len(rows) - len({row for row, _ in matched})
        missed += len(labels) - len({label for _, label in matched})
        exact += sum(row == label for row, label in matched)
    return hits, false, missed, exact


def ids(labels):
    return [label["text"] for label in labels]


@pytest.mark.parametrize("label", PHRASES, ids=ids(PHRASES))
def test_a_phrase_says_what_its_label_says(label):
    assert answer(label) == {name: label[name] for name in ("when", "refused") if name in label}


def test_there_are_enough_phrases():
    assert len(PHRASES) >= 160
    assert len(SENTENCES) >= 40


def test_the_dates_of_the_sentences_are_found_and_no_others():
    hits, false, missed, exact = counted(SENTENCES)
    print(f"running text: {hits} found, {false} false, {missed} missed, {exact} with the same bounds")
    assert (false, missed) == (0, 0)
    assert exact == hits == sum(len(sentence["dates"]) for sentence in SENTENCES)


@pytest.mark.parametrize("sentence", SENTENCES, ids=ids(SENTENCES))
def test_what_cannot_be_pinned_down_is_reported_or_left_out_and_never_given_a_value(sentence):
    rows = ad.dates_in(sentence["text"], sentence.get("year"))
    for start, end, _ in stretches(sentence, "refused"):
        assert [row.when for row in rows if row.start < end and start < row.end] == [None]


def test_the_count_tells_a_false_value_a_missed_date_and_other_bounds():
    label = {"text": "16 January 2026", "nth": 1, "when": "2026-01-16"}
    sentence = {"text": "on 16 January 2026", "dates": [label]}
    assert counted([sentence]) == (1, 0, 0, 1)
    assert counted([sentence | {"dates": [label | {"when": "2026-01-17"}]}]) == (0, 1, 1, 0)
    assert counted([sentence | {"dates": [label | {"text": "January 2026"}]}]) == (1, 0, 0, 0)
    assert counted([sentence | {"dates": []}]) == (0, 1, 0, 0)
    assert counted([{"text": "none", "dates": [label | {"text": "none"}]}]) == (0, 0, 1, 0)
