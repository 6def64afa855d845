"""`Statistic`: a count, target, estimate or amount."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import attrs

from asean_digital.model import _spec
from asean_digital.model.record import Record, in_order
from asean_digital.values import PartialDate, Quantity, Ref, Term

if TYPE_CHECKING:
    from asean_digital.model.party import Party


class Nature(Term):
    """What a number is; a target is no result."""

    COUNT = "count", "count", "số đếm"
    TARGET = "target", "target", "mục tiêu"
    ESTIMATE = "estimate", "estimate", "ước tính"
    AMOUNT = "amount", "amount", "số tiền"


@attrs.frozen(kw_only=True, repr=False, eq=False, field_transformer=in_order)
class Statistic(Record):
    """A number that a source gives, with what it counts and what sort of number it is.

    Example:
        >>> import asean_digital as ad
        >>> ad.statistics["adm-2025-initiatives"].quantity.label("en")
        '82'

    """

    KIND: ClassVar[str] = "statistic"
    TIME: ClassVar[tuple[str, ...]] = ("as_of",)
    OFTEN_ASKED: ClassVar[dict[str, str]] = {
        "value": ".quantity, with .amount and .unit",
        "unit": ".quantity.unit",
        "year": ".as_of",
    }

    about: Ref[Record] | None = attrs.field(default=None, metadata=_spec.ref())
    """What it is about."""
    party: Ref[Party] | None = attrs.field(default=None, metadata=_spec.ref("party"))
    """The party that it is a number of."""
    quantity: Quantity | None = attrs.field(default=None, metadata=_spec.QUANTITY)
    """The number and its unit."""
    nature: Nature | None = attrs.field(default=None, metadata=_spec.term(Nature))
    """Count, target, estimate or amount."""
    as_of: PartialDate | None = attrs.field(default=None, metadata=_spec.DATE)
    """The moment that it is for."""

    @property
    def expected(self) -> bool:
        """Whether it was only announced: its quantity has citations, and all of them were written before the event."""
        cited = [citation.expected for citation in self.citations if "quantity" in citation.supports]
        return bool(cited) and all(cited)
