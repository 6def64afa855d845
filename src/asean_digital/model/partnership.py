"""`Partnership`: ASEAN's cooperation with one partner, in stages."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import attrs

from asean_digital.model import _spec
from asean_digital.model.record import Record, in_order
from asean_digital.model.stage import Stage
from asean_digital.values import Ref

if TYPE_CHECKING:
    from asean_digital.model.party import Party


@attrs.frozen(kw_only=True, repr=False, eq=False, field_transformer=in_order)
class Partnership(Record):
    """ASEAN's cooperation with one partner. Counts of partners are statistics; the lists behind them are here, and inferred.

    Example:
        >>> import asean_digital as ad
        >>> ad.partnerships["japan"].partner
        Ref('party:japan')

    """

    KIND: ClassVar[str] = "partnership"
    OFTEN_ASKED: ClassVar[dict[str, str]] = {
        "plans": "asean_digital.load().referrers(partnership.partner, Plan)",
        "since": ".stages, each with .since",
        "level": ".stages, each with .form",
    }

    partner: Ref[Party] = attrs.field(metadata=_spec.ref("party"))
    """The partner."""
    stages: tuple[Stage, ...] = attrs.field(default=(), metadata=_spec.parts(Stage))
    """Its stages over time."""
