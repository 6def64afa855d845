"""Dates in words beside dateparser and dateutil: time, and on how many labelled phrases each is right; a Markdown report on stdout.

    python benchmarks/dates.py [--rounds N] [--seed N]

runs in an environment that has this project and the group `bench`. The phrases are those of `tests/labelled/dates.jsonl`. dateparser is
given all that a label tells: the language, day first in Vietnamese, the year as the base of relative dates, and its parsers are made before
the clock starts; two rows more call dateparser.parse as its documentation does. Of its answer the period counts, so that a month is a month. dateutil has no precision: its answer is a day. What a label
refuses is right where the answer is None or an error.
"""

import argparse
import datetime
import functools
import gc
import json
import random
import statistics
import sys
import time
import warnings
from collections import Counter
from pathlib import Path

import dateparser
from dateparser.date import DateData, DateDataParser
from dateutil import parser as dateutil_parser

from asean_digital import PartialDate, parse_when
from asean_digital.errors import DateRefused

LABELS = Path(__file__).resolve().parents[1] / "tests" / "labelled" / "dates.jsonl"
SAME = (0.94, 1.06)
"""Where the ratio of a row to itself must lie; elsewhere the machine was too restless to tell."""


def ours(label):
    try:
        return parse_when(label["text"], label.get("year"), label["lang"])
    except DateRefused:
        return None


@functools.cache
def reader(lang, year):
    order = {} if lang == "en" else {"DATE_ORDER": "DMY"}
    base = {"RELATIVE_BASE": datetime.datetime(year, 1, 1)} if year else {}  # noqa: DTZ001
    return DateDataParser(languages=[lang] if lang else ["vi", "en"], settings=order | base)


def by_dateparser(label):
    return reader(label["lang"], label.get("year")).get_date_data(label["text"])


def by_plain_dateparser(label):
    order = {} if label["lang"] == "en" else {"DATE_ORDER": "DMY"}
    return dateparser.parse(label["text"], languages=[label["lang"]] if label["lang"] else ["vi", "en"], settings=order)


def by_untold_dateparser(label):
    return dateparser.parse(label["text"])


def by_dateutil(label):
    default = datetime.datetime(label.get("year") or 1, 1, 1)  # noqa: DTZ001
    try:
        return dateutil_parser.parse(label["text"], default=default, dayfirst=label["lang"] == "vi")
    except (ValueError, OverflowError):
        return None


def said(answer):
    """What an answer says, as a label writes it; None where it says nothing."""
    if isinstance(answer, DateData):
        day = answer.date_obj
        return day and str(PartialDate(*(day.year, day.month, day.day)[: {"year": 1, "month": 2}.get(answer.period, 3)]))
    return str(PartialDate(answer.year, answer.month, answer.day)) if isinstance(answer, datetime.datetime) else answer and str(answer)


ROWS = {
    "parse_when": ours,
    "parse_when, again": ours,
    "dateparser, its parsers made before": by_dateparser,
    "dateparser.parse, told the language": by_plain_dateparser,
    "dateparser.parse, told nothing": by_untold_dateparser,
    "dateutil": by_dateutil,
}
PASSES = {"parse_when": 20, "parse_when, again": 20, "dateutil": 20}
"""How often a row goes over the phrases in one timing: once, if it is not here."""
MEASURED = ("parse_when", "dateparser, its parsers made before", "dateutil")
"""The rows whose answers are compared with the labels."""


def timed(row, labels):
    """Seconds of one pass over the phrases; the quick rows take several, so that a timing lasts about as long in all."""
    function, passes = ROWS[row], PASSES.get(row, 1)
    gc.collect()
    start = time.perf_counter()
    for _ in range(passes):
        for label in labels:
            function(label)
    return (time.perf_counter() - start) / passes


def right(function, labels):
    return [said(function(label)) == label.get("when") for label in labels]


def group(label):
    return (label.get("refused") and "refused") or ("period" if "/" in label["when"] else "date")


def report(labels, seconds):
    def ratio(row, other):
        paired = [one / two for one, two in zip(seconds[row], seconds[other], strict=True)]
        low, middle, high = statistics.quantiles(paired, n=4)
        return f"{middle:.3g} ({low:.3g} to {high:.3g})", middle

    text, again = ratio("parse_when, again", "parse_when")
    steady = SAME[0] <= again <= SAME[1]
    print(
        f"Python {sys.version.split()[0]}, dateparser {dateparser.__version__}; {len(labels)} phrases, {len(seconds['parse_when'])} rounds\n"
    )
    print("| row | microseconds a phrase | times parse_when (quartiles) | right |\n|---|---:|---:|---:|")
    for row, function in ROWS.items():
        microseconds = statistics.median(seconds[row]) / len(labels) * 1e6
        hits = f"{sum(right(function, labels))} of {len(labels)}" if row in MEASURED else ""
        print(f"| {row} | {microseconds:.0f} | {ratio(row, 'parse_when')[0]} | {hits} |")
    print(f"\nA/A {text}: {'steady' if steady else 'inconclusive, run it again on a quieter machine'}\n")
    totals = Counter(map(group, labels))
    print("| right on | " + " | ".join(f"{name} ({number})" for name, number in sorted(totals.items())) + " |")
    print("|---" * (len(totals) + 1) + "|")
    for row in MEASURED:
        hits = Counter(group(label) for label, is_right in zip(labels, right(ROWS[row], labels), strict=True) if is_right)
        print(f"| {row} | " + " | ".join(str(hits[name]) for name in sorted(totals)) + " |")
    for row in MEASURED:
        wrong = [label for label, is_right in zip(labels, right(ROWS[row], labels), strict=True) if not is_right]
        print(f"\n{row} is wrong on {len(wrong)}: " + "; ".join(f"{label['text']} = {said(ROWS[row](label))}" for label in wrong))


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=31)
    arguments.add_argument("--seed", type=int, default=0)
    given = arguments.parse_args()
    warnings.simplefilter("ignore")  # both peers warn of dates that depend on today

    labels = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]
    for function in ROWS.values():
        right(function, labels)  # caches and parsers are warm
    order = random.Random(given.seed)
    seconds = {row: [] for row in ROWS}
    for _ in range(given.rounds):
        for row in order.sample(list(ROWS), len(ROWS)):
            seconds[row].append(timed(row, labels))
    report(labels, seconds)


if __name__ == "__main__":
    main()
