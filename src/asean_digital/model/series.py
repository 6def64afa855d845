"""`MeetingSeries`: a line of numbered meetings; ordinals belong to a series."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import attrs

from asean_digital.model import _spec
from asean_digital.model.record import Record, in_order
from asean_digital.values import Ref, Term

if TYPE_CHECKING:
    from asean_digital.model.body import Body
    from asean_digital.model.party import Party


class Level(Term):
    """Who meets in a series."""

    SUMMIT = "summit", "summit", "cấp cao"
    MINISTERIAL = "ministerial", "ministerial", "cấp bộ trưởng"
    SENIOR_OFFICIALS = "senior_officials", "senior officials", "cấp quan chức cao cấp"
    REGULATORS = "regulators", "regulators", "cơ quan quản lý"
    WORKING_GROUP = "working_group", "working group", "nhóm công tác"
    NETWORK = "network", "network", "mạng lưới"
    EXPERT = "expert", "experts", "chuyên gia"
    BUSINESS = "business", "business", "doanh nghiệp"


@attrs.frozen(kw_only=True, repr=False, eq=False, field_transformer=in_order)
class MeetingSeries(Record):
    """A line of meetings with ordinals of its own: the 5th Japan-ASEAN session was held at the 6th ADGMIN.

    Example:
        >>> import asean_digital as ad
        >>> ad.meeting_series["adgmin"].level.label("en")
        'ministerial'

    """

    KIND: ClassVar[str] = "series"
    OFTEN_ASKED: ClassVar[dict[str, str]] = {"meetings": "asean_digital.load().referrers(series, Meeting)"}

    body: Ref[Body] | None = attrs.field(default=None, metadata=_spec.ref("body"))
    """The body that meets."""
    partner: Ref[Party] | None = attrs.field(default=None, metadata=_spec.ref("party"))
    """The partner that ASEAN meets in it."""
    level: Level = attrs.field(metadata=_spec.term(Level, curated=True))
    """Who meets."""
