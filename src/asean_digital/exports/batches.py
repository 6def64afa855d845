"""Mentions over Arrow record batches, the form in which Dask, Spark, Ray, DuckDB and Polars hand out a column of texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from asean_digital.errors import InvalidQuery, MissingExtra, shown
from asean_digital.queries.mentioning import mentions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from asean_digital.registry import Registry

_COLUMNS = ("start", "end", "text", "ref", "kind", "candidates")


def mention_batches(
    batches: Iterable[Any], column: str, kinds: Iterable[str] | None = None, registry: Registry | None = None
) -> Iterator[Any]:
    """The mentions in a column of texts, batch by batch: one row a mention, beside the other columns of its document.

    The shape is that of Spark's ``mapInArrow``: an iterator of record batches in, an iterator of record batches out. It holds
    one batch at a time. Needs ``pip install 'asean-digital[arrow]'``.

    Example:
        >>> import asean_digital as ad
        >>> import pyarrow as pa
        >>> batch = pa.RecordBatch.from_pydict({"doc": [7, 8], "body": ["ADM 2030 follows ADM 2025.", None]})
        >>> [found] = ad.mention_batches([batch], "body")
        >>> found.schema.names
        ['doc', 'start', 'end', 'text', 'ref', 'kind', 'candidates']
        >>> found.column("doc").to_pylist(), found.column("ref").to_pylist()
        ([7, 7], ['plan:adm-2030', 'plan:adm-2025'])

    Args:
        batches: record batches of `pyarrow`; all need the column.
        column: the name of the column of texts; a null is a document without mentions.
        kinds: as for `mentions`.
        registry: as for `mentions`.

    Returns:
        For each batch one, with the columns of the batch but the texts, then ``start`` and ``end`` (characters, not bytes),
        ``text``, ``ref`` and ``kind`` (null where several records bear the name) and ``candidates`` (a list, else empty).

    Raises:
        MissingExtra: when `pyarrow` is not installed.
        InvalidQuery: when a batch lacks the column, when it holds no text, when another column has a name of the answer's, or
            when a kind is unknown.

    """
    try:
        import pyarrow  # type: ignore[import-untyped]  # noqa: PLC0415  an extra
    except ImportError:
        msg = "mention_batches needs pyarrow; install it with: pip install 'asean-digital[arrow]'"
        raise MissingExtra(msg) from None
    asked = None if kinds is None else tuple([kinds] if isinstance(kinds, str) else kinds)
    return (_answered(pyarrow, batch, column, asked, registry) for batch in batches)


def _answered(pyarrow: Any, batch: Any, column: str, kinds: tuple[str, ...] | None, registry: Registry | None) -> Any:
    texts = _texts(pyarrow, batch, column)
    found = [(number, row) for number, text in enumerate(texts) if text is not None for row in mentions(text, kinds, registry)]
    numbers = pyarrow.array([number for number, _ in found], pyarrow.int64())
    kept = [field for field in batch.schema if field.name != column]
    own = {
        "start": (pyarrow.int64(), [row.start for _, row in found]),
        "end": (pyarrow.int64(), [row.end for _, row in found]),
        "text": (pyarrow.string(), [row.text for _, row in found]),
        "ref": (pyarrow.string(), [row.ref.text if row.ref else None for _, row in found]),
        "kind": (pyarrow.string(), [row.kind for _, row in found]),
        "candidates": (pyarrow.list_(pyarrow.string()), [[ref.text for ref in row.candidates] for _, row in found]),
    }
    return pyarrow.RecordBatch.from_arrays(
        [*(batch.column(field.name).take(numbers) for field in kept), *(pyarrow.array(values, kind) for kind, values in own.values())],
        schema=pyarrow.schema([*kept, *(pyarrow.field(name, kind) for name, (kind, _) in own.items())]),
    )


def _texts(pyarrow: Any, batch: Any, column: str) -> list[str | None]:
    names = batch.schema.names
    if names.count(column) != 1:
        msg = f"each batch must have one column {column!r}; this one has {', '.join(map(repr, names)) or 'none'}"
        raise InvalidQuery(msg)
    taken = sorted(name for name in set(names) - {column} if name in _COLUMNS)
    if taken:
        msg = f"the answer has columns {', '.join(_COLUMNS)} of its own; rename {', '.join(map(repr, taken))} of the batch first"
        raise InvalidQuery(msg)
    kind = batch.schema.field(column).type
    if pyarrow.types.is_dictionary(kind):
        kind = kind.value_type
    if not any(check(kind) for check in (pyarrow.types.is_string, pyarrow.types.is_large_string, pyarrow.types.is_string_view)):
        msg = f"the column {column!r} must hold text, not {shown(str(kind))}; cast it to string first"
        raise InvalidQuery(msg)
    found: list[str | None] = batch.column(column).to_pylist()
    return found
