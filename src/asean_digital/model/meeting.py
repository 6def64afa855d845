"""`Meeting`: a meeting, session or event that was held, or is planned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import attrs

from asean_digital.model import _spec
from asean_digital.model._spec import Rule, rule
from asean_digital.model.act import Act
from asean_digital.model.item import Item
from asean_digital.model.record import RECORD_RULES, Record, in_order
from asean_digital.model.role import Role, RoleForm
from asean_digital.model.wording import Wording
from asean_digital.values import Ref, Term, When
from asean_digital.values._checks import Broken
from asean_digital.values.when import possibly_same

if TYPE_CHECKING:
    from collections.abc import Iterator

    from asean_digital.model.party import Party
    from asean_digital.model.series import MeetingSeries


class MeetingForm(Term):
    """What a meeting is."""

    MINISTERS = "ministers", "ministers' meeting", "hội nghị bộ trưởng"
    OFFICIALS = "officials", "senior officials' meeting", "hội nghị quan chức cao cấp"
    REGULATORS = "regulators", "regulators' meeting", "hội nghị cơ quan quản lý"
    SESSION = "session", "session", "phiên họp"
    OPENING = "opening", "opening ceremony", "lễ khai mạc"
    AWARDS = "awards", "award ceremony", "lễ trao giải"
    EXHIBITION = "exhibition", "exhibition", "triển lãm"
    PRESS_CONFERENCE = "press_conference", "press conference", "họp báo"
    SUMMIT = "summit", "summit", "hội nghị cấp cao"
    RETREAT = "retreat", "retreat", "hội nghị hẹp"
    CONFERENCE = "conference", "conference", "hội nghị chuyên đề"
    RECEPTION = "reception", "reception", "tiệc chiêu đãi"


class MeetingMode(Term):
    """How people met."""

    IN_PERSON = "in_person", "in person", "trực tiếp"
    VIRTUAL = "virtual", "virtual", "trực tuyến"
    HYBRID = "hybrid", "hybrid", "kết hợp trực tiếp và trực tuyến"


class MeetingStatus(Term):
    """Whether it came about."""

    HELD = "held", "held", "đã diễn ra"
    PLANNED = "planned", "planned", "dự kiến"
    CANCELLED = "cancelled", "cancelled", "đã hủy"


@rule("when", "when_overall")
def _within_the_week(subject: Any) -> Iterator[tuple[str, Broken, object]]:
    if subject.when and subject.when_overall and not possibly_same(subject.when, subject.when_overall):
        yield "when", Broken("must lie in when_overall", "check the two spans"), str(subject.when)


@attrs.frozen(kw_only=True, repr=False, eq=False, field_transformer=in_order)
class Meeting(Record):
    """A meeting, session or event.

    Example:
        >>> import asean_digital as ad
        >>> meeting = ad.meetings["adgmin-6"]
        >>> meeting.when.label("en"), meeting.when_overall.label("en")
        ('15-16 January 2026', '12-16 January 2026')
        >>> ad.meetings["adgmin-7"].when
        PartialDate(year=2027, month=1, day=None)

    """

    KIND: ClassVar[str] = "meeting"
    TIME: ClassVar[tuple[str, ...]] = ("when", "when_overall")
    RULES: ClassVar[tuple[Rule, ...]] = (*RECORD_RULES, _within_the_week)
    OFTEN_ASKED: ClassVar[dict[str, str]] = {
        "date": ".when, the body's own sessions, or .when_overall, the wider week",
        "dates": ".when, the body's own sessions, or .when_overall, the wider week",
        "start": ".when.earliest",
        "end": ".when.latest",
        "place": ".city, .venue or .country",
        "location": ".city, .venue or .country",
        "adopted": "asean_digital.outcomes(at=meeting)",
        "participants": ".roles",
        "number": ".ordinal, within .series",
    }

    form: MeetingForm = attrs.field(metadata=_spec.term(MeetingForm, curated=True))
    """What it is."""
    series: Ref[MeetingSeries] | None = attrs.field(default=None, metadata=_spec.ref("series", curated=True))
    """The line of meetings that it belongs to."""
    ordinal: int | None = attrs.field(default=None, metadata=_spec.NUMBER)
    """Its number in that series."""
    when: When | None = attrs.field(default=None, metadata=_spec.WHEN)
    """The body's own sessions."""
    when_overall: When | None = attrs.field(default=None, metadata=_spec.WHEN)
    """The wider week with related meetings."""
    city: tuple[Wording, ...] = attrs.field(default=(), metadata=_spec.parts(Wording))
    """The city."""
    venue: tuple[Wording, ...] = attrs.field(default=(), metadata=_spec.parts(Wording))
    """The building."""
    country: Ref[Party] | None = attrs.field(default=None, metadata=_spec.ref("party"))
    """The country."""
    mode: MeetingMode | None = attrs.field(default=None, metadata=_spec.term(MeetingMode))
    """In person, virtual or hybrid."""
    part_of: Ref[Meeting] | None = attrs.field(default=None, metadata=_spec.ref("meeting", curated=True))
    """The meeting that it was held within."""
    status: MeetingStatus | None = attrs.field(default=None, metadata=_spec.term(MeetingStatus))
    """Held, planned or cancelled."""
    theme: tuple[Wording, ...] = attrs.field(default=(), metadata=_spec.parts(Wording))
    """The theme."""
    roles: tuple[Role, ...] = attrs.field(default=(), metadata=_spec.parts(Role))
    """Who chaired, hosted, opened, addressed, attended."""
    agenda: tuple[Item, ...] = attrs.field(default=(), metadata=_spec.parts(Item))
    """What was on the table."""
    outcomes: tuple[Act, ...] = attrs.field(default=(), metadata=_spec.parts(Act))
    """What was adopted, welcomed, noted, agreed ..."""

    @property
    def chair(self) -> Role | None:
        """The role of the chair; None where none, or more than one, is recorded."""
        chairs = [role for role in self.roles if role.role is RoleForm.CHAIR and not role.expected]
        return chairs[0] if len(chairs) == 1 else None

    @property
    def host(self) -> Ref[Party] | None:
        """The party that hosted; None where none, or several, are recorded."""
        hosts = {role.party for role in self.roles if role.role is RoleForm.HOST and role.party}
        return hosts.pop() if len(hosts) == 1 else None
