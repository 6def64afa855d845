"""`Guide`: a guide, guidelines, model clauses or a certification system."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import attrs

from asean_digital.model import _spec
from asean_digital.model.act import Act
from asean_digital.model.record import Record, in_order
from asean_digital.values import Ref, Term, _checks

if TYPE_CHECKING:
    from asean_digital.model.body import Body
    from asean_digital.model.party import Party


class GuideForm(Term):
    """What a guide is."""

    GUIDE = "guide", "guide", "hướng dẫn"
    GUIDELINES = "guidelines", "guidelines", "bộ hướng dẫn"
    FRAMEWORK = "framework", "framework", "khung"
    MODEL_CLAUSES = "model_clauses", "model clauses", "điều khoản mẫu"
    CERTIFICATION_SYSTEM = "certification_system", "certification system", "hệ thống chứng nhận"
    REPORT = "report", "report", "báo cáo"
    TERMS_OF_REFERENCE = "terms_of_reference", "terms of reference", "điều khoản tham chiếu"


class Binding(Term):
    """Whether a guide binds."""

    TREATY = "treaty", "binding by treaty", "ràng buộc theo điều ước"
    POLITICAL = "political", "politically binding", "ràng buộc về chính trị"
    VOLUNTARY = "voluntary", "voluntary", "tự nguyện"


@attrs.frozen(kw_only=True, repr=False, eq=False, field_transformer=in_order)
class Guide(Record):
    """A guide, guidelines, model clauses or a certification system.

    Example:
        >>> import asean_digital as ad
        >>> ad.guides["submarine-cable-guidelines-2026"].updates
        Ref('guide:submarine-cable-guidelines-2019')

    """

    KIND: ClassVar[str] = "guide"
    OFTEN_ASKED: ClassVar[dict[str, str]] = {
        "adopted": "asean_digital.adoption(guide)",
        "date": "asean_digital.adoption(guide)",
        "author": ".lead",
    }

    form: GuideForm = attrs.field(metadata=_spec.term(GuideForm, curated=True))
    """What it is."""
    edition: str | None = attrs.field(default=None, metadata=_spec.text())
    """The edition as printed."""
    updates: Ref[Guide] | None = attrs.field(default=None, metadata=_spec.ref("guide"))
    """The guide that it updates or extends."""
    binding: Binding | None = attrs.field(default=None, metadata=_spec.term(Binding))
    """Whether it binds."""
    lead: tuple[Ref[Party | Body], ...] = attrs.field(default=(), metadata=_spec.refs("party", "body"))
    """Who led the work on it."""
    provisions: tuple[Act, ...] = attrs.field(default=(), metadata=_spec.parts(Act))
    """What it says."""
    full_text: str | None = attrs.field(default=None, metadata=_spec.text(_checks.url))
    """The address of its text."""
