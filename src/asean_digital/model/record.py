"""`Record`: what the fourteen kinds have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

import attrs

from asean_digital.errors import InvalidQuery
from asean_digital.model import _spec
from asean_digital.model._spec import Rule, item_key, rule, spec_at
from asean_digital.model.evidence import Citation, Dispute, Gap, ReadingRole
from asean_digital.model.wording import Wording, WordingStatus, best
from asean_digital.values import Ref, When, _checks
from asean_digital.values._checks import Broken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from asean_digital.model.topic import Topic

_FIRST = ("slug", "names", "summary", "topics")
_LAST = ("citations", "disputes", "gaps", "former_slugs")
APPARATUS = frozenset(("slug", *_LAST))
"""The fields that are no statement: the id and what stands beside the values."""


def in_order(_cls: type, fields: list[attrs.Attribute[Any]]) -> list[attrs.Attribute[Any]]:
    """Put the fields of a kind in the order of documents: names first, evidence last."""
    by_name = {field.name: field for field in fields}
    own = [name for name in by_name if name not in _FIRST and name not in _LAST]
    return [by_name[name] for name in (*_FIRST, *own, *_LAST)]


def locate(subject: object, path: str) -> Any:
    """The value at a path of a record: a field, an item, or a field of a part; None where the path leads to nothing.

    Raises:
        InvalidQuery: when the path is misspelt.

    """
    spec_at(type(subject), path)
    value: Any = subject
    for name in path.split("/"):
        if isinstance(value, tuple):
            value = next((item for item in value if (item_key(item) or str(item)) == name), None)
        else:
            value = getattr(value, name)
        if value is None:
            return None
    return value


@rule("names")
def _has_a_name(subject: Any) -> Iterator[tuple[str, Broken, object]]:
    if not subject.names:
        yield "names", Broken("must not be empty", "give the record a name"), None


@rule("citations")
def _supports_lead_somewhere(subject: Any) -> Iterator[tuple[str, Broken, object]]:
    for number, citation in enumerate(subject.citations):
        where = f"citations/{number}/supports"
        if not citation.supports:
            yield where, Broken("must not be empty on a record", "name the paths of the fields that it supports"), None
        for path in citation.supports:
            try:
                spec = spec_at(type(subject), path)
                value = locate(subject, path)
            except InvalidQuery as error:
                yield where, Broken("must be a path of this record", str(error)), path
                continue
            if path in APPARATUS or spec.is_part:
                yield where, Broken("must be a plain field", "put the citation on the part itself"), path
            elif spec.curated:
                yield where, Broken("must not be a curated field", "what we order ourselves needs no source"), path
            elif value in (None, ()):
                yield where, Broken("must be a field that has a value", "leave the path out, or fill the field"), path


@rule("citations")
def _plain_fields_are_cited(subject: Any) -> Iterator[tuple[str, Broken, object]]:
    if subject.CURATED:
        return
    supported = {path for citation in subject.citations for path in citation.supports}
    supported |= {dispute.path for dispute in subject.disputes if any(r.role is ReadingRole.HELD for r in dispute.readings)}
    for name, spec, _ in _spec.fields(type(subject)):
        value = getattr(subject, name)
        if name in APPARATUS or spec.curated or spec.is_part or value in (None, ()):
            continue
        if name not in supported:
            paths = [f"{name}/{item_key(item)}" for item in value] if spec.many else [name]
            for path in paths:
                if path not in supported:
                    yield path, Broken("must have a citation", f"add a citation whose supports name {path!r}"), value


@rule("citations")
def _wordings_are_cited(subject: Any) -> Iterator[tuple[str, Broken, object]]:
    if subject.CURATED:
        return
    for name, spec, _ in _spec.fields(type(subject)):
        if spec.types != (Wording,) or not spec.many:
            continue
        for wording in getattr(subject, name):
            if wording.status is not WordingStatus.OURS and not wording.citations:
                yield f"{name}/{wording.key}", Broken("must have a citation", "cite it, or give it the status ours"), wording.text


@rule("disputes")
def _disputes_hold_the_value(subject: Any) -> Iterator[tuple[str, Broken, object]]:
    for dispute in subject.disputes:
        where = f"disputes/{dispute.path}"
        try:
            spec = spec_at(type(subject), dispute.path)
            value = locate(subject, dispute.path)
        except InvalidQuery as error:
            yield where, Broken("must be a path of this record", str(error)), dispute.path
            continue
        if dispute.path.partition("/")[0] in APPARATUS:
            yield where, Broken("must dispute a value", "only values are disputed"), dispute.path
            continue
        held = None
        for number, reading in enumerate(dispute.readings):
            if reading.role is ReadingRole.HELD:
                held = reading.value
            if reading.value is not None:
                for problem in spec.problems(reading.value, f"{where}/readings/{number}/value"):
                    yield problem.path, Broken(problem.rule, problem.way_out), reading.value
        if (held if held != () else None) != (value if value != () else None):
            yield where, Broken("must hold the value of the record", "make the held reading and the value equal"), held


@rule("gaps")
def _gaps_are_empty(subject: Any) -> Iterator[tuple[str, Broken, object]]:
    for gap in subject.gaps:
        try:
            value = locate(subject, gap.path)
        except InvalidQuery as error:
            yield f"gaps/{gap.path}", Broken("must be a path of this record", str(error)), gap.path
            continue
        if value not in (None, ()):
            yield f"gaps/{gap.path}", Broken("must be empty where there is a gap", "remove the gap or the value"), value


RECORD_RULES = (
    _has_a_name,
    _supports_lead_somewhere,
    _plain_fields_are_cited,
    _wordings_are_cited,
    _disputes_hold_the_value,
    _gaps_are_empty,
)
"""The rules of every record."""


class Pending(_spec.Checked):
    """A record of which some fields are not yet decoded.

    The first answer of a process needs one field of one record, and a large record holds a thousand parts. `_pending` gives the
    value of a field by name; a slot that is not yet filled asks it once. A record made by its constructor has none.
    """

    __slots__ = ("_pending",)

    @classmethod
    def pending(cls, decode: Callable[[str], Any]) -> Self:
        """A record whose fields are decoded when they are first read; for data that is proved sound as a whole."""
        record = cls.__new__(cls)
        object.__setattr__(record, "_pending", decode)
        return record


@attrs.frozen(kw_only=True, init=False, repr=False, eq=False, field_transformer=in_order)
class Record(Pending):
    """What every record has: an id, names, topics, and beside them the evidence.

    A field holds one plain value, the preferred reading. Who says so and who says otherwise is reached by path:
    `asean_digital.evidence`.
    """

    RULES: ClassVar[tuple[Rule, ...]] = RECORD_RULES
    KIND: ClassVar[str] = ""
    CURATED: ClassVar[bool] = False
    OFTEN_ASKED: ClassVar[dict[str, str]] = {}
    TIME: ClassVar[tuple[str, ...]] = ()
    _OFTEN_ASKED_OF_ALL: ClassVar[dict[str, str]] = {
        "title": ".name, or .name_in(lang)",
        "kind": ".ref.kind",
        "source": "asean_digital.evidence(record, path)",
        "sources": "asean_digital.evidence(record, path)",
        "certainty": "asean_digital.evidence(record, path).certainty",
        "description": ".summary",
        "aliases": ".names",
        "url": "citation.url(address) of its citations, or .full_text where the kind has one",
    }

    slug: str = attrs.field(metadata=_spec.text(_checks.record_slug, curated=True))
    """Lower-case words joined by hyphens, unique in its kind; with a namespace for a user's own records."""
    names: tuple[Wording, ...] = attrs.field(metadata=_spec.parts(Wording))
    """Its names in every language seen, with their standing."""
    summary: tuple[Wording, ...] = attrs.field(default=(), metadata=_spec.parts(Wording, ours=True, curated=True))
    """What it is, in our words."""
    topics: tuple[Ref[Topic], ...] = attrs.field(default=(), metadata=_spec.refs("topic", curated=True))
    """The subjects that we map it to."""
    citations: tuple[Citation, ...] = attrs.field(default=(), metadata=_spec.parts(Citation))
    """The sources of its plain fields."""
    disputes: tuple[Dispute, ...] = attrs.field(default=(), metadata=_spec.parts(Dispute))
    """What sources disagree on."""
    gaps: tuple[Gap, ...] = attrs.field(default=(), metadata=_spec.parts(Gap))
    """What we looked for and did not find."""
    former_slugs: tuple[str, ...] = attrs.field(default=(), metadata=_spec.texts(_checks.record_slug, curated=True))
    """The slugs that it had in earlier versions of the data."""

    @property
    def id(self) -> str:
        """``kind:slug``, unique over all records."""
        return f"{self.KIND}:{self.slug}"

    @property
    def ref(self) -> Ref[Self]:
        """The reference to this record."""
        return Ref(self.id)

    @property
    def moment(self) -> When | None:
        """When it was, is or will be, by the field of its kind that tells; None where none does."""
        return next((value for name in self.TIME if (value := getattr(self, name)) is not None), None)

    @property
    def name(self) -> str:
        """The name that is best for display: English where there is one, else Vietnamese, else the first."""
        return (best(self.names, "en") or best(self.names, "vi") or self.names[0]).text

    def name_in(self, lang: str) -> str | None:
        """The best name in a language, a BCP 47 tag; None where none was seen."""
        wording = self.wording(lang)
        return wording.text if wording else None

    def wording(self, lang: str) -> Wording | None:
        """The best name in a language with its standing and citations; None where none was seen."""
        return best(self.names, lang)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.slug}: {self.name}>"

    def _repr_html_(self) -> str:
        from asean_digital.exports.card import of_record  # noqa: PLC0415  upwards: only a notebook asks for it

        return of_record(self)

    if not TYPE_CHECKING:  # to a type checker a misspelt attribute is an error

        def __getattr__(self, name: str) -> Any:
            # Reached only by a field that is not yet decoded, or by a name that does not exist: say what was probably meant.
            if name in _spec.specs(type(self)):
                value = self._pending(name)
                object.__setattr__(self, name, value)
                return value
            hints = {**Record._OFTEN_ASKED_OF_ALL, **type(self).OFTEN_ASKED}
            hint = f"; ask for {hints[name]}" if name in hints else ""
            msg = f"{type(self).__name__!r} object has no attribute {name!r}{hint}"
            raise AttributeError(msg, name=name, obj=self)

    def __hash__(self) -> int:
        # By id: to hash every part would cost forty times as much.
        return hash((self.KIND, self.slug))
