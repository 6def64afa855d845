"""The document: ``{"format": 1, "<kind>": [record, ...], ...}``, read with all its problems at once and written canonically."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from asean_digital.codec._encode import encode_object
from asean_digital.errors import FileProblem, InvalidDocument, InvalidValue, Problem, shown
from asean_digital.laws import unresolved
from asean_digital.model import KINDS, kind_class
from asean_digital.registry import Registry
from asean_digital.sets import Answers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from os import PathLike

    from asean_digital.model.record import Record

FORMAT = 1


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise InvalidValue(
                Problem(path=name, rule="must stand only once in its object", value=shown(name), way_out="remove one of the two")
            )
        found[name] = value
    return found


def _no_constant(name: str) -> Any:
    raise InvalidValue(Problem(rule="must be a number of JSON", value=name, way_out="leave the field out where nothing is known"))


def parse(text: str, file: str = "") -> dict[str, Any]:
    """The object of a document, not yet looked into.

    Raises:
        InvalidDocument: when the text is no JSON object of format 1.

    """
    problem = None
    try:
        raw = json.loads(text, object_pairs_hook=_object, parse_constant=_no_constant)
    except InvalidValue as error:
        problem = error.problem
    except RecursionError:
        problem = Problem(rule="must not be nested so deeply")
    except ValueError as error:
        problem = Problem(rule=f"must be JSON: {error}", way_out="mend the text at that line")
    else:
        if type(raw) is not dict:
            problem = Problem(rule="must be a JSON object", value=shown(raw), way_out='begin with {"format": 1, ...}')
        elif raw.get("format") != FORMAT or type(raw.get("format")) is not int:
            problem = Problem(path="format", rule=f"must be {FORMAT}", value=shown(raw.get("format")), way_out=f'add "format": {FORMAT}')
    if problem:
        raise InvalidDocument.of("not a document", (attrs.evolve(problem, file=file),))
    return dict(raw)


def decode(raw: dict[str, Any], file: str = "") -> tuple[list[Record], list[Problem]]:
    """The records of a document that are sound, and the problems of all others."""
    from asean_digital.codec._strict import Refused, structure, under  # noqa: PLC0415  cattrs only where it is needed

    records: list[Record] = []
    problems: list[Problem] = []
    for kind, items in raw.items():
        if kind == "format":
            continue
        if kind not in KINDS:
            problems.append(
                Problem(file=file, path=kind, rule=f"is no kind; the kinds are {', '.join(KINDS)}", way_out="mend its spelling")
            )
        elif type(items) is not list:
            problems.append(Problem(file=file, path=kind, rule="must be a list of records", value=shown(items)))
        else:
            for number, item in enumerate(items):
                try:
                    records.append(structure(kind_class(kind), item))
                except Refused as error:
                    slug = item.get("slug") if isinstance(item, dict) else None
                    known = isinstance(slug, str)
                    for problem in error.problems:
                        placed = problem if known else under(str(number), problem)
                        problems.append(attrs.evolve(placed, file=file, record=f"{kind}:{slug}" if known else kind))
    return records, problems


def _checked(text: str, over: Registry | None, file: str = "") -> tuple[Registry | None, list[Problem]]:
    try:
        raw = parse(text, file)
    except InvalidDocument as error:
        return None, list(error.problems)
    records, problems = decode(raw, file)
    sound = {record.id for record in records}
    broken = {f"{kind}:{item.get('slug')}": (kind, item) for kind, item in _objects(raw)}
    broken = {record_id: pair for record_id, pair in broken.items() if record_id not in sound}
    registry = None
    try:
        registry = Registry(records, over=over)
    except InvalidDocument as error:
        # A reference to a record that is there and broken is not a fault of its own.
        problems += [attrs.evolve(p, file=file) for p in error.problems if p.value.strip("'") not in broken]
    problems += [attrs.evolve(p, file=file) for p in _dangling(broken, sound, over)]
    return (None if problems else registry), problems


def _objects(raw: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The objects of a document with their kinds."""
    for kind in KINDS:
        items = raw.get(kind)
        yield from ((kind, item) for item in (items if type(items) is list else []) if type(item) is dict)


