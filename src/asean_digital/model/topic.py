"""`Topic`: a subject of the taxonomy."""

from __future__ import annotations

from typing import ClassVar

import attrs

from asean_digital.model import _spec
from asean_digital.model.record import Record, in_order
from asean_digital.values import Ref


@attrs.frozen(kw_only=True, repr=False, eq=False, field_transformer=in_order)
class Topic(Record):
    """A subject. The taxonomy is ours: it has no citations.

    Example:
        >>> import asean_digital as ad
        >>> ad.topics["ai-governance"].broader
        Ref('topic:artificial-intelligence')

    """

    KIND: ClassVar[str] = "topic"
    CURATED: ClassVar[bool] = True
    OFTEN_ASKED: ClassVar[dict[str, str]] = {
        "narrower": "asean_digital.load().referrers(topic, Topic)",
        "label": ".name_in(lang)",
    }

    broader: Ref[Topic] | None = attrs.field(default=None, metadata=_spec.ref("topic", curated=True))
    """The wider subject."""
    related: tuple[Ref[Topic], ...] = attrs.field(default=(), metadata=_spec.refs("topic", curated=True))
    """Neighbouring subjects; the relation is symmetric."""
