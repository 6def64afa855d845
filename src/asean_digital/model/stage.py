"""`Stage`: a stage of a partnership."""

from __future__ import annotations

from typing import ClassVar

import attrs

from asean_digital.model import _spec
from asean_digital.model._spec import Rule
from asean_digital.model.evidence import PART_RULES, Citation, CitedPart
from asean_digital.model.lasting import Lasting, ends_after_it_began
from asean_digital.values import PartialDate, Term, Until, _checks


class StageForm(Term):
    """A stage of a partnership with ASEAN."""

    SECTORAL_DIALOGUE = "sectoral_dialogue", "sectoral dialogue partner", "đối tác đối thoại theo lĩnh vực"
    FULL_DIALOGUE = "full_dialogue", "dialogue partner", "đối tác đối thoại"
    STRATEGIC = "strategic", "strategic partner", "đối tác chiến lược"
    COMPREHENSIVE_STRATEGIC = "comprehensive_strategic", "comprehensive strategic partner", "đối tác chiến lược toàn diện"
    DEVELOPMENT = "development", "development partner", "đối tác phát triển"
    DIGITAL_MINISTERIAL = "digital_ministerial", "digital cooperation at ministerial level", "hợp tác số cấp bộ trưởng"
    DIGITAL_SENIOR_OFFICIALS = (
        "digital_senior_officials",
        "digital cooperation at senior officials' level",
        "hợp tác số cấp quan chức cao cấp",
    )
    CONSULTATION = "consultation", "consultation", "tham vấn"
    INFORMAL_RELATIONS = "informal_relations", "informal relations", "quan hệ không chính thức"


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Stage(CitedPart, Lasting):
    """A stage of a partnership."""

    RULES: ClassVar[tuple[Rule, ...]] = (*PART_RULES, ends_after_it_began)

    key: str = attrs.field(metadata=_spec.text(_checks.slug))
    """A slug, unique in its field."""
    form: StageForm = attrs.field(metadata=_spec.term(StageForm))
    """Which stage."""
    since: PartialDate | None = attrs.field(default=None, metadata=_spec.DATE)
    """Its first day."""
    until: Until | None = attrs.field(default=None, metadata=_spec.UNTIL)
    """The first day on which it no longer held; `OPEN`, `UNKNOWN`, or None: nothing said."""
    citations: tuple[Citation, ...] = attrs.field(default=(), metadata=_spec.parts(Citation))
    """Who says so."""
