"""Cold start and decoding of the packaged data beside the peers, in one run; a Markdown report on stdout.

    python benchmarks/cold.py [--venv DIR] [--json FILE] [--rounds N] [--only cold|instructions|in-process] [--gate]

What is measured and how to read it stands in benchmarks/README.md.
"""

import argparse
import gc
import json
import os
import platform
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent
PINS = HERE / "requirements.txt"
SAME = {"cold": (0.90, 1.15), "in-process": (0.94, 1.06), "instructions": (0.99, 1.01)}
"""Where the ratio of a row to itself must lie; elsewhere the machine was too restless to tell."""

ANSWERS = {
    "bare interpreter": "''",
    "import asean_digital": "__import__('asean_digital') and ''",
    "first answer": "str(__import__('asean_digital').meetings['adgmin-6'].when)",
    "import attrs": "__import__('attrs') and ''",
    "import pycountry": "__import__('pycountry') and ''",
    "pycountry: first answer": "__import__('pycountry').countries.get(alpha_2='VN').name",
    "holidays: first answer": "str(len(__import__('holidays').country_holidays('VN', years=2026)))",
    "ad.load()": "str(len(__import__('asean_digital').load().meetings))",
    "ad.brief('meeting:adgmin-6')": "str(len(__import__('asean_digital').brief('meeting:adgmin-6')))",
}
"""Each cold row: an expression whose text the child writes. What follows the answer is not measured."""
AGAIN = {"import asean_digital, again": "import asean_digital", "first answer, again": "first answer"}
"""The A/A rows."""

# (row, beside which other row, limit, aim, the A/A row that must be steady); no limit: for information.
RATIOS = (
    ("import asean_digital, again", "import asean_digital", None, None, None),
    ("first answer, again", "first answer", None, None, None),
    ("import asean_digital", "import pycountry", 0.3, 0.3, "import asean_digital, again"),
    ("first answer", "pycountry: first answer", 1.2, 1.0, "first answer, again"),
    ("first answer", "holidays: first answer", 0.6, 0.5, "first answer, again"),
    ("bare interpreter", "pycountry: first answer", None, None, "first answer, again"),
    ("import attrs", "pycountry: first answer", None, None, "first answer, again"),
    ("ad.load()", "pycountry: first answer", None, None, "first answer, again"),
    ("ad.brief('meeting:adgmin-6')", "pycountry: first answer", None, None, "first answer, again"),
)
FAST = "fast: constructors"
DECODING = (
    ("fast, again", FAST, None, None, None),
    ("strict: inside cattrs", FAST, None, None, "fast, again"),
    ("JSON alone", FAST, None, None, "fast, again"),
    ("packaged: ordered, else unread", FAST, None, None, "fast, again"),
    ("packaged: every field read", FAST, None, None, "fast, again"),
)


def clean_environment(**more):
    """This environment as a user has it: no PYTHON* variable, so bytecode is written and read, and no source folder is on the path."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV", "COVERAGE"))}
    return kept | more


def prepare(folder):
    """The Python of a virtual environment that holds the pinned peers and the project as it is now, installed as users install it."""
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        venv.create(folder, with_pip=True)
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--requirement", PINS], check=True, env=clean_environment(), stdout=sys.stderr)
    subprocess.run([*pip, "--no-deps", "--force-reinstall", PROJECT], check=True, env=clean_environment(), stdout=sys.stderr)
    where = child(python, "__import__('asean_digital').__file__", folder)[1]
    if folder.resolve() not in Path(where).resolve().parents:
        sys.exit(f"measuring {where}, which is not the package installed in {folder}")
    return python


def code_of(expression):
    """A program that writes the expression's text in one call, and then goes without shutting down."""
    return f"import os\nos.write(1, ({expression} or 'done').encode())\nos._exit(0)"


def child(python, expression, folder):
    """Seconds until a new process has written its answer, and the answer."""
    command = [str(python), "-c", code_of(expression)]
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=folder, env=clean_environment(), bufsize=0) as process:
        answer = process.stdout.read(4096)
        seconds = time.perf_counter() - start
    if process.returncode or not answer:
        sys.exit(f"no answer from: {expression}")
    return seconds, answer.decode()


def cold(python, folder, rounds, seed):
    """Seconds of each row in each round; within a round the rows run in random order."""
    rows = ANSWERS | {again: ANSWERS[row] for again, row in AGAIN.items()}
    for expression in rows.values():
        child(python, expression, folder)  # bytecode and the disk's cache are warm from here on
    order = random.Random(seed)
    seconds = {row: [] for row in rows}
    for _ in range(rounds):
        for row in order.sample(list(rows), len(rows)):
            gc.collect()
            gc.disable()
            seconds[row].append(child(python, rows[row], folder)[0])
            gc.enable()
    return seconds


def instructions(python, folder):
    """Instructions of each row until its answer is written, counted once: they repeat."""
    rows = ANSWERS | {again: ANSWERS[row] for again, row in AGAIN.items()}
    counts = {}
    for row, expression in rows.items():
        child(python, expression, folder)
        tool = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]
        command = [*tool, python, "-c", code_of(expression)]
        done = subprocess.run(command, cwd=folder, env=clean_environment(PYTHONHASHSEED="0"), check=True, text=True, capture_output=True)
        line = next(line for line in done.stderr.splitlines() if "refs:" in line)
        counts[row] = [int(line.split(":")[1].replace(",", ""))]
    return counts


