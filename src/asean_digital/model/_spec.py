"""What a field holds, said once: from a `Spec` follow the constructor's checks, the codec, the schema and the strategies.

A class of the model lists its fields with ``attrs.field(metadata=...)``; the metadata is one of the specs below. The
annotations beside them say the same to type checkers, and a test proves that the two agree.
"""

from __future__ import annotations

from functools import cache, cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypeVar

import attrs

from asean_digital.errors import InvalidQuery, InvalidRecord, Problem, shown
from asean_digital.values import Bound, PartialDate, Period, Quantity, Ref, _checks
from asean_digital.values._checks import Broken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

T = TypeVar("T")
KINDS_ANY: Final = ("*",)


@attrs.frozen(slots=False, repr=False, eq=False)  # compared by identity: two methods less to make at every start
class Spec:
    """What one field holds."""

    types: tuple[type, ...]
    """The classes of its value, or of each item."""
    check: Callable[[Any], Broken | None] | None = None
    """The named check of each value."""
    many: bool = False
    """Whether the field is a tuple."""
    kinds: tuple[str, ...] = ()
    """For references: the kinds that they may point at; ``*`` for every kind."""
    curated: bool = False
    """Whether the field is our ordering and needs no source."""
    ours: bool = False
    """For wordings: all of them are our own words."""
    phrase: bool = False
    """For wordings: each is a short phrase of a source, at most twelve words."""

    @cached_property
    def any_value(self) -> bool:
        """Whether the field takes any value: a rule of the record looks at it."""
        return self.types == (object,)

    @cached_property
    def is_part(self) -> bool:
        """Whether the values are parts, each with a key and, as a rule, its own citations."""
        return issubclass(self.types[0], Part)

    @cached_property
    def one(self) -> Spec:
        """The spec of a single item."""
        return attrs.evolve(self, many=False) if self.many else self

    @property
    def metadata(self) -> dict[str, Spec]:
        """The metadata of an attrs field."""
        return {"spec": self}

    def broken(self, item: Any) -> Broken | None:
        """The rule that one value, or one item of a tuple, breaks."""
        if type(item) not in self.types:
            return Broken(f"must be {' or '.join(sorted(cls.__name__ for cls in self.types))}")
        if self.check is not None and (broken := self.check(item)) is not None:
            return broken
        if self.kinds and self.kinds != KINDS_ANY and item.text.partition(":")[0] not in self.kinds:
            return Broken(f"must refer to a {' or '.join(self.kinds)}")
        if (self.phrase or self.ours) and item.status.value != "ours":
            if self.ours:
                return Broken("must have the status ours", "use our own words")
            if len(item.text.split()) > _checks.WORDS_OF_A_PHRASE:
                return Broken(f"must have at most {_checks.WORDS_OF_A_PHRASE} words", "take the short phrase, or use our own words")
        return None

    def twice(self, value: tuple[Any, ...]) -> list[int]:
        """The numbers of the items that stand a second time."""
        marks = [item.key for item in value] if self.is_part else list(value)
        return [number for number, mark in enumerate(marks) if mark in marks[:number]]

    def problems(self, value: Any, path: str) -> Iterator[Problem]:
        """What is wrong with a value of this field."""
        if not self.many:
            if broken := self.broken(value):
                yield Problem(path=path, rule=broken.rule, value=shown(value), way_out=broken.way_out)
            return
        if type(value) is not tuple:
            yield Problem(path=path, rule="must be a tuple", value=shown(value), way_out="write (item,) for a single item")
            return
        places = [f"{path}/{item_key(item) or number}" for number, item in enumerate(value)]
        sound = True
        for place, item in zip(places, value, strict=True):
            if broken := self.broken(item):
                sound = False
                yield Problem(path=place, rule=broken.rule, value=shown(item), way_out=broken.way_out)
        for number in self.twice(value) if sound else ():
            rule = "must stand only once in its field"
            yield Problem(path=places[number], rule=rule, value=shown(item_key(value[number]) or value[number]))


def item_key(item: object) -> str:
    """The name of an item in a path: the key of a part, the text of a reference."""
    if isinstance(item, Ref):
        return item.text
    return getattr(item, "key", "") if isinstance(item, Part) else ""


