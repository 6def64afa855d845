"""`Registry`: an immutable collection of records in which every reference resolves."""

from __future__ import annotations

import unicodedata
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar, overload

from asean_digital.errors import InvalidDocument, Problem, RecordNotFound, shown
from asean_digital.laws import broken_laws, references
from asean_digital.model import KINDS, kind_class
from asean_digital.model.record import Record
from asean_digital.sets import RecordSet, in_time
from asean_digital.values import Ref
from asean_digital.values._fold import fold
from asean_digital.values._index import Name, NameIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from asean_digital.model.agreement import Agreement
    from asean_digital.model.body import Body
    from asean_digital.model.declaration import Declaration
    from asean_digital.model.guide import Guide
    from asean_digital.model.meeting import Meeting
    from asean_digital.model.partnership import Partnership
    from asean_digital.model.party import Party
    from asean_digital.model.person import Person
    from asean_digital.model.plan import Plan
    from asean_digital.model.programme import Programme
    from asean_digital.model.series import MeetingSeries
    from asean_digital.model.source import Source
    from asean_digital.model.statistic import Statistic
    from asean_digital.model.topic import Topic
    from asean_digital.values import PartialDate

R = TypeVar("R", bound=Record)
T = TypeVar("T")


class Registry:
    """Records with unique ids, every reference resolved; immutable and picklable.

    Example:
        >>> import asean_digital as ad
        >>> registry = ad.load()
        >>> registry["meeting:adgmin-6"]
        <Meeting adgmin-6: 6th ASEAN Digital Ministers' Meeting>
        >>> "meeting:adgmin-99" in registry
        False

    Args:
        records: the records.
        over: a registry that references may point into; its records are not taken in.
        data_version: the version of the data.
        as_of: the day on which the data was last checked.
        check: whether to prove ids, references and laws; the packaged data is proved by its tests and not at every start.

    Raises:
        InvalidDocument: with every id that stands twice, reference that leads nowhere and law that is broken.

    """

    __slots__ = ("__dict__", "_by_id", "_layers", "_over", "as_of", "data_version")
    _by_id: dict[str, Record]
    _layers: dict[str, str]
    _over: Registry | None
    data_version: str | None
    as_of: PartialDate | None

    def __init__(
        self,
        records: Iterable[Record],
        *,
        over: Registry | None = None,
        data_version: str | None = None,
        as_of: PartialDate | None = None,
        check: bool = True,
        layers: dict[str, str] | None = None,
    ) -> None:
        by_id: dict[str, Record] = {}
        twice = []
        for record in records:
            if record.id in by_id or (over is not None and record.id in over):
                twice.append(
                    Problem(
                        record=record.id,
                        path="slug",
                        rule="must be unique in its kind",
                        value=shown(record.slug),
                        way_out="give your own record a namespace, like 'acme.workshop-1'",
                    )
                )
            else:
                by_id[record.id] = record
        ordered = dict(sorted(by_id.items()))
        for name, value in (
            ("_by_id", ordered),
            ("_over", over),
            ("data_version", data_version),
            ("as_of", as_of),
            ("_layers", layers or {}),
        ):
            object.__setattr__(self, name, value)
        if check:
            whole = {**{record.id: record for record in over}, **ordered} if over is not None else ordered
            problems = [*twice, *broken_laws(whole, frozenset(ordered))]
            if problems:
                raise InvalidDocument.of("not a sound set of records", tuple(problems))

    def __setattr__(self, name: str, value: object) -> None:
        msg = f"a Registry is immutable; {name!r} cannot be set; use .extended(records)"
        raise AttributeError(msg)

    def __iter__(self) -> Iterator[Record]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def __contains__(self, ref: object) -> bool:
        return (ref.text if isinstance(ref, Ref) else ref) in self._by_id

    @overload
    def __getitem__(self, ref: Ref[R]) -> R: ...
    @overload
    def __getitem__(self, ref: str) -> Record: ...
    def __getitem__(self, ref: Ref[Any] | str) -> Record:
        text = ref.text if isinstance(ref, Ref) else ref
        found = self._by_id.get(text) or self._former.get(text)
        if found is None:
            raise RecordNotFound(str(text), self.near(str(text)))
        return found

    @overload
    def get(self, ref: Ref[R]) -> R | None: ...
    @overload
    def get(self, ref: str) -> Record | None: ...
    def get(self, ref: Ref[Any] | str) -> Record | None:
        """The record of a reference or id, or None."""
        text = ref.text if isinstance(ref, Ref) else ref
        return self._by_id.get(text) or self._former.get(text)

    def of(self, cls: type[R]) -> RecordSet[R]:
        """The records of a kind, in order of time where it has one, else by slug."""
        found: RecordSet[R] = self._sets.get(cls.KIND, RecordSet())
        return found

    @overload
    def referrers(self, ref: Ref[Any] | str) -> RecordSet[Record]: ...
    @overload
    def referrers(self, ref: Ref[Any] | str, cls: type[R]) -> RecordSet[R]: ...
    def referrers(self, ref: Ref[Any] | str, cls: type[Record] = Record) -> RecordSet[Any]:
        """The records of a kind (of all, where none is named) that refer to a record, sources and topics included.

        Raises:
            RecordNotFound: when there is no such record.

        """
        target = self[ref].id
        return RecordSet(record for record in self._referrers.get(target, ()) if isinstance(record, cls))

    def extended(self, records: Iterable[Record]) -> Registry:
        """A new registry with these records beside its own; `layer` tells which are which.

        Raises:
            InvalidDocument: when an id stands already, a reference leads nowhere or a law is broken.

        """
        own = tuple(records)
        layers = {**self._layers, **{record.id: "own" for record in own}}
        return Registry((*self, *own), over=self._over, data_version=self.data_version, as_of=self.as_of, layers=layers)

    def layer(self, ref: Ref[Any] | str) -> str:
        """``"own"`` for a record that was added with `extended`, ``"packaged"`` for the others.

        Raises:
            RecordNotFound: when there is no such record.

        """
        return self._layers.get(self[ref].id, "packaged")

    def near(self, asked: str, kind: str | None = None) -> tuple[str, ...]:
        """Up to three ids whose slug or name is near the text, in any language, without marks: the best that a search finds, else what is least unlike.

        Args:
            asked: the text.
            kind: a kind to look in alone.

        """
        kinds = None if kind is None else frozenset((kind,))
        return tuple(found.owner for found in self.index.near(asked.partition(":")[2] or asked, kinds))

    def bearing(self, name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The ids of the records that bear a name or code exactly as printed, and of those that bear it but for case, marks and dashes."""
        text = " ".join(unicodedata.normalize("NFC", name).split())
        printed, folded = self._bearers
        return printed.get(text, ()), folded.get(fold(text), ())

    def derived(self, make: Callable[[Registry], T]) -> T:
        """What a function makes of this registry: made once, then kept with it, such as an index for a question.

        Args:
            make: a function of the registry alone, whose answer nobody changes; it is also the key.

        """
        if make not in self._derived:
            self._derived.setdefault(make, make(self))  # a race makes it twice and keeps one
        found: T = self._derived[make]
        return found

    @cached_property
    def _derived(self) -> dict[Any, Any]:
        return {}

    @cached_property
    def _bearers(self) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
        found: tuple[dict[str, set[str]], dict[str, set[str]]] = ({}, {})
        for record in self:
            for text in (*(wording.text for wording in record.names), *_codes(record)):
                found[0].setdefault(text, set()).add(record.id)
                found[1].setdefault(fold(text), set()).add(record.id)
        printed, folded = ({text: tuple(sorted(ids)) for text, ids in each.items()} for each in found)
        return printed, folded

    @cached_property
    def index(self) -> NameIndex:
        """The index of all names, codes and ids, made when it is first asked for; `asean_digital.search` rests on it.

        :meta private:
        """
        names = []
        for record in self:
            is_title = record.KIND == "source"  # the title of a page is often the name of what it is about
            owner = record.id
            names += [Name(wording.text, owner, False, is_title) for wording in record.names]  # noqa: FBT003  by position: thousands
            names += [Name(code, owner) for code in _codes(record)]
            names += [Name(slug, owner, True, is_title) for slug in (record.slug, *record.former_slugs)]  # noqa: FBT003
        return NameIndex(names)

    @cached_property
    def _former(self) -> dict[str, Record]:
        return {f"{record.KIND}:{slug}": record for record in self for slug in record.former_slugs}

    @cached_property
    def _sets(self) -> dict[str, RecordSet[Any]]:
        by_kind: dict[str, list[Record]] = {}
        for record in self:
            by_kind.setdefault(record.KIND, []).append(record)
        return {kind: RecordSet(found) for kind, found in by_kind.items()}

    @cached_property
    def _referrers(self) -> dict[str, tuple[Record, ...]]:
        found: dict[str, dict[str, Record]] = {}
        for record in self:
            for _, ref in references(record):
                found.setdefault(ref.text, {})[record.id] = record
        return {text: tuple(sorted(records.values(), key=in_time)) for text, records in found.items()}

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Registry):
            return NotImplemented
        return self._by_id == other._by_id and self.data_version == other.data_version and self.as_of == other.as_of

    def __hash__(self) -> int:
        return hash((tuple(self._by_id), self.data_version))

    def __reduce__(self) -> tuple[Any, ...]:
        return _registry, (tuple(self), self._over, self.data_version, self.as_of, self._layers)

    def __repr__(self) -> str:
        version = f", data {self.data_version}" if self.data_version else ""
        return f"<Registry: {len(self)} records{version}>"

    def _repr_html_(self) -> str:
        from asean_digital.exports.card import of_registry  # noqa: PLC0415  upwards: only a notebook asks for it

        return of_registry(self)

    parties: RecordSet[Party]
    bodies: RecordSet[Body]
    people: RecordSet[Person]
    meeting_series: RecordSet[MeetingSeries]
    meetings: RecordSet[Meeting]
    declarations: RecordSet[Declaration]
    plans: RecordSet[Plan]
    guides: RecordSet[Guide]
    agreements: RecordSet[Agreement]
    partnerships: RecordSet[Partnership]
    programmes: RecordSet[Programme]
    statistics: RecordSet[Statistic]
    topics: RecordSet[Topic]
    sources: RecordSet[Source]

    if not TYPE_CHECKING:  # to a type checker a misspelt attribute is an error

        def __getattr__(self, name: str) -> RecordSet[Any]:
            for kind, (_, _, plural) in KINDS.items():
                if plural == name:
                    return self.of(kind_class(kind))
            msg = f"'Registry' object has no attribute {name!r}; its sets are {', '.join(plural for _, _, plural in KINDS.values())}"
            raise AttributeError(msg, name=name, obj=self)


def _codes(record: Record) -> list[str]:
    codes = [getattr(record, name) for name in ("alpha2", "alpha3")] if record.KIND == "party" else []
    return [code for code in codes if code]


def _registry(
    records: tuple[Record, ...], over: Registry | None, data_version: str | None, as_of: PartialDate | None, layers: dict[str, str]
) -> Registry:
    return Registry(records, over=over, data_version=data_version, as_of=as_of, check=False, layers=layers)


__all__ = ["Registry"]
