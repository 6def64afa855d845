"""Strategies of parts and records, derived from the specs of their fields."""

# ruff: noqa: D417  Hypothesis itself passes `draw`; no caller gives it

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, TypeVar, cast

import attrs
from hypothesis import strategies as st

from asean_digital.model import KINDS, kind_class
from asean_digital.model._spec import KINDS_ANY, Checked, Rule, Spec, fields, item_key, rule_problems, specs
from asean_digital.model.evidence import Citation, Dispute, Gap, Reading, ReadingRole
from asean_digital.model.record import APPARATUS, RECORD_RULES, Record
from asean_digital.model.wording import Wording, WordingStatus
from asean_digital.testing._values import CHECKS, VALUES, refs
from asean_digital.values import Ref, Term, _checks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

C = TypeVar("C", bound=Checked)

_EMPTY = (None, ())
_status = st.sampled_from([status for status in WordingStatus if status is not WordingStatus.OURS])


def _unique(items: Iterable[Any]) -> tuple[Any, ...]:
    """The items without those whose key, or whose whole, stood before."""
    return tuple({item_key(item) or item: item for item in reversed(list(items))}.values())[::-1]


class Maker:
    """Draws what a spec asks for.

    Args:
        draw: as Hypothesis gives it.
        targets: by kind, what references may point at; None for anything.

    """

    def __init__(self, draw: st.DrawFn, targets: Mapping[str, tuple[Ref[Any], ...]] | None = None) -> None:
        self.draw = draw
        self.targets = targets

    # -- single values ---------------------------------------------------------------------------------------------------------

    def chance(self, one_in: int) -> bool:
        """Whether to do what is done once in so many times; what Hypothesis shrinks to is not to do it."""
        return self.draw(st.integers(0, one_in - 1)) == one_in - 1

    def _pool(self, spec: Spec) -> tuple[Ref[Any], ...]:
        kinds = tuple(KINDS) if spec.kinds == KINDS_ANY else spec.kinds
        return tuple(ref for kind in kinds for ref in (self.targets or {}).get(kind, ()))

    def possible(self, spec: Spec) -> bool:
        """Whether a value of a field can be made: whether there is something that its references may point at."""
        if self.targets is None:
            return True
        if spec.kinds:
            return bool(self._pool(spec))
        return not issubclass(spec.types[0], Checked) or all(self.possible(inner) for inner in required(spec.types[0]))

    def item(self, spec: Spec) -> Any:
        """One value of a field, or one item of a tuple."""
        cls = spec.types[0]
        if cls is Wording:
            return self.wording(ours=spec.ours)
        if issubclass(cls, Checked):
            return self.part(cls)
        if spec.kinds and self.targets is not None:
            return self.draw(st.sampled_from(self._pool(spec)))
        if spec.kinds:
            return self.draw(refs(None if spec.kinds == KINDS_ANY else self.draw(st.sampled_from(spec.kinds))))
        if spec.check:
            return self.draw(CHECKS[spec.check])
        if issubclass(cls, Term):
            return self.draw(st.sampled_from(cls))
        return self.draw(st.one_of(*(VALUES[each] for each in spec.types)))

    def filled(self, spec: Spec) -> Any:
        """A value of a field that is not empty."""
        if not spec.many:
            return self.item(spec)
        items = _unique(self.item(spec) for _ in range(self.draw(st.integers(1, 2))))
        return tuple(sorted(items)) if issubclass(spec.types[0], int | str) else items

    def value(self, spec: Spec, *, optional: bool) -> Any:
        """A value of a field; empty half of the time where it may be."""
        if optional or spec.many:
            empty: Any = () if spec.many else None
            return self.filled(spec) if self.possible(spec) and self.draw(st.booleans()) else empty
        return self.item(spec)

    # -- parts -----------------------------------------------------------------------------------------------------------------

    def mended(self, cls: type, values: dict[str, Any], rules: Iterable[Rule]) -> dict[str, Any]:
        """The values of a class with its rules kept: what a rule complains of is emptied where it is filled, filled where it is empty."""
        while broken := {p.path.partition("/")[0] for rule in rules for p in rule_problems(rule, SimpleNamespace(**values))}:
            for name, spec, optional in fields(cls):
                if name in broken:
                    empty: Any = () if spec.many else None
                    may_be_empty = values[name] != empty and (optional or spec.many)
                    values[name] = empty if may_be_empty else self.filled(spec)
        return values

    def part(self, cls: type[C], **given: Any) -> C:
        """A part, or a citation."""
        if cls is Wording:
            return cast("C", attrs.evolve(self.wording(), **given))
        values = {name: given[name] if name in given else self.value(spec, optional=optional) for name, spec, optional in fields(cls)}
        if cls is Citation:
            values["supports"] = given.get("supports", ())
        return cls(**self.mended(cls, values, cls.RULES))

    def citations(self, least: int = 1) -> tuple[Citation, ...]:
        """One citation or two."""
        return tuple(dict.fromkeys(self.part(Citation) for _ in range(self.draw(st.integers(least, 2)))))

    def wording(self, *, ours: bool = False, cited: bool | None = None) -> Wording:
        """A wording whose key begins with its language; ours, or with citations, or, where `cited` is None, maybe without."""
        ours = ours or self.chance(3)
        lang = self.draw(CHECKS[_checks.language])
        key = lang if self.draw(st.booleans()) else f"{lang}-{self.draw(CHECKS[_checks.slug])}"
        bare = ours or (cited is None and self.draw(st.booleans()))
        return Wording(
            key=key,
            text=self.draw(CHECKS[_checks.text]),
            lang=lang,
            status=WordingStatus.OURS if ours else self.draw(_status),
            citations=() if bare else self.citations(),
        )

    # -- records ---------------------------------------------------------------------------------------------------------------

    def record(self, cls: type[Record], given: Mapping[str, Any], own: Maker | None = None) -> Record:
        """A record: first its values, then the evidence that its rules ask for.

        Args:
            cls: the class of its kind.
            given: values of fields.
            own: what makes its own references, where these may point at fewer records than those of its parts.

        """
        values: dict[str, Any] = {}
        for name, spec, optional in fields(cls):
            if name in given:
                values[name] = given[name]
            elif spec.types == (Wording,) and not spec.ours:
                least = 1 if name == "names" else 0
                count = self.draw(st.integers(least, 2))
                values[name] = _unique(self.wording(cited=None if cls.CURATED else True) for _ in range(count))
            elif name in APPARATUS - {"slug"}:
                values[name] = ()
            else:
                values[name] = (own if own and spec.kinds else self).value(spec, optional=optional)
        self.mended(cls, values, [rule for rule in cls.RULES if rule not in RECORD_RULES])
        if "disputes" not in given and not cls.CURATED:
            values["disputes"] = tuple(self._disputes(cls, values))
        if "gaps" not in given:
            values["gaps"] = tuple(self._gaps(cls, values))
        if "citations" not in given and not cls.CURATED:
            values["citations"] = self._supporting(cls, values)
        if "former_slugs" not in given and self.chance(4):
            values["former_slugs"] = (f"former-{values['slug'].replace('.', '-')}",)
        return cls(**values)

    def _supporting(self, cls: type[Record], values: dict[str, Any]) -> tuple[Citation, ...]:
        """Citations that support every plain field: whole, or item by item."""
        paths: list[str] = []
        for name, spec, _ in fields(cls):
            if name in APPARATUS or spec.curated or spec.is_part or values[name] in _EMPTY:
                continue
            by_item = spec.many and spec.kinds and self.draw(st.booleans())
            paths += [f"{name}/{item_key(item)}" for item in values[name]] if by_item else [name]
        if not paths:
            return ()
        found = self.citations(least=2 if self.draw(st.booleans()) else 1)
        supports: dict[Citation, list[str]] = {citation: [] for citation in found}
        for path in paths:
            chosen = self.draw(st.sampled_from(found))
            for citation in found:
                if citation is chosen or self.chance(3):
                    supports[citation].append(path)
        return tuple(attrs.evolve(citation, supports=tuple(paths)) for citation, paths in supports.items() if paths)

    def _disputes(self, cls: type[Record], values: dict[str, Any]) -> Iterator[Dispute]:
        places = [place for place in _places(cls, values) if not place[1].curated and not _is_ours(place[2]) and self.possible(place[1])]
        taken: list[str] = []
        while places and len(taken) < 2 and self.chance(3):
            path, spec, value = self.draw(st.sampled_from(places))
            if all(path != other and not path.startswith(f"{other}/") and not other.startswith(f"{path}/") for other in taken):
                taken.append(path)
                yield self.dispute(path, spec, value)

    def dispute(self, path: str, spec: Spec, value: Any) -> Dispute:
        """A dispute at a path: the held reading first, or, where the value is empty, none held."""
        readings = [] if value in _EMPTY else [self.part(Reading, value=value, role=ReadingRole.HELD, citations=self.citations())]
        while len(readings) < 2 or (len(readings) < 3 and self.chance(4)):
            other = self.filled(spec)
            if isinstance(value, Checked):
                other = attrs.evolve(other, key=value.key, **({"lang": value.lang} if isinstance(value, Wording) else {}))  # type: ignore[attr-defined]
            role = self.draw(st.sampled_from((ReadingRole.RIVAL, ReadingRole.EARLIER)))
            readings = list(dict.fromkeys((*readings, self.part(Reading, value=other, role=role, citations=self.citations()))))
        return Dispute(path=path, readings=tuple(readings), reason=self.draw(CHECKS[_checks.text]))

    def _gaps(self, cls: type[Record], values: dict[str, Any]) -> Iterator[Gap]:
        disputed = {dispute.path for dispute in values["disputes"]}
        empty = [path for path, _, value in _places(cls, values) if value in _EMPTY and path not in disputed]
        while empty and self.chance(3):
            path = self.draw(st.sampled_from(empty))
            empty.remove(path)
            yield Gap(path=path, note=self.draw(CHECKS[_checks.text]))


