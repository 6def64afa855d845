"""The packaged data: one file a kind, read when it is first asked for, cached, immutable."""

from __future__ import annotations

import gc
import json
import os
from functools import cache
from typing import TYPE_CHECKING, Any

from asean_digital.codec._decode import pending
from asean_digital.errors import FileProblem
from asean_digital.model import KINDS, kind_class
from asean_digital.sets import LazyRecordSet, RecordSet
from asean_digital.values import PartialDate

if TYPE_CHECKING:
    from os import PathLike

    from asean_digital.errors import Problem
    from asean_digital.model.record import Record
    from asean_digital.registry import Registry
    from asean_digital.sets import Answers

_FOLDER = os.path.join(os.path.dirname(__file__), "data")  # noqa: PTH118, PTH120  pathlib would double the time to the first answer


def _packaged(name: str) -> bytes:
    """The bytes of a packaged file, beside this module or inside a zip."""
    try:
        with open(os.path.join(_FOLDER, name), "rb") as stream:  # noqa: PTH118, PTH123
            return stream.read()
    except (FileNotFoundError, NotADirectoryError):
        from importlib import resources  # noqa: PLC0415  ten milliseconds, and needed in a zip only

        try:
            return resources.files("asean_digital").joinpath("data", name).read_bytes()
        except OSError:
            msg = f"the packaged file data/{name} is missing; install asean-digital anew"
            raise FileProblem(msg) from None


@cache
def records(kind: str) -> RecordSet[Any]:
    """The packaged records of a kind, in order of time where it has one, else by slug.

    Raises:
        FileProblem: when the packaged file is missing or holds none.

    """
    bodies = _records_in(_packaged(f"{kind}.json"), kind)
    cls = kind_class(kind)
    return LazyRecordSet(bodies, lambda body: pending(cls, f"{{{body.decode()}}}"))


def _records_in(document: bytes, kind: str) -> dict[str, bytes]:
    """What stands in each record of a packaged document by slug, not yet parsed: a first answer needs one record of many.

    The packaged documents are canonical, which the tests prove byte for byte: a record is what stands between the braces that
    are indented by four spaces, and its first line is its slug.
    """
    head = f'{{\n  "format": 1,\n  "{kind}": [\n    {{\n'.encode()
    if not document.startswith(head):
        msg = f"the packaged file data/{kind}.json holds no records; install asean-digital anew"
        raise FileProblem(msg)
    bodies = document[len(head) : document.rindex(b"\n    }")].split(b"\n    },\n    {\n")
    return {body[: body.index(b"\n")].split(b'"')[3].decode(): body for body in bodies}


def version() -> dict[str, str]:
    """The version of the packaged data and the day on which it was last checked."""
    found: dict[str, str] = json.loads(_packaged("version.json"))
    return found


@cache
def packaged() -> Registry:
    """The packaged data as a registry. Its references and laws are proved by the tests, not at every start."""
    from asean_digital.registry import Registry  # noqa: PLC0415  not needed for a single kind

    versions = version()
    collecting = gc.isenabled()
    gc.disable()  # tens of thousands of small objects, none of them garbage: collecting would take most of the time
    try:
        every: list[Record] = [record for kind in KINDS for record in records(kind)]
    finally:
        if collecting:
            gc.enable()
    return Registry(every, data_version=versions["data_version"], as_of=PartialDate.parse(versions["as_of"]), check=False)


def load(path: str | PathLike[str] | None = None) -> Registry:
    """The packaged data, or the records of a document in a file.

    Example:
        >>> import asean_digital as ad
        >>> ad.load() is ad.load()
        True

    Args:
        path: a document; None for the packaged data, which is read once, offline, and cached.

    Raises:
        FileProblem: when the file cannot be read.
        InvalidDocument: with all that is wrong with it.

    """
    if path is None:
        return packaged()
    from asean_digital.codec.document import load_file  # noqa: PLC0415

    return load_file(path)


class _Packaged:
    """The default of `over`: the packaged data, loaded only when it is needed."""

    def __repr__(self) -> str:
        return "packaged"


PACKAGED = _Packaged()


def validate(
    path: str | PathLike[str] | None = None, *, text: str | None = None, over: Registry | _Packaged | None = PACKAGED
) -> Answers[Problem]:
    """All that is wrong with a document of your own; empty when nothing is.

    Example:
        >>> import asean_digital as ad
        >>> for problem in ad.validate(text='{"format": 1, "topic": [{"slug": "Edge"}]}'):
        ...     print(problem.path, problem.rule)
        slug must be lower-case ASCII words joined by hyphens, with at most one namespace before a dot
        names must be there

    Args:
        path: a document in a file; or
        text: its text.
        over: a registry that references may point into: the packaged data, another one, or None.

    Returns:
        The problems, in the order of the document.

    Raises:
        FileProblem: when the file cannot be read.
        TypeError: when not exactly one of path and text is given.

    """
    from asean_digital.codec.document import read, validate_text  # noqa: PLC0415

    if (path is None) == (text is None):
        msg = "validate takes a path or text=, and not both"
        raise TypeError(msg)
    below = packaged() if isinstance(over, _Packaged) else over
    if path is not None:
        return validate_text(read(path), below, os.path.basename(path))  # noqa: PTH119
    return validate_text(text or "", below)


@cache
def instruments() -> RecordSet[Any]:
    """The packaged declarations, plans, guides and agreements in one set."""
    from asean_digital.model.declaration import INSTRUMENTS  # noqa: PLC0415  not needed for a single kind

    return RecordSet(record for kind in INSTRUMENTS for record in records(kind))
