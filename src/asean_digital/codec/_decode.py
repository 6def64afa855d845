"""The decoder: from the JSON types of a document to the classes of the model, with strict scalars.

It has two entries. `decoder` trusts the shape of the packaged data and stops at the first thing that is wrong; the converter of
`codec._strict` uses the same decoders inside cattrs and reports everything that is wrong. A test proves that both give equal
records.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import attrs

from asean_digital.errors import InvalidQuery, InvalidRecord, InvalidValue, Problem, shown
from asean_digital.model._spec import Checked, Spec, fields, per_class, spec_at, specs
from asean_digital.model.evidence import Dispute, Reading
from asean_digital.model.record import Record
from asean_digital.values import Bound, PartialDate, Period, Quantity, QuantityBound, Ref, Term
from asean_digital.values.when import parse_edtf, parse_until

if TYPE_CHECKING:
    from collections.abc import Callable

_DECIMAL = r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?"


def wrong(rule: str, raw: object, way_out: str = "") -> InvalidValue:
    """An error of one value, whose path is added further up."""
    return InvalidValue(Problem(rule=rule, value=shown(raw), way_out=way_out))


def _exactly(cls: type, name: str) -> Callable[[Any], Any]:
    def decode(raw: Any) -> Any:
        if type(raw) is not cls:
            raise wrong(f"must be {name}", raw)
        return raw

    return decode


_text = _exactly(str, "text")


def _from_text(parse: Callable[[str], Any]) -> Callable[[Any], Any]:
    def decode(raw: Any) -> Any:
        return parse(_text(raw))

    return decode


def _term(cls: type[Term]) -> Callable[[Any], Any]:
    members = {member.value: member for member in cls}

    def decode(raw: Any) -> Any:
        found = members.get(_text(raw))
        if found is None:
            raise wrong("must be one of " + ", ".join(sorted(members)), raw)
        return found

    return decode


def _quantity(raw: Any) -> Quantity:
    """A quantity from ``{"amount": "82", "unit": "count", "bound": "exact"}``."""
    names = ("amount", "unit", "bound")
    if type(raw) is not dict or set(raw) != set(names):
        raise wrong(
            "must be an object with amount, unit and bound", raw, 'write it like {"amount": "82", "unit": "count", "bound": "exact"}'
        )
    amount = _text(raw["amount"])
    if not re.fullmatch(_DECIMAL, amount):
        raise wrong("must be decimal text", amount, "write it like '224000000000' or '9.9', without commas or exponent")
    from decimal import Decimal  # noqa: PLC0415  as in the class

    return Quantity(Decimal(amount), _text(raw["unit"]), _term(QuantityBound)(raw["bound"]))


@lru_cache(maxsize=4096)
def _shared_ref(text: str) -> Ref[Any]:
    """A reference, made once: thousands of citations name a few hundred sources."""
    return Ref(text)


def _ref(raw: Any) -> Ref[Any]:
    return _shared_ref(_text(raw))


def _identity(raw: Any) -> Any:
    return raw


_SCALARS: dict[tuple[type, ...], Callable[[Any], Any]] = {
    (str,): _text,
    (int,): _exactly(int, "a whole number"),
    (bool,): _exactly(bool, "true or false"),
    (PartialDate,): _from_text(PartialDate.parse),
    (Period,): _from_text(Period.parse),
    (PartialDate, Period): _from_text(parse_edtf),
    (PartialDate, Bound): _from_text(parse_until),
    (Quantity,): _quantity,
    (Ref,): _ref,
    (object,): _identity,
}


def item_decoder(spec: Spec) -> Callable[[Any], Any]:
    """The decoder of one value, or of one item of a tuple."""
    cls = spec.types[0]
    if issubclass(cls, Checked):
        return decoder(cls)
    if issubclass(cls, Term):
        return _term(cls)
    return _SCALARS[spec.types]


def field_decoder(spec: Spec) -> Callable[[Any], Any]:
    """The decoder of a whole field."""
    one = item_decoder(spec)
    if not spec.many:
        return one

    def decode(raw: Any) -> Any:
        if type(raw) is not list:
            raise wrong("must be a list", raw)
        return tuple([one(item) for item in raw])

    return decode


def decode_disputes(cls: type, raw: list[dict[str, Any]]) -> tuple[Dispute, ...]:
    """The disputes of a record, their readings typed like what they dispute."""
    return tuple([dispute_of(cls, decoder(Dispute)(item)) for item in raw])


def dispute_of(cls: type, dispute: Dispute) -> Dispute:
    """A dispute whose readings hold raw values, with the values typed like what stands at its path."""
    decode = field_decoder(spec_at(cls, dispute.path))
    readings = tuple(
        [
            reading
            if reading.value is None
            else Reading(value=decode(reading.value), role=reading.role, citations=reading.citations, note=reading.note)
            for reading in dispute.readings
        ]
    )
    return Dispute(path=dispute.path, readings=readings, reason=dispute.reason)


@per_class
def table(cls: type) -> dict[str, Callable[[Any], Any]]:
    """The decoders of a class by field name."""
    decoders = {name: field_decoder(spec) for name, spec, _ in fields(cls)}
    if issubclass(cls, Record):
        decoders["disputes"] = lambda raw: decode_disputes(cls, raw)
    return decoders


@per_class
def decoder(cls: type) -> Callable[[dict[str, Any]], Any]:
    """The decoder of a class: from an object of a document to an instance, constructor checks included.

    It raises at the first thing that is wrong; `codec.loads` reports all.
    """
    decoders: dict[str, Callable[[Any], Any]] = {}

    def decode(raw: dict[str, Any]) -> Any:
        if not decoders:
            decoders.update(table(cls))  # not earlier: classes may hold themselves
        return cls(**{name: decoders[name](value) for name, value in raw.items()})

    return decode


def pending(cls: type[Record], text: str) -> Any:
    """A packaged record whose fields are decoded, and checked, when they are first read; that it is sound as a whole the tests prove."""
    raw = json.loads(text)
    decoders = table(cls)

    def decode(name: str) -> Any:
        if name not in raw:
            return attrs.fields_dict(cls)[name].default
        value = decoders[name](raw[name])
        problems = tuple(specs(cls)[name].problems(value, name))
        if problems:
            raise InvalidRecord.of(f"not a valid {cls.__name__}", problems)
        return value

    return cls.pending(decode)


__all__ = ["InvalidQuery", "InvalidRecord", "decoder", "dispute_of", "field_decoder", "item_decoder", "table", "wrong"]