def required(cls: type) -> Iterator[Spec]:
    """The specs of the fields of a class that have no default, and of the citations of its rules."""
    for field in attrs.fields(cls):
        if field.default is attrs.NOTHING or field.name == "citations":
            yield specs(cls)[field.name]


def _is_ours(value: Any) -> bool:
    return isinstance(value, Wording) and value.status is WordingStatus.OURS


def _places(cls: type, values: Mapping[str, Any]) -> Iterator[tuple[str, Spec, Any]]:
    """What may be disputed or missing: fields, parts, and the plain fields of parts, each with path, spec and value."""
    for name, spec, _ in fields(cls):
        value = values[name]
        if name in APPARATUS:
            continue
        if not spec.is_part:
            yield name, spec, value
            continue
        if not value:
            yield name, spec, value
        for part in value:
            yield f"{name}/{part.key}", spec.one, part
            if not isinstance(part, Wording):
                for inner, inner_spec, inner_optional in fields(type(part)):
                    held = getattr(part, inner)
                    if inner not in {"key", "citations"} and not inner_spec.is_part and (held not in _EMPTY or inner_optional):
                        yield f"{name}/{part.key}/{inner}", inner_spec, held


# -- the strategies ------------------------------------------------------------------------------------------------------------


@st.composite
def citations(draw: st.DrawFn, /, **given: Any) -> Citation:
    """Citations as they stand on a part: with an empty `supports`, sometimes expected.

    Example:
        >>> from hypothesis import given
        >>> @given(citations(expected=True))
        ... def test_lines_have_anchors(citation):
        ...     assert citation.anchors or not citation.lines

    Args:
        **given: values of fields.

    """
    return Maker(draw).part(Citation, **given)


