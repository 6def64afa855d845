"""The labelled sentences and phrases are well formed; what they measure is tested elsewhere."""

import itertools
import json
from pathlib import Path

import pytest

import asean_digital as ad

LABELLED = Path(__file__).parents[1] / "labelled"
REASONS = {"ambiguous", "vague", "no year", "impossible", "no date"}


def lines(name):
    return [json.loads(line) for line in (LABELLED / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def both(name):
    return lines(name) + lines(f"{name}-held-out")


def when(text):
    return ad.Period.parse(text) if "/" in text else ad.PartialDate.parse(text)


def start_of(text, part, nth):
    start = -1
    for _ in range(nth):
        start = text.find(part, start + 1)
        assert start >= 0, (text, part, nth)
    return start


@pytest.mark.parametrize(("name", "least", "least_held_out"), [("dates", 160, 80), ("dates-in", 40, 20)])
def test_there_are_enough_and_a_third_is_held_out(name, least, least_held_out):
    shown, held_out = lines(name), lines(f"{name}-held-out")
    assert len(shown) >= least
    assert len(held_out) >= least_held_out
    assert len(held_out) == round((len(shown) + len(held_out)) / 3)


@pytest.mark.parametrize("name", ["dates", "dates-in"])
def test_no_label_is_given_twice(name):
    asked = [(row["lang"], row["text"], row.get("year")) for row in both(name)]
    assert len(set(asked)) == len(asked)


def test_a_phrase_says_one_time_or_is_refused_for_one_reason():
    for row in both("dates"):
        assert row["lang"] in {"en", "vi", None}
        assert ("when" in row) != ("refused" in row), row
        if "when" in row:
            assert str(when(row["when"])) == row["when"]
        else:
            assert row["refused"] in REASONS


def test_half_of_the_phrases_are_taken_from_what_sources_print():
    taken = [row["from"] == "record" for row in both("dates")]
    assert sum(taken) >= len(taken) / 2


def test_the_dates_of_a_sentence_stand_in_it_apart_and_say_a_time():
    for row in both("dates-in"):
        spans = []
        for part in row["dates"] + row.get("refused", []):
            start = start_of(row["text"], part["text"], part["nth"])
            spans.append((start, start + len(part["text"])))
            assert ("when" in part and str(when(part["when"])) == part["when"]) or part["refused"] in REASONS
        spans.sort()
        assert all(end <= start for (_, end), (start, _) in itertools.pairwise(spans)), row
    assert sum(not row["dates"] for row in both("dates-in")) >= 15