def _dangling(broken: dict[str, tuple[str, dict[str, Any]]], sound: set[str], over: Registry | None) -> Iterator[Problem]:
    """The references that lead nowhere in records that fail elsewhere."""
    from asean_digital.codec._strict import raw_references  # noqa: PLC0415  as in decode

    for record_id, (kind, item) in broken.items():
        for path, ref in raw_references(kind_class(kind), item):
            if ref.partition(":")[0] in KINDS and ref not in sound and ref not in broken and (over is None or ref not in over):
                yield unresolved(record_id, path, ref)


def loads(text: str, over: Registry | None = None) -> Registry:
    """The records of a document.

    Example:
        >>> import asean_digital as ad
        >>> text = '{"format": 1, "topic": [{"slug": "acme.edge", "names": [{"key": "en", "text": "Edge computing", "lang": "en", "status": "ours"}]}]}'
        >>> ad.loads(text).topics["acme.edge"].name
        'Edge computing'

    Args:
        text: a document.
        over: a registry that references may point into, such as ``asean_digital.load()``; its records are not taken in.

    Raises:
        InvalidDocument: with all that is wrong, each with record, path, rule, value and way out.

    """
    registry, problems = _checked(text, over)
    if registry is None:
        raise InvalidDocument.of("not a valid document", tuple(problems))
    return registry


def read(path: str | PathLike[str], *, exact: bool = False) -> str:
    """The text of a file; exact with the line ends as they stand in it, so that offsets hold.

    Raises:
        FileProblem: when it cannot be read or is not UTF-8.

    """
    try:
        return Path(path).read_bytes().decode("utf-8") if exact else Path(path).read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        msg = f"{path} is not UTF-8 at byte {error.start}; save it as UTF-8"
        raise FileProblem(msg) from None
    except OSError as error:
        msg = f"{path} cannot be read: {error.strerror or error}"
        raise FileProblem(msg) from None


def load_file(path: str | PathLike[str], over: Registry | None = None) -> Registry:
    """The records of a document in a file; see `loads`."""
    registry, problems = _checked(read(path), over, Path(path).name)
    if registry is None:
        raise InvalidDocument.of("not a valid document", tuple(problems))
    return registry


def validate_text(text: str, over: Registry | None = None, file: str = "") -> Answers[Problem]:
    """All that is wrong with a document; empty when nothing is."""
    return Answers(_checked(text, over, file)[1])


def canonical(records: Iterable[Record]) -> str:
    """The canonical document of records: kinds and records sorted, keys in field order, defaults left out."""
    by_kind: dict[str, list[Record]] = {}
    for record in sorted(records, key=lambda record: record.id):
        by_kind.setdefault(record.KIND, []).append(record)
    whole: dict[str, Any] = {"format": FORMAT}
    whole.update((kind, [encode_object(record) for record in by_kind[kind]]) for kind in sorted(by_kind))
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def dumps(registry: Registry) -> str:
    r"""The canonical document of a registry; `loads` gives an equal one back.

    Example:
        >>> import asean_digital as ad
        >>> ad.dumps(ad.load()).startswith('{\n  "format": 1,\n  "agreement": [')
        True

    """
    return canonical(registry)


def dump(registry: Registry, path: str | PathLike[str]) -> None:
    """Write the canonical document of a registry to a file.

    Raises:
        FileProblem: when the file cannot be written.

    """
    write(path, dumps(registry))


def write(path: str | PathLike[str], text: str) -> None:
    """Write a file whole or not at all: into a temporary one beside it, then renamed.

    Raises:
        FileProblem: when that fails; nothing is left behind.

    """
    import os  # noqa: PLC0415  not needed to read
    import tempfile  # noqa: PLC0415

    target = Path(path)
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        Path(temporary).chmod(target.stat().st_mode & 0o777 if target.exists() else 0o644)
        Path(temporary).replace(target)
    except (OSError, UnicodeEncodeError) as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        msg = f"{path} cannot be written: {getattr(error, 'strerror', None) or error}"
        raise FileProblem(msg) from None


def format_text(text: str, file: str = "") -> str:
    """The canonical form of a document, its references not looked at.

    Raises:
        InvalidDocument: when a record of it is not sound; nothing is left out.

    """
    records, problems = decode(parse(text, file), file)
    ids = [record.id for record in records]
    problems += [
        Problem(
            file=file,
            record=record_id,
            path="slug",
            rule="must be unique in its kind",
            value=shown(record_id),
            way_out="remove one of the two",
        )
        for record_id in sorted({record_id for record_id in ids if ids.count(record_id) > 1})
    ]
    if problems:
        raise InvalidDocument.of("not a valid document", tuple(problems))
    return canonical(records)