@st.composite
def wordings(draw: st.DrawFn, /, *, ours: bool = False, cited: bool | None = None) -> Wording:
    """Names and phrases with their key, language and standing.

    Example:
        >>> from hypothesis import given
        >>> @given(wordings(ours=True))
        ... def test_our_own_words_have_no_source(wording):
        ...     assert not wording.citations

    Args:
        ours: whether all are our own words.
        cited: True: what is not ours has citations, as on a record; None: some has none, as in a part.

    """
    return Maker(draw).wording(ours=ours, cited=cited)


@st.composite
def parts(draw: st.DrawFn, /, cls: type[C], **given: Any) -> C:
    """Parts of a class of the model, such as acts, roles, items.

    Example:
        >>> from hypothesis import given
        >>> from asean_digital import Act, Verb
        >>> @given(parts(Act, verb=Verb.ADOPTED))
        ... def test_acts_say_what_was_done(act):
        ...     assert act.target or act.words

    Args:
        cls: the class.
        **given: values of fields.

    """
    return Maker(draw).part(cls, **given)


@st.composite
def records(draw: st.DrawFn, /, kind: str | type[Record] | None = None, **given: Any) -> Record:
    """Records that keep all their rules, with evidence, disputes and gaps; their references need not resolve.

    Example:
        >>> from hypothesis import given
        >>> @given(records("meeting", status=None))
        ... def test_meetings_have_a_name(meeting):
        ...     assert meeting.name

    Args:
        kind: a kind or its class; None for all.
        **given: values of fields.

    """
    chosen = draw(st.sampled_from(tuple(KINDS))) if kind is None else kind
    return Maker(draw).record(kind_class(chosen) if isinstance(chosen, str) else chosen, given)
