"""`Act`: who did what to which document or about which matter, in the verb of the source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import attrs

from asean_digital.model import _spec
from asean_digital.model._spec import Rule, rule
from asean_digital.model.evidence import PART_RULES, Citation, CitedPart
from asean_digital.model.wording import Wording
from asean_digital.values import PartialDate, Ref, Term, _checks
from asean_digital.values._checks import Broken

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Self

    from asean_digital.model.body import Body
    from asean_digital.model.meeting import Meeting
    from asean_digital.model.party import Party
    from asean_digital.model.person import Person
    from asean_digital.model.record import Record
    from asean_digital.model.topic import Topic


class Verb(Term):
    """The verb of an act, as the source words it; `cues` are the Vietnamese words that show it."""

    cues: tuple[str, ...]

    def __new__(cls, value: str, en: str = "", vi: str = "", *cues: str) -> Self:
        """Make a verb from its value, its labels and, where they differ from the Vietnamese label, its cues."""
        member = object.__new__(cls)
        member._value_ = value
        member._en = en
        member._vi = vi
        member.cues = cues or (vi,)
        return member

    ADOPTED = "adopted", "adopted", "thông qua"
    APPROVED = "approved", "approved", "phê duyệt"
    ENDORSED = "endorsed", "endorsed", "tán thành"
    SIGNED = "signed", "signed", "ký kết", "ký"
    WELCOMED = "welcomed", "welcomed", "hoan nghênh"
    NOTED = "noted", "noted", "ghi nhận"
    ACKNOWLEDGED = "acknowledged", "acknowledged", "công nhận"
    APPRECIATED = "appreciated", "appreciated", "đánh giá cao"
    ISSUED = "issued", "issued", "ban hành", "ban hành", "ra Tuyên bố"
    ANNOUNCED = "announced", "announced", "công bố"
    LAUNCHED = "launched", "launched", "ra mắt"
    AGREED = "agreed", "agreed", "nhất trí", "nhất trí", "thống nhất"
    COMMITTED = "committed", "committed to", "cam kết"
    REAFFIRMED = "reaffirmed", "reaffirmed", "khẳng định lại"
    AFFIRMED = "affirmed", "affirmed", "khẳng định"
    PROPOSED = "proposed", "proposed", "đề xuất"
    AMENDED = "amended", "amended", "sửa đổi"
    ESTABLISHED = "established", "established", "thành lập"
    SET_UP = "set_up", "set up", "thiết lập"
    INITIATED = "initiated", "initiated", "khởi xướng", "khởi xướng", "sáng kiến"
    STRESSED = "stressed", "stressed", "nhấn mạnh"
    DISCUSSED = "discussed", "discussed", "thảo luận", "thảo luận", "trao đổi"
    ENCOURAGED = "encouraged", "encouraged", "khuyến khích"
    PROMOTED = "promoted", "promoted", "thúc đẩy"
    IDENTIFIED = "identified", "identified", "xác định"
    HOPED = "hoped", "hoped for", "kỳ vọng", "kỳ vọng", "mong muốn"
    STATED = "stated", "stated", "nêu rõ", "nêu rõ", "cho biết"
    CALLED_FOR = "called_for", "called for", "kêu gọi"
    DRAWN_UP = "drawn_up", "drew up", "xây dựng"
    COMPLETED = "completed", "completed", "hoàn thành"
    IMPLEMENTED = "implemented", "implemented", "triển khai"
    OPERATED = "operated", "operated", "vận hành"
    FACILITATED = "facilitated", "facilitated", "tạo điều kiện"
    STRENGTHENED = "strengthened", "strengthened", "tăng cường"
    GUIDED = "guided", "continued to be guided by", "tiếp tục định hướng theo", "định hướng theo"
    RAISED = "raised", "raised", "nâng cao"
    REDUCED = "reduced", "reduced", "giảm"
    STUDIED = "studied", "studied", "nghiên cứu"
    ATTRACTED = "attracted", "attracted", "thu hút"
    RECEIVED = "received", "received", "nhận được"
    PREPARED = "prepared", "prepared", "chuẩn bị"
    RECOMMENDED = "recommended", "recommended", "khuyến nghị"
    ENVISIONED = "envisioned", "envisioned", "đề ra tầm nhìn", "tầm nhìn"
    INTEGRATED = "integrated", "built in", "lồng ghép"
    INCREASED = "increased", "increased", "gia tăng"
    CREATED = "created", "created", "tạo khuôn khổ"
    CONSOLIDATED = "consolidated", "consolidated", "củng cố"
    INVITED = "invited", "invited", "mời"
    REGARDED = "regarded", "regarded as", "coi", "coi", "coi đây là"

    @property
    def is_acceptance(self) -> bool:
        """Whether the verb makes an instrument accepted: adopted, approved, endorsed or signed."""
        return self in {Verb.ADOPTED, Verb.APPROVED, Verb.ENDORSED, Verb.SIGNED}


@rule("target", "words")
def _says_what(subject: Any) -> Iterator[tuple[str, Broken, object]]:
    if subject.target is None and not subject.words:
        yield "words", Broken("must not be empty where there is no target", "name the document or give the words"), None


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Act(CitedPart):
    """One act: adopted, welcomed, noted ... a document, or a matter in words.

    Acceptance lives in acts, never on the instrument: ask `asean_digital.adoption`.
    """

    RULES: ClassVar[tuple[Rule, ...]] = (*PART_RULES, _says_what)

    key: str = attrs.field(metadata=_spec.text(_checks.slug))
    """A slug, unique in its field."""
    verb: Verb = attrs.field(metadata=_spec.term(Verb))
    """The verb of the source."""
    target: Ref[Record] | None = attrs.field(default=None, metadata=_spec.ref())
    """The record that it was done to."""
    words: tuple[Wording, ...] = attrs.field(default=(), metadata=_spec.parts(Wording, phrase=True))
    """What it was about, in short phrases."""
    topics: tuple[Ref[Topic], ...] = attrs.field(default=(), metadata=_spec.refs("topic"))
    """The topics that we map it to."""
    by: Ref[Body | Party | Person | Meeting] | None = attrs.field(default=None, metadata=_spec.ref("body", "party", "person", "meeting"))
    """Who did it; None means the record itself."""
    on: PartialDate | None = attrs.field(default=None, metadata=_spec.DATE)
    """The day; None means an unknown day of its meeting's `when`."""
    citations: tuple[Citation, ...] = attrs.field(default=(), metadata=_spec.parts(Citation))
    """Who says so."""
