"""The command line: parse, call, print."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING, Any

from asean_digital.errors import AmbiguousName, AseanDigitalError, FileProblem, InvalidDocument

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from asean_digital.queries.checking import Claim
    from asean_digital.registry import Registry

OK, PROBLEMS, USAGE = 0, 1, 2


def parser() -> argparse.ArgumentParser:
    """The parser of the command line."""
    whole = argparse.ArgumentParser(
        prog="asean-digital",
        description="ASEAN's digital cooperation: sourced answers from the record. A NAME is an id, slug, name, acronym or code.",
    )
    whole.add_argument("--version", action="store_true", help="print the versions of code and data")
    commands = whole.add_subparsers(dest="command", metavar="COMMAND")

    one = commands.add_parser("brief", help="one page on a record, every line footnoted")
    one.add_argument("name", metavar="NAME")
    one.add_argument("--lang", default="en", choices=("en", "vi"), help="the language of the page (default: en)")
    one.add_argument("--json", action="store_true", help="the record as JSON instead")

    one = commands.add_parser("find", help="the one record of a name")
    one.add_argument("name", metavar="NAME")
    one.add_argument("--kind", help="look in this kind alone")
    one.add_argument("--json", action="store_true", help="the record as JSON")

    one = commands.add_parser("search", help="the records whose names are like some words; no marks needed, typos allowed")
    one.add_argument("query", metavar="QUERY", nargs="+", help="words, in any language")
    one.add_argument("--kind", action="append", help="look in this kind alone; may be repeated")
    one.add_argument("--limit", type=int, default=10, help="how many records at most (default: 10)")
    one.add_argument("--prefix", action="store_true", help="the last word may be only begun")
    one.add_argument("--json", action="store_true", help="the hits as JSON")

    one = commands.add_parser("timeline", help="what happened, and what was announced, in order of time")
    one.add_argument("--since", metavar="DAY", help="the first day, such as 2026-01-16, 2026-01 or 2026")
    one.add_argument("--until", metavar="DAY", help="the last day")
    one.add_argument("--about", metavar="NAME", help="a topic, with all that are narrower, or a record")
    one.add_argument("--party", metavar="NAME", help="a country, partner or organisation that has part in it")
    one.add_argument("--kind", action="append", metavar="KIND", help="a kind of record, such as meeting or plan; may be given again")
    one.add_argument("--no-expected", action="store_true", help="leave out what was announced, planned or cancelled")
    one.add_argument("--lang", default="en", choices=("en", "vi"), help="the language of the lines (default: en)")
    one.add_argument("--json", action="store_true", help="the rows as JSON")

    one = commands.add_parser("mentions", help="the records that texts name, with the place of each")
    one.add_argument("files", metavar="FILE", nargs="+", help="a text; - for standard input")
    one.add_argument("--kind", action="append", metavar="KIND", help="a kind of record, such as plan or party; may be given again")
    one.add_argument("--json", action="store_true", help="the rows as JSON, with offsets into each text")

    one = commands.add_parser("check", help="what texts say of the things they name, set against the record")
    one.add_argument("files", metavar="FILE", nargs="+", help="a text; - for standard input")
    one.add_argument("--year", type=int, help="the year of dates that have none")
    one.add_argument("--lang", choices=("en", "vi"), help="the language of the texts and of the answers (default: English answers)")
    one.add_argument("--json", action="store_true", help="the rows as JSON, with offsets into each text")

    one = commands.add_parser("validate", help="all that is wrong with a document of your own")
    one.add_argument("file", metavar="FILE")
    one.add_argument("--alone", action="store_true", help="do not let references point into the packaged data")
    one.add_argument("--json", action="store_true", help="the problems as JSON")

    one = commands.add_parser("fmt", help="write documents in the canonical form")
    one.add_argument("files", metavar="FILE", nargs="+")
    one.add_argument("--check", action="store_true", help="write nothing; say which files are not canonical")

    one = commands.add_parser("uncited", help="figures, names and lines of a text that no citation reaches")
    one.add_argument("source", metavar="SOURCE", help="the slug of the source, such as seed-001")
    one.add_argument("file", metavar="FILE", help="its text")
    one.add_argument("--json", action="store_true", help="the rows as JSON")
    return whole


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: the words after the program's name; None for those of the process.

    Returns:
        0 when all is well, 1 when problems were found, 2 when the call cannot be answered.

    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")  # a C locale must not garble Vietnamese
    options = parser().parse_args(arguments)
    if options.version:
        return _version()
    if options.command is None:
        parser().print_help()
        return USAGE
    try:
        return int(globals()[f"_{options.command}"](options))
    except AmbiguousName as error:
        print(f"{error.asked!r} names {len(error.candidates)} records; choose one of:", file=sys.stderr)
        again = f"asean-digital {options.command} " if "name" in options else ""
        for candidate in error.candidates:
            print(f"  {again}{candidate}", file=sys.stderr)
        return USAGE
    except InvalidDocument as error:
        _say_problems(error.problems)
        return PROBLEMS
    except BrokenPipeError:
        sys.stderr.close()
        return OK
    except AseanDigitalError as error:
        print(f"asean-digital: {error}", file=sys.stderr)
        return USAGE


def _json(thing: Any) -> None:
    from asean_digital.codec._encode import to_dict  # noqa: PLC0415  start-up: only what the command needs

    print(json.dumps(to_dict(thing), ensure_ascii=False, indent=2))


def _say_problems(problems: Sequence[Any]) -> None:
    for problem in problems:
        print(problem)
    print(f"{len(problems)} problem(s)", file=sys.stderr)


def _version() -> int:
    import asean_digital  # noqa: PLC0415
    from asean_digital.dataset import version  # noqa: PLC0415

    data = version()
    print(f"asean-digital {asean_digital.__version__}, data {data['data_version']}, last checked on {data['as_of']}")
    return OK


def _brief(options: argparse.Namespace) -> int:
    from asean_digital.exports.briefing import brief  # noqa: PLC0415
    from asean_digital.queries.finding import find  # noqa: PLC0415

    if options.json:
        _json(find(options.name))
    else:
        print(brief(options.name, lang=options.lang), end="")
    return OK


def _find(options: argparse.Namespace) -> int:
    from asean_digital.queries.finding import find  # noqa: PLC0415

    record = find(options.name, options.kind)
    if options.json:
        _json(record)
    else:
        print(f"{record.id}  {record.name}")
        for wording in record.names:
            print(f"  {wording.lang:7} {wording.status.value:9} {wording.text}")
    return OK


def _search(options: argparse.Namespace) -> int:
    from asean_digital.dataset import packaged  # noqa: PLC0415
    from asean_digital.queries.searching import search  # noqa: PLC0415

    registry, query = packaged(), " ".join(options.query)
    hits = search(query, options.kind, options.limit, prefix=options.prefix)
    if options.json:
        _json(hits)
    else:
        for hit in hits:
            name = registry[hit.record].name
            print(f"{hit.record}  {name}")
            print(f"  {hit.why.label('en')}{'' if hit.name == name else f': {hit.name}'}")
    if hits:
        return OK
    print(f"asean-digital: {hits.reason}", file=sys.stderr)
    for near in registry.near(query):
        print(f"  near: {near}  {registry[near].name}", file=sys.stderr)
    return PROBLEMS


def _timeline(options: argparse.Namespace) -> int:
    from asean_digital.queries.happenings import timeline  # noqa: PLC0415

    rows = timeline(
        options.since,
        options.until,
        options.kind,
        options.about,
        options.party,
        expected=not options.no_expected,
        lang=options.lang,
    )
    if options.json:
        _json(rows)
        return OK
    width = max((len(row.when.label(options.lang)) for row in rows), default=0)
    for row in rows:
        unsure = "" if row.certain else f"[{'chưa chắc' if options.lang == 'vi' else 'not certain'}] "
        mark = f"[{row.standing.label(options.lang)}] " if row.expected else unsure
        print(f"{row.when.label(options.lang):{width}}  {mark}{row.text}")
    if rows.reason:
        print(rows.reason, file=sys.stderr)
    return OK


def _mentions(options: argparse.Namespace) -> int:
    from asean_digital.codec._encode import to_dict  # noqa: PLC0415
    from asean_digital.queries.mentioning import mentions  # noqa: PLC0415

    rows = []
    for file, text in _texts(options.files):
        found = mentions(text, options.kind)
        rows += [{"file": file, **to_dict(row)} for row in found if options.json]
        line, counted = 1, 0
        for row in () if options.json else found:
            line, counted = line + text.count("\n", counted, row.start), row.start
            column = row.start - text.rfind("\n", 0, row.start)
            said = str(row.ref) if row.ref else f"one of {', '.join(map(str, row.candidates))}"
            print(f"{file}:{line}:{column}: {' '.join(row.text.split())}  {said}")
    if options.json:
        _json(rows)
    return OK


def _check(options: argparse.Namespace) -> int:
    from asean_digital.codec._encode import to_dict  # noqa: PLC0415
    from asean_digital.dataset import packaged  # noqa: PLC0415
    from asean_digital.queries.checking import Verdict, check  # noqa: PLC0415

    registry, rows, lang = packaged(), [], options.lang or "en"
    counted: dict[Verdict, int] = {}
    for file, text in _texts(options.files):
        for row in check(text, options.year, options.lang):
            counted[row.verdict] = counted.get(row.verdict, 0) + 1
            rows.append({"file": file, **to_dict(row)})
            if not options.json:
                line, column = text.count("\n", 0, row.start) + 1, row.start - text.rfind("\n", 0, row.start)
                print(f"{file}:{line}:{column}: {' '.join(row.text.split())}  [{row.verdict.label(lang)}]")
                for said in _held(row, registry, lang):
                    print(f"  {said}")
    if options.json:
        _json(rows)
    print(", ".join(f"{number} {verdict.label(lang)}" for verdict, number in counted.items()) or "no claim found", file=sys.stderr)
    return PROBLEMS if Verdict.DIFFERS in counted else OK


def _held(row: Claim, registry: Registry, lang: str) -> Iterator[str]:
    """What the record holds beside a claim, in lines for readers: the value, how it was read, and the pages that say so."""

    def page(slug: str) -> str:
        source = registry.sources[slug]
        return f"{source.publisher or source.name}: {source.url or slug}"

    if row.path:
        marks = "; ".join(each.label(lang) for each in (row.certainty, row.overlap) if each)
        yield f"{row.record} {row.path}: {row.held_text}{f' ({marks})' if marks else ''}"
        yield from map(page, row.sources)
    elif row.record:
        yield str(row.record)
    if row.reading:
        yield from (f"{row.reading.label(lang)}: {page(slug)}" for slug in row.said_by)
    if row.why:
        yield row.why


def _texts(files: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The texts of files, `-` for standard input; how far it has come is shown on a terminal where there are several."""
    from asean_digital.codec.document import read  # noqa: PLC0415

    shown = len(files) > 1 and sys.stderr.isatty()
    for number, file in enumerate(files, 1):
        if shown:
            print(f"\r{number}/{len(files)} {file}\x1b[K", end="", file=sys.stderr, flush=True)
        text = _standard_input() if file == "-" else read(file, exact=True)
        if shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
        yield file, text