def text(check: Callable[[str], Broken | None] = _checks.text, *, curated: bool = False) -> dict[str, Spec]:
    """A text with its named check."""
    return Spec((str,), check=check, curated=curated).metadata


def texts(check: Callable[[str], Broken | None] = _checks.text, *, curated: bool = False) -> dict[str, Spec]:
    """A tuple of texts."""
    return Spec((str,), check=check, many=True, curated=curated).metadata


def term(cls: type, *, curated: bool = False) -> dict[str, Spec]:
    """A member of a closed vocabulary."""
    return Spec((cls,), curated=curated).metadata


def ref(*kinds: str, curated: bool = False) -> dict[str, Spec]:
    """A reference to a record of one of the kinds; of any kind where none is named."""
    return Spec((Ref,), kinds=kinds or KINDS_ANY, curated=curated).metadata


def refs(*kinds: str, curated: bool = False) -> dict[str, Spec]:
    """A tuple of references."""
    return Spec((Ref,), kinds=kinds or KINDS_ANY, many=True, curated=curated).metadata


def parts(cls: type, *, ours: bool = False, phrase: bool = False, curated: bool = False) -> dict[str, Spec]:
    """A tuple of parts, each with its key."""
    return Spec((cls,), many=True, ours=ours, phrase=phrase, curated=curated).metadata


NUMBER: Final = Spec((int,), check=_checks.positive).metadata
LINES: Final = Spec((int,), check=_checks.positive, many=True).metadata
FLAG: Final = Spec((bool,)).metadata
DATE: Final = Spec((PartialDate,)).metadata
DATES: Final = Spec((PartialDate,), many=True).metadata
CURATED_DATE: Final = Spec((PartialDate,), curated=True).metadata
PERIOD: Final = Spec((Period,)).metadata
WHEN: Final = Spec((PartialDate, Period)).metadata
UNTIL: Final = Spec((PartialDate, Bound)).metadata
QUANTITY: Final = Spec((Quantity,)).metadata
ANY: Final = Spec((object,)).metadata


@attrs.frozen(repr=False, eq=False)  # compared by identity: two methods less to make at every start
class Rule:
    """A rule over several fields of one class; it reads only the fields that it names, so it runs on a part of a document too."""

    fields: tuple[str, ...]
    check: Callable[[Any], Iterable[tuple[str, Broken, object]]]


def rule(*fields: str) -> Callable[[Callable[[Any], Iterable[tuple[str, Broken, object]]]], Rule]:
    """Make a `Rule` of a function from the object to (path, broken rule, value) triples."""
    return lambda check: Rule(fields, check)


class Checked:
    """A class whose constructor runs every check of its fields and every rule, and raises all problems in one group."""

    __slots__ = ()
    RULES: ClassVar[tuple[Rule, ...]] = ()

    def __attrs_post_init__(self) -> None:
        get, holders = _holders(type(self))
        for value, (holds, empty) in zip(get(self), holders, strict=True):
            if value is not empty and not holds(value):
                problems = tuple(self._broken_fields())
                break
        else:
            problems = tuple(self._broken_rules()) if self.RULES else ()
        if problems:
            raise InvalidRecord.of(f"not a valid {type(self).__name__}", problems)

    # One method for all classes instead of one generated for each: a millisecond and a half at every start.
    def __repr__(self) -> str:
        said = ", ".join(f"{name}={getattr(self, name)!r}" for name, _, _ in fields(type(self)))
        return f"{type(self).__name__}({said})"

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        get = _values(type(self))
        return self is other or bool(get(self) == get(other))

    def __hash__(self) -> int:
        return hash((type(self).__name__, _values(type(self))(self)))

    def _broken_fields(self) -> Iterator[Problem]:
        for name, spec, optional in fields(type(self)):
            value = getattr(self, name)
            if not (spec.any_value or (value is None and optional)):
                yield from spec.problems(value, name)

    def _broken_rules(self) -> Iterator[Problem]:
        for each in self.RULES:
            yield from rule_problems(each, self)


