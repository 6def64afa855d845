"""The labelled sentences and phrases are well formed; what they measure is tested elsewhere."""

import itertools
import json
import re
import unicodedata
from pathlib import Path

import pytest

import asean_digital as ad

LABELLED = Path(__file__).parents[1] / "labelled"
SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
ABSENT = "the texts of the articles are not ours to publish and are not here"
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


@pytest.mark.parametrize(("name", "least", "least_held_out"), [("mentions", 160, 80), ("dates", 160, 80), ("dates-in", 40, 20)])
def test_there_are_enough_and_a_third_is_held_out(name, least, least_held_out):
    shown, held_out = lines(name), lines(f"{name}-held-out")
    assert len(shown) >= least
    assert len(held_out) >= least_held_out
    assert len(held_out) == round((len(shown) + len(held_out)) / 3)


@pytest.mark.parametrize("name", ["mentions", "dates", "dates-in"])
def test_no_label_is_given_twice(name):
    asked = [(row["lang"], row["text"], row.get("year")) for row in both(name)]
    assert len(set(asked)) == len(asked)


def named(ref, candidates):
    """The records of a mention, proved to be there and to be of a kind that counts."""
    ids = candidates or [ref]
    assert (ref is None) == bool(candidates)
    assert len(candidates) != 1
    assert ids == sorted(set(ids))
    assert all(ad.get(each) is not None for each in ids), ids
    assert not {each.partition(":")[0] for each in ids} & {"source", "statistic"}
    return ids


def test_mentions_stand_in_their_sentence_apart_and_name_records():
    for row in both("mentions"):
        assert row["lang"] in {"en", "vi"}
        last = 0
        for mention in row["mentions"]:
            start = start_of(row["text"], mention["text"], mention["nth"])
            assert last <= start, row
            last = start + len(mention["text"])
            assert named(mention.get("ref"), mention.get("candidates", []))


def test_sentences_are_of_both_languages_of_both_origins_and_a_quarter_are_traps():
    rows = both("mentions")
    for language in ("en", "vi"):
        assert sum(row["lang"] == language for row in rows) >= 0.4 * len(rows)
    for origin in ("title", "written"):
        assert sum(row["from"] == origin for row in rows) >= 0.4 * len(rows)
    assert sum("why" in row or not row["mentions"] for row in rows) >= len(rows) / 4
    assert all("why" in row for row in rows if not row["mentions"])


def test_mentions_of_the_articles_are_apart_and_name_records():
    articles = json.loads((LABELLED / "articles.json").read_text(encoding="utf-8"))
    assert list(articles) == ["seed-003", "seed-004"]
    for mentions in articles.values():
        spans = [(start, end) for start, end, _, _ in mentions]
        assert all(start < end for start, end in spans)
        assert all(end <= start for (_, end), (start, _) in itertools.pairwise(spans))
        assert all(named(ref, candidates) for _, _, ref, candidates in mentions)


@pytest.mark.skipif(not SEEDS.is_dir(), reason=ABSENT)
def test_mentions_of_the_articles_begin_and_end_with_words():
    articles = json.loads((LABELLED / "articles.json").read_text(encoding="utf-8"))
    for slug, mentions in articles.items():
        (file,) = SEEDS.glob(f"{slug.removeprefix('seed-')}_*.txt")
        text = file.read_bytes().decode("utf-8")
        for start, end, _, _ in mentions:
            assert text[start:end].strip() == text[start:end]
            assert not text[start - 1 : start].isalnum()
            assert not text[end : end + 1].isalnum()


@pytest.mark.skipif(not SEEDS.is_dir(), reason=ABSENT)
def test_no_sentence_that_was_written_stands_in_an_article():
    articles = [" ".join(re.findall(r"\w+", file.read_text(encoding="utf-8").casefold())) for file in sorted(SEEDS.glob("*.txt"))]
    assert len(articles) == 5
    written = [row for row in both("mentions") if row["from"] == "written"] + both("dates-in")
    for row in written:
        text = row["text"]
        for mention in row.get("mentions", []):  # a name may be as long as it is
            text = text.replace(mention["text"], "|")
        words = re.findall(r"\w+|[|]", unicodedata.normalize("NFC", text).casefold())
        for at in range(len(words) - 12):
            assert not any(" ".join(words[at : at + 13]) in article for article in articles), row["text"]


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
