"""Seconds of searches, ours and those of the peers, in one warm process; `search.py` runs this in its own environment.

Prints one JSON object: for each row the seconds a query of each round, the share of names found again, and what was searched.
"""

import argparse
import gc
import json
import random
import time

import pycountry
import rapidfuzz

import asean_digital as ad
from asean_digital.values._fold import fold

QUERIES = 20  # of each row in each round
MANY = 100_000
FIRST = 5
UNLIKE = "a wholy difrent thing"  # to find nothing, all parts of an index are needed
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def with_typos(text, rng, times=2):
    """The text with so many letters left out, put in, exchanged or swapped."""
    for _ in range(times):
        at = rng.randrange(len(text) - 1)
        text = rng.choice(
            (
                text[:at] + text[at + 1 :],
                text[:at] + rng.choice(LETTERS) + text[at:],
                text[:at] + rng.choice(LETTERS) + text[at + 1 :],
                text[:at] + text[at + 1] + text[at] + text[at + 2 :],
            )
        )
    return text


def registry_of(groups):
    """A registry with a topic for each group of names."""
    ours = ad.WordingStatus.OURS
    topics = [
        ad.Topic(
            slug=f"x{number}", names=tuple(ad.Wording(key=f"en-{at}", text=name, lang="en", status=ours) for at, name in enumerate(group))
        )
        for number, group in enumerate(groups)
    ]
    return ad.Registry(topics, check=False)


def pycountry_names():
    """What `search_fuzzy` looks through: the names of the countries, and of their subdivisions."""
    countries = [[getattr(each, key, None) for key in ("name", "official_name", "common_name")] for each in pycountry.countries]
    return [list(dict.fromkeys(filter(None, names))) for names in countries] + [[each.name] for each in pycountry.subdivisions]


def many_names(rng, count):
    """Names made like the packaged ones: half of their words replaced by other words of theirs or by words that do not exist."""
    real = sorted({wording.text for record in ad.load() for wording in record.names})
    words = sorted({word for name in real for word in name.split()})
    syllables = [a + b for a in "bcdghklmnprstv" for b in ("a", "e", "i", "o", "u", "an", "or", "ing")]
    made = set()
    while len(made) < count:
        name = []
        for word in rng.choice(real).split():
            draw = rng.random()
            name.append("".join(rng.choices(syllables, k=3)).title() if draw < 0.25 else rng.choice(words) if draw < 0.5 else word)
        if len(name) > 1:
            made.add(" ".join(name))
    return sorted(made)


def some_words(name, rng):
    """Two words of a name."""
    words = name.split()
    return " ".join(rng.sample(words, k=min(len(words), 2)))


def ours(registry):
    """Our search in a registry, for the first hits."""
    return lambda query: ad.search(query, limit=FIRST, registry=registry)


def search_fuzzy(query):
    """What pycountry finds; an error of its own is nothing found."""
    try:
        return pycountry.countries.search_fuzzy(query)
    except LookupError:
        return []


def extract(choices, scorer):
    """What rapidfuzz finds, our folding before it, for the first hits."""
    return lambda query: rapidfuzz.process.extract(fold(query), choices, scorer=scorer, limit=FIRST)


def indexed(registry):
    """Seconds to make all parts of the index of a registry, its records being read."""
    fresh = ad.Registry(tuple(registry), check=False)

    def search(query):
        fresh.index.search(query)

    return timed(search, [UNLIKE])


def timed(ask, queries):
    """Seconds of all the queries, without the garbage of what went before."""
    gc.collect()
    gc.disable()
    start = time.perf_counter()
    for query in queries:
        ask(query)
    seconds = time.perf_counter() - start
    gc.enable()
    return seconds


def share(pool, rng, names_found, times=1000):
    """Of names of ten letters and more with two typos, the share whose own name is among the first found."""
    names = rng.choices([name for name in pool if len(name) >= 10], k=times)
    return sum(name in names_found(with_typos(name, rng)) for name in names) / times


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=31)
    arguments.add_argument("--seed", type=int, default=0)
    given = arguments.parse_args()

    rng = random.Random(given.seed)
    packaged = ad.load()
    names = sorted({wording.text for record in packaged for wording in record.names if record.KIND != "source"})
    groups = pycountry_names()
    theirs = [name for group in groups for name in group]
    many = many_names(rng, MANY)
    registries = {"packaged": packaged, "names of pycountry": registry_of(groups), "100,000 names": registry_of([name] for name in many)}
    pools = {"packaged": names, "names of pycountry": theirs, "100,000 names": many}
    rows = {}
    for where, registry in registries.items():
        long = [name for name in pools[where] if len(name) >= 10]
        drawn = rng.choices(long, k=3 * QUERIES)
        rows[f"the name itself, {where}"] = ours(registry), drawn[:QUERIES]
        rows[f"words, {where}"] = ours(registry), [some_words(name, rng) for name in drawn[QUERIES : 2 * QUERIES]]
        rows[f"two typos, {where}"] = ours(registry), [with_typos(name, rng) for name in drawn[2 * QUERIES :]]
    typed, typed_many = rows["two typos, names of pycountry"][1], rows["two typos, 100,000 names"][1]
    folded = {"names of pycountry": [fold(name) for name in theirs], "100,000 names": [fold(name) for name in many]}
    rows |= {
        "two typos, again": rows["two typos, names of pycountry"],
        "pycountry: search_fuzzy": (search_fuzzy, typed),
        "rapidfuzz: partial_ratio": (extract(folded["names of pycountry"], rapidfuzz.fuzz.partial_ratio), typed),
        "rapidfuzz: WRatio": (extract(folded["names of pycountry"], rapidfuzz.fuzz.WRatio), typed),
        "rapidfuzz: partial_ratio, 100,000 names": (extract(folded["100,000 names"], rapidfuzz.fuzz.partial_ratio), typed_many[:2]),
    }
    large = timed(registries["100,000 names"].index.search, [UNLIKE])
    for ask, queries in rows.values():
        timed(ask, queries)
    gc.collect()
    gc.freeze()  # else each collection before a timing would walk through the names of three registries

    index = "index of the packaged data"
    seconds = {row: [] for row in (*rows, index)}
    for _ in range(given.rounds):
        for row in rng.sample(list(seconds), len(seconds)):
            seconds[row].append(indexed(packaged) if row == index else timed(*rows[row]) / len(rows[row][1]))

    def named(registry):
        return lambda query: [wording.text for hit in ours(registry)(query) for wording in registry[hit.record].names]

    found = {f"two typos, {where}": share(pools[where], rng, named(registry)) for where, registry in registries.items()}
    found["pycountry: search_fuzzy"] = share(theirs, rng, lambda query: [each.name for each in search_fuzzy(query)[:FIRST]], times=100)
    for row in ("rapidfuzz: partial_ratio", "rapidfuzz: WRatio"):
        found[row] = share(theirs, rng, lambda query, row=row: [theirs[at] for *_, at in rows[row][0](query)], times=300)
    counts = {"packaged": sum(len(record.names) for record in packaged), "pycountry": len(theirs), "made": len(many)}
    print(json.dumps({"seconds": seconds, "found": found, "names": counts, "index of 100,000 names": large}))


if __name__ == "__main__":
    main()
