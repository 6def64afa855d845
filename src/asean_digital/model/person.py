"""`Person`: somebody whom a source names in an office or role."""

from __future__ import annotations

from typing import ClassVar

import attrs

from asean_digital.model import _spec
from asean_digital.model.office import Office
from asean_digital.model.record import Record, in_order


@attrs.frozen(kw_only=True, repr=False, eq=False, field_transformer=in_order)
class Person(Record):
    """A person of the public record, with the offices in which sources show them.

    Example:
        >>> import asean_digital as ad
        >>> ad.people["nguyen-manh-hung"].name
        'Nguyễn Mạnh Hùng'

    """

    KIND: ClassVar[str] = "person"
    OFTEN_ASKED: ClassVar[dict[str, str]] = {
        "post": ".offices, each with .post",
        "office": ".offices",
        "country": ".offices, each with .party",
        "party": ".offices, each with .party",
    }

    offices: tuple[Office, ...] = attrs.field(default=(), metadata=_spec.parts(Office))
    """The offices, each with the dates on which a source shows it."""