class Part(Checked):
    """Everything inside a record that can be true or false by itself: it has a key and its own citations."""

    __slots__ = ()


def rule_problems(each: Rule, subject: object) -> Iterator[Problem]:
    """The problems that one rule finds in an object, or in a namespace with the fields that it reads."""
    for path, broken, value in each.check(subject):
        yield Problem(path=path, rule=broken.rule, value="" if value is None else shown(value), way_out=broken.way_out)


def per_class(function: Callable[[type], T]) -> Callable[[type], T]:
    """Cache what a function says of a class."""
    return cache(function)


@per_class
def fields(cls: type) -> tuple[tuple[str, Spec, bool], ...]:
    """Name, spec and whether None is allowed, for each field of a class of the model, in the order of documents."""
    return tuple((each.name, each.metadata["spec"], each.default is None) for each in attrs.fields(cls))


@per_class
def _values(cls: type) -> Callable[[Any], tuple[Any, ...]]:
    """How to get all values of an instance at once."""
    return attrgetter(*(name for name, _, _ in fields(cls)))


@per_class
def _holders(cls: type) -> tuple[Callable[[Any], tuple[Any, ...]], tuple[tuple[Callable[[Any], bool], Any], ...]]:
    """How to get the values of an instance, and for each field whether a value is sound and which value is its empty one.

    This runs for every part of every record at every start: what is known of a field is worked out here, once.
    """
    checked = [(name, spec, optional) for name, spec, optional in fields(cls) if not spec.any_value]
    holders = tuple((_holder(spec), None if optional else ()) for _, spec, optional in checked)
    return attrgetter(*(name for name, _, _ in checked)), holders


def _holder(spec: Spec) -> Callable[[Any], bool]:
    """Whether a value of a field breaks no rule; `Spec.problems` says which."""
    one = _item_holder(spec)
    if not spec.many:
        return one

    def every(value: Any) -> bool:
        if type(value) is not tuple:
            return False
        for item in value:  # not all(): a generator would cost more than the check
            if not one(item):
                return False
        return len(value) < 2 or not spec.twice(value)

    return every


def _item_holder(spec: Spec) -> Callable[[Any], bool]:
    (cls, *others), check = spec.types, spec.check
    if others or spec.phrase or spec.ours or spec.kinds not in ((), KINDS_ANY):

        def one(item: Any) -> bool:
            return spec.broken(item) is None

    elif check is not None:

        def one(item: Any) -> bool:
            return type(item) is cls and check(item) is None

    else:

        def one(item: Any) -> bool:
            return type(item) is cls

    return one


@per_class
def specs(cls: type) -> dict[str, Spec]:
    """The specs of a class by field name."""
    return {name: spec for name, spec, _ in fields(cls)}


def spec_at(cls: type, path: str) -> Spec:
    """The spec of what stands at a path of a class: a field, an item, or a field of a part.

    Raises:
        InvalidQuery: when no path of that class begins like this; the message names near ones.

    """
    names = path.split("/")
    spec = specs(cls).get(names[0])
    if spec is None:
        raise InvalidQuery(_unknown_path(cls, path, names[0], tuple(specs(cls))))
    position = 1
    while position < len(names):
        if spec.many and (spec.is_part or spec.kinds or spec.types == (PartialDate,)):
            spec = spec.one
        elif spec.is_part and not spec.many:
            inner = specs(spec.types[0])
            if names[position] not in inner:
                raise InvalidQuery(_unknown_path(spec.types[0], path, names[position], tuple(inner)))
            spec = inner[names[position]]
        else:
            msg = f"path {path!r} goes below {'/'.join(names[:position])!r}, which holds a plain value"
            raise InvalidQuery(msg)
        position += 1
    return spec


def _unknown_path(cls: type, path: str, name: str, known: tuple[str, ...]) -> str:
    import difflib  # noqa: PLC0415  needed for errors only

    near = difflib.get_close_matches(name, known, 3)
    hint = f"near: {', '.join(near)}" if near else f"its fields are {', '.join(known)}"
    return f"path {path!r}: {cls.__name__} has no field {name!r}; {hint}"