def in_process(python, folder, rounds, seed):
    """What `in_process.py` prints."""
    command = [python, HERE / "in_process.py", "--rounds", str(rounds), "--seed", str(seed)]
    done = subprocess.run(command, cwd=folder, env=clean_environment(), check=True, text=True, stdout=subprocess.PIPE)
    return json.loads(done.stdout)


def compare(kind, table, ratios):
    """For each ratio: its rows, the quartiles of the paired ratios, and what they say."""
    medians = {}
    for row, beside, limit, aim, steady in ratios:
        paired = [one / other for one, other in zip(table[row], table[beside], strict=True)]
        low, median, high = statistics.quantiles(paired, n=4, method="inclusive") if len(paired) > 1 else paired * 3
        medians[row, beside] = median
        itself = median if steady is None else next(value for (name, _), value in medians.items() if name == steady)
        if not SAME[kind][0] <= itself <= SAME[kind][1]:
            verdict = "inconclusive"
        elif steady is None:
            verdict = "steady"
        elif limit is None:
            verdict = ""
        else:
            verdict = "aim met" if median <= aim else "within the limit" if median <= limit else "over the limit"
        yield {"row": row, "beside": beside, "low": low, "median": median, "high": high, "limit": limit, "aim": aim, "verdict": verdict}


def markdown(title, unit, scale, table, compared):
    """A section of the report: a table of ratios, with the median of each row in its unit."""
    yield f"\n## {title}\n"
    yield f"| row | beside | ratio | quartiles | limit | aim | verdict | {unit} |"
    yield "|---|---|---:|---|---:|---:|---|---:|"
    for each in compared:
        bounds = " | ".join("" if each[name] is None else f"{each[name]:g}" for name in ("limit", "aim"))
        quartiles = f"{each['low']:.2f}-{each['high']:.2f}"
        middle = statistics.median(table[each["row"]]) * scale
        sort = "A/A: " if (each["limit"] is None and each["verdict"] == "steady") or each["row"].endswith("again") else ""
        yield (
            f"| {sort}{each['row']} | {each['beside']} | {each['median']:.3f} | {quartiles} | {bounds} | {each['verdict']} | {middle:,.1f} |"
        )


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--venv", type=Path, help="make or use this environment; without it a temporary one")
    arguments.add_argument("--json", type=Path, help="write the raw numbers to this file")
    arguments.add_argument("--rounds", type=int, default=25, help="cold rounds, at least 15")
    arguments.add_argument("--rounds-in-process", type=int, default=31, help="at least 31")
    arguments.add_argument("--seed", type=int, default=0, help="of the order of the rows")
    arguments.add_argument("--only", action="append", choices=list(SAME), help="what to measure; may be repeated")
    arguments.add_argument("--gate", action="store_true", help="fail when an instruction count is over its limit")
    given = arguments.parse_args()
    if given.rounds < 15 or given.rounds_in_process < 31:
        arguments.error("fewer rounds than 15 cold or 31 in-process say nothing here")
    wanted = given.only or list(SAME)
    if "instructions" in wanted and shutil.which("valgrind") is None:
        if given.gate:
            arguments.error("--gate counts instructions, which needs valgrind")
        wanted.remove("instructions")
        print("no valgrind: instructions are not counted", file=sys.stderr)

    with tempfile.TemporaryDirectory() as temporary:
        folder = (given.venv or Path(temporary, "venv")).resolve()
        python = prepare(folder)
        report(given, wanted, python, folder)


def report(given, wanted, python, folder):
    """Measure, print, and write."""
    names = ("asean-digital", "attrs", "cattrs", "holidays", "pycountry")
    version = "__import__('importlib.metadata').metadata.version"
    versions = f"', '.join(name + ' ' + {version}(name) for name in {names})"
    setting = {
        "python": platform.python_version(),
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores",
        "versions": child(python, versions, folder)[1],
        "rounds": given.rounds,
        "rounds_in_process": given.rounds_in_process,
        "seed": given.seed,
    }
    lines = [
        "# Benchmarks",
        "",
        (
            f"Python {setting['python']}, {setting['machine']}; {setting['versions']}; {given.rounds} cold and"
            f" {given.rounds_in_process} in-process rounds, interleaved. Ratios are medians of paired ratios."
        ),
    ]
    raw, over = {"setting": setting}, []
    if "cold" in wanted:
        table = cold(python, folder, given.rounds, given.seed)
        compared = list(compare("cold", table, RATIOS))
        raw["cold"] = {"unit": "seconds", "rows": table, "ratios": compared}
        lines += markdown("Cold: from the start of a process to its answer", "ms", 1e3, table, compared)
    if "instructions" in wanted:
        table = instructions(python, folder)
        compared = list(compare("instructions", table, RATIOS))
        raw["instructions"] = {"unit": "instructions", "rows": table, "ratios": compared}
        over = [each for each in compared if each["verdict"] == "over the limit"]
        lines += markdown("Instructions to the answer", "millions", 1e-6, table, compared)
    if "in-process" in wanted:
        found = in_process(python, folder, given.rounds_in_process, given.seed)
        compared = list(compare("in-process", found["seconds"], DECODING))
        raw["in-process"] = {**found, "unit": "seconds for all records", "ratios": compared}
        title = f"Decoding {found['records']} packaged records of {found['bytes'] // found['records']} bytes"
        lines += markdown(title, "µs a record", 1e6 / found["records"], found["seconds"], compared)
    print("\n".join(lines))
    if given.json:
        given.json.write_text(json.dumps(raw, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    if given.gate and over:
        sys.exit("; ".join(f"{each['row']} is {each['median']:.3f} of {each['beside']}, over {each['limit']:g}" for each in over))


if __name__ == "__main__":
    main()
