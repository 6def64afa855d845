"""Time per packaged record of the decoder's two entries, in one warm process; `cold.py` runs this in its own environment.

Prints one JSON object: the number of records, and for each row the seconds of each round.
"""

import argparse
import gc
import json
import random
import sys
import time
from importlib import resources

from asean_digital.codec._decode import decoder
from asean_digital.codec._strict import structure
from asean_digital.dataset import records
from asean_digital.model import KINDS, kind_class
from asean_digital.model._spec import fields

FILES = {kind: resources.files("asean_digital").joinpath("data", f"{kind}.json").read_text(encoding="utf-8") for kind in KINDS}
RAW = {kind: json.loads(text)[kind] for kind, text in FILES.items()}


def parse():
    """The floor: the JSON alone."""
    return [json.loads(text) for text in FILES.values()]


def fast():
    """The constructors with all their checks and rules."""
    return [decode(item) for kind in KINDS for decode in [decoder(kind_class(kind))] for item in RAW[kind]]


def strict():
    """The same inside cattrs, as for a document of one's own."""
    return [structure(kind_class(kind), item) for kind in KINDS for item in RAW[kind]]


def lazy():
    """The packaged way from text, no field read but those that order the records."""
    records.cache_clear()
    return [record for kind in KINDS for record in records(kind)]


def lazy_all():
    """The packaged way from text, every field read; the rules between fields do not run, since the tests prove them."""
    found = lazy()
    for record in found:
        for name, _, _ in fields(type(record)):
            getattr(record, name)
    return found


ROWS = {
    "fast: constructors": fast,
    "fast, again": fast,
    "strict: inside cattrs": strict,
    "JSON alone": parse,
    "packaged: ordered, else unread": lazy,
    "packaged: every field read": lazy_all,
}


def timed(function):
    """Seconds of one call, without the garbage of the calls before it; the loader pauses the collector too."""
    gc.collect()
    gc.disable()
    start = time.perf_counter()
    found = function()  # noqa: F841  kept until the clock has stopped: to free it is not part of the work
    seconds = time.perf_counter() - start
    gc.enable()
    return seconds


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=31)
    arguments.add_argument("--seed", type=int, default=0)
    given = arguments.parse_args()

    by_id = {record.id: record for record in fast()}  # the packaged way also orders them in time
    if fast() != strict() or {record.id: record for record in lazy_all()} != by_id:
        sys.exit("the entries of the decoder give different records: nothing to compare")
    order = random.Random(given.seed)
    seconds = {row: [] for row in ROWS}
    for _ in range(given.rounds):
        for row in order.sample(list(ROWS), len(ROWS)):
            seconds[row].append(timed(ROWS[row]))
    print(json.dumps({"records": sum(map(len, RAW.values())), "bytes": sum(len(t.encode()) for t in FILES.values()), "seconds": seconds}))


if __name__ == "__main__":
    main()
