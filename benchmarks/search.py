"""Search beside its peers, over the same names and with the same typos; a Markdown report on stdout.

    python benchmarks/search.py [--venv DIR] [--json FILE] [--rounds N]

What is measured and how to read it stands in benchmarks/README.md.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from cold import HERE, SAME, child, clean_environment, prepare

# (row, beside which other row, what the ratio must not exceed)
RATIOS = (
    ("two typos, again", "two typos, names of pycountry", None),
    ("two typos, names of pycountry", "pycountry: search_fuzzy", 1 / 50),
    ("two typos, names of pycountry", "rapidfuzz: partial_ratio", None),
    ("two typos, names of pycountry", "rapidfuzz: WRatio", None),
    ("two typos, 100,000 names", "rapidfuzz: partial_ratio, 100,000 names", None),
)
# Milliseconds a query, or for the whole index; unlike ratios they hang on the machine.
LIMITS = {
    "the name itself, packaged": 0.3,
    "words, packaged": 0.3,
    "two typos, packaged": 0.3,
    "words, 100,000 names": 0.5,
    "two typos, 100,000 names": 5.0,
    "index of the packaged data": 50.0,
}
LEAST = {"two typos, 100,000 names": 0.99}


def ratios(seconds):
    """The table of ratios, each taken within a round."""
    yield "| row | beside | ratio | quartiles | times as fast | limit | verdict |\n|---|---|---:|---|---:|---:|---|"
    steady = True
    for row, beside, limit in RATIOS:
        paired = [one / other for one, other in zip(seconds[row], seconds[beside], strict=True)]
        low, median, high = statistics.quantiles(paired, n=4, method="inclusive")
        verdict = "" if limit is None else "within the limit" if median <= limit else "over the limit"
        if row.endswith("again"):
            steady = SAME["in-process"][0] <= median <= SAME["in-process"][1]
            row, verdict = f"A/A: {row}", "steady" if steady else "inconclusive"  # noqa: PLW2901  for display
        elif not steady:
            verdict = "inconclusive"
        yield f"| {row} | {beside} | {median:.4f} | {low:.4f}-{high:.4f} | {1 / median:,.1f} | {limit or ''} | {verdict} |"


def report(found, setting):
    """The report, a piece at a time."""
    counts = found["names"]
    yield "# Search\n"
    yield f"{setting}. Names: {counts['packaged']:,} packaged, {counts['pycountry']:,} of pycountry, {counts['made']:,} made.\n"
    yield from ratios(found["seconds"])
    yield "\n| row | ms | best round | limit | among the first five | least |\n|---|---:|---:|---:|---:|---:|"
    for row, times in found["seconds"].items():
        again = f"{found['found'][row]:.1%}" if row in found["found"] else ""
        least = f"{LEAST[row]:.0%}" if row in LEAST else ""
        yield f"| {row} | {statistics.median(times) * 1e3:.3f} | {min(times) * 1e3:.3f} | {LIMITS.get(row, '')} | {again} | {least} |"
    yield f"\nThe index of {counts['made']:,} names was made in {found['index of 100,000 names']:.1f} s."


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--venv", type=Path, help="make or use this environment; without it a temporary one")
    arguments.add_argument("--json", type=Path, help="write the raw numbers to this file")
    arguments.add_argument("--rounds", type=int, default=31, help="at least 31")
    arguments.add_argument("--seed", type=int, default=0, help="of the names, the typos and the order of the rows")
    given = arguments.parse_args()
    if given.rounds < 31:
        arguments.error("fewer rounds than 31 say nothing here")
    with tempfile.TemporaryDirectory() as temporary:
        folder = (given.venv or Path(temporary, "venv")).resolve()
        python = prepare(folder)
        command = [python, HERE / "search_in_process.py", "--rounds", str(given.rounds), "--seed", str(given.seed)]
        done = subprocess.run(command, cwd=folder, env=clean_environment(), check=True, text=True, stdout=subprocess.PIPE)
        version = "__import__('importlib.metadata').metadata.version"
        versions = child(python, f"', '.join(n + ' ' + {version}(n) for n in ('asean-digital', 'pycountry', 'rapidfuzz'))", folder)[1]
    found = json.loads(done.stdout)
    setting = f"Python {sys.version.split()[0]}; {versions}; {given.rounds} interleaved rounds, seed {given.seed}"
    print("\n".join(report(found, setting)))
    if given.json:
        given.json.write_text(json.dumps(found | {"setting": setting}, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