def _standard_input() -> str:
    try:
        return sys.stdin.buffer.read().decode("utf-8")
    except UnicodeDecodeError as error:
        msg = f"standard input is not UTF-8 at byte {error.start}; convert it first"
        raise FileProblem(msg) from None


def _validate(options: argparse.Namespace) -> int:
    from asean_digital.dataset import PACKAGED, validate  # noqa: PLC0415

    problems = validate(options.file, over=None if options.alone else PACKAGED)
    if options.json:
        _json(problems)
    elif problems:
        _say_problems(list(problems))
    else:
        print(f"{options.file}: no problem found")
    return PROBLEMS if problems else OK


def _fmt(options: argparse.Namespace) -> int:
    from asean_digital.codec.document import format_text, read, write  # noqa: PLC0415

    changed = 0
    for file in options.files:
        text = read(file)
        formatted = format_text(text, file)
        if formatted != text:
            changed += 1
            print(f"{file}: {'is not canonical' if options.check else 'rewritten'}")
            if not options.check:
                write(file, formatted)
    return PROBLEMS if changed and options.check else OK


def _uncited(options: argparse.Namespace) -> int:
    from asean_digital.codec.document import read  # noqa: PLC0415
    from asean_digital.queries.finding import find  # noqa: PLC0415
    from asean_digital.queries.verifying import uncited  # noqa: PLC0415

    rows = uncited({find(options.source, "source").slug: read(options.file)})
    if options.json:
        _json(rows)
    else:
        for row in rows:
            print(f"{row.source}:{row.line}: {row.form} {row.text!r}: {row.why}")
        print(f"{len(rows)} piece(s) that no citation reaches", file=sys.stderr)
    return PROBLEMS if rows else OK
