"""`RecordSet` and `Answers`: immutable, ordered, and neither a Mapping nor a Sequence, so that tables honour their own protocol."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from asean_digital.errors import AmbiguousName, RecordNotFound

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from asean_digital.model.record import Record

T_co = TypeVar("T_co", covariant=True)
R_co = TypeVar("R_co", bound="Record", covariant=True)
_NO_TIME = (10_000_000, 10_000_000, 3, 2, "")


class Answers(Generic[T_co]):
    """The rows of an answer, in a stated order; immutable, with `reason` where an empty answer needs one.

    Example:
        >>> answers = Answers(("a", "b"))
        >>> len(answers), answers[0], list(answers[1:])
        (2, 'a', ['b'])

    """

    __slots__ = ("_items", "reason")
    _items: tuple[T_co, ...]
    reason: str

    def __init__(self, items: Iterable[T_co] = (), *, reason: str = "") -> None:
        object.__setattr__(self, "_items", tuple(items))
        object.__setattr__(self, "reason", reason)

    def __setattr__(self, name: str, value: object) -> None:
        msg = f"{type(self).__name__} is immutable; {name!r} cannot be set"
        raise AttributeError(msg)

    def __delattr__(self, name: str) -> None:
        msg = f"{type(self).__name__} is immutable; {name!r} cannot be deleted"
        raise AttributeError(msg)

    def __iter__(self) -> Iterator[T_co]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    @overload
    def __getitem__(self, index: int) -> T_co: ...
    @overload
    def __getitem__(self, index: slice) -> Answers[T_co]: ...
    def __getitem__(self, index: int | slice) -> T_co | Answers[T_co]:
        if isinstance(index, slice):
            return Answers(self._items[index], reason=self.reason)
        return self._items[index]

    def __contains__(self, item: object) -> bool:
        return item in self._items

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Answers):
            return NotImplemented
        return isinstance(other, RecordSet) == isinstance(self, RecordSet) and self._items == other._items

    def __hash__(self) -> int:
        return hash(("Answers", self._items))

    def __reduce__(self) -> tuple[Any, ...]:
        return _answers, (self._items, self.reason)

    def __repr__(self) -> str:
        rows = [f"  {item!r}" for item in self._items[:10]]
        if len(self) > 10:
            rows.append(f"  ... {len(self) - 10} more")
        if not rows:
            return f"<Answers: none{f' ({self.reason})' if self.reason else ''}>"
        return "\n".join([f"<Answers: {len(self)}", *rows, ">"])

    def _repr_html_(self) -> str:
        from asean_digital.exports.card import of_answers  # noqa: PLC0415  upwards: only a notebook asks for it

        return of_answers(self)

    def to_dicts(self) -> list[dict[str, Any]]:
        """The rows as dicts of JSON types; needs no extra."""
        from asean_digital.codec._encode import to_dict  # noqa: PLC0415  the one door from sets to what writes them

        return [to_dict(item) for item in self._items]


def _answers(items: tuple[Any, ...], reason: str) -> Answers[Any]:
    return Answers(items, reason=reason)


def in_time(record: Record) -> tuple[tuple[int, int, int, int, str], str, str]:
    """The key by which records are ordered: moment (unknown last), kind, slug."""
    moment = record.moment
    return (moment.sort_key if moment else _NO_TIME, record.KIND, record.slug)


class RecordSet(Answers[R_co]):
    """Records, in order of time where their kind has one, else by slug; also reached by slug.

    Example:
        >>> import asean_digital as ad
        >>> ad.meetings["adgmin-6"].ordinal
        6
        >>> "adgmin-99" in ad.meetings
        False

    """

    __slots__ = ("_index",)
    _index: dict[str, tuple[R_co, ...]]

    def __init__(self, records: Iterable[R_co] = (), *, reason: str = "") -> None:
        super().__init__(sorted(records, key=in_time), reason=reason)
        index: dict[str, tuple[R_co, ...]] = {}
        for record in self._items:
            for slug in (record.slug, *record.former_slugs):
                index[slug] = (*index.get(slug, ()), record)
        object.__setattr__(self, "_index", index)

    @overload
    def __getitem__(self, index: int | str) -> R_co: ...
    @overload
    def __getitem__(self, index: slice) -> RecordSet[R_co]: ...
    def __getitem__(self, index: int | str | slice) -> R_co | RecordSet[R_co]:
        if isinstance(index, str):
            found = self._index.get(index, ())
            current = [record for record in found if record.slug == index] or found
            if len(current) == 1:
                return current[0]
            if current:
                raise AmbiguousName(index, tuple(record.id for record in current))
            import difflib  # noqa: PLC0415  needed for errors only

            raise RecordNotFound(index, tuple(difflib.get_close_matches(index, sorted(self._index), 3, 0.5)))
        if isinstance(index, slice):
            return RecordSet(self._items[index], reason=self.reason)
        return self._items[index]

    def __contains__(self, item: object) -> bool:
        if isinstance(item, str):
            return item in self._index
        slug = getattr(item, "slug", None)
        return any(record == item for record in self._index.get(slug, ())) if isinstance(slug, str) else False

    def get(self, slug: str) -> R_co | None:
        """The record of a slug, or None.

        Raises:
            AmbiguousName: in a set of several kinds, when two of them have the slug.

        """
        return self[slug] if slug in self._index else None

    @property
    def slugs(self) -> tuple[str, ...]:
        """The slugs, in the order of the records."""
        return tuple(record.slug for record in self._items)

    def __hash__(self) -> int:
        return hash(("RecordSet", self._items))

    def __reduce__(self) -> tuple[Any, ...]:
        return _record_set, (self._items, self.reason)

    def __repr__(self) -> str:
        return super().__repr__().replace("<Answers", "<RecordSet", 1)


class LazyRecordSet(RecordSet[R_co]):
    """A record set that builds a record when it is first asked for by slug, and all of them when anything else is asked.

    Args:
        raw: slug to the object of a document, every slug and former slug once.
        decode: from such an object to the record.

    """

    __slots__ = ("_built", "_decode", "_raw")
    _raw: dict[str, Any]
    _decode: Callable[[Any], Any]
    _built: dict[str, Any]

    def __init__(self, raw: dict[str, Any], decode: Callable[[Any], Any]) -> None:
        for name, value in (("_raw", raw), ("_decode", decode), ("_built", {}), ("reason", "")):
            object.__setattr__(self, name, value)

    def _one(self, slug: str) -> Any:
        # A race builds a record twice and keeps one: setdefault is atomic.
        return self._built.get(slug) or self._built.setdefault(slug, self._decode(self._raw[slug]))

    def __getattr__(self, name: str) -> Any:
        if name not in {"_items", "_index"}:
            raise AttributeError(name)
        RecordSet.__init__(self, [self._one(slug) for slug in self._raw])
        return getattr(self, name)

    @overload
    def __getitem__(self, index: int | str) -> R_co: ...
    @overload
    def __getitem__(self, index: slice) -> RecordSet[R_co]: ...
    def __getitem__(self, index: int | str | slice) -> R_co | RecordSet[R_co]:
        if isinstance(index, str) and index in self._raw:
            found: R_co = self._one(index)
            return found
        return super().__getitem__(index)


def _record_set(items: tuple[Any, ...], reason: str) -> RecordSet[Any]:
    return RecordSet(items, reason=reason)
