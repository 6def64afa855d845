"""`Body`: a standing body, such as the ministers' meeting as an institution, a council or a working group."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import attrs

from asean_digital.model import _spec
from asean_digital.model._spec import Rule
from asean_digital.model.act import Act
from asean_digital.model.lasting import Lasting, ends_after_it_began
from asean_digital.model.record import RECORD_RULES, Record, in_order
from asean_digital.model.role import Role
from asean_digital.model.wording import Wording
from asean_digital.values import PartialDate, Ref, Term, Until

if TYPE_CHECKING:
    from asean_digital.model.party import Party


class BodyForm(Term):
    """What a body is."""

    MINISTERIAL_MEETING = "ministerial_meeting", "ministerial meeting", "hội nghị bộ trưởng"
    SENIOR_OFFICIALS_MEETING = "senior_officials_meeting", "senior officials' meeting", "hội nghị quan chức cao cấp"
    REGULATORS_COUNCIL = "regulators_council", "regulators' council", "hội đồng cơ quan quản lý"
    WORKING_GROUP = "working_group", "working group", "nhóm công tác"
    NETWORK = "network", "network", "mạng lưới"
    SECRETARIAT = "secretariat", "secretariat", "ban thư ký"
    MINISTRY = "ministry", "ministry", "bộ"
    DEPARTMENT = "department", "department", "vụ"
    BUSINESS_COUNCIL = "business_council", "business council", "hội đồng doanh nghiệp"
    CENTRE = "centre", "centre", "trung tâm"


class BodyStatus(Term):
    """Whether a body exists."""

    PROPOSED = "proposed", "proposed", "đề xuất thành lập"
    ACTIVE = "active", "active", "đang hoạt động"
    RENAMED = "renamed", "renamed", "đã đổi tên"
    DISSOLVED = "dissolved", "dissolved", "đã giải thể"


@attrs.frozen(kw_only=True, repr=False, eq=False, field_transformer=in_order)
class Body(Record, Lasting):
    """A standing body. A proposal of one has the status `proposed` and is no body yet.

    Example:
        >>> import asean_digital as ad
        >>> ad.bodies["wg-ti"].status.label("en")
        'proposed'

    """

    KIND: ClassVar[str] = "body"
    RULES: ClassVar[tuple[Rule, ...]] = (*RECORD_RULES, ends_after_it_began)
    OFTEN_ASKED: ClassVar[dict[str, str]] = {
        "chair": "asean_digital.chair(series, on=...) of its series, or .roles",
        "founded": ".established, or .since",
        "members": "asean_digital.members(on) for the members of ASEAN",
    }

    form: BodyForm = attrs.field(metadata=_spec.term(BodyForm, curated=True))
    """What it is."""
    parent: Ref[Body] | None = attrs.field(default=None, metadata=_spec.ref("body"))
    """The body that it stands under."""
    predecessor: Ref[Body] | None = attrs.field(default=None, metadata=_spec.ref("body"))
    """The body that it was before a renaming."""
    status: BodyStatus | None = attrs.field(default=None, metadata=_spec.term(BodyStatus))
    """Whether it exists."""
    since: PartialDate | None = attrs.field(default=None, metadata=_spec.DATE)
    """The first day of this status."""
    until: Until | None = attrs.field(default=None, metadata=_spec.UNTIL)
    """The first day on which the status no longer held; `OPEN`, `UNKNOWN`, or None: nothing said."""
    established: PartialDate | None = attrs.field(default=None, metadata=_spec.DATE)
    """When it was founded."""
    mandate: tuple[Wording, ...] = attrs.field(default=(), metadata=_spec.parts(Wording, phrase=True))
    """What it is for, in short phrases."""
    lead: tuple[Ref[Party], ...] = attrs.field(default=(), metadata=_spec.refs("party"))
    """The parties that lead it."""
    roles: tuple[Role, ...] = attrs.field(default=(), metadata=_spec.parts(Role))
    """Its chairs over time."""
    acts: tuple[Act, ...] = attrs.field(default=(), metadata=_spec.parts(Act))
    """What it did outside a meeting that we record."""
