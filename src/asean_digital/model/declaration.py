"""`Declaration`: a declaration or statement of ministers, leaders or partners."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import attrs

from asean_digital.model import _spec
from asean_digital.model.act import Act
from asean_digital.model.record import Record, in_order
from asean_digital.values import Ref, Term, _checks

if TYPE_CHECKING:
    from asean_digital.model.agreement import Agreement
    from asean_digital.model.guide import Guide
    from asean_digital.model.plan import Plan

INSTRUMENTS = ("declaration", "plan", "guide", "agreement")
"""The kinds of instruments."""


class DeclarationForm(Term):
    """What a declaration is; the Vietnamese noun does not tell."""

    DECLARATION = "declaration", "declaration", "tuyên bố"
    LEADERS_STATEMENT = "leaders_statement", "leaders' statement", "tuyên bố của các nhà lãnh đạo"
    JOINT_STATEMENT = "joint_statement", "joint statement", "tuyên bố chung"
    MEDIA_STATEMENT = "media_statement", "media statement", "tuyên bố báo chí"


@attrs.frozen(kw_only=True, repr=False, eq=False, field_transformer=in_order)
class Declaration(Record):
    """A declaration or statement. Who adopted it is asked of `asean_digital.adoption`.

    Example:
        >>> import asean_digital as ad
        >>> {ref.kind for ref in ad.declarations["hanoi-declaration-2026"].builds_on} >= {"agreement", "declaration"}
        True

    """

    KIND: ClassVar[str] = "declaration"
    OFTEN_ASKED: ClassVar[dict[str, str]] = {
        "adopted": "asean_digital.adoption(declaration)",
        "date": "asean_digital.adoption(declaration)",
        "commitments": ".provisions",
    }

    form: DeclarationForm = attrs.field(metadata=_spec.term(DeclarationForm, curated=True))
    """What it is."""
    builds_on: tuple[Ref[Declaration | Plan | Guide | Agreement], ...] = attrs.field(default=(), metadata=_spec.refs(*INSTRUMENTS))
    """The instruments that it names as its ground."""
    provisions: tuple[Act, ...] = attrs.field(default=(), metadata=_spec.parts(Act))
    """What it commits to."""
    full_text: str | None = attrs.field(default=None, metadata=_spec.text(_checks.url))
    """The address of its text."""
