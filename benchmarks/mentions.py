"""Throughput of `mentions` beside spaCy's PhraseMatcher with a blank pipeline, on the same names and texts; and with 1,000 and 100,000 names.

    python benchmarks/mentions.py            needs asean-digital and requirements-mentions.txt

Prints a Markdown report. The rows of a round run in random order, each ratio is taken within a round, and the median counts; see README.md.
"""

import argparse
import gc
import itertools
import json
import pathlib
import random
import statistics
import sys
import time
from pydoc_data.topics import topics

import spacy
from spacy.matcher import PhraseMatcher
from spacy.util import filter_spans

import asean_digital as ad
from asean_digital.registry import Registry

LANGS = ("en", "vi")
PASSES = 10  # over the documents for one timing: half a million characters, so that what the other rows left in the caches is soon gone


def dense(registry, lang):
    """Documents of some 1,500 characters about the subject, full of names: the summaries of the records, shuffled by seed."""
    texts = [wording.text for record in registry for wording in record.summary if wording.lang == lang]
    random.Random(0).shuffle(texts)
    return [" ".join(texts[first : first + 20]) for first in range(0, len(texts), 20)]


def sparse(registry, lang):
    """The same documents without what they name, as in an archive of news about everything."""
    documents = []
    for document in dense(registry, lang):
        cut, kept = 0, []
        for row in ad.mentions(document):
            kept.append(document[cut : row.start])
            cut = row.end
        documents.append("".join([*kept, document[cut:]]))
    return documents


def archive(registry, lang):
    """Documents of some 1,600 characters of general English, one sentence of each about a record, as in an archive of news.

    The prose is the language reference that comes with every Python: four hundred thousand characters with a vocabulary of their own.
    """
    prose = [" ".join(topic.split()) for _, topic in sorted(topics.items())]
    parts = [text[first : first + 1_500] for text in prose for first in range(0, len(text), 1_500) if len(text) - first > 750]
    about = [wording.text for record in registry for wording in record.summary if wording.lang == lang]
    random.Random(1).shuffle(about)
    return [f"{part[:700]} {sentence} {part[700:]}" for part, sentence in zip(parts, itertools.cycle(about), strict=False)]


def matcher(names):
    """A blank pipeline and a matcher of these names in any case."""
    pipeline = spacy.blank("xx")
    found = PhraseMatcher(pipeline.vocab, attr="LOWER")
    found.add("name", list(pipeline.pipe(names)))
    return pipeline, found


def generated(documents, count):
    """A registry of so many names of two to five words, drawn from the texts as often as they stand there.

    The first thousand are drawn as they come; the others begin with the same words but do not stand in the texts, so that the texts
    name as much as before.
    """
    words = [word for document in documents for word in document.split() if word.isalpha() and word.casefold() != "the"]
    whole = " ".join(documents).casefold()
    chance, names = random.Random(2), {}
    while len(names) < count:
        name = " ".join(chance.choices(words, k=chance.randint(2, 5)))
        if len(names) < 1_000 or name.casefold() not in whole:
            names[name] = None
    made = []
    for number, text in enumerate(names):
        wording = ad.Wording(key="en", text=text, lang="en", status=ad.WordingStatus.OURS)
        made.append(ad.Topic(slug=f"made.name-{number}", names=(wording,)))
    return Registry(made, check=False)


def timed(function, documents):
    """Seconds of the processor: one thread works, and neighbours on the machine do not count."""
    gc.collect()
    start = time.process_time()
    for _ in range(PASSES):
        for document in documents:
            function(document)
    return (time.process_time() - start) / PASSES


def rounds(rows, documents, count, seed):
    """Seconds of each row in each round, in random order, after one round that warms up."""
    chance = random.Random(seed)
    seconds = {row: [] for row in rows}
    for function in rows.values():
        timed(function, documents)
    for _ in range(count):
        for row in chance.sample(list(rows), len(rows)):
            seconds[row].append(timed(rows[row], documents))
    return seconds


def report(title, seconds, beside, characters):
    print(f"\n{title}\n\n| row | ns a character (median) | {beside} / row: median (quartiles) |\n|---|---:|---:|")
    for row, found in seconds.items():
        ratios = [other / own for own, other in zip(found, seconds[beside], strict=True)]
        low, middle, high = statistics.quantiles(ratios, n=4)
        print(f"| {row} | {statistics.median(found) / characters * 1e9:.0f} | {middle:.2f} ({low:.2f}-{high:.2f}) |")


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=31)
    arguments.add_argument("--seed", type=int, default=0)
    arguments.add_argument("--json", metavar="FILE", help="the raw numbers of every round")
    given = arguments.parse_args()
    if given.rounds < 3:
        sys.exit("a median of ratios needs rounds; take 31")

    registry = ad.load()
    names = sorted({wording.text for record in registry if record.KIND not in {"source", "statistic"} for wording in record.names})
    pipeline, phrases = matcher(names)

    def spans(text):
        return [(span.start_char, span.end_char, span.text) for span in filter_spans(phrases(pipeline(text), as_spans=True))]

    rows = {
        "mentions": ad.mentions,
        "mentions, again": ad.mentions,
        "PhraseMatcher, longest spans with offsets": spans,
        "PhraseMatcher, matches alone": lambda text: phrases(pipeline(text)),
    }
    raw = {}
    print(
        f"asean-digital {ad.__version__}, spaCy {spacy.__version__}, Python {sys.version.split()[0]}, {len(names)} names, {given.rounds} rounds"
    )
    for kind, make, langs in (("archive", archive, LANGS[:1]), ("dense", dense, LANGS), ("sparse", sparse, LANGS)):
        for lang in langs:
            documents = make(registry, lang)
            characters, found = sum(map(len, documents)), sum(len(ad.mentions(document)) for document in documents)
            raw[f"{kind} {lang}"] = rounds(rows, documents, given.rounds, given.seed)
            title = f"## {kind}, {lang}: {len(documents)} documents, a mention each {characters / max(found, 1):.0f} characters"
            report(title, raw[f"{kind} {lang}"], "mentions", characters)

    documents = dense(registry, "en")
    few, many = generated(documents, 1_000), generated(documents, 100_000)
    rows = {
        "1,000 names": lambda text: ad.mentions(text, registry=few),
        "1,000 names, again": lambda text: ad.mentions(text, registry=few),
        "100,000 names": lambda text: ad.mentions(text, registry=many),
    }
    characters = sum(map(len, documents))
    for name, each in (("1,000", few), ("100,000", many)):
        found = sum(len(ad.mentions(document, registry=each)) for document in documents)
        print(f"\n{name} names: a mention each {characters / max(found, 1):.0f} characters")
    raw["names"] = rounds(rows, documents, given.rounds, given.seed)
    report("## more names", raw["names"], "1,000 names", characters)
    if given.json:
        pathlib.Path(given.json).write_text(json.dumps(raw), encoding="utf-8")


if __name__ == "__main__":
    main()
