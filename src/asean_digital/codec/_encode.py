"""The encoder: from values, parts and records to JSON types, defaults left out, keys in field order."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import attrs

from asean_digital.model._spec import Checked, fields
from asean_digital.model.evidence import Reading
from asean_digital.model.record import Record
from asean_digital.values import Bound, PartialDate, Period, Quantity, Ref, Term

if TYPE_CHECKING:
    import datetime


def encode(value: Any) -> Any:
    """JSON types of a value as they stand in a document."""
    if isinstance(value, tuple):
        return [encode(item) for item in value]
    if isinstance(value, Checked):
        return encode_object(value)
    if isinstance(value, Term | Bound):
        return value.value
    if isinstance(value, Ref | PartialDate | Period):
        return str(value)
    if isinstance(value, Quantity):
        return {"amount": f"{value.amount:f}", "unit": value.unit, "bound": value.bound.value}
    return value


def encode_object(value: Checked) -> dict[str, Any]:
    """JSON types of a record or part: only the fields that hold something, in field order."""
    return {
        name: encode(held)
        for name, _, _ in fields(type(value))
        if (held := getattr(value, name)) not in (None, (), False) or (name == "value" and isinstance(value, Reading))
    }


def to_dict(thing: Any) -> Any:
    """JSON types of anything that the library gives: a record, part, value, answer row, set or registry.

    A record begins with its ``id``; what is empty is left out.

    Example:
        >>> import asean_digital as ad
        >>> ad.to_dict(ad.meetings["adgmin-7"])["when"]
        '2027-01'

    Args:
        thing: what to convert; the types of JSON go through as they are.

    Returns:
        A dict for a record, part or row; a list for a set; text for a date, reference or enum member.

    """
    if isinstance(thing, Record):
        return {"id": thing.id, **encode_object(thing)}
    if isinstance(thing, Checked | Term | Bound | Ref | PartialDate | Period | Quantity):
        return encode(thing)
    if isinstance(thing, Decimal):
        return f"{thing:f}"
    if attrs.has(type(thing)):
        return {field.name: to_dict(getattr(thing, field.name)) for field in attrs.fields(type(thing))}
    if isinstance(thing, dict):
        return {str(key): to_dict(value) for key, value in thing.items()}
    if thing is None or isinstance(thing, str | int | float):
        return str(thing) if isinstance(thing, str) else thing
    if hasattr(thing, "isoformat"):
        day: datetime.date = thing
        return day.isoformat()
    return [to_dict(item) for item in thing]
