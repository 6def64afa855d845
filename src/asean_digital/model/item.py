"""`Item`: a component, priority area or point of an agenda."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from asean_digital.model import _spec
from asean_digital.model.evidence import Citation, CitedPart
from asean_digital.model.wording import Wording
from asean_digital.values import Ref, Term, _checks

if TYPE_CHECKING:
    from asean_digital.model.record import Record
    from asean_digital.model.topic import Topic


class ItemForm(Term):
    """What an item is."""

    VISION = "vision", "vision", "tầm nhìn"
    PILLAR = "pillar", "pillar", "trụ cột"
    STRATEGIC_THRUST = "strategic_thrust", "strategic thrust", "định hướng chiến lược trọng tâm"
    STRATEGIC_DIRECTION = "strategic_direction", "strategic direction", "định hướng chiến lược"
    PARADIGM_SHIFT = "paradigm_shift", "paradigm shift", "chuyển dịch"
    DESIRED_OUTCOME = "desired_outcome", "desired outcome", "kết quả mong muốn"
    ENABLING_ACTION = "enabling_action", "enabling action", "hành động hỗ trợ"
    OBJECTIVE = "objective", "objective", "mục tiêu"
    ACTIVITY = "activity", "activity", "hoạt động"
    PRIORITY = "priority", "priority area", "lĩnh vực ưu tiên"
    AGENDA_ITEM = "agenda_item", "agenda item", "nội dung nghị sự"
    POLICY_AXIS = "policy_axis", "policy axis", "trục chính sách"


class ItemStage(Term):
    """Which state of a document an item was seen in."""

    DRAFT = "draft", "draft", "dự thảo"
    FINAL = "final", "final", "chính thức"


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Item(CitedPart):
    """A component of a plan, one of its priority areas, or a point of an agenda, in the source's words."""

    key: str = attrs.field(metadata=_spec.text(_checks.slug))
    """A slug, unique in its field."""
    form: ItemForm = attrs.field(metadata=_spec.term(ItemForm))
    """What it is."""
    number: str | None = attrs.field(default=None, metadata=_spec.text())
    """Its number as printed."""
    words: tuple[Wording, ...] = attrs.field(default=(), metadata=_spec.parts(Wording, phrase=True))
    """The source's phrase, and its English or Vietnamese."""
    topics: tuple[Ref[Topic], ...] = attrs.field(default=(), metadata=_spec.refs("topic"))
    """The topics that we map it to."""
    refs: tuple[Ref[Record], ...] = attrs.field(default=(), metadata=_spec.refs())
    """The records that it names."""
    stage: ItemStage | None = attrs.field(default=None, metadata=_spec.term(ItemStage))
    """Which state of the document it was seen in."""
    citations: tuple[Citation, ...] = attrs.field(default=(), metadata=_spec.parts(Citation))
    """Who says so."""
