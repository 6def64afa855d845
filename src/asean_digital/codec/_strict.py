"""The strict entry of the decoder: inside cattrs, all problems of a record at once, also of one that fails elsewhere."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, cast

import attrs
import cattrs
from cattrs.gen import make_dict_structure_fn, override

from asean_digital.codec._decode import dispute_of, item_decoder, wrong
from asean_digital.errors import InvalidQuery, InvalidRecord, InvalidValue, Problem, shown
from asean_digital.model import KINDS, kind_class
from asean_digital.model._spec import Checked, Spec, fields, rule_problems
from asean_digital.model.evidence import Dispute
from asean_digital.model.record import Record
from asean_digital.values import Ref

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Refused(Exception):
    """Problems on the way up, their paths still relative."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(problems)
        self.problems = problems


def under(path: str, problem: Problem) -> Problem:
    """The problem with a path set before its own."""
    joined = "/".join(part for part in (path, problem.path) if part)
    return attrs.evolve(problem, path=joined)


def _problems_of(error: BaseException) -> Iterator[Problem]:
    """The problems that an exception of cattrs or of the model carries."""
    if isinstance(error, Refused):
        yield from error.problems
    elif isinstance(error, InvalidValue):
        yield error.problem
    elif isinstance(error, InvalidRecord):
        yield from error.problems
    elif isinstance(error, cattrs.ForbiddenExtraKeysError):
        for name in sorted(error.extra_fields, key=str):
            yield Problem(path=str(name), rule="is no field of this kind", way_out="remove it, or mend its spelling")
    elif isinstance(error, cattrs.ClassValidationError):
        yield from _problems_of_fields(error)
    else:
        raise error


def _problems_of_fields(error: cattrs.ClassValidationError) -> Iterator[Problem]:
    with_notes, without = error.group_exceptions()
    for inner, note in with_notes:
        if isinstance(inner, KeyError):
            yield Problem(path=note.name, rule="must be there", way_out="add the field")
        else:
            for problem in _problems_of(inner):
                yield under(note.name, problem)
    for inner in without:
        yield from _problems_of(inner)


def _mark(raw: Any, number: int) -> str:
    """The name of a raw item in a path: its key where it has one, else its number."""
    if isinstance(raw, dict):
        for name in ("key", "path"):
            if isinstance(raw.get(name), str):
                return str(raw[name])
    return str(number)


def _item_hook(spec: Spec) -> Callable[[Any], Any]:
    cls = spec.types[0]
    if issubclass(cls, Checked):
        return lambda raw: structure(cls, raw)
    return item_decoder(spec)


def _field_hook(owner: type, spec: Spec) -> Callable[[Any, Any], Any]:
    one = _item_hook(spec)

    def item(raw: Any) -> Any:
        value = one(raw)
        return dispute_of(owner, value) if isinstance(value, Dispute) and issubclass(owner, Record) else value

    def hook(raw: Any, _: Any) -> Any:
        problems: list[Problem] = []
        values = []
        if spec.many and type(raw) is not list:
            raise wrong("must be a list", raw)
        for number, each in enumerate(raw if spec.many else [raw]):
            mark = _mark(each, number) if spec.many else ""
            try:
                values.append(item(each))
            except (InvalidValue, InvalidRecord, Refused) as error:
                problems += [under(mark, problem) for problem in _problems_of(error)]
            except InvalidQuery as error:
                problems.append(Problem(path=mark, rule="must be a path of this record", value=shown(each.get("path")), way_out=str(error)))
        if problems:
            raise Refused(problems)
        value = tuple(values) if spec.many else values[0]
        found = [] if spec.types == (object,) else list(spec.problems(value, ""))
        if found:
            raise Refused([attrs.evolve(problem, path=problem.path.lstrip("/")) for problem in found])
        return value

    return hook


@cache
def _converter() -> cattrs.Converter:
    """A converter that knows every class of the model by its specs."""
    converter = cattrs.Converter(detailed_validation=True, forbid_extra_keys=True)

    names = {kind_class(kind).__name__: kind_class(kind) for kind in KINDS} | {"Record": Record}

    def factory(cls: type) -> Callable[[Any, Any], Any]:
        attrs.resolve_types(cls, localns=names)  # the names in Ref[...] are imported for type checkers only
        overrides: dict[str, Any] = {name: override(struct_hook=_field_hook(cls, spec)) for name, spec, _ in fields(cls)}
        return make_dict_structure_fn(cls, converter, _cattrs_forbid_extra_keys=True, _cattrs_detailed_validation=True, **overrides)

    converter.register_structure_hook_factory(lambda cls: isinstance(cls, type) and issubclass(cls, Checked), factory)
    return converter


def structure(cls: type[Checked], raw: Any) -> Any:
    """An instance of a class of the model from an object of a document.

    Raises:
        Refused: with every problem of every field, and of every rule whose fields are sound.

    """
    if type(raw) is not dict:
        raise Refused([Problem(rule="must be an object", value=shown(raw))])
    try:
        return _converter().structure(raw, cls)
    except cattrs.ClassValidationError as error:
        problems = list(_problems_of(error))
        broken_rules = set(problems)
        problems += [problem for problem in _sound_rules(cls, raw) if problem not in broken_rules]
        raise Refused(problems) from None


def _sound_rules(cls: type[Checked], raw: dict[str, Any]) -> Iterator[Problem]:
    """The problems that rules find when some other field of the record is broken: each runs if the fields that it reads are sound."""
    sound: dict[str, Any] = {}
    for name, spec, _ in fields(cls):
        if name in raw:
            try:
                sound[name] = _field_hook(cls, spec)(raw[name], None)
            except (InvalidValue, InvalidRecord, Refused):
                continue
        elif (default := attrs.fields_dict(cast("Any", cls))[name].default) is not attrs.NOTHING:
            sound[name] = default
    if len(sound) == len(fields(cls)):
        return  # the constructor ran them already
    partial: Any = object.__new__(cls)
    for name, value in sound.items():
        object.__setattr__(partial, name, value)
    for each in cls.RULES:
        if set(each.fields) <= set(sound):
            try:
                yield from rule_problems(each, partial)
            except AttributeError:
                continue  # it reads a broken field


def raw_references(cls: type, raw: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """The references of an object of a document that may be broken elsewhere, with their paths."""
    for name, spec, _ in fields(cls):
        held = raw.get(name) if isinstance(raw, dict) else None
        for number, item in enumerate(held if spec.many and isinstance(held, list) else [held]):
            where = "/".join(part for part in (path, name, _mark(item, number) if spec.many else "") if part)
            if spec.types == (Ref,) and isinstance(item, str):
                yield where, item
            elif issubclass(spec.types[0], Checked):
                yield from raw_references(spec.types[0], item, where)


__all__ = ["Refused", "raw_references", "structure", "under"]
