"""`Programme`: a flagship, project, fund, award, conference series or network."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import attrs

from asean_digital.model import _spec
from asean_digital.model.prize import Prize
from asean_digital.model.record import Record, in_order
from asean_digital.values import Period, Quantity, Ref, Term

if TYPE_CHECKING:
    from asean_digital.model.body import Body
    from asean_digital.model.party import Party


class ProgrammeForm(Term):
    """What a programme is."""

    FLAGSHIP = "flagship", "flagship project", "dự án trọng điểm"
    PROJECT = "project", "project", "dự án"
    FUND = "fund", "fund", "quỹ"
    AWARD = "award", "award", "giải thưởng"
    CONFERENCE_SERIES = "conference_series", "conference series", "chuỗi hội nghị"
    NETWORK = "network", "network", "mạng lưới"


class ProgrammeStatus(Term):
    """How far a programme has come."""

    ANNOUNCED = "announced", "announced", "đã công bố"
    RUNNING = "running", "running", "đang triển khai"
    ENDED = "ended", "ended", "đã kết thúc"


@attrs.frozen(kw_only=True, repr=False, eq=False, field_transformer=in_order)
class Programme(Record):
    """A flagship, project, fund, award, conference series or network.

    Example:
        >>> import asean_digital as ad
        >>> ad.programmes["kadif"].partners
        (Ref('party:republic-of-korea'),)

    """

    KIND: ClassVar[str] = "programme"
    TIME: ClassVar[tuple[str, ...]] = ("period",)
    OFTEN_ASKED: ClassVar[dict[str, str]] = {"when": ".period", "winners": ".prizes", "partner": ".partners"}

    form: ProgrammeForm = attrs.field(metadata=_spec.term(ProgrammeForm, curated=True))
    """What it is."""
    partners: tuple[Ref[Party], ...] = attrs.field(default=(), metadata=_spec.refs("party"))
    """The partners that it is made with."""
    lead: tuple[Ref[Party | Body], ...] = attrs.field(default=(), metadata=_spec.refs("party", "body"))
    """Who leads it."""
    period: Period | None = attrs.field(default=None, metadata=_spec.PERIOD)
    """The years that it runs."""
    budget: Quantity | None = attrs.field(default=None, metadata=_spec.QUANTITY)
    """Its money."""
    status: ProgrammeStatus | None = attrs.field(default=None, metadata=_spec.term(ProgrammeStatus))
    """How far it has come."""
    prizes: tuple[Prize, ...] = attrs.field(default=(), metadata=_spec.parts(Prize))
    """The prizes of an award."""
